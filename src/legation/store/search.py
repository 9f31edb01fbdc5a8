"""By which words is a person found?

Names are cut into words and folded: no case, no accents, every script as it is. A query finds every person who has,
for each of its words, a word that starts with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Select, intersect, select

from legation.model.case import Derived, Evidence
from legation.store import schema

_WORD = re.compile(r"\w+")
_LAST = "\U0010ffff"


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, each once."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    bare = bare.encode("utf-8", "ignore").decode("utf-8").casefold()
    return tuple(dict.fromkeys(_WORD.findall(bare)))


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
    table = schema.token
    words = folded_words(text)
    if not words:
        return select(schema.person.c.id)
    queries = [
        select(table.c.person).where(table.c.token >= word, table.c.token < word + _LAST).distinct() for word in words
    ]
    return queries[0] if len(queries) == 1 else select(intersect(*queries).subquery().c.person)
