"""An invented case that holds something of every kind, for tests that spoil it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from legation.archive.vault import Vault
from legation.model.errands import Attempt, Errand, Request, Told, Wanted
from legation.store.case import Case
from tests.archive.warcs import Crawled, Revisited, write_warc
from tests.cli.world import FIELDS, HEADER, SAYS, STAFF, STATES, command

ARTICLE = "Brannia on Tuesday expelled two diplomats of Velmark, the ministry said. Dario Veltran was not named.\n"
PAGE = b"<html><h1>Embassy of Velmark</h1><p>Mr Dario VELTRAN, Ambassador</p></html>"
FIRST = Crawled(url="http://mission.example/staff", date="2020-02-04T10:00:00Z", body=PAGE)
SAME = Revisited(url="http://mission.example/staff", date="2020-02-14T10:00:00Z", first=FIRST)


def rich_case(folder: Path) -> Path:
    """Make the case in a folder; every kind of entry and file is in it."""
    folder.mkdir(parents=True, exist_ok=True)
    case = folder / "case"
    (folder / "states.csv").write_text(STATES, encoding="utf-8")
    done("init", case, "--states", folder / "states.csv")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    write_warc(folder / "crawl.warc.gz", [FIRST, SAME])
    for day, lines in (("2020-03-01", STAFF), ("2020-04-01", STAFF[1:])):
        (folder / f"{day}.csv").write_text(HEADER + "".join(lines), encoding="utf-8")
        done("add", folder / f"{day}.csv", "--kind", "list", "--receiving", "XB", "--case", case)
    done("add", folder / "article.txt", "--published", "2020-03-10", "--case", case)
    done("add", folder / "crawl.warc.gz", "--kind", "list", "--receiving", "XB", "--case", case)
    done("note", "event", *FIELDS, *SAYS, "--case", case)
    secret = ("note", "claim", "type=statement", "value=four words in confidence")
    done(*secret, "--confidential", "a friend", "--case", case)
    _ask_an_archive(case)
    (case / "archives.toml").write_text('[internet-archive]\ncontact = "desk@example.org"\n', encoding="utf-8")
    done("build", "--case", case)
    ids = [row["person"]["id"] for row in command("postings", "--case", case, "--jsonl").rows]
    done("reject", ids[0], "--why", "misread", "--case", case)
    done("reject", ids[1], "--why", "misread too", "--case", case)
    done("undo", "--case", case)
    done("build", "--case", case)
    return case


def done(*words: str | Path) -> None:
    ran = command(*words)
    assert ran.code in (0, 3), (words, ran.out, ran.err)


def _ask_an_archive(folder: Path) -> None:
    """An errand that was told something, and an attempt that gave nothing."""
    at = datetime(2020, 5, 1, 12, tzinfo=UTC)
    request = Request(kind="rows", url="https://archive.example/cdx?url=mission.example")
    with Case.open(folder) as case:
        told = Told(request=request, sha256=Vault(case.vault).put(b"rows"), status=200, asked_at=at)
        errand = Errand(
            id="errand-" + "1" * 32,
            archive="example",
            wanted=Wanted(url="mission.example"),
            begun_at=at,
            open=(),
            told=(told,),
        )
        case.errands.save(errand)
        case.errands.settle(
            Attempt(archive="example", url="mission.example", timestamp="20200101000000", at=at, code="not-held")
        )
        case.errands.close(errand)
