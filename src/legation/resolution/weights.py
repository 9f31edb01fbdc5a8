"""How much do levels of agreement speak for one person?

Fellegi–Sunter: each level has the binary logarithm of how much more often one person shows it than two do, and the sum
ranks pairs. The weights are one versioned file, and are changed by nothing but a calibration.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from legation.errors import UsageError
from legation.resolution.evidence import UNKNOWN, VETOES, WORDS, Field, Levels, nearest, overlap, word
from legation.resolution.frequencies import Frequencies
from legation.resolution.records import Record
from legation.vocabulary.link_weights import shipped_weights

VETOED = -1000.0
"""The weight of what can't be one person."""

_MOST_BITS = 60.0
_PLACES = ("same-mission", "same-sender", "other-sender", "no-mission")
_YEAR = 365.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """The weights of one version."""

    version: str
    prior: float
    """Of how many of those who leave a mission are seen elsewhere later."""
    bits: float
    """What one step of a frequency weighs."""
    naming: Mapping[str, float]
    """What it weighs that a report speaks of a person's mission, of another one, or of none."""
    fields: Mapping[Field, tuple[float, ...]]
    """By field, the weight of each level, the level 0 first."""

    def of(self, field: Field, level: int) -> float:
        """What a level of a field weighs; nothing where it isn't known."""
        return 0.0 if level == UNKNOWN else self.fields[field][level]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a waterfall: what was seen, and what it weighs."""

    field: str
    says: str
    weight: float


def read_weights(text: str) -> Weights:
    """The weights of a file.

    Raises:
        UsageError: the text is no JSON, or a level has no weight.
    """
    try:
        data = json.loads(text)
        return Weights(
            version=str(data["version"]),
            prior=float(data["prior"]),
            bits=float(data["bits"]),
            naming={place: float(data["naming"][place]) for place in _PLACES},
            fields={field: _weights(data["fields"][field], words) for field, words in WORDS.items()},
        )
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"these are no weights of links ({error!r}): restore the file, or delete it") from None


def _weights(found: Mapping[str, Any], words: tuple[str, ...]) -> tuple[float, ...]:
    return tuple(float(found[one]) for one in words)


@lru_cache(maxsize=1)
def default_weights() -> Weights:
    """The weights that everybody gets."""
    return read_weights(shipped_weights())


def weigh(levels: Levels, weights: Weights) -> float:
    """The weight of a pair, in bits; `VETOED` for one that can't be one person."""
    if levels.veto:
        return VETOED
    found = weights.prior + weights.bits * (levels.families + levels.givens - levels.population)
    for field in WORDS:
        found += weights.of(field, getattr(levels, field))
    return found


def odds(weight: float) -> float:
    """How often one person for each time that it is two."""
    return math.pow(2.0, max(min(weight, _MOST_BITS), -_MOST_BITS))


def waterfall(a: Record, b: Record, known: Frequencies, levels: Levels, weights: Weights) -> tuple[Step, ...]:
    """What adds up to the weight of a pair, step by step; a veto stands alone."""
    if levels.veto:
        return (Step(field="veto", says=_VETO_WORDS[VETOES[levels.veto]], weight=VETOED),)
    families, givens = known.others_with_family(a, b), known.others_with_given(a, b)
    steps = [
        Step(field="prior", says="how often people come back elsewhere", weight=weights.prior),
        Step(field="population", says=f"one of {known.persons} persons", weight=-weights.bits * levels.population),
        Step(field="families", says=f"{families} others with the family name", weight=weights.bits * levels.families),
        Step(field="givens", says=f"{givens} others with the given name", weight=weights.bits * levels.givens),
    ]
    for field in WORDS:
        level = getattr(levels, field)
        if level != UNKNOWN:
            steps.append(Step(field=field, says=_says(field, level, a, b), weight=weights.of(field, level)))
    return tuple(steps)


_VETO_WORDS: Mapping[str, str] = {
    "names": "the names contradict each other",
    "one-edition": "one edition of one mission lists both: two persons",
    "birth-dates": "they were born on different days",
}


def _says(field: Field, level: int, a: Record, b: Record) -> str:
    name = word(field, level)
    before, after = nearest(a, b)
    if before is None or after is None:
        return f"{field} {name}"
    match field:
        case "middle":
            return f"{name} second given name or initial"
        case "timing" if name == "one-list":
            return "one list prints both as heads"
        case "timing" if name.startswith("overlap"):
            return f"listed at both for {overlap(a, b)} days"
        case "timing":
            return f"{max(after.first - before.last, 0) / _YEAR:.1f} years between"
        case "step" | "track":
            return f"{before.last_rank}, then {after.first_rank}"
        case "heads":
            return "both are heads of mission"
        case "born":
            return f"born {a.born} and {b.born}"
        case "age":
            return "an age at which few hold a post"
        case _:
            return f"{field} {name}"
