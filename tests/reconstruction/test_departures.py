from __future__ import annotations

from legation.model.claims import Event, NamedPerson
from legation.model.dates import Edtf
from legation.model.findings import Count, Happening
from legation.model.listings import Roster
from legation.reconstruction.departures import Window, announcement_windows, people_named, windows_of
from legation.reconstruction.postings import posting_of
from tests.make import MISSION, event, roster
from tests.reconstruction.cases import stayed, streams, text

ANNA, DARIO, ELIO = "Anna BRODIK", "Dario VELTRAN", "Elio MARSK"
LISTS = (
    roster("2020-01-01", ANNA, DARIO, ELIO),
    roster("2020-04-01", ANNA, DARIO, ELIO),
    roster("2020-05-01", ANNA, DARIO),
    roster("2020-07-01", ANNA),
    roster("2020-09-01", ANNA),
)


def told(
    day: str | None = "2020-04-20", *, count: int | None = 2, tellings: tuple[str, ...] = (), **fields: object
) -> Happening:
    given: dict[str, object] = {
        "type": "expulsion",
        "actor": "XB",
        "target": "XV",
        "mission": MISSION,
        "date": Edtf.parse(day) if day else None,
        "counts": (Count(value=count, unit="persons", tellings=tellings),) if count else (),
        "status": "announced",
        "tellings": tellings,
        "deadline": Edtf.parse("2020-04-27").bounds,
    }
    return Happening(id=f"happening-{day}-{count}", **given | fields)  # type: ignore[arg-type]


def window(happening: Happening, *rosters: Roster) -> Window:
    (found,) = announcement_windows([happening], streams(*rosters or LISTS))
    return found


def days(found: Window) -> tuple[str, str] | None:
    return (found.days[0].as_of, found.days[1].as_of) if found.days else None


def test_a_window_runs_to_the_first_edition_two_weeks_after_the_deadline() -> None:
    found = window(told())
    assert days(found) == ("2020-04-01", "2020-07-01")
    assert text(found.bounds) == "2020-04-02/2020-07-01"
    assert found.reaches


def test_an_edition_of_the_day_of_the_announcement_is_none_before_it() -> None:
    assert days(window(told("2020-04-01"))) == ("2020-01-01", "2020-07-01")


def test_a_missing_deadline_is_assumed_and_marked() -> None:
    found = window(told(deadline=None))
    assert not found.deadline_printed
    assert str(found.deadline) == "2020-05-04"


def test_a_deadline_before_the_announcement_counts_as_missing() -> None:
    assert not window(told("2020-05-20")).deadline_printed


def test_a_window_without_an_edition_late_enough_ends_with_the_last_one() -> None:
    found = window(told(deadline=Edtf.parse("2020-08-30").bounds))
    assert days(found) == ("2020-04-01", "2020-09-01")
    assert not found.reaches


def test_an_announcement_before_all_editions_has_no_window() -> None:
    assert window(told("2019-12-01")).bounds is None


def test_an_announcement_of_an_unknown_day_has_no_window() -> None:
    assert window(told(None)).bounds is None


def test_who_left_between_the_editions_left_in_the_window_and_nobody_else() -> None:
    found = window(told())
    left = {stay.person.id: windows_of(stay, [found]) for stay in stayed(*LISTS)}
    assert left == {ANNA: (), DARIO: (found.happening.id,), ELIO: (found.happening.id,)}


def test_who_left_before_the_announcement_is_in_no_window() -> None:
    found = window(told("2020-06-20", deadline=None))
    assert {stay.person.id for stay in stayed(*LISTS) if found.holds(stay)} == {DARIO}


def test_a_called_off_expulsion_has_no_window() -> None:
    assert announcement_windows([told(status="retracted")], streams(*LISTS)) == ()


def test_an_announcement_that_names_no_mission_is_of_the_main_one_between_the_parties() -> None:
    found = window(told(mission=None))
    assert (found.mission, found.mission_named) == (MISSION, False)


def test_an_announcement_told_with_its_mission_elsewhere_is_not_counted_twice() -> None:
    both = [told(), told(mission=None, count=3)]
    assert len(announcement_windows(both, streams(*LISTS))) == 1


def test_a_mission_that_no_edition_lists_has_no_window() -> None:
    assert announcement_windows([told(mission="XW/XB")], streams(*LISTS)) == ()


def naming(*names: str) -> Event:
    return event(mission=MISSION, date="2020-04-20", persons=tuple(NamedPerson(name=name) for name in names))


def test_only_a_person_whom_a_telling_names_is_named() -> None:
    telling = naming("Dario Veltran")
    found = window(told(tellings=(telling.id,)))
    stays = stayed(*LISTS)
    named = people_named([found], {telling.id: telling}, {MISSION: stays})
    assert named == {(found.happening.id, DARIO): (telling,)}
    kinds = {stay.person.id: posting_of(stay, [found], named).end_kind for stay in stays}
    assert kinds == {ANNA: "open", DARIO: "named-in-event", ELIO: "left-list"}


def test_a_name_that_fits_two_people_names_nobody() -> None:
    twice = roster("2020-04-01", {"name": DARIO, "order": 1}, {"name": "Dario  VELTRAN", "order": 2})
    telling = naming("Dario Veltran")
    found = window(told(tellings=(telling.id,)), twice)
    assert people_named([found], {telling.id: telling}, {MISSION: stayed(twice)}) == {}


def test_a_bare_family_name_names_nobody() -> None:
    telling = naming("Veltran")
    found = window(told(tellings=(telling.id,)))
    assert people_named([found], {telling.id: telling}, {MISSION: stayed(*LISTS)}) == {}


def test_the_fuller_of_two_lists_is_walked() -> None:
    heads = [roster(day, ANNA, series="heads", coverage_class="heads-only") for day in ("2020-04-10", "2020-08-01")]
    found = window(told(), *LISTS, *heads)
    assert found.stream.series == "brannia-list"
