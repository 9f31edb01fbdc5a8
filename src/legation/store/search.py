"""By which words is a person found, or a post?

Names and printed titles are cut into words and folded: no case, no accents, every script as it is. A query finds every
person who has, for each of its words, a word that starts with it, or one that may be the same in another alphabet or
romanization, and every post whose titles have words that start so.
What is found is a place to look, never a statement that two names are of one person.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Select, and_, func, intersect, or_, select

from legation.model.case import Derived, Evidence
from legation.store import schema
from legation.store.columns import key_of

_WORD = re.compile(r"\w+")
_LAST = "\U0010ffff"
_SOUND = "~"
"""Before what a word can stand for in any romanization; no word of a name starts with it."""


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, each once."""
    return tuple(dict.fromkeys(word_sequence(text)))


def word_sequence(text: str) -> list[str]:
    """The words of a text as they are compared, in their order."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    bare = bare.encode("utf-8", "ignore").decode("utf-8").casefold()
    return _WORD.findall(bare)


def tokens_of(name: str) -> tuple[str, ...]:
    """Everything by which one name is found: its words, and what each can stand for."""
    words = folded_words(name)
    return (*words, *dict.fromkeys(sound for word in words for sound in sounds_of(word)))


def sounds_of(word: str) -> tuple[str, ...]:
    """What a folded word can stand for in any romanization, as it stands among the words of a name."""
    # Here, since most commands open a case and search no name.
    from legation.language.names import skeletons

    return tuple(_SOUND + sound for sound in skeletons(word))


def names_of(derived: Derived, evidence: Evidence) -> Mapping[str, Iterable[str]]:
    """Every name under which a person is listed anywhere, by person id."""
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for person in derived.persons:
        names[person.id][person.label] = None
    for roster in evidence.rosters:
        for listing in roster.listings:
            person_id = derived.members.get(listing.id)
            if person_id is not None and listing.name:
                names[person_id][listing.name] = None
    return names


def found_by(text: str) -> Select[tuple[int]]:
    """A query for the numbers of the persons whom a text finds; without a word in it, of all."""
    words = folded_words(text)
    if not words:
        return select(schema.person.c.id)
    queries = [_persons_with(word) for word in words]
    return queries[0] if len(queries) == 1 else select(intersect(*queries).subquery().c.person)


def titled_by(text: str) -> Select[tuple[int]]:
    """A query for the places of the postings whose printed titles have, for each word, one that starts with it."""
    table = schema.titled
    starting = [
        select(table.c.posting).where(table.c.token >= word, table.c.token < word + _LAST).distinct()
        for word in folded_words(text)
    ]
    return starting[0] if len(starting) == 1 else select(intersect(*starting).subquery().c.posting)


def with_id(id_: str) -> Select[tuple[int]]:
    """A query for the number of the person of an id, or of the listing of an id."""
    key = key_of(id_)
    by_listing = select(schema.member.c.person).where(schema.member.c.listing == key)
    return select(schema.person.c.id).where(or_(schema.person.c.key == key, schema.person.c.id.in_(by_listing)))


def alike_by(text: str, limit: int) -> Select[tuple[int]]:
    """A query for the numbers of persons who share a word, or what one can stand for, with a text: the most first."""
    tokens = {token for word in folded_words(text) for token in (word, *sounds_of(word))}
    table = schema.token
    return (
        select(table.c.person)
        .where(table.c.token.in_(tokens))
        .group_by(table.c.person)
        .order_by(func.count().desc(), table.c.person)
        .limit(limit)
    )


def _persons_with(word: str) -> Select[tuple[int]]:
    token = schema.token.c.token
    starts = and_(token >= word, token < word + _LAST)
    sounds = token.in_(sounds_of(word))
    return select(schema.token.c.person).where(or_(starts, sounds)).distinct()
