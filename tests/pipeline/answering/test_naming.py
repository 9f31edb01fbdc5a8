from __future__ import annotations

from pathlib import Path

from legation.pipeline.answering.naming import sources
from legation.store.case import Case
from tests.cli.world import command


def test_the_same_bytes_under_several_names_are_told_by_all_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "lists"
    folder.mkdir()
    for name in ("2020-03-01.csv", "2020-02-01.csv"):
        (folder / name).write_text("Country,Name,Title\nVelmark,Mr Dario VELTRAN,Ambassador\n", encoding="utf-8")
    (folder / "other.csv").write_text("Country,Name,Title\nVelmark,Ms Ilva SORENN,Counsellor\n", encoding="utf-8")
    assert command("init", tmp_path / "case").code == 0
    command("add", folder, "--kind", "list", "--case", tmp_path / "case")
    with Case.open(tmp_path / "case") as case:
        assert sorted(sources(case).values()) == ["2020-02-01.csv (also 2020-03-01.csv)", "other.csv"]


def test_a_note_is_told_by_the_address_that_it_names(tmp_path: Path) -> None:
    assert command("init", tmp_path / "case").code == 0
    said = ("--url", "https://example.org/interview", "--date", "2020-03-10", "--quote", "two of them")
    command("note", "event", "type=expulsion", "actor=FR", "target=DE", "count=2", *said, "--case", tmp_path / "case")
    with Case.open(tmp_path / "case") as case:
        assert list(sources(case).values()) == ["https://example.org/interview"]
