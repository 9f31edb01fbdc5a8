"""When did a report come out, and what says so?

What the reporter gave comes first, then what the file says of itself, then a printed line; where none does, the days
that the text itself forces. An interval stays an interval.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from legation.errors import DateError
from legation.extraction.news.layers import Paragraph
from legation.language.tokens import tokens
from legation.language.when import whens
from legation.model.dates import Bounds, Edtf, Precision
from legation.model.documents import Document
from legation.model.sources import Given

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
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")


@dataclass(frozen=True, slots=True)
class Published:
    """When a report came out, and the basis: `given`, `meta`, `printed`, `text`; none where nothing tells."""

    value: Edtf | None
    basis: str | None

    @property
    def bounds(self) -> Bounds | None:
        """The days between which it came out."""
        return self.value.bounds if self.value else None


def published(document: Document, given: Given, parts: Sequence[Paragraph], language: str) -> Published:
    """The publication as given, told by the file or printed; none else."""
    if given.published is not None:
        return Published(given.published, "given")
    from_meta = _from_meta(document)
    if from_meta is not None:
        return Published(from_meta, "meta")
    for part in parts:
        if part.layer == "byline":
            printed = _printed(document, part, language)
            if printed is not None:
                return Published(printed, "printed")
    return Published(None, None)


def _from_meta(document: Document) -> Edtf | None:
    told: dict[str, str] = {}
    for name, value in document.meta:
        told.setdefault(name.casefold().removeprefix("json-ld:"), value)
    for name in _META:
        match = _DAY.search(told.get(name, ""))
        if match is not None:
            try:
                return Edtf.parse(match[1])
            except DateError:
                continue
    return None


def _printed(document: Document, part: Paragraph, language: str) -> Edtf | None:
    for when in whens(tokens(document.text, part.start, part.end), language, None):
        if when.value is not None and when.value.precision is Precision.DAY:
            return when.value
    return None
