from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from legation.store.case import Case
from legation.store.digest import case_digest
from tests.store.test_derived import DERIVED, swapped
from tests.store.test_kept import capture, judgement


def test_the_digest_is_equal_for_equal_inputs_in_any_order_at_any_time(tmp_path: Path) -> None:
    captures = [capture("a.pdf"), capture("b.pdf"), capture("c.pdf", as_of="2021")]
    with Case.create(tmp_path / "one") as one, Case.create(tmp_path / "two", title="another") as two:
        for place, given in enumerate(captures):
            one.kept.add_capture(given)
            two.kept.add_capture(replace(captures[2 - place], added_at=given.added_at + timedelta(days=9)))
        one.kept.record(judgement(1))
        two.kept.record(judgement(2))
        two.confidential.append({"label": "source A"})
        assert case_digest(swapped(one)) == case_digest(swapped(two, inputs="inputs-9"))


def test_the_digest_changes_with_anything_kept_or_derived(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case") as case:
        seen = [case_digest(case)]
        case.kept.add_capture(capture("a.pdf"))
        seen.append(case_digest(case))
        case.kept.record(judgement(1))
        seen.append(case_digest(case))
        case.kept.undo(author="Ada", at=judgement(1).at, why="no")
        seen.append(case_digest(case))
        seen.append(case_digest(swapped(case)))
        seen.append(case_digest(swapped(case, replace(DERIVED, sums=()))))
        members = dict(list(DERIVED.members.items())[1:])
        seen.append(case_digest(swapped(case, replace(DERIVED, members=members))))
        (case.path / "states.csv").write_text("XB,Brannia\n")
        seen.append(case_digest(case))
    assert len(set(seen)) == len(seen)
