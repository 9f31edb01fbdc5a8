"""Who may be the same person at two missions, whom may a report mean, and who came back elsewhere?

A link is evidence and no decision: persons are joined across missions by a judgement alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.documents import Passage
from legation.model.parties import Person
from legation.model.registers import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLink:
    """Two persons of different missions who may be one; `a` was listed first."""

    id: str
    a: Person
    b: Person
    probability: float
    """0..1, from the weights of the vocabulary and the names of the case."""
    reasons: tuple[str, ...]
    """What speaks for and against, one short phrase each, with its weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name that one report gives to somebody, wherever it stands in it."""

    id: str
    name: str
    sha256: str
    """Of the report."""
    published: str | None
    missions: tuple[str, ...]
    """The missions of which the report speaks beside the name."""
    said: tuple[str, ...]
    """Ids of the events and claims in which the report names somebody so."""
    passage: Passage
    """The first of their passages."""
    entry: Entry | None = None
    """Of a register: the entry that has the name, among others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A person of the lists whom a report may mean by a name: judged, or a candidate."""

    id: str
    mention: Mention
    person: Person
    probability: float | None
    """`None` where it was judged."""
    judgement: str | None
    """The id of the judgement that the report means this person."""
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resurfacing:
    """Somebody of one mission who is listed later at another: judged one person, or a candidate."""

    id: str
    person: Person
    """At the later posting."""
    before: Person
    """At the earlier posting; another person where nobody has judged the link."""
    from_posting: str
    to_posting: str
    gap_days: tuple[int | None, int | None]
    """Least and most days from the end of the one posting to the start of the other."""
    probability: float | None
    """`None` where the link was judged."""
    judgement: str | None
    """The id of the judgement that made both one person."""
    reasons: tuple[str, ...]
    named_in: tuple[str, ...]
    """Ids of happenings whose tellings name the person at the earlier mission."""
    windows: tuple[str, ...]
    """Ids of happenings in whose window the person left the earlier list; the list doesn't say why."""
