"""What happened, who followed whom, and which documents name somebody?

An event is what was announced, done or confirmed between states; nobody is involved in it but the mission. Who followed
whom goes out where a source says so or the seat has room for one. A mention is a name in a document that a person
judged to be somebody of the case.
"""

from __future__ import annotations

from collections.abc import Iterator

from legation.model.claims import Event, EventType, Status
from legation.model.documents import Passage
from legation.model.findings import Happening
from legation.publishing.content import Content, Said
from legation.publishing.ftm.documents import Documents
from legation.publishing.ftm.entity import Entity, entity
from legation.publishing.ftm.missions import body_id
from legation.publishing.ftm.values import country_value, date_value, name_value, text_value
from legation.publishing.phrases import EVENT_WORDS, counted, day_phrase, slot_phrase, whom_phrase

HAPPENED: frozenset[Status] = frozenset({"asserted", "announced", "executed", "confirmed"})
"""What is told as a fact; what is threatened, called for, alleged or denied is no event."""
BETWEEN_STATES: frozenset[EventType] = frozenset(
    {"expulsion", "ceiling", "recall", "closure", "opening", "relations", "retaliation"}
)
"""What states do to each other's missions; the others are about single people, or sums."""

WORKED_OUT = frozenset({"published", "dateline", "news", "context", "after-mentioned"})
"""What a telling's day rests on that its report doesn't say of the event: where it stands, and when it was printed."""


def successions(content: Content, documents: Documents) -> Iterator[Entity]:
    """Who came after whom in a seat, for two whom lists show; what is merely possible is left out."""
    for found in content.derived.successions:
        before, after = found.predecessor.id, found.successor.id
        if before is None or after is None or found.certainty == "possible":
            continue
        says = "a report says so" if found.certainty == "stated" else f"from lists: {found.certainty.replace('-', ' ')}"
        yield entity(
            found.id,
            "Succession",
            (
                ("predecessor", before, found.passages),
                ("successor", after, found.passages),
                ("role", text_value(slot_phrase(found.slot)), ()),
                ("summary", text_value(f"One held the seat after the other; {says}."), ()),
                ("recordId", found.id, ()),
                *documents.behind(found.passages),
            ),
        )


def events(content: Content, documents: Documents) -> Iterator[Entity]:
    """What happened between states."""
    said = Said.of(content.reports)
    for happening in content.derived.happenings:
        told = [said.events[id_] for id_ in happening.tellings if id_ in said.events]
        if not told or happening.status not in HAPPENED or happening.type not in BETWEEN_STATES:
            continue
        passages = tuple(event.passage for event in told)
        parties = [country_value(code, content.label) for code in (happening.actor, happening.target)]
        day = day_phrase(happening.date)
        name = f"{EVENT_WORDS[happening.type]}: {whom_phrase(happening, content.label)}, {day}"
        yield entity(
            happening.id,
            "Event",
            (
                ("name", name_value(name), passages),
                ("date", date_value(happening.date) if any(map(_is_dated, told)) else None, passages),
                ("involved", body_id(happening.mission) if happening.mission else None, passages),
                *(("country", code, ()) for code in parties),
                ("summary", text_value(_numbers(happening)), passages),
                ("recordId", happening.id, ()),
                *documents.behind(passages),
            ),
        )


def _is_dated(event: Event) -> bool:
    return event.date is not None and event.date_basis not in WORKED_OUT


def _numbers(happening: Happening) -> str | None:
    told = [
        counted(count.value, "person", "persons")
        if count.unit in (None, "persons")
        else counted(count.value, "post", "posts")
        for count in happening.counts
    ]
    return f"Told of: {' or '.join(told)}." if told else None


def mentions(content: Content, documents: Documents) -> Iterator[Entity]:
    """Names in documents that a person judged to be somebody of the case, who leaves it as well."""
    leaving = {person.id for person in content.derived.persons}
    for naming in content.derived.namings:
        if naming.judgement is None or naming.person.id not in leaving:
            continue
        where: tuple[Passage, ...] = (naming.mention.passage,)
        for capture in documents.captures(naming.mention.sha256)[:1]:
            yield entity(
                naming.id,
                "Mention",
                (
                    ("document", capture.id, ()),
                    ("name", name_value(naming.mention.name) or naming.mention.name, where),
                    ("resolved", naming.person.id, where),
                    ("detectedSchema", "Person", ()),
                ),
            )
