"""Does a line begin a mission's part, or say more of the one it is in? By the list's habits and the gazetteer.

A line in the shape of headings that names no known state ends the part before it: its people are nobody else's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from legation.extraction.rosters.course import Course
from legation.extraction.rosters.lines import Line, Part, follower
from legation.extraction.rosters.places import (
    Heading,
    Place,
    heading_text,
    is_about_missions,
    is_continued,
    read_heading,
)
from legation.extraction.rosters.profile import Profile
from legation.extraction.rosters.seats import seat_on
from legation.vocabulary.headings import heading_words
from legation.vocabulary.states import Gazetteer

_MOST_STRANGERS = 2
_LETTERHEAD = 3
_CONSULAR = ("consulate-general", "consulate")


class HeadingLines:
    """Takes headings out of the lines that a reader walks over."""

    def __init__(self, course: Course, profile: Profile, gazetteer: Gazetteer) -> None:
        self._course = course
        self._profile = profile
        self._gazetteer = gazetteer

    def takes(self, lines: Sequence[Line], at: int) -> bool:
        """Whether the line was a heading; the course has then moved on."""
        line = lines[at]
        said = line.said
        if len(line.parts) > 1 or said.kind not in ("other", "name", "title") or said.honorific or said.dates:
            return False
        if "," in line.text and seat_on(line.text, self._gazetteer) is not None:
            self._course.read.furniture += 1  # `Nairobi, Kenya` is nobody's name
            return True
        if is_about_missions(line.text):
            self._course.person = self._course.over = None
            self._course.last = "heading"
            self._course.read.used += 1
            return True
        goes_on = is_continued(line.text)
        capitals = heading_text(line.text).isupper() if goes_on else line.capitals
        shaped = (line.shape, capitals) in self._profile.heading_shapes
        heading = read_heading(line.text, self._gazetteer) if shaped or goes_on or self._may_be_heading(line) else None
        if heading is not None and heading.strangers <= _MOST_STRANGERS and not self._is_seat(heading):
            if self._is_other_office(heading):
                self._enter(heading, line)
                return True
            if self._course.fixed:
                return self._takes_own(heading, line)
            if self._says_more(heading):
                self._refine(heading)
                return True
            if heading.state_alone and heading.sending == self._course.host and _is_letterhead(lines, at):
                self._course.read.used += 1  # the host's own name, over its list
                return True
            if self._begins(heading, lines, at, shaped=shaped):
                self._enter(heading, line)
                return True
        if shaped and self._is_unknown(lines, at):
            self._enter_unknown(lines, at)
            return True
        return False

    def takes_state(self, line: Line, part: Part) -> bool:
        """Whether a column before a name says whose head of mission stands on the line."""
        course = self._course
        heading = read_heading(part.text, self._gazetteer)
        if course.fixed or heading is None or not heading.state_alone:
            return False
        if heading.sending != course.place.sending:
            place = replace(course.base, heading=heading_text(part.text), sending=heading.sending)
            over = course.over
            course.open(place, line.block, coded=True)
            course.over = over  # a class of heads stands over the rows of many states
        return True

    def _may_be_heading(self, line: Line) -> bool:
        return line.block.kind == "heading" or line.gap or self._course.last in ("start", "heading")

    def _takes_own(self, heading: Heading, line: Line) -> bool:
        """The heading of the mission whose page this is, above its people."""
        course = self._course
        place = course.place
        if course.peopled:
            return False
        course.read.used += 1
        course.refine(
            replace(
                place,
                heading=heading_text(line.text),
                city=heading.city or place.city,
                kind=place.kind or heading.kind,
            )
        )
        course.last = "heading"
        return True

    def _is_seat(self, heading: Heading) -> bool:
        """Whether a city with its state says where a mission from abroad sits, as it does in a list of a host."""
        return heading.city is not None and heading.kind is None and self._course.sender is None

    def _is_other_office(self, heading: Heading) -> bool:
        """Whether a heading names a consulate of the same state in another city than the one being read."""
        place = self._course.place
        if place.given is not None or place.kind not in _CONSULAR or heading.kind not in _CONSULAR:
            return False
        same = heading.sending in (None, place.sending) and heading.receiving in (None, place.receiving)
        return same and None not in (heading.city, place.city) and heading.city != place.city

    def _says_more(self, heading: Heading) -> bool:
        """Whether a line right below a heading gives the same state's official name, or the kind of its mission."""
        if self._course.last != "heading" or not self._course.read.sections:
            return False
        same = heading.sending is not None and heading.sending == self._course.place.sending
        return same or (heading.sending is None and heading.kind is not None)

    def _refine(self, heading: Heading) -> None:
        course = self._course
        course.read.used += 1
        place = course.place
        course.refine(
            replace(
                place,
                kind=heading.kind or place.kind,
                city=heading.city or place.city,
                receiving=place.receiving or heading.receiving,
            )
        )

    def _begins(self, heading: Heading, lines: Sequence[Line], at: int, *, shaped: bool) -> bool:
        """Whether a line that names a state or a consulate begins a part of its own."""
        line, course = lines[at], self._course
        if heading.sending is None:
            return heading.kind in _CONSULAR and heading.city is not None
        if line.shape in self._profile.name_shapes and line.said.kind == "name" and not heading.state_alone:
            after = follower(lines, at)
            if after is not None and after.said.kind in ("title", "date"):
                return False
        return shaped or (
            heading.kind is not None and (line.block.kind == "heading" or course.last in ("start", "heading"))
        )

    def _enter(self, heading: Heading, line: Line) -> None:
        course = self._course
        course.read.used += 1
        if heading.kind is None and heading.sending == course.place.sending and course.read.sections:
            course.person, course.last = None, "heading"  # the heading goes on, such as on the next page
            return
        sending = heading.sending or course.place.sending
        receiving = heading.receiving or course.host or (course.place.receiving if heading.sending is None else None)
        if course.sender is not None and receiving is None and sending != course.sender:
            sending, receiving = course.sender, sending  # a list of one's own posts is ordered by host
        base = course.base
        place = Place(
            heading=heading_text(line.text),
            sending=sending,
            receiving=receiving,
            kind=heading.kind,
            city=heading.city or (base.city if base.consular else None),
            consular=base.consular,
        )
        course.open(place, line.block, coded=True)

    def _is_unknown(self, lines: Sequence[Line], at: int) -> bool:
        """Whether a line of the headings' shape that names nothing known begins another mission."""
        line, course = lines[at], self._course
        if course.fixed or line.said.kind == "title":
            return False
        if line.shape not in self._profile.name_shapes:
            return course.last != "heading" or not line.gap
        after = follower(lines, at)
        if after is None or not line.capitals or not (line.gap or at == 0):
            return False
        return after.said.kind in ("contact", "section") or after.said.honorific is not None

    def _enter_unknown(self, lines: Sequence[Line], at: int) -> None:
        """Begin a part under an unknown heading; the official name below it may tell the state after all."""
        line, course = lines[at], self._course
        below = lines[at + 1] if at + 1 < len(lines) else None
        named = below is not None and len(below.parts) == 1 and below.said.kind in ("other", "name")
        official = read_heading(below.text, self._gazetteer) if below is not None and named else None
        if official is not None and official.sending is not None and official.state_alone:
            self._enter(replace(official, kind=None), line)
            return
        unknown = replace(course.base, heading=heading_text(line.text), sending=None)
        course.open(unknown, line.block, coded=False)
        course.unread(line, "a heading that names no known state; its people are nobody else's")


def _is_letterhead(lines: Sequence[Line], at: int) -> bool:
    """Whether a line begins the document and the next ones name a ministry or the list: the host's own name above."""
    below = [" ".join(line.said.words) for line in lines[at + 1 : at + 1 + _LETTERHEAD]]
    named = any(ministry in text for ministry in heading_words("ministry") for text in below)
    return at < _LETTERHEAD and (named or any(is_about_missions(line.text) for line in lines[at + 1 : at + 2]))
