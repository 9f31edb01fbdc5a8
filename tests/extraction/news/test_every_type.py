"""Every type of event in every language: one plain sentence each, so that no language lacks the words for a type."""

from __future__ import annotations

from typing import get_args

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import EventType
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from legation.vocabulary.tables import rows

SENTENCES: dict[str, dict[str, str]] = {
    "en": {
        "expulsion": "Latvia expelled two Cuban diplomats on Monday.",
        "ceiling": "Latvia cut the staff of the Cuban embassy from 12 to 6.",
        "recall": "Latvia recalled its ambassador to Cuba on Monday.",
        "closure": "Latvia closed its embassy in Havana.",
        "opening": "Latvia opened an embassy in Nairobi on Monday.",
        "relations": "Latvia severed diplomatic relations with Cuba on Monday.",
        "retaliation": "Latvia took counter-measures against Cuba on Monday.",
        "threat": "Latvia vowed to retaliate.",
        "appointment": "Latvia appointed Ilze Kalve-Berzone as ambassador to Cuba.",
        "posting-end": "Ilze Kalve-Berzone, Latvia's ambassador to Cuba, stepped down on Monday.",
        "sanction": "Oleg Varnin, a Cuban official, was put on the EU sanctions list on Monday.",
        "aggregate": "Several countries expelled hundreds of diplomats.",
    },
    "de": {
        "expulsion": "Lettland hat am Montag zwei kubanische Diplomaten ausgewiesen.",
        "ceiling": "Lettland begrenzt die Zahl der kubanischen Diplomaten auf sechs.",
        "recall": "Lettland hat seinen Botschafter in Kuba zurückgerufen.",
        "closure": "Lettland schließt seine Botschaft in Havanna.",
        "opening": "Lettland hat am Montag eine Botschaft in Nairobi eröffnet.",
        "relations": "Lettland hat die diplomatischen Beziehungen zu Kuba abgebrochen.",
        "threat": "Lettland drohte mit Gegenmaßnahmen.",
        "appointment": "Lettland hat Ilze Kalve-Berzone zur Botschafterin in Kuba ernannt.",
        "retaliation": "Lettland hat Gegenmaßnahmen ergriffen.",
        "posting-end": "Ilze Kalve-Berzone, Botschafterin Lettlands in Kuba, ist am Montag zurückgetreten.",
        "sanction": "Oleg Varnin, ein kubanischer Beamter, steht auf der Sanktionsliste der EU.",
        "aggregate": "Mehrere Länder haben Hunderte Diplomaten ausgewiesen.",
    },
    "fr": {
        "expulsion": "La Lettonie a expulsé lundi deux diplomates cubains.",
        "ceiling": "La Lettonie a réduit le personnel de l'ambassade de Cuba de 12 à 6 agents.",
        "recall": "La Lettonie a rappelé son ambassadeur à Cuba.",
        "closure": "La Lettonie a fermé son ambassade à La Havane.",
        "opening": "La Lettonie a ouvert lundi une ambassade à Nairobi.",
        "relations": "La Lettonie a rompu ses relations diplomatiques avec Cuba.",
        "threat": "La Lettonie a promis une riposte.",
        "appointment": "La Lettonie a nommé Ilze Kalve-Berzone ambassadrice à Cuba.",
        "retaliation": "La Lettonie a pris lundi des contre-mesures contre Cuba.",
        "posting-end": "Ilze Kalve-Berzone, ambassadrice de Lettonie à Cuba, a quitté son poste lundi.",
        "sanction": "Oleg Varnin, un fonctionnaire cubain, a été inscrit sur la liste des sanctions de l'UE.",
        "aggregate": "Plusieurs pays ont expulsé des centaines de diplomates.",
    },
    "es": {
        "expulsion": "Letonia expulsó el lunes a dos diplomáticos cubanos.",
        "ceiling": "Letonia redujo el personal de la embajada de Cuba de 12 a 6.",
        "recall": "Letonia llamó a consultas a su embajador en Cuba.",
        "closure": "Letonia cerró su embajada en La Habana.",
        "opening": "Letonia abrió el lunes una embajada en Nairobi.",
        "relations": "Letonia rompió relaciones diplomáticas con Cuba.",
        "threat": "Letonia prometió represalias.",
        "appointment": "Letonia nombró a Ilze Kalve-Berzone embajadora en Cuba.",
        "retaliation": "Letonia tomó contramedidas contra Cuba el lunes.",
        "posting-end": "Ilze Kalve-Berzone, embajadora de Letonia en Cuba, dejó el cargo el lunes.",
        "sanction": "Oleg Varnin, un funcionario cubano, fue incluido en la lista de sanciones de la UE.",
        "aggregate": "Varios países expulsaron a cientos de diplomáticos.",
    },
    "ru": {
        "expulsion": "Латвия выслала в понедельник двух кубинских дипломатов.",
        "ceiling": "Латвия сократила численность посольства Кубы с 12 до 6 человек.",
        "recall": "Латвия отозвала своего посла на Кубе.",
        "closure": "Латвия закрыла свое посольство в Гаване.",
        "opening": "Латвия открыла в понедельник посольство в Найроби.",
        "relations": "Латвия разорвала дипломатические отношения с Кубой.",
        "threat": "Латвия пообещала ответить зеркально.",
        "appointment": "Латвия назначила Илзе Калве-Берзоне послом на Кубе.",
        "retaliation": "Латвия приняла в понедельник ответные меры против Кубы.",
        "posting-end": "Илзе Калве-Берзоне, посол Латвии на Кубе, освобождена от должности в понедельник.",
        "sanction": "Олег Варнин, кубинский чиновник, внесен в санкционный список ЕС.",
        "aggregate": "Несколько стран выслали сотни дипломатов.",
    },
}
TOLD = [(language, type_, text) for language, types in SENTENCES.items() for type_, text in types.items()]
WITH_TRIGGERS = ("expulsion", "ceiling", "recall", "closure", "opening", "relations")


@pytest.mark.parametrize(("language", "type_", "text"), TOLD, ids=lambda value: value[:24])
def test_a_plain_sentence_tells_its_type(language: str, type_: str, text: str) -> None:
    document = read(f"{text}\n\n{text}\n".encode(), name="r.txt")
    given = Given(published=Edtf.parse("2019-10-16"), language=language)
    assert type_ in {event.type for event in extract_news(document, given, Gazetteer.default()).events}


@pytest.mark.parametrize("language", SENTENCES)
def test_every_language_has_a_sentence_for_every_type(language: str) -> None:
    assert set(SENTENCES[language]) == set(get_args(EventType))


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru", "pl"])
def test_every_language_has_verbs_for_every_step(language: str) -> None:
    known = {type_ for code, type_, *_ in rows("press_triggers.tsv") if code == language}
    assert known == set(WITH_TRIGGERS)


def test_every_tail_that_a_trigger_names_is_there() -> None:
    named = {tail for _, _, _, tail, *_ in rows("press_triggers.tsv") if tail}
    assert named <= {name for name, _ in rows("press_tails.tsv")}
