"""A language that was added by data alone: no line of the engine knows it."""

from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.press import LANGUAGES
from legation.vocabulary.states import Gazetteer


def report_of(text: str, published: str = "2019-10-17") -> Report:
    document = read(f"Новини дня\n\n{text}\n".encode(), name="r.txt")
    return extract_news(document, Given(published=Edtf.parse(published)), Gazetteer.default())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Естонія вислала в середу двох кубинських дипломатів.",
            ("expulsion", "EE", "CU", 2, "executed", "2019-10-16", None),
        ),
        (
            "МЗС Молдови оголосило персонами нон ґрата трьох службовців посольства Лаосу й дало 72 години на виїзд.",
            ("expulsion", "MD", "LA", 3, "announced", "2019-10-15/2019-10-17", "PT72H"),
        ),
        (
            "Двох дипломатів Кенії вислано урядом Перу 3 жовтня, повідомило міністерство.",
            ("expulsion", "PE", "KE", 2, "executed", "2019-10-03", None),
        ),
        (
            "Білорусь відкликала посла з Відня для консультацій.",
            ("recall", "BY", "AT", 1, "executed", "2019-10-15/2019-10-17", None),
        ),
        (
            "Фінляндія пригрозила вислати двох дипломатів Гани.",
            ("expulsion", "FI", "GH", 2, "threatened", None, None),
        ),
        (
            "Депутати закликали уряд Чилі вислати посла Тунісу у п'ятницю.",
            ("expulsion", "CL", "TN", 1, "called-for", "2019-10-11", None),
        ),
    ],
)
def test_a_turn_of_ukrainian_is_read_as_in_the_other_languages(text: str, told: tuple[object, ...]) -> None:
    (event,) = report_of(text).events
    date = event.date.text if event.date else None
    slots = (event.type, event.actor, event.target, event.count, event.status, date, event.deadline)
    assert slots == told


def test_a_ceiling_has_the_posts_before_and_after() -> None:
    (event,) = report_of("Уряд Латвії скоротив чисельність посольства Гани з дванадцяти до семи осіб.").events
    assert (event.type, event.actor, event.target) == ("ceiling", "LV", "GH")
    assert (event.posts_from, event.posts_to) == (12, 7)


def test_whoever_says_so_holds_the_claim() -> None:
    report = report_of("За даними двох джерел, радник посольства Іван Тестенко працює на військову розвідку Гани.")
    (claim,) = (claim for claim in report.claims if claim.type == "affiliation")
    assert (claim.subject, claim.status) == ("Іван Тестенко", "alleged")
    assert [link.speaker for link in claim.attribution] == ["двох джерел"]


@pytest.mark.parametrize(
    "text",
    [
        "Клуб вигнав двох гравців із команди.",
        "Литва не висилатиме дипломатів Конго.",
        "Школу в Києві закрили на ремонт, її учні поїхали додому.",
        "Посол Грузії приїхав на відкриття виставки.",
    ],
)
def test_what_is_no_step_between_states_tells_nothing(text: str) -> None:
    told = [event for event in report_of(text).events if event.status not in ("negated", "denied", "hypothetical")]
    assert told == []


def test_ukrainian_is_known_by_its_letters() -> None:
    assert "uk" in LANGUAGES
    assert report_of("Їхній посол є в Києві, а наш ще ні.").language == "uk"
