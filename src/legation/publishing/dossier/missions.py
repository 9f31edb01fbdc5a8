"""What does a dossier say of a mission? Which editions show it, who heads it, who came and left, what is told of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from legation.model.findings import Change, Seen
from legation.publishing.dossier.blocks import Block, Heading, Paragraph, Points, Reference, Sentence, Table
from legation.publishing.dossier.counts import ceiling_blocks, number_cell, tally_blocks
from legation.publishing.dossier.disputes import dispute_blocks
from legation.publishing.dossier.happenings import happening_words, told_blocks
from legation.publishing.dossier.known import Known, place
from legation.publishing.dossier.listed import unobserved
from legation.publishing.dossier.persons import CERTAIN_ENOUGH, seat_sentence, succession_sentence
from legation.publishing.dossier.wording import sentence
from legation.publishing.phrases import bounds_phrase, day_phrase, series_phrase
from legation.publishing.presence import Presence

SINGLE_SEATS = ("head", "deputy")
"""The seats that are told of a mission as a whole."""


def mission_blocks(known: Known, key: str, level: int = 2) -> Iterator[Block]:
    """All blocks about a mission, their headings from a level on."""
    derived = known.content.derived
    yield Paragraph(sentences=(sentence("being-listed"),))
    tables = known.presence(key)
    if tables:
        yield Heading(level=level, title=sentence("h-editions"))
    for table in tables:
        yield _editions(known, table)
    shut = tuple(unobserved(known, key))
    if shut:
        yield Paragraph(sentences=shut)
    yield from _seats(known, key, level)
    tallies = [one for one in derived.tallies if one.mission == key]
    happenings = [one for one in derived.happenings if one.mission == key or one.id in {each.event for each in tallies}]
    numbers = [*tally_blocks(known, tallies), *ceiling_blocks(known, happenings)]
    if numbers:
        yield Heading(level=level, title=sentence("h-numbers"))
        yield from numbers
    yield from _changes(known, key, level)
    if happenings:
        yield Heading(level=level, title=sentence("h-happenings"))
    for one in sorted(happenings, key=lambda one: (day_phrase(one.date), one.id)):
        title = sentence("h-happening", about=(one.id,), words=happening_words(known, one), day=day_phrase(one.date))
        yield Heading(level=level + 1, title=title)
        yield from list(told_blocks(known, one, level + 1))[1:]
    yield from _last_listed(known, key, level)
    yield from dispute_blocks(known, (), level, mission=key)


def _editions(known: Known, table: Presence) -> Table:
    heads = tuple(map(sentence, ("th-edition", "th-listed", "th-read")))
    series = series_phrase(table.series, known.content.label) or "this list"
    rows = []
    for column in table.columns:
        shown = Reference(sha256=column.sha256, says="lists-these", as_of=column.as_of)
        number = sentence("cell-unseen") if column.listed is None else number_cell(column.listed)
        read = "read-whole" if column.complete else "read-part" if column.listed is not None else "read-not"
        rows.append((sentence("cell-day", shown, day=column.as_of), number, sentence(read)))
    return Table(caption=sentence("editions", series=series), heads=heads, rows=tuple(rows))


def _seats(known: Known, key: str, level: int) -> Iterator[Block]:
    derived = known.content.derived
    held = [one for one in derived.tenures if one.mission == key and one.slot in SINGLE_SEATS]
    held.sort(key=lambda one: (SINGLE_SEATS.index(one.slot), one.editions, one.id))
    found = [seat_sentence(known, one) for one in held]
    found += [
        succession_sentence(known, one)
        for one in sorted(derived.successions, key=lambda one: (one.slot, one.id))
        if one.mission == key and one.certainty in CERTAIN_ENOUGH
    ]
    if found:
        yield Heading(level=level, title=sentence("h-seats"))
        yield Points(sentences=tuple(found))


def _changes(known: Known, key: str, level: int) -> Iterator[Block]:
    found = [one for one in known.content.derived.changes if one.mission == key]
    if not found:
        return
    yield Heading(level=level, title=sentence("h-changes"))
    yield Paragraph(sentences=(sentence("changes-lead"),))
    ordered = sorted(found, key=lambda one: (*_window(one), one.change, one.person.label, one.id))
    for _, group in groupby(ordered, key=_window):
        each = list(group)
        title = sentence("h-window", when=bounds_phrase(each[0].window))
        yield Heading(level=level + 1, title=title)
        yield Points(sentences=tuple(line for one in each if (line := _change(one)) is not None))


def _window(one: Change) -> tuple[str, str]:
    return str(one.window.latest), str(one.window.earliest)


def _change(one: Change) -> Sentence | None:
    before, after = one.before, one.after
    shown = [place(side.passage, pictured=False) for side in (before, after) if side is not None]
    about = (one.id,)
    if before is not None and after is not None:
        pair = _pair(one, before, after)
        if pair is None:
            return None
        template, old, new = pair
        return sentence(template, *shown, about=about, person=one.person, name=one.person.label, before=old, after=new)
    side = before or after
    name, title = (side.name if side else None) or one.person.label, side.title if side else None
    template = "line-left" if before is not None else "line-joined"
    if title:
        return sentence(template, *shown, about=about, person=one.person, name=name, title=title)
    return sentence(f"{template}-bare", *shown, about=about, person=one.person, name=name)


def _pair(one: Change, before: Seen, after: Seen) -> tuple[str, str, str] | None:
    if one.change == "respelled":
        return ("line-respelled", before.name, after.name) if before.name and after.name else None
    return "line-title", before.title or "no title", after.title or "no title"


def _last_listed(known: Known, key: str, level: int) -> Iterator[Block]:
    """Whom the last edition of each list that shows the mission prints, in the order of that list."""
    derived = known.content.derived
    people = {person.id: person for person in derived.persons}
    for table in known.presence(key):
        column = next((one for one in reversed(table.columns) if one.listed), None)
        if column is None:
            continue
        for roster in known.content.rosters:
            day = roster.edition.as_of
            if roster.edition.sha256 != column.sha256 or day is None or day.text != column.as_of:
                continue
            lines = [line for line in roster.listings if line.mission == key and line.id in derived.members]
            yield Heading(level=level, title=sentence("h-last-listed", day=column.as_of))
            unnamed = known.content.unnamed.listed.get((roster.edition.id, key), 0)
            more = (sentence("and-unnamed", number=unnamed),) if unnamed else ()
            yield Points(
                sentences=(
                    *(
                        sentence(
                            "listed-line" if line.title else "person-line",
                            place(line.passage, as_of=column.as_of, pictured=False),
                            about=(line.id,),
                            person=people.get(derived.members[line.id]),
                            name=line.name or "",
                            **({"title": line.title} if line.title else {}),
                        )
                        for line in sorted(lines, key=lambda line: line.order)
                    ),
                    *more,
                )
            )
