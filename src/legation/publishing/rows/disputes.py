"""Rows of disagreements, of who stands behind a proposition, and of careers."""

from __future__ import annotations

from legation.model.careers import Career, Post
from legation.model.disputes import Answer, Contradiction, Corroboration, Origin
from legation.publishing.rows.findings import passages_row
from legation.publishing.rows.places import Row, Value, bounds_row, passage_row, person_row, text_or_null
from legation.publishing.rows.reports import attribution_rows


def contradiction_row(found: Contradiction) -> Row:
    """What can't all be so, each side with its passage."""
    return {
        "kind": "contradiction",
        "id": found.id,
        "rule": found.rule,
        "mission": found.mission,
        "sides": [{"id": side.id, "says": side.says, "passage": passage_row(side.passage)} for side in found.sides],
        "notes": list(found.notes),
    }


def corroboration_row(found: Corroboration) -> Row:
    """Who stands behind a proposition, and who answers it. No verdict."""
    return {
        "kind": "corroboration",
        "id": found.id,
        "type": found.type,
        "proposition": found.proposition,
        "about": list(found.about),
        "origins": [_origin_row(origin) for origin in found.origins],
        "confirmations": [_answer_row(answer, "of") for answer in found.confirmations],
        "denials": [_answer_row(answer, "how") for answer in found.denials],
        "non_responses": [_answer_row(answer, "how") for answer in found.non_responses],
        "strengths": [
            {
                "strength": one.strength,
                "wording": text_or_null(one.wording),
                "id": one.said,
                "passage": passage_row(one.passage),
            }
            for one in found.strengths
        ],
    }


def career_row(career: Career) -> Row:
    """One person's posts on one axis of time."""
    overlaps: list[Value] = [{"posts": list(one.posts), "certainty": one.certainty.value} for one in career.overlaps]
    return {
        "kind": "career",
        "id": career.id,
        "person": person_row(career.person) if career.person else {"id": None, "label": career.label},
        "names": list(career.names),
        "posts": [_post_row(post) for post in career.posts],
        "overlaps": overlaps,
        "gaps": [{"posts": list(one.posts), "days": list(one.days)} for one in career.gaps],
        "conflicts": list(career.conflicts),
    }


def _post_row(post: Post) -> Row:
    return {
        "id": post.id,
        "basis": post.basis,
        "mission": post.mission,
        "place": text_or_null(post.place),
        "title": text_or_null(post.title),
        "start": bounds_row(post.start),
        "end": bounds_row(post.end),
        "derived": post.derived,
        "status": post.status,
        "attribution": attribution_rows(post.attribution),
        "passages": passages_row(post.passages),
    }


def _origin_row(origin: Origin) -> Row:
    return {
        "speaker": text_or_null(origin.speaker),
        "own_voice": origin.own_voice,
        "anonymous": origin.anonymous,
        "count": origin.count,
        "independent": origin.independent,
        "via": list(origin.via),
        "said": list(origin.said),
        "passage": passage_row(origin.passage),
    }


def _answer_row(answer: Answer, word: str) -> Row:
    return {
        "id": answer.id,
        "speaker": text_or_null(answer.speaker),
        word: answer.kind,
        "anonymous": answer.anonymous,
        "count": answer.count,
        "passage": passage_row(answer.passage),
    }
