"""Which day, season or decade do words count out: "three days ago", "in the summer of 2019", "les années 90"?

Each reader looks at one place of a sentence and gives the date, the rule and the place behind it, or nothing. A week
that is counted back is the seven days around that day: nobody counts weeks to the day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from legation.language.calendar import Clock, decade, printed_day
from legation.language.numbers import numbers
from legation.language.tokens import Token
from legation.model.dates import Edtf
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import having, seasons, time_units, words

Found = tuple[Edtf | None, str, int]
"""A date, the rule that read it, and the place behind its words."""

_YEAR = re.compile(r"(?:19|20)\d\d")
_DECADE = re.compile(r"((?:19|20)?\d)0(?:s|er|х|-х|-е|er-jahre|er-jahren|-[a-zа-я]+)?")
_NAMED_DECADE = re.compile(r"((?:19|20)\d)0(?:s|er|х|-х|-е)|((?:19|20)?\d)0(?:er-jahren?|-х|-е)")
_SPLIT_DECADE = re.compile(r"((?:19|20)?\d)0er")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DOTTED = re.compile(r"(\d{1,2})[.](\d{1,2})[.](\d{4})")
_NUMERIC = re.compile(r"\d{1,2}")
_FAR = 4
_OF = frozenset({"of", "de", "del", "des", "im", "jahr", "jahre", "jahres", ",", "l'", "the", "в", "w"})


def counted_back(tokens: Sequence[Token], cues: Phrases[str], language: str, clock: Clock, index: int) -> Found | None:
    """Such as "three days ago", "vor drei Tagen", "il y a deux mois", "пять лет назад"."""
    folded = [token.folded for token in tokens[index : index + 8]]
    led = cues.longest(folded)
    start = led[1] if led is not None and led[0] == "ago" else 0
    units = time_units(language)
    place = next((i for i in range(start + 1, min(start + _FAR, len(folded))) if folded[i] in units), None)
    if place is None:
        return None
    behind = cues.longest(folded, place + 1)
    end = place + 1 + (behind[1] if behind is not None and behind[0] == "ago" and not start else 0)
    if not start and end == place + 1:
        return None
    number = next((n for n in numbers(tokens[index + start : index + place], language) if n.value), None)
    if number is None or number.value is None or start + number.after != place:
        return None
    return clock.back(units[folded[place]], number.value), "ago", index + end


def season_at(tokens: Sequence[Token], cues: Phrases[str], language: str, clock: Clock, index: int) -> Found | None:
    """A season with its year behind it, or with a word for "last" behind it: "весной 2018 года", "l'été dernier"."""
    if tokens[index].folded not in seasons():
        return None
    folded = [token.folded for token in tokens[max(index - 1, 0) : index + 6]]
    here = min(index, 1)
    season = seasons().get(folded[here])
    helping = folded[here] in words(language, "be") and folded[here - 1] not in _OF
    if season is None or (helping and here):
        return None
    place = here + 1
    while place < len(folded) and folded[place] in _OF:
        place += 1
    if place < len(folded) and _YEAR.fullmatch(folded[place]):
        after = cues.longest(folded, place + 1)
        end = place + 1 + (after[1] if after is not None and after[0] == "year-word" else 0)
        return Edtf.parse(f"{folded[place]}-{season}"), "season", index + end - here
    sense = cues.longest(folded, place)
    if sense is None or sense[0] != "last":
        return None
    unit = time_units(language).get(folded[place + sense[1]]) if place + sense[1] < len(folded) else None
    if unit == "Y":
        value = Edtf.parse(f"{clock.year - 1:04d}-{season}") if clock.year else None
        return value, "season", index + place + sense[1] + 1 - here
    return clock.season(season), "season", index + place + sense[1] - here


def decade_at(tokens: Sequence[Token], cues: Phrases[str], language: str, index: int) -> Found | None:
    """A decade: "1990s" by itself, two digits only with a word or ending that says so ("años 90", "90er-Jahre")."""
    word = tokens[index].folded
    if not (word[0].isdigit() or cues.starts(word)):
        return None
    match = _NAMED_DECADE.fullmatch(word)
    if match is not None:
        return _decade(match[1] or match[2]), "decade", index + 1
    folded = [token.folded for token in tokens[index : index + 6]]
    split = _SPLIT_DECADE.fullmatch(word)
    if split is not None and len(folded) > 2 and time_units(language).get(folded[1 + (folded[1] == "-")]) == "Y":
        return _decade(split[1]), "decade", index + 2 + (folded[1] == "-")
    led = cues.longest(folded)
    if led is None or led[0] != "decade" or led[1] >= len(folded):
        return None
    match = _DECADE.fullmatch(folded[led[1]])
    return (_decade(match[1]), "decade", index + led[1] + 1) if match is not None else None


def _decade(digits: str) -> Edtf | None:
    """A decade from its digits but the last; two digits are of the last century from the thirties on."""
    if len(digits) == 1:
        digits = f"19{digits}" if int(digits) >= 3 else f"20{digits}"
    return decade(digits)


def printed_whole(tokens: Sequence[Token], language: str, index: int) -> Found | None:
    """A day in numbers: "2020-04-05", "05.04.2020", "05/04/2020"."""
    text = tokens[index].folded
    if not text[0].isdigit():
        return None
    if match := _ISO.fullmatch(text):
        return _printed((int(match[1]), int(match[2]), int(match[3])), index + 1)
    if match := _DOTTED.fullmatch(text):
        return _printed((int(match[3]), int(match[2]), int(match[1])), index + 1)
    numbered = _slashed(tokens, language, index)
    return _printed(numbered, index + 5) if numbered is not None else None


def _printed(day: tuple[int, int, int], after: int) -> Found | None:
    value = printed_day(*day)
    return None if value is None else (value, "printed", after)


def _slashed(tokens: Sequence[Token], language: str, index: int) -> tuple[int, int, int] | None:
    """Year, month and day of "05/04/2020"; none where the language may mean either order and both are months."""
    texts = [token.folded for token in tokens[index : index + 5]]
    if len(texts) < 5 or texts[1] != "/" or texts[3] != "/" or not _YEAR.fullmatch(texts[4]):
        return None
    if not (_NUMERIC.fullmatch(texts[0]) and _NUMERIC.fullmatch(texts[2])):
        return None
    first, second = int(texts[0]), int(texts[2])
    if language in having("either-order") and first <= 12 and second <= 12 and first != second:
        return None
    return (int(texts[4]), first, second) if second > 12 else (int(texts[4]), second, first)
