from __future__ import annotations

import json
from typing import Any

import pytest

from legation.cli import cells, show
from legation.cli.columns import COLUMNS
from legation.cli.stories import sum_story, tally_story
from legation.cli.terminal import visible
from legation.errors import AmbiguousInputError, DamagedInputError, LimitError


def test_rows_for_programs_keep_every_script(capsys: pytest.CaptureFixture[str]) -> None:
    show.rows([{"kind": "word", "word": "Посольство", "means": None}], jsonl=True)
    out = capsys.readouterr().out
    assert "Посольство" in out
    assert json.loads(out)["means"] is None


def test_an_empty_answer_is_told_on_stderr_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert show.rows([], jsonl=True, empty="nobody") == 0
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "nobody\n")


@pytest.mark.parametrize(
    ("errors", "done", "code"),
    [
        ((), 0, 0),
        ((DamagedInputError("a"),), 1, 3),
        ((DamagedInputError("a"),), 0, 1),
        ((AmbiguousInputError("a"),), 0, 2),
        ((AmbiguousInputError("a"), LimitError("b")), 0, 1),
    ],
)
def test_problems_decide_the_exit_code(errors: tuple[LimitError, ...], done: int, code: int) -> None:
    assert show.problems([(None, error) for error in errors], done=done) == code


def test_control_and_direction_signs_are_made_visible() -> None:
    assert visible("a\x1b[1mb\u202ec\td\ne") == "a\ufffd[1mb\ufffdc\td\ne"
    assert visible("Чижиков, Ánna") == "Чижиков, Ánna"


def test_days_are_told_with_their_open_sides() -> None:
    assert cells.bounds({"earliest": None, "latest": "2020-02-01"}) == "by 2020-02-01"
    assert cells.bounds({"earliest": "2020-02-01", "latest": None}) == "from 2020-02-01"
    assert cells.bounds({"earliest": "2020-02-01", "latest": "2020-02-01"}) == "2020-02-01"
    assert cells.bounds({"earliest": None, "latest": None}) == "not known"
    assert cells.bounds(None) == ""


def test_numbers_stand_side_by_side_with_their_units() -> None:
    found: list[dict[str, Any]] = [
        {"value": 1, "unit": "persons"},
        {"value": 8, "unit": "persons"},
        {"value": 3, "unit": None},
    ]
    assert cells.counts(found) == "1 person; 8 persons; 3"


def test_a_place_is_a_page_a_row_or_a_spot_in_the_text() -> None:
    names = {"ab": "list.pdf"}
    assert cells.place({"sha256": "ab", "page": 7, "start": 1}, names) == "list.pdf, p. 7"
    assert cells.place({"sha256": "ab", "cell": [0, 4, 1], "start": 1}, names) == "list.pdf, row 5"
    assert cells.place({"sha256": "cd" * 32, "start": 9}, names) == "cdcdcdcd, at 9"


def test_a_sum_that_differs_says_by_how_much() -> None:
    passage = {"sha256": "ab", "start": 1, "quote": "61 names", "page": 2}
    term = {"value": 61, "role": "listed", "passage": passage}
    row = {"id": "sum-12345678", "terms": [term], "expected": 42, "printed": 40, "difference": 2, "notes": ["why?"]}
    story = sum_story(row, {"ab": "a.pdf"})
    assert "differ by 2" in story
    assert "“61 names” — a.pdf, p. 2" in story
    assert "why?" in story


def test_a_tally_shows_what_cannot_be_observed() -> None:
    step: dict[str, Any] = {"as_of": "2020-01-01", "listed": None, "left": [], "joined": [], "coverage": "unobservable"}
    row = {
        "id": "tally-12345678",
        "mission": "QZ/QV",
        "announced": 3,
        "left": 0,
        "joined": 0,
        "window": {"earliest": None, "latest": "2020-02-01"},
        "steps": [step],
        "usual": None,
        "rest": None,
        "notes": [],
    }
    assert "not observable" in tally_story(row, {})


def test_every_table_ends_with_the_source_or_has_none() -> None:
    without = {"mission", "judgement", "loose", "refused", "check", "word", "list", "import", "holding", "fetched"}
    without |= {"weight", "reliability", "watch"}
    assert {kind for kind, columns in COLUMNS.items() if columns[-1][0] != "source"} == without
