"""Which documents does a case rest on, as the model knows files?

Each capture is one, with its digest and the moment in which it was captured; what it says isn't in it. It is called by
its source's or its file's name: a headline may carry what is alleged. The digest stands in words: the model's own
property takes no SHA-256.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from legation.model.documents import Passage
from legation.model.sources import Capture
from legation.publishing.content import Content
from legation.publishing.ftm.entity import Entity, entity
from legation.publishing.ftm.values import date_value, moment_value, text_value, url_value

_SCHEMATA = (
    ("text/html", "HyperText"),
    ("application/xhtml+xml", "HyperText"),
    ("application/pdf", "Pages"),
    ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Pages"),
    ("text/plain", "PlainText"),
    ("text/csv", "Table"),
    ("text/tab-separated-values", "Table"),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Workbook"),
    ("application/vnd.oasis.opendocument.spreadsheet", "Workbook"),
    ("application/vnd.ms-excel", "Workbook"),
    ("image/", "Image"),
)

DIGEST = "SHA-256"
"""The word before a digest in a document's description."""


class Documents:
    """The captures of a case as documents, to be found by the digest of their bytes."""

    def __init__(self, content: Content) -> None:
        self._content = content

    @cached_property
    def _by_digest(self) -> Mapping[str, tuple[Capture, ...]]:
        found: dict[str, tuple[Capture, ...]] = {}
        for capture in self._content.captures:
            found[capture.sha256] = (*found.get(capture.sha256, ()), capture)
        return found

    @cached_property
    def _reports(self) -> frozenset[str]:
        return frozenset(report.sha256 for report in self._content.reports if not report.entries)

    def captures(self, sha256: str) -> tuple[Capture, ...]:
        """The captures of these bytes."""
        return self._by_digest.get(sha256, ())

    def entities(self) -> Iterator[Entity]:
        """One document for each capture."""
        published = {report.sha256: report.published for report in self._content.reports}
        for capture in self._content.captures:
            given = capture.given
            yield entity(
                capture.id,
                "Article" if capture.sha256 in self._reports else _schema(capture.media_type),
                (
                    ("fileName", text_value(capture.name) or capture.sha256, ()),
                    ("title", text_value(given.source), ()),
                    ("description", f"{DIGEST} {capture.sha256}", ()),
                    ("fileSize", str(capture.size), ()),
                    ("mimeType", capture.media_type, ()),
                    ("publishedAt", date_value(published.get(capture.sha256) or given.published), ()),
                    ("retrievedAt", moment_value(given.captured_at), ()),
                    ("sourceUrl", url_value(given.url), ()),
                    ("publisher", text_value(given.source), ()),
                ),
            )

    def behind(self, passages: Iterable[Passage]) -> Iterator[tuple[str, str | None, tuple[Passage, ...]]]:
        """What something that rests on these passages says of its sources: proof, address and publisher."""
        for sha256 in dict.fromkeys(passage.sha256 for passage in passages):
            for capture in self.captures(sha256):
                yield "proof", capture.id, ()
                yield "sourceUrl", url_value(capture.given.url), ()
                yield "publisher", text_value(capture.given.source), ()


def _schema(media_type: str | None) -> str:
    return next((schema for start, schema in _SCHEMATA if (media_type or "").startswith(start)), "Document")
