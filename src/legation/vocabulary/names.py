"""Which words and endings tell the parts of a name apart?

Loads the table of name words; decides nothing about any name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from legation.vocabulary.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Words and endings that tell the parts of a name apart, casefolded."""

    particles: frozenset[str]
    articles: frozenset[str]
    bound: frozenset[str]
    suffixes: frozenset[str]
    patronymic_endings: tuple[str, ...]
    patronymic_words: frozenset[str]
    patronymic_languages: tuple[tuple[str, str], ...]
    """Endings that only documents in one language have, each with the language."""


@cache
def name_words() -> NameWords:
    """The table `name_words.tsv`."""
    kinds = ("particle", "article", "bound", "suffix", "patronymic", "patronymic-word")
    forms: dict[str, list[str]] = {kind: [] for kind in kinds}
    languages: list[tuple[str, str]] = []
    for kind, form, *_ in rows("name_words.tsv"):
        if kind == "characters":
            continue
        if kind in ("patronymic-uk", "patronymic-be"):
            languages.append((form, kind.removeprefix("patronymic-")))
        else:
            forms[kind].append(form)
    return NameWords(
        particles=frozenset(forms["particle"]),
        articles=frozenset(forms["article"]),
        bound=frozenset(forms["bound"]),
        suffixes=frozenset(forms["suffix"]),
        patronymic_endings=tuple(forms["patronymic"]),
        patronymic_words=frozenset(forms["patronymic-word"]),
        patronymic_languages=tuple(languages),
    )
