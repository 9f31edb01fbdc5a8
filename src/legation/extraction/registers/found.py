"""What has been found of one entry of a register so far? Names, who is meant, and what is said, with places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from legation.language.names.folding import words
from legation.model.documents import Passage
from legation.vocabulary.registers import RELATIVE, claim_of_topic

PERSONS = frozenset({"person", "individual", "legalentity", "p", "natural person", "physical person", "einzelperson"})
"""Words for the kind of an entry that is, or may be, a person; a legal entity of FollowTheMoney is either."""
NAMES = ("name", "alias", "previousName")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_PRINTED_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


@dataclass(slots=True, kw_only=True)
class Said:
    """One thing that a register says of somebody."""

    field: str
    value: str
    passage: Passage
    when: str | None = None


@dataclass(slots=True, kw_only=True)
class Found:
    """An entry on its way."""

    key: str
    line: int
    passage: Passage
    names: dict[str, None] = field(default_factory=dict)
    born: str | None = None
    countries: dict[str, None] = field(default_factory=dict)
    datasets: dict[str, None] = field(default_factory=dict)
    topics: dict[str, None] = field(default_factory=dict)
    listed: str | None = None
    said: list[Said] = field(default_factory=list)

    @property
    def is_relative(self) -> bool:
        """Whether the register enters somebody as the relative or friend of others, and for no office of their own."""
        kinds = {claim_of_topic(topic) for topic in self.topics if topic.startswith("role.")}
        return kinds == {RELATIVE}


def day_of(text: str | None) -> str | None:
    """The day, month or year that a field of a register starts with; day first where it is printed with points."""
    if not text:
        return None
    if found := _DAY.match(text.strip()):
        return found[0]
    if found := _PRINTED_DAY.match(text.strip()):
        day, month, year = found.groups()
        # which number is the month isn't told by 03/04/1970: then only the year is known
        if int(day) > 12 >= int(month) or "." in found[0]:
            return f"{year}-{int(month):02}-{int(day):02}" if int(month) <= 12 and int(day) <= 31 else year
        return year
    return None


def whole_name(parts: Mapping[str, str]) -> str | None:
    """A name from its parts, the given one first; `None` where there is no family name or nothing beside it."""
    if not parts.get("lastName") or not (parts.get("firstName") or parts.get("secondName")):
        return None
    return " ".join(parts[one] for one in ("firstName", "secondName", "lastName") if parts.get(one))


def is_a_name(text: str) -> bool:
    """Whether a text can be compared as the name of a person: two words of letters at least, and not a sentence."""
    return 2 <= len(words(text)) <= 8 and any(letter.isalpha() for letter in text)


def first(values: Iterable[str | None]) -> str | None:
    """The first value that is one."""
    return next((value for value in values if value), None)
