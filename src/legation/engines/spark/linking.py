"""Which records of a register may be one person, worked out on a cluster?

The same keys, marks and weights as on one machine, from the same functions; Spark counts, joins and compares their
whole numbers. The links have no order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pyarrow as pa
from pyspark.sql import functions as F

from legation.engines.registers.blocks import KIND_MASK, Keys, Numbers
from legation.engines.registers.linking import Rules
from legation.engines.registers.marking import ANY_STATE, FAMILY, GIVEN, KIND_CAPS
from legation.engines.registers.populations import Populations
from legation.engines.registers.schema import NEEDED, SCHEMA, duplicate, lacking, nameless, records_of
from legation.engines.registers.tasks import ANY_MARK, NO_MARK, marked
from legation.engines.registers.weighing import LINKS, Measure, link_rows
from legation.engines.spark.columns import TYPES, ddl
from legation.resolution.weights import read_weights

if TYPE_CHECKING:
    from pyspark.core.broadcast import Broadcast
    from pyspark.sql import Column, DataFrame, SparkSession

Batches: TypeAlias = Iterator[pa.RecordBatch]
Forms: TypeAlias = tuple[dict[str, int], Keys, Numbers]
"""Records by state; numbers of forms, sorted; how many bear each."""
_MARKS = "keys array<bigint>, both array<int>, family_marks array<int>"


def link(session: SparkSession, register: Sequence[str], out: str, rules: Rules) -> int:
    """Link the records of a register and write the links as Parquet; how many there are.

    Args:
        session: where it runs.
        register: paths or addresses of Parquet files that the whole cluster reads; see `schema.SCHEMA`.
        out: the folder to write; it must not be there.
        rules: the weights and what is kept.

    Raises:
        InputError: this is no register.
    """
    records = _conformed(session.read.parquet(*register), ", ".join(register))
    records = _checked(records)
    persons = {row["sending"]: row["count"] for row in records.groupBy("sending").count().collect()}
    own = records.mapInArrow(_marking(stateless=None in persons), f"{ddl(SCHEMA)}, {_MARKS}").persist()
    try:
        keys = own.select("id", "both", "family_marks", F.explode("keys").alias("key"))
        often = keys.groupBy("key").count().persist()
        forms = session.sparkContext.broadcast(_forms(often, _persons(persons)))
        pairs = _pairs(keys, often)
        both_sides = pairs.join(_side(own, "a"), "a").join(_side(own, "b"), "b")
        links = both_sides.mapInArrow(_weighing(forms, rules), ddl(LINKS))
        links.write.parquet(out)
        often.unpersist()
    finally:
        own.unpersist()
    return int(session.read.parquet(out).count())


def _conformed(frame: DataFrame, item: str) -> DataFrame:
    if missing := [name for name in NEEDED if name not in frame.columns]:
        raise lacking(item, missing)
    return frame.select(
        *(
            (F.col(field.name) if field.name in frame.columns else F.lit(None))
            .cast(TYPES[str(field.type)])
            .alias(field.name)
            for field in SCHEMA
        )
    )


def _checked(records: DataFrame) -> DataFrame:
    """The records, each once: the same bytes of one day, read twice, give the same records twice."""
    if records.where("id is null or name is null").limit(1).count():
        raise nameless()
    if not records.groupBy("id").count().where("count > 1").limit(1).count():
        return records
    once = records.distinct()
    twice = once.groupBy("id").count().where("count > 1")
    if found := twice.limit(1).collect():
        raise duplicate(twice.count(), found[0]["id"])
    return once


def _marking(*, stateless: bool) -> Callable[[Batches], Batches]:
    def mark(batches: Batches) -> Batches:
        for batch in batches:
            found = marked(batch, stateless=stateless)
            keys = found.column("keys")
            signed = pa.ListArray.from_arrays(keys.offsets, keys.flatten().view(pa.int64()))
            marks = [
                pa.array(map(_unfilled, found.column(name).to_pylist()), pa.list_(pa.int32()))
                for name in ("both", "family")
            ]
            columns = [*(batch.column(name) for name in SCHEMA.names), signed, *marks]
            yield pa.RecordBatch.from_arrays(columns, names=[*SCHEMA.names, "keys", "both", "family_marks"])

    return mark


def _unfilled(marks: list[int]) -> list[int] | None:
    return None if marks[0] == ANY_MARK else [mark for mark in marks if mark != NO_MARK]


def _persons(often: dict[str | None, int]) -> dict[str, int]:
    known = {state: count for state, count in often.items() if state is not None}
    return known | {ANY_STATE: sum(often.values())}


def _forms(often: DataFrame, persons: dict[str, int]) -> Forms:
    """How many bear each name: the counts of forms, sorted as unsigned numbers, and of persons."""
    kind = F.col("key").bitwiseAND(F.lit(KIND_MASK))
    found = often.where(kind.isin(FAMILY, GIVEN)).toArrow()
    numbers = found.column("key").to_numpy().view(np.uint64)
    order = np.argsort(numbers)
    return persons, numbers[order], found.column("count").to_numpy().astype(np.int32)[order]


def _pairs(keys: DataFrame, often: DataFrame) -> DataFrame:
    """The ids of pairs that share a key under its cap, and what two names of one person share."""
    kind = F.col("key").bitwiseAND(F.lit(KIND_MASK))
    under = F.lit(False)
    for number, cap in KIND_CAPS.items():
        under = under | ((kind == number) & F.col("count").between(2, cap))
    kept = keys.join(often.where(under).select("key"), "key")
    one, other = (
        kept.select("key", *(F.col(name).alias(f"{side}_{name}") for name in ("id", "both", "family_marks")))
        for side in "ab"
    )
    met = one.join(other, "key").where((F.col("a_id") < F.col("b_id")) & _meet())
    return met.select(F.col("a_id").alias("a"), F.col("b_id").alias("b")).distinct()


def _meet() -> Column:
    """As `tasks.may_be_one` does for arrays."""
    without = F.lit(False)
    for side in "ab":
        without = without | (F.coalesce(F.size(f"{side}_both"), F.lit(1)) == 0)
    return _share("family_marks") & (without | _share("both"))


def _share(name: str) -> Column:
    one, other = F.col(f"a_{name}"), F.col(f"b_{name}")
    return one.isNull() | other.isNull() | F.coalesce(F.arrays_overlap(one, other), F.lit(False))


def _side(records: DataFrame, side: str) -> DataFrame:
    return records.select(F.col("id").alias(side), *(F.col(name).alias(f"{side}_{name}") for name in SCHEMA.names))


def _weighing(forms: Broadcast[Forms], rules: Rules) -> Callable[[Batches], Batches]:
    def weigh(batches: Batches) -> Batches:
        measure = Measure(populations=Populations(*forms.value), weights=read_weights(rules.weights), least=rules.least)
        for batch in batches:
            yield link_rows(zip(records_of(batch, "a_"), records_of(batch, "b_"), strict=True), measure)

    return weigh
