"""When did the names on a page vanish?

Each capture of the page is a look: the names are there, the page is there without them, or nothing can be told. Only
looks that can be compared count; the answer is an interval between the last with names and the first without, with
every look between that shows nothing. Who took the names away, and why, no look says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

Sight = Literal["names", "without", "nothing"]
"""`names`: the list is there; `without`: the page is there and the list isn't; `nothing`: neither can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One capture of a page."""

    capture: str
    sha256: str
    at: datetime
    sight: Sight
    state: str
    """The state of the capture, as its reader found it."""
    names: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Vanishing:
    """The names were there, and at the next look that can be compared they weren't."""

    last_seen: Look
    first_without: Look | None
    """`None` where no later look can be compared: the page may be gone, or only out of sight."""
    same_body_until: datetime
    """The last moment at which the very bytes of the last sight were seen."""
    between: tuple[Look, ...]
    """Looks between the two, or after the last sight, that show nothing."""
    back: Look | None = None
    """The first look after that at which names are there again."""


def vanishings(looks: Iterable[Look]) -> tuple[Vanishing, ...]:
    """Each time that the names on one page vanished, in order; one without an end comes last.

    The order in which the looks are given doesn't matter. Looks of one body show the same: where one of them could be
    read, all of them count as that.
    """
    ordered = _agreed(sorted(looks, key=lambda look: (look.at, look.capture)))
    found = []
    for number, look in enumerate(ordered):
        if look.sight != "names":
            continue
        after = ordered[number + 1 :]
        following = next((each for each in after if each.sight != "nothing"), None)
        if following is not None and following.sight == "names":
            continue
        between = tuple(
            each for each in after if each.sight == "nothing" and (following is None or each.at < following.at)
        )
        if following is None and not between:
            continue
        back = next((each for each in after if following and each.at > following.at and each.sight == "names"), None)
        found.append(
            Vanishing(
                last_seen=look,
                first_without=following,
                same_body_until=max(each.at for each in ordered if each.sha256 == look.sha256 and each.at <= look.at),
                between=between,
                back=back,
            )
        )
    return tuple(found)


def _agreed(looks: Sequence[Look]) -> list[Look]:
    """The looks, those of one body with what any of them shows: the same bytes can't show two things."""
    known = {look.sha256: look for look in looks if look.sight != "nothing"}
    agreed = []
    for look in looks:
        same = known.get(look.sha256)
        if look.sight == "nothing" and same is not None and look.state not in _OWN:
            look = replace(look, sight=same.sight, names=same.names)
        agreed.append(look)
    return agreed


_OWN = frozenset({"redirected", "error-page"})
"""States that come from the server's answer and not from the bytes."""
