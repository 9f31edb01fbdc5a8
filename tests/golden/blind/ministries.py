"""Lists written blind, fourth set: files as ministries of foreign affairs and conferences give them out."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable

import docx
import openpyxl

from tests.golden.blind.cast import One, cast, dated, made, text, told
from tests.golden.blind.draw import Put, column, pdf
from tests.golden.truth import Printed

PDF = "application/pdf"


def _spouses(people: Iterable[One]) -> tuple[str, ...]:
    """Names that no listing may hold, without their form of address."""
    spouses = (p.more["spouse"] for p in people if "spouse" in p.more)
    return tuple(spouse.replace("Excma. ", "").split(" ", 1)[1].removeprefix("D.ª ") for spouse in spouses)


def married() -> Printed:
    """A list on paper in three columns: name, `m` for who is married, post; day of arrival behind the head's post."""
    puts: list[Put] = [
        (60, 50, -14, "THE LONDON DIPLOMATIC LIST"),
        (60, 70, 9, "Alphabetical list of the representatives"),
    ]
    puts += [
        (60, 110, -11, "EMBASSY OF BULGARIA"),
        (60, 124, 9, "186 Quarley Gate SW7 5HL"),
        (60, 138, 9, "Tel: 020 5555 0100"),
    ]
    rows = []
    for n, p in enumerate(cast("uk-m")):
        down = 165 + 18.0 * n
        puts.append((60, down, 9, p.polite))
        if p.more["m"]:
            puts.append((290, down, 9, "m"))
        day = p.more.get("on")
        puts.append((310, down, 9, f"{p.title} ({day})" if day else p.title))
        days = dated(p.more["iso"], "printed", "arrived", "credentials") if day else []
        rows.append(
            told(p, p.western, honorific=p.hon, mission="BG/GB", accompanied=(bool(p.more["m"]), False), dates=days)
        )
    return made("married", "pdf", pdf([puts]), rows, media_type=PDF)


def washington() -> Printed:
    """Two columns by state: chancery, then each person with the post below, and the spouse below that, indented."""
    people = cast("us-w")
    halves: list[list[Put]] = [[], []]
    rows = []
    for half, state in enumerate(("FI", "ZA")):
        left, down = 50 + 270.0 * half, 90.0
        mine = [p for p in people if p.more["state"] == state]
        puts = halves[half]
        puts.append((left, down, -11, mine[0].more["c"]))
        puts += [
            (left, down + 14, 8, f"Chancery: {3301 + half} Massacre Avenue NW 20008"),
            (left, down + 26, 8, "phone (202) 555-0100"),
        ]
        down += 50
        for p in mine:
            puts += [(left, down, 9, p.polite), (left + 10, down + 11, 8, p.title)]
            down += 24
            if "spouse" in p.more:
                puts.append((left + 20, down - 2, 8, p.more["spouse"]))
                down += 12
            down += 8
            rows.append(told(p, p.western, honorific=p.hon, sending=state, accompanied="spouse" in p.more))
    title: list[Put] = [(180, 45, -14, "DIPLOMATIC LIST"), (230, 62, 10, "Summer 2019")]
    body = pdf([[*title, *halves[0], *halves[1]]])
    return made("washington", "pdf", body, rows, media_type=PDF, never=_spouses(people))


def tokyo() -> Printed:
    """A table on paper: name and spouse in one cell on two lines, post, day of arrival."""
    people = cast("jp-t")
    puts: list[Put] = [(60, 50, -13, "Embassy of the Republic of Chile in Japan")]
    puts += [(60, 80, -9, "Name"), (270, 80, -9, "Title"), (500, 80, -9, "Date of Arrival")]
    down, rows = 104.0, []
    for p in people:
        puts += [(60, down, 9, p.polite), (270, down, 9, p.title), (500, down, 9, p.more["on"])]
        if "spouse" in p.more:
            puts.append((60, down + 12, 9, p.more["spouse"]))
        down += 34
        days = dated(p.more["iso"], "arrived")
        rows.append(told(p, p.western, honorific=p.hon, mission="CL/JP", accompanied="spouse" in p.more, dates=days))
    return made("tokyo", "pdf", pdf([puts]), rows, media_type=PDF, never=_spouses(people))


def bern() -> Printed:
    """States in three languages as headings, one line a person with the day in brackets."""
    lines: list[tuple[float, str]] = [(-14, "Liste diplomatique – Diplomatische Liste – Lista diplomatica"), (10, "")]
    names = {"MG": "MADAGASCAR – Madagaskar", "AL": "ALBANIE – Albanien – Albania"}
    rows, state = [], None
    for p in cast("ch-b"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += [
                (10, ""),
                (-11, names[state]),
                (8, "3006 Berne, Thunstrasse 555"),
                (8, "Tél. 031 555 01 00"),
                (8, ""),
            ]
        lines.append((9, f"{p.polite}, {p.title} ({p.more['on']})"))
        rows.append(told(p, p.western, honorific=p.hon, sending=state, dates=dated(p.more["iso"])))
    return made("bern", "pdf", pdf([column(lines)]), rows, media_type=PDF)


def stockholm() -> Printed:
    """A text with tabs: name, post, day in figures; the spouse in a line below with a tab before."""
    people = cast("se-s")
    lines, rows = ["DIPLOMATIC LIST STOCKHOLM", "Updated 2022-02-01", "", "MONTENEGRO", "Embassy of Montenegro", ""], []
    for p in people:
        lines.append(f"{p.polite}\t{p.title}\t{p.more['on']}")
        lines += [f"\t{p.more['spouse']}"] if "spouse" in p.more else []
        rows.append(
            told(p, p.western, honorific=p.hon, sending="ME", accompanied="spouse" in p.more, dates=dated(p.more["on"]))
        )
    return text("stockholm", lines, rows, as_of="2022-02-01", never=_spouses(people))


def madrid() -> Printed:
    """A Word list in Spanish: states in bold capitals, persons in capitals with the post on the next line, spouses."""
    people = cast("es-m")
    document = docx.Document()
    document.add_paragraph("LISTA DEL CUERPO DIPLOMÁTICO ACREDITADO EN ESPAÑA").runs[0].bold = True
    document.add_paragraph("Mayo de 2021")
    rows, state = [], None
    for p in people:
        if p.more["state"] != state:
            state = p.more["state"]
            document.add_paragraph(p.more["c"]).runs[0].bold = True
            document.add_paragraph("Cancillería: C/ Invención, 23, 28006 Madrid")
            document.add_paragraph("Tel.: 915 550 100")
        document.add_paragraph(f"{p.hon} {p.loud}").runs[0].bold = True
        document.add_paragraph(p.title)
        if "spouse" in p.more:
            document.add_paragraph(p.more["spouse"])
        rows.append(
            told(p, p.loud, family=p.family.upper(), honorific=p.hon, sending=state, accompanied="spouse" in p.more)
        )
    return made("madrid", "docx", _docx(document), rows, as_of="2021-05", never=_spouses(people))


def brasilia() -> Printed:
    """A Word table in Portuguese: name, post, month of arrival; the spouse in brackets under the name."""
    people = cast("br-b")
    document = docx.Document()
    document.add_heading("Embaixada da República de Gana em Brasília", 1)
    table = document.add_table(rows=1, cols=3)
    for cell, head in zip(table.rows[0].cells, ("Nome", "Cargo", "Chegada"), strict=True):
        cell.text = head
    rows = []
    for p in people:
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text = p.polite, p.title, p.more["on"]
        if "spouse" in p.more:
            cells[0].add_paragraph(f"({p.more['spouse']})")
        days = dated(p.more["iso"], "arrived")
        rows.append(told(p, p.western, honorific=p.hon, mission="GH/BR", accompanied="spouse" in p.more, dates=days))
    return made("brasilia", "docx", _docx(document), rows, never=_spouses(people))


def new_delhi() -> Printed:
    """Numbered persons in a text, the post behind a dash, credentials in brackets, the spouse on a line of its own."""
    people = cast("in-d")
    lines, rows = ["Royal Embassy of Bhutan in New Delhi", ""], []
    for n, p in enumerate(people, 1):
        day = f" (Presented credentials on {p.more['on']})" if "on" in p.more else ""
        lines.append(f"{n}. {p.polite} — {p.title}{day}")
        lines += [f"   Spouse: {p.more['spouse']}"] if "spouse" in p.more else []
        days = dated(p.more["iso"], "credentials") if "on" in p.more else []
        rows.append(told(p, p.western, honorific=p.hon, mission="BT/IN", accompanied="spouse" in p.more, dates=days))
    return text("new-delhi", lines, rows, never=_spouses(people))


def missions_to() -> Printed:
    """A blue book: names on the left, posts on the right over two lines, the spouse under the name."""
    people = cast("blue")
    puts: list[Put] = [(60, 45, -13, "Permanent Missions to the United Nations"), (60, 75, -12, "MONGOLIA")]
    puts += [
        (60, 92, 8, "Permanent Mission of Mongolia to the United Nations"),
        (60, 104, 8, "6 East 555th Street, New York, NY 10021"),
    ]
    puts += [(60, 116, 8, "Telephone: (212) 555-0100"), (60, 128, 8, "National holiday: 11 July - Naadam")]
    down, rows = 150.0, []
    for p in people:
        first, comma, second = p.title.partition(", ")
        puts += [(60, down, 9, p.polite), (300, down, 9, first + ("," if comma else ""))]
        if second:
            puts.append((300, down + 11, 9, second))
        if "spouse" in p.more:
            puts.append((60, down + 11, 9, p.more["spouse"]))
        down += 30
        rows.append(told(p, p.western, honorific=p.hon, mission="MN/UN", accompanied="spouse" in p.more))
    return made("missions-to", "pdf", pdf([puts]), rows, media_type=PDF, never=_spouses(people))


def consular_corps() -> Printed:
    """A city's consular corps on paper in German: state, kind, address, then each consul with the day of exequatur."""
    lines: list[tuple[float, str]] = [(-14, "Konsularisches Korps in Bremen"), (9, "Stand: 1. Februar 2022"), (9, "")]
    kinds = {"CL": "Honorarkonsulat", "EE": "Honorarkonsulat", "TR": "Generalkonsulat"}
    rows, state = [], None
    for p in cast("cons"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += [
                (9, ""),
                (-11, p.more["c"]),
                (9, kinds[state]),
                (9, "Am Erfundenen Wall 5, 28195 Bremen"),
                (9, ""),
            ]
        lines += [(9, p.polite), (9, p.title), (9, f"Exequatur: {p.more['on']}"), (9, "")]
        days = dated(p.more["iso"], "accredited", "appointed")
        rows.append(told(p, p.western, honorific=p.hon, sending=state, dates=days))
    return made("consular-corps", "pdf", pdf([column(lines)]), rows, media_type=PDF, as_of="2022-02-01")


def participants() -> Printed:
    """A conference's participants in Word: states as headings, head of delegation marked by a line of its own."""
    document = docx.Document()
    document.add_heading("Provisional List of Participants", 0)
    rows, state = [], None
    for p in cast("osce"):
        if p.more["state"] != state:
            state = p.more["state"]
            document.add_heading(p.more["c"], 2)
            document.add_paragraph("Head of Delegation").runs[0].italic = True
            fresh = True
        elif fresh:
            document.add_paragraph("Members of Delegation").runs[0].italic = True
            fresh = False
        document.add_paragraph(f"{p.polite}\n{p.title}")
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
        rows[-1].pop("section")
    return made("participants", "docx", _docx(document), rows)


def sheet_of_states() -> Printed:
    """A workbook with a title over all columns, a merged row for each state, empty rows, and days as days."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["DIPLOMATIC CORPS ACCREDITED TO SENEGAL"])
    sheet.merge_cells("A1:E1")
    sheet.append([])
    sheet.append(["S/N", "Title", "Full Name", "Designation", "Date of Arrival"])
    rows, state = [], None
    for n, p in enumerate(cast("xlsx-m"), 1):
        if p.more["state"] != state:
            state = p.more["state"]
            sheet.append([])
            sheet.append([p.more["c"]])
            sheet.merge_cells(start_row=sheet.max_row, end_row=sheet.max_row, start_column=1, end_column=5)
        sheet.append([n, p.hon, p.western, p.title, dt.date.fromisoformat(p.more["on"])])
        days = dated(p.more["on"], "arrived")
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/SN", dates=days))
    out = io.BytesIO()
    book.save(out)
    return made("sheet-of-states", "xlsx", out.getvalue(), rows)


def holy_see() -> Printed:
    """Missions to the Holy See in Italian: state, then name, post, and the day of credentials in words."""
    lines, rows, state = ["CORPO DIPLOMATICO ACCREDITATO PRESSO LA SANTA SEDE", "", ""], [], None
    for p in cast("va-it"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += [p.more["c"], "Ambasciata: Via dell'Invenzione 55, 00193 Roma; Tel. 06.5550100", ""]
        lines += [f"{p.polite}, {p.title} ({p.more['on']})", ""]
        days = dated(p.more["iso"], "printed", "credentials")
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/VA", dates=days))
    return text("holy-see", lines, rows)


def _docx(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


MINISTRIES = (
    married,
    washington,
    tokyo,
    bern,
    stockholm,
    madrid,
    brasilia,
    new_delhi,
    missions_to,
    consular_corps,
    participants,
    sheet_of_states,
    holy_see,
)
