"""What does the tool show on a case in which everything is invented? Builds it, and says what a reporter asks first."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from legation.errors import CaseError
from legation.pipeline.answering.naming import Sources, sources
from legation.pipeline.building.build import Built, build
from legation.pipeline.collecting.intake import Outcome, add, wanted_from_manifest
from legation.pipeline.exporting.leaving import content_of
from legation.pipeline.work.supervised import Progress
from legation.publishing.briefing import Sentence, sentences
from legation.store.case import ABOUT, Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """The built case: where it is, what became of its files, and the first answers."""

    path: Path
    outcomes: tuple[Outcome, ...]
    built: Built
    sentences: tuple[Sentence, ...]
    sources: Sources


def demo(path: Path, progress: Progress | None = None) -> Demo:
    """Make the invented case in a folder, or open it where it is made already.

    Raises:
        CaseError: the folder holds something else.
    """
    if path.exists() and not (path / ABOUT).exists() and any(path.iterdir()):
        raise CaseError(f"{path} holds other files: name another folder, as in `legation demo mydemo`", item=str(path))
    with as_file(files("legation") / "demo") as folder:
        states = folder / "states.csv"
        case = Case.open(path) if (path / ABOUT).exists() else Case.create(path, states, title="demo")
        with case:
            wanted, refused = wanted_from_manifest(folder / "manifest.csv")
            outcomes = (*refused, *add(case, wanted, progress))
            built = build(case, progress)
            content = content_of(case)
            return Demo(
                path=path,
                outcomes=outcomes,
                built=built,
                sentences=sentences(content.derived, content.reports, content.label),
                sources=sources(case),
            )
