"""Who is listed on running lines? Names with titles below, beside or above them, section by section, mission by mission.

A heading that nobody's table has ends the mission before it; a spouse's line marks its listing and is kept nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from legation.extraction.rosters.entries import Draft, Piece
from legation.extraction.rosters.lines import Line, Part, follower
from legation.extraction.rosters.places import Heading, Place, heading_text, is_about_missions, read_heading
from legation.extraction.rosters.persons import looks_like_name
from legation.extraction.rosters.profile import Profile
from legation.extraction.rosters.reading_state import Read, Section, Unread
from legation.extraction.rosters.saying import Span, say
from legation.model.documents import Block
from legation.vocabulary.cities import cities_within, find_city
from legation.vocabulary.folding import fold
from legation.vocabulary.relatives import relative_words
from legation.vocabulary.states import Gazetteer

Last = Literal["start", "heading", "section", "contact", "name", "title", "date", "spouse", "other"]
_POSTAL = re.compile(r"(?:^|[\t,;]\s*|\s)(?:[A-Z]{1,3}[-–])?(?:\d{4,6}|\d{3}\s\d{2})[\s\t]+([^\W\d_][^\d,;\t()]{1,40})")
_UNFINISHED = re.compile(
    r"(?:[,&/-]|\b(?:und|and|et|of|for|für|des|der|de|du|la|the|bei|to|y|и|по|при|для|i|z))$", re.I
)


class Reader:
    """Walks over lines in order and keeps where it is: mission, section, person."""

    def __init__(self, profile: Profile, gazetteer: Gazetteer, place: Place, read: Read) -> None:
        self._lines: Sequence[Line] = ()
        self._profile = profile
        self._gazetteer = gazetteer
        self._host = place.receiving
        self._place = place
        self._fixed = place.given is not None or (place.sending is not None and place.receiving is not None)
        self._read = read
        self._section: str | None = None
        self._unit = False
        self._over: Part | None = None
        self._over_block: Block | None = None
        self._person: Draft | None = None
        self._last: Last = "start"
        self._peopled = False
        self._outpost = False
        self._contacted = False

    @property
    def place(self) -> Place:
        """The mission whose part the reader is in."""
        return self._place

    @property
    def section(self) -> str | None:
        """The heading inside the mission's part."""
        return self._section

    def walk(self, lines: Sequence[Line]) -> None:
        """Read lines that follow those read before."""
        self._lines = lines
        for at, line in enumerate(lines):
            if line.frame or line.said.kind in ("page", "nothing"):
                self._read.furniture += 1
            elif not self._takes_heading(line, at):
                self._take(line, at)

    # Headings

    def _takes_heading(self, line: Line, at: int) -> bool:
        if (
            len(line.parts) > 1
            or line.said.kind not in ("other", "name", "title")
            or line.said.honorific
            or line.said.dates
        ):
            return False
        if is_about_missions(line.text):
            self._end()
            self._last = "heading"
            self._read.used += 1
            return True
        shaped = (line.shape, line.capitals) in self._profile.heading_shapes
        heading = read_heading(line.text, self._gazetteer) if shaped or self._may_be_kind(line) else None
        if heading is not None and self._is_heading(heading, line, at, shaped=shaped):
            self._enter(heading, line)
            return True
        if shaped and self._is_unknown_heading(line, at):
            self._enter_unknown(line, at)
            return True
        return False

    def _may_be_kind(self, line: Line) -> bool:
        return line.block.kind == "heading" or self._last in ("start", "heading") or line.gap

    def _is_heading(self, heading: Heading, line: Line, at: int, *, shaped: bool) -> bool:
        if self._fixed or heading.strangers > 2:
            return self._fixed and not self._peopled and heading.strangers <= 2
        if self._last == "heading" and heading.sending is not None and heading.sending == self._place.sending:
            return True
        if heading.sending is None:
            return (
                heading.kind is not None
                and self._last == "heading"
                or (heading.kind in ("consulate-general", "consulate") and heading.city is not None)
            )
        if line.shape in self._profile.name_shapes and line.said.kind == "name":
            after = follower(self._lines, at)
            if after is not None and after.said.kind in ("title", "date") and not heading.state_alone:
                return False
        return shaped or (
            heading.kind is not None and (line.block.kind == "heading" or self._last in ("start", "heading"))
        )

    def _is_unknown_heading(self, line: Line, at: int) -> bool:
        """Whether a line of the headings' shape that names nothing known begins another mission."""
        if self._fixed or line.said.kind == "title":
            return False
        if line.shape not in self._profile.name_shapes:
            return self._last != "heading" or not line.gap
        after = follower(self._lines, at)
        if after is None or not line.capitals or not (line.gap or at == 0):
            return False
        return after.said.kind in ("contact", "section") or after.said.honorific is not None

    def _enter(self, heading: Heading, line: Line) -> None:
        self._read.used += 1
        again = self._last == "heading" or heading.kind is None
        if heading.sending is None or (heading.sending == self._place.sending and again and self._read.sections):
            kind = heading.kind or self._place.kind
            continued = heading.sending is not None and heading.kind is None and self._last != "heading"
            if not continued and self._last == "heading":
                self._replace(
                    replace(
                        self._place,
                        kind=kind,
                        city=heading.city or self._place.city,
                        receiving=self._place.receiving or heading.receiving,
                    )
                )
                return
            if continued and self._peopled and "(" not in line.text and not line.capitals:
                return
            if continued:
                self._person, self._last = None, "heading"
                return
        place = Place(
            heading=heading_text(line.text),
            sending=heading.sending or self._place.sending,
            receiving=heading.receiving or self._host or (self._place.receiving if heading.sending is None else None),
            kind=heading.kind,
            city=heading.city,
        )
        if self._fixed:
            place = replace(
                self._place,
                heading=place.heading,
                city=heading.city or self._place.city,
                kind=heading.kind or self._place.kind,
            )
            if self._read.sections:
                self._replace(place)
                return
        self._open(place, line, coded=True)

    def _enter_unknown(self, line: Line, at: int) -> None:
        after = self._lines[at + 1] if at + 1 < len(self._lines) else None
        official = (
            read_heading(after.text, self._gazetteer)
            if after is not None and after.said.kind in ("other", "name")
            else None
        )
        if official is not None and official.sending is not None and official.state_alone:
            self._enter(replace(official, state_alone=False, kind=None), line)
            return
        self._open(Place(heading=heading_text(line.text), receiving=self._host), line, coded=False)
        self._unread(line, "a heading that names no known state; its people are nobody else's")

    def _open(self, place: Place, line: Line, *, coded: bool) -> None:
        self._end()
        self._place = place
        self._peopled = self._outpost = self._contacted = False
        self._section = None
        self._last = "heading"
        self._read.sections.append(Section(place=place, block=line.block, coded=coded))

    def _replace(self, place: Place) -> None:
        self._place = place
        self._last = "heading"
        if self._read.sections:
            self._read.sections[-1].place = place

    def _end(self) -> None:
        self._person = None
        self._over = None

    # Lines

    def _take(self, line: Line, at: int) -> None:
        kind = line.said.kind
        if len(line.parts) > 1 and self._is_row(line):
            self._take_row(line)
        elif kind == "contact":
            self._take_contact(line)
        elif kind == "edition":
            self._read.used += 1
        elif kind == "relative":
            self._take_relative(line)
        elif kind == "section":
            self._take_section(line)
        elif kind == "vacancy":
            self._start(line.block, 0, len(line.text)).vacant = True
            self._read.used += 1
        elif kind == "names":
            self._take_names(line)
        elif kind == "person" and (line.said.honorific is not None or self._may_be_unaddressed(line)):
            self._take_person(line)
        elif kind == "name":
            self._take_name(line, at)
        elif kind == "title":
            self._take_title(line, at)
        elif kind == "date":
            self._take_date(line)
        else:
            self._take_other(line)

    def _may_be_unaddressed(self, line: Line) -> bool:
        """Whether a person without honorific may stand on a line, by the list's habits."""
        profile = self._profile
        shaped = line.shape in profile.name_shapes or not profile.names_apart
        return shaped and (not profile.addressed or self._last != "contact")

    def _take_relative(self, line: Line) -> None:
        """A line that says it is a spouse's or children's: noted on its person, kept nowhere."""
        self._read.used += 1
        found = relative_words().longest(line.said.words)
        if self._person is not None and found is not None and found[0] == "spouse":
            self._person.accompanied = self._read.spouses = True
        self._last = "spouse" if self._person is not None else self._last

    def _take_contact(self, line: Line) -> None:
        self._read.furniture += 1
        self._last = "contact"
        self._contacted = True
        self._section = None if self._unit else self._section
        self._note_city(line)

    def _note_city(self, line: Line) -> None:
        """Take the city from the first address of a mission or an outpost."""
        if self._fixed or self._peopled and not self._outpost or self._place.city is not None and not self._outpost:
            return
        known = [each.city for each in cities_within(fold(line.text)) if each.city.capital]
        postal = _POSTAL.search(line.text)
        printed = " ".join(postal.group(1).split()).strip(" -–.") if postal is not None else None
        city = find_city(printed) if printed else None
        abroad = next((each for each in known if each.state != self._place.receiving), None)
        if printed is None and not (abroad is not None and re.search(r"\d", line.text)):
            return
        name = printed if printed is not None and city is None else (city or abroad or known[0]).name
        elsewhere = city if city is not None else abroad if printed is None else None
        if (
            elsewhere is not None
            and elsewhere.state != self._place.receiving
            and self._place.receiving
            and elsewhere.organization is None
        ):
            self._place = replace(self._place, city=name, resident_in=name)
        elif not (printed and city is None and self._place.city):
            self._place = replace(self._place, city=name)
        self._outpost = False
        if self._read.sections and not self._peopled:
            self._read.sections[-1].place = self._place

    def _take_section(self, line: Line) -> None:
        self._read.used += 1
        self._person = None
        kind = line.said.section
        after = heading_text(line.text)
        if kind == "outpost":
            self._outpost = True
            self._place = replace(self._place, city=None)
        self._read.admin = self._read.admin or kind == "admin"
        self._section, self._unit = after, kind == "unit"
        self._over = None
        self._last = "contact" if kind in ("unit", "outpost") else "section"

    def _is_row(self, line: Line) -> bool:
        """Whether a line of columns is a person's: a name with an honorific, or with a post, a date or rows around it."""
        kinds = [part.said.kind for part in line.parts]
        if any(part.said.honorific is not None or part.said.kind == "person" for part in line.parts):
            return True
        named = "name" in kinds or "vacancy" in kinds
        return named and (
            "title" in kinds or "date" in kinds or (self._peopled and self._last not in ("contact", "heading"))
        )

    def _take_row(self, line: Line) -> None:
        """A line of columns: a name, and beside it a title, dates, a city, a spouse."""
        self._read.used += 1
        person: Draft | None = None
        waiting: list[Part] = []
        for part in line.parts:
            said = part.said
            if said.kind in ("name", "person") and said.name is not None:
                if person is not None and not person.vacant and self._is_spouse_part(part, person):
                    person.accompanied = self._read.spouses = True
                    continue
                person = self._start(line.block, part.start, _own_end(part))
                self._name(person, line.block, part, said.name)
            elif said.kind == "vacancy":
                person = self._start(line.block, part.start, part.start + len(part.text))
                person.vacant = True
            elif person is None:
                waiting.append(part)
            else:
                self._beside(person, line.block, part)
        for part in waiting:
            if person is not None:
                self._beside(person, line.block, part)

    def _is_spouse_part(self, part: Part, person: Draft) -> bool:
        return bool(person.names) and part.said.title is None

    def _beside(self, person: Draft, block: Block, part: Part) -> None:
        said = part.said
        end = part.start + len(part.text.rstrip())
        if said.kind == "title" and said.title is not None:
            person.titles.append(person.show(block, part.start + said.title[0], part.start + said.title[1]))
            person.dates += said.dates
            person.show(block, part.start, end)
        elif said.kind == "date":
            person.dates += said.dates
            person.show(block, part.start, end)
        elif (city := find_city(part.text)) is not None:
            person.resident_in = city.name
            person.show(block, part.start, end)
        elif (
            said.kind == "other"
            and not person.titles
            and said.title is not None
            and not any(map(str.isdigit, part.text))
        ):
            person.titles.append(person.show(block, part.start, end))
        self._last = "title" if person.titles else "name"

    def _take_names(self, line: Line) -> None:
        self._read.used += 1
        for start, end in line.said.names:
            said = say(line.text[start:end])
            person = self._start(line.block, start, end)
            person.honorific = said.honorific.honorific if said.honorific is not None else None
            name = said.name or (0, end - start)
            person.names.append(Piece(block=line.block, start=start + name[0], end=start + name[1]))
            if said.aside is not None:
                person.functions.append(Piece(block=line.block, start=start + said.aside[0], end=start + said.aside[1]))
        self._last = "name"

    def _take_person(self, line: Line) -> None:
        self._read.used += 1
        part = line.parts[0]
        said = part.said
        person = self._start(line.block, 0, _own_end(part))
        self._name(person, line.block, part, said.name or (0, 0))
        if said.title is not None:
            person.titles.append(person.show(line.block, *said.title))
            self._last = "title"

    def _take_name(self, line: Line, at: int) -> None:
        part = line.parts[0]
        person = self._person
        if self._continues_name(line):
            self._read.used += 1
            if self._last == "spouse":
                return
            if person is not None:
                person.names.append(person.show(line.block))
            return
        if self._is_continued_title(line):
            self._continue_title(line)
            return
        if self._is_title_like_name(line):
            self._take_other(line)
            return
        role = self._role_of_name(line, at)
        if role == "spouse" and person is not None:
            person.accompanied = self._read.spouses = True
            self._read.used += 1
            self._last = "spouse"
        elif role == "entry":
            self._read.used += 1
            person = self._start(line.block, 0, _own_end(part))
            self._name(person, line.block, part, part.said.name or (0, len(line.text)))
        elif self._last in ("contact", "heading", "start"):
            self._preamble(line)
        else:
            self._unread(line, "a name that belongs to no listing", person_like=True)

    def _is_title_like_name(self, line: Line) -> bool:
        """Whether a line with the look of a name stands as a title: below a name, in the shape of titles or with a date."""
        if line.said.honorific is not None or self._last != "name" or self._person is None or self._profile.rank_first:
            return False
        shaped = line.shape in self._profile.title_shapes and line.shape not in self._profile.name_shapes
        return not self._person.titles and (shaped or bool(line.said.dates))

    def _role_of_name(self, line: Line, at: int) -> Literal["entry", "spouse", "none"]:
        profile, person = self._profile, self._person
        after = follower(self._lines, at)
        followed = after is not None and (
            after.said.kind in ("title", "date") or (after.said.kind == "other" and bool(after.said.dates))
        )
        complete = (
            person is not None
            and (person.has_title or bool(person.dates))
            and self._last in ("title", "date", "spouse", "name")
        )
        if profile.rank_first:
            return "entry" if self._over is not None or line.said.honorific is not None else "none"
        if line.shape not in profile.name_shapes:
            if complete:
                return "spouse"
            return "entry" if followed and line.said.honorific is not None else "none"
        if followed:
            return (
                "entry"
                if self._last != "contact" or line.said.honorific is not None or not profile.addressed
                else "none"
            )
        if not profile.titled:
            return "entry" if self._last not in ("contact",) or line.said.honorific is not None else "none"
        if profile.names_apart:
            return "entry" if line.said.honorific is not None or not profile.addressed else "none"
        if complete and not (profile.spouses_together and line.gap):
            return "spouse"
        return "entry" if line.said.honorific is not None or (self._peopled and not profile.addressed) else "none"

    def _continues_name(self, line: Line) -> bool:
        """Whether a line without honorific goes on with the name above it, or with a spouse's."""
        if line.said.honorific is not None or not self._profile.addressed or line.gap and line.block.element is None:
            return False
        before = self._person
        if self._last == "spouse":
            return line.shape not in self._profile.name_shapes or not self._profile.names_apart
        return (
            self._last == "name" and before is not None and not before.titles and line.shape == _shape_of(before, line)
        )

    def _take_title(self, line: Line, at: int) -> None:
        part = line.parts[0]
        person = self._person
        if self._profile.rank_first and (person is None or not self._fits_below(line)):
            self._read.used += 1
            self._over, self._over_block = part, line.block
            self._person = None
            self._last = "section"
            return
        if person is None or self._last in ("contact", "heading", "start", "section"):
            self._preamble(line) if not self._peopled or self._last == "contact" else self._unread(
                line, "a title without a name", person_like=True
            )
            return
        self._read.used += 1
        said = part.said
        start, end = said.title or (0, len(line.text))
        person.titles.append(person.show(line.block, start, end))
        person.show(line.block, start, len(line.text.rstrip()))
        person.dates += said.dates
        self._last = "title"

    def _fits_below(self, line: Line) -> bool:
        """Whether a title under a rank printed above is the person's own: on the next line of the same element."""
        return (
            self._last == "name" and self._over is None and not line.gap and line.block.kind not in ("term", "heading")
        )

    def _take_date(self, line: Line) -> None:
        person = self._person
        if person is None or self._last in ("contact", "heading", "start", "section"):
            self._preamble(line)
            return
        self._read.used += 1
        person.show(line.block)
        person.dates += line.said.dates
        self._last = "date"

    def _take_other(self, line: Line) -> None:
        person, profile = self._person, self._profile
        dated = bool(line.said.dates)
        if person is not None and not person.vacant and self._last == "name" and (dated or self._is_title_place(line)):
            start, end = line.said.title or line.said.name or (0, len(line.text))
            person.titles.append(person.show(line.block, start, end))
            person.show(line.block, start, len(line.text.rstrip()))
            person.dates += line.said.dates
            self._read.used += 1
            self._last = "title"
        elif self._is_continued_title(line):
            self._continue_title(line)
        elif self._last == "heading" and not self._peopled and not dated:
            self._read.used += 1
            self._last = "contact"
        elif self._is_of_mission(line):
            self._note_city(line)
            self._read.furniture += 1
        else:
            self._unread(line, "no name, title or date", person_like=line.shape in profile.name_shapes)

    def _is_of_mission(self, line: Line) -> bool:
        """Whether a line speaks of the mission or of the list itself: an address, what stands under a label, a cover."""
        profile = self._profile
        if profile.names_apart and line.shape in profile.name_shapes:
            return False
        if not self._read.sections and not self._read.drafts:
            return bool(profile.heading_shapes)
        addressed_here = _POSTAL.search(line.text) is not None and self._last not in ("name", "title")
        return self._last == "contact" or addressed_here or (self._contacted and not self._peopled)

    def _is_title_place(self, line: Line) -> bool:
        """Whether a line without a known rank stands where titles stand."""
        if self._profile.rank_first or not self._profile.titled:
            return False
        return (
            line.shape in self._profile.title_shapes
            and not line.gap
            or line.block.element is not None
            and line.shape in self._profile.title_shapes
        )

    def _is_continued_title(self, line: Line) -> bool:
        person = self._person
        if person is None or self._last != "title" or not person.titles or line.gap and line.block.element is None:
            return False
        last = person.titles[-1]
        if line.said.honorific is not None or (last.block.kind, last.block.size, last.block.role) != (
            line.block.kind,
            line.block.size,
            line.block.role,
        ):
            return False
        if line.said.kind == "name" and self._profile.dated:
            return not person.dates
        return (
            (self._profile.dated and not person.dates)
            or _UNFINISHED.search(last.text.rstrip()) is not None
            or (line.said.kind == "other" and not person.dates)
        )

    def _continue_title(self, line: Line) -> None:
        person = self._person
        if person is None:
            return
        start, end = line.said.title or line.said.name or (0, len(line.text))
        person.titles.append(person.show(line.block, start, end))
        person.show(line.block, start, len(line.text.rstrip()))
        person.dates += line.said.dates
        self._read.used += 1

    # Persons

    def _start(self, block: Block, start: int, end: int) -> Draft:
        person = Draft(place=self._place, section=self._section)
        person.show(block, start, end)
        if self._over is not None and self._over_block is not None:
            over = self._over
            shown = over.said.title or (0, len(over.text))
            holder = Draft(place=self._place)
            person.over = holder.show(self._over_block, over.start + shown[0], over.start + shown[1])
        self._person = person
        self._peopled = True
        self._last = "name"
        self._read.drafts.append(person)
        if not self._read.sections:
            self._read.sections.append(Section(place=self._place, block=None, coded=self._place.key is not None))
        return person

    def _name(self, person: Draft, block: Block, part: Part, span: Span) -> None:
        said = part.said
        person.honorific = said.honorific.honorific if said.honorific is not None else None
        person.names.append(Piece(block=block, start=part.start + span[0], end=part.start + span[1]))
        if said.aside is not None and not looks_like_name(
            block.text[part.start + said.aside[0] + 1 : part.start + said.aside[1] - 1]
        ):
            person.functions.append(
                Piece(block=block, start=part.start + said.aside[0], end=part.start + said.aside[1])
            )
        if said.spouse is not None:
            person.accompanied = self._read.spouses = True
        person.dates += said.dates
        self._last = "title" if said.dates else "name"

    # What is nobody's

    def _preamble(self, line: Line) -> None:
        """A line of the part that speaks of the mission itself."""
        if self._last in ("contact", "heading") or self._is_of_mission(line):
            self._read.furniture += 1
            self._last = "contact" if self._last == "heading" else self._last
        else:
            self._unread(line, "no name, title or date")

    def _unread(self, line: Line, reason: str, *, person_like: bool = False) -> None:
        self._read.unread.append(Unread(block=line.block, reason=reason, place=self._place, person_like=person_like))
        self._last = "other" if self._last in ("name", "title", "date", "spouse") else self._last


def _own_end(part: Part) -> int:
    """Where a person's own text ends on a line: at its end, or before the spouse."""
    said = part.said
    return part.start + len(part.text[: said.spouse].rstrip() if said.spouse is not None else part.text.rstrip())


def _shape_of(person: Draft, line: Line) -> tuple[str, int | None, float | None, str | None]:
    block = person.names[-1].block if person.names else line.block
    return (block.kind, block.level, block.size, block.role)
