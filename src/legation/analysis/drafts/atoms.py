"""Which values does a sentence hold that can be held against another one's? Each with its place among the tokens.

The tables of the news grammar find them, the same for a draft and for a source, in any language that they cover.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from legation.extraction.news.mentions import Marked
from legation.extraction.news.naming import PARTICLES
from legation.language.date_roles import When
from legation.language.numbers import Number
from legation.language.tokens import Token, quoted
from legation.language.when import whens
from legation.model.dates import Edtf
from legation.vocabulary.cities import cities_within, find_city
from legation.vocabulary.folding import fold
from legation.vocabulary.press import months, time_units, weekdays
from legation.vocabulary.ranks import attache_phrases, rank_phrases

AtomKind = Literal["number", "date", "party", "place", "rank", "name"]
Value = int | str | Edtf | tuple[int, int] | tuple[str, ...]

SILENT = (
    *("determiner", "preposition", "conjunction", "and-word", "that-word", "but-word", "of", "host", "by", "relative"),
    *("pronoun", "own", "he", "those", "be", "have", "modal", "would", "say", "according", "when"),
)
"""Groups of cues whose words say nothing that could be looked for."""
_UNTOLD_RANKS = frozenset({"minister", "other", "administrative", "envoy"})
"""Ranks whose words mean other things in running text: ministers of governments, envoys of any kind."""
_COUNTED = re.compile(r"(\d+)[-‑]\D+")
_YEAR = re.compile(r"(?:19|20)\d\d")
_A_LEAP_YEAR = Edtf.parse("2020-12-31").bounds


@dataclass(frozen=True, slots=True)
class Atom:
    """One value in a sentence, at tokens `first` to before `after`."""

    kind: AtomKind
    value: Value
    first: int
    after: int
    text: str
    soft: bool = False
    """Whether the words may mean something else as well: a capital its government, a time the days from another."""

    unit: str = ""
    """Of a number that counts days, weeks, months or years: which."""

    @property
    def words(self) -> tuple[str, ...]:
        """The folded words of a name; none of anything else."""
        value = self.value if self.kind == "name" and isinstance(self.value, tuple) else ()
        return tuple(word for word in value if isinstance(word, str))


class _Maker(Protocol):
    def __call__(self, kind: AtomKind, value: Value, first: int, after: int, *, soft: bool = False) -> Atom:
        """An atom at these tokens, which no other one takes then."""


def atoms_of(marked: Marked, dates: Sequence[When]) -> Iterator[Atom]:
    """Every value of a sentence; of words that could be two, what comes first here takes them."""
    taken: set[int] = set()

    def atom(kind: AtomKind, value: Value, first: int, after: int, *, soft: bool = False) -> Atom:
        taken.update(range(first, after))
        unit = _unit(marked, after) if kind == "number" else ""
        return Atom(kind, value, first, after, printed_words(marked.tokens[first:after]), soft, unit)

    for when in dates:
        value = _day(marked, when)
        if value is not None:
            yield atom("date", value, when.first, when.after)
        else:
            taken.update(range(when.first, when.after))
    for number in marked.numbers:
        free = not taken & set(range(number.first, number.after))
        if free and number.after - number.first == 1 and _YEAR.fullmatch(marked.tokens[number.first].text):
            yield atom("date", Edtf.parse(marked.tokens[number.first].text), number.first, number.after)
            continue
        if number.value is not None and not number.article and free and _counts(marked, number):
            yield atom("number", number.value, number.first, number.after, soft=_from_elsewhere(marked, number.after))
    for index, token in enumerate(marked.tokens):
        match = _COUNTED.fullmatch(token.text)
        if match and index not in taken:
            yield Atom("number", int(match[1]), index, index + 1, token.text)
    for rank, first, after in _ranks(marked):
        if not taken & set(range(first, after)):
            yield atom("rank", rank, first, after)
    yield from _places(marked, taken, atom)
    for first, after in _names(marked, taken):
        yield atom("name", _name_words(marked, first, after), first, after)


def _places(marked: Marked, taken: set[int], atom: _Maker) -> Iterator[Atom]:
    for found in cities_within(marked.words):
        tokens = marked.tokens[found.first : found.stop]
        if tokens[0].is_capital and not taken & set(range(found.first, found.stop)):
            yield atom("place", found.city.name, found.first, found.stop)
    for index, token in enumerate(marked.tokens):
        first, joint, _ = marked.words[index].partition("-")
        if joint and token.is_capital and index not in taken and (city := find_city(first)) is not None:
            yield Atom("place", city.name, index, index + 1, token.text)
    for party in marked.parties:
        if party.sense.code is None or taken & set(range(party.first, party.after)):
            continue
        soft = party.sense.kind in ("seat", "alias")
        yield atom("party", party.sense.code, party.first, party.after, soft=soft)


def printed_words(tokens: Sequence[Token]) -> str:
    """Tokens as they are printed, with one space where there is any."""
    text = ""
    for last, token in zip([None, *tokens], tokens, strict=False):
        text += ("" if last is None or last.end == token.start else " ") + token.text
    return text


def _day(marked: Marked, when: When) -> Value | None:
    """The day or span that the words give; of a day without a year its month and day; nothing of "last week"."""
    if when.basis == "yearless" and when.value is None:
        again = whens(marked.tokens, marked.lexicon.language, _A_LEAP_YEAR)
        same = next((one for one in again if one.first == when.first and one.value is not None), None)
        day = same.value.bounds.exact if same and same.value else None
        return (day.month, day.day) if day else None
    return when.printed or when.value


def _counts(marked: Marked, number: Number) -> bool:
    """Whether a number is one that a reader would look up: in digits, or in words before what it counts; no "one"."""
    if marked.tokens[number.first].text[0].isdigit():
        return True
    return number.value != 1 and number.after < len(marked.tokens) and marked.tokens[number.after].is_word


def _unit(marked: Marked, after: int) -> str:
    """The unit of time that stands behind a number."""
    units = time_units(marked.lexicon.language)
    return str(units.get(marked.words[after], "")) if after < len(marked.words) else ""


def _from_elsewhere(marked: Marked, after: int) -> bool:
    """Whether so many days or years are counted from a day that stands elsewhere: "three years earlier"."""
    units = time_units(marked.lexicon.language)
    return after + 1 < len(marked.tokens) and marked.words[after] in units and marked.is_in(after + 1, "when")


def _ranks(marked: Marked) -> Iterator[tuple[str, int, int]]:
    words = [" ".join(fold(token.text)) for token in marked.tokens]
    found = [(code, first, after) for (code, _), first, after in rank_phrases().scan(words)]
    inside = {index for _, first, after in found for index in range(first, after)}
    found += [(code, a, b) for code, a, b in attache_phrases().scan(words) if code in _ATTACHES and a not in inside]
    for code, first, after in sorted(found, key=lambda each: each[1]):
        if code not in _UNTOLD_RANKS:
            yield code, first, after


_ATTACHES = frozenset({"attache", "defence-attache", "military-attache", "naval-attache", "air-attache"})


def _names(marked: Marked, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Rows of capitalized words that are nothing else; a single one at the head of a sentence may be any word."""
    index = 0
    while index < len(marked.tokens):
        after = index
        while after < len(marked.tokens) and _of_name(marked, after, taken, inside=after > index):
            after += 1
        while after > index and marked.words[after - 1] in PARTICLES:
            after -= 1
        if after > index and (after - index > 1 or not _opens(marked, index)):
            alone = after - index == 1 and marked.lexicon.has("capital-nouns")
            if not alone:
                yield index, after
        index = max(after, index + 1)


def _opens(marked: Marked, index: int) -> bool:
    """Whether a word has its capital because a sentence or quotation begins with it."""
    before = marked.tokens[index - 1].text if index else ""
    return not index or before in ":.!?…" or any(first == index for first, _ in quoted(marked.tokens))


def _of_name(marked: Marked, index: int, taken: set[int], *, inside: bool) -> bool:
    token, word = marked.tokens[index], marked.words[index]
    if index in taken:
        return False
    if inside and word in PARTICLES:
        return index + 1 < len(marked.tokens) and marked.tokens[index + 1].is_capital
    if not token.is_word or not token.is_capital or word in weekdays() or word in months():
        return False
    return not marked.is_one_of(index, SILENT) and len(token.text) > 1


def _name_words(marked: Marked, first: int, after: int) -> tuple[str, ...]:
    words = (word.removesuffix("'s").rstrip("'’") for word in marked.words[first:after])
    return tuple(word for word in words if word not in PARTICLES)
