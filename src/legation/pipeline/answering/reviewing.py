"""Which pairs wait for somebody to judge them, and what has to be seen to judge one?

Pairs that hang together are reviewed together, the likeliest group first. What was judged is in the log, so a review
goes on where it was left. How likely a pair is, is told after the judgement alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from legation.model.dates import Edtf
from legation.model.documents import Passage
from legation.model.judgements import Judgement
from legation.model.links import Mention, Naming, PersonLink
from legation.model.postings import Posting
from legation.publishing.rows import Row, passages_row
from legation.store.case import Case

MOST_SAID = 6
"""Things that are shown of what a register says of an entry; the rest stands in the register."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One printed place of a side of a pair."""

    mission: str | None
    as_of: str | None
    title: str | None
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Days on the axis of time."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """One side of a pair: a person of the lists, a name in a report, or an entry of a register."""

    id: str
    label: str
    places: tuple[Shown, ...]
    """The first and the last line of each posting, or the report's passage."""
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two who may be one, as far as somebody has to see it."""

    id: str
    a: Aspect
    b: Aspect
    group: int
    """Pairs of one number hang together; from 1."""
    probability: float
    """Not to be shown before the pair is judged."""
    reasons: tuple[str, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Both sides."""
        return frozenset((self.a.id, self.b.id))


def waiting(case: Case, *, unsure: bool = False) -> tuple[Pair, ...]:
    """The pairs that nobody has judged, group by group, the likeliest first.

    Args:
        case: built.
        unsure: also those that were judged unsure.
    """
    return in_view(case, enumerate(hanging_together(case, unsure=unsure), 1))


def hanging_together(case: Case, *, unsure: bool = False) -> tuple[tuple[PersonLink | Naming, ...], ...]:
    """The links that nobody has judged, group by group, the likeliest first."""
    open_ = unjudged(case, unsure=unsure)
    groups = _groups(open_)
    members: defaultdict[int, list[PersonLink | Naming]] = defaultdict(list)
    for one in sorted(open_, key=lambda one: (-(one.probability or 0.0), one.id)):
        members[groups[ids_of(one)[0]]].append(one)
    best = sorted(members, key=lambda group: (-(members[group][0].probability or 0.0), group))
    return tuple(tuple(members[group]) for group in best)


def in_view(case: Case, groups: Iterable[tuple[int, Sequence[PersonLink | Naming]]]) -> tuple[Pair, ...]:
    """The pairs of these groups, by their numbers, with what has to be seen of them; reads no other postings."""
    chosen = [(number, one) for number, group in groups for one in group]
    postings: defaultdict[str, list[Posting]] = defaultdict(list)
    for posting in case.persons.postings_of(sorted({id_ for _, one in chosen for id_ in ids_of(one)})):
        postings[posting.person.id].append(posting)
    return tuple(_pair(one, number, postings) for number, one in chosen)


def unjudged(case: Case, *, unsure: bool = False) -> tuple[PersonLink | Naming, ...]:
    """The links and namings of the last build that no judgement has settled since, in no order of their own."""
    found: list[PersonLink | Naming] = [*case.derived.links()]
    found += [one for one in case.derived.namings() if one.judgement is None]
    known = settled(case, unsure=unsure)
    return tuple(one for one in found if not known.holds(*ids_of(one)))


def how_many_wait(case: Case) -> int:
    """How many pairs nobody has judged; counted without being loaded where nothing was judged yet."""
    if any(len(judgement.sides) == 2 for judgement in case.kept.live_judgements()):
        return len(unjudged(case))
    return case.derived.how_many_links() + sum(one.judgement is None for one in case.derived.namings())


def waiting_rows(case: Case, *, unsure: bool = False) -> Iterator[Row]:
    """The pairs that wait, for programs and for tables; without their probability, which comes after a judgement."""
    for pair in waiting(case, unsure=unsure):
        yield {
            "kind": "pair",
            "id": pair.id,
            "group": pair.group,
            "a": {"id": pair.a.id, "label": pair.a.label},
            "b": {"id": pair.b.id, "label": pair.b.label},
            "missions": [
                *sorted({place.mission for side in (pair.a, pair.b) for place in side.places if place.mission})
            ],
            "passages": passages_row(tuple(side.places[-1].passage for side in (pair.a, pair.b) if side.places)),
        }


@dataclass(slots=True, kw_only=True)
class Settled:
    """What judgements say of persons and mentions, as far as a pair needs no judgement any more."""

    judged: set[frozenset[str]]
    parent: dict[str, str]
    """Everybody judged one with somebody, towards the first of them."""

    def add(self, a: str, b: str, verdict: str) -> None:
        """Take one more judgement."""
        self.judged.add(frozenset((a, b)))
        if verdict == "same":
            self.parent[max(self.root(a), self.root(b))] = min(self.root(a), self.root(b))

    def root(self, one: str) -> str:
        """The first of all who are judged one with somebody."""
        while (above := self.parent.get(one, one)) != one:
            one = above
        return one

    def holds(self, a: str, b: str) -> bool:
        """Whether a pair was judged, or follows from pairs that were."""
        return frozenset((a, b)) in self.judged or self.root(a) == self.root(b)


def settled(case: Case, *, unsure: bool = False) -> Settled:
    """What the log says of persons and mentions at the moment.

    Args:
        case: built.
        unsure: whether what was judged unsure is still open.
    """
    counting = [one for one in case.kept.live_judgements() if len(one.sides) == 2 and _counts(one, unsure=unsure)]
    listings = (side.id for one in counting for side in one.sides if side.id.startswith("listing-"))
    persons = case.persons.of_listings(listings)
    found = Settled(judged=set(), parent={})
    for judgement in counting:
        a, b = (persons[side.id].id if side.id in persons else side.id for side in judgement.sides)
        found.add(a, b, judgement.verdict)
    return found


def _counts(judgement: Judgement, *, unsure: bool) -> bool:
    return judgement.verdict in ("same", "different") or (judgement.verdict == "unsure" and not unsure)


def ids_of(one: PersonLink | Naming) -> tuple[str, str]:
    """The two that a link or a naming is about."""
    return (one.a.id, one.b.id) if isinstance(one, PersonLink) else (one.mention.id, one.person.id)


def _groups(found: Iterable[PersonLink | Naming]) -> Mapping[str, int]:
    """Person or mention to the number of the group that hangs together."""
    together = Settled(judged=set(), parent={})
    for one in found:
        together.add(*ids_of(one), "same")
    roots = sorted({together.root(id_) for one in found for id_ in ids_of(one)})
    numbers = {root: number for number, root in enumerate(roots)}
    return {id_: numbers[together.root(id_)] for one in found for id_ in ids_of(one)}


def _pair(one: PersonLink | Naming, group: int, postings: Mapping[str, Sequence[Posting]]) -> Pair:
    if isinstance(one, PersonLink):
        a = _listed(one.a.id, one.a.label, postings)
        b = _listed(one.b.id, one.b.label, postings)
    else:
        a, b = _mentioned(one), _listed(one.person.id, one.person.label, postings)
    return Pair(id=one.id, a=a, b=b, group=group, probability=one.probability or 0.0, reasons=one.reasons)


def _listed(id_: str, label: str, postings: Mapping[str, Sequence[Posting]]) -> Aspect:
    held = sorted(postings.get(id_, ()), key=lambda posting: (posting.editions, posting.id))
    places = []
    for posting in held:
        ends = {0, len(posting.passages) - 1} if posting.passages else set()
        for at in sorted(ends):
            title = posting.titles[0 if at == 0 else -1].title if posting.titles else None
            places.append(
                Shown(mission=posting.mission, as_of=posting.editions[at], title=title, passage=posting.passages[at])
            )
    spans = tuple(span for posting in held if (span := _span(posting.editions)) is not None)
    return Aspect(id=id_, label=label, places=tuple(places), spans=spans)


def _mentioned(naming: Naming) -> Aspect:
    mention = naming.mention
    span = _span([mention.published]) if mention.published else None
    return Aspect(
        id=mention.id,
        label=mention.name,
        places=(Shown(mission=None, as_of=mention.published, title=_entered(mention), passage=mention.passage),),
        spans=(span,) if span else (),
    )


def _entered(mention: Mention) -> str | None:
    """What a register says of an entry, with which somebody may be known again."""
    entry = mention.entry
    if entry is None:
        return None
    born = (f"born: {entry.born}",) if entry.born else ()
    states = (f"country: {', '.join(entry.countries)}",) if entry.countries else ()
    return "; ".join((*born, *states, *entry.says[:MOST_SAID])) or None


def _span(days: Sequence[str]) -> Span | None:
    """From the first to the last of some dates; `None` where a side isn't known."""
    if not days:
        return None
    first, last = Edtf.parse(days[0]).bounds.earliest, Edtf.parse(days[-1]).bounds.latest
    return Span(first=first, last=last) if first and last else None
