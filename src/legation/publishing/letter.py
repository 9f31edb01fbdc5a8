"""Which points is somebody to be asked about? A letter with each of them: who says it, when, in which words.

It puts what is said and asks; it states nothing as a fact, and tells what lists print.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from legation.model.claims import Claim, Report
from legation.model.postings import Posting
from legation.publishing.content import Label
from legation.publishing.phrases import chain_phrase, mission_phrase, quoted
from legation.publishing.rows import short_id
from legation.publishing.views.said import claim_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A claim that is put, with the report that it stands in and how often it was put before."""

    claim: Claim
    report: Report
    source: str
    attempts: int = 0


def letter(whom: str, points: Sequence[Point], postings: Sequence[Posting], label: Label, deadline: str | None) -> str:
    """The draft of a letter, as plain text for somebody to finish.

    Args:
        whom: name of the addressee.
        points: what is put, in the order of their reports.
        postings: what the lists print of the addressee.
        label: names of states.
        deadline: until when an answer is asked for, with its time zone.
    """
    parts = [
        f"To: {whom}",
        "",
        "We are working on a report in which you are spoken of. Below is what is said of you, by whom and in which "
        "words. We ask you to answer each point; your answers will be printed beside what they answer.",
        "",
    ]
    if postings:
        parts += ["Published lists of diplomatic staff print you as follows. That is ordinary, and we take it so.", ""]
        parts += [f"- {_posting(posting, label)}" for posting in postings]
        parts.append("")
    for number, point in enumerate(points, 1):
        parts += [*_point(number, point), ""]
    until = deadline or "[date, time and time zone]"
    parts += [
        f"Please answer until {until}. If you need more time, tell us until when. You may also say that you don't want "
        "to answer; we will then print that you were asked.",
        "",
        "[name, organization, how to reach us]",
    ]
    return "\n".join(parts) + "\n"


def _posting(posting: Posting, label: Label) -> str:
    titles = ", ".join(dict.fromkeys(span.title for span in posting.titles if span.title)) or "no title printed"
    first, last = posting.editions[0], posting.editions[-1]
    days = f"in the list of {first}" if first == last else f"in lists from {first} to {last}"
    return f"{mission_phrase(posting.mission, label)}: {titles}, {days}"


def _point(number: int, point: Point) -> list[str]:
    claim, report = point.claim, point.report
    day = report.published.text if report.published else "a day that is not known"
    words = claim_words(claim.type)
    status = f", {claim.status}" if claim.status not in words else ""
    again = f" We asked you about this {point.attempts} times before." if point.attempts > 1 else ""
    once = " We asked you about this once before." if point.attempts == 1 else ""
    return [
        f"{number}. {quoted(' '.join(claim.passage.quote.split()))}",
        f"   Printed in {point.source}, {day}. Said by: {chain_phrase(claim.attribution)}. "
        f"What is said: {words}{status}.",
        f"   Is this so? What do you say to it?{again}{once}   [{short_id(claim.id)}]",
    ]
