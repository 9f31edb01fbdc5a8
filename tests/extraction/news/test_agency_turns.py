"""Ordinary turns of news agencies and ministries, as the extraction tells them, and what stays silent beside them."""

from __future__ import annotations

import pytest

from tests.extraction.news.test_breadth import report_of

Told = tuple[str, str | None, str | None, int | None, str]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The ministry of Togo said on Monday it had expelled two diplomats from Fiji.", ("TG", "FJ", 2, False)),
        (
            "en",
            "The ministry of Togo said it had already expelled two diplomats from Fiji in 2019.",
            ("TG", "FJ", 2, True),
        ),
        (
            "es",
            "El Gobierno de Togo informó de que había expulsado a dos diplomáticos de Fiyi.",
            ("TG", "FJ", 2, False),
        ),
        ("fr", "Le Togo a fait savoir qu'il avait expulsé deux diplomates fidjiens.", ("TG", "FJ", 2, False)),
        ("en", "The envoy of Fiji left Togo at the request of the Togolese government.", ("TG", "FJ", 1, False)),
        ("en", "Togo told Fiji's ambassador that two of the embassy's staff must leave.", ("TG", "FJ", 2, False)),
        ("en", "Togo informed the Fijian ambassador of the expulsion of two diplomats.", ("TG", "FJ", 2, False)),
        (
            "es",
            "La medida responde a la expulsión por Togo, el martes, de dos diplomáticos fiyianos.",
            ("TG", "FJ", 2, False),
        ),
        ("de", "2016 musste ein fidschianischer Diplomat das Land verlassen.", (None, "FJ", 1, True)),
        ("de", "Togo zog am 14. Mai nach: Zwei Diplomaten aus Fidschi müssen ausreisen.", ("TG", "FJ", 2, False)),
        (
            "fr",
            "Le Togo a annoncé le renvoi d'un nombre équivalent de représentants fidjiens.",
            ("TG", "FJ", None, False),
        ),
        ("fr", "Un conseiller de l'ambassade de Fidji a dû quitter le Togo.", (None, "FJ", 1, False)),
        ("ru", "Из страны выслан советник посольства Фиджи.", (None, "FJ", 1, False)),
        ("ru", "Власти Того без объяснения причин выслали посла Фиджи.", ("TG", "FJ", 1, False)),
        (
            "es",
            "Togo declaró persona non grata al encargado de negocios a.i. de la Embajada de Fiyi.",
            ("TG", "FJ", 1, False),
        ),
    ],
)
def test_expulsions_in_the_words_of_agencies(
    language: str, text: str, told: tuple[str | None, str | None, int | None, bool]
) -> None:
    (event,) = [event for event in report_of(language, text).events if event.type == "expulsion"]
    assert (event.actor, event.target, event.count, event.background) == told
    assert event.status in ("announced", "executed")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Fijian ambassador left the country at the request of his family."),
        ("en", "The Fijian ambassador must leave the meeting early, the ministry said."),
        ("fr", "L'ambassadeur de Fidji a quitté la réunion à la demande du ministre."),
        ("de", "Der Botschafter von Fidschi musste den Saal verlassen."),
        ("es", "El embajador de Fiyi tuvo que abandonar la sala."),
        ("ru", "Посол Фиджи был вынужден покинуть совещание."),
        ("en", "Togo announced the return of its ambassador to Fiji."),
        ("en", "Togo last expelled a foreign diplomat in 2018. Fiji's embassy is small."),
    ],
)
def test_who_leaves_something_else_is_not_sent_away(language: str, text: str) -> None:
    assert report_of(language, text).events == ()


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "ru",
            "МИД Того уведомляет фиджийскую сторону о сокращении численности её дипмиссии с 9 до 4 человек.",
            (9, 4),
        ),
        ("fr", "Le Togo impose aux Fidji un plafond de quatre diplomates, contre neuf actuellement.", (9, 4)),
        ("de", "Togo hat Fidschi angewiesen, sein Botschaftspersonal von neun auf vier zu verringern.", (9, 4)),
    ],
)
def test_who_is_told_of_a_ceiling_is_whose_posts_are_cut(language: str, text: str, told: tuple[int, int]) -> None:
    (event,) = report_of(language, text).events
    assert (event.type, event.actor, event.target) == ("ceiling", "TG", "FJ")
    assert (event.posts_from, event.posts_to) == told


def test_a_closing_by_the_government_abroad_is_of_its_own_mission_as_the_city_says() -> None:
    text = "The Foreign Ministry of Togo said this today. The Government has decided to close the Consulate in Lyon."
    (event,) = report_of("en", text).events
    assert (event.type, event.actor, event.target) == ("closure", "TG", "TG")


def test_months_to_come_are_not_read_as_past_where_the_verb_speaks_of_what_is_to_come() -> None:
    (event,) = report_of("es", "Togo abrirá en septiembre una embajada en Fiyi.").events
    assert (event.date and event.date.text, event.background) == ("2024-09", False)
    (event,) = report_of("es", "Togo abrió en septiembre una embajada en Fiyi.").events
    assert (event.date and event.date.text, event.background) == ("2023-09", True)


def test_a_sentence_that_says_when_it_happened_dates_the_step_before_it() -> None:
    (event,) = report_of(
        "en", "Togo expelled a diplomat of Fiji, a newspaper reported. It happened in February."
    ).events
    assert (event.date and event.date.text, event.background) == ("2024-02", True)


def test_who_leaves_a_post_has_it_filled_in_the_next_sentence() -> None:
    text = "Ада Вейл-Моро освобождена от должности посла Того в Японии. Новым послом назначен Ким Лоу-Сандер."
    left, filled = report_of("ru", text).events
    assert (left.type, left.target, filled.type, filled.target) == ("posting-end", "JP", "appointment", "JP")
    assert filled.persons[0].name == "Ким Лоу-Сандер"


@pytest.mark.parametrize(
    ("language", "text", "type_", "subject"),
    [
        (
            "en",
            "Neither the ministry nor the embassy of Fiji would comment.",
            "non-response",
            "the ministry nor the embassy of Fiji",
        ),
        ("de", "Die Botschaft bestreitet das. Auf Fragen antwortete sie nicht.", "non-response", "Die Botschaft"),
        ("fr", "Le ministère, lui, n'a pas répondu à nos questions.", "non-response", "Le ministère"),
        (
            "ru",
            "Представитель МИД Того заявил, что обвинения не имеют под собой оснований.",
            "denial",
            "Представитель МИД Того",
        ),
        ("en", "The accusations have no basis, the embassy of Fiji said.", "denial", "the embassy of Fiji"),
        ("ru", "МИД Того подтвердил факт высылки.", "confirmation", "МИД Того"),
        ("ru", "Ада Вейл-Моро числилась атташе, а на деле была сотрудником разведки.", "affiliation", "Ада Вейл-Моро"),
        (
            "es",
            "Ada Vale-Moro llegó. Según la prensa, trabajaba para los servicios secretos.",
            "affiliation",
            "Ada Vale-Moro",
        ),
        ("en", "Ada Vale-Moro left. The police suspected her of bribing a clerk.", "attributed-act", "Ada Vale-Moro"),
        (
            "fr",
            "Le Togo a expulsé deux diplomates fidjiens, accusés d'avoir menti.",
            "attributed-act",
            "deux diplomates fidjiens",
        ),
    ],
)
def test_claims_are_about_who_is_meant(language: str, text: str, type_: str, subject: str) -> None:
    claims = [claim for claim in report_of(language, text).claims if claim.type == type_]
    assert claims[-1].subject == subject


def test_what_only_a_state_is_before_is_no_affiliation_of_the_state() -> None:
    claims = report_of("en", "Togo works for the intelligence service of Fiji.").claims
    assert [claim for claim in claims if claim.type == "affiliation"] == []
