"""What does the case answer: changes between editions, happenings, tallies, sums, and who is still listed.

A finding never says why a name is gone: a list doesn't.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from legation.model.claims import EventType, Status
from legation.model.dates import Bounds, Edtf
from legation.model.documents import Passage
from legation.model.listings import Coverage
from legation.model.parties import Person

ChangeKind = Literal["joined", "left", "title", "respelled", "moved"]
RemainingState = Literal["named", "left-in-window", "still-listed", "not-observable"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One side of a change: the line as that edition prints it."""

    listing: str
    name: str | None
    title: str | None
    rank: str | None
    dates: tuple[str, ...]
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What differs between two consecutive comparable editions of one mission, for one person."""

    id: str
    mission: str
    change: ChangeKind
    person: Person
    before: Seen | None
    after: Seen | None
    window: Bounds


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number that tellings give for a happening."""

    value: int
    unit: str | None
    tellings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Tellings that speak of one thing; different counts stand side by side."""

    id: str
    type: EventType
    actor: str | None
    target: str | None
    mission: str | None
    date: Edtf | None
    counts: tuple[Count, ...]
    status: Status
    tellings: tuple[str, ...]
    deadline: Bounds | None = None
    in_response_to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One edition in a tally: how many it lists, who left and who joined since the step before."""

    as_of: str
    listed: int | None
    left: tuple[Person, ...]
    joined: tuple[Person, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Usual:
    """What usually leaves this list: a rate with its range, over the whole series before the announcement."""

    per_30_days: float
    range: tuple[float, float]
    intervals: int
    days: int


ExplanationKind = Literal[
    "announced-too", "stated-elsewhere", "listed-elsewhere", "other-list", "other-mission", "posts"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What else may be behind names that are gone, or a number that isn't met: a candidate, no reason."""

    kind: ExplanationKind
    id: str
    """Of the happening, the telling or the change that it comes from."""
    says: str
    persons: int | None
    """How many it may be of; `None` where it gives no number of persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """An announced number beside what the editions around it show."""

    id: str
    event: str
    mission: str
    announced: int
    announced_by: tuple[str, ...]
    steps: tuple[Step, ...]
    window: Bounds
    left: int | None
    """How many left the list in the window; `None` where no editions before and after can be compared."""
    joined: int | None
    usual: Usual | None
    rest: int | None
    notes: tuple[str, ...]
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A number of a sum, its role there, and where it is printed."""

    value: int
    role: str
    passage: Passage

    @property
    def says(self) -> str:
        """The number with what it says of people, in the same words everywhere."""
        return f"{self.value} {ROLE_WORDS.get(self.role, self.role)}"


ROLE_WORDS: Mapping[str, str] = {
    "listed": "listed",
    "expelled": "told to leave",
    "departed": "said to have left",
    "remained": "said to remain",
}
"""How the people of a number in a sum are spoken of, by its role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Numbers of one report that should agree: what they give, what is printed, and the difference."""

    id: str
    terms: tuple[Term, ...]
    expected: int
    printed: int
    difference: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CeilingStep:
    """One change of the number of posts that a mission may fill."""

    happening: str
    posts_from: int | None
    posts_to: int
    date: Edtf | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """Persons of the same mission whom an announcement counts."""

    happening: str
    value: int
    date: Edtf | None
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The posts that one party allows another, step after step, beside the persons it told to leave."""

    id: str
    mission: str | None
    actor: str
    target: str
    steps: tuple[CeilingStep, ...]
    persons: tuple[Counted, ...]
    notes: tuple[str, ...]

    @property
    def parts(self) -> tuple[CeilingStep | Counted, ...]:
        """Steps and counted persons together."""
        return (*self.steps, *self.persons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Remaining:
    """A person of the last comparable edition before a happening, and what the lists show of them after it."""

    event: str
    person: Person
    state: RemainingState
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MissionSummary:
    """A mission as the case knows it."""

    mission: str
    names: tuple[str, ...]
    editions: tuple[str, ...]
    first: str | None
    last: str | None
