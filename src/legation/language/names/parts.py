"""Which part of a printed name is which?

Reads capitals, commas, initials, patronymics and the order that a list keeps; every part keeps its printed letters.
Where nothing printed tells, the parts are marked as resting on the usual order alone.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from legation.language.names.given import is_known
from legation.language.names.marks import is_bound, is_capitals, is_initial, is_particle, is_patronymic
from legation.language.names.syllables import split_characters
from legation.language.scripts import script_of
from legation.vocabulary.names import name_words

NameOrder = Literal["given-first", "family-first"]
PartsBasis = Literal[
    "comma",
    "capitals",
    "given-order",
    "patronymic",
    "initials",
    "known-given",
    "particle",
    "characters",
    "usual-order",
    "single",
]

_FAMILY_FIRST_SCRIPTS = frozenset({"Hani", "Hira", "Kana", "Hang"})


class NameParts(NamedTuple):
    """A name in parts, in printed letters; `None` is a part that the name doesn't have."""

    text: str
    """The whole name with single spaces."""
    given: str | None
    """Given names as printed, initials among them."""
    family: str | None
    """Family name with its particles."""
    patronymic: str | None
    initials: tuple[str, ...]
    """Capital letters of given names that are printed as initials only."""
    suffix: str | None
    script: str | None
    """ISO 15924 code of the script of most letters; `None` where there is no letter."""
    basis: PartsBasis
    """What told the family name from the others."""

    @property
    def certain(self) -> bool:
        """Whether something printed, or the caller, told the parts apart."""
        return self.basis not in ("usual-order", "single")


@lru_cache(maxsize=65536)
def parse_name(text: str, *, order: NameOrder | None = None) -> NameParts:
    """The parts of a name printed without honorific.

    Args:
        text: the name as printed.
        order: the order that the list is known to keep; it counts where the name itself shows nothing.
    """
    whole = " ".join((text if text.isascii() else unicodedata.normalize("NFC", text)).split())
    script = script_of(whole)
    before, comma, after = _in_one_script(whole, script).partition(",")
    tokens = [token for token in before.split() if token.isalpha() or any(map(str.isalpha, token))]
    if comma and after and not _all_suffixes(after.split()):
        behind = after.replace(",", " ").split()
        if not _family_in_capitals(tokens, behind):
            rest, suffix = _without_suffix(behind)
            rest, particles = _without_particles(rest)
            return _made(whole, family=[*particles, *tokens], rest=rest, suffix=suffix, script=script, basis="comma")
        # `Given Patronymic, FAMILY` is one name, `Given FAMILY, Given FAMILY` one in two spellings
        tokens, after = (tokens if any(map(is_capitals, tokens)) else [*tokens, *behind]), ""
    tokens, suffix = _without_suffix([*tokens, *after.split()] if comma else tokens)
    family, rest, basis = _split(tokens, order, script)
    return _made(whole, family=family, rest=rest, suffix=suffix, script=script, basis=basis)


def _in_one_script(whole: str, script: str | None) -> str:
    """A name without the bracket at its end that says it again in another script: `Li Wei (李伟)`."""
    name, opening, again = whole.partition(" (")
    if not opening or not again.endswith(")") or script_of(again) in (script_of(name), None):
        return whole
    return name


def _all_suffixes(tokens: Sequence[str]) -> bool:
    return all(token.casefold().strip(",") in name_words().suffixes for token in tokens)


def _family_in_capitals(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether capitals show that the family name isn't what stands before the comma."""
    here, there = ({is_capitals(token) for token in tokens if not is_initial(token)} for tokens in (before, behind))
    return (here == {False} and True in there) or here == there == {True, False}


def _without_suffix(tokens: Sequence[str]) -> tuple[list[str], str | None]:
    suffixes, stop = name_words().suffixes, len(tokens)
    while stop > 1 and tokens[stop - 1].casefold().strip(",") in suffixes:
        stop -= 1
    return list(tokens[:stop]), " ".join([token.strip(",") for token in tokens[stop:]]) or None


def _without_particles(rest: list[str]) -> tuple[list[str], list[str]]:
    """Given names, and the particles of a family name that stands under its own letter: `Arlen, Jan van der`."""
    end = len(rest)
    while end > 1 and rest[end - 1].islower() and is_particle(rest[end - 1]):
        end -= 1
    return rest[:end], rest[end:]


def _split(tokens: list[str], order: NameOrder | None, script: str | None) -> tuple[list[str], list[str], PartsBasis]:
    """Family tokens, the others, and what told them apart."""
    if len(tokens) < 2:
        written = split_characters(tokens[0]) if tokens and script in _FAMILY_FIRST_SCRIPTS else None
        return ([written[0]], [written[1]], "characters") if written else (tokens, [], "single")
    for rule in (_by_capitals, _by_initials, _by_patronymic):
        found = rule(tokens)
        if found is not None:
            return found
    tokens = _bound(tokens)
    usual: NameOrder = "family-first" if script in _FAMILY_FIRST_SCRIPTS else "given-first"
    family_first = (order or usual) == "family-first"
    told = None if order else _by_given_name(tokens)
    told = told or (None if family_first else _by_particle(tokens))
    if told is not None:
        return told
    basis: PartsBasis = "given-order" if order else "usual-order"
    if family_first:
        # `de la Torre Ana`: particles open the family name, and one more word is its own
        stop = next((at for at, token in enumerate(tokens) if not is_particle(token)), 0) + 1
        stop = stop if stop < len(tokens) else 1
        return tokens[:stop], tokens[stop:], basis
    return tokens[-1:], tokens[:-1], basis


def _bound(tokens: list[str]) -> list[str]:
    """The tokens, with words that are no name alone together with the next one: `Abd al-Rahman`."""
    found: list[str] = []
    for place, token in enumerate(tokens):
        if found and len(tokens) > 2 and is_bound(tokens[place - 1]):
            found[-1] += f" {token}"
        else:
            found.append(token)
    return found


def _by_capitals(tokens: list[str]) -> tuple[list[str], list[str], PartsBasis] | None:
    capitals = [is_capitals(token) for token in tokens]
    others = [token for token, mark in zip(tokens, capitals, strict=True) if not mark]
    if len(others) == len(tokens) or all(map(is_initial, others)):
        return None
    start = capitals.index(True)
    start, end = (start, start + 1) if len(others) == len(tokens) - 1 else _longest_run(_joined(tokens, capitals))
    while start > 0 and tokens[start - 1].islower() and is_particle(tokens[start - 1]):
        start -= 1
    return tokens[start:end], tokens[:start] + tokens[end:], "capitals"


def _joined(tokens: list[str], capitals: list[bool]) -> list[bool]:
    """The marks, with particles between two words of capitals marked too (`GARCIA y LOPEZ`, `DE la CRUZ`)."""
    marks = list(capitals)
    for index in range(1, len(tokens)):
        if marks[index - 1] and is_particle(tokens[index]):
            following = next((at for at in range(index, len(tokens)) if not is_particle(tokens[at])), None)
            marks[index] = capitals[index] or (following is not None and capitals[following])
    return marks


def _longest_run(marks: list[bool]) -> tuple[int, int]:
    """Where the longest run of marks begins and ends; the last of equals."""
    first = stop = start = 0
    for index, mark in enumerate([*marks, False]):
        if not mark:
            if index - start >= stop - first:
                first, stop = start, index
            start = index + 1
    return first, stop


def _by_initials(tokens: list[str]) -> tuple[list[str], list[str], PartsBasis] | None:
    """Initials stand for given names: beside one word, before the family name, or after a given name at the end."""
    initials = [is_initial(token) for token in tokens]
    if not any(initials) or all(initials):
        return None
    # A particle before an initial is a given name after all: `Ben G. Carver`.
    after = [*initials[1:], False]
    words = [
        token
        for token, short, before_initial in zip(tokens, initials, after, strict=True)
        if not short and (before_initial or not is_particle(token))
    ]
    if len(words) == 1:
        family = [token for token, short in zip(tokens, initials, strict=True) if not short]
        return family, [token for token, short in zip(tokens, initials, strict=True) if short], "initials"
    if initials[-1]:
        return tokens[:1], tokens[1:], "initials"
    start = len(tokens) - 1
    while is_particle(tokens[start - 1]) and start > 1:
        start -= 1
    return tokens[start:], tokens[:start], "initials"


def _by_patronymic(tokens: list[str]) -> tuple[list[str], list[str], PartsBasis] | None:
    for index, token in enumerate(tokens):
        if index > 1 and len(tokens) > 3 and token.casefold() in name_words().patronymic_words:
            last = index == len(tokens) - 1
            return (
                (tokens[:1], tokens[1:], "patronymic")
                if last
                else (tokens[index + 1 :], tokens[: index + 1], "patronymic")
            )
    if len(tokens) != 3 or any(is_initial(token) for token in tokens):
        return None
    if is_patronymic(tokens[1]):
        return tokens[2:], tokens[:2], "patronymic"
    if is_patronymic(tokens[2]):
        return tokens[:1], tokens[1:], "patronymic"
    return None


def _by_given_name(tokens: list[str]) -> tuple[list[str], list[str], PartsBasis] | None:
    """A known given name at one end of two words and not at the other."""
    if len(tokens) != 2:
        return None
    first, last = map(is_known, tokens)
    if first == last:
        return None
    return (tokens[1:], tokens[:1], "known-given") if first else (tokens[:1], tokens[1:], "known-given")


def _by_particle(tokens: list[str]) -> tuple[list[str], list[str], PartsBasis] | None:
    """A particle after the first word opens the family name."""
    for index in range(1, len(tokens) - 1):
        if is_particle(tokens[index]) and not is_initial(tokens[index]):
            return tokens[index:], tokens[:index], "particle"
    return None


def _made(
    text: str, *, family: list[str], rest: list[str], suffix: str | None, script: str | None, basis: PartsBasis
) -> NameParts:
    given, patronymic = _given_and_patronymic(rest)
    initials = [letter.upper() for token in given if is_initial(token) for letter in token if letter.isalpha()]
    return NameParts(
        text,
        " ".join(given) or None,
        " ".join(family) or None,
        " ".join(patronymic) or None,
        tuple(initials),
        suffix,
        script,
        basis,
    )


def _given_and_patronymic(rest: list[str]) -> tuple[list[str], list[str]]:
    """Given names and patronymic; the patronymic follows a given name, a Turkic one ends with a word of its own."""
    if len(rest) > 2 and rest[-1].casefold() in name_words().patronymic_words:
        return rest[:-2], rest[-2:]
    if len(rest) > 1 and is_patronymic(rest[-1]):
        return rest[:-1], rest[-1:]
    return rest, []
