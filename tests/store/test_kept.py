from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.errors import JudgementError, UnknownIdError
from legation.model.dates import Edtf
from legation.model.judgements import Judgement, Side, Verdict
from legation.model.keys import made_id
from legation.model.sources import Capture, Given
from legation.store.case import Case
from legation.store.kept import Note, capture_id, subject
from tests import make

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)


def capture(name: str, **given: str) -> Capture:
    said = Given(mission=given.get("mission"), as_of=make.edtf(given.get("as_of")))
    sha256 = make.digest(name)
    return Capture(
        id=capture_id(sha256, origin="file", name=name, given=said),
        sha256=sha256,
        size=7,
        origin="file",
        name=name,
        media_type="text/plain",
        added_at=NOON,
        given=said,
    )


def judgement(number: int, verdict: Verdict = "same", *sides: str, **fields: object) -> Judgement:
    made = Judgement(
        id=made_id("judgement", number),
        verdict=verdict,
        sides=tuple(Side(id=side, quote=f"line of {side}") for side in sides or ("listing-a", "listing-b")),
        author="Ada",
        at=NOON + timedelta(minutes=number),
        why="the same signature",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def undo(case: Case, id_: str | None = None) -> Judgement:
    return case.kept.undo(author="Ada", at=NOON, why="a mistake", judgement=id_)


def test_captures_come_back_in_the_order_in_which_they_were_added(case: Case) -> None:
    added = [capture("b.pdf", as_of="2021-03-04"), capture("a.pdf"), capture("c.pdf", mission="XV/XB")]
    assert [case.kept.add_capture(one) for one in added] == [True, True, True]
    assert case.kept.captures() == tuple(added)


def test_the_same_bytes_said_to_be_the_same_are_one_capture(case: Case) -> None:
    assert case.kept.add_capture(capture("a.pdf"))
    assert not case.kept.add_capture(replace(capture("a.pdf"), added_at=NOON + timedelta(days=1)))
    assert case.kept.captures() == (capture("a.pdf"),)


def test_the_same_bytes_given_with_another_date_are_another_capture() -> None:
    assert capture("a.pdf").id != capture("a.pdf", as_of="2021").id


def test_notes_are_kept_once(case: Case) -> None:
    note = Note(id=made_id("note", 1), report=make.report(make.event(count=3)), author="Ada", at=NOON)
    assert case.kept.add_note(note)
    assert not case.kept.add_note(note)
    assert case.kept.notes() == (note,)
    assert case.evidence(()).reports == (note.report,)


def test_a_later_judgement_on_the_same_two_replaces_the_earlier(case: Case) -> None:
    first = case.kept.record(judgement(1, "same", "listing-a", "listing-b"))
    second = case.kept.record(judgement(2, "different", "listing-b", "listing-a"))
    assert second.replaces == first.id
    assert case.kept.live_judgements() == (second,)
    assert case.kept.judgements() == (first, second)
    assert case.evidence(()).judgements == (second,)


def test_corrections_of_different_fields_stand_beside_each_other(case: Case) -> None:
    name = case.kept.record(judgement(1, "correct", "listing-a", changes=(("name", "Dario VELTRAN"),)))
    title = case.kept.record(judgement(2, "correct", "listing-a", changes=(("title", None),)))
    assert case.kept.live_judgements() == (name, title)
    again = case.kept.record(judgement(3, "correct", "listing-a", changes=(("name", "Dario VELTRANN"),)))
    assert case.kept.live_judgements() == (title, again)


def test_what_is_settled_is_told_apart_by_kind() -> None:
    of_one = {subject(judgement(1, verdict, "listing-a")) for verdict in ("same", "correct", "reject")}
    assert len(of_one) == 3
    assert subject(judgement(1, "reject", "listing-a")) == subject(judgement(2, "accept", "listing-a"))


def test_undoing_takes_back_the_last_and_restores_what_it_replaced(case: Case) -> None:
    first = case.kept.record(judgement(1, "same"))
    second = case.kept.record(judgement(2, "different"))
    assert undo(case) == replace(second, undone=True)
    assert case.kept.live_judgements() == (first,)
    assert case.kept.judgements() == (first, replace(second, undone=True))
    assert undo(case).id == first.id
    assert case.kept.live_judgements() == ()


def test_undoing_with_nothing_to_undo_says_so(case: Case) -> None:
    with pytest.raises(JudgementError, match="nothing to undo"):
        undo(case)


def test_one_named_judgement_is_undone_once(case: Case) -> None:
    first = case.kept.record(judgement(1, "same"))
    second = case.kept.record(judgement(2, "reject", "listing-c"))
    undo(case, first.id)
    assert case.kept.live_judgements() == (second,)
    with pytest.raises(JudgementError, match="undone before"):
        undo(case, first.id)
    with pytest.raises(UnknownIdError):
        undo(case, made_id("judgement", 99))


def test_what_was_undone_does_not_come_back_when_its_successor_is_undone(case: Case) -> None:
    first = case.kept.record(judgement(1, "same"))
    second = case.kept.record(judgement(2, "different"))
    third = case.kept.record(judgement(3, "unsure"))
    undo(case, second.id)
    assert case.kept.live_judgements() == (third,)
    undo(case)
    assert case.kept.live_judgements() == (first,)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(["same", "different", "undo"]), max_size=8))
def test_undoing_goes_back_to_the_judgement_before(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Verdict | Literal["undo"]]
) -> None:
    with Case.create(tmp_path_factory.mktemp("case") / "case") as case:
        standing: list[str] = []
        for number, step in enumerate(steps):
            if step != "undo":
                standing.append(case.kept.record(judgement(number, step)).id)
            elif standing:
                assert undo(case).id == standing.pop()
            assert [one.id for one in case.kept.live_judgements()] == standing[-1:]
        assert len(case.kept.judgements()) == sum(step != "undo" for step in steps)


def test_dates_that_the_reporter_gave_are_kept_as_she_gave_them(case: Case) -> None:
    case.kept.add_capture(capture("a.pdf", as_of="2021-22~"))
    assert case.kept.captures()[0].given.as_of == Edtf.parse("2021-22~")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(st.tuples(st.sampled_from(["same", "different", "unsure"]), st.booleans()), max_size=7),
    chance=st.randoms(use_true_random=False),
)
def test_a_replayed_log_is_the_live_state_in_whatever_order(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[Verdict, bool]], chance: random.Random
) -> None:
    folder = tmp_path_factory.mktemp("cases")
    with Case.create(folder / "first") as first, Case.create(folder / "second") as second:
        for number, (verdict, undone) in enumerate(steps):
            made = first.kept.record(judgement(number, verdict, f"listing-{number % 2}", "listing-z"))
            if undone:
                undo(first, made.id)
        log = list(first.kept.judgements())
        chance.shuffle(log)
        assert second.kept.record_all(log) == len(log)
        assert second.kept.record_all(log) == 0
        live = {one.id for one in first.kept.live_judgements()}
        assert {one.id for one in second.kept.live_judgements()} == live
        assert {one.id for one in second.kept.judgements() if one.undone} == {one.id for one in log if one.undone}


def test_a_judgement_that_is_older_than_the_one_that_counts_does_not_replace_it(case: Case) -> None:
    later = case.kept.record(judgement(9, "different"))
    assert case.kept.record(judgement(3, "same")).replaces is None
    assert case.kept.live_judgements() == (later,)
    undo(case, later.id)
    assert [one.verdict for one in case.kept.live_judgements()] == ["same"]
