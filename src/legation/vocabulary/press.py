"""Which words do reports use for numbers, days, persons, missions, deeds and their hedges?

Loads the tables of the press, language by language; decides nothing about any text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from legation.vocabulary.folding import fold_word
from legation.vocabulary.tables import rows

_TABLES = ("press_cues.tsv", "press_claims.tsv", "press_answers.tsv", "press_steps.tsv")


@cache
def having(grammar: str) -> frozenset[str]:
    """The languages that have a property of `press_grammar.tsv`."""
    return frozenset(code for name, codes in rows("press_grammar.tsv") if name == grammar for code in codes.split("|"))


@cache
def properties() -> tuple[str, ...]:
    """The properties of `press_grammar.tsv`."""
    return tuple(dict.fromkeys(name for name, _ in rows("press_grammar.tsv")))


LANGUAGES = tuple(sorted(having("spoken"), key=lambda code: (code != "en", code)))
"""Languages that the tables cover, English first."""

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‑": "-"})


_ACCENT_TELLS = frozenset({"à", "où", "là", "él", "sí", "würde", "würden", "könnte", "könnten", "hätte", "hätten"})
"""Words that only their accent tells from another one ("à" from "a", "él" from "el", "würden" from "wurden")."""


def folded(word: str) -> str:
    """A word as the words of a text are compared: without case and accents, plain apostrophes and hyphens."""
    small = word.casefold()
    return small if small in _ACCENT_TELLS else fold_word(word.translate(_APOSTROPHES))


@cache
def cues(language: str, group: str) -> tuple[tuple[str, str], ...]:
    """Phrases of one group of the tables of cues, claims and answers with the sense that each gives, as printed."""
    known = _by_group()
    found = (*known.get((language, group), ()), *known.get(("*", group), ()))
    return tuple((form, sense) for sense, forms in found for form in forms.split("|"))


@cache
def groups(language: str) -> tuple[str, ...]:
    """The groups of cues that a language has."""
    return tuple(sorted({group for known, group in _by_group() if known in (language, "*")}))


@cache
def _by_group() -> Mapping[tuple[str, str], list[tuple[str, str]]]:
    """Sense and forms of every row of the tables of cues, by language and group."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for table in _TABLES:
        for language, group, sense, forms in rows(table):
            found.setdefault((language, group), []).append((sense, forms))
    return found


@cache
def words(language: str, group: str) -> frozenset[str]:
    """The single words of a group of cues, folded."""
    return frozenset(folded(form) for form, _ in cues(language, group) if " " not in form)


@cache
def own_letters(language: str) -> frozenset[str]:
    """Letters and marks that a language has and no other of the tables."""
    return frozenset(form for form, _ in cues(language, "letter"))


@cache
def number_words(language: str) -> tuple[tuple[str, str, str], ...]:
    """Kind, value and phrase of each row of `press_numbers.tsv`."""
    return tuple(
        (kind, value, form)
        for kind, lang, value, forms in rows("press_numbers.tsv")
        if lang == language
        for form in forms.split("|")
    )


@cache
def months() -> Mapping[str, int]:
    """Names and short forms of months in every language, with the case endings that running text shows."""
    return {folded(form): int(number) for _, number, form in _calendar("month")}


@cache
def weekdays() -> Mapping[str, int]:
    """Names of weekdays in every language, Monday 0."""
    return {folded(form): int(number) for _, number, form in _calendar("weekday")}


@cache
def seasons() -> Mapping[str, int]:
    """Names of seasons in every language, as their EDTF numbers 21 to 24."""
    return {folded(form): int(number) for _, number, form in _calendar("season")}


@cache
def abbreviations() -> frozenset[str]:
    """Abbreviations that end with a full stop and no sentence."""
    return frozenset(folded(form) for _, _, form in _calendar("abbreviation"))


@cache
def time_units(language: str) -> Mapping[str, str]:
    """Units of time to `H`, `D`, `W`, `M` or `Y`."""
    return {folded(form): unit for lang, unit, form in _calendar("unit") if lang == language}


def _calendar(kind: str) -> Iterator[tuple[str, str, str]]:
    """Language, value and form of each row of one kind in `press_calendar.tsv`."""
    for row_kind, language, value, forms in rows("press_calendar.tsv"):
        if row_kind == kind:
            for form in forms.split("|"):
                yield language, value, form
