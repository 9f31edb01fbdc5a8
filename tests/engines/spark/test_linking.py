"""One session for all of it: a JVM takes seconds to start."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from legation.engines.registers.linking import link
from legation.errors import DamagedInputError, UnsupportedInputError
from tests.engines.registers.invented import RULES, of_rows, register, written
from tests.engines.spark.conftest import Session

pytestmark = [pytest.mark.service, pytest.mark.timeout(900)]

COUNT = 10_000


def on_spark(session: Session, path: Path, out: Path) -> pa.Table:
    from legation.engines.spark import linking

    linking.link(session, [str(path)], str(out), RULES)
    return pq.read_table(out).sort_by([("a", "ascending"), ("b", "ascending")])


def on_this_machine(path: Path, out: Path) -> pa.Table:
    link([path], out, RULES, processes=2)
    return pq.read_table(out)


def assert_same(here: pa.Table, there: pa.Table) -> None:
    assert here.num_rows > 0
    assert (
        there.drop_columns(["weight", "probability"])
        .cast(here.drop_columns(["weight", "probability"]).schema)
        .equals(here.drop_columns(["weight", "probability"]))
    )
    for name in ("weight", "probability"):
        pairs = zip(here.column(name).to_pylist(), there.column(name).to_pylist(), strict=True)
        assert max(abs(one - other) for one, other in pairs) <= 1e-9


def test_a_cluster_finds_the_same_links_with_the_same_weights(session: Session, tmp_path: Path) -> None:
    path = written(register(COUNT), tmp_path / "r.parquet")
    assert_same(on_this_machine(path, tmp_path / "here.parquet"), on_spark(session, path, tmp_path / "there"))


def test_records_without_a_state_meet_those_of_any_on_both_engines(session: Session, tmp_path: Path) -> None:
    table = register(300)
    states = [state if place % 3 else None for place, state in enumerate(table.column("sending").to_pylist())]
    path = written(table.set_column(2, "sending", pa.array(states, pa.string())), tmp_path / "r.parquet")
    assert_same(on_this_machine(path, tmp_path / "here.parquet"), on_spark(session, path, tmp_path / "there"))


def test_what_is_no_register_is_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(UnsupportedInputError, match="no column name"):
        on_spark(session, written(of_rows({"id": "a"}), tmp_path / "r.parquet"), tmp_path / "out")
    twice = of_rows({"id": "a", "name": "X"}, {"id": "a", "name": "Y"})
    with pytest.raises(DamagedInputError, match="such as a"):
        on_spark(session, written(twice, tmp_path / "s.parquet"), tmp_path / "out")
