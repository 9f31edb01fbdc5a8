from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Event, Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer


def report_of(text: str, published: str = "2015-08-20") -> Report:
    document = read(f"A title\n\n{text}\n".encode(), name="r.txt")
    return extract_news(document, Given(published=Edtf.parse(published)), Gazetteer.default())


def told(event: Event) -> tuple[object, ...]:
    return event.type, event.actor, event.target, event.status, [person.name for person in event.persons]


@pytest.mark.parametrize(
    ("text", "subject", "value", "when"),
    [
        ("Inti Quispe-Roa, the deputy head of the Bolivian mission, left.", "Inti Quispe-Roa", "deputy head", None),
        (
            "The current head of the Bolivian embassy, 48-year-old Inti Quispe-Roa, left.",
            "Inti Quispe-Roa",
            "current head",
            None,
        ),
        ("Inti Quispe-Roa war von 2011 bis 2015 Konsul in Nairobi.", "Inti Quispe-Roa", "Konsul", "2011/2015"),
        (
            "Inti Quispe-Roa, ancien attaché militaire du Paraguay à Berne, est mort.",
            "Inti Quispe-Roa",
            "ancien attaché militaire",
            None,
        ),
        (
            "Inti Quispe-Roa has held various roles, with a stint in Lima from 2010 to 2014.",
            "Inti Quispe-Roa",
            "stint",
            "2010/2014",
        ),
    ],
)
def test_a_post_with_its_place_and_person_is_a_posting(text: str, subject: str, value: str, when: str | None) -> None:
    if "roles, with" in text:
        text = text.replace("roles, with", "roles, including consul in Oslo, with")
    found = {
        (c.subject, c.value, c.when.text if c.when else None) for c in report_of(text).claims if c.type == "posting"
    }
    assert (subject, value, when) in found


@pytest.mark.parametrize(
    "text",
    [
        "Spokeswoman Nayra Quispe-Sol said so.",
        "The ambassador of Latvia was invited.",
        "An officer of the court spoke to Inti Quispe-Roa.",
        "Latvia recalled its ambassador in Lima, Inti Quispe-Roa.",
    ],
)
def test_a_title_alone_or_the_title_in_a_step_is_no_posting(text: str) -> None:
    assert [claim for claim in report_of(text).claims if claim.type == "posting"] == []


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("Inti Quispe-Roa, 50, left.", 50),
        ("48-year-old Inti Quispe-Roa left.", 48),
        ("Inti Quispe-Roa, a 42-year-old adviser, left.", 42),
        ("Inti Quispe-Roa, de 45 años, salió de la embajada.", 45),
        ("Der 54-jährige Inti Quispe-Roa ist weg.", 54),
        ("Инти Киспе-Роа, 49 лет, уехал.", 49),
    ],
)
def test_an_age_is_of_the_person_beside_it(text: str, age: int) -> None:
    assert [(c.value, c.subject is not None) for c in report_of(text).claims if c.type == "age"] == [(age, True)]


@pytest.mark.parametrize(
    "text", ["Inti Quispe-Roa served 50 hours.", "Room 48, Inti Quispe-Roa said.", "A 42-metre wall."]
)
def test_other_numbers_are_no_ages(text: str) -> None:
    assert [claim for claim in report_of(text).claims if claim.type == "age"] == []


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "On 27 May 2015, Inti Quispe-Roa became the head of Bolivia's mission to the EU,"
            " succeeding Wara Mamani-Luz.",
            [
                ("appointment", "BO", "EU", "executed", ["Inti Quispe-Roa"]),
                ("posting-end", "BO", "EU", "executed", ["Wara Mamani-Luz"]),
            ],
        ),
        (
            "Malta has appointed Censina Farr-Azzo as ambassador to Mongolia.",
            [("appointment", "MT", "MN", "executed", ["Censina Farr-Azzo"])],
        ),
        (
            "Uruguay hat Lucía Ferrán-Blum zur Botschafterin in Litauen ernannt.",
            [("appointment", "UY", "LT", "executed", ["Lucía Ferrán-Blum"])],
        ),
        (
            "Wara Mamani-Luz, a Bolivian diplomat, ended up on the EU's sanctions list.",
            [("sanction", "EU", "BO", "executed", ["Wara Mamani-Luz"])],
        ),
    ],
)
def test_appointments_ends_and_sanctions_name_their_person(text: str, events: list[tuple[object, ...]]) -> None:
    assert [told(event) for event in report_of(text).events] == events


@pytest.mark.parametrize(
    "text",
    [
        "The EU refrained from imposing sanctions on Bolivian diplomats.",
        "Latvia appointed a committee on embassies.",
        "Inti Quispe-Roa became a father.",
    ],
)
def test_what_appoints_or_lists_nobody_is_no_event(text: str) -> None:
    assert [e for e in report_of(text).events if e.status != "negated"] == []


def test_a_surname_links_back_and_two_of_one_name_stay_apart() -> None:
    report = report_of(
        "Inti Quispe-Roa, 50, and Wara Mamani-Luz, 40, came. Mamani-Luz studied at the Naval Academy."
        " Juan Mamani-Luz, 33, came later. He was consul in Oslo."
    )
    training = [claim.subject for claim in report.claims if claim.type == "training"]
    assert training == ["Mamani-Luz"]
