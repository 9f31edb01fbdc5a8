"""Which entities does a case give? Ids are those of the case; every reference is to an entity that is given too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from legation.publishing.content import Content
from legation.publishing.ftm.documents import Documents
from legation.publishing.ftm.entity import Entity, Fact
from legation.publishing.ftm.happenings import events, mentions, successions
from legation.publishing.ftm.missions import bodies
from legation.publishing.ftm.people import people, posts
from legation.vocabulary.ftm import schemata


def entities(content: Content) -> tuple[Entity, ...]:
    """The entities of what leaves a case, in the order of schemata and ids."""
    documents = Documents(content)
    made = [
        *documents.entities(),
        *bodies(content),
        *people(content),
        *posts(content, documents),
        *successions(content, documents),
        *events(content, documents),
        *mentions(content, documents),
    ]
    order = {name: place for place, name in enumerate(schemata())}
    return tuple(sorted(_closed(made), key=lambda one: (order[one.schema], one.id)))


def _closed(made: Iterable[Entity]) -> Iterator[Entity]:
    """The entities without references to what isn't there or doesn't fit; one that asks for such a reference goes."""
    known = {one.id: one for one in made}
    while True:
        kept = {id_: whole for id_, one in known.items() if (whole := _resolved(one, known)) is not None}
        if kept == known:
            yield from kept.values()
            return
        known = kept


def _resolved(one: Entity, known: Mapping[str, Entity]) -> Entity | None:
    properties = schemata()[one.schema].properties

    def stands(fact: Fact) -> bool:
        asked = properties[fact.prop].range
        return asked is None or (fact.value in known and schemata()[known[fact.value].schema].is_a(asked))

    facts = tuple(filter(stands, one.facts))
    lost = {fact.prop for fact in one.facts} - {fact.prop for fact in facts}
    return None if any(properties[prop].required for prop in lost) else replace(one, facts=facts)
