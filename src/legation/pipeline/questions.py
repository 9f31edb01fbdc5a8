"""What does a case answer, and what waits for somebody? What a reporter sees first, as rows.

Answers are the briefing's sentences gathered by what they are about; what waits is counted, with where it is done. The
captures that wait are those that are shown there: what was excluded or counts no more waits for nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Literal, get_args

from legation.model.case import Derived
from legation.model.replies import Purpose
from legation.pipeline.answering.asking import said
from legation.pipeline.answering.missions import gazetteer_of
from legation.pipeline.answering.paged import Extent, contradictions
from legation.pipeline.answering.reviewing import how_many_wait
from legation.pipeline.answering.spoken import how_many_unheard
from legation.pipeline.answering.status import capture_rows
from legation.pipeline.building.readings import keys_of
from legation.pipeline.deciding.excluding import excluded
from legation.pipeline.deciding.inquiring import due
from legation.pipeline.work.remembered import remembered
from legation.publishing.briefing import sentences
from legation.publishing.rows import Row, passages_row
from legation.publishing.strips import sign_of
from legation.store.case import Case

ASKED = frozenset({"sum", "tally", "usual", "ceiling", "note"})
"""The sentences that answer a question; replies and reasons stand with what they are about."""

PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
CaptureWaits = Literal["unbuilt", "unread", "residue"]
"""What of a capture waits for a person: to be built, to be had in a form that can be read, lines to be understood."""


def answers(case: Case) -> Sequence[Row]:
    """Sums, tallies and ceilings in the order in which a reporter asks: a headline, what qualifies it, its passages."""
    return remembered(case, _answers)


def _answers(case: Case) -> tuple[Row, ...]:
    return tuple(_answered(case))


def _answered(case: Case) -> Iterator[Row]:
    derived = Derived(
        happenings=case.derived.happenings(),
        tallies=case.derived.tallies(),
        sums=case.derived.sums(),
        ceilings=case.derived.ceilings(),
    )
    found = [one for one in sentences(derived, said(case), gazetteer_of(case).label) if one.kind in ASKED]
    tallies = {tally.id: tally for tally in derived.tallies}
    for about, group in groupby(found, key=lambda sentence: sentence.about):
        first, *rest = group
        tally = tallies.get(about or "")
        yield {
            "kind": "answer",
            "id": about,
            "of": first.kind,
            "headline": first.text,
            "notes": [sentence.text for sentence in rest],
            "happening": tally.event if tally else about if (about or "").startswith("happening-") else None,
            "mission": tally.mission if tally else None,
            "passages": passages_row(
                tuple(dict.fromkeys(passage for sentence in (first, *rest) for passage in sentence.passages))
            ),
        }


def waiting_work(case: Case) -> Iterator[Row]:
    """What waits for a person: how much of it, in words, and nothing where nothing waits."""
    every = captures_with_signs(case)
    counts = {
        "unbuilt": sum(waits(row, "unbuilt") for row in every),
        "unread": sum(waits(row, "unread") for row in every),
        "residue": sum(_residue(row) for row in every if waits(row, "residue")),
        "undecided": how_many_wait(case),
        "contradictions": contradictions(case, Extent(0, 0)).total,
        "replies": sum(row["state"] == "overdue" for kind in PURPOSES for row in due(case, kind)),
        "unheard": how_many_unheard(case),
        "loose": len(case.derived.loose()),
        "refused": len(case.derived.refused()),
    }
    for what, count in counts.items():
        if count:
            yield {"kind": "waiting", "id": what, "count": count}


def captures_with_signs(case: Case) -> list[Row]:
    """Each capture with its state, whether it was excluded, and the sign of what became of it."""
    aside = excluded(case)
    days = remembered(case, _days)
    rows: list[Row] = [
        {**row, "excluded": row["id"] in aside, "speaks_of": [*days.get(str(row["id"]), ())]}
        for row in capture_rows(case)
    ]
    return [{**row, "sign": sign_of(row)} for row in rows]


def _days(case: Case) -> Mapping[str, tuple[str, ...]]:
    """The days that each capture is said, or says itself, to be of."""
    captures = case.kept.captures()
    keys = keys_of(case, captures)
    read = case.memo.days_of(keys.values())
    said = {one.id: one.given.as_of or one.given.published for one in captures}
    return {id_: (day.text,) if (day := said[id_]) else read.get(key, ()) for id_, key in keys.items()}


def waits(row: Row, what: CaptureWaits) -> bool:
    """Whether a capture with its sign waits for somebody; a wall or a list that was removed was read as what it is."""
    match what:
        case "unbuilt":
            return row["sign"] == "not-built"
        case "unread":
            return row["sign"] == "error"
        case _:
            return row["sign"] not in ("excluded", "repeated") and _residue(row) > 0


def _residue(row: Row) -> int:
    lines = row.get("residue")
    return lines if isinstance(lines, int) else 0
