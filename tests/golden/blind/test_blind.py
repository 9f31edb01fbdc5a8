"""The lists that were written before the reader was run on them, kept: those that are pictures, and their number."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.golden.blind.lists import PICTURED, PRINTED
from tests.golden.measure import is_read_as_made
from tests.golden.truth import Printed

PACKS = Path(os.environ.get("TESSDATA_PREFIX", "/usr/share/tesseract-ocr/5/tessdata"))


def test_there_are_enough_lists_and_formats() -> None:
    formats = {each.name.rpartition(".")[2] for each in [*PRINTED, *PICTURED]}
    assert len(PRINTED) + len(PICTURED) >= 120
    assert formats >= {"html", "txt", "csv", "tsv", "pdf", "docx", "xlsx", "ods", "png", "tiff", "jpg"}


@pytest.mark.service
@pytest.mark.parametrize("printed", PICTURED, ids=lambda each: each.id)
def test_a_scan_is_read_as_it_was_made(printed: Printed) -> None:
    pytest.importorskip("tesserocr")
    if not all((PACKS / f"{name}.traineddata").is_file() for name in ("eng", "deu", "rus")):
        pytest.skip("tesseract's packs for English, German and Russian aren't here")
    is_read_as_made(printed)
