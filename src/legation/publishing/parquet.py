"""What does a data desk load? The case's tables as Parquet, with days as days and lists as lists, not text in text.

Needs `pyarrow` (extra `registers`). Unknown is null. Dates known between two days are two columns. A claim is a row
with who says it, when, in which words, with which status, and what the other side answered or was asked.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date
from typing import Any

from legation.errors import UsageError
from legation.model.dates import Bounds, Edtf
from legation.model.documents import Passage
from legation.publishing.content import DRAFT, Content, Said
from legation.publishing.heard import answer_phrases
from legation.publishing.phrases import chain_phrase

_SIDES = ("listed_from", "listed_to", "start", "end")
_STRUCTS: Mapping[str, Mapping[str, str]] = {
    "passage": {"sha256": "text", "quote": "text", "page": "count", "start": "count", "end": "count"},
    "title": {"title": "text", "rank": "text", "first": "day", "last": "day"},
    "number": {"value": "count", "unit": "text"},
    "speaker": {"speaker": "text", "stance": "text", "anonymous": "flag", "count": "count"},
}
"""Values in parts, each part by its type."""
COLUMNS: Mapping[str, Mapping[str, str]] = {
    "postings": {
        "id": "text",
        "person_id": "text",
        "person": "text",
        "mission": "text",
        "titles": "list of title",
        **{f"{side}_{end}": "day" for side in _SIDES for end in ("earliest", "latest")},
        "start_basis": "text",
        "end_basis": "text",
        "end_kind": "text",
        "editions": "list of day",
        "windows": "list of text",
        "passages": "list of passage",
    },
    "changes": {
        "id": "text",
        "mission": "text",
        "change": "text",
        "person_id": "text",
        "person": "text",
        "window_earliest": "day",
        "window_latest": "day",
        "name_before": "text",
        "title_before": "text",
        "name_after": "text",
        "title_after": "text",
        "passage": "passage",
    },
    "happenings": {
        "id": "text",
        "type": "text",
        "actor": "text",
        "target": "text",
        "mission": "text",
        "date": "text",
        "date_earliest": "day",
        "date_latest": "day",
        "counts": "list of number",
        "status": "text",
        "tellings": "list of text",
    },
    "claims": {
        "id": "text",
        "type": "text",
        "subject": "text",
        "object": "text",
        "number": "count",
        "value": "text",
        "when": "text",
        "status": "text",
        "strength": "text",
        "wording": "text",
        "claimant": "text",
        "attribution": "list of speaker",
        "about": "text",
        "answers": "list of text",
        "published": "text",
        "source": "text",
        "passage": "passage",
    },
    "sources": {
        "id": "text",
        "name": "text",
        "source": "text",
        "url": "text",
        "captured_at": "moment",
        "added_at": "moment",
        "origin": "text",
        "media_type": "text",
        "size": "size",
        "sha256": "text",
    },
}
"""Each table's columns by their types; `_types` says what Arrow calls these."""


def parquet_tables(content: Content) -> dict[str, bytes]:
    """Postings, changes, happenings, claims and sources, each as the bytes of a Parquet file.

    Raises:
        UsageError: pyarrow isn't installed.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise UsageError("Parquet needs the extra `registers`: pip install 'legation[registers]'") from None
    about = {
        "case": content.title,
        "legation": content.version,
        "cut_off": content.cut_off or "",
        "draft": DRAFT if content.draft else "",
    }
    types = _types(pa)
    made: dict[str, bytes] = {}
    for name, rows in _rows(content).items():
        schema = pa.schema([(column, types[type_]) for column, type_ in COLUMNS[name].items()]).with_metadata(about)
        out = io.BytesIO()
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), out, compression="zstd")
        made[f"{name}.parquet"] = out.getvalue()
    return made


def _types(pa: Any) -> dict[str, Any]:  # noqa: ANN401 - pyarrow ships no types
    """What Arrow calls each type of a column, alone and in lists."""
    made = {
        "text": pa.string(),
        "day": pa.date32(),
        "count": pa.int32(),
        "size": pa.int64(),
        "flag": pa.bool_(),
        "moment": pa.timestamp("s", tz="UTC"),
    }
    made |= {
        name: pa.struct([(part, made[type_]) for part, type_ in parts.items()]) for name, parts in _STRUCTS.items()
    }
    return made | {f"list of {name}": pa.list_(type_) for name, type_ in made.items()}


def _rows(content: Content) -> dict[str, list[dict[str, Any]]]:
    return {
        "postings": _postings(content),
        "changes": _changes(content),
        "happenings": _happenings(content),
        "claims": _claims(content),
        "sources": _sources(content),
    }


def _bounds(name: str, bounds: Bounds | None) -> dict[str, date | None]:
    earliest, latest = (bounds.earliest, bounds.latest) if bounds is not None else (None, None)
    return {f"{name}_earliest": earliest, f"{name}_latest": latest}


def _day(text: str) -> date | None:
    return Edtf.parse(text).bounds.exact


def _passage(passage: Passage | None) -> dict[str, Any] | None:
    if passage is None:
        return None
    return {
        "sha256": passage.sha256,
        "quote": passage.quote,
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
    }


def _postings(content: Content) -> list[dict[str, Any]]:
    return [
        {
            "id": posting.id,
            "person_id": posting.person.id,
            "person": posting.person.label,
            "mission": posting.mission,
            "titles": [
                {"title": span.title, "rank": span.rank, "first": _day(span.first), "last": _day(span.last)}
                for span in posting.titles
            ],
            **{name: value for side in _SIDES for name, value in _bounds(side, getattr(posting, side)).items()},
            "start_basis": posting.start_basis,
            "end_basis": posting.end_basis,
            "end_kind": posting.end_kind,
            "editions": [_day(edition) for edition in posting.editions],
            "windows": list(posting.windows),
            "passages": [_passage(passage) for passage in posting.passages],
        }
        for posting in content.derived.postings
    ]


def _changes(content: Content) -> list[dict[str, Any]]:
    return [
        {
            "id": change.id,
            "mission": change.mission,
            "change": change.change,
            "person_id": change.person.id,
            "person": change.person.label,
            **_bounds("window", change.window),
            "name_before": change.before.name if change.before else None,
            "title_before": change.before.title if change.before else None,
            "name_after": change.after.name if change.after else None,
            "title_after": change.after.title if change.after else None,
            "passage": _passage(next((seen.passage for seen in (change.after, change.before) if seen), None)),
        }
        for change in content.derived.changes
    ]


def _happenings(content: Content) -> list[dict[str, Any]]:
    return [
        {
            "id": happening.id,
            "type": happening.type,
            "actor": happening.actor,
            "target": happening.target,
            "mission": happening.mission,
            "date": happening.date.text if happening.date else None,
            **_bounds("date", happening.date.bounds if happening.date else None),
            "counts": [{"value": count.value, "unit": count.unit} for count in happening.counts],
            "status": happening.status,
            "tellings": list(happening.tellings),
        }
        for happening in content.derived.happenings
    ]


def _claims(content: Content) -> list[dict[str, Any]]:
    said = Said.of(content.reports)
    return [
        {
            "id": claim.id,
            "type": claim.type,
            "subject": claim.subject,
            "object": claim.object,
            "number": claim.value if isinstance(claim.value, int) else None,
            "value": claim.value if isinstance(claim.value, str) else None,
            "when": claim.when.text if claim.when else None,
            "status": claim.status,
            "strength": claim.strength,
            "wording": claim.wording,
            "claimant": chain_phrase(claim.attribution),
            "attribution": [
                {"speaker": link.speaker, "stance": link.stance, "anonymous": link.anonymous, "count": link.count}
                for link in claim.attribution
            ],
            "about": claim.about,
            "answers": [*answer_phrases(claim, said.claims, content.heard.get(claim.id), content.now)],
            "published": report.published.text if report.published else None,
            "source": content.source_name(report.sha256),
            "passage": _passage(claim.passage),
        }
        for report in content.reports
        for claim in report.claims
    ]


def _sources(content: Content) -> list[dict[str, Any]]:
    return [
        {
            "id": capture.id,
            "name": capture.name,
            "source": capture.given.source,
            "url": capture.given.url,
            "captured_at": capture.given.captured_at,
            "added_at": capture.added_at,
            "origin": capture.origin,
            "media_type": capture.media_type,
            "size": capture.size,
            "sha256": capture.sha256,
        }
        for capture in content.captures
    ]
