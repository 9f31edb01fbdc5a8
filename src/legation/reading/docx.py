"""What does a Word document (DOCX) say, line by line, in the order in which it is printed?

Paragraphs, cells of tables, text boxes, headers and footers of each section and footnotes; what was deleted under
tracked changes stays out and is counted in the notes. Fields, macros and pictures are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

from legation.model.documents import BlockKind
from legation.reading.docx_styles import Style, styles_of
from legation.reading.docx_walk import DocxWalk
from legation.reading.lines import Draft, Drafted
from legation.reading.parts import Parts, Refusal, open_parts

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_CORE = {"title": "title", "created": "created", "modified": "modified"}
_MEDIA = re.compile(r"/(?:media|embeddings|fonts|theme|charts|diagrams|activeX|ink)/", re.IGNORECASE)


def read_docx(data: bytes) -> Drafted:
    """The lines of a document in reading order; each knows its paragraph, and its cell inside of tables."""
    parts = open_parts(data, lambda name: name.lower().endswith((".xml", ".rels")) and not _MEDIA.search(name))
    if isinstance(parts, Refusal):
        return Drafted([], parts.state, (parts.note,), 0.0)
    main = next((target for _, kind, target in _relations(parts, "", "_rels/.rels") if kind == "officeDocument"), "")
    if main not in parts:
        note = "the file has no main part: open it in Word, save it anew as DOCX or PDF and add that"
        return Drafted([], "truncated", (note,), 0.0)
    folder, _, name = main.rpartition("/")
    relations = _relations(parts, folder, f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels")
    styles = styles_of(next((parts.get(target, b"") for _, kind, target in relations if kind == "styles"), b""))
    walk = DocxWalk(styles)
    walk.through(parts[main])
    stretches = _with_running(walk, parts, {number: target for number, _, target in relations}, styles)
    for _, kind, target in relations:
        if kind in ("footnotes", "endnotes"):
            stretches.append(_aside(parts.get(target, b""), styles, "paragraph", "footnote"))
    return _judged(_numbered(stretches), walk, len(parts[main]), _meta(parts))


def _judged(drafts: list[Draft], walk: DocxWalk, size: int, meta: tuple[tuple[str, str], ...]) -> Drafted:
    notes = []
    if walk.deleted:
        notes.append(
            f"{walk.deleted} passages are marked as deleted (tracked changes) and were left out: open the file in Word "
            "to see them"
        )
    if walk.broken is not None:
        note = f"the document breaks off at byte {walk.broken} of {size}: get the whole file again"
        return Drafted(drafts, "truncated", (note, *notes), walk.broken / size if size else 0.0, meta)
    if not drafts:
        note = "the document holds no text: if its pages are pictures, save it as PDF and add that"
        return Drafted([], "empty", (note, *notes), 1.0, meta)
    return Drafted(drafts, "ok", tuple(notes), 1.0, meta)


def _with_running(
    walk: DocxWalk, parts: Parts, targets: Mapping[str, str], styles: Mapping[str, Style]
) -> list[list[Draft]]:
    """The body's lines, with headers before and footers after the first section that prints them, in stretches."""
    stretches: list[list[Draft]] = []
    printed: set[str] = set()
    begin = 0
    for section in walk.sections:
        around: dict[BlockKind, list[list[Draft]]] = {"header": [], "footer": []}
        for kind, number in section.references:
            target = targets.get(number, "")
            if target not in printed:
                printed.add(target)
                around[kind].append(_aside(parts.get(target, b""), styles, kind, ""))
        stretches += [*around["header"], walk.drafts[begin : section.end], *around["footer"]]
        begin = section.end
    return [*stretches, walk.drafts[begin:]]


def _aside(part: bytes, styles: Mapping[str, Style], kind: BlockKind, role: str) -> list[Draft]:
    """The lines of a part beside the body, all of one kind."""
    walk = DocxWalk(styles)
    if part:
        walk.through(part)
    return [
        draft._replace(kind=kind, level=None, cell=None, role=" ".join(filter(None, (role, draft.role))) or None)
        for draft in walk.drafts
    ]


def _numbered(stretches: Sequence[Sequence[Draft]]) -> list[Draft]:
    """All lines, their paragraphs numbered in the order in which they now stand; one paragraph's lines share one."""
    found: list[Draft] = []
    number = -1
    for stretch in stretches:
        before = None
        for draft in stretch:
            if draft.element != before:
                number, before = number + 1, draft.element
            found.append(draft._replace(element=number))
    return found


def _relations(parts: Parts, folder: str, name: str) -> list[tuple[str, str, str]]:
    """Relations of a part inside the file: number, last word of the kind, name of the part meant."""
    try:
        root = ElementTree.fromstring(parts.get(name, b"<none/>"))
    except (ElementTree.ParseError, ValueError):
        return []
    found = []
    for relation in root.iter(_RELATION):
        if relation.get("TargetMode") == "External":
            continue
        target = relation.get("Target", "")
        inside = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}" if folder else target
        found.append((relation.get("Id", ""), relation.get("Type", "").rpartition("/")[2], inside))
    return found


def _meta(parts: Parts) -> tuple[tuple[str, str], ...]:
    """What the file says of itself: its title, and when it was made and changed."""
    try:
        root = ElementTree.fromstring(parts.get("docProps/core.xml", b"<none/>"))
    except (ElementTree.ParseError, ValueError):
        return ()
    found = []
    for element in root:
        name, value = element.tag.rpartition("}")[2], " ".join((element.text or "").split())
        if name in _CORE and value:
            found.append((_CORE[name], value[:10] if name != "title" else value[:500]))
    return tuple(found)
