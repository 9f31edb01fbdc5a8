"""Which claims does a report make beside its events? Head-counts and captures, each with its speaker and its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.extraction.news.answers import Answer, answers
from legation.extraction.news.attribution import chain_of
from legation.extraction.news.counts import Count, counts
from legation.extraction.news.reading_order import Line
from legation.extraction.news.tellings import Telling
from legation.model.claims import Attribution, Claim, Event
from legation.model.documents import Document
from legation.model.keys import made_id


def claims_of(
    document: Document, read: Sequence[Line], events: Sequence[Event], happenings: Sequence[Telling]
) -> tuple[Claim, ...]:
    """The claims of a report, in the order of its text."""
    found: list[Claim] = []
    subject: str | None = None
    for line in read:
        for count in counts(line.marked, line.dates) if line.layer != "title" else ():
            named = _subject(document, line, count)
            subject = named or subject
            found.append(_claim(document, line, count, named or subject))
            if count.role == "remaining":
                found.extend(_departed(document, line, events, happenings, named or subject))
        if line.layer != "title":
            found.extend(_answer(document, line, answer) for answer in answers(line.marked))
        subject = _mission(document, line) or subject
    return tuple(sorted(found, key=lambda claim: (claim.passage.start, claim.passage.end, claim.type)))


def _claim(document: Document, line: Line, count: Count, subject: str | None) -> Claim:
    tokens = line.marked.tokens
    passage = document.span(tokens[count.first].start, tokens[count.after - 1].end)
    return Claim(
        id=made_id("claim", document.sha256, passage.start, passage.end, count.type, count.rule),
        type=count.type,
        status="asserted",
        layer=line.layer,
        passage=passage,
        rule=count.rule,
        subject=subject,
        value=count.value,
        role=count.role,
        when=count.when.value if count.when else None,
        attribution=()
        if count.own_voice
        else chain_of(line.marked, document.text, first=count.first, after=count.after),
    )


def _answer(document: Document, line: Line, answer: Answer) -> Claim:
    tokens = line.marked.tokens
    passage = document.span(tokens[answer.first].start, tokens[answer.after - 1].end)
    speaker = None if answer.speaker is None else _text(document, line, *answer.speaker)
    return Claim(
        id=made_id("claim", document.sha256, passage.start, passage.end, answer.type, "answer"),
        type=answer.type,
        status=answer.status,
        layer=line.layer,
        passage=passage,
        rule=f"answer.{answer.type}",
        subject=speaker,
        value=answer.value,
        attribution=(Attribution(speaker=speaker, stance=answer.stance),),
    )


def _departed(
    document: Document, line: Line, events: Sequence[Event], happenings: Sequence[Telling], subject: str | None
) -> Iterator[Claim]:
    """The number of those sent away that stands beside the number of those who stayed, tied to its happening."""
    for happening in happenings:
        for start, end in (*happening.places, (happening.start, happening.end)):
            if not line.start <= start < line.marked.tokens[-1].end or happening.count is None:
                continue
            passage = document.span(start, end)
            if happening.rule == "expulsion.member":
                continue
            yield Claim(
                id=made_id("claim", document.sha256, passage.start, passage.end, "headcount", "headcount.departed"),
                type="headcount",
                status="asserted",
                layer=line.layer,
                passage=passage,
                rule="headcount.departed",
                subject=subject,
                value=happening.count,
                role="departed",
                about=next(
                    (e.id for e in events if e.passage.start == happening.start and e.rule == happening.rule), None
                ),
            )


def _subject(document: Document, line: Line, count: Count) -> str | None:
    return None if count.subject is None else _text(document, line, *count.subject)


def _mission(document: Document, line: Line) -> str | None:
    mission = next((m for m in reversed(line.marked.missions) if m.sending is not None), None)
    return None if mission is None else _text(document, line, mission.first, mission.after)


def _text(document: Document, line: Line, first: int, after: int) -> str:
    tokens = line.marked.tokens
    return " ".join(document.text[tokens[first].start : tokens[after - 1].end].split())
