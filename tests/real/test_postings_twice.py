"""Pages added as files, and the same pages taken out of a web archive's file: one case by two ways."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.cli.world import command

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
POSTINGS = SHARED / "data/postings"
pytestmark = [
    pytest.mark.real,
    pytest.mark.timeout(600),
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data isn't here"),
]
MISSIONS = ("XQ/DK", "XV/IE")


def answers(case: Path) -> list[str]:
    """Every posting without the ids of its places, in an order of its own."""
    assert command("build", "--case", case).code == 0
    found = command("postings", "--case", case, "--jsonl").rows
    told = ("mission", "titles", "listed", "start", "start_basis", "end", "end_kind", "editions")
    return sorted(json.dumps([row["person"]["label"], *(row[key] for key in told)]) for row in found)


@pytest.mark.parametrize("mission", MISSIONS)
def test_files_and_archived_records_give_the_same_postings(tmp_path: Path, mission: str) -> None:
    from_files, from_archive = tmp_path / "files", tmp_path / "archive"
    for case in (from_files, from_archive):
        assert command("init", case, "--states", POSTINGS / "states.csv").code == 0
    with (POSTINGS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["family"] == "page" and row["mission"] == mission]
    manifest = tmp_path / "manifest.csv"
    with manifest.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]])
        writer.writeheader()
        writer.writerows({**row, "file": str(POSTINGS / row["file"])} for row in rows)
    assert command("add", "--case", from_files, "--manifest", manifest).code == 0
    (archived,) = {row["warc"] for row in rows}
    assert command("add", "--case", from_archive, POSTINGS / archived, "--mission", mission).code == 0
    found = answers(from_files)
    assert len(found) > 50
    assert answers(from_archive) == found
