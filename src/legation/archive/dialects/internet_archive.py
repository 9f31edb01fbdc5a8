"""The CDX server of the Internet Archive: which question is asked, and what does its answer say?

Rows are never collapsed by the server, since only neighbors collapse and capture times would be lost; exact
repetitions, which it prints three to five times, are dropped here. Pages (`page=`) are not asked for: they miss recent
captures. Source: the server's own README and code, as told in its issues 121, 242 and 270.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from legation.archive.dialects.rows import Page, holding
from legation.errors import ArchiveAnswerError

FIELDS = ("urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length")
"""`urlkey` must be among them: without it the server's resume key leads astray."""
LIMIT = 3000
"""Rows an answer. Rows of one second that straddle the limit are skipped by the server's resume key: so it is large."""


def question(url: str, *, since: str | None, until: str | None, resume: str | None) -> tuple[tuple[str, str], ...]:
    """The parameters of one request. The resume key goes back as it came."""
    asked = [
        ("url", url),
        ("output", "json"),
        ("fl", ",".join(FIELDS)),
        ("limit", str(LIMIT)),
        ("showResumeKey", "true"),
    ]
    asked += [(name, value) for name, value in (("from", since), ("to", until), ("resumeKey", resume)) if value]
    return tuple(asked)


def read_page(archive: str, text: str) -> Page:
    """One answer: JSON (an array of arrays whose first names the fields) or lines of seven fields.

    Raises:
        ArchiveAnswerError: it is neither.
    """
    stripped = text.strip()
    rows, key = _json_rows(archive, stripped) if stripped.startswith("[") else _text_rows(archive, stripped)
    found, malformed = [], []
    for fields, printed in _without_repetitions(rows):
        one = holding(archive, fields)
        if one is None:
            malformed.append(printed)
        else:
            found.append(one)
    return Page(holdings=tuple(found), malformed=tuple(malformed), following=(key,) if key else ())


def _json_rows(archive: str, text: str) -> tuple[list[tuple[dict[str, str], str]], str | None]:
    try:
        table = json.loads(text)
    except ValueError as error:
        raise ArchiveAnswerError(
            f"{archive}: its index broke off in the middle of an answer ({error}); run the same command again",
            item=archive,
        ) from None
    if not all(isinstance(row, list) and all(isinstance(cell, str) for cell in row) for row in table):
        raise ArchiveAnswerError(
            f"{archive}: its index answered with something else than rows: {text[:80]!r}", item=archive
        )
    key = None
    if len(table) >= 2 and table[-2] == [] and len(table[-1]) == 1:
        key, table = table[-1][0], table[:-2]
    if not table:
        return [], key
    names = table[0] if "timestamp" in table[0] else list(FIELDS)
    body = table[1:] if names is table[0] else table
    return [(dict(zip(names, row, strict=False)), " ".join(row)) for row in body], key


def _text_rows(archive: str, text: str) -> tuple[list[tuple[dict[str, str], str]], str | None]:
    lines = text.splitlines()
    key = None
    if len(lines) >= 2 and not lines[-2].strip() and " " not in lines[-1].strip():
        key, lines = lines[-1].strip(), lines[:-2]
    for line in lines:
        cells = line.split(" ")
        if line.strip() and (len(cells) < 3 or not cells[1].isdigit()):
            raise ArchiveAnswerError(
                f"{archive}: its index answered with something else than rows: {line[:80]!r}; try again later",
                item=archive,
            )
    return [(_fields(line.split(" ")), line) for line in lines if line.strip()], key


def _fields(cells: Sequence[str]) -> dict[str, str]:
    """A row's fields by name; one whose address holds spaces has too many cells, and the address takes them."""
    extra = len(cells) - len(FIELDS)
    if extra > 0:
        cells = [*cells[:2], " ".join(cells[2 : 3 + extra]), *cells[3 + extra :]]
    return dict(zip(FIELDS, cells, strict=False))


def _without_repetitions(rows: Iterable[tuple[dict[str, str], str]]) -> Iterable[tuple[dict[str, str], str]]:
    last = None
    for fields, printed in rows:
        if printed != last:
            yield fields, printed
        last = printed
