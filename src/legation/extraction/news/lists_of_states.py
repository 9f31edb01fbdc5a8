"""Which states sent how many away, in a list such as "X (45), Y (40)" under a verb of the sentence or the one before?

Each state of the list is a telling of its own; a total beside the list is none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.extraction.news.mentions import Marked, Party
from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.language.numbers import Number

_LEAST = 2


def listed_states(line: Line) -> tuple[Telling, ...]:
    """The tellings of a list of states with numbers in brackets; target and date come from the verb above it."""
    marked = line.marked
    pairs = list(_pairs(marked))
    if len(pairs) < _LEAST:
        return ()
    return tuple(
        Telling(
            type="expulsion",
            rule="expulsion.list",
            status="executed",
            layer=line.layer,
            start=marked.tokens[party.first].start,
            end=marked.tokens[number.after].end,
            sentence=line.number,
            paragraph=line.paragraph,
            actor=party.sense.code,
            count=number.value,
            unit="persons",
        )
        for party, number in pairs
    )


def _pairs(marked: Marked) -> Iterator[tuple[Party, Number]]:
    for party in marked.parties:
        if party.sense.kind == "adjective" or party.after >= len(marked.words) or marked.words[party.after] != "(":
            continue
        number = next((n for n in marked.numbers if n.first == party.after + 1 and n.value is not None), None)
        if number is not None and number.after < len(marked.words) and marked.words[number.after] == ")":
            yield party, number
