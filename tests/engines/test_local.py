from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from legation.engines.local import Limits, Outcome, Task, run_all
from legation.errors import DamagedInputError, LegationError, LimitError, UnsupportedInputError
from tests.engines.work import behave, double

TIGHT = Limits(memory=256 << 20, seconds=1.0, output=1 << 20)


def tasks(*arguments: str) -> list[Task[str]]:
    return [Task(name=f"{argument}.pdf", argument=argument) for argument in arguments]


def run(*how: str, workers: int = 1, limits: Limits = TIGHT) -> dict[str, Outcome[str, object]]:
    return {outcome.task.argument: outcome for outcome in run_all(behave, tasks(*how), workers=workers, limits=limits)}


def test_every_task_has_one_outcome() -> None:
    given = [Task(name=str(number), argument=number) for number in range(50)]
    outcomes = list(run_all(double, given, workers=2))
    assert sorted(outcome.value or 0 for outcome in outcomes) == [2 * number for number in range(50)]
    assert all(outcome.error is None for outcome in outcomes)


def test_no_task_starts_no_child() -> None:
    assert list(run_all(double, [])) == []


@pytest.mark.parametrize(
    ("how", "error", "says"),
    [
        ("sleep", LimitError, "sleep.pdf took more than 1 seconds"),
        ("spin", LimitError, "spin.pdf took more than 1 seconds"),
        ("bomb", LimitError, "bomb.pdf needs more than 256 MiB"),
        ("flood", LimitError, "flood.pdf gives more than 1 MiB"),
        ("segfault", DamagedInputError, "segfault.pdf crashed the reader (signal 11)"),
        ("exit", DamagedInputError, "exit.pdf crashed the reader (exit code 3)"),
        ("refuse", UnsupportedInputError, "this is no list"),
        ("bug", LegationError, "IndexError"),
        ("deep", LegationError, "RecursionError"),
        ("foreign", DamagedInputError, "pathlib"),
        ("function", DamagedInputError, "sha256_hex"),
    ],
)
def test_what_one_task_does_is_its_own_outcome(how: str, error: type[LegationError], says: str) -> None:
    outcomes = run(how, "pid")
    failed = outcomes[how].error
    assert type(failed) is error
    assert says in failed.message
    assert failed.item in (f"{how}.pdf", "list.bin")
    assert isinstance(outcomes["pid"].value, int)


def test_bad_tasks_among_good_ones_cost_no_good_one() -> None:
    outcomes = run("segfault", "pid", "bomb", "exit", "sleep", "flood", "refuse", workers=2)
    assert [how for how, outcome in outcomes.items() if outcome.error is None] == ["pid"]
    assert len(outcomes) == 7


@pytest.mark.parametrize("how", ["socket", "program", "write"])
def test_a_child_has_no_network_starts_no_program_and_writes_no_file(how: str) -> None:
    error = run(how)[how].error
    assert error is not None
    assert "PermissionError" in error.message
    assert not Path("written-by-a-reader").exists()


def test_where_the_kernel_takes_a_filter_foreign_code_has_no_socket_either() -> None:
    outcome = run("raw-socket")["raw-socket"]
    assert outcome.isolation is not None
    assert outcome.isolation.memory
    if outcome.isolation.network == "interpreter":
        pytest.skip("this kernel takes no filter")
    assert outcome.value == -1


def test_children_are_used_again_and_make_room_after_a_while() -> None:
    given = [Task(name=str(number), argument="pid") for number in range(6)]
    limits = Limits(tasks_per_child=3)
    pids = [outcome.value for outcome in run_all(behave, given, limits=limits)]
    assert len(set(pids)) == 2


def test_progress_hears_of_each_outcome_before_it_is_given() -> None:
    heard: list[str] = []
    for outcome in run_all(
        behave, tasks("pid", "refuse"), limits=TIGHT, progress=lambda one: heard.append(one.task.name)
    ):
        assert heard[-1] == outcome.task.name
    assert heard == ["pid.pdf", "refuse.pdf"]


def test_tasks_are_taken_as_children_become_free() -> None:
    taken: list[int] = []

    def given() -> Iterable[Task[int]]:
        for number in range(5):
            taken.append(number)
            yield Task(name=str(number), argument=number)

    outcomes = iter(run_all(double, given(), workers=2))
    next(outcomes)
    assert len(taken) <= 3
    assert len(list(outcomes)) == 4


def test_giving_up_early_ends_the_children_at_once() -> None:
    outcomes = iter(run_all(behave, tasks("pid", "sleep"), workers=1, limits=Limits()))
    pid = next(outcomes).value
    outcomes.close()  # type: ignore[attr-defined]
    assert isinstance(pid, int)
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


SLEEPER = """
import signal
# A shell that starts a command in the background has it ignore interrupts; this one is to be interrupted.
signal.signal(signal.SIGINT, signal.default_int_handler)
from legation.engines.local import Limits, Task, run_all
from tests.engines.work import behave
if __name__ == "__main__":
    given = [Task(name=str(n), argument=how) for n, how in enumerate(["pid", "pid", "sleep", "sleep"])]
    for outcome in run_all(behave, given, workers=2, limits=Limits()):
        print(outcome.value, flush=True)
"""


@pytest.mark.parametrize("signal_", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupt_or_a_kill_of_the_parent_leaves_no_child(signal_: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "sleeper.py"
    script.write_text(SLEEPER)
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(root)},
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        pids = {int(process.stdout.readline()) for _ in range(2)}
        if signal_ == signal.SIGINT:
            os.killpg(process.pid, signal_)
        else:
            process.kill()
        process.wait(10)
    deadline = time.monotonic() + 10
    while any(_alive(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_alive(pid) for pid in pids)


def _alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
