"""Laws of a case: the same inputs make the same case, in whatever order, how often and in how many steps they came."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from legation.model.keys import sha256_hex
from legation.model.listings import Roster
from legation.model.sources import Capture, Given
from legation.pipeline.building.build import build, reading_of
from legation.pipeline.building.readings import keys_of
from legation.pipeline.work.stages import Extracted
from legation.store.case import Case
from legation.store.digest import case_digest
from legation.store.kept import capture_id
from tests.make import roster

NAMES = ("Anna BRODIK", "Dario VELTRAN", "Elio MARSK", "Fenna GOLD")
DAYS = ("2020-01-01", "2020-02-15", "2020-05-01", "2020-09-01")
LAWS = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def editions(draw: st.DrawFn) -> list[Roster]:
    """Editions of two lists of one mission on several days."""
    found = []
    for day in draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=4, unique=True)):
        names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
        series = draw(st.sampled_from(["brannia-list", "brannia-list", "page"]))
        found.append(roster(day, *sorted(names), series=series, source=f"{series} {day}"))
    return found


def put(case: Case, editions: Sequence[Roster]) -> None:
    """Put editions into a case as if they had been added and read."""
    for each in editions:
        name, told = f"{each.edition.series} {each.edition.id[-6:]}.csv", Given(kind="list")
        capture = Capture(
            id=capture_id(each.edition.sha256, origin="file", name=name, given=told),
            sha256=each.edition.sha256,
            size=1,
            origin="file",
            name=name,
            media_type="text/csv",
            added_at=case.about.created,
            given=told,
        )
        with case.writing():
            case.kept.add_capture(capture)
            if key := next(iter(case.memo.missing(keys_of(case, [capture]).values())), None):
                case.memo.save(reading_of(key, read_as(each)))


def read_as(each: Roster) -> Extracted:
    """The reading of a list."""
    return Extracted(
        kind="list",
        question=None,
        lines=len(each.listings),
        state="ok",
        media_type="text/csv",
        reader="csv",
        pages=None,
        characters=1,
        coverage=1.0,
        notes=(),
        roster=each,
    )


def digest_of(steps: Sequence[Sequence[Roster]]) -> str:
    """The digest of a case to which editions came in these steps, built after each of them."""
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "case", title="case") as case:
        for step in steps:
            put(case, step)
            build(case)
        return case_digest(case)


@LAWS
@given(editions(), st.randoms(use_true_random=False))
def test_order_and_repetition_make_no_other_case(given: list[Roster], chance: random.Random) -> None:
    shuffled = given + given[:2]
    chance.shuffle(shuffled)
    assert digest_of([shuffled]) == digest_of([given])


@LAWS
@given(editions(), st.integers(0, 4))
def test_a_case_built_in_two_steps_is_the_same(given: list[Roster], cut: int) -> None:
    assert digest_of([given[:cut], given[cut:]]) == digest_of([given])


@LAWS
@given(editions(), st.data())
def test_an_edition_that_comes_last_leaves_no_trace_of_its_absence(given: list[Roster], data: st.DataObject) -> None:
    late = data.draw(st.sampled_from(given))
    first = [each for each in given if each is not late]
    assert digest_of([first, [late]]) == digest_of([given])
    if first:
        assert digest_of([first]) != digest_of([given])


def test_other_bytes_make_another_case() -> None:
    one, other = (roster("2020-01-01", name, source=sha256_hex(name.encode())) for name in NAMES[:2])
    assert digest_of([[one]]) != digest_of([[other]])
