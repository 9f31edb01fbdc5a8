"""Against whom is a step, where its own words don't say? Whose people the report speaks of beside it.

Only what the report says of the same decider, of its only sender or in its title fills a target; else it stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType

from legation.extraction.news.beside import as_before, beside, is_within, of_both
from legation.extraction.news.subject import SPEAKER
from legation.extraction.news.tellings import Telling
from legation.model.quick import changed

_AIMED = frozenset({"expulsion", "ceiling", "recall", "closure", "threat", "relations", "retaliation"})
"""Types whose target the report may say elsewhere."""


def with_targets(
    tellings: Sequence[Telling],
    subject: str | None = None,
    both: Sequence[str] = (),
    spoken: Mapping[int, str] = MappingProxyType({}),
    only: str | None = None,
) -> list[Telling]:
    """Tellings without a target get the one that their decider has elsewhere in the report, where there is only one.

    Args:
        tellings: In the order of the text.
        subject: Whose people the title speaks of, where it tells nothing itself.
        both: The states that the title names: of relations between "the two".
        spoken: For each sentence, of whose people or mission the sentences before it spoke last: what "its" means.
        only: The state whose people and missions alone the report speaks of.
    """
    sides = _sides(tellings, subject, both, only)
    found: list[Telling] = []
    for telling in tellings:
        if telling.target == SPEAKER:
            found.append(changed(telling, target=None))
        elif telling.foreign:
            found.append(telling)
        elif telling.loose:
            if not (telling.part and is_within(telling, found)):
                found.append(_of_staff(telling, found, spoken))
        elif not (telling.part and is_within(telling, found)):
            found.append(_aimed(telling, found, sides, spoken))
    return found


@dataclass(frozen=True, slots=True)
class _Sides:
    """Whose people a report speaks of.

    `known`: against whom each decider acts, both ways. `topic`: whom the title is about. `alone`: the only sender of
    all steps, or of all whom the report speaks of. `both`: the states that the title names.
    """

    known: Mapping[str, Set[str]]
    topic: str | None
    alone: str | None
    both: Sequence[str]


def _sides(tellings: Sequence[Telling], subject: str | None, both: Sequence[str], only: str | None) -> _Sides:
    known: dict[str, set[str]] = {}
    for telling in tellings:
        if telling.actor and telling.target and telling.target not in (SPEAKER, telling.actor):
            known.setdefault(telling.actor, set()).add(telling.target)
            known.setdefault(telling.target, set()).add(telling.actor)
    topic = next((t.target for t in tellings if t.layer == "title" and t.target), None) or subject
    steps = (t for t in tellings if t.type in ("expulsion", "aggregate", "ceiling"))
    sent = {t.target for t in steps if t.target not in (None, SPEAKER)}
    return _Sides(known, topic, next(iter(sent)) if len(sent) == 1 else only if not sent else None, both)


def _of_staff(telling: Telling, before: Sequence[Telling], spoken: Mapping[int, str]) -> Telling:
    """Staff that a sentence merely counts, or some of others: of whom the sentences before it spoke."""
    last = spoken.get(telling.sentence)
    last = last if last != telling.known_actor else None
    return changed(telling, target=telling.target or beside(telling, before) or last)


def _aimed(telling: Telling, before: Sequence[Telling], sides: _Sides, spoken: Mapping[int, str]) -> Telling:
    """A telling with its target as the report has it elsewhere."""
    if telling.own and telling.target is None and spoken.get(telling.sentence) != telling.known_actor:
        telling = changed(telling, target=spoken.get(telling.sentence))
    if telling.actor is None and telling.type in ("closure", "ceiling", "expulsion"):
        telling = as_before(telling, before)
    if telling.type == "relations" and telling.actor is None and telling.target is None:
        telling = of_both(telling, before, sides.both)
    if telling.type == "closure" and telling.target is None and telling.known_actor is not None:
        abroad = telling.mission_host not in (None, telling.known_actor)
        if abroad or telling.known_actor in (sides.topic, sides.alone):
            telling = changed(telling, target=telling.known_actor)
    if telling.type == "closure" and telling.target is None and telling.mission_host is not None:
        others = sides.known.get(telling.mission_host, frozenset())
        telling = changed(telling, target=next(iter(others)) if len(others) == 1 else None)
    if telling.target is not None or telling.type not in _AIMED:
        return telling
    return changed(telling, target=_aim(telling, sides))


def _aim(telling: Telling, sides: _Sides) -> str | None:
    """Against whom: the only one against whom its decider acts, whom the title is about, the only sender of all."""
    targets = sides.known.get(telling.actor or "", frozenset())
    if len(targets) == 1:
        return next(iter(targets))
    if telling.type not in ("recall", "threat") and telling.actor and sides.topic not in (None, telling.known_actor):
        return sides.topic
    bare = telling.actor is None and telling.status == "announced" and not telling.rule.endswith(".passive")
    sole = telling.type == "expulsion" and telling.known_actor != sides.alone and not bare
    return sides.alone if sole else None
