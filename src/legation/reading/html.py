"""What does a page say, line by line, and what stands around each line?

The tree is walked with one pointer, so no depth of nesting breaks it; scripts and styles are left out, nothing is
judged to be furniture here: names of enclosing elements go into a block's role for later stages to tell.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from legation.model.documents import DocumentState
from legation.reading.html_meta import page_languages, page_meta
from legation.reading.lines import Draft, Drafted
from legation.reading.linked import linked_people
from legation.reading.markup import Markup, measure
from legation.reading.page_state import PageView, page_state
from legation.reading.walk import Walk

COVERED = 0.95
"""Share of a page's signs below which the page counts as read in part only."""
DEEPEST = 20_000
"""Levels of nesting up to which a tree is built; building takes time by their square."""


def read_html(source: str) -> Drafted:
    """The blocks of a page, its own words about itself, and its state."""
    markup = measure(source)
    if markup.deepest > DEEPEST:
        return _flat(markup, f"elements are nested {markup.deepest} deep, more than {DEEPEST}")
    try:
        tree = LexborHTMLParser(source)
    except SelectolaxError:
        return _flat(markup, "its elements can't be put in order")
    walk = Walk()
    walk.through(tree.root)
    walk.drafts += linked_people(tree, walk.drafts)
    meta = page_meta(tree)
    coverage = 1.0 if markup.signs == 0 else min(1.0, walk.signs / markup.signs)
    state, notes = _judged(tree, walk, markup, meta)
    if coverage < COVERED and state == "ok":
        lost = markup.signs - walk.signs
        state = "abridged"
        notes = (*notes, f"{lost} of the page's {markup.signs} signs are missing here: compare it with the page")
    return Drafted(walk.drafts, state, notes, coverage, meta, page_languages(tree, meta))


def _flat(markup: Markup, why: str) -> Drafted:
    drafts = [Draft(kind="paragraph", text=line, element=number) for number, line in enumerate(markup.lines)]
    note = f"{why}: the text was read without its structure, compare it with the page"
    return Drafted(drafts, "abridged", (note,))


def _judged(
    tree: LexborHTMLParser, walk: Walk, markup: Markup, meta: tuple[tuple[str, str], ...]
) -> tuple[DocumentState, tuple[str, ...]]:
    view = PageView(
        title=next((value for name, value in meta if name == "title"), ""),
        blocks=tuple(walk.drafts),
        signs=walk.signs,
        scripts=markup.scripts,
        unscripted=markup.unscripted,
        refresh=next((value for name, value in meta if name == "refresh"), None),
        password=tree.css_first("input[type=password]") is not None,
        cut=markup.cut,
    )
    return page_state(view)
