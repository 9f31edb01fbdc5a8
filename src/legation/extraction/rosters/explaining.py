"""Why was a list read as it was? In words: the structure found, what each field is told by, the day, and the residue.

Says what the reading itself decided by, from the same walk; a spouse's name is in no sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from legation.extraction.rosters.entries import Draft
from legation.extraction.rosters.lines import Shape
from legation.extraction.rosters.roster import Walk, roster_of, walked
from legation.extraction.rosters.slash_days import Order
from legation.extraction.rosters.table_shape import Table, row_text
from legation.model.documents import Document
from legation.model.listings import Roster
from legation.model.sources import Given
from legation.vocabulary.states import Gazetteer

_FEW = 5
_HALF = 0.5
_USUAL = 0.1
"""Share of the names from which on a look is told."""
_ADDRESSED = ((1.0, "all"), (0.85, "nearly all"), (0.15, "some"), (0.0, "hardly any"))
_ROLES = {
    "name": "the name",
    "given": "given names",
    "family": "the family name",
    "patronymic": "the patronymic",
    "honorific": "the form of address",
    "title": "the title",
    "function": "the function",
    "country": "the state whose mission it is",
    "host": "the state of the post",
    "mission": "the mission",
    "city": "the city",
    "section": "the section",
    "spouse": "whether there is a spouse; the name is not taken over",
    "private": "private; not read",
    "resident": "the place of residence",
    "order": "a running number",
    "order-flag": "which name comes first",
    "skip": "nothing that a listing keeps",
}
_BASES = {
    "given": "as given on the command line",
    "printed": "as the list prints",
    "file-name": "from the file's name",
    "archive": "from the day of its capture",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Sentences about one reading, and the places of the lines that are never shown."""

    structure: tuple[str, ...]
    fields: tuple[str, ...]
    edition: tuple[str, ...]
    residue: tuple[str, ...]
    withheld: frozenset[int]
    """Where the blocks start that hold a spouse's or a child's name."""


def explain_roster(
    document: Document, given: Given, gazetteer: Gazetteer, *, name: str = ""
) -> tuple[Roster, Explanation]:
    """The roster as `extract_roster` gives it, and why."""
    walk = walked(document, given, gazetteer, name=name)
    roster = roster_of(document, given, walk, name=name)
    return roster, Explanation(
        structure=tuple(_structure(document, walk)),
        fields=tuple(_fields(walk)),
        edition=tuple(_edition(roster, walk.order)),
        residue=tuple(_residue(roster)),
        withheld=frozenset(block.start for block in walk.read.withheld),
    )


def _structure(document: Document, walk: Walk) -> Iterator[str]:
    tables = [each for each in walk.stretches if isinstance(each, Table)]
    lines = sum(len(each) for each in walk.stretches if not isinstance(each, Table))
    if document.state != "ok":
        yield f"The document's state is {document.state}: {'; '.join(document.notes)}."
    for number, table in enumerate(tables, 1):
        header = "under a header" if table.header else "without a header"
        yield f"Table {number}: {len(table.rows):,} rows {header}; one row is one person."
    if walk.read.unseen:
        yield f"{walk.read.unseen:,} rows of hidden sheets were left out: their missions are on sheets that are shown."
    people = _on_lines(walk)
    if not people:
        if not tables:
            yield "No repeated structure of names was found."
        return
    profile = walk.profile
    yield f"{lines:,} lines{_how(walk, people)}."
    if profile.heading_shapes:
        shapes = ", ".join(
            sorted({_shape(shape) + (" in capitals" if up else "") for shape, up in profile.heading_shapes})
        )
        yield f"Headings of missions are told by their look ({shapes}) and the states that they name."


def _fields(walk: Walk) -> Iterator[str]:
    for number, table in enumerate((each for each in walk.stretches if isinstance(each, Table)), 1):
        for column, role in sorted(table.columns.roles.items()):
            header = row_text(table.header, column)
            by = f"called {header!r}" if header else "by what its cells look like"
            yield f"Table {number}, column {column + 1} ({by}): {_role(role)}."
        if table.columns.family_first:
            yield f"Table {number}: its header puts the family name first."
    yield from _of_lines(walk)
    if walk.read.spouses:
        yield "Spouses are printed: each only says that the person is accompanied."


def _on_lines(walk: Walk) -> list[Draft]:
    """The people who stand on lines, in no table."""
    tables = [each for each in walk.stretches if isinstance(each, Table)]
    cells = {block.start for table in tables for row in table.rows for blocks in row.values() for block in blocks}
    return [draft for draft in walk.read.drafts if draft.shown and draft.shown[0].block.start not in cells]


def _how(walk: Walk, people: Sequence[Draft]) -> str:
    """How one person is told from the next, as most are."""
    titled = [draft for draft in people if draft.titles or draft.over is not None]
    if walk.by_space:
        return ": space alone tells one person from the next, and an addressed name begins each block"
    if walk.profile.rank_first:
        return ": a rank stands above the names that hold it"
    if _share(len(titled), len(people)) < _HALF:
        return " of names without titles"
    alone = sum(len({piece.block.start for piece in draft.shown}) == 1 for draft in titled)
    if _share(alone, len(titled)) > _HALF:
        return ": each person stands on one line, the name with the title beside it"
    return ": a name begins each person, with the title below or beside it"


def _share(some: int, all_: int) -> float:
    return some / all_ if all_ else 0.0


def _of_lines(walk: Walk) -> Iterator[str]:
    profile, people = walk.profile, _on_lines(walk)
    named = [draft.names[0].block for draft in people if draft.names]
    if named:
        counted = Counter((block.kind, block.level, block.size, block.role) for block in named)
        usual = frozenset(shape for shape, n in counted.items() if n >= _USUAL * len(named))
        addressed = _share(sum(draft.honorific is not None for draft in people), len(named))
        how = next(words for least, words in _ADDRESSED if addressed >= least)
        yield f"Names: lines that are {_shapes(usual)}, {how} with a form of address."
    if profile.title_shapes:
        yield f"Titles: lines that are {_shapes(profile.title_shapes)}, right below a name" + (
            ", each with a date." if profile.dated else "."
        )


_ORDERS = {
    "month": "Dates with slashes are read with the month first, as the list's other dates or its spelling say.",
    "unknown": "Whether dates with slashes print the day or the month first, nothing on the list says: those that can "
    "be read either way are read with the day first and marked with a question mark.",
}


def _edition(roster: Roster, order: Order) -> Iterator[str]:
    edition = roster.edition
    if order in _ORDERS:
        yield _ORDERS[order]
    if edition.as_of is None:
        yield "Its day is not known: say it with --as-of."
    else:
        yield f"Its day is {edition.as_of.text}, {_BASES[edition.as_of_basis]}."
    if edition.receiving is None:
        yield "To which state its missions are accredited is not known: say it with --receiving."
    missions, people = len(edition.missions), len(roster.listings)
    of = f"{missions:,} mission{'' if missions == 1 else 's'}"
    yield f"It holds {people:,} listings of {of}; whom it covers: {edition.coverage_class}."
    doubtful: dict[tuple[str, str | None], list[str]] = {}
    for each in edition.missions:
        if each.coverage != "complete":
            doubtful.setdefault((each.coverage, each.why), []).append(each.heading or each.mission or "")
    for (coverage, why), names in doubtful.items():
        yield f"{len(names):,} × {coverage}, because {why}: {'; '.join(names)}."


def _residue(roster: Roster) -> Iterator[str]:
    lines = roster.edition.lines
    yield (
        f"Of {lines.total:,} lines, {lines.used:,} were used, {lines.furniture:,} are furniture (menus, addresses, "
        f"page numbers) and {lines.residue:,} were not understood."
    )
    reasons = Counter(each.reason for each in roster.residue)
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        quotes = [each.text for each in roster.residue if each.reason == reason]
        shown = "; ".join(" ".join(quote.split())[:80] for quote in quotes[:_FEW])
        yield f"{count:,} × {reason}: {shown}{' …' if count > _FEW else ''}"


def _role(role: str) -> str:
    kind = role.removeprefix("date:")
    if kind != role:
        return f"the date ({kind})"
    return _ROLES.get(role, role)


def _shapes(shapes: frozenset[Shape]) -> str:
    return " or ".join(sorted({_shape(shape) for shape in shapes}))


def _shape(shape: Shape) -> str:
    kind, level, size, role = shape
    parts = [f"{kind} of level {level}" if level is not None and kind == "heading" else kind]
    if size is not None:
        parts.append(f"{size:g} pt")
    if role:
        parts.append(f"in {role}")
    return ", ".join(parts)
