"""Which tellings of one report are of the same happening, and what does the report fill in?

Two tellings are one happening where nothing that both say disagrees. What a telling leaves open is filled from the
others of its happening or from the report's own course, and the basis says so; where nothing settles it, it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from itertools import takewhile

from legation.extraction.news.lists_of_states import LISTED
from legation.extraction.news.subject import GENERIC, SPEAKER
from legation.extraction.news.tellings import Telling
from legation.model.dates import Edtf, Precision
from legation.model.quick import changed

_UNREAL = frozenset({"negated", "hypothetical", "denied", "threatened", "called-for", "alleged", "retracted"})
_DENIED = frozenset({"negated", "denied"})
_PERSONAL = frozenset({"appointment", "posting-end", "sanction"})
"""Types of which each telling is of one named person."""


@dataclass(slots=True)
class Group:
    """Tellings of one happening, in the order of the text; the first of the body speaks for it."""

    tellings: list[Telling] = field(default_factory=list)
    different: dict[tuple[object, ...], Telling] = field(default_factory=dict)
    """One telling for each combination of slots: the others of it need no look."""

    def takes(self, telling: Telling) -> bool:
        """Whether a telling may be of this happening."""
        return all(_agree(telling, other) for other in self.different.values())

    def add(self, telling: Telling) -> None:
        """Take a telling in."""
        self.tellings.append(telling)
        self.different.setdefault(_slots(telling), telling)

    @property
    def speaker(self) -> Telling:
        """The telling that stands for the happening: of the body before the title, the fuller before the poorer."""
        return min(self.tellings, key=lambda telling: (telling.layer != "body", -_fullness(telling), telling.start))


def _fullness(telling: Telling) -> int:
    slots = (telling.known_actor, telling.target, telling.count or telling.modifier, telling.date or telling.when)
    return sum(slot is not None for slot in slots) + (telling.count is not None)


def _spoken(telling: Telling, interview: tuple[bool, str | None]) -> Telling:
    """A telling by "us": as of the last subject; in an interview, whose questions name others, as of whom it asks."""
    asked, state = interview
    return changed(
        telling,
        actor=(state if asked else GENERIC) if telling.actor == SPEAKER else telling.actor,
        target=state if telling.target == SPEAKER and asked and state is not None else telling.target,
    )


def with_actors(
    tellings: Sequence[Telling],
    subjects: Sequence[tuple[str | None, ...]],
    *,
    interview: tuple[bool, str | None] = (False, None),
) -> list[Telling]:
    """Tellings with "it" and "the government" resolved to the last subject before them.

    Args:
        tellings: In the order of the text.
        subjects: For each sentence of the report, the codes that "it" may mean, the likeliest first.
        interview: Whether the report asks and answers, and the state of whom it asks: what "we" means there.
    """
    found: list[Telling] = []
    for telling in tellings:
        if SPEAKER in (telling.actor, telling.target):
            telling = _spoken(telling, interview)
        if telling.actor == GENERIC:
            earlier = next(
                (t.known_actor for t in reversed(found[-8:]) if t.known_actor and t.sentence >= telling.sentence - 2),
                None,
            )
            candidates = (*subjects[telling.sentence], earlier)
            code = next((code for code in candidates if code is not None and code != telling.target), None)
            telling = changed(telling, actor=code, target=code if telling.target == GENERIC else telling.target)
        found.append(telling)
    steps = [other for other in found if other.type in ("expulsion", "aggregate")]
    named = {(code, step.target) for step in steps for code in (*step.deciders, step.known_actor) if code is not None}
    return [_with_host(telling, named) for telling in found]


def _with_host(telling: Telling, named: Set[tuple[str, str | None]]) -> Telling:
    """A passive at a mission whose host the report names among those who act against its sender: the host decides."""
    host = telling.mission_host
    decides = telling.actor is None and host != telling.target and (host, telling.target) in named
    return changed(telling, actor=host) if decides else telling


def with_totals(tellings: Sequence[Telling]) -> list[Telling]:
    """A title's number without a decider that the body's numbers of several states add up to is a total."""
    return [changed(t, type="aggregate") if t.layer == "title" and _adds_up(t, tellings) else t for t in tellings]


def _adds_up(telling: Telling, others: Sequence[Telling]) -> bool:
    if telling.type != "expulsion" or telling.known_actor is not None or telling.count is None:
        return False
    terms = {
        other.known_actor: other.count
        for other in others
        if other.layer != "title" and other.type == "expulsion" and other.known_actor and other.count
    }
    return len(terms) > 1 and sum(terms.values()) == telling.count


def grouped(tellings: Sequence[Telling]) -> list[Group]:
    """Tellings by happening, in the order of their first."""
    groups: list[Group] = []
    open_groups: list[Group] = []
    for telling in tellings:
        alone = telling.rule in _ALONE or telling.type == "aggregate"
        home = None if alone else next((group for group in open_groups if group.takes(telling)), None)
        if home is None:
            home = Group()
            groups.append(home)
            open_groups += [] if alone else [home]
        home.add(telling)
    return groups


_ALONE = frozenset({LISTED, "expulsion.earlier"})
"""Rules of tellings that are a happening each."""


def _slots(telling: Telling) -> tuple[object, ...]:
    """What decides whether two tellings agree."""
    when = telling.when.value.text if telling.when and telling.when.value else None
    sides = (telling.type, telling.known_actor, telling.target, telling.count, telling.modifier, telling.posts_to)
    return (*sides, when, telling.status in _UNREAL, telling.rule, telling.persons, telling.past_perfect)


def _agree(one: Telling, other: Telling) -> bool:
    """Whether two tellings may be of one happening: what both say agrees, and more than the type is shared."""
    alone = (LISTED, "expulsion.earlier")
    if one.type != other.type or one.type == "aggregate" or one.rule in alone:
        return False
    if other.rule in alone or (one.status in _UNREAL) != (other.status in _UNREAL):
        return False
    if one.status != other.status and (one.status in _DENIED or other.status in _DENIED):
        return False
    pairs = (
        (one.known_actor, other.known_actor),
        (one.target, other.target),
        (one.count, other.count),
        (one.posts_to, other.posts_to),
    )
    if any(a is not None and b is not None and a != b for a, b in pairs):
        return False
    if one.type in _PERSONAL and not any(_is_same(p.name, q.name) for p in one.persons for q in other.persons):
        return False
    if (one.modifier == "dozens") != (other.modifier == "dozens") and (one.count or other.count):
        return False
    if not any(a is not None and a == b for a, b in pairs):
        return False
    return _dates_agree(one, other)


def _is_same(one: str, other: str) -> bool:
    """Whether two names are one but for the endings of their cases."""
    words = list(zip(one.casefold().split(), other.casefold().split(), strict=False))
    alike = all(_stem(*pair) >= max(min(map(len, pair)) - _ENDING, 2) for pair in words)
    return alike and len(one.split()) == len(other.split())


def _stem(one: str, other: str) -> int:
    """How many letters two words begin alike with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


_ENDING = 2
"""Letters of the longest ending in which two cases of a name differ."""


def _dates_agree(one: Telling, other: Telling) -> bool:
    first, second = one.when.value if one.when else None, other.when.value if other.when else None
    if first is None or second is None:
        named = {person.name for person in one.persons} and {person.name for person in other.persons}
        alone = one.past_perfect != other.past_perfect and (
            (one.count is None and other.count is None) or _only_year(first or second)
        )
        return not (named and one.persons != other.persons) and not alone
    return first.bounds.narrowed(second.bounds) is not None


def _only_year(date: Edtf | None) -> bool:
    return date is not None and date.precision is Precision.YEAR


def merged(group: Group) -> Telling:
    """The happening as one telling: its speaker's words, with what the others add."""
    kept = group.speaker
    for other in group.tellings:
        if other is not kept:
            kept = _filled(kept, other)
    return changed(
        kept,
        places=tuple((t.start, t.end) for t in group.tellings if t.start != kept.start),
        sentences=tuple(t.sentence for t in group.tellings),
    )


def _filled(kept: Telling, other: Telling) -> Telling:
    dated = kept.when is not None and kept.when.value is not None
    return changed(
        kept,
        actor=kept.known_actor or other.known_actor,
        target=kept.target or other.target,
        mission=kept.mission or other.mission,
        city=kept.city or other.city,
        count=kept.count if kept.count is not None else other.count,
        modifier=kept.modifier or (other.modifier if kept.count is None else None),
        unit=kept.unit or other.unit,
        posts_from=kept.posts_from if kept.posts_from is not None else other.posts_from,
        posts_to=kept.posts_to if kept.posts_to is not None else other.posts_to,
        persons=kept.persons or other.persons,
        when=kept.when if dated or other.when is None else other.when,
        date_basis=kept.date_basis if dated or other.when is None else "coreference",
        deadline=kept.deadline or other.deadline,
        retaliation=kept.retaliation or other.retaliation,
        past_perfect=kept.past_perfect and other.past_perfect,
    )
