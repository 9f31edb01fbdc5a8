"""What are states, months and cities called in a language? The Unicode consortium's CLDR.

The languages of most lists lie beside this module as tables, so that looking a name up costs no start; any other
language is loaded through babel when it is first asked for. A language that CLDR doesn't have has no names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from legation.vocabulary.folding import fold
from legation.vocabulary.tables import rows

LANGUAGES: tuple[str, ...] = ("en", "de", "fr", "ru", "es", "uk", "pl", "nl", "it", "pt")
"""The languages that names are looked up in without a hint, commonest first; the columns of the table of states."""

NO_STATES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "XA", "XB", "ZZ"})
"""Codes of CLDR that no state, territory or organization with missions has."""


@cache
def territories(language: str) -> Mapping[str, str]:
    """Names of states and territories by their code of two letters."""
    if language in LANGUAGES:
        column = LANGUAGES.index(language) + 1
        return {row[0]: row[column] for row in rows("cldr_states.tsv") if row[column]}
    return _loaded(language)


def _loaded(language: str) -> Mapping[str, str]:
    """Territories from babel, imported here because most runs never need it."""
    from babel import Locale, UnknownLocaleError

    try:
        named = Locale.parse(language.replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: name for code, name in named.items() if len(code) == 2 and code.isalpha() and code not in NO_STATES}


@cache
def zone_cities_in(language: str) -> Mapping[tuple[str, ...], str]:
    """Folded names of the cities of time zones in a language, with the city's English name."""
    from babel import Locale, UnknownLocaleError

    try:
        zones = Locale.parse(language.replace("-", "_")).time_zones
        english = Locale.parse("en").time_zones
    except (UnknownLocaleError, ValueError):
        return {}
    named = ((zone, held["city"]) for zone, held in zones.items() if held.get("city"))
    return {
        fold(name): str(english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " "))
        for zone, name in named
    }


@cache
def months() -> Mapping[str, int]:
    """Folded names of months, long and short, in every form of the languages, with their number."""
    found: dict[str, int] = {}
    for _, number, names in rows("cldr_months.tsv"):
        for name in names.split("|"):
            words = fold(name)
            if len(words) == 1 and not words[0].isdigit():
                found.setdefault(words[0], int(number))
    return found


@cache
def zone_cities() -> Mapping[tuple[str, ...], str]:
    """Folded names of the cities of time zones, with the city's English name."""
    return {fold(name): english for english, name in rows("cldr_cities.tsv")}
