"""What is in a WACZ file: which WARC files, and do they have the digests that the package says?

A ZIP file from anywhere: names of members are never paths, what inflates is counted, and a member that the package
doesn't name or whose digest differs is said. A sound package shows who packed it at most, never what a server served.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from legation.errors import DamagedInputError, LimitError

MEMBERS_AT_MOST = 10_000
SIZE_AT_MOST = 16 * 1024**3
RATIO_AT_MOST = 200
_FREE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A WARC file inside of a package."""

    name: str
    """As the package has it: for people, never a path."""
    said_sha256: str | None
    """What `datapackage.json` says its digest is."""


class _Counted:
    """A member's bytes, counted while they inflate: what the package says of its size is the sender's word."""

    def __init__(self, file: BinaryIO, packed: int, name: str) -> None:
        self._file, self._packed, self._name, self._size = file, packed, name, 0

    def read(self, size: int = -1) -> bytes:
        piece = self._file.read(size)
        self._size += len(piece)
        if self._size > SIZE_AT_MOST or self._size > max(_FREE, RATIO_AT_MOST * self._packed):
            raise LimitError(f"{self._name} gives more than {self._size} bytes; it was stopped there", item=self._name)
        return piece


@contextmanager
def opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """The package as a ZIP file.

    Raises:
        DamagedInputError: it is no ZIP file, or a broken one.
        LimitError: it has more members than anybody packs.
    """
    try:
        with zipfile.ZipFile(path) as package:
            if len(package.infolist()) > MEMBERS_AT_MOST:
                raise LimitError(
                    f"{path} has {len(package.infolist())} members; no package has so many", item=str(path)
                )
            yield package
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise DamagedInputError(f"{path}: no sound WACZ file ({error}); fetch it again", item=str(path)) from None


def members(package: zipfile.ZipFile) -> tuple[Member, ...]:
    """The WARC files of a package, with the digests that it gives them."""
    said = _said(package)
    names = [each.filename for each in package.infolist() if not each.is_dir()]
    warcs = [name for name in names if name.casefold().endswith((".warc", ".warc.gz", ".arc", ".arc.gz"))]
    return tuple(Member(name=name, said_sha256=said.get(name)) for name in warcs)


@contextmanager
def member_file(package: zipfile.ZipFile, member: Member) -> Iterator[BinaryIO]:
    """A member's bytes to read in pieces.

    Raises:
        DamagedInputError: they are broken.
        LimitError: they inflate to more than they may.
    """
    info = package.getinfo(member.name)
    if info.flag_bits & 0x1:
        raise DamagedInputError(f"{member.name} is locked with a password", item=member.name)
    with package.open(info) as file:
        yield _Counted(file, info.compress_size, member.name)  # type: ignore[arg-type, misc]


def _said(package: zipfile.ZipFile) -> dict[str, str]:
    try:
        info = package.getinfo("datapackage.json")
        if info.file_size > 1 << 26:
            return {}
        resources = json.loads(package.read(info)).get("resources", [])
        return {
            str(one["path"]): str(one["hash"]).partition(":")[2] for one in resources if "path" in one and "hash" in one
        }
    except (KeyError, ValueError, AttributeError, TypeError):
        return {}
