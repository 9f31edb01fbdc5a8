"""How does something leave a case? Gathered into one value, examined by the gate, then written in one piece.

Without `publish` it is a draft and says so; with it, what the gate finds stops everything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from legation import __version__
from legation.errors import UsageError
from legation.model.keys import sha256_hex
from legation.pipeline.build import evidence_of, stale
from legation.pipeline.clips import clips_of
from legation.pipeline.missions import gazetteer_of, mission_key
from legation.pipeline.notes import repeated_in_confidence
from legation.pipeline.noting import note_leaving
from legation.pipeline.written import write_whole
from legation.publishing.content import Content
from legation.publishing.gate import Finding, Leaving, examine, refusal, without_relatives
from legation.publishing.rows import Row, change_row, claim_row, posting_row, remaining_row, tally_row
from legation.resolution.judged import apply_judgements
from legation.store.case import Case

Form = Literal["page", "csv", "xlsx"]
SUFFIXES: dict[Form, str] = {"page": ".html", "csv": "", "xlsx": ".xlsx"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What was written, and what the gate would stop in a publication."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]
    stale: bool
    """Whether the case changed since the build that this rests on."""


def content_of(case: Case, *, missions: Sequence[str] = (), draft: bool = True) -> Content:
    """The case's answers with all that they rest on, corrections applied, and strangers' relatives left out."""
    evidence = apply_judgements(evidence_of(case))
    derived = case.derived.load()
    captures = case.kept.captures()
    seen = [capture.given.captured_at or capture.added_at for capture in captures]
    return Content(
        title=case.about.title,
        derived=derived,
        rosters=evidence.rosters,
        reports=without_relatives(evidence.reports, [person.label for person in derived.persons]),
        captures=captures,
        label=gazetteer_of(case).label,
        missions=tuple(mission_key(case, mission) for mission in missions),
        version=__version__,
        cut_off=max(seen).date().isoformat() if seen else None,
        draft=draft,
    )


def with_clips(case: Case, content: Content) -> Content:
    """The content with the clips that its page has room for."""
    from legation.publishing.page import passages_to_show

    clips = clips_of(case, passages_to_show(content))
    return replace(
        content,
        clips={passage: clip.png for passage, clip in clips.items() if clip.png is not None},
        surroundings={
            passage: (clip.text.before, clip.text.after) for passage, clip in clips.items() if clip.text is not None
        },
    )


def export(
    case: Case,
    form: Form,
    *,
    to: Path | None = None,
    missions: Sequence[str] = (),
    publish: bool = False,
) -> Left:
    """Write the case's answers as a page, as a folder of CSV files or one of them, or as a workbook.

    Args:
        case: built.
        form: what to write.
        to: where; by default beside you, under the case's name.
        missions: to show in full, by key or words; by default those that reports speak of.
        publish: no draft: what the gate finds stops it.

    Raises:
        GateError: the gate stops it; nothing was written.
    """
    if case.derived.inputs() is None:
        raise UsageError("this case was never built: run `legation build` first")
    content = content_of(case, missions=missions, draft=not publish)
    target = to or Path(f"{case.about.title}{'' if publish else '-draft'}{SUFFIXES[form]}")
    findings = examine(
        Leaving(
            title=content.title,
            file_name=target.name,
            rows=rows_of(content),
            reports=content.reports,
            confidential=repeated_in_confidence(case, content.reports),
        )
    )
    error = refusal(findings, draft=not publish)
    if error is not None:
        raise error
    pieces = _pieces(case, form, content, target)
    note_leaving(case, form, {path.name: sha256_hex(data) for path, data in pieces})
    for path, data in pieces:
        write_whole(path, data)
    return Left(paths=tuple(path for path, _ in pieces), findings=findings, stale=stale(case))


def _pieces(case: Case, form: Form, content: Content, target: Path) -> list[tuple[Path, bytes]]:
    if form == "page":
        from legation.publishing.page import render_page

        return [(target, render_page(with_clips(case, content)).encode())]
    from legation.publishing.tables import csv_bytes, sheets, xlsx_bytes

    made = sheets(content)
    if form == "xlsx":
        return [(target, xlsx_bytes(made))]
    if target.suffix == ".csv":
        named = next((sheet for sheet in made if sheet.name == target.stem.rpartition("-")[2]), made[0])
        return [(target, csv_bytes(named))]
    return [(target / f"{sheet.name}.csv", csv_bytes(sheet)) for sheet in made]


def rows_of(content: Content) -> tuple[Row, ...]:
    """Everything about persons and claims that the forms print."""
    derived = content.derived
    return (
        *map(posting_row, derived.postings),
        *map(change_row, derived.changes),
        *map(tally_row, derived.tallies),
        *map(remaining_row, derived.remaining),
        *(claim_row(claim) for report in content.reports for claim in report.claims),
    )
