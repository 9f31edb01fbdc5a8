"""Is what a draft says in the case? Reads the draft and the case's reports, and holds one against the other.

Nothing is stored: the draft is read where it lies, and the answer is gone with the command that asked for it. What is
written is a sheet for the checker, through the gate.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import get_args

from legation import __version__
from legation.archive.vault import Vault
from legation.errors import LegationError, UsageError
from legation.model.claims import Report
from legation.model.documents import Document
from legation.model.drafts import DraftSentence, Ground
from legation.model.keys import made_id, sha256_hex
from legation.model.sources import Given
from legation.pipeline.answering.clips import clips_of
from legation.pipeline.answering.missions import gazetteer_of
from legation.pipeline.answering.naming import sources
from legation.pipeline.building.readings import evidence_of, present_keys, stale
from legation.pipeline.exporting.leaving import Way, examined, gathered
from legation.pipeline.exporting.noting import note_leaving
from legation.pipeline.work.files import bytes_of
from legation.pipeline.work.stages import Task, document_of, readable, report_of
from legation.pipeline.work.supervised import Progress, run
from legation.pipeline.work.written import write_whole
from legation.publishing.draft_sheet import SheetForm, SheetOf, sheet_bytes, sheet_lines
from legation.publishing.phrases import counted, mission_phrase
from legation.resolution.judged import apply_judgements
from legation.store.case import Case

_MARKDOWN = frozenset({".md", ".markdown", ".mdown"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDraft:
    """A draft with every sentence of it beside the case."""

    name: str
    sha256: str
    sentences: tuple[DraftSentence, ...]
    unread: tuple[str, ...]
    """Names of reports whose bytes couldn't be read again: only what was read from them before counts."""
    stale: bool
    """Whether the case changed since its last build."""

    @property
    def open(self) -> tuple[DraftSentence, ...]:
        """The sentences that differ from the case or that nothing in it supports."""
        return tuple(each for each in self.sentences if each.verdict in ("differs", "unsupported"))

    @property
    def summary(self) -> str:
        """How many sentences there are of each verdict, in words."""
        found = Counter(each.verdict for each in self.sentences)
        parts = [
            f"{found['supported']} supported",
            f"{found['differs']} differ from the case",
            f"{found['unsupported']} unsupported",
            f"{found['nothing-to-check']} with nothing to check",
        ]
        return f"{counted(len(self.sentences), 'sentence', 'sentences')}: {', '.join(parts)}"


def check_draft(
    case: Case, path: Path, *, given: Given | None = None, progress: Progress | None = None
) -> CheckedDraft:
    """Hold the sentences of a file against a built case.

    Args:
        case: built.
        path: of Markdown, a Word document, a web page, PDF or plain text.
        given: what is known of the draft: when it is to appear, its language.
        progress: told of each document that is read.

    Raises:
        UsageError: the case was never built.
        InputError: nothing can be read from the file.
    """
    return check_words(case, bytes_of(path), path.name, given=given, progress=progress)


def check_words(
    case: Case, data: bytes, name: str, *, given: Given | None = None, progress: Progress | None = None
) -> CheckedDraft:
    """The same for the bytes of a draft, such as what was pasted; its name tells Markdown from plain text."""
    from legation.analysis.drafts import CaseEvidence, checked

    if case.derived.inputs() is None:
        raise UsageError("this case was never built: run `legation build` first")
    if case.memo.missing(present_keys(case)):
        # What isn't read would be called unsupported.
        raise UsageError("the case holds documents that this version hasn't read: run `legation build` first")
    gazetteer = gazetteer_of(case)
    ((_, made),) = run(
        draft_of, [(0, Task(data=data, name=name, given=given or Given(), states=case.states()))], total=1
    )
    if isinstance(made, LegationError):
        raise made
    document, report = made
    evidence = apply_judgements(evidence_of(case))
    spoken, unread = _spoken(case, evidence.reports, progress)
    sentences = checked(
        document,
        report,
        CaseEvidence(
            derived=case.derived.load(),
            reports=evidence.reports,
            rosters=evidence.rosters,
            spoken=spoken,
            gazetteer=gazetteer,
            mission_words=lambda key: mission_phrase(key, gazetteer.label),
            languages={each.sha256: each.language for each in evidence.reports if each.language},
        ),
    )
    return CheckedDraft(name=name, sha256=document.sha256, sentences=sentences, unread=unread, stale=stale(case))


def write_sheet(case: Case, checked: CheckedDraft, to: Path) -> None:
    """Write the sentences beside their evidence for a checker to tick, through the gate.

    Args:
        case: against which the draft was held.
        checked: the draft.
        to: a name that ends with .html, .docx or .xlsx.

    Raises:
        UsageError: the name ends otherwise.
        GateError: the gate stops it; nothing was written.
    """
    form = next((known for known in get_args(SheetForm) if to.suffix.lower() == known), None)
    if form is None:
        raise UsageError(f"{to.name} tells no form of sheet: let it end with {', '.join(get_args(SheetForm))}")
    found = gathered(case, Way())
    passages = {ground.passage for each in checked.sentences for ground in each.grounds if ground.derived}
    clips = clips_of(case, passages) if form == ".html" else {}
    names = sources(case)
    made = SheetOf(
        name=checked.name,
        sha256=checked.sha256,
        case=case.about.title,
        summary=checked.summary,
        version=__version__,
        lines=tuple(
            sheet_lines(
                checked.sentences,
                lambda sha256: names.get(sha256, sha256[:12]),
                lambda text: found.named.stand_in(text),
                {passage: clip.png for passage, clip in clips.items() if clip.png is not None},
            )
        ),
    )
    examined(case, found, to.name, (), publish=False)
    data = sheet_bytes(made, form)
    note_leaving(case, "draft-sheet", {to.name: sha256_hex(data)})
    write_whole(to, data)


def draft_of(task: Task) -> tuple[Document, Report]:
    """The draft as a document, and what the news grammar reads in it.

    Raises:
        InputError: nothing can be read from it.
    """
    from legation.reading.markdown import html_of_markdown

    name = task.name
    if PurePath(name).suffix.lower() in _MARKDOWN:
        task = replace(task, data=html_of_markdown(task.data), media_type="text/html")
    return readable(document_of(task), name), report_of(task)


def spoken_in(task: Task) -> tuple[Ground, ...]:
    """The sentences of a report."""
    from legation.analysis.drafts import spoken_grounds

    return spoken_grounds(document_of(task))


def _spoken(
    case: Case, reports: Sequence[Report], progress: Progress | None
) -> tuple[tuple[Ground, ...], tuple[str, ...]]:
    """The sentences of all reports; of those that can't be read again, and of notes, what is quoted from them."""
    captures = {capture.sha256: capture for capture in case.kept.captures() if capture.origin != "hand"}
    vault = Vault(case.vault)
    found: dict[str, tuple[Ground, ...]] = {}
    unread: list[str] = []
    known = [each for each in {report.sha256: report for report in reports}.values() if each.sha256 in captures]

    def tasks() -> Iterator[tuple[int, Task]]:
        for number, report in enumerate(known):
            capture = captures[report.sha256]
            try:
                data = vault.get(report.sha256)
            except LegationError:
                unread.append(capture.name)
                continue
            yield number, Task(data=data, name=capture.name, given=capture.given, media_type=capture.media_type)

    for number, outcome in run(spoken_in, tasks(), total=len(known), progress=progress):
        if isinstance(outcome, LegationError):
            unread.append(captures[known[number].sha256].name)
        else:
            found[known[number].sha256] = outcome
    spoken = [ground for report in known for ground in found.get(report.sha256, ())]
    quoted = [ground for report in reports if report.sha256 not in found for ground in _quoted(report)]
    return (*spoken, *quoted), tuple(sorted(unread))


def _quoted(report: Report) -> Iterator[Ground]:
    for passage in (*(event.passage for event in report.events), *(claim.passage for claim in report.claims)):
        id_ = made_id("sentence", report.sha256, passage.start, passage.end)
        yield Ground(id=id_, text=" ".join(passage.quote.split()), passage=passage)
