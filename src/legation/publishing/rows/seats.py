"""Rows of the seats of missions: who held them, and who came after whom."""

from __future__ import annotations

from legation.model.tenures import Holder, Succession, Tenure
from legation.publishing.rows.findings import derivation_row, passages_row
from legation.publishing.rows.places import Row, bounds_row, text_or_null


def tenure_row(tenure: Tenure) -> Row:
    """One holder of one seat; `holder` is null where lists print it as vacant."""
    return {
        "kind": "tenure",
        "id": tenure.id,
        "mission": tenure.mission,
        "slot": tenure.slot,
        "holder": holder_row(tenure.holder) if tenure.holder else None,
        "vacant": tenure.holder is None,
        "acting": tenure.acting,
        "title": text_or_null(tenure.title),
        "start": bounds_row(tenure.start),
        "start_basis": tenure.start_basis,
        "end": bounds_row(tenure.end),
        "editions": list(tenure.editions),
        "derivation": [derivation_row(step) for step in tenure.derivation],
        "passages": passages_row(tenure.passages),
    }


def succession_row(succession: Succession) -> Row:
    """One holder of a seat after another."""
    return {
        "kind": "succession",
        "id": succession.id,
        "mission": succession.mission,
        "slot": succession.slot,
        "predecessor": holder_row(succession.predecessor),
        "successor": holder_row(succession.successor),
        "gap_days": list(succession.gap_days),
        "basis": succession.basis,
        "certainty": succession.certainty,
        "between": [holder_row(holder) for holder in succession.between],
        "notes": list(succession.notes),
        "derivation": [derivation_row(step) for step in succession.derivation],
        "passages": passages_row(succession.passages),
    }


def holder_row(holder: Holder) -> Row:
    """Who holds a seat; the id is null for somebody whom only a report names."""
    return {"id": holder.id, "label": holder.label}
