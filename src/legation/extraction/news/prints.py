"""How does a report print what it says, where that may mislead its readers?

One happening told as planned here and as decided there, one surname in two spellings, two sentences joined without a
space. Everything is kept as printed: nothing is repaired, and nothing follows from it by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from legation.extraction.news.cast import Cast
from legation.extraction.news.happenings import Group
from legation.extraction.news.reading_order import Line
from legation.language.names import folded_name, skeletons
from legation.model.claims import Event, Print, PrintKind
from legation.model.documents import Document
from legation.model.keys import made_id

SHORTEST_NAME = 5
"""Letters from which on two spellings of one sound are likely of one name."""

_WEAK = frozenset({"planned", "threatened", "called-for", "hypothetical"})
_STRONG = frozenset({"announced", "executed", "confirmed", "asserted"})


def prints_of(
    document: Document, read: Sequence[Line], cast: Cast, groups: Sequence[Group], events: Sequence[Event]
) -> tuple[Print, ...]:
    """What readers may stumble over, in the order of the text.

    Args:
        document: the report's text.
        read: its sentences.
        cast: its persons.
        groups: its tellings by happening.
        events: what speaks for each happening.
    """
    found = [*_statuses(document, groups, events), *_spellings(document, read, cast), *_joined(document, read)]
    by_id = {one.id: one for one in found}
    return tuple(sorted(by_id.values(), key=lambda one: (one.passage.start, one.passage.end, one.kind)))


def _print(
    document: Document, kind: PrintKind, span: tuple[int, int], words: str | None = None, about: str | None = None
) -> Print:
    passage = document.span(*span)
    return Print(
        id=made_id("print", document.sha256, passage.start, passage.end, kind),
        kind=kind,
        words=words or passage.quote,
        passage=passage,
        about=about,
    )


def _statuses(document: Document, groups: Sequence[Group], events: Sequence[Event]) -> Iterator[Print]:
    """The tellings of one happening, where some tell it as decided and others as not yet."""
    for group in groups:
        statuses = {telling.status for telling in group.tellings}
        if not (statuses & _WEAK and statuses & _STRONG):
            continue
        speaker = group.speaker
        home = next((e.id for e in events if e.type == speaker.type and e.passage.start == speaker.start), None)
        for telling in group.tellings:
            yield _print(document, "status", (telling.start, telling.end), telling.status, home)


def _spellings(document: Document, read: Sequence[Line], cast: Cast) -> Iterator[Print]:
    """A capitalized word that sounds like the surname of one person of the report and is written otherwise."""
    surnames = {named.name.split()[-1] for found in cast.named for named in found if " " in named.name}
    if not surnames:
        return
    places: dict[str, tuple[int, int]] = {}
    for line in read:
        for token in line.marked.tokens:
            if token.is_capital and len(token.text) >= SHORTEST_NAME:
                places.setdefault(token.text, (token.start, token.end))
    by_sound: defaultdict[str, set[str]] = defaultdict(set)
    for word in places:
        for sound in skeletons(word):
            by_sound[sound].add(word)
    pairs = {pair for words in by_sound.values() for pair in combinations(sorted(words), 2)}
    for pair in sorted(pairs):
        if len(surnames.intersection(pair)) == 1 and folded_name(pair[0]) != folded_name(pair[1]):
            for word, other in (pair, pair[::-1]):
                yield _print(document, "spelling", places[word], word, other)


def _joined(document: Document, read: Sequence[Line]) -> Iterator[Print]:
    """Where a sentence begins right behind the mark that ends another; a chain of single words is an address."""
    joins = [one.paragraph == other.paragraph and _end(one) == other.start for one, other in pairwise(read)]
    for place, joined in enumerate(joins):
        one, other = read[place], read[place + 1]
        words = [token for token in one.marked.tokens if token.is_word]
        chained = any(joins[max(place - 1, 0) : place]) and len(words) == 1
        chained = chained or (any(joins[place + 1 : place + 2]) and len(other.marked.tokens) <= 2)
        if joined and words and not chained:
            yield _print(document, "joined", (words[-1].start, other.marked.tokens[0].end))


def _end(line: Line) -> int:
    return line.marked.tokens[-1].end
