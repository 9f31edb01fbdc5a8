from __future__ import annotations

from pathlib import Path

import pytest

from legation.vocabulary.ocr_packs import PAGES, USUAL_PAGES, known_packs, ocr_version, packs_found, pages_read


def test_packs_are_those_that_lie_in_the_first_folder_with_any(tmp_path: Path) -> None:
    empty, full = tmp_path / "empty", tmp_path / "full"
    empty.mkdir()
    full.mkdir()
    for name in ("rus", "deu", "osd"):
        (full / f"{name}.traineddata").touch()
    found = packs_found([str(empty), str(full)])
    assert found is not None
    assert found[0] == str(full)
    assert {pack.name for pack in found[1]} == {"rus", "deu"}


def test_no_folder_with_packs_gives_none(tmp_path: Path) -> None:
    assert packs_found([str(tmp_path)]) is None


def test_the_version_names_packs_that_are_known_or_none() -> None:
    names = ocr_version().removeprefix("ocr-").split("-")
    assert set(names) <= {"none", *(pack.name for pack in known_packs())}


def test_the_environment_says_how_many_pages_of_a_scan_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PAGES, raising=False)
    assert pages_read() == USUAL_PAGES
    monkeypatch.setenv(PAGES, "25")
    assert pages_read() == 25
    assert ocr_version() == "ocr-none" or ocr_version().endswith("-p25")
    monkeypatch.setenv(PAGES, "many")
    assert pages_read() == USUAL_PAGES
