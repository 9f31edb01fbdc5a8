"""How is a value said in English? Small typed templates: missions, days, chains of who says so, numbers.

A phrase never says more than its value: a window stays a window, an unnamed speaker stays unnamed.
"""

from __future__ import annotations

from collections.abc import Iterable

from legation.errors import KeyFormError
from legation.model.claims import Attribution, Claim, CountModifier, Event, EventType, Stance
from legation.model.dates import Bounds, Edtf
from legation.model.documents import Passage
from legation.model.findings import Happening, RemainingState
from legation.model.parties import Mission, Person
from legation.publishing.content import Label
from legation.vocabulary.ranks import ORDER

EVENT_WORDS: dict[EventType, str] = {
    "expulsion": "Expulsion",
    "ceiling": "Ceiling on posts",
    "recall": "Recall",
    "closure": "Closure of a mission",
    "opening": "Opening of a mission",
    "relations": "Change of relations",
    "retaliation": "Retaliation",
    "threat": "Threat",
    "appointment": "Appointment",
    "posting-end": "End of a posting",
    "sanction": "Sanction",
    "aggregate": "Total over several",
}
STANCE_WORDS: dict[Stance, str] = {
    "asserts": "says",
    "reports": "reports",
    "confirms": "confirms",
    "denies": "denies",
    "declines": "declines to say",
    "quotes": "quotes",
    "believes": "believes",
    "suspects": "suspects",
    "accuses": "accuses",
}
REMAINING_WORDS: dict[RemainingState, str] = {
    "named": "Named by a report",
    "left-in-window": "Gone from the list in the window",
    "still-listed": "Still listed",
    "not-observable": "No usable capture: nobody can tell",
}
"""What the lists show of somebody after a happening."""
MODIFIER_WORDS: dict[CountModifier, str] = {
    "at-least": "at least ",
    "more-than": "more than ",
    "about": "about ",
    "dozens": "dozens, given as ",
    "hundreds": "hundreds, given as ",
}

SLOT_WORDS = {"head": "head of mission", "deputy": "deputy head of mission"}
_SPELLED = {"attache": "attaché", "charge": "chargé", "daffaires": "d’affaires", "ai": "a.i."}
"""Words of codes as they are printed."""


def rank_phrase(rank: str) -> str:
    """A rank by its code, in words: `first-secretary` is a first secretary."""
    return " ".join(_SPELLED.get(word, word) for word in rank.split("-"))


def slot_phrase(slot: str) -> str:
    """A seat of a mission in words; one that is a function as printed stays as it is."""
    return SLOT_WORDS.get(slot) or (rank_phrase(slot) if slot in ORDER else slot)


def mission_phrase(key: str | None, label: Label) -> str:
    """A mission in words, by the two that it stands between: `Zarechia's mission to Vestria`."""
    if key is None:
        return "a mission that is not named"
    try:
        mission = Mission.parse(key)
    except KeyFormError:
        return key
    sending = label(mission.sending)
    owner = f"{sending}’" if sending.endswith("s") else f"{sending}’s"
    kind = " in ".join(part.replace("-", " ") if n == 0 else part for n, part in enumerate(mission.branch))
    return f"{owner} {kind or 'mission'} to {label(mission.receiving)}"


def series_phrase(series: str | None, label: Label) -> str | None:
    """Which list an edition is an issue of, in words; a name that a person gave stays as it is."""
    kind, colon, of = (series or "").partition(":")
    if not colon or " " in of or kind not in ("list", "heads", "page"):
        return series
    if kind == "page":
        return f"the page of {mission_phrase(of, label)}"
    owner = label(of)
    owner = f"{owner}’" if owner.endswith("s") else f"{owner}’s"
    return f"{owner} list of its heads of mission" if kind == "heads" else f"{owner} diplomatic list"


def party_phrase(code: str | None, label: Label) -> str:
    """A state or organization by name; what isn't known is said."""
    return label(code) if code else "not named"


def whom_phrase(happening: Happening, label: Label) -> str:
    """Whom a happening is about: the mission where it is known, else the state or organization that sends."""
    if happening.mission:
        return mission_phrase(happening.mission, label)
    return party_phrase(happening.target, label)


def day_phrase(date: Edtf | None) -> str:
    """A date as far as it is known."""
    if date is None:
        return "date not known"
    return bounds_phrase(date.bounds) if "/" in date.text else date.text


def bounds_phrase(bounds: Bounds | None) -> str:
    """One day, the days that it lies between, or the side that is known."""
    if bounds is None or (bounds.earliest is None and bounds.latest is None):
        return "date not known"
    if bounds.exact:
        return bounds.exact.isoformat()
    if bounds.earliest is None:
        return f"on or before {bounds.latest}"
    if bounds.latest is None:
        return f"on or after {bounds.earliest}"
    return f"between {bounds.earliest} and {bounds.latest}"


def chain_phrase(chain: Iterable[Attribution]) -> str:
    """Who says so, outermost first; an empty chain is the report's own voice."""
    links = [_link_phrase(link) for link in chain]
    return " › ".join(links) if links else "the report in its own voice"


def _link_phrase(link: Attribution) -> str:
    speaker = link.speaker or "somebody who is not named"
    details = [STANCE_WORDS[link.stance]]
    if link.count and link.count > 1:
        details.insert(0, f"{link.count} of them")
    if link.anonymous and link.speaker:
        details.insert(0, "unnamed")
    if link.independent:
        details.append("independently of each other")
    return f"{speaker} ({', '.join(details)})"


def said_phrase(one: Event | Claim) -> str:
    """Who tells or claims it, and in which words, in one line."""
    return f"{chain_phrase(one.attribution)}: {quoted(' '.join(one.passage.quote.split()))}"


def number_phrase(value: int) -> str:
    """A number of persons, with a word for none."""
    return str(value) if value else "none"


def quoted(text: str) -> str:
    """A quote in quotation marks; one that brings its own stands as it is, with … where it begins or ends inside."""
    if not any(mark in text for mark in '“”«»„"'):
        return f"“{text}”"
    first = next((mark for mark in text if mark in "“”"), None)
    last = next((mark for mark in reversed(text) if mark in "“”"), None)
    before = "“… " if first == "”" and "„" not in text else ""
    after = " …”" if last == "“" and "„" not in text else ""
    return f"{before}{text}{after}"


def counted(value: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{value:,} {one if value == 1 else many}"


def with_unnamed(persons: Iterable[Person], unnamed: int) -> tuple[str, ...]:
    """Names of persons, then how many more there are who aren't named here."""
    more = (f"{counted(unnamed, 'person', 'persons')} not named here",) if unnamed else ()
    return (*(person.label for person in persons), *more)


def place_phrase(passage: Passage) -> str:
    """Where in its document a passage stands, as far as the format tells: page, cell or element."""
    if passage.page is not None:
        return f"p. {passage.page}"
    if passage.cell is not None:
        return f"row {passage.cell[1] + 1}"
    if passage.element is not None:
        return f"element {passage.element}"
    return f"character {passage.start}"
