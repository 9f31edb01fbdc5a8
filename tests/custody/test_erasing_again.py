"""What an erasure leaves has to hold: earlier erasures, captures that are to stay, and files that come back."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from legation.archive.vault import Vault
from legation.errors import CaseError
from legation.model.errands import Attempt
from legation.model.holdings import Retrieval
from legation.pipeline.keeping.erasing import carry_out, plan
from legation.store import removal
from legation.store.case import Case
from tests.archive.warcs import Crawled, write_warc
from tests.cli.world import command

ARTICLE = "Brannia on Tuesday expelled a diplomat. Dario Veltran was not named, the ministry said.\n"
PAGES = [
    Crawled(
        url=f"http://mission.example/{name}",
        date="2020-02-04T10:00:00Z",
        body=f"<html><h1>Embassy, {name}</h1><p>Mr Dario VELTRAN, Ambassador</p></html>".encode(),
    )
    for name in ("staff", "contact")
]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("again")
    assert command("init", folder / "case").code == 0
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    write_warc(folder / "crawl.warc.gz", PAGES)
    for name in ("article.txt", "crawl.warc.gz"):
        assert command("add", folder / name, "--case", folder / "case").code == 0
    return folder


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    shutil.copytree(made / "case", tmp_path / "case")
    return tmp_path / "case"


def erase(case: Path, name: str, *more: str, why: str = "asked for") -> int:
    return command("erase", "--name", name, "--why", why, "--yes", "--case", case, *more).code


def found(case: Path) -> list[dict[str, str]]:
    return command("verify", "--case", case, "--jsonl").rows


def digest(case: Path, name: str) -> str:
    with Case.open(case) as opened:
        return next(one.sha256 for one in opened.kept.captures() if name in one.name or name in (one.given.url or ""))


def test_an_erasure_stays_when_its_words_have_to_go(case: Path) -> None:
    assert erase(case, "Dario Veltran", "--by", "Ilva Sorenn", why="after a letter of Petar Golum") == 0
    assert erase(case, "Ilva Sorenn") == 0
    assert found(case) == []
    assert erase(case, "Petar Golum") == 0
    assert found(case) == []
    bodies = [path.read_bytes() for path in case.rglob("*") if path.is_file()]
    assert not [body for body in bodies if b"Sorenn" in body or b"Golum" in body]
    assert erase(case, "Runa Task", "--by", "Runa Task") == 2


def test_erasing_nothing_twice_in_one_second_is_noted_once(case: Path) -> None:
    nothing = removal.Erasure(at=datetime(2024, 5, 6, tzinfo=UTC), author="Orla Kesten", why="asked for", subjects=())
    with Case.open(case) as opened:
        removal.erase(opened.database, nothing)
        entries = len(list(opened.ledger.entries()))
        removal.erase(opened.database, nothing)
        assert len(list(opened.ledger.entries())) == entries
    assert found(case) == []


def test_a_page_that_is_to_stay_keeps_the_file_around_it(case: Path) -> None:
    left, other = digest(case, "/staff"), digest(case, "/contact")
    assert erase(case, "Dario Veltran", "--leave", left) == 0
    assert found(case) == []
    with Case.open(case) as opened:
        there = [one.sha256 for one in opened.kept.captures()]
        assert b"VELTRAN" in Vault(opened.vault).get(left)
    assert left in there
    assert other not in there


def test_a_page_that_is_to_stay_keeps_its_request(case: Path) -> None:
    at = datetime(2020, 5, 1, 12, tzinfo=UTC)
    with Case.open(case) as opened:
        capture = next(one for one in opened.kept.captures() if one.name == "article.txt")
        record = Vault(opened.vault).put(b"the record: Dario Veltran")
        retrieval = Retrieval(
            archive="example", base="https://archive.example", requested="https://archive.example/1",
            requested_url="http://mission.example/dario-veltran", requested_timestamp="20200101000000",
            served_url="http://mission.example/dario-veltran", served_at=at, fetched_at=at, status=200, headers=(),
            wire_sha256=capture.sha256, wire_size=1, record=record,
        )  # fmt: skip
        opened.errands.settle(
            Attempt(
                archive="example",
                url=retrieval.requested_url,
                timestamp="20200101000000",
                at=at,
                capture=capture.id,
                retrieval=retrieval,
            )
        )
    assert erase(case, "Dario Veltran", "--leave", capture.id) == 1, "the row of the request says the name, and is told"
    with Case.open(case) as opened:
        assert Vault(opened.vault).has(record)
        assert [one.capture for one in opened.errands.attempts()] == [capture.id]
    assert found(case) == []


def test_bytes_that_came_back_and_were_lost_are_missed(case: Path, made: Path) -> None:
    lost = digest(case, "article")
    assert erase(case, "Dario Veltran") == 0
    assert command("add", made / "article.txt", "--case", case).code == 0
    assert found(case) == []
    Vault(case / "vault").remove(lost)
    assert any(lost in row["problem"] for row in found(case))


def test_a_file_that_is_no_part_of_the_case_and_has_the_name_is_told(case: Path) -> None:
    (case / "mine.txt").write_text("VELTRÁN, Dario", encoding="utf-16")
    assert erase(case, "Dario Veltran") == 1


def test_rows_go_before_files_and_the_next_erasure_ends_what_was_broken_off(case: Path) -> None:
    sha256 = digest(case, "article")
    with Case.open(case) as opened:
        vault = Vault(opened.vault)
        made = plan(opened, [], names=["Dario Veltran"])
        place = case / "vault" / sha256[:2] / sha256[2:4] / sha256
        place.unlink()
        place.mkdir()  # nothing can be deleted here
        with pytest.raises(CaseError):
            carry_out(opened, made, why="asked for")
        assert opened.kept.captures() == ()
        place.rmdir()
        vault.put(ARTICLE.encode())
    assert erase(case, "Nobody Atall") == 0
    assert not vault.has(sha256)
    assert found(case) == []


def test_a_reason_is_asked_for_before_anything_is_read(case: Path) -> None:
    assert "reason" in command("erase", "nobody at all", "--yes", "--case", case).err
