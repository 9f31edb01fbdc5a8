"""How much speaks for one person behind two postings? The weights of the data file, which names their sources."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from legation.vocabulary.tables import rows

Weights = Mapping[str, Mapping[str, float]]


@cache
def link_weights() -> Weights:
    """Kind and level to the binary logarithm of a likelihood ratio, in the order of the file."""
    found: dict[str, dict[str, float]] = {}
    for kind, level, weight in rows("link_weights.tsv"):
        found.setdefault(kind, {})[level] = float(weight)
    return found


def up_to(kind: str, amount: float) -> tuple[str, float] | None:
    """The first level of a kind that is as much, with its weight; `more` takes the rest, where there is one."""
    for level, weight in link_weights()[kind].items():
        if level == "more" or amount <= float(level):
            return level, weight
    return None
