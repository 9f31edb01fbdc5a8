"""What of a case's rows do other programs get? What an export would hold: without whoever and whatever is left out.

Who isn't named by default is what the last build says of them, like everything that rows tell, and before the first
one what each line says; who is withheld, and what reports say, is as it stands now. What is left out is worked out once
for each state of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from legation.analysis.unnamed import line_reason
from legation.errors import GateError
from legation.model.links import Naming, PersonLink, Resurfacing
from legation.pipeline.answering.hearing import heard_of, with_whom_judged_one, withholdings
from legation.pipeline.answering.spoken import without_strangers
from legation.pipeline.building.readings import evidence_of
from legation.pipeline.work.remembered import remembered
from legation.publishing.named import NOBODY, Named
from legation.publishing.rows import Row, Value
from legation.publishing.selected_log import naming_in
from legation.publishing.selection import tellings_out
from legation.resolution.judged import apply_judgements
from legation.store.case import Case
from legation.store.state import build_of

_PRINCIPALS = frozenset(("person", "predecessor", "successor", "holder", "from", "to", "a", "b"))
"""Keys under which a row names whom it is about."""
_OWN_WORDS = frozenset(
    (
        *("id", "kind", "sha256", "rule", "rank", "mission", "change", "windows"),
        *("as_of", "editions", "earliest", "latest", "first", "last", "start_basis", "end_basis", "end_kind"),
    )
)
"""Keys whose texts are ids, digests, days and words of ours: nobody's name stands there."""
_PRINTED = frozenset(
    (
        *("quote", "name", "url", "title", "label", "says"),
        *("headline", "proposition", "subject", "object", "whom", "words"),
    )
)
"""Keys whose texts are printed or said by others: a row with a name there that is left out is left out whole."""
_NAMESAKES = 1000
"""Persons who may have borne one withheld name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Out:
    """What is left out: ids of persons and of anything else, and names in whatever stands beside them."""

    ids: frozenset[str]
    named: Named


_NOBODY_OUT = _Out(ids=frozenset(), named=NOBODY)


def shown(case: Case, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows that may be seen outside of the workbench, without what is left out of them."""
    out = _out_of(case)
    for row in rows:
        if not _is_out(row, out):
            yield _without(row, out)


def checked(case: Case, row: Row) -> Row:
    """One row that was asked for by its id.

    Raises:
        GateError: it is about somebody or something that is left out.
    """
    return _kept(row, _out_of(case))


def twin(case: Case, view: Row) -> Row:
    """What a screen shows as a program may read it: all of it but who is withheld.

    A screen is somebody's own work, with people and pairs that no export has; who is withheld for safety stands in
    nothing that is copied without being looked at.

    Raises:
        GateError: it is about somebody who is withheld.
    """
    out = _withheld(case)
    return view if out == _NOBODY_OUT else _kept(view, out)


def _kept(row: Row, out: _Out) -> Row:
    if _is_out(row, out):
        raise GateError("this is left out of everything that leaves: the workbench shows it, programs don't get it")
    return _without(row, out)


def persons_shown(case: Case, rows: Iterable[Row]) -> list[Row]:
    """The persons among these rows who are named by default and whom nobody withholds."""
    by_default, withheld = remembered(case, _by_default, build_of), _withheld(case)
    hidden = by_default.ids | withheld.ids
    return [row for row in rows if row["id"] not in hidden and not withheld.named.stand_in(_label(row))]


def _label(row: Row) -> object:
    person = row.get("person")
    return person.get("label") if isinstance(person, dict) else row.get("label")


def _out_of(case: Case) -> _Out:
    return remembered(case, _left_out)


def _left_out(case: Case) -> _Out:
    """What an export leaves out where nothing is chosen one by one."""
    is_built = case.derived.inputs() is not None
    by_default = remembered(case, _by_default, build_of) if is_built else _before_a_build(case)
    withheld = _withheld(case)
    named = by_default.named.joined(withheld.named)
    reports = without_strangers(case)
    told = tellings_out(reports, named)
    wordless = naming_in(heard_of(case, reports), named)
    return _Out(ids=by_default.ids | withheld.ids | told.keys() | frozenset(wordless), named=named)


def _by_default(case: Case) -> _Out:
    """Whom and what a build lets nobody be told of, whatever is said and decided since."""
    names = case.persons.unnamed()
    links: tuple[PersonLink | Naming | Resurfacing, ...]
    links = (*case.derived.links(), *case.derived.namings(), *case.derived.resurfacings())
    unjudged = {one.id for one in links if one.probability is not None}
    return _Out(
        ids=frozenset(names.keys() | unjudged), named=Named.of(name for each in names.values() for name in each)
    )


def _before_a_build(case: Case) -> _Out:
    """Whom lists that are read and wait for a build print in a class that isn't named by default, line by line."""
    rosters = apply_judgements(evidence_of(case)).rosters
    lines = [line for roster in rosters for line in roster.listings if line_reason(line) is not None]
    return _Out(
        ids=frozenset(line.id for line in lines), named=Named.of(line.name for line in lines if line.name is not None)
    )


def _withheld(case: Case) -> _Out:
    """Who is withheld, also whoever a list once printed under a withheld name."""
    return remembered(case, _ruled_out)


def _ruled_out(case: Case) -> _Out:
    rulings = withholdings(case)
    if not rulings:
        return _NOBODY_OUT
    ruled = [name for ruling in rulings for name in ruling.shown]
    named = Named.of(ruled)
    sides = [side.id for ruling in rulings for side in ruling.sides]
    own, corrected = case.persons.of_listings(sides), _corrected(case)
    namesakes = (person for name in ruled for person in case.persons.found(name, limit=_NAMESAKES)[1])
    ids = {*with_whom_judged_one(case, {own[side].id if side in own else side for side in sides})}
    ids |= {id_ for id_, names in corrected.items() if named.stand_in(*names)}
    labels = {person.id: {person.label} for person in (*own.values(), *namesakes)}
    printed = case.persons.names_of(ids | labels.keys())
    called = {id_: {*names, *labels.get(id_, ()), *corrected.get(id_, ())} for id_, names in printed.items()}
    ids |= {id_ for id_, names in called.items() if named.stand_in(*names)}
    hidden = [name for id_ in ids for name in called[id_]]
    return _Out(ids=frozenset(ids), named=Named.of((), [*ruled, *hidden]))


def _corrected(case: Case) -> dict[str, set[str]]:
    """The names that somebody put right on lines, by the ids of the persons whose lines these are."""
    names = [
        (side.id, value)
        for judgement in case.kept.live_judgements()
        for field, value in judgement.changes
        for side in judgement.sides
        if field == "name" and value
    ]
    persons = case.persons.of_listings(line for line, _ in names)
    found: dict[str, set[str]] = {}
    for line, name in names:
        if line in persons:
            found.setdefault(persons[line].id, set()).add(name)
    return found


def _is_out(row: Row, out: _Out) -> bool:
    """Whether a row is about somebody or something that is left out."""
    if row.get("id") in out.ids:
        return True
    for key in row.keys() & _PRINCIPALS:
        about = row[key]
        if isinstance(about, dict) and (about.get("id") in out.ids or _is_out(about, out)):
            return True
    passage = row.get("passage")
    quote = passage.get("quote") if isinstance(passage, dict) else None
    return out.named.stand_in(quote, *(row[key] for key in row.keys() & _PRINTED))


def _without(row: Mapping[str, Value], out: _Out) -> Row:
    return {key: value if key in _OWN_WORDS and _is_plain(value) else _value(value, out) for key, value in row.items()}


def _is_plain(value: Value) -> bool:
    """Whether a value is one text, or a list of texts."""
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(one, str) for one in value))


def _value(value: Value, out: _Out) -> Value:
    if isinstance(value, str):
        return None if out.named.stand_in(value) else value
    if isinstance(value, dict):
        return None if value.get("id") in out.ids else _without(value, out)
    if isinstance(value, list):
        return [_value(one, out) for one in value if not (isinstance(one, dict) and _is_out(one, out))]
    return value
