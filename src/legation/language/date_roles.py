"""What do the words before a date make of it? The day of a thing, its end, its beginning, or since when it lasts.

A weekday or a day without a year that ends or begins something lies ahead of the report; nothing else is moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from legation.language.calendar import Clock
from legation.model.dates import Edtf
from legation.model.quick import quick
from legation.vocabulary.press import weekdays

Role = Literal["on", "since", "by", "from", "ago"]
LOOK_BACK = 5
"""Words before a date in which a word of time is looked for."""
_FILLERS = frozenset({"on", "the", "am", "le", "la", "el", "dem", "den", "early", "late", "mid", "end", "of"}) | {
    *("anfang", "ende", "mitte", "zum", "fin", "debut", "mi", "du", "mois", "de", "finales", "fines", "mediados"),
    *(
        "principios",
        "final",
        "proximo",
        "prochain",
        "nachsten",
        "kommenden",
        "next",
        "this",
        "coming",
        "following",
        "koniec",
        "końca",
        "kinca",
        "кинця",
        "конца",
        "середины",
        "начала",
    ),
}


@quick
@dataclass(frozen=True, slots=True)
class When:
    """A date expression at tokens `first` to before `after`."""

    value: Edtf | None
    basis: str
    """Which rule read it: `printed`, `weekday`, `yearless`, `last-month`, `season`, `year`, …"""
    first: int
    after: int
    role: Role = "on"
    printed: Edtf | None = None
    """The same words read as a day that has been, where "from" or "by" has made them a day ahead."""
    ahead: Edtf | None = None
    """The same words read as a day or month to come, where that lies much nearer to the publication."""


def with_role(when: When, words: Sequence[str], said: Mapping[int, tuple[str, int]], clock: Clock) -> When:
    """The expression with what the words before it say: until, from, since.

    Args:
        when: the expression.
        words: the folded words of its sentence.
        said: what its words of time mean, by their places, and how many words each has.
        clock: the day of the report.
    """
    for back in range(LOOK_BACK, 0, -1):
        at = when.first - back
        found = said.get(at)
        if found is None or at + found[1] > when.first:
            continue
        between = words[at + found[1] : when.first]
        if any(word not in _FILLERS for word in between) or (between and when.basis == "year"):
            continue
        if found[0] == "by" and not _before_a_past(when, clock):
            return replace(when, role="by", value=_ahead(when, words, clock, ends=True), printed=when.value)
        if found[0] == "from" and when.basis != "year":
            return replace(when, role="from", value=_ahead(when, words, clock), printed=when.value)
        if found[0] == "since":
            return replace(when, role="since", value=clock.since(when.value), printed=when.value)
    return when


def _before_a_past(when: When, clock: Clock) -> bool:
    """Whether a "before" looks back: the date lies before the publication and says so with a year."""
    bounds = when.value.bounds if when.value else None
    return bool(when.basis in ("printed", "year") and bounds and clock.is_past(bounds))


def _ahead(when: When, words: Sequence[str], clock: Clock, *, ends: bool = False) -> Edtf | None:
    """A weekday, yearless day or month that ends something lies ahead; so does a day that begins something."""
    if when.basis == "weekday":
        return clock.next_weekday(weekdays()[_weekday_word(when, words)])
    if ends and when.basis == "last-month" and when.value is not None and when.value.bounds.earliest is not None:
        return clock.coming_month(when.value.bounds.earliest.month)
    if when.basis == "yearless" and when.value is not None and when.value.bounds.exact is not None:
        return clock.coming(when.value.bounds.exact)
    return when.value


def _weekday_word(when: When, words: Sequence[str]) -> str:
    return next(word for word in words[when.first : when.after] if word in weekdays())
