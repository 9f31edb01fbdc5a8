"""Lists written blind, fifth set: where spouses stand beside a person, in files of each format."""

from __future__ import annotations

import io
from html import escape as e

import docx
import openpyxl

from tests.golden.blind.cast import cast, dated, made, page, text, told, web
from tests.golden.blind.draw import column, pdf
from tests.golden.truth import Printed


def slashed_cell() -> Printed:
    """A page whose cells name both of a couple with a stroke between."""
    body, rows, never = "", [], []
    for p in cast("k-slash"):
        spouse = p.more.get("spouse")
        names = p.polite + (f" / {spouse}" if spouse else "")
        body += f"<tr><td>{e(names)}</td><td>{e(p.title)}</td></tr>"
        never += [spouse.split(" ", 1)[1]] if spouse else []
        rows.append(told(p, p.western, honorific=p.hon, mission="CY/IE", accompanied=spouse is not None))
    title = "Embassy of the Republic of Cyprus in Ireland"
    table = f"<table><tr><th>Name / Spouse</th><th>Rank</th></tr>{body}</table>"
    return web("slashed-cell", page(title, f"<h1>{title}</h1>{table}"), rows, never=tuple(never))


def wife_column() -> Printed:
    """A workbook in French with a column for the spouse and one for the children."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Ambassade de la République du Sénégal au Japon"])
    sheet.append(["N°", "Nom et prénoms", "Fonction", "Conjoint", "Enfants", "Prise de fonction"])
    rows, never = [], []
    for n, p in enumerate(cast("k-wife"), 1):
        spouse = p.more.get("spouse", "")
        sheet.append([n, p.polite, p.title, spouse, "2", p.more["on"]])
        never += [spouse.split(" ", 1)[1]] if spouse else []
        days = dated(p.more["iso"], "arrived")
        rows.append(told(p, p.western, honorific=p.hon, mission="SN/JP", accompanied=bool(spouse), dates=days))
    out = io.BytesIO()
    book.save(out)
    return made("wife-column", "xlsx", out.getvalue(), rows, never=tuple(never))


def russian_and() -> Printed:
    """Russian lines: post, name, and in brackets the spouse."""
    people = cast("k-ru")
    lines, rows, never = ["Посольство Республики Армения в Республике Польша", "", "Дипломатический состав", ""], [], []
    for p in people:
        spouse = p.more.get("spouse")
        lines.append(f"{p.inverted} – {p.title}" + (f" (супруга – {spouse})" if spouse else ""))
        never += [spouse] if spouse else []
        rows.append(
            told(p, p.inverted, mission="AM/PL", section="Дипломатический состав", accompanied=spouse is not None)
        )
    return text("russian-and", lines, rows, never=tuple(never))


def cards_with_spouse() -> Printed:
    """Cards in German: name as heading, post, and a line that tells the spouse."""
    body, rows, never = "", [], []
    for p in cast("k-de"):
        spouse = p.more.get("spouse")
        wife = f"<p class='family'>Ehefrau: {e(spouse)}</p>" if spouse else ""
        body += f"<article><h3>{e(p.polite)}</h3><p>{e(p.title)}</p>{wife}</article>"
        never += [spouse.split(" ", 1)[1]] if spouse else []
        rows.append(told(p, p.western, honorific=p.hon, mission="AT/EE", accompanied=spouse is not None))
    title = "Österreichische Botschaft Tallinn"
    return web("cards-with-spouse", page(title, f"<h1>{title}</h1>{body}", lang="de"), rows, never=tuple(never))


def word_columns() -> Printed:
    """A Word table in which both of a couple stand in one cell, on two lines, under a row for each mission."""
    document = docx.Document()
    document.add_heading("Corps diplomatique accrédité au Luxembourg", 1)
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Nom", "Titre"
    rows, never, state = [], [], None
    for p in cast("k-lu"):
        if p.more["state"] != state:
            state = p.more["state"]
            cells = table.add_row().cells
            cells[0].merge(cells[1]).text = p.more["c"]
        cells = table.add_row().cells
        spouse = p.more.get("spouse")
        cells[0].text, cells[1].text = p.polite + (f"\n{spouse}" if spouse else ""), p.title
        never += [spouse.split(" ", 1)[1]] if spouse else []
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/LU", accompanied=spouse is not None))
    out = io.BytesIO()
    document.save(out)
    return made("word-columns", "docx", out.getvalue(), rows, never=tuple(never))


def blocks_of_three() -> Printed:
    """A list on paper in Spanish: name, post, spouse, each on a line of one size, a space between people."""
    lines: list[tuple[float, str]] = [(-13, "Embajada de la República de Bulgaria en Chile"), (9, "")]
    rows, never = [], []
    for p in cast("k-es"):
        spouse = p.more.get("spouse")
        lines += [(9, p.polite), (9, p.title), *([(9, spouse)] if spouse else []), (9, "")]
        never += [spouse.split(" ", 1)[1]] if spouse else []
        rows.append(told(p, p.western, honorific=p.hon, mission="BG/CL", accompanied=spouse is not None))
    body = pdf([column(lines)])
    return made("blocks-of-three", "pdf", body, rows, media_type="application/pdf", never=tuple(never))


COUPLES = (slashed_cell, wife_column, russian_and, cards_with_spouse, word_columns, blocks_of_three)
