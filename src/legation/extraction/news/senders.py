"""Whose people are sent away, and by whom? The two sides of an expulsion or recall, as its sentence has them.

Nobody expels its own people; what a pronoun or a possessive points to is taken from the same sentence, or left open.
"""

from __future__ import annotations

from legation.extraction.news.mentions import OWN, Marked, PeopleMention
from legation.extraction.news.nouns import is_answered
from legation.extraction.news.subject import GENERIC, SPEAKER, Actor, subject_before
from legation.extraction.news.triggers import Hit


def sides_of(marked: Marked, hit: Hit, people: PeopleMention, actor: Actor) -> tuple[str | None, str | None]:
    """Who decides and who sends; for a recall, who recalls and where from. Nobody expels its own people."""
    sending = people.sending if people.sending != OWN else None
    if people.part:
        sending = next((p.sending for p in reversed(marked.people) if p.after <= people.first and p.sending), None)
    if people.sending == OWN and hit.sense.type == "expulsion" and marked.is_in(people.first, "we"):
        return actor.code, SPEAKER
    if hit.sense.type == "recall":
        if people.from_seat:
            return actor.code, sending
        own = actor.code if people.sending == OWN or hit.voice == "active" else sending
        host = people.host or (people.mission.receiving if people.mission else None) or away_from(marked, people)
        return (own if own is not None else sending), host
    decides = actor.code
    if sending is None and people.sending is None and (people.mission is not None or hit.sense.rule == "noun"):
        sending = _told_of_its_own(marked, people)
    if people.sending == OWN and hit.voice == "passive":
        sending = subject_before(marked, people.first)
    if decides is not None and decides != GENERIC and decides == sending:
        decides = None
    if is_answered(marked, hit):
        return _answered_sides(marked, hit, people, decides, sending)
    return decides, sending


def _told_of_its_own(marked: Marked, people: PeopleMention) -> str | None:
    """Such as "informed X's ambassador that three members of the embassy …": the mission is of whom it is told to."""
    told = next((p for p in reversed(marked.people) if p.after <= people.first and p.sending not in (None, OWN)), None)
    if told is None:
        return None
    informed = any(marked.phrase_at("notify", i) is not None for i in range(max(told.first - 3, 0), people.first))
    return told.sending if informed or marked.has_in("that-word", told.after, people.first) else None


def _answered_sides(
    marked: Marked, hit: Hit, people: PeopleMention, decides: str | None, sending: str | None
) -> tuple[str | None, str | None]:
    """Such as "in response to the expulsion of its envoys, X …": X's people, by the state that X answers."""
    if people.sending == OWN:
        ahead = (
            d.code for d in marked.deciders if d.first >= people.after and d.subject and d.code and d.code != decides
        )
        sending = next(ahead, None) or subject_before(marked, hit.first)
    if decides is None and sending is not None:
        decides = next(
            (p.sending for p in marked.people if p.first >= people.after and p.sending not in (None, OWN, sending)),
            None,
        )
    return decides, sending


def away_from(marked: Marked, people: PeopleMention) -> str | None:
    """The state behind people who are called home: "its ambassador from X"."""
    behind = next((p for p in marked.parties if people.after < p.first <= people.after + 2), None)
    if behind is None or behind.sense.kind == "adjective":
        return None
    return behind.sense.code if marked.is_in(people.after, "origin") or marked.is_in(people.after, "host") else None
