"""Can two tellings speak of one happening?

What a telling doesn't say fits anything; what it does say has to fit: parties, mission, persons, days and numbers. A
different number alone parts nothing that both put on the same days.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from legation.language.names import compare
from legation.model.claims import Event, Status
from legation.model.dates import Bounds, Edtf

Stand = Literal["told", "talked-of", "denied"]
"""Whether tellings say that something happens, talk of it as a possibility, or say that it doesn't."""

STANDS: dict[Status, Stand] = {
    "executed": "told",
    "confirmed": "told",
    "announced": "told",
    "asserted": "told",
    "planned": "told",
    "alleged": "told",
    "unknown": "told",
    "threatened": "talked-of",
    "called-for": "talked-of",
    "hypothetical": "talked-of",
    "retracted": "denied",
    "denied": "denied",
    "negated": "denied",
}
"""Statuses from the strongest to the weakest; tellings of one stand may be of one happening."""

NEARBY = timedelta(days=3)
"""How far two printed days of one happening may be apart: decided, made public and reported aren't always one day."""
SHORT = timedelta(days=7)
"""The longest span of days in which tellings with different numbers are still of one happening."""
_SENDERS = frozenset({"expulsion", "ceiling"})
"""Types whose target sends the people of the mission."""
_DOZENS, _HUNDREDS, _ABOUT = range(20, 200), range(100, 2000), 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellings:
    """Events that are told of one happening, with what they say together; `None` is what none of them says."""

    events: tuple[Event, ...]
    reports: frozenset[str]
    stand: Stand
    actor: str | None
    target: str | None
    mission: str | None
    city: str | None
    date: Edtf | None

    @staticmethod
    def of(events: Iterable[Event]) -> Tellings:
        """Events together; the order in which they are given doesn't matter."""
        ordered = tuple(sorted(events, key=lambda event: event.id))
        return Tellings(
            events=ordered,
            reports=frozenset(event.passage.sha256 for event in ordered),
            stand=STANDS[status(ordered)],
            actor=_usual(event.actor for event in ordered),
            target=_usual(event.target for event in ordered),
            mission=_usual(event.mission for event in ordered),
            city=_usual(event.city for event in ordered),
            date=_narrowest([event.date for event in ordered if event.date is not None]),
        )

    @property
    def detail(self) -> int:
        """How much the tellings say; what says more is placed first."""
        known = (self.actor, self.target, self.mission, self.date, _numbers(self) or None)
        exact = self.date is not None and self.date.bounds.exact is not None
        return 4 * sum(one is not None for one in known) + 2 * exact + (not self.background)

    @property
    def background(self) -> bool:
        """Whether all tellings only look back."""
        return all(event.background for event in self.events)


def status(events: Iterable[Event]) -> Status:
    """The strongest status of events: done before confirmed, public, said, planned, alleged, and so on down."""
    order = list(STANDS)
    return min((event.status for event in events), key=order.index)


def number(event: Event) -> int | None:
    """The number of a telling: of a ceiling the posts that remain, else the persons or posts."""
    return event.posts_to if event.type == "ceiling" and event.posts_to is not None else event.count


def fit(a: Tellings, b: Tellings) -> int | None:
    """How well two groups of tellings fit, higher is better; `None` where they can't be of one happening."""
    if a.stand != b.stand or a.events[0].type != b.events[0].type or not _parties_fit(a, b):
        return None
    if not _persons_fit(a, b) or not _posts_fit(a, b):
        return None
    closeness, numbers = _days_fit(a, b), _numbers_fit(a, b)
    if closeness is None or (numbers is False and closeness < 2):
        return None
    one_report = bool(a.reports & b.reports)
    agreeing = sum(one is not None and one == other for one, other in zip(_said(a), _said(b), strict=True))
    if not one_report and not _enough(a, b, closeness=closeness, numbers=numbers, agreeing=agreeing):
        return None
    return 8 * closeness + 4 * (numbers is True) + 2 * agreeing + 2 * (a.background == b.background) + one_report


def _enough(a: Tellings, b: Tellings, *, closeness: int, numbers: bool | None, agreeing: int) -> bool:
    """Whether tellings of two reports share enough: a party, and where no days meet, both parties and the number."""
    if closeness > 0:
        return agreeing > 0
    return numbers is True and (agreeing > 1 or (a.mission is not None and a.mission == b.mission))


def _said(tellings: Tellings) -> tuple[str | None, ...]:
    return tellings.actor, tellings.target, tellings.mission, tellings.city


def _parties_fit(a: Tellings, b: Tellings) -> bool:
    if any(
        one is not None and other is not None and one != other for one, other in zip(_said(a), _said(b), strict=True)
    ):
        return False
    if a.events[0].type not in _SENDERS:
        return True
    return all(
        one.mission is None or other.target is None or one.mission.partition("/")[0] == other.target
        for one, other in ((a, b), (b, a))
    )


def _persons_fit(a: Tellings, b: Tellings) -> bool:
    here, there = ([person.name for event in one.events for person in event.persons] for one in (a, b))
    if not here or not there:
        return True
    return any(compare(one, other).verdict != "different" or _part_of(one, other) for one in here for other in there)


def _part_of(a: str, b: str) -> bool:
    """Whether one name is a word of the other, as reports shorten names after the first time."""
    short, long = sorted((a.casefold().split(), b.casefold().split()), key=len)
    return set(short) <= set(long)


def _posts_fit(a: Tellings, b: Tellings) -> bool:
    here, there = ({event.posts_from for event in one.events} - {None} for one in (a, b))
    return not here or not there or bool(here & there)


def _days_fit(a: Tellings, b: Tellings) -> int | None:
    """2 where both name the same few days, 1 where days overlap or lie nearby, 0 where one names none."""
    if a.date is None or b.date is None:
        return 0
    here, there = a.date.bounds, b.date.bounds
    if here.narrowed(there) is not None:
        return 2 if max(_length(here), _length(there)) <= SHORT else 1
    gap = _gap(here, there)
    both_short = max(_length(here), _length(there)) <= SHORT
    return 1 if both_short and gap is not None and gap <= NEARBY and _numbers_fit(a, b) is not False else None


def _length(bounds: Bounds) -> timedelta:
    if bounds.earliest is None or bounds.latest is None:
        return timedelta.max
    return bounds.latest - bounds.earliest


def _gap(a: Bounds, b: Bounds) -> timedelta | None:
    first, second = (a, b) if a.latest and b.earliest and a.latest < b.earliest else (b, a)
    return second.earliest - first.latest if second.earliest and first.latest else None


def _numbers(tellings: Tellings) -> set[int]:
    return {found for event in tellings.events if (found := number(event)) is not None}


def _numbers_fit(a: Tellings, b: Tellings) -> bool | None:
    """Whether a number of the one agrees with one of the other; `None` where one side gives none."""
    here, there = [[event for event in one.events if _has_number(event)] for one in (a, b)]
    if not here or not there:
        return None
    return any(_agree(one, other) or _agree(other, one) for one in here for other in there)


def _has_number(event: Event) -> bool:
    return number(event) is not None or event.count_modifier in ("dozens", "hundreds")


def _agree(vague: Event, exact: Event) -> bool:
    least, most = number(vague), number(exact)
    match vague.count_modifier:
        case "dozens" if least is None:
            return most in _DOZENS if most is not None else exact.count_modifier == "dozens"
        case "hundreds" if least is None:
            return most in _HUNDREDS if most is not None else exact.count_modifier == "hundreds"
    if least is None or most is None:
        return False
    match vague.count_modifier:
        case "at-least" | "more-than":
            return least <= most <= 2 * least
        case "about":
            return abs(least - most) <= _ABOUT * least
    return least == most


def _usual(values: Iterable[str | None]) -> str | None:
    """The value that most tellings give, the alphabetically first of equals."""
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _narrowest(dates: Sequence[Edtf]) -> Edtf | None:
    """The date that says most; of those the one that most tellings give, then the earliest."""
    counts = Counter(one.text for one in dates)
    return min(
        dates,
        key=lambda one: (_length(one.bounds), -counts[one.text], one.bounds.earliest or date.min, one.text),
        default=None,
    )
