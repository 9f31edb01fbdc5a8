import json
from pathlib import Path

import pytest

from legation.errors import UnsupportedInputError
from legation.extraction.registers import form_of, report_of
from legation.model.keys import sha256_hex
from legation.model.sources import Given
from tests.extraction.registers.written import (
    ANNIKA,
    COMPANY,
    EVERYTHING,
    HUSBAND,
    LISTED,
    lines,
    scanned,
    statements,
)

SAID = {
    ("topics", "sanction"),
    ("topics", "role.spy"),
    ("position", "Second Secretary"),
    ("authority", "Council of the Fjords"),
    ("program", "FJ-22"),
    ("reason", "took “the cod”"),
    ("position", "Counsellor of the embassy (until 2020-01)"),
}
FORMS = {
    "entities": lines(*EVERYTHING),
    "escaped": lines(*EVERYTHING, ascii_=True),
    "statements": statements(EVERYTHING),
}


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_what_a_register_says_is_gathered_from_all_of_its_entities_in_any_order(data: bytes) -> None:
    made = scanned(data, "Veltran, Annika")
    (found,) = made.found
    assert {(one.field, one.value) for one in found.said} == SAID
    assert found.born == "1971-03"
    assert [*found.countries] == ["NO"]
    assert found.listed == "2022-03-01"
    assert (made.latest or "")[:10] == "2024-05-06"


@pytest.mark.parametrize("data", FORMS.values(), ids=FORMS)
def test_addresses_papers_and_relatives_are_never_taken(data: bytes) -> None:
    report = report_of(scanned(data), sha256_hex(data), Given(), "list")
    told = str(report)
    assert not [
        secret for secret in ("Quay Street", "N1234567", "husband", "Odd Veltran", "Shipping") if secret in told
    ]
    assert [entry.key for entry in report.entries] == ["Q1"]


@pytest.mark.parametrize("prop", ["notes", "summary", "description"])
def test_free_text_in_which_relatives_and_papers_stand_is_never_taken(prop: str) -> None:
    free = {**ANNIKA, "properties": {**ANNIKA["properties"], prop: ["Married to Odd; lives in Quay Street; N1234567"]}}
    for data in (lines(free), statements([free])):
        report = report_of(scanned(data), sha256_hex(data), Given(), "list")
        assert report.entries
        assert "Quay Street" not in str(report)


@pytest.mark.parametrize("data", [FORMS["entities"], FORMS["escaped"], b"\xef\xbb\xbf" + FORMS["entities"]])
def test_every_claim_is_found_again_in_the_text_of_the_file(data: bytes) -> None:
    report = report_of(scanned(data), sha256_hex(data), Given(), "list")
    text = data.decode("utf-8-sig")
    assert len(report.claims) == len(SAID) + 1
    for claim in report.claims:
        assert claim.passage.stands_in(text)
    assert json.loads(f'"{report.entries[0].passage.quote}"') == "Veltran, Annika"


def test_entities_inside_of_a_person_speak_of_the_person() -> None:
    inner = {**ANNIKA, "properties": {**ANNIKA["properties"], "sanctions": [LISTED], "relatives": [HUSBAND]}}
    (found,) = scanned(lines(inner)).found
    assert ("reason", "took “the cod”") in {(one.field, one.value) for one in found.said}
    assert "Odd" not in str(found)


def test_a_line_that_is_no_entity_is_told_with_its_number_and_the_rest_is_kept() -> None:
    made = scanned(lines(ANNIKA, "{broken", '"text"', '{"id": "x", "schema": "Person"}', "", LISTED))
    assert [one.line for one in made.damages] == [2, 3, 4]
    assert [found.key for found in made.found] == ["Q1"]
    assert made.found[0].listed == "2022-03-01"


def test_a_line_that_is_no_utf8_is_told_and_moves_nothing() -> None:
    data = lines(COMPANY) + b'{"id": "\xff"}\n' + lines(ANNIKA)
    made = scanned(data)
    assert [one.line for one in made.damages] == [2]
    assert made.found[0].passage.stands_in(data.decode("utf-8", "replace"))


def test_a_person_of_whom_only_the_parts_of_the_name_are_given_is_called_by_them() -> None:
    parts = {"id": "Q2", "schema": "Person", "properties": {"firstName": ["Odd"], "lastName": ["Brekne"]}}
    assert [*scanned(lines(parts), "Odd Brekne").found[0].names] == ["Odd Brekne"]


def test_who_is_not_near_is_not_kept() -> None:
    made = scanned(lines(*EVERYTHING), "Somebody Else")
    assert (made.found, made.persons) == ([], 2)


def test_a_relative_who_holds_an_office_of_their_own_is_an_entry() -> None:
    official = {**HUSBAND, "properties": {"name": ["Odd Veltran"], "topics": ["role.rca", "role.pep"]}}
    assert [found.key for found in scanned(lines(official)).found] == ["Q7"]


@pytest.mark.parametrize("data", [b'{"a": 1}\n', b"[1, 2]", b'[{"id": "a", "schema": "Person", "properties": {}}]'])
def test_json_of_another_kind_is_refused(data: bytes) -> None:
    with pytest.raises(UnsupportedInputError, match="entity"):
        form_of(data)


def test_claims_of_a_register_belong_to_it_and_accusations_are_alleged() -> None:
    data = FORMS["entities"]
    report = report_of(scanned(data), sha256_hex(data), Given(), "list.json")
    types = {claim.value: (claim.type, claim.status) for claim in report.claims}
    assert types["role.spy"] == ("affiliation", "alleged")
    assert types["took “the cod”"] == ("attributed-act", "alleged")
    assert types["Second Secretary"] == ("posting", "asserted")
    assert types["sanction"] == ("statement", "asserted")
    assert {claim.attribution[0].speaker for claim in report.claims} == {"nordic_list"}
    days = {claim.value: claim.when.text if claim.when else None for claim in report.claims}
    assert (days["FJ-22"], days["Second Secretary"]) == ("2022-03-01", None)
    assert report.published is not None
    assert report.published.text == "2024-05-06"
    named = report_of(scanned(data), sha256_hex(data), Given(source="The Fjord List"), "list.json")
    assert {claim.attribution[0].speaker for claim in named.claims} == {"The Fjord List"}


def test_two_entries_of_one_name_are_two(tmp_path: Path) -> None:
    again = {**ANNIKA, "id": "Q8"}
    data = lines(ANNIKA, again)
    report = report_of(scanned(data), sha256_hex(data), Given(), "list")
    assert len({entry.id for entry in report.entries}) == 2
    assert len({claim.id for claim in report.claims}) == len(report.claims)
