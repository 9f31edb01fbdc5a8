"""Who must not be named by anything that leaves, and what may leave without its other side being heard?

Both are rulings of a person in the log, each with its reason, and are undone like any judgement.
"""

from __future__ import annotations

from collections.abc import Sequence

from legation.errors import GateError, LegationError, UsageError
from legation.model.claims import Claim
from legation.model.judgements import Judgement
from legation.model.sources import Capture
from legation.pipeline.answering.hearing import withholdings
from legation.pipeline.answering.people import person_of
from legation.pipeline.deciding.judging import Reason, ruling
from legation.pipeline.keeping.looking import Names, standing
from legation.publishing.named import Named
from legation.store.case import Case
from legation.store.finding import find

WITHHELD = "somebody who is withheld may be named in it: it stays in the case"


def withhold(case: Case, person: str, *, why: str, by: str | None = None) -> Judgement:
    """Keep somebody out of everything that leaves, for safety: a name that vanished may be an asylum.

    Raises:
        UsageError: the words find nobody, or several; or the reason is missing.
    """
    try:
        who = person_of(case, person)
    except UsageError as error:
        if case.derived.persons(person):
            raise
        raise UsageError(f"{error.message}; whom only reports name is withheld with --name WORDS") from None
    found = find(case, who.id, ("listing",))
    spellings = tuple(dict.fromkeys((who.label, *sorted(case.persons.names_of([who.id])[who.id]))))
    return ruling(case, "withhold", found, Reason(why=why, by=by, shown=spellings))


def withhold_names(case: Case, names: Sequence[str], *, why: str, by: str | None = None) -> Judgement:
    """Keep somebody out of everything that leaves whom no list of the case shows, by the words that reports print.

    Whoever is listed under one of the names, now or later, stays out as well.

    Raises:
        UsageError: there is no name, or one that can't be looked for; or the reason is missing.
    """
    spellings = tuple(sorted({" ".join(name.split()) for name in names}))
    for name in spellings:
        if not Named.of((), [name]).stand_in(name):
            raise UsageError(f"{name!r} can't be looked for: give the family name, or the whole name in Latin letters")
    if not spellings:
        raise UsageError("say who is withheld: a person's id or name, or --name WORDS of somebody whom no list shows")
    return ruling(case, "withhold", None, Reason(why=why, by=by, shown=spellings))


def waive(case: Case, claim: str, *, why: str, by: str | None = None) -> Judgement:
    """Let a claim be printed although nobody was asked about it: dead, in danger by being asked, asked by others.

    Raises:
        UnknownIdError: there is no such claim.
        UsageError: the reason is missing.
    """
    found = find(case, claim, ("claim",))
    assert isinstance(found.value, Claim)
    return ruling(case, "waive", found, Reason(why=why, by=by))


def without_withheld(
    case: Case, captures: Sequence[Capture]
) -> tuple[list[Capture], list[tuple[Capture, LegationError]]]:
    """The files in which nobody who is withheld may be named, and the others, each with why it stays."""
    names = [name for one in withholdings(case) for name in one.shown]
    if not names:
        return list(captures), []
    found = standing(case, Names.of(names))
    named = found.certain | found.possible
    error = GateError(WITHHELD)
    inside = [one for one in captures if one.sha256 in named or (one.found_in and one.found_in.file in named)]
    return [one for one in captures if one not in inside], [(one, error) for one in inside]
