"""Where do sources disagree, and who stands behind what is said?

Both sides of a disagreement are kept with their passages; nothing here says which one is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.claims import ClaimType, Strength
from legation.model.documents import Passage

ContradictionRule = Literal[
    "count",
    "ceiling",
    "sum",
    "date",
    "actor",
    "reason",
    "denied",
    "role",
    "negated",
    "strength",
    "age",
    "spelling",
    "scope",
    "headline",
    "status",
    "vague-number",
    "printed",
    "listed-number",
    "listed-role",
    "not-listed",
    "printed-date",
    "lists-disagree",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSide:
    """What one source says, and where: a claim, a telling, words as printed, or a line of a list."""

    id: str
    says: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Things said or printed that can't, or may not, all be so."""

    id: str
    rule: ContradictionRule
    mission: str | None
    sides: tuple[DisputeSide, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who first says something, and through whom it was passed on."""

    speaker: str | None
    """`None` for a passive without an agent, and for a report's own voice."""
    own_voice: bool
    """Whether the report itself says it."""
    anonymous: bool
    count: int | None
    independent: bool | None
    via: tuple[str, ...]
    """Speakers who pass it on, and reports (by digest) that say it without a source of their own."""
    said: tuple[str, ...]
    """Ids of the claims or tellings."""
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A confirmation, a denial or a silence beside a proposition."""

    id: str
    speaker: str | None
    kind: str
    """For a confirmation `fact` or `belief`; for a denial `denial`; for a silence its kind."""
    anonymous: bool
    count: int | None
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One strength in which a proposition is worded."""

    strength: Strength
    wording: str | None
    said: str
    """The id of the claim."""
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """One proposition with everybody who says, confirms or denies it, or doesn't answer. It is no verdict."""

    id: str
    type: ClaimType | Literal["happening"]
    proposition: str
    about: tuple[str, ...]
    """Ids of the claims, or of the happening and its tellings."""
    origins: tuple[Origin, ...]
    confirmations: tuple[Answer, ...]
    denials: tuple[Answer, ...]
    non_responses: tuple[Answer, ...]
    strengths: tuple[Wording, ...]
    """From the weakest to the strongest."""
