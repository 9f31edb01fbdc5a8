"""Which field of a register is which, and what kind of claim is it? From headers of tables and names of properties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from legation.vocabulary.folding import fold
from legation.vocabulary.tables import rows, spelled_out

RELATIVE = "relative"
"""What a topic says that makes somebody no official at all."""
_NONE = "-"


@cache
def fields() -> Mapping[str, str | None]:
    """Every field with the type of claim that it is; `None` for those that tell who is meant."""
    return {field: None if type_ == _NONE else type_ for field, type_, _ in rows("register_fields.tsv")}


@cache
def _headers() -> Mapping[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for field, _, text in rows("register_fields.tsv"):
        for words in (*spelled_out(text), fold(field)):
            found.setdefault(words, field)
    return found


def field_of_header(header: str) -> str | None:
    """The field that a table's header means; `None` for one that isn't known."""
    words = fold(header.replace("_", " "))
    bare = words[:-1] if words and words[-1].isdigit() else words
    return _headers().get(words) or _headers().get(bare)


@cache
def _topics() -> Mapping[str, str]:
    return {row[0]: row[1] for row in rows("register_topics.tsv")}


def claim_of_topic(topic: str) -> str:
    """The type of claim that a topic is, or `relative`."""
    start = f"{topic.partition('.')[0]}."
    return _topics().get(topic) or _topics().get(start) or "statement"
