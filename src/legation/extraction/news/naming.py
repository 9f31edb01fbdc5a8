"""Who is named? A person's name right behind the words for their post.

A name is a row of capitalized words that are no state, place or day; a single word is none.
"""

from __future__ import annotations

from legation.extraction.news.mentions import Marked, PeopleMention
from legation.vocabulary.press import months, weekdays

_LONGEST = 6
PARTICLES = frozenset(
    {
        "de",
        "del",
        "della",
        "von",
        "van",
        "der",
        "den",
        "al",
        "el",
        "bin",
        "ibn",
        "la",
        "le",
        "da",
        "dos",
        "di",
        "y",
        "und",
        "ter",
        "ten",
    }
)
"""Small words inside names."""


def name_behind(marked: Marked, people: PeopleMention) -> str | None:
    """The name of the one person meant, as printed; `None` for several people or none named."""
    if people.sense.plural or (people.number is not None and people.number.value not in (1, None)):
        return None
    place = people.after
    if place < len(marked.tokens) and marked.tokens[place].text == ",":
        place += 1
    return name_at(marked, place)


def name_at(marked: Marked, place: int) -> str | None:
    """The name that begins at a place, of two words or more."""
    end = place
    while end < len(marked.tokens) and end - place < _LONGEST and _is_name_word(marked, end, inside=end > place):
        end += 1
    while end > place and marked.words[end - 1] in PARTICLES:
        end -= 1
    words = [token.text for token in marked.tokens[place:end]]
    return " ".join(words) if len(words) >= 2 else None


def _is_name_word(marked: Marked, index: int, *, inside: bool) -> bool:
    token = marked.tokens[index]
    if inside and marked.words[index] in PARTICLES:
        return True
    if not token.is_word or not token.is_capital:
        return False
    known = marked.words[index] in weekdays() or marked.words[index] in months()
    return not known and not any(party.first <= index < party.after for party in marked.parties)
