"""Can two words be one, letter by letter, and do their names show why?

Two words meet where some reading of one equals some reading of the other: in every place some letter may stand in both.
Whether a meeting is likely is said elsewhere.
"""

from __future__ import annotations

from functools import cache

from legation.language.names.readings import Outline, Reading
from legation.vocabulary.romanization import LANE

Meeting = tuple[int, int]
"""The bits of the conventions under which two words meet, those of the first word and those of the second."""


def met(a: Outline, b: Outline, shown_a: int, shown_b: int) -> bool | None:
    """Whether two words are one under conventions that are shown; `None` where they are so under none at all.

    Args:
        a: the readings of a word.
        b: the readings of another.
        shown_a: bits of the conventions that the first word's name shows.
        shown_b: bits of those that the second's does.
    """
    known = None
    for length, (union, some) in a.by_length.items():
        found = b.by_length.get(length)
        if found is None:
            continue
        low, top = _ones(length)
        if ((union & found[0]) + low) & top != top:
            continue
        for one in some:
            shown = one.conventions & shown_a
            if known is None or shown:
                for other in found[1]:
                    if ((one.packed & other.packed) + low) & top == top:
                        if shown and other.conventions & shown_b:
                            return True
                        known = False
    return known


def meetings(a: Outline, b: Outline) -> tuple[Meeting, ...]:
    """Every pair of sets of conventions under which two words are one."""
    found = {(one.conventions, other.conventions) for one in a.readings for other in b.readings if meet(one, other)}
    return tuple(sorted(found))


def meet(a: Reading, b: Reading) -> bool:
    """Whether two readings can be one: in every place some letter may stand in both."""
    return a.length == b.length and fit(a.packed, b.packed, a.length)


def fit(a: int, b: int, length: int) -> bool:
    """Whether some letter may stand in both in each of so many packed places."""
    low, top = _ones(length)
    return ((a & b) + low) & top == top


def begin_alike(a: Outline, b: Outline, *, length: int, longer: int) -> bool:
    """Whether some readings of so many places, and of so many more, may be one but for their last two places."""
    if length < 1 or length not in a.by_length or length + longer not in b.by_length:
        return False
    places = (1 << LANE * (length - 1)) - 1
    return fit(a.by_length[length][0] & places, b.by_length[length + longer][0] & places, length - 1)


def cut(reading: Reading, *, last: int) -> Reading:
    """The reading without its last places."""
    length = max(reading.length - last, 0)
    return Reading(length, reading.packed & ((1 << LANE * length) - 1), reading.conventions)


@cache
def _ones(length: int) -> tuple[int, int]:
    """For that many places: all bits but the highest, and the highest."""
    low = sum(((1 << (LANE - 1)) - 1) << LANE * place for place in range(length))
    return low, sum(1 << (LANE * (place + 1) - 1) for place in range(length))
