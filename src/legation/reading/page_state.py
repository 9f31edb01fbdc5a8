"""Is a page what it seems, or an error, a wall, a redirect, a shell, a list that was taken down?

The words that tell are data (`states.tsv`), by language; a page that holds much text is never taken for one of these on
the strength of a word in passing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple, cast

from legation.model.documents import DocumentState
from legation.reading.lines import Draft

SHORT = 1500
"""Signs up to which a page's whole text may say what the page is."""
SHELL = 200
"""Signs below which a page with scripts is but their shell."""
FEW_ROWS = 3
"""Rows of tables, terms or entries outside menus from which on a page does show a list."""
_ASIDE = frozenset({"nav", "header", "footer", "aside", "menu", "cookie", "cookies", "breadcrumb", "navigation"})


class PageView(NamedTuple):
    """What the state of a page is told from."""

    title: str
    blocks: Sequence[Draft]
    signs: int
    scripts: int = 0
    unscripted: str = ""
    refresh: str | None = None
    password: bool = False
    cut: str | None = None


class _Cue(NamedTuple):
    state: DocumentState
    place: str
    words: re.Pattern[str]


_NOTES: dict[str, str] = {
    "error-page": "the page is a server's error ({words!r}): look for another capture",
    "soft-404": "the page says that there is none ({words!r}): look for another capture",
    "wall": "the page is a check against robots ({words!r}): look for another capture",
    "login-wall": "the page asks to log in ({words!r}): look for another capture",
    "redirected": "the page sends its reader elsewhere ({words!r}): look at that address",
    "list-removed": "the page says that its list isn't shown ({words!r}): nobody's absence follows from it",
    "needs-script": "the page is filled by scripts ({words!r}): look for a capture of what they load",
}


def page_state(view: PageView) -> tuple[DocumentState, tuple[str, ...]]:
    """The state of a page, and a note that gives the words and the next step."""
    if view.signs == 0 and not view.scripts and not view.unscripted and view.refresh is None:
        return "empty", ("the page shows no text: get it again from its source",)
    content = [block for block in view.blocks if not _is_aside(block)]
    found = _by_words(view, content)
    if found is not None:
        state, words = found
        return state, (_NOTES[state].format(words=words),)
    if view.cut is not None:
        return "truncated", (f"the page breaks off {view.cut}: what follows is missing, look for a whole capture",)
    return "ok", ()


def _by_words(view: PageView, content: Sequence[Draft]) -> tuple[DocumentState, str] | None:
    headings = [block.text for block in content if block.kind == "heading" and (block.level or 9) <= 3]
    texts = {
        "title": [view.title],
        "heading": headings[:3],
        "text": [" ".join(block.text for block in view.blocks)] if view.signs <= SHORT else [],
        "content": [" ".join(block.text for block in content)] if not _shows_list(content) else [],
    }
    texts["named"] = texts["title"] + texts["heading"]
    for cue in _cues():
        if cue.state == "login-wall" and not view.password:
            continue
        if cue.place in ("title", "named", "heading") and view.signs > SHORT:
            continue
        for text in texts[cue.place]:
            found = cue.words.search(text)
            if found:
                return cue.state, found[0]
    if view.refresh and "url" in view.refresh.lower() and view.signs <= SHORT:
        return "redirected", view.refresh
    if view.signs < SHELL and view.scripts and not _shows_list(content):
        words = view.unscripted[:80] or f"{view.scripts} scripts and {view.signs} signs of text"
        if view.unscripted or view.signs < SHELL / 4:
            return "needs-script", words
    return None


def _is_aside(block: Draft) -> bool:
    return bool(block.role) and not _ASIDE.isdisjoint(block.role.lower().split() if block.role else ())


def _shows_list(content: Sequence[Draft]) -> bool:
    """Whether something list-like is left: cells, definitions, or blocks of one kind that recur under one role."""
    if sum(len(block.text) for block in content) > SHORT:
        return True
    rows = {block.cell[:2] for block in content if block.cell is not None}
    return len(rows) > FEW_ROWS or sum(1 for block in content if block.kind in ("term", "definition")) > FEW_ROWS


@cache
def _cues() -> tuple[_Cue, ...]:
    source = resources.files("legation.reading").joinpath("states.tsv").read_text(encoding="utf-8")
    cues = []
    for line in source.splitlines():
        if line and not line.startswith("#"):
            state, place, _, words = line.split("\t")
            cues.append(_Cue(cast(DocumentState, state), place, re.compile(words, re.IGNORECASE)))
    return tuple(cues)
