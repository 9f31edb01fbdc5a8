"""What does `FIELD=VALUE` mean? Words of the command line become the fields of an event, a claim or a correction.

A field that isn't known, a value that can't be, and a grave claim without a claimant are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from legation.errors import LegationError, UsageError
from legation.model.claims import (
    SENSITIVE_CLAIMS,
    Attribution,
    ClaimType,
    CountModifier,
    CountUnit,
    EventType,
    HeadcountRole,
    NamedPerson,
    Stance,
    Status,
    Strength,
)
from legation.model.dates import Edtf
from legation.model.parties import Mission

Parser = Callable[[str], Any]

_DURATION = re.compile(r"P(?!$)(\d+W|(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?)?)")
_CODE = re.compile(r"[A-Z]{2,5}")
_YES, _NO = frozenset({"yes", "true", "1"}), frozenset({"no", "false", "0"})


def pairs_of(words: Iterable[str]) -> dict[str, str]:
    """`FIELD=VALUE` words as a mapping, names with low lines.

    Raises:
        UsageError: a word has no `=`, or a field is given twice.
    """
    found: dict[str, str] = {}
    for word in words:
        name, equals, value = word.partition("=")
        name = name.strip().replace("-", "_").casefold()
        if not equals or not name:
            raise UsageError(f"{word!r} is no field: write FIELD=VALUE, such as count=8")
        if name in found:
            raise UsageError(f"{name} is given twice: keep one")
        found[name] = value.strip()
    return found


def event_fields(pairs: Mapping[str, str]) -> dict[str, Any]:
    """Fields of an event.

    Raises:
        UsageError: a field or a value isn't one of an event, or the type is missing.
    """
    fields = _parsed(pairs, EVENT_FIELDS, "event")
    _needs_type(fields, "event", get_args(EventType))
    date = fields.get("date")
    if date is not None:
        fields |= {"date_precision": date.precision, "date_basis": "stated"}
    chain = _chain(fields)
    return {"status": "asserted", **fields, "attribution": chain}


def claim_fields(pairs: Mapping[str, str]) -> dict[str, Any]:
    """Fields of a claim.

    Raises:
        UsageError: a field or a value isn't one of a claim, the type is missing, or a claim that can do harm has no
            speaker.
    """
    fields = _parsed(pairs, CLAIM_FIELDS, "claim")
    _needs_type(fields, "claim", get_args(ClaimType))
    chain = _chain(fields)
    if fields["type"] in SENSITIVE_CLAIMS and not chain:
        raise UsageError(f"a claim of {fields['type']} needs its claimant: add speaker=WHO, as the source has it")
    return {"status": "asserted" if not chain else "alleged", **fields, "attribution": chain}


def _parsed(pairs: Mapping[str, str], known: Mapping[str, tuple[str, Parser]], kind: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs.items():
        if name not in known:
            raise UsageError(
                f"an {kind} has no field {name!r}: it has {', '.join(known)}".replace("an claim", "a claim")
            )
        field, parse = known[name]
        if not value:
            raise UsageError(f"{name} is empty: leave it out where it isn't known")
        try:
            found[field] = parse(value)
        except LegationError as error:
            raise UsageError(f"{name}: {error.message}") from None
    return found


def _needs_type(fields: Mapping[str, Any], kind: str, types: Iterable[str]) -> None:
    if "type" not in fields:
        raise UsageError(f"the {kind} has no type: add type=TYPE, one of {', '.join(types)}")


def _chain(fields: dict[str, Any]) -> tuple[Attribution, ...]:
    speaker, stance = fields.pop("speaker", None), fields.pop("stance", None)
    anonymous = fields.pop("anonymous", False)
    if speaker is None and stance is None and not anonymous:
        return ()
    return (Attribution(speaker=speaker, stance=stance or "asserts", anonymous=anonymous),)


@dataclass(frozen=True, slots=True)
class _OneOf:
    """Reads one of some words."""

    words: tuple[str, ...]

    def __call__(self, text: str) -> str:
        if text not in self.words:
            raise UsageError(f"no word for this is {text!r}; write one of {', '.join(self.words)}")
        return text


def _one_of(literal: object) -> _OneOf:
    return _OneOf(get_args(literal))


def choices(known: Mapping[str, tuple[str, Parser]]) -> dict[str, tuple[str, ...]]:
    """The words that each field takes which takes no others."""
    found: dict[str, tuple[str, ...]] = {}
    for name, (_, parse) in known.items():
        if isinstance(parse, _OneOf):
            found[name] = parse.words
        elif parse is truth:
            found[name] = ("yes", "no")
    return found


def whole_number(text: str) -> int:
    """A number of persons or posts.

    Raises:
        UsageError: it is no whole number from 0 on.
    """
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise UsageError(f"{text!r} is no whole number; write digits alone, such as 40")
    return int(text)


def truth(text: str) -> bool:
    """Yes or no.

    Raises:
        UsageError: it is neither.
    """
    folded = text.casefold()
    if folded not in _YES | _NO:
        raise UsageError(f"{text!r} is neither yes nor no")
    return folded in _YES


def party(text: str) -> str:
    """A state's or organization's code.

    Raises:
        UsageError: it is none.
    """
    if not _CODE.fullmatch(text):
        raise UsageError(f"{text!r} is no code of a state or organization; write capitals such as RU, EU, NATO")
    return text


def deadline(text: str) -> str:
    """A date or a duration, as it is written.

    Raises:
        UsageError: it is neither.
    """
    return text if _DURATION.fullmatch(text) else Edtf.parse(text).text


def _people(text: str) -> tuple[NamedPerson, ...]:
    return tuple(NamedPerson(name=name.strip()) for name in text.split(";") if name.strip())


def _value(text: str) -> int | str:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text


_SPEECH: dict[str, tuple[str, Parser]] = {
    "status": ("status", _one_of(Status)),
    "speaker": ("speaker", str),
    "stance": ("stance", _one_of(Stance)),
    "anonymous": ("anonymous", truth),
}
EVENT_FIELDS: dict[str, tuple[str, Parser]] = {
    "type": ("type", _one_of(EventType)),
    "actor": ("actor", party),
    "target": ("target", party),
    "mission": ("mission", lambda text: Mission.parse(text).key),
    "city": ("city", str),
    "count": ("count", whole_number),
    "count_modifier": ("count_modifier", _one_of(CountModifier)),
    "count_unit": ("count_unit", _one_of(CountUnit)),
    "from": ("posts_from", whole_number),
    "to": ("posts_to", whole_number),
    "persons": ("persons", _people),
    "date": ("date", Edtf.parse),
    "deadline": ("deadline", deadline),
    "reason": ("reason", str),
    "background": ("background", truth),
    "retaliation": ("retaliation", truth),
    **_SPEECH,
}
"""Field as written to field of the model and what reads it."""
CLAIM_FIELDS: dict[str, tuple[str, Parser]] = {
    "type": ("type", _one_of(ClaimType)),
    "subject": ("subject", str),
    "object": ("object", str),
    "value": ("value", _value),
    "role": ("role", _one_of(HeadcountRole)),
    "when": ("when", Edtf.parse),
    "wording": ("wording", str),
    "strength": ("strength", _one_of(Strength)),
    "about": ("about", str),
    **_SPEECH,
}
"""As `EVENT_FIELDS`, for claims."""
