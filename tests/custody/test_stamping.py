"""Stamps of a real authority, `openssl ts` on loopback, and every way in which one can be no good."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.world import HEADER, STAFF, command
from tests.custody.authority import Authority, Change, accepts, make_authority, serving

pytestmark = [
    pytest.mark.service,
    pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is the authority"),
]


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return make_authority(tmp_path_factory.mktemp("authority") / "good")


@pytest.fixture
def case(tmp_path: Path, authority: Authority) -> Path:
    case = tmp_path / "case"
    assert command("init", case).code == 0
    (tmp_path / "list.csv").write_text(HEADER + "".join(STAFF), encoding="utf-8")
    added = command("add", tmp_path / "list.csv", "--kind", "list", "--as-of", "2020-03-01", "--case", case)
    assert added.code == 0
    return case


def configure(case: Path, url: str, root: Path | None) -> None:
    roots = f'roots = "{root}"\n' if root else ""
    (case / "authorities.toml").write_text(f'[invented]\nurl = "{url}"\nloopback = true\n{roots}', encoding="utf-8")


def folders(case: Path) -> list[Path]:
    return sorted((case / "custody" / "stamps").glob("*")) if (case / "custody" / "stamps").exists() else []


def test_a_stamp_is_kept_so_that_openssl_accepts_it_and_verify_shows_it(case: Path, authority: Authority) -> None:
    with serving(authority) as url:
        configure(case, url, authority.root)
        ran = command("timestamp", "--authority", "invented", "--case", case, "--jsonl")
    assert (ran.code, ran.rows[0]["signature"]) == (0, "sound")
    (folder,) = folders(case)
    assert accepts(folder, authority.root)
    checked = command("verify", "--case", case, "--jsonl")
    assert checked.code == 0
    assert [(row["kind"], row["entry"], row["signature"]) for row in checked.rows] == [
        ("stamp", ran.rows[0]["entry"], "sound")
    ]
    assert "stamped by nobody" in checked.err


def test_without_roots_a_stamp_is_kept_unchecked_and_the_command_that_checks_it_is_told(
    case: Path, authority: Authority
) -> None:
    with serving(authority) as url:
        configure(case, url, None)
        ran = command("timestamp", "--authority", "invented", "--case", case, "--jsonl")
    assert (ran.code, ran.rows[0]["signature"]) == (0, "unchecked")
    assert "openssl ts -verify" in ran.rows[0]["notes"][0]
    assert accepts(folders(case)[0], authority.root)


def other_nonce(authority: Authority) -> Change:
    def change(request: bytes) -> bytes:
        data = bytearray(request)
        data[-5] ^= 0x01  # the nonce's last byte stands before the wish for certificates
        return bytes(data)

    return change


def other_digest(authority: Authority) -> Change:
    return lambda request: authority.request_for(b"something else")


@pytest.mark.parametrize(("change", "said"), [(other_nonce, "nonce"), (other_digest, "another digest")])
def test_an_answer_to_another_request_or_of_another_digest_is_not_kept(
    case: Path, authority: Authority, change: Callable[[Authority], Change], said: str
) -> None:
    with serving(authority, change=change(authority)) as url:
        configure(case, url, authority.root)
        ran = command("timestamp", "--authority", "invented", "--case", case)
    assert ran.code == 1
    assert said in ran.err
    assert folders(case) == []
    assert command("verify", "--case", case).code == 0


@pytest.mark.parametrize("status", [404, 500, 503])
def test_an_error_of_the_server_is_told_and_nothing_kept(case: Path, authority: Authority, status: int) -> None:
    with serving(authority, status=status) as url:
        configure(case, url, authority.root)
        ran = command("timestamp", "--authority", "invented", "--case", case)
    assert (ran.code, str(status) in ran.err, folders(case)) == (1, True, [])


def test_a_refusal_of_the_authority_is_told(case: Path, authority: Authority) -> None:
    with serving(authority, change=lambda request: request[: len(request) // 2]) as url:
        configure(case, url, authority.root)
        ran = command("timestamp", "--authority", "invented", "--case", case)
    assert (ran.code, "refused" in ran.err, folders(case)) == (1, True, [])


def test_an_authority_that_the_roots_dont_know_is_refused(case: Path, authority: Authority, tmp_path: Path) -> None:
    stranger = make_authority(tmp_path / "stranger")
    with serving(stranger) as url:
        configure(case, url, authority.root)
        ran = command("timestamp", "--authority", "invented", "--case", case)
    assert (ran.code, "doesn't lead to the roots" in ran.err, folders(case)) == (1, True, [])


def test_an_authority_whose_certificate_ran_out_before_the_stamp_is_refused(case: Path, tmp_path: Path) -> None:
    expired = make_authority(tmp_path / "expired", days="-1")
    with serving(expired) as url:
        configure(case, url, expired.root)
        ran = command("timestamp", "--authority", "invented", "--case", case)
    assert (ran.code, folders(case)) == (1, [])


def test_a_server_that_isnt_there_and_an_address_that_isnt_public_are_told(case: Path) -> None:
    configure(case, "http://127.0.0.1:9/tsr", None)
    assert "connection failed" in command("timestamp", "--authority", "invented", "--case", case).err
    refused = command("timestamp", "--authority", "http://127.0.0.1:9/tsr", "--case", case)
    assert (refused.code, "not a public address" in refused.err) == (1, True)
    assert "no authority is called" in command("timestamp", "--authority", "nobody", "--case", case).err


def test_a_chain_that_was_written_anew_no_longer_fits_its_stamp(
    case: Path, authority: Authority, tmp_path: Path
) -> None:
    with serving(authority) as url:
        configure(case, url, authority.root)
        assert command("timestamp", "--authority", "invented", "--case", case).code == 0
    other = tmp_path / "other"
    assert command("init", other).code == 0
    assert command("add", tmp_path / "list.csv", "--kind", "list", "--as-of", "2020-03-01", "--case", other).code == 0
    for name in ("case.db", "custody/head.json", "case.toml"):
        shutil.copy(other / name, case / name)
    (case / "authorities.toml").unlink()
    checked = command("verify", "--case", case)
    assert (checked.code, "cut off or rewritten" in checked.out) == (4, True)


@pytest.mark.parametrize("name", ["head.json", "request.tsq", "answer.tsr", "roots.pem", "stamp.json"])
def test_no_file_of_a_stamp_can_be_changed_or_taken_away(case: Path, authority: Authority, name: str) -> None:
    with serving(authority) as url:
        configure(case, url, authority.root)
        command("timestamp", "--authority", "invented", "--case", case)
    file = folders(case)[0] / name
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    assert command("verify", "--case", case).code == 4
    file.unlink()
    assert command("verify", "--case", case).code == 4
