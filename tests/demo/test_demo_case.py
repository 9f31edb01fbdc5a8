import re
from importlib.resources import files
from pathlib import Path

import pytest

from legation.pipeline.demo import demo
from legation.pipeline.exporting.leaving import content_of
from legation.publishing.content import Content
from legation.publishing.page import render_page
from legation.publishing.tables import csv_bytes, sheets
from legation.reading import read
from legation.store.case import Case

SMALLEST_NAME_SIZE = 9.5
"""Points; the lists of the demo print spouses smaller."""


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    folder = tmp_path_factory.mktemp("demo") / "case"
    demo(folder)
    with Case.open(folder) as case:
        return content_of(case)


def spouses() -> set[str]:
    lists = Path(str(files("legation"))) / "demo" / "lists"
    small = {
        block.text
        for path in lists.iterdir()
        for block in read(path.read_bytes(), name=path.name).blocks
        if block.size is not None and block.size < SMALLEST_NAME_SIZE
    }
    return {re.sub(r"^(?:Mme|M\.) ", "", text) for text in small if re.match(r"(?:Mme|M\.) ", text)}


def test_the_first_answer_is_what_a_reporter_would_ask(content: Content) -> None:
    text = re.sub(r"<[^>]+>", "", render_page(content))
    answer = "61 listed, 19 told to leave, 40 said to remain: the printed numbers differ by 2."
    assert answer in text[text.index("Sources") :]


def test_no_spouse_comes_out(content: Content) -> None:
    out = render_page(content) + b"".join(csv_bytes(sheet) for sheet in sheets(content)).decode()
    assert len(spouses()) >= 10
    assert not [name for name in spouses() if name in out]
    assert not [name for name in spouses() if name in "".join(line.text for r in content.rosters for line in r.residue)]


def test_the_staff_page_and_the_list_are_counted_in_every_edition(content: Content) -> None:
    counts = {
        (section.mission, roster.edition.as_of.text): section.entries
        for roster in content.rosters
        for section in roster.edition.missions
        if roster.edition.as_of and section.mission in ("QZ/QN", "QZ/QV")
    }
    assert counts == {
        ("QZ/QN", "2018-02-06"): 58,
        ("QZ/QN", "2018-08-14"): 60,
        ("QZ/QN", "2019-02-04"): 61,
        ("QZ/QN", "2019-06-18"): 0,
        ("QZ/QV", "2018-10-15"): 17,
        ("QZ/QV", "2019-03-01"): 17,
        ("QZ/QV", "2019-06-03"): 10,
    }


def test_nothing_comes_from_captions_or_links_to_other_articles(content: Content) -> None:
    numbers = {event.count for report in content.reports for event in report.events}
    assert not numbers & {30, 45}
