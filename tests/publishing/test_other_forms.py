"""What graph, map, table and reference programs get: their formats, their values, and nothing that is alleged."""

from __future__ import annotations

import io
import itertools
import json
import math
import re
from dataclasses import replace
from xml.etree import ElementTree as Xml

import pytest

from legation.model.postings import Posting
from legation.model.replies import Heard, Inquiry
from legation.publishing.citations import bibtex_bytes, csl_bytes
from legation.publishing.content import DRAFT
from legation.publishing.graph import NAMESPACE, gexf_bytes
from legation.publishing.map_points import geojson_bytes
from legation.publishing.parquet import parquet_tables
from legation.vocabulary.city_places import capital_place, city_place
from tests import make
from tests.publishing.cases import CONTENT, DARIO, DENIAL, DERIVED, INES, POSTING, TIE

BOTH = replace(CONTENT, derived=replace(DERIVED, postings=(POSTING, replace(POSTING, id="posting-2", person=INES))))


def of(tag: str, data: bytes) -> list[Xml.Element]:
    return list(Xml.fromstring(data).iter(f"{{{NAMESPACE}}}{tag}"))


def at(mission: str, **fields: object) -> Posting:
    return replace(POSTING, id=f"posting-{mission}", mission=mission, **fields)  # type: ignore[arg-type]


def test_a_graph_has_persons_missions_and_the_days_between_which_lists_show_somebody() -> None:
    data = gexf_bytes(BOTH)
    assert {node.get("id") for node in of("node", data)} == {DARIO.id, INES.id, f"mission:{make.MISSION}"}
    edges = {(edge.get("source"), edge.get("target"), edge.get("start"), edge.get("end")) for edge in of("edge", data)}
    mission = f"mission:{make.MISSION}"
    assert edges == {
        (DARIO.id, mission, "2020-01-01", "2020-02-01"),
        (INES.id, mission, "2020-01-01", "2020-02-01"),
    }


def test_every_value_of_a_graph_is_declared_and_every_edge_has_its_nodes() -> None:
    for data in (gexf_bytes(BOTH), gexf_bytes(BOTH, co_postings=True)):
        nodes = {node.get("id") for node in of("node", data)}
        declared = {attribute.get("id") for attribute in of("attribute", data)}
        assert {value.get("for") for value in of("attvalue", data)} <= declared
        assert all({edge.get("source"), edge.get("target")} <= nodes for edge in of("edge", data))
        assert len({edge.get("id") for edge in of("edge", data)}) == len(of("edge", data))


def test_a_graph_of_persons_ties_those_who_were_listed_together() -> None:
    (edge,) = of("edge", gexf_bytes(BOTH, co_postings=True))
    assert {edge.get("source"), edge.get("target")} == {DARIO.id, INES.id}
    assert "certain" in [value.get("value") for value in of("attvalue", gexf_bytes(BOTH, co_postings=True))]


def test_a_graph_says_that_it_is_a_draft_and_holds_nothing_alleged() -> None:
    text = gexf_bytes(BOTH).decode()
    assert "DRAFT" in text
    assert "DRAFT" not in gexf_bytes(replace(BOTH, draft=False)).decode()
    assert not re.search(r"officer of a service|burglary|expel", text)


def test_a_name_with_signs_that_xml_does_not_hold_is_still_a_graph() -> None:
    named = replace(POSTING, person=replace(DARIO, label='A\x00 <b> & "B"\ufffe'))
    (node,) = (
        n
        for n in of("node", gexf_bytes(replace(BOTH, derived=replace(DERIVED, postings=(named,)))))
        if n.get("id") == DARIO.id
    )
    assert node.get("label") == 'A <b> & "B"'


def test_a_mission_stands_at_its_city_and_as_far_from_home_as_it_is() -> None:
    content = replace(CONTENT, derived=replace(DERIVED, postings=(at("RU/DE"), at("RU/DE/consulate-general/Bonn"))))
    made = json.loads(geojson_bytes(content))
    points = {f["properties"]["mission"]: f for f in made["features"] if f["properties"]["kind"] == "mission"}
    assert points["RU/DE"]["properties"]["city"] == "Berlin"
    assert points["RU/DE/consulate-general/Bonn"]["properties"]["city"] == "Bonn"
    assert points["RU/DE"]["properties"]["km_from_seat_of_sender"] == pytest.approx(1612, abs=5)
    longitude, latitude = points["RU/DE"]["geometry"]["coordinates"]
    assert (round(latitude), round(longitude)) == (53, 13)


@pytest.mark.parametrize(
    "key", ["RU/LB/consulate-general/Tripoli", "RU/DO/consulate/Santiago", "RU/GB/consulate/Perth"]
)
def test_a_mission_is_never_put_into_another_state_that_has_a_city_of_that_name(key: str) -> None:
    made = json.loads(geojson_bytes(replace(CONTENT, derived=replace(DERIVED, postings=(at(key),)))))
    states = {f["properties"].get("mission"): f["geometry"]["coordinates"] for f in made["features"]}
    assert key in made["without_place"] or city_place(key.rpartition("/")[2], key[3:5]) is not None, states


def test_a_way_over_the_date_line_is_cut_there() -> None:
    made = json.loads(geojson_bytes(replace(CONTENT, derived=replace(DERIVED, postings=(at("FJ/US"),)))))
    (way,) = (f for f in made["features"] if f["properties"]["kind"] == "way")
    parts = way["geometry"]["coordinates"]
    assert len(parts) == 2
    assert {abs(parts[0][-1][0]), abs(parts[1][0][0])} == {180.0}
    assert all(abs(a[0] - b[0]) < 180 for part in parts for a, b in itertools.pairwise(part))


def test_missions_of_states_without_a_known_place_are_told() -> None:
    assert json.loads(geojson_bytes(CONTENT))["without_place"] == [make.MISSION]


def test_a_stated_place_belongs_to_its_claimant() -> None:
    stated = make.claim("posting", quote="attaché in Vienna", subject="Dario Veltran", object="Vienna", value="attaché")
    made = json.loads(geojson_bytes(replace(CONTENT, reports=(make.report(stated),))))
    (place,) = (f for f in made["features"] if f["properties"]["kind"] == "stated-place")
    assert place["properties"]["quote"] == "attaché in Vienna"
    assert place["properties"]["said_by"] == []


@pytest.mark.parametrize(
    ("name", "state", "latitude"),
    [
        ("Berlin", None, 52.5),
        ("Берлин", None, 52.5),
        ("London", "CA", 43.0),
        ("London", None, 51.5),
        ("Bonn", "DE", 50.7),
    ],
)
def test_a_city_is_found_where_it_lies(name: str, state: str | None, latitude: float) -> None:
    place = city_place(name, state)
    assert place is not None
    assert math.isclose(place.latitude, latitude, abs_tol=0.1)


def test_a_city_that_nobody_knows_lies_nowhere() -> None:
    assert city_place("Marhaven") is None
    assert capital_place("XV") is None


def test_tables_have_days_as_days_and_lists_as_lists() -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    made = {name: pq.read_table(io.BytesIO(data)) for name, data in parquet_tables(CONTENT).items()}
    postings = made["postings.parquet"]
    assert str(postings.schema.field("listed_to_latest").type) == "date32[day]"
    row = postings.to_pylist()[0]
    assert row["listed_to_latest"].isoformat() == "2020-03-31"
    assert [day.isoformat() for day in row["editions"]] == ["2020-01-01", "2020-02-01"]
    assert row["titles"][0]["rank"] == "second-secretary"
    assert postings.schema.metadata[b"draft"].decode().startswith("DRAFT")


def test_a_claim_in_a_table_has_claimant_day_words_status_and_what_is_answered() -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    asked = Inquiry(
        id="inquiry-1",
        purpose="reply",
        whom="The embassy",
        channel="letter",
        sent_by="ada",
        sent_at=CONTENT.now,
        author="ada",
        at=CONTENT.now,
    )
    content = replace(CONTENT, heard={TIE.id: Heard(claim=TIE.id, inquiries=(asked,), printed=(DENIAL.id,))})
    rows = pq.read_table(io.BytesIO(parquet_tables(content)["claims.parquet"])).to_pylist()
    tie = next(row for row in rows if row["id"] == TIE.id)
    assert (tie["status"], tie["wording"]) == ("alleged", "regard")
    assert tie["claimant"].startswith("officials (unnamed, 2 of them, believes")
    assert tie["attribution"][0]["speaker"] == "officials"
    assert tie["published"]
    denied, sent = tie["answers"]
    assert denied == f"the embassy (denies): {DENIAL.passage.quote}"
    assert sent.startswith("The embassy was asked in 1 attempt (by letter on ")


def test_references_are_what_a_reference_manager_reads() -> None:
    items = json.loads(csl_bytes(CONTENT))
    article = next(item for item in items if item["id"] == "capture-article.txt")
    assert article["type"] == "article-newspaper"
    assert article["accessed"] == {"date-parts": [[2020, 7, 1]]}
    assert all(item["note"].startswith(f"{DRAFT}. SHA-256: ") for item in items)
    final = replace(CONTENT, draft=False)
    assert all(item["note"].startswith("SHA-256: ") for item in json.loads(csl_bytes(final)))
    assert (bibtex_bytes(CONTENT).decode().startswith(f"% {DRAFT}"), bibtex_bytes(final)[:1]) == (True, b"@")
    assert {item["id"] for item in items} == {capture.id for capture in CONTENT.captures}


def test_bibtex_takes_no_word_of_a_title_for_a_command() -> None:
    first, *others = CONTENT.captures
    odd = replace(first, name="50% \\input{x} & {a}_b #1~^")
    text = bibtex_bytes(
        replace(CONTENT, captures=(replace(odd, given=replace(odd.given, source=None, kind=None)), *others), reports=())
    ).decode()
    assert r"50\% \textbackslash{}input\{x\} \& \{a\}\_b \#1\textasciitilde{}\textasciicircum{}" in text
    assert text.count("@") == len(CONTENT.captures)
