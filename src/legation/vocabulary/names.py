"""Which words and letters make up names?

Loads the tables of name words and of what letters can stand for; decides nothing about any name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from legation.vocabulary.tables import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Words and endings that tell the parts of a name apart, casefolded."""

    particles: frozenset[str]
    articles: frozenset[str]
    suffixes: frozenset[str]
    patronymic_endings: tuple[str, ...]
    patronymic_words: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """What the letters of one script can stand for: groups to readings, inside a word and at its end."""

    inside: Mapping[str, tuple[str, ...]]
    final: Mapping[str, tuple[str, ...]]
    longest: int
    """Code points of the longest group."""


@cache
def name_words() -> NameWords:
    """The table `name_words.tsv`."""
    forms: dict[str, list[str]] = {"particle": [], "article": [], "suffix": [], "patronymic": [], "patronymic-word": []}
    for kind, form, *_ in rows("name_words.tsv"):
        forms[kind].append(form)
    return NameWords(
        particles=frozenset(forms["particle"]),
        articles=frozenset(forms["article"]),
        suffixes=frozenset(forms["suffix"]),
        patronymic_endings=tuple(forms["patronymic"]),
        patronymic_words=frozenset(forms["patronymic-word"]),
    )


@cache
def readings() -> Mapping[str, Readings]:
    """The table `romanization.tsv`, by ISO 15924 code of the script."""
    inside: dict[str, dict[str, tuple[str, ...]]] = {}
    final: dict[str, dict[str, tuple[str, ...]]] = {}
    for script, letters, sounds, *_ in rows("romanization.tsv"):
        into = final if letters.endswith("$") else inside
        into.setdefault(script, {})[letters.rstrip("$")] = tuple(sounds.split("|"))
    return {
        script: Readings(
            inside=table,
            final=final.get(script, {}),
            longest=max(map(len, (*table, *final.get(script, ())))),
        )
        for script, table in inside.items()
    }


@cache
def given_name_group(form: str) -> frozenset[str]:
    """The groups of equivalent given names to which a casefolded form belongs; empty for most."""
    return _given_names().get(form, frozenset())


@cache
def _given_names() -> Mapping[str, frozenset[str]]:
    groups: dict[str, set[str]] = {}
    for group, *forms in rows("given_names.tsv"):
        for form in (group, *forms):
            groups.setdefault(form, set()).add(group)
    return {form: frozenset(names) for form, names in groups.items()}

