"""The CDX server of pywb, and Common Crawl's, which is one: what is asked, and what does the answer say?

Newline-delimited JSON whose rows leave out what they don't know. There is no resume key: an index that isn't in parts
gives every row at once and ignores paging, so a page is asked for only where the server says that it has several.
Rows found by likeness alone (`is_fuzzy`) are dropped.
"""

from __future__ import annotations

import json

from legation.archive.dialects.rows import Page, holding, without_repetitions
from legation.errors import ArchiveAnswerError
from legation.model.holdings import Holding

_NAMES = {"url": "original", "mime": "mimetype", "status": "statuscode"}


def question(url: str, *, since: str | None, until: str | None, page: int | None = None) -> tuple[tuple[str, str], ...]:
    """The parameters of one request."""
    asked = [("url", url), ("output", "json"), ("allowFuzzy", "0")]
    asked += [(name, value) for name, value in (("from", since), ("to", until)) if value]
    return tuple(asked if page is None else [*asked, ("page", str(page))])


def pages_question(url: str) -> tuple[tuple[str, str], ...]:
    """The parameters that ask how many pages there are."""
    return (("url", url), ("showNumPages", "true"))


def read_pages(text: str) -> int:
    """How many pages the server says it has; one where it doesn't understand the question."""
    try:
        said = json.loads(text)
    except ValueError:
        return 1
    number = said.get("pages") if isinstance(said, dict) else said
    return number if isinstance(number, int) and number > 0 else 1


def read_page(archive: str, text: str) -> Page:
    """One answer.

    Raises:
        ArchiveAnswerError: a line is no JSON object, or the answer is an error message.
    """
    found: list[Holding] = []
    malformed = []
    for line in text.splitlines():
        if not line.strip():
            continue
        fields = _fields(archive, line)
        if fields.get("is_fuzzy") in ("true", "1", "True"):
            continue
        one = holding(archive, fields)
        if one is None:
            malformed.append(line)
        else:
            found.append(one)
    return Page(holdings=without_repetitions(found), malformed=tuple(malformed))


def read_collections(archive: str, text: str) -> tuple[tuple[str, str], ...]:
    """Common Crawl's monthly indexes, newest first: the id and the address of each.

    Raises:
        ArchiveAnswerError: it is no list of indexes.
    """
    try:
        return tuple((one["id"], one["cdx-api"]) for one in json.loads(text))
    except (ValueError, TypeError, KeyError):
        raise ArchiveAnswerError(
            f"{archive}: no list of its indexes came, but {text[:80]!r}; check its address in the configuration",
            item=archive,
        ) from None


def _fields(archive: str, line: str) -> dict[str, str]:
    """A row's fields under the names of the CDX server; CDXJ lines have key and timestamp before the object."""
    key, brace, rest = line.partition("{")
    try:
        said = json.loads(brace + rest)
    except ValueError:
        raise ArchiveAnswerError(
            f"{archive}: its index broke off or isn't in lines of JSON: {line[:80]!r}; run the same command again",
            item=archive,
        ) from None
    if "message" in said and "url" not in said:
        raise ArchiveAnswerError(f"{archive}: its index says {said['message']!r}", item=archive)
    before = key.split()
    fields = {_NAMES.get(name, name): str(value) for name, value in said.items()}
    return {"timestamp": before[1], **fields} if len(before) == 2 else fields
