from __future__ import annotations

from datetime import date

import pytest

from legation.model.claims import Event, NamedPerson
from legation.model.dates import Bounds, Edtf
from legation.model.listings import MissionSection, PrintedDate, Roster
from legation.model.postings import Posting
from legation.reconstruction.departures import stated_ends
from legation.reconstruction.postings import posting_of
from legation.reconstruction.stays import Stay
from tests.make import MISSION, event, roster
from tests.reconstruction.cases import posting, postings, stayed, text

ANNA, DARIO, ELIO = "Anna BRODIK", "Dario VELTRAN", "Elio MARSK"


def rules(found: Posting) -> list[str]:
    return [derivation.rule for derivation in found.derivation]


def test_the_first_day_on_the_list_lies_after_the_last_complete_edition_without_the_person() -> None:
    found = posting(DARIO, roster("2020-01-01", ANNA), roster("2020-05-01", ANNA, DARIO))
    assert text(found.listed_from) == "2020-01-02/2020-05-01"
    assert found.listed_to is None
    assert (found.end, found.end_basis, found.end_kind) == (None, None, "open")


def test_the_last_day_on_the_list_lies_before_the_first_complete_edition_without_the_person() -> None:
    found = posting(DARIO, roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA))
    assert text(found.listed_from) == "../2020-01-01"
    assert text(found.listed_to) == "2020-01-01/2020-04-30"
    assert text(found.end) == "2020-01-01/2020-05-01"
    assert (found.end_basis, found.end_kind) == ("editions", "left-list")


def test_a_day_known_as_a_month_widens_the_bounds() -> None:
    found = posting(DARIO, roster("2020-01", ANNA), roster("2020-05", DARIO), roster("2020-07", ANNA))
    assert text(found.listed_from) == "2020-01-02/2020-05-31"
    assert text(found.listed_to) == "2020-05-01/2020-07-30"


def test_editions_that_may_be_of_one_day_prove_nothing_about_each_other() -> None:
    found = posting(DARIO, roster("2020", ANNA), roster("2020-05-01", DARIO, ANNA))
    assert text(found.listed_from) == "../2020-05-01"
    assert found.listed_to is None


def test_a_section_that_prints_nobody_makes_nobody_leave_and_nobody_come() -> None:
    empty = roster("2020-03-01", series="brannia-list")
    found = posting(DARIO, empty, roster("2020-05-01", DARIO), roster("2020-09-01"))
    assert text(found.listed_from) == "../2020-05-01"
    assert found.listed_to is None
    assert found.end_kind == "list-removed"


def test_a_page_that_failed_removes_no_list() -> None:
    wall = MissionSection(
        mission=MISSION, heading="Velmark", entries=0, residue=0, coverage="unobservable", why="the document is wall"
    )
    found = posting(DARIO, roster("2020-05-01", DARIO), roster("2020-09-01", missions=(wall,), complete="no"))
    assert (found.listed_to, found.end_kind) == (None, "open")


def test_a_missing_section_makes_nobody_leave() -> None:
    found = posting(DARIO, roster("2020-05-01", DARIO), roster("2020-09-01", ANNA, mission="XW/XB"))
    assert found.listed_to is None
    assert found.end_kind == "open"


def test_a_partial_section_shows_who_is_there_and_not_who_is_gone() -> None:
    section = MissionSection(
        mission=MISSION, heading="Velmark", entries=1, residue=2, coverage="partial", why="cut off"
    )
    cut = roster("2020-05-01", ANNA, missions=(section,), complete="no")
    found = {each.person.id: each for each in postings(roster("2020-01-01", ANNA, DARIO), cut)}
    assert found[DARIO].listed_to is None
    assert found[ANNA].editions == ("2020-01-01", "2020-05-01")


def test_a_second_section_of_the_mission_without_a_person_hides_nothing() -> None:
    sections = (
        MissionSection(mission=MISSION, heading="Velmark", entries=1, residue=0, coverage="complete"),
        MissionSection(mission=MISSION, heading="Velmark, office", entries=0, residue=0, coverage="unobservable"),
    )
    found = posting(DARIO, roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA, missions=sections))
    assert text(found.listed_to) == "2020-01-01/2020-04-30"


def test_a_post_printed_as_vacant_shows_that_its_holder_is_gone() -> None:
    found = posting(DARIO, roster("2020-01-01", DARIO), roster("2020-05-01", {"name": None, "order": 1}))
    assert text(found.listed_to) == "2020-01-01/2020-04-30"


def test_an_absence_from_one_edition_is_no_end() -> None:
    found = posting(
        DARIO, *(roster(f"20{year}-01-01", ANNA, *names) for year, names in ((20, [DARIO]), (21, []), (22, [DARIO])))
    )
    assert found.editions == ("2020-01-01", "2022-01-01")
    assert found.listed_to is None


def test_a_long_absence_from_several_editions_divides_two_postings() -> None:
    years: tuple[tuple[int, list[str]], ...] = ((20, [DARIO]), (21, []), (22, []), (23, [DARIO]))
    first, second = (
        each
        for each in postings(*(roster(f"20{year}-01-01", ANNA, *names) for year, names in years))
        if each.person.id == DARIO
    )
    if first.editions > second.editions:
        first, second = second, first
    assert text(first.listed_to) == "2020-01-01/2020-12-31"
    assert text(second.listed_from) == "2022-01-02/2023-01-01"
    assert first.id != second.id


def test_a_new_date_of_taking_up_duty_after_an_absence_divides_two_postings() -> None:
    lists = (
        roster("2020-01-01", ANNA, {"name": DARIO, "date": "2018-05-01", "order": 2}),
        roster("2021-01-01", ANNA),
        roster("2022-01-01", ANNA, {"name": DARIO, "date": "2021-11-01", "order": 2}),
    )
    assert sorted(each.editions for each in postings(*lists) if each.person.id == DARIO) == [
        ("2020-01-01",),
        ("2022-01-01",),
    ]


def test_a_printed_date_is_the_start_also_where_it_lies_before_an_edition_without_the_person() -> None:
    found = posting(DARIO, roster("2020-01-01", ANNA), roster("2020-05-01", {"name": DARIO, "date": "2019-11-20"}))
    assert text(found.start) == "2019-11-20"
    assert found.start_basis == "printed"
    assert text(found.listed_from) == "2020-01-02/2020-05-01"
    assert rules(found) == ["consecutive-editions", "not-yet-listed", "printed-date"]


def test_a_printed_date_after_the_first_sighting_is_kept_as_a_contradiction() -> None:
    found = posting(DARIO, roster("2020-01-01", ANNA), roster("2020-05-01", {"name": DARIO, "date": "2020-06-01"}))
    assert found.start == found.listed_from
    assert found.start_basis == "editions"
    assert "printed-date-contradicts-list" in rules(found)


def test_a_later_edition_that_corrects_the_date_is_heard() -> None:
    lists = (
        roster("2020-05-01", {"name": DARIO, "date": "2021-04-01"}),
        roster("2020-07-01", {"name": DARIO, "date": "2020-04-01"}),
    )
    found = posting(DARIO, *lists)
    assert (text(found.start), found.start_basis) == ("2020-04-01", "printed")


def test_a_date_of_appointment_is_no_start() -> None:
    appointed = PrintedDate(kind="appointed", value=Edtf.parse("2019-11-20"))
    found = posting(DARIO, roster("2020-05-01", {"name": DARIO, "dates": (appointed,)}))
    assert found.start_basis == "editions"


def test_credentials_weigh_more_than_arrival() -> None:
    dates = (
        PrintedDate(kind="arrived", value=Edtf.parse("2019-11-20")),
        PrintedDate(kind="credentials", value=Edtf.parse("2020-01-15")),
    )
    found = posting(DARIO, roster("2020-05-01", {"name": DARIO, "dates": dates}))
    assert text(found.start) == "2020-01-15"


def test_titles_follow_each_other_in_one_posting() -> None:
    lists = [
        roster(day, {"name": DARIO, "title": title, "rank": rank})
        for day, title, rank in (
            ("2020-01-01", "Second Secretary", "second-secretary"),
            ("2020-05-01", "Second Secretary", "second-secretary"),
            ("2020-09-01", "First Secretary", "first-secretary"),
        )
    ]
    found = posting(DARIO, *lists)
    assert [(span.title, span.first, span.last) for span in found.titles] == [
        ("Second Secretary", "2020-01-01", "2020-05-01"),
        ("First Secretary", "2020-09-01", "2020-09-01"),
    ]


def heads(day: str, *names: str) -> Roster:
    return roster(day, *names, series="heads", coverage_class="heads-only", receiving=None)


def test_a_list_of_heads_proves_nothing_about_others() -> None:
    found = posting(DARIO, roster("2020-01-01", ANNA, DARIO), heads("2020-05-01", ANNA), heads("2021-05-01", ANNA))
    assert found.listed_to is None


def test_bounds_of_a_head_come_from_both_lists() -> None:
    ambassador = {"name": ELIO, "rank": "ambassador", "title": "Ambassador"}
    lists = (
        roster("2020-01-01", ANNA),
        roster("2020-12-01", ANNA, ambassador),
        roster("2021-12-01", ANNA),
        roster("2020-03-01", "Old HEAD", series="heads", coverage_class="heads-only"),
        roster("2020-09-01", ambassador, series="heads", coverage_class="heads-only"),
        roster("2021-09-01", "New HEAD", series="heads", coverage_class="heads-only"),
    )
    found = posting(ELIO, *lists)
    assert text(found.listed_from) == "2020-03-02/2020-09-01"
    assert text(found.listed_to) == "2020-12-01/2021-08-31"


def test_who_is_on_the_staff_page_still_has_not_left_with_the_office_of_head() -> None:
    acting = {
        "name": DARIO,
        "rank": "counsellor",
        "title": "Counsellor",
        "function": "charge-daffaires-ai",
        "acting": True,
    }
    lists = (
        roster("2020-01-01", acting),
        roster("2020-02-01", acting, series="heads", coverage_class="heads-only"),
        roster("2020-06-01", ELIO, series="heads", coverage_class="heads-only"),
        roster("2020-07-01", DARIO, ELIO),
        roster("2020-09-01", ELIO, series="heads", coverage_class="heads-only"),
    )
    assert posting(DARIO, *lists).listed_to is None


def gone_and_told(day: str) -> tuple[Stay, Event]:
    """Somebody who is gone from the list in May, and a report that gives the last day."""
    lists = roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA)
    (stay,) = (each for each in stayed(*lists) if each.person.id == DARIO)
    who = NamedPerson(name="Dario Veltran")
    return stay, event("posting-end", mission=MISSION, persons=(who,), date=day, status="executed")


def test_a_stated_end_that_fits_the_lists_is_the_end() -> None:
    stay, told = gone_and_told("2020-03-31")
    found = posting_of(stay, stated=stated_ends([told], {MISSION: [stay]})[DARIO])
    assert (text(found.end), found.end_basis, found.end_kind) == ("2020-03-31", "stated", "stated")
    assert text(found.listed_to) == "2020-01-01/2020-04-30"


def test_a_stated_end_before_the_last_edition_is_kept_as_a_contradiction() -> None:
    stay, told = gone_and_told("2019-03-31")
    found = posting_of(stay, stated=[told])
    assert (found.end_basis, found.end_kind) == ("editions", "left-list")
    assert "stated-date-contradicts-list" in rules(found)


def test_every_posting_names_the_lines_it_rests_on() -> None:
    lists = (roster("2020-01-01", DARIO), roster("2020-05-01", DARIO))
    found = posting(DARIO, *lists)
    assert [given.id for given in found.derivation[0].inputs] == [each.listings[0].id for each in lists]
    assert [given.quote for given in found.derivation[0].inputs] == [passage.quote for passage in found.passages]


def test_an_edition_without_a_day_bounds_nothing() -> None:
    assert postings(roster(None, DARIO)) == []


@pytest.mark.parametrize("duplicate", ["2020-01-01", "2020-05-01"])
def test_the_same_edition_given_twice_changes_nothing(duplicate: str) -> None:
    lists = [roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA)]
    assert postings(*lists, *(each for each in lists if each.edition.as_of == Edtf.parse(duplicate))) == postings(
        *lists
    )


def test_two_copies_of_one_day_count_as_one_edition() -> None:
    found = posting(DARIO, roster("2020-01-01", DARIO), roster("2020-01-01", DARIO, source="another copy"))
    assert found.editions == ("2020-01-01",)
    assert found.listed_from == Bounds(latest=date(2020, 1, 1))


def left_on(day: str) -> Event:
    named = (NamedPerson(name="Dario Veltran"),)
    return event("posting-end", mission=MISSION, persons=named, date=day, status="executed")
