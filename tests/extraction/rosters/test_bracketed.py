from __future__ import annotations

import pytest

from tests.extraction.rosters.lists import roster_of, said

_HEADING = "Embassy of Velmoria in Vienna\n\n"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_below_ranks_alone_the_names_in_brackets_are_the_persons(between: str) -> None:
    entries = ("Ambassador\n(Mr. Arvo Tellin)", "Counsellor\n(Ms. Rada Lind)", "Attaché\n(Mr. Emo Tarbo)")
    roster = roster_of(_HEADING + between.join(entries) + "\n")
    assert [(*said(each), each.accompanied) for each in roster.listings] == [
        ("Arvo Tellin", "Ambassador", "ambassador", None),
        ("Rada Lind", "Counsellor", "counsellor", None),
        ("Emo Tarbo", "Attaché", "attache", None),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        "Mr. Arvo Tellin\nAmbassador\n(Mrs. Ilva Breek)",
        "Ambassador\nMr. Arvo Tellin\n(Mrs. Ilva Breek)",
        "Ambassador\n(Mr. Arvo Tellin)\n(Mrs. Ilva Breek)",
        "Mr. Arvo Tellin\nTel. +43 1 555 01 00\nAmbassador\n(Mrs. Ilva Breek)",
        "Tellin\nAmbassador\n(Mrs. Ilva Breek)",
    ],
)
def test_where_a_person_stands_or_may_stand_before_the_name_in_brackets_is_nobody_s(entry: str) -> None:
    roster = roster_of(f"{_HEADING}{entry}\n")
    told = [*(each.passage.quote for each in roster.listings), *(each.passage.quote for each in roster.residue)]
    assert not any("Ilva" in quote for quote in told)
    assert not any(each.name is not None and "Breek" in each.name for each in roster.listings)
