"""What does a dossier say of a person? What lists show, which seats, who came back where, and what reports say.

A person whom only reports name has no lists' part, and nothing is made up for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.model.judgements import Judgement
from legation.model.links import Naming, Resurfacing
from legation.model.parties import Person
from legation.model.postings import Posting
from legation.model.tenures import Succession, Tenure
from legation.publishing.dossier.blocks import Block, Heading, Paragraph, Points, Sentence
from legation.publishing.dossier.disputes import dispute_blocks
from legation.publishing.dossier.known import Known, ends, place, places
from legation.publishing.dossier.listed import listed_blocks
from legation.publishing.dossier.said import propositions, said_blocks, telling_block
from legation.publishing.dossier.subjects import Spoken, Subject, spoken_of_subject
from legation.publishing.dossier.wording import sentence
from legation.publishing.phrases import mission_phrase, slot_phrase

CERTAIN_ENOUGH = frozenset({"stated", "single-seat", "likely"})
"""Successions that are told; those paired by rank alone are no more than possible."""


def person_blocks(known: Known, subject: Subject, level: int = 2) -> Iterator[Block]:
    """All blocks about somebody, their headings from a level on."""
    person = Person(id=subject.id, label=subject.name) if subject.kind == "person" else None
    spoken = spoken_of_subject(known, subject)
    postings = [one for one in known.content.derived.postings if person is not None and one.person.id == person.id]
    postings.sort(key=lambda one: (one.editions[0], one.mission))
    yield Paragraph(sentences=tuple(_lead(known, subject, spoken, postings)))
    if postings:
        yield Heading(level=level, title=sentence("h-lists"))
        yield from listed_blocks(known, postings, level=level + 1)
    if person is not None:
        yield from _seats(known, person, level)
        yield from _returns(known, person, level)
    yield from _named(known, spoken, person, level)
    yield from _said(known, spoken, person, level)
    ids = {
        *(claim.id for claim in spoken.claims),
        *(event.id for event in spoken.events),
        *(posting.id for posting in postings),
        *(one.id for posting in postings for step in posting.derivation for one in step.inputs if one.sha256),
    }
    yield from dispute_blocks(known, ids, level, person)


def missions_of(known: Known, subject: Subject) -> tuple[str, ...]:
    """The missions at which lists show somebody."""
    return tuple(dict.fromkeys(one.mission for one in known.content.derived.postings if one.person.id == subject.id))


def _lead(known: Known, subject: Subject, spoken: Spoken, postings: Sequence[Posting]) -> Iterator[Sentence]:
    person = Person(id=subject.id, label=subject.name) if subject.kind == "person" else None
    names = tuple(dict.fromkeys(name for posting in postings for name in known.names(posting)))
    yield sentence("being-listed")
    if person is None:
        yield sentence("only-reports", about=(subject.id,), names=spoken.names or (subject.name,))
        return
    if len(names) > 1:
        shown = [line for posting in postings for line in ends(posting)]
        yield sentence("printed-as", *shown, about=(person.id,), person=person, names=names)
    for naming in spoken.namings:
        yield naming_sentence(naming, person)
    if not spoken.namings:
        yield sentence("no-naming", about=(person.id,), person=person)


def naming_sentence(naming: Naming, person: Person) -> Sentence:
    """That a name in a report is taken for the person, and whether that was judged."""
    judged = {"about": (naming.id, *([naming.judgement] if naming.judgement else []))}
    if naming.judgement is None:
        return sentence(
            "naming-chosen",
            place(naming.mention.passage),
            about=judged["about"],
            person=person,
            name=naming.mention.name,
            probability=f"{naming.probability:.2f}" if naming.probability is not None else "not known",
        )
    return sentence(
        "naming-judged", place(naming.mention.passage), about=judged["about"], person=person, name=naming.mention.name
    )


def _seats(known: Known, person: Person, level: int) -> Iterator[Block]:
    derived = known.content.derived
    held = [one for one in derived.tenures if one.holder is not None and one.holder.id == person.id]
    found = [seat_sentence(known, one, person) for one in sorted(held, key=lambda one: (one.editions, one.id))]
    for one in sorted(derived.successions, key=lambda one: (one.mission, one.slot, one.id)):
        if person.id in (one.predecessor.id, one.successor.id) and one.certainty in CERTAIN_ENOUGH:
            found.append(succession_sentence(known, one, person))
    if found:
        yield Heading(level=level, title=sentence("h-seats"))
        yield Points(sentences=tuple(found))


def seat_sentence(known: Known, tenure: Tenure, person: Person | None = None) -> Sentence:
    """That somebody is shown in a seat; a vacancy where nobody is."""
    mission, slot = mission_phrase(tenure.mission, known.content.label), slot_phrase(tenure.slot)
    first, last = (tenure.editions[0], tenure.editions[-1]) if tenure.editions else ("", "")
    lines = dict.fromkeys((*tenure.passages[:1], *tenure.passages[-1:]))
    template = "seat-vacant" if tenure.holder is None else "seat-acting" if tenure.acting else "seat"
    values = {"slot": slot, "mission": mission, "first": first, "last": last}
    if tenure.holder is not None:
        values["name"] = tenure.holder.label
    return sentence(template, *places(lines), about=(tenure.id,), person=person, **values)


def succession_sentence(known: Known, one: Succession, person: Person | None = None) -> Sentence:
    """That one holder of a seat comes after another, and how sure that is."""
    return sentence(
        f"succession-{one.certainty}",
        *places(one.passages),
        about=(one.id,),
        person=person,
        before=one.predecessor.label,
        after=one.successor.label,
        slot=slot_phrase(one.slot),
        mission=mission_phrase(one.mission, known.content.label),
        gap=gap_phrase(one.gap_days),
    )


def gap_phrase(days: tuple[int | None, int | None]) -> str:
    """The days between two posts, as far as they are known."""
    least, most = days
    if least is None and most is None:
        return "a time that isn’t known"
    if least is None or most is None:
        return f"at most {most} days" if least is None else f"at least {max(least, 0)} days"
    if most < 0:
        return "no time: both overlap"
    return f"{max(least, 0)} to {most} days" if least != most else f"{least} days"


def _returns(known: Known, person: Person, level: int) -> Iterator[Block]:
    found = [one for one in known.content.derived.resurfacings if person.id in (one.person.id, one.before.id)]
    if found:
        yield Heading(level=level, title=sentence("h-returns"))
    for one in sorted(found, key=lambda one: one.id):
        yield Paragraph(sentences=tuple(return_sentences(known, one)))


def return_sentences(known: Known, one: Resurfacing) -> Iterator[Sentence]:
    """That somebody of one mission is listed later at another, and who decided that both are one."""
    before, after = known.postings.get(one.from_posting), known.postings.get(one.to_posting)
    if before is None or after is None:
        return
    yield sentence(
        "returned",
        *ends(before)[-1:],
        *ends(after)[:1],
        about=(one.id, before.id, after.id),
        person=one.person,
        before=known.names(before)[0],
        last=before.editions[-1],
        mission=mission_phrase(before.mission, known.content.label),
        after=known.names(after)[-1],
        first=after.editions[0],
        other=mission_phrase(after.mission, known.content.label),
        gap=gap_phrase(one.gap_days),
    )
    judged = known.judgements.get(one.judgement or "")
    if judged is not None:
        yield decision_sentence("one-person", judged, one.id, one.person)
    elif one.probability is not None:
        yield sentence("not-judged", about=(one.id,), person=one.person, probability=f"{one.probability:.2f}")
    else:
        yield sentence("judged-before", about=(one.id,), person=one.person)


def decision_sentence(template: str, judged: Judgement, about: str, person: Person | None = None) -> Sentence:
    """Who decided something and when, with the reason where that may leave."""
    reason = {"why": judged.why} if judged.why else {}
    return sentence(
        template if judged.why else f"{template}-bare",
        about=(about, judged.id),
        person=person,
        author=judged.author,
        day=judged.at.date().isoformat(),
        **reason,
    )


def _named(known: Known, spoken: Spoken, person: Person | None, level: int) -> Iterator[Block]:
    if spoken.events:
        yield Heading(level=level, title=sentence("h-named"))
        yield Paragraph(sentences=(sentence("named-lead"),))
        for event in sorted(spoken.events, key=lambda event: (event.passage.sha256, event.passage.start, event.id)):
            yield telling_block(known, event, person)


def _said(known: Known, spoken: Spoken, person: Person | None, level: int) -> Iterator[Block]:
    found = propositions(known, spoken.claims)
    if not found:
        return
    yield Heading(level=level, title=sentence("h-said"))
    yield Paragraph(sentences=(sentence("said-lead"),))
    yield from said_blocks(known, found, person)
