"""When does the search for garbage only cost time? While values are made that all stay, with no cycles among them.

Where the caller turned it off it stays off; it goes on afterwards, also after an error.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_rested() -> Iterator[None]:
    """Keep the search for garbage from running: to look through all that is being made takes a fifth of the time.

    What was made counts as old from then on, for the next search among the new would go through all of it once more.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            if gc.get_freeze_count() == 0:
                gc.freeze()
                gc.unfreeze()
            gc.enable()
