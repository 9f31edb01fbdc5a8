from __future__ import annotations

from tests.extraction.rosters.lists import roster_of, said

HEAD = "<html><body><h1>Embassy of Velmoria in Vienna</h1>"


def _column(*people: tuple[str, str]) -> str:
    return "".join(f"<p><b>{name}</b><br>{title}</p>" for name, title in people)


def test_a_list_printed_again_in_another_language_names_each_person_once_with_both_places() -> None:
    first = _column(("M. Arvo Tellin", "Ambassadeur"), ("Mme Rada Lind", "Premier secrétaire"))
    again = _column(("Mr. Arvo Tellin", "Ambassador"), ("Ms. Rada Lind", "First Secretary"))
    roster = roster_of(f"{HEAD}<table><tr><td>{first}</td><td>{again}</td></tr></table></body></html>", name="a.html")
    assert [said(each) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassadeur", "ambassador"),
        ("Rada Lind", "Premier secrétaire", "first-secretary"),
    ]
    assert roster.listings[0].passage.quote == "M. Arvo Tellin Ambassadeur Mr. Arvo Tellin Ambassador"


def test_a_list_printed_again_in_the_same_words_is_two_lines_for_each_person() -> None:
    once = _column(("Mr. Arvo Tellin", "Ambassador"), ("Ms. Rada Lind", "First Secretary"))
    roster = roster_of(f"{HEAD}{once}{once}</body></html>", name="a.html")
    assert [each.name for each in roster.listings] == ["Arvo Tellin", "Rada Lind"] * 2


def test_other_people_of_the_same_ranks_are_others() -> None:
    first = _column(("M. Arvo Tellin", "Ambassadeur"), ("Mme Rada Lind", "Premier secrétaire"))
    others = _column(("Mr. Emo Tarbo", "Ambassador"), ("Ms. Una Vesk", "First Secretary"))
    roster = roster_of(f"{HEAD}{first}{others}</body></html>", name="a.html")
    assert len(roster.listings) == 4
