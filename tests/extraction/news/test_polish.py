"""A language that was added by data alone: no line of the engine knows it."""

from __future__ import annotations

import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer


def report_of(text: str, published: str = "2019-10-17") -> Report:
    document = read(f"Tytuł\n\n{text}\n".encode(), name="r.txt")
    return extract_news(document, Given(published=Edtf.parse(published)), Gazetteer.default())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Estonia wydaliła w środę dwóch kubańskich dyplomatów.",
            ("expulsion", "EE", "CU", 2, "executed", "2019-10-16", None),
        ),
        (
            "Peru uznało trzech pracowników ambasady Laosu za osoby niepożądane i dało im 72 godziny na wyjazd.",
            ("expulsion", "PE", "LA", 3, "announced", "2019-10-15/2019-10-17", "PT72H"),
        ),
        (
            "W 2016 roku Łotwa wydaliła kenijskiego attaché.",
            ("expulsion", "LV", "KE", 1, "executed", "2016", None),
        ),
        (
            "Norwegia rozważa wydalenie ambasadora Ghany. Mongolia zamierza wydalić dwóch chilijskich dyplomatów.",
            ("expulsion", "MN", "CL", 2, "planned", None, None),
        ),
        (
            "Dwaj dyplomaci z Mali zostali wydaleni przez Portugalię 3 października.",
            ("expulsion", "PT", "ML", 2, "executed", "2019-10-03", None),
        ),
        (
            "Chile odwołało swojego ambasadora w Nepalu.",
            ("recall", "CL", "NP", 1, "executed", "2019-10-15/2019-10-17", None),
        ),
    ],
)
def test_polish_reports_give_their_events(text: str, told: tuple[object, ...]) -> None:
    found = [
        (e.type, e.actor, e.target, e.count, e.status, e.date.text if e.date else None, e.deadline)
        for e in report_of(text).events
    ]
    assert told in found


def test_polish_reports_give_their_claims() -> None:
    report = report_of(
        "Według portalu „Kurier Nadmorski” Jorge Alvarado-Mirek, 48 lat, radca ambasady Boliwii w Oslo, jest uważany za"
        " oficera wywiadu wojskowego. W latach 2008-2011 był drugim sekretarzem w Atenach."
        " Ambasada odmówiła komentarza."
    )
    told = {(claim.type, claim.subject, claim.status) for claim in report.claims}
    assert report.language == "pl"
    assert ("affiliation", "Jorge Alvarado-Mirek", "alleged") in told
    assert ("posting", "Jorge Alvarado-Mirek", "asserted") in told
    assert ("age", "Jorge Alvarado-Mirek", "asserted") in told
    assert ("non-response", "Ambasada", "asserted") in told


@pytest.mark.parametrize("text", ["Estonia nie wydaliła żadnego dyplomaty.", "Wydalono dwóch piłkarzy klubu."])
def test_what_did_not_happen_to_diplomats_tells_nothing_in_polish(text: str) -> None:
    assert [e for e in report_of(text).events if e.status != "negated"] == []
