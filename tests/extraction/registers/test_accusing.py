from __future__ import annotations

import pytest

from legation.extraction.registers import report_of
from legation.extraction.registers.accusing import alleges
from legation.model.keys import sha256_hex
from legation.model.sources import Given
from tests.extraction.registers.written import ANNIKA, LISTED, lines, scanned


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("case officer of military intelligence", "affiliation"),
        ("Second Secretary, GRU", "affiliation"),
        ("ex-KGB colonel", "affiliation"),
        ("Deputy Director, Foreign Intelligence Service", "affiliation"),
        ("сотрудник ФСБ", "affiliation"),
        ("Oberst beim Militärgeheimdienst", "affiliation"),
        ("officier de renseignement", "affiliation"),
        ("oficer wywiadu wojskowego", "affiliation"),
        ("suspected spy", "affiliation"),
        ("organizer of a bribery ring", "attributed-act"),
        ("verurteilt wegen Bestechung", "attributed-act"),
        ("получал взятки", "attributed-act"),
        ("head of the anti-corruption office, convicted", "attributed-act"),
    ],
)
def test_words_that_name_a_service_or_a_wrong_are_of_a_type_that_is_asked_about(words: str, type_: str) -> None:
    assert alleges(words) == type_


@pytest.mark.parametrize(
    "words",
    [
        "Second Secretary",
        "Military Attaché",
        "Chargé d'affaires a.i.",
        "Counsellor for artificial intelligence",
        "Botschaftsrat des Auswärtigen Dienstes",
        "Bis 2019 Botschaftsrat",
        "Consul General in Bombay",
        "Head of the Anti-Corruption Agency",
        "Chef de la cellule contre le terrorisme",
    ],
)
def test_posts_and_places_that_only_look_so_are_none(words: str) -> None:
    assert alleges(words) is None


def test_what_a_register_accuses_somebody_of_is_alleged_in_whatever_field_it_stands() -> None:
    spying = {**ANNIKA, "properties": {**ANNIKA["properties"], "position": ["case officer of military intelligence"]}}
    wrong = {
        **LISTED,
        "properties": {**LISTED["properties"], "status": ["charged with bribery"], "reason": ["the SVR"]},
    }
    data = lines(spying, wrong)
    report = report_of(scanned(data), sha256_hex(data), Given(), "list")
    found = {claim.value: (claim.type, claim.status) for claim in report.claims}
    assert found["case officer of military intelligence"] == ("affiliation", "alleged")
    assert found["charged with bribery"] == ("attributed-act", "alleged")
    assert found["the SVR"] == ("attributed-act", "alleged")


def test_who_lists_somebody_is_no_tie_of_theirs_to_it() -> None:
    listed = {**LISTED, "properties": {**LISTED["properties"], "authority": ["Foreign Intelligence Service"]}}
    data = lines(ANNIKA, listed)
    report = report_of(scanned(data), sha256_hex(data), Given(), "list")
    found = {claim.value: (claim.type, claim.status) for claim in report.claims}
    assert found["Foreign Intelligence Service"] == ("statement", "asserted")
