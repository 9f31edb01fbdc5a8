"""What is a denial, a confirmation or a silence about; and which step does a step answer?

A link stands only where the words lead to one thing: the claim in the same sentence, the allegation or step told last
before it. Where two could be meant, there is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.extraction.news.lexicon import TRIGGERS
from legation.extraction.news.reading_order import Line
from legation.model.claims import Claim, Event
from legation.model.quick import changed

_ANSWERS = frozenset({"denial", "confirmation", "non-response"})
_ALLEGED = frozenset({"affiliation", "attributed-act", "training", "family"})
_STEPS = frozenset({"expulsion", "ceiling", "closure", "recall", "relations"})
_ANSWERING = frozenset({"expulsion", "recall", "closure", "ceiling", "threat", "retaliation"})


def tied(claims: Sequence[Claim], events: Sequence[Event], read: Sequence[Line]) -> tuple[Claim, ...]:
    """The claims with what each answer is about."""
    return tuple(
        changed(claim, about=_about(claim, claims, events, read))
        if claim.about is None and claim.type in _ANSWERS
        else claim
        for claim in claims
    )


def _about(claim: Claim, claims: Sequence[Claim], events: Sequence[Event], read: Sequence[Line]) -> str | None:
    line = next((ln for ln in read if ln.start <= claim.passage.start < ln.marked.tokens[-1].end), None)
    if line is None:
        return None
    if claim.type == "confirmation":
        return _confirmed(claim, claims, events, line)
    if claim.type == "denial":
        return _denied(claim, claims, events, line)
    if claim.value == "no-reason":
        return _last(events, claim, _STEPS)
    speaker = claim.subject
    return next(
        (c.id for c in reversed(claims) if _before(c, claim) and c.type == "affiliation" and _says(c, speaker)), None
    )


def _confirmed(claim: Claim, claims: Sequence[Claim], events: Sequence[Event], line: Line) -> str | None:
    """What a confirmation is of: what stands behind it in its sentence, the step that it names, the last allegation."""
    end = line.marked.tokens[-1].end
    inside = [c.id for c in claims if c.type in _ALLEGED and claim.passage.start < c.passage.start < end]
    steps = [e.id for e in events if e.type in _STEPS and claim.passage.start < e.passage.start < end]
    if inside or steps:
        return (inside or steps)[0]
    years = [w.value.bounds for w in line.dates if w.value is not None]
    told = [e for e in events if e.type in _STEPS and e.passage.start < claim.passage.start]
    if years and _names_step(line):
        fitting = [e for e in told if e.date is not None and any(b.narrowed(e.date.bounds) is not None for b in years)]
        return fitting[0].id if fitting else None
    if _names_step(line):
        return told[-1].id if told else None
    near = [c for c in claims if c.type in _ALLEGED and 0 <= claim.passage.start - c.passage.end < _NEAR]
    return near[-1].id if near else None


def _denied(claim: Claim, claims: Sequence[Claim], events: Sequence[Event], line: Line) -> str | None:
    """What a denial denies: the allegation told last before it; the step where its cause is denied."""
    if claim.rule == "statement.cause":
        return _last(events, claim, _STEPS)
    if _names_step(line):
        return _last(events, claim, _STEPS)
    before = [c for c in claims if _before(c, claim) and c.type in _ALLEGED]
    if not before or len(line.marked.words) < 3:
        return None
    near = [c for c in before if line.start - c.passage.end < _NEAR]
    return near[-1].id if near else None


_NEAR = 400
"""Code points behind an allegation within which a denial without further words is of it."""


def _names_step(line: Line) -> bool:
    """Whether a sentence names a step by its noun."""
    return (
        any(
            any(sense.rule in ("noun", "ceiling-noun") for sense in senses)
            for senses, _, _ in line.marked.scan_table(TRIGGERS)
        )
        or "decision" in line.marked.present
    )


def _last(events: Sequence[Event], claim: Claim, types: frozenset[str]) -> str | None:
    before = [e for e in events if e.type in types and e.passage.start < claim.passage.start and not e.background]
    return before[-1].id if before else None


def _before(one: Claim, other: Claim) -> bool:
    return one.passage.start < other.passage.start


def _says(claim: Claim, speaker: str | None) -> bool:
    """Whether somebody is a link of a claim's chain: all words of the shorter name are in the longer one."""
    if speaker is None:
        return False
    return any(_alike(link.speaker, speaker) for link in claim.attribution if link.speaker)


def _alike(one: str | None, other: str) -> bool:
    first, second = (
        set(name.casefold().split()) - {"the", "der", "die", "das", "le", "la", "el"} for name in (one or "", other)
    )
    return bool(first and second) and (first <= second or second <= first)


def answered(event: Event, events: Sequence[Event]) -> str | None:
    """The step the other way round that a step or threat answers: the nearest before it, else behind it."""
    if event.actor is None or event.type not in _ANSWERING or not (event.retaliation or event.type == "threat"):
        return None
    others = [e for e in events if e.id != event.id and e.type in _STEPS and _faces(e, event)]
    if not others:
        return None
    start = event.passage.start
    return min(others, key=lambda other: (other.passage.start > start, abs(other.passage.start - start))).id


def _faces(step: Event, answer: Event) -> bool:
    """Whether a step is directed at who answers, by whom the answer meets or by nobody named."""
    if step.target != answer.actor or step.status in ("negated", "hypothetical"):
        return False
    return step.actor == answer.target or (step.actor is None and step.actor != answer.actor)
