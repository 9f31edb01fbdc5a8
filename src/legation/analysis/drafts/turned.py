"""Do two that a sentence names change places, or does one of them stand for another: who replaced whom?

Held against near sentences with the same verb between the same two; a passive turns them once more. It only speaks
where both sentences are plain enough for the order of words to tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.analysis.drafts.agreeing import agree
from legation.analysis.drafts.atoms import Atom
from legation.analysis.drafts.nearest import Near
from legation.analysis.drafts.reading import Said
from legation.model.drafts import DraftPoint

_NEAR = 0.4
_AS_NEAR = 0.85
_SAME = 0.5
_VERB, _OBJECT = 4, 10
"""Words within which the verb follows the first, and the second follows the verb."""
_PAIRED = frozenset({"name", "party"})
_AGENTS = frozenset({"by", "von", "durch", "par", "por", "da", "door", "przez"})
"""Words before whoever does it in a passive; languages with a case for it have none."""


@dataclass(frozen=True, slots=True)
class _Order:
    """One named before another with a verb between."""

    first: Atom
    second: Atom
    verbs: frozenset[str]
    passive: bool


def turned_points(said: Said, near: Sequence[Near]) -> Iterator[DraftPoint]:
    """A point for each two whom the nearest sentences with the same verb have the other way round, or not together."""
    for order in _orders(said):
        held = [*_held(order, near)]
        if not held:
            yield from _with_another(order, near)
            continue
        as_near = [same for each, same in held if each.share >= held[0][0].share * _AS_NEAR]
        if not any(as_near):
            yield _point(order, "the other way round", held[0][0])


def _with_another(order: _Order, near: Sequence[Near]) -> Iterator[DraftPoint]:
    """Somebody with whom the nearest sentence with the same verb has another person than the draft."""
    if order.first.kind != "name":
        return
    for each in near:
        if each.share < _SAME:
            return
        for other in _orders(each.known.said):
            if not order.verbs & other.verbs or other.first.kind != "name" or order.passive != other.passive:
                continue
            if agree(order.first, other.first) and not any(
                agree(order.second, name) for name in each.known.said.of_kind("name")
            ):
                yield _point(order, other.second.text, each)
                return


def _point(order: _Order, says: str, near: Near) -> DraftPoint:
    printed = f"{order.first.text} … {order.second.text}"
    return DraftPoint(kind="event", printed=printed, verdict="differs", says=says, ground=near.known.ground)


def _held(order: _Order, near: Sequence[Near]) -> Iterator[tuple[Near, bool]]:
    """Near sentences with the same two and the same verb, each with whether they stand in the same roles."""
    for each in near:
        if each.share < _NEAR:
            return
        for other in _orders(each.known.said):
            if not order.verbs & other.verbs:
                continue
            same = agree(order.first, other.first) and agree(order.second, other.second)
            crossed = agree(order.first, other.second) and agree(order.second, other.first)
            if same != crossed:
                yield each, same == (order.passive == other.passive)


def _orders(said: Said) -> Iterator[_Order]:
    quoted = {index for first, after in said.quotes for index in range(first, after)}
    atoms = sorted((a for a in said.atoms if a.kind in _PAIRED and a.first not in quoted), key=lambda a: a.first)
    for number, first in enumerate(atoms):
        for second in atoms[number + 1 : number + 3]:
            if second.kind != first.kind or second.first - first.after > _VERB + _OBJECT:
                continue
            order = _between(said, first, second)
            if order is not None:
                yield order


def _behind(said: Said, after: int, stop: int) -> int:
    """The word after somebody's name, over what is put beside it between commas."""
    tokens = said.marked.tokens
    if tokens[after].text != ",":
        return after
    return next((index + 1 for index in range(after + 1, stop) if tokens[index].text == ","), after)


def _between(said: Said, first: Atom, second: Atom) -> _Order | None:
    """The verbs between two, where nothing else that could do something stands before them."""
    marked = said.marked
    start = _behind(said, first.after, second.first)
    inside = range(start, min(start + _VERB, second.first))
    verbs = {feature for index in inside for feature in said.features[index] if feature[0] in "st"}
    if not verbs or any(marked.tokens[i].text in ";:" for i in range(first.after, second.first)):
        return None
    agent = any(marked.words[i] in _AGENTS for i in range(first.after, second.first))
    passive = agent and any(marked.is_in(i, "be") for i in inside)
    return _Order(first, second, frozenset(verbs), passive)
