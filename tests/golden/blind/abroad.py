"""Lists written blind, sixth set: pages, tables and offices in languages of which there were few."""

from __future__ import annotations

import io
from html import escape as e

import docx

from tests.golden.blind.cast import cast, dated, made, page, told, web
from tests.golden.truth import Printed, Row


def _page(key: str, lang: str, title: str, body: str, rows: list[Row], mission: str | None = None) -> Printed:
    for row in rows:
        row |= {"mission": mission} if mission else {"mission_type": "other"}
    return web(key, page(title, body, lang=lang), rows)


def cabinet_in_portuguese() -> Printed:
    """A government's table: office, who holds it, sworn in when."""
    people = cast("s-cab-pt")
    head = "<tr><th>Pasta</th><th>Titular</th><th>Tomada de posse</th></tr>"
    body = "".join(f"<tr><td>{e(p.title)}</td><td>{p.western}</td><td>{p.more['on']}</td></tr>" for p in people)
    rows = [told(p, p.western, dates=dated(p.more["iso"], "appointed", "arrived", "printed")) for p in people]
    title = "Composição do Governo"
    return _page("cabinet-pt", "pt", title, f"<h1>{title}</h1><table>{head}{body}</table>", rows)


def cards_of_spans() -> Printed:
    """Cards in Italian without a class: a link, two spans and a button."""
    people = cast("s-span-it")
    cards = "".join(
        f'<div><div><a href="/{n}"><span>{e(p.western)}</span></a><div><span>{e(p.title)}</span></div>'
        "<span>Scrivi</span></div></div>"
        for n, p in enumerate(people)
    )
    title = "Ambasciata della Repubblica di San Marino in Austria"
    body = f"<div><div><span>{title}</span></div></div><div>{cards}</div>"
    return _page("cards-of-spans", "it", title, body, [told(p, p.western) for p in people], "SM/AT")


def page_of_spans() -> Printed:
    """A page in Spanish that is made of nothing but spans and line breaks."""
    people = cast("s-span-es")
    lines = "<br><br>".join(f"<span>{p.polite}</span><br><span><i>{p.title}</i></span>" for p in people)
    title = "Embajada del Uruguay en Panamá"
    body = f"<span><b>{title}</b></span><br><span>Calle Inventada 55, Ciudad de Panamá</span><br><br>{lines}"
    return _page("page-of-spans", "es", title, body, [told(p, p.western, honorific=p.hon) for p in people], "UY/PA")


def consulates_with_districts() -> Printed:
    """A table of consulates in Canada: state, consul, post, district of each."""
    people = cast("s-cons-en")
    head = "<tr><th>Country</th><th>Name</th><th>Title</th><th>Consular jurisdiction</th></tr>"
    body = "".join(
        f"<tr><td>{p.more['c']}</td><td>{p.polite}</td><td>{p.title}</td><td>{p.more['d']}</td></tr>" for p in people
    )
    title = "Foreign consular representatives accredited to Canada"
    rows = [told(p, p.western, honorific=p.hon, sending=p.more["state"], receiving="CA") for p in people]
    return web("districts", page(title, f"<h1>{title}</h1><table>{head}{body}</table>"), rows)


def ukrainian_spans() -> Printed:
    """Cards in Ukrainian: post in a span, name in a bold span below it, both in one paragraph."""
    people = cast("s-span-uk")
    body = "".join(
        f"<p><span>{e(p.inverted)}</span><br><span style='color:#555'>{e(p.title)}</span></p>" for p in people
    )
    title = "Посольство України в Литовській Республіці"
    rows = [told(p, p.inverted) for p in people]
    return _page("ukrainian-spans", "uk", title, f"<h2>{title}</h2>{body}", rows, "UA/LT")


def transliterated() -> Printed:
    """A page in English with Arabic names and some Arabic posts in Latin letters."""
    people = cast("s-ar")
    body = "".join(f"<li><b>{e(p.polite)}</b>, {e(p.title)}</li>" for p in people)
    title = "Embassy of the Sultanate of Oman in Malaysia"
    rows = [told(p, p.western, honorific=p.hon) for p in people]
    return _page("transliterated", "en", title, f"<h1>{title}</h1><ul>{body}</ul>", rows, "OM/MY")


def chinese_alone() -> Printed:
    """A page in Chinese: the post before the name with a colon, names in one word, the city in Chinese."""
    people = cast("s-zh")
    title = "中华人民共和国驻慕尼黑总领事馆"
    body = "".join(f"<p>{p.title}:{p.family}{p.given}</p>" for p in people)
    rows = [told(p, f"{p.family}{p.given}", script="Hani", city="Munich") for p in people]
    return _page("chinese-alone", "zh", title, f"<h1>{title}</h1>{body}", rows, "CN/DE/consulate-general/Munich")


def chinese_beside_english() -> Printed:
    """A page in English that prints each name in Chinese behind it."""
    people = cast("s-zh-en")
    body = "".join(
        f"<tr><td>{p.hon} {p.family.upper()} {p.given} ({p.more['han']})</td><td>{p.title}</td></tr>" for p in people
    )
    title = "Embassy of the People's Republic of China in Ireland"
    rows = []
    for p in people:
        name = f"{p.family.upper()} {p.given}"
        names = (name, f"{name} ({p.more['han']})", f"{name} {p.more['han']}")
        rows.append(told(p, names, family=(p.family, p.family.upper()), honorific=p.hon))
    return _page("chinese-english", "en", title, f"<h1>{title}</h1><table>{body}</table>", rows, "CN/IE")


def arabic_city() -> Printed:
    """A consulate's page in Arabic alone, with its city."""
    people = cast("s-ar-city")
    title = "القنصلية العامة لجمهورية مصر العربية في ميلانو"
    body = "".join(f"<div><h4>{p.polite}</h4><p>{p.title}</p></div>" for p in people)
    rows = [told(p, p.western, honorific=p.hon, city="Milan", script="Arab") for p in people]
    return _page("arabic-city", "ar", title, f"<h1>{title}</h1>{body}", rows, "EG/IT/consulate-general/Milan")


def heads_abroad() -> Printed:
    """A ministry's table in Dutch of its own heads of mission abroad."""
    people = cast("s-heads-nl")
    head = "<tr><th>Land</th><th>Naam</th><th>Functie</th><th>Sinds</th></tr>"
    body = "".join(
        f"<tr><td>{p.more['c']}</td><td>{p.polite}</td><td>{p.title}</td><td>{p.more['on']}</td></tr>" for p in people
    )
    title = "Hoofden van de diplomatieke missies van Nederland"
    rows = []
    for p in people:
        days = dated(p.more["iso"], "arrived", "appointed", "printed")
        mission = f"NL/{p.more['state']}"
        rows.append(told(p, p.western, honorific=(p.hon, None), mission=mission, receiving=p.more["state"], dates=days))
    return web("heads-abroad", page(title, f"<h1>{title}</h1><table>{head}{body}</table>", lang="nl"), rows)


def committee() -> Printed:
    """A parliament's committee in Spanish: a definition list of posts and members."""
    people = cast("s-comm-es")
    body = "".join(f"<dt>{p.title}</dt><dd>{p.polite}</dd>" for p in people)
    title = "Comisión de Relaciones Exteriores"
    rows = []
    for p in people:
        first, last = p.family.rsplit(" ", 1)
        row = told(p, p.western, honorific=(p.hon, None))
        rows.append(row | {"given": (p.given, f"{p.given} {first}"), "family": (p.family, last)})
    return _page("committee", "es", title, f"<h1>{title}</h1><dl>{body}</dl>", rows)


def unfolding() -> Printed:
    """Sections in Portuguese that unfold, each with a list of names, posts behind a bar."""
    people = cast("s-det-pt")
    body, section = "<h1>Consulado-Geral de Portugal em Genebra</h1>", ""
    for p in people:
        if p.more["s"] != section:
            body += "</ul></details>" if section else ""
            section = p.more["s"]
            body += f"<details><summary>{section}</summary><ul>"
        body += f"<li>{p.western} | {p.title}</li>"
    rows = [told(p, p.western, section=p.more["s"], city="Geneva") for p in people]
    mission = "PT/CH/consulate-general/Geneva"
    return _page("unfolding", "pt", "Consulado-Geral", body + "</ul></details>", rows, mission)


def strong_posts() -> Printed:
    """A list in Dutch: post in bold with a colon, name, and a telephone in brackets."""
    people = cast("s-strong-nl")
    body = "".join(
        f"<li><strong>{p.title}:</strong> {p.western} (tel. +43 1 555 01 0{n})</li>" for n, p in enumerate(people)
    )
    title = "Ambassade van het Koninkrijk der Nederlanden in Oostenrijk"
    rows = [told(p, p.western) for p in people]
    return _page("strong-posts", "nl", title, f"<h1>{title}</h1><ul>{body}</ul>", rows, "NL/AT")


def cabinet_in_polish() -> Printed:
    """A government in Polish: names as headings of the third level, offices below, a link to each life."""
    people = cast("s-cab-pl")
    body = "".join(f"<div><h3>{p.western}</h3><p>{p.title}</p><a href='/p'>Biogram</a></div>" for p in people)
    title = "Skład Rady Ministrów"
    rows = [told(p, p.western, section=(None, title)) for p in people]
    return _page("cabinet-pl", "pl", title, f"<h1>{title}</h1>{body}", rows)


def merged_cells() -> Printed:
    """A Word table in Spanish whose first column merges the rows of a state."""
    document = docx.Document()
    document.add_heading("Cuerpo diplomático acreditado en Costa Rica", 1)
    table = document.add_table(rows=1, cols=4)
    for cell, head in zip(table.rows[0].cells, ("País", "Nombre", "Cargo", "Fecha de llegada"), strict=True):
        cell.text = head
    rows, state, first = [], None, None
    for p in cast("s-merge-es"):
        cells = table.add_row().cells
        if p.more["state"] != state:
            state, first = p.more["state"], cells[0]
            cells[0].text = p.more["c"]
        elif first is not None:
            first.merge(cells[0])
        cells[1].text, cells[2].text, cells[3].text = p.polite, p.title, p.more["on"]
        days = dated(p.more["iso"], "arrived")
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/CR", dates=days))
    return made("merged-cells", "docx", _docx(document), rows)


def grid_of_pictures() -> Printed:
    """A Word table in Portuguese with two persons in a row: name and post in one cell, on two lines."""
    document = docx.Document()
    document.add_heading("Embaixada da República Federativa do Brasil em Varsóvia", 1)
    people = cast("s-grid-pt")
    table = document.add_table(rows=2, cols=2)
    for n, p in enumerate(people):
        table.rows[n // 2].cells[n % 2].text = f"{p.western}\n{p.title}"
    rows = [told(p, p.western, mission="BR/PL") for p in people]
    return made("grid-of-pictures", "docx", _docx(document), rows)


def _docx(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


ABROAD = (
    cabinet_in_portuguese,
    cards_of_spans,
    page_of_spans,
    consulates_with_districts,
    ukrainian_spans,
    transliterated,
    chinese_alone,
    chinese_beside_english,
    arabic_city,
    heads_abroad,
    committee,
    unfolding,
    strong_posts,
    cabinet_in_polish,
    merged_cells,
    grid_of_pictures,
)
