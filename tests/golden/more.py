"""Invented lists of the second round: layouts written after the first were read, to see what generalizes."""

from __future__ import annotations

from html import escape

from tests.golden.pages import capitals, official, people_of, single, western
from tests.golden.people import Human, staff, word
from tests.golden.truth import Printed, Row, listed, numbered


def numbered_items(language: str, seed: int) -> Printed:
    """An ordered list: `1. Mr A – Counsellor`, the numbers printed."""
    people = people_of(language, seed)
    body = "".join(
        f"<p>{n}. {escape(p.honorific)} {escape(western(p))} – {escape(p.title)}</p>" for n, p in enumerate(people, 1)
    )
    return single(
        "numbered-items", language, seed, body, [listed(p, western(p), honorific=p.honorific) for p in people]
    )


def one_cell(language: str, seed: int) -> Printed:
    """A table whose only column holds name, title and telephone, with line breaks between."""
    people = people_of(language, seed)
    body = "".join(
        f"<tr><td><b>{escape(capitals(p))}</b><br>{escape(p.title)}<br>tel. 22 555 01 {n:02d}</td></tr>"
        for n, p in enumerate(people)
    )
    rows = [listed(p, capitals(p)) for p in people]
    return single("one-cell", language, seed, f"<table>{body}</table>", rows)


def grid(language: str, seed: int) -> Printed:
    """People in the cells of a grid, three in a row."""
    people = people_of(language, seed)
    cells = [
        f"<td><img src=p.jpg><p><strong>{escape(western(p))}</strong></p><p>{escape(p.title)}</p></td>" for p in people
    ]
    body = "".join(f"<tr>{''.join(cells[at : at + 3])}</tr>" for at in range(0, len(cells), 3))
    return single("grid", language, seed, f"<table>{body}</table>", [listed(p, western(p)) for p in people])


def ranks_as_rows(language: str, seed: int) -> Printed:
    """A table with a row for each section over two columns, then name and title."""
    people = people_of(language, seed)
    body, rows, section = "", [], None
    for p in people:
        if p.section and word(language, f"section.{p.section}") != section:
            section = word(language, f"section.{p.section}")
            body += f"<tr><td colspan=2>{escape(section)}</td></tr>"
        body += f"<tr><td>{escape(p.honorific)} {escape(western(p))}</td><td>{escape(p.title)}</td></tr>"
        rows.append(listed(p, western(p), honorific=p.honorific, section=section))
    return single("ranks-as-rows", language, seed, f"<table>{body}</table>", rows)


def title_first_cards(language: str, seed: int) -> Printed:
    """Cards with the title above the name."""
    people = people_of(language, seed)
    body = "".join(
        f'<div class="person"><span class="role">{escape(p.title)}</span><h3>{escape(western(p))}</h3></div>'
        for p in people
    )
    return single("title-first-cards", language, seed, body, [listed(p, western(p)) for p in people])


def comma_names(language: str, seed: int) -> Printed:
    """`FAMILY, Given (Mr)` and the title in a second column."""
    people = people_of(language, seed)
    body = "".join(
        f"<tr><td>{escape(p.family.upper())}, {escape(p.given)}</td><td>{escape(p.title)}</td></tr>" for p in people
    )
    rows = [listed(p, f"{p.family.upper()}, {p.given}") for p in people]
    return single("comma-names", language, seed, f"<table>{body}</table>", rows)


def three_lines(language: str, seed: int) -> Printed:
    """A text of one mission: name, title, telephone, an empty line."""
    lines, rows = [word(language, "embassy.KZ").upper(), ""], []
    for n, p in enumerate(staff(seed, "KZ", language).people):
        lines += [official(p), p.title, f"Tel. +31 70 555 01 {n:02d}", ""]
        rows.append(listed(p, official(p), patronymic=p.patronymic, sending="KZ"))
    return _text("three-lines", language, seed, lines, rows)


def cabinet(language: str, seed: int) -> Printed:
    """A government: ministers under their offices, which are no diplomatic ranks."""
    offices = ("Prime Minister", "Minister of Finance", "Minister of Justice", "Minister of Health", "Chief of Staff")
    lines, rows = ["CABINET", ""], []
    for office, p in zip(offices, staff(seed, "NO", language).people, strict=False):
        mr = word(language, "mr", female=p.female)
        lines.append(f"{office}: {mr} {western(p)}")
        rows.append(listed(p, western(p), honorific=mr, title=office, mission_type="other"))
    for row in rows:
        row.pop("rank")
    return _text("cabinet", language, seed, lines, rows)


def inline_couples(language: str, seed: int) -> Printed:
    """A guest list's way: `Mr A and Mrs B, Counsellor`."""
    lines, rows, never = [word(language, "embassy.IT"), ""], [], []
    for p in staff(seed, "IT", language).people:
        couple = f" and {p.wife_or_husband}" if p.spouse else ""
        lines.append(f"{p.honorific} {western(p)}{couple}, {p.title}")
        never += [p.spouse] if p.spouse else []
        rows.append(listed(p, western(p), honorific=p.honorific, sending="IT", accompanied=p.spouse is not None))
    return _text("inline-couples", language, seed, lines, rows, tuple(never))


def acting_head(language: str, seed: int) -> Printed:
    """A mission without an ambassador: a secretary in charge for the time being, and two seats empty."""
    people: list[Human] = list(people_of(language, seed))[3:]
    body, rows = f"<p>{escape(word(language, 'ambassador'))}: {escape(word(language, 'vacant'))}</p>", []
    empty = listed(people[0], "", title=word(language, "ambassador"), rank="ambassador", vacant=True)
    rows.append(empty | {"name": None, "given": None, "family": None})
    for n, p in enumerate(people):
        title = f"{p.title}, Chargé d'affaires a.i." if n == 0 else p.title
        body += f"<p>{escape(p.honorific)} {escape(western(p))}, {escape(title)}</p>"
        rows.append(listed(p, western(p), honorific=p.honorific, title=title, acting=n == 0))
    return single("acting-head", language, seed, body, rows)


def _text(
    layout: str, language: str, seed: int, lines: list[str], rows: list[Row], never: tuple[str, ...] = ()
) -> Printed:
    return Printed(
        id=f"{layout}-{language}-{seed}",
        name=f"list-{seed}.txt",
        body="\n".join(lines).encode(),
        rows=numbered(rows),
        media_type="text/plain",
        never=never,
    )
