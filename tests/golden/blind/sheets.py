"""Lists written blind, sixth set: on paper, as text and as sheets."""

from __future__ import annotations

import io

import openpyxl

from tests.golden.blind.cast import cast, dated, made, text, told
from tests.golden.blind.draw import Put, column, pdf
from tests.golden.truth import Printed, Row

PDF = "application/pdf"


def honorary_consulates() -> Printed:
    """A text in Polish: each honorary consulate as a heading, its consul behind a label, then the district."""
    lines, rows = ["Konsulaty honorowe Rzeczypospolitej Polskiej w Austrii", ""], []
    for p in cast("s-cons-pl"):
        city = p.more["city"]
        lines += [
            f"Konsulat Honorowy Rzeczypospolitej Polskiej w {city}",
            f"{p.western}, {p.title}",
            f"Okręg konsularny: {p.more['d']}",
            "Tel.: +43 555 01 00",
            "",
        ]
        rows.append(told(p, p.western, mission=f"PL/AT/consulate/{city}", city=city))
    return text("honorary-consulates", lines, rows)


def delegation_in_dutch() -> Printed:
    """A conference's participants on paper in two columns: state in capitals, name, post in smaller type."""
    sides: list[list[tuple[float, str]]] = [[], []]
    rows, state, side = [], None, 0
    for p in cast("s-del-nl"):
        if p.more["state"] != state:
            state = p.more["state"]
            side = 0 if state == "NL" else 1
            sides[side] += [(9, ""), (-11, p.more["c"]), (6, "")]
        sides[side] += [(9, p.polite), (8, p.title), (6, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
    head: list[Put] = [(180, 40, -13, "Voorlopige deelnemerslijst")]
    puts = head + column(sides[0], 60, 80) + column(sides[1], 320, 80)
    return made("delegation-nl", "pdf", pdf([puts]), rows, media_type=PDF)


def delegation_in_french() -> Printed:
    """Participants on paper in three columns, a state's people going on in the next column."""
    lines: list[tuple[float, str]] = []
    rows, state = [], None
    for p in cast("s-del-fr"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += [(-9, p.more["c"]), (4, "")]
        lines += [(8, p.polite), (8, p.title), (8, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
    puts: list[Put] = [(200, 40, -12, "Liste provisoire des participants")]
    for place, (first, stop) in enumerate(((0, 8), (8, 16), (16, len(lines)))):
        puts += column(lines[first:stop], 40 + 175.0 * place, 80)
    return made("delegation-fr", "pdf", pdf([puts]), rows, media_type=PDF)


def columns_in_italian() -> Printed:
    """A list on paper in two columns: state, address, persons with posts and days, spouses in smaller type."""
    sides: list[list[tuple[float, str]]] = [[], []]
    rows: list[Row] = []
    never, state = [], None
    for p in cast("s-cols-it"):
        side = sides[0 if p.more["state"] == "LT" else 1]
        if p.more["state"] != state:
            state = p.more["state"]
            address = [(7.0, "Via dell'Invenzione 55 - 00193 Roma"), (7.0, "Tel. 06.5550100")]
            side += [(9, ""), (-11, p.more["c"]), *address, (7, "")]
        day = p.more.get("on")
        side += [(9, p.polite), (8, f"{p.title} ({day})" if day else p.title)]
        if "spouse" in p.more:
            side.append((7, p.more["spouse"]))
            never.append(p.more["spouse"].split(" ", 1)[1])
        side.append((7, ""))
        days = dated(p.more["iso"], "printed", "credentials") if day else []
        spouse = "spouse" in p.more
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/IT", accompanied=spouse, dates=days))
    puts: list[Put] = [(150, 40, -13, "Corpo diplomatico accreditato in Italia")]
    puts += column(sides[0], 50, 70) + column(sides[1], 320, 70)
    return made("columns-it", "pdf", pdf([puts]), rows, media_type=PDF, never=tuple(never))


def table_in_ukrainian() -> Printed:
    """A table on paper in Ukrainian: number, name, post, day of arrival, under a heading."""
    puts: list[Put] = [
        (60, 50, -12, "Дипломатичний склад Посольства України в Угорщині"),
        (60, 80, -8, "№"),
        (85, 80, -8, "Прізвище, ім'я, по батькові"),
        (300, 80, -8, "Посада"),
        (450, 80, -8, "Дата прибуття"),
    ]
    rows = []
    for n, p in enumerate(cast("s-table-uk"), 1):
        down = 85 + 20.0 * n
        puts += [(60, down, 8, f"{n}"), (85, down, 8, p.inverted)]
        puts += [(300, down, 8, p.title), (450, down, 8, p.more["on"])]
        rows.append(told(p, p.inverted, mission="UA/HU", dates=dated(p.more["iso"], "arrived")))
        rows[-1].pop("section")
    return made("table-uk", "pdf", pdf([puts]), rows, media_type=PDF)


def sheet_in_italian() -> Printed:
    """A sheet as a ministry's program writes it: title, empty row, header, semicolons, windows-1250."""
    lines = ["Elenco del corpo diplomatico presso la Repubblica di Slovenia;;;;;", ";;;;;"]
    lines.append("Paese;Titolo;Cognome;Nome;Qualifica;Data di arrivo")
    rows = []
    for p in cast("s-csv-it"):
        lines.append(";".join((p.more["c"], p.hon, p.family, p.given, p.title, p.more["on"])))
        name = (f"{p.family} {p.given}", p.western)
        days = dated(p.more["iso"], "arrived")
        rows.append(told(p, name, honorific=p.hon, mission=f"{p.more['state']}/SI", dates=days))
    return made("sheet-it", "csv", "\r\n".join(lines).encode("windows-1250"), rows, media_type="text/csv")


def sheet_in_polish() -> Printed:
    """A sheet with tabs in UTF-16, in Polish: number, family name, given name, rank, since."""
    lines, rows = ["Lp.\tNazwisko\tImię\tStopień dyplomatyczny\tOd kiedy"], []
    for n, p in enumerate(cast("s-tsv-pl"), 1):
        lines.append(f"{n}.\t{p.family}\t{p.given}\t{p.title}\t{p.more['on']}")
        days = dated(p.more["iso"], "printed", "arrived", "appointed")
        rows.append(told(p, (f"{p.family} {p.given}", p.western), dates=days))
    return made("sheet-pl", "tsv", "\n".join(lines).encode("utf-16"), rows, media_type="text/tab-separated-values")


def workbook_of_merged() -> Printed:
    """A workbook whose column of states merges the rows of each; spouses in a column of their own."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["High Commissions in Botswana"])
    sheet.append(["Mission", "Name", "Designation", "Spouse"])
    rows, never, state, begin = [], [], None, 0
    for p in cast("s-merge-xlsx"):
        spouse = p.more.get("spouse")
        fresh = p.more["state"] != state
        state = p.more["state"]
        sheet.append([p.more["c"] if fresh else None, p.polite, p.title, spouse])
        begin = sheet.max_row if fresh else begin
        if not fresh:
            sheet.merge_cells(start_row=begin, end_row=sheet.max_row, start_column=1, end_column=1)
        never += [spouse.split(" ", 1)[1]] if spouse else []
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/BW", accompanied=spouse is not None))
    out = io.BytesIO()
    book.save(out)
    return made("workbook-merged", "xlsx", out.getvalue(), rows, never=tuple(never))


SHEETS = (
    honorary_consulates,
    delegation_in_dutch,
    delegation_in_french,
    columns_in_italian,
    table_in_ukrainian,
    sheet_in_italian,
    sheet_in_polish,
    workbook_of_merged,
)
