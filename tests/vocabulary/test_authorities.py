from __future__ import annotations

from pathlib import Path

import pytest

from legation.errors import UsageError
from legation.vocabulary.authorities import read_authorities, shipped


def test_the_shipped_authorities_have_addresses_and_no_roots() -> None:
    found = shipped()
    assert len([one for one in found.values() if one.default]) >= 2
    assert all(one.url.startswith(("http://", "https://")) and one.roots is None for one in found.values())


def test_a_file_adds_authorities_and_changes_what_is_known_of_one(tmp_path: Path) -> None:
    text = '[freetsa]\nroots = "root.pem"\n[ours]\nurl = "http://127.0.0.1:1/tsr"\nloopback = true\n'
    found = read_authorities(text, shipped(), folder=tmp_path)
    assert found["freetsa"].roots == str(tmp_path / "root.pem")
    assert found["freetsa"].url == shipped()["freetsa"].url
    assert (found["ours"].title, found["ours"].loopback, found["ours"].default) == ("ours", True, False)


@pytest.mark.parametrize(
    "text",
    ["[a", 'a = "b"', "[a]\nurl = 7", '[a]\nurl = "x"\ncolor = "red"', "[a]\n", '[a]\nurl = "x"\nloopback = "y"'],
)
def test_what_cant_be_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        read_authorities(text, {})
