"""How long does a case of fourteen editions take, and how much memory?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.lists import Section, moved_on, pdf, sections
from benchmarks.measure import Measure, run

EDITIONS = 14


def editions(folder: Path) -> list[Path]:
    """Fourteen invented editions, two months apart, and one more."""
    content: tuple[Section, ...] = sections(seed=7, missions=160, staff=13)
    paths = []
    for number in range(EDITIONS + 1):
        day = date(2020, 2, 5) + timedelta(days=61 * number)
        path = folder / f"list-{day}.pdf"
        path.write_bytes(pdf(content, day))
        paths.append(path)
        content = moved_on(content, seed=number)
    return paths


def measures() -> Iterator[Measure]:
    """Adding and building fourteen editions, building again, and adding one more."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        *first, last = map(str, editions(folder))
        case = str(folder / "case")
        run("init", case)
        added, built = run("add", "--case", case, *first), run("build", "--case", case)
        again = run("build", "--case", case)
        one_added, one_built = run("add", "--case", case, last), run("build", "--case", case)
        peak = max(r.peak_mib for r in (added, built))
        how = f"add {added.seconds:.1f} s, build {built.seconds:.1f} s; whole processes"
        yield Measure(
            what="fourteen editions added and built", figure=added.seconds + built.seconds, unit="s", bound=30, how=how
        )
        yield Measure(
            what="peak memory of any process",
            figure=peak,
            unit="MiB",
            bound=1024,
            how="ru_maxrss of the process and its children",
        )
        yield Measure(what="build with nothing new", figure=again.seconds, unit="s", bound=1, how="whole process")
        said = one_built.output.strip().splitlines()[0]
        how = f"add {one_added.seconds:.1f} s, build {one_built.seconds:.1f} s; {said}"
        yield Measure(
            what="one more edition", figure=one_added.seconds + one_built.seconds, unit="s", bound=10, how=how
        )
