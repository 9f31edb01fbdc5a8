"""Where does somebody live who is accredited elsewhere? What a title says of it in brackets at its end."""

from __future__ import annotations

import re
from functools import lru_cache

from legation.vocabulary.cities import find_city
from legation.vocabulary.folding import fold, words_end
from legation.vocabulary.headings import residence_words

_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*$")


@lru_cache(maxsize=4096)
def split_residence(title: str) -> tuple[str, str | None]:
    """A title without the bracket that names a residence, and the residence; the title alone where it names none."""
    found = _BRACKET.search(title)
    hit = residence_words().longest(fold(found[1])) if found is not None else None
    if found is None or hit is None:
        return title, None
    place = found[1][words_end(found[1], hit[1]) :].strip(" :,-–")
    if not place or any(map(str.isdigit, place)):
        return title, None
    city = find_city(place)
    return title[: found.start()], city.name if city is not None else place
