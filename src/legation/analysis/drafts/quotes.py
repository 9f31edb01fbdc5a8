"""Does the case hold the words that a draft puts in quotation marks, letter for letter?

Case, accents and the shape of marks are folded; what is left out with … or put in brackets may be. A quotation that
comes near one of the case is shown with the words that differ.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from legation.analysis.drafts.atoms import printed_words
from legation.analysis.drafts.reading import Said
from legation.language.tokens import Token, tokens
from legation.model.drafts import DraftPoint, Ground
from legation.vocabulary.press import folded

_SHORTEST = 2
"""Words from which on what stands in quotation marks is looked for: one word may be irony."""
_NEAR = 70.0
"""From which likeness (0..100) on a passage is the one that was meant."""
_WHOLE = 4
"""Words from which on a quotation may be somebody's altered words, and not only a phrase."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of the case's sentences, in the order in which each source prints them."""

    words: tuple[str, ...]
    grounds: tuple[Ground, ...]
    """For each word, the sentence that it stands in."""

    @staticmethod
    def of(spoken: Sequence[Ground]) -> Texts:
        """The words of these sentences."""
        words: list[str] = []
        grounds: list[Ground] = []
        for ground in spoken:
            found = _words(tokens(ground.text))
            words.extend(found)
            grounds.extend([ground] * len(found))
        return Texts(tuple(words), tuple(grounds))

    @property
    def text(self) -> str:
        """The words with a space around each."""
        return f" {' '.join(self.words)} "


def _words(found: Sequence[Token]) -> list[str]:
    return [folded(token.text) for token in found if token.is_word or token.text[0].isdigit()]


def quote_points(said: Said, texts: Texts, whole: str) -> Iterator[DraftPoint]:
    """A point for each quotation of a sentence.

    Args:
        said: the sentence.
        texts: of the case.
        whole: `texts.text`, made once.
    """
    for first, after in said.quotes:
        found = said.marked.tokens[first:after]
        pieces = [piece for piece in _pieces(found) if piece]
        if sum(map(len, pieces)) < _SHORTEST:
            continue
        printed = said.text if not found else printed_words(found)
        ground = _found(pieces, texts, whole)
        if ground is not None:
            yield DraftPoint(kind="quote", printed=printed, verdict="supported", ground=ground)
            continue
        yield _altered(printed, [word for piece in pieces for word in piece], texts)


def _pieces(found: Sequence[Token]) -> Iterator[list[str]]:
    """The words between omissions and insertions."""
    piece: list[Token] = []
    depth = 0
    for token in found:
        if token.text in "[(":
            depth += token.text == "["
        if token.text == "…" or token.text == "[" or (token.text == "." and piece and piece[-1].text == "."):
            yield _words(piece)
            piece = []
        if token.text == "]":
            depth = max(depth - 1, 0)
            continue
        if not depth:
            piece.append(token)
    yield _words(piece)


def _found(pieces: Sequence[Sequence[str]], texts: Texts, whole: str) -> Ground | None:
    """The sentence in which the quotation begins, where every piece of it stands behind the one before."""
    at, first = 0, -1
    for piece in pieces:
        place = whole.find(f" {' '.join(piece)} ", at)
        if place < 0:
            return None
        first = place if first < 0 else first
        at = place + 1
    return texts.grounds[whole.count(" ", 0, first + 1) - 1] if first >= 0 else None


def _altered(printed: str, words: Sequence[str], texts: Texts) -> DraftPoint:
    """The quotation beside the passage that comes nearest, with the words that differ."""
    if len(words) >= _WHOLE:
        near = _nearest(words, texts)
        if near is not None:
            first, stop = near
            says = difference(words, texts.words[first:stop])
            ground = texts.grounds[first]
            return DraftPoint(kind="quote", printed=printed, verdict="differs", says=says, ground=ground)
    return DraftPoint(kind="quote", printed=printed, verdict="unsupported")


def _nearest(words: Sequence[str], texts: Texts) -> tuple[int, int] | None:
    """The stretch of the case's words that is most like these, where one is like enough."""
    size, wanted = len(words), set(words)
    best, place = 0.0, -1
    inside = sum(word in wanted for word in texts.words[:size])
    joined = " ".join(words)
    for start in range(max(len(texts.words) - size, 0) + 1):
        if inside >= size * 0.5:
            score = fuzz.ratio(joined, " ".join(texts.words[start : start + size]), score_cutoff=best)
            if score > best:
                best, place = score, start
        if start + size < len(texts.words):
            inside += (texts.words[start + size] in wanted) - (texts.words[start] in wanted)
    if best >= _NEAR or (place >= 0 and _same_words(words, texts.words[place : place + size])):
        return place, place + size
    return None


def _same_words(words: Sequence[str], other: Sequence[str]) -> bool:
    """Whether nearly all words are the same, in whatever order."""
    return len(set(words) & set(other)) >= 0.75 * len(set(words) | set(other))


def difference(said: Sequence[str], known: Sequence[str]) -> str:
    """The words that a quotation has otherwise: `[-said-]` is the draft's, `{+known+}` the source's."""
    shown: list[str] = []
    for step, a, b, c, d in difflib.SequenceMatcher(None, said, known, autojunk=False).get_opcodes():
        if step == "equal":
            shown.extend(said[a:b])
            continue
        if b > a:
            shown.append(f"[-{' '.join(said[a:b])}-]")
        if d > c:
            shown.append(f"{{+{' '.join(known[c:d])}+}}")
    return " ".join(shown)
