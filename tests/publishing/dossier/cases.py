"""A dossier's content for tests: the invented case of what leaves, with names that were judged and a hostile report."""

# ruff: noqa: ANN401 - any field of the content may be given by name
from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PIL import Image

from legation.analysis.corroboration import corroborations
from legation.model.claims import Attribution, Claim
from legation.model.judgements import Judgement, Side
from legation.model.links import Mention, Naming
from legation.model.replies import Heard, Inquiry, Reply
from legation.publishing.content import ChainEnd, Content
from legation.publishing.dossier.form import dossier_of
from legation.publishing.dossier.laid_out import LaidOut, laid_out
from tests import make
from tests.publishing.cases import CONTENT, DARIO, DENIAL, DERIVED, INES, REPORT, TIE

HOSTILE = "</p></w:t><script>alert(1)</script>=cmd|' /C calc'!A0 {name} %PDF \x07 ‮"
"""Words that would do something in HTML, XML, a template, a spreadsheet or a terminal."""

JUDGEMENT = Judgement(
    id="judgement-1",
    verdict="same",
    sides=(Side(id="mention-1"), Side(id=INES.id)),
    author="Ada",
    at=datetime(2020, 6, 1, 10, tzinfo=UTC),
    why="the same post in both",
    shown=("0 others with the family name (+8.0)",),
)
MENTION = Mention(
    id="mention-1",
    name="Ines Calmo",
    sha256=REPORT.sha256,
    published="2020-03-02",
    missions=(make.MISSION,),
    said=(TIE.id,),
    passage=TIE.passage,
)
NAMING = Naming(id="naming-1", mention=MENTION, person=INES, probability=None, judgement=JUDGEMENT.id, reasons=())
BARE = make.claim("affiliation", quote="suspected of being a spy", start=1100, subject="Ines Calmo", status="alleged")
"""A claim that nobody answers for."""


def content(*claims: Claim, **fields: Any) -> Content:
    """The case with the judged name, the end of its chain, and more claims in its report."""
    report = replace(REPORT, claims=(*REPORT.claims, *claims))
    derived = replace(
        DERIVED,
        namings=(NAMING,),
        mentions=(MENTION,),
        corroborations=corroborations((report,), DERIVED.happenings),
    )
    given: dict[str, Any] = {
        "derived": derived,
        "reports": (report,),
        "judgements": (JUDGEMENT,),
        "chain": ChainEnd(number=7, digest="ab" * 32),
    }
    return replace(CONTENT, **given | fields)


def hostile() -> Content:
    """The same with hostile words in names, quotes, sources and titles."""
    said = make.claim(
        "affiliation",
        quote=f"Calmo {HOSTILE}",
        start=1300,
        subject="Ines Calmo",
        status="alleged",
        wording=HOSTILE,
        attribution=(Attribution(speaker=HOSTILE, stance="accuses"),),
    )
    made = content(said, title=f"velmark {HOSTILE}")
    people = tuple(replace(one, label=f"{one.label} {HOSTILE}") for one in made.derived.persons)
    named = tuple(replace(one, person=people[1]) for one in made.derived.namings)
    captures = tuple(replace(one, given=replace(one.given, source=HOSTILE)) for one in made.captures)
    return replace(made, derived=replace(made.derived, persons=people, namings=named), captures=captures)


def heard() -> Heard:
    """One attempt, and what came back."""
    inquiry = Inquiry(
        id="inquiry-1",
        purpose="reply",
        whom="Ines Calmo",
        channel="email",
        sent_by="Ada",
        sent_at=datetime(2020, 5, 1, 9, tzinfo=UTC),
        author="Ada",
        at=datetime(2020, 5, 1, 9, tzinfo=UTC),
        points=(Side(id=TIE.id),),
        address="calmo@private.example",
        deadline=datetime(2020, 5, 8, 12, tzinfo=UTC),
        zone="Europe/Brussels",
    )
    reply = Reply(
        id="reply-1",
        inquiry=inquiry.id,
        kind="denied",
        received_at=datetime(2020, 5, 3, tzinfo=UTC),
        author="Ada",
        at=datetime(2020, 5, 3, tzinfo=UTC),
        words="Niente di vero.",
        language="it",
        translation="None of it is true.",
    )
    return Heard(claim=TIE.id, inquiries=(inquiry,), replies=(reply,))


def png() -> bytes:
    """A small picture."""
    made = io.BytesIO()
    Image.new("RGB", (40, 12), "white").save(made, "PNG")
    return made.getvalue()


__all__ = ["BARE", "DARIO", "DENIAL", "HOSTILE", "INES", "JUDGEMENT", "TIE", "content", "heard", "hostile", "png"]


def printed(content: Content, about: tuple[str, ...], *, libel_read: bool = False) -> LaidOut:
    """The dossier of these, ready to be printed."""
    return laid_out(dossier_of(content, about, libel_read=libel_read), content)
