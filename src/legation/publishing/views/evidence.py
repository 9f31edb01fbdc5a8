"""How does a passage look on the page? Its quote in its surroundings, its place, and a picture where there is one."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from legation.model.documents import Passage
from legation.publishing.content import Content
from legation.publishing.phrases import place_phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote in its surroundings, where it stands, and a picture of the place as a data URI."""

    quote: str
    before: str
    after: str
    source: str
    place: str
    sha256: str
    clip: str | None


def evidence(passage: Passage, content: Content) -> Evidence:
    """A passage as the page shows it."""
    before, after = content.surroundings.get(passage, ("", ""))
    clip = content.clips.get(passage)
    return Evidence(
        quote=passage.quote,
        before=before,
        after=after,
        source=content.source_name(passage.sha256),
        place=place_phrase(passage),
        sha256=passage.sha256,
        clip=f"data:image/png;base64,{b64encode(clip).decode()}" if clip else None,
    )
