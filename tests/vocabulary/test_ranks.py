from __future__ import annotations

from legation.vocabulary.ranks import DEPUTY_HEAD, HEADS, NO_RANKS, PRECEDENCE, attache_words, rank_phrases
from legation.vocabulary.tables import rows


def test_every_code_of_the_data_is_in_the_order_of_precedence() -> None:
    assert {code for _, code, _ in rows("ranks.tsv")} <= {*PRECEDENCE, DEPUTY_HEAD, *NO_RANKS}
    assert {code for code, _ in attache_words().values()} <= {*PRECEDENCE, "attache", "deputy", "join"}


def test_heads_of_mission_come_first() -> None:
    assert PRECEDENCE[: len(HEADS)] == tuple(code for code in PRECEDENCE if code in HEADS)


def test_each_language_of_lists_has_the_ranks_below_the_head() -> None:
    for language in ("en", "fr", "de", "ru", "uk", "es", "pl", "nl"):
        codes = {code for held, code, _ in rows("ranks.tsv") if held == language}
        assert {"ambassador", "counsellor", "first-secretary", "second-secretary", "third-secretary"} <= codes


def test_a_permanent_representative_with_a_german_embassy_is_the_deputy() -> None:
    found = rank_phrases().longest(("standiger", "vertreter"))
    assert found is not None
    assert found[0][0] == DEPUTY_HEAD
