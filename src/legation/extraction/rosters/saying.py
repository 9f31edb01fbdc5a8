"""What does one line, or one part of a line between tabs, say by itself? A name, a title, a date, or a label.

Looks at the text alone: what it is in its list depends on the lines around it and is decided elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from legation.extraction.rosters.line_dates import Dated, Span, dates_on, is_edition_line, trimmed
from legation.extraction.rosters.line_persons import person_on, post_behind, several_on, vacant_post
from legation.extraction.rosters.line_spouses import is_addressed_whole, spouse_at
from legation.extraction.rosters.persons import has_letters_alone, is_bare_name, looks_like_name
from legation.extraction.rosters.titles import is_office, ranks_in
from legation.language.printed_dates import find_dates, month_number
from legation.vocabulary.cities import find_city
from legation.vocabulary.folding import fold, words_end
from legation.vocabulary.headings import SectionKind, contact_labels, field_labels, is_vacancy, section_kind
from legation.vocabulary.honorifics import Addressed, addressed
from legation.vocabulary.relatives import Relative, relative_words

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
_DATED = frozenset({"name", "title", "person", "names", "other", "vacancy"})

_PAGE = re.compile(
    r"\W*(?:page|seite|стр|стор|p|página|pagina|strona|s)?\W*\d{1,4}\W*(?:(?:/|of|von|de|из|sur)\s*\d{1,4}\W*)?", re.I
)
_DOTTED = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$")
_CONTACT = re.compile(
    r"\S@\S|\S ?[\[({<] ?(?:at|@|ät|arroba|собака) ?[\])}>] ?\S|https?://|www\.|\b\d{1,2}[.:]\d\d\s*(?:-|–|bis|to|à|до|uhr|h\b)|\+\s?\d[\d\s()/-]{6,}|(?<!\d)\d[\d\s()/-]{8,}\d",
    re.I,
)
_MARKED = re.compile(r"[\d@/.\[({<]")
"""What every address of a person or a page, number and hour holds."""
_BESIDE = re.compile(r"\s*[(\[]\s*|\s*[,;|]\s+|\s+[–—-]\s+")
"""What parts a number or a mail from what stands before it."""
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")
_NUMBERED = re.compile(r"\s*(?:\d{1,3}[.)]|[•·▪■►●*–—-])\s+(?=\S)")
_DIGIT = re.compile(r"\d")
_JOINED = re.compile(r"[&/(]")
"""What joins two addresses: `Herr & Frau`."""
_LONGEST = 320
_LONGEST_FEAST = 8
_LAST_DAY = 31


class Said(NamedTuple):
    """What a text says: its kind, and where name, title and dates stand in it."""

    kind: Kind
    words: tuple[str, ...]
    honorific: Addressed | None = None
    name: Span | None = None
    title: Span | None = None
    dates: tuple[Dated, ...] = ()
    section: SectionKind | None = None
    aside: Span | None = None
    """What stands behind the name and is no rank: a bracket with a field or a maiden name, a city."""
    spouse: int | None = None
    """Where a spouse's name begins on a person's own line; nothing from there on is the person's."""
    names: tuple[Span, ...] = ()
    """Several persons on one line, where it names nothing else."""


@lru_cache(maxsize=65536)
def say(text: str) -> Said:
    """Read a text by itself; signs without a width before it say nothing."""
    unseen = _UNSEEN.match(text)
    if unseen is not None:
        return _moved(say(text[unseen.end() :]), unseen.end())
    dates = dates_on(text) if len(text) <= _LONGEST and _DIGIT.search(text) is not None else ()
    if not dates:
        return _undated(text)
    first, last = dates[0].span[0], dates[-1].span[1]
    if is_edition_line(text):
        return Said(kind="edition", words=fold(text))
    start, end = trimmed(text, 0, first)
    if start < end:
        # Lines that differ in their dates alone say the same before them.
        said = _undated(text[:end])
        if said.kind not in _DATED:
            return said._replace(words=fold(text))
        return said._replace(dates=dates, spouse=_spouse_behind(text, last) if said.spouse is None else said.spouse)
    start, end = trimmed(text, last, len(text))
    if start >= end:
        return Said(kind="date", words=fold(text), dates=dates)
    return _with_person(text, (start, end), fold(text), dates)


def is_accompanied(said: Said) -> bool:
    """Whether a text prints a spouse beside whom it names: by name, or addressed together (`Mr. and Mrs. X`)."""
    return said.spouse is not None or (said.honorific is not None and said.honorific.couple)


def relative_below(said: Said, text: str, *, named: bool) -> Relative | None:
    """Whose name a line of a cell holds: that of a spouse or a child, or of somebody else who is addressed."""
    if said.kind == "relative" and said.honorific is None:
        found = relative_words().longest(said.words)
        return found[0] if found is not None else None
    another = addressed(text.strip(" ()[]")) if named else None
    return "spouse" if another is not None and another.sure else None


def _spouse_behind(text: str, last: int) -> int | None:
    """Where a spouse begins behind the last date of a line: `(12 March 2019) and Mrs …`."""
    if not any(map(str.isalpha, text[last:])):
        return None
    at = spouse_at(text, 0, len(text), fold(text))
    return at if at is not None and at >= last else None


@lru_cache(maxsize=32768)
def _undated(text: str) -> Said:
    number = _NUMBERED.match(text)
    if number is not None and (said := _numbered(text, number.end())) is not None:
        return said
    labelled = _labelled(text) if ":" in text else None
    if labelled is not None:
        return labelled
    if text.startswith("(") and text.rstrip().endswith(")") and is_addressed_whole(text.strip("() ")):
        return Said(kind="relative", words=fold(text), honorific=addressed(text.strip("() ")))
    honorific = addressed(text)
    words = honorific.words if honorific is not None else fold(text)
    if not words or len(text) > _LONGEST:
        return Said(kind="nothing" if not words else "other", words=words)
    if honorific is None and is_bare_name(text, words):
        return Said("name", words, None, (0, len(text)))
    if honorific is not None and _is_addressed_name(text, honorific):
        return Said("name", words, honorific, (honorific.rest, len(text)))
    plain = _plain_kind(text, words) if honorific is None or not honorific.sure or _DIGIT.search(text) else None
    if plain is not None:
        return plain
    start, end = trimmed(text, 0, len(text))
    return _with_person(text, (start, end), words, ()) if start < end else Said(kind="other", words=words)


def say_in_brackets(text: str) -> Said:
    """Read what a line between brackets says, in the places of the whole line."""
    start, end = text.index("(") + 1, text.rindex(")")
    return _moved(say(text[start:end]), start)


def _is_addressed_name(text: str, honorific: Addressed) -> bool:
    """Whether a text is an address and a name, and nothing in it can be anything else."""
    start, words = honorific.rest, honorific.words
    plain = honorific.sure and _JOINED.search(text, 0, start) is None and has_letters_alone(text[start:], words)
    return plain and not ranks_in(words[honorific.own :])


def _labelled(text: str) -> Said | None:
    """What a line says behind a label of a name or a post: `Name: …`; `None` for any other line."""
    label, _, value = text.partition(":")
    field = field_labels().whole(fold(label))
    if field is None or not value.strip():
        return None
    start, end = trimmed(text, len(label) + 1, len(text))
    said = _undated(text[start:end])
    if field == "person" and said.kind not in ("person", "name"):
        return Said(kind="contact", words=fold(text))
    if field == "title":
        return said if said.kind == "vacancy" else Said(kind="title", words=said.words, title=(start, end))
    if said.kind in ("person", "name") and said.name is not None:
        return _moved(said, start)
    return said if said.kind == "vacancy" else Said(kind="name", words=said.words, name=(start, end))


def _numbered(text: str, start: int) -> Said | None:
    """What a line with a number before it says of a person; `None` where the number belongs to a rank or a heading."""
    ranks = ranks_in(fold(text))
    if ranks and ranks[0].first == 0:
        return None  # `1. Sekretär`
    said = _undated(text[start:])
    if said.kind == "vacancy":
        return said._replace(title=_shifted(said.title, start) if said.title else None)
    if said.kind not in ("person", "names") and not (said.kind == "name" and said.honorific is not None):
        return None
    return _moved(said, start)


def _plain_kind(text: str, words: tuple[str, ...]) -> Said | None:
    """Pages, labels, sections and vacancies: lines that no person stands on."""
    if _PAGE.fullmatch(text) or (text.count(".") > 3 and _DOTTED.search(text)):
        return Said(kind="page", words=words)
    if is_vacancy(words):
        return Said(kind="vacancy", words=words)
    post = vacant_post(text, words)
    if post is not None:
        return Said(kind="vacancy", words=words, title=post)
    if _is_relative(text, words):
        return Said(kind="relative", words=words)
    section = section_kind(words) if len(words) <= 8 else None
    if section is not None:
        return Said(kind="section", words=words, section=section)
    if _is_contact(text, words):
        return _before_contact(text) or Said(kind="contact", words=words)
    return Said(kind="contact", words=words) if _is_feast(text, words) else None


def _is_feast(text: str, words: tuple[str, ...]) -> bool:
    """Whether a line ends in a day without a year and names no post, as in lists of national days: `Peru 28 July`."""
    if not 1 < len(words) <= _LONGEST_FEAST or not any(word.isdigit() and int(word) <= _LAST_DAY for word in words):
        return False
    day, month = (words[-2], words[-1]) if words[-2].isdigit() else (words[-1], words[-2])
    bare = day.isdigit() and 0 < int(day) <= _LAST_DAY and month_number(month) is not None
    return bare and not ranks_in(words[:-2]) and addressed(text) is None


def _is_relative(text: str, words: tuple[str, ...]) -> bool:
    """Whether a line begins with the label of a spouse or of children, who may be counted: `2 children: …`."""
    if len(words) > 1 and words[0].isdigit():
        text, words = text[words_end(text, 1) :], words[1:]
    relative = relative_words().longest(words)
    return relative is not None and _is_label(text, words, relative[1])


def _before_contact(text: str) -> Said | None:
    """The person with a post, or addressed, whose number or mail ends a line; `None` where nobody stands before it."""
    for mark in _BESIDE.finditer(text):
        rest = text[mark.end() :]
        if mark.start() and (contact_labels().longest(fold(rest)) is not None or _CONTACT.match(rest) is not None):
            said = _undated(text[: mark.start()])
            named = said.kind in ("person", "names") or (said.kind == "name" and said.honorific is not None)
            return said if named else None
    return None


def _is_label(text: str, words: tuple[str, ...], length: int) -> bool:
    """Whether a line's first words are a label: alone, before a colon, or before somebody addressed."""
    after = text[words_end(text, length) :].lstrip(" .)")
    return (
        (len(words) == length and len(words[0]) > 1)
        or after.startswith(":")
        or (len(words[0]) > 1 and (addressed(after) is not None or (text[0].islower() and looks_like_name(after))))
    )


def _is_contact(text: str, words: tuple[str, ...]) -> bool:
    label = contact_labels().longest(words)
    if label is not None:
        after = text[words_end(text, label[1]) :].lstrip(" .-")
        if not after or after[0] in ":\t/(" or any(map(str.isdigit, after)):
            return True
    return _MARKED.search(text) is not None and _CONTACT.search(text) is not None and not find_dates(text)


def _with_person(text: str, span: Span, words: tuple[str, ...], dates: tuple[Dated, ...]) -> Said:
    """A name, a title, or both, in the part of a text that is no date."""
    start, end = span
    spouse = spouse_at(text, start, end, words)
    if spouse is not None:
        said = _with_person(text, trimmed(text, start, spouse), words, dates)._replace(spouse=spouse)
        post = post_behind(text, spouse, end) if said.kind == "name" else None
        return said if post is None else said._replace(kind="person", title=post)
    several = several_on(text, start, end)
    if several:
        return Said(kind="names", words=words, names=several, dates=dates)
    part = text[start:end]
    person = person_on(part)
    if person is not None:
        name, title = _shifted(person.name, start), _shifted(person.title, start) if person.title is not None else None
        if title is not None and find_city(text[title[0] : title[1]]) is not None:
            return Said("name", words, person.honorific, name, None, dates, aside=title)
        said = Said("name" if title is None else "person", words, person.honorific, name, title, dates)
        return said if person.aside is None else said._replace(aside=_shifted(person.aside, start))
    folded = fold(part)
    kind: Kind = "title" if ranks_in(folded) or is_office(folded) else "other"
    return Said(kind=kind, words=words, title=span, dates=dates)


def _moved(said: Said, by: int) -> Said:
    """What a text says, in the places of a longer one that ends with it."""
    return said._replace(
        name=_shifted(said.name, by) if said.name else None,
        title=_shifted(said.title, by) if said.title else None,
        aside=_shifted(said.aside, by) if said.aside else None,
        spouse=said.spouse + by if said.spouse is not None else None,
        names=tuple(_shifted(each, by) for each in said.names),
        dates=tuple(each._replace(span=_shifted(each.span, by)) for each in said.dates),
    )


def _shifted(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
