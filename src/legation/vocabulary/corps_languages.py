"""Which languages does a list speak? By the words of its missions, ranks, headings and columns.

Names of states and cities are then looked up in those languages too, in their cases. A word that several languages
share counts for each of them in part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out

_TABLES = {
    "missions.tsv": 1,
    "sections.tsv": 1,
    "columns.tsv": 1,
    "ranks.tsv": 0,
    "contacts.tsv": 0,
    "vacancies.tsv": 0,
}
"""Tables with words of lists, and their column of languages."""
_LEAST = 1.0
_SHARE = 0.25
_ENGLISH = frozenset({"en", "*"})


@cache
def _told() -> Phrases[tuple[str, ...]]:
    """Each phrase with the languages that have it; what English has too tells nothing."""
    languages: dict[tuple[str, ...], dict[str, None]] = {}
    english = {
        words
        for table, column in _TABLES.items()
        for row in rows(table)
        if row[column] in _ENGLISH and "*" not in row[-1]
        for words in spelled_out(row[-1])
    }
    for table, column in _TABLES.items():
        for row in rows(table):
            if row[column] not in _ENGLISH and "*" not in row[-1]:
                for words in spelled_out(row[-1]):
                    if len("".join(words)) > 3 and words not in english:
                        languages.setdefault(words, {})[row[column]] = None
    return Phrases((words, tuple(found)) for words, found in languages.items())


def languages_told(lines: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """The languages of folded lines, the commonest first."""
    counted: dict[str, float] = {}
    for words in lines:
        for found, first, stop in _told().scan(words):
            for language in found:
                counted[language] = counted.get(language, 0.0) + (stop - first) / len(found)
    most: float = max(counted.values(), default=0)
    return tuple(
        language
        for language, n in sorted(counted.items(), key=lambda each: -each[1])[:5]
        if n >= max(_LEAST, _SHARE * most) or n == most
    )
