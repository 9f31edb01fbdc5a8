"""Rows of `read`: the document, then its blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model.documents import Block, Document
from legation.publishing.rows.places import Row, passage_row, text_or_null


def document_row(document: Document) -> Row:
    """What a reader made of bytes, without the text."""
    return {
        "kind": "document",
        "id": document.sha256,
        "sha256": document.sha256,
        "media_type": document.media_type,
        "reader": document.reader,
        "encoding": text_or_null(document.encoding),
        "encoding_basis": text_or_null(document.encoding_basis),
        "languages": list(document.languages),
        "pages": document.pages,
        "characters": len(document.text),
        "coverage": round(document.coverage, 4),
        "state": document.state,
        "notes": list(document.notes),
    }


def block_row(document: Document, block: Block) -> Row:
    """One line of a document with its place."""
    return {
        "kind": "block",
        "type": block.kind,
        "text": block.text,
        "level": block.level,
        "passage": passage_row(document.passage(block)),
    }


def document_rows(document: Document) -> Iterator[Row]:
    """The document, then each of its blocks that holds text."""
    yield document_row(document)
    for block in document.blocks:
        if block.text.strip():
            yield block_row(document, block)
