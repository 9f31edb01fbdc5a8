"""What must not leave the case as it is? Every way out passes here, and nothing leaves unexamined.

The gate reads what is about to leave and changes nothing. Some findings stop a publication and leave a draft possible;
what is confidential or about relatives stops both. An answer is printed whole or not at all: one that tells of a family
waits in a publication until somebody read it and chose it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache
from typing import Literal

from legation.errors import GateError
from legation.language.names import compare, skeletons
from legation.language.names.folding import words
from legation.model.claims import SENSITIVE_CLAIMS, Claim, Report
from legation.model.replies import Heard
from legation.publishing.allegations import is_to_be_heard, lacking, waiting_phrase
from legation.publishing.named import NOBODY, Named
from legation.publishing.row_parts import RowParts
from legation.publishing.rows import Row, short_id
from legation.publishing.selected_log import family_in, naming_in
from legation.vocabulary.loaded_words import loaded_word

FindingCode = Literal[
    "allegation", "unheard", "relative", "confidential", "expulsion", "label", "name", "withheld", "link"
]

RELATIVE_KEYS = frozenset({"spouse", "husband", "wife", "partner", "child", "children", "son", "daughter", "relatives"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """What is about to leave: rows as they will be printed, the reports behind them, and the names on the outside."""

    title: str
    file_name: str
    rows: tuple[Row, ...] = ()
    reports: tuple[Report, ...] = ()
    confidential: frozenset[str] = frozenset()
    """Ids and digests of what was entered in confidence."""
    heard: Mapping[str, Heard] = field(default_factory=dict)
    """What the other side of each claim was asked and answered."""
    outs: frozenset[str] = frozenset()
    """Ids of persons who aren't named."""
    named: Named = NOBODY
    """Their names."""
    included: frozenset[str] = frozenset()
    """Ids that were chosen one by one."""
    parties: frozenset[str] = frozenset()
    """Subjects of claims that are states and organizations, and no persons."""
    now: datetime | None = None
    """By which deadlines are told; `None` where claims aren't to be heard, since nothing is published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that must not leave as it is, and the next step."""

    code: FindingCode
    item: str
    message: str
    stops_drafts: bool = False


def examine(leaving: Leaving) -> tuple[Finding, ...]:
    """All findings, in the order of what is leaving; none = it may be published."""
    named = _named_in_expulsions(leaving.reports)
    persons = tuple(name for row in leaving.rows for name in _persons(row))
    return (
        *_outside(leaving),
        *(finding for row in leaving.rows for finding in _row_findings(row, named, leaving.confidential)),
        *(finding for row in leaving.rows for finding in _left_out(row, leaving)),
        *_in_confidence(leaving),
        *_answers(leaving),
        *_unheard(leaving),
        *(
            finding
            for report in leaving.reports
            for claim in report.claims
            for finding in claim_findings(claim, report, persons)
        ),
    )


def refusal(findings: Sequence[Finding], *, draft: bool) -> GateError | None:
    """The error to raise, with every finding on a line of its own; `None` where it may leave."""
    stopping = [finding for finding in findings if finding.stops_drafts or not draft]
    if not stopping:
        return None
    lines = "\n".join(f"  {finding.code}: {finding.message}" for finding in stopping)
    things = "thing" if len(stopping) == 1 else "things"
    return GateError(f"{len(stopping)} {things} must not leave the case as it is:\n{lines}")


def _outside(leaving: Leaving) -> Iterator[Finding]:
    for what, text in (("title", leaving.title), ("file name", leaving.file_name)):
        if leaving.named.stand_in(text):
            yield Finding(
                code="name",
                item=text,
                message=f"the {what} {text!r} names somebody who is left out: use a key",
                stops_drafts=True,
            )
        found = loaded_word("expulsion", text) or loaded_word("label", text)
        if found:
            yield Finding(
                code="name",
                item=text,
                message=f"the {what} {text!r} says {found!r}: use a key, such as the mission's or the case's name",
            )


def _left_out(row: Row, leaving: Leaving) -> Iterator[Finding]:
    """Whoever is left out, and links that nobody judged, in rows that should be without them."""
    item = str(row.get("id") or row.get("kind"))
    if leaving.outs and (found := sorted(RowParts.of(row).ids & leaving.outs)):
        yield Finding(
            code="withheld",
            item=item,
            message=f"{short_id(item)} is about {short_id(found[0])}, who isn't named by default: leave it out",
            stops_drafts=True,
        )
    link = row.get("link")
    if isinstance(link, Mapping) and link.get("probability") is not None and item not in leaving.included:
        yield Finding(
            code="link",
            item=item,
            message=f"{short_id(item)} is a link that nobody judged: judge it, or choose it with --include {item}",
        )


def _answers(leaving: Leaving) -> Iterator[Finding]:
    """Addressees and answers that name somebody who is left out, and answers that tell of a family."""
    for item in naming_in(leaving.heard, leaving.named):
        yield Finding(code="withheld", item=item, message=f"{short_id(item)} names who is left out", stops_drafts=True)
    said = (leaving.heard.get(claim.id) for report in leaving.reports for claim in report.claims)
    replies = {reply.id: reply for heard in said if heard is not None for reply in heard.replies}
    for id_, reply in replies.items():
        if id_ not in leaving.included and (word := family_in(reply)) is not None:
            yield Finding(
                code="relative",
                item=id_,
                message=f"{short_id(id_)} is an answer that tells of a family ({word}): read it; it is printed in full "
                f"with --include {id_} --why TEXT",
            )


def _unheard(leaving: Leaving) -> Iterator[Finding]:
    """Claims of which nobody asked the other side, or whose deadline is still to come."""
    if leaving.now is None:
        return
    for report in leaving.reports:
        for claim in report.claims:
            if not is_to_be_heard(claim, leaving.parties):
                continue
            heard = leaving.heard.get(claim.id) or Heard(claim=claim.id)
            if not heard.is_settled(leaving.now):
                what = f"{short_id(claim.id)} ({claim.type}, {claim.subject})"
                yield Finding(code="unheard", item=claim.id, message=f"{what} {waiting_phrase(heard, leaving.now)}")


def _in_confidence(leaving: Leaving) -> Iterator[Finding]:
    """Tellings that were also entered in confidence; claims stand in rows of their own."""
    for event in (event for report in leaving.reports for event in report.events if event.id in leaving.confidential):
        yield Finding(
            code="confidential",
            item=event.id,
            message=f"{short_id(event.id)} has words that were also entered in confidence: reject it, "
            "or enter it in other words",
            stops_drafts=True,
        )


def _row_findings(row: Row, named: Sequence[str], confidential: frozenset[str]) -> Iterator[Finding]:
    item = str(row.get("id") or row.get("kind"))
    parts = RowParts.of(row)
    if hidden := sorted(parts.ids & confidential):
        yield Finding(
            code="confidential",
            item=item,
            message=f"{short_id(item)} rests on {short_id(hidden[0])}, entered in confidence: leave it out",
            stops_drafts=True,
        )
    if relatives := sorted(parts.keys & RELATIVE_KEYS):
        yield Finding(
            code="relative",
            item=item,
            message=f"{short_id(item)} has a field {relatives[0]!r}: relatives stay in the source",
            stops_drafts=True,
        )
    names = tuple(_persons(row))
    if not names:
        return
    keys = " ".join(sorted(parts.keys))
    found = loaded_word("expulsion", f"{keys} {parts.said}")
    if found and not all(_is_named(name, named) for name in names):
        yield Finding(
            code="expulsion",
            item=item,
            message=f"{short_id(item)} says {found!r} about {names[0]}, whom no source in the case names so: "
            "say what the lists show",
        )
    if label := loaded_word("label", keys):
        yield Finding(
            code="label",
            item=item,
            message=f"{short_id(item)} has a field named {label!r}: an allegation is a claim of its claimant",
        )


def claim_findings(claim: Claim, report: Report, persons: Sequence[str]) -> Iterator[Finding]:
    """What a claim lacks to be printed: claimant, date, status or wording; or a person whom it may be about."""
    if claim.type not in SENSITIVE_CLAIMS:
        return
    if lacks := lacking(claim, report):
        yield Finding(
            code="allegation",
            item=claim.id,
            message=f"{short_id(claim.id)} ({claim.type}) has no {' and no '.join(lacks)}: "
            f"correct it with its source, or reject it; it reads “{claim.passage.quote}”",
        )
    if _is_about_strangers(claim, persons):
        yield Finding(
            code="relative",
            item=claim.id,
            message=f"{short_id(claim.id)} is about the family of somebody whom no list in the case shows: reject it",
            stops_drafts=True,
        )


def without_relatives(reports: Sequence[Report], persons: Sequence[str]) -> tuple[Report, ...]:
    """The reports without claims about the family of people whom no list in the case shows.

    What a report says of somebody's relatives stays in the source, unless the lists show that somebody in office.
    """
    return tuple(
        replace(report, claims=tuple(claim for claim in report.claims if not _is_about_strangers(claim, persons)))
        for report in reports
    )


def _is_about_strangers(claim: Claim, persons: Sequence[str]) -> bool:
    return claim.type == "family" and not (claim.subject and _is_named(claim.subject, persons))


def _named_in_expulsions(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(
        person.name
        for report in reports
        for event in report.events
        if event.type == "expulsion"
        for person in event.persons
    )


def _is_named(name: str, named: Sequence[str]) -> bool:
    sounds = _sounds(name)
    return any(
        name == other or (not sounds.isdisjoint(_sounds(other)) and compare(name, other).verdict == "same")
        for other in named
    )


@lru_cache(maxsize=65536)
def _sounds(name: str) -> frozenset[str]:
    """What the words of a name may sound like: names of which no word sounds like a word of the other aren't one."""
    return frozenset(sound for word in words(name) for sound in skeletons(word))


def _persons(row: Row) -> Iterator[str]:
    person = row.get("person")
    if isinstance(person, Mapping) and isinstance(label := person.get("label"), str):
        yield label
    elif isinstance(person, str):
        yield person
    elif row.get("kind") in ("person", "listing") and isinstance(name := row.get("label") or row.get("name"), str):
        yield name
