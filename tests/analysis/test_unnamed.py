"""Who is printed low down alone isn't named by default; who once stood higher, or stands in for the head, is."""

from __future__ import annotations

from dataclasses import replace

from legation.analysis.derive import derive
from legation.analysis.unnamed import line_reason, names_printed, unnamed
from legation.model.case import Derived, Evidence
from legation.model.listings import Roster
from tests import make

LOW = {"name": "Bruno TARVEK", "title": "Attaché", "rank": "attache"}
RISEN = {"name": "Mira OSTEN", "title": "Attaché", "rank": "attache"}


def _derived(*rosters: Roster) -> Derived:
    return derive(Evidence(rosters=rosters))


ROSTERS = (
    make.roster("2021-01-01", LOW, RISEN, {"name": "Dario VELTRAN", "rank": "second-secretary"}),
    make.roster("2021-06-01", LOW | {"name": "Bruno TARVEKK"}, RISEN | {"title": "Counsellor", "rank": "counsellor"}),
)


def test_who_is_printed_in_the_lowest_class_alone_is_not_named() -> None:
    derived = _derived(*ROSTERS)
    labels = {person.id: person.label for person in derived.persons}
    assert {labels[id_]: why for id_, why in unnamed(derived, ROSTERS).items()} == {"Bruno TARVEKK": "lowest"}


def test_every_name_that_lists_print_is_told() -> None:
    derived = _derived(*ROSTERS)
    (names,) = names_printed(derived, ROSTERS, unnamed(derived, ROSTERS)).values()
    assert names == {"Bruno TARVEK", "Bruno TARVEKK"}


def test_without_lines_all_titles_of_all_postings_count() -> None:
    derived = _derived(*ROSTERS)
    assert unnamed(derived, ()) == unnamed(derived, ROSTERS)
    assert unnamed(replace(derived, postings=()), ()) == {}


def test_who_stands_in_for_the_head_is_named_whatever_the_rank() -> None:
    line = ROSTERS[0].listings[0]
    assert line_reason(line) == "lowest"
    assert line_reason(replace(line, acting=True)) is None
    assert line_reason(replace(line, function="charge-daffaires-ai")) is None
