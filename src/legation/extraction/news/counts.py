"""How many are at a mission, how many stayed, how many names did an archived page hold? One sentence at a time.

A number counts people only beside the words for that: those who remain, those whom a mission has, the names of a
version that was retrieved. Ages, hours and lengths are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.extraction.news.lexicon import PEOPLE
from legation.extraction.news.mentions import OWN, Marked, MissionMention
from legation.extraction.news.timing import when_of
from legation.language.date_roles import When
from legation.language.numbers import Number
from legation.model.claims import ClaimType, HeadcountRole
from legation.model.quick import quick

_STAY = 3
_HAVE = 9


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A head-count or capture at tokens `first` to before `after` of a sentence."""

    type: ClaimType
    role: HeadcountRole
    value: int
    rule: str
    first: int
    after: int
    subject: tuple[int, int] | None = None
    """Tokens of the mission that it is about, where the sentence names it."""
    when: When | None = None
    own_voice: bool = False
    """Whether it stands in a clause of the article's own inside somebody's sentence."""


def counts(marked: Marked, dates: tuple[When, ...]) -> tuple[Count, ...]:
    """Every head-count and capture of a sentence."""
    return (*_captures(marked, dates), *_remaining(marked), *_staff(marked, dates))


def _numbers(marked: Marked) -> Iterator[Number]:
    return (number for number in marked.numbers if number.value is not None and not number.article)


def _captures(marked: Marked, dates: tuple[When, ...]) -> Iterator[Count]:
    """A version, copy or list that was archived, and the number of names that it holds."""
    archive = marked.scan("archive")
    versions = marked.places("version")
    if not archive or not versions:
        return
    for number in _numbers(marked):
        if number.after < len(marked.words) and marked.is_in(number.after, "names") and not _dated(dates, number):
            near = min(versions, key=lambda index: abs(index - number.first))
            if abs(near - number.first) > 14:
                continue
            first = min([near, *(start for _, start, _ in archive if 0 <= near - start <= 12)])
            date = next((_day(w) for w in dates if w.role in ("on", "from") and abs(w.first - near) <= 8), None)
            yield Count(
                type="capture",
                role="listed",
                value=number.value or 0,
                rule="capture.archived-version",
                first=min(first, date.first if date else first),
                after=number.after + 1,
                subject=_mission_span(marked),
                when=date or when_of(marked, dates, first=near, after=near + 1),
            )


def _day(when: When) -> When:
    """A day of a version: "a version from 30 June" is of that day, also where the words look ahead elsewhere."""
    return when if when.printed is None else replace(when, value=when.printed)


def _dated(dates: tuple[When, ...], number: Number) -> bool:
    return any(when.first <= number.first < when.after for when in dates)


def _remaining(marked: Marked) -> Iterator[Count]:
    """Such as "40 remained": a number right before or behind a verb of staying."""
    for _, first, after in marked.scan("remain"):
        number = next((n for n in _numbers(marked) if _beside(marked, n, first, after)), None)
        if number is not None:
            begin, end = min(number.first, first), max(number.after, after)
            yield Count(
                type="headcount",
                role="remaining",
                value=number.value or 0,
                rule="headcount.remaining",
                first=begin,
                after=end,
                subject=_mission_span(marked),
            )


def _beside(marked: Marked, number: Number, first: int, after: int) -> bool:
    """Whether a number belongs to a verb: only people and their adjectives stand between."""
    if number.after <= first and first - number.after <= 2 * _STAY:
        between = range(number.after, first)
    elif after <= number.first <= after + _STAY:
        between = range(after, number.first)
        if number.after < len(marked.words) and not _counts_people(marked, number.after):
            return False
    else:
        return False
    return all(
        marked.tokens[i].is_word and not marked.is_in(i, "have") and not marked.is_in(i, "conjunction") for i in between
    ) and (number.after >= first or _counts_people(marked, number.after, bare=number.after == first))


def _counts_people(marked: Marked, index: int, *, bare: bool = False) -> bool:
    """Whether people are counted at a place; a bare number counts those who were spoken of."""
    if bare or index >= len(marked.words) or not marked.tokens[index].is_word:
        return True
    near = range(index, min(index + 4, len(marked.words)))
    return any(marked.sense_at(PEOPLE, i) is not None for i in near) or marked.is_in(index, "preposition")


def _staff(marked: Marked, dates: tuple[When, ...]) -> Iterator[Count]:
    """A mission that has so many people or posts."""
    if not marked.missions:
        return
    for number in _numbers(marked):
        if _dated(dates, number):
            continue
        mission = next(
            (m for m in reversed(marked.missions) if m.after <= number.first and number.first - m.after <= _HAVE), None
        )
        if mission is None or not _has(marked, mission, number) or not _counts_staff(marked, number):
            continue
        end = min(number.after + 2, len(marked.words))
        while end > number.after and not marked.tokens[end - 1].is_word:
            end -= 1
        yield Count(
            type="headcount",
            role="total",
            value=number.value or 0,
            rule="headcount.staff",
            first=mission.first,
            after=max(end, number.after),
            subject=(mission.first, mission.after),
            own_voice=marked.is_in(mission.after + 1, "relative"),
        )


def _has(marked: Marked, mission: MissionMention, number: Number) -> bool:
    """Whether a verb of having stands before the number, or before its noun of staff ("has a staff of nine")."""
    between = range(mission.after, number.first)
    if any(marked.tokens[i].text in ";:." or marked.is_in(i, "negation") for i in between):
        return False
    verbs = [i for i in between if marked.is_in(i, "employ")]
    return bool(verbs) and number.first - verbs[-1] <= 5 and not any(marked.is_in(i, "say") for i in between)


def _counts_staff(marked: Marked, number: Number) -> bool:
    """Whether people or posts are counted, or the number ends a phrase of staff."""
    if number.first >= 2 and marked.is_in(number.first - 2, "posts") and marked.is_in(number.first - 1, "of"):
        return True
    near = range(number.after, min(number.after + 3, len(marked.words)))
    return any(marked.sense_at(PEOPLE, i) is not None or marked.is_in(i, "posts") for i in near)


def _mission_span(marked: Marked) -> tuple[int, int] | None:
    mission = next((m for m in marked.missions if m.sending not in (None, OWN)), None)
    return (mission.first, mission.after) if mission is not None else None
