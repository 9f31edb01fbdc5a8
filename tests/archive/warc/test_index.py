from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.archive.warc.index import line, surt
from legation.archive.warc.reading import Record, records
from tests.archive.peer import HOME, is_installed
from tests.archive.warcs import Crawled, Revisited, write_warc

PAGES = [
    ("http://mission.example/staff.php?lang=ru", "example,mission)/staff.php?lang=ru"),
    ("http://www2.Mission.example:80/A/B/?b=2&a=1&A=0", "example,mission)/a/b?a=0&a=1&b=2"),
    ("https://x.example:443/", "example,x)/"),
    ("https://x.example:8443/a//b/../c", "example,x:8443)/a/c"),
    (
        "http://archive.example/web/20220204100000id_/http://mission.example/staff?x=1",
        "example,archive)/web/20220204100000id_/http:/mission.example/staff?x=1",
    ),
    ("http://x.example", "example,x)/"),
    ("http://x.example/a%20b%41?q=%D0%90", "example,x)/a%20ba?q=%d0%90"),
    ("http://x.example/Список", "example,x)/%d0%a1%d0%bf%d0%b8%d1%81%d0%be%d0%ba"),
    ("http://пример.example/", "example,xn--e1afmkfd)/"),
    ("http://x.example/index.html?&a", "example,x)/index.html?&a"),
    ("http://x.example/a#part", "example,x)/a"),
    ("http://u:p@x.example/a?", "example,x)/a"),
    ("http://127.0.0.1:8080/a", "1,0,0,127:8080)/a"),
    ("urn:sha256:ab", "urn:sha256:ab"),
]
BROKEN = ("http://[bad/p", "http://x.example:99999/p", "http://x.example:port/p", "http://exä..mple.de/")


@pytest.mark.parametrize(("url", "key"), PAGES)
def test_an_address_has_the_key_under_which_archives_look_it_up(url: str, key: str) -> None:
    assert surt(url) == key


@pytest.mark.parametrize("url", BROKEN)
def test_an_address_that_cant_be_taken_apart_is_its_own_key(url: str) -> None:
    assert surt(url) == url


@given(st.text("htp:/[]@.xä%1 9\t\udc80", max_size=20).map("http://".__add__))
def test_every_text_has_a_key_of_one_word(url: str) -> None:
    assert len(surt(url).split()) == 1


@given(
    host=st.sampled_from(["mission.example", "www.mission.example", "WWW3.Mission.example:80"]),
    path=st.lists(st.text("abcXYZ09-_.~йЖ%/ ", max_size=6), max_size=4),
)
def test_scheme_www_port_and_letter_case_make_no_other_key(host: str, path: list[str]) -> None:
    rest = "/".join(path).replace("%", "%25")
    assert surt(f"http://{host}/{rest}") == surt(f"https://mission.example/{rest}")


@pytest.mark.service
@pytest.mark.skipif(not is_installed(), reason="pywb isn't installed")
def test_keys_are_those_of_the_library_that_archives_use() -> None:
    script = "import sys, json; from surt import surt; print(json.dumps([surt(u) for u in json.load(sys.stdin)]))"
    urls = [url for url, _ in PAGES]
    done = subprocess.run(
        [str(HOME / "python"), "-c", script], input=json.dumps(urls), capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == [surt(url) for url in urls]


def test_only_what_is_looked_up_has_a_line(tmp_path: Path) -> None:
    first = Crawled(url="http://m.example/a", date="2022-02-04T10:00:00Z", body=b"names")
    warc = write_warc(tmp_path / "a.warc", [first, Revisited(url=first.url, date="2022-02-05T10:00:00Z", first=first)])
    made = [one for one in records(io.BytesIO(warc.read_bytes())) if isinstance(one, Record)]
    lines = [line(one, place=("a.warc", one.offset, 7)) or "" for one in made]
    assert lines[0].startswith("example,m)/a 20220204100000 {")
    said = [json.loads(each.split(" ", 2)[2]) for each in lines]
    assert [each["mime"] for each in said] == ["text/html", "warc/revisit"]
    assert said[0]["digest"] == said[1]["digest"]
    assert line(Record(**{**_fields(made[0]), "kind": "metadata"}), place=("a.warc", 0, 7)) is None  # type: ignore[arg-type]


def _fields(record: Record) -> dict[str, object]:
    return {name: getattr(record, name) for name in Record.__dataclass_fields__}
