from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legation.errors import UsageError
from legation.resolution.evidence import UNKNOWN, WORDS, Levels, evidence
from legation.resolution.frequencies import Frequencies
from legation.resolution.records import Post, record
from legation.resolution.weights import VETOED, default_weights, odds, read_weights, waterfall, weigh
from legation.vocabulary.link_weights import shipped_weights

A = record("a", ["Zdenka Marvalic"], posts=[Post(mission="XV/XB", first=1, last=99, last_rank="counsellor")])
B = record("b", ["Marvalic Zdenka"], posts=[Post(mission="XV/XL", first=400, last=999, first_rank="counsellor")])
CROWD = [record(str(place), [f"Nora Ovan{chr(97 + place)}"]) for place in range(20)]
LEVELS = st.builds(
    lambda fields, counts: Levels._make((0, *fields, *counts)),
    st.tuples(*(st.integers(UNKNOWN, len(words) - 1) for words in WORDS.values())),
    st.tuples(*[st.integers(0, 80)] * 3),
)


def test_the_waterfall_adds_up_to_the_weight() -> None:
    known = Frequencies.of([A, B, *CROWD])
    levels, weights = evidence(A, B, known), default_weights()
    steps = waterfall(A, B, known, levels, weights)
    assert sum(step.weight for step in steps) == pytest.approx(weigh(levels, weights), abs=1e-9)
    assert {"prior", "population", "families", "givens", "family", "given", "timing", "step"} == {
        step.field for step in steps
    }


def test_a_veto_stands_alone() -> None:
    other = record("c", ["Zdenka Narvalic"])
    known = Frequencies.of([A, other])
    levels = evidence(A, other, known)
    (step,) = waterfall(A, other, known, levels, default_weights())
    assert (step.field, weigh(levels, default_weights())) == ("veto", VETOED)


@settings(max_examples=100, deadline=None)
@given(LEVELS)
def test_what_is_unknown_weighs_nothing_and_every_level_has_a_weight(levels: Levels) -> None:
    weights = default_weights()
    whole = weigh(levels, weights)
    for field in WORDS:
        without = weigh(levels._replace(**{field: UNKNOWN}), weights)
        assert whole - without == pytest.approx(weights.of(field, getattr(levels, field)), abs=1e-9)


def test_a_name_that_agrees_better_never_weighs_less_than_one_that_contradicts() -> None:
    weights = default_weights()
    for field in ("family", "given", "patronymic"):
        names = dict(zip(WORDS[field], weights.fields[field], strict=True))
        assert names["equal"] == max(names.values())
        assert names["different"] == min(names.values())


def test_odds_stay_finite() -> None:
    assert odds(0) == 1
    assert 0 < odds(-5000) < odds(5000) < float("inf")


@pytest.mark.parametrize("broken", ["", "[]", "{}", "half"])
def test_a_file_that_holds_no_weights_is_refused(broken: str) -> None:
    with pytest.raises(UsageError, match="no weights"):
        read_weights(broken)


def test_a_level_without_a_weight_is_refused() -> None:
    data = json.loads(shipped_weights())
    del data["fields"]["family"]["near"]
    with pytest.raises(UsageError, match="near"):
        read_weights(json.dumps(data))
