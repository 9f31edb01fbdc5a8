"""Lists written blind, fourth set: pages as ministries' and missions' portals make them today, and made them once."""

from __future__ import annotations

from html import escape as e

from tests.golden.blind.cast import One, cast, dated, page, told, web
from tests.golden.truth import Printed, Row


def _page(key: str, lang: str, title: str, mission: str, body: str, rows: list[Row], **fields: object) -> Printed:
    for row in rows:
        row["mission"] = mission
    return web(key, page(title, body, lang=lang), rows, **fields)


def _spouses(people: tuple[One, ...]) -> tuple[str, ...]:
    """Names that no listing may hold, without their form of address."""
    return tuple(p.more["spouse"].split(" ", 1)[1] for p in people if "spouse" in p.more)


def canberra() -> Printed:
    """A page of a ministry: a mission's sections as headings, a table for each, the spouse in a cell's second line."""
    people = cast("au-c")
    body, section, rows = (
        "<main><h1>Embassy of Ireland in Australia</h1><p>20 Arkanda Street, Yarralumla ACT 2600</p>",
        "",
        [],
    )
    body += "<p>Telephone: +61 2 5550 1000</p><table><tr><th>Name</th><th>Position</th></tr>"
    for p in people:
        if p.more["s"] != section:
            section = p.more["s"]
            body += f"</table><h3>{e(section)}</h3><table><tr><th>Name</th><th>Position</th></tr>"
        spouse = p.more.get("spouse")
        names = e(f"{p.hon} {p.loud}") + (f"<br>{e(spouse)}" if spouse else "")
        body += f"<tr><td>{names}</td><td>{e(p.title)}</td></tr>"
        rows.append(
            told(p, p.loud, family=p.family.upper(), honorific=p.hon, section=section or None, accompanied=bool(spouse))
        )
    return _page(
        "canberra", "en", "Embassy of Ireland", "IE/AU", body + "</table></main>", rows, never=_spouses(people)
    )


def ottawa() -> Printed:
    """Paragraphs broken by hand: name, post, and a line that says who the spouse is."""
    people = cast("ca-o")
    body, rows = "<h1>High Commission for the Republic of Ghana in Canada</h1>", []
    for p in people:
        spouse = p.more.get("spouse")
        lines = [p.polite, p.title] + ([f"Spouse: {spouse}"] if spouse else [])
        body += "<p>" + "<br />".join(map(e, lines)) + "</p>\n"
        rows.append(told(p, p.western, honorific=p.hon, accompanied=bool(spouse)))
    title = "Diplomatic, Consular and Other Representatives in Canada"
    return _page("ottawa", "en", title, "GH/CA", body, rows, never=_spouses(people))


def elementor() -> Printed:
    """A builder's page: every line a heading in a widget of its own, posts in small headings under the names."""
    people = cast("elem")

    def widget(tag: str, text: str) -> str:
        heading = f'<{tag} class="elementor-heading-title elementor-size-default">{e(text)}</{tag}>'
        return (
            '<div class="elementor-element elementor-widget elementor-widget-heading">'
            f'<div class="elementor-widget-container">{heading}</div></div>'
        )

    body = widget("h1", "Ambassade du Bénin en Belgique") + widget("h2", "Notre équipe")
    for p in people:
        body += f'<div class="elementor-column">{widget("h4", p.western)}{widget("h6", p.title)}</div>'
    return _page(
        "elementor",
        "fr",
        "Notre équipe",
        "BJ/BE",
        body,
        [told(p, p.western, section=(None, "Notre équipe")) for p in people],
    )


def drupal() -> Printed:
    """A view of a content system: each field in a labelled element, with mail and a link to more."""
    people = cast("drup")
    body = "<h1>Embassy of Iceland in Washington</h1><div class='view-content'>"
    for n, p in enumerate(people):
        mail = f"{p.family.lower()[:5]}{n}@mfa.example"
        body += (
            '<div class="views-row"><div class="views-field views-field-title"><span class="field-content">'
            f'<a href="/node/{n}">{e(p.western)}</a></span></div>'
            '<div class="views-field views-field-field-position"><div class="field-content">'
            f'{e(p.title)}</div></div><div class="views-field views-field-field-email"><span class="views-label">'
            f'E-mail: </span><span class="field-content">{mail}</span></div>'
            f'<div class="views-field views-field-view-node"><a href="/node/{n}">Read more</a></div></div>'
        )
    return _page("drupal", "en", "Staff | Iceland", "IS/US", body + "</div>", [told(p, p.western) for p in people])


def bitrix() -> Printed:
    """News items of a Russian content system: bold name, a labelled post, a labelled telephone."""
    people = cast("bitr")
    body = "<h1>Посольство Республики Казахстан в Республике Армения</h1><div class='news-list'>"
    for n, p in enumerate(people):
        body += (
            f'<p class="news-item" id="bx_{n}"><img class="preview" src="/upload/{n}.jpg" alt="{e(p.inverted)}"/>'
            f'<a href="/about/{n}/"><b>{e(p.inverted)}</b></a><br/><small>Должность:&nbsp;{e(p.title)}</small><br/>'
            f"<small>Телефон:&nbsp;+374 10 55501{n}</small><br/></p>"
        )
    return _page("bitrix", "ru", "Сотрудники", "KZ/AM", body + "</div>", [told(p, p.inverted) for p in people])


def front_page() -> Printed:
    """A table of 2001: fonts in every cell, a header that is only bold, empty rows between."""
    people = cast("fpage")

    def cell(text: str, bold: bool = False) -> str:
        inner = f"<b>{text}</b>" if bold else text
        return f'<td width="33%"><p align="center"><font face="Arial" size="2">{inner}</font></td>'

    body = (
        '<p align="center"><font size="5"><b>HIGH COMMISSION OF TONGA IN AUSTRALIA</b></font></p>'
        '<table border="1" cellspacing="1" width="100%" id="AutoNumber1"><tr>'
        + "".join(cell(head, True) for head in ("Name of Officer", "Designation", "Extension"))
        + "</tr>"
    )
    for n, p in enumerate(people):
        body += f"<tr>{cell(e(p.polite))}{cell(e(p.title))}{cell(f'Ext. {n + 101}')}</tr>"
        body += "<tr>" + cell("&nbsp;") * 3 + "</tr>"
    rows = [told(p, p.western, honorific=p.hon) for p in people]
    return _page("front-page", "en", "Staff", "TO/AU", body + "</table>", rows)


def twice() -> Printed:
    """One list in two columns, on the left in French, on the right in English: each person is printed twice."""
    people = cast("twice")
    left = "".join(f"<p><b>{e(p.polite)}</b><br>{e(p.title)}</p>" for p in people)
    right = "".join(f"<p><b>{e(p.more['hon2'])} {e(p.western)}</b><br>{e(p.more['en'])}</p>" for p in people)
    body = (
        "<table><tr><td colspan=2><h2>Ambassade du Rwanda au Canada / Embassy of Rwanda in Canada</h2></td></tr>"
        f"<tr><td valign=top>{left}</td><td valign=top>{right}</td></tr></table>"
    )
    rows = [told(p, p.western, honorific=(p.hon, p.more["hon2"]), title=(p.title, p.more["en"])) for p in people]
    return _page("twice", "fr", "Personnel / Staff", "RW/CA", body, rows)


def bootstrap() -> Printed:
    """Accordions: a card for each office, its people in definition lists with telephone and mail."""
    people = cast("boot")
    body, section, rows = '<h1>Embassy of Denmark in Nairobi</h1><div class="accordion">', "", []
    for n, p in enumerate(people):
        if p.more["s"] != section:
            body += "</div></div></div>" if section else ""
            section = p.more["s"]
            body += (
                '<div class="accordion-item"><h2 class="accordion-header"><button class="accordion-button">'
                f'{e(section)}</button></h2><div class="accordion-collapse collapse"><div class="accordion-body">'
            )
        body += (
            f'<div class="row"><div class="col-4"><strong>{e(p.western)}</strong></div><div class="col-4">{e(p.title)}'
            f'</div><div class="col-4">+254 20 5550{n}</div></div>'
        )
        rows.append(told(p, p.western, section=section))
    return _page("bootstrap", "en", "Who is who", "DK/KE", body + "</div></div></div></div>", rows)


def arabic() -> Printed:
    """A page in Arabic alone: a table with a header, right to left."""
    people = cast("ar-e")
    head = "<tr><th>م</th><th>الاسم</th><th>المسمى الوظيفي</th></tr>"
    body = "".join(f"<tr><td>{n}</td><td>{e(p.polite)}</td><td>{e(p.title)}</td></tr>" for n, p in enumerate(people, 1))
    title = "سفارة جمهورية مصر العربية في الأردن"
    rows = [told(p, p.western, honorific=p.hon, script="Arab") for p in people]
    return _page("arabic", "ar", title, "EG/JO", f'<h1>{title}</h1><table dir="rtl">{head}{body}</table>', rows)


def persian() -> Printed:
    """A page in Persian alone: names as headings, posts below."""
    people = cast("fa-b")
    title = "سفارت جمهوری اسلامی ایران در آلمان"
    body = "".join(f"<div class=card><h3>{e(p.western)}</h3><p>{e(p.title)}</p></div>" for p in people)
    rows = [told(p, p.western, script="Arab") for p in people]
    return _page("persian", "fa", "کارکنان سفارت", "IR/DE", f"<h1>{title}</h1>{body}", rows)


def urdu() -> Printed:
    """A page in Urdu alone: lines of name, dash and post."""
    people = cast("ur-k")
    title = "سفارت خانہ پاکستان، ترکی"
    body = "".join(f"<li>{e(p.western)} – {e(p.title)}</li>" for p in people)
    rows = [told(p, p.western, script="Arab") for p in people]
    return _page("urdu", "ur", "عملہ", "PK/TR", f"<h1>{title}</h1><ul>{body}</ul>", rows)


def japanese() -> Printed:
    """A page in Japanese: posts on the left, names on the right, the family name first with a space."""
    people = cast("ja")
    title = "在ハンガリー日本国大使館"
    body = "".join(f"<tr><td>{e(p.title)}</td><td>{e(f'{p.family} {p.given}')}</td></tr>" for p in people)
    rows = [told(p, f"{p.family} {p.given}", section=(None, "館員名簿")) for p in people]
    return _page("japanese", "ja", title, "JP/HU", f"<h1>{title}</h1><h2>館員名簿</h2><table>{body}</table>", rows)


def labelled() -> Printed:
    """Labelled lines in Portuguese: name, post, and since when, with a rule between people."""
    people = cast("label-pt")
    body = "<h1>Embaixada da República de Angola em Cabo Verde</h1>" + "<hr>".join(
        f"<p><strong>Nome:</strong> {e(p.western)}<br><strong>Cargo:</strong> {e(p.title)}<br>"
        f"<strong>Em funções desde:</strong> {p.more['on']}</p>"
        for p in people
    )
    rows = [told(p, p.western, dates=dated(p.more["iso"], "arrived", "appointed", "printed")) for p in people]
    return _page("labelled-pt", "pt", "Corpo diplomático", "AO/CV", body, rows)


PORTALS = (
    canberra,
    ottawa,
    elementor,
    drupal,
    bitrix,
    front_page,
    twice,
    bootstrap,
    arabic,
    persian,
    urdu,
    japanese,
    labelled,
)
