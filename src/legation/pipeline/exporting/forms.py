"""In which forms can a case leave? A table from the word of `legation export` to a pure writer.

Of selected content each takes its part, with what the gate has to read of it, and a pure writer that gives named
pieces. A form that isn't here doesn't leave.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from legation.errors import UsageError
from legation.model.case import Derived
from legation.model.documents import Passage
from legation.publishing.content import Content
from legation.publishing.rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks of a form."""

    target: Path
    """Where it goes: a writer may go by its name, and opens nothing."""
    values: Mapping[str, object] = field(default_factory=dict)
    """The options of the command that the form takes, by name; what wasn't given isn't in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file: its name inside of the target, or none where it is the target."""

    data: bytes
    name: str = ""


Writer: TypeAlias = Callable[[Content, Asked], Sequence[Piece]]
Narrowed: TypeAlias = Callable[[Content, Asked], Content]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Of a case what is in one export: worked out once, before anything is examined or written."""

    content: Content
    """All that is in it: only that is examined and noted."""
    write: Callable[[Content], Sequence[Piece]]
    """Writes it, given the same content with the clips for which there is room."""
    shows: Sequence[Passage] = ()
    """The passages for which it has room for a clip."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Sentences in it by the id of what they are about, beside those of every telling and claim."""
    rows: Sequence[Row] = ()
    """What it says in words of its own, for the gate to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way out."""

    suffix: str
    """Of the file; nothing for a folder of pieces."""
    part: Callable[[Content, Asked], Part]
    options: frozenset[str] = frozenset()
    """Names of the options that it takes beside those of every form."""

    def check(self, word: str, values: Mapping[str, object]) -> None:
        """Refuse options that it doesn't take.

        Raises:
            UsageError: one is given.
        """
        if strange := sorted(name for name, value in values.items() if value and name not in self.options):
            takes = ", ".join(map(_option, sorted(self.options))) or "none of these options"
            raise UsageError(f"{word} doesn't take {_option(strange[0])}: it takes {takes}")


def _whole(content: Content, asked: Asked) -> Content:
    return content


def _of(write: Writer, narrow: Narrowed = _whole) -> Callable[[Content, Asked], Part]:
    """A part of the content, without words of its own."""

    def part(content: Content, asked: Asked) -> Part:
        return Part(content=narrow(content, asked), write=lambda shown: write(shown, asked))

    return part


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _page(content: Content, asked: Asked) -> Part:
    from legation.publishing.page import passages_to_show, render_page

    return Part(
        content=content,
        write=lambda shown: (Piece(data=render_page(shown).encode()),),
        shows=passages_to_show(content),
    )


def _csv(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.tables import csv_bytes, sheets

    made = sheets(content)
    if asked.target.suffix == ".csv":
        named = next((sheet for sheet in made if sheet.name == asked.target.stem.rpartition("-")[2]), made[0])
        return (Piece(data=csv_bytes(named, draft=content.draft)),)
    return tuple(Piece(name=f"{sheet.name}.csv", data=csv_bytes(sheet, draft=content.draft)) for sheet in made)


def _xlsx(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.tables import sheets, xlsx_bytes

    return (Piece(data=xlsx_bytes(sheets(content), draft=content.draft)),)


def _without_claims(content: Content, asked: Asked) -> Content:
    """What is claimed is in no sheet and no entity, so that nothing of it is examined or noted."""
    return replace(content, reports=tuple(replace(report, claims=()) for report in content.reports))


def _posts_alone(content: Content, asked: Asked) -> Content:
    """Of what is claimed only posts and their places are on a map."""
    posts = (tuple(claim for claim in report.claims if claim.type == "posting") for report in content.reports)
    reports = zip(content.reports, posts, strict=True)
    return replace(content, reports=tuple(replace(report, claims=claims) for report, claims in reports))


def _ftm(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.ftm import dataset_of, entities, entity_lines

    return (Piece(data=entity_lines(entities(content), dataset_of(content))),)


def _statements(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.ftm import dataset_of, entities, statement_lines

    return (Piece(data=statement_lines(entities(content), dataset_of(content))),)


def _evidence(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.ftm import dataset_of, entities, evidence_lines

    return (Piece(data=evidence_lines(content, entities(content), dataset_of(content))),)


def _about(asked: Asked) -> tuple[str, ...]:
    value = asked.values.get("about", ())
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _dossier(content: Content, asked: Asked) -> Part:
    from legation.publishing.dossier.composed import dossier_rows, pictured
    from legation.publishing.dossier.form import dossier_of, narrowed, sentences_by_id, written
    from legation.publishing.dossier.laid_out import laid_out

    about = _about(asked)
    part = narrowed(content, about)
    dossier = dossier_of(part, about, libel_read=bool(asked.values.get("libel_read")))
    return Part(
        content=part,
        write=lambda shown: (Piece(data=written(laid_out(dossier, shown), asked.target.suffix)),),
        shows=tuple(pictured(dossier)),
        said=sentences_by_id(dossier),
        rows=dossier_rows(dossier),
    )


def _captures_alone(content: Content, asked: Asked) -> Content:
    """Where captures come from and when they were seen: nothing that they say of anybody but their titles."""
    bare = tuple(replace(report, events=(), claims=(), prints=()) for report in content.reports)
    return replace(content, derived=Derived(), reports=bare)


def _gexf(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.graph import gexf_bytes

    return (Piece(data=gexf_bytes(content, co_postings=bool(asked.values.get("co_postings")))),)


def _geojson(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.map_points import geojson_bytes

    return (Piece(data=geojson_bytes(content)),)


def _parquet(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.parquet import parquet_tables

    return tuple(Piece(name=name, data=data) for name, data in parquet_tables(content).items())


def _csl(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.citations import csl_bytes

    return (Piece(data=csl_bytes(content)),)


def _bibtex(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.citations import bibtex_bytes

    return (Piece(data=bibtex_bytes(content)),)


FORMS: dict[str, Form] = {
    "page": Form(suffix=".html", part=_page),
    "csv": Form(suffix="", part=_of(_csv, _without_claims)),
    "xlsx": Form(suffix=".xlsx", part=_of(_xlsx, _without_claims)),
    "dossier": Form(suffix="-dossier.html", part=_dossier, options=frozenset({"about", "libel_read"})),
    "ftm": Form(suffix=".ftm.json", part=_of(_ftm, _without_claims)),
    "statements": Form(suffix="-statements.csv", part=_of(_statements, _without_claims)),
    "evidence": Form(suffix="-evidence.jsonl", part=_of(_evidence)),
    "gexf": Form(suffix=".gexf", part=_of(_gexf, _without_claims), options=frozenset({"co_postings"})),
    "geojson": Form(suffix=".geojson", part=_of(_geojson, _posts_alone)),
    "parquet": Form(suffix="-parquet", part=_of(_parquet)),
    "csl": Form(suffix="-csl.json", part=_of(_csl, _captures_alone)),
    "bibtex": Form(suffix=".bib", part=_of(_bibtex, _captures_alone)),
}
"""Each form by its word, in the order in which help lists them."""
