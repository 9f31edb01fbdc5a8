"""Why was a list read as it was, and what does it look like beside its rows? For one file at a time, without a case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from legation.model.documents import Document
from legation.model.listings import Roster
from legation.pipeline.stages import Task, document_of, readable

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
