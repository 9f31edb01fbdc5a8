"""Flips single bytes of a folder's files and says what of it carries anything."""

from __future__ import annotations

import random
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

RANKED = ("capture", "note", "attempt", "errand", "leaving", "erasure", "inquiry", "reply")
"""Tables whose running numbers nothing refers to: only their order tells anything."""


@dataclass(frozen=True, slots=True)
class Flip:
    """One byte of one file, and what it is changed to."""

    path: Path
    at: int
    value: int


def flips(folder: Path, count: int, seed: int) -> Iterator[Flip]:
    """Flips at random places: each second in any file alike, the others wherever the bytes are."""
    chance = random.Random(seed)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and path.stat().st_size]
    sizes = [path.stat().st_size for path in files]
    for number in range(count):
        path = chance.choice(files) if number % 2 else chance.choices(files, sizes)[0]
        at = chance.randrange(path.stat().st_size)
        value = path.read_bytes()[at] ^ chance.choice([1 << chance.randrange(8), chance.randrange(1, 256)])
        yield Flip(path, at, value)


@contextmanager
def flipped(flip: Flip, pristine: Mapping[Path, bytes]) -> Iterator[None]:
    """The folder with one byte changed, and as it was afterwards."""
    data = bytearray(pristine[flip.path])
    data[flip.at] = flip.value
    _write(flip.path, bytes(data))
    try:
        yield
    finally:
        now = {path for path in _home(flip, pristine).rglob("*") if path.is_file()}
        for path in now - set(pristine):
            path.unlink()
        for path, before in pristine.items():
            if path not in now or path.read_bytes() != before:
                _write(path, before)


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def logical(database: Path) -> object:
    """Everything that a database says: its tables' definitions, its marks and all rows, whatever page they are on."""
    connection = sqlite3.connect(f"file:{database}?immutable=1", uri=True)
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    try:
        found: dict[str, object] = {}
        schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name").fetchall()
        for kind, name, _, _ in schema:
            if kind == "table":
                rows = connection.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()
                found[name] = [row[1:] for row in rows] if name in RANKED else rows
        marks = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")]
        return repr((schema, found, marks))
    finally:
        connection.close()


def by_place(silent: list[Flip]) -> Mapping[str, list[int]]:
    """The flips that carried nothing, by file, for people."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for flip in silent:
        found[flip.path.name].append(flip.at)
    return found


def _home(flip: Flip, pristine: Mapping[Path, bytes]) -> Path:
    return min((path.parent for path in pristine), key=lambda folder: len(folder.parts))


def _write(path: Path, data: bytes) -> None:
    if path.exists():
        path.chmod(0o644)
    path.write_bytes(data)
