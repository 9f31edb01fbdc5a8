"""Who held which single seat of a mission, from which day to which?

A tenure runs from the first to the last edition that shows the person in the seat. Where that is the whole stay, its
start and end are those of the posting; else they lie between two editions. A printed vacancy is a tenure of nobody.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from legation.model.dates import Bounds
from legation.model.documents import Passage
from legation.model.keys import made_id
from legation.model.listings import Listing
from legation.model.postings import Derivation, Input, Posting, StartBasis
from legation.model.tenures import Holder, Tenure
from legation.reconstruction.postings import line_input
from legation.reconstruction.sightings import Observation, Sighting, Stream, span
from legation.reconstruction.slots import ACTING, HEAD, Slot, seats, slots_of, vacant_slots
from legation.reconstruction.stays import Stay

VERSION = 1
"""Version of the rules of this module, in every derivation that they draw."""

Place = tuple[str, int]
"""A series and the place of an observation in its stream."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A stay with the posting that was made of it."""

    stay: Stay
    posting: Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A tenure with the sightings that it rests on."""

    slot: Slot
    tenure: Tenure
    sightings: tuple[Sighting, ...]

    @property
    def first(self) -> date:
        """The first day on which an edition shows the holder in the seat."""
        return min(sighting.day.first for sighting in self.sightings)

    @property
    def last(self) -> date:
        """The last such day."""
        return max(sighting.day.first for sighting in self.sightings)

    @property
    def places(self) -> frozenset[Place]:
        """The observations that show it."""
        return frozenset((sighting.stream.series, sighting.place) for sighting in self.sightings)


@dataclass(slots=True, kw_only=True)
class _Shown:
    """What every edition shows of the seats of one mission."""

    by_place: dict[Place, Mapping[str, tuple[Slot, ...]]]
    codes: frozenset[str]
    others: defaultdict[tuple[str, str], list[tuple[date, str]]] = field(default_factory=lambda: defaultdict(list))
    """Series and code to the days and persons that it shows in the seat, in the order of days."""

    @staticmethod
    def of(mission: str, streams: Iterable[Stream]) -> _Shown:
        by_place, days = {}, {}
        for stream in streams:
            for place, observation in enumerate(stream.observations):
                by_place[stream.series, place] = slots_of(observation, mission)
                days[stream.series, place] = observation.day.first
        shown = _Shown(by_place=by_place, codes=seats(by_place.values()))
        for (series, place), persons in by_place.items():
            for person, slots in persons.items():
                for slot in slots:
                    shown.others[series, slot.code].append((days[series, place], person))
        for found in shown.others.values():
            found.sort()
        return shown

    def slots(self, sighting: Sighting, person: str) -> Iterator[Slot]:
        for slot in self.by_place[sighting.stream.series, sighting.place].get(person, ()):
            if slot.code in self.codes:
                yield slot

    def taken(self, code: str, before: Sighting, after: Sighting, person: str) -> bool:
        """Whether the same list shows somebody else in the seat between two sightings, and the person not."""
        if before.stream.series != after.stream.series:
            return False
        between = [
            (day, other)
            for each in (code, HEAD if code == ACTING else code)
            for day, other in _between(self.others[before.stream.series, each], before.day.first, after.day.first)
        ]
        own = {day for day, other in between if other == person}
        return any(other != person and day not in own for day, other in between)


def held_seats(mission: str, streams: Sequence[Stream], served: Iterable[Served]) -> tuple[Held, ...]:
    """Every tenure of a seat at one mission, in the order of days.

    Args:
        mission: its key.
        streams: its streams.
        served: its stays with their postings.
    """
    shown = _Shown.of(mission, streams)
    found = [held for each in served for held in _of_stay(each, shown)]
    return tuple(sorted(found, key=lambda held: (held.first, held.last, held.tenure.id)))


def vacancies(mission: str, streams: Sequence[Stream], held: Iterable[Held]) -> tuple[Tenure, ...]:
    """The stretches over which lists print a seat as vacant, with nobody shown in it in between."""
    shown: defaultdict[Slot, list[tuple[Observation, Listing]]] = defaultdict(list)
    for stream in streams:
        for observation in stream.observations:
            for slot, listing in vacant_slots(observation, mission).items():
                shown[slot].append((observation, listing))
    taken: defaultdict[str, list[date]] = defaultdict(list)
    for each in held:
        taken[each.slot.code].extend(sighting.day.first for sighting in each.sightings)
    return tuple(
        _vacancy(mission, slot, run, sorted(taken[slot.code]))
        for slot in sorted(shown, key=lambda each: each.code)
        for run in _runs(shown[slot], sorted(taken[slot.code]))
    )


def _of_stay(served: Served, shown: _Shown) -> Iterator[Held]:
    stay = served.stay
    by_code: dict[str, tuple[Slot, list[Sighting]]] = {}
    for sighting in stay.sightings:
        for slot in shown.slots(sighting, stay.person.id):
            by_code.setdefault(slot.code, (slot, []))[1].append(sighting)
    for code, (slot, sightings) in by_code.items():
        start = 0
        for stop in range(1, len(sightings) + 1):
            if stop == len(sightings) or shown.taken(code, sightings[stop - 1], sightings[stop], stay.person.id):
                yield _held(served, slot, tuple(sightings[start:stop]))
                start = stop


def _held(served: Served, slot: Slot, sightings: tuple[Sighting, ...]) -> Held:
    stay, mission = served.stay, served.stay.mission
    start, start_basis = _start(served, sightings[0])
    tenure = Tenure(
        id=made_id("tenure", mission, slot.code, sightings[0].listing.id),
        mission=mission,
        slot=slot.label,
        holder=Holder(id=stay.person.id, label=stay.person.label),
        acting=slot.code == ACTING,
        title=sightings[-1].listing.title,
        start=start,
        start_basis=start_basis,
        end=_end(served, sightings[-1]),
        editions=tuple(dict.fromkeys(sighting.day.as_of for sighting in sightings)),
        derivation=(
            Derivation(rule="seat-of-lines", version=VERSION, inputs=tuple(line_input(each) for each in sightings)),
            Derivation(rule="part-of-posting", version=VERSION, inputs=(Input(id=served.posting.id),)),
        ),
        passages=tuple(sighting.listing.passage for sighting in sightings),
    )
    return Held(slot=slot, tenure=tenure, sightings=sightings)


def _start(served: Served, first: Sighting) -> tuple[Bounds, StartBasis]:
    """The start of the posting, or, of who was listed before without the seat, the days between two editions."""
    before = [each for each in served.stay.sightings if each.day.last < first.day.first]
    same = [each for each in before if each.stream.series == first.stream.series]
    if same:
        return span(same[-1].day, first.day), "editions"
    if not before:
        return served.posting.start, served.posting.start_basis
    # Another list showed the person earlier; whether in the seat, it may not say.
    return Bounds(earliest=served.posting.start.earliest, latest=first.day.last), "editions"


def _end(served: Served, last: Sighting) -> Bounds | None:
    after = [each for each in served.stay.sightings if each.day.first > last.day.last]
    same = next((each for each in after if each.stream.series == last.stream.series), None)
    if same is not None:
        return Bounds(earliest=last.day.first, latest=same.day.last)
    if not after or served.posting.end is None:
        return served.posting.end
    return Bounds(earliest=last.day.first, latest=served.posting.end.latest)


def _runs(
    shown: Sequence[tuple[Observation, Listing]], taken: Sequence[date]
) -> Iterator[list[tuple[Observation, Listing]]]:
    ordered = sorted(shown, key=lambda each: (each[0].day.first, each[1].id))
    run: list[tuple[Observation, Listing]] = []
    for each in ordered:
        if run and bisect_left(taken, run[-1][0].day.first) != bisect_left(taken, each[0].day.first):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _vacancy(mission: str, slot: Slot, run: Sequence[tuple[Observation, Listing]], taken: Sequence[date]) -> Tenure:
    first, last = run[0][0].day, run[-1][0].day
    before, after = bisect_left(taken, first.first) - 1, bisect_right(taken, last.first)
    passages: tuple[Passage, ...] = tuple(listing.passage for _, listing in run)
    inputs = tuple(
        Input(
            id=listing.id,
            sha256=listing.passage.sha256,
            quote=listing.passage.quote,
            order=listing.order,
            as_of=observation.day.as_of,
        )
        for observation, listing in run
    )
    return Tenure(
        id=made_id("tenure", mission, slot.code, run[0][1].id),
        mission=mission,
        slot=slot.label,
        holder=None,
        acting=False,
        title=run[-1][1].title,
        start=Bounds(earliest=taken[before] if before >= 0 else None, latest=first.last),
        start_basis="editions",
        end=Bounds(earliest=last.first, latest=taken[after]) if after < len(taken) else None,
        editions=tuple(dict.fromkeys(observation.day.as_of for observation, _ in run)),
        derivation=(Derivation(rule="printed-vacancy", version=VERSION, inputs=inputs),),
        passages=passages,
    )


def _between(found: Sequence[tuple[date, str]], first: date, last: date) -> Sequence[tuple[date, str]]:
    start = bisect_right(found, (first, "\U0010ffff"))
    return found[start : bisect_left(found, (last, ""))]
