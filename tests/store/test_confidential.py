from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from legation.store.case import Case


def marks_of(note: Mapping[str, object]) -> frozenset[str]:
    return frozenset({str(note["mark"])})


@pytest.fixture
def file(case: Case) -> Path:
    for number in range(3):
        case.confidential.append({"label": f"friend {number}", "mark": f"{number:032x}"}, marks=[f"{number:032x}"])
    return case.path / "confidential.jsonl"


def problems(case: Case) -> list[str]:
    return list(case.confidential.problems(marks_of))


def test_what_was_written_holds_and_tells_no_word_where_it_does_not(case: Case, file: Path) -> None:
    assert problems(case) == []
    file.write_bytes(file.read_bytes().replace(b"friend 1", b"friend 7"))
    assert next(problem.startswith("line 2 ") for problem in problems(case))
    assert "friend" not in " ".join(problems(case))


@pytest.mark.parametrize("line", [0, 1])
def test_a_line_that_is_taken_out_is_missed(case: Case, file: Path, line: int) -> None:
    lines = file.read_bytes().splitlines(keepends=True)
    del lines[line]
    file.write_bytes(b"".join(lines))
    assert problems(case)


def test_marks_that_are_of_no_note_are_told(case: Case, file: Path) -> None:
    marks = file.with_suffix(".marks")
    marks.write_text(marks.read_text(encoding="ascii") + "f" * 32 + "\n", encoding="ascii")
    assert problems(case)


def test_notes_with_words_that_have_to_go_are_taken_out_with_their_marks(case: Case, file: Path) -> None:
    assert case.confidential.without(lambda text: "friend 1" in text, marks_of) == 1
    assert b"friend 1" not in file.read_bytes()
    assert len(case.confidential.marks()) == 2
    assert problems(case) == []
    assert case.confidential.without(lambda text: "nobody" in text, marks_of) == 0
    case.confidential.append({"label": "later", "mark": "a" * 32}, marks=["a" * 32])
    assert problems(case) == []


def test_a_file_that_was_deleted_while_its_marks_stayed_is_missed(case: Case, file: Path) -> None:
    file.unlink()
    assert problems(case)
