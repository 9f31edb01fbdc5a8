"""Who was appointed to which post, whose posting ended, who was put on a list of sanctions? In one sentence, by name.

A post needs a mission or a host beside it, in its sentence or, for a successor or predecessor, in one before it. Who
appoints is the state that sends, never the host.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast as cast_to

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.cast import Cast, Named
from legation.extraction.news.expulsions import mission_key
from legation.extraction.news.lexicon import Form, TriggerSense
from legation.extraction.news.mentions import OWN, Marked, MissionMention, PeopleMention
from legation.extraction.news.mood import status_of
from legation.extraction.news.reading_order import Line
from legation.extraction.news.subject import GENERIC
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import is_past_perfect, when_of
from legation.extraction.news.triggers import Hit
from legation.model.claims import EventType, NamedPerson

_REACH = 14


@dataclass(frozen=True, slots=True)
class _Slot:
    """A post: who sends, who receives, the mission, the role, and the tokens that say so."""

    sending: str | None
    host: str | None
    mission: MissionMention | None
    role: str | None
    first: int
    after: int


def appointments(read: Sequence[Line], text: str, cast: Cast) -> Iterator[Telling]:
    """Every appointment and end of a posting of a report, in the order of its sentences."""
    last: Telling | None = None
    for line in read:
        near = last is not None and line.number - last.sentence <= 2
        told = list(_appointed(line, text, cast)) or list(_filled(line, text, cast, last if near else None))
        yield from told
        if told:
            last = told[-1]
        near = last is not None and line.number - last.sentence <= 2
        for ended in _ended(line, text, cast, last if near else None):
            yield ended
            last = last or ended


def _appointed(line: Line, text: str, cast: Cast) -> Iterator[Telling]:
    marked = line.marked
    for group in ("appoint", "take-post"):
        for sense, first, after in marked.scan(group):
            slot = _slot_near(marked, first, after, leads=group == "take-post")
            person = _person(line, cast, first, after, slot, active=group == "appoint") if slot else None
            if slot is None or person is None:
                continue
            yield _made(line, text, _hit(sense, "appointment", first, after), slot, person)
            return


def _filled(line: Line, text: str, cast: Cast, last: Telling | None) -> Iterator[Telling]:
    """Such as "X was named as the new ambassador": the post that somebody left in the sentence before."""
    marked = line.marked
    role = next((p.sense.role for p in marked.people if p.sense.role is not None and p.host is None), None)
    if last is None or last.type != "posting-end" or role != last.persons[0].role:
        return
    for sense, first, after in marked.scan("appoint"):
        person = _person(line, cast, first, after, None, active=False)
        if person is not None and marked.has_in("new-word", 0, len(marked.words)):
            hit = _hit(sense, "appointment", first, after)
            end = _end(line, text, last, (first, after), person, same_day=False)
            yield replace(end, type="appointment", rule="appointment.filled", status=status_of(marked, hit, None))
            return


def _hit(sense: str, type_: EventType, first: int, after: int) -> Hit:
    form: Form = "pres" if sense == "pres" else "past"
    return Hit(TriggerSense(type_, type_, "", form), first, after, None, "active")


def _slot_near(marked: Marked, first: int, after: int, *, leads: bool) -> _Slot | None:
    """The post that a verb gives: behind it, before it in verb-final languages, or spoken of before."""
    for mention in marked.people:
        if mention.sense.role is None or not (mention.host or mention.mission or mention.sending):
            continue
        behind = after <= mention.head <= after + _REACH
        if behind or mention.after <= first:
            return _of_people(mention)
    if leads:
        return _leadership(marked, first, after)
    return None


def _of_people(mention: PeopleMention) -> _Slot | None:
    mission = mention.mission
    host = mention.host or (mission.receiving if mission else None)
    sending = mention.sending or (mission.sending if mission else None)
    if host is None and mission is None:
        return None
    return _Slot(sending if sending != OWN else None, host, mission, mention.sense.role, mention.first, mention.after)


def _leadership(marked: Marked, first: int, after: int) -> _Slot | None:
    """Such as "became the head of X's mission", "assumed the interim leadership of the mission"."""
    mission = next((m for m in marked.missions if after <= m.head <= after + _REACH), None)
    if mission is None:
        return None
    near = range(after, max(mission.first, after + 1))
    if not any(marked.phrase_at("leadership", i) is not None for i in near):
        return None
    interim = any(marked.phrase_at("interim", i) is not None for i in range(first, mission.after))
    sending = mission.sending if mission.sending != OWN else None
    return _Slot(sending, mission.receiving, mission, "acting head" if interim else "head", first, mission.after)


def _person(line: Line, cast: Cast, first: int, after: int, slot: _Slot | None, *, active: bool) -> Named | None:
    """Who is appointed: named behind an active verb, before a passive one, before or behind one of taking up a post."""
    named = cast.named[line.number]
    marked = line.marked
    passive = marked.has_in("be", max(first - 3, 0), first)
    behind = [n for n in named if after <= n.first and n.first - after <= _REACH]
    before = [n for n in named if n.after <= first]
    if active and not passive and not marked.lexicon.has("verb-final"):
        return behind[0] if behind else None
    own = [n for n in before if slot is None or not slot.first <= n.first < slot.after]
    direct = [n for n in behind if n.first - after <= 1]
    return next(iter((*direct, *own[-1:], *behind[:1])), None)


def _made(line: Line, text: str, hit: Hit, slot: _Slot, person: Named) -> Telling:
    marked, span = line.marked, (hit.first, hit.after)
    type_ = cast_to(EventType, hit.sense.type)
    first = min(span[0], person.first) if span[0] - person.first <= 12 else span[0]
    after = max(
        span[1],
        person.after if person.after - span[1] <= 12 else 0,
        slot.after if slot.after - span[1] <= _REACH else 0,
    )
    actor = slot.sending or _sender(marked, hit, slot)
    return Telling(
        type=type_,
        rule=f"{type_}.named",
        status=status_of(marked, hit, None),
        layer=line.layer,
        start=marked.tokens[first].start,
        end=marked.tokens[after - 1].end,
        sentence=line.number,
        paragraph=line.paragraph,
        actor=actor,
        target=slot.host,
        mission=mission_key(slot.mission, actor if actor != GENERIC else None, None),
        count=1,
        unit="persons",
        persons=(NamedPerson(name=person.name, role=slot.role),),
        when=when_of(marked, line.dates, first=min(slot.first, hit.first), after=hit.after),
        attribution=chain_of(marked, text, first=first, after=after),
        past_perfect=is_past_perfect(marked, hit.first),
    )


def _sender(marked: Marked, hit: Hit, slot: _Slot) -> str | None:
    """The state that appoints: the subject before the verb, else whom the report leaves to say."""
    before = [d for d in marked.deciders if d.subject and d.after <= hit.first]
    coded = [d for d in before if d.code is not None and d.code != slot.host]
    if coded:
        return coded[-1].code
    return GENERIC if before else None


def _ended(line: Line, text: str, cast: Cast, last: Telling | None) -> Iterator[Telling]:
    """Whom a successor follows, and who left or was relieved of a post."""
    marked = line.marked
    for _, first, after in marked.scan("succeed"):
        person = cast.next_to(line, after, 4)
        if person is not None and last is not None:
            left = _left_behind(marked, person.after)
            yield _end(line, text, last, left or (first, after), person, same_day=left is None)
            return
    for first, after in _left(marked):
        person = _leaver(line, cast, first, after)
        slot = _slot_near(marked, first, after, leads=False)
        if person is None:
            continue
        hit = _hit("", "posting-end", first, after)
        if slot is not None:
            yield _made(line, text, hit, slot, person)
        elif last is not None and all(known.name != person.name for known in last.persons):
            yield _end(line, text, last, (first, after), person, same_day=False)
        return


def _left(marked: Marked) -> Iterator[tuple[int, int]]:
    """Words for leaving a post, and a verb of relieving whose post stands before or behind it in the clause."""
    yield from ((first, after) for _, first, after in marked.scan("leave-post"))
    for _, first, after in marked.scan("from-post"):
        near = range(max(first - _REACH, 0), min(after + _REACH, len(marked.words)))
        verb = next((i for i in near if marked.is_in(i, "relieved")), None)
        if verb is not None and not any(
            marked.tokens[i].text in ",;:" for i in range(min(verb, after), max(verb, first))
        ):
            yield verb, verb + 1


def _left_behind(marked: Marked, place: int) -> tuple[int, int] | None:
    """Where a sentence goes on to say that the predecessor left: "who left the post on 31 July"."""
    spans = marked.scan("leave-post")
    return next(((first, after) for _, first, after in spans if 0 <= first - place <= 4), None)


def _leaver(line: Line, cast: Cast, first: int, after: int) -> Named | None:
    """Who left: the last person named before the words, else the first behind them."""
    named = cast.named[line.number]
    before = [n for n in named if n.after <= first]
    behind = [n for n in named if after <= n.first <= after + _REACH]
    return next(iter((*before[-1:], *behind[:1])), None)


def _end(line: Line, text: str, last: Telling, span: tuple[int, int], person: Named, *, same_day: bool) -> Telling:
    """The end of a posting in the slot that an appointment told last has filled."""
    marked = line.marked
    first, after = min(span[0], person.first), max(span[1], person.after)
    own = when_of(marked, line.dates, first=span[0], after=span[1])
    hit = _hit("", "posting-end", *span)
    return replace(
        last,
        type="posting-end",
        rule="posting-end.successor" if same_day else "posting-end.left",
        status=last.status if same_day else status_of(marked, hit, None),
        layer=line.layer,
        start=marked.tokens[first].start,
        end=marked.tokens[after - 1].end,
        sentence=line.number,
        paragraph=line.paragraph,
        persons=(NamedPerson(name=person.name, role=last.persons[0].role if last.persons else None),),
        when=last.when if same_day else own,
        attribution=chain_of(marked, text, first=first, after=after),
    )
