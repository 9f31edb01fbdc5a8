"""Which states did the same as the one before? "X followed with two", "Y and Z had done the same, with one each".

Each needs a verb of following and a number behind a "with"; whose people they were comes from the step before.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.extraction.news.lists_of_states import LISTED
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.subject import subject_of
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import when_of
from legation.language.numbers import Number
from legation.vocabulary.press import time_units

_REACH = 9
_GAP = 5


def followers(line: Line) -> Iterator[Telling]:
    """A telling for each state that followed, in the order of the sentence."""
    marked = line.marked
    for _, first, after in marked.scan("followed"):
        numbers = _numbers(marked, after)
        subject = subject_of(marked, 0, first)
        codes = subject.codes or ((subject.code,) if subject.code and subject.code.isalpha() else ())
        if not numbers or subject.first is None or len(codes) not in (1, len(numbers)):
            continue
        for code, number in zip(codes, numbers, strict=False):
            yield _telling(line, code, (subject.first, number.after), number)
        if len(codes) == 1:
            yield from _further(line, numbers[0])
        return


def _numbers(marked: Marked, start: int) -> list[Number]:
    """The numbers of people behind a "with"."""
    place = next(
        (i for i in range(start, min(start + _REACH, len(marked.words))) if marked.is_in(i, "with-word")), None
    )
    if place is None:
        return []
    row: list[Number] = []
    for number in marked.numbers:
        joined = number.first == place + 1 or (row and number.first == row[-1].after + 1)
        links = row and marked.is_in(row[-1].after, "and-word")
        if joined and (not row or links) and number.value and not _is_time(marked, number):
            row.append(number)
    return row


def _is_time(marked: Marked, number: Number) -> bool:
    units = time_units(marked.lexicon.language)
    return number.after < len(marked.words) and marked.words[number.after] in units


def _further(line: Line, last: Number) -> Iterator[Telling]:
    """Such as ", Y on Tuesday with two": states behind a comma that share the verb."""
    marked = line.marked
    for party in marked.parties:
        if party.sense.kind == "adjective" or party.sense.code is None or party.first <= last.first:
            continue
        joined = marked.tokens[party.first - 1].text in ",;" or marked.is_in(party.first - 1, "and-word")
        near = range(party.after, min(party.after + _GAP, len(marked.words)))
        place = next((i for i in near if marked.is_in(i, "with-word")), None)
        number = next((n for n in marked.numbers if place is not None and n.first == place + 1 and n.value), None)
        if joined and number is not None and not _is_time(marked, number):
            yield _telling(line, party.sense.code, (party.first, number.after), number)


def _telling(line: Line, code: str, place: tuple[int, int], number: Number) -> Telling:
    marked = line.marked
    return Telling(
        type="expulsion",
        rule=LISTED,
        status="executed",
        layer=line.layer,
        start=marked.tokens[place[0]].start,
        end=marked.tokens[place[1] - 1].end,
        sentence=line.number,
        paragraph=line.paragraph,
        actor=code,
        count=number.value,
        unit="persons",
        when=when_of(marked, line.dates, first=place[0], after=place[1]),
    )
