"""Is the whole list printed a second time in another language? Then each person is listed once, with both places.

Only where everybody of the second half stands in the first under a like name and the same rank, and the posts are
worded otherwise: a person printed twice in one language is two lines, as for two accreditations.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.rosters.entries import Draft, name_of, title_of
from legation.extraction.rosters.titles import parse_title
from legation.language.names import compare

_FEWEST = 2
_OTHERWISE = 0.5
"""Share of posts that are worded otherwise, from which on the second half is in another language."""


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """The people of a list, each once where all of it is printed twice; as they are for any other list."""
    half = len(drafts) // 2
    if half < _FEWEST or len(drafts) % 2:
        return list(drafts)
    first, second = drafts[:half], drafts[half:]
    if not all(map(_is_same, first, second)):
        return list(drafts)
    otherwise = sum(title_of(one) != title_of(other) for one, other in zip(first, second, strict=True))
    if otherwise < max(_FEWEST, _OTHERWISE * half):
        return list(drafts)
    for one, other in zip(first, second, strict=True):
        one.shown += other.shown
        one.accompanied = one.accompanied or other.accompanied
    return list(first)


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether two lines name a person of one mission alike, in one rank."""
    if one.place.key != other.place.key or one.vacant != other.vacant or _rank(one) != _rank(other):
        return False
    name, like = name_of(one), name_of(other)
    if name is None or like is None:
        return name is like
    return name.casefold() == like.casefold() or compare(name, like).verdict == "same"


def _rank(draft: Draft) -> str | None:
    title = title_of(draft)
    return parse_title(title).rank if title is not None else None
