"""Lists written blind, eighth set: paper and office files."""

from __future__ import annotations

import io

import docx
import openpyxl
import xlwt

from tests.golden.blind.cast import cast, dated, lives, made, spouses_of, told
from tests.golden.blind.draw import Put, column, pdf
from tests.golden.truth import Printed, Row

PDF = "application/pdf"


def hungarian_merged() -> Printed:
    """A Word table in Hungarian: the state merges the rows of its people, a column for spouses."""
    people = cast("w-hu")
    document = docx.Document()
    document.add_paragraph("A Magyarországon akkreditált diplomáciai testület névjegyzéke")
    document.add_paragraph("2022. március")
    table = document.add_table(rows=1, cols=4)
    for cell, header in zip(table.rows[0].cells, ("Ország", "Név", "Beosztás", "Házastárs"), strict=True):
        cell.text = header
    rows: list[Row] = []
    first = None
    for p in people:
        cells = table.add_row().cells
        if first is not None and p.more["c"] == rows[-1]["_c"]:
            first = first.merge(cells[0])
        else:
            first = cells[0]
            first.text = p.more["c"]
        # Foreigners' names stand in their own order.
        cells[1].text, cells[2].text, cells[3].text = p.polite, p.title, p.more.get("spouse", "")
        row = told(p, p.western, honorific=p.hon or None, mission=f"{p.more['state']}/HU", _c=p.more["c"])
        rows.append(row | {"accompanied": "spouse" in p.more})
    for row in rows:
        row.pop("_c")
    out = io.BytesIO()
    document.save(out)
    never = tuple(p.more["spouse"] for p in people if "spouse" in p.more)
    return made("hungarian-merged", "docx", out.getvalue(), rows, never=never, as_of="2022-03")


def norwegian_columns() -> Printed:
    """A list on paper in Norwegian in three columns: state, address, persons with post below, spouses."""
    people, rows, state = cast("w-nb"), [], None
    sides: dict[str, list[tuple[float, str]]] = {"BG": [], "VE": [], "GN": []}
    for p in people:
        side = sides[p.more["state"]]
        if p.more["state"] != state:
            state = p.more["state"]
            side += [(-9, p.more["c"]), (7, "Oppfunnet gate 5, 0253 Oslo"), (7, "Tlf. 22 55 01 00"), (7, "")]
        side += [(8, p.polite), (8, p.title)]
        side += [(8, f"(gift med {p.more['spouse']})")] if "spouse" in p.more else []
        side.append((7, ""))
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/NO", accompanied="spouse" in p.more))
    puts: list[Put] = [(200, 40, -12, "Diplomatliste – Oslo"), (250, 56, 8, "Oppdatert per 1. april 2022")]
    for place, side in enumerate(sides.values()):
        puts += column(side, 40 + 175.0 * place, 90)
    return made(
        "norwegian-columns", "pdf", pdf([puts]), rows, media_type=PDF, as_of="2022-04-01", never=spouses_of(people)
    )


def mexican_columns() -> Printed:
    """A list on paper in Spanish in two columns: spouses on the person's own line behind `y`, credentials, feast."""
    people, rows, state = cast("w-mx"), [], None
    sides: list[list[tuple[float, str]]] = [[], []]
    for p in people:
        side = sides[0 if p.more["state"] == "FI" else 1]
        if p.more["state"] != state:
            state = p.more["state"]
            side += [(9, ""), (-10, p.more["c"]), (7, "Fiesta nacional: 6 de diciembre")]
            side += [(7, "Calle Inventada 5, 11000 Ciudad de México"), (7, "Tel. 55 5550 1000"), (6, "")]
        side.append((8, p.polite + (f" y {p.more['spouse']}" if "spouse" in p.more else "")))
        place = f" (con residencia en {p.more['res']})" if "res" in p.more else ""
        side.append((8, p.title + place))
        side += [(7, f"Cartas credenciales: {p.more['on']}")] if "on" in p.more else []
        side.append((6, ""))
        days = dated(p.more["iso"], "credentials") if "on" in p.more else []
        fields: Row = {"accompanied": "spouse" in p.more, "dates": days, "resident_in": lives(p)}
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/MX", **fields))
    puts: list[Put] = [(130, 40, -12, "Cuerpo Diplomático acreditado ante el Gobierno de México")]
    puts += column(sides[0], 40, 70) + column(sides[1], 310, 70) + [(290, 815, 7, "12")]
    return made("mexican-columns", "pdf", pdf([puts]), rows, media_type=PDF, never=spouses_of(people))


def four_columns() -> Printed:
    """Permanent missions on paper in four narrow columns, drawn line by line across the page."""
    rows = []
    sides: dict[str, list[tuple[float, str]]] = {}
    for p in cast("w-four"):
        side = sides.setdefault(p.more["state"], [(-9, p.more["c"]), (5, "")])
        side += [(7, p.polite), (7, p.title), (5, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"], receiving="UN"))
    title = "PERMANENT MISSIONS TO THE UNITED NATIONS"
    puts: list[Put] = [(150, 40, -12, title), (250, 56, 8, "March 2022")]
    for place, side in enumerate(sides.values()):
        puts += column(side, 36 + 135.0 * place, 90)
    puts.sort(key=lambda put: (put[1], put[0]))
    return made("four-columns", "pdf", pdf([puts]), rows, media_type=PDF, as_of="2022-03")


def greek_consuls() -> Printed:
    """A workbook in Greek: a city's consular corps, family names first, days of exequatur as numbers."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Προξενικό Σώμα Θεσσαλονίκης"])
    sheet.append(["Α/Α", "Χώρα", "Επώνυμο", "Όνομα", "Ιδιότητα", "Ημερομηνία"])
    rows = []
    for n, p in enumerate(cast("w-el"), 1):
        sheet.append([n, p.more["c"], p.family, p.given, p.title, int(p.more["n"])])
        sheet.cell(sheet.max_row, 6).number_format = "dd/mm/yyyy"
        names = (p.inverted, p.western)
        row = told(p, names, sending=p.more["state"], dates=dated(p.more["iso"], "printed", "appointed"))
        rows.append(row | {"mission_type": ("consulate-general" if p.rank == "consul-general" else "consulate")})
    out = io.BytesIO()
    book.save(out)
    return made("greek-consuls", "xlsx", out.getvalue(), rows)


def german_attaches() -> Printed:
    """A Word list of service attachés in German: title and day in the page's header, tabs between name and post."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Militärattachés in der Republik Österreich\tStand: 1. Juli 2021"
    document.sections[0].footer.paragraphs[0].text = "Nur für den Dienstgebrauch\tSeite 1 von 1"
    rows, state = [], None
    for p in cast("w-milde"):
        if p.more["state"] != state:
            state = p.more["state"]
            document.add_paragraph(p.more["c"]).runs[0].bold = True
        document.add_paragraph(f"{p.polite}\t{p.title}")
        document.add_paragraph("\tErfundene Gasse 5, 1010 Wien, Tel. 01 555 01 00")
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/AT"))
    out = io.BytesIO()
    document.save(out)
    return made("german-attaches", "docx", out.getvalue(), rows, as_of="2021-07-01")


def caribbean_cells() -> Printed:
    """An old workbook in English: one cell a person with name, post and residence on three lines, beside the state."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    sheet.write(0, 0, "Missions accredited to Grenada")
    sheet.write(2, 0, "Country")
    sheet.write(2, 1, "Head of Mission")
    sheet.write(2, 2, "Contact")
    rows = []
    for y, p in enumerate(cast("w-carib"), 3):
        lines = [p.polite, p.title, *([f"(resident in {p.more['res']})"] if "res" in p.more else [])]
        sheet.write(y, 0, p.more["c"])
        sheet.write(y, 1, "\n".join(lines))
        sheet.write(y, 2, "Tel. 473 555 0100")
        row = told(p, p.western, honorific=p.hon, mission=f"{p.more['state']}/GD", resident_in=lives(p))
        if p.rank == "honorary-consul":
            row.pop("mission")
            row["sending"] = p.more["state"]
        rows.append(row)
    out = io.BytesIO()
    book.save(out)
    return made("caribbean-cells", "xls", out.getvalue(), rows)


FOLDERS = (
    hungarian_merged,
    norwegian_columns,
    mexican_columns,
    four_columns,
    greek_consuls,
    german_attaches,
    caribbean_cells,
)
