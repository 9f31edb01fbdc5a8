from __future__ import annotations

from tests.extraction.rosters.lists import page_lines, roster_on_pages


def spaced() -> list[tuple[str, float, float]]:
    lines: list[tuple[str, float, float]] = [("Northern Harbour", 9, 60), ("Association", 9, 70)]
    top = 100.0
    for number, name in enumerate(
        ("Falk", "Lind", "Dorn", "Brandt", "Kolbe", "Tellin", "Dara", "Lekos", "Hale", "Bell")
    ):
        lines += [(f"Ms Rada {name}", 8, top), (f"Keeper of boats {number}", 8, top + 9)]
        top += 40
    return [
        *lines,
        ("Velmoria", 9, top),
        ("Mr Uwe Strand", 8, top + 30),
        ("Rowing", 8, top + 39),
        ("and sailing", 8, top + 48),
    ]


def test_lines_below_an_addressed_name_are_its_title_whatever_they_say() -> None:
    roster = roster_on_pages(page_lines(*spaced()))
    assert [(each.name, each.title) for each in roster.listings[:2]] == [
        ("Rada Falk", "Keeper of boats 0"),
        ("Rada Lind", "Keeper of boats 1"),
    ]
    assert roster.listings[-1].title == "Rowing and sailing"
    assert roster.residue == ()


def test_units_are_headings_whether_known_or_not() -> None:
    roster = roster_on_pages(page_lines(*spaced()))
    assert (roster.listings[0].mission_heading, roster.listings[0].sending) == ("Northern Harbour Association", None)
    assert (roster.listings[-1].mission_heading, roster.listings[-1].sending) == ("Velmoria", "XV")
