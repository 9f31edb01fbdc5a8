"""How do two records agree, in small integers?

One function gives the same levels on every engine; what they weigh is said elsewhere. A veto is told apart from what
only speaks against one person.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple, get_args

from legation.language.names import ranked_levels
from legation.language.names.words import LEVELS
from legation.resolution.frequencies import Frequencies
from legation.resolution.records import Post, Record
from legation.vocabulary.ranks import is_service, rank_step

Veto = Literal["none", "names", "one-edition", "birth-dates"]
Timing = Literal[
    "gap-more",
    "gap-20",
    "gap-12",
    "gap-7",
    "gap-4",
    "gap-0.25",
    "overlap-more",
    "overlap-120",
    "overlap-31",
    "one-list",
]
Field = Literal["family", "given", "patronymic", "middle", "timing", "step", "track", "heads", "born", "age"]

UNKNOWN = -1
"""The level of what one of the two doesn't show."""

WORDS: Mapping[Field, tuple[str, ...]] = {
    **dict.fromkeys(
        ("family", "given", "patronymic"), tuple(name for name, _ in sorted(LEVELS.items(), key=lambda one: one[1]))
    ),
    "middle": ("other", "same"),
    "timing": get_args(Timing),
    "step": ("down-3", "down-2", "down-1", "same", "up-1", "up-2", "up-3", "up-4", "up-5", "up-6"),
    "track": ("other", "same-service"),
    "heads": ("both",),
    "born": ("other-year", "same-year", "same-month", "same-day"),
    "age": ("unlikely",),
}
"""What the levels of each field are called, the level 0 first."""
VETOES: tuple[str, ...] = get_args(Veto)

_GAPS: tuple[tuple[float, Timing], ...] = (
    (0.25, "gap-0.25"),
    (4, "gap-4"),
    (7, "gap-7"),
    (12, "gap-12"),
    (20, "gap-20"),
)
"""Years from the end of one post to the start of the other, up to so many."""
_OVERLAPS: tuple[tuple[int, Timing], ...] = ((31, "overlap-31"), (120, "overlap-120"))
"""Days for which lists show somebody at two missions, up to so many: a list goes on showing who has left."""
_YEAR = 365.25
_YOUNGEST, _OLDEST = 20, 75
"""Years of age between which people hold a post."""
_LOWEST_STEP, _HIGHEST_STEP = -3, 6
_FORM = LEVELS["form"]
_SAME_FAMILY = frozenset({LEVELS["equal"], LEVELS["variant"], _FORM})
_DIFFERENT = LEVELS["different"]
_POSSIBLE = 3
"""The level of a whole name from which two names can be one."""
_FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class Levels(NamedTuple):
    """How two records agree: the veto by its place in `VETOES`, then a level for each field, `UNKNOWN` for none.

    The last three are frequencies in steps of a quarter of a bit: how rare the family name and the given name are in
    the population, and how large that is.
    """

    veto: int
    family: int
    given: int
    patronymic: int
    middle: int
    timing: int
    step: int
    track: int
    heads: int
    born: int
    age: int
    families: int
    givens: int
    population: int

    @property
    def excluded(self) -> bool:
        """Whether the two can't be one person: vetoed, or listed for months at two missions at one time."""
        return self.veto > 0 or self.timing == _level("timing", "overlap-more")


_VETOED: Mapping[Veto, Levels] = {
    veto: Levels._make((place, *(UNKNOWN,) * len(WORDS), 0, 0, 0)) for place, veto in enumerate(get_args(Veto))
}
"""What is vetoed has no other level: nothing else is looked at."""


def evidence(a: Record, b: Record, known: Frequencies) -> Levels:
    """How two records agree; symmetric.

    Args:
        a: a record.
        b: another.
        known: how many of the population bear each name.
    """
    names = _names(a, b)
    if names is None:
        return _VETOED["names"]
    if _side_by_side(a, b):
        return _VETOED["one-edition"]
    born, of_one_day = _born(a.born, b.born)
    if of_one_day is False:
        return _VETOED["birth-dates"]
    before, after = nearest(a, b)
    family, given, patronymic = names
    return Levels(
        veto=0,
        family=family,
        given=given,
        patronymic=patronymic,
        middle=_middle(a, b),
        timing=_timing(a, b, before, after),
        step=_step(before, after),
        track=_track(before, after),
        heads=0 if before and after and before.heads and after.heads else UNKNOWN,
        born=born,
        age=0 if _unlikely_age(a, b) or _unlikely_age(b, a) else UNKNOWN,
        families=known.rarity(known.others_with_family(a, b)),
        givens=known.rarity(known.others_with_given(a, b)),
        population=known.size(),
    )


def may_be_one(a: str, b: str) -> bool:
    """Whether two names can be of one person, as far as names alone tell."""
    return ranked_levels(a, b)[1][0] >= _POSSIBLE


def word(field: Field, level: int) -> str:
    """What a level of a field is called."""
    return WORDS[field][level]


def _level(field: Field, word: str) -> int:
    return WORDS[field].index(word)


def nearest(a: Record, b: Record) -> tuple[Post | None, Post | None]:
    """The two posts, one of each, that follow each other with the least time between; the earlier one first."""
    found = [(one, other) if _place(one) <= _place(other) else (other, one) for one in a.posts for other in b.posts]
    return min(
        found, key=lambda pair: (pair[1].first - pair[0].last, _place(pair[0]), _place(pair[1])), default=(None, None)
    )


def _place(post: Post) -> tuple[int, int, str, str, str]:
    """Where a post stands among others; of one day and mission, ranks tell them apart."""
    return post.first, post.last, post.mission, post.first_rank or "", post.last_rank or ""


def _names(a: Record, b: Record) -> tuple[int, int, int] | None:
    """The parts of the best agreement of any two spellings; `None` where no two can be one, or any two contradict.

    Where the fullest spellings are of two families and no spelling shares a form, the others aren't laid side by side.
    """
    if not a.names or not b.names:
        return None
    fullest = ranked_levels(a.names[0], b.names[0])
    if fullest[1][0] == 0 and a.families.isdisjoint(b.families):
        return None
    best: tuple[float, tuple[int, int, int, int]] | None = None
    for here, one in enumerate(a.names):
        for there, other in enumerate(b.names):
            ranked = ranked_levels(one, other) if here or there else fullest
            found = ranked[1]
            if found[0] < _POSSIBLE:
                if found[1] in _SAME_FAMILY and _DIFFERENT in found[2:]:
                    return None
            elif best is None or ranked > best:
                best = ranked
    return best[1][1:] if best else None


def _middle(a: Record, b: Record) -> int:
    if not a.middles or not b.middles:
        return UNKNOWN
    return _level("middle", "same" if a.middles & b.middles else "other")


def _side_by_side(a: Record, b: Record) -> bool:
    """Whether one edition lists both at one mission."""
    return any(
        one.mission == other.mission and not one.editions.isdisjoint(other.editions)
        for one in a.posts
        for other in b.posts
    )


def overlap(a: Record, b: Record) -> int | None:
    """The most days for which both are listed at two missions at one time; `None` where they never are.

    Heads whom one list prints for several missions are accredited to all of them, and don't count.
    """
    found = [
        min(one.last, other.last) - max(one.first, other.first)
        for one in a.posts
        for other in b.posts
        if one.mission != other.mission and not _one_list(one, other)
    ]
    return max((days for days in found if days >= 0), default=None)


def _one_list(one: Post, other: Post) -> bool:
    return one.heads and other.heads and not one.editions.isdisjoint(other.editions)


def _timing(a: Record, b: Record, before: Post | None, after: Post | None) -> int:
    if before is None or after is None:
        return UNKNOWN
    days = overlap(a, b)
    if days is not None and days > _OVERLAPS[0][0]:
        return _level("timing", next((name for most, name in _OVERLAPS if days <= most), "overlap-more"))
    if any(_one_list(one, other) for one in a.posts for other in b.posts if one.mission != other.mission):
        return _level("timing", "one-list")
    if days is not None:
        return _level("timing", _OVERLAPS[0][1])
    years = max(after.first - before.last, 0) / _YEAR
    return _level("timing", next((name for most, name in _GAPS if years <= most), "gap-more"))


def _step(before: Post | None, after: Post | None) -> int:
    if before is None or after is None or is_service(before.last_rank) or is_service(after.first_rank):
        return UNKNOWN
    step = rank_step(before.last_rank, after.first_rank)
    return UNKNOWN if step is None else min(max(step, _LOWEST_STEP), _HIGHEST_STEP) - _LOWEST_STEP


def _track(before: Post | None, after: Post | None) -> int:
    if before is None or after is None or before.last_rank is None or after.first_rank is None:
        return UNKNOWN
    services = is_service(before.last_rank), is_service(after.first_rank)
    return _level("track", "same-service" if all(services) else "other") if any(services) else UNKNOWN


@lru_cache(maxsize=65536)
def _born(a: str | None, b: str | None) -> tuple[int, bool | None]:
    """The level of two dates of birth, and whether both are full and one day; `None` where one of them isn't full."""
    if not a or not b:
        return UNKNOWN, None
    full = bool(_FULL_DATE.fullmatch(a) and _FULL_DATE.fullmatch(b))
    if full:
        return (_level("born", "same-day"), True) if a == b else (_level("born", "other-year"), False)
    if a[:4] != b[:4]:
        return _level("born", "other-year"), None
    month = len(a) >= 7 and a[:7] == b[:7]
    return _level("born", "same-month" if month else "same-year"), None


def _unlikely_age(one: Record, other: Record) -> bool:
    """Whether somebody of that birth would hold the other's posts as a child or in old age."""
    if not one.born or other.born or not one.born[:4].isdecimal():
        return False
    year = int(one.born[:4])
    return any(
        not _YOUNGEST <= date.fromordinal(day).year - year <= _OLDEST
        for post in other.posts
        for day in (post.first, post.last)
    )
