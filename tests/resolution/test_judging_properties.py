"""What holds for clusters whatever people judge, and in whatever order."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.analysis.derive import derive
from legation.model.case import Evidence
from legation.model.judgements import Judgement, Side
from legation.model.keys import made_id
from legation.resolution.judged import apply_judgements
from legation.resolution.series import Clusters, link_series
from tests.make import roster

NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)
NAMES = ("Zdenka MARVALIC", "Z. MARVALIC", "Otto BRENN", "Zdenka MARVALITSCH")
ROSTERS = tuple(
    roster(day, *NAMES[start:], mission=mission, series=mission)
    for mission, days, start in (
        ("XV/XB", ("2020-01-01", "2020-03-01", "2020-06-01"), 0),
        ("XV/XL", ("2021-01-01", "2021-06-01"), 1),
        ("XV/XM", ("2023-01-01",), 2),
    )
    for day in days
)
LINES = {line.id: (roster_.edition.id, line.mission) for roster_ in ROSTERS for line in roster_.listings}
IDS = sorted(LINES)


@st.composite
def logs(draw: st.DrawFn) -> tuple[Judgement, ...]:
    made = []
    for number in range(draw(st.integers(0, 9))):
        a, b = draw(st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True))
        made.append(
            Judgement(
                id=made_id("judgement", number),
                verdict=draw(st.sampled_from(("same", "same", "different", "unsure"))),
                sides=(Side(id=a), Side(id=b)),
                author="Ada",
                at=NOON + timedelta(minutes=draw(st.integers(0, 5))),
                why="looked at both",
                undone=draw(st.booleans()) and draw(st.booleans()),
            )
        )
    return tuple(made)


def clusters(judgements: tuple[Judgement, ...]) -> Clusters:
    return link_series(apply_judgements(Evidence(rosters=ROSTERS, judgements=judgements)))


@settings(max_examples=60, deadline=None)
@given(logs(), st.randoms(use_true_random=False))
def test_judgements_in_any_order_give_the_same_persons(log: tuple[Judgement, ...], chance: random.Random) -> None:
    shuffled = list(log)
    chance.shuffle(shuffled)
    assert clusters(tuple(shuffled)) == clusters(log)


@settings(max_examples=60, deadline=None)
@given(logs())
def test_no_person_has_two_lines_of_one_edition_and_mission_nor_two_that_were_judged_different(
    log: tuple[Judgement, ...],
) -> None:
    judged = apply_judgements(Evidence(rosters=ROSTERS, judgements=log))
    found = link_series(judged).person_of
    for one, other in combinations(IDS, 2):
        if LINES[one] == LINES[other] or (one, other) in judged.different:
            assert found[one] != found[other]


@settings(max_examples=60, deadline=None)
@given(logs())
def test_whom_a_judgement_calls_one_is_one_unless_it_is_told_as_refused(log: tuple[Judgement, ...]) -> None:
    judged = apply_judgements(Evidence(rosters=ROSTERS, judgements=log))
    found = link_series(judged)
    refused = {link.reasons[0] for link in found.refused if link.rule == "judged"}
    for (one, other), judgement in judged.same.items():
        assert (found.person_of[one] == found.person_of[other]) != (judgement in refused)


@settings(max_examples=60, deadline=None)
@given(logs())
def test_nobody_is_one_across_missions_without_a_judgement(log: tuple[Judgement, ...]) -> None:
    found = clusters(tuple(one for one in log if one.verdict != "same")).person_of
    for one, other in combinations(IDS, 2):
        if LINES[one][1] != LINES[other][1]:
            assert found[one] != found[other]


@settings(max_examples=15, deadline=None)
@given(logs())
def test_undoing_everything_restores_persons_and_candidates(log: tuple[Judgement, ...]) -> None:
    undone = tuple(
        Judgement(id=one.id, verdict=one.verdict, sides=one.sides, author="Ada", at=one.at, why=one.why, undone=True)
        for one in log
    )
    assert derive(Evidence(rosters=ROSTERS, judgements=undone)) == derive(Evidence(rosters=ROSTERS))
