"""Which adjectives and seats of government stand for a state in running text, in every form that a language gives them?

Forms follow the regular endings of each language; nothing is guessed for a state that the tables don't have.
"""

from __future__ import annotations

from functools import cache

from legation.vocabulary.endings import forms
from legation.vocabulary.tables import rows

_AMBIGUOUS_SEATS = frozenset({"BE"})
"""States whose capital stands for other governments as well: nothing follows from its name alone."""


@cache
def adjectives(language: str) -> tuple[tuple[str, str], ...]:
    """Forms of adjectives, each with the code of its state, and the English plurals of nationals."""
    return tuple(
        (form, row[0])
        for row in rows("demonyms.tsv")[1:]
        for cell in _cell("demonyms.tsv", row, language).split(";")
        if cell
        for form in forms("adjective", language, cell)
    )


@cache
def nationals(language: str) -> tuple[tuple[str, str], ...]:
    """Nouns for the nationals of states, each with the code, where the language has others than its adjectives."""
    return tuple(
        (form, row[0])
        for row in rows("nationals.tsv")[1:]
        for form in _cell("nationals.tsv", row, language).split("|")
        if form
    )


@cache
def seats(language: str) -> tuple[tuple[str, str, str], ...]:
    """Names of capitals: form, code of the state, and the name in its first form; ambiguous ones have no code."""
    return tuple(
        (form, "" if row[0] in _AMBIGUOUS_SEATS else row[0], name)
        for row in rows("capitals.tsv")[1:]
        for name in _seat_names(row, language)
        if name
        for form in forms("name", language, name)
    )


@cache
def capital_of(language: str) -> dict[str, str]:
    """The state whose capital a name is, by the name as printed in the nominative."""
    return {name: row[0] for row in rows("capitals.tsv")[1:] for name in _seat_names(row, language)}


@cache
def codes() -> tuple[str, ...]:
    """Codes of the states that the table of adjectives has."""
    return tuple(row[0] for row in rows("demonyms.tsv")[1:])


def _seat_names(row: tuple[str, ...], language: str) -> list[str]:
    return (_cell("capitals.tsv", row, language) or row[1]).split(";")


def _cell(table: str, row: tuple[str, ...], language: str) -> str:
    """What a row has for a language, by the table's header; nothing where it has no such column."""
    header = rows(table)[0]
    column = header.index(language) if language in header else len(row)
    return row[column] if column < len(row) else ""
