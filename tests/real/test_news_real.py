"""What the news grammar reads in real articles and in retold ones, by the scorers that came with them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from legation.extraction.news import extract_news
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.publishing.rows import report_rows
from legation.reading import read
from legation.vocabulary.states import Gazetteer

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
NEWS, SEEDS = SHARED / "data" / "news", SHARED / "data" / "seeds"
pytestmark = [pytest.mark.real, pytest.mark.skipif(not NEWS.exists(), reason="../shared is absent")]


def write(path: Path, out: Path, given: Given) -> None:
    document = read(path.read_bytes(), name=path.name)
    report = extract_news(document, given, Gazetteer.default())
    passages = [event.passage for event in report.events] + [claim.passage for claim in report.claims]
    assert all(passage.stands_in(document.text) for passage in passages)
    rows = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in report_rows(report))
    (out / f"{path.stem}.jsonl").write_text(rows, "utf-8")


def score(script: str, *arguments: str) -> Any:  # noqa: ANN401 - the scorer's JSON
    command = [sys.executable, str(SHARED / "evaluate" / script), *arguments]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def given_of(row: dict[str, Any]) -> Given:
    return Given(published=Edtf.parse(row["published"]))


def test_the_seeds_are_read_right(tmp_path: Path) -> None:
    for name in ("vsquare", "cnsnews"):
        write(SEEDS / f"{name}.txt", tmp_path, Given())
    found = score("score_seeds.py", str(SEEDS / "gold.jsonl"), str(tmp_path))
    assert (found["share"], found["negative_fires"], found["quotes_not_found"]) == (1.0, [], 0)
    assert (found["problems"], found["asserted_without_speaker"], found["layer_wrong"]) == (0, 0, 0)


def test_retold_reports_reach_the_bar(tmp_path: Path) -> None:
    for line in (NEWS / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        write(NEWS / f"{row['id']}.txt", tmp_path, given_of(row))
    found = score("score_news.py", str(NEWS / "gold.jsonl"), str(tmp_path))
    assert found["events"]["foreground"]["precision"] >= 0.95
    assert found["events"]["foreground"]["recall"] >= 0.90
    assert found["events"]["background"]["f1"] >= 0.85
    assert found["count_accuracy"] >= 0.97
    assert (found["date_accuracy"] >= 0.93, found["status_accuracy"] >= 0.93) == (True, True)
    assert (found["direction_accuracy"] >= 0.98, found["asserted_without_speaker"]) == (True, 0)
    assert (found["swapped"], found["executed_wrongly"], found["negative_fires"]) == (0, 0, 0)
    assert (found["quotes_not_found"], found["problems"]) == (0, 0)


def test_the_pages_yield_the_same_and_nothing_from_their_furniture(tmp_path: Path) -> None:
    for line in (NEWS / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["html"]:
            write(NEWS / f"{row['id']}.html", tmp_path, Given())
    found = score("score_news.py", str(NEWS / "gold.jsonl"), str(tmp_path), "--html")
    assert (found["furniture_fires"], found["negative_fires"]) == (0, 0)
    assert found["events"]["all"]["precision"] >= 0.95
    assert found["events"]["all"]["recall"] >= 0.85


def test_the_dispatch_gives_count_mission_day_and_deadline() -> None:
    document = read((NEWS / "31.txt").read_bytes(), name="31.txt")
    report = extract_news(document, Given(published=Edtf.parse("2022-04-04")), Gazetteer.default())
    (event,) = report.events
    assert (event.type, event.actor, event.target, event.mission) == ("expulsion", "DE", "RU", "RU/DE")
    assert (event.count, event.count_unit, event.status, event.deadline) == (40, "persons", "announced", "P5D")
    assert event.date is not None
    assert event.date.text == "2022-04-04"
