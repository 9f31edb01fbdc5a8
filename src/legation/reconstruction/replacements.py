"""Who may have come for whom, where no single seat tells?

Of people who left and people who came later, those are paired who agree best in rank, function and section, with the
least time between; a pair counts where neither has another as good. It is never more than possible.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legation.model.keys import made_id
from legation.model.listings import Listing
from legation.model.postings import Derivation, Input
from legation.model.tenures import Holder, Succession
from legation.reconstruction.successions import gap_of
from legation.reconstruction.tenures import VERSION, Held, Served
from legation.vocabulary.folding import fold
from legation.vocabulary.ranks import ORDER

LONGEST_GAP = timedelta(days=270)
"""Days between two editions, the last with the one and the first with the other, within which somebody may replace
somebody; posts of a mission are filled within months, and lists come every four to nine."""

SAME_FUNCTION, SAME_SECTION, SAME_CITY = 4, 2, 1
ENOUGH = SAME_SECTION
"""Weight that a pair needs beside the same rank: a mission has several people of most ranks."""

_GENERIC = frozenset({"other", "administrative"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    leaver: Served
    joiner: Served
    weight: int
    days: int

    @property
    def order(self) -> tuple[int, int]:
        """The better pair first."""
        return -self.weight, self.days


def replacements(mission: str, served: Sequence[Served], held: Iterable[Held]) -> tuple[Succession, ...]:
    """Pairs of people of one mission who held no single seat.

    Args:
        mission: its key.
        served: its stays with their postings.
        held: the tenures of its single seats.
    """
    seated = {each.tenure.holder.id for each in held if each.tenure.holder}
    others = [each for each in served if each.stay.person.id not in seated]
    pairs = list(_clear(_candidates(others)))
    return tuple(sorted((_succession(mission, pair) for pair in pairs), key=lambda one: one.id))


def _candidates(served: Sequence[Served]) -> Iterator[_Pair]:
    """People who came after others of their rank had left, not too long after."""
    gone: defaultdict[str, list[tuple[date, str, Served]]] = defaultdict(list)
    sections = {_section(each.stay.sightings[0].listing) for each in served}
    for each in served:
        rank = each.stay.sightings[-1].listing.rank
        if each.stay.no_more is not None and rank is not None and rank not in _GENERIC:
            gone[rank].append((_last(each), each.posting.id, each))
    for found in gone.values():
        found.sort(key=lambda one: one[:2])
    for each in served:
        rank = each.stay.sightings[0].listing.rank
        if each.stay.not_yet is None or rank is None or rank not in gone:
            continue
        came = each.stay.sightings[0].day.first
        start = bisect_left(gone[rank], came - LONGEST_GAP, key=lambda one: one[0])
        for last, _, leaver in gone[rank][start : bisect_right(gone[rank], came, key=lambda one: one[0])]:
            weight = _weight(leaver.stay.sightings[-1].listing, each.stay.sightings[0].listing, len(sections) > 1)
            if leaver.stay.person.id != each.stay.person.id and weight >= ENOUGH and last < came:
                yield _Pair(leaver=leaver, joiner=each, weight=weight, days=(came - last).days)


def _clear(candidates: Iterable[_Pair]) -> Iterator[_Pair]:
    """The pairs of which neither side has another as good; each person is in one pair at most."""
    ranked = sorted(candidates, key=lambda pair: (*pair.order, pair.leaver.posting.id, pair.joiner.posting.id))
    by_side: defaultdict[tuple[str, str], list[_Pair]] = defaultdict(list)
    for pair in ranked:
        by_side["leaver", pair.leaver.posting.id].append(pair)
        by_side["joiner", pair.joiner.posting.id].append(pair)
    for pair in ranked:
        sides = by_side["leaver", pair.leaver.posting.id], by_side["joiner", pair.joiner.posting.id]
        if all(side[0] is pair and (len(side) == 1 or side[1].order > pair.order) for side in sides):
            yield pair


def _weight(old: Listing, new: Listing, sections_tell: bool) -> int:
    """What two lines of one rank share; nothing where they give different functions."""
    one, other = _function(old), _function(new)
    if one and other and one != other:
        return 0
    weight = SAME_FUNCTION if one and one == other else 0
    weight += SAME_SECTION if sections_tell and _section(old) and _section(old) == _section(new) else 0
    return weight + (SAME_CITY if old.city and old.city == new.city else 0)


def _function(listing: Listing) -> tuple[str, ...]:
    pieces = [piece for piece in (listing.function or "").split("; ") if piece not in ORDER]
    return tuple(word for piece in pieces for word in fold(piece))


def _section(listing: Listing) -> tuple[str, ...]:
    return fold(listing.section or "")


def _last(served: Served) -> date:
    return max(sighting.day.first for sighting in served.stay.sightings)


def _succession(mission: str, pair: _Pair) -> Succession:
    before, after = pair.leaver, pair.joiner
    last, first = before.stay.sightings[-1].listing, after.stay.sightings[0].listing
    return Succession(
        id=made_id("succession", mission, "replacement", before.posting.id, after.posting.id),
        mission=mission,
        slot=" ".join(filter(None, (first.rank, first.function))),
        predecessor=Holder(id=before.stay.person.id, label=before.stay.person.label),
        successor=Holder(id=after.stay.person.id, label=after.stay.person.label),
        gap_days=gap_of(before.posting.end, after.posting.start),
        basis=after.posting.start_basis,
        certainty="possible",
        between=(),
        notes=("Paired by rank, function and section; others of this rank serve at the mission.",),
        derivation=(
            Derivation(
                rule="best-of-leavers-and-joiners",
                version=VERSION,
                inputs=(Input(id=before.posting.id), Input(id=after.posting.id)),
            ),
        ),
        passages=(last.passage, first.passage),
    )
