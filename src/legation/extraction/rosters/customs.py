"""Which part of a name is which, by the custom of the state that sends its bearer?

Only where the name itself shows nothing: capitals, commas, initials and patronymics go before any custom.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.language.names import NameParts, parse_name
from legation.vocabulary.folding import fold_word
from legation.vocabulary.name_customs import has_two_families, is_family_first, second_given_names, surnames
from legation.vocabulary.names import name_words

_LEFT_OPEN = frozenset({"usual-order", "particle"})
_JOINTS = frozenset({"y", "e", "i"})
_TWO = 2


def customary(name: str, state: str | None, languages: Sequence[str], *, family_first: bool) -> NameParts:
    """The parts of a printed name.

    Args:
        name: as printed, without honorific.
        state: that sends the person.
        languages: of the list.
        family_first: whether the list itself says that family names stand first.
    """
    first = family_first or is_family_first(state, tuple(languages)) or _begins_with_surname(name, state)
    parts = parse_name(name, order="family-first" if first else None)
    if first or not has_two_families(state):
        return parts
    words = parts.text.split()
    # A joint of one letter is no initial.
    units = _units(words) if parts.basis in _LEFT_OPEN or not _JOINTS.isdisjoint(words) else ()
    if len(units) < _TWO:
        return parts
    given = _given_units(units)
    return parts._replace(given=" ".join(units[:given]), family=" ".join(units[given:]), initials=())


def _begins_with_surname(name: str, state: str | None) -> bool:
    """Whether a name of two words or three begins with a usual family name of its state and doesn't end with one."""
    known = surnames(state)
    if not known:
        return False
    words = [fold_word(word) for word in name.split()]
    return 2 <= len(words) <= 3 and words[0] in known and words[-1] not in known


def _units(tokens: Sequence[str]) -> list[str]:
    """Words with the particles before them: `de la Riva`; two names with `y` between are one."""
    units: list[str] = []
    waiting: list[str] = []
    for token in tokens:
        low = token.casefold()
        if units and (low in name_words().particles or low in _JOINTS):
            waiting.append(token)
        elif waiting and waiting[0].casefold() in _JOINTS:
            units[-1] = " ".join([units[-1], *waiting, token])
            waiting = []
        else:
            units.append(" ".join([*waiting, token]))
            waiting = []
    if waiting:
        units[-1] = " ".join([units[-1], *waiting])
    return units


def _given_units(units: Sequence[str]) -> int:
    """How many of the units are given names."""
    if "-" in units[-1] or any(f" {joint} " in units[-1] for joint in _JOINTS):
        return len(units) - 1
    given = 1
    while given < len(units) - 1 and fold_word(units[given].split()[-1]) in second_given_names():
        given += 1
    return max(given, len(units) - _TWO)
