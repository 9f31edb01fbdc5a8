from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.archive.vault import Vault
from legation.errors import CaseDamagedError, CaseFullError, KeyFormError, UnknownIdError
from legation.model.keys import sha256_hex


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault")


@settings(max_examples=20, deadline=None)
@given(st.lists(st.binary(max_size=64), max_size=5))
def test_bytes_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, many: list[bytes]) -> None:
    vault = Vault(tmp_path_factory.mktemp("vault"))
    digests = [vault.put(data) for data in many]
    assert digests == [sha256_hex(data) for data in many]
    assert [vault.get(digest) for digest in digests] == many
    assert list(vault.digests()) == sorted(set(digests))
    assert list(vault.verify()) == []


def test_bytes_are_stored_once_and_not_to_be_written_to(vault: Vault) -> None:
    digest = vault.put(b"a list")
    place = vault.root / digest[:2] / digest[2:4] / digest
    written = place.stat().st_mtime_ns
    assert vault.put(b"a list") == digest
    assert place.stat().st_mtime_ns == written
    assert place.stat().st_mode & 0o222 == 0
    assert vault.has(digest)


def test_bytes_that_were_never_stored_are_named(vault: Vault) -> None:
    assert not vault.has("0" * 64)
    with pytest.raises(UnknownIdError, match="0" * 64):
        vault.get("0" * 64)


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "0" * 63, "G" * 64, "0" * 64 + "\n", "A" * 64])
def test_a_name_that_is_no_digest_reaches_no_file(vault: Vault, name: str) -> None:
    for ask in (vault.get, vault.has):
        with pytest.raises(KeyFormError):
            ask(name)


def spoil(vault: Vault, digest: str, data: bytes) -> Path:
    place = vault.root / digest[:2] / digest[2:4] / digest
    place.chmod(0o644)
    place.write_bytes(data)
    return place


@pytest.mark.parametrize("data", [b"a lust", b"", b"a list and more"])
def test_bytes_that_changed_are_never_given(vault: Vault, data: bytes) -> None:
    digest = vault.put(b"a list")
    place = spoil(vault, digest, data)
    with pytest.raises(CaseDamagedError, match=str(place)) as caught:
        vault.get(digest)
    assert caught.value.exit_code == 4
    assert [str(place) in problem for problem in vault.verify()] == [True]


def test_adding_the_file_again_mends_what_was_spoiled(vault: Vault) -> None:
    digest = vault.put(b"a list")
    spoil(vault, digest, b"")
    assert vault.put(b"a list") == digest
    assert vault.get(digest) == b"a list"


def test_a_stray_file_is_a_problem_and_no_digest(vault: Vault) -> None:
    digest = vault.put(b"a list")
    (vault.root / digest[:2] / digest[2:4] / "notes.txt").write_text("x")
    (vault.root / ("0" * 64)).write_bytes(b"")
    assert len(list(vault.verify())) == 2
    assert list(vault.digests()) == [digest]


def test_what_an_interrupted_writer_left_is_tidied_away(vault: Vault) -> None:
    digest = vault.put(b"a list")
    (vault.root / digest[:2] / digest[2:4] / ".unfinished-x").write_bytes(b"a l")
    assert list(vault.verify()) == []
    assert vault.tidy() == 1
    assert vault.tidy() == 0
    assert vault.get(digest) == b"a list"


def test_a_full_disk_stores_nothing_and_says_what_to_do(vault: Vault) -> None:
    vault.put(b"small")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(CaseFullError, match="free some"):
            vault.put(bytes(5000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, before)
    assert list(vault.digests()) == [sha256_hex(b"small")]
    assert list(vault.root.rglob(".*")) == []
    vault.put(bytes(5000))


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_write_that_fails_anywhere_stores_nothing(vault: Vault, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    vault.root.mkdir()
    monkeypatch.setattr(os, call, fail)
    with pytest.raises(CaseFullError):
        vault.put(b"a list")
    monkeypatch.undo()
    assert not vault.has(sha256_hex(b"a list"))
    assert [path for path in vault.root.rglob("*") if path.is_file()] == []
    vault.put(b"a list")


PUTTER = """
import sys
from pathlib import Path
from legation.archive.vault import Vault
vault = Vault(Path(sys.argv[1]))
for number in range(30):
    vault.put(b"%d" % number * 1000)
"""


def test_processes_that_store_the_same_bytes_at_once_store_them_whole(vault: Vault) -> None:
    putters = [subprocess.Popen([sys.executable, "-c", PUTTER, str(vault.root)]) for _ in range(3)]
    assert [putter.wait(60) for putter in putters] == [0, 0, 0]
    assert len(list(vault.digests())) == 30
    assert list(vault.verify()) == []
    assert vault.tidy() == 0
