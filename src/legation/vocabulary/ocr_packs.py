"""Which language packs can tesseract have, where do they lie, and which are on this machine?

What scans say depends on the packs, so their names are part of the version under which something was read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from legation.vocabulary.tables import rows

FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
"""Where packs lie, after the folder that TESSDATA_PREFIX names."""

PAGES = "LEGATION_OCR_PAGES"
"""The variable of the environment that says how many pages of one scan are read."""
USUAL_PAGES = 10
MOST_PAGES = 500


class Pack(NamedTuple):
    """The language data of tesseract for one language."""

    name: str
    script: str
    code: str
    language: str


@cache
def known_packs() -> tuple[Pack, ...]:
    """The packs that have an entry in the table, in its order."""
    return tuple(Pack(*row) for row in rows("ocr_packs.tsv"))


def packs_found(folders: Iterable[str] | None = None) -> tuple[str, tuple[Pack, ...]] | None:
    """The first folder that holds packs, with those; `None` where there are none.

    Args:
        folders: where to look; by default where TESSDATA_PREFIX says, and where systems put them.
    """
    for folder in folders if folders is not None else (os.environ.get("TESSDATA_PREFIX", ""), *FOLDERS):
        packs = tuple(
            pack for pack in known_packs() if folder and (Path(folder) / f"{pack.name}.traineddata").is_file()
        )
        if packs:
            return folder, packs
    return None


def pages_read() -> int:
    """Pages of one scan that are read: as the environment says, else ten."""
    said = os.environ.get(PAGES, "")
    return min(max(int(said), 1), MOST_PAGES) if said.isascii() and said.isdigit() else USUAL_PAGES


def ocr_version() -> str:
    """What scans are read with: the names of the packs, `none` where there are none, and how many pages if not ten."""
    found = packs_found() if find_spec("tesserocr") is not None else None
    if found is None:
        return "ocr-none"
    pages = pages_read()
    return "-".join(("ocr", *(pack.name for pack in found[1]), *((f"p{pages}",) if pages != USUAL_PAGES else ())))
