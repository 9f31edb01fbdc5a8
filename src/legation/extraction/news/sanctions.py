"""Whom does a sentence tell to be under sanctions, and by whom? Also counter-measures other than expulsions.

A person or people must be named, and the state or organization whose sanctions they are; refraining from them is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.cast import Cast, Named
from legation.extraction.news.lexicon import TriggerSense
from legation.extraction.news.mentions import OWN, Marked
from legation.extraction.news.mood import status_of
from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import is_past_perfect, when_of
from legation.extraction.news.triggers import Hit
from legation.language.numbers import Number
from legation.model.claims import EventType, NamedPerson

_NEAR = 10
_OF = 6
"""Words between a number and the state whose people it counts."""


def sanctions(line: Line, text: str, cast: Cast) -> Iterator[Telling]:
    """Every listing of a person, or of so many people of a state, under sanctions that a sentence tells."""
    marked = line.marked
    for _, first, after in marked.scan("sanction"):
        verb = _verb(marked, first, after)
        actor = _authority(marked, first, after) if verb is not None else None
        if verb is None or actor is None:
            continue
        person, group = _listed(line, cast, first, after), _counted(line, actor, first, after)
        start, end = min(verb, first), max(after, verb + 1)
        if group is not None and (person is None or not marked.people):
            base = _telling(line, text, "sanction", (min(start, group.first), max(end, group.after)), verb)
            yield replace(base, actor=actor, target=_origin(marked, actor), count=group.value, unit="persons")
            return
        if person is not None:
            start = min(start, person.first if first - person.first <= _NEAR else first)
            base = _telling(line, text, "sanction", (start, end), verb)
            named = (NamedPerson(name=person.name),)
            yield replace(base, actor=actor, target=_origin(marked, actor), count=1, unit="persons", persons=named)
            return


def _counted(line: Line, actor: str, first: int, after: int) -> Number | None:
    """How many of another state's people are put under sanctions, where a number of them stands beside the words."""
    marked = line.marked
    places = [*range(first - _NEAR, first), *range(after, after + _NEAR)]
    for number in marked.numbers:
        dated = any(when.first <= number.first < when.after for when in line.dates)
        if number.first not in places or number.article or number.value is None or dated:
            continue
        named = (p.sense.code for p in marked.parties if 0 <= p.first - number.after <= _OF)
        if any(code not in (None, actor) for code in named):
            return number
    return None


def retaliations(line: Line, text: str) -> Iterator[Telling]:
    """Counter-measures that a state is told to have taken, where the sentence names no step of its own kind."""
    marked = line.marked
    for _, first, after in marked.scan("retaliates"):
        decider = next(
            (d for d in reversed(marked.deciders) if d.subject and d.code and 0 <= first - d.after <= 6), None
        )
        if decider is not None:
            target = next(
                (p.sense.code for p in marked.parties if p.first >= after and p.sense.code != decider.code), None
            )
            base = _telling(line, text, "retaliation", (decider.first, after), first)
            yield replace(base, actor=decider.code, target=target, retaliation=True)
            return


def _verb(marked: Marked, first: int, after: int) -> int | None:
    """The verb that puts somebody under sanctions: in the words themselves or near before them."""
    places = [*range(first, after), *range(first - 1, max(first - _NEAR, -1), -1)]
    if marked.lexicon.has("verb-final"):
        places += range(after, min(after + 6, len(marked.words)))
    return next((i for i in places if marked.phrase_at("sanction-verb", i) is not None), None)


def _authority(marked: Marked, first: int, after: int) -> str | None:
    """Whose sanctions: the owner of the list, behind "by", or the subject."""
    spans = [p for p in marked.parties if p.sense.kind != "adjective" and p.sense.code is not None]
    near = [p for p in spans if 0 <= first - p.after <= 2 or 0 <= p.first - after <= 2]
    if near:
        return near[-1].sense.code
    subject = [d for d in marked.deciders if d.subject and d.code and d.after <= first]
    return subject[-1].code if subject else None


def _listed(line: Line, cast: Cast, first: int, after: int) -> Named | None:
    """The person meant: the subject before, else the one named right behind the words."""
    return cast.before(line, 0, first) or cast.next_to(line, after, 4)


def _origin(marked: Marked, actor: str) -> str | None:
    """The state of the person: an adjective of the sentence, or its mission's sender."""
    adjectives = [p.sense.code for p in marked.parties if p.sense.kind == "adjective" and p.sense.code != actor]
    senders = [m.sending for m in marked.missions] + [p.sending for p in marked.people]
    senders = [code for code in senders if code not in (None, OWN, actor)]
    named = [p.sense.code for p in marked.parties if marked.is_in(p.first - 1, "origin") and p.sense.code != actor]
    return next(iter((*adjectives, *senders, *named)), None)


def _telling(line: Line, text: str, type_: EventType, span: tuple[int, int], verb: int) -> Telling:
    marked = line.marked
    hit = Hit(TriggerSense(type_, type_, "", "past"), verb, verb + 1, None, "active")
    return Telling(
        type=type_,
        rule=type_,
        status=status_of(marked, hit, None),
        layer=line.layer,
        start=marked.tokens[span[0]].start,
        end=marked.tokens[span[1] - 1].end,
        sentence=line.number,
        paragraph=line.paragraph,
        when=when_of(marked, line.dates, first=span[0], after=span[1]),
        attribution=chain_of(marked, text, first=span[0], after=span[1]),
        past_perfect=is_past_perfect(marked, verb),
    )
