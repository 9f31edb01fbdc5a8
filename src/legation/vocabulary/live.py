"""What does a server that is being watched see of who asks? The headers of a usual browser, and nothing of us."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """The headers of a request that names nobody."""

    user_agent: str
    accept: str
    language: str


@cache
def manner() -> Manner:
    """The shipped headers."""
    return Manner(**tomllib.loads(files("legation.vocabulary").joinpath("live.toml").read_text(encoding="utf-8")))
