"""How does a dossier come together? The blocks of its subjects in order, then what can't be shown, then custody.

The edition for a lawyer has the same sentences by the harm that they could do, each with what speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from legation.language.steering import printable
from legation.model.documents import Passage
from legation.publishing.content import DRAFT, Content
from legation.publishing.dossier.appendix import custody_blocks, limit_blocks
from legation.publishing.dossier.blocks import Block, Dossier, Heading, Sentence, sentences_in
from legation.publishing.dossier.happenings import happening_blocks, happening_words
from legation.publishing.dossier.harm import by_harm
from legation.publishing.dossier.known import Known
from legation.publishing.dossier.missions import mission_blocks
from legation.publishing.dossier.persons import missions_of, person_blocks
from legation.publishing.dossier.returns import return_blocks
from legation.publishing.dossier.subjects import Subject
from legation.publishing.dossier.wording import said_by_us, sentence, text_of
from legation.publishing.phrases import mission_phrase
from legation.publishing.rows import Row, person_row, short_id


def compose(content: Content, subjects: Sequence[Subject], *, libel_read: bool = False) -> Dossier:
    """The dossier of one or several subjects.

    Args:
        content: what may leave the case.
        subjects: at least one, each in the content.
        libel_read: sort the sentences by the harm that they could do, for a lawyer.

    Raises:
        ValueError: there is no subject.
    """
    if not subjects:
        raise ValueError("a dossier is about something")
    known = Known.of(content)
    level = 2 if len(subjects) == 1 else 3
    told: list[Block] = []
    for subject in subjects:
        if len(subjects) > 1:
            told.append(Heading(level=2, title=heading(known, subject)))
        told += blocks_of(known, subject, level)
    if libel_read:
        told = list(by_harm(known, told))
    missions = [key for subject in subjects for key in _missions(known, subject)]
    blocks = [*told, *limit_blocks(known, missions)]
    used = {one.sha256 for block in blocks for each in sentences_in(block) for one in each.references}
    blocks += custody_blocks(content, used)
    keys = (one.id if one.kind == "mission" else short_id(one.id) for one in subjects)
    return Dossier(
        title=printable(f"{content.title} – {' '.join(('dossier', *keys))}"),
        heading=heading(known, subjects[0]) if len(subjects) == 1 else sentence("title-several", number=len(subjects)),
        kicker=sentence("kicker-read" if libel_read else "kicker"),
        blocks=tuple(blocks),
        version=content.version,
        draft_words=sentence("draft", words=DRAFT),
        draft=content.draft,
    )


def heading(known: Known, subject: Subject) -> Sentence:
    """What the dossier of a subject is headed by."""
    match subject.kind:
        case "mission":
            return sentence("title-words", words=mission_phrase(subject.id, known.content.label))
        case "happening":
            return sentence("title-words", words=happening_words(known, known.happenings[subject.id]))
        case _:
            return sentence("title-one", name=subject.name)


def blocks_of(known: Known, subject: Subject, level: int) -> Iterator[Block]:
    """What is told of one subject.

    Raises:
        KeyError: the content doesn't hold it.
    """
    match subject.kind:
        case "person" | "name":
            return person_blocks(known, subject, level)
        case "mission":
            return mission_blocks(known, subject.id, level)
        case "happening":
            return happening_blocks(known, known.happenings[subject.id], level)
        case "resurfacing":
            found = {one.id: one for one in known.content.derived.resurfacings}
            return return_blocks(known, found[subject.id], level)


def _missions(known: Known, subject: Subject) -> Iterable[str]:
    match subject.kind:
        case "mission":
            return (subject.id,)
        case "happening":
            happening = known.happenings[subject.id]
            tallied = [one.mission for one in known.content.derived.tallies if one.event == happening.id]
            return tuple(dict.fromkeys([*([happening.mission] if happening.mission else []), *tallied]))
        case "resurfacing":
            found = {one.id: one for one in known.content.derived.resurfacings}[subject.id]
            posts = (known.postings.get(found.from_posting), known.postings.get(found.to_posting))
            return tuple(post.mission for post in posts if post is not None)
        case _:
            return missions_of(known, subject)


def pictured(dossier: Dossier) -> tuple[Passage, ...]:
    """The passages for which there is room for a picture, each once, in the order of print."""
    found = (
        one.passage
        for each in dossier.sentences()
        for one in each.references
        if one.passage is not None and one.pictured
    )
    return tuple(dict.fromkeys(found))


def dossier_rows(dossier: Dossier) -> tuple[Row, ...]:
    """Every sentence as a row: what we say in it, what it quotes, of whom it speaks, and what it tells of."""
    return tuple(
        {
            "kind": "sentence",
            "id": one.id,
            "says": said_by_us(one),
            "quote": text_of(one),
            "person": person_row(one.person) if one.person else None,
            "about": [*one.about],
        }
        for one in dict.fromkeys(dossier.sentences())
    )
