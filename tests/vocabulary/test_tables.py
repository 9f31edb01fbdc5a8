from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out


def test_brackets_stand_for_either_and_may_be_left_out() -> None:
    assert spelled_out("[second/deuxième] secrétaire[/ d ambassade] | attaché") == [
        ("second", "secretaire"),
        ("second", "secretaire", "d", "ambassade"),
        ("deuxieme", "secretaire"),
        ("deuxieme", "secretaire", "d", "ambassade"),
        ("attache",),
    ]


def test_rows_leave_comments_out() -> None:
    assert all(not row[0].startswith("#") for row in rows("ranks.tsv"))


def test_the_longest_phrase_wins_and_the_first_given_stays() -> None:
    phrases = Phrases([(("first",), 1), (("first", "secretary"), 2), (("first",), 3)])
    assert phrases.longest(("first", "secretary", "x")) == (2, 2)
    assert phrases.longest(("first",)) == (1, 1)
    assert phrases.whole(("first", "secretary", "x")) is None


words = st.lists(st.sampled_from("abc"), max_size=8)


@given(words, st.lists(words.filter(bool).map(tuple), max_size=6))
def test_a_scan_finds_phrases_that_stand_there_and_never_overlap(text: list[str], known: list[tuple[str, ...]]) -> None:
    found = Phrases((phrase, phrase) for phrase in known).scan(text)
    assert all(tuple(text[first:stop]) == phrase for phrase, first, stop in found)
    assert all(one[2] <= other[1] for one, other in pairwise(found))
