"""What does a document show around a quote? Worked out in the child that has the document's bytes.

A module of its own: a child that draws needs nothing of a case, and doesn't load what opens one.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.model.documents import Passage
from legation.pipeline.work.stages import Task, document_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """A quote with the text before and after it."""

    before: str
    quote: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """A picture of the page as PNG, or else the text."""

    png: bytes | None
    text: Surroundings | None


def drawn(task: Task, *, passages: tuple[Passage, ...], alone: bool) -> dict[Passage, Clip]:
    """The clips of passages of these bytes; `alone` shows nothing of the text around them."""
    from legation.reading.clip import page_clip, text_clip

    found: dict[Passage, Clip] = {}
    document = None
    for passage in passages:
        png = page_clip(task.data, passage) if passage.page is not None else None
        if png is not None:
            found[passage] = Clip(png=png, text=None)
        elif alone:
            found[passage] = Clip(png=None, text=Surroundings(before="", quote=passage.quote, after=""))
        else:
            document = document or document_of(task)
            text = text_clip(document, passage)
            found[passage] = Clip(png=None, text=Surroundings(before=text.before, quote=text.quote, after=text.after))
    return found
