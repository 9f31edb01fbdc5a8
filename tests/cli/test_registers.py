from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from tests.cli.world import Run
from tests.engines.registers.invented import register, written


def test_a_register_is_linked_without_a_case(tmp_path: Path, run: Run) -> None:
    path = written(register(80), tmp_path / "r.parquet")
    ran = run("registers", "link", path, "-o", tmp_path / "links.parquet", "--jsonl")
    assert ran.code == 0
    assert ran.rows[0]["links"] == pq.read_table(tmp_path / "links.parquet").num_rows
    again = run("registers", "link", path, "-o", tmp_path / "links.parquet")
    assert again.code == 2


def test_lists_are_packed_and_read(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.csv").write_text("Mission,Name,Title\nNorway,Ostap ZVOREBEK,Attaché\n", encoding="utf-8")
    lists = tmp_path / "lists.parquet"
    assert run("registers", "pack", tmp_path / "a.csv", "--receiving", "PT", "-o", lists).code == 0
    ran = run("registers", "extract", lists, "-o", tmp_path / "lines", "--jsonl")
    assert ran.rows == [{"kind": "extracted", "id": "extracted", "lines": {"edition": 1, "listing": 1}}]


def test_what_is_no_register_is_named(tmp_path: Path, run: Run) -> None:
    (tmp_path / "r.parquet").write_text("no register", encoding="utf-8")
    ran = run("registers", "link", tmp_path / "r.parquet", "-o", tmp_path / "links.parquet")
    assert ran.code == 1
    assert "r.parquet" in ran.err
