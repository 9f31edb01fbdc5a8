"""The pictures of the workbench in the documents, from the demo case: `python -m tests.workbench.pictures`."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page

from legation.pipeline.demo import demo
from tests.workbench.chromium import chromium, served, visit

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "images"
SIZE = {"width": 1200, "height": 780}
HEAVIEST = 150_000
"""Bytes of a picture."""
COLORS = 64
CLIPS_STAND = """() => [...document.images].every(
    (one) => one.getBoundingClientRect().top > innerHeight || (one.complete && one.naturalWidth > 0)
)"""
"""Clips of pages are loaded when they come in sight."""
SCREENS = {
    "questions": "/",
    "captures": "/captures",
    "check": "/sources/{pdf}?leaf=8",
    "check-report": "/sources/{report}",
    "diff": "/diff?mission=QZ/QV",
    "mission": "/missions/QZ/QN",
    "carousel": "/missions/QZ/QV/carousel",
    "happening": "/happenings/{happening}",
    "person": "/persons/{person}",
    "claims": "/claims",
    "contradictions": "/contradictions",
    "review": "/review",
    "log": "/log",
}
"""Screens by the name of their picture."""


def taken(page: Page, base: str) -> Iterator[tuple[str, bytes]]:
    """Each screen's picture by its name."""

    def twin(path: str) -> Any:  # noqa: ANN401 - a JSON twin holds any value
        return page.request.get(f"{base}{path}?format=json").json()

    named = {row["name"]: row["sha256"] for row in twin("/captures")["captures"]}
    listed = [row["person"] for table in twin("/missions/QZ/QN")["presence"] for row in table["rows"]]
    tallied = max(twin("/missions/QZ/QV")["tallies"], key=lambda row: len(row["steps"]))
    places = {
        "pdf": named["2019-03-01.pdf"],
        "report": named["northport-ledger.html"],
        "person": next(one["id"] for one in listed if one["label"] == "Denis OSOKORIN"),
        "happening": tallied["event"],
    }
    for name, path in SCREENS.items():
        if name == "log":
            _judged(page)
        page.goto(base + path.format(**places))
        page.wait_for_load_state("load")
        page.wait_for_function(CLIPS_STAND)
        yield name, page.screenshot(animations="disabled")


def _judged(page: Page) -> None:
    """Judge the pair that the review shows, so that the log has something to show."""
    page.fill("input[name=why]", "the same family name, rank and day of accreditation")
    page.click("button[name=verdict][value=same]")


def lightened(png: bytes) -> bytes:
    """The picture in few colors, which is what a page of text has."""
    out = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def main() -> None:
    """Write every picture."""
    with tempfile.TemporaryDirectory() as folder:
        demo(Path(folder) / "demo")
        with (
            served(Path(folder) / "demo") as running,
            chromium() as browser,
            visit(browser, running, viewport=SIZE, color_scheme="light") as page,
        ):
            for name, png in taken(page, running.base):
                (FOLDER / f"workbench-{name}.png").write_bytes(lightened(png))


if __name__ == "__main__":
    main()
