"""How many posts is a mission still allowed? "X may have no more than ten diplomats there", in one sentence.

Needs a verb of allowing, a word that limits, a number and people or a mission behind it; a wish is no ceiling.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.mentions import OWN, Marked
from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import deadline_of, is_past_perfect, when_of
from legation.language.numbers import Number
from legation.vocabulary.press import time_units

_REACH = 12
_NEAR = 3
_BEHIND = 6
_LONG = 24


def allowances(line: Line, text: str) -> Iterator[Telling]:
    """The ceiling that a sentence sets by saying how many are allowed at most."""
    marked = line.marked
    for _, first, after in marked.scan("may-have"):
        limit = _limit(marked, after) or _limited_before(marked, first, after)
        if limit is None:
            continue
        place, number = limit
        end = min(number.after + 1, len(marked.words))
        decided = _decider(marked, first, number)
        said = (decided[1], decided[1] + 1) if decided is not None else (first, number.after)
        yield Telling(
            type="ceiling",
            rule="ceiling.allowed",
            status="announced",
            layer=line.layer,
            start=marked.tokens[min(first, place)].start,
            end=marked.tokens[end - 1].end,
            sentence=line.number,
            paragraph=line.paragraph,
            actor=decided[0] if decided is not None else None,
            target=_sender(marked, first, number),
            mission_host=next((m.receiving for m in marked.missions if m.receiving is not None), None),
            unit="posts",
            posts_from=_before(marked, number),
            posts_to=number.value,
            when=when_of(marked, line.dates, first=said[0], after=said[1]),
            deadline=deadline_of(marked, line.dates),
            attribution=chain_of(marked, text, first=first, after=end),
            past_perfect=is_past_perfect(marked, first),
        )
        return


def _limit(marked: Marked, start: int) -> tuple[int, Number] | None:
    """The word that limits and the number behind it, with people or a mission in the same clause."""
    for index in range(start, min(start + _REACH, len(marked.words))):
        if marked.tokens[index].text in ";:":
            return None
        found = marked.phrase_at("at-most", index)
        after = index + found[1] if found is not None else 0
        places = (after, after + 1)
        number = next((n for n in marked.numbers if found and n.first in places and n.value and not n.article), None)
        if number is not None and _counts_posts(marked, number):
            return index, number
    return None


def _limited_before(marked: Marked, verb: int, start: int) -> tuple[int, Number] | None:
    """Such as "solo podrá tener a cinco": the word that limits stands right before the verb."""
    if marked.phrase_at("at-most", verb - 1) is None:
        return None
    near = (n for n in marked.numbers if start <= n.first < start + _NEAR and n.value and not n.article)
    number = next(near, None)
    return (verb - 1, number) if number is not None and _counts_posts(marked, number) else None


def _counts_posts(marked: Marked, number: Number) -> bool:
    """Whether posts or people of missions are counted, and no days or visas."""
    units = time_units(marked.lexicon.language)
    if number.after < len(marked.words) and (marked.words[number.after] in units or marked.words[number.after] == "%"):
        return False
    near = range(number.after, min(number.after + _NEAR, len(marked.words)))
    if any(marked.is_one_of(i, ("posts", "mission-worker", "staff-word")) for i in near):
        return True
    if any(number.first <= p.head < number.after + _NEAR for p in marked.people):
        return True
    return any(number.after <= m.head < number.after + _BEHIND for m in marked.missions)


def _sender(marked: Marked, verb: int, number: Number) -> str | None:
    """Whose posts they are: of the people or the mission, else the subject of the verb."""
    people = next((p for p in marked.people if number.first <= p.head < number.after + _NEAR), None)
    named = [m.sending for m in marked.missions] + [people.sending if people is not None else None]
    sending = next((code for code in named if code not in (None, OWN)), None)
    if sending is not None:
        return sending
    behind = next((d for d in marked.deciders if d.code and verb < d.first <= verb + 2), None)
    if marked.lexicon.has("verb-final") and behind is not None:
        return behind.code
    before = [d for d in marked.deciders if d.code and d.subject and d.after <= verb and verb - d.after <= _NEAR]
    return before[-1].code if before else None


def _decider(marked: Marked, verb: int, number: Number) -> tuple[str, int] | None:
    """Who says so, and the place of the verb: a government beside a verb of deciding, before it or behind it."""
    for decider in marked.deciders:
        if decider.code is None:
            continue
        ahead = range(max(decider.first - _NEAR, number.after), decider.first)
        behind = range(decider.after, min(decider.after + _NEAR, verb)) if decider.subject else ()
        said = next((i for i in (*ahead, *behind) if marked.is_one_of(i, ("decide", "say"))), None)
        if said is not None:
            return decider.code, said
    return None


def _before(marked: Marked, number: Number) -> int | None:
    """How many there were: the number behind "instead of" or "so far"."""
    for other in marked.numbers:
        if other is number or other.article or other.value is None or abs(other.first - number.first) > _LONG:
            continue
        if any(
            marked.phrase_at("range-before", i) is not None for i in range(max(other.first - _NEAR, 0), other.first)
        ):
            return other.value
    return None
