"""Where does the work on a register stand? A folder beside the result, with one file for each part that is done.

A file is either whole or not there. The folder belongs to one register under one set of rules; under any other, the
work begins anew.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ClassVar

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What every part of the work has to know."""

    key: str
    """A digest of the register, the rules and how the work is cut."""
    stateless: bool
    """Whether some record has no sending state."""
    persons: Mapping[str, int]
    """Records of each sending state, and of all."""
    weights: str
    """The weights, as the text of their file."""
    least: float
    """The weight from which a link is kept."""


@dataclass(frozen=True, slots=True)
class Work:
    """A folder of work in progress."""

    folder: Path

    RECORDS: ClassVar[str] = "records.arrow"
    """All records, those of alike names beside each other."""
    ORDERED: ClassVar[str] = "ordered.arrow"
    """All records, numbered by how their names sound and by their ids, however they came in, with what their names
    stand for."""
    SETTINGS: ClassVar[str] = "settings.json"
    DROPPED: ClassVar[str] = "dropped.json"

    def begins_with(self, key: str) -> bool:
        """Whether work under this key has begun here; what is left of any other is removed."""
        if self.has(self.SETTINGS) and self.settings().key == key:
            return True
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        return False

    def settings(self) -> Settings:
        """What was written at the beginning."""
        return Settings(**json.loads(self.read(self.SETTINGS)))

    def begin(self, settings: Settings) -> None:
        """Write what every part has to know; the work has begun with that."""
        self.write(self.SETTINGS, json.dumps(asdict(settings)).encode())

    def has(self, name: str) -> bool:
        """Whether a file is there, and so whole."""
        return (self.folder / name).exists()

    def read(self, name: str) -> bytes:
        """The bytes of a file."""
        return (self.folder / name).read_bytes()

    def write(self, name: str, data: bytes) -> None:
        """Put a file there at once."""
        half = self.folder / f"{name}.half"
        half.write_bytes(data)
        half.replace(self.folder / name)

    def table(self, name: str) -> pa.Table:
        """The rows of a file, as far as they are looked at."""
        with pa.memory_map(str(self.folder / name)) as source:
            return pa.ipc.open_file(source).read_all()

    def write_table(self, name: str, table: pa.Table) -> None:
        """Put rows there at once."""
        half = self.folder / f"{name}.half"
        with pa.OSFile(str(half), "wb") as sink, pa.ipc.new_file(sink, table.schema) as writer:
            writer.write_table(table)
        half.replace(self.folder / name)

    def array(self, name: str) -> NDArray[np.int32]:
        """An array, as far as it is looked at."""
        found: NDArray[np.int32] = np.load(self.folder / f"{name}.npy", mmap_mode="r")
        return found

    def write_array(self, name: str, array: NDArray[np.int32]) -> None:
        """Put an array there."""
        np.save(self.folder / f"{name}.npy", array)

    def end(self) -> None:
        """Remove the folder: the result stands."""
        shutil.rmtree(self.folder, ignore_errors=True)


def packed(rows: pa.RecordBatch | pa.Table) -> bytes:
    """Rows as the bytes of a file that `Work.table` opens."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, rows.schema) as writer:
        writer.write(rows)
    data: bytes = sink.getvalue().to_pybytes()
    return data
