"""Which words does a text have, where does each sentence end, and what stands in quotation marks?

Every token keeps its exact place; nothing is changed or thrown away. Sentences that were glued together without a space
are told apart, abbreviations and initials end none. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from legation.model.quick import quick
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import abbreviations, folded, months

_ELISION = r"(?:[ldnscjmtLDNSCJMT]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu)['’](?=[^\W\d_])"
_TOKEN = re.compile(
    r"[^\W\d_]{2,}+(?![\w'’\-‑\u00ad])"
    r"|(?:[^\W\d_]\.){2,}"
    rf"|{_ELISION}"
    r"|['’]s\b"
    r"|[^\W\d_]+(?:(?:['’](?!s\b)|\u00ad+)[^\W\d_]+)*(?:[-‑](?:[^\W\d_]['’](?=[^\W\d_]))?[^\W_]+)*"
    r"|\d+(?:[.,]\d+)*(?:[-‑][^\W_]+)+"
    r"|\d+(?:[.,\u00a0\u202f]\d{2,3}(?!\d))*(?:[:.,]\d+)*[^\W\d_]*"
    r"|\S"
)
_Sense = TypeVar("_Sense")
_ENDS = frozenset(".!?…")
_LONGEST = 160
"""Tokens of the longest sentence; what is longer is no sentence of prose and is cut, so that time stays linear."""
_CLOSING = frozenset('"”»’)]“')
_PAIRS = {"“": "”", "„": '“”"', "«": "»", "»": "«", '"': '"', "‘": "’"}
_QUOTES = frozenset({*_PAIRS, *"".join(_PAIRS.values())})


class Token(NamedTuple):
    """A word, number or mark: its place in the text, as it is seen there, and folded for comparison."""

    start: int
    end: int
    text: str
    folded: str
    is_word: bool
    """Whether it begins with a letter."""
    is_capital: bool
    """Whether it begins with a capital letter."""


@quick
@dataclass(frozen=True, slots=True)
class Sentence:
    """The tokens of one sentence, in order, never none."""

    tokens: tuple[Token, ...]

    @property
    def start(self) -> int:
        """First code point in the text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Code point after the last."""
        return self.tokens[-1].end


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The tokens of a stretch of the text; places count from the text's first code point."""
    stop = len(text) if end is None else end
    made = tuple.__new__
    return tuple([made(Token, match.span() + _shape(match[0])) for match in _TOKEN.finditer(text, start, stop)])


def opening_word(text: str) -> str:
    """The first token of a text, folded; empty where it has none."""
    match = _TOKEN.search(text)
    return _shape(match[0])[1] if match is not None else ""


@lru_cache(maxsize=65536)
def _shape(word: str) -> tuple[str, str, bool, bool]:
    """What a word is wherever it stands; where it may be broken at the end of a line says nothing of it."""
    word = word.replace("\u00ad", "") or word
    return word, folded(word), word[0].isalpha(), word[0].isupper()


def phrase(text: str) -> tuple[str, ...]:
    """The folded words of a phrase, cut as the words of a text are; an elided word at its end is one ("accusé d'")."""
    if text.endswith(("'", "’")):
        return tuple(token.folded for token in tokens(f"{text}a"))[:-1]
    return tuple(token.folded for token in tokens(text))


def phrases(entries: Iterable[tuple[str, _Sense]]) -> Phrases[_Sense]:
    """A table of phrases as printed, ready to be found among folded tokens."""
    return Phrases((phrase(text), sense) for text, sense in entries)


def sentences(found: tuple[Token, ...]) -> tuple[Sentence, ...]:
    """The sentences of a stretch of the text by its tokens."""
    bounds = list(_cut(found, list(_bounds(found))))
    return tuple(
        Sentence(found[first:last])
        for first, last in zip([0, *bounds], [*bounds, len(found)], strict=True)
        if last > first
    )


def _cut(found: Sequence[Token], bounds: Sequence[int]) -> Iterator[int]:
    """The bounds, with more of them where a sentence is too long: behind its last comma, else anywhere."""
    first = 0
    for bound in (*bounds, len(found)):
        while bound - first > _LONGEST:
            commas = [i + 1 for i in range(first + _LONGEST // 2, first + _LONGEST) if found[i].text in ",;"]
            first = commas[-1] if commas else first + _LONGEST
            yield first
        if bound < len(found):
            yield bound
        first = bound


def _bounds(found: Sequence[Token]) -> Iterator[int]:
    """Indexes of the first tokens of sentences, but for the first one."""
    after = 0
    for index in [i for i, token in enumerate(found) if token.text[-1] in _ENDS]:
        if index < after or not _may_end(found, index):
            continue
        after = index + 1
        while after < len(found) and (found[after].text in _ENDS or _closes(found, after)):
            after += 1
        if after < len(found) and _may_begin(found[after]):
            yield after


def _closes(found: Sequence[Token], index: int) -> bool:
    """Whether a mark closes a quotation or bracket: it follows without a space."""
    return found[index].text in _CLOSING and found[index].start == found[index - 1].end


def _may_begin(token: Token) -> bool:
    return not token.is_word or not token.text[0].islower()


def _may_end(found: Sequence[Token], index: int) -> bool:
    """Whether the full stop at that place can end a sentence: not after an initial, an abbreviation or an ordinal."""
    token = found[index]
    if token.text != ".":
        return token.text[-1] in "!?…" or (index + 1 < len(found) and found[index + 1].folded in _STARTERS)
    if index == 0:
        return False
    before = found[index - 1]
    if before.end != token.start or not (before.is_word or before.text.isdigit()):
        return True
    if before.text.isdigit():
        follows = found[index + 1].folded if index + 1 < len(found) else ""
        return not (len(before.text) <= 2 and follows in months())
    return not (len(before.text) == 1 and before.is_capital) and before.folded not in abbreviations()


_STARTERS = frozenset({"the", "a", "it", "he", "she", "they", "in", "on", "but", "this"})
"""Words that begin a sentence after an abbreviation with inner full stops."""


def quoted(found: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Places (first and after the last token) of what stands between quotation marks; an open one runs to the end."""
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    closers = ""
    for index, token in [(i, token) for i, token in enumerate(found) if token.text in _QUOTES]:
        if opened is None:
            if token.text in _PAIRS and not _is_apostrophe(found, index):
                opened, closers = index + 1, _PAIRS[token.text]
        elif token.text in closers:
            spans.append((opened, index))
            opened = None
    if opened is not None and opened < len(found):
        spans.append((opened, len(found)))
    return tuple(spans)


def _is_apostrophe(found: Sequence[Token], index: int) -> bool:
    return found[index].text == "‘" and index > 0 and found[index - 1].end == found[index].start
