"""What of the content is in a dossier, and which bytes are it? Subjects are found in the selected content alone.

What a selection left out can't be asked for: it isn't there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from legation.errors import KeyFormError, UnknownIdError, UsageError
from legation.model.case import Derived
from legation.model.listings import Roster
from legation.model.parties import Mission
from legation.publishing.content import Content, LeftOut
from legation.publishing.dossier.blocks import Dossier, sentences_in
from legation.publishing.dossier.composed import blocks_of, compose
from legation.publishing.dossier.docx import render_docx
from legation.publishing.dossier.html import render_html
from legation.publishing.dossier.known import Known
from legation.publishing.dossier.laid_out import LaidOut
from legation.publishing.dossier.pdf import render_pdf
from legation.publishing.dossier.subjects import Subject, names_in, spoken_of_subject, tellings_of
from legation.publishing.dossier.wording import text_of
from legation.reconstruction.careers import spoken_of
from legation.vocabulary.folding import fold

FEWEST_DIGITS = 8
WRITERS = {".html": lambda laid: render_html(laid).encode(), ".pdf": render_pdf, ".docx": render_docx}
"""The forms of print by the suffix of the file."""


def subjects_in(content: Content, texts: Sequence[str]) -> tuple[Subject, ...]:
    """What is asked for by ids, keys of missions, or names that one person alone has.

    Raises:
        UsageError: nothing is asked for, or a name is that of several.
        UnknownIdError: the content hasn't got it.
    """
    if not texts:
        raise UsageError("a dossier is about something: give --about ID, a person, mission, happening or resurfacing")
    return tuple(dict.fromkeys(subject_in(content, text.strip()) for text in texts))


def subject_in(content: Content, text: str) -> Subject:
    """One of them.

    Raises:
        UsageError: the text is a name of several.
        UnknownIdError: the content hasn't got it.
    """
    found = {one.id: one for one in (*_by_key(content, text), *_by_id(content, text))} or {
        one.id: one for one in _by_name(content, text)
    }
    if len(found) > 1:
        ids = "; ".join(f"{one.name} {one.id}" for one in list(found.values())[:6])
        raise UsageError(f"{len(found)} things of the case are meant by {text!r}: give an id. {ids}", item=text)
    if not found:
        raise UnknownIdError(
            f"nothing that may leave the case is meant by {text!r}: give the id of a person, happening or resurfacing, "
            "the key of a mission, or a name; who is left out by default is chosen with --include ID",
            item=text,
        )
    return next(iter(found.values()))


def _by_key(content: Content, text: str) -> Iterator[Subject]:
    try:
        key = Mission.parse(text).key
    except KeyFormError:
        return
    listed = {line.mission for roster in content.rosters for line in roster.listings}
    told = {one.mission for one in content.derived.happenings} | {one.mission for one in content.derived.tallies}
    if key in listed | told | {one.mission for one in content.derived.missions}:
        yield Subject(kind="mission", id=key, name=key)


def _by_id(content: Content, text: str) -> Iterator[Subject]:
    derived, word, digits = content.derived, *_split(text)
    if len(digits) < FEWEST_DIGITS or set(digits) - set("0123456789abcdef"):
        return
    people = {person.id: person for person in derived.persons}
    if word in ("", "listing", "person"):
        for line, owner in {**derived.members, **{id_: id_ for id_ in people}}.items():
            if line.partition("-")[2].startswith(digits) and owner in people:
                yield Subject(kind="person", id=owner, name=people[owner].label)
    others = (
        *(Subject(kind="happening", id=one.id, name=one.id) for one in derived.happenings),
        *(Subject(kind="resurfacing", id=one.id, name=one.person.label) for one in derived.resurfacings),
        *(Subject(kind="name", id=one.id, name=one.name) for one in derived.mentions),
    )
    for other in others:
        kind, _, found = other.id.partition("-")
        if word in ("", kind) and found.startswith(digits):
            yield other


def _split(text: str) -> tuple[str, str]:
    word, dash, digits = text.lower().rpartition("-")
    return (word, digits) if dash else ("", digits)


def _by_name(content: Content, text: str) -> Iterator[Subject]:
    """Persons of the lists with all the words in their label; else the one name of reports that is meant."""
    wanted = set(fold(text))
    listed = [one for one in content.derived.persons if wanted and wanted <= set(fold(one.label))]
    for one in listed:
        yield Subject(kind="person", id=one.id, name=one.label)
    if listed or not wanted:
        return
    names = {name for report in content.reports for name in names_in(report)}
    meant = spoken_of([text], names) or {name for name in names if wanted <= set(fold(name))}
    if meant:
        name = max(meant, key=lambda each: (len(each.split()), len(each), each))
        mention = min((one.id for one in content.derived.mentions if one.name == name), default=f"name-{name}")
        yield Subject(kind="name", id=mention, name=name)


def narrowed(content: Content, texts: Sequence[str]) -> Content:
    """The content with what the dossier tells of, and nothing else: only that is examined and noted.

    Raises:
        UsageError: nothing is asked for, or a name is that of several.
        UnknownIdError: the content hasn't got it.
    """
    subjects = subjects_in(content, texts)
    known = Known.of(content)
    told = [one for subject in subjects for block in blocks_of(known, subject, 2) for one in sentences_in(block)]
    ids = {id_ for one in told for id_ in one.about} | {subject.id for subject in subjects}
    people = {one.person.id for one in told if one.person} | ids
    lacking = [LeftOut(id=id_, reason="lacking") for id_ in _lacking(known, subjects)]
    alone = all(subject.kind in ("person", "name", "resurfacing") for subject in subjects)
    members = {line: owner for line, owner in content.derived.members.items() if owner in people or not alone}
    return replace(
        content,
        derived=_derived(content.derived, ids, members),
        left_out=(*(one for one in content.left_out if one.reason != "lacking"), *lacking),
        rosters=tuple(_roster(roster, members) for roster in content.rosters),
        reports=tuple(
            replace(
                report,
                events=tuple(event for event in report.events if event.id in ids),
                claims=tuple(claim for claim in report.claims if claim.id in ids),
            )
            for report in content.reports
        ),
    )


def _lacking(known: Known, subjects: Sequence[Subject]) -> Iterator[str]:
    """What is said of them and can't be printed for what it lacks."""
    every = known.said.claims.values()
    about = {id_ for subject in subjects for id_ in tellings_of(known, subject)}
    said = {claim.id for subject in subjects for claim in spoken_of_subject(known, subject).claims}
    return (claim.id for claim in every if (claim.id in said or claim.about in about) and not known.is_whole(claim.id))


def _roster(roster: Roster, members: Mapping[str, str]) -> Roster:
    return replace(roster, listings=tuple(line for line in roster.listings if line.id in members or line.vacant))


def _derived(derived: Derived, ids: set[str], members: Mapping[str, str]) -> Derived:
    """What is told of; persons and lines as far as the lists' tables need them."""

    def told(values: Iterable[Any]) -> tuple[Any, ...]:
        return tuple(one for one in values if one.id in ids)

    happenings = told(derived.happenings)
    events = {one.id for one in happenings}
    owners = {*members.values()}
    return replace(
        derived,
        persons=tuple(one for one in derived.persons if one.id in owners),
        members=dict(members),
        postings=told(derived.postings),
        changes=told(derived.changes),
        happenings=happenings,
        tallies=told(derived.tallies),
        sums=told(derived.sums),
        ceilings=told(derived.ceilings),
        remaining=tuple(one for one in derived.remaining if one.event in events and one.person.id in ids),
        tenures=told(derived.tenures),
        successions=told(derived.successions),
        links=(),
        mentions=tuple(one for one in derived.mentions if one.id in ids or ids & {*one.said}),
        namings=told(derived.namings),
        resurfacings=told(derived.resurfacings),
        contradictions=told(derived.contradictions),
        corroborations=tuple(one for one in derived.corroborations if ids & {*one.about}),
    )


def dossier_of(content: Content, texts: Sequence[str], *, libel_read: bool = False) -> Dossier:
    """The dossier of what is asked for."""
    return compose(content, subjects_in(content, texts), libel_read=libel_read)


def sentences_by_id(dossier: Dossier) -> Mapping[str, str]:
    """For each id that is told of, the first sentence that tells of it."""
    found: dict[str, str] = {}
    for one in dossier.sentences():
        for id_ in one.about:
            found.setdefault(id_, text_of(one))
    return found


def written(laid: LaidOut, suffix: str) -> bytes:
    """The dossier as a file.

    Args:
        laid: what is printed.
        suffix: `.html`, `.pdf` or `.docx`.

    Raises:
        UsageError: another suffix, or what PDF needs isn't installed.
    """
    writer = WRITERS.get(suffix.lower())
    if writer is None:
        raise UsageError(
            f"a dossier is written as .html, .pdf or .docx, not as {suffix or 'a folder'}: give -o NAME.pdf"
        )
    return writer(laid)
