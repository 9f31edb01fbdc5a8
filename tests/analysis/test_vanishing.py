from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from legation.analysis.vanishing import Look, Sight, vanishings


def look(day: int, sight: Sight, *, body: str | None = None, state: str = "ok") -> Look:
    return Look(
        capture=f"capture-{day:02}",
        sha256=body or f"{day:064}",
        at=datetime(2022, 3, day, tzinfo=UTC),
        sight=sight,
        state=state,
        names=61 if sight == "names" else 0,
    )


def test_names_vanish_between_the_last_look_with_them_and_the_first_without() -> None:
    (one,) = vanishings([look(1, "names"), look(4, "names"), look(9, "without"), look(11, "without")])
    assert (one.last_seen.at.day, one.first_without and one.first_without.at.day, one.between) == (4, 9, ())


def test_a_look_that_shows_nothing_moves_neither_end() -> None:
    wall = look(6, "nothing", state="wall")
    (one,) = vanishings([look(4, "names"), wall, look(9, "without")])
    assert (one.last_seen.at.day, one.first_without and one.first_without.at.day) == (4, 9)
    assert one.between == (wall,)


def test_names_that_are_still_there_have_not_vanished() -> None:
    assert vanishings([look(1, "names"), look(4, "names")]) == ()
    assert vanishings([look(1, "without"), look(4, "nothing")]) == ()
    assert vanishings([]) == ()


def test_a_page_that_is_out_of_sight_has_no_end_of_the_interval() -> None:
    (one,) = vanishings([look(1, "names"), look(4, "nothing", state="error-page"), look(5, "nothing", state="wall")])
    assert one.first_without is None
    assert len(one.between) == 2


def test_the_same_bytes_seen_later_extend_the_time_in_which_the_names_were_there() -> None:
    (one,) = vanishings([look(1, "names", body="a" * 64), look(5, "nothing", body="a" * 64), look(9, "without")])
    assert one.last_seen.at.day == 5
    assert one.same_body_until.day == 5


def test_a_redirect_with_the_same_empty_body_as_another_page_shows_nothing() -> None:
    moved = look(5, "nothing", body="e" * 64, state="redirected")
    (one,) = vanishings([look(1, "names"), look(3, "without", body="e" * 64), moved])
    assert one.first_without is not None
    assert one.first_without.at.day == 3


def test_names_that_come_back_are_said_to_and_may_vanish_again() -> None:
    first, second = vanishings([look(1, "names"), look(2, "without"), look(5, "names"), look(8, "without")])
    assert first.back is not None
    assert first.back.at.day == 5
    assert (second.last_seen.at.day, second.back) == (5, None)


@given(
    st.lists(st.tuples(st.integers(1, 28), st.sampled_from(["names", "without", "nothing"])), unique_by=lambda x: x[0])
)
def test_the_order_of_looks_does_not_matter_and_every_interval_is_one(days: list[tuple[int, Sight]]) -> None:
    looks = [look(day, sight) for day, sight in days]
    found = vanishings(looks)
    assert found == vanishings(reversed(looks))
    for one in found:
        assert one.last_seen.sight == "names"
        assert all(each.sight == "nothing" and each.at > one.last_seen.at for each in one.between)
        if one.first_without:
            assert one.last_seen.at < one.first_without.at
