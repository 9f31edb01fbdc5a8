"""Which announcements fall into the time in which somebody left a list, and do they name that person?

A window says that two things happened between the same two editions, never that one is the reason of the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from legation.language.names import compare
from legation.model.claims import Event
from legation.model.dates import Bounds, Certainty
from legation.model.findings import Happening
from legation.model.parties import Mission
from legation.reconstruction.sightings import BREADTH, EditionDay, Observation, Stream, span
from legation.reconstruction.stays import Stay
from legation.resolution.mentions import NOBODY_JUDGED, Meant

ASSUMED_DEADLINE = timedelta(days=14)
"""Days to leave where no telling prints a deadline; printed ones run from two days to a month."""

GRACE = timedelta(days=14)
"""Days after the deadline that a list is given to drop the names of those who left."""

NOT_HAPPENED = frozenset({"threatened", "called-for", "denied", "retracted", "hypothetical", "negated"})
"""Statuses of happenings that nobody says took place or will."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The editions of one mission around an announcement that people of it must leave."""

    happening: Happening
    mission: str
    mission_named: bool
    """Whether a telling names the mission; otherwise it is the main one between the two parties."""
    stream: Stream
    announced: Bounds
    deadline: date
    deadline_printed: bool
    base: Observation | None
    """The last complete edition before the announcement."""
    last: Observation | None
    """The first complete edition at least `GRACE` after the deadline; before that day, the last complete one after the
    announcement, where no later one exists."""

    @property
    def reaches(self) -> bool:
        """Whether the last edition lies long enough after the deadline."""
        return self.last is not None and self.last.day.first >= self.deadline + GRACE

    @property
    def days(self) -> tuple[EditionDay, EditionDay] | None:
        """The first and the last edition day; `None` where the announcement has no complete edition on a side."""
        return (self.base.day, self.last.day) if self.base is not None and self.last is not None else None

    @property
    def bounds(self) -> Bounds | None:
        """From the day after the first edition to the last edition."""
        return span(*self.days) if self.days else None

    def holds(self, stay: Stay) -> bool:
        """Whether the stay ended, as far as lists show, after the first edition and by the last."""
        if self.days is None or stay.no_more is None or stay.listed_to is None or stay.mission != self.mission:
            return False
        first, last = self.days
        gone = stay.listed_to.earliest
        return gone is not None and gone >= first.first and stay.no_more.day.last <= last.last


def announcement_windows(
    happenings: Iterable[Happening], streams: Mapping[str, Sequence[Stream]]
) -> tuple[Window, ...]:
    """The window of every expulsion with a known day whose mission some edition lists."""
    told = sorted((each for each in happenings if _is_announcement(each)), key=lambda each: each.id)
    windows = []
    for happening in told:
        mission = happening.mission or _main_mission(happening)
        if (
            mission is not None
            and mission in streams
            and not (happening.mission is None and _told_better(happening, mission, told))
        ):
            found = [_window(happening, mission, stream) for stream in streams[mission]]
            windows.append(max(found, key=_weight))
    return tuple(windows)


def windows_of(stay: Stay, windows: Iterable[Window]) -> tuple[str, ...]:
    """Ids of the happenings in whose window the stay ended."""
    return tuple(sorted({window.happening.id for window in windows if window.holds(stay)}))


def people_named(
    windows: Iterable[Window],
    events: Mapping[str, Event],
    stays: Mapping[str, Sequence[Stay]],
    meant: Meant = NOBODY_JUDGED,
) -> Mapping[tuple[str, str], tuple[Event, ...]]:
    """The tellings that name a listed person, by happening and person id.

    A name counts where it is the same as that of exactly one person whom the mission listed on the last day before, or
    where somebody judged whom it means.

    Args:
        windows: the announcements.
        events: event id to telling.
        stays: mission to its stays.
        meant: what judgements say of the names in tellings.
    """
    found: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for window in windows:
        for event in (events[each] for each in window.happening.tellings if each in events):
            for name in sorted({each.name for each in event.persons}):
                people = meant.among(event.id, name, _namesakes(name, window, stays.get(window.mission, ())))
                if len(people) == 1:
                    found[window.happening.id, people.pop()].append(event)
    return {key: tuple(sorted(set(told), key=lambda event: event.id)) for key, told in found.items()}


def stated_ends(
    events: Iterable[Event], stays: Mapping[str, Sequence[Stay]], meant: Meant = NOBODY_JUDGED
) -> Mapping[str, tuple[Event, ...]]:
    """Tellings of the end of a posting, by the person whom they name; a name that fits two people counts for none."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        if event.type != "posting-end" or event.mission is None or event.status in NOT_HAPPENED or event.date is None:
            continue
        for name in sorted({each.name for each in event.persons}):
            people = meant.among(event.id, name, _same_name(name, stays.get(event.mission, ())))
            if len(people) == 1:
                found[people.pop()].append(event)
    return {person: tuple(sorted(set(told), key=lambda event: event.id)) for person, told in found.items()}


def listed_before(window: Window) -> Mapping[str, str | None]:
    """Person id to printed name on the last complete edition before the announcement."""
    return {person: listing.name for person, listing in window.base.listed.items()} if window.base else {}


def _namesakes(name: str, window: Window, stays: Sequence[Stay]) -> set[str]:
    listed = listed_before(window)
    return _same_name(name, [stay for stay in stays if stay.person.id in listed])


def _same_name(name: str, stays: Iterable[Stay]) -> set[str]:
    return {
        stay.person.id
        for stay in stays
        if any(
            compare(name, printed).verdict == "same"
            for printed in sorted({sighting.listing.name for sighting in stay.sightings if sighting.listing.name})
        )
    }


def _is_announcement(happening: Happening) -> bool:
    return happening.type == "expulsion" and happening.status not in NOT_HAPPENED


def _told_better(happening: Happening, mission: str, told: Iterable[Happening]) -> bool:
    """Whether another happening of the same parties, maybe on the same day, names the mission."""
    day = happening.date.bounds if happening.date else Bounds()
    return any(
        other.mission == mission
        and other.actor in (happening.actor, None)
        and (other.date is None or other.date.bounds.same(day) is not Certainty.EXCLUDED)
        for other in told
    )


def _main_mission(happening: Happening) -> str | None:
    if happening.actor is None or happening.target is None:
        return None
    return Mission(sending=happening.target, receiving=happening.actor).key


def _window(happening: Happening, mission: str, stream: Stream) -> Window:
    announced = happening.date.bounds if happening.date else Bounds()
    printed = happening.deadline.latest if happening.deadline else None
    base = last = None
    deadline = announced.latest or date.max - GRACE
    if announced.earliest is not None and announced.latest is not None:
        is_printed = printed is not None and printed >= announced.earliest
        deadline = printed if printed is not None and is_printed else announced.latest + ASSUMED_DEADLINE
        base = next(stream.before(announced.earliest), None)
        last = _last(stream, announced.latest, deadline + GRACE)
    return Window(
        happening=happening,
        mission=mission,
        mission_named=happening.mission is not None,
        stream=stream,
        announced=announced,
        deadline=deadline,
        deadline_printed=printed is not None and deadline == printed,
        base=base,
        last=last,
    )


def _last(stream: Stream, announced: date, enough: date) -> Observation | None:
    found = None
    for observation in stream.after(announced):
        found = observation
        if observation.day.first >= enough:
            break
    return found


def _weight(window: Window) -> tuple[bool, bool, int, int, str]:
    """The better of two lists: one that brackets the announcement, reaches far enough, covers and lists more."""
    listed = len(window.base.listed) if window.base else 0
    classes = [BREADTH.get(seen.day.coverage_class, -1) for seen in (window.base,) if seen]
    return window.days is not None, window.reaches, max(classes, default=-1), listed, window.stream.series
