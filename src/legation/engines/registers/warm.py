"""What does every child process for a register need? Loaded here once, before the first is made, and shared by all.

The tables of conventions and of given names take more time to load than a small part takes to be worked on. Importing
this module is what loads them.
"""

from __future__ import annotations

import pyarrow as pa

from legation.engines.registers.schema import conformed
from legation.engines.registers.tasks import marked
from legation.language.names import levels

_NAMES = ("Ostap Mykolayovych ZVOREBENKO", "Остап Миколайович Зворебенко", "O. Zvorebenko")
"""Invented names of which every table is asked something."""


def _load() -> None:
    rows = pa.table({"id": list("abc"), "name": list(_NAMES)})
    marked(conformed(rows), stateless=False)
    for one in _NAMES:
        for other in _NAMES:
            levels(one, other)


_load()
