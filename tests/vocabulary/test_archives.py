from __future__ import annotations

import pytest

from legation.errors import UsageError
from legation.vocabulary.archives import read_archives, shipped


def test_the_archives_that_come_along_have_titles_addresses_and_rates() -> None:
    archives = shipped()
    assert {"internet-archive", "common-crawl"} <= set(archives)
    for archive in archives.values():
        assert archive.title
        assert archive.index or archive.timemap
        assert archive.index_every > 0
        assert not archive.loopback


def test_an_archive_can_be_put_at_another_address_and_keeps_the_rest() -> None:
    moved = read_archives('[internet-archive]\nindex = "http://127.0.0.1:1/cdx"\nloopback = true\n', shipped())
    assert moved["internet-archive"].index == "http://127.0.0.1:1/cdx"
    assert moved["internet-archive"].dialect == "internet-archive"
    assert shipped()["internet-archive"].index != moved["internet-archive"].index


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[x]\ndialect = 'pywb'", "`index`"),
        ("[x]\ndialect = 'gopher'", "dialect"),
        ("[x]\ncolour = 'red'", "colour"),
        ("[internet-archive]\nindex_every = 'often'", "index_every"),
        ("[internet-archive]\nloopback = 1", "loopback"),
        ("x = 1", "outside of a table"),
        ("[x", "mend the file"),
    ],
)
def test_what_a_configuration_says_wrongly_is_named(text: str, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        read_archives(text, shipped(), item="archives.toml")
