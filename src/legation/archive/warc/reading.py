"""What does a WARC file hold, record by record?

Each response or resource with the page's address, the moment that the file gives, its body as it came and unpacked,
and whether the digests that the file carries fit. What is broken says so and is never passed off as whole. A file that
was given to us attests nothing about where it comes from.
"""

from __future__ import annotations

import base64
import binascii
import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, Literal

from legation.archive.network.codings import Cap, undone
from legation.archive.warc.framing import Framed, Gap, framed
from legation.errors import DamagedInputError, LimitError
from legation.model.holdings import DigestVerdict

_LINE = re.compile(rb"\r?\n")
_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(r"HTTP/\S+ (\d{3})")
Headers = tuple[tuple[str, str], ...]
State = Literal["whole", "cut", "truncated", "damaged"]
"""`cut`: crawler or server say that bytes are missing; `truncated`: the file breaks off; `damaged`: bytes changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a WARC file."""

    kind: str
    """`response`, `resource`, `revisit`, `request`, `metadata`, `warcinfo` …, as the file says."""
    offset: int
    skip: int
    id: str | None
    url: str | None
    at: datetime | None
    """`WARC-Date`: when the crawler had it, by its own word."""
    status: int | None
    headers: Headers
    """The server's, for a response."""
    media_type: str | None
    wire: bytes
    """The body as it stands in the record."""
    body: bytes
    """The body with chunks joined and codings undone; as it stands where that isn't possible."""
    codings: tuple[str, ...]
    digest_verdict: DigestVerdict
    refers_to: tuple[str | None, str | None]
    """For a revisit: the address and date of the capture that has the body."""
    payload_digest: str | None
    state: State = "whole"
    notes: tuple[str, ...] = ()


def records(file: BinaryIO, cap: Cap | None = None) -> Iterator[Record | Gap]:
    """The records of a file, in order, and the places of it that are none."""
    for one in framed(file):
        yield one if isinstance(one, Gap) else record_of(one, cap or Cap())


def record_at(file: BinaryIO, offset: int, skip: int = 0) -> Record:
    """The one record at a place, as `records` gave it.

    Raises:
        DamagedInputError: no record begins there.
    """
    return record_of(_framed_at(file, offset, skip), Cap())


def verbatim(file: BinaryIO, offset: int, skip: int = 0) -> bytes:
    """The record at a place as a gzip member of its own, letter for letter as it stands in the file.

    Raises:
        DamagedInputError: no record begins there, or it isn't whole.
    """
    one = _framed_at(file, offset, skip)
    if one.damage is not None:
        raise DamagedInputError(f"the record at byte {offset} isn't whole: {one.damage}")
    return gzip.compress(one.header + one.block + b"\r\n\r\n", mtime=0)


def _framed_at(file: BinaryIO, offset: int, skip: int) -> Framed:
    for one in framed(file, offset):
        if isinstance(one, Framed) and one.offset == offset and one.skip == skip:
            return one
        if one.offset > offset:
            break
    raise DamagedInputError(f"no record begins at byte {offset}; the file is not the one that was read before")


def record_of(one: Framed, cap: Cap) -> Record:
    """What a framed record says."""
    said = _headers(one.header)
    kind = (_first(said, "WARC-Type") or "").casefold()
    status, headers, wire, notes = _http(said, one.block, kind)
    body, codings, more = _unpacked(headers, wire, cap)
    notes += more
    truncated = _first(said, "WARC-Truncated")
    if truncated:
        notes.append(f"the crawler cut it ({truncated})")
    state: State = "whole"
    if one.damage is not None:
        notes.append(one.damage)
        state = "truncated" if "ends after" in one.damage or "breaks off" in one.damage else "damaged"
    elif truncated or _is_short(headers, wire):
        state = "cut"
    digest = _first(said, "WARC-Payload-Digest")
    return Record(
        kind=kind,
        offset=one.offset,
        skip=one.skip,
        id=_first(said, "WARC-Record-ID"),
        url=_address(_first(said, "WARC-Target-URI")),
        at=_moment(_first(said, "WARC-Date")),
        status=status,
        headers=headers,
        media_type=_media_type(said, headers, kind),
        wire=wire,
        body=body,
        codings=codings,
        digest_verdict=_verdict(digest, _first(said, "WARC-Block-Digest"), one.block, (wire, body)),
        refers_to=(_address(_first(said, "WARC-Refers-To-Target-URI")), _first(said, "WARC-Refers-To-Date")),
        payload_digest=digest,
        state=state,
        notes=tuple(notes),
    )


def digest_bytes(label: str | None) -> tuple[str, bytes] | None:
    """Algorithm and bytes of a labelled digest in base32, hexadecimal or base64; `None` for another form."""
    algorithm, _, text = (label or "").partition(":")
    algorithm = algorithm.strip().casefold().replace("-", "")
    if algorithm not in _SIZES:
        return None
    size, text = _SIZES[algorithm], text.strip()
    for decode in (_hex, _base32, _base64):
        data = decode(text)
        if data is not None and len(data) == size:
            return algorithm, data
    return None


def _verdict(payload: str | None, block: str | None, raw: bytes, bodies: tuple[bytes, bytes]) -> DigestVerdict:
    """Whether the record's own digests fit: of the body as it stands, joined or unpacked, since crawlers differ."""
    for label, candidates in ((block, (raw,)), (payload, bodies)):
        wanted = digest_bytes(label)
        if wanted and all(
            hashlib.new(wanted[0], data, usedforsecurity=False).digest() != wanted[1] for data in candidates
        ):
            return "mismatch"
    return "match" if digest_bytes(payload) or digest_bytes(block) else "unverifiable"


def _http(said: Headers, block: bytes, kind: str) -> tuple[int | None, Headers, bytes, list[str]]:
    """Status, headers and body of a block that holds an answer of HTTP."""
    type_ = (_first(said, "Content-Type") or "").casefold()
    if kind not in ("response", "revisit") or not (type_.startswith("application/http") or block[:5] == b"HTTP/"):
        return None, (), block, []
    end = _END.search(block)
    if end is None:
        return None, (), block, ["the answer's headers don't end"] if kind == "response" and block else []
    head = block[: end.start()]
    status = _STATUS.match(head.decode("latin-1"))
    return int(status.group(1)) if status else None, _headers(head), block[end.end() :], []


def _unpacked(headers: Headers, wire: bytes, cap: Cap) -> tuple[bytes, tuple[str, ...], list[str]]:
    body, notes = wire, list[str]()
    if "chunked" in (_first(headers, "Transfer-Encoding") or "").casefold():
        joined = dechunked(wire)
        if joined is None:
            notes.append("its chunks don't fit, so it was taken as it stands")
        body = wire if joined is None else joined
    codings = [each for name, value in headers if name.casefold() == "content-encoding" for each in value.split(",")]
    try:
        plain, undone_ = undone(body, codings, cap)
    except (DamagedInputError, LimitError) as error:
        return body, (), [*notes, f"its coding can't be undone{error.message}"]
    return plain, undone_, notes


def dechunked(data: bytes) -> bytes | None:
    """The body of a chunked transfer; `None` where the bytes aren't in chunks, as after a crawler that joined them."""
    pieces, at = list[bytes](), 0
    while True:
        end = data.find(b"\n", at, at + 1024)
        if end < 0:
            return None
        size = data[at:end].partition(b";")[0].strip()
        if not re.fullmatch(rb"[0-9a-fA-F]{1,8}", size):
            return None
        number, at = int(size, 16), end + 1
        if number == 0:
            return b"".join(pieces)
        if at + number > len(data):
            return None
        pieces.append(data[at : at + number])
        at += number
        if data[at : at + 2] == b"\r\n":
            at += 2
        elif data[at : at + 1] == b"\n":
            at += 1
        else:
            return None


def _is_short(headers: Headers, wire: bytes) -> bool:
    """Whether the server announced more bytes than came."""
    announced = _first(headers, "Content-Length")
    chunked = _first(headers, "Transfer-Encoding")
    return bool(announced and announced.isdigit() and not chunked and len(wire) < int(announced))


def _headers(data: bytes) -> Headers:
    found: list[tuple[str, str]] = []
    for line in _LINE.split(data)[1:]:
        if line[:1] in (b" ", b"\t") and found:
            name, value = found[-1]
            found[-1] = (name, f"{value} {_text(line.strip())}")
        elif b":" in line:
            key, _, rest = line.partition(b":")
            found.append((_text(key.strip()), _text(rest.strip())))
    return tuple(found)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _first(headers: Headers, name: str) -> str | None:
    low = name.casefold()
    return next((value for key, value in headers if key.casefold() == low and value), None)


def _address(text: str | None) -> str | None:
    """An address without the angle brackets that old tools put around it."""
    return text.strip().removeprefix("<").removesuffix(">").replace(" ", "%20") if text else None


def _moment(text: str | None) -> datetime | None:
    try:
        at = datetime.fromisoformat((text or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _media_type(said: Headers, headers: Headers, kind: str) -> str | None:
    text = _first(headers, "Content-Type") if kind in ("response", "revisit") else _first(said, "Content-Type")
    return text.partition(";")[0].strip().casefold() or None if text else None


def _hex(text: str) -> bytes | None:
    try:
        return binascii.unhexlify(text)
    except (binascii.Error, ValueError):
        return None


def _base32(text: str) -> bytes | None:
    try:
        return base64.b32decode(text.upper() + "=" * (-len(text) % 8))
    except (binascii.Error, ValueError):
        return None


def _base64(text: str) -> bytes | None:
    try:
        return base64.urlsafe_b64decode(text.replace("+", "-").replace("/", "_") + "=" * (-len(text) % 4))
    except (binascii.Error, ValueError):
        return None


_SIZES = {"sha1": 20, "sha256": 32, "md5": 16, "sha512": 64}
