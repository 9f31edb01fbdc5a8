"""Who held which single seat of a mission, and who came after whom?

From lists alone, but where a report states it; what is said of one holder never stands on another's line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import Bounds
from legation.model.documents import Passage
from legation.model.postings import Derivation, StartBasis

SuccessionCertainty = Literal["stated", "single-seat", "likely", "possible"]
SEATS: tuple[str, ...] = (
    "head",
    "charge-daffaires-ai",
    "deputy",
    "defence-attache",
    "military-attache",
    "naval-attache",
    "air-attache",
    "consul-general",
)
"""The seats that a mission has once, whatever its lists print, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds a seat: somebody of the lists, or, with no id, somebody whom only a report names."""

    id: str | None
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One holder of one seat, from the first to the last edition that shows both; without a holder, a vacancy."""

    id: str
    mission: str
    slot: str
    """`head`, `deputy`, a service attaché's code, `consul-general`, else the function as printed."""
    holder: Holder | None
    acting: bool
    title: str | None
    """As last printed."""
    start: Bounds
    start_basis: StartBasis
    end: Bounds | None
    """`None` where nothing shows an end."""
    editions: tuple[str, ...]
    derivation: tuple[Derivation, ...]
    passages: tuple[Passage, ...]
    """Where the holder stands in each of the editions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One holder of a seat after another."""

    id: str
    mission: str
    slot: str
    predecessor: Holder
    successor: Holder
    gap_days: tuple[int | None, int | None]
    """Least and most days from the end of the one to the start of the other; less than none where both overlapped."""
    basis: StartBasis
    certainty: SuccessionCertainty
    between: tuple[Holder, ...]
    """Who acted in the seat between them."""
    notes: tuple[str, ...]
    derivation: tuple[Derivation, ...]
    passages: tuple[Passage, ...]
