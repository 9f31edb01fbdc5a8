"""What does a dossier look things up in? The content of a case, indexed once, and the references that footnotes need.

Nothing is looked up that the content doesn't hold: what a selection left out isn't known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from legation.model.claims import Claim, Event
from legation.model.documents import Passage
from legation.model.findings import Happening
from legation.model.judgements import Judgement
from legation.model.listings import Listing, Roster
from legation.model.postings import Posting
from legation.publishing.allegations import lacking
from legation.publishing.content import Content, Said
from legation.publishing.dossier.blocks import Reference
from legation.publishing.presence import Presence, presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The content with its values by id."""

    content: Content
    said: Said
    editions: Mapping[str, Roster]
    happenings: Mapping[str, Happening]
    postings: Mapping[str, Posting]
    judgements: Mapping[str, Judgement]
    lines: Mapping[str, Listing]

    @staticmethod
    def of(content: Content) -> Known:
        """Index a content."""
        derived = content.derived
        return Known(
            content=content,
            said=Said.of(content.reports),
            editions={roster.edition.id: roster for roster in content.rosters},
            happenings={one.id: one for one in derived.happenings},
            postings={one.id: one for one in derived.postings},
            judgements={one.id: one for one in content.judgements},
            lines={line.id: line for roster in content.rosters for line in roster.listings},
        )

    def edition(self, id_: str, says: str, *, as_of: str | None = None) -> Reference | None:
        """A whole edition, and what it shows by not printing something; `None` where the content hasn't got it."""
        roster = self.editions.get(id_)
        if roster is None:
            return None
        day = roster.edition.as_of
        return Reference(sha256=roster.edition.sha256, says=says, as_of=as_of or (day.text if day else None))

    def presence(self, mission: str) -> tuple[Presence, ...]:
        """Who is printed in which edition of a mission; who isn't named is counted."""
        content, derived = self.content, self.content.derived
        return presence(mission, content.rosters, derived.members, derived.persons, content.unnamed.listed)

    def is_whole(self, id_: str) -> bool:
        """Whether it may be printed: no claim that lacks its claimant, date, status or wording, or isn't here."""
        claim = self.claim(id_)
        if claim is None:
            return not id_.startswith("claim-")
        return not lacking(claim, self.said.report_of[id_])

    def names(self, posting: Posting) -> tuple[str, ...]:
        """The names under which the lists print the person there, each once, the last one first."""
        given = [one.id for step in posting.derivation if step.rule == "consecutive-editions" for one in step.inputs]
        printed = [line.name for id_ in reversed(given) if (line := self.lines.get(id_)) is not None and line.name]
        return tuple(dict.fromkeys(printed)) or (posting.person.label,)

    def event(self, id_: str) -> Event | None:
        """A telling."""
        return self.said.events.get(id_)

    def claim(self, id_: str) -> Claim | None:
        """A claim."""
        return self.said.claims.get(id_)

    def narrowed(self, missions: Iterable[str]) -> Content:
        """The content with the lists of these missions alone: what can't be shown is said of what was looked at."""
        wanted = set(missions)
        rosters = tuple(
            roster
            for roster in self.content.rosters
            if any(section.mission in wanted for section in roster.edition.missions)
            or any(line.mission in wanted for line in roster.listings)
        )
        return replace(self.content, rosters=rosters)


def place(passage: Passage, *, as_of: str | None = None, pictured: bool = True) -> Reference:
    """A passage as what a footnote refers to."""
    return Reference(sha256=passage.sha256, passage=passage, as_of=as_of, pictured=pictured)


def places(passages: Iterable[Passage], *, pictured: bool = True) -> tuple[Reference, ...]:
    """Passages as what footnotes refer to, each once."""
    return tuple(place(passage, pictured=pictured) for passage in dict.fromkeys(passages))


def present(references: Iterable[Reference | None]) -> tuple[Reference, ...]:
    """Those of the references that there are."""
    return tuple(one for one in references if one is not None)


def ends(posting: Posting, *, pictured: bool = True) -> tuple[Reference, ...]:
    """The first and the last line of a posting."""
    lines = list(zip(posting.passages, chain(posting.editions, ("",) * len(posting.passages)), strict=False))
    if not lines:
        return ()
    chosen = [lines[0], lines[-1]] if len(lines) > 1 else lines
    return tuple(place(passage, as_of=as_of or None, pictured=pictured) for passage, as_of in chosen)
