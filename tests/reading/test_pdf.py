from __future__ import annotations

from time import perf_counter

import pytest

from legation.model.documents import Document, folded
from legation.reading import read
from tests.reading.printed import Put, columns, pdf, people


def lines(document: Document, page: int | None = None) -> list[str]:
    return [block.text for block in document.blocks if page in (None, block.page)]


def test_lines_follow_from_top_to_bottom_whatever_the_order_they_are_drawn_in() -> None:
    document = read(pdf([(240, 60, 8, "Republic of Qumar"), (260, 40, 12, "QUMAR"), (76, 90, 11, "Mr Ilo TARBO")]))
    assert lines(document) == ["QUMAR", "Republic of Qumar", "Mr Ilo TARBO"]
    assert (document.media_type, document.pages, document.state) == ("application/pdf", 1, "ok")


def test_a_line_tells_its_size_of_type_and_its_box_from_the_top_left() -> None:
    name, title = read(pdf([(76, 100, 11, "Mr Ilo TARBO"), (76, 112, 8, "First Secretary")])).blocks
    assert (name.size, title.size) == (11.0, 8.0)
    assert name.box is not None
    assert title.box is not None
    assert name.box[0] == pytest.approx(76, abs=0.2)
    assert 85 < name.box[1] < name.box[3] < 106
    assert name.box[3] <= title.box[1] + 3
    assert name.box[2] > name.box[0] + 50


def test_a_label_and_its_value_are_one_line_with_a_tab_between() -> None:
    labels: list[Put] = [(76, 90 + 16 * n, 9, f"{word}:") for n, word in enumerate(("Address", "Phone", "Fax", "Mail"))]
    values: list[Put] = [(197, 91 + 16 * n, 8, f"value {n}") for n in range(4)]
    assert lines(read(pdf([*labels, *values]))) == [
        "Address:\tvalue 0",
        "Phone:\tvalue 1",
        "Fax:\tvalue 2",
        "Mail:\tvalue 3",
    ]


def test_pieces_of_one_line_are_joined_by_a_space() -> None:
    assert lines(read(pdf([(76, 100, 10, "Mr Ilo"), (106.5, 100, 10, "TARBO")]))) == ["Mr Ilo TARBO"]


@pytest.mark.parametrize("by_row", [False, True])
def test_three_columns_are_read_one_after_the_other_also_when_they_are_drawn_row_by_row(by_row: bool) -> None:
    texts = [people(1, 12), people(13, 12), people(25, 9)]
    document = read(pdf(columns(texts, lefts=(60, 220, 380), by_row=by_row)))
    assert lines(document) == [line for column in texts for line in column]


@pytest.mark.parametrize("by_row", [False, True])
def test_two_columns_below_a_heading_across_the_page(by_row: bool) -> None:
    heading: list[Put] = [(120, 60, 14, "LIST OF THE DIPLOMATIC CORPS IN TEMBURONG, MAY 2019")]
    texts = [people(1, 10), people(11, 10)]
    document = read(pdf(heading + columns(texts, lefts=(60, 310), by_row=by_row)))
    assert lines(document) == [heading[0][3], *texts[0], *texts[1]]


def test_columns_whose_lines_stand_at_different_heights() -> None:
    left, right = people(1, 10), people(11, 10)
    puts = columns([left], lefts=(60,), by_row=False) + columns([right], lefts=(310,), by_row=False, top=107)
    assert lines(read(pdf(puts))) == [*left, *right]


def test_a_last_page_with_few_lines_keeps_the_columns_of_the_pages_before() -> None:
    full = columns([people(1, 10), people(11, 10)], lefts=(60, 310), by_row=True, top=200)
    last = columns([people(21, 10), people(31, 1)], lefts=(60, 310), by_row=True, top=200)
    document = read(pdf(full, full, last))
    assert lines(document, 3) == [*people(21, 10), *people(31, 1)]


def test_rows_of_a_table_stay_rows() -> None:
    rows = [("Mr Ilo TARBO", "First Secretary", "03.02.2021"), ("Ms Ana OREL", "Attaché", "05.07.2020")] * 4
    puts: list[Put] = [
        (left, 100 + 16 * n, 9, text)
        for n, row in enumerate(rows)
        for left, text in zip((60, 200, 430), row, strict=True)
    ]
    assert lines(read(pdf(puts)))[0] == "Mr Ilo TARBO\tFirst Secretary\t03.02.2021"


def test_lines_that_come_back_on_each_page_are_headers_and_footers() -> None:
    pages = [
        [(60, 40, 9, "Diplomatic List"), (60, 90, 10, f"Mr Person {word}"), (280, 810, 9, f"Page {n}")]
        for n, word in enumerate(("ONE", "TWO", "THREE", "FOUR"), start=1)
    ]
    document = read(pdf(*pages))
    assert [block.kind for block in document.blocks] == ["header", "paragraph", "footer"] * 4


def test_what_comes_back_below_a_line_of_the_pages_own_is_no_header() -> None:
    pages = [[(260, 40, 12, name), (60, 70, 9, "Chancery:"), (60, 300, 9, "x")] for name in ("QUMAR", "ELBONIA", "SAN")]
    assert {block.kind for block in read(pdf(*pages)).blocks} == {"paragraph"}


def test_a_word_broken_at_the_end_of_a_line_leaves_two_lines() -> None:
    document = read(pdf([(60, 100, 9, "Embassy of the Republic of Sorel-"), (60, 111, 9, "Tracy and Qumar")]))
    assert lines(document) == ["Embassy of the Republic of Sorel-", "Tracy and Qumar"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_what_runs_across_the_turned_page_is_kept_at_its_end(turn: int) -> None:
    document = read(pdf([(60, 100, 9, "Mr Ilo TARBO"), (60, 115, 9, "Attaché")], turn=turn))
    assert sorted(lines(document)) == ["Attaché", "Mr Ilo TARBO"]
    width, height = (842, 595) if turn != 180 else (595, 842)
    for block in document.blocks:
        assert block.box is not None
        assert 0 <= block.box[0] <= block.box[2] <= width
        assert 0 <= block.box[1] <= block.box[3] <= height


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(turn: int) -> None:
    puts = columns([people(1, 10), people(11, 10)], lefts=(60, 310), by_row=True)
    turned, plain = read(pdf(puts, turn=turn, upright=True)), read(pdf(puts))
    assert lines(turned) == lines(plain)
    for one, other in zip(turned.blocks, plain.blocks, strict=True):
        assert one.box == pytest.approx(other.box, abs=0.2)
        assert one.size == other.size


def test_a_locked_pdf_is_encrypted() -> None:
    document = read(pdf([(60, 100, 9, "x")], password="secret"))
    assert document.state == "encrypted"
    assert "password" in document.notes[0]


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_half_a_pdf_is_truncated_and_says_so(share: float) -> None:
    whole = pdf(*([(60, 100 + n, 9, f"line {n}")] for n in range(20)))
    document = read(whole[: int(len(whole) * share)])
    assert document.state == "truncated"
    assert "whole file" in document.notes[0]


def test_pages_are_found_where_the_list_of_them_is_cut_off() -> None:
    whole = pdf(*([(60, 100 + n, 9, f"line {n}")] for n in range(20)))
    cut = whole[: whole.index(b"\nxref")].replace(b"/Type /Pages", b"/Type /Other")
    document = read(cut)
    assert lines(document) == [f"line {n}" for n in range(20)]
    assert (document.state, document.pages) == ("truncated", 20)
    assert lines(document, 3) == ["line 2"]


def test_where_no_page_is_found_the_note_says_what_may_save_some() -> None:
    document = read(b"%PDF-1.7\n1 0 obj\n<</Type /Font>>\nendobj\n")
    assert (document.state, document.coverage) == ("truncated", 0.0)
    assert "repair" in document.notes[0]


def test_page_types_without_end_take_no_time() -> None:
    began = perf_counter()
    read(b"%PDF-1.7\n" + b"1 0 obj <<" * 200_000 + b"/Type/Page" * 20_000)
    assert perf_counter() - began < 5


def test_a_pdf_without_text_is_empty_and_the_note_names_the_next_step() -> None:
    document = read(pdf([], []))
    assert (document.state, document.pages) == ("empty", 2)
    assert "OCR" in document.notes[0]


def test_every_passage_is_found_again() -> None:
    document = read(pdf(columns([people(1, 12), people(13, 12)], lefts=(60, 310), by_row=True)))
    for block in document.blocks:
        passage = document.passage(block)
        assert passage.page == 1
        assert passage.stands_in(document.text)
    assert folded(document.text) == " ".join(folded(block.text) for block in document.blocks)
