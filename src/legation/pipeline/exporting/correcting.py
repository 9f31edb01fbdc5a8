"""Who has to be told, and of which sentences? What left, beside what was decided, answered or taken back since.

A judgement, an undoing, a reply, and what a report that came later corrects, denies or retracts touch what they are
about and all that rests on it, in every export before them. That somebody is withheld touches all that names them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from legation.model.claims import Claim
from legation.model.exports import Export
from legation.model.judgements import Judgement
from legation.model.keys import made_id
from legation.model.replies import SETTLING, replies_standing
from legation.pipeline.answering.asking import said
from legation.pipeline.building.readings import present_keys
from legation.pipeline.exporting.noting import DIGITS, exports_of
from legation.publishing.heard import reply_phrase
from legation.publishing.named import NOBODY, Named
from legation.publishing.rows import Row, Value
from legation.publishing.selection import names_in_telling
from legation.store.case import Case
from legation.store.columns import key_of

Places: TypeAlias = Mapping[tuple[str, str], int]
"""By kind and subject the number of the entry with which something came into the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Something that came after an export and may touch it."""

    kind: str
    """`judgement`, `undoing`, `reply` or `report`."""
    id: str
    at: datetime
    entry: int
    """The number of its entry in the chain: what came later has a larger one, whatever a clock said."""
    what: str
    why: str | None
    about: tuple[str, ...]
    """Ids of lines, tellings, claims, mentions and editions."""
    quotes: Mapping[str, str]
    """The words of these, where they are known."""
    named: Named = NOBODY
    """Whoever may not be named since: sentences that name them are touched."""


def corrections(case: Case) -> Iterator[Row]:
    """For each export the causes that touch it, the latest cause first: rows, sentences, and who got them."""
    places = case.ledger.places()
    causes = sorted(_causes(case, places), key=lambda cause: (cause.entry, cause.id), reverse=True)
    exports = [(places["leaving", key], export) for key, export in exports_of(case)]
    lines = _lines_of_editions(case, causes)
    for cause in causes:
        for entry, export in exports:
            touched = _touched(export, cause, lines) if entry < cause.entry else []
            if touched:
                yield _row(export, cause, touched)


def _row(export: Export, cause: Cause, touched: Sequence[tuple[str, str | None]]) -> Row:
    rows: list[Value] = [{"id": id_, "says": says} for id_, says in touched]
    return {
        "kind": "correction",
        "id": made_id("correction", cause.id, export.form, export.at.isoformat()),
        "cause": cause.kind,
        "cause_id": cause.id,
        "at": cause.at.isoformat(),
        "what": cause.what,
        "why": cause.why,
        "form": export.form,
        "exported_at": export.at.isoformat(),
        "published": export.published,
        "version": export.version,
        "files": [*export.files],
        "to_whom": [*export.to_whom],
        "rows": rows,
    }


def _touched(export: Export, cause: Cause, lines: Mapping[str, frozenset[str]]) -> list[tuple[str, str | None]]:
    """The rows of an export that rest on what a cause is about, each with its sentence where it is one."""
    grounds: dict[str, str | None] = {}
    for id_ in cause.about:
        for ground in _grounds(export, id_, lines):
            grounds[ground] = cause.quotes.get(id_)
    found: dict[str, str | None] = {}
    for row, rests_on in export.rows.items():
        for ground in (row, *rests_on):
            if ground in grounds:
                found.setdefault(row, export.said.get(row) or grounds[ground])
    for ground, quote in grounds.items():
        if ground in export.said or ground in export.lines:
            found.setdefault(ground, export.said.get(ground) or quote)
    found.update((id_, says) for id_, says in export.said.items() if cause.named.stand_in(says))
    return sorted(found.items())


def _grounds(export: Export, id_: str, lines: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """What in an export is meant by an id: of a line or an edition the persons who stood there."""
    yield id_
    digits = lines.get(id_) or frozenset({id_.partition("-")[2][:DIGITS]})
    if id_.startswith(("listing-", "edition-")):
        yield from (owner for owner, held in export.lines.items() if not digits.isdisjoint(held))


def _lines_of_editions(case: Case, causes: Sequence[Cause]) -> Mapping[str, frozenset[str]]:
    wanted = {id_ for cause in causes for id_ in cause.about if id_.startswith("edition-")}
    if not wanted:
        return {}
    return {
        roster.edition.id: frozenset(line.id.partition("-")[2][:DIGITS] for line in roster.listings)
        for roster in case.memo.rosters(present_keys(case))
        if roster.edition.id in wanted
    }


def _causes(case: Case, places: Places) -> Iterator[Cause]:
    log = {judgement.id: judgement for judgement in case.kept.judgements()}
    counting = (one for one in log.values() if one.verdict not in ("accept", "waive", "unsure"))
    yield from (_of_judgement(case, one, places) for one in counting)
    for undoing in case.kept.undoings():
        if (taken_back := log.get(undoing.judgement)) is not None:
            made = _of_judgement(case, taken_back, places)
            yield Cause(
                kind="undoing",
                id=taken_back.id,
                at=undoing.at,
                entry=places["undoing", str(undoing.number)],
                what=f"{taken_back.verdict} taken back",
                why=undoing.why or None,
                about=made.about,
                quotes=made.quotes,
                named=made.named,
            )
    yield from _replies(case, places)
    yield from _reports(case, places)


def _of_judgement(case: Case, judgement: Judgement, places: Places) -> Cause:
    named = Named.of((), judgement.shown if judgement.verdict == "withhold" else ())
    about = (*(side.id for side in judgement.sides), *_naming(case, named))
    changes = ", ".join(f"{field} = {value or 'not known'}" for field, value in judgement.changes)
    return Cause(
        kind="judgement",
        id=judgement.id,
        at=judgement.at,
        entry=places["judgement", key_of(judgement.id).hex()],
        what=f"{judgement.verdict} {changes}".strip(),
        why=judgement.why,
        about=tuple(dict.fromkeys(about)),
        quotes={side.id: side.quote for side in judgement.sides if side.quote},
        named=named,
    )


def _naming(case: Case, named: Named) -> Iterator[str]:
    """The ids of lines, tellings and claims of the case that name somebody."""
    if named == NOBODY:
        return
    for roster in case.memo.rosters(present_keys(case)):
        yield from (line.id for line in roster.listings if named.stand_in(line.name))
    for report in said(case):
        yield from (event.id for event in report.events if names_in_telling(event, named))
        yield from (claim.id for claim in report.claims if names_in_telling(claim, named))


def _replies(case: Case, places: Places) -> Iterator[Cause]:
    entered = case.inquiries.inquiries()
    asked = {one.id: one for one in entered}
    for reply in replies_standing(case.inquiries.replies(), entered):
        inquiry = asked.get(reply.inquiry)
        if inquiry is not None and reply.kind in SETTLING:
            yield Cause(
                kind="reply",
                id=reply.id,
                at=reply.at,
                entry=places["reply", key_of(reply.id).hex()],
                what=reply_phrase(reply, inquiry.whom),
                why=None,
                about=tuple(dict.fromkeys((*(side.id for side in inquiry.points), *reply.changed))),
                quotes={side.id: side.quote for side in inquiry.points if side.quote},
            )


def _reports(case: Case, places: Places) -> Iterator[Cause]:
    """What reports that came into the case later correct, deny or retract."""
    came = {one.sha256: (one.added_at, places["capture", key_of(one.id).hex()]) for one in case.kept.captures()[::-1]}
    notes = {
        claim.id: (note.at, places["note", key_of(note.id).hex()])
        for note in case.kept.notes()
        for claim in note.report.claims
    }
    for report in said(case):
        for claim in report.claims:
            place = notes.get(claim.id) or came.get(report.sha256)
            if claim.about and _takes_back(claim) and place:
                yield Cause(
                    kind="report",
                    id=claim.id,
                    at=place[0],
                    entry=place[1],
                    what=f"{claim.type}: {' '.join(claim.passage.quote.split())}",
                    why=report.title,
                    about=(claim.about,),
                    quotes={},
                )


def _takes_back(claim: Claim) -> bool:
    return claim.type in ("correction", "denial") or claim.status == "retracted"
