"""Which adjectives and seats of government stand for a state in running text, in every form that a language gives them?

Forms follow the regular endings of each language; nothing is guessed for a state that the tables don't have.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from legation.vocabulary.tables import rows

_COLUMNS = {"en": 1, "de": 2, "fr": 3, "es": 4, "ru": 5}
_GERMAN = ("e", "er", "en", "es", "em")
_RUSSIAN = ("ий", "ого", "ому", "им", "ом", "ая", "ой", "ую", "ое", "ие", "их", "ими")
_AMBIGUOUS_SEATS = frozenset({"BE"})
"""States whose capital stands for other governments as well: nothing follows from its name alone."""


@cache
def adjectives(language: str) -> tuple[tuple[str, str], ...]:
    """Forms of adjectives, each with the code of its state, and the English and German plurals of nationals."""
    return tuple(
        (form, row[0])
        for row in rows("demonyms.tsv")[1:]
        for cell in _cell(row, language).split(";")
        if cell
        for form in _adjective_forms(cell, language)
    )


@cache
def seats(language: str) -> tuple[tuple[str, str, str], ...]:
    """Names of capitals: form, code of the state, and the name in its first form; ambiguous ones have no code."""
    return tuple(
        (form, "" if row[0] in _AMBIGUOUS_SEATS else row[0], name)
        for row in rows("capitals.tsv")[1:]
        for name in (_cell(row, language) or row[1]).split(";")
        if name
        for form in (russian_cases(name) if language == "ru" else (name,))
    )


@cache
def capital_of(language: str) -> dict[str, str]:
    """The state whose capital a name is, by the name as printed in the nominative."""
    return {name: row[0] for row in rows("capitals.tsv")[1:] for name in (_cell(row, language) or row[1]).split(";")}


@cache
def codes() -> tuple[str, ...]:
    """Codes of the states that the table of adjectives has."""
    return tuple(row[0] for row in rows("demonyms.tsv")[1:])


def _cell(row: tuple[str, ...], language: str) -> str:
    column = _COLUMNS.get(language, 1)
    return row[column] if column < len(row) else ""


def _adjective_forms(cell: str, language: str) -> Iterator[str]:
    if language == "en":
        yield from (cell, f"{cell}s") if cell[-1] in "nicb" and not cell.endswith("sh") else (cell,)
    elif language == "de":
        yield cell
        yield from (cell + ending for ending in _GERMAN) if cell.endswith("sch") else ()
    elif language == "fr":
        yield from _french(cell)
    elif language == "es":
        yield from _spanish(cell)
    else:
        yield from (cell + ending for ending in _RUSSIAN)


def _french(masculine: str) -> Iterator[str]:
    feminine = masculine
    if masculine.endswith("en"):
        feminine = f"{masculine}ne"
    elif masculine.endswith("c"):
        feminine = f"{masculine[:-1]}que" if masculine.endswith("rc") else f"{masculine}que"
    elif not masculine.endswith("e"):
        feminine = f"{masculine}e"
    plural = masculine if masculine.endswith("s") else f"{masculine}s"
    yield from dict.fromkeys((masculine, plural, feminine, f"{feminine}s"))


def _spanish(masculine: str) -> Iterator[str]:
    if masculine.endswith("o"):
        stem = masculine[:-1]
        yield from (stem + ending for ending in ("o", "a", "os", "as"))
    elif masculine.endswith(("és", "án", "ón", "ín")):
        stem = masculine[:-2] + {"é": "e", "á": "a", "ó": "o", "í": "i"}[masculine[-2]] + masculine[-1]
        yield from (masculine, f"{stem}a", f"{stem}es", f"{stem}as")
    elif masculine.endswith(("ol", "ar", "al")):
        yield from (masculine, f"{masculine}a", f"{masculine}es", f"{masculine}as")
    else:
        yield from (masculine, f"{masculine}s", f"{masculine}es")


def russian_cases(name: str) -> tuple[str, ...]:
    """A Russian name of a place in all cases, by its ending; of several words only the last one changes."""
    endings = (
        ("ия", ("ия", "ии", "ию", "ией")),
        ("а", ("а", "ы", "и", "е", "у", "ой")),
        ("я", ("я", "и", "е", "ю", "ей")),
        ("ь", ("ь", "и", "ю", "я", "е", "ем", "ью")),
        ("й", ("й", "я", "ю", "е", "ем")),
        ("ы", ("ы", "", "ам", "ах", "ами")),
    )
    for ending, forms in endings:
        if name.endswith(ending):
            stem = name[: -len(ending)]
            return tuple(stem + form for form in forms)
    if name[-1] in "еиоуэю" or name.isupper():
        return (name,)
    return (name, *(name + ending for ending in ("а", "у", "ом", "е")))
