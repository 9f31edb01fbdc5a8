from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from legation.vocabulary.phrases import Phrases, PhraseTables

_WORDS = st.lists(st.sampled_from("abc"), max_size=4).map(tuple)


@given(st.lists(st.tuples(_WORDS, st.integers())), _WORDS)
def test_a_phrase_is_found_whole_by_its_first_value(
    entries: list[tuple[tuple[str, ...], int]], asked: tuple[str, ...]
) -> None:
    expected = next((value for words, value in entries if words and words == asked), None)
    assert Phrases(entries).whole(asked) == expected


@given(st.lists(st.tuples(_WORDS, st.integers())), _WORDS)
def test_the_longest_phrase_at_a_word_is_the_longest_that_is_there(
    entries: list[tuple[tuple[str, ...], int]], asked: tuple[str, ...]
) -> None:
    phrases = Phrases(entries)
    there = [words for words, _ in entries if words and asked[: len(words)] == words]
    found = phrases.longest(asked)
    assert (found[1] if found else 0) == max(map(len, there), default=0)
    assert phrases.touches(asked) or found is None


def test_phrases_of_a_line_do_not_overlap() -> None:
    phrases = Phrases([(("first",), 1), (("first", "secretary"), 2), (("secretary", "general"), 3)])
    assert phrases.scan(("the", "first", "secretary", "general", "first")) == [(2, 1, 3), (1, 4, 5)]


@given(st.dictionaries(st.sampled_from("xyz"), st.lists(st.tuples(_WORDS, st.integers()))), _WORDS)
def test_tables_that_are_found_together_have_the_phrases_that_each_has_alone(
    tables: dict[str, list[tuple[tuple[str, ...], int]]], asked: tuple[str, ...]
) -> None:
    alone = {name: Phrases(entries) for name, entries in tables.items()}
    expected = {
        name: {at: hit for at in range(len(asked)) if (hit := phrases.longest(asked, at)) is not None}
        for name, phrases in alone.items()
    }
    assert PhraseTables(tables).found(asked) == {name: places for name, places in expected.items() if places}
