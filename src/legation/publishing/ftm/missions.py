"""Which public bodies are the missions, and which posts do they have?

A mission belongs to the state that sends it and has its seat under the jurisdiction of the one that receives it. A post
is a rank at a mission, or a title as printed where lists give no rank.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from legation.errors import KeyFormError
from legation.model.keys import made_id
from legation.model.parties import Mission
from legation.publishing.content import Content
from legation.publishing.ftm.entity import Entity, entity
from legation.publishing.ftm.values import country_value, name_value, text_value
from legation.publishing.phrases import mission_phrase, rank_phrase

TOPIC = "role.diplo"
"""Of posts, as diplomatic lists have them. A person has none: who holds a post is said, and nothing of the person."""


def body_id(mission: str) -> str:
    """The id of a mission."""
    return made_id("mission", mission)


def bodies(content: Content) -> Iterator[Entity]:
    """The missions that the case knows or lists somebody at."""
    printed = {summary.mission: summary.names for summary in content.derived.missions}
    kinds: dict[str, Counter[str]] = {}
    for roster in content.rosters:
        for line in roster.listings:
            if line.mission and line.mission_type != "other":
                kinds.setdefault(line.mission, Counter())[line.mission_type] += 1
    for mission in sorted({*printed, *(posting.mission for posting in content.derived.postings)}):
        name = mission_phrase(mission, content.label)
        kind = kinds[mission].most_common(1)[0][0] if mission in kinds else None
        sending, receiving = parties(mission)
        yield entity(
            body_id(mission),
            "PublicBody",
            (
                ("name", name_value(name), ()),
                *(("alias", alias, ()) for alias in map(name_value, printed.get(mission, ())) if alias != name),
                ("classification", kind.replace("-", " ") if kind else None, ()),
                ("country", country_value(sending, content.label), ()),
                ("jurisdiction", country_value(receiving, content.label), ()),
            ),
        )


def post_of(mission: str, rank: str | None, title: str | None, content: Content) -> Entity | None:
    """The post that a rank or a title names at a mission; `None` where a line gives neither."""
    known = rank if rank not in (None, "other") else None
    printed = text_value(title)
    if known is None and printed is None:
        return None
    words = rank_phrase(known) if known else printed
    return entity(
        made_id("post", mission, known, None if known else (printed or "").casefold()),
        "Position",
        (
            ("name", name_value(f"{words}, {mission_phrase(mission, content.label)}"), ()),
            ("organization", body_id(mission), ()),
            ("country", country_value(parties(mission)[0], content.label), ()),
            ("topics", TOPIC, ()),
        ),
    )


def parties(mission: str) -> tuple[str | None, str | None]:
    """Who sends a mission and who receives it; nothing for a text that is no key."""
    try:
        parsed = Mission.parse(mission)
    except KeyFormError:
        return None, None
    return parsed.sending, parsed.receiving
