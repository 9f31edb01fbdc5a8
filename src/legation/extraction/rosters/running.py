"""Who is listed on running lines? Names with titles below, beside or above them, mission by mission.

A spouse's line marks its listing and is kept nowhere; a line that plays no part is kept as not understood.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.rosters.address_lines import note_city
from legation.extraction.rosters.columns import DATE_KINDS, header_role
from legation.extraction.rosters.course import Course
from legation.extraction.rosters.entries import Draft, Piece
from legation.extraction.rosters.habits import by_habit, habit_of
from legation.extraction.rosters.heading_lines import HeadingLines
from legation.extraction.rosters.line_dates import without_edition
from legation.extraction.rosters.lines import Line, Part, follower
from legation.extraction.rosters.name_lines import (
    continues_name,
    continues_title,
    heads_rows,
    is_heading,
    is_of_mission,
    is_row,
    is_said_again,
    is_sheet_name,
    is_spouse_row,
    is_title_like_name,
    is_title_place,
    may_be_unaddressed,
    role_of_name,
)
from legation.extraction.rosters.places import Place, heading_text
from legation.extraction.rosters.profile import Profile
from legation.extraction.rosters.reading_state import Read
from legation.extraction.rosters.saying import say
from legation.language.scripts import script_of
from legation.vocabulary.relatives import relative_words
from legation.vocabulary.states import Gazetteer


class Reader:
    """Walks over lines in order and gathers the people on them."""

    def __init__(self, profile: Profile, gazetteer: Gazetteer, place: Place, read: Read) -> None:
        fixed = place.given is not None or (place.sending is not None and place.receiving is not None)
        self._course = Course(read=read, place=place, base=place, fixed=fixed)
        self._profile = profile
        self._headings = HeadingLines(self._course, profile, gazetteer)
        self._takers = {
            "contact": self._take_contact,
            "edition": self._take_edition,
            "relative": self._take_relative,
            "section": self._take_section,
            "vacancy": self._take_vacancy,
            "names": self._take_names,
            "title": self._take_title,
            "date": self._take_date,
        }

    @property
    def place(self) -> Place:
        """The mission whose part the reader is in."""
        return self._course.place

    @property
    def section(self) -> str | None:
        """The heading inside the mission's part."""
        return self._course.section

    def walk(self, lines: Sequence[Line]) -> None:
        """Read lines that follow those read before."""
        habit = habit_of(lines)
        if habit is not None:
            lines = [by_habit(line, habit) for line in lines]
        for at, line in enumerate(lines):
            nothing = line.said.kind in ("page", "nothing") and len(line.parts) == 1
            if line.frame or nothing or line.text in self._profile.echoes:
                self._course.read.furniture += 1
            elif not self._headings.takes(lines, at):
                self._take(lines, at)

    def _take(self, lines: Sequence[Line], at: int) -> None:
        line = lines[at]
        kind = line.said.kind
        course, profile = self._course, self._profile
        if len(line.parts) > 1 and is_spouse_row(course, profile, line):
            course.spouse(line.block, line)
        elif len(line.parts) > 1 and is_row(course, line):
            self._take_row(line)
        elif kind == "title" and not profile.rank_first and course.fixed and _heads_people(line, follower(lines, at)):
            self._take_section(line)
        elif len(line.parts) > 1 and (roles := [header_role(part.text) for part in line.parts]) and all(roles):
            self._take_header([role for role in roles if role is not None])
        elif kind == "title" and not course.fixed and heads_rows(line, follower(lines, at)):
            self._take_over(line)
        elif kind in self._takers:
            self._takers[kind](line)
        elif kind == "person" and (line.said.honorific is not None or may_be_unaddressed(course, profile, line)):
            course.read.used += 1
            course.start_named(line.block, line.parts[0])
        elif kind == "name":
            self._take_name(line, follower(lines, at))
        else:
            self._take_other(line, follower(lines, at))

    # Lines about the mission

    def _take_edition(self, line: Line) -> None:
        self._course.read.used += 1

    def _take_header(self, roles: Sequence[str]) -> None:
        """The header of a table on paper, where it names the only column of dates."""
        course = self._course
        course.read.used += 1
        dated = [role.removeprefix("date:") for role in roles if role.startswith("date:")]
        course.dated = next((kind for kind in DATE_KINDS if dated == [kind]), None)

    def _take_contact(self, line: Line) -> None:
        course = self._course
        course.read.furniture += 1
        course.last = "contact"
        course.contacted = True
        if course.unit and course.person is None:
            course.section = None  # the address is the office's; the people below it are the mission's
        note_city(course, line.text)

    def _take_section(self, line: Line) -> None:
        course, kind = self._course, line.said.section
        course.read.used += 1
        course.person = course.over = None
        if kind == "outpost":
            course.outpost = True
            course.place = replace(course.place, city=None)
        course.read.admin = course.read.admin or kind == "admin"
        course.section, course.unit = heading_text(without_edition(line.text)), kind == "unit"
        course.last = "contact" if kind in ("unit", "outpost") else "section"

    def _about_mission(self, line: Line, reason: str) -> None:
        """A line that is nobody's: the mission's own, or not understood."""
        course = self._course
        if course.last in ("contact", "heading") or is_of_mission(course, self._profile, line):
            course.read.furniture += 1
            course.last = "contact" if course.last == "heading" else course.last
            note_city(course, line.text)
        else:
            course.unread(line, reason, person_like=line.said.kind in ("name", "title") and course.peopled)

    # Lines about people

    def _take_vacancy(self, line: Line) -> None:
        self._course.read.used += 1
        person = self._course.start(line.block, 0, len(line.text.rstrip()))
        person.vacant = True
        if line.said.title is not None:
            start, end = line.said.title
            person.titles.append(Piece(block=line.block, start=start, end=end))
            self._course.last = "title"

    def _take_relative(self, line: Line) -> None:
        """A line that says it is a spouse's or children's: noted on its person, kept nowhere."""
        found = relative_words().longest(line.said.words)
        if line.said.honorific is not None or (found is not None and found[0] == "spouse"):
            self._course.spouse(line.block)
        else:
            self._course.read.used += 1
            self._course.read.withheld.append(line.block)

    def _take_names(self, line: Line) -> None:
        """Several persons between semicolons."""
        course = self._course
        course.read.used += 1
        for start, end in line.said.names:
            text = line.text[start:end]
            course.start_named(line.block, Part(text=text, start=start, said=say(text)))

    def _take_row(self, line: Line) -> None:
        """A line of columns: a name, and beside it a title, dates, a city, a spouse."""
        course = self._course
        course.read.used += 1
        person: Draft | None = None
        waiting: list[Part] = []
        for part in line.parts:
            said = part.said
            if person is None and self._is_state_before(line, part):
                continue
            if said.kind in ("name", "person") and said.name is not None:
                if person is not None and person.names and said.title is None:
                    if script_of(part.text) != script_of(person.names[0].text):
                        person.show(line.block, part.start, part.start + len(part.text.rstrip()))
                    else:
                        course.spouse(line.block, beside=True)
                    continue
                person = course.start_named(line.block, part)
            elif said.kind == "vacancy":
                person = course.start(line.block, part.start, part.start + len(part.text.rstrip()))
                person.vacant = True
            elif said.kind == "relative" and person is not None:
                course.spouse(line.block, beside=True)
            elif person is None:
                if not self._headings.takes_state(line, part):
                    waiting.append(part)
            else:
                course.beside(person, line.block, part)
        for part in waiting:
            if person is not None:
                course.beside(person, line.block, part)

    def _is_state_before(self, line: Line, part: Part) -> bool:
        """Whether a column that looks like a name is the state of the one whose name follows."""
        if part.said.kind != "name" or part.said.honorific is not None:
            return False
        behind = [each for each in line.parts if each.start > part.start]
        named = any(each.said.name is not None and each.said.kind in ("name", "person") for each in behind)
        return named and self._headings.takes_state(line, part)

    def _take_name(self, line: Line, after: Line | None) -> None:
        course, profile = self._course, self._profile
        if line.block is profile.lone:
            self._about_mission(line, "the page's heading names no mission")
        elif is_said_again(course, line, after):
            course.read.used += 1
        elif continues_name(course, profile, line):
            course.read.used += 1
            if course.last == "name" and course.person is not None:
                course.person.names.append(course.person.show(line.block))
        elif continues_title(course, profile, line):
            course.title(line)
        elif is_title_like_name(course, profile, line):
            self._take_other(line, after)
        else:
            role = role_of_name(course, profile, line, after)
            if role == "spouse":
                course.spouse(line.block)
            elif role == "entry":
                course.read.used += 1
                course.start_named(line.block, line.parts[0])
            else:
                self._about_mission(line, "a name that belongs to no listing")

    def _take_title(self, line: Line) -> None:
        course = self._course
        if self._profile.rank_first and not self._is_own_title(line):
            self._take_over(line)
        elif course.person is None or course.last in ("contact", "heading", "start", "section"):
            self._about_mission(line, "a title without a name")
        else:
            course.title(line)

    def _take_over(self, line: Line) -> None:
        """A post above the names that hold it."""
        course = self._course
        course.read.used += 1
        start, end = line.said.title or (0, len(line.text))
        course.over = Piece(block=line.block, start=start, end=end)
        course.person = None
        course.last = "section"

    def _is_own_title(self, line: Line) -> bool:
        """Whether, in a list with ranks above names, a title below a name is that person's own."""
        course = self._course
        if course.person is None or course.last != "name" or course.over is not None:
            return False
        return not line.gap and line.block.kind not in ("term", "heading")

    def _take_date(self, line: Line) -> None:
        course = self._course
        if course.person is None or course.last in ("contact", "heading", "start", "section"):
            self._about_mission(line, "a date beside nobody")
            return
        course.read.used += 1
        course.person.show(line.block)
        course.person.dates += line.said.dates
        course.last = "date"

    def _take_other(self, line: Line, after: Line | None) -> None:
        course, profile = self._course, self._profile
        own = course.fixed and bool(course.read.sections) and is_heading(line)
        if profile.rank_first and line.block.kind == "term":
            self._take_over(line)  # no known rank, and yet what the list says of the names below
        elif own and not course.peopled and after is not None and after.said.kind in ("name", "person"):
            self._take_section(line)
        elif is_title_place(course, profile, line) or continues_title(course, profile, line):
            course.title(line)
        elif course.last == "heading" and not course.peopled and not line.said.dates:
            course.read.used += 1
            course.last = "contact"
        elif own:
            self._take_section(line)
        elif is_of_mission(course, profile, line) or is_sheet_name(line):
            note_city(course, line.text)
            course.read.furniture += 1
        else:
            course.unread(line, "no name, title or date", person_like=line.shape in profile.name_shapes)


def _heads_people(line: Line, after: Line | None) -> bool:
    """Whether a heading that names a post heads those who follow, such as an ambassador's office."""
    people = after is not None and after.said.kind == "person" and after.shape != line.shape
    return people and line.block.kind == "heading" and is_heading(line)
