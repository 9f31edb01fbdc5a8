"""Rows of `check draft`: each sentence with its verdict, its points, and what the case holds nearest to it."""

from __future__ import annotations

from legation.model.drafts import DraftPoint, DraftSentence, Ground
from legation.publishing.rows.places import Row, passage_row


def sentence_row(sentence: DraftSentence) -> Row:
    """One sentence of a draft. `says` is what the case has instead; `derived` tells words of ours from a source's."""
    return {
        "kind": "sentence",
        "id": sentence.id,
        "number": sentence.number,
        "text": sentence.text,
        "heading": sentence.heading,
        "verdict": sentence.verdict,
        "points": [_point_row(point) for point in sentence.points],
        "evidence": [_ground_row(ground) for ground in sentence.grounds],
    }


def _point_row(point: DraftPoint) -> Row:
    return {
        "point": point.kind,
        "printed": point.printed,
        "verdict": point.verdict,
        "says": point.says,
        "evidence": _ground_row(point.ground) if point.ground is not None else None,
    }


def _ground_row(ground: Ground) -> Row:
    return {
        "id": ground.id,
        "text": ground.text,
        "derived": ground.derived,
        "passage": passage_row(ground.passage),
    }
