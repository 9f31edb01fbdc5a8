from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

from legation.archive.vault import Vault
from legation.store.case import Case
from tests.archive.warcs import Crawled, Revisited, write_warc
from tests.cli.world import Run

URL = "http://mission.example/staff"
STAFF = "<html><h1>Staff</h1><table><tr><td>Mr Dario VELTRAN<td>Ambassador<tr><td>Ms Ilva SORENN<td>Counsellor</table>"
FIRST = Crawled(url=URL, date="2022-02-04T10:00:00Z", body=STAFF.encode())
SAME = Revisited(url=URL, date="2022-03-04T10:00:00Z", first=FIRST)
LAST = Crawled(url=URL, date="2022-04-04T10:00:00Z", body=STAFF.replace("Ms Ilva SORENN", "Ms Orla KESTREN").encode())
IMAGE = Crawled(
    url="http://mission.example/a.png",
    date="2022-04-04T10:00:00Z",
    body=b"\x89PNG",
    headers=[("Content-Type", "image/png")],
)


def test_each_page_of_a_warc_file_is_an_edition_at_its_moment(case: Path, tmp_path: Path, run: Run) -> None:
    warc = write_warc(tmp_path / "crawl.warc.gz", [FIRST, SAME, IMAGE, LAST])
    added = run("add", warc, "--kind", "list", "--mission", "XV/XB", "--case", case, "--jsonl")
    assert added.code == 0
    assert (added.rows[0]["captures"], added.rows[0]["new"], added.rows[0]["left_alone"]) == (3, 3, {"image/png": 1})
    assert run("build", "--case", case, "--jsonl").rows[0]["editions"] == 3
    postings = {row["person"]["label"]: row["editions"] for row in run("postings", "--case", case, "--jsonl").rows}
    assert len(postings) == 3
    assert ["2022-02-04", "2022-03-04"] in postings.values()
    assert ["2022-02-04", "2022-03-04", "2022-04-04"] in postings.values()


def test_importing_the_same_file_again_does_nothing(case: Path, tmp_path: Path, run: Run) -> None:
    warc = write_warc(tmp_path / "crawl.warc.gz", [FIRST, SAME, LAST])
    run("add", warc, "--case", case)
    again = run("add", warc, "--case", case, "--jsonl").rows[0]
    assert (again["captures"], again["new"]) == (3, 0)


def test_bodies_stay_inside_of_the_file_and_come_out_with_their_digest(case: Path, tmp_path: Path, run: Run) -> None:
    run("add", write_warc(tmp_path / "crawl.warc.gz", [FIRST, SAME, LAST]), "--case", case)
    with Case.open(case) as opened:
        vault = Vault(opened.vault)
        bodies = {vault.get(capture.sha256) for capture in opened.kept.captures()}
        assert len(list(vault.digests())) == 1
    assert bodies == {FIRST.body, LAST.body}
    assert run("verify", "--case", case).code == 0


def test_a_file_that_was_removed_from_the_vault_is_missed(case: Path, tmp_path: Path, run: Run) -> None:
    run("add", write_warc(tmp_path / "crawl.warc.gz", [FIRST, LAST]), "--case", case)
    with Case.open(case) as opened:
        (digest,) = Vault(opened.vault).digests()
    (case / "vault" / digest[:2] / digest[2:4] / digest).unlink()
    checked = run("verify", "--case", case)
    assert checked.code == 4
    assert "crawl.warc.gz" in checked.out


def test_an_address_that_is_none_costs_its_record_alone_and_no_package(case: Path, tmp_path: Path, run: Run) -> None:
    bad = [
        Crawled(url=url, date="2022-03-05T10:00:00Z", body=STAFF.encode())
        for url in ("http://[bad/p", "http://x.example:99999/p")
    ]
    odd = Crawled(url="http://exä..mple.de/", date="2022-03-05T10:00:00Z", body=STAFF.encode())
    added = run("add", write_warc(tmp_path / "crawl.warc.gz", [FIRST, *bad, odd, LAST]), "--case", case, "--jsonl")
    assert (added.code, added.rows[0]["captures"]) == (3, 3)
    assert [any(one.url in problem["message"] for problem in added.problems) for one in bad] == [True, True]
    out = tmp_path / "out.wacz"
    assert run("export", "wacz", "-o", out, "--case", case).code == 0
    with zipfile.ZipFile(out) as package:
        pages = package.read("pages/pages.jsonl").decode().splitlines()[1:]
    assert len(pages) == 3


def test_a_spoiled_record_is_named_and_costs_no_other(case: Path, tmp_path: Path, run: Run) -> None:
    warc = write_warc(tmp_path / "crawl.warc.gz", [FIRST, LAST])
    data = bytearray(warc.read_bytes())
    data[-40] ^= 0xFF
    warc.write_bytes(bytes(data))
    added = run("add", warc, "--case", case, "--jsonl")
    assert added.code == 3
    assert added.rows[0]["captures"] == 1
    problems = [json.loads(line) for line in added.err.splitlines() if line.startswith("{")]
    assert problems
    assert all("crawl.warc.gz, byte" in problem["item"] for problem in problems)


def test_a_body_that_is_in_another_file_is_said_to_be(case: Path, tmp_path: Path, run: Run) -> None:
    added = run("add", write_warc(tmp_path / "late.warc.gz", [SAME]), "--case", case, "--jsonl")
    assert added.rows[0]["captures"] == 0
    assert "import that file too" in added.err


def package(path: Path, members: dict[str, bytes], said: dict[str, str] | None = None) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for name, data in members.items():
            made.writestr(name, data)
        resources = [{"path": name, "hash": f"sha256:{digest}"} for name, digest in (said or {}).items()]
        made.writestr("datapackage.json", json.dumps({"resources": resources}))
    return path


def test_a_package_gives_the_captures_of_its_warc_files(case: Path, tmp_path: Path, run: Run) -> None:
    data = write_warc(tmp_path / "crawl.warc.gz", [FIRST, LAST]).read_bytes()
    wacz = package(tmp_path / "crawl.wacz", {"archive/data.warc.gz": data, "pages/pages.jsonl": b"{}"})
    added = run("add", wacz, "--case", case, "--jsonl")
    assert added.code == 0
    assert added.rows[0]["captures"] == 2
    assert added.rows[0]["name"] == "crawl.wacz!archive/data.warc.gz"


def test_a_package_whose_digest_differs_says_so(case: Path, tmp_path: Path, run: Run) -> None:
    data = write_warc(tmp_path / "crawl.warc.gz", [FIRST]).read_bytes()
    wacz = package(tmp_path / "crawl.wacz", {"archive/data.warc.gz": data}, {"archive/data.warc.gz": "0" * 64})
    added = run("add", wacz, "--case", case)
    assert added.code == 3
    assert "one was changed" in added.err


def test_names_inside_of_a_package_are_never_paths(case: Path, tmp_path: Path, run: Run) -> None:
    data = write_warc(tmp_path / "crawl.warc.gz", [FIRST]).read_bytes()
    before = {path for path in tmp_path.rglob("*") if "vault" not in path.parts and "case" not in path.name}
    wacz = package(tmp_path / "crawl.wacz", {"../../escaped.warc.gz": data, "/abs.warc.gz": data})
    assert run("add", wacz, "--case", case).code == 0
    after = {path for path in tmp_path.rglob("*") if "vault" not in path.parts and "case" not in path.name}
    assert {path.name for path in after - before} <= {"crawl.wacz", "confidential.jsonl"}
    assert not (tmp_path.parent / "escaped.warc.gz").exists()


def test_what_is_no_package_is_damaged_and_a_bomb_is_stopped(case: Path, tmp_path: Path, run: Run) -> None:
    broken = tmp_path / "broken.wacz"
    broken.write_bytes(b"PK\x03\x04 nothing")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("archive/data.warc", b"\0" * 50_000_000)
    bomb = tmp_path / "bomb.wacz"
    bomb.write_bytes(out.getvalue())
    added = run("add", broken, bomb, "--case", case)
    assert added.code == 1
    assert "no sound WACZ file" in added.err
    assert "stopped there" in added.err
