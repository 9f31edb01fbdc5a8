"""Does the case bear out each value of a sentence: its numbers, days, states, places, ranks and names?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.analysis.drafts.agreeing import agree, comparable
from legation.analysis.drafts.atoms import Atom, AtomKind
from legation.analysis.drafts.nearest import Held, Near, Nearest
from legation.analysis.drafts.reading import Said
from legation.model.dates import Edtf
from legation.model.drafts import DraftPoint, PointKind

_POINT: dict[AtomKind, PointKind] = {
    "number": "number",
    "date": "date",
    "party": "party",
    "place": "place",
    "rank": "rank",
    "name": "name",
}
_BETTER = 1.3
"""How much nearer another value has to stand before it counts as the one that the case has."""
_ALIKE = 0.34
"""From which likeness on a value speaks of the same thing."""
_TOUCHING = 0.16
"""Below which likeness a value that agrees speaks of something else."""

_SURE = 0.5
"""The same for names, of which a sentence may have any."""
_ASIDE = 0.45
"""From which share on a sentence of the case speaks of the same, whoever else is named beside."""
_BESIDE = 3


@dataclass(frozen=True, slots=True)
class _Sides:
    same: Held | None
    other: Held | None


def value_points(said: Said, near: Sequence[Near], nearest: Nearest) -> Iterator[DraftPoint]:
    """A point for each value outside of quotations that can be looked up."""
    quoted = {index for first, after in said.quotes for index in range(first, after)}
    for atom in said.atoms:
        if atom.first in quoted:
            continue
        yield _point(said, atom, near, _sides(said, atom, near, nearest))


def _sides(said: Said, atom: Atom, near: Sequence[Near], nearest: Nearest) -> _Sides:
    """The nearest value that agrees, and the nearest of those that don't."""
    best: dict[bool, Held] = {}
    near = _of_same_person(said, atom, near) if atom.kind == "rank" else near
    for agrees, held in nearest.held(said, atom, near):
        if not agrees and any(comparable(each, held.atom) and agree(each, held.atom) for each in said.atoms):
            continue  # the draft has that value too, of something else
        if agrees not in best or held.likeness > best[agrees].likeness:
            best[agrees] = held
    return _Sides(best.get(True), best.get(False))


def _of_same_person(said: Said, atom: Atom, near: Sequence[Near]) -> Sequence[Near]:
    """The sentences that give a rank to the person to whom the draft gives one; all, where none does."""
    names = sorted(
        said.of_kind("name"), key=lambda name: min(abs(name.first - atom.after), abs(atom.first - name.after))
    )
    for name in names[:1]:
        of_one = [n for n in near if any(n.known.said.of_kind("rank")) and _has(n.known.said, name)]
        if of_one:
            return of_one
    return near


def _point(said: Said, atom: Atom, near: Sequence[Near], sides: _Sides) -> DraftPoint:
    kind, same, other = _POINT[atom.kind], sides.same, sides.other
    if same is not None and (_bears_out(atom, same, other) or _is_dated_alike(said, atom, same.near)):
        return DraftPoint(kind=kind, printed=atom.text, verdict="supported", ground=same.near.known.ground)
    beside = next((each for each in near[:_BESIDE] if _is_beside(atom, each)), None)
    if beside is not None:
        return DraftPoint(kind=kind, printed=atom.text, verdict="supported", ground=beside.known.ground)
    if atom.soft or (atom.kind == "name" and _is_spoken_of(said, atom, near)):
        return DraftPoint(kind=kind, printed=atom.text, verdict="nothing-to-check")
    if other is not None and other.likeness >= (_SURE if atom.kind == "name" else _ALIKE):
        ground = other.near.known.ground
        return DraftPoint(kind=kind, printed=atom.text, verdict="differs", says=other.atom.text, ground=ground)
    return DraftPoint(kind=kind, printed=atom.text, verdict="unsupported")


def _bears_out(atom: Atom, same: Held, other: Held | None) -> bool:
    """Whether a value that agrees is of the same thing, and no other one stands nearer."""
    if atom.kind == "name":
        return True  # who did what is told by the grammar; a name may stand anywhere in its sentence
    if same.likeness < _TOUCHING:
        return False
    if other is None or other.likeness < _ALIKE or other.likeness < same.likeness * _BETTER:
        return True
    # Where both stand in the sentence that comes nearest, what each is of is told by its grammar alone.
    return _has(other.near.known.said, atom)


def _is_dated_alike(said: Said, atom: Atom, near: Near) -> bool:
    """Whether the sentence with a number is of the draft's day, and has no other with which it could be mixed up."""
    known = near.known.said
    alone = sum(comparable(atom, each) for each in known.atoms) == 1
    days = [day for day in said.of_kind("date") if isinstance(day.value, Edtf) and day.value.bounds.exact]
    return alone and atom.kind == "number" and any(_has(known, day) for day in days)


def _is_beside(atom: Atom, near: Near) -> bool:
    """Whether a value stands in the sentence before or after one that speaks of the same."""
    return atom.kind != "number" and near.share >= _ALIKE and any(_has(said, atom) for said in near.known.beside)


def _has(said: Said, atom: Atom) -> bool:
    return any(comparable(atom, each) and agree(atom, each) for each in said.atoms)


def _is_spoken_of(said: Said, atom: Atom, near: Sequence[Near]) -> bool:
    """Whether a name that near sentences don't have is one that the draft goes on with, or one aside."""
    return any(word in said.carried for word in atom.words) or (bool(near) and near[0].share >= _ASIDE)
