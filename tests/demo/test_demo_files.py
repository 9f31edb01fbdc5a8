import csv
import sys
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[2]
DEMO = Path(str(files("legation"))) / "demo"


def names_on(page: str) -> int:
    return (DEMO / "pages" / page).read_text(encoding="utf-8").count("<tr><td>")


def test_the_generator_makes_the_shipped_bytes_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(REPOSITORY / "tools"))
    import_module("make_demo").make(tmp_path)
    sys.modules.pop("make_demo")
    made = sorted(path.relative_to(tmp_path) for path in tmp_path.rglob("*") if path.is_file())
    assert made == sorted(path.relative_to(DEMO) for folder in ("pages", "lists") for path in (DEMO / folder).iterdir())
    assert all((tmp_path / path).read_bytes() == (DEMO / path).read_bytes() for path in made)


def test_the_manifest_names_every_page_list_and_article_and_nothing_else() -> None:
    with (DEMO / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        named = {row["file"] for row in csv.DictReader(lines)}
    kept = {f"{path.parent.name}/{path.name}" for path in DEMO.glob("*/*") if path.is_file()}
    assert named == kept


def test_the_third_capture_shows_61_names_and_the_last_none() -> None:
    pages = [f"{day}.html" for day in ("2018-02-06", "2018-08-14", "2019-02-04", "2019-06-18")]
    assert [names_on(page) for page in pages] == [58, 60, 61, 0]


def test_the_demo_is_small() -> None:
    assert sum(path.stat().st_size for path in DEMO.rglob("*") if path.is_file()) < 1_000_000
