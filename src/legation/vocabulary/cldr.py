"""What are states, months and cities called in a language? The Unicode consortium's CLDR, through babel.

A language is loaded when it is first asked for and stays; a language that CLDR doesn't have has no names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from babel import Locale, localedata
from babel.core import get_global

from legation.vocabulary.folding import fold

LANGUAGES: tuple[str, ...] = ("en", "de", "fr", "ru", "es", "uk", "pl", "nl", "it", "pt")
"""The languages that lists are searched in without a hint, commonest first."""

_NO_STATES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EZ", "IC", "QO", "TA", "XA", "XB", "ZZ"})
"""Codes of CLDR that no state, territory or organization with missions has."""


@cache
def _locale(language: str) -> Mapping[str, Any]:
    code = language.replace("-", "_").split("_")[0].lower()
    found: Mapping[str, Any] = localedata.load(code) if code.isascii() and localedata.exists(code) else {}
    return found


@cache
def territories(language: str) -> Mapping[str, str]:
    """Names of states and territories by their code of two letters."""
    named = _locale(language).get("territories", {})
    return {code: name for code, name in named.items() if len(code) == 2 and code.isalpha() and code not in _NO_STATES}


@cache
def months(language: str) -> Mapping[str, int]:
    """Folded names of months, long and short, in every form that the language has, with their number."""
    found: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in _month_names(language, form, width).items():
                words = fold(str(name))
                if len(words) == 1 and not words[0].isdigit():
                    found.setdefault(words[0], int(number))
    return found


def _month_names(language: str, form: str, width: str) -> Mapping[int, str]:
    code = language.replace("-", "_").split("_")[0].lower()
    return Locale(code).months[form][width] if _locale(language) else {}


@cache
def zone_cities(language: str) -> Mapping[tuple[str, ...], str]:
    """Folded names of the cities of time zones in a language, with the city's English name."""
    found = {}
    for zone, said in _locale(language).get("time_zones", {}).items():
        if isinstance(said, Mapping) and "city" in said:
            found[fold(str(said["city"]))] = zone.rsplit("/", 1)[-1].replace("_", " ")
    return found


@cache
def zone_territory(city: str) -> str | None:
    """The code of the territory whose time zone has this English city name."""
    return {zone.rsplit("/", 1)[-1].replace("_", " "): code for zone, code in get_global("zone_territories").items()}.get(
        city
    )
