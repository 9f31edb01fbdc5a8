"""What does a fact-checker work through? A sheet with each sentence of a draft beside its evidence, and a box to tick.

As HTML, as a Word document and as a workbook, from one set of lines. It is a working paper, never a publication, and
each page of it says so.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from legation.model.documents import Passage
from legation.model.drafts import DraftSentence, DraftVerdict, Ground
from legation.publishing.page import environment
from legation.publishing.phrases import place_phrase
from legation.publishing.tables import Cell, Sheet, xlsx_bytes
from legation.publishing.word_table import WordTable, word_table

SheetForm = Literal[".html", ".docx", ".xlsx"]
DIGITS = 12
WITHHELD = "a passage that names somebody who is withheld: see the case"
VERDICT_WORDS: dict[DraftVerdict, str] = {
    "supported": "in the case",
    "differs": "differs from the case",
    "unsupported": "not in the case",
    "nothing-to-check": "nothing to check",
}
NOTE = (
    "“In the case” says that a source of the case says so, not that it is true. “Not in the case” says that none was "
    "found, not that it is false. Each line is for a person to read and to tick."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A passage of the case for the right-hand column."""

    text: str
    derived: bool
    place: str
    digest: str
    clip: str | None
    """PNG of the page around it, in base64."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of the draft with what stands beside it."""

    number: int
    text: str
    verdict: str
    open: bool
    points: tuple[str, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOf:
    """All that a sheet says."""

    name: str
    """The draft's file name."""
    sha256: str
    case: str
    summary: str
    version: str
    lines: tuple[Line, ...]


def sheet_lines(
    sentences: Sequence[DraftSentence],
    source_name: Callable[[str], str],
    withheld: Callable[[str], bool],
    clips: Mapping[Passage, bytes],
) -> Iterator[Line]:
    """The lines of a sheet.

    Args:
        sentences: of the draft.
        source_name: what people call the bytes of a digest.
        withheld: whether a text names somebody who must not leave the case.
        clips: PNG of the page around a passage.
    """
    for each in sentences:
        yield Line(
            number=each.number,
            text=each.text,
            verdict=VERDICT_WORDS[each.verdict],
            open=each.verdict in ("differs", "unsupported"),
            points=tuple(_points(each, withheld)),
            proofs=tuple(_proof(ground, source_name, withheld, clips) for ground in each.grounds),
        )


def _points(sentence: DraftSentence, withheld: Callable[[str], bool]) -> Iterator[str]:
    for point in sentence.points:
        if point.verdict == "unsupported":
            yield "nothing in the case says this" if point.kind == "words" else f"“{point.printed}”: not in the case"
        elif point.says:
            yield f"“{point.printed}”: {WITHHELD if withheld(point.says) else point.says}"


def _proof(
    ground: Ground, source_name: Callable[[str], str], withheld: Callable[[str], bool], clips: Mapping[Passage, bytes]
) -> Proof:
    hidden = withheld(ground.text) or withheld(ground.passage.quote)
    clip = None if hidden else clips.get(ground.passage)
    sha256 = ground.passage.sha256
    return Proof(
        text=WITHHELD if hidden else ground.text,
        derived=hidden or ground.derived,
        place=f"{source_name(sha256)}, {place_phrase(ground.passage)}",
        digest=sha256[:DIGITS],
        clip=base64.b64encode(clip).decode() if clip else None,
    )


def sheet_bytes(sheet: SheetOf, form: SheetForm) -> bytes:
    """The sheet in one of its forms."""
    match form:
        case ".html":
            return environment().get_template("draft_sheet.html").render(sheet=sheet, note=NOTE).encode()
        case ".docx":
            return _word(sheet)
        case ".xlsx":
            return _workbook(sheet)


def _workbook(sheet: SheetOf) -> bytes:
    rows: list[tuple[Cell, ...]] = []
    for line in sheet.lines:
        first = line.proofs[0] if line.proofs else None
        rows.append(
            (
                line.number,
                line.text,
                line.verdict,
                "\n".join(line.points) or None,
                first.text if first else None,
                first.place if first else None,
                first.digest if first else None,
                None,
                None,
            )
        )
    header = ("number", "sentence", "verdict", "points", "evidence", "place", "digest", "checked_by", "checked_on")
    return xlsx_bytes((Sheet(name="sentences", header=header, rows=tuple(rows)),), draft=True)


def _word(sheet: SheetOf) -> bytes:
    return word_table(
        WordTable(
            title=f"Check of {sheet.name}",
            before=("DRAFT – not for publication", sheet.summary, NOTE),
            header=("Sentence", "Evidence"),
            rows=tuple((tuple(_left(line)), tuple(_right(line))) for line in sheet.lines),
        )
    )


def _left(line: Line) -> Iterator[str]:
    yield f"{line.number}. {line.text}"
    yield f"☐ {line.verdict}"


def _right(line: Line) -> Iterator[str]:
    yield from line.points
    for proof in line.proofs:
        said = proof.text if proof.derived else f"“{proof.text}”"
        yield f"{said} — {proof.place} ({proof.digest})"
