"""What is one page of an archive's answer, whatever its dialect?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from legation.archive.dialects.moments import moment
from legation.model.holdings import Holding, Segment

_REVISIT = "warc/revisit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The holdings of one answer, the rows that are none, and where the next page is."""

    holdings: tuple[Holding, ...] = ()
    malformed: tuple[str, ...] = ()
    """Rows that name no page of the web, as printed."""
    following: tuple[str, ...] = ()
    """A resume key, or the addresses of further TimeMaps."""


def holding(archive: str, fields: dict[str, str]) -> Holding | None:
    """The holding of one row's fields, under the names of the CDX server.

    Returns:
        `None` where the row names no page of the web: `mailto:`, `data:`, no host.
    """
    url, timestamp = fields.get("original", ""), fields.get("timestamp", "")
    if not _is_page(url) or not timestamp.isdigit():
        return None
    at, odd = moment(timestamp)
    media_type = _value(fields.get("mimetype"))
    status = _value(fields.get("statuscode"))
    return Holding(
        archive=archive,
        url=url,
        timestamp=timestamp,
        at=at,
        status=int(status) if status and re.fullmatch(r"[1-5]\d\d", status) else None,
        media_type=None if media_type == _REVISIT else media_type,
        digest=without_label(_value(fields.get("digest"))),
        length=_number(fields.get("length")),
        revisit=media_type == _REVISIT,
        segment=_segment(fields),
        flags=(odd,) if odd else (),
    )


def without_repetitions(holdings: Iterable[Holding]) -> tuple[Holding, ...]:
    """The holdings by time, each once: what one index says without a digest, another may say with it."""
    found: dict[tuple[str, str], dict[str | None, Holding]] = {}
    for one in holdings:
        found.setdefault((one.timestamp, one.url), {}).setdefault(one.digest, one)
    return tuple(
        one
        for _, alike in sorted(found.items(), key=lambda pair: pair[0])
        for digest, one in alike.items()
        if digest is not None or len(alike) == 1
    )


def without_label(digest: str | None) -> str | None:
    """A digest without its label: py-wacz prints `sha1:…`, others the base32 alone; one of another kind stays whole."""
    if digest is None:
        return None
    label, _, rest = digest.rpartition(":")
    return rest if label.casefold() in ("", "sha1") else digest


def _is_page(url: str) -> bool:
    """Indexes hold `http://mailto:name@host`, `data:` and worse beside pages."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    names = {parts.hostname, parts.username}
    return parts.scheme.casefold() in ("http", "https") and bool(parts.hostname) and "mailto" not in names


def _value(text: str | None) -> str | None:
    return text if text not in (None, "", "-", "unk") else None


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdigit() else None


def _segment(fields: dict[str, str]) -> Segment | None:
    offset, length = _number(fields.get("offset")), _number(fields.get("length"))
    file = fields.get("filename")
    return Segment(file=file, offset=offset, length=length) if file and offset is not None and length else None
