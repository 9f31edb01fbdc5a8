"""What does one line, or one part of a line between tabs, say by itself? A name, a title, a date, a label, or nothing known.

Looks at the text alone: what it is in its list depends on the lines around it and is decided elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from legation.extraction.rosters.persons import looks_like_name
from legation.extraction.rosters.titles import ranks_in
from legation.language.printed_dates import find_dates
from legation.model.dates import Edtf
from legation.model.listings import DateKind
from legation.vocabulary.folding import fold, fold_spans
from legation.vocabulary.headings import (
    SectionKind,
    contact_labels,
    date_words,
    edition_words,
    is_vacancy,
    section_kind,
)
from legation.vocabulary.honorifics import Addressed, addressed
from legation.vocabulary.ranks import attache_phrases
from legation.vocabulary.relatives import joining_words, relative_words

Kind = Literal[
    "nothing",
    "page",
    "contact",
    "section",
    "vacancy",
    "edition",
    "relative",
    "date",
    "name",
    "title",
    "person",
    "names",
    "other",
]
Span = tuple[int, int]
_DATED = frozenset({"name", "title", "person", "names", "other", "vacancy"})

_PAGE = re.compile(
    r"\W*(?:page|seite|стр|стор|p|página|pagina|strona|s)?\W*\d{1,4}\W*(?:(?:/|of|von|de|из|sur)\s*\d{1,4}\W*)?", re.I
)
_DOTTED = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$")
_CONTACT = re.compile(
    r"\S@\S|https?://|www\.|\b\d{1,2}[.:]\d\d\s*(?:-|–|bis|to|à|до|uhr|h\b)|\+\s?\d[\d\s()/-]{6,}|(?<!\d)\d[\d\s()/-]{8,}\d",
    re.I,
)
_SEPARATOR = re.compile(r"\s+[–—-]\s+|\s*[|;]\s*|,\s+|:\s+|\s{2,}|\s+(?=\()")
_JOINTS = " \t\xa0,;:–—-|"
_BRACKET = re.compile(r"^\((.*)\)$", re.S)
_LONGEST = 320


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date on a line: what the line says it is, and the span it takes with its words and brackets."""

    date: Edtf
    kind: DateKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a text says: its kind, and where name, title and dates stand in it."""

    kind: Kind
    words: tuple[str, ...]
    honorific: Addressed | None = None
    name: Span | None = None
    title: Span | None = None
    dates: tuple[Dated, ...] = ()
    section: SectionKind | None = None
    aside: Span | None = None
    """A bracket behind the name that holds no rank: a field, a maiden name."""
    spouse: int | None = None
    """Where a spouse's name begins on a person's own line; nothing from there on is the person's."""
    names: tuple[Span, ...] = ()
    """Several persons on one line, where it names nothing else."""


@lru_cache(maxsize=65536)
def say(text: str) -> Said:
    """Read a text by itself."""
    dates = dates_on(text) if len(text) <= _LONGEST else ()
    if not dates:
        return _undated(text)
    first, last = dates[0].span[0], dates[-1].span[1]
    words = fold(text)
    if is_edition_line(text):
        return Said(kind="edition", words=words)
    start, end = _trimmed(text, 0, first)
    if start < end:
        # Lines that differ in their dates alone say the same before them.
        said = _undated(text[:end])
        return replace(said, dates=dates) if said.kind in _DATED else replace(said, words=words)
    start, end = _trimmed(text, last, len(text))
    if start >= end:
        return Said(kind="date", words=words, dates=dates)
    return _with_person(text, (start, end), words, dates)


@lru_cache(maxsize=32768)
def _undated(text: str) -> Said:
    words = fold(text)
    if not words or len(text) > _LONGEST:
        return Said(kind="nothing" if not words else "other", words=words)
    plain = _plain_kind(text, words)
    if plain is not None:
        return plain
    start, end = _trimmed(text, 0, len(text))
    return _with_person(text, (start, end), words, ()) if start < end else Said(kind="other", words=words)


def _plain_kind(text: str, words: tuple[str, ...]) -> Said | None:
    """Pages, labels, sections and vacancies: lines that no person stands on."""
    if _PAGE.fullmatch(text) or _DOTTED.search(text):
        return Said(kind="page", words=words)
    if is_vacancy(words):
        return Said(kind="vacancy", words=words)
    relative = relative_words().longest(words)
    if relative is not None and _is_label(text, words, relative[1]):
        return Said(kind="relative", words=words)
    section = section_kind(words) if len(words) <= 8 else None
    if section is not None:
        return Said(kind="section", words=words, section=section)
    if _is_contact(text, words):
        return Said(kind="contact", words=words)
    return None


def _is_label(text: str, words: tuple[str, ...], length: int) -> bool:
    """Whether a line's first words are a label: alone, before a colon, or before somebody addressed."""
    end = fold_spans(text)[length - 1][2]
    after = text[end:].lstrip(" .)")
    return (
        (len(words) == length and len(words[0]) > 1)
        or after.startswith(":")
        or (len(words[0]) > 1 and addressed(after) is not None)
    )


def is_edition_line(text: str) -> bool:
    """Whether a line says nothing but of which day the edition is."""
    found = find_dates(text)
    if len(found) != 1:
        return False
    before = fold(text[: found[0].start])
    return edition_words().whole(before) is not None and len(fold(text[found[0].end :])) <= 2


def _is_contact(text: str, words: tuple[str, ...]) -> bool:
    if _CONTACT.search(text) is not None and not find_dates(text):
        return True
    label = contact_labels().longest(words)
    if label is None:
        return False
    spans = fold_spans(text)
    after = text[spans[label[1] - 1][2] :].lstrip(" .-")
    return not after or after[0] in ":\t/(" or any(map(str.isdigit, after))


def _with_person(text: str, span: Span, words: tuple[str, ...], dates: tuple[Dated, ...]) -> Said:
    """A name, a title, or both, in the part of a text that is no date."""
    start, end = span
    joined = _spouse_at(text, start, end)
    if joined is not None:
        said = _with_person(text, _trimmed(text, start, joined), words, dates)
        return replace(said, spouse=joined)
    part = text[start:end]
    several = _several(text, start, end)
    if several:
        return Said(kind="names", words=words, names=several, dates=dates)
    honorific = addressed(part)
    if honorific is not None and (found := _person(part, honorific)) is not None:
        name, title = found
        if title is not None and _is_aside(part, title):
            return Said(
                kind="name",
                words=words,
                honorific=honorific,
                name=_shifted(name, start),
                aside=_shifted(title, start),
                dates=dates,
            )
        return Said(
            kind="person" if title else "name",
            words=words,
            honorific=honorific,
            name=_shifted(name, start),
            title=_shifted(title, start) if title else None,
            dates=dates,
        )
    if ranks_in(fold(part)):
        both = _split(part)
        if both is not None:
            name, title = both
            return Said(
                kind="person",
                words=words,
                honorific=addressed(part[name[0] : name[1]]),
                name=_shifted(_after_honorific(part, name), start),
                title=_shifted(title, start),
                dates=dates,
            )
        return Said(kind="title", words=words, title=span, dates=dates)
    if looks_like_name(part):
        bracket = part.find("(")
        if bracket > 0 and part.endswith(")"):
            name, title = _trimmed(text, start, start + bracket), (start + bracket, end)
            return Said(kind="name", words=words, name=name, aside=title, dates=dates)
        return Said(kind="name", words=words, name=span, dates=dates)
    return Said(kind="other", words=words, title=span, dates=dates)


def _is_aside(part: str, title: Span) -> bool:
    return part[title[0]] == "(" and not ranks_in(fold(part[title[0] : title[1]]))


def _spouse_at(text: str, start: int, end: int) -> int | None:
    """Where a spouse begins behind an addressed person: `and Mrs …`, `(spouse of …)`, `wife: …`."""
    if addressed(text[start:end]) is None:
        return None
    spans = [span for span in fold_spans(text) if start < span[1] < end]
    for word, first, stop in spans:
        before = text[first - 1] if first else ""
        if before == "(" and relative_words().longest(fold(text[first:end])) is not None and len(word) > 1:
            return first - 1
        after = addressed(text[stop:end].lstrip())
        if (
            word in joining_words()
            and after is not None
            and after.sure
            and not text[stop : stop + 1].startswith((".", "-"))
        ):
            return first
    ampersand = text.find(" & ", start, end)
    return ampersand if ampersand >= 0 and addressed(text[ampersand + 3 : end]) is not None else None


def _several(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Persons between semicolons."""
    if ";" not in text[start:end]:
        return ()
    spans, at = [], start
    for piece in text[start:end].split(";"):
        spans.append(_trimmed(text, at, at + len(piece)))
        at += len(piece) + 1
    persons = [(a, b) for a, b in spans if a < b]
    said = [text[a:b] for a, b in persons]
    named = all(addressed(piece) is not None or looks_like_name(piece) for piece in said)
    return tuple(persons) if len(persons) > 1 and named and not any(ranks_in(fold(piece)) for piece in said) else ()


def _person(part: str, honorific: Addressed) -> tuple[Span, Span | None] | None:
    """Name and title of a text that starts with an honorific; `None` where no name follows."""
    rest = part[honorific.rest :]
    shift = honorific.rest
    if ranks_in(fold(rest)):
        both = _split(rest, addressed_already=True)
        if both is None:
            return None
        return _shifted(both[0], shift), _shifted(both[1], shift)
    bracket = rest.find("(")
    if bracket > 0 and rest.rstrip().endswith(")"):
        return _shifted(_trimmed(rest, 0, bracket), shift), _shifted((bracket, len(rest.rstrip())), shift)
    name_end = next((found.start() for found in _SEPARATOR.finditer(rest) if not _is_inverted(rest, found)), len(rest))
    if any(map(str.isdigit, rest[:name_end])) or not rest[:name_end].strip():
        return None
    if not honorific.sure and not looks_like_name(rest[:name_end]):
        return None
    title = _trimmed(rest, name_end, len(rest))
    return _shifted(_trimmed(rest, 0, name_end), shift), _shifted(title, shift) if title[0] < title[1] else None


def _is_inverted(rest: str, found: re.Match[str]) -> bool:
    """Whether a comma stands between a family name and the given names (`Lind, Rada K.`), or before `Jr.`."""
    after = rest[found.end() :]
    return found.group().strip() == "," and len(rest[: found.start()].split()) <= 2 and looks_like_name(f"X {after}")


def _split(part: str, *, addressed_already: bool = False) -> tuple[Span, Span] | None:
    """Name and title on one line, in either order; `None` where the line holds only one of them."""
    for found in _SEPARATOR.finditer(part):
        left, right = _trimmed(part, 0, found.start()), _trimmed(part, found.end(), len(part))
        if left[0] >= left[1] or right[0] >= right[1]:
            continue
        if part[found.start() - 1] == "-" or attache_phrases().longest(fold(part[: found.start()])) is not None:
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
    if opening and ranked and ranked[0].first >= 1:
        left = _trimmed(part, 0, spans[ranked[0].first][1])
        if _is_named(part[left[0] : left[1]], addressed_already):
            return left, (spans[ranked[0].first][1], len(part))
    return None


def _is_named(text: str, addressed_already: bool, *, strict: bool = False) -> bool:
    found = addressed(text)
    if found is not None:
        return not ranks_in(fold(text[found.rest :]))
    if strict:
        return False
    return looks_like_name(text) or (addressed_already and looks_like_name(f"X {text}"))


def _after_honorific(part: str, span: Span) -> Span:
    found = addressed(part[span[0] : span[1]])
    return (span[0] + found.rest, span[1]) if found is not None else span


@lru_cache(maxsize=32768)
def dates_on(text: str) -> tuple[Dated, ...]:
    """The dates of a line, each with its words (`in post since`) and brackets."""
    found = []
    for each in find_dates(text):
        start, end = each.start, each.end
        before = fold_spans(text[:start])
        words = tuple(word for word, _, _ in before)
        hit = max(
            (
                (length, kind)
                for length in range(1, min(len(words), 7) + 1)
                if (kind := date_words().whole(words[-length:]))
            ),
            default=None,
        )
        if hit is not None:
            start = before[-hit[0]][1]
        opening = text[:start].rstrip()
        closing = text[end:].lstrip()
        if opening.endswith(("(", "[")) and closing.startswith((")", "]")):
            start, end = len(opening) - 1, len(text) - len(closing) + 1
        found.append(Dated(date=each.date, kind=hit[1] if hit is not None else "printed", span=(start, end)))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> Span:
    """A span without separators and white space at its ends."""
    while start < end and text[start] in _JOINTS:
        start += 1
    while end > start and text[end - 1] in _JOINTS:
        end -= 1
    return start, end


def _shifted(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
