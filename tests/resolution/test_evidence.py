from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.resolution.evidence import UNKNOWN, VETOES, WORDS, Field, evidence, word
from legation.resolution.frequencies import Frequencies
from legation.resolution.records import Post, Record, record

NAMES = st.sampled_from(
    ("Zdenka Marvalic", "MARVALIC Zdenka Petrovna", "Зденка Марвалич", "Marvalic Z.", "Otto Brenn", "Marvalic Otto", "")
)
RANKS = st.sampled_from((None, "attache", "counsellor", "naval-attache", "ambassador"))
NOBODY = Frequencies(persons=1)


@st.composite
def records(draw: st.DrawFn, id_: str) -> Record:
    posts = []
    for _ in range(draw(st.integers(0, 2))):
        first = draw(st.integers(700_000, 710_000))
        posts.append(
            Post(
                mission=draw(st.sampled_from(("XV/XB", "XV/XL", "XV/XM"))),
                first=first,
                last=first + draw(st.integers(0, 3000)),
                first_rank=draw(RANKS),
                last_rank=draw(RANKS),
                heads=draw(st.booleans()),
                editions=frozenset(draw(st.sets(st.sampled_from("abc")))),
            )
        )
    names = [name for name in draw(st.lists(NAMES, max_size=3)) if name]
    return record(id_, names, posts=posts, born=draw(st.sampled_from((None, "1950", "1950-02", "1950-02-03", "1961"))))


def at(mission: str, first: int, last: int, rank: str = "counsellor", *, heads: bool = False, list_: str = "") -> Post:
    return Post(
        mission=mission,
        first=first,
        last=last,
        first_rank=rank,
        last_rank=rank,
        heads=heads,
        editions=frozenset(list_),
    )


def one(name: str = "Zdenka Marvalic", *posts: Post, born: str | None = None) -> Record:
    return record(f"{name} {posts}", [name], posts=posts, born=born)


def seen(a: Record, b: Record, field: Field) -> str | None:
    level = getattr(evidence(a, b, NOBODY), field)
    return None if level == UNKNOWN else word(field, level)


def veto(a: Record, b: Record) -> str:
    return VETOES[evidence(a, b, NOBODY).veto]


@settings(max_examples=150, deadline=None)
@given(records("a"), records("b"))
def test_evidence_is_symmetric_and_every_level_has_a_word(a: Record, b: Record) -> None:
    known = Frequencies.of([a, b])
    found = evidence(a, b, known)
    assert found == evidence(b, a, known)
    assert all(isinstance(level, int) for level in found)
    for field, words in WORDS.items():
        assert UNKNOWN <= getattr(found, field) < len(words)


def test_posts_of_one_day_and_mission_stand_in_one_order_whichever_record_comes_first() -> None:
    def held(first_rank: str | None, last_rank: str | None) -> Post:
        ranks = {"first_rank": first_rank, "last_rank": last_rank}
        return Post(mission="XV/XL", first=700000, last=700000, heads=False, editions=frozenset(), **ranks)

    a, b = one("Zdenka Marvalic", held(None, "attache")), one("Zdenka Marvalic", held("attache", None))
    assert evidence(a, b, NOBODY) == evidence(b, a, NOBODY)


def test_two_lines_of_one_edition_and_mission_are_two_persons() -> None:
    a, b = (
        one("Zdenka Marvalic", at("XV/XB", 1, 9, list_="e")),
        one("Zdenka Marvalic", at("XV/XB", 5, 20, list_="e")),
    )
    assert veto(a, b) == "one-edition"


def test_two_full_dates_of_birth_that_differ_are_two_persons() -> None:
    assert veto(one(born="1950-02-03"), one(born="1950-02-04")) == "birth-dates"
    assert veto(one(born="1950"), one(born="1950-02-04")) == "none"


def test_names_that_contradict_each_other_are_two_persons() -> None:
    assert veto(one("Zdenka Petrovna Marvalic"), one("Zdenka Ivanovna Marvalic")) == "names"
    assert veto(one("Zdenka Marvalic"), one("Zdenka Narvalic")) == "names"


def test_another_spelling_of_the_same_person_may_agree() -> None:
    both = record("a", ["Zdenka Brenn", "Zdenka Marvalic"])
    assert veto(both, one("Зденка Марвалич")) == "none"


@pytest.mark.parametrize(
    ("overlap", "level"), [(0, "overlap-31"), (31, "overlap-31"), (90, "overlap-120"), (400, "overlap-more")]
)
def test_days_side_by_side_at_two_missions_speak_against_one_person(overlap: int, level: str) -> None:
    a, b = one("Zdenka Marvalic", at("XV/XB", 1, 1000)), one("Zdenka Marvalic", at("XV/XL", 1000 - overlap, 3000))
    assert seen(a, b, "timing") == level
    assert evidence(a, b, NOBODY).excluded == (level == "overlap-more")


def test_heads_whom_one_list_prints_for_two_missions_are_accredited_to_both() -> None:
    a, b = (
        one("Zdenka Marvalic", at(mission, 1, 1000, "ambassador", heads=True, list_="e"))
        for mission in ("XV/XB", "XV/XL")
    )
    assert seen(a, b, "timing") == "one-list"


def test_years_between_and_steps_of_rank_are_counted_between_the_nearest_posts() -> None:
    a = one("Zdenka Marvalic", at("XV/XB", 1, 1000, "third-secretary"), at("XV/XM", 2000, 2500, "second-secretary"))
    b = one("Zdenka Marvalic", at("XV/XL", 2500 + 365 * 3, 5000, "counsellor"))
    assert (seen(a, b, "timing"), seen(a, b, "step")) == ("gap-4", "up-2")


def test_an_officer_beside_a_diplomat_is_on_another_track() -> None:
    officer, diplomat = (
        one("Zdenka Marvalic", at("XV/XB", 1, 9, "naval-attache")),
        one("Zdenka Marvalic", at("XV/XL", 50, 90, "counsellor")),
    )
    assert seen(officer, diplomat, "track") == "other"
    assert seen(officer, diplomat, "step") is None


def test_nobody_holds_a_post_as_a_child() -> None:
    day = 365 * 1960
    assert seen(one(born="1950"), one("Zdenka Marvalic", at("XV/XB", day, day)), "age") == "unlikely"
    assert seen(one(born="1920"), one("Zdenka Marvalic", at("XV/XB", day, day)), "age") is None


def test_rarer_names_have_higher_levels() -> None:
    crowd = [record(str(place), [f"Nora {'Brenn' if place % 2 else 'Ovan'}"]) for place in range(40)]
    rare = [record("a", ["Zdenka Marvalic"]), record("b", ["Zdenka Marvalic"])]
    known = Frequencies.of([*crowd, *rare])
    assert evidence(rare[0], rare[1], known).families > evidence(crowd[0], crowd[2], known).families
    assert evidence(rare[0], rare[1], known).givens > evidence(crowd[0], crowd[2], known).givens
