"""Every way out beside every reason to stop: nothing that the gate refuses is anywhere in what was written."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from legation.cli.export import WORDS
from legation.pipeline.exporting.forms import FORMS
from legation.store.case import Case
from tests.cli.world import Ran, command
from tests.pipeline.crowd import Crowd, crowd, made


@dataclass(frozen=True, slots=True)
class WayOut:
    """A form as it is written by the matrix: its name, and the options without which it writes nothing."""

    name: str
    options: tuple[str, ...] = ()
    claims: bool = True
    """Whether what is claimed is in it, so that it waits for answers."""


MATRIX: dict[str, WayOut] = {
    "page": WayOut("case.html"),
    "csv": WayOut("tables", claims=False),
    "xlsx": WayOut("case.xlsx", claims=False),
    "dossier": WayOut("dossier.html", ("--about", "XV/XB"), claims=False),
    "ftm": WayOut("case.ftm.json", claims=False),
    "statements": WayOut("case.csv", claims=False),
    "evidence": WayOut("case.jsonl"),
    "gexf": WayOut("case.gexf", claims=False),
    "geojson": WayOut("case.geojson", claims=False),
    "parquet": WayOut("case.parquet"),
    "csl": WayOut("case.csl.json", claims=False),
    "bibtex": WayOut("case.bib", claims=False),
    "bundle": WayOut("bundle", ("--all",)),
}
"""Each form with what it needs; WACZ holds bytes from the web alone and has tests of its own."""


SECRETS = ("cook", "gardener", "postman", "larissa")
"""Words of a note in confidence, of a waiver's and a judgement's reason, and a wife whom an answer names."""

DONE = (0, 3)
"""A bundle without the files in which somebody withheld is named is partly done."""


@pytest.fixture(scope="module")
def people() -> Crowd:
    return crowd()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, people: Crowd) -> Path:
    """The case with one person withheld, a log that names that person, and a note in confidence."""
    case = made(tmp_path_factory.mktemp("crowd"))
    logged(case, people)
    assert command("withhold", person(case, people.withheld), "--why", "asked for protection", "--case", case).code == 0
    said = ("type=statement", "value=the cook saw them leave by the back door at night")
    quote = ("--quote", "the cook saw them leave by the back door at night", "--date", "2020-03-11")
    assert command("note", "claim", *said, "--confidential", "the cook", *quote, "--case", case).code == 0
    return case


def logged(case: Path, people: Crowd) -> None:
    """An allegation that the person who is to be withheld was asked about, with reasons that nobody else may read."""
    accused, safe = people.named[4], people.withheld.title()
    (claim,) = [
        row["id"]
        for row in command("claims", "--case", case, "--jsonl").rows
        if row["type"] == "affiliation" and accused in str(row["subject"]).upper()
    ]
    with Case.open(case) as opened:
        (mention,) = [one.id for one in opened.derived.load().mentions if accused in one.name.upper()]
    why = f"the postman, Pavel {safe}, knows both"
    answer = f"Ask Pavel {safe} and his wife Larissa."
    asked = ("reply", "add", person(case, people.withheld), "--claim", claim)
    done(case, "decide", mention, person(case, accused), "same", "--why", why)
    done(case, "build")
    inquiry = str(done(case, *asked, "--jsonl").rows[0]["id"])
    done(case, "reply", "answer", inquiry, "--kind", "denied", "--text", answer, "--translation", answer)
    done(case, "reply", "waive", claim, "--why", "the gardener is in danger")


def done(case: Path, *words: str) -> Ran:
    ran = command(*words, "--case", case)
    assert ran.code == 0, ran.err
    return ran


def person(case: Path, name: str) -> str:
    return str(command("persons", name, "--case", case, "--jsonl").rows[0]["id"])


def written(case: Path, form: str, to: Path, *words: str) -> Ran:
    way = MATRIX[form]
    return command("export", form, "-o", to / way.name, *way.options, *words, "--case", case)


def texts(path: Path) -> Iterator[str]:
    """Everything that a file or folder says: names, text, metadata, hidden sheets, whatever it is packed in."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        yield file.name
        if file.is_file() and "captures" not in file.parts:
            yield from _said(file.read_bytes())


def _said(data: bytes) -> Iterator[str]:
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for name in packed.namelist():
                yield name
                yield from _said(packed.read(name))
    elif data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        yield str(document.get_metadata_dict())
        yield from (page.get_textpage().get_text_range() for page in document)
    elif data.startswith(b"PAR1"):
        import pyarrow.parquet as pq

        table = pq.read_table(io.BytesIO(data))
        yield f"{table.schema.names} {table.schema.metadata} {table.to_pylist()}"
    else:
        yield data.decode("utf-8", "replace")


def words_of(path: Path) -> frozenset[str]:
    return frozenset(word.casefold() for text in texts(path) for word in re.findall(r"[^\W\d_]+", text))


def test_every_form_is_in_the_matrix() -> None:
    assert set(WORDS) == {*FORMS, "bundle", "wacz"}
    assert set(FORMS) <= set(MATRIX)


forms = pytest.mark.parametrize("form", [form for form in MATRIX if form in WORDS])


@forms
def test_a_draft_holds_nobody_who_is_out_and_says_that_it_is_one(
    whole: Path, people: Crowd, tmp_path: Path, form: str
) -> None:
    ran = written(whole, form, tmp_path, *(() if form == "bundle" else ("--mission", "XV/XB")))
    assert ran.code in DONE, ran.err
    found = words_of(tmp_path / MATRIX[form].name)
    assert [word for word in people.out if word.casefold() in found] == []
    assert found.isdisjoint(SECRETS)
    assert "draft" in found


@pytest.mark.parametrize("words", [("--publish",), ("--libel-read", "--publish"), ("--libel-read",)])
def test_a_dossier_tells_that_somebody_answered_and_judged_without_naming_who_is_out(
    whole: Path, people: Crowd, tmp_path: Path, words: tuple[str, ...]
) -> None:
    file = tmp_path / "dossier.html"
    about = person(whole, people.named[4])
    ran = command("export", "dossier", "-o", file, "--about", about, *words, "--case", whole)
    assert ran.code == 0, ran.err
    found, text = words_of(file), file.read_text(encoding="utf-8")
    assert [word for word in people.out if word.casefold() in found] == []
    assert found.isdisjoint(SECRETS)
    assert "Somebody who isn’t named" in text
    assert "the reason is noted" in text
    assert ("Decided by" in text) == ("--libel-read" in words)


@forms
def test_who_stood_higher_is_named(whole: Path, people: Crowd, tmp_path: Path, form: str) -> None:
    if form in ("csl", "bibtex", "geojson"):
        pytest.skip("it names no person")
    assert written(whole, form, tmp_path).code in DONE
    found = words_of(tmp_path / MATRIX[form].name)
    assert people.named[20].casefold() in found


@forms
def test_a_publication_waits_for_the_answer_to_each_allegation_in_it(whole: Path, tmp_path: Path, form: str) -> None:
    ran = written(whole, form, tmp_path, "--publish")
    if not MATRIX[form].claims:
        assert ran.code == 0, ran.err
        return
    assert (ran.code, (tmp_path / MATRIX[form].name).exists()) == (4, False)
    assert ran.err.count("unheard") == 1, ran.err


@forms
def test_a_name_of_the_file_is_a_key(whole: Path, people: Crowd, tmp_path: Path, form: str) -> None:
    way = MATRIX[form]
    for name in (f"expelled-spies{Path(way.name).suffix}", f"{people.withheld.lower()}{Path(way.name).suffix}"):
        ran = command("export", form, "--publish", "-o", tmp_path / name, *way.options, "--case", whole)
        assert (ran.code, (tmp_path / name).exists()) == (4, False)


@forms
def test_whoever_is_chosen_one_by_one_is_named_and_noted(whole: Path, people: Crowd, tmp_path: Path, form: str) -> None:
    if form in ("csl", "bibtex", "geojson", "dossier"):
        pytest.skip("it names no person, or those alone whom it is about")
    case = shutil.copytree(whole, tmp_path / "case")
    low = person(case, people.lowest[0])
    assert written(case, form, tmp_path, "--include", low).code == 2
    ran = written(case, form, tmp_path, "--include", low, "--why", "named by the ministry")
    assert ran.code in DONE, ran.err
    found = words_of(tmp_path / MATRIX[form].name)
    assert people.lowest[0].casefold() in found
    assert people.lowest[1].casefold() not in found
    safe = person(case, people.withheld)
    again = written(case, form, tmp_path / "again", "--include", safe, "--why", "no")
    assert again.code in DONE, again.err
    assert people.withheld.casefold() not in words_of(tmp_path / "again" / MATRIX[form].name)


@forms
def test_what_was_entered_in_confidence_stops_a_draft_too(whole: Path, tmp_path: Path, form: str) -> None:
    if not MATRIX[form].claims:
        pytest.skip("no claim is in it")
    case = shutil.copytree(whole, tmp_path / "case")
    said = ("type=statement", "value=the cook saw them leave by the back door at night")
    source = ("--url", "https://example.org/a", "--date", "2020-03-11", "--quote")
    words = "the cook saw them leave by the back door at night"
    assert command("note", "claim", *said, *source, words, "--case", case).code == 0
    ran = written(case, form, tmp_path)
    assert (ran.code, "confidence" in ran.err) == (4, True)


@pytest.mark.parametrize("suffix", [".docx", pytest.param(".pdf", marks=pytest.mark.service)])
def test_a_dossier_on_paper_holds_nobody_who_is_out_either(
    whole: Path, people: Crowd, tmp_path: Path, suffix: str
) -> None:
    file = tmp_path / f"dossier{suffix}"
    ran = command("export", "dossier", "-o", file, "--about", "XV/XB", "--case", whole)
    assert ran.code == 0, ran.err
    found = words_of(file)
    assert people.named[20].casefold() in found
    assert [word for word in people.out if word.casefold() in found] == []
    assert "draft" in found


def test_counts_stay_what_they_are_where_people_are_not_named(whole: Path, people: Crowd, tmp_path: Path) -> None:
    assert written(whole, "page", tmp_path, "--mission", "XV/XB").code == 0
    text = (tmp_path / "case.html").read_text(encoding="utf-8")
    assert "<td>200</td>" in text
    assert "<td>188</td>" in text
    assert "51 persons" in text


def test_a_bundle_has_no_file_in_which_somebody_withheld_is_named(whole: Path, people: Crowd, tmp_path: Path) -> None:
    assert written(whole, "bundle", tmp_path).code in DONE
    folder = tmp_path / "bundle"
    every = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert people.withheld.encode() not in every.upper()


def test_the_log_of_judgements_doesnt_say_who_is_withheld(whole: Path, people: Crowd, tmp_path: Path) -> None:
    assert command("judgements", "export", "-o", tmp_path / "log.jsonl", "--case", whole).code == 0
    assert people.withheld not in (tmp_path / "log.jsonl").read_text(encoding="utf-8").upper()


def test_to_take_a_withholding_back_names_the_person_again(whole: Path, people: Crowd, tmp_path: Path) -> None:
    case = shutil.copytree(whole, tmp_path / "case")
    assert command("undo", "--case", case).code == 0
    assert written(case, "csv", tmp_path).code == 0
    assert people.withheld.casefold() in words_of(tmp_path / "tables")


def test_each_publication_is_noted_with_its_rows_and_who_got_it(whole: Path, tmp_path: Path) -> None:
    from legation.pipeline.exporting.noting import exports_of

    case = shutil.copytree(whole, tmp_path / "case")
    assert written(case, "csv", tmp_path, "--to-whom", "The Morning").code == 0
    with Case.open(case) as opened:
        *_, (_, last) = exports_of(opened)
    assert (last.form, last.published, last.to_whom) == ("csv", False, ("The Morning",))
    postings = (tmp_path / "tables" / "postings.csv").read_text(encoding="utf-8-sig")
    ids = set(re.findall(r"posting-[0-9a-f]{32}", postings))
    assert ids
    assert ids <= set(last.rows)
