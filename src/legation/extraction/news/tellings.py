"""What does one sentence tell, before the rest of the report is looked at?

A telling has the slots that its own words fill, and which of them the report may still fill. Everything in it stands
in a span of the sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.extraction.news.subject import GENERIC
from legation.language.date_roles import When
from legation.model.claims import Attribution, CountModifier, CountUnit, EventType, Layer, NamedPerson, Status
from legation.model.dates import Edtf
from legation.model.quick import quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One sentence's telling of a happening, with its place in the document's text."""

    type: EventType
    rule: str
    status: Status
    layer: Layer
    start: int
    end: int
    sentence: int
    """Number of the sentence in the report."""
    paragraph: int = 0
    actor: str | None = None
    """A code, `GENERIC` where only the report can tell, or `None`."""
    target: str | None = None
    mission: str | None = None
    mission_host: str | None = None
    """Who receives the mission, where the sentence says so."""
    city: str | None = None
    count: int | None = None
    others: int = 0
    """How many of them are counted by being named, and not by a number: "and his deputy"."""
    modifier: CountModifier | None = None
    unit: CountUnit | None = None
    posts_from: int | None = None
    posts_to: int | None = None
    loose: bool = False
    """Whether only the report can say whose the people are: staff that the sentence merely counts."""
    own: bool = False
    """Whether the people are of whom a sentence before speaks: "two members of its embassy"."""
    foreign: bool = False
    """Whether the people are only said to be of another state, which the report may leave open."""
    part: bool = False
    """Whether the people are some of others who are spoken of before: "nine of them"."""
    persons: tuple[NamedPerson, ...] = ()
    when: When | None = None
    effective: Edtf | None = None
    """From when on it holds, where the sentence says so."""
    deciders: tuple[str, ...] = ()
    """For a total: the states that decide together."""
    deadline: str | None = None
    retaliation: bool = False
    attribution: tuple[Attribution, ...] = ()
    past_perfect: bool = False
    """Told as done before what the report is about."""
    date: Edtf | None = None
    date_basis: str | None = None
    places: tuple[tuple[int, int], ...] = ()
    """Places of further tellings of the same happening in the report."""
    sentences: tuple[int, ...] = ()
    """Numbers of the sentences of all tellings of the happening."""

    @property
    def known_actor(self) -> str | None:
        """The code of who decides, where it is known."""
        return None if self.actor == GENERIC else self.actor
