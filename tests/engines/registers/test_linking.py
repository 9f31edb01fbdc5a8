from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from legation.engines.registers.linking import Cut, Linked, Rules, link
from legation.errors import DamagedInputError, LegationError, UnreadableInputError, UnsupportedInputError
from legation.resolution.evidence import evidence
from legation.resolution.frequencies import Frequencies
from legation.resolution.records import Post, record
from legation.resolution.weights import default_weights, weigh
from tests.engines.registers.invented import RULES, of_rows, pairs_of, register, written

COUNT = 250


def linked(table: pa.Table, folder: Path, *, processes: int = 1, cut: Cut | None = None, name: str = "r") -> pa.Table:
    out = folder / f"{name}-links.parquet"
    link([written(table, folder / f"{name}.parquet")], out, RULES, processes=processes, cut=cut)
    return pq.read_table(out)


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> pa.Table:
    return linked(register(COUNT), tmp_path_factory.mktemp("links"))


def test_most_of_one_persons_records_are_linked_and_hardly_any_others(links: pa.Table) -> None:
    who = dict(zip(*(register(COUNT).column(name).to_pylist() for name in ("id", "person")), strict=True))
    true = sum(count * (count - 1) // 2 for count in Counter(who.values()).values())
    found = sum(who[a] == who[b] for a, b in pairs_of(links))
    assert found >= 0.95 * links.num_rows
    assert found >= 0.7 * true


def test_processes_parts_and_order_change_nothing(links: pa.Table, tmp_path: Path) -> None:
    table = register(COUNT)
    turned = table.take(list(reversed(range(COUNT))))
    again = linked(turned, tmp_path, processes=2, cut=Cut(records=61, pairs=97))
    assert again.equals(links)


def test_the_files_of_a_folder_are_one_register(links: pa.Table, tmp_path: Path) -> None:
    table = register(COUNT)
    folder = tmp_path / "register"
    folder.mkdir()
    written(table.slice(0, 100), folder / "part-1.parquet")
    written(table.slice(100), folder / "part-0.parquet")
    out = tmp_path / "links.parquet"
    link([folder], out, RULES, processes=1)
    assert pq.read_table(out).equals(links)


def test_a_pair_weighs_what_it_weighs_in_a_case(links: pa.Table) -> None:
    rows = register(COUNT).to_pylist()
    made = {
        row["id"]: record(
            row["id"],
            [row["name"]],
            sending=row["sending"],
            posts=[
                Post(
                    mission=row["mission"],
                    first=row["first"].toordinal(),
                    last=row["last"].toordinal(),
                    first_rank=row["rank"],
                    last_rank=row["rank"],
                )
            ],
        )
        for row in rows
    }
    for row in links.to_pylist():
        a, b = made[row["a"]], made[row["b"]]
        known = Frequencies.of(one for one in made.values() if one.sending == a.sending)
        levels = evidence(a, b, known)
        assert row["weight"] == pytest.approx(weigh(levels, default_weights()), abs=1e-9)
        assert tuple(levels) == tuple(row[name] for name in levels._fields)


def namesakes(*sending: str | None) -> pa.Table:
    rows: list[dict[str, object]] = [
        {
            "id": f"r{place}",
            "name": "Ostap Zvorebenko",
            "sending": state,
            "mission": f"{state}/XB",
            "rank": "attache",
            "first": date(2000 + 4 * place, 1, 1),
            "last": date(2003 + 4 * place, 1, 1),
        }
        for place, state in enumerate(sending)
    ]
    return of_rows(*rows)


def test_records_of_different_states_are_not_compared(tmp_path: Path) -> None:
    rules = Rules(weights=RULES.weights, least=-100.0, version="test")
    path = written(namesakes("XV", "XW", "XV"), tmp_path / "r.parquet")
    link([path], tmp_path / "out.parquet", rules, processes=1)
    assert pairs_of(pq.read_table(tmp_path / "out.parquet")) == [("r0", "r2")]


def test_a_record_of_no_known_state_is_compared_with_all(tmp_path: Path) -> None:
    rules = Rules(weights=RULES.weights, least=-100.0, version="test")
    path = written(namesakes("XV", "XW", None), tmp_path / "r.parquet")
    link([path], tmp_path / "out.parquet", rules, processes=1)
    assert pairs_of(pq.read_table(tmp_path / "out.parquet")) == [("r0", "r2"), ("r1", "r2")]


def test_two_lines_of_one_edition_and_mission_are_never_linked(tmp_path: Path) -> None:
    twice = {
        "name": "Ostap Zvorebenko",
        "sending": "XV",
        "mission": "XV/XB",
        "edition": "e1",
        "first": date(2020, 1, 1),
    }
    rules = Rules(weights=RULES.weights, least=-100.0, version="test")
    path = written(of_rows(twice | {"id": "a"}, twice | {"id": "b"}), tmp_path / "r.parquet")
    assert link([path], tmp_path / "out.parquet", rules, processes=1).links == 0


@pytest.mark.parametrize(
    "rows", [[], [{"id": "a", "name": "Ostap Zvorebenko"}], [{"id": "a", "name": "?"}, {"id": "b", "name": "?"}]]
)
def test_registers_with_nothing_to_link_give_an_empty_table(rows: list[dict[str, object]], tmp_path: Path) -> None:
    table = of_rows(*rows) if rows else pa.table({"id": pa.array([], pa.string()), "name": pa.array([], pa.string())})
    assert linked(table, tmp_path).num_rows == 0


def test_a_record_that_stands_twice_alike_counts_once(tmp_path: Path) -> None:
    table = register(30)
    once, twice = linked(table, tmp_path), linked(pa.concat_tables([table, table]), tmp_path, name="twice")
    assert twice.equals(once)


@pytest.mark.parametrize(
    ("table", "error", "says"),
    [
        (of_rows({"id": "a"}), UnsupportedInputError, "no column name"),
        (of_rows({"id": "a", "name": "X"}, {"id": "a", "name": "Y"}), DamagedInputError, "such as a"),
        (of_rows({"id": "a", "name": "X"}, {"id": "b", "name": None}), DamagedInputError, "no name"),
    ],
)
def test_what_is_no_register_is_refused(table: pa.Table, error: type[LegationError], says: str, tmp_path: Path) -> None:
    with pytest.raises(error, match=says):
        linked(table, tmp_path)


def test_a_register_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInputError, match="holds no Parquet file"):
        link([tmp_path], tmp_path / "out.parquet", RULES, processes=1)


STOPPED = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from pathlib import Path
from legation.engines.registers.linking import Cut, link
from tests.engines.registers.invented import RULES
if __name__ == "__main__":
    def tell(done, total, name):
        print(name, done, total, flush=True)
    link([Path(sys.argv[1])], Path(sys.argv[2]), RULES, processes=2, cut=Cut(records=40, pairs=200), progress=tell)
"""


def test_work_that_was_interrupted_goes_on_where_it_stood(links: pa.Table, tmp_path: Path) -> None:
    script, out = tmp_path / "stopped.py", tmp_path / "out.parquet"
    script.write_text(STOPPED)
    path = written(register(COUNT), tmp_path / "r.parquet")
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(
        [sys.executable, str(script), str(path), str(out)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    ) as process:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
    assert process.returncode != 0
    assert not out.exists()
    told: list[tuple[int, int, str]] = []
    cut = Cut(records=40, pairs=200)
    link([path], out, RULES, processes=1, cut=cut, progress=lambda *what: told.append(what))
    assert told[0][0] >= 4
    assert pq.read_table(out).equals(links)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out.parquet", "r.parquet", "stopped.py"]


def test_under_other_rules_the_work_begins_anew(tmp_path: Path) -> None:
    path, out = written(register(60), tmp_path / "r.parquet"), tmp_path / "out.parquet"
    stale = tmp_path / "out.parquet.work"
    stale.mkdir()
    (stale / "marked-00000.arrow").write_text("of another register")
    assert isinstance(link([path], out, RULES, processes=1), Linked)
