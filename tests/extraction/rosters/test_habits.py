from __future__ import annotations

from legation.extraction.rosters.habits import by_habit, habit_of
from legation.extraction.rosters.lines import Line, lines_of
from legation.reading import read

LIST = "Ilo Tarbo - First Secretary\nUna Vesk - Consul\nEmo Lund - Keeper of the Seal\n"


def lines(text: str) -> tuple[Line, ...]:
    return lines_of(read(text.encode(), name="list.txt").blocks)


def test_an_unknown_post_keeps_to_the_list_s_habit() -> None:
    found = lines(LIST)
    habit = habit_of(found)
    assert habit is not None
    said = by_habit(found[2], habit).said
    assert said.name is not None
    assert said.title is not None
    assert (found[2].text[slice(*said.name)], found[2].text[slice(*said.title)]) == ("Emo Lund", "Keeper of the Seal")


def test_a_line_without_the_sign_stays() -> None:
    found = lines(f"{LIST}Opening hours of the office\n")
    habit = habit_of(found)
    assert habit is not None
    assert by_habit(found[3], habit) is found[3]


def test_a_list_of_one_line_has_no_habit() -> None:
    assert habit_of(lines("Ilo Tarbo - First Secretary\n")) is None
