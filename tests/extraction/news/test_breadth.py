"""Turns of wires in German, French and Spanish, one sentence or two each, as the extraction tells them."""

from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer

Told = tuple[str, str | None, str | None, int | None, str]


def report_of(language: str, text: str) -> Report:
    given = Given(published=Edtf.parse("2024-05-15"), language=language)
    return extract_news(read(f"…\n\n{text}\n".encode(), name="report.txt"), given, Gazetteer.default())


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Ghana weist drei Letten aus. Der Botschafter geht.", ("expulsion", "GH", "LV", 3, "announced")),
        ("fr", "La Lettonie expulse trois Ghanéens. L'ambassade proteste.", ("expulsion", "LV", "GH", 3, "announced")),
        (
            "fr",
            "Djibouti a déclaré l'ambassadeur lituanien et trois de ses collaborateurs indésirables.",
            ("expulsion", "DJ", "LT", 4, "announced"),
        ),
        (
            "es",
            "Rumanía dio una semana al embajador mauritano y a los doce miembros de su misión para salir del país.",
            ("expulsion", "RO", "MR", 13, "executed"),
        ),
        ("es", "Nepal expulsó a la embajadora catarí y a su número dos.", ("expulsion", "NP", "QA", 2, "executed")),
        (
            "de",
            "Ghanas Botschaft protestiert. Malta hat ihm die Akkreditierung entzogen.",
            ("expulsion", "MT", "GH", 1, "announced"),
        ),
        (
            "fr",
            "L'expulsion par Malte, la semaine dernière, de deux attachés ghanéens a surpris.",
            ("expulsion", "MT", "GH", 2, "executed"),
        ),
        (
            "de",
            "Malta hat mit der Ausweisung zweier ghanaischer Diplomaten geantwortet.",
            ("expulsion", "MT", "GH", 2, "executed"),
        ),
        (
            "fr",
            "Oslo a demandé le rappel de deux agents de l'ambassade du Laos.",
            ("expulsion", "NO", "LA", 2, "announced"),
        ),
        ("fr", "Malte a expulsé le nonce apostolique.", ("expulsion", "MT", "VA", 1, "executed")),
        (
            "es",
            "Se ha declarado personas no gratas a dos agregados de la Embajada de Suecia.",
            ("expulsion", None, "SE", 2, "announced"),
        ),
        ("fr", "Malte a donné l'ordre au Laos de fermer son consulat.", ("closure", "MT", "LA", 1, "announced")),
        (
            "de",
            "Malta hat Laos aufgefordert, seine Botschaft bis Ende Februar zu schließen.",
            ("closure", "MT", "LA", 1, "announced"),
        ),
    ],
)
def test_a_turn_of_the_wires_is_told(language: str, text: str, told: Told) -> None:
    (event,) = (e for e in report_of(language, text).events if e.type != "threat")
    assert (event.type, event.actor, event.target, event.count, event.status) == told


@pytest.mark.parametrize(
    ("language", "text", "sides", "posts"),
    [
        (
            "de",
            "Künftig darf Ghana in Riga höchstens fünf Diplomaten beschäftigen, bislang waren es acht.",
            (None, "GH"),
            (8, 5),
        ),
        (
            "fr",
            "L'ambassade du Laos ne pourra plus compter que cinq diplomates, a décidé Malte.",
            ("MT", "LA"),
            (None, 5),
        ),
        ("es", "La embajada de Laos solo podrá tener a cinco diplomáticos.", (None, "LA"), (None, 5)),
        ("es", "Malta anunció la reducción a seis del número de diplomáticos de Laos.", ("MT", "LA"), (None, 6)),
    ],
)
def test_how_many_are_allowed_at_most_is_a_ceiling(
    language: str, text: str, sides: tuple[str | None, str], posts: tuple[int | None, int]
) -> None:
    (event,) = report_of(language, text).events
    assert (event.type, event.actor, event.target) == ("ceiling", *sides)
    assert (event.posts_from, event.posts_to) == posts


def test_states_that_followed_have_their_own_numbers_and_days() -> None:
    text = (
        "Jamaika wies am Freitag drei simbabwische Diplomaten aus. "
        "Barbados folgte am Montag mit einem, Guyana am Dienstag mit zwei Ausweisungen."
    )
    told = [(e.actor, e.target, e.count, e.date.text if e.date else None) for e in report_of("de", text).events]
    assert told == [
        ("JM", "ZW", 3, "2024-05-10"),
        ("BB", "ZW", 1, "2024-05-13"),
        ("GY", "ZW", 2, "2024-05-14"),
    ]


def test_a_list_in_order_leaves_out_whose_people_they_are() -> None:
    text = (
        "Dinamarca, Noruega y Finlandia expulsaron a 21 diplomáticos de Eritrea: nueve, siete y cinco, respectivamente."
    )
    told = [(e.actor, e.target, e.count) for e in report_of("es", text).events]
    assert told == [("DK", "ER", 9), ("NO", "ER", 7), ("FI", "ER", 5)]


def test_what_only_the_press_told_is_denied_by_a_ministry_behind_it() -> None:
    text = (
        "Varios medios informaron el lunes de que Malta había expulsado a dos diplomáticos de Laos. "
        "La Cancillería maltesa lo negó horas después."
    )
    assert [e.status for e in report_of("es", text).events] == ["denied"]


def test_a_ministry_that_denies_charges_leaves_the_step_as_it_was() -> None:
    text = "Malta expulsó el lunes a dos diplomáticos de Laos, informó una fuente. Laos negó las acusaciones."
    assert [e.status for e in report_of("es", text).events] == ["executed"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Malta expelled five Laotian companies. The ambassador of Laos smiled."),
        ("en", "Malta deported five Laotians who had overstayed."),
        ("de", "Malta weist fünf Laoten aus, die keine Papiere hatten."),
    ],
)
def test_nationals_without_a_mission_in_the_report_are_no_diplomats(language: str, text: str) -> None:
    assert report_of(language, text).events == ()


def test_a_ticker_is_of_its_day() -> None:
    text = "17h42. Malte expulse deux diplomates du Laos.\n\n15h10. Le Laos ferme son consulat à Gozo."
    assert {e.date.text for e in report_of("fr", text).events if e.date} == {"2024-05-15"}
