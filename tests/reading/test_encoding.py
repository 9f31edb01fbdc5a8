from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.reading.encoding import declared_in_markup, decode

RUSSIAN = "Чрезвычайный и Полномочный Посол Илья Тарбов, советник Анна Орлова, первый секретарь"
GERMAN = "Botschaft von Kumarien: Herr Jörg Müßig, Gesandter, Außenstelle Köln, für alle Länder zuständig"
POLISH = "Ambasada Kumarii: Pan Łukasz Świątek, radca, Pani Żaneta Dąbrowska, pierwszy sekretarz, Kraków"


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "utf-32"])
def test_a_byte_order_mark_is_believed_before_all(name: str) -> None:
    data = RUSSIAN.encode("utf-8-sig" if name == "utf-8" else name)
    found = decode(data, declared=("windows-1252",))
    assert (found.text, found.basis) == (RUSSIAN, "bom")


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r", "iso-8859-5", "utf-8"])
def test_a_declaration_that_fits_is_believed(name: str) -> None:
    found = decode(RUSSIAN.encode(name), declared=(name,))
    assert (found.text, found.basis, found.notes) == (RUSSIAN, "declared", ())


def test_the_first_declaration_that_fits_counts() -> None:
    found = decode(RUSSIAN.encode("koi8-r"), declared=("no-such-thing", "koi8-r"))
    assert (found.text, found.basis) == (RUSSIAN, "declared")
    assert "no-such-thing" in found.notes[0]


@pytest.mark.parametrize(
    ("text", "actual", "declared"),
    [
        (RUSSIAN, "windows-1251", "utf-8"),
        (RUSSIAN, "windows-1251", "iso-8859-1"),
        (RUSSIAN, "koi8-r", "windows-1251"),
        (RUSSIAN, "windows-1251", "koi8-r"),
        (RUSSIAN, "utf-8", "windows-1251"),
        (GERMAN, "utf-8", "iso-8859-1"),
        (GERMAN, "windows-1252", "utf-8"),
        (GERMAN, "iso-8859-1", "utf-16"),
    ],
)
def test_a_declaration_that_the_bytes_belie_is_overruled_and_noted(text: str, actual: str, declared: str) -> None:
    found = decode(text.encode(actual), declared=(declared,))
    assert found.text == text
    assert found.basis in ("detected", "utf-8")
    assert declared in found.notes[0]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (GERMAN, "iso-8859-1"),
        (POLISH, "windows-1250"),
        (POLISH, "iso-8859-2"),
        (RUSSIAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
    ],
)
def test_what_nothing_declares_is_detected(text: str, name: str) -> None:
    found = decode(text.encode(name))
    assert (found.text, found.basis) == (text, "detected")


def test_plain_utf_8_needs_no_detection() -> None:
    assert decode(GERMAN.encode()).basis == "utf-8"


def test_a_cut_sign_becomes_a_replacement_and_a_note() -> None:
    found = decode(RUSSIAN.encode()[:-1], declared=("utf-8",))
    assert found.text.endswith("\ufffd")
    assert "U+FFFD" in found.notes[-1]


@pytest.mark.parametrize(
    "head",
    [
        b'<html><head><meta charset="koi8-r">',
        b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>",
        b'<?xml version="1.0" encoding="koi8-r"?><html>',
        b"<!-- <meta charset=utf-8> --><meta charset=koi8-r>",
    ],
)
def test_a_page_declares_its_encoding(head: bytes) -> None:
    assert declared_in_markup(head) == "koi8-r"


@given(
    st.binary(max_size=300), st.sampled_from([None, "utf-8", "windows-1251", "utf-16", "x", "gb2312", "idna", "hex"])
)
def test_no_bytes_make_it_fail(data: bytes, declared: str | None) -> None:
    found = decode(data, declared=(declared,))
    assert isinstance(found.text, str)
