"""How much speaks for one person behind the pairs of a register? The same levels and weights as in a case.

Works on batches of columns, so that every engine can hand it any part of the pairs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pyarrow as pa

from legation.engines.registers.populations import Populations
from legation.resolution.evidence import Levels, evidence
from legation.resolution.records import Record
from legation.resolution.weights import Weights, odds, weigh

LINKS = pa.schema(
    [
        pa.field("a", pa.string(), nullable=False),
        pa.field("b", pa.string(), nullable=False),
        pa.field("weight", pa.float64(), nullable=False),
        pa.field("probability", pa.float64(), nullable=False),
        *(pa.field(name, pa.int16(), nullable=False) for name in Levels._fields),
    ]
)
"""A link: two ids, the smaller first; the weight in bits, and as a probability that counts no rivals; the levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """By what pairs are weighed."""

    populations: Populations
    weights: Weights
    least: float
    """The weight from which a pair is kept."""


def link_rows(pairs: Iterable[tuple[Record, Record]], measure: Measure) -> pa.RecordBatch:
    """The pairs that can be one person and weigh enough, as rows of `LINKS` in their order."""
    ids: list[tuple[str, str]] = []
    weights: list[float] = []
    found: list[Levels] = []
    for one, other in pairs:
        if one.sending and other.sending and one.sending != other.sending:
            continue  # they met under a key of records without a state
        a, b = (one, other) if one.id < other.id else (other, one)
        levels = evidence(a, b, measure.populations.of(a.sending, b.sending))
        if levels.excluded:
            continue
        weight = weigh(levels, measure.weights)
        if weight >= measure.least:
            ids.append((a.id, b.id))
            weights.append(weight)
            found.append(levels)
    columns = [
        pa.array([a for a, _ in ids], pa.string()),
        pa.array([b for _, b in ids], pa.string()),
        pa.array(weights, pa.float64()),
        pa.array([odds(weight) / (1 + odds(weight)) for weight in weights], pa.float64()),
        *(pa.array([levels[place] for levels in found], pa.int16()) for place in range(len(Levels._fields))),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=LINKS)
