"""When, as a report prints it? Days, months, seasons, years and words like "last April", against the publication.

Every expression gives an EDTF date with its precision and the basis that it rests on, or none where nothing settles it;
a day that nobody printed is never filled in. What ends a stay ("until Sunday", "by 15 August") and what begins later
("from 1 November") is told apart from the day on which something was done.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from legation.language.calendar import (
    Clock,
    month_of,
    printed_day,
    relative_span,
    season_of,
    weekday_of,
    yearless_day,
)
from legation.language.counted import counted_back, decade_at, printed_whole, season_at
from legation.language.date_roles import LOOK_BACK, When, with_role
from legation.language.tokens import Token, phrase, phrases
from legation.model.dates import Bounds, Edtf
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import cues, having, months, number_words, seasons, time_units, weekdays, words

_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|-го|го)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPANS = ("day0", "day-1", "day-2", "earlier-year", "earlier-week", "earlier-month")
_BEGIN = frozenset({*_SPANS, "last", "this", "ago", "decade"})
"""What words of time mean with which a date may begin."""


@cache
def _words(language: str) -> Phrases[str]:
    return phrases(cues(language, "when"))


@cache
def _back(language: str) -> frozenset[str]:
    """First words of what counts back: "ago", "vor", "il y a"."""
    return frozenset(phrase(form)[0] for form, sense in cues(language, "when") if sense == "ago")


@cache
def _starts(language: str) -> frozenset[str]:
    numbered = (phrase(form)[0] for _, _, form in number_words(language))
    return frozenset((*months(), *weekdays(), *seasons(), *time_units(language), *numbered))


def whens(tokens: Sequence[Token], language: str, published: Bounds | None) -> tuple[When, ...]:
    """Every date expression of these tokens, in order; places are those of the tokens.

    Args:
        tokens: One sentence.
        language: Code of the language whose cues count; names of months and weekdays count in any.
        published: The days between which the report came out; `None` where that isn't known.
    """
    words, starts, cues = [token.folded for token in tokens], _starts(language), _words(language)
    firsts = cues.firsts
    said = {i: hit for i, word in enumerate(words) if word in firsts and (hit := cues.longest(words, i)) is not None}
    begin = {i for i, (sense, _) in said.items() if sense in _BEGIN}
    places = [i for i, word in enumerate(words) if word in starts or i in begin or word[0].isdigit()]
    if not places:
        return ()
    reader = _Reader(tokens, words, said, language, published)
    found: list[When] = []
    free = 0
    for index in places:
        when = reader.at(index) if index >= free else None
        if when is not None:
            found.append(with_role(when, words, said, reader.clock))
            free = max(when.after, index + 1)
    return tuple(found)


class _Reader:
    """One sentence, read from left to right; each method tries one kind of expression at a place."""

    def __init__(
        self,
        tokens: Sequence[Token],
        words: Sequence[str],
        said: Mapping[int, tuple[str, int]],
        language: str,
        published: Bounds | None,
    ) -> None:
        self.tokens = tokens
        self.words = words
        self.said = said
        self.cues = _words(language)
        self.language = language
        self.clock = Clock(published)
        self.numbered = any(word[0].isdigit() for word in self.words)
        self.counts_back = not _back(language).isdisjoint(self.words)

    def at(self, index: int) -> When | None:
        if not self.numbered:
            return self._whole(index) or self._month(index) or self._named(index)
        return self._whole(index) or self._day(index) or self._month(index) or self._named(index) or self._year(index)

    def _whole(self, index: int) -> When | None:
        """A date in one token, or a decade."""
        found = (
            (self.numbered and printed_whole(self.tokens, self.language, index))
            or (self.numbered and decade_at(self.tokens, self.cues, self.language, index))
            or season_at(self.tokens, self.cues, self.language, self.clock, index)
            or (self.counts_back and counted_back(self.tokens, self.cues, self.language, self.clock, index))
        )
        return When(found[0], found[1], index, found[2]) if found else None

    def _made(self, value: Edtf | None, basis: str, first: int, after: int) -> When | None:
        return None if value is None else When(value, basis, first, after)

    def _day(self, index: int) -> When | None:
        """Day and month, in either order, with or without a year."""
        number, after = self._day_number(index)
        if number is not None and after < len(self.words) and self._is_month(after, near_number=True):
            return self._dated(index, number, months()[self.words[after]], after + 1)
        if self._is_month(index, near_number=True) and self.tokens[index].is_capital:
            place = index + 1 + self._is(index + 1, ".")
            number, _ = self._day_number(place)
            if number is not None and not self._counts(place + 1):
                return self._dated(index, number, months()[self.words[index]], place + 1)
        return None

    def _day_number(self, index: int) -> tuple[int | None, int]:
        """A day of the month at that place and the place after it, with an ordinal's full stop and "de"."""
        match = _ORDINAL.fullmatch(self.words[index]) if index < len(self.words) else None
        if match is None or not 1 <= int(match[1]) <= 31:
            return None, index
        after = index + 1
        after += self._is(after, ".") or self._is(after, "de") or self._is(after, "of")
        return int(match[1]), after

    def _counts(self, after: int) -> bool:
        """Whether the number after a month rather begins a count: "in April 40 diplomats" has a lower-case noun."""
        if after >= len(self.tokens) or self.words[after] in _AFTER_DAY:
            return False
        return self.tokens[after].is_word and self.language in having("day-before-month")

    def _is(self, index: int, word: str) -> bool:
        return index < len(self.words) and self.words[index] == word

    def _is_month(self, index: int, *, near_number: bool = False) -> bool:
        """Whether a month is named there; "may" and "mars" need a capital or a number beside them."""
        if index >= len(self.words) or self.words[index] not in months():
            return False
        lower_is_usual = self.language in having("small-months")
        return self.tokens[index].is_capital or lower_is_usual or (near_number and self.words[index] != "may")

    def _year_after(self, index: int) -> tuple[int | None, int]:
        """A year at that place, after a comma or "de", with "года" behind it."""
        place = index
        if place < len(self.words) and self.words[place] in (",", "de", "del", "."):
            place += 1
        if place < len(self.words) and _YEAR.fullmatch(self.words[place]):
            after = place + 1
            found = self.said.get(after)
            return int(self.words[place]), after + (found[1] if found and found[0] == "year-word" else 0)
        return None, index

    def _dated(self, first: int, day: int, month: int, after: int) -> When | None:
        year, after = self._year_after(after)
        if year is not None:
            return self._made(printed_day(year, month, day), "printed", first, after)
        value = yearless_day(self.clock, month, day)
        past = value.bounds.exact if value is not None else None
        return When(
            value, "yearless", first, after, ahead=self._nearer(value, self.clock.coming(past)) if past else None
        )

    def _nearer(self, value: Edtf | None, coming: Edtf | None) -> Edtf | None:
        """What is to come, where it lies within a few months and what has been does not."""
        out, last = self.clock.day, value.bounds.latest if value is not None else None
        first = coming.bounds.earliest if coming is not None else None
        if out is None or last is None or first is None:
            return None
        return coming if 0 < (first - out).days <= _SOON and (out - last).days > _LONG_AGO else None

    def _month(self, index: int) -> When | None:
        """A month with a year, or with a word that says which one."""
        if not self._is_month(index):
            return None
        year, after = self._year_after(index + 1)
        if year is not None:
            return When(month_of(year, months()[self.words[index]]), "printed", index, after)
        ahead = self.said.get(index + 1)
        if ahead and ahead[0] == "last" and index + 1 + ahead[1] < len(self.words) + 1:
            whole_year = self._year_word(index + 1 + ahead[1])
            value = self.clock.month_of_last_year(months()[self.words[index]]) if whole_year else None
            end = index + 1 + ahead[1] + bool(whole_year)
            return When(value or self.clock.last_month_named(months()[self.words[index]]), "last-month", index, end)
        sense = self._sense_before(index)
        if sense in ("last", "in", "this", "since", "by", "from"):
            month = months()[self.words[index]]
            value = self.clock.last_month_named(month)
            coming = self._nearer(value, self.clock.coming_month(month)) if sense == "in" else None
            return When(value, "last-month", index, index + 1, ahead=coming)
        return None

    def _year_word(self, index: int) -> bool:
        found = relative_unit(self.language, self.words[index]) if index < len(self.words) else None
        return found == "Y"

    def _sense_before(self, index: int) -> str | None:
        """The sense of a time word right before a place."""
        for back in range(LOOK_BACK, 0, -1):
            found = self.said.get(index - back)
            if found is not None and found[1] == back:
                return found[0]
        return None

    def _named(self, index: int) -> When | None:
        """Weekdays, seasons, and spans counted from the publication."""
        word = self.words[index]
        if word in weekdays() and (self.tokens[index].is_capital or self.language not in having("capital-weekdays")):
            return self._weekday(index)
        if word in seasons():
            sense = self._sense_before(index)
            if sense in ("last", "this", "in"):
                return When(season_of(self.clock, seasons()[word]), "season", index, index + 1)
        found = self.said.get(index)
        if found is None:
            return None
        if found[0] in _SPANS:
            return When(relative_span(self.clock, found[0]), found[0], index, index + found[1])
        return self._counted(index, *found)

    def _weekday(self, index: int) -> When:
        """A weekday; a date right behind it ("Friday, April 15") says more."""
        place = index + 1 + self._is(index + 1, ",")
        dated = self._day(place) if place < len(self.words) else None
        if dated is not None:
            return replace(dated, first=index)
        value = weekday_of(self.clock, weekdays()[self.words[index]])
        if value is not None and value.bounds.exact == self.clock.day and self._sense_before(index) == "last":
            value = self.clock.back("D", 7)
        return When(value, "weekday", index, index + 1)

    def _counted(self, index: int, sense: str, length: int) -> When | None:
        """Such as "last week", "this month", "la semaine dernière", "two weeks ago"."""
        place = index + length
        unit = relative_unit(self.language, self.words[place]) if place < len(self.words) else None
        if sense in ("last", "this") and unit in ("W", "M", "Y"):
            return When(self.clock.span(unit, back=sense == "last"), f"{sense}-{unit}", index, place + 1)
        if (
            sense == "last"
            and index
            and (unit := relative_unit(self.language, self.words[index - 1])) in ("W", "M", "Y")
        ):
            return When(self.clock.span(unit, back=True), f"last-{unit}", index - 1, place)
        return None

    def _year(self, index: int) -> When | None:
        """A bare year, where a time word stands before it or a word for year behind it."""
        if not _YEAR.fullmatch(self.words[index]):
            return None
        year, after = self._year_after(index)
        sense = self._sense_before(index)
        said = sense or after > index + 1 or self._opens(index) or self._heads(index, after) or self._stands_bare(after)
        if year is None or not said:
            return None
        return When(Edtf.parse(str(year)), "year", index, after)

    def _stands_bare(self, after: int) -> bool:
        """Whether the language says "2018" for "in 2018", and nothing is counted behind it: "wurde 2018 entlassen"."""
        if self.language not in having("bare-years"):
            return False
        return after >= len(self.tokens) or not (self.tokens[after].is_word and self.tokens[after].is_capital)

    def _opens(self, index: int) -> bool:
        """Whether a bare year opens the sentence, its verb right behind it, as verb-final languages have it."""
        return index == 0 and self.language in having("verb-final") and len(self.words) > 1 and self._helps(1)

    def _heads(self, index: int, after: int) -> bool:
        """Whether a bare year opens an item of a chronology ("2004: …"), or a clause with "when" says what was then."""
        if after >= len(self.words):
            return index == 0
        if index <= 1 and self.words[after] in _ITEM_MARKS:
            return True
        place = after + (self.words[after] == ",")
        return place < len(self.words) and self.words[place] in words(self.language, "when-word")

    def _helps(self, index: int) -> bool:
        return self.words[index] in words(self.language, "be") | words(self.language, "have")


_SOON, _LONG_AGO = 120, 150
"""Days within which something to come is meant rather than what lies so far back."""
_ITEM_MARKS = frozenset({":", "-", "–", "—", "."})
_AFTER_DAY = frozenset({",", ".", "und", "et", "y", "и"})


def relative_unit(language: str, word: str) -> str | None:
    """The unit of time that a word names: `H`, `D`, `W`, `M`, `Y`."""
    return time_units(language).get(word)
