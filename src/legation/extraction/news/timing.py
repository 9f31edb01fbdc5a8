"""On which day, and by when? The date expression that belongs to a verb, and the deadline of its sentence.

A date that begins a stay, ends it, or belongs to another clause is no date of the deed.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from legation.extraction.news.mentions import Marked, PeopleMention
from legation.extraction.news.triggers import Hit, hits
from legation.language.date_roles import When
from legation.language.deadlines import Grace, graces
from legation.model.dates import Edtf

_FAR = 22
_AUXILIARY_REACH = 4


def when_of(
    marked: Marked, dates: tuple[When, ...], *, first: int, after: int, people: PeopleMention | None = None
) -> When | None:
    """The date of a deed: in its own clause, before the verb or behind it, the nearest first."""
    candidates = [_of_clause(marked, when) for when in dates if when.role in ("on", "since")]
    scored = sorted((_distance(marked, when, first, after, people), index) for index, when in enumerate(candidates))
    if scored and scored[0][0] < _FAR:
        return candidates[scored[0][1]]
    return _of_speech(marked, candidates) or _of_item(marked, candidates) or _before_colon(marked, candidates, first)


def _before_colon(marked: Marked, dates: list[When], first: int) -> When | None:
    """The only date of a sentence, in the clause that a colon joins to the verb's: "X followed on 22 April: …"."""
    colon = next((i for i in range(first - 1, 0, -1) if marked.tokens[i].text == ":"), None)
    alone = len(dates) == 1 and dates[0].role == "on" and colon is not None and dates[0].after <= colon
    return (
        dates[0]
        if alone and not any(marked.tokens[i].text in ",;" for i in range(dates[0].after, colon or 0))
        else None
    )


def _of_clause(marked: Marked, when: When) -> When:
    """A "since" whose year a clause fills, "since 2008, when …", is the date of what the clause tells."""
    place = when.after + (when.after < len(marked.words) and marked.tokens[when.after].text == ",")
    if when.role != "since" or when.printed is None or not marked.is_in(place, "when-word"):
        return when
    return replace(when, role="on", value=when.printed)


def _of_item(marked: Marked, dates: list[When]) -> When | None:
    """The date that opens a sentence before a colon or dash: of everything that the item of a chronology tells."""
    opens = next((when for when in dates if when.first <= _BULLET), None)
    if opens is None or opens.after >= len(marked.words) or marked.tokens[opens.after].text not in _ITEM_MARKS:
        return None
    return replace(opens, role="on")


_BULLET = 2
_ITEM_MARKS = frozenset(":-–—.,")


def _of_speech(marked: Marked, dates: list[When]) -> When | None:
    """The day on which somebody said it, where the sentence has no other date: the announcement's."""
    if len(dates) != 1 or dates[0].basis not in ("weekday", "printed", "yearless", "day0", "day-1"):
        return None
    near = range(max(dates[0].first - 3, 0), dates[0].first)
    return dates[0] if any(marked.is_in(index, "say") for index in near) else None


def _distance(marked: Marked, when: When, first: int, after: int, people: PeopleMention | None) -> int:
    """How far a date stands from a verb; other clauses and other verbs between make it farther."""
    end = max(after, people.after) if people is not None and people.first >= first else after
    start = min(first, people.first) if people is not None and people.first >= first - 12 else first
    if when.after <= start:
        between = range(when.after, start)
    elif when.first >= end:
        between = range(end, when.first)
    else:
        return 0
    parted = [h for h in hits(marked) if h.first in between and marked.tokens[h.first - 1].text == ","]
    breaks = sum(_breaks(marked, index) for index in between) + 2 * len(parted)
    return len(between) + 12 * breaks


def _breaks(marked: Marked, index: int) -> int:
    if marked.words[index] in (";", ":"):
        return 2
    if index and marked.tokens[index - 1].text == "," and marked.is_in(index, "and-word"):
        return 2
    if marked.is_in(index, "conjunction") and not (marked.is_in(index, "and-word") or marked.is_in(index, "that-word")):
        return 1
    return 0


def to_come(marked: Marked, when: When | None, hit: Hit) -> When | None:
    """A date without its year as one ahead, where the verb may speak of what is to come; not of a chronology's item."""
    coming = when is not None and when.ahead is not None and when.first > _BULLET
    if when is None or not coming or hit.sense.form not in ("pres", "base", "ger"):
        return when
    return replace(when, value=when.ahead)


@lru_cache(maxsize=256)
def graces_of(marked: Marked) -> tuple[Grace, ...]:
    """Every period of grace of a sentence."""
    return graces(marked.tokens, marked.lexicon.language, marked.numbers)


def deadline_of(marked: Marked, dates: tuple[When, ...]) -> str | None:
    """The period of grace or last day that a sentence gives."""
    periods = graces_of(marked)
    if periods:
        return periods[0].duration
    last = next((when for when in dates if when.role == "by" and when.value is not None), None)
    if last is None or last.value is None:
        return None
    return (_behind_deed(last, dates) or last.value).text


def _behind_deed(last: When, dates: tuple[When, ...]) -> Edtf | None:
    """A last day without a year that lies right behind the day of the deed, though before the publication."""
    day = last.printed.bounds.exact if last.basis == "yearless" and last.printed is not None else None
    told = (w.value.bounds.exact for w in dates if w.role == "on" and w.value is not None)
    near = any(day is not None and deed is not None and 0 <= (day - deed).days <= _GRACE_DAYS for deed in told)
    return last.printed if near else None


_GRACE_DAYS = 60


def is_past_perfect(marked: Marked, verb: int) -> bool:
    """Whether a verb tells of something before what the report is about."""
    reach = _FAR if marked.lexicon.has("verb-final") else _AUXILIARY_REACH
    before = range(max(verb - reach, 0), verb)
    if any(marked.is_in(index, "pluperfect") for index in before):
        return not _is_backshifted(marked, verb)
    done = verb + 1 < len(marked.words) and marked.is_in(verb + 1, "been")
    return done and any(marked.is_in(index, "was") for index in before)


def _is_backshifted(marked: Marked, verb: int) -> bool:
    """Whether a past perfect only reports what was said: "said that it had expelled"; not where it says earlier."""
    if marked.lexicon.has("verb-final"):
        return False
    said = next((i for i in range(verb - 1, max(verb - _SAID, -1), -1) if _tells(marked, i)), None)
    if said is None or any(marked.tokens[i].text in ",;:" for i in range(said, verb)):
        return False
    return not any(
        marked.phrase_at("already", i) is not None for i in range(said, min(verb + _LATER, len(marked.words)))
    )


def _tells(marked: Marked, index: int) -> bool:
    """Whether a verb of saying stands at a place, and no source is only named there."""
    return marked.phrase_at("say", index) is not None or marked.phrase_at("notify", index) is not None


_SAID = 14
"""Words between a verb of saying and the verb of what was said."""
_LATER = 8
