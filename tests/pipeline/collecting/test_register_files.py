import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.analysis.entered import persons_of_entries
from legation.errors import CaseDamagedError
from legation.model.links import Naming
from legation.model.sources import Given
from legation.pipeline.answering.asking import claims, said
from legation.pipeline.answering.people import persons
from legation.pipeline.answering.reviewing import waiting
from legation.pipeline.answering.status import capture_rows, status
from legation.pipeline.building.build import Built, build
from legation.pipeline.building.readings import stale
from legation.pipeline.collecting.intake import Outcome, Wanted, add, wanted_from_paths
from legation.pipeline.collecting.register_files import add_registers, is_register
from legation.pipeline.deciding.judging import decide, undo
from legation.pipeline.exporting.leaving import Way, gathered
from legation.pipeline.keeping.erasing import carry_out, plan
from legation.pipeline.keeping.verifying import verify
from legation.store.case import Case
from tests.extraction.registers.written import ANNIKA, EVERYTHING, lines, statements

EDITION = "name,title,mission\nAnnika Veltran,Counsellor,Embassy of Norway\n{},Attaché,Embassy of Norway\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with two editions, built, and no register yet."""
    with Case.create(tmp_path / "case") as made:
        for day, name in (("2020-01-01", "Mira Norrin"), ("2020-06-01", "Jorun Sarre")):
            listed(made, tmp_path, day, name)
        build(made)
        yield made


def listed(case: Case, folder: Path, day: str, name: str) -> None:
    path = folder / f"{day}.csv"
    path.write_text(EDITION.format(name), encoding="utf-8")
    assert all(one.new for one in add(case, wanted_from_paths([path], Given(kind="list", receiving="AT"))))


def registered(case: Case, folder: Path, data: bytes = lines(*EVERYTHING), **said: str) -> Outcome:
    path = folder / "fjords.json"
    path.write_bytes(data)
    (made,) = add_registers(case, [Wanted(path=path, given=Given(**said), item="fjords.json")])  # type: ignore[arg-type]
    return made


def open_namings(case: Case) -> list[Naming]:
    return [one for one in case.derived.namings() if one.mention.entry is not None]


def judged(case: Case) -> Naming:
    """The one candidate, judged to be the person."""
    (naming,) = open_namings(case)
    decide(case, naming.mention.id, naming.person.id, "same", why="the day of birth")
    build(case)
    (after,) = open_namings(case)
    return after


def test_a_register_is_told_apart_from_other_files_by_its_first_bytes(tmp_path: Path) -> None:
    register, table = tmp_path / "a.json", tmp_path / "b.csv"
    register.write_bytes(lines(ANNIKA))
    table.write_text("name,position\nAnnika Veltran,Envoy\n")
    wanted = [Wanted(path=path, given=Given(), item="") for path in (register, table, tmp_path / "none")]
    assert [is_register(one) for one in wanted] == [True, False, False]
    assert is_register(Wanted(path=table, given=Given(kind="register"), item=""))


def test_a_register_is_a_source_whose_entries_are_proposed_and_nothing_more(case: Case, tmp_path: Path) -> None:
    assert registered(case, tmp_path).new
    build(case)
    (naming,) = open_namings(case)
    assert naming.person.label == "Annika Veltran"
    assert naming.probability is not None
    assert [*claims(case)] == []
    assert said(case) == ()
    (pair,) = waiting(case)
    assert "born: 1971-03" in (pair.a.places[0].title or "")
    assert "position: Second Secretary" in (pair.a.places[0].title or "")
    assert [row["registers"] for row in persons(case, "veltran")] == [[]]


def test_a_file_of_statements_comes_in_as_one_of_entities_does(case: Case, tmp_path: Path) -> None:
    made = registered(case, tmp_path, statements(EVERYTHING))
    assert made.error is None
    assert made.made is not None
    assert made.made.entries == 2
    build(case)
    assert [one.person.label for one in open_namings(case)] == ["Annika Veltran"]


def test_judged_it_is_the_claim_of_its_register_about_that_person_alone(case: Case, tmp_path: Path) -> None:
    registered(case, tmp_path, source="The Fjord List")
    listed(case, tmp_path, "2020-09-01", "Annika Veltrahn")
    build(case)
    naming = next(one for one in open_namings(case) if one.person.label == "Annika Veltran")
    decide(case, naming.mention.id, naming.person.id, "same", why="the day of birth")
    build(case)
    told = [*claims(case, person=naming.person.id)]
    assert {row["value"] for row in told} >= {"Q1", "FJ-22", "role.spy", "Second Secretary"}
    assert {row["attribution"][0]["speaker"] for row in told} == {"The Fjord List"}  # type: ignore[index, call-overload]
    others = [row["id"] for row in persons(case) if row["id"] != naming.person.id]
    assert others
    assert not [row for other in others for row in claims(case, person=str(other))]
    (row,) = [row for row in persons(case) if row["id"] == naming.person.id]
    assert [entry["entry"] for entry in row["registers"]] == ["Q1"]  # type: ignore[index, union-attr, call-overload]


def test_it_leaves_only_once_it_was_judged_and_only_as_a_claim(case: Case, tmp_path: Path) -> None:
    registered(case, tmp_path)
    build(case)
    assert gathered(case, Way()).content.reports == ()
    judged(case)
    (report,) = gathered(case, Way()).content.reports
    assert {claim.value for claim in report.claims} >= {"Q1", "role.spy"}
    undo(case)
    build(case)
    assert gathered(case, Way()).content.reports == ()


def test_nothing_new_is_no_work_and_new_names_are_looked_for(case: Case, tmp_path: Path) -> None:
    somebody = {"id": "Q3", "schema": "Person", "properties": {"name": ["Sarre Jorun"], "birthDate": ["1980"]}}
    late = {"id": "Q4", "schema": "Person", "properties": {"name": ["Odd Brekne"]}}
    registered(case, tmp_path, lines(somebody, late), source="Fjords")
    first = build(case)
    assert (first.new, first.read) == (True, 1)
    assert [one.mention.name for one in open_namings(case)] == ["Sarre Jorun"]
    assert (build(case).new, build(case).read, stale(case)) == (False, 0, False)
    listed(case, tmp_path, "2020-09-01", "Odd Brekne")
    assert build(case).read == 1
    assert sorted(one.mention.name for one in open_namings(case)) == ["Odd Brekne", "Sarre Jorun"]


def test_the_order_of_coming_in_changes_nothing(case: Case, tmp_path: Path) -> None:
    registered(case, tmp_path)
    build(case)
    with Case.create(tmp_path / "other") as other:
        registered(other, tmp_path)
        for day, name in (("2020-06-01", "Jorun Sarre"), ("2020-01-01", "Mira Norrin")):
            listed(other, tmp_path, day, name)
        build(other)
        assert other.derived.namings() == case.derived.namings()


def test_damaged_lines_are_told_one_by_one_and_the_rest_is_kept(case: Case, tmp_path: Path) -> None:
    made = registered(case, tmp_path, lines(ANNIKA, "{broken"))
    assert made.capture is not None
    assert [error.item for error in made.damaged] == ["fjords.json, line 2"]
    (row,) = [row for row in capture_rows(case) if row["input"] == "register"]
    assert (row["entries"], row["notes"]) == (1, ["1 line couldn't be read, the first is line 2"])


@pytest.mark.parametrize(
    ("data", "code"), [(b"no register at all\n", "unsupported"), (lines({**ANNIKA, "schema": "Vessel"}), "no-list")]
)
def test_what_is_no_register_of_persons_is_refused(case: Case, tmp_path: Path, data: bytes, code: str) -> None:
    made = registered(case, tmp_path, data, kind="register")
    assert made.capture is None
    assert made.error is not None
    assert made.error.code == code
    assert "fjords.json" in made.error.message


def test_a_register_added_again_with_its_day_takes_the_place_of_the_one_before(case: Case, tmp_path: Path) -> None:
    nameless = lines({**ANNIKA, "last_seen": None})
    first = registered(case, tmp_path, nameless)
    assert first.made is not None
    assert any("--as-of" in note for note in first.made.notes)
    path = tmp_path / "fjords.json"
    from legation.pipeline.work.given import given_from

    again = Wanted(path=path, given=given_from({"as-of": "2024"}), item="")
    (later,) = add_registers(case, [again])
    assert later.replaces == (first.capture.id if first.capture else "",)
    assert build(case).lacking == ()
    assert [one.mention.published for one in open_namings(case)] == ["2024"]


def test_status_counts_registers_apart_from_reports(case: Case, tmp_path: Path) -> None:
    registered(case, tmp_path)
    build(case)
    row = next(iter(status(case)))
    assert (row["registers"], row["entries"], row["reports"], row["claims"], row["waiting"]) == (1, 2, 0, 0, 1)


def test_bytes_that_are_not_what_was_stored_are_told_and_read_once_they_are_back(case: Case, tmp_path: Path) -> None:
    capture = registered(case, tmp_path).capture
    assert capture is not None
    place = case.vault / capture.sha256[:2] / capture.sha256[2:4] / capture.sha256
    whole = place.read_bytes()
    place.chmod(0o644)
    place.write_bytes(whole.replace(b"Veltran", b"Veltron"))
    built: Built = build(case)
    assert [account.code for _, account in built.unread] == [CaseDamagedError.code]
    assert [failure.item for failure in verify(case)] == ["vault"]
    place.write_bytes(whole)
    assert build(case).unread == ()
    assert len(open_namings(case)) == 1
    assert [*verify(case)] == []


def test_erasing_a_person_takes_the_register_that_names_them_with_it(case: Case, tmp_path: Path) -> None:
    capture = registered(case, tmp_path, json.dumps(ANNIKA).encode() + b"\n").capture
    assert capture is not None
    build(case)
    judged(case)
    made = plan(case, [], names=["Анника Вельтран"])
    assert capture.sha256 in made.files
    left = carry_out(case, made, why="asked to")
    assert left == ()
    build(case)
    assert case.derived.namings() == ()


def test_a_judgement_names_the_entry_and_can_be_taken_back(case: Case, tmp_path: Path) -> None:
    registered(case, tmp_path)
    build(case)
    naming = judged(case)
    assert persons_of_entries([naming]) == {naming.mention.entry.id: naming.person}  # type: ignore[union-attr]
    (judgement,) = case.kept.live_judgements()
    assert judgement.shown
    assert waiting(case) == ()
