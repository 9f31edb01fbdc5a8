from __future__ import annotations

import os
from pathlib import Path

import pytest

from legation.errors import LegationError
from legation.pipeline.work.written import opened_whole, write_whole


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_whole(pipe, b"a page")
        assert os.read(reader, 100) == b"a page"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_link_stays_a_link_to_the_file_that_is_written(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept", tmp_path / "link"
    kept.write_bytes(b"old")
    link.symlink_to(kept)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert kept.read_bytes() == b"new"


def test_what_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_bytes(b"old")
    with pytest.raises(ValueError, match="broke off"):
        _break_off(kept)
    assert [each.name for each in tmp_path.iterdir()] == ["kept"]
    assert kept.read_bytes() == b"old"


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(LegationError, match="choose another place"):
        write_whole(tmp_path, b"a page")


def _break_off(place: Path) -> None:
    with opened_whole(place) as file:
        file.write(b"half")
        raise ValueError("broke off")
