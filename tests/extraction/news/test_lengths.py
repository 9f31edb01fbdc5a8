from __future__ import annotations

import time

import pytest

from legation.extraction.news import extract_news
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer

FAMILIES = {
    "steps": "Latvia expelled two Cuban diplomats. ",
    "one long sentence": "Latvia, and Peru, and Chile, which had said that Togo ",
    "quotations": "“We know him well,” said Inti Quispe-Roa. ",
    "open quotation marks": "“ « „ ",
    "names": "Inti Quispe-Roa Wara Mamani-Luz ",
    "beliefs": "is suspected of being regarded as a spy and ",
    "titles": "first secretary of the embassy in Riga, deputy head of the mission, ",
    "brackets": "Poland (45), Germany (40), ",
    "dates": "from 1998 to 2003 and from 5 April 2010 until Monday ",
    "shared verbs": "Latvia and Benin will each expel one diplomat, Finland three, and Norway two, ",
    "some of them": "nine of them and two of these were told to leave, ",
    "orders": "told Togo to ask Peru to withdraw its embassy in Riga and to close its consulate, ",
    "tickers": "16:40 - Latvia opens its embassy? We decline. ",
    "quoted tails": 'declared "persona « non » grata" ',
    "nouns": "announced the expulsion of the closure of the recall of the severing of relations by ",
    "formal names": "the Federal Democratic Republic of the Islamic Republic of ",
    "denials": "did not deny, never denied, declined to comment, ",
}


def seconds(text: str) -> float:
    document = read(f"A title\n\n{text}.\n".encode(), name="r.txt")
    given = Given(published=Edtf.parse("2015-08-20"), language="en")
    began = time.process_time()
    extract_news(document, given, Gazetteer.default())
    return time.process_time() - began


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_with_the_length_of_a_report_and_no_faster(family: str) -> None:
    once = FAMILIES[family] * 100
    seconds(once)
    short, long = min(seconds(once) for _ in range(2)), min(seconds(once * 4) for _ in range(2))
    assert long <= 12 * short + 0.2
