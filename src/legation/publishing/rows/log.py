"""Rows of what a case keeps: captures, judgements, and the inputs of a command that couldn't be used."""

from __future__ import annotations

from legation.errors import LegationError
from legation.model.judgements import Judgement
from legation.model.sources import Capture
from legation.publishing.rows.places import Row, date_text, text_or_null


def capture_row(capture: Capture) -> Row:
    """Bytes as seen once, and what the reporter said of them."""
    given = capture.given
    return {
        "kind": "capture",
        "id": capture.id,
        "sha256": capture.sha256,
        "wire_sha256": capture.wire_sha256,
        "size": capture.size,
        "origin": capture.origin,
        "name": capture.name,
        "media_type": capture.media_type,
        "added_at": capture.added_at.isoformat(),
        "input": given.kind,
        "as_of": date_text(given.as_of),
        "mission": given.mission,
        "sending": given.sending,
        "receiving": given.receiving,
        "published": date_text(given.published),
        "language": given.language,
        "source": text_or_null(given.source),
        "url": text_or_null(given.url),
        "captured_at": given.captured_at.isoformat() if given.captured_at else None,
    }


def judgement_row(judgement: Judgement) -> Row:
    """One decision of a person, undone or not."""
    return {
        "kind": "judgement",
        "id": judgement.id,
        "verdict": judgement.verdict,
        "sides": [
            {"id": side.id, "quote": side.quote, "mission": side.mission, "as_of": side.as_of}
            for side in judgement.sides
        ],
        "changes": [{"field": field, "value": value} for field, value in judgement.changes],
        "author": judgement.author,
        "at": judgement.at.isoformat(),
        "why": judgement.why,
        "shown": list(judgement.shown),
        "rules": judgement.rules,
        "replaces": judgement.replaces,
        "undone": judgement.undone,
    }


def problem_row(error: LegationError, item: str | None = None) -> Row:
    """What couldn't be used, why, and what to do next: one line on stderr."""
    return {"kind": "problem", "item": item or error.item, "code": error.code, "message": error.message}
