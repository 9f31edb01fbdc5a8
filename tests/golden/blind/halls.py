"""Lists written blind, ninth set: traps of layouts that are met every year."""

from __future__ import annotations

import io
from html import escape as e

import docx
import openpyxl

from tests.golden.blind.cast import One, cast, dated, lives, made, page, text, told, web
from tests.golden.blind.draw import column, pdf
from tests.golden.truth import Printed, Row


def _never(people: tuple[One, ...]) -> tuple[str, ...]:
    spouses = [p.more["spouse"] for p in people if "spouse" in p.more]
    return tuple(s.split(" ", 1)[1] if s.split(" ", 1)[0] in ("Mrs", "Mrs.", "Frau") else s for s in spouses)


def cities_behind_capitals() -> Printed:
    """A text whose heads live elsewhere: names in capitals, the city behind them, spouses on lines of their own."""
    people = cast("x-fi")
    lines = ["THE HELSINKI DIPLOMATIC LIST", "April 2022", ""]
    rows, state = [], None
    for p in people:
        if p.more["state"] != state:
            state = p.more["state"]
            lines += ["", p.more["c"], "National day: 25 May", "Bulevardi 5 A, 00120 Helsinki", "-" * 40, ""]
        name = f"{p.given} {p.family}".upper()
        lines += [f"{p.hon} {name}" + (f"     {p.more['res']}" if "res" in p.more else ""), p.title]
        lines += [p.more["spouse"]] if "spouse" in p.more else []
        lines.append("")
        fields: Row = {"given": p.given.upper(), "family": p.family.upper(), "resident_in": lives(p)}
        spouse = "spouse" in p.more
        rows.append(told(p, name, honorific=p.hon, mission=f"{state}/FI", accompanied=spouse) | fields)
    return text("cities-behind-capitals", lines, rows, as_of="2022-04", never=_never(people))


def croatian_word() -> Printed:
    """A Word list in Croatian: embassies in capitals, name, post and spouse in a table without lines."""
    document = docx.Document()
    document.add_heading("Diplomatska lista – Zagreb", 0)
    document.add_paragraph("stanje na dan 1. rujna 2021.")
    people, rows, state, table = cast("x-hr"), [], None, None
    for p in people:
        if table is None or p.more["state"] != state:
            state = p.more["state"]
            document.add_heading(p.more["c"].upper(), 2)
            document.add_paragraph("Izmišljena ulica 5, 10000 Zagreb, tel. 01 555 0100")
            table = document.add_table(rows=0, cols=3)
        cells = table.add_row().cells
        cells[0].text, cells[1].text = p.polite, p.title
        cells[2].text = f"supruga: {p.more['spouse']}" if "spouse" in p.more else ""
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/HR", accompanied="spouse" in p.more))
    out = io.BytesIO()
    document.save(out)
    return made("croatian-word", "docx", out.getvalue(), rows, never=_never(people), as_of="2021-09-01")


def danish_consulates() -> Printed:
    """Danish consulates abroad as data: state, city, who, post, district."""
    lines = ["Danmarks honorære konsulater i udlandet", "Land;By;Navn;Titel;Distrikt;Tlf."]
    rows = []
    for p in cast("x-dk"):
        lines.append(f"{p.more['c']};{p.more['city']};{p.polite};{p.title};hele regionen;+00 555 01 00")
        city = p.more["city"]
        fields: Row = {"mission": f"DK/{p.more['state']}/consulate/{city}", "mission_type": "consulate"}
        rows.append(told(p, p.western, honorific=p.hon, city=city, **fields))
        rows[-1].pop("section")
    return made("danish-consulates", "csv", "\n".join(lines).encode("utf-8"), rows, media_type="text/csv")


def ministry_pages() -> Printed:
    """A ministry's list on paper in German: contents with dots, a bare spouse, an office between people."""
    people, rows, state = cast("x-l1"), [], None
    contents: list[tuple[float, str]] = [
        (-13, "Liste der diplomatischen Vertretungen"),
        (9, "Stand: 3. Mai 2022"),
        (9, ""),
    ]
    contents += [(9, f"{each} {'.' * 30} {n}") for n, each in enumerate(("Aserbaidschan", "Belgien", "Montenegro"), 2)]
    pages: list[list[tuple[float, str]]] = [contents]
    for p in people:
        if p.more["state"] != state:
            state = p.more["state"]
            pages.append(
                [(-11, p.more["c"]), (9, "Botschaft"), (9, ""), (8, "Kanzlei:"), (8, "Erfundene Allee 5, 10115 Berlin")]
            )
            pages[-1] += [(8, "Tel.: 030 555 01 00"), (9, "")]
        if p.family == "VANDERHAEGEN":
            pages[-1] += [(9, "Generalvertretung der Flämischen Gemeinschaft"), (9, "")]
        pages[-1] += [(9, p.polite), (9, f"{p.title}, ({p.more['on']})")]
        pages[-1] += [(9, p.more["spouse"])] if "spouse" in p.more else []
        pages[-1].append((9, ""))
        row = told(p, p.western, honorific=p.hon, sending=state, receiving="DE", dates=dated(p.more["iso"]))
        row.pop("section")
        rows.append(row | {"accompanied": "spouse" in p.more})
    body = pdf([[*column(each), (280.0, 815.0, 8.0, f"Seite {n}")] for n, each in enumerate(pages, 1)])
    kind = "application/pdf"
    return made("ministry-pages", "pdf", body, rows, media_type=kind, never=_never(people), as_of="2022-05-03")


def labelled_fields() -> Printed:
    """A page of a ministry: for each state a container of labelled fields, the spouse in one of them."""
    people, rows, body = cast("x-can"), [], ""
    for p in people:
        spouse = f'<div title="Spouse">Spouse: {e(p.more["spouse"])}</div>' if "spouse" in p.more else ""
        body += (
            f'<div class="container-fluid"><h2 title="Country">{p.more["c"]}</h2><div title="Salutation and Name">'
            f'{e(p.polite)}</div><div title="Title">{e(p.title)}</div>{spouse}<div>Tel: 613-555-0100</div></div>'
        )
        row = told(p, p.western, honorific=p.hon, mission=f"{p.more['state']}/CA", accompanied="spouse" in p.more)
        rows.append(row)
    title = "Heads of diplomatic missions accredited to Canada"
    return web("labelled-fields", page(title, f"<h1>{title}</h1>{body}"), rows, never=_never(people))


def czech_government() -> Printed:
    """A government in Czech: figures with the degree before the name, the office in the caption's second line."""
    people = cast("x-cz")
    cards = "".join(
        f'<figure><img src="{n}.jpg" alt=""><figcaption><strong>{e(p.polite)}</strong><br>{p.title}</figcaption>'
        "</figure>"
        for n, p in enumerate(people)
    )
    rows = []
    for p in people:
        row = told(p, p.western, honorific=p.hon, mission_type="other")
        row.pop("section")
        rows.append(row)
    title = "Členové vlády"
    return web("czech-government", page(title, f"<h1>{title}</h1>{cards}", lang="cs"), rows)


def committee_table() -> Printed:
    """A parliament's committee as a table: number, name with the letters of its members behind, role, seat, party."""
    people, rows, body = cast("x-mp"), [], ""
    for n, p in enumerate(people, 1):
        body += f"<tr><td>{n}.</td><td>{e(p.polite)}, MP</td><td>{p.title}</td>"
        body += f"<td>{p.more['d']}</td><td>{p.more['p']}</td></tr>"
        name = (p.western, f"{p.western}, MP")
        rows.append(told(p, name, honorific=p.hon, mission_type="other", section=p.more["d"]))
    title = "Departmental Committee on Foreign Relations"
    head = "<tr><th>No.</th><th>Member</th><th>Role</th><th>Constituency</th><th>Party</th></tr>"
    return web("committee-table", page(title, f"<h1>{title}</h1><table>{head}{body}</table>"), rows)


def assembly() -> Printed:
    """An assembly's delegations as text: state in capitals, classes of delegates as headings, office on two lines."""
    lines = ["MEMBERS OF DELEGATIONS", "", "(as of 20 May 2019)", ""]
    rows: list[Row] = []
    state, role = None, None
    for p in cast("x-who"):
        if p.more["state"] != state:
            state, role = p.more["state"], None
            lines += ["", p.more["c"], ""]
        if p.more["r"] != role:
            role = p.more["r"]
            lines += [role, ""]
        office, _, rest = p.title.partition(", ")
        lines += [p.polite, office, *([rest] if rest else []), ""]
        row = told(p, p.western, honorific=p.hon, sending=state)
        row["title"] = (p.title, f"{office} {rest}".strip())
        row.pop("section")
        rows.append(row)
    return text("assembly", lines, rows, as_of="2019-05-20")


def spanish_sheets() -> Printed:
    """A workbook in Spanish: a sheet for each state, family names and given names in one cell, slashed days as text."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    rows: list[Row] = []
    for p in cast("x-es"):
        if p.more["c"] not in book.sheetnames:
            sheet = book.create_sheet(p.more["c"])
            sheet.append([f"Nómina del personal diplomático – Embajada de {p.more['c']} en Cuba"])
            sheet.append([])
            sheet.append(["N°", "Apellidos y nombres", "Cargo", "Fecha de llegada"])
        book[p.more["c"]].append([len(rows) + 1, f"{p.family}, {p.given}", p.title, p.more["on"]])
        names = (f"{p.family}, {p.given}", p.inverted)
        rows.append(told(p, names, mission=f"{p.more['state']}/CU", dates=dated(p.more["iso"], "arrived")))
    out = io.BytesIO()
    book.save(out)
    return made("spanish-sheets", "xlsx", out.getvalue(), rows)


HALLS = (
    cities_behind_capitals,
    croatian_word,
    danish_consulates,
    ministry_pages,
    labelled_fields,
    czech_government,
    committee_table,
    assembly,
    spanish_sheets,
)
