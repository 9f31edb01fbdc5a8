"""What does the tool know by itself? Its own words, and where public lists of diplomats stand."""

from __future__ import annotations

from collections.abc import Iterator

from legation.publishing.rows import Row
from legation.vocabulary.lists import public_lists
from legation.vocabulary.states import Gazetteer
from legation.vocabulary.words import words


def word_rows() -> Iterator[Row]:
    """The glossary, one row a word."""
    return ({"kind": "word", "id": word.term, "word": word.term, "means": word.meaning} for word in words())


def list_rows(host: str | None = None) -> Iterator[Row]:
    """The catalogue of public lists, or its part for one host given by code or name."""
    code = None
    if host is not None:
        code = host.upper() if host.upper() in {one.host for one in public_lists()} else Gazetteer.default().find(host)
        code = code or host
    for one in public_lists(code):
        yield {
            "kind": "list",
            "id": f"{one.host}: {one.title}",
            "host": one.host,
            "publisher": one.publisher,
            "title": one.title,
            "url": one.url,
            "format": one.format,
            "languages": list(one.languages),
            "coverage": one.coverage,
            "frequency": one.frequency,
            "known_from": one.known_from,
            "note": one.note,
        }
