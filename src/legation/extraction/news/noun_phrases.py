"""What belongs to a noun? Adjectives, states and numbers before it, states and places behind it."""

from __future__ import annotations

from legation.extraction.news.lexicon import PEOPLE, TRIGGERS
from legation.extraction.news.mentions import OWN, Marked, Party, party_at, party_before

_REACH = 4
"""Words of no table that may stand between a number or a state and the noun that it belongs to."""


def leftward(marked: Marked, head: int) -> tuple[int, str | None, int]:
    """Walk left from a noun over adjectives: the first place of its phrase, its sender, where its number ends."""
    first, sending, unknown = head, None, 0
    while first > 0:
        party = party_before(marked, first)
        if party is not None and sending is None:
            sending, first = party.sense.code, party.first
            continue
        word = marked.words[first - 1]
        if marked.is_in(first - 1, "own") and sending is None:
            return first - 1, OWN, first - 1
        if marked.is_in(first - 1, "determiner") or is_number(marked, first - 1):
            break
        if marked.is_in(first - 1, "and-word") and first > 1 and _describes(marked, first - 2):
            first -= 1
            continue
        if unknown >= _REACH or not _adjectival(marked, first - 1, word):
            break
        unknown, first = unknown + 1, first - 1
    return first, sending, first


def is_number(marked: Marked, index: int) -> bool:
    """Whether a word is part of a number."""
    return any(number.first <= index < number.after for number in marked.numbers)


_STOPS = (
    "preposition",
    "conjunction",
    "be",
    "have",
    "pronoun",
    "negation",
    "say",
    "decide",
    "accuse",
    "relative",
    "notify",
    "many",
)


def _adjectival(marked: Marked, index: int, word: str) -> bool:
    """Whether an unknown word may be an adjective before a noun: it is in no table of other words."""
    token = marked.tokens[index]
    if word in ("“", '"', "„", "«", "”", "»", "'"):
        return True
    if not token.is_word or word.endswith("'"):
        return False
    if marked.is_one_of(index, _STOPS):
        return False
    return not _is_of_people(marked, index) and marked.sense_at(TRIGGERS, index) is None


def _describes(marked: Marked, index: int) -> bool:
    """Whether a word joined by an "and" is one more adjective: "diplomatic and technical staff"."""
    token = marked.tokens[index]
    if not token.text.islower() or is_number(marked, index) or marked.is_in(index, "determiner"):
        return False
    return party_before(marked, index + 1) is None and _adjectival(marked, index, marked.words[index])


def _is_of_people(marked: Marked, index: int) -> bool:
    """Whether a word belongs to words for people, such as the second one of "second secretary"."""
    for at in range(max(index - _TITLE, 0), index + 1):
        found = marked.sense_at(PEOPLE, at)
        if found is not None and at + found[1] > index:
            return True
    return False


_TITLE = 3
"""Words of a title before its last one."""


def complement(marked: Marked, index: int) -> tuple[str, Party, int] | None:
    """What stands behind a noun: an adjective after it, or a preposition with a state; and the place after it."""
    adjective = next((p for p in marked.parties if p.first == index and p.sense.kind == "adjective"), None)
    if adjective is not None and marked.lexicon.has("adjective-behind"):
        return "adjective", adjective, adjective.after
    if marked.lexicon.has("genitive-behind") and not marked.is_in(index, "determiner"):
        direct = party_at(marked, index)
        if direct is not None and direct.sense.kind != "adjective":
            return "origin", direct, direct.after
    for group in ("origin", "host"):
        for length in (2, 1) if marked.phrase_at(group, index) is not None else ():
            if index + length > len(marked.words):
                continue
            found = marked.lexicon.phrases(group).whole(marked.words[index : index + length])
            if found is None:
                continue
            party = party_at(marked, index + length)
            if party is not None and party.sense.kind != "adjective":
                return group, party, party.after
    return None
