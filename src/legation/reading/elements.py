"""Which elements of HTML are of which kind? The names are data (`elements.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def elements(kind: str) -> frozenset[str]:
    """The names of the elements of a kind that the data file names."""
    source = resources.files("legation.reading").joinpath("elements.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(source)[kind].split())
