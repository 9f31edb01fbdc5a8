"""How do captures leave as one WACZ file that others can open?

WACZ 1.1.1: records in one WARC file, each a gzip member of its own; a CDXJ index in compressed blocks; the list of
pages; and a description with the digest of each part, itself digested. The same pieces give the same bytes. Nothing is
signed: a package says what was packed, and a stamp over the case's chain says since when.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import BinaryIO

from legation.archive.warc.framing import Gap
from legation.archive.warc.index import line
from legation.archive.warc.reading import Record, records
from legation.errors import DamagedInputError

VERSION = "1.1.1"
DATA, INDEX, BLOCKS, PAGES = "archive/data.warc.gz", "indexes/index.cdx.gz", "indexes/index.idx", "pages/pages.jsonl"
LINES_A_BLOCK = 3000
_FIRST_YEAR = 1980
"""The earliest that a ZIP file can say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """How readers find a capture in the list of pages: it must be the address and moment of one of its records."""

    id: str
    url: str
    at: datetime
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Records that belong together: whole gzip members, one a record, and the page that they show.

    Without data it is the page of records that went in before.
    """

    data: bytes
    page: Page | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """What the package says of itself."""

    title: str
    created: datetime
    software: str
    description: str | None = None


@dataclass(slots=True, kw_only=True)
class Packed:
    """What went into a package."""

    records: int = 0
    pages: int = 0
    resources: list[dict[str, object]] = field(default_factory=list)


def write_wacz(out: BinaryIO, pieces: Iterable[Piece], cover: Cover) -> Packed:
    """Write a package to a file that can be sought in; memory holds the index alone.

    Raises:
        DamagedInputError: a piece isn't made of whole records; the file is no package then.
    """
    made = Packed()
    lines: list[str] = []
    pages: list[Page] = []
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as package:
        with _Member(package, DATA, cover, made) as member:
            for piece in pieces:
                made.records += _add(member, piece, lines)
                if piece.page is not None:
                    pages.append(piece.page)
        blocks, index = _index(sorted(lines))
        for name, data in ((INDEX, index), (BLOCKS, blocks), (PAGES, _page_list(pages))):
            with _Member(package, name, cover, made) as member:
                member.write(data)
        made.pages = len(pages)
        description = _json(_described(cover, made), indent=2)
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(description).hexdigest()}"}
        package.writestr(_info("datapackage.json", cover), description)
        package.writestr(_info("datapackage-digest.json", cover), _json(digest, indent=2))
    return made


class _Member:
    """A part of the package, digested while it is written."""

    def __init__(self, package: zipfile.ZipFile, name: str, cover: Cover, made: Packed) -> None:
        self._file = package.open(_info(name, cover), "w", force_zip64=True)
        self._name, self._made = name, made
        self._digest = hashlib.sha256()
        self.size = 0

    def write(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self.size += len(data)

    def __enter__(self) -> _Member:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self._file.close()
        if kind is None:
            self._made.resources.append(
                {
                    "name": self._name.rpartition("/")[2],
                    "path": self._name,
                    "hash": f"sha256:{self._digest.hexdigest()}",
                    "bytes": self.size,
                }
            )


def _add(member: _Member, piece: Piece, lines: list[str]) -> int:
    begin, found = member.size, list(_whole(piece.data))
    ends = [*(record.offset for record in found[1:]), len(piece.data)][: len(found)]
    for record, end in zip(found, ends, strict=True):
        said = line(record, place=(DATA.rpartition("/")[2], begin + record.offset, end - record.offset))
        if said is not None:
            lines.append(said)
    member.write(piece.data)
    return len(found)


def _whole(data: bytes) -> Iterator[Record]:
    for one in records(io.BytesIO(data)):
        if isinstance(one, Gap) or one.state in ("damaged", "truncated") or one.skip:
            said = one.damage if isinstance(one, Gap) else "; ".join(one.notes)
            raise DamagedInputError(f"a record that was to be packed isn't whole ({said}); leave its capture out")
        yield one


def _index(lines: list[str]) -> tuple[bytes, bytes]:
    """The list of blocks, and the blocks: each a gzip member of so many lines, found by its first."""
    told = ['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}']
    out = io.BytesIO()
    for at in range(0, len(lines), LINES_A_BLOCK):
        block = gzip.compress("".join(f"{each}\n" for each in lines[at : at + LINES_A_BLOCK]).encode(), mtime=0)
        place = {
            "offset": out.tell(),
            "length": len(block),
            "digest": f"sha256:{hashlib.sha256(block).hexdigest()}",
            "filename": "index.cdx.gz",
        }
        told.append(f"{lines[at].partition('{')[0]}{json.dumps(place)}")
        out.write(block)
    return "".join(f"{each}\n" for each in told).encode(), out.getvalue()


def _page_list(pages: Iterable[Page]) -> bytes:
    rows: list[dict[str, object]] = [{"format": "json-pages-1.0", "id": "pages", "title": "Captures"}]
    rows += [
        {
            "id": page.id,
            "url": page.url,
            "ts": page.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "title": page.title,
        }
        for page in pages
    ]
    return b"".join(_json(row) + b"\n" for row in rows)


def _described(cover: Cover, made: Packed) -> dict[str, object]:
    said = {
        "profile": "data-package",
        "wacz_version": VERSION,
        "title": cover.title,
        "description": cover.description,
        "created": cover.created.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "software": cover.software,
        "resources": made.resources,
    }
    return {name: value for name, value in said.items() if value is not None}


def _info(name: str, cover: Cover) -> zipfile.ZipInfo:
    at = cover.created.astimezone(UTC)
    info = zipfile.ZipInfo(name, at.timetuple()[:6] if at.year >= _FIRST_YEAR else (_FIRST_YEAR, 1, 1, 0, 0, 0))
    info.external_attr = 0o644 << 16
    return info


def _json(value: object, indent: int | None = None) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=indent).encode("utf-8", "surrogatepass")
