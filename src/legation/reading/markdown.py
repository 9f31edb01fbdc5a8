"""What does a draft in Markdown say? Its HTML, which the reader of HTML takes; raw HTML in it stays text."""

from __future__ import annotations

from markdown_it import MarkdownIt

from legation.reading.encoding import decode


def html_of_markdown(data: bytes) -> bytes:
    """The text as CommonMark has it, with tables; links keep their words."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table").render(decode(data).text)
    return f"<!DOCTYPE html><meta charset=utf-8><body>{made}</body>".encode()
