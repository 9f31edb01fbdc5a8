"""What of a case's rows do other programs get? What an export would hold: without whoever and whatever is left out.

What is left out is worked out once for each state of the case: in a large case by the titles of postings, without
the headings under which lines stand. Finding names doesn't wait even for that: of those who are found, each is looked
at by the titles that lists print.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from legation.errors import GateError
from legation.model.judgements import Judgement
from legation.model.links import Naming, PersonLink, Resurfacing
from legation.model.postings import Posting, TitleSpan
from legation.pipeline.answering.asking import said
from legation.pipeline.answering.hearing import withholdings
from legation.pipeline.building.deriving import SMALL_CASE
from legation.pipeline.building.readings import present_keys
from legation.pipeline.exporting.leaving import Way, gathered
from legation.pipeline.work.remembered import remembered
from legation.publishing.named import NOBODY, Named
from legation.publishing.rows import Row, Value
from legation.store.case import Case
from legation.vocabulary.staff import standing_of

_PRINCIPALS = frozenset(("person", "predecessor", "successor", "holder", "from", "to", "a", "b"))
"""Keys under which a row names whom it is about."""
_OWN_WORDS = frozenset(
    (
        *("id", "kind", "sha256", "rule", "rank", "mission", "change", "windows"),
        *("as_of", "editions", "earliest", "latest", "first", "last", "start_basis", "end_basis", "end_kind"),
    )
)
"""Keys whose texts are ids, digests, days and words of ours: nobody's name stands there."""
_NAMESAKES = 1000
"""Persons who may have borne one withheld name."""
_PRINTED = frozenset(
    (
        "quote",
        "name",
        "url",
        "title",
        "label",
        "says",
        "headline",
        "proposition",
        "subject",
        "object",
        "whom",
        "words",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Out:
    """What is left out of one state of a case."""

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
    """The persons among these rows who are named by default, by their titles and by who is withheld."""
    found = [*rows]
    out = _withheld(case)
    postings, _ = case.persons.held_by(str(row["id"]) for row in found)
    hidden = out.ids | _by_titles_alone(postings).keys()
    return [row for row in found if str(row["id"]) not in hidden and not out.named.stand_in(_label(row))]


def _withheld(case: Case) -> _Out:
    """Who is withheld, also whoever a list once printed under a withheld name."""
    return remembered(case, _ruled_out)


def _ruled_out(case: Case) -> _Out:
    rulings = withholdings(case)
    if not rulings:
        return _NOBODY_OUT
    members = case.derived.members()
    ids = {members.get(side.id, side.id) for ruling in rulings for side in ruling.sides}
    names = _names(rulings)
    ids.update(person.id for name in names for person in case.persons.found(name, limit=_NAMESAKES)[1])
    return _Out(ids=frozenset(ids), named=Named.of((), names))


def _names(rulings: Iterable[Judgement]) -> list[str]:
    return [name for ruling in rulings for name in ruling.shown]


def _label(row: Row) -> object:
    person = row.get("person")
    return person.get("label") if isinstance(person, dict) else row.get("label")


def _out_of(case: Case) -> _Out:
    inputs = case.derived.inputs()
    if inputs is None:
        return _withheld(case)
    return _worked_out(case.path, inputs, case.ledger.head()[0])


@lru_cache(maxsize=4)
def _worked_out(path: Path, inputs: str, entry: int) -> _Out:
    """What is left out after a build, with everything that was kept up to an entry of the chain."""
    with Case.open(path) as case:
        if sum(account.listings for account in case.memo.accounts(present_keys(case))) > SMALL_CASE:
            return _by_titles(case, inputs)
        found = gathered(case, Way())
    return _Out(ids=frozenset(one.id for one in found.content.left_out), named=found.named)


@lru_cache(maxsize=4)
def _unnamed(path: Path, inputs: str) -> Mapping[str, str]:
    """Whom no title of a build lets be named; a judgement alone changes nothing of it."""
    with Case.open(path) as case:
        return _by_titles_alone(case.derived.postings())


def _by_titles_alone(postings: Iterable[Posting]) -> Mapping[str, str]:
    """The names of those whom none of their titles lets be named, by id."""
    reasons: dict[str, list[bool]] = {}
    names: dict[str, str] = {}
    for posting in postings:
        reasons.setdefault(posting.person.id, []).extend(map(_is_unnamed, posting.titles))
        names[posting.person.id] = posting.person.label
    return {person: names[person] for person, found in reasons.items() if found and all(found)}


def _by_titles(case: Case, inputs: str) -> _Out:
    outs = _unnamed(case.path, inputs)
    hidden = _withheld(case).ids
    named = Named.of(outs.values(), _names(withholdings(case)))
    unjudged: tuple[PersonLink | Naming | Resurfacing, ...] = (*case.derived.namings(), *case.derived.resurfacings())
    links = {one.id for one in unjudged if one.probability is not None}
    families = {claim.id for report in said(case) for claim in report.claims if claim.type == "family"}
    return _Out(ids=frozenset(outs.keys() | hidden | links | families), named=named)


def _is_unnamed(span: TitleSpan) -> bool:
    return standing_of(span.rank, span.title, None) is not None


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
