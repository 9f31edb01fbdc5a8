"""Which states, missions, people of missions and deciders may a sentence mention? The values, and simple questions.

Every mention is a span of tokens with what its own words say: who sends, who receives, how many. What a pronoun or a
possessive points to is left open here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from legation.extraction.news.lexicon import Lexicon, PartySense, PeopleSense, Table
from legation.language.numbers import Number
from legation.language.tokens import Token
from legation.model.quick import quick
from legation.vocabulary.phrases import Places

Sense = TypeVar("Sense")
OWN = "*"
"""Stands for the sender where a possessive ("its embassy") points to the subject."""
_NOWHERE: Sequence[int] = ()
_NO_PHRASES: Places[Any] = {}
_NO_GROUPS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of tokens: the first, and the one after the last."""

    first: int
    after: int


@quick
@dataclass(frozen=True, slots=True)
class Party(Span):
    """A state or organization that is named, by name, seat or adjective."""

    sense: PartySense


@quick
@dataclass(frozen=True, slots=True)
class MissionMention(Span):
    """A mission, with who sends and receives it as far as its words say."""

    head: int
    kind: str
    sending: str | None
    receiving: str | None
    city: str | None


@quick
@dataclass(frozen=True, slots=True)
class PeopleMention(Span):
    """People of a mission, with their number as printed beside them."""

    head: int
    sense: PeopleSense
    number: Number | None
    sending: str | None
    mission: MissionMention | None
    host: str | None
    others: int = 0
    """People named behind an "and" in the same group."""
    from_seat: bool = False
    """Whether the sender is only a seat that they are "from": for who is called back, the place of the post."""
    part: bool = False
    """Whether they are some of others who are spoken of: "nine of them"."""
    national: bool = False
    """Whether only their state is said, and not that they are of a mission: "five Russians"."""

    @property
    def count(self) -> int | None:
        """How many, where the words say it: a number, or one for a singular."""
        if self.number is not None and not (self.number.article and self.sense.plural):
            return None if self.number.value is None else self.number.value + self.others
        return None if self.sense.plural else 1 + self.others


@quick
@dataclass(frozen=True, slots=True)
class Decider(Span):
    """A government, ministry, parliament or organization that may act; generic ones have no code."""

    code: str | None
    subject: bool
    """Whether it may be a subject: no preposition stands before it, no possessive after it."""


@dataclass(slots=True, eq=False)
class Marked:
    """A sentence with everything that its tables found; one sentence is no other, even with the same words.

    Filled by `mark` alone, step by step, since each kind of mention is found with the help of the ones before.
    """

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    lexicon: Lexicon
    numbers: tuple[Number, ...]
    classes: tuple[frozenset[str], ...]
    """For each word, the groups of cues that it is a word of."""
    present: Mapping[str, Sequence[int]]
    """The groups of cues of which a word stands in the sentence, each with the places, in order."""
    found: Mapping[str, Places[Any]]
    """The groups of cues and the tables of which a phrase stands in the sentence, each with the places, in order."""
    parties: tuple[Party, ...] = ()
    missions: tuple[MissionMention, ...] = ()
    people: tuple[PeopleMention, ...] = ()
    deciders: tuple[Decider, ...] = ()

    def is_in(self, index: int, group: str) -> bool:
        """Whether the word at a place is of a group of cues."""
        return index in self.present.get(group, _NOWHERE)

    def has_in(self, group: str, first: int, stop: int) -> bool:
        """Whether a word of a group of cues stands at a place from `first` to before `stop`."""
        places = self.present.get(group)
        return places is not None and any(map(range(first, stop).__contains__, places))

    def is_one_of(self, index: int, groups: Iterable[str]) -> bool:
        """Whether the word at a place is of one of several groups of cues."""
        return -1 < index < len(self.classes) and not self.classes[index].isdisjoint(groups)

    def places(self, group: str) -> Sequence[int]:
        """Where the words of a group of cues stand, in order."""
        return self.present.get(group, _NOWHERE)

    def openings(self, group: str) -> Collection[int]:
        """Where the phrases of a group of cues or of a table begin, in order."""
        return self.found.get(group, _NO_PHRASES).keys()

    def phrases(self, group: str) -> list[tuple[int, str, int]]:
        """Every place where a phrase of a group of cues begins: the place, the sense and how many words it has."""
        return [(index, sense, length) for index, (sense, length) in self.found.get(group, _NO_PHRASES).items()]

    def phrase_at(self, group: str, index: int) -> tuple[str, int] | None:
        """The sense of the longest phrase of a group of cues that starts at a place, and how many words it has."""
        return self.found.get(group, _NO_PHRASES).get(index)

    def sense_at(self, table: Table[Sense], index: int) -> tuple[Sense, int] | None:
        """What the longest phrase of a table that starts at a place means, and how many words it has."""
        return self.found.get(table, _NO_PHRASES).get(index)

    def phrases_in(self, group: str, first: int, stop: int) -> list[tuple[int, str, int]]:
        """Every place from `first` to before `stop` where a phrase of a group begins, with its sense and length."""
        places = self.found.get(group, _NO_PHRASES)
        return [(index, sense, length) for index, (sense, length) in places.items() if first <= index < stop]

    def scan(self, group: str) -> list[tuple[Any, int, int]]:
        """The phrases of a group of cues from left to right that don't overlap: sense, first word, word after."""
        places = self.found.get(group)
        if places is None:
            return []
        found: list[tuple[Any, int, int]] = []
        after = 0
        for index, (sense, length) in places.items():
            if index >= after:
                after = index + length
                found.append((sense, index, after))
        return found

    def scan_table(self, table: Table[Sense]) -> list[tuple[Sense, int, int]]:
        """The same for a table of the lexicon."""
        return self.scan(table)

    def has_any(self, groups: Iterable[str]) -> bool:
        """Whether a phrase of one of several groups stands anywhere in the sentence."""
        return not self.found.keys().isdisjoint(groups)

    def may_open(self, index: int, groups: Iterable[str]) -> bool:
        """Whether a phrase of one of several groups of cues or tables may begin with the word at a place."""
        return not self.lexicon.openers.get(self.words[index], _NO_GROUPS).isdisjoint(groups)


def party_before(marked: Marked, index: int) -> Party | None:
    """The party whose words end right before a place, over a possessive."""
    at = index - 1 if index and marked.words[index - 1] == "'s" else index
    return next((party for party in marked.parties if party.after == at), None)


def party_at(marked: Marked, index: int) -> Party | None:
    """The party whose words begin at a place, over a determiner and words such as "Republic of"."""
    for at in range(index, min(index + _FORMAL, len(marked.words))):
        found = next((party for party in marked.parties if party.first == at), None)
        if found is not None:
            return found
        formal = marked.is_in(at, "formal-state") or (at > index and marked.is_in(at, "of"))
        if not formal and not (at == index and marked.is_in(at, "determiner")):
            return None
    return None


_FORMAL = 5
"""Words of the longest formal name before the name itself: "the Federal Democratic Republic of"."""
