"""What does an allegation need before it is printed? Its claimant, day, status and words, and the other side.

Everybody is taken to be living and able to answer, until somebody says why not.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from legation.model.claims import SENSITIVE_CLAIMS, Claim, Report
from legation.model.replies import Heard
from legation.publishing.phrases import counted
from legation.vocabulary.folding import fold
from legation.vocabulary.headings import mission_type
from legation.vocabulary.names import name_words
from legation.vocabulary.ranks import NO_RANKS, rank_phrases


def lacking(claim: Claim, report: Report) -> tuple[str, ...]:
    """What a claim that can do harm lacks to be printed: claimant, date, status, wording."""
    if claim.type not in SENSITIVE_CLAIMS:
        return ()
    return tuple(
        word
        for word, present in (
            ("claimant", any(link.speaker for link in claim.attribution)),
            ("date", report.published is not None or claim.when is not None),
            ("status", claim.status != "unknown"),
            ("wording", bool((claim.wording or claim.passage.quote).strip())),
        )
        if not present
    )


def is_to_be_heard(claim: Claim, parties: Collection[str]) -> bool:
    """Whether somebody is to be asked about a claim before it is printed: an allegation about somebody who is named.

    Everybody is taken to be living: a waiver says where somebody isn't.

    Args:
        claim: what is said.
        parties: subjects that are states and organizations.
    """
    if claim.subject is None or claim.subject in parties or not names_somebody(claim.subject):
        return False
    return claim.type in SENSITIVE_CLAIMS or (claim.type == "meeting" and claim.status == "alleged")


def names_somebody(subject: str) -> bool:
    """Whether words may be the name of a person, or say an office that one person holds.

    A name has no word in small letters but particles, and no word for a mission; scripts without capitals are taken to
    give names. `hundreds of diplomats` and `the alliance` are nobody's name: nobody can be asked for them.
    """
    folded = fold(subject)
    if any(code not in NO_RANKS | {"other"} for (code, _), _, _ in rank_phrases().scan(folded)):
        return True
    words = [word for word in subject.split() if word.casefold() not in name_words().particles]
    lettered = [word.lstrip("\"'“”‘’«»(") for word in words]
    return (
        any(word[:1].isalpha() for word in lettered)
        and not any(word[:1].islower() for word in lettered)
        and mission_type(folded) is None
    )


def waiting_phrase(heard: Heard, now: datetime) -> str:
    """Why the other side isn't heard yet, and the next step."""
    until = heard.waits_until(now)
    if until is not None:
        attempts = counted(len(heard.inquiries), "attempt", "attempts")
        return f"waits for its answer until {until.isoformat(timespec='minutes')} ({attempts})"
    return (
        "was put to nobody: `legation reply letter` drafts the points, `reply add` logs an attempt, `reply waive` says "
        "why none is made"
    )
