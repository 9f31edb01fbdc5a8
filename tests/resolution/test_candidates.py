from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from legation.resolution.candidates import CAPS, blocks, candidates, keys_of, pairs
from legation.resolution.records import Post, Record, record

KEYS = st.lists(st.sets(st.text("spi", min_size=1, max_size=3), max_size=6), max_size=12)


def found(*names: str) -> set[frozenset[str]]:
    records = [record(name, [name]) for name in names]
    return {frozenset((names[one], names[other])) for one, other in candidates(records)[0]}


def at(name: str, mission: str, year: int) -> Record:
    day = date(year, 6, 1).toordinal()
    return record(f"{name} {mission}", [name], posts=[Post(mission=mission, first=day, last=day)])


def test_one_name_in_other_scripts_and_romanizations_is_a_candidate() -> None:
    names = ("Борис Вежняков", "Wjeschnjakow, Boris", "VEJNIAKOV Boris", "Veznjakov B.", "Zdenka Marvalic")
    pairs_found = found(*names)
    assert all(frozenset(pair) in pairs_found for pair in combinations(names[:3], 2))
    assert not any({names[0], names[4]} <= pair for pair in pairs_found)


def test_a_name_without_vowels_meets_one_with_them() -> None:
    assert found("کریم ناظری", "NAZERI Karim", "Otto Brenn") == {frozenset(("کریم ناظری", "NAZERI Karim"))}


def test_two_words_written_as_one_meet() -> None:
    assert frozenset(("Alibabeyev Timur", "Ali Babeyev")) in found("Alibabeyev Timur", "Ali Babeyev", "Otto Brenn")


def test_a_family_name_alone_meets_who_is_at_the_same_mission_in_the_same_year() -> None:
    crowd = ["Zdenka MARVALIC"] * 40
    records = [at(name, f"XV/X{chr(65 + place % 20)}", 1990 + place) for place, name in enumerate(crowd)]
    records.append(at("Marvalic", records[3].posts[0].mission, 1993))
    places, _ = candidates(records)
    assert (3, 40) in set(places)


def test_keys_that_too_many_share_are_dropped_and_told() -> None:
    names = [f"Marvalic {first}{second}ora" for first in "BDFGKLMNPRT" for second in "aeiou"]
    _, known = candidates([record(name, [name]) for name in names])
    dropped = {one.kind: one for one in known.dropped}
    assert dropped["s"].largest == len(names) > CAPS["s"]
    assert all("smrv" not in keys for keys in known.keys)


def test_only_the_wanted_kinds_of_keys_are_made() -> None:
    keys = keys_of(at("Zdenka Marvalic", "XV/XB", 2001), "sp")
    assert {key[0] for key in keys} == {"s", "p"}


@settings(max_examples=60, deadline=None)
@given(KEYS)
def test_every_pair_that_shares_a_kept_key_comes_once(keys: list[set[str]]) -> None:
    known = blocks(keys, dict.fromkeys("spi", 4))
    gone = {key for own in keys for key in own if sum(key in other for other in keys) > 4}
    wanted = [(one, other) for one, other in combinations(range(len(keys)), 2) if (keys[one] & keys[other]) - gone]
    assert list(pairs(known)) == wanted
    assert [pair for place in range(len(keys)) for pair in pairs(known, [place])] == wanted


@settings(max_examples=40, deadline=None)
@given(KEYS)
def test_what_is_dropped_adds_up(keys: list[set[str]]) -> None:
    known = blocks(keys, dict.fromkeys("spi", 2))
    kept = sum(len(own) for own in known.keys)
    alone = sum(sum(key in other for other in keys) == 1 for own in keys for key in own)
    assert kept + alone + sum(one.records for one in known.dropped) == sum(map(len, keys))
