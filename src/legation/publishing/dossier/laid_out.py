"""How is a dossier printed? Its sentences as stretches of text with a language, its places as numbered notes.

A place that is cited again keeps its number. A note holds the quote, where it stands, of which day it is, when it was
captured and the beginning of its digest; a picture of it stands after the block that cites it first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from legation.language.scripts import script_of
from legation.language.steering import printable
from legation.model.sources import Capture
from legation.publishing.content import Content
from legation.publishing.dossier.answers import MOMENT
from legation.publishing.dossier.blocks import (
    Block,
    Dossier,
    Heading,
    Paragraph,
    Points,
    Reference,
    Said,
    Sentence,
    Table,
)
from legation.publishing.dossier.wording import Run, runs, sentence, text_of
from legation.publishing.phrases import day_phrase, place_phrase
from legation.publishing.views.sources import ORIGIN_WORDS

RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Syrc", "Thaa"})
_PRINTED = frozenset({"name", "printed", "quote"})
_DIGITS = 12
_PARTS = {"Jpan": ("Hira", "Kana", "Hani"), "Kore": ("Hang", "Hani"), "Hans": ("Hani",), "Hant": ("Hani",)}
"""The scripts that a code of ISO 15924 for several stands for."""

ShownKind = Literal["heading", "paragraph", "points", "said", "table", "picture"]
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Letters of one kind and language; `isolated` where they are a source's and may run the other way."""

    text: str
    kind: str | None
    language: str | None
    right_to_left: bool

    @property
    def isolated(self) -> bool:
        """Whether the words are a source's."""
        return self.kind in _PRINTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A numbered footnote."""

    number: int
    lines: tuple[tuple[Stretch, ...], ...]
    reference: Reference
    picture: bytes | None
    alt: str

    @property
    def text(self) -> str:
        """The note in one line of plain text."""
        return " · ".join("".join(stretch.text for stretch in line) for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A note's number in the text; the note itself stands where it is cited first."""

    note: Note
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with the marks of its notes."""

    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]
    template: str
    id: str

    @property
    def text(self) -> str:
        """The sentence as plain text, without marks."""
        return "".join(stretch.text for stretch in self.stretches)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A block, line by line in rows: of a table the caption, the heads and the rows, of points one line a row."""

    kind: ShownKind
    rows: tuple[tuple[Line, ...], ...]
    level: int = 0
    picture: Note | None = None

    @property
    def notes(self) -> tuple[Note, ...]:
        """The notes that are cited here first."""
        return tuple(mark.note for row in self.rows for line in row for mark in line.marks if mark.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """A dossier ready to be printed."""

    dossier: Dossier
    heading: Line
    kicker: Line
    draft_words: str
    blocks: tuple[Shown, ...]
    notes: tuple[Note, ...]


@dataclass(slots=True, kw_only=True)
class _Numbering:
    """The notes in the order in which they are cited."""

    content: Content
    languages: Mapping[str, str]
    captures: Mapping[str, Capture]
    notes: dict[_Key, Note] = field(default_factory=dict)

    def line(self, one: Sentence) -> Line:
        spoken = self.languages.get(one.references[0].sha256) if one.references else None
        marks: list[Mark] = []
        for reference in one.references:
            key = _key(reference)
            first = key not in self.notes
            if first:
                self.notes[key] = self._note(reference, len(self.notes) + 1)
            if all(mark.note is not self.notes[key] for mark in marks):
                marks.append(Mark(note=self.notes[key], first=first))
        stretches = tuple(stretches_of(runs(one), spoken))
        return Line(stretches=stretches, marks=tuple(marks), template=one.template, id=one.id)

    def _note(self, reference: Reference, number: int) -> Note:
        spoken = self.languages.get(reference.sha256)
        lines = tuple(tuple(stretches_of(runs(one), spoken)) for one in self._said(reference))
        passage = reference.passage
        picture = self.content.clips.get(passage) if passage and reference.pictured else None
        quote = passage.quote if passage else ""
        alt = printable(text_of(sentence("alt", quote=quote)))
        return Note(number=number, lines=lines, reference=reference, picture=picture, alt=alt)

    def _said(self, reference: Reference) -> Iterator[Sentence]:
        source = self.content.source_name(reference.sha256)
        if (passage := reference.passage) is not None:
            yield sentence("note-quote", quote=passage.quote)
            yield sentence("note-place", source=source, place=place_phrase(passage))
        else:
            yield sentence(reference.says or "lists-these")
            yield sentence("note-whole", source=source)
        yield from self._day(reference)
        capture = self.captures.get(reference.sha256)
        if capture is not None:
            moment = capture.given.captured_at or capture.added_at
            template = "note-captured" if capture.given.captured_at else "note-added"
            yield sentence(template, moment=moment.strftime(MOMENT).strip(), origin=ORIGIN_WORDS[capture.origin])
        yield sentence("note-digest", digest=reference.sha256[:_DIGITS])

    def _day(self, reference: Reference) -> Iterator[Sentence]:
        """The day that the document speaks of: that of the edition, or of publication."""
        for report in self.content.reports:
            if report.sha256 == reference.sha256:
                if report.published is not None:
                    yield sentence("note-report", day=day_phrase(report.published))
                return
        for roster in self.content.rosters:
            day = roster.edition.as_of
            if roster.edition.sha256 == reference.sha256 and day and reference.as_of in (None, day.text):
                yield sentence("note-list", day=day_phrase(day), basis=roster.edition.as_of_basis.replace("-", " "))
                return
        if reference.as_of:
            yield sentence("note-list-day", day=reference.as_of)


def laid_out(dossier: Dossier, content: Content) -> LaidOut:
    """The dossier with its notes numbered and its pictures in place.

    Args:
        dossier: what is printed.
        content: what it was made of, with the clips of its passages.
    """
    numbering = _Numbering(content=content, languages=_languages(content), captures=_first_captures(content))
    heading = numbering.line(dossier.heading)
    blocks: list[Shown] = []
    for block in dossier.blocks:
        shown = _shown(block, numbering)
        blocks.append(shown)
        blocks.extend(_picture(note, numbering) for note in shown.notes if note.picture)
    return LaidOut(
        dossier=dossier,
        heading=heading,
        kicker=numbering.line(dossier.kicker),
        draft_words=text_of(dossier.draft_words) if dossier.draft else "",
        blocks=tuple(blocks),
        notes=tuple(numbering.notes.values()),
    )


def _picture(note: Note, numbering: _Numbering) -> Shown:
    passage = note.reference.passage
    assert passage is not None
    source, where = numbering.content.source_name(passage.sha256), place_phrase(passage)
    caption = sentence("picture", number=f"{note.number}", source=source, place=where)
    return Shown(kind="picture", rows=((numbering.line(caption),),), picture=note)


def _shown(block: Block, numbering: _Numbering) -> Shown:
    def row(sentences: Iterable[Sentence]) -> tuple[Line, ...]:
        return tuple(numbering.line(one) for one in sentences)

    match block:
        case Heading():
            return Shown(kind="heading", level=block.level, rows=(row([block.title]),))
        case Paragraph():
            return Shown(kind="paragraph", rows=(row(block.sentences),))
        case Points():
            return Shown(kind="points", rows=tuple(row([one]) for one in block.sentences))
        case Said():
            return Shown(kind="said", rows=tuple(row(line) for line in block.lines))
        case Table():
            rows = (row([block.caption]), row(block.heads), *(row(cells) for cells in block.rows))
            return Shown(kind="table", rows=rows)


def _key(reference: Reference) -> _Key:
    passage = reference.passage
    if passage is None:
        return reference.sha256, reference.says, reference.as_of
    return reference.sha256, passage.start, passage.end, passage.page, passage.cell, passage.quote


def stretches_of(found: Iterable[Run], spoken: str | None) -> Iterator[Stretch]:
    """The stretches of a sentence with their languages.

    Args:
        found: how the sentence is printed.
        spoken: the language of the document behind it, where it is known.
    """
    for run in found:
        script = script_of(run.text) if run.kind in _PRINTED else None
        yield Stretch(
            text=printable(run.text),
            kind=run.kind,
            language=_language(script, spoken, run.kind) if script else None,
            right_to_left=script in RIGHT_TO_LEFT,
        )


def _language(script: str, spoken: str | None, kind: str | None) -> str | None:
    """The document's language where it is written in this script; else the script alone. Latin names have none."""
    if spoken is not None and kind != "name" and script in _scripts(spoken):
        return spoken
    return None if script == "Latn" else f"und-{script}"


@cache
def _scripts(language: str) -> frozenset[str]:
    """The scripts in which a language is written, by CLDR's likely subtags."""
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(language.partition("-")[0], ""))
    return frozenset(part for part in likely.split("_") if len(part) == 4 for part in _PARTS.get(part, (part,)))


def _languages(content: Content) -> dict[str, str]:
    found = {report.sha256: report.language for report in content.reports if report.language}
    for roster in content.rosters:
        if len(roster.edition.languages) == 1:
            found[roster.edition.sha256] = roster.edition.languages[0]
    return found


def _first_captures(content: Content) -> dict[str, Capture]:
    """For each digest the capture that was seen first."""
    ordered = sorted(content.captures, key=lambda one: (one.given.captured_at or one.added_at, one.id), reverse=True)
    return {one.sha256: one for one in ordered}
