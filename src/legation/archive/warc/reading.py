"""What does a WARC file hold, record by record?

Each response or resource with the page's address, the moment that the file gives, its body as it came and unpacked,
and whether the digests that the file carries fit. What is broken says so and is never passed off as whole. A file that
was given to us attests nothing about where it comes from.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO, Literal, NamedTuple

from legation.archive.network.codings import Cap, undone
from legation.archive.warc.digests import verdict_on
from legation.archive.warc.framing import Framed, Gap, framed
from legation.archive.warc.swift import every
from legation.errors import DamagedInputError, LimitError
from legation.model.holdings import DigestVerdict
from legation.model.quick import quick

_LINE = re.compile(rb"\r?\n")
_END = re.compile(rb"\r?\n\r?\n")
_STATUS = re.compile(rb"HTTP/\S+ (\d{3})")
_KIND = re.compile(rb"\r\n(?i:warc-type):[ \t]*(\w+)[ \t]*\r\n(?![ \t])", re.ASCII)
_TYPE = re.compile(rb"\r\n(?i:content-type):[ \t]*([^\s;]+)[ \t]*(?:;[^\r\n]*)?\r\n(?![ \t])")
_BLANKS, _FOLDS = " \t\n\r\v\f", (" ", "\t")
Headers = tuple[tuple[str, str], ...]
State = Literal["whole", "cut", "truncated", "damaged"]
"""`cut`: crawler or server say that bytes are missing; `truncated`: the file breaks off; `damaged`: bytes changed."""


@quick
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


_PAGES = frozenset({"response", "resource", "revisit"})
Look = Callable[[str, int | None, str | None], bool]
"""Whether a body is to be looked into, by the kind of its record, the status and the media type."""


class Passed(NamedTuple):
    """A sound record that nobody looks into: where it stands, and what it says that it is."""

    offset: int
    kind: str
    media_type: str | None = None


def records(file: BinaryIO, cap: Cap | None = None) -> Iterator[Record | Gap]:
    """The records of a file, in order, and the places of it that are none.

    Args:
        file: the file.
        cap: how much a body may unpack to.
    """
    allowed = cap or Cap()
    for one in every(file):
        yield one if isinstance(one, Gap) else record_of(one, allowed)


def looked_into(file: BinaryIO, look: Look) -> Iterator[Record | Passed | Gap]:
    """As `records`, but only pages of interest are taken apart, unpacked and held against their digests.

    Whether the file has every record as it was written is tested of all of them.
    """
    cap = Cap()
    for one in every(file):
        if isinstance(one, Gap):
            yield one
        else:
            yield _passed(one, look) or record_of(one, cap)


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
    said = _first(_headers(one.header))
    kind = said.get("warc-type", "").casefold()
    status, headers, wire, notes = _http(said, one.block, kind)
    served = _first(headers)
    media_type = _media_type(said, served, kind)
    body, codings, more = _unpacked(headers, served, wire, cap)
    notes += more
    labels = (said.get("warc-block-digest"), said.get("warc-payload-digest"))
    verdict = verdict_on(labels, one.block, (wire, body))
    truncated = said.get("warc-truncated")
    if truncated:
        notes.append(f"the crawler cut it ({truncated})")
    state: State = "whole"
    if one.damage is not None:
        notes.append(one.damage)
        state = "truncated" if "ends after" in one.damage or "breaks off" in one.damage else "damaged"
    elif truncated or _is_short(served, wire):
        state = "cut"
    return Record(
        kind=kind,
        offset=one.offset,
        skip=one.skip,
        id=said.get("warc-record-id"),
        url=_address(said.get("warc-target-uri")),
        at=_moment(said.get("warc-date")),
        status=status,
        headers=headers,
        media_type=media_type,
        wire=wire,
        body=body,
        codings=codings,
        digest_verdict=verdict,
        refers_to=(_address(said.get("warc-refers-to-target-uri")), said.get("warc-refers-to-date")),
        payload_digest=said.get("warc-payload-digest"),
        state=state,
        notes=tuple(notes),
    )


def _passed(one: Framed, look: Look) -> Passed | None:
    """A sound record that is of no interest; `None` for one that is, or of which that isn't plain."""
    found = _KIND.search(one.header)
    if found is None or one.damage is not None:
        return None
    kind = found.group(1).decode("ascii").casefold()
    if kind not in _PAGES:
        return Passed(one.offset, kind)
    status = _STATUS.match(one.block) if kind == "response" else None
    end = one.block.find(b"\r\n\r\n") + 2
    type_ = _TYPE.search(one.block, 0, end) if status else None
    if status is None or type_ is None:
        return None
    media_type = _text(type_.group(1)).casefold()
    return None if look(kind, int(status.group(1)), media_type) else Passed(one.offset, kind, media_type)


def _http(said: Mapping[str, str], block: bytes, kind: str) -> tuple[int | None, Headers, bytes, list[str]]:
    """Status, headers and body of a block that holds an answer of HTTP."""
    if kind not in ("response", "revisit"):
        return None, (), block, []
    if block[:5] != b"HTTP/" and not said.get("content-type", "").casefold().startswith("application/http"):
        return None, (), block, []
    end = _END.search(block)
    if end is None:
        return None, (), block, ["the answer's headers don't end"] if kind == "response" and block else []
    head = block[: end.start()]
    status = _STATUS.match(head)
    return int(status.group(1)) if status else None, _headers(head), block[end.end() :], []


def _unpacked(
    headers: Headers, served: Mapping[str, str], wire: bytes, cap: Cap
) -> tuple[bytes, tuple[str, ...], list[str]]:
    body, notes = wire, list[str]()
    if "chunked" in served.get("transfer-encoding", "").casefold():
        joined = dechunked(wire)
        if joined is None:
            notes.append("its chunks don't fit, so it was taken as it stands")
        body = wire if joined is None else joined
    if "content-encoding" not in served:
        return body, (), notes
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


def _is_short(served: Mapping[str, str], wire: bytes) -> bool:
    """Whether the server announced more bytes than came."""
    announced = served.get("content-length", "")
    return announced.isdigit() and "transfer-encoding" not in served and len(wire) < int(announced)


def _headers(data: bytes) -> Headers:
    """The lines behind the first, each as name and value; a line that is folded goes on where it began."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        # each line by itself, for one that isn't UTF-8 says nothing of the others
        text = "\n".join(_text(line) for line in _LINE.split(data))
    found: list[tuple[str, str]] = []
    for line in text.split("\n")[1:]:
        name, colon, value = line.partition(":")
        if line[:1] in _FOLDS and found:
            found[-1] = (found[-1][0], f"{found[-1][1]} {line.strip(_BLANKS)}")
        elif colon:
            found.append((name.strip(_BLANKS), value.strip(_BLANKS)))
    return tuple(found)


def _first(headers: Headers) -> Mapping[str, str]:
    """The first value of each name that isn't empty, by the name in small letters."""
    return {name.casefold(): value for name, value in reversed(headers) if value}


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _address(text: str | None) -> str | None:
    """An address without the angle brackets that old tools put around it."""
    return text.strip().removeprefix("<").removesuffix(">").replace(" ", "%20") if text else None


def _moment(text: str | None) -> datetime | None:
    try:
        at = datetime.fromisoformat((text or "").replace("Z", "+00:00"))
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _media_type(said: Mapping[str, str], served: Mapping[str, str], kind: str) -> str | None:
    text = (served if kind in ("response", "revisit") else said).get("content-type")
    return text.partition(";")[0].strip().casefold() or None if text else None
