"""Is each row what its source prints? Rows with what people said of them: unchecked, confirmed, corrected or rejected.

The old value of a corrected field stays beside the new one. Rows are confirmed together only where the reader's own
count of what the page shows is theirs. A claim about the family of somebody whom no list shows is a row without what it
says: it can be rejected, and is read in its source alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from legation.errors import JudgementError
from legation.model.claims import Claim, Event, Report
from legation.model.judgements import Judgement, Side
from legation.model.listings import Edition, Listing, Roster
from legation.model.sources import Capture
from legation.pipeline.answering.beside import key_of, tellings_of
from legation.pipeline.deciding.judging import record_each
from legation.publishing.gate import without_relatives
from legation.publishing.phrases import counted
from legation.publishing.rows import Row, Value, claim_row, event_row, judgement_row, listing_row, residue_row
from legation.resolution.attachment import Attachment
from legation.resolution.corrections import corrected_claim, corrected_event, corrected_listing
from legation.resolution.judged import standing
from legation.store.case import Case

State = Literal["unchecked", "confirmed", "corrected", "rejected"]
Checked = Listing | Event | Claim
CONFIRMED = "compared with its source"
"""The reason that stands in the log where a row is confirmed."""
FIELDS: Mapping[str, tuple[str, ...]] = {
    "listing": ("name", "title", "rank", "dates", "mission"),
    "event": ("type", "status", "count", "date", "actor", "target", "mission"),
    "claim": ("type", "status", "subject", "object", "value", "when", "wording"),
}
"""The fields of a row that are put right beside its source; all others by `legation correct`."""
WITHHELD = "about the family of somebody whom no list shows: what it says stays in the source"
"""Why a row says nothing of what was read."""
_STAYING = frozenset({"kind", "id", "type", "status", "layer", "rule"})
"""What a row that says nothing still tells."""
_PLACE = frozenset({"sha256", "start", "end", "page", "box", "cell", "element"})


@dataclass(slots=True, kw_only=True)
class _Word:
    """What people said of one row, the last word last."""

    judgements: list[Judgement] = field(default_factory=list)
    changes: dict[str, str | None] = field(default_factory=dict)

    @property
    def state(self) -> State:
        last = next((one.verdict for one in reversed(self.judgements) if one.verdict != "correct"), None)
        if last == "reject":
            return "rejected"
        return "corrected" if self.changes else "confirmed" if last else "unchecked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    """A capture's rows in the order of its text, and what was said of each."""

    edition: Edition | None
    values: tuple[Checked, ...]
    words: Mapping[str, _Word]
    residue: tuple[Row, ...]
    withheld: frozenset[str] = frozenset()
    """Ids of claims of which nothing is said."""

    def state(self, id_: str) -> State:
        """What was said of a row in the end."""
        word = self.words.get(id_)
        return word.state if word else "unchecked"

    def counts(self, ids: Iterable[str] | None = None) -> dict[str, int]:
        """How many rows are in each state; of some of them where ids are given."""
        found = [self.state(id_) for id_ in (ids if ids is not None else (value.id for value in self.values))]
        return {state: found.count(state) for state in ("unchecked", "confirmed", "corrected", "rejected")}


def checks(case: Case, capture: Capture) -> Checks:
    """What was read of a capture, with what people said of it."""
    rosters = case.memo.rosters([key_of(case, capture)])
    roster = rosters[0] if rosters else None
    reports = () if roster else tellings_of(case, capture)
    told: list[Event | Claim] = []
    for report in reports:
        told += [*report.events, *report.claims]
    values: tuple[Checked, ...] = (
        roster.listings if roster else tuple(sorted(told, key=lambda one: (one.passage.start, one.passage.end, one.id)))
    )
    words = _words(case, roster, values)
    return Checks(
        edition=roster.edition if roster else None,
        values=values,
        words=words,
        residue=tuple(residue_row(one) for one in roster.residue) if roster else (),
        withheld=_withheld(case, reports, words),
    )


def checked_row(found: Checks, number: int) -> Row:
    """A row with its state, its fields as they stand, what they were before, and the judgements on it.

    Args:
        found: all rows of the capture.
        number: the row's, from 1.
    """
    value = found.values[number - 1]
    word = found.words.get(value.id, _Word())
    read, stands = _row(value), _row(_corrected(value, word.changes))
    fields = FIELDS[value.id.partition("-")[0]]
    if value.id in found.withheld:
        return _without_words(stands, number, word)
    return {
        **stands,
        "withheld": None,
        "number": number,
        "state": word.state,
        "fields": {name: _text(stands.get(name)) for name in fields},
        "was": {
            name: _text(read.get(name)) for name in word.changes if _text(read.get(name)) != _text(stands.get(name))
        },
        "judgements": [judgement_row(one) for one in word.judgements],
    }


def _without_words(stands: Row, number: int, word: _Word) -> Row:
    """A row whose fields are withheld, with those of its judgements, so that it can still be rejected."""
    passage = stands["passage"]
    assert isinstance(passage, dict)
    judged: list[Value] = [
        {**judgement_row(one), "sides": [{"id": side.id} for side in one.sides], "changes": []}
        for one in word.judgements
    ]
    empty: Row = {name: [] if isinstance(value, list) else None for name, value in stands.items()}
    return {
        **empty,
        **{name: value for name, value in stands.items() if name in _STAYING},
        "passage": {name: value for name, value in passage.items() if name in _PLACE},
        "withheld": WITHHELD,
        "number": number,
        "state": word.state,
        "fields": {name: _text(stands[name]) if name in _STAYING else None for name in FIELDS["claim"]},
        "was": {},
        "judgements": judged,
    }


def confirm_rest(case: Case, found: Checks, rows: Sequence[int], *, seen: int, by: str | None = None) -> int:
    """Confirm the rows of a page that nobody judged, where the reader counts as many as were read.

    Args:
        case: an open case.
        found: all rows of the capture.
        rows: numbers of the rows that begin on the page.
        seen: how many the reader sees on the page, counted by herself.
        by: who says so; the account's name otherwise.

    Returns:
        How many rows were confirmed.

    Raises:
        JudgementError: the numbers differ; nothing was confirmed.
    """
    ids = [found.values[row - 1].id for row in rows]
    counting = [id_ for id_ in ids if found.state(id_) != "rejected"]
    if seen != len(counting):
        raise JudgementError(
            f"you count {seen}, and {counted(len(counting), 'row was', 'rows were')} read here: look for what is "
            "missing or too much, put it right or reject it, then count again. Nothing was confirmed"
        )
    open_ = [found.values[row - 1] for row in rows if found.state(found.values[row - 1].id) == "unchecked"]
    why = f"{CONFIRMED}; {seen} counted there and {seen} read"
    return record_each(case, "accept", (side(found, value) for value in open_), why=why, by=by)


def side(found: Checks, value: Checked) -> Side:
    """What a judgement keeps of a row, so that it is found again after new rules."""
    match value:
        case Listing():
            as_of = found.edition.as_of if found.edition else None
            return Side(
                id=value.id, quote=value.passage.quote, mission=value.mission, as_of=as_of.text if as_of else None
            )
        case Event():
            return Side(id=value.id, quote=value.passage.quote, mission=value.mission)
        case _:
            return Side(id=value.id, quote=value.passage.quote)


def changed_fields(row: Row, given: Mapping[str, str]) -> dict[str, str]:
    """Of the fields of a form, those that differ from what the row says."""
    stands = row["fields"]
    assert isinstance(stands, dict)
    return {
        name: " ".join(text.split())
        for name, text in given.items()
        if name in stands and " ".join(text.split()) != (stands[name] or "")
    }


def _words(case: Case, roster: Roster | None, values: Sequence[Checked]) -> dict[str, _Word]:
    attachment = Attachment.of((roster,) if roster else (), ())
    known = {value.id for value in values}
    found: dict[str, _Word] = {}
    for judgement in standing(case.kept.live_judgements()):
        if judgement.verdict not in ("accept", "correct", "reject"):
            continue
        for one in judgement.sides:
            id_ = one.id if one.id in known else attachment.find(one)
            if id_ in known and id_ is not None:
                word = found.setdefault(id_, _Word())
                word.judgements.append(judgement)
                word.changes.update(dict(judgement.changes))
    return found


def _withheld(case: Case, reports: Sequence[Report], words: Mapping[str, _Word]) -> frozenset[str]:
    """The claims, as they stand, about the family of somebody whom no list shows."""
    stand = [
        replace(report, claims=tuple(_standing_claim(claim, words) for claim in report.claims)) for report in reports
    ]
    ids = frozenset(claim.id for report in stand for claim in report.claims if claim.type == "family")
    if not ids:
        # A big case has many persons, and only what is said of families asks for them.
        return ids
    shown = without_relatives(stand, [person.label for person in case.derived.persons()])
    return ids - {claim.id for report in shown for claim in report.claims}


def _standing_claim(claim: Claim, words: Mapping[str, _Word]) -> Claim:
    word = words.get(claim.id)
    corrected = _corrected(claim, word.changes) if word else claim
    assert isinstance(corrected, Claim)
    return corrected


def _corrected(value: Checked, changes: Mapping[str, str | None]) -> Checked:
    try:
        match value:
            case Listing():
                return corrected_listing(value, changes)
            case Event():
                return corrected_event(value, changes)
            case _:
                return corrected_claim(value, changes)
    except JudgementError:
        # The build says so as well: such a judgement is loose.
        return value


def _row(value: Checked) -> Row:
    match value:
        case Listing():
            return listing_row(value)
        case Event():
            return event_row(value)
        case _:
            return claim_row(value)


def _text(value: object) -> str | None:
    """A field as it is typed into a form."""
    match value:
        case None:
            return None
        case list():
            return "; ".join(f"{each['kind']}:{each['value']}" for each in value)
        case _:
            return str(value)
