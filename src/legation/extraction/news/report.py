"""From a document to a report: tellings read sentence by sentence, joined to happenings, checked and written out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from legation.extraction.news.aims import with_targets
from legation.extraction.news.appointments import appointments
from legation.extraction.news.cast import Cast, cast_of
from legation.extraction.news.ceilings import ceilings
from legation.extraction.news.chronology import in_their_year, pointing_then, with_headings
from legation.extraction.news.claims import claims_of
from legation.extraction.news.closures import closures
from legation.extraction.news.course import course_of, dated
from legation.extraction.news.expulsions import NATIONALS, expulsions
from legation.extraction.news.followers import followers
from legation.extraction.news.forced import forced
from legation.extraction.news.gate import refusal
from legation.extraction.news.happenings import Group, grouped, merged, with_actors, with_totals
from legation.extraction.news.layers import Paragraph, paragraphs
from legation.extraction.news.lexicon import Lexicon, lexicon
from legation.extraction.news.links import answered
from legation.extraction.news.lists_of_states import listed_states, with_verb
from legation.extraction.news.members import member_before, member_of_group
from legation.extraction.news.prints import prints_of
from legation.extraction.news.publication import Published, published
from legation.extraction.news.reading_order import (
    Line,
    interview,
    lines,
    only_sender,
    pointing_back,
    sender_in_title,
    spoken_of,
    states_in_title,
    subjects,
)
from legation.extraction.news.sanctions import retaliations, sanctions
from legation.extraction.news.sequel import with_sequels
from legation.extraction.news.tellings import Telling
from legation.extraction.news.threats import threats
from legation.extraction.news.triggers import hits
from legation.language.tokens import Token, tokens
from legation.language.which import language_of
from legation.model.claims import Event, NamedPerson, Report
from legation.model.dates import Edtf, Precision
from legation.model.documents import Document
from legation.model.keys import made_id
from legation.model.quick import changed, collection_rested
from legation.model.sources import Given
from legation.vocabulary.press import LANGUAGES
from legation.vocabulary.states import Gazetteer

_OLD_DAYS = 14
"""Days before the publication from which on a happening is background."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one reading gives: the sentences, the happenings, and the groups that they were made from."""

    lines: tuple[Line, ...]
    cast: Cast
    happenings: tuple[Telling, ...]
    groups: tuple[Group, ...]


def extract_news(document: Document, given: Given, gazetteer: Gazetteer, *, name: str = "") -> Report:
    """Read the events and claims of a report.

    Args:
        document: What a reader made of its bytes.
        given: What the reporter said of it: publication, language.
        gazetteer: Names of states, with those that a case adds.
        name: The file's name, which may tell the day of publication.

    Returns:
        The report in the order of its text. An unknown publication stays unknown, or between the days that the text
        forces; every passage is found again in the document.
    """
    with collection_rested():
        return _extracted(document, given, gazetteer, name)


def _extracted(document: Document, given: Given, gazetteer: Gazetteer, name: str) -> Report:
    parts = paragraphs(document)
    words = tuple([tokens(document.text, part.start, part.end) for part in parts])
    language = _language(document, given, words)
    tables = lexicon(language, gazetteer)
    told = published(document, given, parts, tables.language, name=name)
    read = _read(document, parts, words, tables, told)
    if told.value is None:
        interval = forced(read.lines, read.groups)
        if interval is not None:
            told = Published(interval, "text")
            read = _read(document, parts, words, tables, told)
    reasons = [refusal(telling, document, read.lines) for telling in read.happenings]
    events = _events(document, read, told, reasons)
    title = next((document.text[part.start : part.end] for part in parts if part.layer == "title"), None)
    return Report(
        sha256=document.sha256,
        published=told.value,
        published_basis=told.basis,
        language=language,
        title=" ".join(title.split()) if title else None,
        events=events,
        claims=claims_of(document, read.lines, read.cast, events, read.happenings),
        notes=(*_notes(document, language, told), *_refused(document, read, reasons)),
        prints=prints_of(document, read.lines, read.cast, read.groups, events),
    )


def _language(document: Document, given: Given, words: Sequence[Sequence[Token]]) -> str:
    """The language as given, as the report's own words have it, or as the file says."""
    spoken = chain.from_iterable(words)
    told = [code.split("-")[0] for code in ((given.language,) if given.language else ())]
    return next(iter(told), None) or language_of(spoken) or next((c[:2] for c in document.languages), "en")


def _notes(document: Document, language: str, told: Published) -> tuple[str, ...]:
    notes = []
    if language not in LANGUAGES:
        notes.append(f"no tables for the language {language!r}: read with the English ones")
    if told.value is None and document.blocks:
        notes.append("no date of publication is given or printed: weekdays and the like stay open")
    if told.basis == "text" and told.value is not None:
        notes.append(
            f"the report came out in {told.value.text}: it dates one happening in full and says that it was last year;"
            " the days without a year in it lie before that"
        )
    return tuple(notes)


def _refused(document: Document, read: _Read, reasons: Sequence[str | None]) -> Iterator[str]:
    """What the gate turned away, with its place and the reason."""
    for telling, reason in zip(read.happenings, reasons, strict=True):
        if reason is not None:
            quote = document.span(telling.start, telling.end).quote
            yield f"not kept: {telling.type} at {telling.start} \u201c{quote}\u201d: {reason}"


def _read(
    document: Document, parts: Sequence[Paragraph], words: Sequence[tuple[Token, ...]], tables: Lexicon, told: Published
) -> _Read:
    read = in_their_year(lines(parts, words, tables, told.bounds))
    cast = cast_of(read)
    tellings = [telling for line in read for telling in _tellings(document, line, cast)]
    if not any(line.marked.missions or any(p.sense.strong for p in line.marked.people) for line in read):
        tellings = [telling for telling in tellings if not telling.rule.endswith(NATIONALS)]
    tellings += appointments(read, document.text, cast)
    tellings = with_headings(
        sorted(tellings, key=lambda telling: (telling.sentence, telling.start)), read, told.bounds, document.text
    )
    tellings = with_targets(
        with_actors(
            with_sequels(with_verb(tellings, titled=_expels(read)), read), subjects(read), interview=interview(read)
        ),
        sender_in_title(read),
        states_in_title(read),
        spoken_of(read),
        only_sender(read),
    )
    groups = grouped([t for t in with_totals(tellings) if t.rule != "expulsion.member"])
    course = course_of(document.text, parts, read, told.bounds, pointing_back(read), pointing_then(read))
    happenings = dated([merged(group) for group in groups], course)
    happenings = [*happenings, *_members(read, groups, happenings)]
    return _Read(read, cast, tuple(sorted(happenings, key=lambda t: (t.layer == "title", t.start))), tuple(groups))


def _expels(read: Sequence[Line]) -> bool:
    """Whether the title speaks of expulsions."""
    return any(hit.sense.type == "expulsion" for line in read if line.layer == "title" for hit in hits(line.marked))


def _tellings(document: Document, line: Line, cast: Cast) -> list[Telling]:
    """The tellings of one sentence, with the person whom it names as one of those sent away; none of a correction."""
    text = document.text
    if _corrects(line):
        return []
    read = (
        *expulsions(line, text),
        *ceilings(line, text),
        *(listed_states(line) or followers(line)),
        *closures(line, text),
    )
    if all(telling.status == "negated" for telling in read):
        read = (*read, *(threats(line, text) or tuple(retaliations(line, text))))
    read = (*read, *sanctions(line, text, cast))
    name = member_before(line.marked)
    if name is None:
        return list(read)
    named = (NamedPerson(name=name),)
    return [changed(t, persons=named) if t.type == "expulsion" and not t.persons else t for t in read]


def _corrects(line: Line) -> bool:
    """Whether a sentence says what an earlier version of the report had wrong."""
    marked = line.marked
    found = marked.scan("corrects")
    versions = any(marked.is_in(i, "version") for _, first, after in found for i in range(first, after))
    return bool(found) and (line.layer == "update" or versions)


def _members(read: Sequence[Line], groups: Sequence[Group], happenings: Sequence[Telling]) -> list[Telling]:
    """Persons named as one of a group sent away: tellings of their own, with the group's sides and date."""
    found = []
    for line in read:
        member = member_of_group(line.marked) if line.layer in ("body", "update") else None
        home = _home(line, groups) if member is not None else None
        if member is None or home is None:
            continue
        shared = happenings[home]
        found.append(
            changed(
                shared,
                rule="expulsion.member",
                layer=line.layer,
                sentence=line.number,
                paragraph=line.paragraph,
                start=line.marked.tokens[member.first].start,
                end=line.marked.tokens[member.after - 1].end,
                count=1,
                modifier=None,
                persons=(NamedPerson(name=member.name),),
                date_basis="coreference" if shared.date else None,
                places=(),
            )
        )
    return found


def _home(line: Line, groups: Sequence[Group]) -> int | None:
    """The happening that was told last before a sentence."""
    before = [
        (telling.sentence, number)
        for number, group in enumerate(groups)
        for telling in group.tellings[:1] + group.tellings[-1:]
        if telling.type == "expulsion" and 0 <= line.number - telling.sentence <= 3 and telling.count != 1
    ]
    return max(before)[1] if before else None


def _events(document: Document, read: _Read, told: Published, reasons: Sequence[str | None]) -> tuple[Event, ...]:
    kept = [telling for telling, reason in zip(read.happenings, reasons, strict=True) if reason is None]
    kept.sort(key=lambda telling: telling.start)
    events = [_event(document, telling, told) for telling in kept]
    answers = ((event, answered(event, events)) for event in events)
    return tuple(event if answer is None else changed(event, in_response_to=answer) for event, answer in answers)


def _event(document: Document, telling: Telling, told: Published) -> Event:
    passage = document.span(telling.start, telling.end)
    unknown = telling.date is None
    background = telling.past_perfect or _is_old(telling.date, told)
    status = "executed" if background and telling.status == "announced" else telling.status
    return Event(
        id=made_id("event", document.sha256, passage.start, passage.end, telling.type, telling.rule),
        type=telling.type,
        status=status,
        layer=telling.layer,
        passage=passage,
        rule=telling.rule,
        actor=telling.known_actor,
        target=telling.target,
        mission=telling.mission,
        city=telling.city,
        count=telling.count,
        count_modifier=telling.modifier,
        count_unit=telling.unit,
        posts_from=telling.posts_from,
        posts_to=telling.posts_to,
        persons=telling.persons,
        date=telling.date,
        date_precision=Precision.UNKNOWN if telling.date is None else _precision(telling.date),
        date_basis=None if unknown else telling.date_basis,
        deadline=telling.deadline,
        background=background,
        retaliation=telling.retaliation,
        attribution=telling.attribution,
    )


def _precision(date: Edtf) -> Precision:
    """A week is a span of seven days; everything else is as the date says."""
    first, last = date.bounds.earliest, date.bounds.latest
    if date.precision is Precision.RANGE and first and last and (last - first).days <= 6 and first.weekday() == 0:
        return Precision.WEEK
    return date.precision


def _is_old(date: Edtf | None, told: Published) -> bool:
    latest = date.bounds.latest if date else None
    out = told.bounds.earliest if told.bounds else None
    return latest is not None and out is not None and (out - latest).days > _OLD_DAYS
