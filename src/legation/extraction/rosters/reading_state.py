"""What is known so far while a list is read: people, sections, and what became of every block.

Readers of lines, of spaced blocks and of tables all add to one such state; nothing here decides anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from legation.extraction.rosters.entries import Draft
from legation.extraction.rosters.places import Place
from legation.model.documents import Block


@dataclass(slots=True, kw_only=True)
class Section:
    """A mission's part of the list: where it begins and what was not understood in it."""

    place: Place
    block: Block | None
    coded: bool
    """Whether the heading names a state of the gazetteer, or the reporter gave the mission."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A line that was not understood."""

    block: Block
    reason: str
    place: Place
    person_like: bool
    """Whether it stands where persons stand."""


@dataclass(slots=True, kw_only=True)
class Read:
    """What was read from lines or tables: people, sections, and what became of every block."""

    drafts: list[Draft] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    used: int = 0
    furniture: int = 0
    spouses: bool = False
    withheld: list[Block] = field(default_factory=list)
    """Lines and cells of spouses: never shown."""
    unseen: int = 0
    """People whom only a hidden sheet has beside the mission that is shown; they are no listings."""
    admin: bool = False
    """Whether administrative and technical staff have a section of their own."""
