import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import UnsupportedInputError, UsageError
from legation.extraction.registers import form_of, report_of
from legation.model.keys import sha256_hex
from legation.model.sources import Given
from legation.reading import read
from tests.extraction.registers.written import scanned

ALUMNI = "Full Name;Class of;Faculty;Born\nAnnika Veltran;1993;Languages;02.03.1971\n\nOdd  Brekne;1990;;\n"
SANCTIONS = (
    "Consolidated list;;\n\nLast name,First name,Nationality,Date of birth,Listed on,Reason,Address\n"
    '"Veltran","Annika","Norway","1971","01/03/2022","took, she said, the cod","1 Quay Street"\n'
)
SIMPLE = (
    "id,schema,name,aliases,birth_date,countries,sanctions,dataset,first_seen,last_seen\n"
    'Q1,Person,Annika Veltran,"A. Veltran;Анника Вельтран",1971-03-02,no;se,FJ-22,Fjords;Lakes,2020-01-02,2024-01-01\n'
    "Q2,Vessel,Annika Veltran,,,,,,,\n"
)


def said(text: str, columns: str | None = None) -> dict[str, str]:
    (found, *_) = scanned(text.encode(), columns=columns).found
    return {one.field: one.value for one in found.said}


def test_headers_tell_who_is_meant_and_what_is_said() -> None:
    made = scanned(ALUMNI.encode())
    assert [[*found.names] for found in made.found] == [["Annika Veltran"], ["Odd Brekne"]]
    assert made.found[0].born == "1971-03-02"
    assert said(ALUMNI) == {"education": "Languages"}
    assert [found.line for found in made.found] == [2, 4]


def test_a_header_may_stand_below_a_title_and_names_in_parts() -> None:
    (found,) = scanned(SANCTIONS.encode()).found
    assert [*found.names] == ["Annika Veltran"]
    assert [*found.countries] == ["NO"]
    assert found.listed == "2022"  # which of 01 and 03 is the month isn't told
    assert said(SANCTIONS) == {"reason": "took, she said, the cod"}


def test_a_table_of_opensanctions_is_read_and_other_things_than_persons_are_left_out() -> None:
    (found,) = scanned(SIMPLE.encode()).found
    assert (found.key, found.born, found.listed) == ("Q1", "1971-03-02", "2020-01-02")
    assert [*found.names] == ["Annika Veltran", "A. Veltran", "Анника Вельтран"]
    assert [*found.countries] == ["NO", "SE"]
    assert [*found.datasets] == ["Fjords", "Lakes"]


@pytest.mark.parametrize("header", ["Notes", "Remarks", "Other Information", "Summary", "description", "Примечание"])
def test_a_column_of_free_text_is_never_taken(header: str) -> None:
    table = f"Full Name;Position;{header}\nAnnika Veltran;Envoy;Married to Odd, 1 Quay Street, passport N1234567\n"
    assert said(table) == {"position": "Envoy"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("text", [ALUMNI, SANCTIONS])
def test_every_passage_is_the_one_that_reading_the_file_gives(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    report = report_of(scanned(data), sha256_hex(data), Given(), "list.csv")
    document = read(data, name="list.csv")
    places = {(block.cell, block.start, block.text) for block in document.blocks}
    assert report.claims
    for claim in report.claims:
        assert claim.passage.stands_in(document.text)
        assert (claim.passage.cell, claim.passage.start, claim.passage.quote) in places


def test_a_row_with_more_cells_than_the_header_is_told_and_the_rest_is_kept() -> None:
    made = scanned((ALUMNI + "A;b;c;d;e\nx;;;\nIda Norrin;1;2;3\n").encode())
    assert [(one.line, one.says.split()[0]) for one in made.damages] == [(5, "it"), (6, "no")]
    assert [*made.found[-1].names] == ["Ida Norrin"]


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    rows = "".join(f"Odd Brekne,{number}\n" for number in range(60))
    made = scanned(f'name,position\n"Annika Veltran,Envoy\n{rows}'.encode())
    assert made.records == 61


def test_the_reporter_may_say_which_column_is_which() -> None:
    table = "who;what\nAnnika Veltran;Envoy\n"
    with pytest.raises(UnsupportedInputError, match=r"who, what.*--columns"):
        form_of(table.encode())
    assert said(table, "name=who,position=what") == {"position": "Envoy"}


@pytest.mark.parametrize("columns", ["who=name", "name", "name=nobody"])
def test_a_column_or_field_that_there_is_not_is_refused(columns: str) -> None:
    with pytest.raises(UsageError, match="columns"):
        form_of(b"who;what\nAnnika Veltran;Envoy\n", columns)


def test_running_text_is_no_register() -> None:
    with pytest.raises(UnsupportedInputError, match="separator"):
        form_of(b"Once upon a time there was an embassy.\n")


ENTITY = (
    b'{"id": "a", "schema": "Person",',
    b'"properties": {"name": ["Odd Brekne", 1, null, {"schema": "Sanction"}]}}\n',
)
STATEMENTS = b"canonical_id,entity_id,prop,schema,value\n", b"Q1,Q1,name,Person,Odd Brekne\n"
SIGNS = b"{", b'"', b"\n", b",", b"\x00", b"\xff\xfe", b"[" * 400, b"\xef\xbb\xbf", b"\r", b"\xe2\x80\xa8"
PIECES = st.sampled_from([*ENTITY, *STATEMENTS, *SIGNS, b"name,position\n", b"Annika Veltran"])


@given(st.lists(PIECES, max_size=12).map(b"".join))
def test_whatever_a_file_holds_it_is_read_or_refused(data: bytes) -> None:
    try:
        made = scanned(data)
    except (UnsupportedInputError, UsageError):
        return
    report = report_of(made, sha256_hex(data), Given(), "list")
    assert len(report.entries) == len(made.found)
