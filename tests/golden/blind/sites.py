"""Lists written blind, first set: pages as missions of many languages publish them."""

from __future__ import annotations

import json
from html import escape as e

from tests.golden.blind.cast import One, cast, dated, empty, page, told, web
from tests.golden.truth import Printed, Row

MENU = (
    '<header><nav class="main-menu"><ul><li><a href="/">Home</a></li><li><a href="/visas/">Visas</a></li>'
    "<li>{0}</li></ul></nav></header>"
)
FOOT = "<footer><p>© 2021 · Privacy policy · Sitemap</p><p>12 Garden Row · Tel. +44 20 5550 0100</p></footer>"


def _of(rows: list[Row], **fields: object) -> list[Row]:
    return [row | fields for row in rows]


def wordpress() -> Printed:
    """A page builder's image boxes, with addresses that hide from robots."""
    people = cast("wp")
    boxes = "".join(
        '<div class="elementor-column"><div class="elementor-widget-wrap"><figure class="elementor-image-box-img">'
        f'<img src="/u/{n}.jpg" alt=""></figure><div class="elementor-image-box-content">'
        f'<h3 class="elementor-image-box-title">{e(p.polite)}</h3><p class="elementor-image-box-description">'
        f"{e(p.title)}<br>{p.family.lower()} [at] embassy.example</p>"
        "</div></div></div>"
        for n, p in enumerate(people)
    )
    head = f"{MENU.format('Our team')}<h1>British Embassy Kathmandu</h1><h2>Diplomatic Staff</h2>"
    body = f'{head}<section class="elementor-section">{boxes}</section>{FOOT}'
    rows = [told(p, p.western, honorific=p.hon, section=("Diplomatic Staff", None)) for p in people]
    return web(
        "wordpress", page("Our team – British Embassy Kathmandu", body), _of(rows, mission="GB/NP", city=("Kathmandu",))
    )


def bold_posts() -> Printed:
    """Bold post, line break, name family first, all in paragraphs of one class."""
    people = cast("ru-b")
    body = "".join(f'<p class="text"><strong>{e(p.title)}</strong><br>{e(p.inverted)}</p>' for p in people)
    title = "Посольство Российской Федерации в Республике Сербия"
    rows = _of([told(p, p.inverted) for p in people], mission="RU/RS")
    return web(
        "bold-posts", page(title, f"<h1>{title}</h1><h2>Дипломатический состав</h2>{body}", lang="ru"), rows_free(rows)
    )


def rows_free(rows: list[Row]) -> list[Row]:
    """The rows without the section, where a heading over everybody may or may not be one."""
    return [{key: value for key, value in row.items() if key != "section"} for row in rows]


def numbered_table() -> Printed:
    """A table without a header: number, name, post, telephone."""
    people = cast("uk-t")
    body = "".join(
        f"<tr><td>{n}.</td><td>{e(p.inverted)}</td><td>{e(p.title)}</td><td>+48 22 555 0{n} 00</td></tr>"
        for n, p in enumerate(people, 1)
    )
    title = "Посольство України в Республіці Польща"
    rows = _of([told(p, p.inverted) for p in people], mission="UA/PL")
    return web("numbered-table", page(title, f"<h2>{title}</h2><table class=table>{body}</table>", lang="uk"), rows)


def colon_items() -> Printed:
    """List items with the post in bold and a colon; one post vacant."""
    people = cast("fr-li")
    items = [f"<li><strong>{e(p.title)}</strong> : {e(p.polite)}</li>" for p in people]
    items.insert(4, "<li><strong>Troisième secrétaire</strong> : poste vacant</li>")
    rows = [told(p, p.western, honorific=p.hon) for p in people]
    rows.insert(4, empty("Troisième secrétaire", "third-secretary"))
    title = "Ambassade de France au Gabon"
    body = f"<h1>{title}</h1><h2>L'équipe de l'ambassade</h2><ul>{''.join(items)}</ul>{FOOT}"
    return web("colon-items", page(title, body, lang="fr"), rows_free(_of(rows, mission="FR/GA")))


def two_tongues() -> Printed:
    """A table with the posts in two languages in one cell, the header too."""
    people = cast("es-2")
    body = "".join(f"<tr><td>{e(p.title)}</td><td>{e(p.loud)}</td></tr>" for p in people)
    head = "<tr><th>Cargo / Position</th><th>Nombre / Name</th></tr>"
    title = "Embajada de España en Noruega"
    table = f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"
    return web(
        "two-tongues",
        page(title, f"<h1>{title}</h1>{table}", lang="es"),
        _of([told(p, p.loud) for p in people], mission="ES/NO"),
    )


def offices() -> Printed:
    """What somebody does, a colon, and who: posts that are in nobody's table of ranks."""
    people = cast("de-fn")
    body = "".join(f"<p>{e(p.title)}: {e(p.polite)}</p>" for p in people)
    title = "Botschaft der Bundesrepublik Deutschland Ulan Bator"
    rows = _of([told(p, p.western, honorific=p.hon) for p in people], mission="DE/MN")
    return web("offices", page(title, f"<h1>{title}</h1><h2>Ansprechpartner</h2>{body}", lang="de"), rows_free(rows))


def terms() -> Printed:
    """A definition list: name, then post, telephone and address in definitions of their own."""
    people = cast("it-dl")
    body = "".join(
        f"<dt><b>{e(p.western)}</b></dt><dd>{e(p.title)}</dd><dd>Tel. +39 06 555 010{n}</dd>"
        f"<dd>{p.family.split()[0].lower()}@esteri.example</dd>"
        for n, p in enumerate(people)
    )
    title = "Ambasciata d'Italia – Tallinn"
    rows = _of([told(p, p.western) for p in people], mission="IT/EE")
    return web("terms", page(title, f"<h1>{title}</h1><dl>{body}</dl>", lang="it"), rows)


def hungarian() -> Printed:
    """Family names first, posts in small letters after a dash."""
    people = cast("hu")
    body = "".join(f"<li>{e(f'{p.hon} {p.inverted}'.strip())} – {e(p.title)}</li>" for p in people)
    title = "Magyarország Nagykövetsége Helsinki"
    rows = [told(p, p.inverted, honorific=p.hon or None) for p in people]
    page_ = page(title, f"<h1>{title}</h1><h3>Munkatársaink</h3><ul>{body}</ul>", lang="hu")
    return web("hungarian", page_, rows_free(_of(rows, mission="HU/FI")))


def czech() -> Printed:
    """A table with degrees before the names."""
    people = cast("cs")
    body = "".join(f"<tr><td>{e(p.polite)}</td><td>{e(p.title)}</td></tr>" for p in people)
    head = "<tr><th>Jméno</th><th>Funkce</th></tr>"
    title = "Velvyslanectví České republiky ve Varšavě"
    rows = [told(p, (p.western, p.polite)) for p in people]
    return web(
        "czech",
        page(title, f"<h1>{title}</h1><table>{head}{body}</table>", lang="cs", charset="windows-1250"),
        _of(rows, mission="CZ/PL"),
    )


def turkish() -> Printed:
    """Cards of a Turkish embassy, in the encoding of the time."""
    people = cast("tr")
    body = "".join(
        f'<div class="kart"><div class="isim">{e(p.western)}</div><div class="gorev">{e(p.title)}</div></div>'
        for p in people
    )
    title = "Türkiye Cumhuriyeti Tiflis Büyükelçiliği"
    rows = [told(p, p.western) for p in people]
    return web(
        "turkish", page(title, f"<h1>{title}</h1>{body}", lang="tr", charset="iso-8859-9"), _of(rows, mission="TR/GE")
    )


def roles_above() -> Printed:
    """Cards with a small line of the post above the name."""
    people = cast("pt")
    body = "".join(
        f'<article class="membro"><p class="cargo"><small>{e(p.title.upper())}</small></p>'
        f"<h4>{e(p.western)}</h4></article>"
        for p in people
    )
    title = "Embaixada do Brasil em Maputo"
    rows = _of([told(p, p.western, title=p.title) for p in people], mission="BR/MZ")
    return web("roles-above", page(title, f"<h1>{title}</h1>{body}", lang="pt"), rows)


def gulf() -> Printed:
    """Items of an Arab mission in English, with a comma, the post in italics."""
    people = cast("ar-2")
    body = "".join(f"<li>{e(p.polite)}, <i>{e(p.title)}</i></li>" for p in people)
    title = "Embassy of the State of Qatar in Canberra"
    rows = _of([told(p, p.western, honorific=p.hon) for p in people], mission="QA/AU")
    rows[0] |= {"given": ("Suhaim bin Jassim", "Suhaim"), "family": ("Al-Murraikhan", "bin Jassim Al-Murraikhan")}
    return web("gulf", page(title, f"<h2>{title}</h2><h3>Members of the Mission</h3><ol>{body}</ol>"), rows_free(rows))


def hebrew() -> Printed:
    """Latin and Hebrew names side by side, with marks of direction between."""
    people = cast("he")
    hebrew_ = ("אלחנן ברזילובסקי", "תרצה בן-הרוש", "יגאל שמירוביץ", "אודליה כצוביץ", "בועז רימונברג")
    body = "".join(
        f"<tr><td>{e(p.western)}</td><td>{e(p.title)}</td><td dir=rtl>\u200f{name}\u200f</td></tr>"
        for p, name in zip(people, hebrew_, strict=True)
    )
    title = "Embassy of Israel in Peru"
    head = "<tr><th>Name</th><th>Position</th><th dir=rtl>שם</th></tr>"
    rows = _of([told(p, p.western) for p in people], mission="IL/PE")
    return web("hebrew", page(title, f"<h1>{title}</h1><table>{head}{body}</table>"), rows)


def linked_data() -> Printed:
    """A shell for a program, with the people in its linked data only."""
    people = cast("ld")
    staff = [{"@type": "Person", "name": p.western, "jobTitle": p.title} for p in people]
    graph = {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "name": "Embassy of Norway in Ghana",
        "employee": staff,
    }
    head = f'<script type="application/ld+json">{json.dumps(graph, ensure_ascii=False)}</script>'
    body = '<h1>Royal Norwegian Embassy in Accra</h1><div id="staff-app"></div>'
    rows = _of([told(p, p.western) for p in people], mission="NO/GH")
    return web("linked-data", page("Embassy of Norway in Ghana", body, head=head), rows)


def described_pictures() -> Printed:
    """Pictures whose descriptions hold name and post; no text beside."""
    people = cast("alt")
    body = "".join(
        f'<a href="/p/{n}"><img src="/p/{n}.jpg" alt="{e(p.western)}, {e(p.title)}"></a>' for n, p in enumerate(people)
    )
    title = "Embassy of the Republic of Serbia in Tokyo"
    rows = _of([told(p, p.western) for p in people], mission="RS/JP")
    return web("described-pictures", page(title, f"<h1>{title}</h1><div class=gallery>{body}</div>"), rows)


def captions() -> Printed:
    """Figures with name and post in the caption."""
    people = cast("cap")
    body = "".join(
        f'<figure><img src="{n}.png" alt=""><figcaption><strong>{e(p.loud)}</strong>'
        f"<br>{e(p.title)}</figcaption></figure>"
        for n, p in enumerate(people)
    )
    title = "Ghana High Commission, Nairobi"
    rows = _of([told(p, p.loud) for p in people], mission="GH/KE", mission_type="high-commission")
    return web("captions", page(title, f"<h1>{title}</h1>{body}"), rows)


def buttons() -> Printed:
    """Panels under buttons, with a definition for each person."""
    body, rows, section = "", [], None
    for p in cast("acc"):
        if p.more["s"] != section:
            body += "</div>" if section else ""
            section = p.more["s"]
            body += f'<button class="accordion" aria-expanded="false">{section}</button><div class="panel">'
        body += f"<p><b>{e(p.polite)}</b></p><p>{e(p.title)}</p>"
        rows.append(told(p, p.western, honorific=p.hon, section=section, mission="GB/FJ"))
    title = "British High Commission Suva"
    return web("buttons", page(title, f"<h1>{title}</h1>{body}</div>"), rows)


def _simple(key: str, lang: str, title: str, mission: str, form: str) -> Printed:
    """One mission's people in a form of the page's own."""
    people = cast(key)
    body = "".join(form.format(name=e(p.western), title=e(p.title)) for p in people)
    return web(
        key,
        page(title, f"<h1>{e(title)}</h1>{body}", lang=lang),
        _of([told(p, p.western) for p in people], mission=mission),
    )


def bulgarian() -> Printed:
    """Names and posts in one paragraph, with a comma."""
    return _simple("bg", "bg", "Посолство на Република България във Виена", "BG/AT", "<p>{name}, {title}</p>")


def romanian() -> Printed:
    """Headings of the fourth level with a paragraph below."""
    return _simple(
        "ro", "ro", "Ambasada României în Republica Moldova", "RO/MD", "<h4>{name}</h4><p><em>{title}</em></p><hr>"
    )


def swedish() -> Printed:
    """Name and post on two lines of one item."""
    return _simple(
        "sv", "sv", "Sveriges ambassad i Riga", "SE/LV", "<li><span>{name}</span><br/><span>{title}</span></li>"
    )


def american_days() -> Printed:
    """A table with the days of arrival as Americans write them: some can be read in one way only."""
    people = cast("us-dates")
    body = "".join(f"<tr><td>{e(p.polite)}</td><td>{e(p.title)}</td><td>{p.more['on']}</td></tr>" for p in people)
    head = "<tr><th>Name</th><th>Title</th><th>Arrived</th></tr>"
    rows = [told(p, p.western, honorific=p.hon, dates=dated(p.more["iso"], "arrived")) for p in people]
    title = "Embassy of the United States of America in Suriname"
    return web("american-days", page(title, f"<h1>{title}</h1><table>{head}{body}</table>"), _of(rows, mission="US/SR"))


def ministers() -> Printed:
    """A cabinet: offices and who holds them."""
    people = cast("cab-fr")
    body = "".join(f"<tr><td>{e(p.title)}</td><td>{e(p.polite)}</td></tr>" for p in people)
    title = "Composition du gouvernement"
    rows = _of([told(p, p.western, honorific=p.hon) for p in people], mission_type="other")
    for row in rows:
        row.pop("rank")
    return web("ministers", page(title, f"<h1>{title}</h1><table>{body}</table>", lang="fr"), rows)


def misdeclared() -> Printed:
    """KOI8-R bytes that call themselves Latin."""
    people = cast("koi")
    body = "".join(f"<tr><td>{e(p.inverted)}<td>{e(p.title)}" for p in people)
    title = "Посольство Российской Федерации в Исландии"
    head = f"<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><title>{title}</title>"
    html = f"<html><head>{head}</head><body><h1>{title}</h1><table>{body}</table></body></html>"
    return web("misdeclared", html.encode("koi8-r"), _of([told(p, p.inverted) for p in people], mission="RU/IS"))


def undeclared() -> Printed:
    """Polish bytes of ISO 8859-2 that say nothing."""
    people = cast("l2")
    body = "".join(f"<p>{e(p.western)} - {e(p.title)}" for p in people)
    title = "Ambasada Rzeczypospolitej Polskiej w Kopenhadze"
    html = f"<html><head><title>{title}</title></head><body><h2>{title}</h2>{body}</body></html>"
    return web("undeclared", html.encode("iso-8859-2"), _of([told(p, p.western) for p in people], mission="PL/DK"))


def chinese() -> Printed:
    """Chinese names with the family name last and in capitals, one of them a single syllable."""
    people = cast("zh")
    body = "".join(
        f'<div class="row"><div class="col-6">{e(p.polite)}</div><div class="col-6">{e(p.title)}</div></div>'
        for p in people
    )
    title = "Embassy of the People's Republic of China in Dublin"
    rows = _of([told(p, p.western, honorific=p.hon) for p in people], mission="CN/IE")
    return web("chinese", page(title, f"<h1>{title}</h1>{body}"), rows)


def hand_broken() -> Printed:
    """Everybody in one paragraph, broken by hand, post first."""
    people: tuple[One, ...] = cast("br")
    body = "<br><br>".join(
        f"{e(p.title)}<br><b>{e(p.polite)}</b><br>tel.: +370 5 555 010{n}" for n, p in enumerate(people)
    )
    title = "Ambasada RP w Wilnie"
    rows = _of([told(p, p.western, honorific=p.hon) for p in people], mission="PL/LT")
    return web("hand-broken", page(title, f"<h1>{title}</h1><p>{body}</p>", lang="pl"), rows)


SITES = (
    wordpress,
    bold_posts,
    numbered_table,
    colon_items,
    two_tongues,
    offices,
    terms,
    hungarian,
    czech,
    turkish,
    roles_above,
    gulf,
    hebrew,
    linked_data,
    described_pictures,
    captions,
    buttons,
    bulgarian,
    romanian,
    swedish,
    american_days,
    ministers,
    misdeclared,
    undeclared,
    chinese,
    hand_broken,
)
