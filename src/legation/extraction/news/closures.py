"""Which missions are closed or opened, which relations broken off or taken up? In one sentence, with who decides.

Whoever closes or opens its own mission is decider and sender. A closed school or club is none: a mission must stand in
the place of the object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.expulsions import is_return
from legation.extraction.news.frames import actor_of
from legation.extraction.news.mentions import OWN, Marked, MissionMention
from legation.extraction.news.mood import status_of
from legation.extraction.news.nouns import is_decided
from legation.extraction.news.orders import order, status_told
from legation.extraction.news.reading_order import Line
from legation.extraction.news.subject import GENERIC, SPEAKER, subject_before
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import deadline_of, is_past_perfect, to_come, when_of
from legation.extraction.news.triggers import Hit, hits
from legation.language.numbers import Number
from legation.model.claims import EventType
from legation.vocabulary.cities import find_city
from legation.vocabulary.press import months

_OBJECT = 6
_OF_PEOPLE = frozenset({"expulsion", "recall"})
"""Types whose people the deadline of a sentence is for."""
_SUBJECT = 10


def closures(line: Line, text: str) -> tuple[Telling, ...]:
    """Every closure, opening and change of relations that a sentence tells."""
    return tuple(_tellings(line, text))


def _tellings(line: Line, text: str) -> Iterator[Telling]:
    marked = line.marked
    for hit in hits(marked):
        if hit.sense.type in ("closure", "opening"):
            mission = _closed(marked, hit)
            told = hit.sense.rule != "noun" or is_decided(marked, hit) or _is_told(line, hit)
            if mission is not None and hit.voice == "passive" and mission.sending is None is _host(mission):
                continue
            if hit.sense.form == "ger" and marked.is_in(hit.first - 1, "determiner"):
                continue
            if mission is not None and told:
                closed = hit.sense.type == "closure"
                yield _closure(line, text, hit, mission) if closed else _opening(line, text, hit, mission)
        elif hit.sense.type == "relations":
            yield from _relations(line, text, hit)


def _is_told(line: Line, hit: Hit) -> bool:
    """Whether a noun of closing stands as an item of a chronology, behind its date, or its verb follows it."""
    marked = line.marked
    dated = any(when.after <= hit.first and hit.first - when.after <= _ITEM for when in line.dates)
    behind = range(hit.after, min(hit.after + _VERB_BEHIND, len(marked.words)))
    return dated or any(marked.is_in(index, "decide") for index in behind)


def _relations(line: Line, text: str, hit: Hit) -> Iterator[Telling]:
    """A change of relations; of several who make it together there is one telling each."""
    marked = line.marked
    if hit.sense.rule == "noun" and not is_decided(marked, hit) and not _is_told(line, hit):
        return
    if hit.sense.rule == "noun" and any(_is_modal(marked, index) for index in range(max(hit.first - 3, 0), hit.first)):
        return
    code, after = _partner(marked, hit) or (None, hit.end)
    base = _made(line, text, hit, (hit.start, after))
    actor = actor_of(marked, hit, None)
    together = [c for c in actor.codes if c != code] if actor.several else []
    if code is None and len(together) == _BOTH:
        yield replace(base, actor=together[0], target=together[1])
    elif together and line.layer != "title":
        yield from (replace(base, actor=each, target=code) for each in together)
    elif not together:
        yield replace(base, target=code, actor=GENERIC if base.actor == code is not None else base.actor)


def _is_modal(marked: Marked, index: int) -> bool:
    found = marked.phrase_at("modal", index)
    return found is not None and found[0] == "hypothetical"


_BOTH = 2
_ITEM = 4
_VERB_BEHIND = 10


def _closed(marked: Marked, hit: Hit) -> MissionMention | None:
    """The mission that a verb or noun of closing is about."""
    behind = next((m for m in marked.missions if hit.after <= m.head and m.first <= hit.after + _OBJECT), None)
    if behind is None and marked.lexicon.has("verb-final") and hit.sense.form in ("pres", "past"):
        behind = next((m for m in marked.missions if hit.after <= m.head and m.first <= hit.after + 2 * _OBJECT), None)
    if behind is not None and hit.voice == "active":
        return None if any(marked.phrase_at("beside", i) for i in range(hit.after, behind.first)) else behind
    final = marked.lexicon.has("verb-final") and hit.sense.form in ("part", "base")
    before = [m for m in marked.missions if m.after <= hit.first and hit.first - m.after <= _SUBJECT]
    before = [m for m in before if all(marked.phrase_at("beside", i) is None for i in range(m.first - 2, m.first))]
    passive = hit.voice == "passive" or (marked.lexicon.has("present-passive") and hit.sense.form == "pres")
    return before[-1] if before and (passive or final) else None


def _closure(line: Line, text: str, hit: Hit, mission: MissionMention) -> Telling:
    """A closure; "its embassy" is of the subject, and so is one abroad without an owner: it decides about its own."""
    base = _made(line, text, hit, (min(hit.start, mission.first), max(hit.after, mission.after)))
    told = order(line.marked, hit)
    if told is not None and mission.sending in (None, OWN, told[1]):
        count = _how_many(line.marked, mission)
        actor = told[0] or (None if base.actor == told[1] else base.actor)
        status = status_told(line.marked, hit, base.status)
        return replace(base, actor=actor, target=told[1], status=status, count=count, unit="posts")
    known = base.actor not in (None, GENERIC, SPEAKER)
    away = mission.sending is None and known and hit.voice == "active" and _is_away(line.marked, mission, base.actor)
    target = subject_before(line.marked, hit.first) if mission.sending == OWN else mission.sending
    if mission.sending == OWN and known and hit.voice == "active":
        target = base.actor
    own = mission.sending == OWN and target is not None
    if mission.sending == OWN and target is None and base.actor == GENERIC:
        target = GENERIC
    decides = target if own else GENERIC if base.actor == target else base.actor
    if base.status == "called-for" and base.actor is None:
        decides = None
    if away or (mission.sending is not None and base.actor == mission.sending):
        target = decides = base.actor
    if known and decides == target and hit.sense.form == "base" and _must(line.marked, hit):
        decides = None
    return replace(
        base,
        actor=decides,
        target=target,
        mission_host=_host(mission) if mission.sending is None else None,
        count=_how_many(line.marked, mission),
        unit="posts",
    )


def _host(mission: MissionMention) -> str | None:
    """In which state a mission stands, as its words or its city say."""
    city = find_city(mission.city) if mission.receiving is None and mission.city is not None else None
    return mission.receiving or (city.state if city is not None else None)


def _must(marked: Marked, hit: Hit) -> bool:
    """Whether somebody has to do it, so that somebody else decides."""
    return any(marked.phrase_at("must", index) is not None for index in range(max(hit.first - _MUST, 0), hit.first))


_MUST = 10


def _is_away(marked: Marked, mission: MissionMention, actor: str | None) -> bool:
    """Whether a mission without an owner stands in another state, so that it is the subject's own."""
    if mission.receiving is None and mission.city is None:
        return any(h.sense.type == "recall" for h in hits(marked))
    return _host(mission) not in (None, actor)


def _opening(line: Line, text: str, hit: Hit, mission: MissionMention) -> Telling:
    """An opening: a state opens its own mission, the owner that is named or else the subject."""
    base = _made(line, text, hit, (min(hit.start, mission.first), max(hit.after, mission.after)))
    owner = mission.sending if mission.sending not in (None, OWN) else base.actor
    if mission.sending == OWN and owner is None:
        owner = subject_before(line.marked, hit.first) or GENERIC
    return replace(
        base,
        actor=owner,
        target=owner,
        city=mission.city,
        count=_how_many(line.marked, mission),
        unit="posts",
    )


def _how_many(marked: Marked, mission: MissionMention) -> int | None:
    """One for a mission in the singular; the number before it, or the places behind it."""
    near = (n for n in marked.numbers if mission.first - 1 <= n.after <= mission.head and not n.article)
    number = next((n for n in near if not _is_of_date(marked, n)), None)
    if number is not None:
        return _of_those(marked, number) or number.value
    place = mission.after
    if place + 1 >= len(marked.tokens) or not marked.is_in(place, "and-word"):
        return 1
    if any(m.first <= place + 3 and m.head > place for m in marked.missions):
        return 2
    second = place + 1
    while marked.is_one_of(second, ("preposition", "determiner")):
        second += 1
    return 2 if mission.city and second < len(marked.tokens) and marked.tokens[second].is_capital else 1


def _is_of_date(marked: Marked, number: Number) -> bool:
    """Whether a number is the day of a month or a year."""
    beside = marked.words[number.after : number.after + 2]
    return any(word in months() for word in beside) or (number.value or 0) > _YEARS


_YEARS = 1500


def _of_those(marked: Marked, number: Number) -> int | None:
    """How many of all that there are: "four of its five consulates"."""
    before = next((n for n in marked.numbers if n.value and 0 < number.first - n.after <= 2 and not n.article), None)
    if before is None or number.value is None or (before.value or 0) >= number.value:
        return None
    between = range(before.after, number.first)
    joined = all(marked.is_in(i, "of") or marked.is_in(i, "own") or marked.is_in(i, "determiner") for i in between)
    return before.value if joined else None


def _partner(marked: Marked, hit: Hit) -> tuple[str, int] | None:
    """The state with which relations are broken off, behind the words for them, and the token after it."""
    places = (hit.tail[1] if hit.tail else hit.end, hit.end)
    behind = [p for place in places for p in marked.parties if 0 < p.first - place <= 3]
    party = next((p for p in behind if p.sense.kind != "adjective"), None)
    return (party.sense.code, party.after) if party is not None and party.sense.code is not None else None


def _made(line: Line, text: str, hit: Hit, span: tuple[int, int]) -> Telling:
    """A telling over a span of tokens, with the decider as the sentence has it."""
    marked = line.marked
    return Telling(
        type=cast(EventType, hit.sense.type),
        rule=f"{hit.sense.type}.{hit.sense.rule}",
        status=status_of(marked, hit, None),
        layer=line.layer,
        start=marked.tokens[span[0]].start,
        end=marked.tokens[span[1] - 1].end,
        sentence=line.number,
        paragraph=line.paragraph,
        actor=actor_of(marked, hit, None).code,
        when=to_come(marked, when_of(marked, line.dates, first=hit.start, after=hit.end), hit),
        deadline=None if any(h.sense.type in _OF_PEOPLE for h in hits(marked)) else deadline_of(marked, line.dates),
        effective=next((w.value for w in line.dates if w.role == "from"), None),
        retaliation=is_return(marked, hit),
        attribution=chain_of(marked, text, first=span[0], after=span[1]),
        past_perfect=is_past_perfect(marked, hit.first),
    )
