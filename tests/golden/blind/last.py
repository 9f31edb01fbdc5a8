"""Lists written blind, third set, after two were read: shapes and languages still left."""

from __future__ import annotations

import io
from html import escape as e

import docx
import xlwt

from tests.golden.blind.cast import cast, dated, empty, made, page, text, told, web
from tests.golden.blind.draw import column, pdf, picture, pictured_pdf
from tests.golden.truth import Printed, Row

PDF = "application/pdf"


def _page(key: str, lang: str, title: str, mission: str, body: str, rows: list[Row]) -> Printed:
    for row in rows:
        row["mission"] = mission
    return web(key, page(title, f"<h1>{e(title)}</h1>{body}", lang=lang), rows)


def slovenian() -> Printed:
    """A table with posts behind names, family names first in capitals."""
    people = cast("sl")
    body = "".join(f"<tr><td>{e(p.headed)}</td><td>{e(p.title)}</td><td>T: 01 555 01 00</td></tr>" for p in people)
    rows = [told(p, p.headed) for p in people]
    return _page("sl", "sl", "Veleposlaništvo Republike Slovenije Zagreb", "SI/HR", f"<table>{body}</table>", rows)


def estonian() -> Printed:
    """Headings of the third level, posts in paragraphs with an address of mail between."""
    people = cast("et")
    body = "".join(f"<h3>{e(p.western)}</h3><p>{e(p.title)}</p><p>{p.family.lower()}@mfa.example</p>" for p in people)
    return _page("et", "et", "Eesti saatkond Riias", "EE/LV", body, [told(p, p.western) for p in people])


def latvian() -> Printed:
    """Bold posts, a colon, names, in one paragraph broken by hand."""
    people = cast("lv")
    body = "<br>".join(f"<b>{e(p.title.capitalize())}:</b> {e(p.western)}" for p in people)
    rows = [told(p, p.western, title=p.title.capitalize()) for p in people]
    return _page("lv", "lv", "Latvijas Republikas vēstniecība Igaunijas Republikā", "LV/EE", f"<p>{body}</p>", rows)


def norwegian() -> Printed:
    """A list of links with the post in a small element."""
    people = cast("nb")
    body = "".join(
        f'<li><a href="/p/{n}">{e(p.western)}</a> <small>{e(p.title)}</small></li>' for n, p in enumerate(people)
    )
    return _page(
        "nb", "nb", "Norges ambassade i Helsingfors", "NO/FI", f"<ul>{body}</ul>", [told(p, p.western) for p in people]
    )


def maltese() -> Printed:
    """A table of four columns: form of address, name, post, direct line."""
    people = cast("mt")
    head = "<tr><td>Salutation</td><td>Name</td><td>Designation</td><td>Direct Line</td></tr>"
    body = "".join(
        f"<tr><td>{p.hon}</td><td>{e(p.western)}</td><td>{e(p.title)}</td><td>555 010{n}</td></tr>"
        for n, p in enumerate(people)
    )
    rows = [told(p, p.western, honorific=p.hon) for p in people]
    return _page("mt", "en", "Embassy of Malta in Tunisia", "MT/TN", f"<table>{head}{body}</table>", rows)


def since() -> Printed:
    """Russian paragraphs: post, dash, name, and since when."""
    people = cast("ru-w")
    body = "".join(f"<p>{e(p.title)} – {e(p.inverted)} ({p.more['on']})</p>" for p in people)
    rows = [told(p, p.inverted, dates=dated(p.more["iso"], "arrived", "printed")) for p in people]
    return _page("since", "ru", "Посольство Республики Беларусь в Республике Молдова", "BY/MD", body, rows)


def with_initials() -> Printed:
    """Family name and initials, with a dash and the post."""
    people = cast("initials")
    lines, rows = ["Посольство Российской Федерации в Королевстве Дания", ""], []
    for p in people:
        lines.append(f"{p.family} {p.given} — {p.title}")
        rows.append(told(p, f"{p.family} {p.given}", mission="RU/DK"))
    return text("with-initials", lines, rows, written="windows-1251")


def precedence() -> Printed:
    """An order of precedence on paper in Spanish: number, state, name, post and day in four columns."""
    puts = [(60.0, 50.0, -12.0, "Orden de precedencia de los jefes de misión acreditados en Cuba")]
    rows = []
    for n, p in enumerate(cast("states-es")):
        down = 90 + 20.0 * n
        puts += [
            (50, down, 8, f"{n + 1}"),
            (75, down, 8, p.more["c"]),
            (170, down, 8, p.polite),
            (350, down, 8, p.title),
        ]
        puts.append((470, down, 8, p.more["on"]))
        day = dated(p.more["iso"], "printed", "credentials")
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"], dates=day))
    return made("precedence", "pdf", pdf([puts]), rows, media_type=PDF)


def couples() -> Printed:
    """A Word list with the spouse in brackets behind the post, a tab between."""
    document = docx.Document()
    document.add_heading("Embassy of the Kingdom of the Netherlands in Ghana", 1)
    rows, never = [], []
    for p in cast("couples"):
        spouse = p.more.get("spouse")
        document.add_paragraph(f"{p.polite}\t{p.title}" + (f"\t({spouse})" if spouse else ""))
        never += [spouse.removeprefix("Mrs ")] if spouse else []
        rows.append(told(p, p.western, honorific=p.hon, mission="NL/GH", accompanied=spouse is not None))
    out = io.BytesIO()
    document.save(out)
    return made("couples", "docx", out.getvalue(), rows, never=tuple(never))


def elsewhere() -> Printed:
    """Heads who live in another country, and say so in brackets."""
    lines, rows = ["DIPLOMATIC CORPS ACCREDITED TO SLOVENIA", "as at 1 February 2020", ""], []
    for p in cast("residence"):
        lines += [p.more["c"], f"{p.polite}, {p.title} (residing in {p.more['city']})", ""]
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"], resident_in=p.more["city"]))
    return text("elsewhere", lines, rows, as_of="2020-02-01")


def consulate() -> Printed:
    """A consulate's page with bullets, and a post that is vacant."""
    people = cast("dots")
    body = "".join(f"<p>• {e(p.polite)} – {e(p.title)}</p>" for p in people) + "<p>• Pro-Consul – Vacant</p>"
    rows = [told(p, p.western, honorific=p.hon, mission_type="consulate-general", city="Milan") for p in people]
    rows.append(empty("Pro-Consul", "other"))
    rows[-1].pop("rank")
    return _page("consulate", "en", "British Consulate General Milan", "GB/IT/consulate-general/Milan", body, rows)


def departments() -> Printed:
    """Offices as headings, people in lists below."""
    body, rows, section = "", [], None
    for p in cast("it-off"):
        if p.more["s"] != section:
            body += ("</ul>" if section else "") + f"<h4>{e(p.more['s'])}</h4><ul>"
            section = p.more["s"]
        body += f"<li>{e(p.western)} - {e(p.title)}</li>"
        rows.append(told(p, p.western, section=section))
    return _page("departments-it", "it", "Ambasciata d'Italia a Montevideo", "IT/UY", body + "</ul>", rows)


def old_sheet() -> Printed:
    """A workbook of 1997 in which given, patronymic and family names are apart."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Staff")
    for column_, head in enumerate(("First name", "Patronymic", "Surname", "Position")):
        sheet.write(0, column_, head)
    rows = []
    for n, p in enumerate(cast("ua-en"), 1):
        for column_, cell in enumerate((p.given, p.patronymic, p.family, p.title)):
            sheet.write(n, column_, cell)
        rows.append(told(p, (p.western, p.inverted)))
    out = io.BytesIO()
    book.save(out)
    return made("old-sheet", "xls", out.getvalue(), rows)


def parliament() -> Printed:
    """Members of a parliament's committee with their party."""
    people = cast("parl-de")
    head = "<tr><th>Name</th><th>Partei</th><th>Funktion</th></tr>"
    body = "".join(f"<tr><td>{e(p.western)}</td><td>{p.more['p']}</td><td>{e(p.title)}</td></tr>" for p in people)
    title = "Außenpolitische Kommission"
    rows = [told(p, p.western, mission_type="other") for p in people]
    return web("parliament", page(title, f"<h1>{title}</h1><table>{head}{body}</table>", lang="de"), rows)


def scanned_list() -> Printed:
    """Two pictured pages of a list by state in English, with its day."""
    lines: list[tuple[float, str]] = [(-15, "DIPLOMATIC LIST"), (12, "March 1998"), (12, "")]
    rows, state = [], None
    for p in cast("skew"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += [(12, ""), (-13, p.more["c"]), (12, "")]
        lines += [(12, p.polite), (11, p.title), (10, "")]
        rows.append(told(p, p.western, honorific=p.hon, sending=state))
    images = [picture(column(lines[:12])), picture(column(lines[12:]))]
    return made("scanned-list", "pdf", pictured_pdf(images), rows, media_type=PDF, as_of="1998-03")


LAST = (
    slovenian,
    estonian,
    latvian,
    norwegian,
    maltese,
    since,
    with_initials,
    precedence,
    couples,
    elsewhere,
    consulate,
    departments,
    old_sheet,
    parliament,
)
LAST_SCANS = (scanned_list,)
