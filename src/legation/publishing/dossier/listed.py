"""What do the lists show of one posting? When the name was printed, under which titles, and what lies on either side.

A window is said as a window, and an edition that can't be seen as one that can't be seen. Why a name is gone is never
said: the list doesn't.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.model.dates import Edtf
from legation.model.parties import Person
from legation.model.postings import Derivation, Posting
from legation.publishing.dossier.blocks import Block, Heading, Paragraph, Reference, Sentence
from legation.publishing.dossier.known import Known, ends, place, present
from legation.publishing.dossier.wording import sentence
from legation.publishing.phrases import bounds_phrase, day_phrase, mission_phrase, series_phrase


def listed_blocks(known: Known, postings: Sequence[Posting], *, level: int = 3) -> Iterator[Block]:
    """Each posting under the name of its mission."""
    for posting in postings:
        title = sentence("h-mission", mission=mission_phrase(posting.mission, known.content.label), key=posting.mission)
        yield Heading(level=level, title=title)
        yield Paragraph(sentences=tuple(posting_sentences(known, posting)))


def posting_sentences(known: Known, posting: Posting) -> Iterator[Sentence]:
    """All that lists show of a posting."""
    yield _listed(known, posting)
    yield from _titles(posting)
    yield _came(known, posting)
    if posting.start_basis != "editions":
        yield _start(known, posting)
    yield from _went(known, posting)
    yield from _respelled(known, posting)
    yield from _windows(known, posting)
    yield from unobserved(known, posting.mission, posting.person, posting)


def _listed(known: Known, posting: Posting) -> Sentence:
    mission = mission_phrase(posting.mission, known.content.label)
    about, person, name = (posting.id,), posting.person, known.names(posting)[0]
    first, last, number = posting.editions[0], posting.editions[-1], len(posting.editions)
    if number == 1:
        return sentence(
            "listed-once", *ends(posting), about=about, person=person, name=name, mission=mission, day=first
        )
    return sentence(
        "listed",
        *ends(posting),
        about=about,
        person=person,
        name=name,
        mission=mission,
        number=number,
        first=first,
        last=last,
    )


def _titles(posting: Posting) -> Iterator[Sentence]:
    lines = dict(zip(posting.editions, posting.passages, strict=False))
    for span in posting.titles:
        if span.title is None:
            continue
        shown = [place(lines[day], as_of=day) for day in dict.fromkeys((span.first, span.last)) if day in lines]
        template = "title-once" if span.first == span.last else "title"
        days = {"day": span.first} if span.first == span.last else {"first": span.first, "last": span.last}
        yield sentence(template, *shown, about=(posting.id,), person=posting.person, title=span.title, **days)


def _came(known: Known, posting: Posting) -> Sentence:
    """On which days the name may have come onto the list."""
    about, person = (posting.id,), posting.person
    unlisted = _whole(known, posting, "not-yet-listed", "reads-without")
    if posting.listed_from.earliest is None:
        return sentence("came-unknown", *ends(posting)[:1], about=about, person=person, day=posting.editions[0])
    when = bounds_phrase(posting.listed_from)
    return sentence("came", *unlisted, *ends(posting)[:1], about=about, person=person, when=when)


def _start(known: Known, posting: Posting) -> Sentence:
    rule, template = ("printed-date", "start-printed") if posting.start_basis == "printed" else ("", "start-stated")
    lines = dict(zip(posting.editions, posting.passages, strict=False))
    given = [one for step in _steps(posting, rule) for one in step.inputs if one.as_of in lines]
    shown = [place(lines[one.as_of], as_of=one.as_of) for one in given if one.as_of] or [*ends(posting)[:1]]
    when = bounds_phrase(posting.start)
    return sentence(template, *shown, about=(posting.id,), person=posting.person, when=when)


def _went(known: Known, posting: Posting) -> Iterator[Sentence]:
    """What the lists show at the end, and who states an end."""
    about, person, last = (posting.id,), posting.person, ends(posting)[-1:]
    if posting.listed_to is not None:
        gone = _whole(known, posting, "no-more-listed", "reads-without")
        yield sentence("left", *last, *gone, about=about, person=person, when=bounds_phrase(posting.listed_to))
    elif posting.end_kind == "list-removed":
        yield sentence("list-removed", *last, about=about, person=person, day=posting.editions[-1])
    else:
        yield sentence("still-listed", *last, about=about, person=person, day=posting.editions[-1])
    if posting.end_basis == "stated":
        told = _told(known, posting, "stated-date")
        yield sentence("end-stated", *told, about=about, person=person, when=bounds_phrase(posting.end))
    if posting.end_kind == "named-in-event":
        yield sentence("named-there", *_told(known, posting, "named-in-event"), about=about, person=person)
    if _steps(posting, "may-be-listed-under-another-name"):
        yield sentence("other-name", *last, about=about, person=person)


def _respelled(known: Known, posting: Posting) -> Iterator[Sentence]:
    for change in known.content.derived.changes:
        before, after = change.before, change.after
        fits = change.person.id == posting.person.id and change.mission == posting.mission
        if change.change == "respelled" and fits and before and after and before.name and after.name:
            yield sentence(
                "respelled",
                place(before.passage),
                place(after.passage),
                about=(posting.id, change.id),
                person=posting.person,
                before=before.name,
                after=after.name,
            )


def _windows(known: Known, posting: Posting) -> Iterator[Sentence]:
    """Announcements between the same two editions, without the words of those that don't name this person."""
    naming = {one.id for step in _steps(posting, "named-in-event") for one in step.inputs}
    for id_ in posting.windows:
        happening = known.happenings.get(id_)
        if happening is None or naming & set(happening.tellings):
            continue
        told = [event for one in happening.tellings if (event := known.event(one)) is not None]
        digests = dict.fromkeys(event.passage.sha256 for event in told)
        yield sentence(
            "window",
            *(Reference(sha256=sha256, says="announces") for sha256 in digests),
            about=(posting.id, id_, *(event.id for event in told)),
            person=posting.person,
            mission=mission_phrase(posting.mission, known.content.label),
            day=day_phrase(happening.date),
        )


def unobserved(
    known: Known, mission: str, person: Person | None = None, posting: Posting | None = None
) -> Iterator[Sentence]:
    """Editions that show nothing of a mission, or not all: nothing follows from them."""
    first = Edtf.parse(posting.editions[0]).bounds.earliest if posting else None
    for table in known.presence(mission):
        row = next((one for one in table.rows if person is not None and one.person.id == person.id), None)
        states = row.states if row else [""] * len(table.columns)
        shut = [
            column
            for column, state in zip(table.columns, states, strict=True)
            if (state == "no-capture" if row else column.listed is None or not column.complete)
            and (first is None or (Edtf.parse(column.as_of).bounds.latest or first) > first)
        ]
        if shut and (row is not None or person is None):
            yield sentence(
                "unobserved",
                *(Reference(sha256=column.sha256, says="reads-nothing", as_of=column.as_of) for column in shut),
                about=(posting.id,) if posting else (),
                person=person,
                series=series_phrase(table.series, known.content.label) or "this list",
                number=len(shut),
                days=tuple(column.as_of for column in shut),
            )


def _steps(posting: Posting, rule: str) -> list[Derivation]:
    return [step for step in posting.derivation if step.rule == rule]


def _whole(known: Known, posting: Posting, rule: str, says: str) -> tuple[Reference, ...]:
    """The editions that a rule rests on, as wholes."""
    given = [one for step in _steps(posting, rule) for one in step.inputs]
    return present(known.edition(one.id, says, as_of=one.as_of) for one in given)


def _told(known: Known, posting: Posting, rule: str) -> tuple[Reference, ...]:
    """The tellings that a rule rests on."""
    given = [known.event(one.id) for step in _steps(posting, rule) for one in step.inputs]
    return tuple(place(event.passage) for event in given if event is not None)
