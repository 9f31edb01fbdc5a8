"""Which words mean officers of a service, or a tie to one? Spans only: nothing is said of anybody here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from legation.extraction.news.lexicon import PEOPLE
from legation.extraction.news.mentions import Marked, party_at, party_before
from legation.language.tokens import phrases
from legation.model.quick import quick
from legation.vocabulary.phrases import Phrases
from legation.vocabulary.press import cues
from legation.vocabulary.tables import rows

_REACH = 7
_ANY = "*"
_SIGNS = ("spy", "officer", "tie", "tie-behind")
"""Groups of cues of which a sentence without any word mentions no officer."""


@quick
@dataclass(frozen=True, slots=True)
class Officer:
    """Words at tokens `first` to before `after` that mean officers of a service, or working for one (`tie`)."""

    first: int
    after: int
    service: str | None
    role: str | None
    tie: bool = False


@cache
def _services(language: str) -> Phrases[str]:
    named = (
        (form, code)
        for lang, code, forms in rows("services.tsv")
        if lang in (language, _ANY)
        for form in forms.split("|")
    )
    return phrases(named)


@lru_cache(maxsize=256)
def officers(marked: Marked) -> tuple[Officer, ...]:
    """Every mention of officers of services in a sentence, the longest reading of each."""
    if not marked.has_any(_SIGNS):
        return ()
    services = _service_spans(marked)
    found: list[Officer] = []
    for officer in sorted(
        (*_spies(marked, services), *_of_service(marked, services), *_ties(marked, services)), key=_order
    ):
        if not any(officer.first < other.after and other.first < officer.after for other in found):
            found.append(officer)
    return tuple(sorted(found, key=lambda officer: officer.first))


def _order(officer: Officer) -> tuple[int, int]:
    return (-(officer.after - officer.first), officer.first)


def _service_spans(marked: Marked) -> list[tuple[str, int, int]]:
    """Services by name, as their code, and by a general word, as printed."""
    language = marked.lexicon.language
    named = [
        (code, first, after)
        for code, first, after in _services(language).scan(marked.words)
        if after - first > 1 or marked.tokens[first].text.isupper() or marked.tokens[first].is_capital
    ]
    named = [(_as_meant(marked, *span), *span[1:]) for span in named]
    taken = {index for _, first, after in named for index in range(first, after)}
    general = [
        (" ".join(token.text for token in marked.tokens[first:after]), first, after)
        for _, first, after in marked.scan("service")
        if not taken & set(range(first, after))
    ]
    return sorted((*named, *general), key=lambda span: span[1])


@cache
def _homes() -> Mapping[str, str]:
    """The state of each service that is known by its code."""
    return {form.upper(): state for form, state in cues(_ANY, "service-home")}


def _as_meant(marked: Marked, code: str, first: int, after: int) -> str:
    """The code of a service, or its words where another state owns it: "Armenia's foreign intelligence service"."""
    before, behind = party_before(marked, first), party_at(marked, after + marked.is_in(after, "of"))
    owner = next((p.sense.code for p in (before, behind) if p is not None and p.sense.code is not None), None)
    if after - first == 1 or owner is None or owner == _homes().get(code, owner):
        return code
    return " ".join(token.text for token in marked.tokens[first:after])


def _spies(marked: Marked, services: list[tuple[str, int, int]]) -> Iterator[Officer]:
    """Such as "intelligence officer", with the service behind it where one is named."""
    for _, first, after in marked.scan("spy"):
        behind = _behind(marked, after, services)
        role = " ".join(token.text for token in marked.tokens[first:after])
        yield Officer(first, behind[1] if behind else after, behind[0] if behind else None, role)


def _of_service(marked: Marked, services: list[tuple[str, int, int]]) -> Iterator[Officer]:
    """Such as "officer of the X", "X lieutenant colonel"."""
    for _, first, after in marked.scan("officer"):
        role = " ".join(token.text for token in marked.tokens[first:after])
        behind = _behind(marked, after, services)
        if behind is not None:
            yield Officer(first, behind[1], behind[0], role)
            continue
        before = next((span for span in reversed(services) if 0 <= first - span[2] <= 1), None)
        if before is not None and marked.tokens[first - 1].text not in ",;:":
            yield Officer(before[1], after, before[0], role)


def _ties(marked: Marked, services: list[tuple[str, int, int]]) -> Iterator[Officer]:
    for _, first, after in marked.scan("tie"):
        behind = _behind(marked, after, services, led=True)
        if behind is not None:
            yield Officer(first, behind[1], behind[0], None, tie=True)
    for service, first, after in services:
        if marked.is_in(after, "tie-behind"):
            yield Officer(first, after + 1, service, None, tie=True)


def _behind(
    marked: Marked, place: int, services: list[tuple[str, int, int]], *, led: bool = False
) -> tuple[str, int] | None:
    """The service behind a place, with only prepositions, articles and adjectives between."""
    span = next((s for s in services if place <= s[1] <= place + _REACH), None)
    if span is None:
        return None
    between = range(place, span[1])
    joined = led or marked.lexicon.has("genitive-behind") or any(marked.is_in(i, "preposition") for i in between)
    clean = not any(
        marked.tokens[i].text in ",;:." or marked.is_in(i, "conjunction") or marked.is_in(i, "be") for i in between
    )
    return (span[0], span[2]) if joined and clean else None


def phrase_start(marked: Marked, first: int) -> int:
    """The first token of the phrase around an officer: its adjectives and article."""
    while first > 0:
        before = first - 1
        party = next((p for p in marked.parties if p.after == first), None)
        if party is not None:
            first = party.first
        elif marked.is_in(before, "determiner") or marked.is_in(before, "number-article"):
            return before
        elif (
            marked.tokens[before].is_word and marked.tokens[before].text[0].islower() and _is_adjective(marked, before)
        ):
            first = before
        else:
            break
    return first


_STOPS = (
    "be",
    "have",
    "preposition",
    "conjunction",
    "pronoun",
    "say",
    "adverb",
    "negation",
    "harbor",
    "including",
    "as-word",
)


def _is_adjective(marked: Marked, index: int) -> bool:
    return not marked.is_one_of(index, _STOPS) and marked.sense_at(PEOPLE, index) is None
