"""Lists written blind, second set, after the first one was read: other languages, other shapes."""

from __future__ import annotations

import io
import json
from html import escape as e

import docx
import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

from tests.golden.blind.cast import cast, dated, empty, made, page, text, told, web
from tests.golden.blind.draw import column, pdf, picture, saved
from tests.golden.truth import Printed, Row

PDF = "application/pdf"


def _page(key: str, lang: str, title: str, mission: str, body: str, rows: list[Row]) -> Printed:
    for row in rows:
        row["mission"] = mission
    return web(key, page(title, f"<h1>{e(title)}</h1>{body}", lang=lang), rows)


def finnish() -> Printed:
    """Bold names, posts behind a comma, telephone on the next line."""
    people = cast("fi")
    body = "".join(
        f"<p><strong>{e(p.western)}</strong>, {e(p.title)}<br>puh. +372 555 010{n}</p>" for n, p in enumerate(people)
    )
    return _page("fi", "fi", "Suomen suurlähetystö, Tallinna", "FI/EE", body, [told(p, p.western) for p in people])


def greek() -> Printed:
    """A table in Greek, without a header."""
    people = cast("el")
    body = "".join(f"<tr><td>{e(p.title)}</td><td>{e(p.western)}</td></tr>" for p in people)
    rows = [told(p, p.western) for p in people]
    return _page("el", "el", "Πρεσβεία της Ελλάδος στη Σόφια", "GR/BG", f"<table>{body}</table>", rows)


def slovak() -> Printed:
    """Items: post, dash, degree and name."""
    people = cast("sk")
    body = "".join(f"<li>{e(p.title)} – {e(p.polite)}</li>" for p in people)
    title = "Veľvyslanectvo Slovenskej republiky v Budapešti"
    return _page("sk", "sk", title, "SK/HU", f"<ul>{body}</ul>", [told(p, (p.western, p.polite)) for p in people])


def croatian() -> Printed:
    """Heads of mission in Zagreb, state by state, in Croatian."""
    body, rows = "<h1>Diplomatski zbor</h1><p>Ministarstvo vanjskih i europskih poslova Republike Hrvatske</p>", []
    for p in cast("hr"):
        body += f"<h3>{p.more['c']}</h3><p>{e(p.polite)}<br>{e(p.title)}</p><p>Telefon: 01 555 01 00</p>"
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"]))
    return web("hr", page("Diplomatski zbor", body, lang="hr"), rows)


def serbian() -> Printed:
    """A table with a header in Cyrillic Serbian and days of arrival."""
    people = cast("sr")
    head = "<tr><th>Име и презиме</th><th>Дужност</th><th>Датум доласка</th></tr>"
    body = "".join(f"<tr><td>{e(p.western)}</td><td>{e(p.title)}</td><td>{p.more['on']}</td></tr>" for p in people)
    rows = [told(p, p.western, dates=dated(p.more["iso"], "arrived")) for p in people]
    return _page("sr", "sr", "Амбасада Републике Србије у Скопљу", "RS/MK", f"<table>{head}{body}</table>", rows)


def lithuanian() -> Printed:
    """A definition list with posts as terms."""
    people = cast("lt")
    body = "".join(f"<dt>{e(p.title)}</dt><dd>{e(p.loud)}</dd>" for p in people)
    title = "Lietuvos Respublikos ambasada Lenkijos Respublikoje"
    return _page("lt", "lt", title, "LT/PL", f"<dl>{body}</dl>", [told(p, p.loud) for p in people])


def danish() -> Printed:
    """Cards of spans without line breaks."""
    people = cast("da")
    body = "".join(
        f'<div class="contact-card"><span class="contact-card__name">{e(p.western)}</span>'
        f'<span class="contact-card__title">{e(p.title)}</span><a href="mailto:x@um.example">Send e-mail</a></div>'
        for p in people
    )
    return _page("da", "da", "Danmarks ambassade i Oslo", "DK/NO", body, [told(p, p.western) for p in people])


def indonesian() -> Printed:
    """A numbered table with the post first and a column of pictures."""
    people = cast("id")
    head = "<tr><th>No.</th><th>Photo</th><th>Position</th><th>Name</th></tr>"
    body = "".join(
        f'<tr><td>{n}</td><td><img src="{n}.jpg"></td><td>{e(p.title)}</td><td>{e(p.polite)}</td></tr>'
        for n, p in enumerate(people, 1)
    )
    rows = [told(p, p.western, honorific=p.hon) for p in people]
    return _page(
        "id", "en", "Embassy of the Republic of Indonesia in Bratislava", "ID/SK", f"<table>{head}{body}</table>", rows
    )


def vietnamese() -> Printed:
    """Family names first, with all their signs; the post in brackets."""
    people = cast("vi")
    body = "".join(f"<p>{e(p.hon)} {e(p.inverted)} ({e(p.title)})</p>" for p in people)
    rows = [told(p, p.inverted, honorific=p.hon) for p in people]
    return _page("vi", "en", "Embassy of Viet Nam in Budapest", "VN/HU", body, rows)


def korean() -> Printed:
    """Family names first in capitals, hyphens in the given names; post, then name on the next line."""
    people = cast("ko")
    body = "".join(f"<div><em>{e(p.title)}</em></div><div>{e(p.hon)} {e(p.inverted)}</div>" for p in people)
    rows = [told(p, p.inverted, honorific=p.hon) for p in people]
    return _page("ko", "en", "Embassy of the Republic of Korea in Senegal", "KR/SN", body, rows)


def london() -> Printed:
    """A printed list as text: name and post in two zones, the spouse below, marks for who lives elsewhere."""
    lines, rows, never, state = ["THE DIPLOMATIC LIST", "", "Edition of May 2011", ""], [], [], None
    for n, p in enumerate(cast("london")):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += ["", p.more["c"], "41 Eagle Place SW1Y 6ZZ", "020 7555 0100", ""]
        mark = "*" if n % 3 == 1 else ""
        lines.append(f"{mark}{p.polite}".ljust(40) + p.title)
        if spouse := p.more.get("spouse"):
            lines.append(f"  {spouse}")
            never.append(spouse.split(" ", 1)[1])
        rows.append(
            told(p, (p.western, f"{p.western}*"), honorific=p.hon, sending=state, accompanied="spouse" in p.more)
        )
    return text("london", lines, rows, as_of="2011-05", never=tuple(never))


def geneva() -> Printed:
    """Permanent missions in French, on paper, name and title on one line with dots between."""
    lines: list[tuple[float, str]] = [
        (-14, "Missions permanentes auprès des Nations Unies à Genève"),
        (9, "au 1er juin 2018"),
        (9, ""),
    ]
    rows, state = [], None
    for p in cast("geneve"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += [
                (9, ""),
                (-11, p.more["c"]),
                (9, "Route de l'Exemple 7, 1202 Genève"),
                (9, "Tél. 022 555 01 00"),
                (9, ""),
            ]
        lines += [(9, f"{p.polite} {'.' * (60 - len(p.polite))} {p.title}")]
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
    return made("geneva", "pdf", pdf([column(lines)]), rows, media_type=PDF, as_of="2018-06-01")


def arrivals() -> Printed:
    """A Word table in Spanish with days written with slashes."""
    document = docx.Document()
    document.add_heading("Cuerpo diplomático acreditado en Panamá", 0)
    table = document.add_table(rows=1, cols=4)
    for cell, head in zip(
        table.rows[0].cells, ("País", "Nombre y apellidos", "Cargo", "Fecha de llegada"), strict=True
    ):
        cell.text = head
    rows = []
    for p in cast("docx-es"):
        cells = table.add_row().cells
        cells[0].text, cells[1].text, cells[2].text, cells[3].text = p.more["c"], p.polite, p.title, p.more["on"]
        day = dated(p.more["iso"], "arrived")
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{p.more['state']}/PA", dates=day))
    out = io.BytesIO()
    document.save(out)
    return made("arrivals", "docx", out.getvalue(), rows)


def numbered() -> Printed:
    """An Italian order of precedence as text: number, name, dash, post, day in brackets."""
    lines, rows, state = (
        ["LISTA DIPLOMATICA", "Corpo diplomatico accreditato presso la Repubblica di San Marino", ""],
        [],
        None,
    )
    for n, p in enumerate(cast("it-num"), 1):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += ["", p.more["c"], ""]
        lines.append(f"{n}. {p.polite} - {p.title} ({p.more['on']})")
        rows.append(told(p, p.western, honorific=p.hon, sending=state, dates=dated(p.more["iso"], "printed")))
    return text("numbered", lines, rows)


def missions_column() -> Printed:
    """A workbook whose first column names the mission, with a title over all columns."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "Diplomatic missions accredited to Botswana"
    sheet.merge_cells("A1:D1")
    sheet.append([])
    sheet.append(["Mission", "Rank", "Full name", "Spouse"])
    rows = []
    for p in cast("xl"):
        sheet.append([p.more["c"], p.title, p.western, "Yes" if "spouse" in p.more else "No"])
        kind = "high-commission" if p.more["c"].startswith("High") else "embassy"
        fields = {"mission": f"{p.more['state']}/BW", "mission_type": kind}
        rows.append(told(p, p.western, accompanied="spouse" in p.more, **fields))
    out = io.BytesIO()
    book.save(out)
    return made("missions-column", "xlsx", out.getvalue(), rows)


def piped() -> Printed:
    """Columns between bars, in KOI8-U."""
    lines, rows = ["N|Страна|Ф.И.О.|Должность"], []
    for n, p in enumerate(cast("koi-csv"), 1):
        lines.append(f"{n}|{p.more['c']}|{p.inverted}|{p.title}")
        rows.append(told(p, p.inverted, sending=p.more["state"]))
    return made("piped", "csv", "\n".join(lines).encode("koi8-u"), rows)


def three_columns_of_name() -> Printed:
    """Family name, given name and patronymic in columns of their own."""
    lines, rows = ["Прізвище\tІм'я\tПо батькові\tПосада"], []
    for p in cast("uk-tsv"):
        lines.append(f"{p.family}\t{p.given}\t{p.patronymic}\t{p.title}")
        rows.append(told(p, p.inverted))
    return made("three-columns-of-name", "tsv", "\n".join(lines).encode(), rows)


def askew() -> Printed:
    """A page that lay askew on the glass."""
    lines: list[tuple[float, str]] = [(-15, "DIPLOMATIC LIST"), (12, "")]
    rows, state = [], None
    for p in cast("skew"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += [(12, ""), (-13, p.more["c"]), (12, "")]
        lines += [(12, f"{p.polite}, {p.title}"), (6, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
    image = picture(column(lines)).rotate(0.8, expand=False, fillcolor=250)
    return made("askew", "png", saved(image, "PNG"), rows)


def visiting_cards() -> Printed:
    """A small table for each person: labels on the left."""
    people = cast("vcard")
    body = "".join(
        f"<table><tr><td>Name:</td><td>{e(p.polite)}</td></tr><tr><td>Title:</td><td>{e(p.title)}</td></tr>"
        f"<tr><td>Phone:</td><td>+254 20 555 010{n}</td></tr></table>"
        for n, p in enumerate(people)
    )
    return _page(
        "visiting-cards",
        "en",
        "Embassy of Ireland in Kenya",
        "IE/KE",
        body,
        [told(p, p.western, honorific=p.hon) for p in people],
    )


def labels() -> Printed:
    """Lines with labels: name, function, telephone."""
    people = cast("labels")
    body = "".join(f"<p>Nom : {e(p.western)}<br>Fonction : {e(p.title)}<br>Tél. : 05 555 01 00</p>" for p in people)
    title = "Ambassade de la République du Congo en Angola"
    return _page("labels", "fr", title, "CG/AO", body, [told(p, p.western) for p in people])


def grouped() -> Printed:
    """Headings that are ranks in the plural, names below them as items."""
    plural = {"Counsellor": "Counsellors", "First Secretary": "First Secretaries", "Attaché": "Attachés"}
    body, rows, rank = "", [], None
    for p in cast("groups"):
        if p.title != rank:
            body += ("</ul>" if rank else "") + f"<h3>{plural[p.title]}</h3><ul>"
            rank = p.title
        body += f"<li>{e(p.western)}</li>"
        rows.append(told(p, p.western, title=(p.title, plural[p.title])))
    return _page("grouped", "en", "British Embassy Montevideo", "GB/UY", body + "</ul>", rows)


def shouted() -> Printed:
    """Names all in capitals, posts before them with a dash, as text."""
    lines, rows = ["EMBAIXADA DE MOÇAMBIQUE EM LISBOA", ""], []
    for p in cast("caps"):
        lines.append(f"{p.title} - {p.western}")
        rows.append(told(p, p.western, mission="MZ/PT"))
    return text("shouted", lines, rows)


def delegation() -> Printed:
    """A delegation with its head and its delegates under headings."""
    lines: list[tuple[float, str]] = [(-14, "LISTE DES PARTICIPANTS"), (9, ""), (-12, "MALI"), (9, "")]
    rows, section = [], None
    for p in cast("dele-fr"):
        if p.more["s"] != section:
            section = p.more["s"]
            lines += [(9, ""), (-9, section), (9, "")]
        lines += [(9, p.polite), (9, p.title), (9, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending="ML"))
        rows[-1].pop("section")
    return made("delegation", "pdf", pdf([column(lines)]), rows, media_type=PDF)


def folded() -> Printed:
    """Sections that fold out with a table in each, one post vacant."""
    groups: dict[str, str] = {}
    rows = []
    for p in cast("details"):
        groups[p.more["s"]] = groups.get(p.more["s"], "") + f"<tr><td>{e(p.title)}</td><td>{e(p.polite)}</td></tr>"
        rows.append(told(p, p.western, honorific=p.hon, section=p.more["s"]))
    groups["Konsularabteilung"] += "<tr><td>Vizekonsul</td><td>vakant</td></tr>"
    rows.append(empty("Vizekonsul", "vice-consul", section="Konsularabteilung"))
    body = "".join(f"<details><summary>{s}</summary><table>{inner}</table></details>" for s, inner in groups.items())
    return _page("folded", "de", "Schweizerische Botschaft in Slowenien", "CH/SI", body, rows)


def repeated_header() -> Printed:
    """A table over two pages with its header on both, and running numbers; some slashed days tell their order."""
    people = cast("header")
    pages, rows = [], []
    for half in (people[:3], people[3:]):
        puts = (
            [(60.0, 55.0, -13.0, "High Commission of India in Fiji")]
            if half is people[:3] or half[0] is people[0]
            else []
        )
        puts += [
            (left, 90.0, -9.0, head)
            for left, head in zip((60, 95, 300, 440), ("No.", "Name", "Designation", "Date of arrival"), strict=True)
        ]
        for n, p in enumerate(half):
            down = 115 + 22.0 * n
            puts += [
                (60, down, 9, f"{people.index(p) + 1}"),
                (95, down, 9, p.polite),
                (300, down, 9, p.title),
                (440, down, 9, p.more["on"]),
            ]
            day = dated(p.more["iso"], "arrived")
            rows.append(told(p, p.western, honorific=p.hon, mission="IN/FJ", mission_type="high-commission", dates=day))
        pages.append(puts)
    return made("repeated-header", "pdf", pdf(pages), rows, media_type=PDF)


def polish_cabinet() -> Printed:
    """A government in an open document: office and name."""
    book = OpenDocumentSpreadsheet()
    table = Table(name="Arkusz1")
    for texts in [["Stanowisko", "Imię i nazwisko"], *([p.title, p.western] for p in cast("pl-gov"))]:
        row = TableRow()
        for each in texts:
            cell = TableCell(valuetype="string")
            cell.addElement(P(text=each))
            row.addElement(cell)
        table.addElement(row)
    book.spreadsheet.addElement(table)
    out = io.BytesIO()
    book.save(out)
    rows = [told(p, p.western, mission_type="other") for p in cast("pl-gov")]
    return made(
        "polish-cabinet", "ods", out.getvalue(), [{k: v for k, v in row.items() if k != "rank"} for row in rows]
    )


def four_columns() -> Printed:
    """Four narrow columns: state, name, post, again and again."""
    puts = [(180.0, 40.0, -14.0, "Diplomatic List")]
    rows = []
    for n, p in enumerate(cast("four")):
        at, deep = n // 2, n % 2
        lines = [(-8, p.more["c"]), (6, ""), (8, p.western), (8, p.title), (8, "Tel: 555 0100"), (8, "")]
        puts += column(lines, left=50 + 130.0 * at, top=80 + 110.0 * deep)
        rows.append(told(p, p.western, sending=p.more["state"]))
    return made("four-columns", "pdf", pdf([puts]), rows, media_type=PDF)


def said_twice() -> Printed:
    """A page whose linked data repeats the people that its text shows."""
    people = cast("ld")
    staff = [{"@type": "Person", "name": p.western, "jobTitle": p.title} for p in people]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": staff})}</script>'
    title = "Embassy of Norway in Ghana"
    body = "".join(f"<h3>{e(p.western)}</h3><p>{e(p.title)}</p>" for p in people)
    rows = [told(p, p.western, mission="NO/GH") for p in people]
    return web("said-twice", page(title, f"<h1>{title}</h1>{body}", head=head), rows)


LATER = (
    finnish,
    greek,
    slovak,
    croatian,
    serbian,
    lithuanian,
    danish,
    indonesian,
    vietnamese,
    korean,
    london,
    geneva,
    arrivals,
    numbered,
    missions_column,
    piped,
    three_columns_of_name,
    visiting_cards,
    labels,
    grouped,
    shouted,
    delegation,
    folded,
    repeated_header,
    polish_cabinet,
    four_columns,
    said_twice,
)
LATER_SCANS = (askew,)
