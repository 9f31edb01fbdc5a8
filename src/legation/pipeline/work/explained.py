"""Why was a list read as it was, and what does it look like beside its rows? For one file at a time, without a case.

The page of a reading leaves through the gate, as everything does: as a draft, for it is there to check a reading by.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from legation.model.documents import Document
from legation.model.listings import Roster
from legation.pipeline.work.stages import Task, document_of, readable

if TYPE_CHECKING:
    from legation.extraction.rosters.explaining import Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """A list, what was read of it, and why."""

    document: Document
    roster: Roster
    explanation: Explanation


def explained_of(task: Task) -> Explained:
    """The roster that the bytes hold, with the reasons.

    Raises:
        InputError: nothing can be read from them.
    """
    from legation.extraction.rosters.explaining import explain_roster
    from legation.vocabulary.states import Gazetteer

    document = readable(document_of(task), task.name)
    gazetteer = Gazetteer.default().with_states(task.states)
    roster, explanation = explain_roster(document, task.given, gazetteer, name=task.name)
    return Explained(document=document, roster=roster, explanation=explanation)


def write_reading(made: Explained, file: str, to: Path) -> int:
    """Write the list beside its rows, in one piece; give how many things would stop a publication.

    Args:
        made: the list, and what was read of it.
        file: what the list's file is called.
        to: where the page goes.

    Raises:
        GateError: the gate stops it; nothing was written.
        LegationError: the file system doesn't take it.
    """
    from legation.pipeline.work.written import write_whole
    from legation.publishing.gate import Leaving, examine, refusal
    from legation.publishing.reading_page import render_reading
    from legation.publishing.rows import roster_rows

    page = render_reading(file, made.document, made.roster, made.explanation)
    findings = examine(Leaving(title=file, file_name=to.name, rows=tuple(roster_rows(made.roster))))
    error = refusal(findings, draft=True)
    if error is not None:
        raise error
    write_whole(to, page.encode())
    return len(findings)
