"""How long does it take to find a chain between two of a hundred thousand postings?"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from datetime import date, timedelta

from benchmarks.measure import Measure
from legation.analysis.paths import paths
from legation.analysis.ties import Wanted
from legation.model.case import Derived
from legation.model.dates import Bounds
from legation.model.parties import Person
from legation.model.postings import Posting

POSTINGS, MISSIONS, PAIRS = 100_000, 2_000, 12
SEED = 20190204


def measures() -> Iterator[Measure]:
    """Persons with one to three posts among two thousand missions, pairs of them taken by chance."""
    derived = _derived()
    pick = random.Random(SEED)
    seconds = []
    found = 0
    for _ in range(PAIRS):
        one, other = pick.sample(derived.persons, 2)
        start = time.process_time()
        found += bool(paths(derived, one.id, other.id, Wanted(), {}).paths)
        seconds.append(time.process_time() - start)
    yield Measure(
        what="processor seconds for a chain among 100,000 postings",
        figure=max(seconds),
        unit="s",
        bound=8.0,
        how=f"the slowest of {PAIRS} pairs, {found} with a chain; the middle one {sorted(seconds)[PAIRS // 2]:.1f} s",
    )


def _derived() -> Derived:
    pick = random.Random(SEED)
    postings: list[Posting] = []
    persons: list[Person] = []
    while len(postings) < POSTINGS:
        person = Person(id=f"listing-{len(persons):08x}", label=f"Person {len(persons)}")
        persons.append(person)
        day = date(1990, 1, 1) + timedelta(days=pick.randrange(9_000))
        for _ in range(pick.choice((1, 1, 2, 3))):
            last = day + timedelta(days=pick.randrange(300, 1_500))
            postings.append(_posting(person, f"XA/X{pick.randrange(MISSIONS)}", day, last, len(postings)))
            day = last + timedelta(days=pick.randrange(30, 900))
    return Derived(persons=tuple(persons), postings=tuple(postings))


def _posting(person: Person, mission: str, first: date, last: date, number: int) -> Posting:
    return Posting(
        id=f"posting-{number:08x}",
        person=person,
        mission=mission,
        titles=(),
        listed_from=Bounds.on(first),
        listed_to=Bounds.on(last),
        start=Bounds.on(first),
        start_basis="editions",
        end=Bounds.on(last),
        end_basis="editions",
        end_kind="left-list",
        windows=(),
        editions=(first.isoformat(), last.isoformat()),
        derivation=(),
        passages=(),
    )
