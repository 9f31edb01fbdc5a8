from __future__ import annotations

from legation.analysis.notes import CONSULATES, NO_DATE, NO_REASON
from legation.analysis.tally import announced, tallies
from legation.model.claims import NamedPerson
from legation.model.dates import Edtf
from legation.model.findings import Count, Happening, Tally
from legation.model.listings import MissionSection, Roster
from legation.reconstruction.changes import steps
from legation.reconstruction.departures import announcement_windows
from tests.make import MISSION, event, roster
from tests.reconstruction.cases import stayed, streams, text

A, B, C, D, E, F = "Anna BRODIK", "Bela CORIM", "Ciro DANTE", "Dario VELTRAN", "Elio MARSK", "Fenna GOLD"
LISTS = (
    roster("2020-01-01", A, B, C, D, E),
    roster("2020-03-01", A, B, C, D),
    roster("2020-04-01", A, B, C, D),
    roster("2020-04-25", A, B, C, F),
    roster("2020-06-01", A, F),
    roster("2020-09-01", A),
)


def told(value: int = 4, day: str | None = "2020-04-10", **fields: object) -> Happening:
    given: dict[str, object] = {
        "type": "expulsion",
        "actor": "XB",
        "target": "XV",
        "mission": MISSION,
        "date": Edtf.parse(day) if day else None,
        "counts": (Count(value=value, unit="persons", tellings=("event-1",)),),
        "status": "announced",
        "tellings": ("event-1",),
        "deadline": Edtf.parse("2020-04-20").bounds,
    }
    return Happening(id=f"happening-{value}-{day}", **given | fields)  # type: ignore[arg-type]


def tally(happening: Happening, *rosters: Roster, more: tuple[Happening, ...] = ()) -> Tally:
    lists = rosters or LISTS
    windows = announcement_windows([happening], streams(*lists))
    (found,) = tallies(windows, {MISSION: steps(stayed(*lists))}, [happening, *more], {})
    return found


def test_every_edition_around_an_announcement_is_a_step() -> None:
    found = tally(told())
    assert [(step.as_of, step.listed) for step in found.steps] == [
        ("2020-04-01", 4),
        ("2020-04-25", 4),
        ("2020-06-01", 2),
    ]
    assert [[person.id for person in step.left] for step in found.steps] == [[], [D], [B, C]]
    assert [[person.id for person in step.joined] for step in found.steps] == [[], [F], []]


def test_the_rest_is_what_was_announced_without_those_who_left() -> None:
    found = tally(told(value=4))
    assert (found.announced, found.left, found.joined, found.rest) == (4, 3, 1, 1)
    assert text(found.window) == "2020-04-02/2020-06-01"
    assert found.announced_by == ("event-1",)


def test_what_usually_leaves_comes_from_the_whole_series_before() -> None:
    usual = tally(told()).usual
    assert usual is not None
    assert (usual.intervals, usual.days) == (2, 91)
    assert usual.per_30_days == 0.33
    assert usual.range == (0.0, 0.5)


def test_a_single_edition_before_gives_no_usual_turnover() -> None:
    assert tally(told(), *LISTS[2:]).usual is None


def test_the_list_never_says_why() -> None:
    found = tally(told())
    assert found.notes[-1] == NO_REASON
    assert CONSULATES in found.notes
    assert not any("expelled" in note for note in found.notes)


def test_an_assumed_deadline_is_told() -> None:
    assert (
        "No deadline is printed; 14 days from the announcement are assumed, to 2020-04-24."
        in tally(told(deadline=None)).notes
    )


def test_an_edition_that_shows_nothing_of_the_mission_is_a_step_of_its_own() -> None:
    other = MissionSection(mission="XW/XB", heading="Wend", entries=1, residue=0, coverage="complete")
    without = roster("2020-05-15", missions=(other,))
    found = tally(told(), *LISTS, without)
    assert [(step.as_of, step.listed, step.coverage) for step in found.steps][2] == ("2020-05-15", None, "unobservable")
    assert found.left == 3
    assert any("2020-05-15" in note for note in found.notes)


def test_without_an_edition_after_it_nothing_is_compared() -> None:
    found = tally(told(), *LISTS[:3])
    assert (found.left, found.joined, found.rest) == (None, None, None)
    assert "No complete edition lies after the announcement: nothing can be compared." in found.notes


def test_without_a_day_of_the_announcement_the_tally_asks_for_it() -> None:
    found = tally(told(day=None, deadline=None))
    assert (found.left, found.joined, found.rest) == (None, None, None)
    assert NO_DATE in found.notes
    assert not [note for note in found.notes if note.startswith("No complete edition")]


def test_a_series_that_ends_too_early_says_so() -> None:
    found = tally(told(), *LISTS[:4])
    assert found.left == 1
    assert any("No complete edition lies 14 days or more after the deadline" in note for note in found.notes)


def test_posts_are_never_compared_with_persons() -> None:
    posts = told(counts=(Count(value=10, unit="posts", tellings=("event-1",)),))
    windows = announcement_windows([posts], streams(*LISTS))
    assert tallies(windows, {}, [posts], {}) == ()


def test_the_number_that_most_tellings_give_is_compared_and_the_others_are_told() -> None:
    counts = (
        Count(value=9, unit="persons", tellings=("event-1",)),
        Count(value=4, unit="persons", tellings=("event-2", "event-3")),
    )
    found = tally(told(counts=counts))
    assert (found.announced, found.announced_by) == (4, ("event-2", "event-3"))
    assert "Other tellings give 9." in found.notes


def test_of_numbers_told_as_often_the_smaller_one_is_compared() -> None:
    counts = [Count(value=value, unit=None, tellings=(f"event-{value}",)) for value in (9, 4)]
    assert announced(counts, {}) == (counts[1], counts[0])
    assert announced([], {}) == ()


def test_a_telling_that_counts_those_whom_it_names_is_no_number_for_the_whole() -> None:
    one = event(persons=(NamedPerson(name="Anna Brodik"),), count=1)
    named, whole = (Count(value=1, unit="persons", tellings=(one.id,)), Count(value=9, unit="persons", tellings=("e",)))
    assert announced([named, whole], {one.id: one}) == (whole,)
    assert announced([named], {one.id: one}) == (named,)


def test_other_announcements_of_the_same_window_are_told() -> None:
    other = told(2, "2020-05-01", type="recall")
    far = told(3, "2020-08-01")
    notes = tally(told(), more=(other, far)).notes
    assert any(other.id in note for note in notes)
    assert not any(far.id in note for note in notes)


def test_a_mission_that_no_telling_names_is_told() -> None:
    assert any("No telling names the mission" in note for note in tally(told(mission=None)).notes)
