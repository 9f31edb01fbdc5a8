"""Who left a list may go on in it under another name: for whom does the list leave that open?

A list that prints no dates can't tell a marriage, or a slip in a family name, from one person gone and another come in
the same step. Where given name and title are one, the departure isn't certain: the days after it stay possible.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from legation.language.names import compare, skeletons
from legation.model.dates import Bounds, Certainty
from legation.model.documents import folded
from legation.model.listings import Listing, PrintedDate
from legation.reconstruction.stays import Stay, duty_date

_WHOLE = frozenset({"equal", "variant", "form"})
"""How given names agree that are one; an initial agrees with too many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Continued:
    """Stays of other names that may be the same person's before and after one stay."""

    before: tuple[Stay, ...] = ()
    after: tuple[Stay, ...] = ()

    def earliest(self, listed: Bounds) -> Bounds:
        """The first day on the list, if the person stood in it before under another name."""
        for stay in self.before:
            listed = listed.widened(Bounds(earliest=stay.listed_from.earliest, latest=listed.latest))
        return listed

    def latest(self, gone: Bounds) -> Bounds:
        """The day of leaving, if the person stood in the list afterwards under another name."""
        for stay in self.after:
            until = stay.no_more.day.last if stay.no_more else None
            gone = gone.widened(Bounds(earliest=gone.earliest, latest=until))
        return gone


NOT_CONTINUED = Continued()


def continued(stays: Sequence[Stay]) -> Mapping[str, Continued]:
    """Stays of one mission, by the id of their first line, to those that may be the same person's; most have none.

    Args:
        stays: all stays at one mission.
    """
    after: defaultdict[str, list[Stay]] = defaultdict(list)
    before: defaultdict[str, list[Stay]] = defaultdict(list)
    for left, came in _in_one_step(stays):
        if _may_be_one(left, came):
            after[first_line(left)].append(came)
            before[first_line(came)].append(left)
    return {line: Continued(before=_all(line, before), after=_all(line, after)) for line in sorted({*after, *before})}


def _all(line: str, next_to: Mapping[str, Sequence[Stay]]) -> tuple[Stay, ...]:
    """The stays next to one, and those next to them: a slip may stand between two names."""
    found: dict[str, Stay] = {}
    waiting = list(next_to.get(line, ()))
    while waiting:
        stay = waiting.pop(0)
        if first_line(stay) not in found:
            found[first_line(stay)] = stay
            waiting.extend(next_to.get(first_line(stay), ()))
    return tuple(found.values())


def first_line(stay: Stay) -> str:
    """The id of the first line of a stay, which no other stay has."""
    return stay.sightings[0].listing.id


def _in_one_step(stays: Iterable[Stay]) -> Iterator[tuple[Stay, Stay]]:
    """Who left with who came, where both may have been between the same two editions of any list."""
    gone: defaultdict[str, list[Stay]] = defaultdict(list)
    come: defaultdict[str, list[Stay]] = defaultdict(list)
    for stay in stays:
        for sound in _given(stay.sightings[-1].listing) if stay.no_more is not None else ():
            gone[sound].append(stay)
        for sound in _given(stay.sightings[0].listing) if stay.not_yet is not None else ():
            come[sound].append(stay)
    found: dict[tuple[str, str], tuple[Stay, Stay]] = {}
    for sound, left in gone.items():
        came = sorted(come.get(sound, ()), key=_first_day)
        for one in left:
            last, until = _last_day(one), one.no_more.day.last if one.no_more else date.max
            for other in came[bisect_right(came, last, key=_first_day) :]:
                if _first_day(other) > until:
                    break
                if other.not_yet is not None and other.not_yet.day.first < until:
                    found[first_line(one), first_line(other)] = (one, other)
    yield from (found[lines] for lines in sorted(found))


def _first_day(stay: Stay) -> date:
    return min(sighting.day.first for sighting in stay.sightings)


def _last_day(stay: Stay) -> date:
    return max(sighting.day.first for sighting in stay.sightings)


def _given(listing: Listing) -> frozenset[str]:
    """What the given name may sound like: only names that share a sound are compared at all."""
    return _sounds((listing.given or listing.name or "").strip().partition(" ")[0])


@lru_cache(maxsize=65536)
def _sounds(word: str) -> frozenset[str]:
    return frozenset({skeleton[:1] for skeleton in skeletons(word)} | {word[:1].casefold()})


def _may_be_one(left: Stay, came: Stay) -> bool:
    old, new = left.sightings[-1].listing, came.sightings[0].listing
    if left.person == came.person or old.rank != new.rank:
        return False
    # Another list may be in another language, where one rank has other words.
    one_list = left.sightings[-1].stream.series == came.sightings[0].stream.series
    if (one_list or old.rank is None) and _words(old.title) != _words(new.title):
        return False
    if _other_day(duty_date(left.sightings[-1]), duty_date(came.sightings[0])):
        return False
    found = compare(old.name or "", new.name or "")
    return found.relation("given") in _WHOLE and found.relation("patronymic") != "different"


def _other_day(one: PrintedDate | None, other: PrintedDate | None) -> bool:
    if one is None or other is None or one.kind != other.kind:
        return False
    return one.value.bounds.same(other.value.bounds) is Certainty.EXCLUDED


def _words(title: str | None) -> str:
    return folded(title or "").casefold()
