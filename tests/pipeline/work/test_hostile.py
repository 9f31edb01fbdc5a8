"""What files made to do harm cost: their own outcome, said in words, and nothing else."""

from __future__ import annotations

import pytest

from legation.engines.isolation import MEBIBYTE
from legation.engines.local import Limits, Outcome, Task, run_all
from legation.errors import DamagedInputError, InputError, LimitError
from legation.model.sources import Given
from legation.pipeline.work.stages import Extracted, extracted_of
from legation.pipeline.work.stages import Task as Work
from tests.pipeline.bombs import BOMBS

LIST = b"<h1>Embassy of France in Vienna</h1><p>Mr Ilo SARRE</p><p>Consul</p><p>Ms Ada BRENN</p><p>Attach\xc3\xa9</p>"
LIMITS = Limits(memory=256 * MEBIBYTE, seconds=100.0)


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome[Work, Extracted]]:
    """All bombs, each followed by a list, through two children."""
    tasks = []
    for name, data in BOMBS.items():
        tasks.append(Task(name=name, argument=Work(data=data, name=name, given=Given())))
        tasks.append(Task(name=f"after {name}", argument=Work(data=LIST, name="list.html", given=Given(kind="list"))))
    done = run_all(extracted_of, tasks, workers=2, limits=LIMITS, preload=("legation.pipeline.work.ready",))
    return {outcome.task.name: outcome for outcome in done}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_within_its_limits_and_says_how(name: str, outcomes: dict[str, Outcome[Work, Extracted]]) -> None:
    outcome = outcomes[name]
    assert outcome.seconds < LIMITS.seconds
    if outcome.error is not None:
        assert isinstance(outcome.error, InputError | LimitError), outcome.error.message
        assert name in outcome.error.message
    else:
        assert outcome.value is not None
        assert outcome.value.roster is None or not outcome.value.roster.listings


@pytest.mark.parametrize("name", BOMBS)
def test_the_list_after_a_bomb_is_read(name: str, outcomes: dict[str, Outcome[Work, Extracted]]) -> None:
    value = outcomes[f"after {name}"].value
    assert value is not None
    assert value.roster is not None
    assert [each.name for each in value.roster.listings] == ["Ilo SARRE", "Ada BRENN"]


@pytest.mark.parametrize("name", [name for name in BOMBS if name.endswith((".docx", ".xlsx")) and "nests" not in name])
def test_an_office_file_that_would_do_harm_is_not_opened(
    name: str, outcomes: dict[str, Outcome[Work, Extracted]]
) -> None:
    value = outcomes[name].value
    assert value is not None
    assert (value.state, value.lines) == ("unsupported", 0)
    assert value.notes


@pytest.mark.parametrize("name", ["nests.html", "misnests.html"])
def test_a_page_whose_elements_do_harm_keeps_its_text(name: str, outcomes: dict[str, Outcome[Work, Extracted]]) -> None:
    value = outcomes[name].value
    assert value is not None
    assert value.state == "abridged"
    assert "without its structure" in value.notes[0]
    assert value.lines >= 1


def test_a_file_that_ends_its_child_is_called_damaged(outcomes: dict[str, Outcome[Work, Extracted]]) -> None:
    assert isinstance(outcomes["draws-itself.pdf"].error, DamagedInputError)
