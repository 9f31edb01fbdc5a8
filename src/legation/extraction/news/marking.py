"""Which words of a sentence are mentions, and which deciders may be its subject?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legation.extraction.news.lexicon import PARTIES, TRIGGERS, Lexicon, PartySense
from legation.extraction.news.mentions import OWN, Decider, Marked, Party
from legation.extraction.news.missions import missions
from legation.extraction.news.noun_phrases import complement, leftward
from legation.extraction.news.people import people
from legation.language.numbers import numbers
from legation.language.tokens import Sentence, Token
from legation.vocabulary.demonyms import capital_of, seats
from legation.vocabulary.press import folded, having
from legation.vocabulary.seats import organizations_at

_NONE: frozenset[str] = frozenset()


def mark(sentence: Sentence, lexicon: Lexicon, named: frozenset[str] | None = None) -> Marked:
    """Find every mention of a sentence.

    Args:
        sentence: Its tokens.
        lexicon: The tables of its language.
        named: Codes that the report names; "the alliance" and the like mean nothing without. `None` allows all.
    """
    tokens = sentence.tokens
    words = tuple([token.folded for token in tokens])
    classes = tuple([lexicon.classes.get(word, _NONE) for word in words])
    marked = Marked(
        tokens,
        words,
        lexicon,
        numbers(tokens, lexicon.language),
        classes=classes,
        present=_places(classes),
        found=lexicon.tables.found(words),
    )
    marked.parties = tuple(
        party if party.sense.code is not None or named is None else _settled(party, named, lexicon.language)
        for party in _parties(marked)
        if named is None or _is_capital(tokens, party) or party.sense.code in named
    )
    marked.missions = missions(marked)
    marked.people = people(marked)
    marked.deciders = _deciders(marked)
    return marked


def _places(groups: Sequence[frozenset[str]]) -> dict[str, list[int]]:
    """For each group, the words that it has."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, names in enumerate(groups):
        for name in names:
            found[name].append(index)
    return found


def _settled(party: Party, named: frozenset[str], language: str) -> Party:
    """A seat of several governments, as the one of them that the report names."""
    state = capital_of(language).get(party.sense.label)
    cities = (row for row in seats("en") if capital_of("en").get(row[2]) == state)
    city = next((name for _, _, name in cities), "")
    meant = [code for code in (state, *organizations_at(city)) if code in named]
    if len(meant) != 1 or meant[0] is None:
        return party
    return replace(party, sense=replace(party.sense, code=meant[0]))


def _is_capital(tokens: Sequence[Token], party: Party) -> bool:
    """Whether a name's first or last word has a capital."""
    return tokens[party.first].is_capital or tokens[party.after - 1].is_capital


def _parties(marked: Marked) -> Iterator[Party]:
    for sense, first, after in marked.scan_table(PARTIES):
        if _printed_as_name(marked.tokens, first, after, sense, marked.lexicon.language):
            yield Party(first, after, sense)
        elif sense.kind == "name" and not marked.tokens[first].is_capital:
            twin = marked.lexicon.adjectives.get(marked.words[first:after])
            if twin is not None:
                yield Party(first, after, twin)


def _printed_as_name(tokens: Sequence[Token], first: int, after: int, sense: PartySense, language: str) -> bool:
    """Whether the print agrees: capitals for names, all capitals for short ones, no longer name around a seat."""
    last = tokens[after - 1]
    if sense.kind == "adjective":
        return language not in having("capital-adjectives") or tokens[first].is_capital
    if len(last.text) <= 3 and last.text.isalpha() and after - first <= 2 and len(sense.label.split()[-1]) <= 3:
        return last.text.isupper()
    if not last.is_capital and not (after - first > 1 and tokens[first].is_capital):
        return sense.kind in ("organization", "alias") and after - first > 1 and sense.label.islower()
    if sense.kind == "seat" and after < len(tokens) and language not in having("capital-nouns"):
        follows = tokens[after]
        return not (follows.is_capital and follows.is_word and follows.folded in _PLACE_NAMES)
    return True


_PLACE_NAMES = frozenset(
    {"university", "university,", "post", "airport", "club", "school", "times", "convention", "treaty"}
)


def _deciders(marked: Marked) -> tuple[Decider, ...]:
    officials = [p for p in marked.people if p.number is None and not p.sense.strong and not p.mission]
    inside = [(m.first, m.after) for m in (*marked.people, *marked.missions) if m not in officials]
    found: list[Decider] = []
    taken: set[int] = set()
    sides = {(head, after): sense for sense, head, after in marked.scan("side")}
    for head, after in (*((head, after) for _, head, after in marked.scan("government")), *sides):
        decider = _government(marked, head, after)
        if sides.get((head, after)) == "object":
            decider = replace(decider, subject=False)
        if decider.code is None and (head, after) in sides:
            continue
        if not any(a <= head < b for a, b in inside) and head not in taken:
            found.append(decider)
            taken.update(range(decider.first, decider.after))
    for _, first, after in marked.scan("generic"):
        if any(party.first < after < party.after for party in marked.parties):
            continue
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
    first, code, _ = leftward(marked, head)
    if code is None:
        step = complement(marked, after)
        if step is not None and (step[0] in ("adjective", "origin") or step[1].sense.kind == "seat"):
            code, after = step[1].sense.code, step[2]
    return Decider(first, after, None if code == OWN else code, _may_act(marked, first, after))


def _seat_speaks(marked: Marked, first: int, after: int) -> bool:
    """Whether "in" a seat somebody speaks who is not named: the government there, in languages that say it so."""
    if not marked.lexicon.has("seat-speaks") or not marked.is_in(first - 1, "host"):
        return False
    said = marked.is_in(after, "say") or marked.phrase_at("threat-verb", after) is not None
    seated = any(p.first == first and p.sense.kind == "seat" for p in marked.parties)
    return said and (seated or marked.phrase_at("government", first) is not None)


def _acts_next(marked: Marked, after: int) -> bool:
    """Whether a verb follows, so that an "after" before a state begins a clause and is no preposition."""
    if marked.sense_at(TRIGGERS, after) is not None:
        return True
    return marked.is_one_of(after, ("have", "be", "say", "decide"))


def _in_dateline(marked: Marked, after: int) -> bool:
    """Whether a sentence opens with a place, a day or an agency, and a dash: nobody acts there."""
    dash = next((i for i in range(min(_DATELINE, len(marked.words))) if marked.tokens[i].text in _DASHES), None)
    if dash is None or dash < after or dash + 1 >= len(marked.words):
        return False
    return not any(_acts_next(marked, i) for i in range(after, dash)) and marked.tokens[dash + 1].is_capital


_DATELINE = 12
_DASHES = frozenset("-–—")


def _before_list(marked: Marked, first: int) -> int:
    """The place before a name, or before the first of the names that it is listed with: "in X, Y and Z"."""
    before = first - 1
    while before > 0 and (marked.tokens[before].text == "," or marked.is_in(before, "and-word")):
        earlier = next((party for party in marked.parties if party.after == before), None)
        if earlier is None or earlier.sense.kind == "adjective" or not marked.is_in(earlier.first - 1, "preposition"):
            further = earlier is not None and earlier.first > 0 and marked.tokens[earlier.first - 1].text == ","
            if earlier is None or not further:
                return first - 1
        before = earlier.first - 1
    return before


def _is_genitive(marked: Marked, first: int, after: int) -> bool:
    """Whether a name is the owner of the noun behind it, by its ending: "Österreichs Nachbarn"."""
    if not marked.lexicon.has("capital-nouns") or after >= len(marked.tokens) or after - first != 1:
        return False
    party = next((p for p in marked.parties if p.first == first and p.after == after), None)
    if party is None or not marked.words[first].endswith("s") or folded(party.sense.label).endswith("s"):
        return False
    return marked.tokens[after].is_capital and marked.tokens[after].is_word


def _formal_start(marked: Marked, first: int) -> int:
    """Where the formal name of a state begins before the name itself: "el Estado Plurinacional de X"."""
    if not marked.is_in(first - 1, "of") or not marked.is_in(first - 2, "formal-state"):
        return first
    start = first - 2
    while start > 0 and marked.is_in(start - 1, "formal-state"):
        start -= 1
    return start


def _may_act(marked: Marked, first: int, after: int) -> bool:
    """Whether a phrase may be a subject."""
    first = _formal_start(marked, first)
    before = first - 1 if _acts_next(marked, after) else _before_list(marked, first)
    if first <= 1 and _in_dateline(marked, after):
        return False
    if _is_genitive(marked, first, after):
        return False
    while before >= 0 and marked.is_in(before, "determiner"):
        before -= 1
    if before >= 0 and marked.is_in(before, "conjunction") and _acts_next(marked, after):
        return True
    if before >= 0 and _seat_speaks(marked, first, after):
        return True
    if before >= 0 and (marked.is_in(before, "preposition") or marked.is_in(before, "accuse")):
        return False
    return not (after < len(marked.words) and marked.words[after] == "'s")
