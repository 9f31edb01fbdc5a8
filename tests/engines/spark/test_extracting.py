from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from legation.pipeline.work.registers import extract_documents, extraction, pack_documents
from tests.engines.spark.conftest import Session

pytestmark = [pytest.mark.service, pytest.mark.timeout(900)]


COUNT = 200


def lists(folder: Path, count: int) -> list[Path]:
    """Invented lists, each of its own length; every ninth is a broken PDF."""
    paths = []
    for number in range(count):
        path = folder / f"list-{number:03}.{'pdf' if number % 9 == 8 else 'csv'}"
        lines = "".join(f"Norway,Zvor{'aeiou'[number % 5]}bek Ostap {n},Attaché\n" for n in range(number % 4 + 1))
        path.write_text("%PDF-1.7" if path.suffix == ".pdf" else f"Mission,Name,Title\n{lines}", encoding="utf-8")
        paths.append(path)
    return paths


def lines(folder: Path, kind: str) -> list[tuple[object, ...]]:
    table: pa.Table = pq.read_table(folder / f"kind={kind}", partitioning=None)
    return sorted(tuple(row.items()) for row in table.to_pylist())


def test_a_cluster_reads_the_same_lines_from_documents(session: Session, tmp_path: Path) -> None:
    from legation.engines.spark.extracting import extract

    packed = tmp_path / "lists.parquet"
    pack_documents(lists(tmp_path, COUNT), packed, {"receiving": "PT", "as-of": "2020-03-01"})
    here = extract_documents([str(packed)], tmp_path / "here", processes=2)
    there = extract(session, [str(packed)], str(tmp_path / "there"), extraction())
    assert here["lines"] == there
    for kind in there:
        assert lines(tmp_path / "here", kind) == lines(tmp_path / "there", kind)
