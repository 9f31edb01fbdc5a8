"""Why do two spellings count as one? The conventions by which their letters met, in words a reader can check."""

from __future__ import annotations

from functools import lru_cache

from legation.language.names.folding import words
from legation.language.names.given import known_forms
from legation.language.names.meeting import Meeting, meet
from legation.language.names.readings import Reading, named, ordinary, readings
from legation.language.names.words import Relation, all_meetings, word
from legation.vocabulary.romanization import letters_in

_MOST_NAMED = 3
"""Conventions that are named for one spelling; more of them say nothing more."""


@lru_cache(maxsize=16384)
def explanation(a: str, b: str, relation: Relation, shown_a: int, shown_b: int) -> str | None:
    """How the words of a part met; `None` where the relation says it all."""
    if relation == "form":
        return _same_group(a, b)
    if relation not in ("variant", "reading", "partly"):
        return None
    told = [
        one
        for left, right in zip(words(a), words(b), strict=False)
        if left.casefold() != right.casefold() and (one := _met(left, right, shown_a, shown_b)) is not None
    ]
    return "; ".join(told) or None


def _met(a: str, b: str, shown_a: int, shown_b: int) -> str | None:
    found = max(all_meetings(word(a), word(b)), key=lambda met: _telling(met, shown_a, shown_b), default=None)
    if found is None:
        return None
    sure = found[0] & shown_a and found[1] & shown_b
    doubt = "" if sure else ", which nothing in the names shows"
    found = found[0] & shown_a or found[0], found[1] & shown_b or found[1]
    return f"{a} ({_names(found[0])}) and {b} ({_names(found[1])}) can both be {_common(a, b, found)}{doubt}"


def _telling(met: Meeting, shown_a: int, shown_b: int) -> tuple[int, int]:
    """How well the names show the conventions of a meeting; then, how many of those are special ones."""
    here, there = met[0] & shown_a, met[1] & shown_b
    return bool(here) + bool(there), bool(here & ~ordinary()) + bool(there & ~ordinary())


def _names(bits: int) -> str:
    found = [one.id for one in named(bits)]
    return ", ".join(found[:_MOST_NAMED]) or "the only convention with these letters"


def _common(a: str, b: str, met: Meeting) -> str:
    """The letters that may stand in both, the first of each place."""
    for one in readings(a):
        for other in readings(b):
            if one.conventions & met[0] and other.conventions & met[1] and meet(one, other):
                return _letters(one, other)
    return ""


def _letters(one: Reading, other: Reading) -> str:
    return "".join(letters_in(here & there)[0] for here, there in zip(one.lanes(), other.lanes(), strict=True))


def _same_group(a: str, b: str) -> str | None:
    left = {form.group for word in words(a) for form in known_forms(word)}
    right = {form.group for word in words(b) for form in known_forms(word)}
    common = sorted(left & right)
    return f"national forms of one given name ({', '.join(common)})" if common else "patronymics of one father's name"
