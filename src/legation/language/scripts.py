"""Which script is a text written in? The ISO 15924 code of most of its letters, from Unicode's blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

_RANGES: tuple[tuple[int, int, str], ...] = (
    (0x0041, 0x024F, "Latn"),
    (0x0250, 0x02AF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0530, 0x058F, "Armn"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x06FF, "Arab"),
    (0x0750, 0x077F, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x0980, 0x09FF, "Beng"),
    (0x0E00, 0x0E7F, "Thai"),
    (0x1000, 0x109F, "Mymr"),
    (0x10A0, 0x10FF, "Geor"),
    (0x1100, 0x11FF, "Hang"),
    (0x1200, 0x137F, "Ethi"),
    (0x1780, 0x17FF, "Khmr"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x1F00, 0x1FFF, "Grek"),
    (0x3040, 0x309F, "Hira"),
    (0x30A0, 0x30FF, "Kana"),
    (0x3400, 0x9FFF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0xFF21, 0xFF5A, "Latn"),
)
_STARTS = [first for first, _, _ in _RANGES]


@lru_cache(maxsize=32768)
def script_of(text: str) -> str | None:
    """The ISO 15924 code of the script of most letters; `None` where the text has no letter of a known script."""
    if text.isascii():
        return "Latn" if any(map(str.isalpha, text)) else None
    counted = Counter(found for letter in text if letter.isalpha() and (found := _script_of_letter(ord(letter))))
    return counted.most_common(1)[0][0] if counted else None


def _script_of_letter(point: int) -> str | None:
    first, last, script = _RANGES[max(bisect_right(_STARTS, point) - 1, 0)]
    return script if first <= point <= last else None
