"""Which states, missions, people of missions and deciders does a sentence mention, and how do they hang together?

Every mention is a span of tokens with what its own words say: who sends, who receives, how many. What a pronoun or a
possessive points to is left open here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from legation.extraction.news.lexicon import Lexicon, PartySense, PeopleSense, tails
from legation.language.numbers import Number, numbers
from legation.language.tokens import Sentence, Token

OWN = "*"
"""Stands for the sender where a possessive ("its embassy") points to the subject."""

_REACH = 4
"""Words of no table that may stand between a number or a state and the noun that it belongs to."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of tokens: the first, and the one after the last."""

    first: int
    after: int


@dataclass(frozen=True, slots=True)
class Party(Span):
    """A state or organization that is named, by name, seat or adjective."""

    sense: PartySense


@dataclass(frozen=True, slots=True)
class MissionMention(Span):
    """A mission, with who sends and receives it as far as its words say."""

    head: int
    kind: str
    sending: str | None
    receiving: str | None
    city: str | None


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

    @property
    def count(self) -> int | None:
        """How many, where the words say it: a number, or one for a singular."""
        if self.number is not None and not (self.number.article and self.sense.plural):
            return None if self.number.value is None else self.number.value + self.others
        return None if self.sense.plural else 1 + self.others


@dataclass(frozen=True, slots=True)
class Decider(Span):
    """A government, ministry, parliament or organization that may act; generic ones have no code."""

    code: str | None
    subject: bool
    """Whether it may be a subject: no preposition stands before it, no possessive after it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with everything that its tables found."""

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    lexicon: Lexicon
    numbers: tuple[Number, ...]
    parties: tuple[Party, ...]
    missions: tuple[MissionMention, ...] = ()
    people: tuple[PeopleMention, ...] = ()
    deciders: tuple[Decider, ...] = ()

    def is_in(self, index: int, group: str) -> bool:
        """Whether the word at a place is of a group of cues."""
        return 0 <= index < len(self.words) and self.words[index] in self.lexicon.words(group)


def mark(sentence: Sentence, lexicon: Lexicon, named: frozenset[str] | None = None) -> Marked:
    """Find every mention of a sentence.

    Args:
        sentence: Its tokens.
        lexicon: The tables of its language.
        named: Codes that the report names; "the alliance" and the like mean nothing without. `None` allows all.
    """
    tokens = sentence.tokens
    words = tuple(token.folded for token in tokens)
    parties = tuple(
        party
        for party in _parties(tokens, words, lexicon)
        if named is None or tokens[party.after - 1].is_capital or party.sense.code in named
    )
    marked = Marked(tokens, words, lexicon, numbers(tokens, lexicon.language), parties)
    marked = replace(marked, missions=_missions(marked))
    marked = replace(marked, people=_people(marked))
    return replace(marked, deciders=_deciders(marked))


def _parties(tokens: Sequence[Token], words: Sequence[str], lexicon: Lexicon) -> tuple[Party, ...]:
    found = []
    for sense, first, after in lexicon.parties.scan(words):
        if _printed_as_name(tokens, first, after, sense, lexicon.language):
            found.append(Party(first, after, sense))
    return tuple(found)


def _printed_as_name(tokens: Sequence[Token], first: int, after: int, sense: PartySense, language: str) -> bool:
    """Whether the print agrees: capitals for names, all capitals for abbreviations, no longer proper name around a seat."""
    last = tokens[after - 1]
    if sense.kind == "adjective":
        return language != "en" or tokens[first].is_capital
    if len(last.text) <= 3 and last.text.isalpha() and after - first <= 2 and len(sense.label.split()[-1]) <= 3:
        return last.text.isupper()
    if not last.is_capital:
        return sense.kind in ("organization", "alias") and after - first > 1 and sense.label.islower()
    if sense.kind == "seat" and after < len(tokens) and language != "de":
        follows = tokens[after]
        return not (follows.is_capital and follows.is_word and follows.folded in _PLACE_NAMES)
    return True


_PLACE_NAMES = frozenset(
    {"university", "university,", "post", "airport", "club", "school", "times", "convention", "treaty"}
)


def party_before(marked: Marked, index: int) -> Party | None:
    """The party whose words end right before a place, over a possessive."""
    at = index - 1 if index and marked.words[index - 1] == "'s" else index
    return next((party for party in marked.parties if party.after == at), None)


def party_at(marked: Marked, index: int) -> Party | None:
    """The party whose words begin at a place, over a determiner."""
    for at in (index, index + 1):
        found = next((party for party in marked.parties if party.first == at), None)
        if found is not None or not marked.is_in(index, "determiner"):
            return found
    return None


def _left(marked: Marked, head: int) -> tuple[int, str | None, int]:
    """Walk left from a noun over adjectives: the first place of its phrase, its sender, and where its number may end."""
    first, sending, unknown = head, None, 0
    while first > 0:
        party = party_before(marked, first)
        if party is not None and sending is None:
            sending, first = party.sense.code, party.first
            continue
        word = marked.words[first - 1]
        if marked.is_in(first - 1, "own") and sending is None:
            return first - 1, OWN, first - 1
        if marked.is_in(first - 1, "determiner") or _is_number(marked, first - 1):
            break
        if unknown >= _REACH or not _adjectival(marked, first - 1, word):
            break
        unknown, first = unknown + 1, first - 1
    return first, sending, first


def _is_number(marked: Marked, index: int) -> bool:
    return any(number.first <= index < number.after for number in marked.numbers)


_STOPS = ("preposition", "conjunction", "be", "have", "pronoun", "negation", "say", "decide", "accuse", "relative")


def _adjectival(marked: Marked, index: int, word: str) -> bool:
    """Whether an unknown word may be an adjective before a noun: a word, of no table of other words, no verb we know."""
    token = marked.tokens[index]
    if word in ("“", '"', "„", "«", "”", "»", "'"):
        return True
    if not token.is_word or word.endswith("'"):
        return False
    if any(word in marked.lexicon.words(group) for group in _STOPS):
        return False
    return marked.lexicon.triggers.longest(marked.words, index) is None


def _missions(marked: Marked) -> tuple[MissionMention, ...]:
    found: list[MissionMention] = []
    for kind, head, after in marked.lexicon.missions.scan(marked.words):
        first, sending, _ = _left(marked, head)
        if found and first < found[-1].after:
            first = head
        found.append(_mission_right(marked, kind, (first, head, after), sending))
    return tuple(found)


def _mission_right(marked: Marked, kind: str, place: tuple[int, int, int], sending: str | None) -> MissionMention:
    """Read on behind a mission's noun: whose it is, to whom, where."""
    first, head, after = place
    receiving: str | None = None
    city: str | None = None
    for _ in range(3):
        step = _complement(marked, after)
        if step is None:
            break
        role, party, end = step
        if role == "adjective" and sending is None:
            sending = party.sense.code
        elif role == "origin" and sending is None:
            sending = party.sense.code
        elif role == "host" and party.sense.kind == "seat":
            city = party.sense.label
            if kind in ("embassy", "high-commission"):
                receiving = receiving or party.sense.code
        elif role in ("host", "origin") and receiving is None and party.sense.code != sending:
            receiving = party.sense.code
        else:
            break
        after = end
    if (
        city is None
        and receiving is None
        and marked.lexicon.language != "de"
        and marked.is_in(after, "host")
        and after + 1 < len(marked.tokens)
    ):
        place_name = marked.tokens[after + 1]
        if place_name.is_capital and place_name.is_word and not _is_party(marked, after + 1):
            city, after = place_name.text, after + 2
    return MissionMention(first, after, head, kind, sending, receiving, city)


def _is_party(marked: Marked, index: int) -> bool:
    return any(party.first <= index < party.after for party in marked.parties)


def _complement(marked: Marked, index: int) -> tuple[str, Party, int] | None:
    """What stands behind a noun: an adjective after it, or a preposition with a state; and the place after it."""
    adjective = next((p for p in marked.parties if p.first == index and p.sense.kind == "adjective"), None)
    if adjective is not None and marked.lexicon.language in ("fr", "es"):
        return "adjective", adjective, adjective.after
    direct = next((p for p in marked.parties if p.first == index and p.sense.kind != "adjective"), None)
    if direct is not None and marked.lexicon.language in ("ru", "de"):
        return "origin", direct, direct.after
    for group in ("origin", "host"):
        for length in (2, 1):
            if index + length > len(marked.words):
                continue
            found = marked.lexicon.phrases(group).whole(marked.words[index : index + length])
            if found is None:
                continue
            party = party_at(marked, index + length)
            if party is not None and party.sense.kind != "adjective":
                return group, party, party.after
    return None


def _people(marked: Marked) -> tuple[PeopleMention, ...]:
    found: list[PeopleMention] = []
    formulas = tails()["persona-non-grata"].scan(marked.words)
    for senses, head, after in marked.lexicon.people.scan(marked.words):
        if any(first <= head < end for _, first, end in formulas):
            continue
        mention = _people_at(marked, senses, head, after)
        if mention is not None and not any(m.first <= head < m.after for m in found):
            found.append(mention)
    return tuple(found)


def _people_at(marked: Marked, senses: tuple[PeopleSense, ...], head: int, after: int) -> PeopleMention | None:
    first, sending, _ = _left(marked, head)
    mission = next((m for m in marked.missions if m.first >= first - 1 and m.head < head and m.after <= head), None)
    if mission is None and marked.words[first - 1 : first] == ("'s",):
        mission = next((m for m in marked.missions if m.after == first - 1), None)
    if mission is not None:
        sending, first = mission.sending or sending, min(first, mission.first)
    number = next((n for n in marked.numbers if n.after == first), None)
    if number is None and mission is None and first < head:
        number = next((n for n in marked.numbers if first <= n.first and n.after <= head), None)
    sense = _sense(marked, senses, number, first)
    if number is not None and not number.article:
        first = number.first
    after, sending, mission, host = _people_right(marked, after, sending, mission)
    if first == head and number is None and mission is None and sending is None and not sense.strong:
        return None
    if not sense.strong and sending is None and mission is None:
        return None
    if _is_number(marked, first - 1) or (number is not None and number.article):
        first = number.first if number is not None else first
    others, after = _others(marked, after)
    return PeopleMention(first, after, head, sense, number, sending, mission, host, others)


def _sense(marked: Marked, senses: tuple[PeopleSense, ...], number: Number | None, first: int) -> PeopleSense:
    """Singular or plural, where the word can be both: the number decides, else the article before it."""
    if len(senses) == 1:
        return senses[0]
    plural = not marked.is_in(first - 1, "singular-article")
    if number is not None:
        plural = not number.article and number.value != 1
    return next((sense for sense in senses if sense.plural == plural), senses[0])


def _people_right(
    marked: Marked, after: int, sending: str | None, mission: MissionMention | None
) -> tuple[int, str | None, MissionMention | None, str | None]:
    """Read on behind the people: of which mission or state, to whom."""
    host: str | None = None
    for _ in range(3):
        behind = next((m for m in marked.missions if after <= m.head and after <= m.first <= after + 3), None)
        if behind is not None and mission is None and _joins(marked, after, behind):
            mission, after = behind, behind.after
            sending = behind.sending if sending in (None, OWN) and behind.sending else sending
            continue
        step = _complement(marked, after)
        if step is None:
            break
        role, party, end = step
        if role in ("adjective", "origin") and sending is None:
            sending = party.sense.code
        elif role == "host" and host is None:
            host = party.sense.code
        else:
            break
        after = end
    return after, sending, mission, host


def _joins(marked: Marked, after: int, mission: MissionMention) -> bool:
    """Whether only prepositions, determiners and participles of place stand between people and a mission behind them."""
    between = range(after, mission.first)
    if not between:
        return marked.lexicon.language in ("ru", "de", "fr", "es") or marked.is_in(after, "own")
    return all(
        marked.is_in(index, "origin")
        or marked.is_in(index, "host")
        or marked.is_in(index, "preposition")
        or marked.is_in(index, "determiner")
        or marked.words[index] in ("based", "accredited", "posted", "working", "assigned", "serving")
        for index in between
    )


def _others(marked: Marked, after: int) -> tuple[int, int]:
    """ "and a driver", "and three others": how many more, and the place after them."""
    if after + 2 >= len(marked.words) or marked.words[after] not in ("and", "und", "et", "y", "и"):
        return 0, after
    number = next((n for n in marked.numbers if n.first == after + 1 and n.value is not None), None)
    if number is None or number.after >= len(marked.words):
        return 0, after
    follows = marked.words[number.after]
    is_person = marked.lexicon.people.longest(marked.words, number.after) is not None
    if not is_person and follows not in _OTHERS:
        return 0, after
    behind = next((p for p in marked.parties if number.after <= p.first <= number.after + 2), None)
    return (0, after) if behind is not None else (number.value or 0, number.after + 1)


_OTHERS = frozenset(
    {"others", "other", "autres", "otros", "weitere", "andere", "других", "driver", "chauffeur", "colleagues"}
)


def _deciders(marked: Marked) -> tuple[Decider, ...]:
    officials = [p for p in marked.people if p.number is None and not p.sense.strong and not p.mission]
    inside = [(m.first, m.after) for m in (*marked.people, *marked.missions) if m not in officials]
    found: list[Decider] = []
    taken: set[int] = set()
    for _, head, after in marked.lexicon.governments.scan(marked.words):
        decider = _government(marked, head, after)
        if not any(a <= head < b for a, b in inside) and head not in taken:
            found.append(decider)
            taken.update(range(decider.first, decider.after))
    for _, first, after in marked.lexicon.generic.scan(marked.words):
        if not taken & set(range(first, after)) and not any(a <= first < b for a, b in inside):
            found.append(Decider(first, after, None, _may_act(marked, first, after)))
            taken.update(range(first, after))
    for party in marked.parties:
        if party.first in taken or party.sense.kind == "adjective" or party.sense.code is None:
            continue
        if marked.is_in(party.after, "many"):
            continue
        if not any(a <= party.first < b for a, b in inside):
            found.append(
                Decider(party.first, party.after, party.sense.code, _may_act(marked, party.first, party.after))
            )
    return tuple(sorted(found, key=lambda decider: decider.first))


def _government(marked: Marked, head: int, after: int) -> Decider:
    """A government or ministry, with its state before or behind it; without one it is generic."""
    first, code, _ = _left(marked, head)
    if code is None:
        step = _complement(marked, after)
        if step is not None and step[0] in ("adjective", "origin"):
            code, after = step[1].sense.code, step[2]
    return Decider(first, after, None if code == OWN else code, _may_act(marked, first, after))


def _may_act(marked: Marked, first: int, after: int) -> bool:
    """Whether a phrase may be a subject."""
    before = first - 1
    while before >= 0 and marked.is_in(before, "determiner"):
        before -= 1
    if before >= 0 and (marked.is_in(before, "preposition") or marked.is_in(before, "accuse")):
        return False
    return not (after < len(marked.words) and marked.words[after] == "'s")
