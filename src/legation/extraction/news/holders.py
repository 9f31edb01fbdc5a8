"""Who believes, suspects or accuses? The holder of a belief: the subject of an active verb, or who stands behind "by".

A pronoun that nobody resolves is nobody: the chain then has a link without a speaker.
"""

from __future__ import annotations

from legation.extraction.news.cast import is_pronoun
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import clause_start, text_of
from legation.extraction.news.speakers import over_apposition

_SHORT = 8
"""Words of the longest holder."""


def holder_of(line: Line, text: str, place: int) -> str | None:
    """Who believes: the words of the subject before an active verb, a state's or service's name first."""
    marked = line.marked
    place = over_apposition(marked, place)
    start = clause_start(marked, place)
    if place > 0 and marked.words[place - 1] == "to":
        return asked_by(line, text, place)
    decider = next((d for d in marked.deciders if d.subject and start <= d.first and d.after <= place), None)
    if decider is not None and place - decider.after > 3:
        return text_of(marked, text, decider.first, decider.after)
    comma = next((i for i in range(place - 2, start, -1) if marked.tokens[i].text == ","), None)
    first, after = start if comma is None or place - start <= _SHORT else comma + 1, place
    while first < after and (not marked.tokens[first].is_word or marked.is_in(first, "conjunction")):
        first += 1
    while after > first and (
        not marked.tokens[after - 1].is_word or marked.is_in(after - 1, "adverb") or marked.is_in(after - 1, "clitic")
    ):
        after -= 1
    if after - first > _SHORT or any(is_pronoun(marked, i) or marked.is_in(i, "them") for i in range(first, after)):
        return None
    return text_of(marked, text, first, after)


def asked_by(line: Line, text: str, place: int) -> str | None:
    """Such as "prompted X to accuse": X."""
    marked = line.marked
    spans = [(m.first, m.after) for m in (*marked.people, *marked.deciders) if 0 <= place - 1 - m.after <= 2]
    return text_of(marked, text, *spans[-1]) if spans else None


def agent_behind(marked: Marked, text: str, first: int, stop: int) -> str | None:
    """Who stands behind "by" between two places."""
    for index in range(first, min(stop, len(marked.words))):
        if not marked.is_in(index, "by-agent"):
            continue
        after = index + 1
        while after < len(marked.words) and not (
            marked.is_in(after, "as-word") or marked.is_in(after, "preposition") or marked.tokens[after].text in ",;."
        ):
            after += 1
        begin = index + 1
        while begin < after and marked.is_in(begin, "determiner"):
            begin += 1
        return text_of(marked, text, begin, after)
    return None
