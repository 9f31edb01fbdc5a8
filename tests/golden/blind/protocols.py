"""Lists written blind, eighth set: pages, texts and data."""

from __future__ import annotations

from html import escape as e

from tests.golden.blind.cast import cast, dated, lives, made, page, text, told, web
from tests.golden.truth import Printed, Row


def precedence_groups() -> Printed:
    """An order of precedence as text: classes as headings, number, state, name, dots and day on one line."""
    lines = ["REPUBLIC OF KENYA", "MINISTRY OF FOREIGN AFFAIRS", "", "ORDER OF PRECEDENCE OF HEADS OF MISSION"]
    lines += ["as at 15 September 2022", ""]
    rows, group = [], None
    for n, p in enumerate(cast("w-prec"), 1):
        if p.more["g"] != group:
            group = p.more["g"]
            lines += ["", group, ""]
        place = f" (resident in {p.more['res']})" if "res" in p.more else ""
        lines.append(f"{n:>3}. {p.more['c']:<14}{p.polite}{place} {'.' * 6} {p.more['on']}")
        fields: Row = {"sending": p.more["state"], "receiving": "KE", "resident_in": lives(p)}
        days = dated(p.more["iso"], "printed", "credentials")
        row = told(p, p.western, honorific=p.hon, dates=days, **fields)
        row.pop("section")
        row.pop("title")  # the class stands above, in the plural
        row.pop("rank")
        row.pop("acting")
        rows.append(row)
    return text("precedence-groups", lines, rows, as_of="2022-09-15")


def bulgarian_cards() -> Printed:
    """Cards in Bulgarian: a picture, the name in a link, the post in italics, telephone and mail."""
    people = cast("w-bg")
    cards = ""
    for n, p in enumerate(people):
        cards += f'<div class="col-md-4"><figure><img src="/{n}.jpg" alt=""></figure>'
        cards += f'<a class="who" href="/екип/{n}">{e(p.polite)}</a><br><em>{e(p.title)}</em><br>'
        cards += f"тел.: +359 2 555 01 0{n}<br>e-mail: office{n}@mission.example</div>"
    title = "Посолство на Италианската република в София"
    body = f"<nav><a href='/'>Начало</a> <a href='/екип'>Екип</a></nav><h2>{title}</h2><h3>Екип</h3>{cards}"
    rows = []
    for p in people:
        rows.append(told(p, p.western, honorific=p.hon, mission="IT/BG", section=(None, "Екип")))
    return web("bulgarian-cards", page(title, body, lang="bg"), rows)


def brazilian_items() -> Printed:
    """Nested items in Portuguese: state, under it persons with a dash; residence in brackets, one post vacant."""
    body, rows, state = "", [], None
    for p in cast("w-br"):
        if p.more["state"] != state:
            body += "</ul></li>" if state else ""
            state = p.more["state"]
            body += f"<li><strong>{p.more['c']}</strong><br>SES Quadra Inventada 5, 70000-000 Brasília – DF<ul>"
        place = f" (residente em {p.more['res']})" if "res" in p.more else ""
        body += f"<li>{e(p.polite)} – {p.title}{place}</li>"
        row = told(p, p.western, honorific=p.hon, mission=f"{state}/BR", resident_in=lives(p))
        if p.given == "Bat-Erdene":
            row |= {"given": ("Bat-Erdene", "Ganzorigiin"), "family": ("Ganzorigiin", "Bat-Erdene")}
        rows.append(row)
    body += "<li>Cônsul – vago</li></ul></li>"
    rows.append({"name": None, "title": "Cônsul", "rank": "consul", "vacant": True, "mission": "MN/BR"})
    title = "Lista diplomática – missões acreditadas no Brasil"
    return web("brazilian-items", page(title, f"<h1>{title}</h1><ul>{body}</ul>", lang="pt"), rows)


def friendship_group() -> Printed:
    """A parliament's group in French: role in small capitals above the name, constituency below."""
    body, rows = "", []
    for p in cast("w-amitie"):
        body += (
            f'<div class="elu"><p class="role">{p.title}</p><p class="nom">{e(p.polite)}</p>'
            f'<p class="circo">{p.more["p"]}</p></div>'
        )
        row = told(p, p.western, honorific=p.hon, mission_type="other", section=(None, p.more["p"]))
        row["title"] = (p.title, f"{p.title} {p.more['p']}")
        rows.append(row)
    title = "Groupe interparlementaire d’amitié France–Islande"
    return web("friendship-group", page(title, f"<h1>{title}</h1>{body}", lang="fr"), rows)


def arabic_data() -> Printed:
    """Columns of data in Arabic, in the code page of Windows: state, form of address, name, post, credentials."""
    lines, rows = ["الدولة;اللقب;الاسم;الصفة;تاريخ الوصول"], []
    for p in cast("w-ar"):
        lines.append(";".join((p.more["c"], p.hon, p.western, p.title, p.more["on"])))
        days = dated(p.more["iso"], "arrived")
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"], dates=days, script="Arab"))
    body = "\r\n".join(lines).encode("windows-1256")
    return made("arabic-data", "csv", body, rows, media_type="text/csv")


def chinese_table() -> Printed:
    """A table in Chinese of foreign diplomats: state, name with its form of address, post, day of arrival."""
    body, rows = "", []
    for p in cast("w-zh"):
        name = f"{p.given}·{p.family}"
        body += f"<tr><td>{p.more['c']}</td><td>{name}{p.hon}</td><td>{p.title}</td><td>{p.more['on']}</td></tr>"
        row = told(p, (name, f"{name}{p.hon}"), sending=p.more["state"], dates=dated(p.more["iso"], "arrived"))
        for field in ("given", "family", "section"):
            row.pop(field)
        rows.append(row)
    title = "驻华外交官名单"
    head = "<tr><th>国家</th><th>姓名</th><th>职务</th><th>到任时间</th></tr>"
    return web("chinese-table", page(title, f"<h1>{title}</h1><table>{head}{body}</table>", lang="zh"), rows)


def polish_bars() -> Printed:
    """Columns between bars in ISO 8859-2: state, city, honorary consul, post."""
    lines = ["Konsulaty honorowe w Rzeczypospolitej Polskiej", "Państwo | Miasto | Imię i nazwisko | Funkcja | Telefon"]
    rows = []
    for p in cast("w-plhon"):
        lines.append(f"{p.more['c']} | {p.more['city']} | {p.polite} | {p.title} | 555 01 00")
        usual = {"Wrocław": "Wroclaw", "Gdańsk": "Gdansk", "Kraków": "Krakow", "Poznań": "Poznan"}[p.more["city"]]
        fields: Row = {"sending": p.more["state"], "receiving": "PL", "mission_type": "consulate"}
        rows.append(told(p, p.western, honorific=p.hon, city=(p.more["city"], usual), **fields))
    return text("polish-bars", lines, rows, written="iso-8859-2")


def canadian_sides() -> Printed:
    """Posts in two languages on both sides of a stroke, in a description list inside an accordion."""
    body, rows = "", []
    for p in cast("w-ca"):
        body += f"<dt>{e(p.title)} / {e(p.more['fr'])}</dt><dd>{e(p.polite)}<br><small>613-555-0100</small></dd>"
        row = told(p, p.western, honorific=p.hon, mission="CA/SN")
        row["title"] = (f"{p.title} / {p.more['fr']}", p.title)
        row.pop("section")
        rows.append(row)
    title = "Embassy of Canada to Senegal / Ambassade du Canada au Sénégal"
    body = f"<h1>{title}</h1><details open><summary>Staff / Personnel</summary><dl>{body}</dl></details>"
    return web("canadian-sides", page(title, body), rows)


def ditto_marks() -> Printed:
    """Old print as text: columns by spaces, ditto marks for the state of the line above."""
    lines = ["CONSULAR CORPS IN CALCUTTA", "January, 1938", "", "Country        Name                       Rank", ""]
    rows = []
    for p in cast("w-ditto"):
        state = '   "' if "ditto" in p.more else p.more["c"]
        lines.append(f"{state:<15}{p.polite:<27}{p.title}")
        rows.append(told(p, p.western, honorific=p.hon, sending=p.more["state"]))
        rows[-1].pop("section")
    return text("ditto-marks", lines, rows, as_of="1938-01")


PROTOCOLS = (
    precedence_groups,
    bulgarian_cards,
    brazilian_items,
    friendship_group,
    arabic_data,
    chinese_table,
    polish_bars,
    canadian_sides,
    ditto_marks,
)
