"""Measure everything, or what is named: `python -m benchmarks [starting|pages|folders|reports|cases ...]`.

`million`, `workbench` and `judged` take many minutes and run only where they are named. Ends with 1 where a figure is
out of its bound.
"""

from __future__ import annotations

import sys

from benchmarks import (
    candidates,
    cases,
    deriving,
    entries,
    folders,
    judged,
    linking,
    matrix,
    million,
    names,
    pages,
    paths,
    reports,
    starting,
    warcs,
    workbench,
)

ALL = {
    "starting": starting,
    "pages": pages,
    "folders": folders,
    "deriving": deriving,
    "reports": reports,
    "cases": cases,
    "candidates": candidates,
    "entries": entries,
    "names": names,
    "linking": linking,
    "warcs": warcs,
    "matrix": matrix,
    "paths": paths,
}
LONG = {"million": million, "workbench": workbench, "judged": judged}
"""What takes too long to run unasked."""


def main(chosen: list[str]) -> int:
    """Print one line a measure."""
    out = 0
    for name in chosen or ALL:
        for measure in (ALL | LONG)[name].measures():
            out += not measure.kept
            word = "ok  " if measure.kept else "OVER"
            figure = f"{measure.figure:8.2f} {measure.unit} (bound {measure.bound:g})"
            print(f"{word} {measure.what:36} {figure:34} {measure.how}", flush=True)
    return int(out > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
