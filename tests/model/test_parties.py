from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legation.errors import KeyFormError
from legation.model.parties import Mission

codes = st.from_regex(r"[A-Z]{2,5}", fullmatch=True)
words = st.text(st.characters(codec="utf-8", exclude_characters="/"), min_size=1, max_size=8)


@given(codes, codes, st.lists(words, max_size=2))
def test_a_mission_comes_back_from_its_key(sending: str, receiving: str, branch: list[str]) -> None:
    mission = Mission(sending=sending, receiving=receiving, branch=tuple(branch))
    assert Mission.parse(mission.key) == mission


@pytest.mark.parametrize("key", ["", "XV", "XV/", "/XB", "xv/xb", "XV/XB/", "XV/XB//Port", "XV/XB/a/b/c", "XV XB"])
def test_what_is_no_key_is_refused_with_the_form_of_one(key: str) -> None:
    with pytest.raises(KeyFormError, match="SENDING/RECEIVING"):
        Mission.parse(key)
