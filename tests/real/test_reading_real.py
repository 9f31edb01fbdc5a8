"""Reading on real files: every quote is found again, columns come one after the other, states are told."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from legation.model.documents import Document, folded
from legation.reading import lines_total, read

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not here"),
]
GERMAN = sorted((SHARED / "rosters" / "de").glob("*.pdf"))
STATES = {"names-gone": "list-removed"}


def load(*parts: str) -> Document:
    path = SHARED.joinpath(*parts)
    return read(path.read_bytes(), name=path.name)


def check_places(document: Document) -> None:
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        assert document.passage(block).stands_in(document.text)
    assert lines_total(document) >= len(document.blocks)


@pytest.mark.parametrize("path", GERMAN[-2:], ids=lambda path: path.stem)
def test_names_and_titles_of_a_ministrys_list_follow_each_other_on_their_page(path: Path) -> None:
    document = read(path.read_bytes())
    check_places(document)
    assert (document.state, document.coverage) == ("ok", 1.0)
    assert document.pages is not None
    assert document.pages > 300
    pages: dict[int, str] = {}
    for block in document.blocks:
        assert block.page is not None
        assert block.box is not None
        assert block.size
        pages[block.page] = f"{pages.get(block.page, '')} {folded(block.text)}"
    gold = [json.loads(line) for line in (path.parent / "gold.jsonl").read_text("utf-8").splitlines()]
    rows = [row for row in gold if row["edition"] == path.stem]
    lost = []
    for row in rows:
        text = pages[row["page"]] + pages.get(row["page"] + 1, "")
        # A placeholder may stand between the name and the title.
        pattern = re.escape(row["name"]) + ".{0,6} " + re.escape(folded(row["title"])[:20])
        if not re.search(pattern, text):
            lost.append((row["page"], row["order"]))
    assert rows
    assert lost == []


def test_three_columns_are_read_in_the_order_of_the_hand_made_list() -> None:
    document = load("rosters", "unfccc", "cop11-part2-p1-60.pdf")
    check_places(document)
    text = " ".join(folded(block.text) for block in document.blocks if block.kind == "paragraph")
    gold = (SHARED / "rosters" / "unfccc" / "cop11-p3-43.jsonl").read_text("utf-8").splitlines()
    place, lost = 0, 0
    for line in gold:
        row = json.loads(line)
        found = text.find(folded(f"{row['name']} {(row['title'] or '').replace('; ', ' ')}"), place)
        lost += found < 0
        place = max(place, found)
    assert lost <= len(gold) * 0.01
    assert sum(block.kind == "header" for block in document.blocks) >= 2 * 58


def test_a_table_of_an_organization_has_all_its_cells() -> None:
    document = load("rosters", "un", "bluebook-2026-01-29.csv")
    check_places(document)
    with (SHARED / "rosters" / "un" / "bluebook-2026-01-29.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    cells = {block.cell: block.text for block in document.blocks}
    assert cells == {
        (0, row, column): folded(cell)
        for row, record in enumerate(rows)
        for column, cell in enumerate(record)
        if cell.strip()
    }


def test_the_state_of_every_capture_is_told_from_its_bytes() -> None:
    base = SHARED / "postings"
    wrong = []
    with (base / "manifest.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            document = read((base / row["file"]).read_bytes(), name=Path(row["file"]).name)
            if document.state != STATES.get(row["state"], row["state"]) or document.coverage < 0.95:
                wrong.append((row["file"], row["state"], document.state))
    assert wrong == []


@pytest.mark.parametrize("path", sorted((SHARED / "news").glob("*.html")), ids=lambda path: path.stem)
def test_a_report_inside_its_page_keeps_every_word(path: Path) -> None:
    page, plain = read(path.read_bytes()), read(path.with_suffix(".txt").read_bytes())
    check_places(page)
    check_places(plain)
    assert plain.text == path.with_suffix(".txt").read_text("utf-8")
    assert page.state == "ok"
    assert page.coverage == 1.0
    text = folded(page.text)
    lost = [block.text for block in plain.blocks if folded(block.text) not in text]
    assert lost == []
