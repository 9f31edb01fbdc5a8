"""Which pairs of one person become candidates, at how many candidates a name, and what do the caps leave out?

An invented register, its names alone: no state or post parts them. Slips, initials and four layouts are among them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from benchmarks.measure import Measure
from benchmarks.registers import records
from legation.resolution.candidates import candidates
from legation.resolution.records import record

RECORDS = 8000
MOST_FOR_A_NAME, LEAST_FOUND = 60, 0.96


def measures() -> Iterator[Measure]:
    """The share of pairs that are missed, and the candidates for each name."""
    people: defaultdict[str, set[str]] = defaultdict(set)
    for _, name, *_, person in records(RECORDS):
        people[str(person)].add(str(name))
    own = {frozenset(pair) for names in people.values() for pair in combinations(names, 2)}
    every = sorted(set().union(*people.values()))
    places, blocks = candidates([record(name, [name]) for name in every])
    found = {frozenset((every[one], every[other])) for one, other in places}
    missed = 1 - sum(pair in found for pair in own) / len(own)
    dropped = ", ".join(f"{one.kind}: {one.keys} keys of {one.records} records" for one in blocks.dropped)
    how = f"{len(own):,} pairs of {len(every):,} names; dropped {dropped or 'nothing'}"
    yield Measure(what="candidates: pairs missed", figure=missed, unit="", bound=1 - LEAST_FOUND, how=how)
    each = 2 * len(found) / len(every)
    yield Measure(what="candidates: for each name", figure=each, unit="", bound=MOST_FOR_A_NAME, how="on average")
