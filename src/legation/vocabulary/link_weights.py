"""How much speaks for one person behind two records? The weights of the data file, which names their sources."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def shipped_weights() -> str:
    """The weights that everybody gets, as the JSON of their file."""
    return files("legation.vocabulary").joinpath("link_weights.json").read_text(encoding="utf-8")
