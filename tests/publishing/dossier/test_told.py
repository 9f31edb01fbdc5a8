"""What a dossier says of persons, missions and happenings."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from legation.model.claims import Claim
from legation.model.disputes import Contradiction, DisputeSide
from legation.model.links import Resurfacing
from legation.model.replies import Heard, Waiver
from legation.publishing.content import Content
from legation.publishing.dossier.blocks import Heading, Said, Sentence
from legation.publishing.dossier.form import dossier_of
from legation.publishing.dossier.wording import harm_of, text_of
from tests import make
from tests.publishing.cases import EXPULSION, POSTING
from tests.publishing.dossier.cases import BARE, DARIO, DENIAL, INES, JUDGEMENT, TIE, content, heard


def told(case: Content, *about: str, libel_read: bool = False) -> list[Sentence]:
    return list(dossier_of(case, about, libel_read=libel_read).sentences())


def texts(sentences: Iterable[Sentence]) -> list[str]:
    return [text_of(one) for one in sentences]


def lines(case: Content, about: str, claim: Claim, *, libel_read: bool = False) -> list[tuple[str, str]]:
    blocks = dossier_of(case, (about,), libel_read=libel_read).blocks
    said = next(block for block in blocks if isinstance(block, Said) and block.about == claim.id)
    return [(text_of(label), text_of(what)) for label, what in said.lines]


def test_a_name_that_is_gone_is_told_with_its_interval_and_without_a_reason() -> None:
    found = texts(told(content(), DARIO.id))
    assert "The name left the list between 2020-02-01 and 2020-03-31. The list doesn’t say why a name is gone." in found


def test_an_announcement_in_the_window_is_told_without_the_words_that_would_tie_it_to_the_person() -> None:
    (window,) = [one for one in told(content(), DARIO.id) if one.template == "window"]
    assert "Neither the list nor the report says" in text_of(window)
    assert all(reference.passage is None for reference in window.references)


def test_a_sentence_about_a_person_says_expelled_only_where_a_source_names_the_person() -> None:
    everything = " ".join(texts(told(content(), DARIO.id)))
    assert "xpuls" not in everything
    assert "xpel" not in everything


def test_each_sentence_of_substance_has_a_place() -> None:
    about = (DARIO.id, INES.id, make.MISSION, "happening-10000000")
    case = content()
    happening = replace(case.derived.happenings[0], id="happening-10000000")
    case = replace(case, derived=replace(case.derived, happenings=(happening,)))
    bare = {"no-origin", "unasked", "status", "status-worded", "status-hedged", "who", "printed", "printed-of", "note"}
    bare |= {"answer-note", "answer-usual", "telling-names", "telling-day", "telling-reason"}
    for one in told(case, *about):
        if harm_of(one) != "frame" and one.template not in bare and not one.template.startswith("limit"):
            assert one.references, text_of(one)


def test_a_claim_stands_with_claimant_day_words_status_and_answer_in_one_block() -> None:
    found = dict(lines(content(), INES.id, TIE))
    assert found["Who says so"] == "officials (unnamed, 2 of them, believes, independently of each other)"
    assert found["Printed in"].startswith("The Brannia Post, ")
    assert TIE.passage.quote in found["Words"]
    assert found["Status"].startswith("alleged")
    assert found["Answer"].startswith("Denied by the embassy: ")
    assert DENIAL.passage.quote.strip("“”") in found["Answer"]


def test_attempts_and_answers_of_the_log_stand_under_their_claim_and_addresses_stay() -> None:
    case = content(heard={TIE.id: heard()})
    answers = [what for label, what in lines(case, INES.id, TIE) if label == "Answer"]
    assert any(each.startswith("Asked, attempt 1: Ines Calmo, by email") for each in answers)
    assert any("Niente di vero." in each for each in answers)
    assert "In translation: “None of it is true.”" in answers
    assert "private.example" not in " ".join(texts(told(case, INES.id)))


def test_the_reason_why_nobody_is_asked_is_not_printed_and_nor_is_who_decided_it() -> None:
    waiver = Waiver(
        judgement="judgement-2", why="hides in Brannia", author="the desk", at=datetime(2020, 5, 1, tzinfo=UTC)
    )
    case = content(heard={TIE.id: Heard(claim=TIE.id, waiver=waiver)})
    found = " ".join(texts(told(case, INES.id, libel_read=True)))
    assert "Nobody was asked about this, as was decided on 2020-05-01; the reason is noted." in found
    assert "hides" not in found
    assert "the desk" not in found


def test_an_answer_of_which_the_words_were_left_out_is_told_by_its_kind_and_day() -> None:
    came = heard()
    bare = replace(came, replies=(replace(came.replies[0], words=None, translation=None),))
    answers = [what for label, what in lines(content(heard={TIE.id: bare}), INES.id, TIE) if label == "Answer"]
    assert "Ines Calmo on 2020-05-03 00:00 UTC: denied." in answers


def test_a_judgement_without_a_reason_is_told_with_its_author_and_day() -> None:
    found = texts(told(content(judgements=(replace(JUDGEMENT, why=""),)), INES.id, libel_read=True))
    assert "Decided by Ada on 2020-06-01." in found


def test_nobody_asked_is_said() -> None:
    alone = make.claim(
        "training", quote="was trained", start=1500, subject="Ines Calmo", status="alleged", attribution=TIE.attribution
    )
    answers = [what for label, what in lines(content(alone), INES.id, alone) if label == "Answer"]
    assert answers == ["No answer is printed, and the case has no attempt to get one."]


def test_a_name_that_nobody_judged_brings_no_claim() -> None:
    case = content()
    case = replace(case, derived=replace(case.derived, namings=()))
    found = told(case, INES.id)
    assert not [one for one in found if TIE.id in one.about]
    assert "no-naming" in {one.template for one in found}


def test_a_disagreement_prints_no_side_that_nobody_answers_for() -> None:
    sides = [DisputeSide(id=one.id, says=one.type, passage=one.passage) for one in (TIE, BARE, DENIAL)]
    disagreement = Contradiction(id="contradiction-1", rule="strength", mission=None, sides=tuple(sides), notes=())
    case = content(BARE)
    case = replace(case, derived=replace(case.derived, contradictions=(disagreement,)))
    quotes = {one.references[0].passage for one in told(case, INES.id) if one.template == "dispute-side"}
    assert quotes == {TIE.passage, DENIAL.passage}


def test_a_return_says_who_judged_it_and_why() -> None:
    other = replace(POSTING, id="posting-2", mission="XV/XL", editions=("2020-09-01",), passages=POSTING.passages[:1])
    back = Resurfacing(
        id="resurfacing-20000000",
        person=DARIO,
        before=DARIO,
        from_posting=POSTING.id,
        to_posting=other.id,
        gap_days=(100, 200),
        probability=None,
        judgement=JUDGEMENT.id,
        reasons=(),
        named_in=(),
        windows=(),
    )
    case = content()
    case = replace(case, derived=replace(case.derived, postings=(POSTING, other), resurfacings=(back,)))
    found = texts(told(case, back.id))
    assert "That both are one person was decided by Ada on 2020-06-01: “the same post in both”" in found
    assert any("100 to 200 days" in each for each in found)
    unjudged = replace(back, judgement=None, probability=0.93)
    case = replace(case, derived=replace(case.derived, resurfacings=(unjudged,)))
    assert "Nobody has judged that both are one person; the link probability is 0.93." in texts(told(case, back.id))


def test_a_mission_is_told_by_its_editions_and_who_is_not_named_is_counted() -> None:
    found = texts(told(content(), make.MISSION))
    assert "Editions that show the mission" in found
    assert "no usable capture" in found
    assert any("2 listed on 2020-02-01 → 1 listed on 2020-04-01" in each for each in found)
    assert "Ines CALMO, Second Secretary" in found


def test_a_happening_is_told_by_who_tells_it() -> None:
    case = content()
    happening = replace(case.derived.happenings[0], id="happening-10000000")
    case = replace(case, derived=replace(case.derived, happenings=(happening,)))
    found = texts(told(case, happening.id))
    assert any(EXPULSION.passage.quote in each for each in found)
    assert "Brannia's foreign ministry (confirms)" in found


def test_the_edition_for_a_lawyer_sorts_sentences_by_harm_and_says_what_is_open() -> None:
    dossier = dossier_of(content(), (INES.id, DARIO.id), libel_read=True)
    headings = [text_of(block.title) for block in dossier.blocks if isinstance(block, Heading)]
    assert headings[0].startswith("Allegations")
    assert headings.index("Names that are gone from a list") < headings.index("Names that are printed in a list")
    open_ = [text_of(what) for block in dossier.blocks if isinstance(block, Said) for _, what in block.lines]
    assert "Who says it isn’t named." in open_
    assert "The other side hasn’t answered, and no attempt is in the log." in open_
    assert "Decided by Ada on 2020-06-01: “the same post in both”" in open_
    assert "Weighed then: 0 others with the family name (+8.0)" in open_


def test_the_edition_for_a_lawyer_leaves_no_sentence_of_substance_out() -> None:
    case = content(heard={TIE.id: heard()})
    plain = {one.id for one in told(case, INES.id, make.MISSION) if harm_of(one) != "frame"}
    assert plain <= {one.id for one in told(case, INES.id, make.MISSION, libel_read=True)}


def test_custody_names_each_capture_in_full_and_the_end_of_the_chain() -> None:
    found = " ".join(texts(told(content(), INES.id)))
    used = {one.sha256 for each in told(content(), INES.id) for one in each.references}
    assert all(digest in found for digest in used)
    assert f"entry 7 when this was written: {'ab' * 32}" in found
    assert "No authority outside has stamped the chain" in found


def test_the_title_is_a_key_and_no_name() -> None:
    title = dossier_of(content(), (INES.id,)).title
    assert title.startswith("velmark – dossier listing-")
    assert "CALMO" not in title


def test_order_of_evidence_changes_nothing() -> None:
    case = content()
    turned = replace(case, rosters=case.rosters[::-1], captures=case.captures[::-1])
    assert texts(told(case, make.MISSION)) == texts(told(turned, make.MISSION))
