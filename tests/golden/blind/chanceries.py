"""Lists written blind, seventh set: pages, in languages and shapes of which there were few."""

from __future__ import annotations

from html import escape as e

from tests.golden.blind.cast import cast, dated, lives, page, spouses_of, text, told, web
from tests.golden.truth import Printed, Row


def swedish_fonts() -> Printed:
    """A page of 1997: nested tables, fonts, cells that nobody closed; departments as rows over all columns."""
    people, rows, body, section = cast("v-sv"), [], "", None
    for p in people:
        if p.more["s"] != section:
            section = p.more["s"]
            body += f"<TR><TD COLSPAN=3 BGCOLOR=#CCCCFF><FONT FACE=Arial SIZE=2><B>{section}</B></FONT>\n"
        body += (
            f"<TR><TD><IMG SRC=dot.gif ALT=''><TD><FONT FACE=Arial SIZE=2>{e(p.polite)}</FONT>"
            f"<TD><FONT FACE=Arial SIZE=2><I>{p.title}</I></FONT>\n"
        )
        rows.append(told(p, p.western, honorific=p.hon, mission="TR/SE", section=section))
    raw = (
        "<HTML><HEAD><TITLE>Turkiets ambassad i Stockholm</TITLE></HEAD><BODY BGCOLOR=#FFFFFF>\n"
        "<TABLE WIDTH=600><TR><TD WIDTH=120 VALIGN=TOP><FONT SIZE=1><A HREF=index.htm>Startsida</A><BR>"
        "<A HREF=visum.htm>Visum</A><BR><A HREF=personal.htm>Personal</A><BR></FONT>\n"
        "<TD VALIGN=TOP><CENTER><FONT FACE=Arial SIZE=4 COLOR=#990000><B>Turkiets ambassad i Stockholm</B></FONT>"
        "<BR><FONT SIZE=2>Uppdaterad 3 februari 1998</FONT></CENTER>\n"
        f"<TABLE BORDER=0>{body}</TABLE>\n<HR><FONT SIZE=1>Uppfunna gatan 5, 115 27 Stockholm. Tel. 08-555 01 00"
        "</FONT></TABLE></BODY></HTML>"
    )
    return web("swedish-fonts", raw.encode("iso-8859-1", "xmlcharrefreplace"), rows, as_of="1998-02-03")


def czech_list() -> Printed:
    """States as headings; one paragraph for a person, the post behind a comma, credentials, residence and spouse."""
    people, rows, body, state = cast("v-cs"), [], "", None
    for p in people:
        if p.more["state"] != state:
            state = p.more["state"]
            body += f"<h3>{p.more['c']}</h3><p>Vymyšlená 5, 118 00 Praha 1<br>tel.: 255 501 000</p>"
        body += f"<p><strong>{e(p.polite)}</strong>, {e(p.title)}"
        body += f" (sídlo: {p.more['res'].partition('|')[0]})" if "res" in p.more else ""
        body += f"<br>pověřovací listiny: {p.more['on']}" if "on" in p.more else ""
        body += f"<br>manžel/ka: {e(p.more['spouse'])}" if "spouse" in p.more else ""
        body += "</p>"
        days = dated(p.more["iso"], "credentials", "accredited") if "on" in p.more else []
        fields = {"resident_in": lives(p), "accompanied": "spouse" in p.more, "dates": days}
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/CZ", **fields))
    title = "Diplomatická listina – cizí zastupitelské úřady v České republice"
    body = f"<h1>{title}</h1><p>Stav k 1. říjnu 2021</p>{body}"
    return web("czech-list", page(title, body, lang="cs"), rows, as_of="2021-10-01", never=spouses_of(people))


def canberra_breaks() -> Printed:
    """Each mission in one paragraph broken by hand, spouses in brackets beside the name, post and day on lines."""
    people, rows, body, state = cast("v-canberra"), [], "", None
    for p in people:
        if p.more["state"] != state:
            state = p.more["state"]
            body += f"</p><p><b>{p.more['c']}</b><br>5 Invented Circuit, Yarralumla ACT 2600<br>"
            body += "Office hours: Mon - Fri 9.00 am - 5.00 pm<br>Telephone: (02) 5550 1000<br>National Day: 25 May<br>"
        body += f"<br>{e(p.polite)}"
        body += f" ({e(p.more['spouse'])})" if "spouse" in p.more else ""
        body += f"<br>{p.title}<br>{p.more['on']}<br>"
        days = dated(p.more["iso"])
        fields = {"accompanied": "spouse" in p.more, "dates": days}
        rows.append(told(p, p.western, honorific=p.hon, mission=f"{state}/AU", **fields))
    title = "Diplomatic List - Canberra"
    body = f"<h2>{title}</h2><p>As at 1 September 2022 {body}</p>"
    return web("canberra-breaks", page(title, body), rows, as_of="2022-09-01", never=spouses_of(people))


def russian_attaches() -> Printed:
    """Service attachés of many states in one table, in KOI8-R; the military rank in a column of its own."""
    people, rows, body = cast("v-mil"), [], ""
    for n, p in enumerate(people, 1):
        name = p.inverted
        body += f"<tr><td>{n}</td><td>{p.more['c']}</td><td>{p.hon}</td><td>{name}</td><td>{p.title}</td></tr>\n"
        row = told(p, name, honorific=p.hon, sending=p.more["state"], receiving="BY")
        row.pop("section")
        rows.append(row)
    title = "Военно-дипломатический корпус, аккредитованный в Республике Беларусь"
    headers = ("N", "Государство", "Воинское звание", "Фамилия, имя, отчество", "Должность")
    head = "".join(f"<th>{each}</th>" for each in headers)
    raw = f"<html><head><title>{title}</title></head><body><h2>{title}</h2>(по состоянию на 01.07.2021)"
    raw += f"<table border=1><tr>{head}</tr>{body}</table></body></html>"
    return web("russian-attaches", raw.encode("koi8-r"), rows, charset="koi8-r", as_of="2021-07-01")


def ukrainian_honorary() -> Printed:
    """Honorary consuls abroad under headings that unfold: city with its state in brackets, labels for all the rest."""
    people, rows, body = cast("v-uahon"), [], ""
    for p in people:
        body += (
            f"<details><summary>{p.more['h']}</summary><div><p><b>Почесний консул:</b> {e(p.polite)}</p>"
            "<p><b>Консульський округ:</b> місто та прилеглі департаменти</p><p><b>Адреса:</b> вул. Вигадана, 5</p>"
            "<p><b>Тел.:</b> +00 555 01 00</p></div></details>"
        )
        city, usual = p.more["city"].split("|")
        mission = f"UA/{p.more['state']}/consulate/{usual}"
        rows.append(told(p, p.western, honorific=p.hon, mission=mission, city=(city, usual)))
        rows[-1].pop("section")
    title = "Почесні консульські установи України за кордоном"
    return web("ukrainian-honorary", page(title, f"<h1>{title}</h1>{body}", lang="uk"), rows)


def italian_corps() -> Printed:
    """A port's consular corps as a definition list: state, then name with post, address, exequatur."""
    people, rows, body, state = cast("v-itcorps"), [], "", None
    for p in people:
        if p.more["state"] != state:
            state = p.more["state"]
            body += f"<dt>{p.more['c']}"
        body += f"<dd><b>{e(p.polite)}</b> - {p.title}"
        body += f"<br>Exequatur: {p.more['on']}" if "on" in p.more else ""
        body += "<dd>Via dell'Invenzione 5 - Tel. 040 5550100"
        days = dated(p.more["iso"], "accredited", "appointed") if "on" in p.more else []
        # That Trieste is in Italy stands nowhere on the page.
        rows.append(told(p, p.western, honorific=p.hon, sending=state, city="Trieste", dates=days))
    title = "Corpo consolare di Trieste"
    return web("italian-corps", page(title, f"<h1>{title}</h1><dl>{body}</dl>", lang="it"), rows)


def polish_departments() -> Printed:
    """A page of 1999 in ISO 8859-2: a table inside a table, departments in capitals, post before name with a break."""
    people, rows, body, section = cast("v-pl"), [], "", None
    for p in people:
        if p.more["s"] != section:
            section = p.more["s"]
            body += f"<tr><td><font size=3><b><u>{section.upper()}</u></b></font></td></tr>"
        body += f"<tr><td><table><tr><td>{e(p.title)}<br><b>{e(p.polite)}</b></td></tr></table></td></tr>"
        rows.append(told(p, p.western, honorific=p.hon, mission="SK/PL", section=section))
    raw = (
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">'
        "<title>Ambasada Republiki Słowackiej w Warszawie</title></head><body><center><font size=5>"
        "Ambasada Republiki Słowackiej w Warszawie</font></center><p>Aktualizacja: 15.11.1999"
        f"<table border=0><tr><td><table>{body}</table></td></tr></table></body></html>"
    )
    return web("polish-departments", raw.encode("iso-8859-2", "xmlcharrefreplace"), rows, as_of="1999-11-15")


def german_corps() -> Printed:
    """A city's consular corps as nested items: state and kind of post, then who, with address and district."""
    people, rows, body, state = cast("v-hh"), [], "", None
    for p in people:
        if p.more["state"] != state:
            body += "</ul></li>" if state else ""
            state = p.more["state"]
            body += f"<li><h4>{p.more['c']}</h4><div>{p.more['k']}</div>"
            body += "<div>Erfundener Stieg 5, 20095 Hamburg | Tel. (040) 555 01 00</div>"
            body += "<div>Amtsbezirk: Hamburg, Schleswig-Holstein</div><ul>"
        body += f"<li>{e(p.polite)}, {p.title}</li>"
        fields = {"sending": state, "receiving": "DE", "city": "Hamburg"}
        rows.append(told(p, p.western, honorific=p.hon, **fields))
    title = "Konsularkorps Hamburg"
    body = f"<h1>{title}</h1><ul>{body}</ul></li></ul>"
    return web("german-corps", page(title, body, lang="de"), rows)


def spanish_attaches() -> Printed:
    """An accordion of service attachés: state on the button, spans inside, residence in brackets, one post vacant."""
    people, rows, body = cast("v-agre"), [], ""
    for n, p in enumerate(people):
        res = f" (residente en {p.more['res'].partition('|')[0]})" if "res" in p.more else ""
        body += (
            f'<div class="panel"><button aria-controls="p{n}">{p.more["c"]}</button><div id="p{n}" hidden>'
            f"<span>{p.title}{res}</span><br/><span><strong>{e(p.polite)}</strong></span><br/>"
            "<span>Tel. (591-2) 555 0100</span></div></div>"
        )
        fields: Row = {"honorific": p.hon, "sending": p.more["state"], "receiving": "BO"}
        rows.append(told(p, p.western, resident_in=lives(p), **fields))
    body += (
        '<div class="panel"><button aria-controls="p9">España</button><div id="p9" hidden>'
        "<span>Agregado de Defensa</span><br/><span><strong>Vacante</strong></span><br/></div></div>"
    )
    vacant: Row = {"name": None, "title": "Agregado de Defensa", "rank": "defence-attache", "vacant": True}
    rows.append(vacant | {"sending": "ES", "receiving": "BO"})
    title = "Agregados militares acreditados ante el Estado Plurinacional de Bolivia"
    return web("spanish-attaches", page(title, f"<h1>{title}</h1>{body}", lang="es"), rows)


def turkish_consuls() -> Printed:
    """A port's consular corps as text in windows-1254: state, kind of post, address, persons with the post first."""
    lines = ["İZMİR KONSOLOSLUK BİRLİĞİ", "(CORPS CONSULAIRE D'IZMIR)", "", "Güncelleme: 14.04.2017", ""]
    rows, state = [], None
    for p in cast("v-tr"):
        if p.more["state"] != state:
            state = p.more["state"]
            lines += ["", p.more["c"], p.more["k"]]
            lines += ["Adres : Uydurma Sokak No: 5 Alsancak / İZMİR", "Telefon: 0232 555 01 00"]
        lines.append(f"{p.title} : {p.polite}")
        kinds = tuple(p.more["kind"].split("|"))
        fields: Row = {"sending": state, "receiving": "TR", "mission_type": kinds}
        rows.append(told(p, p.western, honorific=p.hon, **fields))
    return text("turkish-consuls", lines, rows, written="windows-1254", as_of="2017-04-14")


CHANCERIES = (
    swedish_fonts,
    czech_list,
    canberra_breaks,
    russian_attaches,
    ukrainian_honorary,
    italian_corps,
    polish_departments,
    german_corps,
    spanish_attaches,
    turkish_consuls,
)
