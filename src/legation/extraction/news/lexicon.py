"""Which words of a sentence mean a state, a mission, people of a mission, or those who decide?

The tables of one language, with the states of a case added, ready to be found among folded tokens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Generic, Literal, TypeVar

from legation.language.tokens import phrase, phrases
from legation.vocabulary.demonyms import adjectives, codes, nationals, seats
from legation.vocabulary.endings import forms
from legation.vocabulary.phrases import Phrases, PhraseTables
from legation.vocabulary.press import LANGUAGES, cues, groups, having, properties, words
from legation.vocabulary.states import ORGANIZATIONS, Gazetteer
from legation.vocabulary.tables import rows

Form = Literal["pres", "past", "base", "part", "ger", "passive"]
PartyKind = Literal["name", "seat", "adjective", "organization", "alias"]
_Sense = TypeVar("_Sense")


class Table(str, Generic[_Sense]):
    """The name of a table beside the groups of cues, with the type of what its phrases mean; no group is called so."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class PartySense:
    """What a name, adjective or seat stands for; an ambiguous seat has no code."""

    code: str | None
    kind: PartyKind
    label: str


@dataclass(frozen=True, slots=True)
class PeopleSense:
    """What a word for people says: whether it is enough by itself, how many it may mean, which role."""

    strong: bool
    plural: bool
    role: str | None


@dataclass(frozen=True, slots=True)
class TriggerSense:
    """One form of a verb or noun that tells of an event."""

    type: str
    rule: str
    tail: str
    form: Form


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables of one language."""

    language: str
    tables: PhraseTables[Any]
    """The phrases of each group of cues that the language has, and of each table, with what each means."""
    adjectives: Mapping[tuple[str, ...], PartySense]
    """Adjectives whose words are those of a name: "armenia" beside "Armenia"."""
    classes: Mapping[str, frozenset[str]]
    """For each word of a cue, the groups that have it as a cue of one word."""
    openers: Mapping[str, frozenset[str]]
    """For each word that a cue begins with, the groups of these cues, and the names of the tables that it begins in."""
    grammar: frozenset[str]
    """The properties of `press_grammar.tsv` that the language has."""

    def has(self, grammar: str) -> bool:
        """Whether the language has a property of `press_grammar.tsv`."""
        return grammar in self.grammar

    def words(self, group: str) -> frozenset[str]:
        """The single words of a group of cues."""
        return words(self.language, group)

    def phrases(self, group: str) -> Phrases[str]:
        """A group of cues, with the sense of each."""
        return _cue_phrases(self.language, group)


PARTIES: Table[PartySense] = Table("parties.tsv")
PEOPLE: Table[tuple[PeopleSense, ...]] = Table("people.tsv")
MISSIONS: Table[str] = Table("missions.tsv")
TRIGGERS: Table[tuple[TriggerSense, ...]] = Table("triggers.tsv")
_FORMS: tuple[Form, ...] = ("pres", "past", "base", "part", "ger", "passive")


def lexicon(language: str, gazetteer: Gazetteer) -> Lexicon:
    """The tables of a language, with the gazetteer's own states; English where the language has no tables."""
    known = language if language in LANGUAGES else "en"
    return _lexicon(known, tuple(sorted((code, names) for code, names in gazetteer.own_names.items())))


@lru_cache(maxsize=32)
def _lexicon(language: str, own: tuple[tuple[str, tuple[str, ...]], ...]) -> Lexicon:
    named = list(_parties(language, own))
    known: dict[str, list[tuple[str, Any]]] = {group: list(cues(language, group)) for group in groups(language)}
    known |= {PARTIES: named, PEOPLE: list(_people(language)), MISSIONS: list(_missions(language))}
    known |= {TRIGGERS: list(_triggers(language))}
    cut = {name: [(phrase(form), sense) for form, sense in entries] for name, entries in known.items()}
    return Lexicon(
        language=language,
        tables=PhraseTables(cut),
        adjectives=_twins(named),
        classes=_by_word({group: words(language, group) for group in groups(language)}),
        openers=_by_word({name: [words[0] for words, _ in entries] for name, entries in cut.items()}),
        grammar=frozenset(name for name in properties() if language in having(name)),
    )


def _twins(named: Iterable[tuple[str, PartySense]]) -> Mapping[tuple[str, ...], PartySense]:
    """The adjectives that share their words with a name."""
    names: set[tuple[str, ...]] = set()
    found: dict[tuple[str, ...], PartySense] = {}
    for form, sense in named:
        if sense.kind == "name":
            names.add(phrase(form))
        elif sense.kind == "adjective" and phrase(form) in names:
            found.setdefault(phrase(form), sense)
    return found


def _by_word(known: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """The names of groups and tables by their words."""
    found: dict[str, set[str]] = {}
    for name, of_name in known.items():
        for word in of_name:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(named) for word, named in found.items()}


def _missions(language: str) -> Iterator[tuple[str, str]]:
    for lang, kind, printed in rows("press_missions.tsv"):
        if lang == language:
            yield from ((form, kind) for form in printed.split("|"))


@cache
def _cue_phrases(language: str, group: str) -> Phrases[str]:
    return phrases(cues(language, group))


@cache
def tails() -> dict[str, Phrases[str]]:
    """Words that a verb needs beside it, by the name of the table."""
    return {name: phrases((form, name) for form in forms.split("|")) for name, forms in rows("press_tails.tsv")}


def _parties(language: str, own: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[tuple[str, PartySense]]:
    """Every form that stands for a party; of two with the same words the first counts: the case's own come first."""
    for code, names in own:
        yield from ((form, PartySense(code, "name", name)) for name in names for form in _cases(name, language))
    yield from ((form, PartySense(code, "organization", form)) for form, code in cues(language, "organization"))
    yield from ((form, PartySense(code, "alias", form)) for form, code in cues(language, "alias"))
    yield from _names(language)
    for form, code in (*adjectives(language), *nationals(language)):
        yield form, PartySense(code, "adjective", form)
    yield from ((form, PartySense(code or None, "seat", name)) for form, code, name in seats(language))


def _names(language: str) -> Iterator[tuple[str, PartySense]]:
    """Usual names of states in every case, and all names of organizations."""
    gazetteer = Gazetteer.default()
    for code in codes():
        for name in gazetteer.names(code, language)[:1]:
            yield from ((form, PartySense(code, "name", name)) for form in _cases(name, language))
    for code in sorted(ORGANIZATIONS):
        yield from ((name, PartySense(code, "organization", name)) for name in gazetteer.names(code, language))


def _cases(name: str, language: str) -> tuple[str, ...]:
    return forms("name", language, name)


def _people(language: str) -> Iterator[tuple[str, tuple[PeopleSense, ...]]]:
    return _grouped(
        (form, PeopleSense(strength == "strong", number == "pl", role or None))
        for lang, strength, number, role, forms in rows("press_people.tsv")
        if lang == language
        for form in forms.split("|")
    )


def _triggers(language: str) -> Iterator[tuple[str, tuple[TriggerSense, ...]]]:
    return _grouped(
        (word, TriggerSense(type_, rule, tail, form))
        for lang, type_, rule, tail, *columns in rows("press_triggers.tsv")
        if lang == language
        for form, cell in zip(_FORMS, columns, strict=True)
        for word in filter(None, cell.split("|"))
    )


def _grouped(entries: Iterable[tuple[str, _Sense]]) -> Iterator[tuple[str, tuple[_Sense, ...]]]:
    """All senses of words that fold to the same, under one of them."""
    senses: dict[tuple[str, ...], tuple[str, tuple[_Sense, ...]]] = {}
    for form, sense in entries:
        first, known = senses.get(phrase(form), (form, ()))
        senses[phrase(form)] = (first, (*known, sense))
    yield from senses.values()
