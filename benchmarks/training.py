"""Train weights of names: `python -m benchmarks.training SPLINK_PYTHON [--write]`.

Invented registers give pairs of which it is known who is who; Splink, in an environment of its own (`peers/splink.in`),
counts how often one person and how often two show each relation of their names. Weights of careers aren't fitted: the
registers' careers are as their generator makes them. What came out isn't shipped: it is better on registers of this
making and worse on lists of another, whose spellings differ in other ways; see `docs/identity.md`.
"""

from __future__ import annotations

import csv
import json
import math
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.registers import records
from legation.language.names import levels as name_levels
from legation.resolution.candidates import candidates
from legation.resolution.evidence import UNKNOWN, WORDS, Field, Levels
from legation.resolution.frequencies import Frequencies
from legation.resolution.records import Record, record
from legation.resolution.weights import read_weights, weigh
from legation.vocabulary.link_weights import shipped_weights

RECORDS, SEED = 8_000, 7
TRAINED: tuple[Field, ...] = ("family", "given", "patronymic", "middle")
FEWEST = 40
"""Pairs of one person that must show a level before its weight moves: of what is never printed so, nothing is known."""
MOST_BITS = 12.0
SCRIPT = Path(__file__).parent / "peers" / "train_with_splink.py"
WEIGHTS = Path(__file__).parents[1] / "src" / "legation" / "vocabulary" / "link_weights.json"

Labeled = tuple[Levels, bool]


def main(python: str, *options: str) -> None:
    """Train, say what changes, and write the file where that is wanted."""
    pairs = list(labeled_pairs())
    print(len(pairs), sum(label for _, label in pairs), "of one person")
    trained = fitted(python, pairs)
    data = json.loads(shipped_weights())
    changed = with_levels(data, trained, Counter(seen for levels, label in pairs if label for seen in _levels(levels)))
    changed["trained"] = {
        "from": {field: _start(data)[field] for field in TRAINED},
        "with": "Splink 5.0.0 on DuckDB 2.0.0, from labels",
        "on": f"{len(pairs)} pairs of {RECORDS} invented records, seed {SEED}",
        "fields": list(TRAINED),
    }
    text = json.dumps(changed, ensure_ascii=False, indent=2) + "\n"
    for field in TRAINED:
        for level, before in data["fields"][field].items():
            after = changed["fields"][field][level]
            if after != before:
                print(f"{field} {level}: {before:g} to {after:g}")
    for when, weights in (("before", shipped_weights()), ("after", text)):
        print(when, *(f"{name} {value:.4f}" for name, value in _quality(weights, pairs).items()))
    if "--write" in options:
        WEIGHTS.write_text(text, encoding="utf-8")


def labeled_pairs() -> Iterator[Labeled]:
    """The levels of every candidate pair of an invented register, vetoes left aside, and whether it is one person."""
    by_sender: defaultdict[str, list[tuple[Record, str]]] = defaultdict(list)
    for id_, name, sending, *_, person in records(RECORDS, seed=SEED):
        by_sender[str(sending)].append((record(str(id_), [str(name)], sending=str(sending)), str(person)))
    for sender in sorted(by_sender):
        known = [one for one, _ in by_sender[sender]]
        persons = [person for _, person in by_sender[sender]]
        frequencies = Frequencies.of(known)
        for a, b in candidates(known)[0]:
            yield _of_names(known[a], known[b], frequencies), persons[a] == persons[b]


def _of_names(a: Record, b: Record, known: Frequencies) -> Levels:
    """The levels of two names, also where they contradict each other: most pairs of two persons are such."""
    _, family, given, patronymic = name_levels(a.names[0], b.names[0])
    middle = WORDS["middle"].index("same" if a.middles & b.middles else "other") if a.middles and b.middles else UNKNOWN
    return Levels(
        veto=0,
        family=family,
        given=given,
        patronymic=patronymic,
        middle=middle,
        **dict.fromkeys(("timing", "step", "track", "heads", "born", "age"), UNKNOWN),
        families=known.rarity(known.others_with_family(a, b)),
        givens=known.rarity(known.others_with_given(a, b)),
        population=known.size(),
    )


def _levels(levels: Levels) -> Iterator[tuple[str, int]]:
    for field in TRAINED:
        yield field, getattr(levels, field)


def fitted(python: str, pairs: list[Labeled]) -> dict[tuple[str, int], tuple[float, float]]:
    """How often one person, and two, show each level."""
    with tempfile.TemporaryDirectory() as folder:
        table, fields = Path(folder) / "pairs.csv", Path(folder) / "fields.json"
        seen: defaultdict[str, set[int]] = defaultdict(set)
        with table.open("w", encoding="utf-8", newline="") as lines:
            writer = csv.writer(lines)
            writer.writerow(["pair", "one_person", *TRAINED])
            for number, (levels, label) in enumerate(pairs):
                row = dict(_levels(levels))
                writer.writerow([number, int(label), *row.values()])
                for field, level in row.items():
                    seen[field].add(level)
        fields.write_text(json.dumps({field: sorted(found - {UNKNOWN}) for field, found in seen.items()}))
        said = subprocess.run([python, str(SCRIPT), str(table), str(fields)], check=True, stdout=subprocess.PIPE)
    found = json.loads(said.stdout.decode().strip().splitlines()[-1])
    return {
        (one["field"], one["level"]): (one["m"], one["u"])
        for one in found["levels"]
        if one["m"] is not None and one["u"] is not None
    }


def with_levels(
    data: dict[str, Any], trained: dict[tuple[str, int], tuple[float, float]], seen: Counter[tuple[str, int]]
) -> dict[str, Any]:
    """The weights with those of levels that enough pairs show; of names, relative to equal ones."""
    fields: dict[str, dict[str, float]] = json.loads(json.dumps({**data["fields"], **_start(data)}))
    for field in TRAINED:
        words = WORDS[field]
        bits = {
            level: math.log2(max(m, 1e-9) / max(u, 1e-9))
            for (name, level), (m, u) in trained.items()
            if name == field and seen[field, level] >= FEWEST
        }
        equal = words.index("equal") if field in ("family", "given") else None
        base = bits.get(equal, 0.0) if equal is not None else 0.0
        for level, found in bits.items():
            bound = 0.0 if equal is not None else MOST_BITS
            trained_to = min(max(found - base, -MOST_BITS), bound)
            # Half of the way: how often the registers slip, shorten and leave out is thought out, not counted.
            fields[field][words[level]] = round((fields[field][words[level]] + trained_to) / 2, 1)
        if "equal" in fields[field]:
            # Nothing that agrees worse speaks more for one person.
            fields[field] = {name: min(weight, fields[field]["equal"]) for name, weight in fields[field].items()}
    return {**data, "fields": fields}


def _start(data: dict[str, Any]) -> dict[str, dict[str, float]]:
    """The weights before any training, from which each one starts."""
    found: dict[str, dict[str, float]] = data["trained"]["from"] if data["trained"] else data["fields"]
    return found


def _quality(text: str, pairs: list[Labeled]) -> dict[str, float]:
    """Average precision, and the share of persons found at a precision of 0.99."""
    weights = read_weights(text)
    ranked = sorted(((weigh(levels, weights), label) for levels, label in pairs), key=lambda one: (-one[0], one[1]))
    whole, right, summed, kept = sum(label for _, label in ranked), 0, 0.0, 0
    for place, (_, label) in enumerate(ranked, start=1):
        right += label
        if label:
            summed += right / place
        if right / place >= 0.99:
            kept = right
    return {"average-precision": summed / max(whole, 1), "recall-at-0.99": kept / max(whole, 1)}


if __name__ == "__main__":
    main(*sys.argv[1:])
