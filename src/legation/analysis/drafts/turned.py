"""Do two that a sentence names change places: who replaced whom, who accused whom?

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
    """A point for each two whom the nearest sentence with the same verb has the other way round."""
    for order in _orders(said):
        found = next((each for each in _held(order, near)), None)
        if found is not None and not found[1]:
            ground = found[0].known.ground
            printed = f"{order.first.text} … {order.second.text}"
            yield DraftPoint(
                kind="event", printed=printed, verdict="differs", says="the other way round", ground=ground
            )


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
