"""Where on a line do a person's name and title stand?

Splits at separators, ranks and honorifics; a line that holds only one of name and title is not split.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from legation.extraction.rosters.line_dates import Span, trimmed
from legation.extraction.rosters.persons import looks_like_name
from legation.extraction.rosters.titles import ranks_in
from legation.language.names.given import is_known
from legation.language.names.syllables import split_characters
from legation.vocabulary.folding import fold, fold_spans, words_end
from legation.vocabulary.headings import is_vacancy, vacancies
from legation.vocabulary.honorifics import Addressed, addressed
from legation.vocabulary.names import name_words
from legation.vocabulary.ranks import attache_phrases

_MARKS = re.compile(r"[–—|;,:：(…_-]|\s\s|\.\s?\.")
"""What every separator holds; a text without any of it isn't searched for them."""
_SEPARATOR = re.compile(
    r"\s*(?:\.\s?){4,}\s*|\s*…+\s*|\s*_{3,}\s*|\s+[–—-]\s+|\s*[|;]\s*|,\s+|:\s+|(?<=[\u3040-\u9fff])\s*[:：]\s*|\s{2,}|\s+(?=\()"
)

_LONGEST_OFFICE = 8


class Person(NamedTuple):
    """A person on a line: name without honorific, title, and a bracket behind the name that holds no rank."""

    honorific: Addressed | None
    name: Span
    title: Span | None = None
    aside: Span | None = None


def person_on(part: str) -> Person | None:
    """The person whom a text names, with what stands beside the name; `None` where it names none."""
    honorific = addressed(part)
    if honorific is not None and (found := _addressed_person(part, honorific)) is not None:
        return found
    if ranks_in(honorific.words if honorific is not None else fold(part)):
        both = _split(part)
        if both is None:
            return None
        name, title = both
        opening = addressed(part[name[0] : name[1]])
        start = name[0] + (opening.rest if opening is not None else 0)
        return Person(honorific=opening, name=(start, name[1]), title=title)
    office = _office_before(part)
    if office is not None:
        return office
    if not looks_like_name(part):
        return None
    bracket = part.find("(")
    if bracket > 0 and part.endswith(")"):
        return Person(honorific=None, name=trimmed(part, 0, bracket), aside=(bracket, len(part)))
    return Person(honorific=None, name=(0, len(part)))


def _office_before(part: str) -> Person | None:
    """A person addressed behind an office that no table of ranks has, and a colon: `Minister of Health: Mrs X`."""
    office, colon, rest = part.partition(": ")
    honorific = addressed(rest) if colon else None
    if honorific is None or not honorific.sure or not 0 < len(office.split()) <= _LONGEST_OFFICE:
        return None
    name = rest[honorific.rest :]
    if any(map(str.isdigit, part)) or not looks_like_name(f"X {name}"):
        return None
    start = len(office) + len(colon)
    return Person(honorific=honorific, name=(start + honorific.rest, len(part)), title=trimmed(part, 0, len(office)))


def vacant_post(text: str, words: Sequence[str]) -> Span | None:
    """The post that a line, of these folded words, says nobody holds: `First Secretary: vacant`, in either order."""
    if not vacancies().touches(words):
        return None
    for found in _separators(text):
        left, right = trimmed(text, 0, found.start()), trimmed(text, found.end(), len(text))
        for post, word in ((left, right), (right, left)):
            said = fold(text[word[0] : word[1]])
            if said and is_vacancy(said) and ranks_in(fold(text[post[0] : post[1]])):
                return post
    return _vacant_beside(text, words)


def _vacant_beside(text: str, words: Sequence[str]) -> Span | None:
    """The post beside a vacancy's words with nothing between them: `Vacant Minister-Counsellor`."""
    opening = vacancies().longest(words)
    count = opening[1] if opening is not None else 0
    if 0 < count < len(words) and (ranks := ranks_in(tuple(words[count:]))) and ranks[0].first == 0:
        post = text[words_end(text, count) :].lstrip(" .)")
        return trimmed(text, len(text) - len(post), len(text))
    for count in range(1, len(words)):
        ranks = ranks_in(tuple(words[:count]))
        if ranks and ranks[0].first == 0 and ranks[-1].stop == count and is_vacancy(words[count:]):
            return trimmed(text, 0, words_end(text, count))
    return None


def post_behind(text: str, spouse: int, end: int) -> Span | None:
    """The post that stands behind a couple's names and is the first one's: `Mr X and Mrs Y, Ambassador`."""
    for found in _SEPARATOR.finditer(text, spouse, end):
        post = trimmed(text, found.end(), end)
        if post[0] < post[1] and text[post[0]] != "(" and ranks_in(fold(text[post[0] : post[1]])):
            return post
    return None


def several_on(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Persons between semicolons."""
    if ";" not in text[start:end]:
        return ()
    spans, at = [], start
    for piece in text[start:end].split(";"):
        spans.append(trimmed(text, at, at + len(piece)))
        at += len(piece) + 1
    persons = [(a, b) for a, b in spans if a < b]
    said = [text[a:b] for a, b in persons]
    named = all(addressed(piece) is not None or looks_like_name(piece) for piece in said)
    return tuple(persons) if len(persons) > 1 and named and not any(ranks_in(fold(piece)) for piece in said) else ()


def _addressed_person(part: str, honorific: Addressed) -> Person | None:
    """The person of a text that starts with an honorific; `None` where no name follows."""
    rest, shift = part[honorific.rest :], honorific.rest
    name: Span
    title: Span | None
    if ranks_in(honorific.words[honorific.own :]):
        both = _split(rest, addressed_already=True)
        if both is None:
            return None
        name, title = both
    else:
        end = next((found.start() for found in _separators(rest) if not _is_inverted(rest, found)), len(rest))
        if not rest[:end].strip() or any(map(str.isdigit, rest[:end])):
            return None
        if not honorific.sure and not looks_like_name(rest[:end]):
            return None
        name, title = trimmed(rest, 0, end), trimmed(rest, end, len(rest))
    beside = (title[0] + shift, title[1] + shift) if title[0] < title[1] else None
    aside = beside is not None and part[beside[0]] == "(" and not ranks_in(fold(part[beside[0] : beside[1]]))
    return Person(
        honorific=honorific,
        name=(name[0] + shift, name[1] + shift),
        title=None if aside else beside,
        aside=beside if aside else None,
    )


def _separators(text: str) -> Iterable[re.Match[str]]:
    return _SEPARATOR.finditer(text) if _MARKS.search(text) is not None else ()


def _is_inverted(rest: str, found: re.Match[str]) -> bool:
    """Whether a comma stands between a family name and the given names (`Lind, Rada K.`), or before `Jr.`."""
    after = rest[found.end() :]
    if found.group().strip() != ",":
        return False
    suffix = fold(after)[:1]
    inverted = len(rest[: found.start()].split()) <= 2 and looks_like_name(f"X {after}")
    return inverted or bool(suffix and suffix[0] in name_words().suffixes)


def _split(part: str, *, addressed_already: bool = False) -> tuple[Span, Span] | None:
    """Name and title on one line, in either order; `None` where the line holds only one of them."""
    for found in _separators(part):
        left, right = trimmed(part, 0, found.start()), trimmed(part, found.end(), len(part))
        if left[0] >= left[1] or right[0] >= right[1]:
            continue
        told = found.group().strip() not in (":", "：")  # a colon never joins the words of one title
        if (
            told
            and (part[found.start() - 1] == "-" or attache_phrases().longest(fold(part[: found.start()])) is not None)
            and not _is_surely_named(part[right[0] : right[1]])
        ):
            continue  # `Heeres-, Luftwaffen- und …`, `Deputy …`: words of one title, no name
        left_text, right_text = part[left[0] : left[1]], part[right[0] : right[1]]
        if ranks_in(fold(right_text)) and _is_named(left_text, addressed_already):
            return left, right
        if (
            found.group().strip() != "("
            and ranks_in(fold(left_text))
            and _is_named(right_text, False, strict="," in found.group())
        ):
            return right, left
    spans = fold_spans(part)
    ranked = ranks_in(tuple(word for word, _, _ in spans))
    opening = addressed_already or addressed(part) is not None
    if not opening and ranked and ranked[0].first >= 2 and ranked[-1].stop == len(spans):
        opening = is_known(part.split(" ", 1)[0])
    if opening and ranked and ranked[0].first >= 1:
        left = trimmed(part, 0, spans[ranked[0].first][1])
        if _is_named(part[left[0] : left[1]], addressed_already):
            return left, (spans[ranked[0].first][1], len(part))
    return None


def _is_surely_named(text: str) -> bool:
    """Whether a text is a name and no field of a title: in capitals, or with a known given name in front."""
    words = text.split()
    return len(words) > 1 and looks_like_name(text) and (text.isupper() or is_known(words[0]))


def _is_named(text: str, addressed_already: bool, *, strict: bool = False) -> bool:
    found = addressed(text)
    if found is not None:
        return not ranks_in(fold(text[found.rest :]))
    if strict:
        return False
    if looks_like_name(text) or split_characters(text) is not None:
        return True
    return addressed_already and looks_like_name(f"X {text}")
