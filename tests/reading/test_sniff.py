from __future__ import annotations

import io
import zipfile

import pytest

from legation.reading.sniff import sniff, utf16_order

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"%PDF-1.4\n", "application/pdf"),
        (b"\n\n%PDF-1.4\n", "application/pdf"),
        (b"<!DOCTYPE html><p>x", "text/html"),
        (b"<?xml version='1.0'?><html xmlns='x'><body/></html>", "text/html"),
        ("<html><body>x</body></html>".encode("utf-16"), "text/html"),
        (b"name,rank\nA,B\n", "text/plain"),
        ("Имя, должность".encode("utf-16-le"), "text/plain"),
        ("Имя, должность".encode("cp1251"), "text/plain"),
        (b"BMW of Qumar, a car", "text/plain"),
    ],
)
def test_formats_that_are_read(data: bytes, media_type: str) -> None:
    assert (sniff(data).media_type, sniff(data).state) == (media_type, "ok")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (zipped("ppt/presentation.xml"), "slide show"),
        (zipped("mimetype", "opendocument.text"), "word processor"),
        (zipped("a.txt"), "unpack"),
        (OLE + bytes(600), "PDF"),
        (OLE + bytes(500) + "WordDocument".encode("utf-16-le"), "DOCX"),
        (b"\x00\x00\x01\x00" + bytes(20), "OCR"),
        (b"\x1f\x8b\x08" + bytes(20), "unpack"),
        (b"{\\rtf1 x}", "PDF"),
        (b'{"kind": "listing"}', "CSV"),
        (b"<?xml version='1.0'?><rss/>", "CSV"),
        (bytes(range(256)) * 4, "PDF"),
        (b"WARC/1.0\r\n", "HTML"),
    ],
)
def test_formats_that_are_not_read_say_what_to_do(data: bytes, word: str) -> None:
    form = sniff(data)
    assert (form.reader, form.state) == (None, "unsupported")
    assert form.note is not None
    assert word in form.note


@pytest.mark.parametrize(
    ("data", "reader"),
    [
        (zipped("word/document.xml"), "docx"),
        (zipped("xl/workbook.xml"), "workbook"),
        (zipped("opendocument.spreadsheet"), "workbook"),
        (OLE + bytes(500) + "Workbook".encode("utf-16-le"), "workbook"),
        (OLE + bytes(500) + "Book\0".encode("utf-16-le"), "workbook"),
        (b"\x89PNG\r\n\x1a\n" + bytes(20), "picture"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "picture"),
        (b"II*\x00" + bytes(20), "picture"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "picture"),
    ],
)
def test_office_files_and_pictures_have_readers(data: bytes, reader: str) -> None:
    assert (sniff(data).reader, sniff(data).state) == (reader, "ok")


@pytest.mark.parametrize("data", [b"", b"  \r\n", b"\xef\xbb\xbf", b"\xff\xfe\x00\x00"])
def test_a_file_without_a_sign_is_empty(data: bytes) -> None:
    assert sniff(data).state == "empty"


def test_a_locked_office_file_is_encrypted() -> None:
    assert sniff(OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le")).state == "encrypted"


def test_a_locked_word_file_of_before_2007_is_encrypted() -> None:
    stream = b"\xec\xa5\xc1\x00" + bytes(7) + b"\x01" + bytes(500)
    assert sniff(OLE + bytes(504) + stream + "WordDocument".encode("utf-16-le")).state == "encrypted"


def test_the_order_of_utf_16_is_told_without_a_mark() -> None:
    assert utf16_order("Mr Ilo Tarbo, attaché".encode("utf-16-be")) == "utf-16-be"
    assert utf16_order("г-н Ило Тарбо, атташе".encode("utf-16-le")) == "utf-16-le"
    assert utf16_order(b"Mr Ilo Tarbo") is None


@pytest.mark.parametrize("end", [b"", b"\n", b'\n{"id": "b", "schema": "Person", "properties": {}}\n'])
def test_a_register_of_entities_is_text_and_other_json_is_not_read(end: bytes) -> None:
    entity = b'{"id": "a", "properties": {"name": ["Odd Brekne"]}, "schema": "Person"}'
    assert sniff(entity + end).reader == "characters"
    assert sniff(b'{"id": "a", "properties": {}}' + end.replace(b"schema", b"kind")).reader is None
