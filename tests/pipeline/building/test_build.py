from collections.abc import Iterator
from pathlib import Path

import pytest

from legation.model.sources import Capture, Given
from legation.pipeline.building.build import build
from legation.pipeline.building.readings import stale
from legation.pipeline.collecting.intake import Outcome, add, wanted_from_paths
from legation.store.case import Case

EDITION = "name,title,mission\nDario Veltran,Counsellor,Embassy of Norway\n{},Attaché,Embassy of Norway\n"
GIVEN = Given(kind="list", receiving="AT")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case with two editions that were added and not built."""
    for day, name in (("2020-01-01", "Mira Norrin"), ("2020-06-01", "Ilmo Sarre")):
        (tmp_path / f"{day}.csv").write_text(EDITION.format(name), encoding="utf-8")
    with Case.create(tmp_path / "case") as made:
        assert all(one.new for one in added(made, tmp_path))
        yield made


def added(case: Case, folder: Path) -> list[Outcome]:
    return list(add(case, wanted_from_paths(sorted(folder.glob("*.csv")), GIVEN)))


def stored(case: Case, capture: Capture) -> Path:
    return case.vault / capture.sha256[:2] / capture.sha256[2:4] / capture.sha256


def forget(case: Case) -> None:
    """Leave no reading, as after new rules."""
    case.memo.prune(())


def test_what_was_read_when_it_was_added_is_not_read_again(case: Case, tmp_path: Path) -> None:
    built = build(case)
    assert (built.new, built.read, len(built.accounts)) == (True, 0, 2)
    again = build(case)
    assert (again.new, again.read) == (False, 0)
    assert not any(one.new for one in added(case, tmp_path))


def test_bytes_that_are_damaged_are_told_and_the_others_go_on(case: Case) -> None:
    forget(case)
    first, second = sorted(case.kept.captures(), key=lambda capture: capture.name)
    place = stored(case, first)
    whole = place.read_bytes()
    place.chmod(0o644)
    place.write_bytes(b"x" + whole[1:])

    built = build(case)
    assert [(capture.name, account.code) for capture, account in built.unread] == [(first.name, "case-damaged")]
    assert (built.read, built.lost, case.memo.count()) == (1, 1, 1)
    assert first.name in (built.unread[0][1].message or "")
    assert second.name not in (built.unread[0][1].message or "")
    assert [mission.editions for mission in case.derived.missions()] == [("2020-06-01",)]
    assert build(case).lost == 1
    assert stale(case)

    place.write_bytes(whole)
    restored = build(case)
    assert (restored.new, restored.read, restored.lost) == (True, 1, 0)
    assert [mission.editions for mission in case.derived.missions()] == [("2020-01-01", "2020-06-01")]
    assert not stale(case)


def test_bytes_that_are_gone_are_told_and_the_others_go_on(case: Case) -> None:
    forget(case)
    first, _ = case.kept.captures()
    stored(case, first).unlink()
    built = build(case)
    assert [account.code for _, account in built.unread] == ["unknown-id"]
    assert built.read == 1
