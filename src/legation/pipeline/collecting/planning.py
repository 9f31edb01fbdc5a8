"""Which requests does it take to have every body that an archive lists once?

One of each body, and every redirect and error by itself; what was settled is never asked for again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.archive.retrieved import hop_of
from legation.model.errands import Attempt
from legation.model.holdings import Holding
from legation.store.case import Case
from legation.vocabulary.archives import Archive

_Key = tuple[str, str, str]
HOPS = 5
"""Redirects that are followed behind each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What fetching would take."""

    archive: Archive
    ask: tuple[Holding, ...]
    """One of each body, and every redirect: a request each."""
    same: tuple[tuple[Holding, Holding], ...]
    """Those whose body the index says is that of another, beside it."""
    settled: int
    """Those whose outcome the case has."""

    @property
    def seconds(self) -> float:
        """How long the requests take at the archive's pace, without the time of the answers."""
        return len(self.ask) * self.archive.page_every


def plan(case: Case, archive: Archive, holdings: Sequence[Holding]) -> Plan:
    """Which requests it takes to have every body once."""
    settled = {(each.archive, each.url, each.timestamp): each for each in case.errands.attempts()}
    bodies: dict[str, Holding] = {}
    for one in holdings:
        before = settled.get((one.archive, one.url, one.timestamp))
        if before is not None and before.capture is not None and _shares_body(one):
            bodies.setdefault(one.digest or "", one)
    ask, same, done = list[Holding](), list[tuple[Holding, Holding]](), 0
    # a revisit has no body of its own: those that have one are asked for first
    for one in sorted(holdings, key=lambda one: (one.revisit, one.timestamp)):
        if (one.archive, one.url, one.timestamp) in settled:
            done += 1
            ask.extend(_unasked_hop(settled, (one.archive, one.url, one.timestamp)))
        elif _shares_body(one) and (one.digest or "") in bodies:
            same.append((one, bodies[one.digest or ""]))
        else:
            ask.append(one)
            if _shares_body(one):
                bodies[one.digest or ""] = one
    return Plan(archive=archive, ask=tuple(ask), same=tuple(same), settled=done)


def _shares_body(one: Holding) -> bool:
    """Whether equal digests mean one page: a redirect's target and an error stand beside the body, not in it."""
    return one.digest is not None and not one.empty and (one.status is None or one.status < 300)


def _unasked_hop(settled: Mapping[_Key, Attempt], key: _Key) -> Iterator[Holding]:
    """Where a settled redirect leads that nobody asked for, because a run was stopped before it could."""
    for _ in range(HOPS):
        attempt = settled.get(key)
        hop = hop_of(attempt.retrieval) if attempt and attempt.retrieval else None
        if hop is None:
            return
        key = (key[0], hop.url, hop.timestamp or key[2])
        if key not in settled:
            yield Holding(archive=key[0], url=key[1], timestamp=key[2], at=None)
            return
