from random import Random

from hypothesis import given
from hypothesis import strategies as st

from legation.resolution.clusters import Forest, apart_of, joined
from legation.resolution.links import Link


def link(a: str, b: str, weight: int) -> Link:
    return Link(a=a, b=b, rule="respelled", weight=weight, reasons=())


def test_the_weakest_link_gives_way_to_a_constraint() -> None:
    forest = Forest(seats={}, apart=apart_of([("a", "c")]))
    refused = joined(forest, [link("a", "b", 500), link("b", "c", 900)])
    assert refused == (link("a", "b", 500),)
    assert sorted(forest.of("c")) == ["b", "c"]


def test_one_seat_holds_one_line_of_a_person() -> None:
    seats = {"a": ("edition", "XV/XB"), "b": ("edition", "XV/XB"), "c": ("other", "XV/XB")}
    forest = Forest(seats=seats, apart={})
    assert joined(forest, [link("a", "b", 1000), link("b", "c", 500)]) == (link("a", "b", 1000),)


ids = st.sampled_from("abcdefgh")
links = st.lists(st.builds(link, ids, ids, st.sampled_from([300, 500, 900])), max_size=15)


@given(links, st.lists(st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1]), max_size=4), st.randoms())
def test_no_constraint_is_ever_broken_and_order_does_not_matter(
    made: list[Link], apart: list[tuple[str, str]], random: Random
) -> None:
    forest = Forest(seats={}, apart=apart_of(apart))
    joined(forest, made)
    assert all(forest.root(a) != forest.root(b) for a, b in apart)
    shuffled = list(made)
    random.shuffle(shuffled)
    other = Forest(seats={}, apart=apart_of(apart))
    joined(other, shuffled)
    assert {frozenset(forest.of(one)) for one in "abcdefgh"} == {frozenset(other.of(one)) for one in "abcdefgh"}
