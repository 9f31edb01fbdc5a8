"""What would a reporter ask first? The case's sums, tallies and ceilings as sentences, each with its passages.

Every sentence comes from a typed template and says what is printed and what the lists show. None says why a name is
gone, and none calls a difference anything but a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from legation.analysis.notes import NO_REASON, SUM_AGREES
from legation.model.case import Derived
from legation.model.claims import Claim, Event, Report
from legation.model.dates import Edtf
from legation.model.documents import Passage
from legation.model.findings import ROLE_WORDS, Happening, Step, Sum, Tally, Term
from legation.publishing.content import Label, Said
from legation.publishing.phrases import (
    bounds_phrase,
    chain_phrase,
    counted,
    day_phrase,
    mission_phrase,
    number_phrase,
    party_phrase,
    quoted,
    whom_phrase,
)

SentenceKind = Literal["sum", "tally", "usual", "ceiling", "reason", "answer", "note"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One answer, the passages that it rests on, and what it answers about."""

    text: str
    passages: tuple[Passage, ...]
    kind: SentenceKind
    about: str | None = None
    """Id of the finding or happening."""


def sentences(derived: Derived, reports: tuple[Report, ...], label: Label) -> tuple[Sentence, ...]:
    """The answers in the order in which a reporter asks: sums, tallies, ceilings, then reasons and replies."""
    said = Said.of(reports)
    happenings = {happening.id: happening for happening in derived.happenings}
    return (
        *(sentence for found in derived.sums for sentence in sum_sentences(found, said)),
        *(
            sentence
            for tally in telling_tallies(derived)
            for sentence in tally_sentences(tally, happenings.get(tally.event), said, label)
        ),
        *(sentence for happening in derived.happenings for sentence in ceiling_sentences(happening, said, label)),
        *(sentence for happening in derived.happenings for sentence in reason_sentences(happening, said)),
        *answer_sentences(said),
    )


def sum_sentences(found: Sum, said: Said) -> Iterator[Sentence]:
    """Numbers of one report that should agree, then what may explain that they don't."""
    terms = ", ".join(f"{term.value} {_role_words(term, said)}" for term in found.terms)
    differ = abs(found.difference)
    verdict = f"the printed numbers differ by {differ}" if differ else "the printed numbers agree"
    yield Sentence(
        text=f"{terms}: {verdict}.", passages=tuple(term.passage for term in found.terms), kind="sum", about=found.id
    )
    if differ:
        yield Sentence(
            text=f"The other numbers give {found.expected}; {found.printed} is printed.",
            passages=(),
            kind="note",
            about=found.id,
        )
    yield from _notes(found.notes, found.id)


def _role_words(term: Term, said: Said) -> str:
    """How the counted people are spoken of: told to leave is not yet gone, where the report tells of the order."""
    if term.role == "departed" and any(
        event.type == "expulsion" and event.count == term.value and event.passage.sha256 == term.passage.sha256
        for event in said.events.values()
    ):
        return ROLE_WORDS["expelled"]
    return ROLE_WORDS.get(term.role, term.role)


def telling_tallies(derived: Derived) -> tuple[Tally, ...]:
    """The tallies by their windows, without those whose announcement lies before every edition.

    One without a date stays: it asks for the day, and compares as soon as that is known.
    """
    dates = {happening.id: happening.date for happening in derived.happenings}
    ordered = sorted(derived.tallies, key=lambda tally: (str(tally.window.earliest), tally.id))
    return tuple(tally for tally in ordered if tally.rest is not None or _has_before(tally, dates.get(tally.event)))


def _has_before(tally: Tally, date: Edtf | None) -> bool:
    if date is None:
        return True
    latest = date.bounds.latest
    return latest is not None and any(step.as_of <= latest.isoformat() for step in tally.steps)


def tally_sentences(tally: Tally, happening: Happening | None, said: Said, label: Label) -> Iterator[Sentence]:
    """An announced number beside what the editions show, then what usually leaves, then the notes."""
    told = [said.events[id_] for id_ in tally.announced_by if id_ in said.events]
    actor = party_phrase(happening.actor, label) if happening and happening.actor else ""
    details = ", ".join(
        part for part in (day_phrase(happening.date) if happening else "", f"by {actor}" if actor else "") if part
    )
    announced = f"{counted(tally.announced, 'person', 'persons')} announced for {mission_phrase(tally.mission, label)}"
    steps = " → ".join(step_phrase(step) for step in tally.steps)
    yield Sentence(
        text=f"{announced}{f' ({details})' if details else ''}{f': {steps}' if steps else ''}. {rest_phrase(tally)}",
        passages=tuple(event.passage for event in told),
        kind="tally",
        about=tally.id,
    )
    if usual := usual_phrase(tally):
        yield Sentence(text=usual, passages=(), kind="usual", about=tally.id)
    yield from _notes(tally.notes, tally.id)


def _notes(notes: Iterable[str], about: str) -> Iterator[Sentence]:
    """The notes that the headline doesn't say already."""
    for note in notes:
        if note not in (NO_REASON, SUM_AGREES):
            yield Sentence(text=_ended(note), passages=(), kind="note", about=about)


def step_phrase(step: Step) -> str:
    """An edition and how many it lists, or that it can't tell."""
    if step.coverage == "unobservable" or step.listed is None:
        return f"no usable capture of {step.as_of}"
    part = ", read in part" if step.coverage == "partial" else ""
    return f"{step.listed} listed on {step.as_of}{part}"


def rest_phrase(tally: Tally) -> str:
    """What left and joined beside the number announced; the list's silence is part of the sentence."""
    if tally.rest is None or tally.left is None or tally.joined is None:
        return "How many left cannot be told from these lists."
    moves = f"{number_phrase(tally.left)} left and {number_phrase(tally.joined)} joined".capitalize()
    moved = f"{moves} the list {bounds_phrase(tally.window)}"
    if tally.rest == 0:
        return f"{moved}: as many as announced, which does not make them the same persons. {NO_REASON}"
    direction = "more announced than left" if tally.rest > 0 else "more left than announced"
    return f"{moved}: {abs(tally.rest)} {direction}. {NO_REASON}"


def usual_phrase(tally: Tally) -> str | None:
    """What usually leaves this list, with the range and what the rate was taken from."""
    if tally.usual is None:
        return None
    least, most = tally.usual.range
    return (
        f"Usually {tally.usual.per_30_days:.1f} leave this list in 30 days (by interval {least:.1f} to {most:.1f}; "
        f"{counted(tally.usual.intervals, 'interval', 'intervals')}, {counted(tally.usual.days, 'day', 'days')})."
    )


def ceiling_sentences(happening: Happening, said: Said, label: Label) -> Iterator[Sentence]:
    """A ceiling: posts allowed, which are no persons."""
    if happening.type != "ceiling":
        return
    told = [said.events[id_] for id_ in happening.tellings if id_ in said.events]
    steps = sorted({(event.posts_from, event.posts_to) for event in told}, key=str)
    for before, after in steps:
        if after is None:
            continue
        change = f"from {before} to {after}" if before is not None else f"at {after}"
        yield Sentence(
            text=f"The ceiling for {whom_phrase(happening, label)} was set {change} posts "
            f"({day_phrase(happening.date)}). Posts are another quantity than persons told to leave.",
            passages=tuple(event.passage for event in told if (event.posts_from, event.posts_to) == (before, after)),
            kind="ceiling",
            about=happening.id,
        )


def reason_sentences(happening: Happening, said: Said) -> Iterator[Sentence]:
    """Each reason that a telling gives, with who gives it."""
    for id_ in happening.tellings:
        event = said.events.get(id_)
        if event is not None and event.reason:
            yield Sentence(
                text=f"Reason given by {chain_phrase(event.attribution)}: {_ended(event.reason)}",
                passages=(event.passage,),
                kind="reason",
                about=happening.id,
            )


def answer_sentences(said: Said) -> Iterator[Sentence]:
    """Denials and silences, in the words in which they are printed."""
    for claim in sorted(said.claims.values(), key=lambda claim: (claim.passage.sha256, claim.passage.start, claim.id)):
        if claim.type in ("denial", "non-response") and not _in_background(claim, said.events):
            yield Sentence(
                text=f"{'Denied' if claim.type == 'denial' else 'No answer'}: {quoted(claim.passage.quote)}",
                passages=(claim.passage,),
                kind="answer",
                about=claim.id,
            )


def _in_background(claim: Claim, events: Mapping[str, Event]) -> bool:
    about = events.get(claim.about) if claim.about else None
    return about is not None and about.background


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."
