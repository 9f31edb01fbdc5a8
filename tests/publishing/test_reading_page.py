from __future__ import annotations

from legation.extraction.rosters.explaining import Explanation, explain_roster
from legation.model.listings import Roster
from legation.model.sources import Given
from legation.publishing.reading_page import explanation_rows, render_reading
from legation.reading import read
from legation.vocabulary.states import Gazetteer

LIST = """<h1>Embassy of Kazakhstan</h1>
<table><tr><th>Name</th><th>Position</th><th>Spouse</th></tr>
<tr><td>Mr Tovik HALBRECHT</td><td>Counsellor</td><td>Orla Secretwife</td></tr>
<tr><td>Ms Runa &lt;b&gt; VESTERHOLM</td><td>Attaché</td><td></td></tr></table>
<p>Mr Adil QASYMOV</p><p>First Secretary</p><p>Mrs Aru QASYMOVA</p>"""
LINES = "BRAZIL\n\n" + "\n".join(
    f"Mr Given{n} NUMBER{n}\nSecond Secretary\nMrs Hidden{n} NUMBER{n}\n".replace(str(n), "abcdefgh"[n])
    for n in range(8)
)


def explained(text: str, name: str) -> tuple[str, Roster, Explanation]:
    document = read(text.encode(), name=name, charset="utf-8")
    roster, explanation = explain_roster(document, Given(), Gazetteer.default(), name=name)
    return render_reading(name, document, roster, explanation), roster, explanation


def test_every_listing_is_marked_and_stands_in_a_row() -> None:
    page, roster, _ = explained(LIST, "a.html")
    assert roster.listings
    assert all(f'id="row-{number}"' in page and f'href="#row-{number}"' in page for number in (1, 2))


def test_a_spouse_is_withheld_in_cells_and_on_lines() -> None:
    assert "Secretwife" not in explained(LIST, "a.html")[0]
    page, roster, explanation = explained(LINES, "a.txt")
    assert len(roster.listings) == 8
    assert "Hidden" not in page
    assert "withheld" in page
    assert not any("Hidden" in str(row["text"]) for row in explanation_rows("a.txt", explanation))


def test_foreign_markup_is_text_and_nothing_runs_or_loads() -> None:
    page, _, _ = explained(LIST + "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "a.html")
    assert "<script" not in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")


def test_the_reasons_name_structure_fields_day_and_residue() -> None:
    _, _, explanation = explained(LIST, "a.html")
    assert "one row is one person" in explanation.structure[0]
    assert any("called 'Spouse'" in each for each in explanation.fields)
    assert "--as-of" in explanation.edition[0]
    assert "were not understood" in explanation.residue[0]


def test_a_row_of_a_table_is_one_line_and_leads_to_its_row_and_back() -> None:
    page, _, _ = explained(LIST, "a.html")
    line = next(line for line in page.splitlines() if 'id="text-1"' in line)
    assert "HALBRECHT" in line
    assert "Counsellor" in line
    assert 'href="#text-1"' in page


def test_missions_that_print_nobody_are_told_together() -> None:
    people = "".join(f"Mr Abel {name}\nConsul\n\n" for name in ("BEE", "CEE", "DEE"))
    _, _, explanation = explained(f"BRAZIL\n\nTel.: 1\n\nCHILE\n\nTel.: 1\n\nPERU\n\n{people}", "a.txt")
    assert "2 × unobservable, because the section prints nobody: BRAZIL; CHILE." in explanation.edition
