"""Who held which post where, and when, in the words of the report? Posts at missions and in ministries.

A post counts with a place beside it and a person whose it is; a title before a name alone tells no posting.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from legation.extraction.news.cast import Cast
from legation.extraction.news.intelligence import officers
from legation.extraction.news.lexicon import PEOPLE, PeopleSense
from legation.extraction.news.mentions import Marked
from legation.extraction.news.places import Place, mission_key_of, place_behind
from legation.extraction.news.reading_order import Line
from legation.extraction.news.sayings import (
    Saying,
    clause_start,
    hedge_before,
    list_end,
    subject_of,
    text_of,
    when_stay,
)
from legation.model.dates import Edtf

_LIST = 45


@dataclass(frozen=True, slots=True)
class _Found:
    """A posting: its tokens, the person, the place, the title, and the days or years that it lasted."""

    span: tuple[int, int]
    person: str | None
    place: Place
    title: tuple[int, int]
    stay: tuple[Edtf | None, int | None]


def postings(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Every posting that a sentence tells."""
    taken: set[int] = set()
    for saying in (*_posts(line, text, cast), *_stints(line, text, cast), *_leads(line, text, cast)):
        span = set(range(saying.first, saying.after))
        if not span & taken:
            taken |= span
            yield saying


def _posts(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """A title with its place, in apposition to a name, behind a copula or in a list."""
    marked = line.marked
    services = [(o.first, o.after) for o in officers(marked)]
    for first, after in _titles(marked):
        if any(a <= first < b for a, b in services):
            continue
        place = place_behind(marked, after)
        if place is None:
            continue
        start = _title_start(marked, first)
        person = _holder(line, text, cast, start, first, place[1])
        if person is None:
            continue
        end = list_end(marked, place[1])
        when, years = when_stay(line, place[1], end)
        if when is None:
            when, years = _dated_before(line, start)
        yield _posting(line, text, _Found((start, place[1]), person, place, (first, after), (when, years)))


def _titles(marked: Marked) -> Iterator[tuple[int, int]]:
    """Words for a post of one person."""
    taken = -1
    for index in sorted({*marked.openings(PEOPLE), *marked.openings("post")}):
        if index < taken:
            continue
        found = marked.phrase_at("post", index)
        senses = marked.sense_at(PEOPLE, index)
        length = max(found[1] if found else 0, senses[1] if senses and _is_title(marked, index, senses) else 0)
        if length:
            taken = index + length
            yield index, taken


def _is_title(marked: Marked, index: int, found: tuple[tuple[PeopleSense, ...], int]) -> bool:
    if marked.phrase_at("spy", index) is not None:
        return False
    senses, length = found
    return any(not sense.plural and (sense.strong or _advises(marked, index, length)) for sense in senses)


def _advises(marked: Marked, index: int, length: int) -> bool:
    """Whether a word that may mean anybody is a post here: it has no more than an article and adjectives before it."""
    return marked.words[index] in marked.lexicon.words("weak-post") and index + length < len(marked.words)


def _title_start(marked: Marked, first: int) -> int:
    start = first
    while start > 0 and first - start < 4:
        before = start - 1
        if marked.words[before][0].isdigit() and "-" in marked.words[before]:
            start = before
            continue
        if marked.is_in(before, "determiner"):
            return before
        if not _is_adjective(marked, before):
            break
        start = before
    return start


def _is_adjective(marked: Marked, index: int) -> bool:
    """Whether a word before a title belongs to it: of a state, of kind or of time, also two joined by "and"."""
    if any(p.first <= index < p.after and p.sense.kind == "adjective" for p in marked.parties):
        return True
    joins = marked.is_in(index, "conjunction") and index > 0
    return marked.is_in(index - joins, "post-adjective")


def _holder(line: Line, text: str, cast: Cast, start: int, first: int, after: int) -> str | None:
    """Whose post it is."""
    marked = line.marked
    if start > 0 and marked.tokens[start - 1].text in ",—–":
        aged = start > 2 and marked.words[start - 2].isdigit() and marked.tokens[start - 3].text == ","
        named = cast.behind(line, start - 2 if aged else start)
        if named is not None:
            return named.name
    named = cast.next_to(line, after, 1)
    if named is None and after < len(marked.words) and marked.tokens[after].text == ",":
        named = cast.next_to(line, after + 1, 4)
    if named is not None and all(_introduces(marked, i) for i in range(after, named.first)):
        return named.name
    verb = _held(marked, start)
    if verb is None:
        return None
    if marked.has_in("he", verb, start):
        return cast.meant[line.number]
    subject = subject_of(line, text, cast, verb)
    named_behind = cast.before(line, verb, start)
    return named_behind.name if named_behind is not None and marked.lexicon.has("verb-final") else subject


def _introduces(marked: Marked, index: int) -> bool:
    """Whether a word may stand between a post and its holder's name: a comma, an article, an age, a title."""
    if marked.tokens[index].text == "," or marked.words[index][0].isdigit():
        return True
    return marked.is_one_of(index, ("determiner", "title", "age", "number-article"))


def _held(marked: Marked, start: int) -> int | None:
    """The verb of holding a post that a title hangs on: right before it, or at the head of a list."""
    for index in range(start - 1, max(start - _LIST, -1), -1):
        found = marked.phrase_at("held", index)
        if found is None:
            continue
        if marked.tokens[index].text in ";:":
            return None
        gap = start - index - found[1]
        listed = marked.has_in("including", index, start)
        if gap <= 1 or listed or (gap <= 9 and _only_dates(marked, index + found[1], start)):
            verb = index
            while listed and verb > 0 and not marked.is_in(verb, "have") and not marked.is_in(verb, "be"):
                verb -= 1
            return verb if verb > 0 else index
        if marked.is_in(index, "be"):
            return None
    return None


def _only_dates(marked: Marked, first: int, after: int) -> bool:
    return all(
        marked.words[i].isdigit()
        or marked.is_in(i, "preposition")
        or marked.is_in(i, "period-to")
        or marked.is_in(i, "he")
        or marked.tokens[i].is_capital
        for i in range(first, after)
    )


def _dated_before(line: Line, start: int) -> tuple[Edtf | None, int | None]:
    """Years that stand before a title in its clause: "von 2015 bis 2019 Erster Sekretär"."""
    first = max(clause_start(line.marked, start), start - 8)
    value, years = when_stay(line, first, start)
    return (value, years) if value is not None and "/" in value.text else (None, None)


def _stints(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Such as "a stint in X from 2010 to 2014", "has worked in X", "his rotation in X began in 2018"."""
    marked = line.marked
    nouns = dict.fromkeys(marked.places("stint"), True)
    verbs = {index + length - 1: False for index, _, length in marked.phrases("serve")}
    for index, noun in sorted((nouns | verbs).items()):
        place = place_behind(marked, index + 1)
        if place is None or place[0] != index + 1 + (marked.words[index + 1 : index + 2] == ("back",)):
            continue
        person = _at_work(line, text, cast, index, noun=noun)
        if person is None:
            continue
        end = list_end(marked, place[1])
        span = (index, max(place[1], _when_end(line, place[1], end)))
        yield _posting(line, text, _Found(span, person, place, (index, index + 1), when_stay(line, place[1], end)))


def _when_end(line: Line, first: int, end: int) -> int:
    dated = [w.after for w in line.dates if first <= w.first and w.after <= end]
    return max(dated, default=first)


def _at_work(line: Line, text: str, cast: Cast, index: int, *, noun: bool) -> str | None:
    """Who served: the subject of a verb, the owner of a noun, or of whom a list of posts is told."""
    marked = line.marked
    if not noun:
        subject = subject_of(line, text, cast, index)
        known = subject in cast.by_surname.values() or any(
            p.after <= index and not p.sense.plural for p in marked.people
        )
        return subject if known and not marked.has_in("negation", max(index - 4, 0), index) else None
    if marked.has_in("he", max(index - 3, 0), index):
        return cast.meant[line.number]
    verb = next((i for i in range(index - 1, -1, -1) if marked.is_in(i, "including")), None)
    if verb is None:
        return None
    start = next((i for i in range(verb, -1, -1) if marked.is_in(i, "have") or marked.is_in(i, "be")), verb)
    subject = subject_of(line, text, cast, start)
    return subject if subject in cast.by_surname.values() else None


def _leads(line: Line, text: str, cast: Cast) -> Iterator[Saying]:
    """Such as "led the mission for 17 years"."""
    marked = line.marked
    for _, first, after in marked.scan("lead"):
        mission = next((m for m in marked.missions if after <= m.head and m.first <= after + 2), None)
        subject = subject_of(line, text, cast, first) if mission is not None else None
        if mission is None or subject not in cast.by_surname.values():
            continue
        end = list_end(marked, mission.after)
        place = (after, mission.after, mission)
        stay = when_stay(line, mission.after, end)
        yield _posting(line, text, _Found((first, mission.after), subject, place, (first, after), stay))


def _posting(line: Line, text: str, found: _Found) -> Saying:
    marked, span, place, title = line.marked, found.span, found.place, found.title
    begin = title[0]
    while begin > span[0] and not marked.is_in(begin - 1, "determiner") and not marked.words[begin - 1][0].isdigit():
        begin -= 1
    where = text_of(marked, text, place[0] + (not any(m.first == place[0] for m in marked.missions)), place[1])
    hedge = hedge_before(marked, text, title[0], title[1])
    return Saying(
        type="posting",
        rule="posting",
        first=span[0],
        after=span[1],
        status="alleged" if hedge else "asserted",
        wording=hedge,
        hedged="reports" if hedge else None,
        subject=found.person,
        object=mission_key_of(place[2]) or where,
        value=text_of(marked, text, begin, title[1]),
        when=found.stay[0],
        years=found.stay[1],
    )
