"""Whom does a report name, and who is meant by a surname or a pronoun later on?

A surname links back only where one person of the report has it; a pronoun links to the last person that was a subject
before it. Where two could be meant, nobody is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from legation.extraction.news.lexicon import MISSIONS, PEOPLE
from legation.extraction.news.mentions import Marked
from legation.extraction.news.naming import PARTICLES
from legation.extraction.news.reading_order import Line
from legation.language.tokens import quoted
from legation.model.quick import quick
from legation.vocabulary.endings import bare
from legation.vocabulary.press import months, weekdays

_LONGEST = 6
_MEMORY = 2
"""Sentences for which a pronoun remembers its person."""
_STOPS = (
    "determiner",
    "preposition",
    "conjunction",
    "pronoun",
    "own",
    "be",
    "have",
    "say",
    "negation",
    "title",
    "date-noun",
)
_POSTS = (PEOPLE, MISSIONS, "government", "post")
_OBJECTS = ("preposition", "succeed", "accuse")


@quick
@dataclass(frozen=True, slots=True)
class Named:
    """A person named at tokens `first` to before `after`; `name` is the fullest form that the report prints."""

    first: int
    after: int
    name: str
    full: bool


@dataclass(frozen=True, slots=True)
class Cast:
    """The persons of a report: who each surname is, who is named in each sentence, and whom its pronouns mean."""

    by_surname: Mapping[str, str | None]
    named: tuple[tuple[Named, ...], ...]
    meant: tuple[str | None, ...]

    def before(self, line: Line, start: int, place: int) -> Named | None:
        """The first person named between two places of a sentence who is no object there."""
        found = [n for n in self.named[line.number] if start <= n.first and n.after <= place]
        return next((n for n in found if not _is_object(line.marked, n)), None)

    def next_to(self, line: Line, place: int, reach: int) -> Named | None:
        """The person named at a place or within a few tokens behind it."""
        return next((n for n in self.named[line.number] if 0 <= n.first - place <= reach), None)

    def behind(self, line: Line, place: int, reach: int = 1) -> Named | None:
        """The person whose name ends right before a place, a comma between allowed."""
        return next((n for n in reversed(self.named[line.number]) if 0 <= place - n.after <= reach), None)


def cast_of(read: Sequence[Line]) -> Cast:
    """The persons of all sentences of a report."""
    runs = [tuple(_full_names(line.marked)) for line in read]
    by_surname = _surnames(
        (n, line.marked.lexicon.language) for line, found in zip(read, runs, strict=True) for n in found
    )
    named = tuple(_with_surnames(line, found, by_surname) for line, found in zip(read, runs, strict=True))
    return Cast(by_surname, named, tuple(_meant(read, named)))


def _surnames(found: Iterator[tuple[Named, str]]) -> dict[str, str | None]:
    """Each surname with the one full name that has it; two persons with one surname leave it open.

    Of two surnames the first may stand alone as well ("Pérez" for "Ana Pérez Gil"), where nobody else is called so.
    """
    known: dict[str, str | None] = {}
    doubled: dict[str, str | None] = {}
    for named, language in found:
        words = named.name.split()
        _learn(known, _key(words[-1], language), named.name, language)
        if len(words) >= _DOUBLED:
            _learn(doubled, _key(words[-2], language), named.name, language)
    return doubled | known


_DOUBLED = 3
"""Words of a name that may have two surnames."""


def _learn(known: dict[str, str | None], key: str, name: str, language: str) -> None:
    """Note whose surname it is: the fullest of one person's names, nobody's where two persons have it."""
    first = known.setdefault(key, name)
    if first is not None and not _is_same(first, name, language):
        known[key] = None
    elif name.endswith(f" {first}"):
        known[key] = name


def _is_same(first: str, name: str, language: str) -> bool:
    """Whether two full names may be one person's: one is the end of the other, or their first words begin alike."""
    if f" {first}".endswith(f" {name}") or f" {name}".endswith(f" {first}"):
        return True
    one, other = (_key(full.split()[0], language) for full in (first, name))
    return one.startswith(other) or other.startswith(one)


def _key(word: str, language: str) -> str:
    return bare("surname", language, word.casefold())


def _full_names(marked: Marked) -> Iterator[Named]:
    """Rows of two or more capitalized words that are no state, place, day, post or institution."""
    capitals = [index for index, token in enumerate(marked.tokens) if token.is_capital]
    after = 0
    for index in capitals if len(capitals) > 1 else ():
        if index < after:
            continue
        after = _run(marked, index)
        if 2 <= after - index <= _LONGEST and not _is_institution(marked, index, after):
            yield Named(index, after, " ".join(token.text for token in marked.tokens[index:after]), True)


def _run(marked: Marked, first: int) -> int:
    after = first
    while after < len(marked.tokens) and after - first < 2 * _LONGEST and _fits(marked, after, inside=after > first):
        after += 1
    while after > first and marked.words[after - 1] in PARTICLES:
        after -= 1
    return after


def _fits(marked: Marked, index: int, *, inside: bool) -> bool:
    token, word = marked.tokens[index], marked.words[index]
    if inside and word in PARTICLES:
        return index + 1 < len(marked.tokens) and marked.tokens[index + 1].is_capital
    if not token.is_word or not token.is_capital or (len(token.text) > 1 and token.text.isupper()):
        return False
    if word in weekdays() or word in months() or any(p.first <= index < p.after for p in marked.parties):
        return False
    return not marked.is_one_of(index, _STOPS) and not _is_post(marked, index)


def _is_post(marked: Marked, index: int) -> bool:
    return any(marked.phrase_at(group, index) is not None for group in _POSTS)


def _is_institution(marked: Marked, first: int, after: int) -> bool:
    """Whether a word of the row, or one right beside it, says that an institution, outlet, work or place is named."""
    words = [part for index in range(first, after) for part in marked.words[index].split("-")]
    known = marked.lexicon.words("institution")
    if any(word in known for word in words):
        return True
    if first and marked.is_in(first - 1, "press-word") and marked.tokens[first - 1].text.islower():
        return True
    quoted = marked.tokens[first - 1].text in ('"', "«", "„", "»") if first else False
    return quoted or (after < len(marked.tokens) and marked.words[after] == "'s" and after - first > 3)


def _with_surnames(line: Line, full: Sequence[Named], by_surname: Mapping[str, str | None]) -> tuple[Named, ...]:
    if not by_surname:
        return tuple(full)
    marked = line.marked
    taken = {index for named in full for index in range(named.first, named.after)}
    found = [_whole(named, by_surname, marked.lexicon.language) for named in full]
    for index, token in [(i, token) for i, token in enumerate(marked.tokens) if token.is_capital]:
        if index in taken:
            continue
        name = by_surname.get(_key(token.text, marked.lexicon.language))
        if name is not None and not any(p.first <= index < p.after for p in marked.parties):
            found.append(Named(index, index + 1, name, False))
    return tuple(sorted(found, key=lambda named: named.first))


def _whole(named: Named, by_surname: Mapping[str, str | None], language: str) -> Named:
    """A name with the fullest form that the report has of it: both surnames alone are the person's."""
    fuller = by_surname.get(_key(named.name.split()[-1], language))
    longer = fuller is not None and fuller.endswith(f" {named.name}")
    return Named(named.first, named.after, fuller, True) if longer and fuller is not None else named


def _is_object(marked: Marked, named: Named) -> bool:
    """Whether a person stands behind a preposition or a verb that makes them its object, or owns what follows."""
    if named.after < len(marked.words) and marked.words[named.after] == "'s":
        return True
    before = named.first - 1
    while before >= 0 and (marked.is_in(before, "determiner") or marked.is_in(before, "title")):
        before -= 1
    if before < 0:
        return False
    if any(marked.phrase_at("succeed", i) for i in range(max(before - 1, 0), before + 1)):
        return True
    return marked.is_one_of(before, _OBJECTS) and not marked.is_in(before, "carries-on")


def _meant(read: Sequence[Line], named: Sequence[tuple[Named, ...]]) -> Iterator[str | None]:
    """For each sentence, whom "he" means at its beginning."""
    last: tuple[int, str | None] = (-9, None)
    for line in read:
        yield last[1] if line.number - last[0] <= _MEMORY and line.layer != "title" else None
        here = [n for n in named[line.number] if not _is_object(line.marked, n)]
        if here and line.layer != "title":
            joined = len(here) > 1 and any(
                line.marked.is_in(i, "and-word") for i in range(here[0].after, here[1].first)
            )
            one = not (joined and here[1].first - here[0].after == 1)
            last = (line.number, here[0].name if one else None)
        elif last[1] is not None and line.marked.words[:1] and _goes_on(line):
            last = (line.number, last[1])


def _goes_on(line: Line) -> bool:
    """Whether a sentence that names nobody still speaks of the person before: it begins with a pronoun or "the man"."""
    marked = line.marked
    opening = range(min(_OPENING, len(marked.words)))
    pointing = [i for i in opening if marked.is_in(i, "he") or marked.phrase_at("the-person", i) is not None]
    if not pointing:
        return False
    inside = {i for first, after in quoted(marked.tokens) for i in range(first, after)}
    return any(i not in inside for i in pointing)


_OPENING = 12
"""Words of a sentence among which it says that it goes on."""


def is_pronoun(marked: Marked, index: int) -> bool:
    """Whether a word points back to a person."""
    return marked.is_in(index, "he")
