"""What is kept about claims and lines goes with the files in which they stand, whatever words it has."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.pipeline.exporting.noting import Within, note_leaving
from legation.store.case import Case
from legation.store.removal import texts
from tests.cli.world import HEADER, STAFF, STATES, Ran, command
from tests.custody.rich import done

ARTICLE = (
    "Brannia on Tuesday expelled Dario Veltran, a diplomat of Velmark.\n\n"
    "Brannia's police said Veltran was an officer of military intelligence.\n"
)
OTHER = "Brannia on Friday opened an embassy. Its ministry said Ilva Sorenn was an officer of military intelligence.\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    (tmp_path / "states.csv").write_text(STATES, encoding="utf-8")
    (tmp_path / "2020-03-01.csv").write_text(HEADER + "".join(STAFF), encoding="utf-8")
    case = tmp_path / "case"
    done("init", case, "--states", tmp_path / "states.csv")
    done("add", tmp_path / "2020-03-01.csv", "--kind", "list", "--receiving", "XB", "--case", case)
    for name, text in (("article.txt", ARTICLE), ("other.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        done("add", tmp_path / name, "--published", "2020-03-10", "--case", case)
    done("build", "--case", case)
    return case


def claim(case: Path, name: str) -> str:
    rows = command("claims", "--case", case, "--jsonl").rows
    return next(str(row["id"]) for row in rows if row["type"] == "affiliation" and name in str(row))


def kept(case: Path, kind: str) -> list[str]:
    with Case.open(case) as opened:
        return [body for (of, _), body in texts(opened.database).items() if of == kind]


def erased(case: Path, *more: str) -> Ran:
    ran = command("erase", "--name", "Dario Veltran", "--why", "asked for", "--yes", "--case", case, *more)
    assert ran.code == 0, ran.err
    checked = command("verify", "--case", case)
    assert checked.code == 0, checked.out
    return ran


def test_what_was_decided_asked_and_answered_about_a_claim_goes_with_its_file(case: Path) -> None:
    theirs, others = claim(case, "Veltran"), claim(case, "Sorenn")
    for one in (theirs, others):
        sent = ("--sent", "2020-03-11 10:00", "--deadline", "2020-03-12 18:00", "--zone", "UTC")
        ran = command("reply", "add", "The embassy", "--claim", one, *sent, "--case", case, "--jsonl")
        done("reply", "answer", ran.rows[0]["id"], "--kind", "denied", "--text", "not so", "--case", case)
        done("reply", "waive", one, "--why", "dead", "--case", case)
    told = erased(case).out
    for kind in ("inquiry", "reply", "judgement"):
        assert len(kept(case, kind)) == 1, kind
    assert "what was asked of somebody" in told
    assert theirs not in str(kept(case, "inquiry"))


def test_a_note_of_an_export_goes_with_the_sentences_in_it(case: Path) -> None:
    said = {
        claim(case, "Veltran"): "police said Veltran was an officer",
        claim(case, "Sorenn"): "another was an officer",
    }
    with Case.open(case) as opened:
        for id_, sentence in said.items():
            note_leaving(opened, "page", {"page.html": "0" * 64}, Within(rows={id_: ()}, said={id_: sentence}))
    assert "Veltran" in str(kept(case, "leaving"))
    erased(case)
    (left,) = kept(case, "leaving")
    assert "another was an officer" in left
    data = b"".join(path.read_bytes() for path in case.rglob("*") if path.is_file())
    assert b"Veltran" not in data


def test_a_row_with_a_part_of_the_name_is_told_and_goes_where_the_part_is_given(case: Path) -> None:
    done("reply", "waive", claim(case, "Sorenn"), "--why", "Veltran told us so", "--case", case)
    told = erased(case)
    assert "a part of the name stands in it; --name takes it" in told.out
    assert len(kept(case, "judgement")) == 1
    erased(case, "--name", "Veltran")
    assert kept(case, "judgement") == []
