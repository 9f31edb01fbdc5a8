"""Which listings are one person, once links and judgements meet?

Joins the strongest links first and never breaks a constraint: two lines of one mission in one edition are two persons,
and so are two that somebody judged different. A link that would break one is refused, and told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from legation.resolution.links import Link

Seat = tuple[str, str]
"""Edition and mission: one person has one line there."""


@dataclass(slots=True, kw_only=True)
class Forest:
    """Clusters of listings under constraints.

    Args:
        seats: the edition and mission of each listing; a listing of no mission has none.
        apart: listing ids that are other persons, by listing id.
    """

    seats: Mapping[str, Seat]
    apart: Mapping[str, frozenset[str]]
    parent: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    """The listings of clusters of more than one, by root."""

    def root(self, listing: str) -> str:
        """What stands for the cluster of a listing."""
        top = listing
        while (above := self.parent.get(top, top)) != top:
            top = above
        while listing != top:
            above = self.parent[listing]
            self.parent[listing] = top
            listing = above
        return top

    def of(self, listing: str) -> list[str]:
        """All listings of the cluster of a listing."""
        root = self.root(listing)
        return self.members.get(root, [root])

    def join(self, a: str, b: str) -> bool:
        """Make one cluster of two; false where a constraint forbids it."""
        roots = sorted((self.root(a), self.root(b)), key=lambda root: (-len(self.of(root)), root))
        large, small = roots
        if large == small:
            return True
        if self._forbidden(self.of(large), self.of(small)):
            return False
        self.members.setdefault(large, [large]).extend(self.of(small))
        self.members.pop(small, None)
        self.parent[small] = large
        return True

    def _forbidden(self, large: list[str], small: list[str]) -> bool:
        if self.apart:
            inside = set(large)
            if any(not inside.isdisjoint(self.apart.get(one, ())) for one in small):
                return True
        taken = {self.seats[one] for one in large if one in self.seats}
        return any(self.seats.get(one) in taken for one in small)


def joined(forest: Forest, links: Iterable[Link]) -> tuple[Link, ...]:
    """Join all links, the strongest first; the links that a constraint refused."""
    ordered = sorted(links, key=lambda link: (-link.weight, link.a, link.b))
    return tuple(link for link in ordered if not forest.join(link.a, link.b))


def apart_of(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """By id, everything that somebody judged to be another one."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        found[a].add(b)
        found[b].add(a)
    return {one: frozenset(others) for one, others in found.items()}
