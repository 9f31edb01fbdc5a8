import json
from dataclasses import replace
from typing import Any

from legation.publishing.content import Content
from legation.publishing.ftm import dataset_name, entities, evidence_lines, statement_lines
from tests import make
from tests.publishing import cases
from tests.publishing.ftm.cases import CONTENT, PROMOTED, TIE

DATASET = dataset_name(CONTENT.title)


def annotations(content: Content = CONTENT) -> list[Any]:
    written = evidence_lines(content, entities(content), DATASET).decode()
    return [json.loads(line) for line in written.splitlines()]


def selectors(**place: Any) -> list[Any]:  # noqa: ANN401
    passage = replace(make.passage("Søren VELTRAN"), sha256=PROMOTED.passages[0].sha256, **place)
    posting = replace(PROMOTED, passages=(passage, passage, passage))
    content = replace(CONTENT, derived=replace(CONTENT.derived, postings=(posting,)))
    found = [one for one in annotations(content) if one["body"].get("prop") == "startDate"]
    (target,) = [one["target"] for one in found]
    return target["selector"] if isinstance(target, dict) else [one["selector"] for one in target]


def test_every_statement_with_evidence_is_one_of_the_table() -> None:
    table = statement_lines(entities(CONTENT), DATASET).decode()
    bodies = [one["body"]["id"].removeprefix("urn:legation:") for one in annotations() if "prop" in one["body"]]
    assert bodies
    assert all(f'"{id_}"' in table for id_ in bodies)


def test_ids_of_annotations_are_all_different() -> None:
    ids = [one["id"] for one in annotations()]
    assert len(set(ids)) == len(ids)


def test_every_target_is_found_by_words_and_by_place_in_bytes_that_are_named() -> None:
    for one in annotations():
        for target in one["target"] if isinstance(one["target"], list) else [one["target"]]:
            quote, place = target["selector"][:2]
            assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            assert target["source"]["id"].startswith("urn:sha256:")


def test_a_page_with_its_box_is_a_fragment_that_is_refined() -> None:
    (page,) = selectors(page=3, box=(10.2, 20.0, 30.5, 40.9))[2:]
    assert page == {
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3778",
        "value": "page=3",
        "refinedBy": {
            "type": "FragmentSelector",
            "conformsTo": "http://www.w3.org/TR/media-frags/",
            "value": "xywh=10,20,21,21",
        },
    }


def test_a_cell_of_separated_values_counts_from_one_and_a_cell_of_a_workbook_says_what_it_is() -> None:
    assert selectors(cell=(0, 4, 2))[2:] == [{"type": "legation:CellSelector", "sheet": 0, "row": 4, "column": 2}]
    captures = tuple(replace(one, media_type="text/csv") for one in CONTENT.captures)
    passage = replace(PROMOTED.passages[0], cell=(0, 4, 2))
    content = replace(
        CONTENT,
        captures=captures,
        derived=replace(CONTENT.derived, postings=(replace(PROMOTED, passages=(passage,) * 3),)),
    )
    (found,) = [one for one in annotations(content) if one["body"].get("prop") == "startDate"]
    assert found["target"]["selector"][2]["value"] == "cell=5,3"


def test_the_number_of_an_element_is_a_selector_of_our_own() -> None:
    assert selectors(element=7)[2:] == [{"type": "legation:ElementSelector", "element": 7}]


def test_a_passage_in_parts_has_a_target_for_each() -> None:
    parts = tuple(replace(make.passage(words), sha256=PROMOTED.passages[0].sha256) for words in ("Søren", "VELTRAN"))
    assert [one[0]["exact"] for one in selectors(parts=parts)] == ["Søren", "VELTRAN"]


def test_a_claim_goes_out_with_its_claimant_its_wording_and_its_status_and_about_no_entity() -> None:
    (claim,) = [one["body"] for one in annotations() if one["body"]["type"] == "legation:Claim"]
    assert (claim["of"], claim["status"], claim["wording"]) == ("affiliation", "alleged", "regard")
    assert claim["attribution"][0]["speaker"] == "officials"
    assert claim["published"]
    assert "entity" not in claim
    assert claim["answers"] == []
    assert claim["id"].endswith(TIE.id)


def test_the_moment_of_a_capture_is_told_with_the_target() -> None:
    found = [one for one in annotations() if one["body"].get("prop") == "startDate"]
    assert found[0]["target"]["state"] == [{"type": "TimeState", "sourceDate": "2020-01-02T03:04:05Z"}]


def test_what_has_no_capture_is_still_named_by_its_digest() -> None:
    content = replace(cases.CONTENT, captures=())
    sources = [one["target"]["source"] for one in annotations(content) if isinstance(one["target"], dict)]
    assert sources
    assert all(source.keys() == {"id", "type"} for source in sources)
