"""Where do sources disagree about what a dossier tells? Both sides with their places, and no word on who is right."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from legation.model.disputes import Contradiction
from legation.model.parties import Person
from legation.publishing.dossier.blocks import Block, Heading, Points, Sentence
from legation.publishing.dossier.known import Known, place
from legation.publishing.dossier.wording import sentence


def disputes_of(known: Known, ids: Collection[str]) -> tuple[Contradiction, ...]:
    """The contradictions of which one side is among the ids."""
    found = known.content.derived.contradictions
    return tuple(one for one in found if any(side.id in ids for side in one.sides) and _is_whole(known, one))


def _is_whole(known: Known, one: Contradiction) -> bool:
    """Whether two sides may be printed."""
    return sum(known.is_whole(side.id) for side in one.sides) > 1


def dispute_blocks(
    known: Known, ids: Collection[str], level: int, person: Person | None = None, *, mission: str | None = None
) -> Iterator[Block]:
    """The disagreements about the ids, and of a mission those about it."""
    about = {one.id: one for one in disputes_of(known, ids)}
    about |= {
        one.id: one
        for one in known.content.derived.contradictions
        if mission and one.mission == mission and _is_whole(known, one)
    }
    if not about:
        return
    yield Heading(level=level, title=sentence("h-disputed"))
    for one in sorted(about.values(), key=lambda one: (one.rule, one.id)):
        yield Heading(
            level=level + 1, title=sentence("h-dispute", about=(one.id,), rule=one.rule.replace("-", " ").capitalize())
        )
        yield Points(sentences=tuple(dispute_sentences(known, one, person)))


def dispute_sentences(known: Known, one: Contradiction, person: Person | None = None) -> Iterator[Sentence]:
    """Each side in its words, then what has to be said beside them."""
    for side in one.sides:
        if not known.is_whole(side.id):
            continue
        yield sentence(
            "dispute-side",
            place(side.passage),
            about=(one.id, side.id),
            person=person,
            says=side.says,
            quote=side.passage.quote,
        )
    for note in one.notes:
        yield sentence("note", about=(one.id,), text=note)
