from __future__ import annotations

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.resolution.calibration import FEWEST, Example, enough, fit
from legation.resolution.evidence import UNKNOWN, WORDS, Levels
from legation.resolution.weights import default_weights, read_weights, weigh
from legation.vocabulary.link_weights import shipped_weights

EQUAL = len(WORDS["family"]) - 1


def levels(**fields: int) -> Levels:
    given = {"veto": 0, "family": EQUAL, "given": EQUAL, "families": 30, "givens": 12, "population": 34} | fields
    return Levels(**{name: given.get(name, UNKNOWN) for name in Levels._fields})


UP, DOWN = WORDS["step"].index("up-1"), WORDS["step"].index("down-3")


def judged(step: int, same: int, different: int) -> list[Example]:
    return [(levels(step=step), True)] * same + [(levels(step=step), False)] * different


def weight(text: str, step: int) -> float:
    return read_weights(text).of("step", step)


def test_a_level_that_people_judge_otherwise_moves_their_way() -> None:
    found = fit(shipped_weights(), [*judged(UP, 30, 5), *judged(DOWN, 25, 5)])
    assert weight(found.text, DOWN) > weight(shipped_weights(), DOWN)
    (change,) = [one for one in found.changes if one.level == "down-3"]
    assert (change.same, change.different, change.before) == (25, 5, weight(shipped_weights(), DOWN))
    assert change.after == weight(found.text, DOWN)


def test_what_nobody_judged_stays() -> None:
    found = fit(shipped_weights(), [*judged(UP, 40, 10), *judged(DOWN, 2, 8)])
    before, after = default_weights(), read_weights(found.text)
    for field in ("patronymic", "track", "born", "timing"):
        assert after.fields[field] == before.fields[field]


def test_probabilities_fit_the_judgements_better_afterwards() -> None:
    found = fit(shipped_weights(), [*judged(UP, 30, 30), *judged(DOWN, 30, 2)])
    off = [sum(abs(one.same - one.expected) for one in bins) for bins in (found.before, found.after)]
    assert off[1] < off[0]
    assert all(sum(one.pairs for one in bins) == 92 for bins in (found.before, found.after))


def test_few_judgements_are_not_enough() -> None:
    assert not enough(judged(UP, FEWEST - 1, 0))
    assert not enough(judged(UP, FEWEST, 9))
    assert enough(judged(UP, FEWEST - 10, 10))


def test_the_version_says_that_and_to_how_many_the_weights_were_fitted() -> None:
    shipped = json.loads(shipped_weights())["version"]
    assert json.loads(fit(shipped_weights(), judged(UP, 40, 12)).text)["version"] == f"{shipped}+52-judged"


def test_what_a_veto_excludes_says_nothing_of_weights() -> None:
    examples = judged(UP, 40, 12)
    vetoed = [(levels(veto=1, step=UP), True)] * 20
    assert fit(shipped_weights(), [*examples, *vetoed]).text == fit(shipped_weights(), examples).text


@settings(max_examples=10, deadline=None)
@given(
    counts=st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=5),
    chance=st.randoms(use_true_random=False),
)
def test_the_order_of_judgements_does_not_matter_and_weights_stay_finite(
    counts: list[tuple[int, int, int]], chance: random.Random
) -> None:
    examples = [example for step, same, different in counts for example in judged(step, same, different)]
    found = fit(shipped_weights(), examples)
    shuffled = list(examples)
    chance.shuffle(shuffled)
    assert fit(shipped_weights(), shuffled).text == found.text
    for one, _ in examples:
        assert weigh(one, read_weights(found.text)) == pytest.approx(weigh(one, default_weights()), abs=40)
