"""What do a case's own judgements say about the weights of links?

Each weight moves as far as judgements pull it away from the shipped one: few judgements move nothing much, and a level
that nobody judged stays. Fewer than fifty move nothing at all.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from legation.resolution.evidence import UNKNOWN, WORDS, Levels, word
from legation.resolution.weights import Weights, read_weights, weigh

FEWEST, FEWEST_OF_EACH = 50, 10
"""Judged pairs, and pairs of either verdict, from which on weights are fitted."""

SPREAD, SPREAD_OF_PRIOR = 1.0, 3.0
"""By how many bits a weight, and the prior, are thought to differ from one case to another."""

ROUNDS = 400
BINS = (0.0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0)
SMALLEST_CHANGE = 0.05
"""Bits below which a change isn't worth being told."""

Example: TypeAlias = tuple[Levels, bool]
"""How two agree, and whether somebody judged them one person."""
_Feature: TypeAlias = tuple[str, int]
_PRIOR: _Feature = ("prior", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One weight, before and after, with the judged pairs that show its level."""

    field: str
    level: str
    before: float
    after: float
    same: int
    different: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Judged pairs whose probability lies between two, and how many of them are one person."""

    low: float
    high: float
    pairs: int
    same: int
    expected: float
    """How many would be one person if the probabilities were right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """New weights, and what they change."""

    text: str
    """The weights as the JSON of a file of their own."""
    changes: tuple[Change, ...]
    before: tuple[Bin, ...]
    after: tuple[Bin, ...]


def enough(examples: Sequence[Example]) -> bool:
    """Whether there are judgements enough to fit weights to."""
    same = sum(label for _, label in examples)
    return len(examples) >= FEWEST and min(same, len(examples) - same) >= FEWEST_OF_EACH


def fit(text: str, examples: Sequence[Example]) -> Fit:
    """The weights of a file, fitted to judged pairs; their order doesn't matter.

    Args:
        text: the weights to start from, as JSON.
        examples: judged pairs; those that a veto excludes say nothing of weights.
    """
    weights = read_weights(text)
    used = sorted(one for one in examples if not one[0].veto)
    shifts = _shifts(weights, used)
    data = json.loads(text)
    fitted = _with_shifts(data, shifts, judged=len(used))
    made = json.dumps(fitted, ensure_ascii=False, indent=2) + "\n"
    return Fit(
        text=made,
        changes=_changes(weights, shifts, used),
        before=reliability(weights, used),
        after=reliability(read_weights(made), used),
    )


def reliability(weights: Weights, examples: Sequence[Example]) -> tuple[Bin, ...]:
    """How often pairs of each probability are one person; bins without a pair are left out."""
    rated = [(_probability(weigh(levels, weights)), label) for levels, label in examples]
    found = []
    for low, high in pairwise(BINS):
        inside = [one for one in rated if low <= one[0] < high or (high == BINS[-1] and one[0] == high)]
        if inside:
            expected = round(math.fsum(one[0] for one in inside), 6)
            same = sum(label for _, label in inside)
            found.append(Bin(low=low, high=high, pairs=len(inside), same=same, expected=expected))
    return tuple(found)


def _probability(weight: float) -> float:
    return 1 / (1 + math.pow(2.0, -max(min(weight, 60.0), -60.0)))


def _features(levels: Levels) -> list[_Feature]:
    return [_PRIOR, *((field, level) for field in WORDS if (level := getattr(levels, field)) != UNKNOWN)]


def _shifts(weights: Weights, examples: Sequence[Example]) -> dict[_Feature, float]:
    """The likeliest shift of each weight: descent on a convex sum, of surprise at judgements and distance from zero."""
    rows = [(_features(levels), weigh(levels, weights), label) for levels, label in examples]
    shifts: dict[_Feature, float] = dict.fromkeys(sorted({one for row in rows for one in row[0]}), 0.0)
    longest = max((len(row[0]) for row in rows), default=1)
    # Steps that no curvature of the sum exceeds: each row bends it by at most a quarter, in each of its features.
    steps = {
        feature: 1 / (math.log(2) ** 2 * longest * sum(feature in row[0] for row in rows) / 4 + _pull(feature))
        for feature in shifts
    }
    for _ in range(ROUNDS):
        slopes = {feature: _pull(feature) * shift for feature, shift in shifts.items()}
        for features, weight, label in rows:
            surprise = _probability(weight + sum(shifts[one] for one in features)) - label
            for one in features:
                slopes[one] += math.log(2) * surprise
        shifts = {feature: shift - steps[feature] * slopes[feature] for feature, shift in shifts.items()}
    return shifts


def _pull(feature: _Feature) -> float:
    return 1 / (SPREAD_OF_PRIOR if feature == _PRIOR else SPREAD) ** 2


def _with_shifts(data: dict[str, Any], shifts: dict[_Feature, float], *, judged: int) -> dict[str, Any]:
    fields: dict[str, dict[str, float]] = {field: dict(levels) for field, levels in data["fields"].items()}
    for (field, level), shift in shifts.items():
        if (field, level) != _PRIOR:
            name = word(field, level)  # type: ignore[arg-type]
            fields[field][name] = round(fields[field][name] + shift, 3)
    version = str(data["version"]).partition("+")[0]
    prior = round(data["prior"] + shifts.get(_PRIOR, 0.0), 3)
    return {**data, "version": f"{version}+{judged}-judged", "prior": prior, "fields": fields}


def _changes(weights: Weights, shifts: dict[_Feature, float], examples: Sequence[Example]) -> tuple[Change, ...]:
    seen: Counter[tuple[_Feature, bool]] = Counter(
        (feature, label) for levels, label in examples for feature in _features(levels)
    )
    found = []
    for feature, shift in shifts.items():
        if abs(shift) < SMALLEST_CHANGE:
            continue
        field, level = feature
        before = weights.prior if feature == _PRIOR else weights.of(field, level)  # type: ignore[arg-type]
        found.append(
            Change(
                field=field,
                level="" if feature == _PRIOR else word(field, level),  # type: ignore[arg-type]
                before=before,
                after=round(before + shift, 3),
                same=seen[feature, True],
                different=seen[feature, False],
            )
        )
    return tuple(sorted(found, key=lambda one: (-abs(one.after - one.before), one.field, one.level)))
