"""Invented staff lists as web pages of every age: tables, cards, terms, paragraphs broken by hand."""

from __future__ import annotations

from html import escape

from tests.golden.people import Human, Staff, several, staff, word
from tests.golden.truth import Printed, Row, listed, numbered


def western(human: Human) -> str:
    """Given name first."""
    return f"{human.given} {human.family}"


def capitals(human: Human) -> str:
    """The family name in capitals, last."""
    return f"{human.given} {human.family.upper()}"


def inverted(human: Human) -> str:
    """The family name first, in capitals."""
    return f"{human.family.upper()} {human.given}"


def official(human: Human) -> str:
    """Family, given name, patronymic: as Russian, Ukrainian and French tables have it."""
    if human.language not in ("ru", "uk", "fr"):
        return western(human)
    return " ".join(part for part in (human.family, human.given, human.patronymic) if part)


def page(language: str, title: str, body: str, *, charset: str = "utf-8", head: str = "") -> bytes:
    """A whole page around a list, with what stands around lists."""
    lang = "en" if language == "ar" else language
    return (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="{charset}">'
        f"<title>{escape(title)}</title>{head}</head>"
        f'<body><div id="nav"><ul><li><a href="/">Home</a></li><li><a href="/visa">Visa</a></li></ul></div>'
        f"{body}<div class='footer'>&copy; 2014</div></body></html>"
    ).encode(charset)


def single(layout: str, language: str, seed: int, body: str, rows: list[Row], **fields: object) -> Printed:
    """A page of one mission."""
    charset = str(fields.pop("charset", "utf-8"))
    mission = word(language, "embassy.KZ")
    whole = page(language, mission, f"<h1>{escape(mission)}</h1>{body}", charset=charset)
    for row in rows:
        row.update(sending="KZ", mission_type="embassy")
    return Printed(
        id=f"{layout}-{language}-{seed}",
        name=f"staff-{seed}.html",
        body=whole,
        rows=numbered(rows),
        media_type="text/html",
        never=tuple(str(name) for name in fields.pop("never", ())),  # type: ignore[attr-defined]
    )


def people_of(language: str, seed: int, size: int = 9) -> tuple[Human, ...]:
    """The staff of the one mission whose page it is."""
    return staff(seed, "KZ", language, size).people


def cards(language: str, seed: int) -> Printed:
    """A team of cards: picture, name, title; the name also stands in the picture's description."""
    people = people_of(language, seed)
    body = "".join(
        f'<div class="card"><img src="p{n}.jpg" alt="{escape(western(one))}"><h4>{escape(western(one))}</h4>'
        f"<p>{escape(one.title)}</p></div>"
        for n, one in enumerate(people)
    )
    return single("cards", language, seed, f'<div class="team">{body}</div>', [listed(p, western(p)) for p in people])


def pictures(language: str, seed: int) -> Printed:
    """Cards that say the name in the picture's description only, and the title in its caption."""
    people = people_of(language, seed)
    body = "".join(
        f'<figure><img src="p{n}.jpg" alt="{escape(capitals(one))}">'
        f"<figcaption>{escape(one.title)}</figcaption></figure>"
        for n, one in enumerate(people)
    )
    return single("pictures", language, seed, body, [listed(p, capitals(p)) for p in people])


def ranks_over_names(language: str, seed: int) -> Printed:
    """Terms are ranks, definitions the people who hold them, several on a line."""
    people = people_of(language, seed, 10)
    groups: dict[str, list[Human]] = {}
    for one in people:
        groups.setdefault(word(language, one.rank), []).append(one)
    body = "".join(
        f"<dt>{escape(title)}</dt><dd>{escape('; '.join(f'{p.honorific} {western(p)}' for p in held))}</dd>"
        for title, held in groups.items()
    )
    rows = [listed(p, western(p), honorific=p.honorific, title=title) for title, held in groups.items() for p in held]
    return single("ranks-over-names", language, seed, f"<dl>{body}</dl>", rows)


def names_with_ranks(language: str, seed: int) -> Printed:
    """Terms are names, definitions their titles and days of arrival."""
    people = people_of(language, seed)
    body = "".join(f"<dt>{escape(capitals(p))}</dt><dd>{escape(p.title)}</dd><dd>{p.dotted}</dd>" for p in people)
    rows = [listed(p, capitals(p), dates=[{"kind": "printed", "value": p.iso}]) for p in people]
    return single("names-with-ranks", language, seed, f"<dl>{body}</dl>", rows)


def broken_by_hand(language: str, seed: int) -> Printed:
    """One paragraph for everybody: names and titles with line breaks, telephones between."""
    people = people_of(language, seed)
    body = "<br><br>".join(
        f"<b>{escape(p.honorific)} {escape(western(p))}</b><br>{escape(p.title)}<br>Tel.: +41 22 555 01 {n:02d}"
        for n, p in enumerate(people)
    )
    return single(
        "broken-by-hand",
        language,
        seed,
        f"<p>{body}</p>",
        [listed(p, western(p), honorific=p.honorific) for p in people],
    )


def dashed(language: str, seed: int) -> Printed:
    """`IVANOV Ivan Ivanovich - counsellor` in paragraphs, under the headings of sections."""
    people = people_of(language, seed)
    body, rows, section = "", [], None
    for p in people:
        if p.section and word(language, f"section.{p.section}") != section:
            section = word(language, f"section.{p.section}")
            body += f"<p><b>{escape(section)}</b></p>"
        name = official(p)
        body += f"<p><strong>{escape(name)}</strong> – {escape(p.title.lower())}</p>"
        rows.append(listed(p, name, title=p.title.lower(), section=section, patronymic=p.patronymic))
    return single("dashed", language, seed, body, rows)


def accordion(language: str, seed: int) -> Printed:
    """Sections that fold out, with lists in them: name, title after a comma."""
    people = people_of(language, seed)
    groups: dict[str | None, list[Human]] = {}
    for p in people:
        groups.setdefault(p.section and word(language, f"section.{p.section}"), []).append(p)
    body = ""
    for section, held in groups.items():
        items = "".join(f"<li>{escape(p.honorific)} {escape(capitals(p))}, {escape(p.title)}</li>" for p in held)
        body += (
            f"<details open><summary>{escape(section)}</summary><ul>{items}</ul></details>"
            if section
            else f"<ul>{items}</ul>"
        )
    rows = [
        listed(p, capitals(p), honorific=p.honorific, section=section) for section, held in groups.items() for p in held
    ]
    return single("accordion", language, seed, body, rows)


def three_paragraphs(language: str, seed: int) -> Printed:
    """A table with the name in three paragraphs of a cell, and rank and day in one other."""
    people = people_of(language, seed)
    head = "".join(f"<th>{escape(word(language, key))}</th>" for key in ("h.name", "h.title"))
    body = "".join(
        f"<tr><td><p>{escape(p.family)}</p><p>{escape(p.given)}</p><p>{escape(p.patronymic or '')}</p></td>"
        f"<td>{escape(p.title)} {p.dotted}</td></tr>"
        for p in people
    )
    rows = [
        listed(p, official(p), patronymic=p.patronymic, dates=[{"kind": "printed", "value": p.iso}]) for p in people
    ]
    return single("three-paragraphs", language, seed, f"<table><tr>{head}</tr>{body}</table>", rows)


def nested(language: str, seed: int) -> Printed:
    """The 1990s: tables in tables for the looks, fonts, cells that nobody closed, a legacy encoding."""
    people = people_of(language, seed)
    body = "".join(
        f"<tr><td><font face=Arial size=2><b>{escape(p.honorific)} {escape(western(p))}</b></font>"
        f"<td><font face=Arial size=2>{escape(p.title)}</font>"
        for p in people
    )
    table = (
        "<table border=0 width=100%><tr><td width=20%>"
        "<table><tr><td><a href=a.htm>Home</a><tr><td><a href=b.htm>News</a>"
        f"</table><td><center><table border=1>{body}</table></center></table>"
    )
    charset = {"ru": "windows-1251", "uk": "windows-1251", "pl": "iso-8859-2", "tr": "iso-8859-9"}.get(
        language, "windows-1252"
    )
    rows = [listed(p, western(p), honorific=p.honorific) for p in people]
    return single("nested", language, seed, table, rows, charset=charset)


def web_directory(language: str, seed: int) -> Printed:
    """A table with a header: name, title, arrival, spouse."""
    people = people_of(language, seed)
    head = "".join(f"<th>{escape(word(language, key))}</th>" for key in ("h.name", "h.title", "h.arrived", "h.spouse"))
    body = "".join(
        f"<tr><td>{escape(p.honorific)} {escape(capitals(p))}</td><td>{escape(p.title)}</td><td>{p.dotted}</td>"
        f"<td>{escape(p.spouse or '')}</td></tr>"
        for p in people
    )
    rows = [
        listed(
            p,
            capitals(p),
            honorific=p.honorific,
            accompanied=p.spouse is not None,
            dates=[{"kind": "arrived", "value": p.iso}],
        )
        for p in people
    ]
    never = [p.spouse for p in people if p.spouse]
    return single("web-directory", language, seed, f"<table><tr>{head}</tr>{body}</table>", rows, never=never)


def rank_first(language: str, seed: int) -> Printed:
    """`Counsellor: Mr A` in the items of a list, one seat of them vacant."""
    people = people_of(language, seed)
    items, rows = [], []
    for n, p in enumerate(people):
        if n == 3:
            items.append(f"{p.title}: {word(language, 'vacant')}")
            rows.append(listed(p, "", title=p.title, vacant=True) | {"name": None, "given": None, "family": None})
        else:
            items.append(f"{p.title}: {p.honorific} {western(p)}")
            rows.append(listed(p, western(p), honorific=p.honorific))
    body = "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"
    return single("rank-first", language, seed, body, rows)


def bilingual(language: str, seed: int) -> Printed:
    """A table with the title in two languages, side by side."""
    people = people_of(language, seed)
    body = "".join(
        f"<tr><td>{escape(capitals(p))}</td><td>{escape(p.title)}</td><td>{escape(word('en', p.rank))}</td></tr>"
        for p in people
    )
    name, title = (escape(word(language, key)) for key in ("h.name", "h.title"))
    head = f"<tr><th>{name} / Name</th><th>{title}</th><th>Position</th></tr>"
    rows = [
        listed(p, capitals(p), title=(p.title, word("en", p.rank), f"{p.title}, {word('en', p.rank)}")) for p in people
    ]
    return single("bilingual", language, seed, f"<table>{head}{body}</table>", rows)


def salutations(language: str, seed: int) -> Printed:
    """Heads of mission in a grid of boxes, state by state, each field a box with a title, spouses too."""
    missions = several(seed, language, 8, 1)
    body, rows, never = "", [], []
    for each in missions:
        p = each.people[0]
        spouse = f"<div title='Spouse'>{escape(p.wife_or_husband)}</div>" if p.wife_or_husband else ""
        body += (
            f"<div class='container-fluid'><h2 title='Country'>{escape(each.country)}</h2>"
            f"<div title='Salutation and Name'>{escape(p.honorific)} {escape(western(p))}</div>"
            f"<div title='Title'>{escape(p.title)}</div>{spouse}</div>"
        )
        rows.append(listed(p, western(p), sending=each.state, honorific=p.honorific, accompanied=p.spouse is not None))
        never += [p.spouse] if p.spouse else []
    return Printed(
        id=f"salutations-{language}-{seed}",
        name="heads.html",
        body=page(language, "Heads of mission", body),
        rows=numbered(rows),
        media_type="text/html",
        never=tuple(never),
    )


def by_country(language: str, seed: int) -> Printed:
    """A whole diplomatic list as a page: a heading for each state, two lines for each person."""
    missions: tuple[Staff, ...] = several(seed, language, 5)
    body, rows = "", []
    for each in missions:
        body += f"<h3>{escape(each.country.upper())}</h3><p>12 Example Street, 1010</p>"
        for p in each.people:
            body += f"<p>{escape(p.honorific)} {escape(capitals(p))}<br>{escape(p.title)} ({p.dotted})</p>"
            day = [{"kind": "printed", "value": p.iso}]
            rows.append(listed(p, capitals(p), sending=each.state, honorific=p.honorific, dates=day))
    return Printed(
        id=f"by-country-{language}-{seed}",
        name="list.html",
        body=page(language, f"Diplomatic list {word(language, 'as-of')} 03.05.2018", body),
        rows=numbered(rows),
        media_type="text/html",
    )
