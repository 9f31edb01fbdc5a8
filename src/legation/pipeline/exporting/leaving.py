"""How does something leave a case? Gathered, selected, examined by the gate, then written in one piece and noted.

Without `publish` it is a draft and says so; with it, what the gate finds stops everything. Every form stands in
`forms`; none selects or examines by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from legation import __version__
from legation.analysis.entered import without_unjudged
from legation.errors import GateError, UsageError
from legation.model.claims import Claim, Event
from legation.model.documents import Passage
from legation.model.keys import sha256_hex
from legation.pipeline.answering.clips import clips_of
from legation.pipeline.answering.hearing import chosen_of, heard_of, parties_in
from legation.pipeline.answering.missions import gazetteer_of, mission_key
from legation.pipeline.building.readings import evidence_of, stale
from legation.pipeline.deciding.inquiring import reply_of
from legation.pipeline.deciding.notes import repeated_in_confidence
from legation.pipeline.exporting.forms import FORMS, Asked, Piece
from legation.pipeline.exporting.noting import Passing, note_leaving, within
from legation.pipeline.keeping.stamping import stamps_of
from legation.pipeline.work.written import write_whole
from legation.publishing.content import ChainEnd, Content
from legation.publishing.gate import Finding, Leaving, examine, refusal, without_relatives
from legation.publishing.named import Named
from legation.publishing.phrases import said_phrase
from legation.publishing.rows import (
    Row,
    change_row,
    claim_row,
    posting_row,
    remaining_row,
    resurfacing_row,
    tally_row,
)
from legation.publishing.selection import names_left_out, outsiders, selected, surroundings_left
from legation.resolution.judged import apply_judgements
from legation.store.case import Case
from legation.store.finding import KINDS, find


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What may leave, selected, with what the gate needs to examine it."""

    content: Content
    outs: frozenset[str]
    named: Named
    included: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How something is to leave."""

    to: Path | None = None
    """Where; by default beside you, under the case's name."""
    missions: tuple[str, ...] = ()
    """To show in full, by key or words; by default those that reports speak of."""
    publish: bool = False
    """No draft: what the gate finds stops it."""
    include: tuple[str, ...] = ()
    """Ids of what is out by default and was chosen one by one."""
    why: str = ""
    """The reason of that choice."""
    to_whom: tuple[str, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    """What else the form takes, by the names of its options."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """What was written, and what the gate would stop in a publication."""

    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]
    stale: bool
    """Whether the case changed since the build that this rests on."""
    left_out: int = 0
    """How many persons, links and sentences were left out by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOut:
    """What leaves, in its pieces."""

    name: str
    pieces: tuple[Piece, ...]
    findings: tuple[Finding, ...]
    left_out: int


def content_of(case: Case, *, missions: Sequence[str] = (), draft: bool = True) -> Content:
    """The case's answers with all that they rest on, corrections applied, and strangers' relatives left out.

    Nothing of this may be shown to others before `gathered` selected it.
    """
    evidence = apply_judgements(evidence_of(case))
    derived = case.derived.load()
    captures = case.kept.captures()
    seen = [capture.given.captured_at or capture.added_at for capture in captures]
    return Content(
        title=case.about.title,
        derived=derived,
        now=datetime.now(UTC),
        rosters=evidence.rosters,
        reports=without_relatives(
            without_unjudged(evidence.reports, derived.namings), [person.label for person in derived.persons]
        ),
        captures=captures,
        label=gazetteer_of(case).label,
        missions=tuple(mission_key(case, mission) for mission in missions),
        version=__version__,
        cut_off=max(seen).date().isoformat() if seen else None,
        draft=draft,
        heard=heard_of(case, evidence.reports),
        judgements=case.kept.live_judgements(),
        chain=_chain(case),
    )


def _chain(case: Case) -> ChainEnd:
    number, digest = case.ledger.head()
    return ChainEnd(number=number, digest=digest.hex(), stamps=stamps_of(case))


def gathered(case: Case, way: Way) -> Gathered:
    """What may leave: the case's answers without what is out by default.

    Raises:
        UsageError: the case was never built, or something is chosen without a reason.
        GateError: the case changed since its last build, and this is a publication.
        UnknownIdError: what is chosen isn't in the case.
    """
    if case.derived.inputs() is None:
        raise UsageError("this case was never built: run `legation build` first")
    if way.publish and stale(case):
        raise GateError("the case changed since its last build: run `legation build`, then publish what it says now")
    content = content_of(case, missions=way.missions, draft=not way.publish)
    chosen = chosen_of(case, content.rosters, _included(case, way))
    return Gathered(
        content=selected(content, chosen),
        outs=frozenset(outsiders(content, chosen)),
        named=names_left_out(content, chosen),
        included=chosen.included,
    )


def _included(case: Case, way: Way) -> dict[str, str]:
    if way.include and not way.why.strip():
        raise UsageError("what is out by default is chosen for a reason: add --why TEXT, which is noted")
    return dict.fromkeys((_id(case, one) for one in way.include), way.why)


def _id(case: Case, text: str) -> str:
    """The id of what is named; of a line the person whose it is."""
    if text.startswith("reply-"):
        return reply_of(case, text).id
    found = find(case, text, KINDS)
    return find(case, found.id, ("person",)).id if found.kind == "listing" else found.id


def examined(case: Case, found: Gathered, name: str, rows: Sequence[Row], *, publish: bool) -> tuple[Finding, ...]:
    """What the gate finds in what is about to leave under a name.

    Raises:
        GateError: it stops it.
    """
    findings = examine(
        Leaving(
            title=found.content.title,
            file_name=name,
            rows=tuple(rows),
            reports=found.content.reports,
            confidential=repeated_in_confidence(case, found.content.reports),
            heard=found.content.heard,
            outs=found.outs,
            named=found.named,
            included=frozenset(found.included),
            parties=parties_in(case, found.content.reports),
            now=found.content.now,
        )
    )
    error = refusal(findings, draft=not publish)
    if error is not None:
        raise error
    return findings


def export(case: Case, form: str, way: Way) -> Left:
    """Write the case's answers in one of the forms.

    Args:
        case: built.
        form: a word of `FORMS`.
        way: where it goes and how.

    Raises:
        GateError: the gate stops it; nothing was written.
        UsageError: the form doesn't take an option.
    """
    made = handed_out(case, form, way)
    target = _target(case, form, way)
    paths = [target / piece.name if piece.name else target for piece in made.pieces]
    for path, piece in zip(paths, made.pieces, strict=True):
        write_whole(path, piece.data)
    return Left(paths=tuple(paths), findings=made.findings, stale=stale(case), left_out=made.left_out)


def handed_out(case: Case, form: str, way: Way) -> HandedOut:
    """The pieces of a form, noted as having left: whoever gets them has them.

    The note comes before the file: one that nobody knows of would be worse than a note of one that wasn't written.

    Raises:
        GateError, UsageError: as `export`.
    """
    made = FORMS[form]
    made.check(form, way.values)
    found = gathered(case, way)
    target = _target(case, form, way)
    asked = Asked(target=target, values=way.values)
    part = made.part(found.content, asked)
    found = replace(found, content=part.content)
    rows = (*rows_of(found.content), *part.rows)
    findings = examined(case, found, target.name, rows, publish=way.publish)
    content = _with_clips(case, part.shows, found)
    pieces = part.write(content)
    inside = within(content, {**said_in(content), **part.said})
    note_leaving(case, form, _digests(target, pieces), inside, passing_of(found, way))
    return HandedOut(name=target.name, pieces=tuple(pieces), findings=findings, left_out=len(content.left_out))


def _target(case: Case, form: str, way: Way) -> Path:
    return way.to or Path(f"{case.about.title}{'' if way.publish else '-draft'}{FORMS[form].suffix}")


def passing_of(found: Gathered, way: Way) -> Passing:
    """How it leaves, as it is noted."""
    return Passing(published=way.publish, to_whom=way.to_whom, included=found.included, cut_off=found.content.cut_off)


def _digests(target: Path, pieces: Sequence[Piece]) -> dict[str, str]:
    return {piece.name or target.name: sha256_hex(piece.data) for piece in pieces}


def _with_clips(case: Case, wanted: Sequence[Passage], found: Gathered) -> Content:
    """The content with the clips for which there is room; text in which somebody is named who is out has none."""
    if not wanted:
        return found.content
    clips = clips_of(case, wanted)
    around = {passage: (clip.text.before, clip.text.after) for passage, clip in clips.items() if clip.text is not None}
    return replace(
        found.content,
        clips={passage: clip.png for passage, clip in clips.items() if clip.png is not None},
        surroundings=surroundings_left(around, found.named),
    )


def said_in(content: Content) -> dict[str, str]:
    """What is said in the reports as one line each, by id, for whoever has to be told of a correction."""
    return {one.id: said_phrase(one) for report in content.reports for one in _told(report.events, report.claims)}


def _told(events: Sequence[Event], claims: Sequence[Claim]) -> Iterator[Event | Claim]:
    yield from events
    yield from claims


def rows_of(content: Content) -> tuple[Row, ...]:
    """Everything about persons and claims that the forms print."""
    derived = content.derived
    held = {posting.id: posting_row(posting) for posting in derived.postings}
    return (
        *held.values(),
        *map(change_row, derived.changes),
        *map(tally_row, derived.tallies),
        *map(remaining_row, derived.remaining),
        *(
            resurfacing_row(one, held[one.from_posting], held[one.to_posting])
            for one in derived.resurfacings
            if one.from_posting in held and one.to_posting in held
        ),
        *(claim_row(claim) for report in content.reports for claim in report.claims),
    )
