"""The sentences of a report that speak, each marked and dated, and who was the subject before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from legation.extraction.news.layers import Paragraph
from legation.extraction.news.lexicon import Lexicon
from legation.extraction.news.marking import mark
from legation.extraction.news.mentions import Marked
from legation.language.tokens import Sentence, sentences
from legation.language.when import When, whens
from legation.model.claims import Layer
from legation.model.dates import Bounds, Edtf

SPEAKING: frozenset[Layer] = frozenset({"title", "body", "update"})
"""Layers from which events and claims are read."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a report: its words with their mentions, its dates, its layer and paragraph."""

    number: int
    paragraph: int
    layer: Layer
    marked: Marked
    dates: tuple[When, ...]

    @property
    def start(self) -> int:
        """First code point in the document's text."""
        return self.marked.tokens[0].start


def lines(text: str, parts: Sequence[Paragraph], lexicon: Lexicon, published: Bounds | None) -> tuple[Line, ...]:
    """Every sentence of the layers that speak, in order."""
    first: list[tuple[int, Layer, Marked]] = []
    for number, part in enumerate(parts):
        if part.layer in SPEAKING:
            for sentence in sentences(text, part.start, part.end):
                first.append((number, part.layer, mark(sentence, lexicon)))
    named = frozenset(
        party.sense.code
        for _, _, marked in first
        for party in marked.parties
        if party.sense.code and marked.tokens[party.after - 1].is_capital
    )
    return tuple(
        Line(index, number, layer, _kept(marked, named), whens(marked.tokens, lexicon.language, published))
        for index, (number, layer, marked) in enumerate(first)
    )


def _kept(marked: Marked, named: frozenset[str]) -> Marked:
    """The sentence without "the alliance" and the like where the report names none."""
    loose = any(
        not marked.tokens[party.after - 1].is_capital
        and party.sense.kind != "adjective"
        and party.sense.code not in named
        for party in marked.parties
    )
    return mark_again(marked, named) if loose else marked


def mark_again(marked: Marked, named: frozenset[str]) -> Marked:
    """The same sentence, with the codes that the report names."""
    return mark(Sentence(marked.tokens), marked.lexicon, named)


def subjects(read: Sequence[Line]) -> list[tuple[str | None, ...]]:
    """For each sentence, the codes that "it" may mean: the last subject of the two sentences before it, the title's."""
    found: list[tuple[str | None, ...]] = []
    title: str | None = None
    recent: list[str | None] = []
    for line in read:
        found.append((next((code for code in reversed(recent[-2:]) if code), None), title))
        own = next((d.code for d in line.marked.deciders if d.subject and d.code), None)
        if line.layer == "title":
            title = title or own
        else:
            recent.append(own)
    return found


def pointing_back(read: Sequence[Line]) -> dict[int, Edtf]:
    """For sentences that begin with "in response to that …": the last date of the sentence before."""
    found: dict[int, Edtf] = {}
    for before, line in pairwise(read):
        opens = line.marked.lexicon.phrases("retaliation-back").longest(line.marked.words)
        if opens is None or not line.marked.is_in(opens[1], "back-reference"):
            continue
        values = [when.value for when in before.dates if when.value is not None and when.role == "on"]
        if values:
            found[line.number] = values[-1]
    return found
