"""Do the words of a register tie somebody to a service, or accuse them, whatever the field is called?

In any language that the tables have: a register seldom says in which it is written. Words that are doubtful count: what
is alleged is asked about before it leaves, and what is asserted isn't.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from legation.language.tokens import Token, phrases, tokens
from legation.vocabulary.accusing_words import accusations
from legation.vocabulary.loaded_words import loaded_word
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import LANGUAGES, cues
from legation.vocabulary.tables import rows

_Means = Literal["nothing", "named", "service"]
_GROUPS = ("spy", "service")
"""Groups of cues that mean officers of a service, or one."""
_LETTERS = 3
"""Letters of an abbreviation that is a word too where it isn't in capitals: "Bis", "Raw"."""
_PARTED = str.maketrans("-‑/", "   ")
"""Marks that join a service to another word: "ex-KGB"."""


def alleges(words: str) -> Literal["affiliation", "attributed-act"] | None:
    """The type of claim that these words are, where they name a service or its officers, or allege a wrong."""
    whole = _without_what_means_nothing(words)
    parted = _without_what_means_nothing(whole.translate(_PARTED))
    if loaded_word("label", parted) or _names_a_service(whole) or _names_a_service(parted):
        return "affiliation"
    return "attributed-act" if accusations(parted) else None


@cache
def _known() -> Phrases[_Means]:
    return phrases(_entries())


def _entries() -> Iterator[tuple[str, _Means]]:
    # Of two with the same words the first counts.
    for _, forms in rows("unaccusing_phrases.tsv"):
        yield from ((form, "nothing") for form in forms.split("|"))
    for _, _, forms in rows("services.tsv"):
        yield from ((form, "named") for form in forms.split("|"))
    for language in LANGUAGES:
        for group in _GROUPS:
            yield from ((form, "service") for form, _ in cues(language, group))


def _names_a_service(text: str) -> bool:
    found = tokens(text)
    return any(
        means == "service" or (means == "named" and (after - first > 1 or _is_a_name(found[first])))
        for means, first, after in _known().scan([token.folded for token in found])
    )


def _is_a_name(token: Token) -> bool:
    return token.text.isupper() or (token.is_capital and len(token.text) > _LETTERS)


def _without_what_means_nothing(text: str) -> str:
    found = tokens(text)
    for means, first, after in _known().scan([token.folded for token in found]):
        if means == "nothing":
            start, end = found[first].start, found[after - 1].end
            text = text[:start] + " " * (end - start) + text[end:]
    return text
