"""What does the place look like where a quote stands? A picture of the page, or the text around it.

Foreign bytes are drawn in a supervised child. Beside a line of a list, people may stand who are not the story: such a
line is shown alone, or in a picture in which nothing else of the page can be read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import partial

from legation.archive.vault import Vault
from legation.errors import LegationError
from legation.model.documents import Passage
from legation.model.sources import Given
from legation.pipeline.build import present_keys
from legation.pipeline.stages import Task, document_of
from legation.pipeline.supervised import run
from legation.store.case import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """A quote with the text before and after it."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A picture of the page as PNG, or else the text."""

    png: bytes | None
    text: Surroundings | None


def clips_of(case: Case, passages: Collection[Passage]) -> Mapping[Passage, Clip]:
    """The clips of passages; those whose bytes can't be shown are left out."""
    names = {capture.sha256: capture.name for capture in case.kept.captures()}
    prose = {report.sha256 for report in case.memo.reports(present_keys(case))}
    prose |= {note.report.sha256 for note in case.kept.notes()}
    vault = Vault(case.vault)
    by_document: dict[str, list[Passage]] = {}
    for passage in passages:
        by_document.setdefault(passage.sha256, []).append(passage)
    found: dict[Passage, Clip] = {}
    for sha256, wanted in by_document.items():
        task = Task(data=vault.get(sha256), name=names.get(sha256, sha256), given=Given())
        work = partial(drawn, passages=tuple(wanted), alone=sha256 not in prose)
        ((_, made),) = run(work, [(0, task)], total=1)
        if not isinstance(made, LegationError):
            found |= made
    return found


def drawn(task: Task, *, passages: tuple[Passage, ...], alone: bool) -> dict[Passage, Clip]:
    """The clips of passages of these bytes; `alone` shows nothing of the text around them."""
    from legation.reading.clip import page_clip, text_clip

    found: dict[Passage, Clip] = {}
    document = None
    for passage in passages:
        png = page_clip(task.data, passage) if passage.page is not None else None
        if png is not None:
            found[passage] = Clip(png=png, text=None)
        elif alone:
            found[passage] = Clip(png=None, text=Surroundings(before="", quote=passage.quote, after=""))
        else:
            document = document or document_of(task)
            text = text_clip(document, passage)
            found[passage] = Clip(png=None, text=Surroundings(before=text.before, quote=text.quote, after=text.after))
    return found
