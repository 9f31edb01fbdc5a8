from __future__ import annotations

from pathlib import Path

import pytest

from legation.pipeline.answering.people import postings
from legation.pipeline.exporting import shown as room
from legation.pipeline.exporting.shown import shown
from legation.store.case import Case
from tests.cli.conftest import make_case, write_lists
from tests.cli.world import command


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shown")
    case = make_case(folder)
    lists = write_lists(folder / "lists")
    assert command("add", lists, "--kind", "list", "--receiving", "XB", "--case", case).code == 0
    assert command("build", "--case", case).code == 0
    return case


def labels(case: Case) -> set[str]:
    return {str(row["person"]["label"]) for row in shown(case, postings(case)) if isinstance(row["person"], dict)}


def test_a_large_case_leaves_out_the_same_people_by_their_titles(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Case.open(built) as case:
        whole = labels(case)
        room._worked_out.cache_clear()
        monkeypatch.setattr(room, "SMALL_CASE", 0)
        assert labels(case) == whole
    room._worked_out.cache_clear()
    assert len(whole) == 5
    assert not any("TASK" in label.upper() for label in whole)


def test_a_row_that_names_somebody_left_out_inside_of_a_list_keeps_the_others(built: Path) -> None:
    with Case.open(built) as case:
        every = {
            str(row["person"]["label"]): row["person"] for row in postings(case) if isinstance(row["person"], dict)
        }
        (out,) = (one for label, one in every.items() if "TASK" in label.upper())
        kept = next(one for label, one in every.items() if "SORENN" in label.upper())
        (row,) = shown(case, [{"kind": "tally", "id": "tally-1", "steps": [{"as_of": "2020", "left": [out, kept]}]}])
    assert row["steps"] == [{"as_of": "2020", "left": [kept]}]
