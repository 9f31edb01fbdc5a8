import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.language.names import compare, levels, prepared, similarity
from legation.language.names.comparing import Verdict
from legation.language.names.words import LEVELS
from tests.language.names.romanizing import SPELLERS, invented


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("Dario VELTRAN", "VELTRAN Darío", "same"),
        ("Вишмаков Сергей", "Wischmakow Sergej", "same"),
        ("Вишмаков Сергей", "Vichmakov Sergueï", "same"),
        ("Вишмаков Сергей Петрович", "Sergei Vishmakov", "same"),
        ("Pavel RIVOLSKIY", "Pavel RIVOLSKII", "same"),
        ("Ivan PETRUMOFF", "Ivan PETRUMOV", "same"),
        ("Sergei Petrovich Vishmakov", "Sergei P. Vishmakov", "possible"),
        ("William Harstow", "Bill Harstow", "possible"),
        ("I. Petrumov", "Ivan Petrumov", "possible"),
        ("Anna Welber", "Anna Welber-Stolzer", "possible"),
        ("Al-Wassari, Yusuf", "Youssef OUASSARI", "possible"),
        ("LORINOV Andrei", "LORVINOV Andrei", "different"),
        ("Lorinov Andrei", "Lorvinov Andrey", "different"),
        ("Ivan PETRUMOV", "Ivana PETRUMOVA", "different"),
        ("Sergei Petrovich Vishmakov", "Sergei A. Vishmakov", "different"),
        ("Dario VELTRAN", "Marco VELTRAN", "different"),
    ],
)
def test_the_verdict_on_two_names(a: str, b: str, verdict: Verdict) -> None:
    assert compare(a, b).verdict == verdict


def test_initials_alone_are_never_the_same() -> None:
    assert compare("D. VELTRAN", "D. VELTRAN").verdict == "possible"


def test_a_differing_family_name_caps_the_score() -> None:
    assert similarity("LORINOV Andrei", "LORVINOV Andrei") < 0.5 < similarity("VISHMAKOV Andrei", "WISCHMAKOW Andrej")


def test_reasons_name_part_and_relation() -> None:
    assert [(reason.part, reason.relation) for reason in compare("I. PETRUMOV", "Ivan PETRUMOV").reasons] == [
        ("family", "equal"),
        ("given", "initial"),
    ]


names = st.lists(
    st.sampled_from(["Dario", "D.", "VELTRAN", "Veltran", "Ив", "Сергеевич", "al", "Bo-Anna", ",", "Jr."]), max_size=5
).map(" ".join)


@given(names, names)
def test_comparing_is_symmetric_and_bounded(a: str, b: str) -> None:
    there, back = compare(a, b), compare(b, a)
    assert there.score == back.score
    assert there.verdict == back.verdict
    assert 0 <= there.score <= 1


@given(st.text(max_size=25), st.text(max_size=25))
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    assert 0 <= similarity(a, b) <= 1


spelled = st.builds(
    lambda spell, parts, turned: " ".join(map(spell, parts[::-1] if turned else parts)),
    st.sampled_from(list(SPELLERS.values())),
    st.sampled_from([(one, other) for one, _ in invented(12, seed=8) for _, other in invented(12, seed=8)]),
    st.booleans(),
)


@given(spelled | names, spelled | names)
def test_levels_say_in_numbers_what_comparing_says_in_words(a: str, b: str) -> None:
    found = compare(a, b)
    whole, *parts = levels(prepared(a), b)
    assert (whole, *parts) == levels(b, prepared(a)) == levels(a, b)
    assert found.verdict == ("different" if whole < 3 else "same" if whole > 5 else "possible")
    if found.reasons:
        relations = [found.relation(part) for part in ("family", "given", "patronymic")]
        assert parts == [-1 if relation is None else LEVELS[relation] for relation in relations]
