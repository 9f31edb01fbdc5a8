from __future__ import annotations

from legation.analysis.remaining import remaining
from legation.model.claims import NamedPerson
from legation.model.dates import Edtf
from legation.model.findings import Happening
from legation.model.listings import Roster
from legation.model.parties import Person
from legation.reconstruction.departures import announcement_windows, people_named
from tests.make import MISSION, event, roster
from tests.reconstruction.cases import people, stayed, streams

ANNA, DARIO, ELIO = "Anna BRODIK", "Dario VELTRAN", "Elio MARSK"
TELLING = event(mission=MISSION, date="2020-04-10", persons=(NamedPerson(name="Elio Marsk"),))
TOLD = Happening(
    id="happening-1",
    type="expulsion",
    actor="XB",
    target="XV",
    mission=MISSION,
    date=Edtf.parse("2020-04-10"),
    counts=(),
    status="announced",
    tellings=(TELLING.id,),
)


def states(*rosters: Roster) -> dict[str, str]:
    windows = announcement_windows([TOLD], streams(*rosters))
    stays = {MISSION: stayed(*rosters)}
    persons = {person.id: Person(id=person.id, label=person.id) for person in people(rosters).values()}
    found = remaining(windows, stays, people_named(windows, {TELLING.id: TELLING}, stays), persons)
    assert all(each.passages for each in found)
    return {each.person.id: each.state for each in found}


def test_each_person_of_the_last_edition_before_has_a_state() -> None:
    lists = (roster("2020-04-01", ANNA, DARIO, ELIO), roster("2020-06-01", ANNA, "Fenna GOLD"))
    assert states(*lists) == {ANNA: "still-listed", DARIO: "left-in-window", ELIO: "named"}


def test_without_a_complete_edition_after_it_nothing_can_be_said() -> None:
    assert states(roster("2020-04-01", ANNA, DARIO), roster("2020-06-01")) == {
        ANNA: "not-observable",
        DARIO: "not-observable",
    }


def test_who_is_gone_for_one_edition_and_back_is_still_listed() -> None:
    lists = (roster("2020-04-01", ANNA, DARIO), roster("2020-06-01", ANNA), roster("2020-08-01", ANNA, DARIO))
    assert states(*lists)[DARIO] == "still-listed"


def test_without_an_edition_before_there_is_nobody_to_speak_of() -> None:
    assert states(roster("2020-06-01", ANNA)) == {}
