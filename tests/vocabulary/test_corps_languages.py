from __future__ import annotations

from legation.vocabulary.corps_languages import languages_told
from legation.vocabulary.folding import fold


def test_the_words_of_posts_and_missions_tell_the_language() -> None:
    lines = ["Magyarország Nagykövetsége", "első titkár", "kereskedelmi tanácsos"]
    assert languages_told(map(fold, lines))[0] == "hu"


def test_english_tells_none() -> None:
    assert languages_told(map(fold, ["Embassy", "First Secretary"])) == ()


def test_a_word_of_several_languages_counts_for_each() -> None:
    assert {"pl", "ro", "sr"} <= set(languages_told([fold("Ambasada")]))
