"""The sentences of a report that speak, each marked and dated, and who was the subject before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from legation.extraction.news.layers import Paragraph
from legation.extraction.news.lexicon import Lexicon
from legation.extraction.news.marking import mark
from legation.extraction.news.mentions import OWN, Decider, Marked, Party
from legation.language.date_roles import When
from legation.language.tokens import Sentence, Token, sentences
from legation.language.when import whens
from legation.model.claims import Layer
from legation.model.dates import Bounds, Edtf
from legation.model.quick import quick

SPEAKING: frozenset[Layer] = frozenset({"title", "body", "update"})
"""Layers from which events and claims are read."""


@quick
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


def lines(
    parts: Sequence[Paragraph], words: Sequence[tuple[Token, ...]], lexicon: Lexicon, published: Bounds | None
) -> tuple[Line, ...]:
    """Every sentence of the layers that speak, in order; `words` has the tokens of each part."""
    first: list[tuple[int, Layer, Marked]] = []
    for number, (part, found) in enumerate(zip(parts, words, strict=True)):
        if part.layer in SPEAKING or (part.layer == "heading" and _is_date(found, lexicon, published)):
            for sentence in sentences(found):
                first.append((number, part.layer, mark(sentence, lexicon)))
    named = frozenset(
        party.sense.code
        for _, _, marked in first
        for party in marked.parties
        if party.sense.code and is_named(marked, party)
    )
    return tuple(
        Line(index, number, layer, _kept(marked, named), whens(marked.tokens, lexicon.language, published))
        for index, (number, layer, marked) in enumerate(first)
    )


def is_named(marked: Marked, party: Party) -> bool:
    """Whether a party is printed as a name: its first or last word has a capital."""
    return marked.tokens[party.first].is_capital or marked.tokens[party.after - 1].is_capital


def _is_date(found: Sequence[Token], lexicon: Lexicon, published: Bounds | None) -> bool:
    """Whether a heading is nothing but a date, so that it dates what stands under it."""
    dates = whens(found, lexicon.language, published) if len(found) <= _DATE_WORDS else ()
    return bool(dates) and all(
        any(when.first <= index < when.after for when in dates) or not token.is_word
        for index, token in enumerate(found)
    )


_DATE_WORDS = 8


def _kept(marked: Marked, named: frozenset[str]) -> Marked:
    """The sentence without "the alliance" and the like where the report names none."""
    loose = any(
        (not is_named(marked, party) and party.sense.kind != "adjective" and party.sense.code not in named)
        or party.sense.code is None
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
            title = title or own or next((d.code for d in line.marked.deciders if d.code and _governs(line, d)), None)
        else:
            recent.append(own)
    return found


def _governs(line: Line, decider: Decider) -> bool:
    """Whether a decider is a government by its words: whose statement a title announces."""
    return any(line.marked.may_open(index, ("government",)) for index in range(decider.first, decider.after))


def pointing_back(read: Sequence[Line]) -> dict[int, Edtf]:
    """For sentences that begin with "in response to that …": the last date of the sentence before."""
    found: dict[int, Edtf] = {}
    for before, line in pairwise(read):
        opens = line.marked.phrase_at("retaliation-back", 0)
        if opens is None or not line.marked.is_in(opens[1], "back-reference"):
            continue
        values = [when.value for when in before.dates if when.value is not None and when.role == "on"]
        if values:
            found[line.number] = values[-1]
    return found


_QUESTIONS = 2
"""Questions that make a report an interview."""


def interview(read: Sequence[Line]) -> tuple[bool, str | None]:
    """Whether a report asks and answers, and the state of whom it asks: the first of title and first question."""
    asked = [line for line in read if line.layer == "body" and line.marked.tokens[-1].text == "?"]
    if len(asked) < _QUESTIONS:
        return False, None
    named = (d.code for line in (*(ln for ln in read if ln.layer == "title"), asked[0]) for d in line.marked.deciders)
    return True, next((code for code in named if code), None)


def _first(mention: tuple[int, str | None]) -> int:
    return mention[0]


def sender_in_title(read: Sequence[Line]) -> str | None:
    """Whose people the title speaks of."""
    mentions = (p for line in read if line.layer == "title" for p in line.marked.people)
    return next((p.sending for p in mentions if p.sending not in (None, OWN)), None)


def states_in_title(read: Sequence[Line]) -> tuple[str, ...]:
    """The states that the title names, each once."""
    named = (p.sense.code for line in read if line.layer == "title" for p in line.marked.parties if p.sense.code)
    return tuple(dict.fromkeys(named))


def only_sender(read: Sequence[Line]) -> str | None:
    """The state whose missions and people alone a report speaks of, where there is one."""
    sending = {m.sending for line in read for m in line.marked.missions} | {
        p.sending for line in read for p in line.marked.people
    }
    sending -= {None, OWN}
    return next(iter(sending)) if len(sending) == 1 else None


def spoken_of(read: Sequence[Line]) -> dict[int, str]:
    """For each sentence, of whose people or mission the two sentences before it spoke last."""
    found: dict[int, str] = {}
    recent: list[str | None] = []
    for line in read:
        last = next((code for code in reversed(recent[-2:]) if code), None)
        if last is not None:
            found[line.number] = last
        mentions = [(m.first, m.sending) for m in line.marked.people if m.sending not in (None, OWN)]
        mentions += [(m.first, m.sending) for m in line.marked.missions if m.sending not in (None, OWN)]
        recent.append(max(mentions, key=_first)[1] if mentions else None)
    return found
