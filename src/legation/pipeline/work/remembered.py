"""What follows from the state that a case is in? Worked out once for each state, however often it is asked.

A page asks the same of its case several times, and the next page again. The state says whether anything changed since,
in this process or another; where it did, all is worked out anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar, cast

from legation.store.case import Case
from legation.store.state import state_of

V = TypeVar("V")
MOST = 32
"""Answers that are kept, of all cases of a process."""
_last: dict[tuple[Path, Callable[..., Any]], tuple[bytes, Any]] = {}


def remembered(case: Case, make: Callable[[Case], V], of: Callable[[Case], bytes] = state_of) -> V:
    """What a function makes of a case.

    Args:
        case: an open case.
        make: a function of the case alone; what it gives is never changed by anybody.
        of: what it follows from, as a digest: the whole state of the case, or its last build alone.
    """
    place, state = (case.path.resolve(), make), of(case)
    known = _last.get(place)
    if known is not None and known[0] == state:
        return cast(V, known[1])
    made = make(case)
    if len(_last) >= MOST:
        _last.clear()
    _last[place] = (state, made)
    return made
