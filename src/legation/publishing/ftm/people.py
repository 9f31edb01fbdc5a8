"""Who held which post, as far as lists show and sources state?

The days of editions are observations, and go to `date`; `startDate` and `endDate` are left to days that a source
states. Between which days somebody was listed is said in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from legation.model.dates import Edtf
from legation.model.documents import Passage
from legation.model.keys import made_id
from legation.model.listings import Listing
from legation.model.postings import Posting, TitleSpan
from legation.publishing.content import Content
from legation.publishing.ftm.documents import Documents
from legation.publishing.ftm.entity import Entity, entity
from legation.publishing.ftm.missions import body_id, parties, post_of
from legation.publishing.ftm.values import country_value, date_value, name_value, text_value
from legation.publishing.phrases import bounds_phrase

_Facts = Iterator[tuple[str, str | None, tuple[Passage, ...]]]
STATED = frozenset({"printed", "stated"})
"""What a start or an end rests on that a source gives as a day."""


def people(content: Content) -> Iterator[Entity]:
    """The persons of the case by the names that lists print of them; the state that sends them is their country."""
    lines: dict[str, list[Listing]] = {}
    for roster in content.rosters:
        for line in roster.listings:
            if line.id in content.derived.members:
                lines.setdefault(content.derived.members[line.id], []).append(line)
    missions: dict[str, set[str]] = {}
    for posting in content.derived.postings:
        missions.setdefault(posting.person.id, set()).add(posting.mission)
    for person in content.derived.persons:
        own = lines.get(person.id, [])
        senders = {parties(mission)[0] for mission in missions.get(person.id, ())}
        yield entity(
            person.id,
            "Person",
            (
                ("name", name_value(person.label) or person.id, ()),
                *_names(name_value(person.label), own),
                *(("country", country_value(code, content.label), ()) for code in sorted(filter(None, senders))),
            ),
            referents=(line.id for line in own),
        )


def _names(label: str | None, lines: list[Listing]) -> _Facts:
    """Every printed spelling with the line that prints it first, and the parts that lists tell apart."""
    first: dict[str, Listing] = {}
    for line in lines:
        if name := name_value(line.name):
            first.setdefault(name, line)
    for name, line in first.items():
        where = (line.passage,)
        yield ("name" if name == label else "alias"), name, where
        yield "firstName", text_value(line.given), where
        yield "fatherName", text_value(line.patronymic), where
        yield "lastName", text_value(line.family), where
    for line in {line.title: line for line in reversed(lines) if line.title}.values():
        yield "position", text_value(line.title), (line.passage,)


def posts(content: Content, documents: Documents) -> Iterator[Entity]:
    """Each title that somebody held at a mission: its post and who held it; employment where no list gives a title."""
    made: dict[str, Entity] = {}
    for posting in content.derived.postings:
        for number, span in enumerate(posting.titles):
            post = post_of(posting.mission, span.rank, span.title, content)
            if post is not None:
                made.setdefault(post.id, post)
            yield _held(posting, number, post, documents)
    yield from made.values()


def _held(posting: Posting, number: int, post: Entity | None, documents: Documents) -> Entity:
    span = posting.titles[number]
    seen = _seen(posting, span)
    places = tuple(place for _, place in seen if place)
    first, last = number == 0, number == len(posting.titles) - 1
    starts = date_value(posting.start) if first and posting.start_basis in STATED else None
    ends = date_value(posting.end) if last and posting.end_basis in STATED and posting.end_kind != "left-list" else None
    id_ = made_id("occupancy" if post else "employment", posting.id, number, span.first)
    shown: Mapping[str, str] = (
        {"employee": posting.person.id, "employer": body_id(posting.mission)}
        if post is None
        else {"holder": posting.person.id, "post": post.id}
    )
    return entity(
        id_,
        "Employment" if post is None else "Occupancy",
        (
            *((prop, value, places[-1:]) for prop, value in shown.items()),
            ("startDate", starts, places[:1]),
            ("endDate", ends, places[-1:]),
            *(("date", date_value(Edtf.parse(as_of)), (place,) if place else ()) for as_of, place in seen),
            ("summary", text_value(_summary(posting)), ()),
            ("recordId", posting.id, ()),
            *documents.behind(places),
        ),
    )


def _seen(posting: Posting, span: TitleSpan) -> list[tuple[str, Passage | None]]:
    """The editions that print the title, each with the line."""
    places: list[Passage | None] = [*posting.passages, *(None,) * len(posting.editions)]
    found = list(zip(posting.editions, places, strict=False))
    if span.first not in posting.editions or span.last not in posting.editions:
        return found
    start = posting.editions.index(span.first)
    stop = len(posting.editions) - posting.editions[::-1].index(span.last)
    return found[start:stop]


def _summary(posting: Posting) -> str:
    """Between which days lists began and ceased to show somebody; a list doesn't say why."""
    began = f"First listed {bounds_phrase(posting.listed_from)}."
    if posting.listed_to is None:
        return f"{began} Still listed in the last edition that can be compared."
    return f"{began} Last listed {bounds_phrase(posting.listed_to)}; a list doesn't say why a name is gone."
