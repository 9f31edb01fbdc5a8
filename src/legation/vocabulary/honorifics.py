"""What stands before a name and is none of it? `S. E. Herr`, `H.E. Mr`, `г-н`, `Col.` — in the printed order.

An honorific tells a line with a person from others; it never tells one person from another.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from legation.vocabulary.folding import fold, fold_word, word_places
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.relatives import joining_words
from legation.vocabulary.tables import rows, spelled_out

_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+)")
_BETWEEN = re.compile(r"[\s.,·-]*")


class Addressed(NamedTuple):
    """A line with an honorific: the honorific as printed, and where the rest starts.

    Not `sure` where other words begin alike: `General Manager`, `Commander's office`.
    """

    honorific: str
    rest: int
    words: tuple[str, ...]
    """The folded words of the line."""
    own: int
    """How many of them are the honorific's."""
    sure: bool
    couple: bool = False
    """Whether a spouse is addressed together with the one who is named: `Mr. and Mrs. X`."""


@cache
def _phrases() -> Phrases[str]:
    return Phrases((words, flag) for _, flag, text in rows("honorifics.tsv") for words in spelled_out(text))


@lru_cache(maxsize=16384)
def addressed(text: str) -> Addressed | None:
    """The honorific that a line starts with; `None` where it starts with none, or is nothing else but one."""
    phrases = _phrases()
    first = _FIRST_WORD.match(text)
    if first is None or not phrases.starts(fold_word(first.group(1))):
        return None
    words = fold(text)
    places = word_places(text)
    spans: list[tuple[int, int]] = []
    at = 0
    hits: list[tuple[str, int]] = []
    while (hit := phrases.longest(words, at)) is not None:
        spans += islice(places, hit[1])
        if not _is_meant(text, spans[-1][1], hit[0]):
            break
        hits.append(hit)
        at += hit[1]
    while hits and hits[-1][0] == "more" and len(words) - at < 2:
        at -= hits.pop()[1]
    if not hits or at >= len(words):
        return None
    end = spans[at - 1][1]
    if "(" in text and text.count("(", 0, end) > text.count(")", 0, end):
        spans += islice(places, 1)
        closed = text.find(")", end, spans[at][0])
        end = closed + 1 if closed >= 0 else end
    start = _BETWEEN.match(text, end).end()  # type: ignore[union-attr]  # it matches the empty text as well
    honorific = text[:start].strip(" -·,*†‡")
    own, joint, _ = honorific.partition("&")
    found = Addressed(own.rstrip(), start, words, at, any(flag == "sure" for flag, _ in hits), bool(joint))
    return _with_spouse(text, found) or found


@cache
def _joint() -> re.Pattern[str]:
    words = "|".join(sorted(re.escape(word) for word in joining_words() if word != "&"))
    return re.compile(rf"(?:&|(?:{words})(?=\s))\s*", re.IGNORECASE)


def _with_spouse(text: str, first: Addressed) -> Addressed | None:
    """The address of a couple, of whom one name stands behind both: `Herr und Frau X`; `None` for one person's."""
    joint = _joint().match(text, first.rest)
    second = addressed(text[joint.end() :]) if joint is not None else None
    if joint is None or second is None or not second.sure:
        return None
    own = len(first.words) - len(second.words) + second.own
    return first._replace(rest=joint.end() + second.rest, own=own, sure=True, couple=True)


def is_honorific(text: str) -> bool:
    """Whether a text is nothing but honorifics, such as a cell of its own."""
    words = fold(text)
    at = 0
    while at < len(words):
        hit = _phrases().longest(words, at)
        if hit is None:
            return False
        at += hit[1]
    return bool(words)


def _is_meant(text: str, end: int, flag: str) -> bool:
    """Whether a phrase is an honorific here: `M.` needs its full stop, and a hyphen makes it part of a name."""
    after = text[end : end + 1]
    if after == "-" or (flag == "service" and after == ","):
        return False
    if flag == "dot":
        return after == "."
    return True
