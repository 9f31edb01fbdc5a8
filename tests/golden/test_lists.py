"""The invented lists: every layout, language and format is read as its truth says."""

from __future__ import annotations

import pytest

from tests.golden.blind.lists import PRINTED
from tests.golden.catalogue import LAYOUTS, catalogue
from tests.golden.measure import is_read_as_made, measured, roster_of, summed
from tests.golden.truth import Printed

LISTS = catalogue()


def test_there_are_enough_lists_layouts_languages_and_formats() -> None:
    languages = {each.id.split("-")[-2] for each in LISTS}
    formats = {each.name.rpartition(".")[2] for each in LISTS}
    assert (len(LISTS) >= 40, len(LAYOUTS) >= 20, len(languages) >= 10) == (True, True, True)
    assert formats >= {"html", "txt", "csv", "tsv", "pdf", "docx", "xlsx", "xls", "ods"}


@pytest.mark.parametrize("printed", [*LISTS, *PRINTED], ids=lambda each: each.id)
def test_a_list_is_read_as_it_was_made(printed: Printed) -> None:
    is_read_as_made(printed)


@pytest.mark.parametrize("lists", [LISTS, PRINTED], ids=["of-the-catalogue", "written-blind"])
def test_all_lists_together_are_read_nearly_without_error(lists: list[Printed]) -> None:
    f1, fields = summed([measured(printed) for printed in lists])
    assert f1 >= 0.99
    assert {field: share for field, share in fields.items() if share < 0.97} == {}


@pytest.mark.parametrize("printed", [each for each in [*LISTS, *PRINTED] if each.as_of], ids=lambda each: each.id)
def test_the_day_that_a_list_prints_is_its_edition_s(printed: Printed) -> None:
    day = roster_of(printed).edition.as_of
    assert day is not None
    assert day.text == printed.as_of
