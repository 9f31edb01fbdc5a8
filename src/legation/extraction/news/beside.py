"""What do the tellings right before one say of it? Its decider or whose people it tells of, where its own words don't.

Only what stands within a few sentences counts, and only where the sides fit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.news.tellings import Telling


def as_before(telling: Telling, before: Sequence[Telling]) -> Telling:
    """A closure or ceiling without a decider right behind a step: by its decider, where the sides fit."""
    if telling.type == "expulsion" and telling.target is None:
        closed = _of_closed(telling, before)
        return telling if closed is None else replace(telling, actor=closed.actor, target=closed.target)
    if telling.type == "expulsion" and ".must-leave." not in telling.rule:
        return telling
    last = next((t for t in reversed(before) if t.known_actor and t.target and t.type != "threat"), None)
    if last is None or telling.sentence - last.sentence > _BEHIND:
        return telling
    if telling.when is not None and last.when is not None and telling.when.value != last.when.value:
        return telling
    if telling.target is None and telling.type == "ceiling" and last.type == "expulsion":
        return replace(telling, actor=last.actor, target=last.target)
    if telling.target == last.target:
        return replace(telling, actor=last.actor)
    own = telling.type == "closure" and telling.target == last.actor
    return replace(telling, actor=last.actor) if own else telling


_BEHIND = 2


def _of_closed(telling: Telling, before: Sequence[Telling]) -> Telling | None:
    """The closing of a mission right before, of whose staff a step then tells: by whom the mission is closed."""
    last = next((t for t in reversed(before) if t.layer == telling.layer and t.target), None)
    near = last is not None and telling.sentence - last.sentence <= _BEHIND
    return last if last is not None and near and last.type == "closure" and last.target != last.actor else None


def is_within(telling: Telling, before: Sequence[Telling]) -> bool:
    """Whether some of those of whom a step is told right before are only told again."""
    return any(
        t.type == "expulsion"
        and 0 <= telling.sentence - t.sentence <= _NEAR
        and (t.count is None or telling.count is None or telling.count <= t.count)
        and (None in (telling.known_actor, t.known_actor) or telling.known_actor == t.known_actor)
        for t in before
    )


_NEAR = 3
"""Sentences behind a step in which "some of them" are of its people."""


def beside(telling: Telling, before: Sequence[Telling]) -> str | None:
    """Whose staff are meant: of whom the paragraph's last sentence spoke."""
    near = (t for t in reversed(before) if t.paragraph == telling.paragraph and telling.sentence - t.sentence <= 1)
    last = next((t for t in near if t.target and t.type != "threat"), None)
    if last is None:
        return None
    return last.target if last.target != telling.known_actor else last.known_actor


def of_both(telling: Telling, before: Sequence[Telling], both: Sequence[str]) -> Telling:
    """Relations that change by themselves are of the two whose relations were told of last, or of the title's two."""
    last = next((t for t in reversed(before) if t.type == "relations" and t.known_actor and t.target), None)
    sides = (last.actor, last.target) if last is not None else tuple(both) if len(both) == _BOTH else (None, None)
    return replace(telling, actor=sides[0], target=sides[1])


_BOTH = 2
