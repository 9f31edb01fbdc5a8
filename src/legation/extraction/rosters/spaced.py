"""Who is listed where space alone tells one person from the next? Blocks that begin with an addressed name.

For lists whose titles are in nobody's vocabulary: the lines of a block below the name are its title, whatever they say.
A line in another shape than names names the unit, known or not, whose people follow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.rosters.entries import Draft, Piece
from legation.extraction.rosters.lines import Line
from legation.extraction.rosters.persons import looks_like_name
from legation.extraction.rosters.places import Place, heading_text, read_heading
from legation.extraction.rosters.profile import Profile
from legation.extraction.rosters.reading_state import Read, Section, Unread
from legation.vocabulary.states import Gazetteer


class SpacedReader:
    """Walks over lines in order and keeps the unit and the person it is in."""

    def __init__(self, profile: Profile, gazetteer: Gazetteer, place: Place, read: Read) -> None:
        self._profile = profile
        self._gazetteer = gazetteer
        self._base = place
        self.place = place
        self.section: str | None = None
        self._read = read
        self._person: Draft | None = None
        self._heading: list[Line] = []

    def walk(self, lines: Sequence[Line]) -> None:
        """Read lines that follow those read before."""
        for line in lines:
            if line.frame or line.said.kind in ("page", "nothing"):
                self._read.furniture += 1
            elif line.said.kind == "edition":
                self._read.used += 1
            elif line.shape in self._profile.name_shapes:
                self._take(line)
            else:
                self._take_heading(line)
        self._close_heading()

    def _take(self, line: Line) -> None:
        person = self._person
        named = line.said.kind in ("name", "person") and line.said.name is not None
        addressed = named and line.said.honorific is not None
        if addressed and person is not None and person.honorific and not line.gap and not line.broken:
            person.accompanied = self._read.spouses = True
            self._read.withheld.append(line.block)
            self._read.used += 1
        elif addressed or (named and line.gap and looks_like_name(line.text)):
            self._start(line)
        elif person is not None and not line.gap and not self._heading:
            self._read.used += 1
            person.dates += line.said.dates
            end = len(line.text.rstrip())
            stop = line.said.dates[0].span[0] if line.said.dates else end
            if stop > 0:
                person.titles.append(person.show(line.block, 0, stop))
            person.show(line.block, 0, end)
        else:
            self._read.unread.append(
                Unread(block=line.block, reason="no name, title or date", place=self.place, person_like=True)
            )

    def _start(self, line: Line) -> None:
        self._enter()
        self._read.used += 1
        said = line.said
        person = Draft(place=self.place, honorific=said.honorific.honorific if said.honorific is not None else None)
        end = said.spouse if said.spouse is not None else len(line.text.rstrip())
        person.show(line.block, 0, end)
        name = said.name or (0, end)
        person.names.append(Piece(block=line.block, start=name[0], end=name[1]))
        if said.title is not None:
            person.titles.append(Piece(block=line.block, start=said.title[0], end=said.title[1]))
        if said.spouse is not None:
            person.accompanied = self._read.spouses = True
        person.dates += said.dates
        self._person = person
        self._read.drafts.append(person)

    def _take_heading(self, line: Line) -> None:
        if self._heading and (line.gap or line.shape != self._heading[-1].shape):
            self._close_heading()
        self._heading.append(line)
        self._person = None

    def _enter(self) -> None:
        """Open the section that the heading lines just read name."""
        if not self._heading:
            return
        text = heading_text(" ".join(line.text for line in self._heading))
        self._read.used += len(self._heading)
        block = self._heading[0].block
        self._heading = []
        if text == self.place.heading:
            return
        heading = read_heading(text, self._gazetteer)
        known = heading if heading is not None and heading.sending is not None and heading.strangers <= 1 else None
        self.place = replace(
            self._base,
            heading=text,
            sending=known.sending if known is not None else None,
            kind=known.kind if known is not None else None,
        )
        self._read.sections.append(Section(place=self.place, block=block, coded=known is not None))

    def _close_heading(self) -> None:
        """Give up heading lines under which nobody stands."""
        for line in self._heading:
            self._read.unread.append(
                Unread(block=line.block, reason="nobody stands under it", place=self.place, person_like=False)
            )
        self._heading = []
