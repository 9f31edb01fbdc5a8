"""What do numbers say beside the lists? Tallies step by step, sums and ceilings, in the words of the briefing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from legation.model.findings import Happening, Step, Tally
from legation.publishing.briefing import Sentence as Answer
from legation.publishing.briefing import ceiling_sentences, sum_sentences, tally_sentences
from legation.publishing.dossier.blocks import Block, Paragraph, Reference, Sentence, Table
from legation.publishing.dossier.known import Known, places
from legation.publishing.dossier.wording import sentence


def answer_sentence(answer: Answer) -> Sentence:
    """An answer of the briefing as a sentence of a dossier."""
    about = (answer.about,) if answer.about else ()
    return sentence(f"answer-{answer.kind}", *places(answer.passages), about=about, text=answer.text)


def tally_blocks(known: Known, tallies: Iterable[Tally]) -> Iterator[Block]:
    """Each tally in words, then its editions as a table."""
    for tally in sorted(tallies, key=lambda one: (str(one.window.earliest), one.id)):
        happening = known.happenings.get(tally.event)
        said = tally_sentences(tally, happening, known.said, known.content.label)
        yield Paragraph(sentences=tuple(map(answer_sentence, said)))
        if tally.steps:
            yield _steps(known, tally)


def _steps(known: Known, tally: Tally) -> Table:
    heads = tuple(map(sentence, ("th-edition", "th-listed", "th-left", "th-joined")))
    rows = tuple(_step(known, tally, step, first=place == 0) for place, step in enumerate(tally.steps))
    return Table(caption=sentence("steps", about=(tally.id,)), heads=heads, rows=rows)


def _step(known: Known, tally: Tally, step: Step, *, first: bool) -> tuple[Sentence, ...]:
    shown = _edition(known, tally.mission, step.as_of)
    day = sentence("cell-day", *shown, about=(tally.id,), day=step.as_of)
    if step.listed is None or step.coverage == "unobservable":
        return day, sentence("cell-unseen"), sentence("cell-none"), sentence("cell-none")
    if first:
        return day, number_cell(step.listed), sentence("cell-none"), sentence("cell-none")
    unnamed, at = known.content.unnamed, (tally.id, step.as_of)
    left, joined = len(step.left) + unnamed.left.get(at, 0), len(step.joined) + unnamed.joined.get(at, 0)
    return day, number_cell(step.listed), number_cell(left), number_cell(joined)


def number_cell(value: int) -> Sentence:
    """A number in a table."""
    return sentence("cell-number", number=f"{value:,}")


def _edition(known: Known, mission: str, as_of: str) -> tuple[Reference, ...]:
    """The edition of a day that lists a mission, as a whole."""
    for roster in known.content.rosters:
        day = roster.edition.as_of
        if day is not None and day.text == as_of and any(line.mission == mission for line in roster.listings):
            return (Reference(sha256=roster.edition.sha256, says="lists-these", as_of=as_of),)
    return ()


def ceiling_blocks(known: Known, happenings: Iterable[Happening]) -> Iterator[Block]:
    """The posts that are allowed."""
    for happening in happenings:
        said = tuple(map(answer_sentence, ceiling_sentences(happening, known.said, known.content.label)))
        if said:
            yield Paragraph(sentences=said)


def sum_blocks(known: Known, events: Iterable[str]) -> Iterator[Block]:
    """Numbers of one report that should agree, where one of them stands in one of these tellings' reports."""
    wanted = {event.passage.sha256 for id_ in events if (event := known.event(id_)) is not None}
    for found in known.content.derived.sums:
        if any(term.passage.sha256 in wanted for term in found.terms):
            yield Paragraph(sentences=tuple(map(answer_sentence, sum_sentences(found, known.said))))
