"""How is this list made? Which shapes hold names, titles and headings, and does the name or the rank come first?

The answers come from counting over the whole document, so that one odd line changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, pairwise

from legation.extraction.rosters.lines import Line, Shape, follower, is_followed_by_title
from legation.extraction.rosters.persons import plain_words
from legation.extraction.rosters.places import read_heading
from legation.model.documents import Block
from legation.vocabulary.states import Gazetteer

_SHARE = 0.1
_MOSTLY = 0.85
_SEVERAL = 3
_MOST = 0.7
_BRIEF = 2
_MANY = 10
_FEW_ROWS = 2
HeadingShape = tuple[Shape, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The habits of one list."""

    name_shapes: frozenset[Shape]
    """Shapes of the lines on which listings start."""
    names_apart: bool
    """Whether names that start no listing are printed, and in other shapes than those that do."""
    title_shapes: frozenset[Shape]
    addressed: bool
    """Whether listings start with an honorific, nearly all of them."""
    rank_first: bool
    """Whether a rank stands over the names that hold it."""
    titled: bool
    """Whether titles are printed at all."""
    dated: bool
    """Whether titles carry dates, nearly all of them."""
    heading_shapes: frozenset[HeadingShape]
    """Shapes, with capitals or without, of the headings of missions; empty where the list is of one mission."""
    spaced: bool
    """Whether space alone tells people apart: addressed names begin blocks, and few titles below them are known."""
    in_rows: bool
    """Whether people stand on lines of columns, a name with a post beside it, and hardly any below one another."""
    spouses_together: bool
    """Whether names that no title follows stand close to the line before."""
    echoes: frozenset[str]
    """Texts that stand behind nearly everybody's title and say nothing of anybody, as a button's do."""
    lone: Block | None
    """The page's own heading, where there is one of the first level: it is nobody's name."""


def profile_of(lines: Sequence[Line], gazetteer: Gazetteer, *, one_mission: bool) -> Profile:
    """Count a list's habits."""
    named = [(line, follower(lines, at)) for at, line in enumerate(lines) if _is_name(line)]
    entitled = [is_followed_by_title(after) for _, after in named]
    followed = Counter(line.shape for line, _ in compress(named, entitled))
    counted = followed or Counter(line.shape for line, _ in named)
    shapes = frozenset(shape for shape, n in counted.items() if n >= _SHARE * counted.total())
    titles = [
        after for line, after in named if line.shape in shapes and after is not None and after.said.kind == "title"
    ]
    title_shapes = frozenset(line.shape for line in titles)
    own_shapes = title_shapes - shapes
    strays = sum(
        not titled and line.shape in shapes and not _may_be_titled(after, own_shapes)
        for (line, after), titled in zip(named, entitled, strict=True)
    )
    elsewhere = sum(line.shape not in shapes and line.said.honorific is not None for line, _ in named)
    dated = bool(titles) and _share(bool(line.said.dates) for line in titles) >= _MOSTLY
    # A rank with somebody's date is that person's own, not one over several names.
    rank_first = not dated and _is_rank_first(lines)
    in_shape = [line for line, _ in (compress(named, entitled) if followed else named) if line.shape in shapes]
    rows = sum(_is_row(line) for line in lines)
    unfollowed = [line for (line, _), titled in zip(named, entitled, strict=True) if not titled]
    return Profile(
        name_shapes=shapes,
        names_apart=elsewhere > strays and strays <= (1 - _MOSTLY) * sum(followed[shape] for shape in shapes),
        title_shapes=title_shapes,
        addressed=bool(in_shape) and _share(line.said.honorific is not None for line in in_shape) >= _MOSTLY,
        rank_first=rank_first,
        titled=bool(followed) or any(part.said.kind == "person" for line in lines for part in line.parts),
        dated=dated,
        heading_shapes=frozenset() if one_mission else _heading_shapes(lines, gazetteer, shapes),
        spaced=_is_spaced(lines),
        in_rows=rows >= _FEW_ROWS and rows > 2 * sum(entitled),
        echoes=_echoes(lines, len(named)),
        lone=_lone(lines),
        spouses_together=bool(unfollowed) and _share(not line.gap for line in unfollowed) > 0.5,
    )


def _is_row(line: Line) -> bool:
    kinds = [part.said.kind for part in line.parts]
    beside = "title" in kinds or "date" in kinds or any(part.said.dates for part in line.parts)
    return len(kinds) > 1 and not line.frame and "name" in kinds and beside


def _echoes(lines: Sequence[Line], people: int) -> frozenset[str]:
    """The word or two, of no institution, that come back in elements of their own behind the titles of most people."""
    behind = Counter(
        line.text
        for before, line in pairwise(lines)
        if before.said.kind == "title" and line.said.kind == "other" and _is_brief(line)
    )
    least = max(_SEVERAL, _MOST * people)
    return frozenset(text for text, times in behind.items() if times >= least)


def _is_brief(line: Line) -> bool:
    words = line.said.words
    own = line.block.element is not None and not line.frame and not line.said.dates
    return own and len(words) <= _BRIEF and plain_words().isdisjoint(words)


def _lone(lines: Sequence[Line]) -> Block | None:
    """The only heading of the first level, before everybody, without an honorific."""
    firsts = [at for at, line in enumerate(lines) if line.block.kind == "heading" and line.block.level == 1]
    line = lines[firsts[0]] if len(firsts) == 1 else None
    if line is None or line.said.honorific is not None or line.said.kind == "person":
        return None
    return None if is_followed_by_title(follower(lines, firsts[0])) else line.block


def _share(marks: Iterable[bool]) -> float:
    counted = list(marks)
    return sum(counted) / len(counted) if counted else 0.0


def _is_spaced(lines: Sequence[Line]) -> bool:
    """Count addressed names on paper that begin a block, and the lines right below them that name a rank."""
    starts = [
        (line, after)
        for line, after in pairwise(lines)
        if line.block.page is not None and line.said.honorific is not None and line.said.kind in ("name", "person")
    ]
    if len(starts) < _MANY or _share(line.gap or line.broken for line, _ in starts) < _MOSTLY:
        return False
    below = [after for _, after in starts if not after.gap and not after.broken]
    return len(below) * 4 > len(starts) and _share(line.said.kind in ("title", "date") for line in below) < _MOSTLY / 2


def _is_name(line: Line) -> bool:
    return not line.frame and line.said.kind == "name" and len(line.parts) == 1


def _may_be_titled(after: Line | None, title_shapes: frozenset[Shape]) -> bool:
    """Whether a name's next line stands in the shape of titles, though no rank in it is known."""
    return after is not None and after.said.honorific is None and after.shape in title_shapes


def _is_rank_first(lines: Sequence[Line]) -> bool:
    """Whether ranks stand over names: by the elements of definition lists, else by how each part begins and ends."""
    terms = [line for line in lines if line.block.kind == "term"]
    if terms:
        titles, names = (sum(line.said.kind == kind for line in terms) for kind in ("title", "name"))
        behind = [line.said.kind in ("name", "names") for line in lines if line.block.kind == "definition"]
        return titles > names or (titles == names == 0 and _share(behind) > 0.5)
    votes = 0
    inside: list[str] = []
    for line in (*lines, None):
        kind = line.said.kind if line is not None and not line.frame else "section"
        if kind in ("name", "names", "title") and line is not None and len(line.parts) == 1:
            inside.append("title" if kind == "title" else "name")
            continue
        if line is not None and kind not in ("section", "contact"):
            continue
        if len(inside) > 1:
            votes += {("title", "name"): 1, ("name", "title"): -1}.get((inside[0], inside[-1]), 0)
            votes += 2 if any(_repeats(inside)) and inside[0] == "title" else 0
        inside = []
    return votes > 0


def _repeats(inside: Sequence[str]) -> list[bool]:
    """Where a title is followed by two names or more."""
    return [inside[at : at + 3] == ["title", "name", "name"] for at in range(len(inside) - 2)]


def _heading_shapes(lines: Sequence[Line], gazetteer: Gazetteer, names: frozenset[Shape]) -> frozenset[HeadingShape]:
    """The shape in which most headings of different states stand, and those that hold as many other states."""
    states: dict[HeadingShape, set[str]] = {}
    for line in lines:
        if line.frame or len(line.parts) > 1 or line.said.kind not in ("other", "name", "title"):
            continue
        if line.said.honorific is not None or line.said.dates:
            continue
        heading = read_heading(line.text, gazetteer)
        if heading is not None and heading.sending is not None and heading.strangers <= 1:
            states.setdefault((line.shape, line.capitals), set()).add(heading.sending)
    if not states:
        return frozenset()
    order = {shape: -at for at, shape in enumerate(states)}
    best = max(states, key=lambda shape: (len(states[shape]), shape[0] not in names, order[shape]))
    if len(states[best]) < _SEVERAL:
        return frozenset(states)
    return frozenset({best})
