"""Which rank does a title name? Phrases of the data files, by precedence.

The words of a title are looked up, never guessed from their ending; a title with no known word has no rank.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from legation.vocabulary.phrases import Phrases
from legation.vocabulary.tables import rows, spelled_out

PRECEDENCE: tuple[str, ...] = (
    "ambassador",
    "high-commissioner",
    "nuncio",
    "permanent-representative",
    "envoy",
    "charge-daffaires",
    "charge-daffaires-ai",
    "minister",
    "minister-counsellor",
    "first-counsellor",
    "counsellor",
    "consul-general",
    "first-secretary",
    "defence-attache",
    "military-attache",
    "naval-attache",
    "air-attache",
    "second-secretary",
    "consul",
    "third-secretary",
    "vice-consul",
    "deputy-defence-attache",
    "attache",
    "assistant-attache",
    "honorary-consul",
    "adviser",
    "administrative",
    "other",
)
"""Codes from the highest to the lowest, after the Vienna Convention's classes and the lists' own order below them."""

ORDER = {code: place for place, code in enumerate(PRECEDENCE)}
HEADS = frozenset(PRECEDENCE[:7])
"""Ranks that a head of mission holds."""
SERVICES: tuple[str, ...] = ("defence-attache", "military-attache", "naval-attache", "air-attache")
"""Attachés of armed services: officers, whose career isn't the diplomats'."""
_SERVICE_STAFF = frozenset({*SERVICES, "deputy-defence-attache"})
OFFICE = "office"
NO_RANKS = frozenset({"none", OFFICE})
"""Codes of phrases that look like a rank: of a place or a thing, and of an office in a government."""
DEPUTY_HEAD = "deputy-head"


def is_service(rank: str | None) -> bool:
    """Whether the rank is that of a service attaché or an assistant of one."""
    return rank in _SERVICE_STAFF


def rank_step(before: str | None, after: str | None) -> int | None:
    """Classes from one rank up to another; `None` where one of them is no class of the diplomatic career."""
    classes = _classes()
    if before is None or after is None or before not in classes or after not in classes:
        return None
    return classes[after] - classes[before]


@cache
def _classes() -> Mapping[str, int]:
    return {rank: int(place) for rank, place in rows("classes.tsv")}


@cache
def rank_phrases() -> Phrases[tuple[str, str]]:
    """Phrases of every language with (code, language); languages in the order of the file."""
    return Phrases(
        (words, (code, language)) for language, code, text in rows("ranks.tsv") for words in spelled_out(text)
    )


@cache
def whole_ranks() -> Phrases[str]:
    """Words that are a rank only where a title has no others, with its code."""
    return Phrases((words, code) for _, code, text in rows("whole_ranks.tsv") for words in spelled_out(text))


@cache
def attache_words() -> dict[tuple[str, ...], tuple[str, str]]:
    """Phrases around attaché with (code, language)."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for language, code, text in rows("attaches.tsv"):
        for words in spelled_out(text):
            found.setdefault(words, (code, language))
    return found


@cache
def attache_phrases() -> Phrases[str]:
    """Phrases around attaché with their code: `attache`, `deputy`, `join`, or a service's rank."""
    return Phrases((words, code) for words, (code, _) in attache_words().items())
