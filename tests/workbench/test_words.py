"""What a command calls an option a form calls by its label."""

from __future__ import annotations

from legation.workbench.words import in_a_form


def test_what_a_command_asks_for_is_said_in_the_words_of_the_form() -> None:
    said = in_a_form("an address needs the day on which it said so: add --date DATE")
    assert said == "an address needs the day on which it said so: add “Day on which it said so”"
    assert in_a_form("such as --published 2022-04-04") == "such as “Day of an article” 2022-04-04"


def test_what_no_form_asks_for_stays_as_it_is() -> None:
    assert in_a_form("two - or more -- are left; --offline FILE") == "two - or more -- are left; --offline FILE"
