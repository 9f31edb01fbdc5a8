"""Which lines are printed on page after page?

A line at the top or the bottom that comes back at the same height, but for its figures, is a running header or footer.
Two pages prove none, except where the figure in the line counts them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Literal

from legation.reading.layout import Piece

MARGIN = 0.15
"""Share of the page's height, at the top and at the bottom, in which running lines stand."""
SHARE = 0.3
"""Share of the pages on which a line has to stand."""
_DEEP = 3
"""Lines from the edge among which running lines are looked for."""
_FIGURES = re.compile(r"\d+")
_ROMAN = re.compile(r"[ivxlc]{1,6}", re.IGNORECASE)

Running = Literal["header", "footer"]


def running_lines(pages: Sequence[tuple[float, Sequence[Piece]]]) -> dict[int, dict[int, Running]]:
    """Kinds of the running lines by page (from 1), then by place in the page's order (from 0).

    Args:
        pages: for each page its height in points and its lines.
    """
    found: dict[tuple[Running, str], list[tuple[int, int, float]]] = defaultdict(list)
    for number, (height, lines) in enumerate(pages, start=1):
        for kind, place in _edges(height, lines):
            text = _FIGURES.sub("#", " ".join(lines[place].text.split()))
            if _ROMAN.fullmatch(text):
                text = "#"
            found[kind, text].append((number, place, lines[place].y0))
    repeated: set[tuple[int, int]] = set()
    for (_, text), places in found.items():
        for near in _same_height(places):
            if _is_running(text, len({number for number, _, _ in near}), len(pages)):
                repeated.update((number, place) for number, place, _ in near)
    running: dict[int, dict[int, Running]] = defaultdict(dict)
    for number, (height, lines) in enumerate(pages, start=1):
        stopped: set[Running] = set()
        for kind, place in _edges(height, lines):
            # What comes back below a line of the page's own is a part of each page's form, not a running line.
            if (number, place) not in repeated:
                stopped.add(kind)
            elif kind not in stopped:
                running[number][place] = kind
    return running


def _edges(height: float, lines: Sequence[Piece]) -> list[tuple[Running, int]]:
    """The outermost lines of a page with the edge at which they stand, from each edge inwards."""
    order = sorted(range(len(lines)), key=lambda place: lines[place].y0)
    top: list[tuple[Running, int]] = [
        ("header", place) for place in order[:_DEEP] if lines[place].y1 <= height * MARGIN
    ]
    bottom: list[tuple[Running, int]] = [
        ("footer", place) for place in order[: -_DEEP - 1 : -1] if lines[place].y0 >= height * (1 - MARGIN)
    ]
    return top + bottom


def _same_height(places: list[tuple[int, int, float]]) -> list[list[tuple[int, int, float]]]:
    """Places whose heights differ by no more than three points from their neighbor's."""
    groups: list[list[tuple[int, int, float]]] = []
    for place in sorted(places, key=lambda one: one[2]):
        if groups and place[2] - groups[-1][-1][2] <= 3.0:
            groups[-1].append(place)
        else:
            groups.append([place])
    return groups


def _is_running(text: str, on: int, pages: int) -> bool:
    if pages < 2 or on < 2:
        return False
    if "#" in text and not text.strip("# -–—/|.()"):
        return on >= max(2, pages * SHARE)
    least = 2 if "#" in text and pages == 2 else 3
    return on >= max(least, pages * SHARE)
