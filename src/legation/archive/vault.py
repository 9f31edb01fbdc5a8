"""Where do bytes from outside stay, unchanged?

In a folder, each under its SHA-256, written once. A `put` that has returned is on disk and survives a crash; a `get`
gives the bytes only if they still are what they were. Nothing here looks into them.
"""

from __future__ import annotations

import errno
import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from legation.archive.inside import Inside
from legation.archive.warc.reading import Record, record_at, records
from legation.archive.whole import UNFINISHED, settle, write_whole
from legation.errors import CaseDamagedError, CaseError, CaseFullError, DamagedInputError, KeyFormError, UnknownIdError
from legation.model.keys import sha256_hex

_DIGEST = re.compile(r"[0-9a-f]{64}")
_PIECE = 1 << 20
_READ_ONLY = 0o444


class Vault:
    """Bytes by their SHA-256, in files `ab/cd/abcd…`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.inside = Inside(root / "inside")

    def put(self, data: bytes) -> str:
        """Store bytes; those that are there already are left alone.

        Returns:
            Their SHA-256 in lower-case hexadecimal. They are on disk when it is given.

        Raises:
            CaseFullError: the disk has no room; nothing was stored.
            CaseError: the folder can't be written to.
        """
        sha256 = sha256_hex(data)
        place = self._place(sha256)
        try:
            if not self._holds(place, data):
                write_whole([data], place.parent, lambda: place, mode=_READ_ONLY)
            self._settle(place)
        except OSError as error:
            raise self._unwritten(error, f"{len(data)} bytes in {self.root}") from error
        return sha256

    def take(self, file: BinaryIO) -> tuple[str, int]:
        """Store what a file gives, in pieces, without holding it in memory.

        Returns:
            Its SHA-256 and its size. It is on disk when they are given.

        Raises:
            CaseFullError: the disk has no room; nothing was stored.
            CaseError: the folder can't be written to.
        """
        digest, size = hashlib.sha256(), 0

        def pieces() -> Iterator[bytes]:
            nonlocal size
            while piece := file.read(_PIECE):
                digest.update(piece)
                size += len(piece)
                yield piece

        try:
            write_whole(pieces(), self.root, lambda: self._place(digest.hexdigest()), mode=_READ_ONLY)
            self._settle(self._place(digest.hexdigest()))
        except OSError as error:
            raise self._unwritten(error, f"what is stored in {self.root}") from error
        return digest.hexdigest(), size

    def path(self, sha256: str) -> Path:
        """Where a file of the vault is, for whoever reads it in another process."""
        return self._place(sha256)

    def open(self, sha256: str) -> BinaryIO:
        """A file of the vault to read in pieces; whether it still is what it was, `verify` says.

        Raises:
            UnknownIdError: the vault has none.
        """
        try:
            return self._place(sha256).open("rb")
        except FileNotFoundError:
            raise UnknownIdError(f"the vault has no bytes of {sha256}: add the file again", item=sha256) from None

    def get(self, sha256: str) -> bytes:
        """The bytes of a digest.

        Raises:
            UnknownIdError: the vault has none.
            CaseDamagedError: what is there has another digest, or can't be read.
        """
        place = self._place(sha256)
        try:
            data = place.read_bytes()
        except FileNotFoundError:
            return self._from_inside(sha256)
        except OSError as error:
            raise CaseDamagedError(f"{place} can't be read ({error.strerror})", item=str(place)) from error
        if (found := sha256_hex(data)) != sha256:
            raise CaseDamagedError(_changed(place, found), item=str(place))
        return data

    def remove(self, sha256: str) -> bool:
        """Delete a file and the index of what stands inside of it; whether it was there.

        Raises:
            CaseError: the folder can't be written to.
        """
        place = self._place(sha256)
        try:
            there = place.is_file()
            place.unlink(missing_ok=True)
            self.inside.remove(sha256)
            if there:
                settle(place.parent)
        except OSError as error:
            raise self._unwritten(error, sha256) from error
        return there

    def has(self, sha256: str) -> bool:
        """Whether there are bytes under this digest; `get` says whether they are sound."""
        return self._place(sha256).is_file() or any(
            self._place(place.file).is_file() for place in self.inside.find(sha256)
        )

    def digests(self) -> Iterator[str]:
        """All digests, in order."""
        for place in sorted(self.root.glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*")):
            if _DIGEST.fullmatch(place.name):
                yield place.name

    def verify(self) -> Iterator[str]:
        """What is wrong in the vault, one sentence a file; reads every byte."""
        for place in sorted(self.root.rglob("*")):
            if place.is_dir() or place.name.startswith(UNFINISHED) or place.parent.name == "inside":
                continue
            if not _DIGEST.fullmatch(place.name) or place != self._place(place.name):
                yield f"{place} doesn't belong to the vault: it isn't named by a digest"
                continue
            try:
                with place.open("rb") as file:
                    found = hashlib.file_digest(file, "sha256").hexdigest()
            except OSError as error:
                yield f"{place} can't be read ({error.strerror})"
                continue
            if found != place.name:
                yield _changed(place, found)
        yield from self._misplaced()

    def _misplaced(self) -> Iterator[str]:
        """Which indexes of what stands inside of files say something else than the files."""
        for file in self.inside.files():
            try:
                with self.open(file) as opened:
                    found = (one for one in records(opened) if isinstance(one, Record))
                    places = {(sha256_hex(one.body), one.offset, one.skip) for one in found}
            except (UnknownIdError, KeyFormError):
                yield f"the index of {file} is of a file that isn't there: add the file again"
                continue
            if not self.inside.agrees(file, places):
                yield f"the index of {file} is not what was written: add the file again"

    def _from_inside(self, sha256: str) -> bytes:
        """The body that stands inside of a file, unpacked again."""
        spoiled: str | None = None
        for place in self.inside.find(sha256):
            try:
                with self.open(place.file) as file:
                    data = record_at(file, place.offset, place.skip).body
            except (UnknownIdError, DamagedInputError):
                spoiled = place.file
                continue
            if sha256_hex(data) == sha256:
                return data
            spoiled = place.file
        if spoiled is not None:
            raise CaseDamagedError(
                f"the body {sha256} inside of {spoiled} is gone or not what it was; restore that file from a copy",
                item=sha256,
            )
        raise UnknownIdError(f"the vault has no bytes of {sha256}: add the file again", item=sha256)

    def tidy(self) -> int:
        """Remove what interrupted writers left behind; only for the case's one writer. Gives the number removed."""
        leftovers = [file for depth in ("*/*/", "", "inside/") for file in self.root.glob(f"{depth}{UNFINISHED}*")]
        for leftover in leftovers:
            leftover.unlink(missing_ok=True)
        return len(leftovers)

    def _place(self, sha256: str) -> Path:
        if not _DIGEST.fullmatch(sha256):
            raise KeyFormError(f"{sha256!r} is no SHA-256: 64 lower-case hexadecimal digits", item=sha256)
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def _unwritten(self, error: OSError, what: str) -> CaseError:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            return CaseFullError(
                f"the disk has no room for {what}: free some and run the same command again; what was acknowledged is "
                "kept",
                item=str(self.root),
            )
        return CaseError(f"{self.root} can't be written to ({error.strerror}): check the folder", item=str(self.root))

    @staticmethod
    def _holds(place: Path, data: bytes) -> bool:
        """Whether the bytes are there and sound; what a dying disk or a hand spoiled is written anew."""
        try:
            return place.stat().st_size == len(data) and place.read_bytes() == data
        except FileNotFoundError:
            return False

    def _settle(self, place: Path) -> None:
        """Get the file's name on disk, with the folders above it: one that a crash left behind may not be there."""
        for folder in (place.parent, place.parent.parent, self.root):
            settle(folder)


def _changed(place: Path, found: str) -> str:
    said = f"{place} is not what was stored: its bytes have the digest {found}"
    return f"{said}; add the file again or restore it from a copy"
