from __future__ import annotations

from legation.reading.layout import Band, Piece
from legation.reading.wrapped import rows_together

LEFT, RIGHT = 60.0, 300.0


def band(*rows: tuple[float, str, str]) -> Band:
    """Rows of a name and a post at a height; an empty text is no piece."""
    made = [
        [Piece(x, top, x + 80, top + 9, 9, text) for x, text in ((LEFT, left), (RIGHT, right)) if text]
        for top, left, right in rows
    ]
    columns = tuple(tuple(piece for row in made for piece in row if piece.x0 == x) for x in (LEFT, RIGHT))
    return Band(made, (LEFT, RIGHT), columns)


def test_lines_that_stand_close_are_one_row_with_its_cells() -> None:
    found = rows_together(
        band(
            (100, "Ilo von", "First Secretary and"),
            (111, "Tarbo", "Head of"),
            (122, "", "Section"),
            (150, "Una Vesk", "Consul"),
            (180, "Emo Lund", "Deputy Defence"),
            (191, "", "Attaché"),
        )
    )
    assert found is not None
    assert [piece.text for piece in found] == [
        "Ilo von Tarbo\tFirst Secretary and Head of Section",
        "Una Vesk\tConsul",
        "Emo Lund\tDeputy Defence Attaché",
    ]


def test_rows_as_close_as_each_other_stay_rows() -> None:
    rows = [(100.0 + 12 * n, f"Ilo Tarbo {n}", "Consul") for n in range(6)]
    assert rows_together(band(*rows)) is None


def test_labels_and_values_stay_lines() -> None:
    assert (
        rows_together(
            band((100, "Address:", "Quay 4"), (111, "", "Port"), (150, "Hours:", "9 to 12"), (161, "", "Mon to Fri"))
        )
        is None
    )


def test_a_second_person_below_the_first_is_no_row_of_the_first() -> None:
    """Lists that print who accompanies somebody on a line below, in two columns of people."""
    found = rows_together(
        band(
            (100, "Herr Ilo Tarbo", "Herr Emo Lund"),
            (111, "I. Sekretär", "Attaché, Verwaltung"),
            (122, "Frau Una Vesk", ""),
            (150, "Frau Ada Brenn", "Herr Otto Marsk"),
            (161, "Attachée", "II. Sekretär"),
        )
    )
    assert found is None


def test_who_accompanies_a_person_stands_on_a_line_of_its_own_behind_the_row() -> None:
    found = rows_together(
        band(
            (100, "Mr Ilo Tarbo", "Ambassador Extraordinary,"),
            (111, "Mrs Una Tarbo", "Permanent Representative"),
            (150, "Ms Ada Brenn", "Counsellor"),
            (180, "Colonel Emo Lund", "Deputy Defence"),
            (191, "", "Attaché"),
        )
    )
    assert found is not None
    assert [piece.text for piece in found] == [
        "Mr Ilo Tarbo\tAmbassador Extraordinary, Permanent Representative",
        "Mrs Una Tarbo",
        "Ms Ada Brenn\tCounsellor",
        "Colonel Emo Lund\tDeputy Defence Attaché",
    ]
