"""Which missions are closed, and which relations broken off? In one sentence, with who decides.

Whoever closes its own mission is decider and sender. A closed school or club is none: a mission must stand in the place
of the object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from legation.extraction.news.attribution import chain_of
from legation.extraction.news.expulsions import is_return
from legation.extraction.news.frames import GENERIC, actor_of, subject_before
from legation.extraction.news.mentions import OWN, Marked, MissionMention
from legation.extraction.news.mood import status_of
from legation.extraction.news.nouns import is_decided
from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.extraction.news.timing import is_past_perfect, when_of
from legation.extraction.news.triggers import Hit, hits
from legation.model.claims import EventType

_OBJECT = 6
_SUBJECT = 10


def closures(line: Line, text: str) -> tuple[Telling, ...]:
    """Every closure and every break of relations that a sentence tells."""
    return tuple(_tellings(line, text))


def _tellings(line: Line, text: str) -> Iterator[Telling]:
    for hit in hits(line.marked):
        if hit.sense.type == "closure":
            mission = _closed(line.marked, hit)
            if mission is not None and (hit.sense.rule != "noun" or is_decided(line.marked, hit)):
                yield _closure(line, text, hit, mission)
        elif hit.sense.type == "relations":
            partner = _partner(line.marked, hit)
            if partner is not None:
                code, after = partner
                base = _made(line, text, hit, (hit.start, after))
                yield replace(base, target=code, actor=GENERIC if base.actor == code else base.actor)


def _closed(marked: Marked, hit: Hit) -> MissionMention | None:
    """The mission that a verb or noun of closing is about."""
    behind = next((m for m in marked.missions if hit.after <= m.head and m.first <= hit.after + _OBJECT), None)
    if behind is not None and hit.voice == "active":
        return behind
    final = marked.lexicon.has("verb-final") and hit.sense.form in ("part", "base")
    before = [m for m in marked.missions if m.after <= hit.first and hit.first - m.after <= _SUBJECT]
    passive = hit.voice == "passive" or (marked.lexicon.has("present-passive") and hit.sense.form == "pres")
    return before[-1] if before and (passive or final) else None


def _closure(line: Line, text: str, hit: Hit, mission: MissionMention) -> Telling:
    """A closure; "its embassy" is of the subject, which then decides about its own."""
    base = _made(line, text, hit, (min(hit.start, mission.first), max(hit.after, mission.after)))
    target = subject_before(line.marked, hit.first) if mission.sending == OWN else mission.sending
    own = mission.sending == OWN and target is not None
    if mission.sending == OWN and target is None and base.actor == GENERIC:
        target = GENERIC
    decides = target if own else GENERIC if base.actor == target else base.actor
    return replace(base, actor=decides, target=target, count=_how_many(line.marked, mission), unit="posts")


def _how_many(marked: Marked, mission: MissionMention) -> int | None:
    """One for a mission in the singular; the number before it, or the places behind it."""
    number = next((n for n in marked.numbers if n.after == mission.first and not n.article), None)
    if number is not None:
        return number.value
    place = mission.after
    if place + 1 >= len(marked.tokens) or not marked.is_in(place, "and-word"):
        return 1
    if any(m.first <= place + 3 and m.head > place for m in marked.missions):
        return 2
    return 2 if mission.city and marked.tokens[place + 1].is_capital else 1


def _partner(marked: Marked, hit: Hit) -> tuple[str, int] | None:
    """The state with which relations are broken off, behind the words for them, and the token after it."""
    party = next((p for p in marked.parties if 0 < p.first - hit.end <= 3 and p.sense.kind != "adjective"), None)
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
        when=when_of(marked, line.dates, first=hit.start, after=hit.end),
        effective=next((w.value for w in line.dates if w.role == "from"), None),
        retaliation=is_return(marked, hit),
        attribution=chain_of(marked, text, first=span[0], after=span[1]),
        past_perfect=is_past_perfect(marked, hit.first),
    )
