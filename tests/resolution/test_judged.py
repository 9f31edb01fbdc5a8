from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from legation.model.case import Evidence
from legation.model.judgements import Judgement, Side, Verdict
from legation.model.listings import Listing
from legation.resolution.attachment import happening_id
from legation.resolution.judged import Judged, apply_judgements, pair
from tests import make

START = datetime(2021, 1, 1, tzinfo=UTC)
EARLY = make.roster("2020-01-01", "Dario VELTRAN", "Mira NORRIN")
LATE = make.roster("2020-06-01", "Dario WELTRAN", "Mira NORRIN")
DARIO, MIRA = EARLY.listings
LATER_DARIO = LATE.listings[0]


def judgement(
    verdict: Verdict,
    *sides: str | Side,
    day: int = 0,
    changes: dict[str, str | None] | None = None,
    replaces: str | None = None,
    undone: bool = False,
) -> Judgement:
    return Judgement(
        id=f"judgement-{verdict}-{day}",
        verdict=verdict,
        sides=tuple(side if isinstance(side, Side) else Side(id=side) for side in sides),
        author="a reporter",
        at=START + timedelta(days=day),
        why="seen in print",
        changes=tuple((changes or {}).items()),
        replaces=replaces,
        undone=undone,
    )


def judged(*judgements: Judgement) -> Judged:
    return apply_judgements(Evidence(rosters=(EARLY, LATE), judgements=judgements))


def lines(result: Judged) -> dict[str, Listing]:
    return {line.id: line for roster in result.rosters for line in roster.listings}


def test_a_rejected_listing_is_gone() -> None:
    assert MIRA.id not in lines(judged(judgement("reject", MIRA.id)))


def test_an_accepted_listing_is_back() -> None:
    assert MIRA.id in lines(judged(judgement("reject", MIRA.id), judgement("accept", MIRA.id, day=1)))


def test_a_correction_changes_the_field_and_keeps_the_passage() -> None:
    line = lines(judged(judgement("correct", DARIO.id, changes={"title": "Third Secretary"})))[DARIO.id]
    assert (line.title, line.passage) == ("Third Secretary", DARIO.passage)


def test_the_last_correction_of_a_field_wins() -> None:
    first = judgement("correct", DARIO.id, changes={"title": "Attaché", "city": "Lund"})
    second = judgement("correct", DARIO.id, day=1, changes={"title": "Counsellor"})
    line = lines(judged(second, first))[DARIO.id]
    assert (line.title, line.city) == ("Counsellor", "Lund")


def test_the_last_word_on_a_pair_wins() -> None:
    same = judgement("same", DARIO.id, LATER_DARIO.id)
    assert set(judged(same).same) == {pair(DARIO.id, LATER_DARIO.id)}
    result = judged(same, judgement("different", LATER_DARIO.id, DARIO.id, day=1))
    assert not result.same
    assert set(result.different) == {pair(DARIO.id, LATER_DARIO.id)}
    assert not judged(same, judgement("unsure", DARIO.id, LATER_DARIO.id, day=1)).same


def test_an_undone_judgement_does_not_count() -> None:
    assert MIRA.id in lines(judged(judgement("reject", MIRA.id, undone=True)))


def test_a_replaced_judgement_counts_again_when_its_replacement_is_undone() -> None:
    first = judgement("reject", MIRA.id)
    replacement = judgement("accept", MIRA.id, day=1, replaces=first.id)
    undone = judgement("accept", MIRA.id, day=1, replaces=first.id, undone=True)
    assert MIRA.id in lines(judged(first, replacement))
    assert MIRA.id not in lines(judged(first, undone))


def test_a_judgement_attaches_again_by_quote_mission_and_day() -> None:
    side = Side(id="listing-old", quote="Mira  NORRIN", mission=make.MISSION, as_of="2020-01-01")
    result = judged(judgement("reject", side))
    assert MIRA.id not in lines(result)
    assert len(lines(result)) == 3
    assert not result.loose


def test_a_judgement_that_fits_two_lines_or_none_is_loose() -> None:
    both = Side(id="listing-old", quote="Mira NORRIN", mission=make.MISSION)
    none = Side(id="listing-old", quote="Mira NORRIN", mission=make.MISSION, as_of="1999-01-01")
    for side in (both, none):
        result = judged(judgement("reject", side))
        assert result.loose == ("judgement-reject-0",)
        assert len(lines(result)) == 4


def test_a_correction_that_no_field_can_hold_is_loose() -> None:
    assert judged(judgement("correct", DARIO.id, changes={"dates": "soon"})).loose
    assert judged(judgement("correct", DARIO.id, changes={"shoe size": "42"})).loose


def test_a_rejected_edition_is_gone_with_its_lines() -> None:
    assert judged(judgement("reject", EARLY.edition.id)).rosters == (LATE,)


def test_a_happening_stands_for_its_telling() -> None:
    one = make.event(quote="ten must go")
    two = make.event(quote="nine must go", start=50)
    result = apply_judgements(
        Evidence(reports=(make.report(one, two),), judgements=(judgement("same", happening_id(one.id), two.id),))
    )
    assert set(result.same) == {pair(one.id, two.id)}


def test_an_event_and_a_listing_are_no_pair() -> None:
    event = make.event()
    evidence = Evidence(
        rosters=(EARLY,), reports=(make.report(event),), judgements=(judgement("same", event.id, DARIO.id),)
    )
    assert apply_judgements(evidence).loose


@given(st.permutations([0, 1, 2, 3]))
def test_the_order_in_which_judgements_are_given_does_not_matter(order: list[int]) -> None:
    taken = [
        judgement("reject", MIRA.id),
        judgement("accept", MIRA.id, day=1),
        judgement("correct", DARIO.id, day=2, changes={"name": "Dario VELTRANI"}),
        judgement("same", DARIO.id, LATER_DARIO.id, day=3),
    ]
    assert judged(*(taken[place] for place in order)) == judged(*taken)
