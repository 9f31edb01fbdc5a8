"""Are columns that stand side by side read one after the other, or row by row?

Columns of running text are as wide as each other and alike in what they hold. Labels with their values and the cells of
a table are not: their columns differ in width, one ends in colons, one holds figures, capitals or always the same first
words and another doesn't. The whole document decides for each place of columns, so that a short page follows the rest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from legation.reading.layout import Band, Piece
from legation.vocabulary.folding import fold
from legation.vocabulary.honorifics import addressed
from legation.vocabulary.ranks import attache_phrases, rank_phrases

EVEN = 1.3
"""Widest column over the narrowest one, where columns of running text are even."""
HALF = (0.38, 0.62)
"""Where the second of two even columns starts, as a share of the printed width."""
UNLIKE = 0.6
"""Difference of shares from which on two columns hold different things."""
LABELS = 0.3
"""Share of lines that end in a colon, from which on a column holds labels."""
RANKED = 0.4
"""Share of lines that name a rank, from which on a column holds posts."""
UNRANKED = 0.1
"""Share of lines that name a rank, up to which a column holds something else."""
ADDRESSED = 0.3
"""Share of lines that address somebody, from which on a column holds names."""
_FEW = 4
"""Lines below which a column's first words tell nothing."""

Starts = tuple[float, ...]


def running_columns(bands: Iterable[Band], right: float) -> set[Starts]:
    """Starts of columns, without the leftmost, that are read from top to bottom.

    Args:
        bands: all bands of a document.
        right: right end of the printed width, in points.
    """
    columns: dict[Starts, list[list[Piece]]] = {}
    lefts: dict[Starts, list[float]] = defaultdict(list)
    for band in bands:
        if not band.starts:
            continue
        key = band.starts[1:]
        lefts[key].append(band.starts[0])
        held = columns.setdefault(key, [[] for _ in band.columns])
        for column, pieces in zip(held, band.columns, strict=True):
            column.extend(pieces)
    running = {
        key
        for key, held in columns.items()
        if _even((min(lefts[key]), *key), right)
        and all(held)
        and _alike(held)
        and not _keyed(held)
        and not are_posts_apart(held)
    }
    # A page that ends before its last column holds fewer of the same columns.
    return running | {key for key in columns if any(set(key) < set(whole) for whole in running)}


def are_posts_apart(columns: Sequence[Sequence[Piece]]) -> bool:
    """Whether one column holds the ranks and another none, as tables of people have it."""
    shares = [_share(names_rank(piece.text) for piece in column) for column in columns]
    if max(shares) < RANKED:
        return False
    return min(shares) <= UNRANKED or _are_people_apart(columns, shares)


def _are_people_apart(columns: Sequence[Sequence[Piece]], shares: Sequence[float]) -> bool:
    """Whether the column of the ranks addresses nobody, and another with few ranks addresses many."""
    people = [_share(addressed(piece.text) is not None for piece in column) for column in columns]
    posts = max(range(len(shares)), key=lambda place: shares[place])
    others = [place for place in range(len(shares)) if place != posts and shares[place] * 2 < shares[posts]]
    return people[posts] == 0.0 and any(people[place] >= ADDRESSED for place in others)


def names_rank(text: str) -> bool:
    """Whether a line names a rank, but for the form of address in front of a name."""
    opening = addressed(text)
    words = fold(text) if opening is None else opening.words[opening.own :]  # a colonel's name is no post
    posts = attache_phrases().scan(words)
    return bool(rank_phrases().scan(words)) or any(code == "attache" for code, _, _ in posts) or _ends_in_attache(words)


def _ends_in_attache(words: Sequence[str]) -> bool:
    """Whether a compound ends in the word, as `Marineattaché` does."""
    return any(word.endswith("attache") for word in words)


def _even(starts: Starts, right: float) -> bool:
    if len(starts) == 2:
        return HALF[0] <= (starts[1] - starts[0]) / max(right - starts[0], 1.0) <= HALF[1]
    pitches = [second - first for first, second in pairwise(starts)]
    return max(*pitches, right - starts[-1]) <= EVEN * min(pitches)


def _alike(columns: Sequence[Sequence[Piece]]) -> bool:
    """Whether figures and words in capitals are about as frequent in each column, and none is of labels."""
    figures = [_share(any(sign.isdigit() for sign in piece.text) for piece in column) for column in columns]
    capitals = [_share(_holds_capitals(piece.text) for piece in column) for column in columns]
    labels = [_share(piece.text.endswith(":") for piece in column) for column in columns[:-1]]
    return (
        max(figures) - min(figures) < UNLIKE
        and max(capitals) - min(capitals) < UNLIKE
        and max(labels, default=0.0) < LABELS
    )


def _keyed(columns: Sequence[Sequence[Piece]]) -> bool:
    """Whether two columns begin their lines with words of their own that come again and again, as ranks do."""
    words = [[piece.text.split()[0] for piece in column if piece.text.split()] for column in columns]
    for left, right in pairwise(words):
        if min(len(left), len(right)) < _FEW:
            continue
        shared = set(left) & set(right)
        again = min(len(set(left)) / len(left), len(set(right)) / len(right)) < 0.5
        if again and not shared:
            return True
    return False


def _share(tests: Iterable[bool]) -> float:
    told = list(tests)
    return sum(told) / len(told) if told else 0.0


def _holds_capitals(text: str) -> bool:
    return any(len(word) > 2 and word.isupper() for word in text.split())
