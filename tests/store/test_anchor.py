from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from legation.custody.chain import digest
from legation.store.anchor import Anchor, head_text
from tests.custody.test_chain import chained


@pytest.fixture
def anchor(tmp_path: Path) -> Anchor:
    return Anchor(tmp_path / "custody" / "head.json")


def test_the_last_entry_is_named_and_a_longer_chain_holds_too(anchor: Anchor) -> None:
    chain = chained("a", "b", "c")
    anchor.write(2, chain[1][1])
    assert list(anchor.problems(chain)) == []
    assert list(anchor.problems(chain[:2])) == []
    assert anchor.path.read_bytes() == head_text(2, chain[1][1])


def test_a_chain_that_is_shorter_or_another_is_missed(anchor: Anchor) -> None:
    chain = chained("a", "b", "c")
    anchor.write(3, chain[2][1])
    assert "cut off" in next(anchor.problems(chain[:2]))
    assert "cut off" in next(anchor.problems([]))
    other = replace(chain[2][0], at="2001-01-01")
    assert list(anchor.problems([*chain[:2], (other, digest(other))]))


@pytest.mark.parametrize("text", [b"", b"{}", b"[]", b'{"number":1,"digest":"zz"}', b'{"digest": "00", "number": 1}\n'])
def test_a_file_that_names_nothing_is_told(anchor: Anchor, text: bytes) -> None:
    anchor.path.parent.mkdir()
    anchor.path.write_bytes(text)
    assert "is not what was written" in next(anchor.problems(chained("a")))


def test_a_file_that_is_gone_is_told_unless_there_is_no_chain(anchor: Anchor) -> None:
    assert list(anchor.problems([])) == []
    assert "is gone" in next(anchor.problems(chained("a")))


def test_a_disk_that_takes_nothing_stops_nobody_and_leaves_nothing_behind(anchor: Anchor) -> None:
    chain = chained("a", "b")
    anchor.path.mkdir(parents=True)
    anchor.write(1, chain[0][1])
    assert "can't be read" in next(anchor.problems(chain))
    assert list(anchor.path.parent.iterdir()) == [anchor.path]
