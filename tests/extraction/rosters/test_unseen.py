from __future__ import annotations

import io

import pytest
import xlsxwriter

from legation.extraction.rosters import extract_roster
from legation.model.sources import Given
from legation.reading import read
from tests.extraction.rosters.lists import GAZETTEER, check, roster_of


@pytest.mark.parametrize("rows", [{"Velmoria": ("Emo Tarbo", "Ivo Kost")}, {"Brannia": ("Emo Tarbo", "Ivo Kost")}])
def test_a_hidden_sheet_lists_people_only_of_missions_that_no_shown_sheet_has(rows: dict[str, tuple[str, ...]]) -> None:
    ((state, people),) = rows.items()
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for number, (of, names) in enumerate([("Velmoria", ("Arvo Tellin", "Rada Lind")), (state, people)]):
            sheet = book.add_worksheet()
            for row, each in enumerate([("Country", "Name", "Title"), *((of, name, "Counsellor") for name in names)]):
                sheet.write_row(row, 0, each)
            if number:
                sheet.hide()
    document = read(file.getvalue(), name="list.xlsx")
    roster = extract_roster(document, Given(receiving="AT"), GAZETTEER, name="list.xlsx")
    check(roster, document)
    listed = {each.name for each in roster.listings}
    assert listed == {"Arvo Tellin", "Rada Lind"} | (set(people) if state == "Brannia" else set())


def test_what_a_page_hides_on_a_narrow_screen_takes_nobody_off_its_list() -> None:
    roster = roster_of(
        """<h1>Embassy of Velmoria in Vienna</h1><table><tr><th>Name</th><th>Title</th><th>Since</th></tr>
        <tr><td>Arvo Tellin</td><td>Ambassador</td><td></td></tr>
        <tr><td>Rada Lind</td><td>Counsellor</td><td class="hidden md:table-cell">1 March 1995</td></tr></table>""",
        name="page.html",
    )
    assert [each.name for each in roster.listings] == ["Arvo Tellin", "Rada Lind"]
