"""Whose are the addressed names in brackets on lines of their own? Those of the persons, where ranks alone stand above.

Where a person stands in the entry before, or may stand there, the name in brackets is a spouse's and stays one.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.rosters.lines import Line, Part
from legation.extraction.rosters.saying import say_in_brackets
from legation.vocabulary.headings import mission_phrases

_PERSONS = frozenset({"name", "person", "names"})
_BESIDE = frozenset({"title", "date", "contact", "page", "nothing"})


def with_bracketed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, with the persons in brackets below ranks as the names that they are."""
    found: list[Line] = []
    for line in lines:
        own = _is_bracketed(line) and bool(found) and _is_below_rank(found)
        found.append(_named(line) if own else line)
    return tuple(found)


def _is_bracketed(line: Line) -> bool:
    return line.said.kind == "relative" and line.said.honorific is not None and len(line.parts) == 1


def _is_below_rank(before: Sequence[Line]) -> bool:
    """Whether a rank ends these lines that is no rank of a person named above it."""
    if before[-1].said.kind != "title" or len(before[-1].parts) > 1:
        return False
    for line in reversed(before):
        if line.frame or (line.said.kind in _BESIDE and len(line.parts) == 1):
            continue
        if line.said.kind in _PERSONS:
            return line.text.lstrip().startswith("(")
        return line.said.kind in ("section", "edition") or mission_phrases().touches(line.said.words)
    return True


def _named(line: Line) -> Line:
    said = say_in_brackets(line.text)
    return line._replace(parts=(Part(line.text, 0, said),), said=said)
