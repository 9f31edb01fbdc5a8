"""Who was trained where, is how old, is whose relative? What reports say of the lives of those who serve at missions.

Relatives appear only upward or beside, and only where the report says that they hold or held a public office; spouses
and children of the person are not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from legation.extraction.news.cast import Cast, Named
from legation.extraction.news.mentions import Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import (
    Saying,
    clause_end,
    clause_start,
    hedge_before,
    list_end,
    subject_of,
    text_of,
    when_stay,
)
from legation.vocabulary.press import time_units

_HYPHENATED_AGE = re.compile(r"(\d{2})[-‑](?:year[-‑]old|jährig\w*|летн\w+)")
_OLDEST = 105
_YOUNGEST = 16
_SCHOOL = 14
_PREFIX = "office-prefix"
_OFFICE = 12


def trainings(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Where a sentence says that somebody was trained, with the school as printed and the years."""
    marked = line.marked
    for _, first, after in marked.scan("train"):
        school = _school(marked, first, after)
        subject = subject_of(line, text, cast, first) or _pronoun_ahead(line, cast, after)
        if school is None or subject is None or _teaches(marked, first):
            continue
        begin, end = min(first, school[0]), max(after, school[1])
        hedge = hedge_before(marked, text, first, after)
        when, _ = when_stay(line, begin, min(clause_end(marked, end) + 1, len(marked.words)))
        if when is None:
            before, _ = when_stay(line, clause_start(marked, first), begin)
            ranged = before is not None and "/" in before.text
            when = before if ranged or marked.lexicon.has("verb-final") else None
        yield Saying(
            type="training",
            rule="training",
            first=begin,
            after=end,
            status="alleged",
            subject=subject,
            object=text_of(marked, text, *school),
            when=when,
            wording=hedge,
            strength="stated",
            hedged="reports" if hedge else None,
        )


def _pronoun_ahead(line: Line, cast: Cast, place: int) -> str | None:
    """Such as "Graduating from X, he …": the one spoken of where the main clause says "he", or who is named there."""
    marked = line.marked
    comma = next((i for i in range(place, len(marked.words)) if marked.tokens[i].text == ","), len(marked.words))
    named = cast.next_to(line, comma + 1, 1)
    if named is not None:
        return named.name
    ahead = marked.has_in("he", place, len(marked.words)) or marked.phrase_at("the-person", comma + 1) is not None
    return cast.meant[line.number] if ahead else None


def _school(marked: Marked, first: int, after: int) -> tuple[int, int] | None:
    """The school behind a verb, with the capitalized words around it; before it where the verb comes last."""
    behind = range(after, min(after + _SCHOOL, len(marked.words)))
    stop = next((i for i in behind if marked.tokens[i].text in ";:."), behind.stop)
    places = list(range(after, stop))
    if marked.lexicon.has("verb-final"):
        places += range(first - 1, max(first - _SCHOOL, -1), -1)
    for index in places:
        if marked.is_in(index, "school") or _is_school(marked, index):
            return _around(marked, index, after if index >= after else 0)
    return None


def _is_school(marked: Marked, index: int) -> bool:
    """Whether a compound or capitalized word ends with a word for a school."""
    word = marked.words[index]
    return marked.lexicon.has("verb-final") and any(word.endswith(s) for s in marked.lexicon.words("school"))


def _around(marked: Marked, school: int, start: int) -> tuple[int, int]:
    first = school
    while first > start and _belongs(marked, first - 1):
        first -= 1
    while first < school and (marked.is_in(first, "determiner") or marked.is_in(first, "preposition")):
        first += 1
    after = school + 1
    while after < len(marked.words) and _continues(marked, after):
        after += 1
    while after > school + 1 and (marked.is_in(after - 1, "preposition") or marked.is_in(after - 1, "determiner")):
        after -= 1
    return first, after


def _belongs(marked: Marked, index: int) -> bool:
    token = marked.tokens[index]
    return token.is_word and not marked.is_in(index, "conjunction") and not marked.is_in(index, "he")


def _continues(marked: Marked, index: int) -> bool:
    """Whether the name of a school goes on: capitals, and prepositions before capitals."""
    token = marked.tokens[index]
    if token.is_capital and token.is_word:
        return True
    ahead = range(index + 1, min(index + 3, len(marked.words)))
    if not marked.is_in(index, "of") and not marked.is_in(index, "determiner"):
        return False
    return any(marked.tokens[i].is_capital for i in ahead)


def _teaches(marked: Marked, first: int) -> bool:
    return marked.has_in("negation", max(first - 3, 0), first)


def ages(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """The age of a named person: "48-year-old X", "X, a 48-year-old …", "X, 48,"."""
    marked = line.marked
    for index, token in [(i, token) for i, token in enumerate(marked.tokens) if token.text[0].isdigit()]:
        value, after = _age(marked, index)
        if value is None or not _YOUNGEST <= value <= _OLDEST:
            continue
        bare = after == index + 1 and token.text.isdigit()
        person = _aged(line, cast, index, after, bare=bare)
        if person is None:
            continue
        first, end = min(person.first, index), max(person.after, after)
        yield Saying(type="age", rule="age", first=first, after=end, subject=person.name, value=value, voiced=False)


def _age(marked: Marked, index: int) -> tuple[int | None, int]:
    token = marked.tokens[index]
    if match := _HYPHENATED_AGE.fullmatch(token.text.casefold()):
        return int(match[1]), index + 1
    if not token.text.isdigit() or len(token.text) > 3:
        return None, index
    found = marked.phrase_at("age", index + 1)
    after = index + 1 + (found[1] if found else 0)
    if after < len(marked.words) and found is None and marked.words[index + 1] in time_units(marked.lexicon.language):
        return None, index
    return int(token.text), after


def _aged(line: Line, cast: Cast, first: int, after: int, *, bare: bool) -> Named | None:
    """Whose age it is: named right before, behind a comma, or right behind."""
    marked = line.marked
    start = first
    while start > 0 and (
        marked.is_in(start - 1, "determiner") or marked.is_in(start - 1, "age") or marked.is_in(start - 1, "of")
    ):
        start -= 1
    before = cast.behind(line, start)
    comma = start > 0 and marked.tokens[start - 1].text in ",("
    closed = after >= len(marked.tokens) or marked.tokens[after].text in ",.)" or not bare
    if before is not None and comma and closed:
        return before
    if before is not None and not comma and not bare and marked.lexicon.has("no-articles"):
        return before
    return None if bare else cast.next_to(line, after, 3 if marked.tokens[after - 1].text[-1:].isalpha() else 0)


def relatives(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Whose son, grandson or brother somebody is said to be, where the relative holds or held a public office."""
    marked = line.marked
    for _, first, after in marked.scan("kin"):
        start = first - 1 if marked.is_in(first - 1, "determiner") else first
        person = _subject_before(line, text, cast, start)
        if person is None or not _opens_complement(marked, after):
            continue
        end = list_end(marked, after)
        if _names_office(marked, after, end):
            yield _family(marked, text, person, (start, end), (first, after), (after, end))
    yield from _own_relatives(line, text, cast)


def _subject_before(line: Line, text: str, cast: Cast, start: int) -> str | None:
    """The person whom an apposition, also a second one behind "and", a dash or a copula makes a relative."""
    marked = line.marked
    if marked.is_in(start - 1, "and-word"):
        named = next((n for n in reversed(cast.named[line.number]) if n.after < start), None)
        apart = named is not None and marked.tokens[named.after].text == ","
        verbs = range(named.after if named else start, start)
        return named.name if named and apart and not any(marked.is_in(i, "be") for i in verbs) else None
    if start > 0 and marked.tokens[start - 1].text in ",—–":
        named = cast.behind(line, start)
        if named is not None:
            return named.name
        return subject_of(line, text, cast, start - 1)
    if start > 0 and marked.is_in(start - 1, "be"):
        return subject_of(line, text, cast, start - 1)
    return None


def _opens_complement(marked: Marked, place: int) -> bool:
    if marked.is_in(place, "of"):
        return True
    return marked.lexicon.has("genitive-behind") and place < len(marked.words) and marked.tokens[place].is_word


def _names_office(marked: Marked, first: int, after: int) -> bool:
    stop = min(after + 1, len(marked.words))
    return any(_is_office(marked, i) or marked.phrase_at("government", i) is not None for i in range(first, stop))


def _is_office(marked: Marked, index: int) -> bool:
    """Whether a word is one for a public office, a former or deputy one ("exministro"), or a compound that ends so."""
    if marked.is_in(index, "office"):
        return True
    word, offices = marked.words[index], marked.lexicon.words("office")
    if any(word.startswith(before) and word[len(before) :] in offices for before in marked.lexicon.words(_PREFIX)):
        return True
    return marked.lexicon.has("capital-nouns") and any(word.endswith(office) for office in offices if len(office) > 5)


def _family(
    marked: Marked, text: str, subject: str, span: tuple[int, int], kin: tuple[int, int], of: tuple[int, int]
) -> Saying:
    first = of[0]
    while first < of[1] and (marked.is_in(first, "of") or marked.is_in(first, "determiner")):
        first += 1
    hedge = hedge_before(marked, text, *span)
    return Saying(
        type="family",
        rule="family",
        first=span[0],
        after=span[1],
        status="alleged",
        subject=subject,
        object=text_of(marked, text, first, of[1]),
        value=text_of(marked, text, *kin),
        wording=hedge,
        strength="stated",
        hedged="reports" if hedge else None,
    )


def _own_relatives(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Such as "His brother, X, sits in the assembly": a relative in office, of the person spoken of."""
    marked = line.marked
    for _, first, after in marked.scan("kin-own"):
        if not marked.is_in(first - 1, "own"):
            continue
        owner = cast.meant[line.number]
        relative = cast.next_to(line, after, 1)
        end = list_end(marked, relative.after + 1 if relative else after)
        end = min(max(end, after + _OFFICE) if relative else end, len(marked.words))
        if owner is None or (relative is not None and relative.name == owner):
            continue
        if relative is not None and _names_office(marked, relative.after, end):
            of = (relative.first, relative.after)
            yield _family(marked, text, owner, (first - 1, of[1]), (first, after), of)
        elif relative is None and _is_in_office(marked, after, end):
            yield _family(marked, text, owner, (first - 1, end), (first, after), (after + 1, end))


def _is_in_office(marked: Marked, after: int, end: int) -> bool:
    """Such as "His uncle was minister of defence": a verb of being or holding right behind, and an office."""
    held = marked.is_in(after, "be") or marked.phrase_at("held", after) is not None
    copula = held or (after < len(marked.tokens) and marked.tokens[after].text in "—–")
    return copula and _names_office(marked, after + 1, end)
