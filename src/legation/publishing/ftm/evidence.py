"""Where does each statement stand, and what is said by whom? W3C Web Annotations, one a line.

An annotation's target is a passage of a document that is named by its digest, found by its words and by every place
that its format has. Selectors of the standard are used for what they mean; a cell of a workbook and the number of an
element have types of our own, and say so. What somebody claims is a body with claimant, wording, status and
answers, never a statement about an entity.

Standards: Web Annotation Data Model (W3C Recommendation, 23 February 2017), Media Fragments URI 1.0, RFC 3778 (pages
of PDF), RFC 7111 (cells of CSV).
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator

from legation.model.documents import Passage
from legation.model.keys import made_id
from legation.model.sources import Capture
from legation.publishing.content import Content, Said
from legation.publishing.ftm.documents import Documents
from legation.publishing.ftm.entity import Entity, Fact
from legation.publishing.ftm.statements import statement_id
from legation.publishing.ftm.values import moment_value, url_value
from legation.publishing.heard import answer_phrases
from legation.publishing.rows import Row, Value, claim_row, event_row

NAMESPACE = "urn:legation:"
"""Before the ids of the case, and before the types that the standard doesn't have."""
CONTEXT: Value = ["http://www.w3.org/ns/anno.jsonld", {"legation": NAMESPACE, "@vocab": NAMESPACE}]
_PDF, _MEDIA, _CSV = (
    "http://tools.ietf.org/rfc/rfc3778",
    "http://www.w3.org/TR/media-frags/",
    "http://tools.ietf.org/rfc/rfc7111",
)
_SEPARATED = ("text/csv", "text/tab-separated-values")


def evidence_lines(content: Content, entities: Iterable[Entity], dataset: str) -> bytes:
    """An annotation for each passage of each statement, then one for each telling and each claim."""
    documents = Documents(content)
    rows = (*_of_statements(entities, documents, dataset), *_of_reports(content, documents))
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def _of_statements(entities: Iterable[Entity], documents: Documents, dataset: str) -> Iterator[Row]:
    for one in entities:
        for fact in one.facts:
            if fact.passages:
                body = _statement(one, fact, dataset)
                yield _annotation(str(body["id"]), body, fact.passages, documents)


def _statement(one: Entity, fact: Fact, dataset: str) -> Row:
    return {
        "id": NAMESPACE + statement_id(dataset, one.id, fact.prop, fact.value),
        "type": "legation:Statement",
        "entity": one.id,
        "schema": one.schema,
        "prop": fact.prop,
        "value": fact.value,
        "dataset": dataset,
    }


def _of_reports(content: Content, documents: Documents) -> Iterator[Row]:
    """What reports tell and claim, with who says so."""
    said = Said.of(content.reports).claims
    for report in content.reports:
        published: Value = report.published.text if report.published else None
        for event in report.events:
            yield _said(event_row(event), "legation:Telling", published, (event.passage,), documents)
        for claim in report.claims:
            answers: list[Value] = [*answer_phrases(claim, said, content.heard.get(claim.id), content.now)]
            row = {**claim_row(claim), "answers": answers}
            yield _said(row, "legation:Claim", published, (claim.passage,), documents)


def _said(row: Row, type_: str, published: Value, passages: tuple[Passage, ...], documents: Documents) -> Row:
    kept = {key: value for key, value in row.items() if key not in ("kind", "id", "type", "passage")}
    body: Row = {
        "id": f"{NAMESPACE}{row['id']}",
        "type": type_,
        "of": row["type"],
        "published": published,
        **kept,
    }
    return _annotation(str(body["id"]), body, passages, documents)


def _annotation(about: str, body: Row, passages: tuple[Passage, ...], documents: Documents) -> Row:
    places = [place for passage in passages for place in (passage.parts or (passage,))]
    targets: list[Value] = [_target(place, documents) for place in places]
    return {
        "@context": CONTEXT,
        "id": NAMESPACE + made_id("annotation", about),
        "type": "Annotation",
        "motivation": "describing",
        "body": body,
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _target(place: Passage, documents: Documents) -> Row:
    captures = documents.captures(place.sha256)
    source: Row = {"id": f"urn:sha256:{place.sha256}", "type": "Text"}
    if captures:
        source["format"] = captures[0].media_type
        source["sameAs"] = [NAMESPACE + capture.id for capture in captures]
    addresses = dict.fromkeys(url for capture in captures if (url := url_value(capture.given.url)))
    if addresses:
        source["seeAlso"] = [*addresses]
    target: Row = {
        "type": "SpecificResource",
        "source": source,
        "selector": [*_selectors(place, captures[0].media_type if captures else None)],
    }
    states: list[Value] = [*_states(captures)]
    return {**target, "state": states} if states else target


def _states(captures: Iterable[Capture]) -> Iterator[dict[str, Value]]:
    """When the page was as it is quoted, as far as an archive or a reporter says so."""
    for at in dict.fromkeys(capture.given.captured_at for capture in captures):
        if at is not None:
            yield {"type": "TimeState", "sourceDate": f"{moment_value(at)}Z"}


def _selectors(place: Passage, media_type: str | None) -> Iterator[dict[str, Value]]:
    """Every way in which the place is known; each alone is meant to find the same words."""
    yield {"type": "TextQuoteSelector", "exact": place.quote}
    yield {"type": "TextPositionSelector", "start": place.start, "end": place.end}
    if place.page is not None:
        page: dict[str, Value] = {"type": "FragmentSelector", "conformsTo": _PDF, "value": f"page={place.page}"}
        if place.box is not None:
            page["refinedBy"] = {"type": "FragmentSelector", "conformsTo": _MEDIA, "value": _xywh(place.box)}
        yield page
    if place.cell is not None:
        sheet, row, column = place.cell
        if media_type in _SEPARATED:
            value = f"cell={row + 1},{column + 1}"
            yield {"type": "FragmentSelector", "conformsTo": _CSV, "value": value}
        else:
            yield {"type": "legation:CellSelector", "sheet": sheet, "row": row, "column": column}
    if place.element is not None:
        yield {"type": "legation:ElementSelector", "element": place.element}


def _xywh(box: tuple[float, float, float, float]) -> str:
    """The box on a page that is drawn with one pixel for each point: whole pixels that cover it."""
    x, y = math.floor(box[0]), math.floor(box[1])
    return f"xywh={x},{y},{max(math.ceil(box[2]) - x, 1)},{max(math.ceil(box[3]) - y, 1)}"
