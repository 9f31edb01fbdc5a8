"""Where is the reader, while it walks over lines? In which mission and section, at which person, after what line.

Keeps and changes the place; what a line is gets decided elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from legation.extraction.rosters.entries import Draft, Piece
from legation.extraction.rosters.line_dates import Span
from legation.extraction.rosters.lines import Line, Part
from legation.extraction.rosters.persons import looks_like_name
from legation.extraction.rosters.places import Place
from legation.extraction.rosters.reading_state import Read, Section, Unread
from legation.extraction.rosters.residences import split_residence
from legation.extraction.rosters.saying import is_accompanied, say
from legation.model.documents import Block
from legation.model.listings import DateKind
from legation.vocabulary.cities import find_city

Last = Literal["start", "heading", "section", "contact", "name", "title", "date", "spouse", "other"]
_MARRIED = re.compile(r"\s*m(?:\s+(?=[^\W\d_a-z])|\s*$)")
"""The letter that some lists set beside whoever is married."""
OF_A_PERSON: frozenset[Last] = frozenset({"name", "title", "date", "spouse"})


@dataclass(slots=True, kw_only=True)
class Course:
    """Where the reader is. `last` is what the line before was."""

    read: Read
    place: Place
    base: Place
    """What holds until a heading says more: the host, a sender whose missions abroad are listed, a corps' city."""
    fixed: bool
    """Whether the whole document is one mission's, as given or as its own heading says."""
    section: str | None = None
    unit: bool = False
    """Whether the section is an office of the mission, whose address may follow."""
    over: Piece | None = None
    """A rank printed above the names that hold it."""
    person: Draft | None = None
    last: Last = "start"
    peopled: bool = False
    """Whether somebody was listed since the mission's heading."""
    outpost: bool = False
    """Whether the next address is that of an outpost."""
    dated: DateKind | None = None
    """What the header of a table on paper says that its dates are."""
    contacted: bool = False
    """Whether an address or the like was read since the mission's heading."""

    @property
    def host(self) -> str | None:
        """To whom all missions of the list are."""
        return self.base.receiving

    @property
    def sender(self) -> str | None:
        """Whose missions abroad the document lists, where it says so."""
        return self.base.sending if self.base.receiving is None else None

    def open(self, place: Place, block: Block, *, coded: bool) -> None:
        """Begin a mission's part."""
        self.place = place
        self.person = self.over = self.section = None
        self.peopled = self.outpost = self.contacted = self.unit = False
        self.last = "heading"
        self.read.sections.append(Section(place=place, block=block, coded=coded))

    def refine(self, place: Place) -> None:
        """Know more of the mission whose part this is."""
        self.place = place
        if self.read.sections:
            self.read.sections[-1].place = place

    def start(self, block: Block, start: int, end: int) -> Draft:
        """Begin a person's listing."""
        person = Draft(place=self.place, section=self.section, over=self.over)
        person.show(block, start, end)
        self.person = person
        self.peopled = True
        self.last = "name"
        self.read.drafts.append(person)
        if not self.read.sections:
            self.read.sections.append(Section(place=self.place, block=None, coded=self.place.key is not None))
        return person

    def start_named(self, block: Block, part: Part) -> Draft:
        """Begin the listing of the person whom a part of a line names."""
        said = part.said
        person = self.start(block, part.start, own_end(part))
        person.honorific = said.honorific.honorific if said.honorific is not None else None
        person.names.append(_piece(block, part, said.name or (0, len(part.text))))
        aside = part.text[said.aside[0] : said.aside[1]] if said.aside is not None else ""
        if (home := _home(aside)) is not None:
            person.resident_in = home
        elif said.aside is not None and not looks_like_name(aside[1:-1]):
            person.functions.append(_piece(block, part, said.aside))
        if said.title is not None and said.kind == "person":
            person.titles.append(_piece(block, part, said.title))
        if is_accompanied(said):
            person.accompanied = self.read.spouses = True
        person.dates += said.dates
        self.last = "title" if said.dates or person.titles else "name"
        return person

    def beside(self, person: Draft, block: Block, part: Part) -> None:
        """Add a column beside a name: a post, dates, a city, or the mark of somebody married."""
        if (married := _MARRIED.match(part.text)) is not None:
            person.accompanied = self.read.spouses = True
            rest = part.text[married.end() :]
            part = Part(rest, part.start + married.end(), say(rest))
        said = part.said
        end = own_end(part)
        if is_accompanied(said):
            person.accompanied = self.read.spouses = True
        city = find_city(part.text)
        if said.kind == "title" and said.title is not None:
            person.titles.append(_piece(block, part, said.title))
            person.dates += said.dates
        elif said.kind == "date":
            kind = self.dated
            person.dates += [
                each._replace(kind=kind) if kind and each.kind == "printed" else each for each in said.dates
            ]
        elif city is not None:
            person.resident_in = city.name
        elif said.kind == "other" and not person.titles and not any(map(str.isdigit, part.text)):
            person.titles.append(Piece(block=block, start=part.start, end=end))
        else:
            return
        person.show(block, part.start, end)
        self.last = "title" if person.titles else "name"

    def title(self, line: Line) -> None:
        """Add a line's text to the title of the person being read, and its dates to the dates."""
        person = self.person
        if person is None:
            return
        said = line.said
        start, end = said.title or said.name or (0, len(line.text))
        person.titles.append(person.show(line.block, start, end))
        person.show(line.block, start, own_end(Part(line.text, 0, said)))
        if is_accompanied(said):
            person.accompanied = self.read.spouses = True
        person.dates += said.dates
        self.read.used += 1
        self.last = "title"

    def spouse(self, block: Block, line: Line | None = None, *, beside: bool = False) -> None:
        """Note that the person being read has a spouse printed, and where, so that it isn't shown.

        Args:
            block: where the spouse stands.
            line: that line, where days of the person's own stand on it as well.
            beside: whether the spouse stands on the person's own line, which is counted already.
        """
        self.read.used += not beside
        if line is not None and self.person is not None:
            self.person.dates += [each for part in line.parts for each in part.said.dates]
        self.read.withheld.append(block)
        if self.person is not None:
            self.person.accompanied = self.read.spouses = True
            self.last = "spouse"

    def unread(self, line: Line, reason: str, *, person_like: bool = False) -> None:
        """Keep a line as not understood."""
        self.read.unread.append(Unread(block=line.block, reason=reason, place=self.place, person_like=person_like))
        self.last = "other" if self.last in OF_A_PERSON else self.last


def _home(aside: str) -> str | None:
    """Where a person lives, by what stands behind the name: a city alone, or a bracket that says so."""
    city = find_city(aside) if aside and aside[0] not in "([" else None
    return city.name if city is not None else split_residence(aside)[1]


def own_end(part: Part) -> int:
    """Where a person's own text ends on a line: at its end, or before the spouse."""
    spouse = part.said.spouse
    return part.start + len(part.text[:spouse].rstrip() if spouse is not None else part.text.rstrip())


def _piece(block: Block, part: Part, span: Span) -> Piece:
    return Piece(block, part.start + span[0], part.start + span[1])
