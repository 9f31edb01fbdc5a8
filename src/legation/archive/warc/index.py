"""Under which key, and in which line, does the index of a package find a record?

CDXJ as pywb and py-wacz write it: the address as a SURT key, fourteen digits, and the record's place. Keys fold away
what archives fold away when they look a page up: scheme, `www.`, the usual port, letter case, the order of parameters.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote, unquote_to_bytes, urlsplit

from legation.archive.dialects.moments import digits
from legation.archive.warc.digests import digest_bytes
from legation.archive.warc.reading import Record

_PORTS = {"http": 80, "https": 443}
_SENT = "!\"$&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""Letters that stay as they are, beside those that are never encoded."""
_SESSION = re.compile(r"^(?:(?:jsessionid|sid|phpsessid)=[0-9a-z]{32}|aspsessionid[a-z]{8}=[a-z]{24})$", re.IGNORECASE)


def surt(url: str) -> str:
    """The key of an address, as the Internet Archive's canonicalizer gives it (library `surt` 0.3.1).

    An address of no host (`urn:`), or one that can't be taken apart, is its own key.
    """
    try:
        return _unbroken(_key(url))
    except ValueError:  # no address, no port, or a host without a form for name servers
        return _unbroken(url)


def is_address(url: str) -> bool:
    """Whether an address can be taken apart: into scheme, host, a port that there can be, and a path."""
    try:
        _ = urlsplit(url).port
    except ValueError:
        return False
    return True


def _key(url: str) -> str:
    parts = urlsplit(url)
    if not parts.hostname:
        return url
    host = parts.hostname
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    host = re.sub(r"^www\d*\.", "", host.casefold().rstrip("."))
    port = parts.port if parts.port != _PORTS.get(parts.scheme) else None
    path = _escaped(_resolved(parts.path)).lower().rstrip("/") or "/"
    query = "&".join(sorted(each for each in _escaped(parts.query).lower().split("&") if not _SESSION.match(each)))
    return f"{','.join(reversed(host.split('.')))}{f':{port}' if port else ''}){path}{f'?{query}' if query else ''}"


def line(record: Record, *, place: tuple[str, int, int]) -> str | None:
    """The index line of a record; nothing for one that isn't looked up.

    Args:
        record: as it stands in the file.
        place: the file's name in the package, the record's first byte, and how many bytes it has.
    """
    if record.kind not in ("response", "resource", "revisit") or record.url is None or record.at is None:
        return None
    name, offset, length = place
    said = {
        "url": record.url,
        "mime": "warc/revisit" if record.kind == "revisit" else record.media_type or "unk",
        "status": str(record.status or 200),
        "digest": _digest(record),
        "length": str(length),
        "offset": str(offset),
        "filename": name,
    }
    known = {key: value for key, value in said.items() if value is not None}
    return f"{surt(record.url)} {digits(record.at)} {json.dumps(known, ensure_ascii=False)}"


def _unbroken(url: str) -> str:
    """A key without the blanks that would end it in its line."""
    return "%20".join(url.split())


def _digest(record: Record) -> str | None:
    """The record's own label, where it is one that readers know."""
    return record.payload_digest if digest_bytes(record.payload_digest) else None


def _resolved(path: str) -> str:
    """The path without `.`, `..` and empty parts."""
    kept: list[str] = []
    for part in path.split("/"):
        if part == "..":
            kept = kept[:-1]
        elif part not in ("", "."):
            kept.append(part)
    return "/" + "/".join(kept)


def _escaped(text: str) -> str:
    """The text with each letter encoded in the one way, however it came."""
    before, plain = text.encode("utf-8", "surrogatepass"), unquote_to_bytes(text)
    while before != plain:
        before, plain = plain, unquote_to_bytes(plain)
    return quote(plain, safe=_SENT)
