"""What does a stamp show? That a digest existed at a moment, by the word of an authority outside, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Whether a stamp's signature leads to a root that is trusted."""

    state: Literal["sound", "unchecked", "refused"]
    why: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What an authority attests: that the chain's head existed at a moment."""

    name: str
    authority: str
    url: str
    entry: int
    """The number of the chain's last entry at that moment."""
    digest: str
    at: datetime
    signature: Signature
