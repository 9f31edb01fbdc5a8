"""How fast are names compared, and how well, beside nomenklatura's logic-v2 in the same run?

The peer lives in an environment of its own, `.venv-peers/names`, made from `peers/names.txt` when it is asked for and
absent. `python -m benchmarks.names PAIRS.tsv FOLDER` scores a table of labelled pairs with both, a file for each.
"""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
import time
import venv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from benchmarks.measure import Measure
from legation.language.names import Name, levels, prepared, similarity, skeletons
from tests.language.names.romanizing import SPELLERS, invented

HERE = Path(__file__).parent
ROOM = HERE.parent / ".venv-peers" / "names"
PEOPLE, PAIRS, PEER_PAIRS = 4000, 40_000, 3000
START = "import time; start = time.process_time(); from legation.language.names import levels; {}; "
START += "from pathlib import Path; lines = Path('/proc/self/status').read_text().splitlines(); "
START += "print(time.process_time() - start, *[int(x.split()[1]) / 1024 for x in lines if 'VmHWM' in x])"
FIRST = "levels('Dario Veltran', 'Дарий Вельтран')"

Pair = tuple[str, str]
Labelled = list[tuple[float, bool]]


def measures() -> Iterator[Measure]:
    """Speed of our own; then both, side by side, in speed and on invented pairs."""
    seconds, mebibytes = _started()
    yield Measure(what="names: start and first pair", figure=seconds, unit="CPU s", bound=0.5, how="a whole process")
    yield Measure(what="names: memory of that", figure=mebibytes, unit="MiB", bound=150, how="peak of the process")
    names = spelled(PEOPLE, seed=21)
    start = time.process_time()
    made = {name: prepared(name) for name in names}
    for one in made.values():
        _read(one)
    each = (time.process_time() - start) / len(names) * 1e6
    how = f"{len(names):,} names, with all that is read when words meet others"
    yield Measure(what="names: prepare a new one", figure=each, unit="µs", bound=800, how=how)
    pairs = candidates(names, PAIRS)
    start = time.process_time()
    for a, b in pairs:
        levels(made[a], made[b])
    ours = (time.process_time() - start) / len(pairs) * 1e6
    yield Measure(
        what="names: levels of a new pair", figure=ours, unit="µs", bound=25, how="candidates, names read before"
    )
    yield from beside(random.Random(5).sample(pairs, PEER_PAIRS), ours)


def _read(name: Name) -> list[object]:
    """Whatever a comparison may ask of a name: each is worked out once."""
    found: list[object] = []
    for side in (name.straight, name.turned):
        if side is not None:
            words = [*side.family, *(one.word for one in side.given), *([side.patronymic] if side.patronymic else [])]
            found += [side.shown, *(one.plain for one in words), *(one.groups for one in side.given)]
    return found


def beside(pairs: Sequence[Pair], ours: float) -> Iterator[Measure]:
    """The peer's speed on some of the same pairs, and how both tell invented persons apart."""
    seconds, _ = peer_scores(pairs)
    theirs = seconds / len(pairs) * 1e6
    how = f"it takes {theirs:.0f} µs a pair"
    yield Measure(what="names: of logic-v2's time", figure=ours / theirs, unit="", bound=1 / 8, how=how)
    labelled = [*same_people(600), *other_people(600)]
    asked = [pair for pair, _ in labelled]
    labels = [label for _, label in labelled]
    wrong = 1 - best_f1([(similarity(a, b), label) for (a, b), label in zip(asked, labels, strict=True)])
    _, scores = peer_scores(asked)
    peer = 1 - best_f1(list(zip(scores, labels, strict=True)))
    how = f"1 - best F1 on 1,200 invented pairs; logic-v2 {peer:.3f}"
    yield Measure(what="names: not told apart", figure=wrong, unit="", bound=0.02, how=how)


def spelled(people: int, seed: int) -> list[str]:
    """Names of invented people, each in two conventions."""
    dice = random.Random(seed)
    ways = list(SPELLERS.values())
    return [f"{way(one)} {way(other)}" for one, other in invented(people, seed=seed) for way in dice.sample(ways, 2)]


def candidates(names: Sequence[str], most: int) -> list[Pair]:
    """Pairs of names whose family names share a skeleton, each once; one name after the other, as linkage asks."""
    blocks: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for skeleton in skeletons(name.split()[-1]):
            blocks[skeleton].append(name)
    found = {(a, b) for block in blocks.values() for a in block for b in block if a < b}
    pairs = sorted(found)
    return sorted(random.Random(4).sample(pairs, min(most, len(pairs))))


def same_people(count: int) -> list[tuple[Pair, bool]]:
    """One person in two conventions."""
    names = spelled(count, seed=31)
    return [((a, b), True) for a, b in zip(names[::2], names[1::2], strict=True)]


def other_people(count: int) -> list[tuple[Pair, bool]]:
    """Two persons with one given name in two conventions, of all pairs of family names those that begin alike."""
    dice = random.Random(32)
    ways = list(SPELLERS.values())
    people = sorted(invented(count * 2, seed=32), key=lambda person: person[1])
    found = []
    for (given, one), (_, other) in pairwise(people):
        if one != other:
            here, there = dice.sample(ways, 2)
            found.append(((f"{here(given)} {here(one)}", f"{there(given)} {there(other)}"), False))
    return dice.sample(found, count)


def best_f1(scored: Labelled) -> float:
    """The best F1 over all thresholds."""
    positives = sum(label for _, label in scored)
    best = 0.0
    for threshold in {score for score, _ in scored}:
        kept = [label for score, label in scored if score >= threshold]
        best = max(best, 2 * sum(kept) / (len(kept) + positives))
    return best


def peer_scores(pairs: Sequence[Pair]) -> tuple[float, list[float]]:
    """CPU seconds and scores of logic-v2."""
    python = ROOM / "bin" / "python"
    if not python.exists():
        venv.create(ROOM, with_pip=True)
        locked = str(HERE / "peers" / "names.txt")
        install = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", locked]
        subprocess.run(install, check=True)
    lines = "".join(f"{a}\t{b}\n" for a, b in pairs)
    command = [str(python), str(HERE / "peers" / "logic_v2.py")]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True)
    told = json.loads(done.stdout)
    return told["seconds"], told["scores"]


def _started() -> tuple[float, float]:
    runs = []
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", START.format(FIRST)], capture_output=True, text=True, check=True)
        runs.append(tuple(map(float, done.stdout.split())))
    return median(run[0] for run in runs), max(run[1] for run in runs)


def score_both(table: Path, folder: Path) -> None:
    """Write a table of labelled pairs twice, with our scores and with the peer's."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = [(row["name_a"], row["name_b"]) for row in rows]
    seconds, theirs = peer_scores(pairs)
    start = time.process_time()
    ours = [similarity(a, b) for a, b in pairs]
    print(
        f"legation {time.process_time() - start:.2f} CPU s, names new; logic-v2 {seconds:.2f} CPU s, names read before"
    )
    folder.mkdir(parents=True, exist_ok=True)
    for name, scores in (("legation", ours), ("logic-v2", theirs)):
        with (folder / f"{name}.tsv").open("w", encoding="utf-8", newline="") as out:
            print(*rows[0], "score", sep="\t", file=out)
            for row, score in zip(rows, scores, strict=True):
                print(*row.values(), round(score, 4), sep="\t", file=out)


if __name__ == "__main__":
    score_both(Path(sys.argv[1]), Path(sys.argv[2]))
