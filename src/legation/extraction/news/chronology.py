"""Which day do the sentences around it give to what has none? Headings of a chronology, and months of a story.

The date that opens an item of a chronology is the date of all that the item tells; in a story, a month without a year
is of the year that the sentence before it names. Nothing is said of a sentence that has a date of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.language.calendar import month_of, printed_day
from legation.language.date_roles import When
from legation.model.dates import Bounds, Edtf
from legation.model.quick import changed

_BULLET = 2
_HEAD = 4
_HOUR = re.compile(r"(?:\[ )?\d{1,2}[:.h]\d\d (?:Uhr |h |ч\\. |GMT |UTC |CET |\] )?[-–—:] ")
_LOOK_BACK = 3
_YEAR_PASSED = 1


def headings(read: Sequence[Line], published: Bounds | None) -> Mapping[int, When]:
    """For each sentence of an item, the date that opens the item; the hour of a ticker is of the day of publication."""
    today = published.exact if published is not None else None
    found: dict[int, When] = {}
    heading: When | None = None
    alone, paragraph = False, -1
    for line in read:
        if line.paragraph != paragraph and not alone:
            heading = None
        opens = _opening(line)
        if opens is None and today is not None and _HOUR.match(_printed(line)):
            heading = When(Edtf.of_day(today), "heading", 0, 0)
        if opens is not None:
            heading, alone = opens, opens.after >= len(line.marked.words) - 1
        elif line.paragraph != paragraph and alone and line.dates:
            heading, alone = None, False
        paragraph = line.paragraph
        if heading is not None:
            found[line.number] = changed(heading, role="on", basis="heading")
    return found


def _opening(line: Line) -> When | None:
    """The date that opens a sentence before a colon or dash, or that the whole sentence is."""
    first = next((when for when in line.dates if when.first <= _BULLET and when.value is not None), None)
    words = line.marked.words
    if first is None or line.layer not in ("body", "update", "heading"):
        return None
    if any(line.marked.tokens[i].is_word and not line.marked.is_in(i, "preposition") for i in range(first.first)):
        return None
    whole = all(not line.marked.tokens[i].is_word for i in range(first.after, len(words)))
    marked = first.after < len(words) and line.marked.tokens[first.after].text in ":-–—"
    return first if whole or marked else None


def _printed(line: Line) -> str:
    """A sentence's first tokens, with a space between."""
    return " ".join(token.text for token in line.marked.tokens[:_HEAD]) + " "


def with_headings(
    tellings: Sequence[Telling], read: Sequence[Line], published: Bounds | None, text: str = ""
) -> list[Telling]:
    """Tellings without a date of their own in an item of a chronology, with the date that opens it.

    Args:
        tellings: In the order of the text.
        read: The sentences of the report.
        published: When it came out.
        text: The report as printed: where hours open its lines, it is a ticker of the day on which it came out.
    """
    dates = headings(read, published)
    today = published.exact if published is not None and is_ticker(text) else None
    hour = When(Edtf.of_day(today), "heading", 0, 0) if today is not None else None
    found = []
    for telling in tellings:
        opens = dates.get(telling.sentence) or (None if telling.past_perfect or telling.layer == "title" else hour)
        found.append(changed(telling, when=opens) if telling.when is None and opens is not None else telling)
    return found


def is_ticker(text: str) -> bool:
    """Whether hours open several lines of a report."""
    return len(_CLOCK.findall(text)) >= _HOURS


_CLOCK = re.compile(r"(?m)^[\W_]{0,6}\d{1,2} ?[:h.] ?\d\d(?!\d|[.:/ -]?\d\d\d\d|[.]\d)(?: Uhr| h|h)?[\W_]")
_HOURS = 2


def in_their_year(read: Sequence[Line]) -> tuple[Line, ...]:
    """The sentences with months without a year read as of the year that the story has just named."""
    found: list[Line] = []
    last: Edtf | None = None
    paragraph = -1
    for line in read:
        last = last if line.paragraph == paragraph else None
        paragraph = line.paragraph
        dates: list[When] = []
        for when in line.dates:
            moved = _moved(line, when, last)
            dates.append(moved)
            if moved.role == "on" and (moved.basis == "printed" or moved is not when):
                last = moved.value if moved.value is not None and moved.value.bounds.earliest is not None else last
        found.append(changed(line, dates=tuple(dates)) if tuple(dates) != line.dates else line)
    return tuple(found)


def _moved(line: Line, when: When, last: Edtf | None) -> When:
    """A month or day without a year, in the year of the date before it or the one after, where that lies before it."""
    own = when.value.bounds if when.value is not None else None
    before = last.bounds.earliest if last is not None else None
    if own is None or before is None or own.earliest is None or own.latest is None or when.role != "on":
        return when
    if when.basis not in ("last-month", "yearless") or own.earliest.year - before.year < _YEAR_PASSED:
        return when
    if any(_points(line, index) for index in range(max(when.first - _LOOK_BACK, 0), when.first)):
        return when
    year = before.year + (own.earliest.month < before.month)
    if year >= own.earliest.year:
        return when
    exact = own.exact
    value = month_of(year, own.earliest.month) if exact is None else printed_day(year, exact.month, exact.day)
    return when if value is None else changed(when, value=value, basis="story")


def _points(line: Line, index: int) -> bool:
    """Whether a word such as "last" or "this" counts from the publication."""
    found = line.marked.phrase_at("when", index)
    return found is not None and found[0] in ("last", "this", "next")


def pointing_then(read: Sequence[Line]) -> dict[int, Edtf | None]:
    """The sentences that say "at the time" or "the same year", each with the date that stands before it in them."""
    found: dict[int, Edtf | None] = {}
    for line in read:
        then = next((index for index, _, _ in line.marked.phrases("at-the-time")), None)
        if then is not None:
            before = (when.value for when in reversed(line.dates) if when.after <= then and when.role == "on")
            found[line.number] = next(before, None)
    return found
