"""What does the page rest on? Every capture with its clocks kept apart, how we got it, and its digest."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from legation.model.sources import Origin
from legation.publishing.content import Content

ORIGIN_WORDS: dict[Origin, str] = {
    "archive": "from an archive",
    "live": "fetched live",
    "file": "from a file",
    "hand": "entered by hand",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A capture as the page names it; `None` is what isn't known."""

    name: str
    source: str | None
    url: str | None
    speaks_of: str | None
    """The day that the content speaks of: an edition's as-of date, a report's day of publication."""
    basis: str | None
    seen_at: str | None
    """When the archive or the browser saw it."""
    added_at: str
    origin: str
    media_type: str | None
    size: int
    sha256: str
    yields: str


def sources(content: Content) -> tuple[SourceView, ...]:
    """The captures by the days that they speak of."""
    rosters = {roster.edition.sha256: roster for roster in content.rosters}
    reports = {report.sha256: report for report in content.reports}
    unnamed: Counter[str] = Counter()
    for (edition, _), number in content.unnamed.listed.items():
        unnamed[edition] += number
    views = []
    for capture in content.captures:
        given = capture.given
        roster, report = rosters.get(capture.sha256), reports.get(capture.sha256)
        day = roster.edition.as_of if roster else report.published if report else given.as_of
        views.append(
            SourceView(
                name=capture.name,
                source=given.source or (report.title if report else None),
                url=given.url,
                speaks_of=day.text if day else None,
                basis=roster.edition.as_of_basis if roster else report.published_basis if report else None,
                seen_at=f"{given.captured_at:%Y-%m-%d %H:%M %Z}" if given.captured_at else None,
                added_at=f"{capture.added_at:%Y-%m-%d %H:%M %Z}",
                origin=ORIGIN_WORDS[capture.origin],
                media_type=capture.media_type,
                size=capture.size,
                sha256=capture.sha256,
                yields=f"{len(roster.listings) + unnamed[roster.edition.id]:,} listings"
                if roster
                else f"{len(report.events):,} events, {len(report.claims):,} claims"
                if report
                else "not read for this page",
            )
        )
    return tuple(sorted(views, key=lambda view: (view.speaks_of or "", view.name, view.sha256)))
