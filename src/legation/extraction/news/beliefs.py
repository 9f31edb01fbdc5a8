"""Which word of belief belongs to a mention of officers, how strong is it, and does its subject believe?

A tie that is only asked about is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.extraction.news.cast import Cast
from legation.extraction.news.intelligence import Officer, phrase_start
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import clause_start
from legation.model.claims import Stance, Strength
from legation.model.quick import quick

_CUE_REACH = 18


@quick
@dataclass(frozen=True, slots=True)
class Belief:
    """A word of belief at tokens `first` to before `after`: with its strength and stance."""

    first: int
    after: int
    strength: Strength
    stance: Stance
    active: bool


def is_asked(marked: Marked, officer: Officer) -> bool:
    """Whether a tie is only asked about or denied: "asked whether X works for the service", "denied that X does"."""
    start = max(clause_start(marked, officer.first) - 1, officer.first - _CUE_REACH, 0)
    asked = [i for i in range(start, officer.first) if marked.is_in(i, "whether")]
    if any(i == 0 or not marked.tokens[i].is_capital for i in asked):
        return True
    denied = [first for _, first, _ in marked.scan("deny") if first < officer.first]
    return any(_governs(marked, first, officer.first) for first in denied)


def _governs(marked: Marked, first: int, stop: int) -> bool:
    """Whether what stands between is one clause or a clause with "that", and nobody else speaks in it."""
    if any(marked.tokens[i].text in ";:.—" for i in range(first, stop)):
        return False
    return not any(marked.is_in(i, "say") or marked.is_in(i, "and-word") for i in range(first + 1, stop))


def belief_of(marked: Marked, officer: Officer, previous: int) -> Belief | None:
    """The nearest word of belief before an officer in the clause; verb-final languages have it behind as well."""
    start = max(clause_start(marked, officer.first), officer.first - _CUE_REACH, previous)
    places = list(range(officer.first - 1, start - 1, -1))
    if marked.lexicon.has("verb-final"):
        places += range(officer.after, min(officer.after + 4, len(marked.words)))
    for index in places:
        for group, active in (("belief-active", True), ("belief", False)):
            found = marked.phrase_at(group, index)
            if found is None or (index < officer.first < index + found[1]):
                continue
            strength, stance = found[0].split(":")
            near = range(max(index - 3, 0), index)
            been = any(marked.is_in(i, "be") for i in near)
            helped = (
                any(marked.is_in(i, "have") for i in near) or active or _has_object(marked, index, index + found[1])
            )
            return Belief(index, index + found[1], strength, stance, helped and not been)  # type: ignore[arg-type]
    return None


def _has_object(marked: Marked, verb: int, place: int) -> bool:
    """Whether an object stands right behind a verb, so that its subject believes: "identified nine officers"."""
    if marked.phrase_at("hedge", verb) is not None or marked.is_in(verb, "reported-mood"):
        return False
    numbered = any(n.first == place for n in marked.numbers)
    named = place < len(marked.tokens) and marked.tokens[place].is_capital and marked.tokens[place].is_word
    return numbered or marked.is_in(place, "determiner") or (named and not marked.lexicon.has("capital-nouns"))


_FILLERS = (
    "as-word",
    "adverb",
    "be",
    "preposition",
    "determiner",
    "number-article",
    "he",
    "them",
    "conjunction",
    "pronoun",
)


def is_linked(line: Line, cast: Cast, officer: Officer, belief: Belief) -> bool:
    """Whether nothing but grammar, a person and one other word stands between a belief and what is believed."""
    marked = line.marked
    start = phrase_start(marked, officer.first)
    persons = [(n.first, n.after) for n in cast.named[line.number]]
    persons += [(m.first, m.after) for m in (*marked.people, *marked.missions, *marked.deciders)]
    agent = next((i for i in range(belief.after, start) if marked.is_in(i, "by-agent")), start)
    unknown = [
        i
        for i in range(belief.after, min(start, agent))
        if not marked.is_one_of(i, _FILLERS) and not any(a <= i < b for a, b in persons)
    ]
    return len([i for i in unknown if marked.tokens[i].is_word]) <= 1
