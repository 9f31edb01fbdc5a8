"""Turns of plain prose in dailies, each in the languages that have it."""

from __future__ import annotations

import pytest

from tests.extraction.news.test_claims import report_of
from tests.extraction.news.test_other_events import events


@pytest.mark.parametrize(
    ("text", "value", "speaker"),
    [
        ("Der Dienst des Bundes äußert sich grundsätzlich nicht zu Personen.", "declined", "Der Dienst des Bundes"),
        ("Das Ministerium schweigt zu dem Fall.", "no-reply", "Das Ministerium"),
        ("La embajada guarda silencio sobre los hechos.", "no-reply", "La embajada"),
        ("El cónsul rechazó ser entrevistado.", "declined", "El cónsul"),
        ("Le consulat garde le silence.", "no-reply", "Le consulat"),
        ("Quant au consulat, il s'abstient de tout commentaire.", "declined", "consulat"),
        ("Посольство хранит молчание.", "no-reply", "Посольство"),
    ],
)
def test_a_silence_in_plain_words_has_its_value_and_its_speaker(text: str, value: str, speaker: str) -> None:
    (claim,) = report_of(text).claims
    assert (claim.type, claim.value, claim.attribution[0].speaker) == ("non-response", value, speaker)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("On Thursday Iceland imposed travel bans on 12 Togolese officials.", 12),
        ("Island verhängte am Donnerstag Einreiseverbote gegen zwölf togoische Beamte.", 12),
        ("Islandia prohibió el jueves la entrada en el país a 12 funcionarios togoleses.", 12),
    ],
)
def test_a_ban_on_so_many_people_of_a_state_is_a_sanction(text: str, count: int) -> None:
    assert [found[:4] for found in events(text)] == [("sanction", "IS", "TG", count)]


def test_a_ban_that_counts_nobody_is_none() -> None:
    assert events("Iceland put tariffs on 12 kinds of Togolese fruit.") == []


@pytest.mark.parametrize("text", ["Peru recalled the ambassador on Monday.", "Peru hat den Botschafter abgezogen."])
def test_whoever_recalls_the_ambassador_recalls_its_own(text: str) -> None:
    assert [found[:2] for found in events(text)] == [("recall", "PE")]


def test_who_stands_behind_the_decision_decides() -> None:
    text = "La medida responde a la decisión de Nairobi de limitar a ocho el número de representantes paraguayos."
    assert [found[:3] for found in events(text)] == [("ceiling", "KE", "PY")]


def test_the_year_of_another_verb_behind_a_comma_is_not_that_of_the_step() -> None:
    text = "A title\n\nLima respondió con el cierre de su embajada en Helsinki, abierta en 2004.\n"
    assert all(event.date is None or event.date.text != "2004" for event in report_of(text).events)


@pytest.mark.parametrize(
    "text",
    [
        "Laut der Polizei ist Ana Vela, Attachée an der peruanischen Botschaft, in Wahrheit ein Offizier der SIS.",
        "Demnach ist der als Attaché geführte Juan Vela Oberst des militärischen Nachrichtendienstes.",
    ],
)
def test_a_tie_is_read_over_what_stands_beside_its_subject(text: str) -> None:
    found = [claim for claim in report_of(text).claims if claim.type == "affiliation"]
    assert [(claim.subject or "").endswith("Vela") for claim in found] == [True]


def test_who_believes_in_a_clause_of_its_own_is_who_says_so() -> None:
    text = "Dos agentes creen que Ana Vela, consejera de la embajada de Perú en Riga, trabaja para el servicio secreto."
    (claim,) = (claim for claim in report_of(text).claims if claim.type == "affiliation")
    assert (claim.subject, claim.attribution[0].speaker) == ("Ana Vela", "Dos agentes")


def test_of_two_surnames_the_first_or_both_mean_the_person() -> None:
    text = "Ana Vela Rojas es consejera. Vela Rojas dirige el consulado de Perú en Riga. Vela tiene 51 años."
    assert {claim.subject for claim in report_of(text).claims if claim.subject} == {"Ana Vela Rojas"}


def test_whose_reports_are_turned_down_is_not_who_turns_them_down() -> None:
    text = "Berichte, wonach vier Diplomaten gehen müssten, wies eine Sprecherin am Freitag zurück."
    assert [c.subject for c in report_of(text).claims if c.type == "denial"] == ["eine Sprecherin"]
