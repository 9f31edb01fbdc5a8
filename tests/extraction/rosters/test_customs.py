from __future__ import annotations

import pytest

from legation.extraction.rosters.customs import customary


@pytest.mark.parametrize(
    ("name", "state", "given", "family"),
    [
        ("Diogo Tarvao Velmoso", "PT", "Diogo", "Tarvao Velmoso"),
        ("Ana María Tarvedo", "PE", "Ana María", "Tarvedo"),
        ("Luis Fernando Tarvedo Brulla", "MX", "Luis Fernando", "Tarvedo Brulla"),
        ("Flor de María Tarvedo", "PE", "Flor de María", "Tarvedo"),
        ("Ana Tarvedo de la Brulla", "ES", "Ana", "Tarvedo de la Brulla"),
        ("Iva Tarvedo y Brulla", "ES", "Iva", "Tarvedo y Brulla"),
        ("Ilo Andrés Tarvedo-Brulla", "CO", "Ilo Andrés", "Tarvedo-Brulla"),
        ("Ilo TARVEDO y BRULLA", "ES", "Ilo", "TARVEDO y BRULLA"),
        ("Ilo Tarvedo BRULLA", "ES", "Ilo Tarvedo", "BRULLA"),
        ("Ilo Tarvedo Brulla", "AT", "Ilo Tarvedo", "Brulla"),
        ("Nguyen Van Tarv", "VN", "Van Tarv", "Nguyen"),
        ("Kim Tarvo", "KR", "Tarvo", "Kim"),
    ],
)
def test_names_are_parted_by_the_custom_of_their_state(name: str, state: str, given: str, family: str) -> None:
    parts = customary(name, state, (), family_first=False)
    assert (parts.given, parts.family) == (given, family)


def test_hungarians_are_named_family_first_in_hungarian_only() -> None:
    assert customary("Tarvósi Bálint", "HU", ("hu",), family_first=False).family == "Tarvósi"
    assert customary("Ilo Tarvósi", "HU", ("en",), family_first=False).family == "Tarvósi"
