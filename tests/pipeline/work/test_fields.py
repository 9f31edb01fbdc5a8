from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from legation.errors import UsageError
from legation.model.claims import Attribution, Claim, Event, NamedPerson
from legation.model.dates import Edtf, Precision
from legation.pipeline.work.fields import (
    CLAIM_FIELDS,
    EVENT_FIELDS,
    Parser,
    choices,
    claim_fields,
    event_fields,
    pairs_of,
)
from tests import make


def test_words_become_pairs() -> None:
    assert pairs_of(["count=8", "Count-Unit=persons", "reason=a=b"]) == {
        "count": "8",
        "count_unit": "persons",
        "reason": "a=b",
    }


@pytest.mark.parametrize("words", [["count"], ["=8"], ["count=1", "count=2"]])
def test_what_is_no_pair_is_refused(words: list[str]) -> None:
    with pytest.raises(UsageError):
        pairs_of(words)


def test_an_event_takes_its_fields_as_they_are_printed() -> None:
    fields = event_fields(
        {"type": "ceiling", "from": "30", "to": "20", "date": "2020-03", "persons": "Ana Kovil; Otto Brenn"}
    )
    assert (fields["posts_from"], fields["posts_to"]) == (30, 20)
    assert (fields["date"], fields["date_precision"]) == (Edtf.parse("2020-03"), Precision.MONTH)
    assert fields["persons"] == (NamedPerson(name="Ana Kovil"), NamedPerson(name="Otto Brenn"))
    assert (fields["status"], fields["attribution"]) == ("asserted", ())


def test_who_says_so_becomes_the_chain() -> None:
    fields = event_fields({"type": "expulsion", "speaker": "the ministry", "status": "announced"})
    assert fields["attribution"] == (Attribution(speaker="the ministry", stance="asserts"),)
    anonymous = claim_fields({"type": "affiliation", "stance": "believes", "anonymous": "yes"})
    assert anonymous["attribution"] == (Attribution(speaker=None, stance="believes", anonymous=True),)


@pytest.mark.parametrize("kind", ["affiliation", "training", "family", "attributed-act"])
def test_a_claim_that_can_harm_is_never_without_claimant(kind: str) -> None:
    with pytest.raises(UsageError, match="claimant"):
        claim_fields({"type": kind, "subject": "Ana Kovil"})


@pytest.mark.parametrize(
    "pairs",
    [
        {"count": "8"},
        {"type": "expulsion", "count": "-1"},
        {"type": "expulsion", "count": "8.5"},
        {"type": "expulsion", "date": "2020-02-30"},
        {"type": "expulsion", "deadline": "soon"},
        {"type": "expulsion", "deadline": "P"},
        {"type": "expulsion", "deadline": "PT"},
        {"type": "expulsion", "actor": "Brannia"},
        {"type": "expulsion", "mission": "Brannia"},
        {"type": "expulsion", "background": "perhaps"},
        {"type": "expulsion", "status": "sure"},
        {"type": "expulsion", "city": ""},
    ],
)
def test_what_cannot_be_is_refused(pairs: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        event_fields(pairs)


@pytest.mark.parametrize("text", ["P5D", "PT48H", "P1W", "P1DT12H", "2020-04-01"])
def test_a_deadline_is_a_day_or_a_duration(text: str) -> None:
    assert event_fields({"type": "expulsion", "deadline": text})["deadline"] == text


WRITTEN = {
    "actor": "XB",
    "target": "XV",
    "mission": "XV/XB",
    "count": "8",
    "from": "30",
    "to": "20",
    "persons": "Dario Veltran; Mira Osten",
    "date": "2020-03-01",
    "deadline": "P5D",
    "when": "2016/2020",
    "about": "claim-1",
}
"""A value of each field that doesn't take any words."""


@pytest.mark.parametrize("known", [EVENT_FIELDS, CLAIM_FIELDS], ids=["event", "claim"])
def test_each_field_that_may_be_filled_in_becomes_a_part_of_the_value(known: Mapping[str, tuple[str, Parser]]) -> None:
    offered = choices(known)
    pairs = {name: offered[name][0] if name in offered else WRITTEN.get(name, "some words") for name in known}
    place: dict[str, Any] = {"id": "x-1", "layer": "body", "passage": make.passage("some words"), "rule": "by-hand"}
    value: Event | Claim
    value = Event(**place, **event_fields(pairs)) if known is EVENT_FIELDS else Claim(**place, **claim_fields(pairs))
    (link,) = value.attribution
    assert (link.speaker, link.stance, link.anonymous) == ("some words", offered["stance"][0], True)
    assert value.type == offered["type"][0]


def test_a_field_of_chosen_words_takes_each_of_them_and_no_other() -> None:
    for name, words in choices(EVENT_FIELDS).items():
        read = EVENT_FIELDS[name][1]
        assert [read(word) is not None for word in words] == [True] * len(words)
        with pytest.raises(UsageError):
            read("no such word")
