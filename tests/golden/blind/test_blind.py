"""The lists that were written before the reader was run on them, kept: each is read as its truth says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.golden.blind.couples import COUPLES
from tests.golden.blind.last import LAST, LAST_SCANS
from tests.golden.blind.later import LATER, LATER_SCANS
from tests.golden.blind.ministries import MINISTRIES
from tests.golden.blind.papers import PAPERS, SCANS
from tests.golden.blind.portals import PORTALS
from tests.golden.blind.sites import SITES
from tests.golden.measure import measured, roster_of, summed
from tests.golden.truth import Printed

LISTS = [make() for make in (*SITES, *PAPERS, *LATER, *LAST, *PORTALS, *MINISTRIES, *COUPLES)]
PICTURED = [make() for make in (*SCANS, *LATER_SCANS, *LAST_SCANS)]
PACKS = Path(os.environ.get("TESSDATA_PREFIX", "/usr/share/tesseract-ocr/5/tessdata"))


def test_there_are_enough_lists_and_formats() -> None:
    formats = {each.name.rpartition(".")[2] for each in [*LISTS, *PICTURED]}
    assert len(LISTS) + len(PICTURED) >= 120
    assert formats >= {"html", "txt", "csv", "tsv", "pdf", "docx", "xlsx", "ods", "png", "tiff", "jpg"}


@pytest.mark.parametrize("printed", LISTS, ids=lambda each: each.id)
def test_a_list_is_read_as_it_was_made(printed: Printed) -> None:
    _is_read(printed)


@pytest.mark.service
@pytest.mark.parametrize("printed", PICTURED, ids=lambda each: each.id)
def test_a_scan_is_read_as_it_was_made(printed: Printed) -> None:
    pytest.importorskip("tesserocr")
    if not all((PACKS / f"{name}.traineddata").is_file() for name in ("eng", "deu", "rus")):
        pytest.skip("tesseract's packs for English, German and Russian aren't here")
    _is_read(printed)


def test_all_lists_together_are_read_nearly_without_error() -> None:
    f1, fields = summed([measured(printed) for printed in LISTS])
    assert f1 >= 0.99
    assert {field: share for field, share in fields.items() if share < 0.97} == {}


@pytest.mark.parametrize("printed", [each for each in LISTS if each.as_of], ids=lambda each: each.id)
def test_the_day_that_a_list_prints_is_its_edition_s(printed: Printed) -> None:
    day = roster_of(printed).edition.as_of
    assert day is not None
    assert day.text == printed.as_of


def _is_read(printed: Printed) -> None:
    score = measured(printed)
    assert score.f1 >= 0.95, "\n".join(score.errors[:10])
    listed = {each.name for each in roster_of(printed).listings}
    assert not listed & (set(printed.never) - {row["name"] for row in printed.rows if isinstance(row["name"], str)})
