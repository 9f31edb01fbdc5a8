"""When did a report come out, and what says so?

What the reporter gave comes first, then what the file says of itself, then a printed line; where none does, the days
that the text itself forces. An interval stays an interval.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from legation.extraction.news.layers import Paragraph
from legation.language.printed_dates import day_in_name, find_date, is_day
from legation.language.tokens import tokens
from legation.language.when import whens
from legation.model.dates import Bounds, Edtf, Precision
from legation.model.documents import Document
from legation.model.sources import Given
from legation.vocabulary.press import having

_META = (
    "datepublished",
    "article:published_time",
    "og:article:published_time",
    "published_time",
    "pubdate",
    "publishdate",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.date",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
    "time",
    "datecreated",
)
_ISO_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]([01]?\d)[/-]([0-3]?\d)(?=[/-]|$)")
_DATELINE = 90
"""Longest beginning of a first paragraph, in code points, that may be its dateline."""
_DASH = re.compile(r"\s[–—-]+\s|\(")


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out, and the basis; none where nothing tells.

    The basis is `given`, `meta`, `printed`, `file-name`, `url` or `text`.
    """

    value: Edtf | None
    basis: str | None

    @property
    def bounds(self) -> Bounds | None:
        """The days between which it came out."""
        return self.value.bounds if self.value else None


def published(
    document: Document, given: Given, parts: Sequence[Paragraph], language: str, *, name: str = ""
) -> Published:
    """The publication as given, told by the file, printed, or carried by the file's name or address; none else."""
    if given.published is not None:
        return Published(given.published, "given")
    from_meta = _from_meta(document)
    if from_meta is not None:
        return Published(from_meta, "meta")
    for part in parts:
        if part.layer == "byline":
            printed = _printed(document.text[part.start : part.end], language)
            if printed is not None:
                return Published(printed, "printed")
    opening = _dateline(document, parts, language)
    if opening is not None:
        return Published(opening, "printed")
    named = day_in_name(name) if name else None
    if named is not None and is_day(named):
        return Published(named, "file-name")
    addressed = _URL_DAY.search(given.url or "")
    day = _day(addressed) if addressed is not None else None
    return Published(day, "url") if day is not None else Published(None, None)


def _from_meta(document: Document) -> Edtf | None:
    told: dict[str, str] = {}
    for name, value in document.meta:
        told.setdefault(name.casefold().removeprefix("json-ld:"), value)
    for name in _META:
        value = told.get(name, "")
        match = _ISO_DAY.search(value)
        found = _day(match) if match is not None else None
        in_words = find_date(value) if found is None else None
        if found is not None or (in_words is not None and is_day(in_words.date)):
            return found or (in_words.date if in_words else None)
    return None


def _day(match: re.Match[str]) -> Edtf | None:
    try:
        return Edtf.of_day(date(*(int(part) for part in match.groups())))
    except ValueError:
        return None


def _printed(text: str, language: str) -> Edtf | None:
    """The first full day of a line; numbers alone in an order that the language leaves open don't count."""
    for when in whens(tokens(text), language, None):
        if when.value is not None and when.value.precision is Precision.DAY:
            return when.value
    found = find_date(text)
    if found is None or not is_day(found.date):
        return None
    open_order = "/" in text[found.start : found.end] and language in having("either-order")
    return None if open_order and found.date.bounds.earliest and found.date.bounds.earliest.day <= 12 else found.date


def _dateline(document: Document, parts: Sequence[Paragraph], language: str) -> Edtf | None:
    """The full day in the dateline that opens the first paragraph: "RIGA, March 4, 2021 (Agency) —"."""
    first = next((part for part in parts if part.layer == "body"), None)
    if first is None:
        return None
    text = document.text[first.start : min(first.end, first.start + _DATELINE)]
    dash = _DASH.search(text)
    return _printed(text[: dash.start()], language) if dash is not None else None
