"""How do this list's lines part a name from a post? By one sign, in one order, to which unknown posts keep as well.

Counted over the lines whose post is known; a list that is of two minds has no habit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from legation.extraction.rosters.line_dates import Span, trimmed
from legation.extraction.rosters.lines import Line, Shape
from legation.extraction.rosters.persons import looks_like_name
from legation.extraction.rosters.saying import Said
from legation.vocabulary.honorifics import addressed

_LEAST = 2
_MOSTLY = 0.6
_LONGEST = 120
_UNKNOWN = frozenset({"other", "name", "title"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """What stands between names and posts, and which comes first, on the lines of which shapes."""

    sign: str
    name_first: bool
    shapes: frozenset[Shape]


def habit_of(lines: Sequence[Line]) -> Habit | None:
    """The habit of a list; `None` where too few lines hold a name and a post, or they differ."""
    counted: Counter[tuple[str, bool]] = Counter()
    shapes: dict[tuple[str, bool], set[Shape]] = {}
    for line in lines:
        said = line.said
        if said.kind != "person" or said.name is None or said.title is None or len(line.parts) > 1 or line.frame:
            continue
        name_first = said.name[0] < said.title[0]
        between = line.text[said.name[1] : said.title[0]] if name_first else _before_name(line.text, said)
        counted[between, name_first] += 1
        shapes.setdefault((between, name_first), set()).add(line.shape)
    if not counted:
        return None
    (sign, name_first), n = counted.most_common(1)[0]
    if n < _LEAST or n < _MOSTLY * counted.total() or not sign.strip() or sign.isalnum():
        return None
    return Habit(sign=sign, name_first=name_first, shapes=frozenset(shapes[sign, name_first]))


def _before_name(text: str, said: Said) -> str:
    """What stands between a post and the honorific or name behind it."""
    name, title = said.name or (0, 0), said.title or (0, 0)
    between = text[title[1] : name[0]]
    honorific = said.honorific.honorific if said.honorific is not None else ""
    return between.removesuffix(" ").removesuffix(honorific) if honorific else between


def by_habit(line: Line, habit: Habit) -> Line:
    """The line as the habit parts it; as it is where it doesn't keep to the habit."""
    said = line.said
    if said.kind not in _UNKNOWN or line.frame or len(line.parts) > 1 or line.shape not in habit.shapes:
        return line
    if len(line.text) > _LONGEST or habit.sign not in line.text or said.dates:
        return line
    at = line.text.find(habit.sign)
    left, right = trimmed(line.text, 0, at), trimmed(line.text, at + len(habit.sign), len(line.text))
    name, title = (left, right) if habit.name_first else (right, left)
    person = _person(line, name, title)
    return line if person is None else line._replace(said=person, parts=(line.parts[0]._replace(said=person),))


def _person(line: Line, name: Span, title: Span) -> Said | None:
    text = line.text[name[0] : name[1]]
    honorific = addressed(text)
    if title[0] >= title[1] or not (looks_like_name(text) or (honorific is not None and honorific.sure)):
        return None
    start = name[0] + (honorific.rest if honorific is not None else 0)
    return line.said._replace(kind="person", honorific=honorific, name=(start, name[1]), title=title, aside=None)
