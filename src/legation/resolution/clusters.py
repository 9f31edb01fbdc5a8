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
    taken: dict[str, set[Seat]] = field(default_factory=dict)
    """Where clusters of more than one have their lines, by root."""

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
        large, small = self.root(a), self.root(b)
        if large == small:
            return True
        sizes = len(self.members.get(large, ())), len(self.members.get(small, ()))
        if sizes[0] < sizes[1] or (sizes[0] == sizes[1] and small < large):
            large, small = small, large
        seats, others = self._seats(large), self._seats(small)
        if not seats.isdisjoint(others) or (self.apart and self._judged_apart(large, small)):
            return False
        seats |= others
        self.taken[large] = seats
        self.taken.pop(small, None)
        self.members.setdefault(large, [large]).extend(self.members.pop(small, (small,)))
        self.parent[small] = large
        return True

    def _seats(self, root: str) -> set[Seat]:
        if root in self.taken:
            return self.taken[root]
        return {self.seats[root]} if root in self.seats else set()

    def _judged_apart(self, large: str, small: str) -> bool:
        inside = set(self.of(large))
        return any(not inside.isdisjoint(self.apart.get(one, ())) for one in self.of(small))


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
