from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.model.claims import Attribution, NamedPerson
from legation.model.links import Resurfacing
from legation.publishing.content import Content
from legation.publishing.selection import Chosen, selected
from tests import make
from tests.publishing.cases import BLIND, CONTENT, DARIO, DERIVED, FIRST, INES, REPORT, TALLY, THIRD, TIE
from tests.publishing.dossier.cases import JUDGEMENT, heard

PRESS = (Attribution(speaker="a weekly", stance="reports"),)


def with_ranks(*ranks: str | None) -> Content:
    """The case with Dario listed under these ranks, edition by edition."""
    rosters = []
    for roster, rank in zip(CONTENT.rosters, (*ranks, *[ranks[-1]] * 4), strict=False):
        lines = tuple(replace(line, rank=rank) if line.name == DARIO.label else line for line in roster.listings)
        rosters.append(replace(roster, listings=lines))
    return replace(CONTENT, rosters=tuple(rosters))


def labels(content: Content) -> set[str]:
    return {person.label for person in content.derived.persons}


@pytest.mark.parametrize(
    ("ranks", "is_named"),
    [
        (("attache", "attache"), False),
        (("assistant-attache", "attache"), False),
        (("administrative", "administrative"), False),
        (("attache", "second-secretary"), True),
        ((None, None), True),
        (("third-secretary", "third-secretary"), True),
        (("defence-attache", "defence-attache"), True),
    ],
)
def test_the_lowest_class_isnt_named_unless_somebody_once_stood_higher(
    ranks: tuple[str | None, ...], is_named: bool
) -> None:
    assert (DARIO.label in labels(selected(with_ranks(*ranks), Chosen()))) is is_named


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("Locally engaged clerk", None),
        ("Ortskraft", None),
        ("Agent local", None),
        ("Местный сотрудник", None),
        ("Archivist", "Administrative and technical staff"),
        (None, "Verwaltungspersonal"),
    ],
)
def test_local_and_administrative_staff_are_told_by_title_or_section(title: str | None, section: str | None) -> None:
    rosters = tuple(
        replace(
            roster,
            listings=tuple(
                replace(line, title=title, section=section, rank=None) if line.name == DARIO.label else line
                for line in roster.listings
            ),
        )
        for roster in CONTENT.rosters
    )
    assert labels(selected(replace(CONTENT, rosters=rosters), Chosen())) == {INES.label}


def test_who_is_out_is_in_nothing_and_counted_in_everything() -> None:
    content = selected(with_ranks("attache"), Chosen())
    assert DARIO.label not in str(content.derived)
    assert DARIO.label not in str(content.rosters)
    assert content.unnamed.left == {(TALLY.id, "2020-04-01"): 1}
    assert content.unnamed.listed[FIRST.edition.id, make.MISSION] == 1
    assert (THIRD.edition.id, make.MISSION) not in content.unnamed.listed
    assert content.derived.tallies[0].steps[0].listed == 2
    assert not any(event.persons for report in content.reports for event in report.events)


def test_nothing_that_wasnt_understood_is_handed_on() -> None:
    assert all(roster.residue == () for roster in selected(CONTENT, Chosen()).rosters)
    assert selected(CONTENT, Chosen()).rosters[-1].edition == BLIND.edition


def test_who_is_withheld_cant_be_chosen_and_goes_with_every_sentence_that_has_the_family_name() -> None:
    said = make.claim("statement", quote="Calmos Wagen stand vor dem Haus", start=1200, subject="a neighbor")
    report = replace(REPORT, claims=(*REPORT.claims, said))
    content = replace(CONTENT, reports=(report,))
    chosen = Chosen(withheld=frozenset({INES.id}), included={INES.id: "no"})
    made = selected(content, chosen)
    assert labels(made) == {DARIO.label}
    assert "calmo" not in str(made.reports).casefold()
    assert {(one.id, one.reason) for one in made.left_out} >= {(INES.id, "withheld"), (said.id, "named")}


def answered(words: str, translation: str | None = None, whom: str = "the embassy") -> Content:
    """The case with an answer from somebody to the claim about Ines."""
    came = heard()
    put = replace(came.inquiries[0], whom=whom)
    reply = replace(came.replies[0], words=words, translation=translation)
    return replace(CONTENT, heard={TIE.id: replace(came, inquiries=(put,), replies=(reply,))})


@pytest.mark.parametrize(
    ("words", "translation"),
    [
        ("Ask Dario Veltran and his wife Nadia.", None),
        ("Спросите Дарио Вельтрана.", None),
        ("…", "Veltran knows, and Nadia."),
    ],
)
def test_an_answer_that_names_somebody_withheld_is_told_without_its_words(words: str, translation: str | None) -> None:
    made = selected(answered(words, translation), Chosen(withheld=frozenset({DARIO.id})))
    (reply,) = made.heard[TIE.id].replies
    assert (reply.kind, reply.received_at) == ("denied", heard().replies[0].received_at)
    assert (reply.words, reply.translation) == (None, None)
    assert [one.reason for one in made.left_out if one.id == reply.id] == ["named"]


def test_an_answer_that_names_nobody_who_is_out_stays_whole() -> None:
    content = answered("None of it is true.")
    assert selected(content, Chosen(withheld=frozenset({DARIO.id}))).heard == content.heard


def test_whoever_is_withheld_is_no_addressee() -> None:
    made = selected(answered("No.", whom="Dario Veltran"), Chosen(withheld=frozenset({DARIO.id})))
    (inquiry,) = made.heard[TIE.id].inquiries
    assert (inquiry.whom, inquiry.person) == ("Somebody who isn’t named", None)
    assert made.heard[TIE.id].replies[0].words == "No."


def test_a_judgement_gives_no_reason_that_names_somebody_withheld() -> None:
    weighed = ("Dario Veltran confirms it", "the same post")
    content = replace(CONTENT, judgements=(replace(JUDGEMENT, why="as Dario Veltran told us", shown=weighed),))
    (judged,) = selected(content, Chosen(withheld=frozenset({DARIO.id}))).judgements
    assert (judged.why, judged.shown) == ("", ("the same post",))
    assert (judged.author, judged.at) == (JUDGEMENT.author, JUDGEMENT.at)


def test_reasons_of_judgements_stand_in_drafts_alone() -> None:
    content = replace(CONTENT, judgements=(JUDGEMENT,))
    assert selected(content, Chosen()).judgements == (JUDGEMENT,)
    (judged,) = selected(replace(content, draft=False), Chosen()).judgements
    assert judged == replace(JUDGEMENT, why="")


def test_an_answer_goes_with_what_it_answers() -> None:
    made = selected(CONTENT, Chosen(withheld=frozenset({INES.id})))
    assert [claim.type for report in made.reports for claim in report.claims] == []


def test_a_name_that_the_lists_dont_show_any_more_is_withheld_all_the_same() -> None:
    made = selected(CONTENT, Chosen(withheld_names=("Ines CALMO",)))
    assert "calmo" not in str(made.reports).casefold()


def test_what_is_said_of_a_family_is_out_until_it_is_chosen() -> None:
    claim = make.claim("family", quote="his sister works there", start=1300, subject="Dario Veltran", attribution=PRESS)
    content = replace(CONTENT, reports=(replace(REPORT, claims=(claim,)),))
    assert selected(content, Chosen()).reports[0].claims == ()
    assert selected(content, Chosen(included={claim.id: "she held the office before"})).reports[0].claims == (claim,)


def test_a_link_that_nobody_judged_is_out_until_it_is_chosen() -> None:
    found = Resurfacing(
        id="resurfacing-1",
        person=INES,
        before=DARIO,
        from_posting="posting-1",
        to_posting="posting-1",
        gap_days=(1, 2),
        probability=0.99,
        judgement=None,
        reasons=(),
        named_in=(),
        windows=(),
    )
    content = replace(CONTENT, derived=replace(DERIVED, resurfacings=(found,)))
    assert selected(content, Chosen()).derived.resurfacings == ()
    assert selected(content, Chosen(included={found.id: "one birthday"})).derived.resurfacings == (found,)
    judged = replace(content, derived=replace(DERIVED, resurfacings=(replace(found, probability=None),)))
    assert len(selected(judged, Chosen()).derived.resurfacings) == 1


def test_a_happening_of_which_nothing_may_be_told_goes_with_its_tally() -> None:
    events = tuple(replace(event, persons=(NamedPerson(name="Ines Calmo"),)) for event in REPORT.events)
    content = replace(CONTENT, reports=(replace(REPORT, events=events),))
    made = selected(content, Chosen(withheld=frozenset({INES.id})))
    assert (made.derived.happenings, made.derived.tallies) == ((), ())


@given(st.sets(st.sampled_from([DARIO.id, INES.id])))
def test_selecting_twice_is_selecting_once(withheld: set[str]) -> None:
    chosen = Chosen(withheld=frozenset(withheld), withheld_names=tuple(sorted(withheld)))
    once = selected(CONTENT, chosen)
    assert replace(selected(once, chosen), left_out=(), unnamed=once.unnamed) == replace(once, left_out=())
