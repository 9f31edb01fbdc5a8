"""In which city does a mission sit? The first address under its heading, or under that of an outpost.

A capital of another state in the address means that the mission resides there; a city that nobody's table has is kept
as printed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from legation.extraction.rosters.course import Course
from legation.extraction.rosters.persons import plain_words
from legation.vocabulary.cities import City, cities_within, find_city
from legation.vocabulary.folding import fold

_POSTAL = re.compile(
    r"(?:^|[\t,;]\s*|\s)(?:[A-Z]{1,3}[-–])?(?:\d{4,6}|\d{3}\s\d{2})[\s\t]+([^\W\d_][^\d,;|\t()]{1,40})"
)
_DIGIT = re.compile(r"\d")


def has_address(text: str) -> bool:
    """Whether a line holds a postal code with its city."""
    return _POSTAL.search(text) is not None


def postal_city(text: str) -> City | None:
    """The city behind the postal code of a line, where a table has it."""
    printed = _behind_code(text)
    return find_city(printed) if printed else None


def _behind_code(text: str) -> str | None:
    postal = _POSTAL.search(text)
    return " ".join(postal.group(1).split()).strip(" -–.") if postal is not None else None


def note_city(course: Course, text: str) -> None:
    """Take the city from a line of an address, where the mission's or the outpost's isn't known yet."""
    if course.fixed or (not course.outpost and (course.peopled or course.place.city is not None)):
        return
    printed = _behind_code(text)
    found = find_city(printed) if printed else _abroad(course, text)
    name = found.name if found is not None else None if _is_street(printed) else printed
    if name is None:
        return
    away = found is not None and course.place.receiving not in (None, found.state) and found.organization is None
    place = replace(course.place, city=name, resident_in=name if away else course.place.resident_in)
    course.outpost = False
    if course.peopled:
        course.place = place
    else:
        course.refine(place)


def _is_street(printed: str | None) -> bool:
    """Whether what follows a number is a street, as where the house's number stands first: `2341 Wyoming Avenue`."""
    return not plain_words().isdisjoint(fold(printed or "")[-1:])


def _abroad(course: Course, text: str) -> City | None:
    """A capital of another state on a line with a number, as addresses abroad are printed (`GB-London W1H 4LP`)."""
    if _DIGIT.search(text) is None:
        return None
    named = [each.city for each in cities_within(fold(text)) if each.city.capital]
    abroad = next((city for city in named if city.state != course.place.receiving), None)
    return abroad or (next(iter(named), None) if "," in text else None)
