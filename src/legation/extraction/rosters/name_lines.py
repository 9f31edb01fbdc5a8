"""What part does a line play beside those around it? Name of a listing or of a spouse, title or more of one, address.

Pure decisions from the list's habits, the place reached and the line itself.
"""

from __future__ import annotations

import re
from typing import Literal

from legation.extraction.rosters.address_lines import has_address
from legation.extraction.rosters.course import OF_A_PERSON, Course
from legation.extraction.rosters.lines import Line, is_followed_by_title
from legation.extraction.rosters.profile import Profile
from legation.vocabulary.folding import fold

Role = Literal["entry", "spouse", "none"]
_ITSELF = frozenset({"heading", "term", "caption"})
"""Elements that a spouse never has to itself."""
_LONG = 60
_UNFINISHED = re.compile(
    r"(?:[,&/-]|\b(?:und|and|et|of|for|für|des|der|de|du|la|the|bei|to|y|и|по|при|для|i|z))$", re.IGNORECASE
)


def role_of_name(course: Course, profile: Profile, line: Line, after: Line | None) -> Role:
    """Whether a name starts a listing, is a spouse's, or neither."""
    addressed = line.said.honorific is not None
    if profile.in_rows and not addressed and len(line.said.words) == 1:
        return "none"
    if profile.rank_first:
        return "entry" if course.over is not None or addressed else "none"
    followed = is_followed_by_title(after)
    if profile.in_rows and addressed and not followed and not is_apart(line) and _is_complete(course):
        return "spouse"
    if line.shape not in profile.name_shapes:
        if _is_complete(course):
            return "spouse"
        return "entry" if followed and addressed else "none"
    below_address = course.last == "contact" and not addressed
    if followed:
        return "none" if below_address and profile.addressed else "entry"
    if not profile.titled:
        return "none" if below_address else "entry"
    if profile.names_apart:
        return "entry" if addressed or not profile.addressed else "none"
    if line.block.kind in _ITSELF or not (addressed or profile.addressed):
        return "entry" if line.block.kind in _ITSELF or course.peopled else "none"
    if addressed and _begins_block(course, profile, line, after):
        return "entry"
    # Among addressed names in one shape, one that no title follows is the spouse of the person above.
    if _is_complete(course) and not (profile.spouses_together and line.gap):
        return "spouse"
    return "entry" if addressed else "none"


def _begins_block(course: Course, profile: Profile, line: Line, after: Line | None) -> bool:
    """Whether space stands before a name and none before the line below it, which may be an unknown title."""
    if after is None or not (line.gap or line.broken) or after.broken:
        return False
    if after.gap and not _is_parted_in_text(course, line, after):
        return False
    below = after.said
    unknown = below.kind == "other" and below.honorific is None and not has_address(after.text)
    return unknown and after.shape in profile.title_shapes


def _is_parted_in_text(course: Course, line: Line, after: Line) -> bool:
    """Whether the text has an empty line before a name and none behind it, where every line is an element."""
    person = course.person
    above = person.shown[-1].block if person is not None and person.shown else None
    parted = above is not None and line.block.start > above.end + 1
    return parted and line.block.box is None and after.block.start == line.block.end + 1


def _is_complete(course: Course) -> bool:
    person = course.person
    return person is not None and (person.has_title or bool(person.dates)) and course.last in OF_A_PERSON


def continues_name(course: Course, profile: Profile, line: Line) -> bool:
    """Whether a line without honorific goes on with the name above it, or with a spouse's."""
    if line.said.honorific is not None or line.said.dates or not profile.addressed or is_apart(line):
        return False
    if course.last == "spouse":
        return line.shape not in profile.name_shapes or not profile.names_apart
    person = course.person
    if course.last != "name" or person is None or person.titles or not person.names:
        return False
    above = person.names[-1].block
    return line.shape == (above.kind, above.level, above.size, above.role)


def is_said_again(course: Course, line: Line, after: Line | None) -> bool:
    """Whether a line only repeats the name right above or right below it, as a picture's description does."""
    if line.said.honorific is not None or line.block.element is None:
        return False
    below = after.said.words if after is not None and after.said.kind in ("name", "person") else ()
    if below[-len(line.said.words) :] == line.said.words and after is not None and after.shape != line.shape:
        return True
    person = course.person
    if person is None or course.last != "name" or len(person.names) != 1:
        return False
    name = person.names[0]
    shape = (name.block.kind, name.block.level, name.block.size, name.block.role)
    return shape != line.shape and fold(name.text) == line.said.words


def is_apart(line: Line) -> bool:
    """Whether space separates a line from the one above; elements of a page are never one line broken in two."""
    return line.gap and line.block.element is None


def is_title_like_name(course: Course, profile: Profile, line: Line) -> bool:
    """Whether a line with the look of a name stands as a title: below a name, in the titles' shape or with a date."""
    if line.said.honorific is not None or course.last != "name" or course.person is None or profile.rank_first:
        return False
    shaped = line.shape in profile.title_shapes and line.shape not in profile.name_shapes
    return not course.person.titles and (shaped or bool(line.said.dates))


def is_title_place(course: Course, profile: Profile, line: Line) -> bool:
    """Whether a line without a known rank stands right below a name, where titles stand."""
    if course.person is None or course.person.vacant or has_address(line.text):
        return False
    if course.last != "name" and (course.last != "spouse" or course.person.has_title):
        return False
    if line.said.dates:
        return True
    return profile.titled and not profile.rank_first and line.shape in profile.title_shapes and not is_apart(line)


def continues_title(course: Course, profile: Profile, line: Line) -> bool:
    """Whether a line goes on with the title above it."""
    person = course.person
    if person is None or course.last != "title" or not person.titles or is_apart(line) or has_address(line.text):
        return False
    last = person.titles[-1]
    above = (last.block.kind, last.block.size, last.block.role)
    if line.said.honorific is not None or above != (line.block.kind, line.block.size, line.block.role):
        return False
    if line.said.kind == "name" and profile.dated:
        return not person.dates
    unfinished = _UNFINISHED.search(last.text.rstrip()) is not None
    return unfinished or (not person.dates and (profile.dated or line.said.kind == "other"))


def is_of_mission(course: Course, profile: Profile, line: Line) -> bool:
    """Whether a line speaks of the mission or the list itself: an address, what stands under a label, a cover."""
    if profile.names_apart and line.shape in profile.name_shapes:
        return False
    if not course.read.sections and not course.read.drafts:
        return bool(profile.heading_shapes)
    address = has_address(line.text) and course.last not in ("name", "title")
    return course.last == "contact" or address or (course.contacted and not course.peopled)


def is_row(course: Course, line: Line) -> bool:
    """Whether a line of columns is a person's: a name with an honorific, or with a post, a date or rows around it."""
    kinds = {part.said.kind for part in line.parts}
    if "person" in kinds or any(part.said.honorific is not None for part in line.parts):
        return True
    among = course.peopled and course.last not in ("contact", "heading")
    return bool(kinds & {"name", "vacancy"}) and (bool(kinds & {"title", "date"}) or among)


def is_spouse_row(course: Course, profile: Profile, line: Line) -> bool:
    """Whether columns right below a person's hold a spouse's name and the rest of that person's own columns."""
    person = course.person
    if person is None or not person.titles or person.dates or line.gap or line.broken or not profile.in_rows:
        return False
    first, *rest = line.parts
    named = first.said.kind == "name" and first.said.honorific is not None
    return named and bool(rest) and all(part.said.kind == "date" for part in rest)


def may_be_unaddressed(course: Course, profile: Profile, line: Line) -> bool:
    """Whether a person without honorific may stand on a line, by the list's habits."""
    shaped = line.shape in profile.name_shapes or not profile.names_apart
    return shaped and (not profile.addressed or course.last != "contact")


def heads_rows(line: Line, after: Line | None) -> bool:
    """Whether a post stands apart over rows of addressed persons who have none beside them, as classes of heads do."""
    if after is None or len(after.parts) < 2 or not line.gap:
        return False
    kinds = {part.said.kind for part in after.parts}
    return any(part.said.honorific is not None for part in after.parts) and kinds.isdisjoint({"title", "person"})


def is_sheet_name(line: Line) -> bool:
    """Whether a line is the name of a workbook's sheet."""
    return "sheet" in (line.block.role or "").split()


def is_heading(line: Line) -> bool:
    """Whether a line is set as the heading of what follows, though its words are in no table."""
    role = (line.block.role or "").split()
    lower = line.block.kind == "heading" and (line.block.level or 0) > 1
    return (lower or "summary" in role or "button" in role) and not line.said.dates and len(line.text) < _LONG
