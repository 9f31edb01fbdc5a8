import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.names import parse_name
from legation.language.names.parts import NameOrder


@pytest.mark.parametrize(
    ("text", "given_name", "family", "patronymic"),
    [
        ("Dario VELTRAN", "Dario", "VELTRAN", None),
        ("VELTRAN Dario", "Dario", "VELTRAN", None),
        ("Ludo van der MEERSTAD", "Ludo", "van der MEERSTAD", None),
        ("Carla GARANTA y LOPERA", "Carla", "GARANTA y LOPERA", None),
        ("Moira McDORAN", "Moira", "McDORAN", None),
        ("AL-KATIRI Omar", "Omar", "AL-KATIRI", None),
        ("Li WENG", "Li", "WENG", None),
        ("Veltran, Dario Maria", "Dario Maria", "Veltran", None),
        ("Meerstad, Ludo van der", "Ludo", "van der Meerstad", None),
        ("GARANTA, Carla de la", "Carla", "de la GARANTA", None),
        ("Вельтранов Дарий Сергеевич", "Дарий", "Вельтранов", "Сергеевич"),
        ("Дарий Сергеевич Вельтранов", "Дарий", "Вельтранов", "Сергеевич"),
        ("Darij Sergejewitsch Weltranow", "Darij", "Weltranow", "Sergejewitsch"),
        ("Roman Arkadevich Veltranovich", "Roman", "Veltranovich", "Arkadevich"),
        ("Ilgar Samed oglu Veltranov", "Ilgar", "Veltranov", "Samed oglu"),
        ("D.S. Veltranov", "D.S.", "Veltranov", None),
        ("Вельтранов Д. С.", "Д. С.", "Вельтранов", None),
        ("Dario K. Veltran", "Dario K.", "Veltran", None),
        ("Veltran Dario K.", "Dario K.", "Veltran", None),
        ("Ben G. Carverly", "Ben G.", "Carverly", None),
        ("Juan Carlos de la Marisma", "Juan Carlos", "de la Marisma", None),
        ("Dario Veltran", "Dario", "Veltran", None),
        ("Veltran", None, "Veltran", None),
    ],
)
def test_the_parts_of_a_printed_name(text: str, given_name: str | None, family: str, patronymic: str | None) -> None:
    parts = parse_name(text)
    assert (parts.given, parts.family, parts.patronymic) == (given_name, family, patronymic)


@pytest.mark.parametrize(
    ("order", "family"), [("family-first", "Norrin"), ("given-first", "Veltran"), (None, "Veltran")]
)
def test_the_order_of_the_list_counts_where_the_name_shows_none(order: NameOrder | None, family: str) -> None:
    assert parse_name("Norrin Veltran", order=order).family == family


def test_capitals_outweigh_the_order_of_the_list() -> None:
    assert parse_name("Dario VELTRAN", order="family-first").family == "VELTRAN"


def test_a_suffix_belongs_to_no_part() -> None:
    parts = parse_name("Veltran, Dario K., Jr.")
    assert (parts.given, parts.family, parts.suffix) == ("Dario K.", "Veltran", "Jr.")


def test_a_comma_before_a_suffix_turns_no_name_round() -> None:
    assert parse_name("Dario Veltran, Jr.").family == "Veltran"


def test_initials_are_told_apart_from_names() -> None:
    assert parse_name("D.S. Veltranov").initials == ("D", "S")
    assert parse_name("Dario K. VELTRAN").initials == ("K",)


@pytest.mark.parametrize(
    ("text", "script"), [("Dario", "Latn"), ("Дарий", "Cyrl"), ("داريو", "Arab"), ("王小", "Hani"), ("---", None)]
)
def test_the_script_is_that_of_most_letters(text: str, script: str | None) -> None:
    assert parse_name(text).script == script


def test_a_placeholder_is_no_part() -> None:
    assert parse_name("--- SURANTO").given is None


@given(st.text(max_size=40))
def test_any_text_has_parts_made_of_its_own_words(text: str) -> None:
    parts = parse_name(text)
    for part in (parts.given, parts.family, parts.patronymic):
        for word in (part or "").split():
            assert word in parts.text
