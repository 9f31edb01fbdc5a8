"""What does a dossier say of a happening? Who tells it and how, the numbers beside the lists, who is still printed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from legation.model.claims import ANSWERING_CLAIMS
from legation.model.findings import Happening, Remaining
from legation.publishing.dossier.blocks import Block, Heading, Paragraph, Points, Sentence
from legation.publishing.dossier.counts import ceiling_blocks, sum_blocks, tally_blocks
from legation.publishing.dossier.disputes import dispute_blocks
from legation.publishing.dossier.known import Known, places
from legation.publishing.dossier.said import propositions, said_blocks, telling_block
from legation.publishing.dossier.wording import sentence
from legation.publishing.phrases import (
    EVENT_WORDS,
    REMAINING_WORDS,
    bounds_phrase,
    day_phrase,
    party_phrase,
    whom_phrase,
)
from legation.publishing.views.said import count_words


def happening_blocks(known: Known, happening: Happening, level: int = 2) -> Iterator[Block]:
    """All blocks about a happening, their headings from a level on."""
    yield Paragraph(sentences=tuple(_lead(known, happening)))
    tallies = [one for one in known.content.derived.tallies if one.event == happening.id]
    numbers = [
        *tally_blocks(known, tallies),
        *ceiling_blocks(known, [happening]),
        *sum_blocks(known, happening.tellings),
    ]
    if numbers:
        yield Heading(level=level, title=sentence("h-numbers"))
        yield from numbers
    yield from told_blocks(known, happening, level)
    yield from _remaining(known, happening, level)
    yield from dispute_blocks(known, {happening.id, *happening.tellings, *(one.id for one in tallies)}, level)


def told_blocks(known: Known, happening: Happening, level: int) -> Iterator[Block]:
    """Every telling, then what is said of it."""
    yield Heading(level=level, title=sentence("h-tellings"))
    for id_ in happening.tellings:
        if (event := known.event(id_)) is not None:
            yield telling_block(known, event)
    about = [claim for claim in known.said.claims.values() if claim.about in happening.tellings]
    others = [claim for claim in about if claim.type not in ANSWERING_CLAIMS]
    yield from said_blocks(known, propositions(known, others))


def happening_words(known: Known, happening: Happening) -> str:
    """What happened in the words of the pages: its kind, who decides, whom it is about."""
    label = known.content.label
    return f"{EVENT_WORDS[happening.type]}: {party_phrase(happening.actor, label)} → {whom_phrase(happening, label)}"


def _lead(known: Known, happening: Happening) -> Iterator[Sentence]:
    told = [event for id_ in happening.tellings if (event := known.event(id_)) is not None]
    yield sentence(
        "happening",
        *places(event.passage for event in told),
        about=(happening.id,),
        words=happening_words(known, happening),
        day=day_phrase(happening.date),
        status=happening.status,
        tellings=len(happening.tellings),
    )
    for count in happening.counts:
        events = [event for id_ in count.tellings if (event := known.event(id_)) is not None]
        shown = places(event.passage for event in events)
        yield sentence("counted", *shown, about=(happening.id,), what=count_words(count), tellings=len(count.tellings))
    if happening.deadline is not None:
        yield sentence(
            "deadline",
            *places(event.passage for event in told if event.deadline),
            about=(happening.id,),
            when=bounds_phrase(happening.deadline),
        )


def _remaining(known: Known, happening: Happening, level: int) -> Iterator[Block]:
    found = [one for one in known.content.derived.remaining if one.event == happening.id]
    if not found:
        return
    yield Heading(level=level, title=sentence("h-remaining"))
    yield Paragraph(sentences=(sentence("remaining-lead"),))
    ordered = sorted(found, key=lambda one: (one.state, one.person.label, one.person.id))
    for state, group in groupby(ordered, key=lambda one: one.state):
        each = list(group)
        yield Heading(level=level + 1, title=sentence("h-state", state=REMAINING_WORDS[state], number=len(each)))
        yield Points(sentences=tuple(_line(one) for one in each))


def _line(one: Remaining) -> Sentence:
    shown = places(one.passages[-1:], pictured=False)
    return sentence("person-line", *shown, about=(one.person.id,), person=one.person, name=one.person.label)
