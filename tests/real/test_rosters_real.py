"""The lists of the shared data against their gold, by the scorer's own rules."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import re
import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import openpyxl
import pytest

from legation.extraction.kinds import guess_kind
from legation.extraction.rosters import extract_roster
from legation.model.dates import Edtf
from legation.model.documents import Document
from legation.model.listings import Roster
from legation.model.sources import Given
from legation.publishing.rows import roster_rows
from legation.reading import lines_total, read
from legation.vocabulary.states import Gazetteer

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
GERMAN = SHARED / "data/rosters/de"
POSTINGS = SHARED / "data/postings"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
pytestmark = [pytest.mark.real, pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data is absent")]


@cache
def scorer() -> ModuleType:
    """The scorer, from its file."""
    folder = SHARED / "evaluate"
    sys.path.insert(0, str(folder))
    try:
        spec = importlib.util.spec_from_file_location("score_roster", folder / "score_roster.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer with the invented sending states of the pages."""
    with (POSTINGS / "states.csv").open(encoding="utf-8") as rows:
        own = [row for row in list(csv.reader(rows))[1:] if row[0].startswith("X")]
    return Gazetteer.default().with_states(own)


@cache
def read_and_extracted(path: Path, given: Given) -> tuple[Document, Roster]:
    document = read(path.read_bytes(), name=path.name)
    roster = extract_roster(document, given, gazetteer(), name=path.name)
    assert all(each.passage.stands_in(document.text) for each in (*roster.listings,))
    assert roster.edition.lines.total == lines_total(document)
    assert len({each.id for each in roster.listings}) == len(roster.listings)
    return document, roster


def rows_of(*rosters: Roster) -> list[dict[str, Any]]:
    return [json.loads(json.dumps(row)) for roster in rosters for row in roster_rows(roster)]


def gold_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(gold: Path, rows: list[dict[str, Any]]) -> dict[str, Any]:
    wanted = gold_of(gold)
    hidden = scorer().hidden_names(gold.parent / "not-listings.jsonl", wanted)
    result: dict[str, Any] = scorer().score(wanted, rows, hidden=hidden)
    return result


def german(day: str) -> Roster:
    return read_and_extracted(GERMAN / f"{day}.pdf", Given())[1]


def test_the_german_gold_is_reached() -> None:
    result = score(GERMAN / "gold.jsonl", rows_of(german("2022-04-08"), german("2022-04-26")))
    assert result["f1"] >= 0.995
    for field in ("title", "rank", "dates", "accompanied"):
        assert result["fields"][field]["accuracy"] >= 0.99
    assert (result["spouses_listed"], result["spouses_in_residue"]) == (0, 0)


def test_every_mission_of_the_german_list_has_its_number_of_listings() -> None:
    counted = Counter(each.mission for each in german("2022-04-26").listings)
    wanted = {row["mission"]: row["listings"] for row in gold_of(GERMAN / "counts.jsonl")}
    right = sum(counted[mission] == number for mission, number in wanted.items())
    assert right >= 0.99 * len(wanted)
    assert set(counted) <= set(wanted)


@pytest.mark.parametrize("path", sorted(GERMAN.glob("*.pdf")), ids=lambda path: path.stem)
def test_every_german_edition_has_its_printed_day_and_host(path: Path) -> None:
    edition = german(path.stem).edition
    assert edition.as_of is not None
    assert (edition.as_of.text, edition.as_of_basis) == (path.stem, "printed")
    assert (edition.receiving, edition.series, edition.complete) == ("DE", "list:DE", "yes")
    assert 1900 < len(german(path.stem).listings) < 2200


def test_benin_is_in_the_first_two_editions_only() -> None:
    counts = {
        day: Counter(each.mission for each in german(day).listings)["BJ/DE"]
        for day in ("2020-02-05", "2020-09-23", "2020-11-19", "2022-04-26")
    }
    assert counts == {"2020-02-05": 8, "2020-09-23": 7, "2020-11-19": 0, "2022-04-26": 0}
    assert "BJ/DE" not in {each.mission for each in german("2020-11-19").edition.missions}


def test_the_order_of_malta_has_two_sections_of_which_one_prints_nobody() -> None:
    for day, sections in (
        ("2020-02-05", [(0, "unobservable")]),
        ("2020-11-19", [(3, "complete"), (0, "unobservable")]),
    ):
        found = [each for each in german(day).edition.missions if each.mission == "SMOM/DE"]
        assert [(each.entries, each.coverage) for each in found] == sections


def test_the_united_nations_gold_is_reached() -> None:
    path = SHARED / "data/rosters/un/bluebook-2026-01-29.csv"
    _, roster = read_and_extracted(path, Given(as_of=Edtf.parse("2026-01-29"), receiving="UN"))
    result = score(path.parent / "gold.jsonl", rows_of(roster))
    assert result["f1"] >= 0.995
    for field in ("title", "rank", "dates", "accompanied", "given", "family", "honorific", "function"):
        assert result["fields"][field]["accuracy"] >= 0.99


def test_the_same_list_as_a_workbook_gives_the_same_listings() -> None:
    path = SHARED / "data/rosters/un/bluebook-2026-01-29.csv"
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Officials")
    with path.open(encoding="utf-8", newline="") as opened:
        for row in csv.reader(opened):
            sheet.append([date.fromisoformat(cell) if DAY.fullmatch(cell) else cell for cell in row])
    out = io.BytesIO()
    book.save(out)
    given = Given(as_of=Edtf.parse("2026-01-29"), receiving="UN")
    document = read(out.getvalue(), name="bluebook.xlsx")
    roster = extract_roster(document, given, gazetteer(), name="bluebook.xlsx")
    _, as_text = read_and_extracted(path, given)
    told = [(each.mission, each.name, each.title, each.rank, each.dates, each.section) for each in roster.listings]
    assert told == [
        (each.mission, each.name, each.title, each.rank, each.dates, each.section) for each in as_text.listings
    ]
    assert all(each.passage.cell is not None for each in roster.listings)
    assert score(path.parent / "gold.jsonl", rows_of(roster))["f1"] >= 0.995


def test_three_columns_of_participants_are_read() -> None:
    folder = SHARED / "data/rosters/unfccc"
    _, roster = read_and_extracted(folder / "cop11-part2-p1-60.pdf", Given())
    result = score(folder / "cop11-p3-43.jsonl", rows_of(roster))
    assert result["f1"] >= 0.99
    assert result["fields"]["title"]["accuracy"] >= 0.98


def test_leaders_of_the_world_are_read_row_by_row() -> None:
    path = SHARED / "data/rosters/world-leaders/2021-08-26.csv"
    _, roster = read_and_extracted(path, Given())
    with path.open(encoding="utf-8") as opened:
        wanted = [
            (" ".join(row["officeholderlabel"].split()), " ".join(row["positionlabel"].split()), row["start_year"])
            for row in csv.DictReader(opened)
        ]
    found = [(each.name, each.title, each.dates[0].value.text if each.dates else "") for each in roster.listings]
    assert found == wanted
    assert {each.mission_type for each in roster.listings} == {"other"}
    assert roster.edition.as_of_basis == "file-name"


def test_staff_pages_and_lists_of_heads_are_read_without_a_word_from_the_reporter() -> None:
    gold: dict[str, Counter[tuple[str, str]]] = {}
    for line in (POSTINGS / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        if '"listing-identity"' in line:
            row = json.loads(line)
            gold.setdefault(row["file"], Counter())[(row["mission"], row["name"])] += 1
    with (POSTINGS / "manifest.csv").open(encoding="utf-8") as opened:
        sample = [row for row in csv.DictReader(opened) if row["file"].endswith((".html", ".csv"))][::15]
    for row in sample:
        given = Given(sending=row["sending"]) if row["file"].endswith(".csv") else Given()
        document, roster = read_and_extracted(POSTINGS / row["file"], given)
        found = Counter((each.mission, each.name) for each in roster.listings if not each.vacant)
        assert found == gold.get(row["file"], Counter()), row["file"]
        if row["state"] == "ok":
            assert guess_kind(document, gazetteer()).kind == "list"
            assert roster.edition.as_of is not None
            assert roster.edition.as_of.text == row["as_of"]
            assert {each.coverage for each in roster.edition.missions} == {"complete"}
        else:
            assert "complete" not in {each.coverage for each in roster.edition.missions}
