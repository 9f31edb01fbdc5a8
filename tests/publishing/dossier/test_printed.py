"""How a dossier looks in HTML and DOCX: notes, pictures, languages, and words that would like to be more than words."""

import io
import re
import xml.etree.ElementTree as ElementTree
import zipfile
from dataclasses import replace
from itertools import pairwise

import pytest

from legation.publishing.content import Content
from legation.publishing.dossier.docx import render_docx
from legation.publishing.dossier.html import render_html
from legation.publishing.dossier.laid_out import LaidOut, stretches_of
from legation.publishing.dossier.wording import runs, sentence
from tests import make
from tests.publishing.cases import LAST_LINE
from tests.publishing.dossier.cases import DARIO, INES, content, hostile, png, printed
from tests.publishing.test_page import Tags

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def laid(case: Content | None = None, *about: str) -> LaidOut:
    return printed(case or content(), about or (INES.id, DARIO.id, make.MISSION))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def words(part: bytes) -> str:
    root = ElementTree.fromstring(part)
    return "".join(node.text or "" for node in root.iter(f"{W}t"))


def test_a_place_that_is_cited_again_keeps_its_number() -> None:
    marks = [mark for block in laid().blocks for row in block.rows for line in row for mark in line.marks]
    firsts = [mark.note.number for mark in marks if mark.first]
    assert firsts == list(range(1, len(firsts) + 1)) == [note.number for note in laid().notes]
    assert len(marks) > len(firsts)


def test_a_note_says_quote_source_place_day_capture_and_digest() -> None:
    (note,) = [note for note in laid().notes if note.reference.passage == LAST_LINE.passage]
    assert note.text.startswith(f"“{LAST_LINE.passage.quote}” · ")
    assert " · list of 2020-02-01 (printed) · added 2020-07-01 00:00 UTC, from a file · " in note.text
    assert note.text.endswith(f"SHA-256 {LAST_LINE.passage.sha256[:12]}")


def test_a_picture_stands_after_the_block_that_cites_it_first() -> None:
    pictured = laid(content(clips={LAST_LINE.passage: png()}), DARIO.id)
    kinds = [block.kind for block in pictured.blocks]
    at = kinds.index("picture")
    assert pictured.blocks[at - 1].notes
    assert 'alt="The place in the source: “' in render_html(pictured)
    assert parts(render_docx(pictured))["word/media/note-2.png"] == png()


def test_html_runs_nothing_and_asks_nothing_from_outside() -> None:
    html = render_html(laid(content(clips={LAST_LINE.passage: png()})))
    tags = Tags(html).tags
    policy = next(attrs["content"] for _, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert str(policy).startswith("default-src 'none'; img-src data:")
    assert not {tag for tag, _ in tags} & {"script", "link", "iframe", "object", "form", "base"}
    references = [str(attrs[name]) for _, attrs in tags for name in ("href", "src") if name in attrs]
    assert all(reference.startswith(("#", "data:image/png;base64,")) for reference in references)
    assert "url(" not in html
    assert not [name for _, attrs in tags for name in attrs if name.startswith("on")]


def test_every_mark_of_html_leads_to_its_note_and_back() -> None:
    tags = Tags(render_html(laid())).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {str(attrs["href"])[1:] for _, attrs in tags if "href" in attrs} <= set(ids)
    assert sum(str(each).startswith("note-") for each in ids) == len(laid().notes)


def test_headings_of_html_skip_no_level() -> None:
    for about in ((INES.id,), (INES.id, make.MISSION)):
        levels = [int(tag[1]) for tag, _ in Tags(render_html(laid(None, *about))).tags if re.fullmatch(r"h\d", tag)]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_hostile_words_stay_words_in_html() -> None:
    made = Tags(render_html(laid(hostile())))
    assert "script" not in {tag for tag, _ in made.tags}
    assert "<script>alert(1)</script>" in made.text
    assert "{name}" in made.text
    assert not {"\x07", "\u202e"} & set(made.text)


def test_hostile_words_stay_words_in_a_word_processor() -> None:
    made = parts(render_docx(laid(hostile())))
    texts = words(made["word/document.xml"]) + words(made["word/endnotes.xml"])
    assert "<script>alert(1)</script>=cmd|' /C calc'!A0 {name}" in texts
    assert not {"\x07", "\u202e"} & set(texts)
    for name, part in made.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)


def test_docx_has_an_endnote_for_each_note_and_nothing_that_acts() -> None:
    made = parts(render_docx(laid()))
    document = ElementTree.fromstring(made["word/document.xml"])
    notes = ElementTree.fromstring(made["word/endnotes.xml"])
    called = [node.get(f"{W}id") for node in document.iter(f"{W}endnoteReference")]
    written = [node.get(f"{W}id") for node in notes.iter(f"{W}endnote") if node.get(f"{W}type") is None]
    assert called == written
    assert len(called) == len(laid().notes)
    acting = {"fldSimple", "instrText", "fldChar", "hyperlink", "object", "altChunk", "control", "subDoc"}
    assert not {node.tag.removeprefix(W) for node in (*document.iter(), *notes.iter())} & acting
    assert not [name for name in made if "vba" in name or "embeddings" in name]
    assert b"TargetMode" not in made["word/_rels/document.xml.rels"]


def test_a_file_tells_of_no_author_machine_or_hour() -> None:
    core = parts(render_docx(laid()))["docProps/core.xml"].decode()
    assert re.findall(r"<(\w+:\w+)>", core) == ["dc:title", "dc:language"]


def test_the_same_case_gives_the_same_bytes() -> None:
    assert render_docx(laid()) == render_docx(laid())
    assert render_html(laid()) == render_html(laid())


@pytest.mark.parametrize(
    ("name", "spoken", "language", "right_to_left"),
    [
        ("محمد الكريم", None, "und-Arab", True),
        ("דוד לוי", "he", "und-Hebr", True),
        ("Осокорин Денис", "ru", "und-Cyrl", False),
        ("Denis Osokorin", "fr", None, False),
    ],
)
def test_a_name_has_its_script_and_runs_its_way(
    name: str, spoken: str | None, language: str | None, right_to_left: bool
) -> None:
    (stretch,) = stretches_of(runs(sentence("title-one", name=name)), spoken)
    assert (stretch.language, stretch.right_to_left, stretch.isolated) == (language, right_to_left, True)


def test_printed_words_have_the_language_of_their_document_where_it_is_written_so() -> None:
    def language(text: str, spoken: str) -> str | None:
        found = stretches_of(runs(sentence("words", quote=text)), spoken)
        return next(each for each in found if each.isolated).language

    assert language("Première Secrétaire", "fr") == "fr"
    assert language("Советник", "ru") == "ru"
    assert language("Советник", "fr") == "und-Cyrl"
    assert language("公使", "ja") == "ja"


def test_a_name_that_runs_the_other_way_is_marked_in_both() -> None:
    case = content()
    people = tuple(replace(one, label="محمد الكريم") if one.id == INES.id else one for one in case.derived.persons)
    case = replace(case, derived=replace(case.derived, persons=people))
    html = render_html(laid(case, INES.id))
    assert '<bdi lang="und-Arab" dir="rtl">محمد الكريم</bdi>' in html
    document = parts(render_docx(laid(case, INES.id)))["word/document.xml"].decode()
    assert '<w:rtl/><w:lang w:bidi="ar"/></w:rPr><w:t xml:space="preserve">محمد الكريم</w:t>' in document


def test_a_draft_says_so_and_a_publication_does_not() -> None:
    for draft in (True, False):
        case = laid(content(draft=draft), INES.id)
        assert ("DRAFT" in Tags(render_html(case)).text) is draft
        assert ("DRAFT" in words(parts(render_docx(case))["word/document.xml"])) is draft
