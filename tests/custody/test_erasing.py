"""A person is taken out of a case: no byte of its folder holds the name, and the chain still verifies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.pipeline.keeping.looking import Names
from legation.store.case import Case
from tests.cli.world import FIELDS, HEADER, STAFF, Run, command
from tests.custody.rich import rich_case

WORDS = (b"veltran",)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("erased")
    case = rich_case(folder)
    for kind, value in (("claim", "Dario Veltran told us so himself"), ("claim", "another four words here")):
        said = ("note", kind, "type=statement", f"value={value}")
        assert command(*said, "--confidential", "a friend", "--case", case).code == 0
    says = ("--url", "https://example.org/b", "--quote", "Veltran, Dario was seen", "--date", "2020-03-11")
    assert command("note", "event", *FIELDS, *says, "--case", case).code == 0
    assert command("build", "--case", case).code == 0
    return case


@pytest.fixture
def case(rich: Path, tmp_path: Path) -> Path:
    shutil.copytree(rich, tmp_path / "case")
    return tmp_path / "case"


@pytest.fixture
def run() -> Run:
    return command


def holding(case: Path) -> list[str]:
    """The files of the case in whose bytes, unpacked where they are packed, the family name stands."""
    import gzip

    found = []
    for path in case.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            if data[:2] == b"\x1f\x8b":
                data += gzip.decompress(data)
            if any(word in data.lower() for word in WORDS):
                found.append(path.name)
    return found


def erased(case: Path, run: Run, *more: str) -> str:
    person = next(row["id"] for row in run("persons", "veltran", "--case", case, "--jsonl").rows)
    ran = run("erase", person, "--why", "asked for", "--yes", "--case", case, *more)
    assert ran.code == 0, ran.err
    return ran.out


def test_no_byte_of_the_case_holds_the_name_and_the_chain_still_verifies(case: Path, run: Run) -> None:
    assert len(holding(case)) > 3
    with Case.open(case) as opened:
        before = [digest for _, digest in opened.ledger.entries()]
    told = erased(case, run)
    assert holding(case) == []
    checked = run("verify", "--case", case)
    assert checked.code == 0, checked.out
    with Case.open(case) as opened:
        entries = opened.ledger.entries()
        assert [digest for _, digest in entries][: len(before)] == before
        assert entries[-1][0].kind == "erasure"
    assert "goes" in told
    assert "stays" in told


def test_others_stay_and_the_next_build_answers_from_what_is_left(case: Path, run: Run) -> None:
    erased(case, run)
    assert run("persons", "sorenn", "--case", case, "--jsonl").rows == []
    assert run("build", "--case", case).code == 0
    assert run("persons", "sorenn", "--case", case, "--jsonl").rows
    assert run("persons", "veltran", "--case", case, "--jsonl").rows == []
    assert run("verify", "--case", case).code == 0
    notes = (case / "confidential.jsonl").read_text(encoding="utf-8")
    assert (notes.count("\n"), "another four words here" in notes) == (2, True)


def test_what_goes_is_told_first_and_a_no_removes_nothing(case: Path, run: Run) -> None:
    person = next(row["id"] for row in run("persons", "veltran", "--case", case, "--jsonl").rows)
    before = holding(case)
    ran = run("erase", person, "--why", "asked for", "--case", case)
    assert ran.code == 130
    assert "2020-03-01.csv" in ran.out
    assert sorted(holding(case)) == sorted(before)
    assert run("verify", "--case", case).code == 0


def test_a_capture_that_is_to_stay_stays_and_is_named(case: Path, run: Run) -> None:
    with Case.open(case) as opened:
        article = next(one for one in opened.kept.captures() if one.name == "article.txt")
    told = erased(case, run, "--leave", article.id)
    assert "you said to leave it" in told
    assert holding(case) == [article.sha256]
    assert run("verify", "--case", case).code == 0


def test_a_file_that_comes_back_is_a_capture_again(case: Path, run: Run, tmp_path: Path) -> None:
    erased(case, run)
    (tmp_path / "2020-03-01.csv").write_text(HEADER + "".join(STAFF), encoding="utf-8")
    again = run("add", tmp_path / "2020-03-01.csv", "--kind", "list", "--receiving", "XB", "--case", case)
    assert again.code == 0
    assert run("verify", "--case", case).code == 0
    assert run("build", "--case", case).code == 0
    assert run("persons", "veltran", "--case", case, "--jsonl").rows


def test_erasing_twice_and_a_reason_or_a_person_that_cant_be(case: Path, run: Run) -> None:
    person = next(row["id"] for row in run("persons", "veltran", "--case", case, "--jsonl").rows)
    assert run("erase", person, "--yes", "--case", case).code == 2
    assert run("erase", person, "--why", "Dario Veltran asked", "--yes", "--case", case).code == 2
    assert run("erase", "--why", "x", "--yes", "--case", case).code == 2
    assert run("erase", "nobody at all", "--why", "x", "--yes", "--case", case).code == 2
    erased(case, run)
    again = run("erase", "--name", "Dario Veltran", "--why", "once more", "--yes", "--case", case)
    assert again.code == 0
    assert run("verify", "--case", case).code == 0


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Mr Dario VELTRAN, Ambassador", True),
        ("VELTRAN, Mr Dario", True),
        ("<b>Dario</b> Veltrán", True),
        ('{"family":"VELTRAN","given":"Dario"}', True),
        ("Dario and Otto Brenn met Mr Veltran", False),
        ("Veltran said no", False),
        ("Dariov Veltran", False),
    ],
)
def test_a_name_stands_where_all_its_words_are_close(text: str, stands: bool) -> None:
    assert Names.of(["Dario VELTRAN"]).stand_in(text) is stands


@given(st.lists(st.sampled_from(["Anna", "Björn", "Иван", "Kovač"]), min_size=1, max_size=3, unique=True), st.text())
def test_a_name_is_found_in_any_order_and_case_wherever_it_is_put(words: list[str], around: str) -> None:
    names = Names.of([" ".join(words)])
    assert names.stand_in(f"{around} \n {' '.join(reversed(words)).upper()} \n {around}")
