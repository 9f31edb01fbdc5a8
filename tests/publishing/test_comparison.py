"""Two editions are compared person by person, and nobody leaves a list that can't be seen."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from legation.model.listings import Listing, Roster
from legation.publishing.comparison import Comparison, compare_editions
from tests import make

PEOPLE = ("Dario VELTRAN", "Ilse MARKOVAN", "Joran PESTEL", "Ruta SANDEL", "Milo TARVEK", "Edda QUILLON")


def _listing(name: str | None, as_of: str, order: int, title: str = "Second Secretary", **fields: str) -> Listing:
    return make.listing(name, title, as_of=as_of, order=order, **fields)


def _edition(as_of: str, *names: str | Listing) -> Roster:
    lines = [one if isinstance(one, Listing) else _listing(one, as_of, at) for at, one in enumerate(names, 1)]
    return make.roster(as_of, *lines)


def _compared(before: Roster, after: Roster, *same: tuple[str, str]) -> Comparison:
    """Lines of one name are one person, and so are the names of a pair."""
    names = dict(same)
    members = {
        line.id: names.get(line.name, line.name) for one in (before, after) for line in one.listings if line.name
    }
    return compare_editions(make.MISSION, before, after, members)


def _kinds(found: Comparison) -> dict[str, tuple[str, ...]]:
    return {line.person or "nobody": line.differences for line in found.lines}


def test_who_is_printed_in_one_edition_alone_joined_or_left() -> None:
    found = _compared(_edition("2020-01-01", *PEOPLE[:3]), _edition("2020-02-01", *PEOPLE[1:4]))
    assert _kinds(found) == {
        "Ruta SANDEL": ("joined",),
        "Dario VELTRAN": ("left",),
        "Ilse MARKOVAN": ("same",),
        "Joran PESTEL": ("same",),
    }


def test_nobody_leaves_or_joins_where_an_edition_was_not_read_completely() -> None:
    whole, part = _edition("2020-01-01", *PEOPLE[:3]), _edition("2020-02-01", PEOPLE[0], PEOPLE[3])
    sections = tuple(replace(section, coverage="partial") for section in part.edition.missions)
    part = replace(part, edition=replace(part.edition, missions=sections))
    assert _compared(whole, part).count("left") == 0
    assert _compared(whole, part).count("not-observable") == 2
    assert _compared(whole, part).count("joined") == 1
    assert _compared(part, whole).count("joined") == 0


def test_a_new_title_and_another_spelling_are_a_change_of_one_person() -> None:
    before = _edition("2020-01-01", "Dario VELTRAN", "Ilse MARKOVAN")
    after = _edition(
        "2020-02-01",
        _listing("Darius VELTRANN", "2020-02-01", 1),
        _listing("Ilse MARKOVAN", "2020-02-01", 2, "First Secretary"),
    )
    found = _compared(before, after, ("Darius VELTRANN", "Dario VELTRAN"))
    assert _kinds(found) == {"Ilse MARKOVAN": ("title",), "Dario VELTRAN": ("respelled",)}


def test_who_alone_changes_place_has_moved() -> None:
    before = _edition("2020-01-01", *PEOPLE)
    after = _edition("2020-02-01", PEOPLE[5], *PEOPLE[:5])
    assert [person for person, kinds in _kinds(_compared(before, after)).items() if "moved" in kinds] == [PEOPLE[5]]


def test_a_list_in_another_order_moves_nobody() -> None:
    found = _compared(_edition("2020-01-01", *PEOPLE), _edition("2020-02-01", *reversed(PEOPLE)))
    assert found.other_order
    assert found.count("moved") == 0


def test_a_vacant_post_is_nobody() -> None:
    vacant = _listing(None, "2020-02-01", 2, "Counsellor")
    found = _compared(_edition("2020-01-01", "Dario VELTRAN"), _edition("2020-02-01", "Dario VELTRAN", vacant))
    assert [line.person for line in found.lines if line.differences == ("joined",)] == [None]


@given(st.sets(st.sampled_from(PEOPLE)), st.permutations(PEOPLE), st.integers(0, 6))
def test_everybody_of_both_editions_is_told_once(first: set[str], second: list[str], count: int) -> None:
    before, after = _edition("2020-01-01", *sorted(first)), _edition("2020-02-01", *second[:count])
    found = _compared(before, after)
    assert sorted(line.person or "" for line in found.lines) == sorted(first | set(second[:count]))
    back = _compared(replace(after), before)
    assert (found.count("left"), found.count("joined")) == (back.count("joined"), back.count("left"))
