"""Rows of who may be one person at two missions, and who came back elsewhere."""

from __future__ import annotations

from legation.model.links import Resurfacing
from legation.publishing.rows.places import Row, Value, person_row


def resurfacing_row(found: Resurfacing, before: Row, after: Row) -> Row:
    """Somebody of one mission who is listed later at another.

    Args:
        found: who, and on what evidence.
        before: the row of the earlier posting.
        after: the row of the later one.
    """
    reasons: list[Value] = list(found.reasons)
    return {
        "kind": "resurfacing",
        "id": found.id,
        "person": person_row(found.person),
        "from": before,
        "to": after,
        "gap_days": list(found.gap_days),
        "link": {
            "probability": found.probability,
            "judgement": "same" if found.probability is None else None,
            "judged_by": found.judgement,
            "reasons": reasons,
        },
        "named_in": list(found.named_in),
        "windows": list(found.windows),
    }
