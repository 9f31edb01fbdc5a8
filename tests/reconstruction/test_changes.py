from __future__ import annotations

from legation.model.listings import MissionSection
from tests.make import MISSION, roster
from tests.reconstruction.cases import changes, told

ANNA, DARIO, ELIO, IRMA = "Anna BRODIK", "Dario VELTRAN", "Elio MARSK", "Irma TOLD"


def test_who_joined_and_left_shows_between_the_day_after_and_the_later_edition() -> None:
    found = changes(roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA, ELIO))
    assert told(found) == {("left", DARIO, "2020-01-02/2020-05-01"), ("joined", ELIO, "2020-01-02/2020-05-01")}


def test_identical_editions_show_no_change() -> None:
    assert changes(roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA, DARIO)) == []


def test_nobody_joins_a_mission_that_is_observed_for_the_first_time() -> None:
    assert changes(roster("2020-01-01"), roster("2020-05-01", ANNA)) == []


def test_nobody_leaves_a_mission_whose_section_is_gone() -> None:
    lists = (roster("2020-01-01", ANNA), roster("2020-05-01", DARIO, mission="XW/XB"))
    assert changes(*lists) == []


def test_a_window_runs_over_editions_that_could_not_be_observed() -> None:
    found = changes(roster("2020-01-01", ANNA, DARIO), roster("2020-03-01"), roster("2020-05-01", ANNA))
    assert told(found) == {("left", DARIO, "2020-01-02/2020-05-01")}


def test_a_flicker_is_no_change() -> None:
    days: tuple[tuple[str, list[str]], ...] = (("2020-01-01", [DARIO]), ("2020-05-01", []), ("2020-09-01", [DARIO]))
    assert changes(*(roster(day, ANNA, *names) for day, names in days)) == []


def test_a_new_title_is_a_change_of_title() -> None:
    found = changes(
        roster("2020-01-01", ANNA, {"name": DARIO, "title": "Attaché"}),
        roster("2020-05-01", ANNA, {"name": DARIO, "title": "Third Secretary"}),
    )
    assert told(found) == {("title", DARIO, "2020-01-02/2020-05-01")}
    assert [(change.before.title, change.after.title) for change in found if change.before and change.after] == [
        ("Attaché", "Third Secretary")
    ]


def test_another_spelling_of_one_person_is_a_respelling() -> None:
    found = changes(
        roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA, "Darjo VELTRAN"), alias={"Darjo VELTRAN": DARIO}
    )
    assert told(found) == {("respelled", DARIO, "2020-01-02/2020-05-01")}


def test_capitals_and_the_order_of_a_name_are_no_other_spelling() -> None:
    found = changes(
        roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA, "Veltran, Dario"), alias={"Veltran, Dario": DARIO}
    )
    assert found == []


def test_a_person_in_another_city_of_the_mission_has_moved() -> None:
    found = changes(
        roster("2020-01-01", ANNA, DARIO), roster("2020-05-01", ANNA, {"name": DARIO, "city": "Port", "order": 2})
    )
    assert told(found) == {("moved", DARIO, "2020-01-02/2020-05-01")}


def test_a_list_that_words_all_titles_anew_changed_its_layout_and_nobodys_rank() -> None:
    everybody = [ANNA, DARIO, ELIO, IRMA]
    first = roster(
        "2020-01-01",
        *({"name": name, "title": "Attaché", "rank": "attache", "order": n} for n, name in enumerate(everybody)),
    )
    later = roster(
        "2020-05-01",
        *(
            {
                "name": name,
                "title": "Third Secretary" if name == IRMA else "Attache (Trade)",
                "rank": "third-secretary" if name == IRMA else "attache",
                "order": n,
            }
            for n, name in enumerate(everybody)
        ),
    )
    assert told(changes(first, later)) == {("title", IRMA, "2020-01-02/2020-05-01")}


def test_who_stands_on_another_list_has_not_joined_late() -> None:
    lists = (
        roster("2020-01-01", ANNA, {"name": DARIO, "rank": "ambassador", "order": 2}),
        roster("2020-02-01", "Old HEAD", series="heads", coverage_class="heads-only"),
        roster("2020-06-01", {"name": DARIO, "rank": "ambassador"}, series="heads", coverage_class="heads-only"),
    )
    assert told(changes(*lists)) == {("left", "Old HEAD", "2020-02-02/2020-06-01")}


def test_a_partial_edition_shows_no_absence() -> None:
    section = MissionSection(mission=MISSION, heading="Velmark", entries=1, residue=1, coverage="partial")
    found = changes(
        roster("2020-01-01", ANNA, DARIO), roster("2020-03-01", ANNA, missions=(section,)), roster("2020-05-01", ANNA)
    )
    assert told(found) == {("left", DARIO, "2020-01-02/2020-05-01")}


def test_a_list_that_stops_printing_fields_of_work_changes_nobodys_title() -> None:
    first = {ANNA: "Attaché (Trade)", DARIO: "Attaché (Press)", ELIO: "Attaché (Culture)", IRMA: "Counsellor"}
    later = {ANNA: "Attaché", DARIO: "Attaché", ELIO: "Third Secretary", IRMA: "Counsellor, Chargé d'affaires a.i."}
    ranks = {ANNA: "attache", DARIO: "attache", ELIO: "attache", IRMA: "counsellor"}
    lists = [
        roster(
            day,
            *(
                {
                    "name": name,
                    "title": title,
                    "rank": rank if title != "Third Secretary" else "third-secretary",
                    "acting": "a.i." in title,
                    "order": order,
                }
                for order, (name, title, rank) in enumerate(zip(ranks, titles.values(), ranks.values(), strict=True))
            ),
        )
        for day, titles in (("2020-01-01", first), ("2020-05-01", later))
    ]
    assert {(kind, person) for kind, person, _ in told(changes(*lists))} == {("title", ELIO), ("title", IRMA)}


def test_titles_of_no_known_rank_are_compared_without_fields_of_work() -> None:
    first = ["Clerk (Trade)", "Clerk (Press)", "Clerk (Culture)", "Envoyé", "Clerk", "Clerk", "Clerk"]
    later = ["Clerk", "Clerk", "Senior clerk", "Envoyé", "Clerk", "Clerk", "Clerk"]
    names = [ANNA, DARIO, ELIO, IRMA, "Olga REN", "Petr SALM", "Ruth TANN"]
    lists = [
        roster(day, *({"name": name, "title": title, "order": order} for order, (name, title) in enumerate(lines)))
        for day, lines in (
            ("2020-01-01", zip(names, first, strict=True)),
            ("2020-05-01", zip(names, later, strict=True)),
        )
    ]
    assert {(kind, person) for kind, person, _ in told(changes(*lists))} == {("title", ELIO)}
