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
"""Signs up to which a page's title and headings may say what the page is."""
BRIEF = 800
"""Signs up to which its whole text may."""
FORM = 400
"""Signs up to which a page with a field for a password is but that form."""
SHELL = 200
"""Signs below which a page with scripts is but their shell."""
FEW_ROWS = 3
"""Rows of tables, terms or definitions that a page without a list may hold."""
FEW_LINES = 7
"""Headings and paragraphs, or entries longer than those of menus, that a page without a list may hold."""
_ENTRY = 20
"""Signs from which on an entry is longer than those of menus."""
_MAIN = 0.4
"""Share of a title's part that the words have to fill."""
_PARTS = re.compile(r"[|–—:!?·»/]| - ")
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
    listed = _shows_list(content)
    headings = [block.text for block in content if block.kind == "heading" and (block.level or 9) <= 3]
    texts = {
        "named": [view.title, *headings[:3]] if view.signs <= SHORT else [],
        "text": [" ".join(block.text for block in view.blocks)] if view.signs <= BRIEF else [],
        "content": [" ".join(block.text for block in content)] if not listed else [],
    }
    for cue in _cues():
        if cue.state == "login-wall" and (listed or not view.password or view.signs > FORM):
            continue
        for text in texts[cue.place]:
            found = _named(cue, text) if cue.place == "named" else cue.words.search(text)
            if found:
                return cue.state, found[0]
    if view.refresh and "url" in view.refresh.lower() and view.signs <= BRIEF:
        return "redirected", view.refresh
    if view.signs < SHELL and view.scripts and not listed:
        words = view.unscripted[:80] or f"{view.scripts} scripts and {view.signs} signs of text"
        if view.unscripted or view.signs < SHELL / 4:
            return "needs-script", words
    return None


def _named(cue: _Cue, text: str) -> re.Match[str] | None:
    """The words where they are what a title or a part of it says, not where they come up in it."""
    for part in [text, *_PARTS.split(text)]:
        found = cue.words.search(part.strip())
        if found and len(found[0]) >= len(part.strip()) * _MAIN:
            return found
    return None


def _is_aside(block: Draft) -> bool:
    return block.role is not None and not _ASIDE.isdisjoint(block.role.lower().split())


def _shows_list(content: Sequence[Draft]) -> bool:
    """Whether something list-like is left: rows, definitions, cards, entries, or much text."""
    if sum(len(block.text) for block in content) > SHORT:
        return True
    rows = len({block.cell[:2] for block in content if block.cell is not None})
    terms = sum(block.kind in ("term", "definition") for block in content)
    lines = sum(block.kind in ("heading", "paragraph") for block in content)
    entries = sum(block.kind == "item" and len(block.text) >= _ENTRY for block in content)
    return max(rows, terms) > FEW_ROWS or max(lines, entries) > FEW_LINES


@cache
def _cues() -> tuple[_Cue, ...]:
    source = resources.files("legation.reading").joinpath("states.tsv").read_text(encoding="utf-8")
    cues = []
    for line in source.splitlines():
        if line and not line.startswith("#"):
            state, place, _, words = line.split("\t")
            cues.append(_Cue(cast(DocumentState, state), place, re.compile(words, re.IGNORECASE)))
    return tuple(cues)
