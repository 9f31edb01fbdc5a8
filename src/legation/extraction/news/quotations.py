"""Which words does a report quote in full, and who said them? Statements, paragraph by paragraph.

A quotation without a speaker who is named or described beside it is nobody's statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.cast import Cast
from legation.extraction.news.reading_order import Line
from legation.language.tokens import Token, quoted
from legation.model.claims import Attribution, Claim
from legation.model.documents import Document
from legation.model.keys import made_id

_OPENING = frozenset('“„«"»')
_WORDS = 4
"""Words of the shortest quotation that is kept."""


def quotations(document: Document, read: Sequence[Line], cast: Cast) -> Iterator[Claim]:
    """The statements of a report: quotations with their speakers, also over several sentences of one paragraph.

    A quotation that a paragraph leaves open and the next one opens again goes on with its speaker.
    """
    spoken = (line for line in read if line.layer != "title")
    parts = [list(group) for _, group in groupby(spoken, key=lambda line: line.paragraph)]
    carried: tuple[Attribution, ...] = ()
    for number, lines in enumerate(parts):
        tokens = [token for line in lines for token in line.marked.tokens]
        goes_on = number + 1 < len(parts) and parts[number + 1][0].marked.tokens[0].text in _OPENING
        before, carried = carried, ()
        for first, after in quoted(tokens):
            closed = after < len(tokens)
            if not (closed or goes_on) or sum(token.is_word for token in tokens[first:after]) < _WORDS:
                continue
            chain = _speaker(document, lines, cast, tokens[first], tokens[min(after, len(tokens) - 1)])
            chain = chain or (before if first == 1 else ())
            carried = () if closed else chain
            if chain:
                yield _statement(document, lines, tokens[first:after], chain)


def _speaker(
    document: Document, lines: Sequence[Line], cast: Cast, opening: Token, closing: Token
) -> tuple[Attribution, ...]:
    """Who says it: looked for in the sentence that closes the quotation, then in the one that opens it."""
    for token in (closing, opening):
        line = next((ln for ln in lines if ln.start <= token.start < ln.marked.tokens[-1].end), None)
        if line is None:
            continue
        first = next((i for i, t in enumerate(line.marked.tokens) if t.start >= opening.start), 0)
        after = next((i for i, t in enumerate(line.marked.tokens) if t.start >= closing.start), len(line.marked.tokens))
        chain = chain_of(line.marked, document.text, first=first, after=after)
        if chain and chain[0].speaker is None and cast.meant[line.number] is not None:
            return (Attribution(speaker=cast.meant[line.number], stance=chain[0].stance),)
        if chain and chain[0].speaker is not None:
            return chain
    return ()


def _statement(
    document: Document, lines: Sequence[Line], words: Sequence[Token], chain: tuple[Attribution, ...]
) -> Claim:
    passage = document.span(words[0].start, words[-1].end)
    return Claim(
        id=made_id("claim", document.sha256, passage.start, passage.end, "statement", "statement.quoted"),
        type="statement",
        status="asserted",
        layer=lines[0].layer,
        passage=passage,
        rule="statement.quoted",
        subject=chain[0].speaker,
        object=" ".join(passage.quote.split()),
        attribution=chain,
    )
