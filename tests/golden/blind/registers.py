"""Lists written blind, seventh set: office files, tables of data, paper and a scan."""

from __future__ import annotations

import io

import docx
import openpyxl
import xlwt

from tests.golden.blind.cast import cast, dated, empty, lives, made, spouses_of, told
from tests.golden.blind.draw import Put, column, pdf, picture, saved
from tests.golden.truth import Printed, Row

PDF = "application/pdf"


def romanian_tabs() -> Printed:
    """A Word list in Romanian: states in bold, name and post on both sides of a tab, spouses on lines of their own."""
    people, rows, state = cast("v-ro"), [], None
    document = docx.Document()
    document.add_paragraph("LISTA CORPULUI DIPLOMATIC ACREDITAT ÎN REPUBLICA MOLDOVA")
    document.add_paragraph("Martie 2022")
    for p in people:
        if p.more["state"] != state:
            state = p.more["state"]
            document.add_paragraph()
            document.add_paragraph().add_run(f"AMBASADA {p.more['c']}").bold = True
            document.add_paragraph("str. Inventată nr. 5, MD-2001 Chișinău")
        place = f" (cu reședința la {p.more['res'].partition('|')[0]})" if "res" in p.more else ""
        document.add_paragraph(f"{p.polite}\t{p.title}{place}")
        if "spouse" in p.more:
            document.add_paragraph(f"\t{p.more['spouse']} (soție)")
        rank = tuple(p.rank.split("|"))
        fields: Row = {"resident_in": lives(p), "accompanied": "spouse" in p.more, "rank": rank}
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/MD", **fields))
    out = io.BytesIO()
    document.save(out)
    return made("romanian-tabs", "docx", out.getvalue(), rows, never=spouses_of(people), as_of="2022-03")


def serbian_book() -> Printed:
    """A workbook in Serbian: the state in a merged row, days of arrival as numbers."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Листа"
    sheet.append(["Дипломатска листа – Београд"])
    sheet.append(["Р. бр.", "Име и презиме", "Звање", "Датум доласка"])
    rows, state = [], None
    for n, p in enumerate(cast("v-sr"), 1):
        if p.more["state"] != state:
            state = p.more["state"]
            sheet.append([p.more["c"]])
            sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=4)
        sheet.append([n, p.polite, p.title, int(p.more["n"])])
        sheet.cell(sheet.max_row, 4).number_format = "dd.mm.yyyy"
        days = dated(p.more["iso"], "arrived")
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/RS", dates=days))
    out = io.BytesIO()
    book.save(out)
    return made("serbian-book", "xlsx", out.getvalue(), rows)


def london_pages() -> Printed:
    """A list on paper: contents with dots, two zones a line, spouses below the names, states that go on overleaf."""
    people, rows, state = cast("v-london"), [], None
    contents: list[Put] = [(180, 60, -14, "London Diplomatic List"), (230, 90, 10, "September 2022")]
    lead = ("Albania ........ 2", "Botswana ....... 2", "Chile .......... 3")
    contents += [(60, 140 + 16.0 * n, 9, line) for n, line in enumerate(lead)]
    contents.append((60, 220, 8, "* Not resident in London"))
    pages: list[list[Put]] = [contents, []]
    down = 70.0
    for p in people:
        if p.more["state"] == "CL" and state == "BW":
            pages.append([(250, 40, -10, "CHILE")])
            down = 70
        if p.more["state"] != state:
            state = p.more["state"]
            if state != "CL":
                pages[-1].append((60, down, -11, p.more["c"]))
            kind = "High Commission" if state == "BW" else "Embassy"
            lines = [f"{kind} of the Republic", "5 Invented Terrace SW1X 8QB"]
            for line in [*lines, "020 7946 0100   embassy.london@mission.example"]:
                down += 13
                pages[-1].append((60, down, 8, line))
            down += 18
        pages[-1] += [(60, down, -9, p.polite), (320, down, 9, p.title)]
        if "on" in p.more:
            down += 12
            pages[-1].append((320, down, 9, f"({p.more['on']})"))
        if "spouse" in p.more:
            down += 0 if "on" in p.more else 12
            pages[-1].append((60, down, 9, p.more["spouse"]))
        down += 20
        days = dated(p.more["iso"], "printed", "credentials", "accredited") if "on" in p.more else []
        fields: Row = {"accompanied": "spouse" in p.more, "dates": days}
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/GB", **fields))
    feasts = ["NATIONAL DAYS", "Albania", "28 November", "Botswana", "30 September", "Chile", "18 September"]
    pages.append([(60, 70, -11, feasts[0])])
    for n in range(3):
        pages[-1] += [(60, 100 + 14.0 * n, 9, feasts[2 * n + 1]), (320, 100 + 14.0 * n, 9, feasts[2 * n + 2])]
    for n, each in enumerate(pages, 1):
        each.append((290, 815, 8, str(n)))
    return made("london-pages", "pdf", pdf(pages), rows, media_type=PDF, as_of="2022-09", never=spouses_of(people))


def geneva_columns() -> Printed:
    """Permanent missions in French in two columns: spouses in brackets on the next line, one state goes on overleaf."""
    people, rows, state = cast("v-geneva"), [], None
    sides: list[list[tuple[float, str]]] = [[], []]
    for n, p in enumerate(people):
        side = sides[0 if n < 5 else 1]
        if p.more["state"] != state:
            state = p.more["state"]
            side += [(9, ""), (-10, p.more["c"])]
            side += [(7, "Chemin de l'Invention 5, 1202 Genève"), (7, "Tél. 022 555 01 00"), (7, "")]
        elif n == 5:
            side += [(-10, f"{p.more['c']} (suite)"), (7, "")]
        side.append((-8, p.polite))
        side += [(7, f"({p.more['spouse']})")] if "spouse" in p.more else []
        side += [(8, p.title), (6, "")]
        fields: Row = {"mission_type": "permanent-mission", "accompanied": "spouse" in p.more}
        rows.append(told(p, p.western, honorific=p.hon, sending=state, **fields))
    title = "Missions permanentes auprès des Nations Unies à Genève"
    puts: list[Put] = [(60, 35, -11, title), (450, 35, 8, "Mai 2021")]
    puts += column(sides[0], 50, 70) + column(sides[1], 320, 70) + [(280, 815, 8, "– 17 –")]
    return made("geneva-columns", "pdf", pdf([puts]), rows, media_type=PDF, as_of="2021-05", never=spouses_of(people))


def dutch_consuls() -> Printed:
    """An old workbook in Dutch: initials, particle and family name in columns of their own, district, exequatur."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Rotterdam")
    head = ("Land", "Aanhef", "Voorletters", "Tussenvoegsel", "Achternaam", "Functie", "Ressort", "Exequatur d.d.")
    lines: list[tuple[object, ...]] = [("Consulaire posten te Rotterdam",), (), head]
    rows = []
    for p in cast("v-nl"):
        lines.append((p.more["c"], p.hon, p.given, p.more["p"], p.more["f"], p.title, p.more["d"], int(p.more["n"])))
        name = (p.western, " ".join(x for x in (p.more["f"], p.given, p.more["p"]) if x), f"{p.family}, {p.given}")
        days = dated(p.more["iso"], "accredited", "appointed")
        rows.append(told(p, name, honorific=p.hon, sending=p.more["state"], dates=days))
    style = xlwt.easyxf(num_format_str="dd-mm-yyyy")
    for y, line in enumerate(lines):
        for x, value in enumerate(line):
            if isinstance(value, int):
                sheet.write(y, x, value, style)
            elif value:
                sheet.write(y, x, value)
    out = io.BytesIO()
    book.save(out)
    return made("dutch-consuls", "xls", out.getvalue(), rows)


def portuguese_corps() -> Printed:
    """Columns of data in Portuguese: state, form of address, name, office, spouse, credentials; one office vacant."""
    people = cast("v-pt")
    lines = ["País;Tratamento;Nome;Cargo;Cônjuge;Apresentação de credenciais"]
    rows: list[Row] = []
    for p in people:
        # The family name comes first in Viet Nam.
        lines.append(";".join((p.more["c"], p.hon, p.western, p.title, p.more.get("spouse", ""), p.more.get("on", ""))))
        days = dated(p.more["iso"], "credentials") if "on" in p.more else []
        row = told(p, p.western, honorific=p.hon, mission=f"{p.more['state']}/PT", dates=days)
        row["accompanied"] = "spouse" in p.more
        if "vn" in p.more:
            row |= {"family": "Nguyễn", "given": ("Thị Bạch Diệp", "Bạch Diệp")}
        rows.append(row)
    lines.append("Vietname;;Vago;Conselheiro Comercial;;")
    rows.append(empty("Conselheiro Comercial", "counsellor", mission="VN/PT"))
    body = "\r\n".join(lines).encode("utf-8-sig")
    name = "corpo-diplomatico-acreditado-em-portugal.csv"
    never = tuple(p.more["spouse"].removeprefix("Senhora D. ") for p in people if "spouse" in p.more)
    return made("portuguese-corps", "csv", body, rows, media_type="text/csv", name=name, never=never)


def three_languages() -> Printed:
    """A conference's participants in Word: states in three languages, name in bold, office and employer by a break."""
    document = docx.Document()
    document.add_paragraph("LIST OF PARTICIPANTS / LISTE DES PARTICIPANTS / LISTA DE PARTICIPANTES")
    document.add_paragraph("I. MEMBER STATES / ÉTATS MEMBRES / ESTADOS MIEMBROS")
    rows, state = [], None
    for p in cast("v-bi"):
        if p.more["state"] != state:
            state = p.more["state"]
            document.add_paragraph().add_run(p.more["c"]).bold = True
        paragraph = document.add_paragraph()
        paragraph.add_run(p.polite).bold = True
        office, _, rest = p.title.partition(", ") if "; " not in p.title else p.title.partition("; ")
        for part in (office, rest):
            paragraph.add_run().add_break()
            paragraph.add_run(part)
        row = told(p, p.western, honorific=p.hon, sending=state)
        row["title"] = (p.title, p.title.replace("; ", ", "), p.title.replace(", ", "; "), f"{office} {rest}")
        row.pop("section")
        rows.append(row)
    out = io.BytesIO()
    document.save(out)
    return made("three-languages", "docx", out.getvalue(), rows)


def gulf_book() -> Printed:
    """A workbook in English: country, name, capacity, day of arrival, remarks of who lives elsewhere; an old sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Heads and members"
    sheet.append(["Diplomatic corps accredited to the Sultanate of Oman"])
    sheet.append([])
    sheet.append(["S/N", "Country", "Name", "Capacity", "Date of Arrival", "Remarks"])
    rows = []
    for n, p in enumerate(cast("v-om"), 1):
        remark = f"Resident in {p.more['res'].partition('|')[0]}" if "res" in p.more else None
        sheet.append([n, p.more["c"], p.polite, p.title, int(p.more["n"]), remark])
        sheet.cell(sheet.max_row, 5).number_format = "d-mmm-yy"
        row = told(p, p.western, honorific=p.hon, mission=f"{p.more['state']}/OM", resident_in=lives(p))
        if " bin " in p.western:
            row |= {"given": (p.given, p.given.split()[0]), "family": (p.family, p.western.split(" ", 1)[1])}
        rows.append(row | {"dates": dated(p.more["iso"], "arrived")})
    old = book.create_sheet("2018")
    old.append(["S/N", "Country", "Name", "Capacity"])
    old.append([1, "Hungary", "H.E. Mr. Barnabás Tiszaföldvári", "Ambassador"])
    old.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return made("gulf-book", "xlsx", out.getvalue(), rows, never=("Barnabás Tiszaföldvári",))


def french_precedence() -> Printed:
    """An order of precedence in French on a page that lies on its side: number, state, name, office, day, residence."""
    title = "Ordre de préséance des chefs de mission accrédités au Bangladesh"
    puts: list[Put] = [
        (180, 50, -13, title),
        (40, 90, -8, "Rang"),
        (80, 90, -8, "Pays"),
        (230, 90, -8, "Nom et prénom"),
    ]
    puts += [(430, 90, -8, "Qualité"), (640, 90, -8, "Lettres de créance"), (740, 90, -8, "Résidence")]
    rows = []
    for n, p in enumerate(cast("v-prec"), 1):
        down = 92 + 26.0 * n
        first, comma, second = p.title.partition(", ")
        name = f"{p.family.upper()} {p.given}"
        puts += [(40, down, 8, str(n)), (80, down, 8, p.more["c"]), (230, down, 8, f"{p.hon} {name}")]
        puts += [(430, down, 8, first + comma), (640, down, 8, p.more["on"])]
        puts += [(430, down + 10, 8, second)] if second else []
        puts += [(740, down, 8, p.more["res"].partition("|")[0])] if "res" in p.more else []
        fields: Row = {"sending": p.more["state"], "receiving": "BD", "resident_in": lives(p)}
        days = dated(p.more["iso"], "credentials")
        rows.append(told(p, name, honorific=p.hon, dates=days, **fields))
    return made("french-precedence", "pdf", pdf([puts], turned=90), rows, media_type=PDF)


def typed_scan() -> Printed:
    """A typed page, scanned: name and post with dots between."""
    opening = ("Nairobi, Kenya", "", "March 1994", "")
    lines = [(-15, "EMBASSY OF THE REPUBLIC OF RWANDA"), *((12, line) for line in opening)]
    rows = []
    for p in cast("v-scan"):
        lines += [(12, f"{p.polite} {'.' * (64 - len(p.polite) - len(p.title))} {p.title}"), (8, "")]
        rows.append(told(p, p.western, honorific=p.hon, mission="RW/KE"))
    body = saved(picture(column(lines, 50)), "PNG")
    return made("typed-scan", "png", body, rows, media_type="image/png", as_of="1994-03")


REGISTERS = (
    romanian_tabs,
    serbian_book,
    london_pages,
    geneva_columns,
    dutch_consuls,
    portuguese_corps,
    three_languages,
    gulf_book,
    french_precedence,
)
REGISTERS_SCANS = (typed_scan,)
