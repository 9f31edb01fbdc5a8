"""Whose capital or seat is a city? For headings that name a mission's city and not its host.

A city outside the table has no state; nothing is guessed from an address.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from legation.vocabulary.cldr import zone_cities, zone_cities_in
from legation.vocabulary.declension import stem
from legation.vocabulary.folding import fold
from legation.vocabulary.tables import rows

_LONGEST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city with missions: its usual English name, its state, and the organization that sits there."""

    name: str
    state: str
    capital: bool
    organization: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCity:
    """A city's name inside a text: the city, its first word and the word after its last."""

    city: City
    first: int
    stop: int


@cache
def _cities() -> dict[tuple[str, ...], City]:
    found: dict[tuple[str, ...], City] = {}
    for code, text in rows("cities.tsv"):
        names = [name.strip() for name in text.split("|")]
        if code.startswith("seat:"):
            _, state, *organization = code.split(":")
            for name in names:
                found.setdefault(
                    fold(name), City(name=name, state=state, capital=False, organization=next(iter(organization), None))
                )
            continue
        city = City(name=names[0], state=code, capital=True)
        for name in names:
            found.setdefault(fold(name), city)
    for words, english in zone_cities().items():
        known = found.get(fold(english))
        if known is not None:
            found.setdefault(words, known)
    return found


@cache
def _large() -> dict[tuple[str, ...], City]:
    """Large cities, and seats, by what they are called in other languages and scripts."""
    found: dict[tuple[str, ...], City] = {}
    for state, name, folded in rows("city_names.tsv"):
        city = City(name=name, state=state, capital=False)
        found |= dict.fromkeys(map(tuple, map(str.split, folded.split("|"))), city)
    return found


def find_city(text: str) -> City | None:
    """The city that a text names as a whole."""
    return _named(fold(text))


def _named(words: tuple[str, ...]) -> City | None:
    return _cities().get(words) or _large().get(words)


def cities_within(
    words: Sequence[str], *, inflected: bool = False, languages: Sequence[str] = ()
) -> tuple[FoundCity, ...]:
    """Cities named inside folded words.

    Args:
        words: folded words.
        inflected: whether names in another case are taken as well (`в Софии`).
        languages: in whose names and cases cities are looked up, beyond the usual ones.
    """
    found, at = [], 0
    while at < len(words):
        for stop in range(min(len(words), at + _LONGEST), at, -1):
            part = tuple(words[at:stop])
            city = _named(part) or (_by_stem(part) or _in_case(part, languages) if inflected else None)
            if city is not None:
                found.append(FoundCity(city=city, first=at, stop=stop))
                at = stop - 1
                break
        at += 1
    return tuple(found)


def _stem(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.rstrip("аеиоуыэюяьіjyaeiou") for word in words)


@cache
def _stemmed() -> dict[tuple[str, ...], City]:
    return {_stem(words): city for words, city in _cities().items() if not "".join(words).isascii()}


def _by_stem(words: tuple[str, ...]) -> City | None:
    stem = _stem(words)
    return _stemmed().get(stem) if max(map(len, stem)) >= 3 else None


def _in_case(words: tuple[str, ...], languages: Sequence[str]) -> City | None:
    for language in languages:
        named = _named_in(language)
        city = named.get(words) or named.get(stem(words, language) or ())
        if city is not None:
            return city
    return None


@cache
def _named_in(language: str) -> dict[tuple[str, ...], City]:
    """Cities by their names and stems in a language; stems that two cities share are left out."""
    there = {
        words: city for words, english in zone_cities_in(language).items() if (city := _cities().get(fold(english)))
    }
    stems: dict[tuple[str, ...], City] = {}
    clashes = set()
    for words, city in [*there.items(), *_cities().items()]:
        bare = stem(words, language)
        if bare is not None and max(map(len, bare)) > 3 and stems.setdefault(bare, city).name != city.name:
            clashes.add(bare)
    return {**{bare: city for bare, city in stems.items() if bare not in clashes}, **there}
