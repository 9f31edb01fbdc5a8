from dataclasses import replace

from legation.model.case import Derived
from legation.model.dates import Bounds
from legation.model.findings import Step
from legation.publishing.briefing import Sentence, sentences
from tests import make
from tests.publishing.cases import DERIVED, EXPULSION, REPORT, TALLY, label, sum_of


def said(derived: Derived, kind: str) -> list[Sentence]:
    return [sentence for sentence in sentences(derived, (REPORT,), label) if sentence.kind == kind]


def test_numbers_of_one_report_that_do_not_agree_are_said_with_their_difference() -> None:
    (sentence,) = said(replace(DERIVED, sums=(sum_of(2),)), "sum")
    assert sentence.text == "9 listed, 5 told to leave, 2 said to remain: the printed numbers differ by 2."
    assert [passage.quote for passage in sentence.passages] == ["9 persons", "5 persons", "2 persons"]


def test_numbers_that_agree_are_said_to_agree() -> None:
    (sentence,) = said(replace(DERIVED, sums=(sum_of(4),)), "sum")
    assert sentence.text.endswith("the printed numbers agree.")


def test_a_tally_says_announced_listed_left_and_joined_and_never_why() -> None:
    (sentence,) = said(DERIVED, "tally")
    assert sentence.text == (
        "5 persons announced for Velmark’s mission to Brannia (2020-03-01, by Brannia): "
        "2 listed on 2020-02-01 → 1 listed on 2020-04-01. 1 left and none joined the list between 2020-02-02 and "
        "2020-04-01: 4 more announced than left. The list doesn't say why a name is gone."
    )
    assert sentence.passages == (EXPULSION.passage,)


def test_usual_turnover_comes_with_its_range_and_what_it_was_taken_from() -> None:
    (sentence,) = said(DERIVED, "usual")
    assert sentence.text == "Usually 0.5 leave this list in 30 days (by interval 0.0 to 1.5; 3 intervals, 90 days)."


def test_what_the_headline_says_is_not_said_again_in_a_note() -> None:
    assert [note.text for note in said(DERIVED, "note") if note.about == TALLY.id] == [
        "The list covers diplomatic staff."
    ]


def test_an_edition_that_shows_nobody_is_no_number() -> None:
    blind = Step(as_of="2020-06-01", listed=None, left=(), joined=(), coverage="unobservable")
    tally = replace(TALLY, steps=(TALLY.steps[0], blind), rest=None, window=Bounds())
    (sentence,) = said(replace(DERIVED, tallies=(tally,)), "tally")
    assert "2 listed on 2020-02-01 → no usable capture of 2020-06-01." in sentence.text
    assert sentence.text.endswith("How many left cannot be told from these lists.")


def test_an_announcement_without_a_day_stays_among_the_answers() -> None:
    undated = tuple(replace(happening, date=None) for happening in DERIVED.happenings)
    tally = replace(TALLY, steps=(), left=None, joined=None, rest=None, window=Bounds())
    (sentence,) = said(replace(DERIVED, happenings=undated, tallies=(tally,)), "tally")
    assert sentence.text == (
        "5 persons announced for Velmark’s mission to Brannia (date not known, by Brannia). "
        "How many left cannot be told from these lists."
    )


def test_as_many_gone_as_announced_does_not_make_them_the_same_persons() -> None:
    (sentence,) = said(replace(DERIVED, tallies=(replace(TALLY, announced=1, rest=0),)), "tally")
    assert "as many as announced, which does not make them the same persons" in sentence.text


def test_a_ceiling_is_said_in_posts() -> None:
    (sentence,) = said(DERIVED, "ceiling")
    assert "from 20 to 10 posts" in sentence.text
    assert "another quantity than persons" in sentence.text


def test_a_reason_is_somebodys_reason() -> None:
    (sentence,) = said(DERIVED, "reason")
    assert sentence.text == "Reason given by Brannia's foreign ministry (confirms): linked to a burglary."


def test_a_denial_is_quoted_in_its_own_quotation_marks() -> None:
    (sentence,) = said(DERIVED, "answer")
    assert sentence.text == "Denied: “Nothing of it is true,” the embassy said"


def test_those_told_to_leave_are_not_said_to_have_left() -> None:
    found = sum_of(2)
    departed = replace(found, terms=(found.terms[0], replace(found.terms[1], role="departed"), found.terms[2]))
    told = make.report(replace(EXPULSION, passage=replace(EXPULSION.passage, sha256=found.terms[1].passage.sha256)))
    with_announcement, *_ = sentences(replace(DERIVED, sums=(departed,)), (told,), label)
    without, *_ = sentences(replace(DERIVED, sums=(departed,)), (), label)
    assert "5 told to leave" in with_announcement.text
    assert "5 said to have left" in without.text


def test_a_tally_without_an_edition_before_the_announcement_says_nothing() -> None:
    tally = replace(TALLY, steps=TALLY.steps[1:], rest=None, window=Bounds())
    assert said(replace(DERIVED, tallies=(tally,)), "tally") == []
