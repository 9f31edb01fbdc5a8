"""In which forms can a case leave? A table from the word of `legation export` to a pure writer.

A writer takes selected content and gives named pieces; what it shows, which part of the content it takes, and which
options it knows stand beside it. A form that isn't here doesn't leave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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


def _everything(content: Content, asked: Asked) -> Content:
    return content


def _no_clips(content: Content, asked: Asked) -> Iterable[Passage]:
    return ()


def _no_rows(content: Content, asked: Asked) -> Sequence[Row]:
    return ()


def _nothing_more(content: Content, asked: Asked) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One way out."""

    suffix: str
    """Of the file; nothing for a folder of pieces."""
    write: Writer
    options: frozenset[str] = frozenset()
    """Names of the options that it takes beside those of every form."""
    narrow: Callable[[Content, Asked], Content] = _everything
    """Which part of the content is in it: only that is examined and noted."""
    shows: Callable[[Content, Asked], Iterable[Passage]] = _no_clips
    """The passages for which it has room for a clip."""
    said: Callable[[Content, Asked], Mapping[str, str]] = _nothing_more
    """Sentences in it by the id of what they are about, beside those of every telling and claim."""
    rows: Callable[[Content, Asked], Sequence[Row]] = _no_rows
    """What it says in words of its own, for the gate to read."""

    def check(self, word: str, values: Mapping[str, object]) -> None:
        """Refuse options that it doesn't take.

        Raises:
            UsageError: one is given.
        """
        if strange := sorted(name for name, value in values.items() if value and name not in self.options):
            takes = ", ".join(map(_option, sorted(self.options))) or "none of these options"
            raise UsageError(f"{word} doesn't take {_option(strange[0])}: it takes {takes}")


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _page(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.page import render_page

    return (Piece(data=render_page(content).encode()),)


def _page_shows(content: Content, asked: Asked) -> Iterable[Passage]:
    from legation.publishing.page import passages_to_show

    return passages_to_show(content)


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


def _dossier(content: Content, asked: Asked) -> Sequence[Piece]:
    from legation.publishing.dossier.form import printed, written

    laid = printed(content, _about(asked), libel_read=bool(asked.values.get("libel_read")))
    return (Piece(data=written(laid, asked.target.suffix)),)


def _dossier_part(content: Content, asked: Asked) -> Content:
    from legation.publishing.dossier.form import narrowed

    return narrowed(content, _about(asked))


def _dossier_shows(content: Content, asked: Asked) -> Iterable[Passage]:
    from legation.publishing.dossier.composed import pictured
    from legation.publishing.dossier.form import dossier_of

    return pictured(dossier_of(content, _about(asked)))


def _dossier_said(content: Content, asked: Asked) -> Mapping[str, str]:
    from legation.publishing.dossier.form import dossier_of, sentences_by_id

    return sentences_by_id(dossier_of(content, _about(asked)))


def _dossier_rows(content: Content, asked: Asked) -> Sequence[Row]:
    from legation.publishing.dossier.composed import dossier_rows
    from legation.publishing.dossier.form import dossier_of

    return dossier_rows(dossier_of(content, _about(asked), libel_read=bool(asked.values.get("libel_read"))))


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
    "page": Form(suffix=".html", write=_page, shows=_page_shows),
    "csv": Form(suffix="", write=_csv, narrow=_without_claims),
    "xlsx": Form(suffix=".xlsx", write=_xlsx, narrow=_without_claims),
    "dossier": Form(
        suffix="-dossier.html",
        write=_dossier,
        options=frozenset({"about", "libel_read"}),
        narrow=_dossier_part,
        shows=_dossier_shows,
        said=_dossier_said,
        rows=_dossier_rows,
    ),
    "ftm": Form(suffix=".ftm.json", write=_ftm, narrow=_without_claims),
    "statements": Form(suffix="-statements.csv", write=_statements, narrow=_without_claims),
    "evidence": Form(suffix="-evidence.jsonl", write=_evidence),
    "gexf": Form(suffix=".gexf", write=_gexf, options=frozenset({"co_postings"}), narrow=_without_claims),
    "geojson": Form(suffix=".geojson", write=_geojson, narrow=_posts_alone),
    "parquet": Form(suffix="-parquet", write=_parquet),
    "csl": Form(suffix="-csl.json", write=_csl, narrow=_captures_alone),
    "bibtex": Form(suffix=".bib", write=_bibtex, narrow=_captures_alone),
}
"""Each form by its word, in the order in which help lists them."""
