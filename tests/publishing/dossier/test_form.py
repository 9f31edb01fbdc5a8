from dataclasses import replace

import pytest

from legation.errors import UnknownIdError, UsageError
from legation.publishing.content import Content
from legation.publishing.dossier.form import (
    dossier_of,
    narrowed,
    sentences_by_id,
    subject_in,
    subjects_in,
    written,
)
from legation.publishing.dossier.wording import text_of
from tests import make
from tests.publishing.dossier.cases import BARE, DARIO, INES, TIE, content, printed


def test_subjects_are_found_by_id_key_and_name() -> None:
    case = content()
    assert subject_in(case, INES.id).kind == "person"
    assert subject_in(case, INES.id[:20]).id == INES.id
    assert subject_in(case, make.MISSION).kind == "mission"
    assert subject_in(case, "veltran").id == DARIO.id
    assert [one.kind for one in subjects_in(case, ("calmo", make.MISSION, "calmo"))] == ["person", "mission"]


def test_a_name_of_reports_alone_is_found_too() -> None:
    said = make.claim("posting", quote="Rosa Quent heads it", start=2000, subject="Rosa Quent", value="head")
    found = subject_in(content(said), "quent")
    assert (found.kind, found.name) == ("name", "Rosa Quent")
    sentences = [text_of(one) for one in dossier_of(content(said), ("quent",)).sentences()]
    assert "No list of the case shows this person; reports name Rosa Quent." in sentences


def test_a_name_of_several_asks_for_an_id() -> None:
    other = replace(INES, id="listing-ffffffffffffffff", label="Ines PORTA")
    case = content()
    case = replace(case, derived=replace(case.derived, persons=(*case.derived.persons, other)))
    with pytest.raises(UsageError, match="give an id"):
        subject_in(case, "ines")


@pytest.mark.parametrize("text", ["nobody", "listing-00000000", "QQ/QR", "happening-00000000"])
def test_what_is_not_there_is_said_to_be_not_there(text: str) -> None:
    with pytest.raises(UnknownIdError):
        subject_in(content(), text)


def test_a_dossier_about_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="--about"):
        subjects_in(content(), ())


@pytest.mark.parametrize("about", [(DARIO.id,), (INES.id,), (make.MISSION,), (DARIO.id, make.MISSION)])
def test_what_is_narrowed_tells_the_same(about: tuple[str, ...]) -> None:
    """Only what is told is examined and noted, and nothing that is told is lost by that."""

    def told(case: Content) -> list[str]:
        kept = [one for one in dossier_of(case, about).sentences() if "left-out" not in one.template]
        return [text_of(one) for one in kept]

    part = narrowed(content(BARE), about)
    assert told(content(BARE)) == told(part)
    assert narrowed(part, about).derived == part.derived


def test_claims_of_others_are_not_in_what_leaves() -> None:
    part = narrowed(content(), (DARIO.id,))
    assert not [claim for report in part.reports for claim in report.claims]
    assert [claim.id for report in narrowed(content(), (INES.id,)).reports for claim in report.claims][:1] == [TIE.id]


def test_a_claim_that_nobody_answers_for_is_counted_and_printed_nowhere() -> None:
    part = narrowed(content(BARE), (INES.id,))
    assert BARE.id not in {claim.id for report in part.reports for claim in report.claims}
    laid = printed(part, (INES.id,))
    everything = written(laid, ".html").decode()
    assert BARE.passage.quote not in everything
    assert "1 claim is held back" in everything


def test_each_value_that_is_told_has_its_sentence() -> None:
    said = sentences_by_id(dossier_of(content(), (INES.id,)))
    assert "affiliation" in said[TIE.id]


def test_another_form_than_the_three_is_refused() -> None:
    with pytest.raises(UsageError, match=r"\.pdf"):
        written(printed(content(), (INES.id,)), ".odt")
