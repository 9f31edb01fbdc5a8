"""How long does it take to look for the people of a case in a register, and who of them is found?

An invented register of entities with sanctions and posts, in which some of the people stand, most of them in another
spelling. Held against reading the same file as JSON and nothing else, in the same process.
"""

from __future__ import annotations

import io
import json
import os
import time
from collections.abc import Callable, Iterator
from itertools import islice

from benchmarks.measure import Measure
from benchmarks.registers import records
from legation.extraction.registers import Scan, form_of, scan
from legation.model.keys import sha256_hex
from legation.resolution.nearby import NameSieve
from legation.vocabulary.states import Gazetteer

ENTRIES = int(os.environ.get("LEGATION_BENCHMARK_ENTRIES", "100000"))
"""A million takes some minutes."""
PEOPLE = 1000
MOST_RATIO, LEAST_FOUND = 15.0, 0.95


def measures() -> Iterator[Measure]:
    """The time of a scan beside that of reading JSON, and the share of spellings that are missed."""
    listed: dict[str, str] = {}
    lines: list[str] = []
    entered: list[tuple[str, str]] = []
    for number, row in enumerate(islice(records(ENTRIES + ENTRIES // 2), ENTRIES + ENTRIES // 2)):
        name, person = str(row[1]), str(row[-1])
        if len(listed) < PEOPLE and person not in listed and number % 40 == 0:
            listed[person] = name
            continue
        if len(lines) < ENTRIES:
            lines.append(_line(number, name))
            entered.append((f"Q{number}", person))
    data = "".join(lines).encode()
    took = _seconds(lambda: [json.loads(line) for line in data.splitlines()])
    found: list[Scan] = []
    ours = _seconds(lambda: found.append(_scanned(data, list(listed.values()))))
    near = {one.key for one in found[0].found}
    wanted = [key for key, person in entered if person in listed]
    missed = 1 - sum(key in near for key in wanted) / max(len(wanted), 1)
    size = f"{len(lines):,} entities, {len(data) / 1e6:.0f} MB"
    how = f"{size}, {len(listed)} people: {ours:.1f} s; JSON alone {took:.1f} s"
    yield Measure(what="register: times reading JSON", figure=ours / took, unit="", bound=MOST_RATIO, how=how)
    how = f"{len(wanted)} entries of people of the case among {len(near)} that are near to one"
    yield Measure(what="register: entries missed", figure=missed, unit="", bound=1 - LEAST_FOUND, how=how)


def _line(number: int, name: str) -> str:
    properties = {
        "name": [name],
        "country": ["ru"],
        "topics": ["role.pep"],
        "position": ["Member of a council"],
        "birthDate": [f"19{40 + number % 50}"],
        "notes": ["Entered from a gazette that is printed each month, with the number of its page."],
    }
    entity = {"id": f"Q{number}", "schema": "Person", "properties": properties, "datasets": ["invented"]}
    return json.dumps(entity, ensure_ascii=False) + "\n"


def _scanned(data: bytes, names: list[str]) -> Scan:
    return scan(lambda: io.BytesIO(data), sha256_hex(data), form_of(data[:4096]), NameSieve(names), Gazetteer.default())


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
