"""A whole case from real lists and reports, through the commands, scored by the yardstick beside the repository."""

from __future__ import annotations

import hashlib
import html
import json
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.cli.world import command

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
LISTS, NEWS, SEEDS = SHARED / "data/rosters/de", SHARED / "data/news", SHARED / "data/seeds"

pytestmark = [
    pytest.mark.real,
    pytest.mark.timeout(900),
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data isn't here"),
]

OUTPUTS = {
    "postings-on-2022-04-26": ("postings", "--on", "2022-04-26"),
    "changes-ru": ("changes", "--mission", "RU/DE", "--from", "2022-02-03", "--to", "2022-04-26"),
    "changes-bj": ("changes", "--mission", "BJ/DE", "--from", "2020-02-05", "--to", "2022-04-26"),
    "changes-smom": ("changes", "--mission", "SMOM/DE", "--from", "2020-02-05", "--to", "2022-04-26"),
    "tally": ("tally", "--mission", "RU/DE"),
    "sums": ("tally",),
}


@pytest.fixture(scope="module")
def berlin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    case = tmp_path_factory.mktemp("real") / "berlin"
    assert command("init", case).code == 0
    assert command("add", "--case", case, *sorted(LISTS.glob("*.pdf"))).code == 0
    assert command("add", "--case", case, *sorted(SEEDS.glob("*.txt"))).code == 0
    assert command("add", "--case", case, NEWS / "31.txt", "--published", "2022-04-04").code == 0
    assert command("build", "--case", case).code == 0
    return case


@pytest.fixture(scope="module")
def outputs(berlin: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("outputs")
    for name, words in OUTPUTS.items():
        ran = command(*words, "--case", berlin, "--jsonl")
        assert ran.code == 0
        (folder / f"{name}.jsonl").write_text(ran.out, encoding="utf-8")
    return folder


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / f"{name}.jsonl").read_text("utf-8").splitlines()]


def test_the_yardstick_finds_everything_right(outputs: Path) -> None:
    script = [sys.executable, str(SHARED / "evaluate/score_case.py"), str(LISTS / "case-gold.json"), str(outputs)]
    scored = subprocess.run([*script, "--strict"], capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout


def test_words_find_the_mission(berlin: Path) -> None:
    found = command("missions", "russian embassy berlin", "--case", berlin, "--jsonl").rows
    assert [(row["id"], len(row["editions"])) for row in found] == [("RU/DE", 14)]


def test_on_a_day_those_listed_are_certain(berlin: Path) -> None:
    found = command("postings", "--mission", "RU/DE", "--on", "2022-04-26", "--case", berlin, "--jsonl").rows
    assert [row["on"] for row in found] == ["certain"] * 80


def test_between_two_editions_some_left_and_nobody_joined(berlin: Path) -> None:
    words = ("changes", "--mission", "RU/DE", "--from", "2022-04-08", "--to", "2022-04-26")
    found = command(*words, "--case", berlin, "--jsonl").rows
    moved = [row["change"] for row in found if row["change"] in ("left", "joined")]
    assert moved == ["left"] * 24


LOOKED_UP = frozenset(
    {
        "0357333c9aafe88d",
        "093bdd48c1b0d52c",
        "0d30ea529bf5153e",
        "118a9e530ade24cd",
        "37a1775430c87cb1",
        "4bbb7bd6f338d35f",
        "4c37df86ff3c735b",
        "699ca357361d115f",
        "84bbd7e487f83f8c",
        "85575e87a04ae8d2",
        "92c261e45b12dbb5",
        "940b8446d86845ca",
        "ab9289711aa7c11b",
        "af7614a130107bef",
        "bf63b75aacdb0e5e",
        "c5557c3095b7bb4a",
        "c7695790a7ae83ff",
        "ceba270243a73db0",
        "d105a2475cb2d751",
        "dcd977f843eed671",
        "e9077e84008c95e3",
    }
)
"""Digests of mission, predecessor and successor of heads that were looked up by eye in the pages of the lists."""


def test_heads_that_were_looked_up_by_eye_follow_each_other(berlin: Path) -> None:
    every = command("successions", "--case", berlin, "--jsonl").rows
    found = [row for row in every if row["slot"] == "head" and row["mission"].endswith("/DE")]
    digests = {
        hashlib.sha256(
            f"{row['mission']}|{row['predecessor']['label']}|{row['successor']['label']}".encode()
        ).hexdigest()[:16]
        for row in found
    }
    assert digests >= LOOKED_UP
    assert len(found) >= 2 * len(LOOKED_UP), "all missions' heads over two years"
    assert all(row["certainty"] in ("single-seat", "likely") for row in found)


def test_a_second_build_finds_nothing_new(berlin: Path) -> None:
    again = command("build", "--case", berlin, "--jsonl")
    assert "nothing new" in again.err
    assert again.rows[0]["read"] == 0


def test_a_correction_is_honored_and_taken_back(berlin: Path, outputs: Path) -> None:
    posting = next(row for row in rows(outputs, "postings-on-2022-04-26") if row["mission"] == "RU/DE")
    line = posting["derivation"][0]["inputs"][-1]["id"]

    def titles() -> str:
        found = command("postings", "--person", posting["person"]["id"], "--case", berlin, "--jsonl").rows
        return next(str(row["title"]) for row in found if row["mission"] == "RU/DE")

    assert command("correct", line, "title=Gesandter", "--why", "a trial", "--case", berlin).code == 0
    command("build", "--case", berlin)
    assert titles() == "Gesandter"
    assert command("undo", "--case", berlin).code == 0
    command("build", "--case", berlin)
    assert titles() == posting["title"]


def test_why_shows_the_line_on_its_page(berlin: Path, outputs: Path, tmp_path: Path) -> None:
    posting = next(row for row in rows(outputs, "postings-on-2022-04-26") if row["mission"] == "RU/DE")
    clip = tmp_path / "clip.png"
    reason = command("why", posting["id"], "-o", clip, "--case", berlin, "--jsonl").rows[0]
    assert clip.read_bytes().startswith(b"\x89PNG")
    assert [passage["page"] for passage in reason["passages"]] == [passage["page"] for passage in posting["passages"]]


def test_no_row_about_a_person_says_what_no_source_says_of_them(berlin: Path, outputs: Path, tmp_path: Path) -> None:
    said = re.compile("expel|ausgewiesen|persona non grata", re.IGNORECASE)
    everything = [row for name in OUTPUTS for row in rows(outputs, name)]
    everything += command("persons", "--case", berlin, "--jsonl").rows
    event = next(row["event"] for row in rows(outputs, "tally"))
    everything += command("remaining", event, "--case", berlin, "--jsonl").rows
    about = [row for row in everything if row["kind"] in ("posting", "change", "person", "remaining")]
    about += [step for row in everything if row["kind"] == "tally" for step in row["steps"]]
    assert len(about) > 4000
    assert [row for row in about if said.search(json.dumps(row, ensure_ascii=False))] == []
    for form, path in (("csv", "tables"), ("xlsx", "book.xlsx"), ("page", "page.html")):
        assert command("export", form, "-o", tmp_path / path, "--case", berlin).code == 0
    book = load_workbook(tmp_path / "book.xlsx", read_only=True)
    for name in ("postings", "changes", "presence", "tally"):
        assert said.search((tmp_path / "tables" / f"{name}.csv").read_text("utf-8-sig")) is None
        assert [text for text in texts_in(book[name].values) if said.search(text)] == []
    book.close()
    page = (tmp_path / "page.html").read_text("utf-8")
    sections = re.findall(r'<section id="(?:tallies|mission-\d+)".*?</section>', page, re.DOTALL)
    assert len(sections) >= 2
    assert [section[:40] for section in sections if said.search(section)] == []


def texts_in(cells: Iterable[Iterable[object]]) -> Iterator[str]:
    return (cell for row in cells for cell in row if isinstance(cell, str))


def strings_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings_in(inner)


def hidden_in(texts: Iterable[str]) -> set[str]:
    """The hashes of lines that name a spouse, of all runs of two to seven words in these texts."""
    rows = [json.loads(line) for line in (LISTS / "not-listings.jsonl").read_text("utf-8").splitlines()]
    (salt,) = {row["salt"] for row in rows}
    hidden = {row["sha256"] for row in rows}
    found: set[str] = set()
    seen: set[tuple[str, ...]] = set()
    for text in set(texts):
        words = unicodedata.normalize("NFC", text).casefold().replace(",", " ").replace(";", " ").split()
        for count in range(2, 8):
            for start in range(len(words) - count + 1):
                run = tuple(words[start : start + count])
                if run not in seen:
                    seen.add(run)
                    found.add(hashlib.sha256((salt + " ".join(run)).encode()).hexdigest())
    return found & hidden


def test_no_spouse_stands_in_anything_that_leaves_the_case(berlin: Path, tmp_path: Path) -> None:
    gold = [json.loads(line) for line in (LISTS / "gold.jsonl").read_text("utf-8").splitlines()]
    listed_too = hidden_in(str(row["name"]) for row in gold)
    printed = command("read", LISTS / "2022-04-26.pdf", "--jsonl").rows
    control = hidden_in(str(row["text"]) for row in printed if row["kind"] == "block")
    assert len(control) > 200, "the lines are in the list itself, and this way of looking finds them"

    for form, path in (("csv", "tables"), ("xlsx", "book.xlsx"), ("page", "page.html")):
        assert command("export", form, "-o", tmp_path / path, "--case", berlin).code == 0
    page = re.sub(r"data:image[^\"]*", "", (tmp_path / "page.html").read_text("utf-8"))
    texts = [html.unescape(re.sub(r"<[^>]+>", "\n", page))]
    texts += [path.read_text("utf-8-sig") for path in (tmp_path / "tables").iterdir()]
    with closing(load_workbook(tmp_path / "book.xlsx", read_only=True)) as book:
        texts += [text for sheet in book for text in texts_in(sheet.values)]
    for words in (("postings",), ("changes",), ("persons",), ("remaining", "EVENT"), ("status",), ("captures",)):
        event = next(row["event"] for row in command("tally", "--mission", "RU/DE", "--case", berlin, "--jsonl").rows)
        ran = command(*(event if word == "EVENT" else word for word in words), "--case", berlin, "--jsonl")
        texts += [text for row in ran.rows for text in strings_in(row)]
    assert hidden_in(line for text in texts for line in text.splitlines()) <= listed_too


def test_the_page_holds_the_answers_and_asks_no_network(berlin: Path, tmp_path: Path) -> None:
    assert command("export", "page", "-o", tmp_path / "berlin.html", "--case", berlin).code == 0
    page = (tmp_path / "berlin.html").read_text("utf-8")
    assert "differ by 2" in page
    assert 'src="data:image/png' in page
    assert not list(_outside(page))


def _outside(page: str) -> Iterator[str]:
    """Addresses from which a browser would fetch something by itself."""
    for match in re.finditer(r"""(?:src|srcset|action|poster)\s*=\s*["']?(https?:|//)""", page):
        yield match[0]
    for match in re.finditer(r"<(?:link|script|iframe|object|embed)\b", page):
        yield match[0]
