"""How are the parts of a Word document packed? As one file that says nothing of machine or hour.

The same parts give the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_MADE_AT = (2000, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The package of the parts, by their names in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, _MADE_AT), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()
