from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from legation.model.claims import Report
from legation.model.listings import Residue, Roster
from legation.store.case import Case
from legation.store.memo import Account, MemoKey, Reading, memo_key
from tests import make
from tests.store.test_kept import capture
from tests.store.values import anything


def key(label: str, rules: str = "r1") -> MemoKey:
    return MemoKey(sha256=make.digest(label), rules=rules, inputs="0" * 32)


def reading(label: str, roster: Roster | None = None, report: Report | None = None) -> Reading:
    return Reading(account=Account(key=key(label), kind="list", state="ok"), roster=roster, report=report)


def test_rosters_and_reports_come_back_as_they_were(case: Case) -> None:
    odd = Residue(text="??", reason="no name", mission=None, passage=make.passage("??", source="brannia-list 2021"))
    roster = replace(make.roster("2021", "Dario VELTRAN", "Mira OSTEN"), residue=(odd,))
    report = make.report(make.event(count=3), make.claim(value=61), make.claim(value="declined", start=5))
    case.memo.save(reading("list", roster=roster))
    case.memo.save(reading("article", report=report))
    keys = [key("article"), key("list"), key("neither")]
    assert case.memo.rosters(keys) == (roster,)
    assert case.memo.reports(keys) == (report,)
    assert case.memo.missing(keys) == (key("neither"),)
    assert [(one.listings, one.residue, one.events, one.claims) for one in case.memo.accounts(keys)] == [
        (0, 0, 1, 2),
        (2, 1, 0, 0),
    ]


@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(anything(Roster), anything(Report))
def test_any_roster_and_report_come_back(
    tmp_path_factory: pytest.TempPathFactory, roster: Roster, report: Report
) -> None:
    with Case.create(tmp_path_factory.mktemp("case") / "case") as case:
        case.memo.save(reading("any", roster=roster, report=report))
        assert case.memo.rosters([key("any")]) == (roster,)
        assert case.memo.reports([key("any")]) == (report,)


def test_rosters_come_in_the_order_of_their_keys(case: Case) -> None:
    rosters = {label: make.roster(label, "Dario VELTRAN") for label in ("2023", "2021", "2022")}
    for label, roster in rosters.items():
        case.memo.save(reading(label, roster=roster))
    asked = [key(label) for label in ("2021", "2022", "2023", "2021")]
    assert [roster.edition.as_of for roster in case.memo.rosters(asked)] == [
        make.edtf(label) for label in ("2021", "2022", "2023")
    ]


def test_a_reading_of_the_same_key_is_replaced_whole(case: Case) -> None:
    case.memo.save(reading("list", roster=make.roster("2021", "Dario VELTRAN", "Mira OSTEN")))
    case.memo.save(reading("list", roster=make.roster("2021", "Mira OSTEN")))
    (roster,) = case.memo.rosters([key("list")])
    assert [listing.name for listing in roster.listings] == ["Mira OSTEN"]
    assert case.memo.count() == 1
    assert list(case.database.problems()) == []


def test_an_input_that_could_not_be_used_has_its_account_too(case: Case) -> None:
    account = Account(key=key("torn"), state="truncated", code="damaged", message="torn.pdf ends on page 3")
    case.memo.save(Reading(account=account))
    assert case.memo.accounts([key("torn")]) == (account,)
    assert case.memo.missing([key("torn")]) == ()


def test_readings_that_no_capture_needs_any_more_are_pruned(case: Case) -> None:
    for label in ("old", "new"):
        case.memo.save(reading(label, roster=make.roster(label.replace("old", "2020").replace("new", "2021"), "A B")))
    assert case.memo.prune([key("new"), key("unread")]) == 1
    assert case.memo.rosters([key("old")]) == ()
    assert len(case.memo.rosters([key("new")])) == 1
    assert list(case.database.problems()) == []


def test_a_key_depends_on_bytes_rules_states_name_and_what_was_given() -> None:
    base = memo_key(capture("a.pdf"), rules="r1", states="s")
    others = [
        memo_key(capture("b.pdf"), rules="r1", states="s"),
        memo_key(capture("a.pdf"), rules="r2", states="s"),
        memo_key(capture("a.pdf"), rules="r1", states="t"),
        memo_key(capture("a.pdf", as_of="2021"), rules="r1", states="s"),
        memo_key(replace(capture("a.pdf"), name="2021.pdf"), rules="r1", states="s"),
    ]
    assert len({base, *others}) == 6
    assert base == memo_key(replace(capture("a.pdf"), id="capture-other"), rules="r1", states="s")
