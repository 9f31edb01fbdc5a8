"""What does a report say, in whose words, on whose authority?

An event is one telling of a happening; a claim belongs to its claimant. Nothing here is a fact about a person.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from legation.model.dates import Edtf, Precision
from legation.model.documents import Passage
from legation.model.quick import quick
from legation.model.registers import Entry

EventType = Literal[
    "expulsion",
    "ceiling",
    "recall",
    "closure",
    "opening",
    "relations",
    "retaliation",
    "threat",
    "appointment",
    "posting-end",
    "sanction",
    "aggregate",
]
ClaimType = Literal[
    "affiliation",
    "training",
    "posting",
    "family",
    "meeting",
    "attributed-act",
    "headcount",
    "capture",
    "intelligence-sharing",
    "request",
    "confirmation",
    "denial",
    "non-response",
    "confidence",
    "first-report",
    "correction",
    "statement",
    "location",
    "age",
]
Status = Literal[
    "asserted",
    "announced",
    "executed",
    "confirmed",
    "planned",
    "threatened",
    "called-for",
    "alleged",
    "denied",
    "retracted",
    "hypothetical",
    "negated",
    "unknown",
]
Stance = Literal["asserts", "reports", "confirms", "denies", "declines", "quotes", "believes", "suspects", "accuses"]
Strength = Literal["rumored", "suspected", "regarded", "identified", "stated"]
Layer = Literal["title", "heading", "byline", "body", "update", "caption", "related"]
CountModifier = Literal["at-least", "more-than", "about", "dozens", "hundreds"]
CountUnit = Literal["persons", "posts"]
PrintKind = Literal["status", "spelling", "joined"]
HeadcountRole = Literal["listed", "remaining", "departed", "total"]

SENSITIVE_CLAIMS: frozenset[str] = frozenset({"affiliation", "training", "family", "attributed-act"})
"""Types of claim that are never stored as asserted with an empty chain, nor printed without claimant."""
ANSWERING_CLAIMS: frozenset[str] = frozenset({"denial", "confirmation", "non-response", "correction"})
"""Types of claim that are about another claim or a telling, and stand under it."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One link of the chain of who says so; `speaker` is `None` for a passive without an agent."""

    speaker: str | None
    stance: Stance
    anonymous: bool = False
    count: int | None = None
    independent: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPerson:
    """A person whom the report names in an event, in the role that it gives."""

    name: str
    role: str | None = None


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One telling of a happening. `actor` decides, `target` sends the people; `None` is what the report doesn't say."""

    id: str
    type: EventType
    status: Status
    layer: Layer
    passage: Passage
    rule: str
    actor: str | None = None
    target: str | None = None
    mission: str | None = None
    city: str | None = None
    count: int | None = None
    count_modifier: CountModifier | None = None
    count_unit: CountUnit | None = None
    posts_from: int | None = None
    posts_to: int | None = None
    persons: tuple[NamedPerson, ...] = ()
    date: Edtf | None = None
    date_precision: Precision = Precision.UNKNOWN
    date_basis: str | None = None
    deadline: str | None = None
    """An EDTF date or an ISO 8601 duration (`PT48H`, `P7D`)."""
    reason: str | None = None
    background: bool = False
    retaliation: bool = False
    in_response_to: str | None = None
    """The id of another event of the same report."""
    attribution: tuple[Attribution, ...] = ()


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody says, with the hedge as printed in `wording`."""

    id: str
    type: ClaimType
    status: Status
    layer: Layer
    passage: Passage
    rule: str
    subject: str | None = None
    object: str | None = None
    value: int | str | None = None
    role: HeadcountRole | None = None
    """For head-counts: what the counted people do in the report."""
    when: Edtf | None = None
    years: int | None = None
    """How many years it lasted, where that is printed and no days are."""
    wording: str | None = None
    strength: Strength | None = None
    attribution: tuple[Attribution, ...] = ()
    about: str | None = None
    """The id of the event or claim that this one is about."""
    entry: str | None = None
    """The id of the entry of a register that it is of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """How a report prints something over which its readers may stumble; kept as printed, never repaired."""

    id: str
    kind: PrintKind
    """A happening told with several statuses, a name in several spellings, or sentences joined without a space."""
    words: str
    """The status, or the words as printed."""
    passage: Passage
    about: str | None = None
    """For a status the id of the telling that speaks for the happening; for a spelling the other one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A document with the events and claims that were read from it, in the order of the text."""

    sha256: str
    published: Edtf | None
    published_basis: str | None
    language: str | None
    title: str | None
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    notes: tuple[str, ...] = ()
    prints: tuple[Print, ...] = ()
    entries: tuple[Entry, ...] = ()
    """Of a register: those of its entries that may be somebody of the case. Its claims are of these."""
