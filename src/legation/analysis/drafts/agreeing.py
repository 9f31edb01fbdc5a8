"""Do two values say the same? Days by what both allow, names by their words, the rest by being equal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from legation.analysis.drafts.atoms import Atom
from legation.language.names import skeletons
from legation.model.dates import Certainty, Edtf, Precision
from legation.vocabulary.cities import find_city

_COARSE = frozenset({Precision.RANGE, Precision.UNKNOWN})


def comparable(atom: Atom, other: Atom) -> bool:
    """Whether one could stand where the other does."""
    if atom.kind == "place":
        return other.kind == "place" or (other.kind == "party" and other.soft)
    return atom.kind == other.kind


def agree(atom: Atom, other: Atom) -> bool:
    """Whether the case's value bears out the draft's."""
    if isinstance(atom.value, Edtf) and isinstance(other.value, Edtf):
        return days_agree(atom.value, other.value)
    if isinstance(other.value, Edtf):
        day = other.value.bounds.exact
        return day is not None and (day.month, day.day) == atom.value
    if atom.kind == "name":
        return names_agree(atom.words, other.words)
    if atom.kind == "place" and other.kind == "party":
        city = find_city(atom.text)
        return city is not None and other.value in (city.state, city.organization) and other.text == atom.text
    return atom.value == other.value and (not atom.unit or not other.unit or atom.unit == other.unit)


def days_agree(said: Edtf, known: Edtf) -> bool:
    """Whether a known day bears out one that is said: it lies in it; a span that isn't printed has only to meet it."""
    if "/" in said.text and "/" in known.text and Precision.RANGE is known.precision is said.precision:
        return said.bounds == known.bounds
    if known.bounds.within(said.bounds) is Certainty.CERTAIN:
        return True
    return known.precision in _COARSE and known.bounds.narrowed(said.bounds) is not None


def names_agree(said: Sequence[str], known: Sequence[str]) -> bool:
    """Whether two names share what comes last in one of them: a family name, as a rule."""
    if not (said and known):
        return False
    if said[-1] in known or known[-1] in said:
        return True
    heard = sounds(said[-1])
    return any(not heard.isdisjoint(sounds(word)) for word in known)


@lru_cache(maxsize=65536)
def sounds(word: str) -> frozenset[str]:
    """What a word of a name may sound like, by the conventions by which it may be spelled; short ones like nothing."""
    return frozenset(skeletons(word)) if len(word) > 3 else frozenset()
