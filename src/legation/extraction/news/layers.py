"""Which parts of a report speak: title, byline, heading, body, update; and which don't: captions, links, furniture.

Paragraphs are made of the document's lines, wrapped lines joined; offsets stay those of the document. What is neither
the report's own text nor a part of it that is named here is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from legation.language.tokens import Token, opening_word, phrases, tokens
from legation.model.claims import Layer
from legation.model.documents import Block, Document
from legation.vocabulary.folding import fold_word
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import LANGUAGES, cues, months, weekdays, words

_WRAP = 110
"""Longest line, in code points, of a paragraph whose lines were wrapped by hand or by a page."""
_SHORT = 90
_TITLE = 220
_DATELINE = 8
"""Words of the longest dateline that may stand in a title's place."""
_HEAD = 60
"""Longest head of an update, in code points, with its day: "Update (2 May, 14:30)"."""
_SENTENCE = 12
"""Words from which on a first line that ends with a full stop is the report's own first sentence."""
_OPENING = 6
"""Lines at the top among which a byline stands."""
_ENDS = '.!?:;…”"»)]'
_ROLE = re.compile(r"[\w-]+")
_ITEM = re.compile(r"[^:]{2,40}\s?: \S+(?: \S+)+|\d{1,2}[:.]\d\d\b.{12,}")
_ROW = re.compile(r"[^:()]{2,40} [-–—] ((?:\d{1,3}|[^\W\d]+)(?: [^():]*)?)( \([^()]+\))?")
_COLON = re.compile(r":(?=\s)")
_CLOCK = re.compile(r"^[\d:.\s]+$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of the document's text with the layer that it belongs to."""

    start: int
    end: int
    layer: Layer


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """The parts of the report that speak, in order; captions, links and furniture are left out."""
    lines = [block for block in document.blocks if block.text.strip()]
    if any(block.role or block.level for block in lines):
        return tuple(_of_markup(lines))
    return tuple(_of_lines(lines, document.text))


def _of_markup(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """HTML: kinds and roles say the layer; a "Read more" heading ends the report for its own element only."""
    titled = False
    pointing: Block | None = None
    for block in blocks:
        layer = _markup_layer(block, titled=titled)
        titled = titled or layer == "title"
        if block.kind == "heading":
            pointing = block if _is_related(block.text) else None
        elif pointing is not None and block.role != pointing.role:
            pointing = None
        if layer is not None and pointing is None:
            yield Paragraph(block.start, block.end, layer)


def _markup_layer(block: Block, *, titled: bool) -> Layer | None:
    roles = set(_ROLE.findall(fold_word((block.role or "").casefold())))
    parts = roles | {part for role in roles for part in role.split("-")}
    if block.kind in ("header", "footer", "cell", "row", "term", "definition") or parts & words("en", "page-furniture"):
        return None
    if roles & words("en", "page-related") or parts & {"related"} or _is_related(block.text):
        return None
    if block.kind == "caption" or parts & {"figcaption", "figure", "caption"} or _is_caption(block.text):
        return None
    if block.kind == "heading":
        return "title" if block.level == 1 and not titled else "heading"
    if parts & words("en", "page-byline") and len(block.text) <= _TITLE:
        return "byline"
    if block.kind == "paragraph" and _is_dateline(block.text):
        return "byline"
    if parts & {"update", "correction"} or _is_update(block.text):
        return "update"
    if block.kind == "item" and not _is_sentence(block.text):
        return None
    return "body" if _is_sentence(block.text) or len(block.text) > _SHORT else "heading"


def _of_lines(blocks: Sequence[Block], text: str) -> Iterator[Paragraph]:
    """Plain text and PDF: the first line is the title; short lines without an end are headings."""
    related = False
    for number, (start, end) in enumerate(_joined(blocks)):
        body = text[start:end]
        if _is_related(body):
            related = True
            continue
        if related and body.lstrip().startswith(("-", "•", "*", "–", "·")):
            continue
        related = _ends_related(body)
        layer = _line_layer(body, number)
        if layer is not None:
            yield Paragraph(start, end, layer)


def _line_layer(body: str, number: int) -> Layer | None:
    if number == 0 and _may_be_title(body):
        return "title"
    if _is_caption(body) or _CLOCK.match(body):
        return None
    if number <= _OPENING and _is_dateline(body) and not _is_item(body):
        return "byline"
    if _is_update(body):
        return "update"
    return "heading" if len(body) <= _SHORT and not _is_sentence(body) and not _is_item(body) else "body"


def _is_item(text: str) -> bool:
    """Whether a short line is an item of a list or chronology: "Peru: two expulsions", "16:40 – The ministry …"."""
    item = text.lstrip("-•*–· ")
    if _is_row(item):
        return True
    if _ITEM.match(item) is None or item.endswith(":"):
        return False
    words = [token.folded for token in tokens(item) if token.is_word]
    told = [word for word in words[1:] if word not in months() and word not in weekdays()]
    return bool(told) and _cues("byline").longest(words) is None


def _is_row(text: str) -> bool:
    """Whether a line is a row of a table: "Peru - 30 diplomats (5 April)"; a month behind the dash makes a dateline."""
    match = _ROW.fullmatch(text.rstrip(" .;"))
    if match is None or not (match[2] or match[1][0].isdigit()):
        return False
    counted = [token.folded for token in tokens(match[1])]
    return not any(word in months() or word in weekdays() for word in counted)


def _may_be_title(body: str) -> bool:
    """Whether a first line is a title: short, no dateline, and no long sentence with its full stop."""
    if len(body) > _TITLE or (_is_dateline(body) and len(body.split()) <= _DATELINE):
        return False
    return not (body.rstrip().endswith(".") and len(body.split()) > _SENTENCE)


def _joined(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Lines as paragraphs: a line goes on where the next one's first word wouldn't have fitted behind it."""
    width = max((len(block.text) for block in blocks), default=0)
    group: list[Block] = []
    for block in blocks:
        if group and not (width <= _WRAP and _goes_on(group[-1], block, width)):
            yield group[0].start, group[-1].end
            group = []
        group.append(block)
    if group:
        yield group[0].start, group[-1].end


def _goes_on(last: Block, block: Block, width: int) -> bool:
    """Whether a line of a wrapped text goes on in the next one."""
    if block.start != last.end + 1 or block.kind != "paragraph" or last.kind != "paragraph":
        return False
    if last.text.rstrip()[-1] in ".!?" or _is_row(last.text) or _is_row(block.text):
        return False
    full = len(last.text) + 1 + len(block.text.split()[0]) > width
    return full or (block.text[0].islower() and len(last.text) > width // 2)


def _is_sentence(text: str) -> bool:
    return text.rstrip()[-1] in _ENDS.replace(":", "")


@cache
def _cues(group: str) -> Phrases[str]:
    """A group of cues in every language: the page may speak another one than its report."""
    return phrases((form, group) for language in LANGUAGES for form, _ in cues(language, group))


@cache
def _captions() -> tuple[str, ...]:
    return tuple(form for form, _ in cues("en", "caption"))


@lru_cache(maxsize=256)
def _head(text: str) -> tuple[Token, ...]:
    """The tokens of a line's beginning."""
    return tokens(text[:_LOOK])


_LOOK = 60


def _is_related(text: str) -> bool:
    """Whether a line is a pointer to other articles: it begins with the words for that and says nothing of its own."""
    if not _cues("related").starts(opening_word(text[:_LOOK])):
        return False
    found = _head(text)
    hit = _cues("related").longest([token.folded for token in found])
    if hit is None:
        return False
    rest = text[found[hit[1] - 1].end :].strip()
    return not rest or rest[0] in ":|" or len(text) <= 40


def _ends_related(text: str) -> bool:
    """Whether a paragraph ends with "Read more:", so that a list of links follows."""
    if not text.rstrip().endswith(":"):
        return False
    said = [token.folded for token in tokens(text[-40:])]
    at = [index for index in range(len(said)) if _cues("related").longest(said, index) is not None]
    return bool(at) and text.rstrip().endswith(":")


def _is_caption(text: str) -> bool:
    folded = text.casefold()
    return len(text) <= 400 and any(cue in folded for cue in _captions())


def _is_update(text: str) -> bool:
    head = text.lstrip("([* ")
    colon = _COLON.search(head, 0, _HEAD)
    return colon is not None and _cues("update").longest([t.folded for t in tokens(head[: colon.start()])]) is not None


def _is_dateline(text: str) -> bool:
    """Whether a short line says who, where and when, and nothing else."""
    if len(text) > 160 or len(text.split()) > 16 or text.rstrip(' )]”»"').endswith((".", "!", "?")):
        return False
    printed = [token.folded for token in tokens(text)]
    dated = any(word in months() or word in weekdays() for word in printed)
    numbered = any(re.fullmatch(r"(?:19|20)\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}", word) for word in printed)
    return dated or numbered or (_cues("byline").longest(printed) is not None and len(printed) <= 10)
