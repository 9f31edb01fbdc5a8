"""What would a reporter ask first? The case's sums, tallies and ceilings as sentences, each with its passages.

Every sentence comes from a typed template and says what is printed and what the lists show. None says why a name is
gone, and none calls a difference anything but a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from legation.model.case import Derived
from legation.model.claims import Claim, Event, Report
from legation.model.documents import Passage
from legation.model.findings import Happening, Step, Sum, Tally, Term
from legation.publishing.content import Label, Said
from legation.publishing.phrases import (
    bounds_phrase,
    chain_phrase,
    counted,
    day_phrase,
    mission_phrase,
    number_phrase,
    party_phrase,
)

SentenceKind = Literal["sum", "tally", "usual", "ceiling", "reason", "answer", "note"]

ROLE_WORDS = {
    "listed": "listed",
    "departed": "said to have left",
    "remaining": "said to remain",
    "total": "in all",
    "announced": "told to leave",
    "told-to-leave": "told to leave",
}


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
            for tally in sorted(derived.tallies, key=lambda tally: (str(tally.window.earliest), tally.id))
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
    yield from (Sentence(text=_ended(note), passages=(), kind="note", about=found.id) for note in found.notes)


def _role_words(term: Term, said: Said) -> str:
    # A report that counts who left as those told to leave is quoted so: whether they left, it doesn't say.
    told = any(_same_place(event.passage, term.passage) for event in said.events.values() if event.type == "expulsion")
    return "told to leave" if told and term.role == "departed" else ROLE_WORDS.get(term.role, term.role)


def _same_place(one: Passage, other: Passage) -> bool:
    return one.sha256 == other.sha256 and one.start < other.end and other.start < one.end


def tally_sentences(tally: Tally, happening: Happening | None, said: Said, label: Label) -> Iterator[Sentence]:
    """An announced number beside what the editions show, then what usually leaves, then the notes."""
    told = [said.events[id_] for id_ in tally.announced_by if id_ in said.events]
    when = f" on {day_phrase(happening.date)}" if happening and happening.date else ""
    actor = f" by {party_phrase(happening.actor, label)}" if happening and happening.actor else ""
    steps = " → ".join(step_phrase(step) for step in tally.steps)
    moves = f"{number_phrase(tally.left)} left the list and {number_phrase(tally.joined)} joined"
    yield Sentence(
        text=f"{counted(tally.announced, 'person', 'persons')} announced{when}{actor} for "
        f"{mission_phrase(tally.mission, label)}; the lists show {steps}: {moves} "
        f"{bounds_phrase(tally.window)}. {rest_phrase(tally)}",
        passages=tuple(event.passage for event in told),
        kind="tally",
        about=tally.id,
    )
    if usual := usual_phrase(tally):
        yield Sentence(text=usual, passages=(), kind="usual", about=tally.id)
    yield from (Sentence(text=_ended(note), passages=(), kind="note", about=tally.id) for note in tally.notes)


def step_phrase(step: Step) -> str:
    """An edition and how many it lists, or that it can't tell."""
    if step.coverage == "unobservable" or step.listed is None:
        return f"{step.as_of}: no usable capture"
    part = ", read in part" if step.coverage == "partial" else ""
    return f"{step.as_of}: {step.listed} listed{part}"


def rest_phrase(tally: Tally) -> str:
    """The difference between announced and left; the list's silence is part of the sentence."""
    silence = "The lists do not say why a name is gone."
    if tally.rest is None:
        return f"A difference cannot be given. {silence}"
    if tally.rest == 0:
        return f"Both numbers are the same; that does not make them the same persons. {silence}"
    direction = "more announced than left" if tally.rest > 0 else "more left than announced"
    return f"{abs(tally.rest)} {direction}. {silence}"


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
            text=f"The ceiling for {mission_phrase(happening.mission, label)} was set {change} posts "
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
                text=f"{'Denied' if claim.type == 'denial' else 'No answer'}: “{claim.passage.quote}”",
                passages=(claim.passage,),
                kind="answer",
                about=claim.id,
            )


def _in_background(claim: Claim, events: Mapping[str, Event]) -> bool:
    about = events.get(claim.about) if claim.about else None
    return about is not None and about.background


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "”")) else f"{text}."
