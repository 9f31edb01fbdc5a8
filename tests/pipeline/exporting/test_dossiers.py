"""Dossiers of whole cases: what they quote stands in the captures, who is out is in none, and corrections find them."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pypdfium2
import pytest

from legation.archive.vault import Vault
from legation.model.claims import SENSITIVE_CLAIMS
from legation.model.sources import Given
from legation.pipeline.demo import demo
from legation.pipeline.exporting.leaving import Way, gathered
from legation.pipeline.work.stages import Task, document_of
from legation.publishing.content import Content
from legation.store.case import Case
from tests.cli.world import command
from tests.pipeline.crowd import Crowd, crowd, made
from tests.pipeline.exporting.test_ways_out import words_of
from tests.publishing.dossier.cases import printed


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo case, with the names in its reports judged."""
    path = tmp_path_factory.mktemp("dossiers") / "demo"
    demo(path)
    with Case.open(path) as case:
        pairs = [(one.mention.id, one.person.id) for one in case.derived.namings()]
        pairs += [(one.before.id, one.person.id) for one in case.derived.resurfacings()]
    for one, other in pairs:
        assert command("decide", one, other, "same", "--why", "the same post", "--case", path).code == 0
    assert command("build", "--case", path).code == 0
    return path


def subjects(content: Content) -> Iterator[str]:
    derived = content.derived
    yield from (one.person.id for one in derived.namings)
    yield from (one.id for one in derived.happenings)
    yield from (one.id for one in derived.resurfacings)
    yield from sorted({one.mission for one in derived.tallies})
    yield from (person.id for person in derived.persons[:5])


def test_every_quote_of_a_footnote_is_found_again_in_its_capture(built: Path) -> None:
    texts: dict[str, str] = {}
    with Case.open(built) as case:
        content = gathered(case, Way()).content
        vault = Vault(case.vault)
        for about in dict.fromkeys(subjects(content)):
            for note in printed(content, (about,)).notes:
                sha256, passage = note.reference.sha256, note.reference.passage
                if sha256 not in texts:
                    name = next(one.name for one in content.captures if one.sha256 == sha256)
                    texts[sha256] = document_of(Task(data=vault.get(sha256), name=name, given=Given())).text
                assert passage is None or passage.stands_in(texts[sha256]), note.text
    assert len(texts) > 5


def test_everything_told_of_a_person_stands_in_one_of_the_three_forms_as_in_the_others(
    built: Path, tmp_path: Path
) -> None:
    with Case.open(built) as case:
        person = case.derived.namings()[0].person
    for suffix in (".html", ".docx"):
        ran = command("export", "dossier", "--about", person.id, "-o", tmp_path / f"d{suffix}", "--case", built)
        assert ran.code == 0, ran.err
    html, docx = (words_of(tmp_path / f"d{suffix}") for suffix in (".html", ".docx"))
    assert {word.casefold() for word in person.label.split()} <= html & docx
    assert {"custody", "draft"} <= html & docx


def test_a_dossier_waits_for_the_answer_to_its_own_allegations_and_no_others(built: Path, tmp_path: Path) -> None:
    with Case.open(built) as case:
        content = gathered(case, Way()).content
        alleged = {claim.id for report in content.reports for claim in report.claims if claim.type in SENSITIVE_CLAIMS}
        accused = next(one.person for one in content.derived.namings if alleged & {*one.mention.said})
        spoken = {one.person.id for one in content.derived.namings}
        other = next(one for one in content.derived.persons if one.id not in spoken)
    for person, code in ((accused, 4), (other, 0)):
        to = tmp_path / f"{code}.html"
        assert command("export", "dossier", "--about", person.id, "--publish", "-o", to, "--case", built).code == code
        assert to.exists() is (code == 0)


def test_a_correction_finds_the_dossier_that_it_touches(built: Path, tmp_path: Path) -> None:
    with Case.open(built) as case:
        content = gathered(case, Way()).content
        alleged = {claim.id for report in content.reports for claim in report.claims if claim.type in SENSITIVE_CLAIMS}
        naming = next(one for one in content.derived.namings if alleged & {*one.mention.said})
        (claim,) = sorted(alleged & {*naming.mention.said})[:1]
    words = ("--about", naming.person.id, "--to-whom", "the desk", "-o", tmp_path / "d.html")
    assert command("export", "dossier", *words, "--case", built).code == 0
    assert command("reject", claim, "--why", "misread", "--case", built).code == 0
    assert command("build", "--case", built).code == 0
    rows = command("corrections", "--case", built, "--jsonl").rows
    assert any("the desk" in str(row) and claim in str(row) for row in rows)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Crowd]:
    return made(tmp_path_factory.mktemp("crowd")), crowd()


@pytest.mark.parametrize("suffix", [".docx", pytest.param(".pdf", marks=[pytest.mark.service, pytest.mark.long])])
@pytest.mark.parametrize("edition", [(), ("--libel-read",)])
def test_who_is_out_is_in_no_form_of_print(
    whole: tuple[Path, Crowd], tmp_path: Path, suffix: str, edition: tuple[str, ...]
) -> None:
    case, people = whole
    ran = command("export", "dossier", "--about", "XV/XB", *edition, "-o", tmp_path / f"d{suffix}", "--case", case)
    assert ran.code == 0, ran.err
    found = words_of(tmp_path / f"d{suffix}")
    relatives = [word for word in people.out if word.casefold() != people.withheld.casefold()]
    assert [word for word in relatives if word.casefold() in found] == []
    assert "draft" in found


@pytest.mark.service
def test_libreoffice_opens_it_and_keeps_the_endnotes(built: Path, tmp_path: Path) -> None:
    office = which("soffice")
    if office is None:
        pytest.skip("needs libreoffice-writer")
    command("export", "dossier", "--about", "QZ/QV", "-o", tmp_path / "d.docx", "--case", built)
    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "pdf", "d.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=240,
    )
    found = words_of(tmp_path / "d.pdf")
    assert {"dvoretskov", "custody"} <= found
    with Case.open(built) as case:
        notes = printed(gathered(case, Way()).content, ("QZ/QV",)).notes
    digests = " ".join(note.reference.sha256[:12] for note in notes)

    with pypdfium2.PdfDocument(tmp_path / "d.pdf") as document:
        text = "".join("".join(page.get_textpage().get_text_range() for page in document).split())
    assert all(digest in text for digest in digests.split())
