"""What is done to the bytes of one file, from bytes to values: the work that a supervised child process takes over.

Every function here is pure and at the top of the module, so that it can be sent to another process. It does its own
imports: the parent never loads a reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from legation.errors import DamagedInputError, InputError, UnsupportedInputError
from legation.model.claims import Report
from legation.model.documents import Document, DocumentState
from legation.model.listings import Roster
from legation.model.sources import Given, InputKind

States = tuple[tuple[str, ...], ...]
"""Rows of a case's own states: the code, then names."""

UNUSABLE: frozenset[DocumentState] = frozenset({"truncated", "empty", "encrypted", "unsupported"})
"""States of a document from which nothing can be read where it has no blocks."""

UNDATED = (
    "the day on which it appeared isn't known, so its weekdays have no date and its numbers can't be held against "
    "lists: add it again with --published DATE"
)
NO_DAY = "the day of this list isn't known, so nobody's presence can be dated: add it again with --as-of DATE"
NO_MISSION = "no line of this list names a mission that is known: add it again with --mission KEY"
UNDATED_REGISTER = "the day of this register isn't known, so what it says has no date: add it again with --as-of DATE"
LACKING = (UNDATED, NO_DAY, NO_MISSION, UNDATED_REGISTER)
"""What only the reporter can say of a file; it is told wherever the file is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The bytes of one file, and what is known of them from outside."""

    data: bytes
    name: str
    given: Given
    states: States = ()
    media_type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What a file is, what state it is in, and what it holds: a roster, a report, or neither."""

    kind: InputKind | None
    question: str | None
    """What to ask where it could be two things; nothing was taken from it then."""
    lines: int
    state: DocumentState
    media_type: str
    reader: str
    pages: int | None
    characters: int
    coverage: float
    notes: tuple[str, ...]
    roster: Roster | None = None
    report: Report | None = None
    entries: int = 0
    """Of a register: the persons in it."""


def document_of(task: Task) -> Document:
    """The document of the bytes, in whatever state it is; what the server answered with tells more than they do."""
    from legation.reading import read

    document = read(task.data, name=task.name, media_type=task.media_type)
    if task.given.cut_off and document.state in ("ok", "abridged"):
        cut = "the archive or the WARC file says that bytes are missing at its end"
        return replace(document, state="truncated", notes=(*document.notes, cut))
    status = task.given.http_status
    if status is None or status < 300 or document.state not in ("ok", "abridged", "empty"):
        return document
    said = f"the server answered {status} when the page was captured"
    state: DocumentState = "redirected" if status < 400 else "error-page"
    return replace(document, state=state, notes=(*document.notes, said))


def roster_of(task: Task) -> Roster:
    """The roster that the bytes hold.

    Raises:
        InputError: nothing can be read from them.
    """
    return _roster(readable(document_of(task), task.name), task)


def report_of(task: Task) -> Report:
    """The report that the bytes hold.

    Raises:
        InputError: nothing can be read from them.
    """
    return _report(readable(document_of(task), task.name), task)


def extracted_of(task: Task) -> Extracted:
    """What the bytes are and hold, by the kind that was given or by what they look like."""
    document = document_of(task)
    kind, question, roster = task.given.kind, None, None
    if kind is None and document.blocks:
        kind, question, roster = _guess(document, task)
    elif kind is None and document.state not in UNUSABLE and task.given.mission is not None:
        kind = "list"
    report = _report(document, task) if kind == "report" else None
    roster = (roster or _roster(document, task)) if kind == "list" else None
    return Extracted(
        kind=kind,
        question=question,
        lines=len(document.blocks),
        state=document.state,
        media_type=document.media_type,
        reader=document.reader,
        pages=document.pages,
        characters=len(document.text),
        coverage=document.coverage,
        notes=(*document.notes, *_lacking(roster, report)),
        roster=roster,
        report=report,
    )


def _lacking(roster: Roster | None, report: Report | None) -> Iterator[str]:
    """What has to be said of a file from outside before it can answer anything."""
    if report is not None and report.published is None:
        yield UNDATED
    if roster is not None and roster.listings:
        if roster.edition.as_of is None:
            yield NO_DAY
        if not any(line.mission for line in roster.listings):
            yield NO_MISSION


def unusable(state: DocumentState, notes: tuple[str, ...], name: str) -> InputError:
    """Why nothing can be read from a file in this state, and what to do."""
    reason = {
        "unsupported": "no reader knows this format: save it as PDF, DOCX, XLSX, HTML, CSV or plain text",
        "empty": "there is nothing in it: fetch or save it again",
        "encrypted": "it is locked with a password: open it, save it without one and add that copy",
        "truncated": "it is damaged or ends too early: fetch or save it again",
    }.get(state, f"nothing can be read from it, its state is {state}")
    kind = UnsupportedInputError if state == "unsupported" else DamagedInputError
    return kind(f"{name}: {'; '.join(notes) or reason}", item=name)


def readable(document: Document, name: str) -> Document:
    """The document, where something can be read from it.

    Raises:
        InputError: nothing can.
    """
    if document.state in UNUSABLE and not document.blocks:
        raise unusable(document.state, document.notes, name)
    return document


def _guess(document: Document, task: Task) -> tuple[InputKind | None, str | None, Roster | None]:
    """The kind, or the question to answer; and the roster, where it was read for this just as it is to be read."""
    from legation.extraction.kinds import guess_kind
    from legation.vocabulary.states import Gazetteer

    guess = guess_kind(document, Gazetteer.default().with_states(task.states), name=task.name)
    if guess.kind is None and task.given.as_of is not None and task.given.mission is not None:
        return "list", None, None
    roster = guess.roster if task.given == Given() else None
    return guess.kind, None if guess.kind else guess.question, roster


def _roster(document: Document, task: Task) -> Roster:
    from legation.extraction.rosters import extract_roster
    from legation.vocabulary.states import Gazetteer

    return extract_roster(document, task.given, Gazetteer.default().with_states(task.states), name=task.name)


def _report(document: Document, task: Task) -> Report:
    from legation.extraction.news import extract_news
    from legation.vocabulary.states import Gazetteer

    return extract_news(document, task.given, Gazetteer.default().with_states(task.states), name=task.name)
