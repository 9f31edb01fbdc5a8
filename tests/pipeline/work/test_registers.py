from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from legation.errors import UsageError
from legation.pipeline.work.registers import extract_documents, link_register, pack_documents
from tests.engines.registers.invented import register, written

SAID: dict[str, str | None] = {"receiving": "PT", "as-of": "2020-03-01"}
HEADER = "Mission,Name,Title\n"


def lists(folder: Path, count: int) -> list[Path]:
    """Small lists of invented persons, and one file that is none."""
    paths = []
    for number in range(count):
        path = folder / f"list-{number}.csv"
        names = [f"Zvor{'aeiou'[number]}bek Ostap{letter}" for letter in "abc"]
        path.write_text(HEADER + "".join(f"Norway,{name},Attaché\n" for name in names), encoding="utf-8")
        paths.append(path)
    broken = folder / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing else")
    return [*paths, broken]


def packed(folder: Path, count: int = 3) -> Path:
    out = folder / "lists.parquet"
    pack_documents(lists(folder, count), out, SAID)
    return out


def rows(folder: Path, kind: str) -> Iterable[dict[str, object]]:
    found = pq.read_table(folder / f"kind={kind}", partitioning=None).to_pylist()
    return [json.loads(row["row"]) for row in found]


def test_packed_lists_become_lines_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    row = extract_documents([str(packed(tmp_path))], tmp_path / "lines", processes=2)
    assert row["lines"] == {"edition": 3, "listing": 9, "problem": 1}
    assert {one["receiving"] for one in rows(tmp_path / "lines", "listing")} == {"PT"}
    problem = next(iter(rows(tmp_path / "lines", "problem")))
    assert (problem["kind"], problem["item"]) == ("problem", "broken.pdf")


def test_listings_are_a_register_that_can_be_linked(tmp_path: Path) -> None:
    extract_documents([str(packed(tmp_path))], tmp_path / "lines", processes=1)
    row = link_register([str(tmp_path / "lines" / "kind=listing")], tmp_path / "links.parquet", least=-100.0)
    table = pq.read_table(tmp_path / "links.parquet")
    assert (row["records"], row["links"]) == (9, table.num_rows)
    ids = {one["id"] for one in rows(tmp_path / "lines", "listing")}
    assert ids.issuperset(table.column("a").to_pylist())


def test_a_folder_of_extracted_lines_is_the_same_however_many_work_on_it(tmp_path: Path) -> None:
    path = packed(tmp_path, 5)
    for processes in (1, 3):
        extract_documents([str(path)], tmp_path / f"lines-{processes}", processes=processes)
    tables = [pq.read_table(tmp_path / f"lines-{one}" / "kind=listing", partitioning=None) for one in (1, 3)]
    assert tables[0].equals(tables[1])


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = written(register(10), tmp_path / "r.parquet")
    with pytest.raises(UsageError, match="is there already"):
        link_register([str(path)], path, least=0.0)
    assert pq.read_table(path).num_rows == 10


def test_a_file_that_cannot_be_packed_costs_itself_alone(tmp_path: Path) -> None:
    done, failed = pack_documents([*lists(tmp_path, 1), tmp_path / "gone.pdf"], tmp_path / "out.parquet", {})
    assert done == 2
    assert [error.item for error in failed] == [str(tmp_path / "gone.pdf")]
    assert isinstance(pq.read_table(tmp_path / "out.parquet"), pa.Table)
