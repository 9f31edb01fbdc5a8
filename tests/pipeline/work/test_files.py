from __future__ import annotations

import os
from pathlib import Path

import pytest

from legation.errors import LegationError, LimitError, UnreadableInputError
from legation.pipeline.work import files
from legation.pipeline.work.written import write_whole


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "missing", tmp_path / "pipe"):
        with pytest.raises(UnreadableInputError) as raised:
            files.bytes_of(path)
        assert str(path) in raised.value.message


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 4)
    (tmp_path / "a").write_bytes(b"12345")
    with pytest.raises(LimitError):
        files.bytes_of(tmp_path / "a")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_whole(tmp_path / "new" / "a.html", b"whole")
    assert (tmp_path / "new" / "a.html").read_bytes() == b"whole"
    (tmp_path / "blocked").write_bytes(b"")
    with pytest.raises(LegationError):
        write_whole(tmp_path / "blocked" / "a.html", b"whole")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.html", "blocked", "new"]
