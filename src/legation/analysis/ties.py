"""What ties persons, missions and happenings of a case to each other, and on which days?

Postings, successions and judged names in happenings; claims and links that nobody judged only where they are asked for.
Places and events with very many people tie everybody to everybody: they are hubs, and left out unless asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from legation.model.case import Derived
from legation.model.claims import Claim
from legation.model.dates import ANY_DAY, Bounds, Certainty, Period
from legation.model.documents import Passage
from legation.model.findings import Happening
from legation.model.paths import StepKind, Stop
from legation.model.postings import Posting

HUB = 150
"""Persons at one mission at one time, or named in one happening, from which on it connects everybody with everybody."""
MOST_STEPS = 6
MOST_PATHS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A step that may be taken from one person, mission or happening to another, in either direction."""

    kind: StepKind
    first: str
    second: str
    period: Bounds
    certainty: Certainty = Certainty.CERTAIN
    mission: str | None = None
    grounds: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    says: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What may be on a path."""

    hubs: bool = False
    """Whether places and events with very many people count as well."""
    claims: tuple[tuple[Claim, str, str], ...] = ()
    """Claims of contacts and the like with the two persons whom each ties."""
    link: float | None = None
    """From which probability on unjudged links count."""
    most_steps: int = MOST_STEPS
    most_paths: int = MOST_PATHS


def listed_period(posting: Posting) -> Period:
    """The time in which lists show somebody: it may begin and end on any day that they leave open."""
    return Period(start=posting.listed_from, end=posting.listed_to or Bounds(earliest=posting.listed_from.latest))


@dataclass(eq=False)
class Net:
    """Everything that ties somebody to somebody, looked up by one of them."""

    labels: dict[str, Stop]
    by_mission: dict[str, list[Posting]]
    postings: dict[str, list[Posting]]
    ties: dict[str, list[Tie]] = field(default_factory=lambda: defaultdict(list))
    hubs: set[str] = field(default_factory=set)
    ends: frozenset[str] = frozenset()

    @staticmethod
    def of(derived: Derived, wanted: Wanted, tellings: Mapping[str, Passage], ends: Collection[str]) -> Net:
        """The net of a case."""
        labels = {person.id: Stop(id=person.id, kind="person", label=person.label) for person in derived.persons}
        by_mission: dict[str, list[Posting]] = defaultdict(list)
        by_person: dict[str, list[Posting]] = defaultdict(list)
        for posting in derived.postings:
            by_mission[posting.mission].append(posting)
            by_person[posting.person.id].append(posting)
        labels |= {key: Stop(id=key, kind="mission", label=key) for key in by_mission}
        labels |= {each.id: Stop(id=each.id, kind="happening", label=each.type) for each in derived.happenings}
        net = Net(labels=labels, by_mission=by_mission, postings=by_person, ends=frozenset(ends))
        if not wanted.hubs:
            net.hubs = {key for key, found in by_mission.items() if _crowd(found) > HUB}
        for tie in (*_successions(derived), *_named(derived, tellings), *_asked(derived, wanted)):
            net.add(tie)
        if not wanted.hubs:
            crowded = [key for key, found in net.ties.items() if labels[key].kind == "happening" and len(found) > HUB]
            net.hubs.update(crowded)
        return net

    def add(self, tie: Tie) -> None:
        """Let a tie be found from both of its sides."""
        if tie.first in self.labels and tie.second in self.labels and tie.first != tie.second:
            self.ties[tie.first].append(tie)
            self.ties[tie.second].append(tie)


def _crowd(found: Sequence[Posting]) -> int:
    """The most persons whom one edition lists there."""
    counted: dict[str, int] = defaultdict(int)
    for posting in found:
        for edition in posting.editions:
            counted[edition] += 1
    return max(counted.values(), default=0)


def _successions(derived: Derived) -> Iterator[Tie]:
    ends = {(posting.person.id, posting.mission): posting for posting in derived.postings}
    for one in derived.successions:
        if one.predecessor.id is None or one.successor.id is None:
            continue
        after = ends.get((one.successor.id, one.mission))
        yield Tie(
            kind="succession",
            first=one.predecessor.id,
            second=one.successor.id,
            period=after.start if after is not None else ANY_DAY,
            certainty=Certainty.CERTAIN if one.certainty in ("stated", "single-seat") else Certainty.POSSIBLE,
            mission=one.mission,
            grounds=(one.id,),
            passages=one.passages[-2:],
            says=one.slot,
        )


def _named(derived: Derived, tellings: Mapping[str, Passage]) -> Iterator[Tie]:
    """Persons whom a report was judged to name in a happening."""
    of_telling = {telling: happening for happening in derived.happenings for telling in happening.tellings}
    for naming in derived.namings:
        if naming.judgement is None:
            continue
        for telling in naming.mention.said:
            happening = of_telling.get(telling)
            if happening is not None and telling in tellings:
                yield Tie(
                    kind="named",
                    first=naming.person.id,
                    second=happening.id,
                    period=_day(happening),
                    mission=happening.mission,
                    grounds=(happening.id, naming.id),
                    passages=(tellings[telling],),
                )


def _day(happening: Happening) -> Bounds:
    return happening.date.bounds if happening.date is not None else ANY_DAY


def _asked(derived: Derived, wanted: Wanted) -> Iterator[Tie]:
    """What is on a path only where it was asked for: claims, and links that nobody judged."""
    for claim, first, second in wanted.claims:
        yield Tie(
            kind="claim",
            first=first,
            second=second,
            period=claim.when.bounds if claim.when is not None else ANY_DAY,
            certainty=Certainty.POSSIBLE,
            grounds=(claim.id,),
            passages=(claim.passage,),
            says=claim.type,
        )
    for link in derived.links if wanted.link is not None else ():
        if link.probability >= (wanted.link or 0):
            yield Tie(
                kind="link",
                first=link.a.id,
                second=link.b.id,
                period=ANY_DAY,
                certainty=Certainty.POSSIBLE,
                grounds=(link.id,),
                says=f"{link.probability:.2f}",
            )


def days_of(posting: Posting) -> tuple[date, date]:
    """The first and the last day on which somebody may be listed."""
    early = posting.listed_from.earliest or date.min
    late = posting.listed_to.latest if posting.listed_to is not None else None
    return early, late or date.max


def served(posting: Posting) -> Tie:
    """Somebody at a mission."""
    early, late = days_of(posting)
    return Tie(
        kind="posting",
        first=posting.person.id,
        second=posting.mission,
        period=_open(early, late),
        mission=posting.mission,
        grounds=(posting.id,),
        passages=posting.passages[-1:],
        says=_editions(posting.editions),
    )


def together(one: Posting, other: Posting) -> Tie:
    """Two who were listed at one mission, with a line of each from the same edition where there is one."""
    early, late = days_of(one)
    start, end = days_of(other)
    both = [day for day in one.editions if day in set(other.editions)]
    places = [
        posting.passages[posting.editions.index(both[0]) if both else -1]
        for posting in (one, other)
        if posting.passages and len(posting.passages) == len(posting.editions)
    ]
    return Tie(
        kind="co-posting",
        first=one.person.id,
        second=other.person.id,
        period=_open(max(early, start), min(late, end)),
        certainty=Certainty.CERTAIN if both else listed_period(one).overlaps(listed_period(other)),
        mission=one.mission,
        grounds=(one.id, other.id),
        passages=tuple(places),
        says=_editions(both) if both else None,
    )


def _editions(days: Sequence[str]) -> str:
    return f"of {days[0]}" if len(days) == 1 else f"from {min(days)} to {max(days)}" if days else "of no known day"


def _open(early: date, late: date) -> Bounds:
    return Bounds(earliest=None if early == date.min else early, latest=None if late == date.max else late)


def tied_by_claims(claims: Iterable[Claim], person_of: Callable[[str], str | None]) -> Iterator[tuple[Claim, str, str]]:
    """The claims whose subject and object are two persons of the lists.

    Args:
        claims: of the case.
        person_of: the id of the person whom a name means, where one does.
    """
    for claim in claims:
        first = person_of(claim.subject) if claim.subject else None
        second = person_of(claim.object) if claim.object else None
        if first is not None and second is not None and first != second:
            yield claim, first, second
