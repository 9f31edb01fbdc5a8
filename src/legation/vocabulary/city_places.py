"""Where on earth does a city lie? Capitals, seats and cities of missions; a city outside the table lies nowhere.

Degrees of WGS84, rounded to about a kilometer: enough for a map of missions, for no address.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.vocabulary.cities import find_city
from legation.vocabulary.folding import fold
from legation.vocabulary.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CityPlace:
    """A city by its state, with its latitude and longitude in degrees."""

    name: str
    state: str
    latitude: float
    longitude: float


def city_place(name: str, state: str | None = None) -> CityPlace | None:
    """Where a city lies; of several of one name the one of that state, or the one that is a seat of government.

    Args:
        name: in any language that the house knows for capitals and seats, as printed elsewhere.
        state: code of the state that it is in, where that is known.
    """
    known = find_city(name)
    state = state or (known.state if known is not None else None)
    for words in (fold(name), fold(known.name) if known is not None else ()):
        found = _by_name().get(words, ())
        if state is not None:
            found = tuple(place for place in found if place.state == state)
        if found and (state is not None or len(found) == 1):
            return found[0]
    return None


def capital_place(state: str) -> CityPlace | None:
    """Where the seat of government of a state lies."""
    return _capitals().get(state)


@cache
def _places() -> tuple[tuple[CityPlace, bool], ...]:
    return tuple(
        (CityPlace(name=name, state=state, latitude=float(latitude), longitude=float(longitude)), bool(mark))
        for state, name, latitude, longitude, *mark in rows("city_places.tsv")
    )


@cache
def _by_name() -> dict[tuple[str, ...], tuple[CityPlace, ...]]:
    found: dict[tuple[str, ...], tuple[CityPlace, ...]] = {}
    for place, _ in _places():
        found[fold(place.name)] = (*found.get(fold(place.name), ()), place)
    return found


@cache
def _capitals() -> dict[str, CityPlace]:
    return {place.state: place for place, capital in reversed(_places()) if capital}
