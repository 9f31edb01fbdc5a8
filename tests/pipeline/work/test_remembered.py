"""What follows from a state of a case is worked out once for it, and anew after any change."""

from __future__ import annotations

from pathlib import Path

from legation.pipeline.building.build import build
from legation.pipeline.building.readings import present_keys, stale
from legation.pipeline.collecting.intake import add, wanted_from_paths
from legation.pipeline.deciding.judging import reject, undo
from legation.pipeline.work.given import given_from
from legation.pipeline.work.remembered import remembered
from legation.store.case import Case

LIST = "Embassy of Italy\n1 March 2021\nMr Dario VELTRAN, Ambassador\nMs Ilse MARKOVAN, Counsellor\n"


def test_each_change_gives_another_state_and_a_question_without_one_is_answered_once(tmp_path: Path) -> None:
    asked: list[bool] = []

    def ask(case: Case) -> int:
        asked.append(stale(case))
        return len(asked)

    file = tmp_path / "list.txt"
    file.write_text(LIST)
    with Case.create(tmp_path / "case") as case, Case.open(tmp_path / "case") as other:
        assert remembered(case, ask) == remembered(case, ask) == remembered(other, ask) == 1
        (added,) = add(case, wanted_from_paths([file], given_from({"kind": "list", "receiving": "FR"})))
        assert added.error is None
        assert remembered(other, ask) == 2
        build(case)
        assert remembered(other, ask) == remembered(case, ask) == 3
        (roster,) = case.memo.rosters(present_keys(case))
        reject(case, roster.listings[0].id, why="not on the list")
        assert remembered(other, ask) == 4
        undo(other, why="it is")
        assert remembered(case, ask) == 5
        (tmp_path / "case" / "weights.json").write_text("{}")
        assert remembered(case, ask) == 6
    assert asked == [True, True, False, True, False, True]
