"""LibreOffice opens what is written for spreadsheets and works nothing out of what a source prints."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from legation.publishing.tables import Sheet, csv_bytes, xlsx_bytes

pytestmark = [
    pytest.mark.service,
    pytest.mark.timeout(300),
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice isn't here: see debian.txt"),
]

STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    "\r=",
    "\n=",
    "＝",
    "＋",
    "－",
    "＠",
    " =",
    "'=",
    '"=',
    ";=",
    ",=",
    "\u200b=",
    "\u00a0=",
)
FORMULAS = (
    "1+1",
    "SUM(1;1)",
    "SUM(1,1)",
    'HYPERLINK("http://127.0.0.1:9/x","click")',
    "cmd|' /C calc'!A0",
    'WEBSERVICE("http://127.0.0.1:9/")',
    'IMPORTXML("http://127.0.0.1:9/","//a")',
    'DDE("soffice";"x";"y")',
    "NOW()",
    "RAND()",
    "2*3",
    "A1",
)
PAYLOADS = tuple(f"{start}{formula}" for start in STARTS for formula in FORMULAS)
NUMBERS = ("1e5", "0012", "2022-04-01", "1/2", "TRUE", "+4930123456")


def opened(data: bytes, name: str, folder: Path) -> list[list[str]]:
    """The cells as LibreOffice shows them, after it has opened the file and saved it with formulas worked out."""
    source = folder / name
    source.write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--norestore"]
    if source.suffix == ".csv":
        command.append("--infilter=CSV:44,34,76,1")  # as its dialogue offers: comma, UTF-8
    command += ["--convert-to", "fods", "--outdir", str(folder)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=200)
    text = (folder / source.with_suffix(".fods").name).read_text("utf-8")
    assert "table:formula" not in text, "LibreOffice takes a cell for a formula"
    assert "xlink:href" not in text.partition("<office:spreadsheet")[2], "LibreOffice takes a cell for a link"
    out = folder / "again"
    out.mkdir()
    again = [*command[:-2], "--outdir", str(out)]
    again[again.index("fods")] = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    subprocess.run([*again, str(source)], check=True, capture_output=True, timeout=200)
    (made,) = out.glob("*.csv")
    return list(csv.reader(io.StringIO(made.read_text("utf-8"))))


def sheet() -> Sheet:
    return Sheet(name="payloads", header=("number", "text"), rows=tuple(enumerate((*PAYLOADS, *NUMBERS))))


def as_text(cell: str) -> str:
    """The cell without what a program for spreadsheets may fold, white space, and without apostrophes."""
    return "".join(cell.split()).replace("'", "")


def test_there_are_two_hundred_payloads() -> None:
    assert len(set(PAYLOADS)) >= 200


def test_csv_is_opened_and_no_cell_is_worked_out(tmp_path: Path) -> None:
    rows = opened(csv_bytes(sheet()), "payloads.csv", tmp_path)[1:]
    assert [as_text(row[1]) for row in rows[: len(PAYLOADS)]] == [as_text(payload) for payload in PAYLOADS]


def test_a_workbook_is_opened_and_no_cell_is_worked_out(tmp_path: Path) -> None:
    data = xlsx_bytes((sheet(),))
    rows = opened(data, "payloads.xlsx", tmp_path)[1:]
    assert [as_text(row[1]) for row in rows] == [as_text(text) for text in (*PAYLOADS, *NUMBERS)]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert not [name for name in packed.namelist() if "externalLink" in name or "vba" in name.lower()]
        assert b"<f>" not in packed.read("xl/worksheets/sheet1.xml")
