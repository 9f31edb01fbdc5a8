"""Where on a person's own line does a spouse's name begin? Behind the word for it, or as a second person addressed.

What stands from there on is nobody's of the list: it is neither shown nor kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from legation.extraction.rosters.persons import looks_like_name
from legation.extraction.rosters.titles import ranks_in
from legation.language.names.given import is_known
from legation.vocabulary.cities import find_city
from legation.vocabulary.folding import fold, fold_spans, words_end
from legation.vocabulary.honorifics import addressed
from legation.vocabulary.relatives import joining_words, relative_words, short_words

_MARKED_OFF = re.compile(r"[,;|]\s*|\s+[–—-]\s+|\s{2,}")
"""What stands before a relative's word inside of a line."""
_WORD = re.compile(r"\s*([^\W\d_]+)([.:/]?)\s*")
_LONGEST_NAME = 5
_SAME_STEM = 4
"""Letters that the family names of two who are married share, where one has an ending."""


@cache
def _joint() -> re.Pattern[str]:
    """What a second person's name can follow; a line without any of it has none."""
    words = "|".join(sorted((re.escape(word) for word in joining_words() if word != "&"), reverse=True))
    return re.compile(rf"[&(/]|(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def spouse_at(text: str, start: int, end: int, words: Sequence[str]) -> int | None:
    """Where a spouse begins behind an addressed person: `and Mrs …`, `(spouse of …)`, `wife: …`.

    Args:
        text: the line.
        start: where the part of it begins that is no date.
        end: where that part ends.
        words: the folded words of the line, or of that part.
    """
    short = not short_words().isdisjoint(words)
    called = _relative_called(text, start, end) if short or relative_words().touches(words) else None
    if called is not None:
        return called
    second = _addressed_behind(text, start, end) if "," in text or ";" in text else None
    if second is not None:
        return second
    if "(" not in text and "&" not in text and " / " not in text and joining_words().isdisjoint(words):
        return None
    bracket = _relative_in_brackets(text, start, end) if "(" in text else None
    if bracket is not None:
        return bracket
    first_addressed = addressed(text[start:end])
    if _joint().search(text, start, end) is None or first_addressed is None:
        return None
    named = start + first_addressed.rest
    spans = [span for span in fold_spans(text) if named < span[1] < end]
    for word, first, stop in spans:
        if first_addressed.couple and word in joining_words():
            return first  # `Mr. and Mrs. Arvo and Rosa Tellin`
        after = addressed(text[stop:end].lstrip())
        if (
            word in joining_words()
            and after is not None
            and after.sure
            and not text[stop : stop + 1].startswith((".", "-"))
        ):
            return first
    marks = (text.find(mark, named, end) for mark in (" & ", " / "))
    return next((at for at in marks if at >= 0 and addressed(text[at + 3 : end]) is not None), None)


def _relative_called(text: str, start: int, end: int) -> int | None:
    """Where a stretch behind a mark says whose name it holds: `, wife: …`, `; супруга …`; `None` without one."""
    for mark in _MARKED_OFF.finditer(text, start, end):
        rest = text[mark.end() : end]
        words = fold(rest)
        found = relative_words().longest(words)
        if _is_called_briefly(rest):
            return mark.end()
        if found is None or len(words[0]) == 1:
            continue
        behind = rest[words_end(rest, found[1]) :].lstrip(" .")
        name = behind.strip(" :–—-")
        if behind.startswith((":", "–", "—")) or addressed(name) is not None or _is_whole_name(name):
            return mark.end()
    spaces = (at for at in range(start + 1, end) if text[at].isspace())
    gap = next((at for at in spaces if _is_called_briefly(text[at:end], marked=False)), None)
    if gap is None:
        return None
    before = text[start:gap].split()[-1:]
    return gap - len(before[0]) if before and before[0].casefold() in joining_words() else gap


def _addressed_behind(text: str, start: int, end: int) -> int | None:
    """Where somebody else is addressed behind an addressed person, without a post: `Mme X, conseillère, M. X`."""
    first = addressed(text[start:end])
    if first is None or not first.sure:
        return None
    for mark in _MARKED_OFF.finditer(text, start, end):
        rest = text[mark.end() : end]
        second = addressed(rest)
        if second is None or ranks_in(second.words) or any(map(str.isdigit, rest)):
            continue
        name, before = second.words[second.own :], fold(text[start : mark.start()])
        kin = name[-1][:_SAME_STEM] in {word[:_SAME_STEM] for word in before}
        if len(name) <= _LONGEST_NAME and (kin or (second.sure and ranks_in(before))):
            return mark.end()
    return None


def is_addressed_whole(text: str) -> bool:
    """Whether a text is somebody addressed and nothing else: no post, no figure."""
    second = addressed(text)
    if second is None or not second.sure or any(map(str.isdigit, text)):
        return False
    name = second.words[second.own :]
    return 0 < len(name) <= _LONGEST_NAME and not ranks_in(name)


def _is_called_briefly(text: str, *, marked: bool = True) -> bool:
    """Whether a text is a relative's word and a name, of which one part is enough: `w. Rosa`, `husband Otto`.

    Args:
        text: what may be a relative.
        marked: whether a sign parts it from what stands before; without one the given name has to be known.
    """
    word = _WORD.match(text)
    if word is None:
        return False
    called = fold(word[1])
    short = word[1].islower() and word[2] != "" and not short_words().isdisjoint(called)
    relative = relative_words().whole(called) if len(word[1]) > 1 else None
    if not short and relative is None:
        return False
    name = re.split(r"[,;(]", text[word.end() :], maxsplit=1)[0].strip(" .)")
    surely = marked and word[1].islower() and (short or relative == "spouse")
    return _may_be_given(name) and (surely or is_known(name.split()[0]))


def _is_joined(text: str) -> bool:
    """Whether a text is a known given name behind a word that joins two people: `with Rosa`."""
    word = _WORD.match(text)
    name = text[word.end() :].strip(" .") if word is not None and word[1].casefold() in joining_words() else ""
    return _may_be_given(name) and is_known(name.split()[0])


def _may_be_given(name: str) -> bool:
    """Whether a text may be a given or a whole name: no post, city or institution."""
    words = fold(name)
    if not 0 < len(words) <= _LONGEST_NAME or not name[0].isupper() or ranks_in(words) or find_city(name) is not None:
        return False
    return looks_like_name(f"X {name}")


def _is_whole_name(text: str) -> bool:
    return len(text.split()) > 1 and looks_like_name(text)


def _relative_in_brackets(text: str, start: int, end: int) -> int | None:
    """Where a bracket opens that holds a relative: `(wife: …)`, `(супруга – …)`, behind a person `(Mrs X)`."""
    people = addressed(text[start:end]) is not None
    at = text.find("(", start, end)
    while at >= 0:
        inside = text[at + 1 : end].partition(")")[0]
        words = fold(inside)
        found = relative_words().longest(words)
        if _is_called_briefly(inside) or _is_joined(inside) or (people and is_addressed_whole(inside)):
            return at
        if found is not None and len(words[0]) > 1:
            rest = inside[words_end(inside, found[1]) :].strip(" :.–—-")
            if people or not rest or looks_like_name(rest) or addressed(rest) is not None:
                return at
        at = text.find("(", at + 1, end)
    return None
