"""What does a graph program get? Persons and missions, with the days between which lists show somebody there (GEXF).

An edge is a posting, or two persons who were listed at one mission at one time, certain or possible. Nothing that is
alleged of anybody is in it, and no measure of anybody: being listed beside others says nothing about a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from xml.etree import ElementTree as Xml

from legation.analysis.ties import listed_period
from legation.model.dates import Certainty
from legation.model.postings import Posting
from legation.publishing.content import DRAFT, Content
from legation.publishing.markup import xml_text
from legation.publishing.phrases import bounds_phrase, mission_phrase

NAMESPACE = "http://www.gexf.net/1.2draft"
_SAYS = (
    "Being listed means: printed in a published list of staff. That is ordinary, and says nothing else about a person."
)
_NODE = (("kind", "string"), ("mission", "string"), ("title", "string"), ("rank", "string"))
_EDGE = (
    *(("kind", "string"), ("mission", "string"), ("title", "string"), ("rank", "string")),
    *(("certainty", "string"), ("listed_from", "string"), ("listed_to", "string"), ("editions", "string")),
)
_MADE = "2000-01-01"
"""A day that says nothing of when the file was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    id: str
    source: str
    target: str
    first: str
    last: str
    values: Mapping[str, str | None]


def gexf_bytes(content: Content, *, co_postings: bool = False) -> bytes:
    """The graph as GEXF 1.2.

    Args:
        content: what may leave.
        co_postings: persons beside persons, in place of persons at missions.
    """
    postings = content.derived.postings
    edges = list(_co_postings(postings) if co_postings else _postings(postings))
    Xml.register_namespace("", NAMESPACE)
    root = Xml.Element(f"{{{NAMESPACE}}}gexf", version="1.2")
    meta = Xml.SubElement(root, f"{{{NAMESPACE}}}meta", lastmodifieddate=_MADE)
    _text(meta, "creator", f"legation {content.version}")
    about = f"{content.title}, data up to {content.cut_off}"
    _text(meta, "description", " ".join(filter(None, (DRAFT if content.draft else None, f"{about}.", _SAYS))))
    graph = Xml.SubElement(
        root, f"{{{NAMESPACE}}}graph", defaultedgetype="undirected", mode="dynamic", timeformat="date"
    )
    _declared(graph, "node", _NODE)
    _declared(graph, "edge", _EDGE)
    nodes = Xml.SubElement(graph, f"{{{NAMESPACE}}}nodes")
    for id_, label, values in _nodes(content, missions=not co_postings):
        _valued(Xml.SubElement(nodes, f"{{{NAMESPACE}}}node", id=id_, label=xml_text(label)), values, _NODE)
    under = Xml.SubElement(graph, f"{{{NAMESPACE}}}edges")
    for edge in edges:
        made = Xml.SubElement(
            under,
            f"{{{NAMESPACE}}}edge",
            id=edge.id,
            source=edge.source,
            target=edge.target,
            start=edge.first,
            end=edge.last,
        )
        _valued(made, edge.values, _EDGE)
    Xml.indent(root)
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _nodes(content: Content, *, missions: bool) -> Iterator[tuple[str, str, dict[str, str | None]]]:
    postings = content.derived.postings
    last: dict[str, Posting] = {}
    for posting in sorted(postings, key=lambda each: (each.editions[-1:] or ("",), each.id)):
        last[posting.person.id] = posting
    for id_, posting in sorted(last.items()):
        span = posting.titles[-1] if posting.titles else None
        yield (
            id_,
            posting.person.label,
            {
                "kind": "person",
                "mission": posting.mission,
                "title": span.title if span else None,
                "rank": span.rank if span else None,
            },
        )
    if missions:
        for key in sorted({posting.mission for posting in postings}):
            yield f"mission:{key}", mission_phrase(key, content.label), {"kind": "mission", "mission": key}


def _postings(postings: Iterable[Posting]) -> Iterator[_Edge]:
    for posting in postings:
        if not posting.editions:
            continue
        span = posting.titles[-1] if posting.titles else None
        yield _Edge(
            id=posting.id,
            source=posting.person.id,
            target=f"mission:{posting.mission}",
            first=min(posting.editions),
            last=max(posting.editions),
            values={
                "kind": "posting",
                "mission": posting.mission,
                "title": span.title if span else None,
                "rank": span.rank if span else None,
                "listed_from": bounds_phrase(posting.listed_from),
                "listed_to": bounds_phrase(posting.listed_to) if posting.listed_to else "still listed",
                "editions": " ".join(posting.editions),
            },
        )


def _co_postings(postings: Iterable[Posting]) -> Iterator[_Edge]:
    """Two persons of one mission whose times there met, or may have met."""
    by_mission: dict[str, list[Posting]] = defaultdict(list)
    for posting in postings:
        if posting.editions:
            by_mission[posting.mission].append(posting)
    for mission, found in sorted(by_mission.items()):
        for one, other in combinations(sorted(found, key=lambda each: each.id), 2):
            certainty = listed_period(one).overlaps(listed_period(other))
            if certainty is Certainty.EXCLUDED or one.person.id == other.person.id:
                continue
            both = sorted(set(one.editions) & set(other.editions))
            first = both[0] if both else max(min(one.editions), min(other.editions))
            last = both[-1] if both else min(max(one.editions), max(other.editions))
            yield _Edge(
                id=f"{one.id}:{other.id}",
                source=one.person.id,
                target=other.person.id,
                first=min(first, last),
                last=max(first, last),
                values={
                    "kind": "co-posting",
                    "mission": mission,
                    "certainty": certainty.value,
                    "editions": " ".join(both) or None,
                },
            )


def _declared(graph: Xml.Element, of: str, names: Iterable[tuple[str, str]]) -> None:
    made = Xml.SubElement(graph, f"{{{NAMESPACE}}}attributes", {"class": of, "mode": "static"})
    for number, (name, type_) in enumerate(names):
        Xml.SubElement(made, f"{{{NAMESPACE}}}attribute", id=f"{of}-{number}", title=name, type=type_)


def _valued(parent: Xml.Element, values: Mapping[str, str | None], names: Iterable[tuple[str, str]]) -> None:
    under = Xml.SubElement(parent, f"{{{NAMESPACE}}}attvalues")
    of = "edge" if parent.tag.endswith("edge") else "node"
    for number, (name, _) in enumerate(names):
        value = values.get(name)
        if value is not None:
            Xml.SubElement(under, f"{{{NAMESPACE}}}attvalue", {"for": f"{of}-{number}", "value": xml_text(value)})


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, f"{{{NAMESPACE}}}{name}").text = xml_text(text)
