"""Programs get what an export holds: whoever and whatever is left out of the one is left out of the other."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.errors import GateError, UsageError
from legation.model.parties import Person
from legation.pipeline.answering import asking, doubting
from legation.pipeline.answering.explaining import why
from legation.pipeline.answering.people import postings
from legation.pipeline.answering.spoken import spoken
from legation.pipeline.building.build import build
from legation.pipeline.building.deriving import Sizes, derive_all
from legation.pipeline.building.readings import inputs_of, present_keys
from legation.pipeline.deciding.judging import correct, decide, undo
from legation.pipeline.exporting.leaving import Gathered, Way, gathered
from legation.pipeline.exporting.shown import persons_shown, shown, twin
from legation.pipeline.exporting.withholding import withhold, withhold_names
from legation.publishing.rows import Row
from legation.store import schema
from legation.store.case import Case
from tests.cli.conftest import make_case, write_lists
from tests.cli.world import command
from tests.pipeline.crowd import Crowd, crowd, made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shown")
    case = make_case(folder)
    lists = write_lists(folder / "lists")
    assert command("add", lists, "--kind", "list", "--receiving", "XB", "--case", case).code == 0
    assert command("build", "--case", case).code == 0
    return case


@pytest.fixture(scope="module")
def people() -> Crowd:
    return crowd()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    with Case.open(made(tmp_path_factory.mktemp("crowd"))) as case:
        yield case


def _rows(case: Case) -> list[Row]:
    """What programs may ask for of a case."""
    return [
        *postings(case),
        *asking.changes(case),
        *asking.events(case),
        *spoken(case)["claims"],
        *asking.tally(case),
        *doubting.contradictions(case),
    ]


def _words(found: Sequence[Row]) -> set[str]:
    return set(re.findall(r"\w{4,}", str(found).casefold()))


def _exported(found: Gathered) -> tuple[set[str], set[str]]:
    """The ids of postings and changes, and of claims and happenings, that an export holds."""
    derived = found.content.derived
    told = {claim.id for report in found.content.reports for claim in report.claims}
    return (
        {one.id for one in derived.postings} | {one.id for one in derived.changes},
        told | {one.id for one in derived.happenings},
    )


def _agree(case: Case) -> None:
    """Programs get what an export holds, but for rows of people whose names sound like those of somebody withheld."""
    ids = {str(row["id"]) for row in shown(case, _rows(case))}
    found = gathered(case, Way())
    listed, told = _exported(found)
    derived = found.content.derived
    about = {one.id: one.person.label for one in derived.postings}
    about |= {one.id: one.person.label for one in derived.changes}
    alike = {id_ for id_, label in about.items() if found.named.stand_in(label)}
    given_out = {id_ for id_ in ids if id_.startswith(("posting-", "change-"))}
    assert given_out <= listed
    assert listed - given_out <= alike
    assert {id_ for id_ in ids if id_.startswith(("claim-", "happening-"))} <= told
    shown_persons = {str(row["id"]) for row in persons_shown(case, map(_person, case.derived.persons()))}
    persons = {person.id: found.named.stand_in(person.label) for person in derived.persons}
    assert shown_persons <= persons.keys()
    assert {id_ for id_, sounds_alike in persons.items() if not sounds_alike} <= shown_persons


def _person(person: Person) -> Row:
    return {"kind": "person", "id": person.id, "label": person.label}


def test_programs_get_the_postings_and_persons_that_an_export_holds(crowded: Case, people: Crowd) -> None:
    _agree(crowded)
    words = _words([*shown(crowded, _rows(crowded))])
    assert not words & {one.casefold() for one in people.lowest + people.administrative + people.local}
    assert words & {one.casefold() for one in people.named}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    chosen=st.lists(st.tuples(st.integers(0, 149), st.sampled_from(("id", "name", "family"))), min_size=1, max_size=3)
)
def test_whoever_is_withheld_is_left_out_of_both(crowded: Case, people: Crowd, chosen: list[tuple[int, str]]) -> None:
    everybody = (*people.named, people.withheld)
    listed = {person.label.split()[-1].upper(): person for person in crowded.derived.persons()}
    made_of: list[str] = []
    try:
        for number, how in chosen:
            who = listed[everybody[number]]
            if how == "id":
                made_of.append(withhold(crowded, who.id, why="asked for it").id)
            else:
                name = who.label if how == "name" else everybody[number]
                made_of.append(withhold_names(crowded, [name], why="asked for it").id)
        _agree(crowded)
        words = _words([*shown(crowded, _rows(crowded))])
        assert not words & {everybody[number].casefold() for number, _ in chosen}
    finally:
        for id_ in dict.fromkeys(made_of):
            undo(crowded, id_, why="it was a test")


def test_who_is_left_out_does_not_depend_on_the_parts_of_which_a_case_is_worked_out(
    crowded: Case, tmp_path: Path
) -> None:
    with Case.open(Path(shutil.copytree(crowded.path, tmp_path / "case"))) as case:
        before = case.persons.unnamed()
        derive_all(case, present_keys(case), inputs=inputs_of(case), sizes=Sizes(small=0, part=1, workers=None))
        assert case.persons.unnamed() == before
        assert len(before) == 50


def test_a_judgement_that_is_not_built_yet_withholds_at_once_and_names_nobody_sooner(
    crowded: Case, people: Crowd
) -> None:
    who = next(one for one in crowded.derived.persons() if one.label.upper().endswith(people.named[7]))
    before = {str(row["id"]) for row in shown(crowded, postings(crowded))}
    made_now = withhold(crowded, who.id, why="asked for it")
    after = {str(row["id"]) for row in shown(crowded, postings(crowded))}
    undo(crowded, made_now.id, why="no more")
    assert before - after == {one.id for one in crowded.derived.postings(person=who.id)}
    assert {str(row["id"]) for row in shown(crowded, postings(crowded))} == before


def test_a_case_that_was_never_built_withholds_names_all_the_same(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case") as case:
        withhold_names(case, ["Dario VELTRAN"], why="asked for it")
        rows: list[Row] = [{"id": "claim-1", "subject": "D. Veltran"}, {"id": "claim-2", "subject": "Mira Osten"}]
        assert [row["id"] for row in shown(case, rows)] == ["claim-2"]
        with pytest.raises(UsageError):
            gathered(case, Way())
        assert build(case).totals is not None


def test_who_is_withheld_stays_out_under_a_name_that_is_put_right_later(
    crowded: Case, people: Crowd, tmp_path: Path
) -> None:
    told = people.named[3].casefold()
    assert told in _words([*shown(crowded, _rows(crowded))])
    with Case.open(Path(shutil.copytree(crowded.path, tmp_path / "case"))) as case:
        who = _of(case, people.named[40])
        withhold(case, who.id, why="asked for it")
        correct(case, _line_of(case, who), {"name": f"Goran {people.named[3]}"}, why="misread")
        for _ in ("before a build", "after it"):
            assert told not in _words([*shown(case, _rows(case))])
            with pytest.raises(GateError):
                twin(case, {"kind": "claim", "id": "claim-1", "subject": f"Goran {people.named[3].title()}"})
            build(case)
        _agree(case)


def test_whoever_is_judged_one_with_somebody_withheld_is_out_before_a_build_and_after_it(
    crowded: Case, people: Crowd, tmp_path: Path
) -> None:
    told = people.named[3].casefold()
    with Case.open(Path(shutil.copytree(crowded.path, tmp_path / "case"))) as case:
        hidden, other = (_of(case, people.named[place]) for place in (40, 3))
        withhold(case, hidden.id, why="asked for it")
        assert told in _words([*shown(case, _rows(case))])
        decide(case, _line_of(case, hidden), _line_of(case, other), "same", why="one face")
        for _ in ("before a build", "after it"):
            assert told not in _words([*shown(case, _rows(case))])
            assert told not in str(gathered(case, Way()).content.reports).casefold()
            build(case)


def _of(case: Case, family: str) -> Person:
    return next(one for one in case.derived.persons() if one.label.upper().endswith(family))


def _line_of(case: Case, person: Person) -> str:
    return min(line for line, owner in case.derived.members().items() if owner == person.id)


def test_what_is_read_and_waits_for_its_first_build_names_nobody_of_the_lowest_class(
    crowded: Case, people: Crowd, tmp_path: Path
) -> None:
    with Case.open(Path(shutil.copytree(crowded.path, tmp_path / "case"))) as case:
        lines = [*case.derived.members()]
        with case.database.writing() as connection:
            for table in reversed(schema.derived.sorted_tables):
                connection.execute(table.delete())
        rows = [*spoken(case)["claims"], *(why(case, line).row for line in lines)]
        words = _words([*shown(case, rows)])
    assert {one.casefold() for one in (people.lowest[0], people.administrative[0])} <= _words(rows)
    assert not words & {one.casefold() for one in people.lowest + people.administrative + people.local}
    assert words & {one.casefold() for one in people.named}


def test_a_row_that_names_somebody_left_out_inside_of_a_list_keeps_the_others(built: Path) -> None:
    with Case.open(built) as case:
        every = {
            str(row["person"]["label"]): row["person"] for row in postings(case) if isinstance(row["person"], dict)
        }
        (out,) = (one for label, one in every.items() if "TASK" in label.upper())
        kept = next(one for label, one in every.items() if "SORENN" in label.upper())
        (row,) = shown(case, [{"kind": "tally", "id": "tally-1", "steps": [{"as_of": "2020", "left": [out, kept]}]}])
    assert row["steps"] == [{"as_of": "2020", "left": [kept]}]
