"""Who says what, in which words? Happenings with their tellings, and claims with the replies to them."""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.claims import ANSWERING_CLAIMS, SENSITIVE_CLAIMS, Claim, ClaimType, Event
from legation.model.findings import Count, Happening
from legation.publishing.content import Content, Said
from legation.publishing.gate import claim_findings
from legation.publishing.heard import heard_phrases
from legation.publishing.phrases import (
    EVENT_WORDS,
    MODIFIER_WORDS,
    bounds_phrase,
    chain_phrase,
    counted,
    day_phrase,
    party_phrase,
    whom_phrase,
)
from legation.publishing.views.evidence import Evidence, evidence

LEFT_OUT = frozenset({"age", "location"})
"""Claims that a page doesn't need: they tell of a private person more than of an office."""


CLAIM_WORDS: dict[ClaimType, str] = {
    "capture": "page retrieved, names on it",
    "headcount": "head-count",
    "non-response": "no answer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """A telling or claim: who says it, in which words, with which status, and the replies to it."""

    label: str
    """What kind of thing `what` is."""
    what: str
    who: str
    status: str
    wording: str | None
    reason: str | None
    named: tuple[str, ...]
    evidence: Evidence
    replies: tuple[SaidView, ...] = ()
    heard: tuple[str, ...] = ()
    """What the other side was asked and answered, in sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HappeningView:
    """What several tellings speak of, with each number that they give."""

    heading: str
    day: str
    deadline: str | None
    status: str
    counts: tuple[str, ...]
    tellings: tuple[SaidView, ...]


def happenings(content: Content) -> tuple[HappeningView, ...]:
    """Happenings by their days, background last within a day, each with its tellings."""
    said = Said.of(content.reports)
    ordered = sorted(content.derived.happenings, key=lambda happening: (day_phrase(happening.date), happening.id))
    return tuple(_happening(happening, said, content) for happening in ordered)


def _happening(happening: Happening, said: Said, content: Content) -> HappeningView:
    counts = tuple(
        f"{count_words(count)} ({counted(len(count.tellings), 'telling', 'tellings')})" for count in happening.counts
    )
    tellings = [said.events[id_] for id_ in happening.tellings if id_ in said.events]
    actor, whom = party_phrase(happening.actor, content.label), whom_phrase(happening, content.label)
    return HappeningView(
        heading=f"{EVENT_WORDS[happening.type]}: {actor} → {whom}",
        day=day_phrase(happening.date),
        deadline=bounds_phrase(happening.deadline) if happening.deadline else None,
        status=happening.status,
        counts=counts,
        tellings=tuple(_telling(event, content) for event in tellings),
    )


def count_words(count: Count) -> str:
    """A number with what it counts, as far as that is said."""
    if count.unit is None:
        return f"{count.value} (of what isn't said)"
    return counted(count.value, count.unit.removesuffix("s"), count.unit)


def event_number(event: Event) -> tuple[str, str]:
    """What a telling counts, posts or a number of people, and the number as far as it is told."""
    if event.type == "ceiling" and event.posts_to is not None:
        return "Posts", f"{event.posts_from if event.posts_from is not None else '?'} → {event.posts_to}"
    modifier = MODIFIER_WORDS[event.count_modifier] if event.count_modifier else ""
    number = f"{modifier}{event.count}" if event.count is not None else "not given"
    return "Posts" if event.type == "ceiling" else "Number", number


def _telling(event: Event, content: Content) -> SaidView:
    label, number = event_number(event)
    return SaidView(
        label=label,
        what=number,
        who=chain_phrase(event.attribution),
        status=event.status,
        wording=None,
        reason=event.reason,
        named=tuple(f"{person.name} ({person.role})" if person.role else person.name for person in event.persons),
        evidence=evidence(event.passage, content),
    )


def claims(content: Content) -> tuple[tuple[SaidView, ...], int]:
    """What is said of persons and by whom, replies beside what they reply to, and how many claims are held back."""
    labels = tuple(person.label for person in content.derived.persons)
    kept: list[Claim] = []
    held_back = 0
    for report in content.reports:
        for claim in report.claims:
            if claim.type in LEFT_OUT:
                continue
            if any(claim_findings(claim, report, labels)):
                held_back += 1
            else:
                kept.append(claim)
    replies: dict[str, list[Claim]] = {}
    ids = {claim.id for claim in kept}
    for claim in kept:
        if claim.about in ids and claim.type in ANSWERING_CLAIMS:
            replies.setdefault(str(claim.about), []).append(claim)
    answering = {claim.id for group in replies.values() for claim in group}
    return tuple(_claim(claim, replies, content) for claim in kept if claim.id not in answering), held_back


def claim_words(kind: ClaimType) -> str:
    """What kind of claim it is; one that can do harm is called what it is: alleged."""
    words = CLAIM_WORDS.get(kind, kind.replace("-", " "))
    return f"alleged {words}" if kind in SENSITIVE_CLAIMS else words


def _claim(claim: Claim, replies: dict[str, list[Claim]], content: Content) -> SaidView:
    kind = claim_words(claim.type)
    subject = " · ".join(str(part) for part in (claim.subject, claim.value, claim.object) if part is not None)
    return SaidView(
        label="What",
        what=f"{kind}: {subject}" if subject else kind,
        who=chain_phrase(claim.attribution),
        status=claim.status,
        wording=claim.wording,
        reason=None,
        named=(),
        evidence=evidence(claim.passage, content),
        replies=tuple(_claim(reply, {}, content) for reply in replies.get(claim.id, [])),
        heard=tuple(heard_phrases(content.heard.get(claim.id), content.now)),
    )
