"""Invented lists as plain text and as columns of data: dot leaders, zones, separators and encodings."""

from __future__ import annotations

import csv
import io

from tests.golden.pages import capitals, official, western
from tests.golden.people import several, staff, word
from tests.golden.truth import Printed, Row, listed, numbered

EMPTY = {"name": None, "given": None, "family": None}


def _text(layout: str, language: str, seed: int, lines: list[str], rows: list[Row], **fields: object) -> Printed:
    charset = str(fields.get("charset", "utf-8"))
    return Printed(
        id=f"{layout}-{language}-{seed}",
        name=str(fields.get("name", f"list-{seed}.txt")),
        body="\n".join(lines).encode(charset),
        rows=numbered(rows),
        media_type="text/plain",
        as_of=str(fields["as_of"]) if "as_of" in fields else None,
        never=tuple(fields.get("never", ())),  # type: ignore[arg-type]
    )


def dot_leaders(language: str, seed: int) -> Printed:
    """Names and titles with dots between, under the names of states."""
    lines, rows = [word(language, "as-of") + " 01.03.2016", ""], []
    for each in several(seed, language, 4):
        lines += ["", each.country.upper(), ""]
        for p in each.people:
            name = f"{p.honorific} {capitals(p)} "
            lines.append(name.ljust(50, ".") + " " + p.title)
            rows.append(listed(p, capitals(p), sending=each.state, honorific=p.honorific))
    return _text("dot-leaders", language, seed, lines, rows, as_of="2016-03-01")


def zones(language: str, seed: int) -> Printed:
    """London's way: name, a gap, title; spouses below, set in; a star for those who don't live here."""
    lines, rows, never = [], [], []
    for each in several(seed, language, 4):
        lines += ["", each.country.upper(), "Embassy of the above", "31 Example Gardens SW7", "Tel: 020 7555 0100", ""]
        for n, p in enumerate(each.people):
            star = "*" if n == 2 else ""
            lines.append(f"{star}{p.honorific} {capitals(p)}".ljust(46) + p.title)
            if p.spouse:
                lines.append(f"    {p.wife_or_husband}")
                never.append(p.spouse)
            rows.append(
                listed(p, capitals(p), sending=each.state, honorific=p.honorific, accompanied=p.spouse is not None)
            )
    return _text("zones", language, seed, lines, rows, never=never)


def blocks(language: str, seed: int) -> Printed:
    """Blocks of two or three lines with an empty one between: name, title with day, spouse."""
    lines, rows, never = [f"Diplomatic List, {word(language, 'as-of')} 15.11.2012"], [], []
    for each in several(seed, language, 4, 6):
        lines += ["", each.country.upper(), ""]
        for p in each.people:
            lines += [f"{p.honorific} {capitals(p)}", f"{p.title}, ({p.dotted})"]
            if p.wife_or_husband and p.spouse:
                lines.append(p.wife_or_husband)
                never.append(p.spouse)
            lines.append("")
            day = [{"kind": "printed", "value": p.iso}]
            fields = {"honorific": p.honorific, "dates": day, "accompanied": p.spouse is not None}
            rows.append(listed(p, capitals(p), sending=each.state, **fields))
    return _text("blocks", language, seed, lines, rows, never=never, as_of="2012-11-15")


def precedence(language: str, seed: int) -> Printed:
    """Heads of mission in the order of their credentials: number, state, name, day."""
    lines, rows = ["ORDER OF PRECEDENCE OF HEADS OF MISSION", ""], []
    for n, each in enumerate(several(seed, language, 9, 1), 1):
        p = each.people[0]
        lines.append(f"{n}.  {each.country}  {p.honorific} {capitals(p)}  {p.dotted}")
        row = listed(p, capitals(p), sending=each.state, honorific=p.honorific)
        rows.append(row | {"title": None, "rank": None, "dates": [{"kind": "printed", "value": p.iso}]})
    return _text("precedence", language, seed, lines, rows)


def consuls(language: str, seed: int) -> Printed:
    """A consular list in English: posts with addresses, career and honorary officers, exequaturs."""
    lines, rows = ["CONSULAR CORPS", "as of 1 July 2019", ""], []
    cities = ("Bergen", "Gdańsk", "Rotterdam", "Marseille", "Zürich")
    for each, city in zip(several(seed, language, 5, 3), cities, strict=True):
        honorary = city in cities[1::2]
        kind = "Honorary Consulate" if honorary else "Consulate General"
        lines += [
            f"{kind} of {each.country} in {city}",
            f"4 Harbour Road, {city}",
            "Consular district: the whole county",
        ]
        titles = ("Honorary Consul",) if honorary else ("Consul General", "Vice-Consul")
        ranks = ("honorary-consul",) if honorary else ("consul-general", "vice-consul")
        for p, title, rank in zip(each.people, titles, ranks, strict=False):
            said = word("en", "mr", female=p.female)
            lines.append(f"{said} {western(p)}, {title} (exequatur {p.day} {MONTHS[p.month - 1]} {p.year})")
            fields = {
                "title": title,
                "rank": rank,
                "honorific": said,
                "city": city,
                "mission_type": "consulate-general",
            }
            fields |= {"mission_type": "consulate"} if honorary else {}
            rows.append(listed(p, western(p), sending=each.state, dates=[{"kind": ANY, "value": p.iso}], **fields))
        lines.append("")
    for row in rows:
        row["dates"] = tuple(
            [{"kind": kind, "value": row["dates"][0]["value"]}] for kind in ("printed", "accredited", "appointed")
        )
    return _text("consuls", language, seed, lines, rows, as_of="2019-07-01")


ANY = "printed"
OFFICES = (" Ministry of Foreign Affairs", ", Ministry of Foreign Affairs")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def delegates(language: str, seed: int) -> Printed:
    """A conference's participants: state, then name, title and office on lines of their own."""
    lines, rows = ["LIST OF PARTICIPANTS", ""], []
    for each in several(seed, language, 4):
        lines += [each.country, ""]
        for p in each.people:
            lines += [f"{p.honorific} {western(p)}", p.title, "Ministry of Foreign Affairs", ""]
            row = listed(p, western(p), sending=each.state, honorific=p.honorific)
            rows.append(row | {"title": tuple(f"{p.title}{more}" for more in ("", *OFFICES))})
    return _text("delegates", language, seed, lines, rows)


def data(language: str, seed: int) -> Printed:
    """Values with a separator of the country's own: state, name, title, arrival, spouse."""
    separator = {"en": ",", "ar": ",", "ru": ";", "uk": "\t", "pl": "|"}.get(language, ";")
    charset = {"ru": "koi8-r", "uk": "utf-16", "pl": "windows-1250", "tr": "utf-8-sig", "es": "iso-8859-1"}
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator)
    writer.writerow([word(language, key) for key in ("h.country", "h.name", "h.title", "h.arrived", "h.spouse")])
    rows, never = [], []
    for each in several(seed, language, 6):
        for n, p in enumerate(each.people):
            day = [{"kind": "arrived", "value": p.iso}]
            if n == 3 and p.year % 2:
                writer.writerow([each.country, word(language, "vacant"), p.title, "", ""])
                rows.append(listed(p, "", sending=each.state, vacant=True) | EMPTY)
                continue
            writer.writerow([each.country, official(p), p.title, p.dotted, p.spouse or ""])
            fields = {"patronymic": p.patronymic, "dates": day, "accompanied": p.spouse is not None}
            rows.append(listed(p, official(p), sending=each.state, **fields))
            never += [p.spouse] if p.spouse else []
    return Printed(
        id=f"data-{language}-{seed}",
        name="list.tsv" if separator == "\t" else "list.csv",
        body=out.getvalue().encode(charset.get(language, "utf-8")),
        rows=numbered(rows),
        media_type="text/csv",
        never=tuple(never),
    )


def blue_book(language: str, seed: int) -> Printed:
    """Names in two columns, a rank and a function of their own."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Country", "Salutation", "First name", "Last name", "Rank", "Functional title", "Appointed"])
    rows = []
    for each in several(seed, language, 5):
        for p in each.people:
            writer.writerow([each.country, p.honorific, p.given, p.family, p.title, "", p.iso])
            day = [{"kind": "appointed", "value": p.iso}]
            rows.append(listed(p, western(p), sending=each.state, honorific=p.honorific, dates=day))
    return Printed(
        id=f"blue-book-{language}-{seed}",
        name="book.csv",
        body=out.getvalue().encode(),
        rows=numbered(rows),
        media_type="text/csv",
    )


def historic(language: str, seed: int) -> Printed:
    """Old print: short ranks, daggers, leave and expectation in brackets."""
    short = {"first-secretary": "1st Sec.", "second-secretary": "2nd Sec.", "third-secretary": "3rd Sec."}
    lines, rows = [f"FOREIGN OFFICE LIST 1934, {language}", ""], []
    for each in several(seed, language, 3, 6):
        lines += ["", each.country.upper() + "."]
        for n, p in enumerate(each.people):
            title = short.get(p.rank, p.title)
            leave = " (on leave)" if n == 4 else ""
            name = f"{western(p)}{'†' if n == 2 else ''}"
            lines.append(f"{p.honorific} {name}, {title}{leave}")
            row = listed(p, name, sending=each.state, honorific=p.honorific)
            rows.append(row | {"title": (title, title.rstrip("."), f"{title}{leave}")})
    return _text("historic", language, seed, lines, rows)


def colon_lines(language: str, seed: int) -> Printed:
    """One mission in a text: its name, then `rank: name` lines, and a post that is vacant."""
    lines, rows = [word(language, "embassy.KZ"), ""], []
    for n, p in enumerate(staff(seed, "KZ", language).people):
        if n == 4:
            lines.append(f"{p.title}: {word(language, 'vacant')}")
            rows.append(listed(p, "", sending="KZ", vacant=True) | EMPTY)
            continue
        lines.append(f"{p.title}: {western(p)}")
        rows.append(listed(p, western(p), sending="KZ"))
    return _text("colon-lines", language, seed, lines, rows)
