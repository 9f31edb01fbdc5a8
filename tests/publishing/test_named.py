from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.publishing.named import Named

NAME = "Dmitri VIAZOVKINE"


@pytest.mark.parametrize(
    "text",
    [
        "Dmitri Viazovkine was there",
        "VIAZOVKINE, Dmitri",
        "Дмитрий Вязовкин",
        "Dmitry (aide) Vyazovkin",
        "d-r Dmitrij Wjasowkin",
    ],
)
def test_a_whole_name_is_found_in_any_order_and_romanization(text: str) -> None:
    assert Named.of([NAME]).stand_in(text)


@pytest.mark.parametrize(
    "text", ["Dmitri was there", "Viazovkine was there", "Dmitri spoke. Later, and far away, Mr Viazovkine did"]
)
def test_a_part_of_a_name_is_nobodys(text: str) -> None:
    assert not Named.of([NAME]).stand_in(text)


@pytest.mark.parametrize("text", ["Viazovkine was there", "den Viazovkines Wagen", "встреча с Вязовкиным"])
def test_of_whom_must_not_be_found_the_family_name_is_enough_also_declined(text: str) -> None:
    assert Named.of([], [NAME]).stand_in(text)
    assert not Named.of([], [NAME]).stand_in("Dmitri was there")


def test_what_is_no_text_names_nobody() -> None:
    assert not Named.of([NAME]).stand_in(None, 3, "")
    assert not Named.of([]).stand_in("anybody")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Hans MÜLLER", "Mueller was trained there"),
        ("Hans Mueller", "Herr Müller wurde dort ausgebildet"),
        ("Gustav NORDKVIST", "Pavel Nord\u00adkvist was trained there"),
        ("Arne OMBEL", "the embassy's Om-\nbel left"),
        ("Игорь Сорокин", "https://example.org/%D0%A1%D0%BE%D1%80%D0%BE%D0%BA%D0%B8%D0%BD"),
        ("Li WU", "Mr Wu said nothing"),
        ("李明", "大使馆的李明没有回答"),
    ],
)
def test_a_hidden_name_is_found_as_it_may_be_printed(name: str, text: str) -> None:
    assert Named.of((), [name]).stand_in(text)


def test_a_short_name_is_no_part_of_another_word_and_no_small_word() -> None:
    hidden = Named.of((), ["Li WU", "Ana DE"])
    assert not hidden.stand_in("Wulf and the wu style", "the ministry de facto closed")


NAMES = st.lists(
    st.sampled_from(("Bruno TARVEK", "Mira OSTEN", "Jiří ŁUKÁŠ", "Осокорин Денис", "Wu", "李娜", "Veltran")), max_size=3
)
TEXTS = (
    "Mr Bruno Tarvek, Attaché",
    "the Ostens",
    "Denis Osokorin said",
    "Ms Wu",
    "李娜女士",
    "Jiri Lukas",
    "nobody at all",
)


@given(some=NAMES, others=NAMES, hidden=NAMES, text=st.sampled_from(TEXTS))
def test_joined_names_stand_where_one_of_them_does(
    some: list[str], others: list[str], hidden: list[str], text: str
) -> None:
    first, second = Named.of(some), Named.of(others, hidden)
    joined = first.joined(second)
    assert joined.stand_in(text) == (first.stand_in(text) or second.stand_in(text))
    assert joined.stand_in(text) == Named.of([*some, *others], hidden).stand_in(text)
