from __future__ import annotations

import pytest

from tests.extraction.news.test_claims import report_of


@pytest.mark.parametrize(
    ("text", "value", "speaker"),
    [
        ("The embassy refused to answer questions.", "declined", "The embassy"),
        ("A spokesman for the consulate would neither confirm nor deny the report.", "declined", "A spokesman for"),
        ("The ministry in Riga has never given a reason for the step.", "no-reason", "The ministry in Riga"),
        ("The consul could not be contacted.", "no-reply", "The consul"),
        ("The ministry did not publish the names.", "withheld", "The ministry"),
        ("Das Ministerium wollte sich zu dem Fall nicht äußern.", "declined", "Das Ministerium"),
        ("Der Konsul beantwortete die Fragen nicht.", "no-reply", "Der Konsul"),
        ("Zu den Gründen machte das Ministerium keine Angaben.", "no-reason", "das Ministerium"),
        ("Das Ministerium nannte die Namen nicht.", "withheld", "Das Ministerium"),
        ("Le consulat n'a pas donné suite à nos courriels.", "no-reply", "Le consulat"),
        ("Le ministère n'a ni confirmé ni démenti.", "declined", "Le ministère"),
        ("L'ambassade a refusé de répondre à nos questions.", "declined", "L'ambassade"),
        ("Le ministère n'a pas précisé les motifs.", "no-reason", "Le ministère"),
        ("Le ministère n'a pas divulgué leur identité.", "withheld", "Le ministère"),
        ("El consulado no contestó a los correos.", "no-reply", "El consulado"),
        ("La embajada evitó pronunciarse sobre el caso.", "declined", "La embajada"),
        ("El ministerio no dio explicaciones.", "no-reason", "El ministerio"),
        ("El ministerio no reveló los nombres.", "withheld", "El ministerio"),
        ("Посольство на вопросы не ответило.", "no-reply", "Посольство"),
        ("МИД не стал комментировать сообщения.", "declined", "МИД"),
        ("МИД не назвал причин.", "no-reason", "МИД"),
        ("Ведомство не раскрыло их имена.", "withheld", "Ведомство"),
    ],
)
def test_each_way_of_not_answering_has_its_value_and_its_speaker(text: str, value: str, speaker: str) -> None:
    (claim,) = report_of(text).claims
    assert (claim.type, claim.value, claim.status) == ("non-response", value, "asserted")
    assert (claim.attribution[0].speaker or "").startswith(speaker)


def test_two_silences_of_one_sentence_are_two_claims() -> None:
    claims = report_of("The ministry withheld the names and gave no reason.").claims
    assert {claim.value for claim in claims} == {"withheld", "no-reason"}


@pytest.mark.parametrize(
    "text",
    [
        "Cuba did not respond in kind.",
        "The ministry gave three reasons.",
        "The embassy answered every question.",
        "Das Ministerium nannte zwei Gründe.",
        "Le ministère a donné suite à la demande.",
        "El ministerio dio explicaciones.",
        "МИД назвал причины.",
    ],
)
def test_who_answers_is_not_silent(text: str) -> None:
    assert [claim for claim in report_of(text).claims if claim.type == "non-response"] == []
