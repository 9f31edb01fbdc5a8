"""What does the place look like where a quote stands? A picture of the page, or the text around it.

Foreign bytes are drawn in a supervised child. Beside a line of a list or register, people may stand who are not the
story: such a line is shown alone, or in a picture in which nothing else of the page can be read.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial

from legation.archive.vault import Vault
from legation.errors import LegationError
from legation.model.documents import Passage
from legation.model.sources import Given
from legation.pipeline.building.readings import present_keys
from legation.pipeline.work.stages import Task
from legation.pipeline.work.supervised import run
from legation.pipeline.work.surroundings import Clip, Surroundings, drawn
from legation.store.case import Case


def clips_of(case: Case, passages: Collection[Passage]) -> Mapping[Passage, Clip]:
    """The clips of passages; those whose bytes can't be shown are left out."""
    names = {capture.sha256: capture.name for capture in case.kept.captures()}
    reports = case.memo.reports(present_keys(case))
    registers = {report.sha256 for report in reports if report.entries}
    prose = {report.sha256 for report in reports} - registers
    prose |= {note.report.sha256 for note in case.kept.notes()}
    vault = Vault(case.vault)
    by_document: dict[str, list[Passage]] = {}
    for passage in passages:
        by_document.setdefault(passage.sha256, []).append(passage)
    found: dict[Passage, Clip] = {}
    for sha256, wanted in by_document.items():
        if sha256 in registers:  # however large it is, nothing is shown of it but the quote
            alone = (Surroundings(before="", quote=place.quote, after="") for place in wanted)
            found |= {place: Clip(png=None, text=text) for place, text in zip(wanted, alone, strict=True)}
            continue
        task = Task(data=vault.get(sha256), name=names.get(sha256, sha256), given=Given())
        work = partial(drawn, passages=tuple(wanted), alone=sha256 not in prose)
        ((_, made),) = run(work, [(0, task)], total=1)
        if not isinstance(made, LegationError):
            found |= made
    return found
