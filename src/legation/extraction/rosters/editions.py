"""Which list is this an issue of, of whose corps, and whom does it hold? By its cover, its headings and its people.

What neither the reporter nor the list says stays unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from legation.extraction.rosters.address_lines import postal_city
from legation.extraction.rosters.edition_days import dateline_city
from legation.extraction.rosters.places import Heading, heading_text, read_heading
from legation.extraction.rosters.titles import ranks_in
from legation.language.printed_dates import find_dates
from legation.language.scripts import script_of
from legation.model.dates import Edtf
from legation.model.documents import Block, Document
from legation.model.listings import CoverageClass, Listing
from legation.model.sources import Given
from legation.vocabulary.cities import cities_within
from legation.vocabulary.corps_languages import languages_told
from legation.vocabulary.folding import fold
from legation.vocabulary.headings import ABOUT_MISSIONS, heading_words, mission_phrases
from legation.vocabulary.ranks import HEADS, rank_phrases
from legation.vocabulary.state_forms import form_start
from legation.vocabulary.states import Gazetteer

_NEAR = 3
"""Words that may stand between the words for missions and the state."""
_OPENING = 60
_LONGEST_TITLE = 160
_LONGEST = 2000
"""Signs of an opening line that are looked at; a page that is one line of megabytes says nothing later on either."""
_SAMPLE = 400
_CYRILLIC = frozenset({"ru", "uk", "bg"})
_ADDRESSES = 20_000
"""Blocks of a list that are looked through for addresses."""
_SEVERAL = 5
_MOSTLY = 0.9


def front_matter(document: Document, first: int) -> tuple[str, ...]:
    """What the list says of itself before its first person: the title of the file, its headings and opening lines."""
    titles = [value for name, value in document.meta if name in ("title", "og:title")]
    opening = [block for block in document.blocks[:_OPENING] if block.start < first and (block.page or 1) <= 2]
    lines = [block.text[:_LONGEST] for block in opening]
    return (*titles, *lines)


def own_mission(texts: Iterable[str], gazetteer: Gazetteer) -> Heading | None:
    """The mission whose page this is: the first heading with a kind of mission and its state."""
    for text in texts:
        if len(text) > 160:
            continue
        for part in (text, *[piece for piece in _pieces(text) if piece != text]):
            heading = read_heading(part, gazetteer)
            if (
                heading is not None
                and heading.kind is not None
                and heading.sending is not None
                and heading.strangers <= 2
            ):
                return heading
    return None


def _pieces(text: str) -> list[str]:
    for mark in (" | ", " – ", " — ", " - ", "\t"):
        if mark in text:
            return [piece for piece in text.split(mark) if piece.strip()]
    return []


def host_named(texts: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """The state to which the listed missions are: on the cover, after `in`, `to`, `bei`, or in a city's list."""
    joined = fold(" ".join(texts[:25]))
    for found in gazetteer.find_within(joined, inflected=True):
        first = form_start(joined, found.first)
        # `accrédité à Luxembourg`: what leads to the name may also begin a form of state.
        if first > 0 and joined[first - 1] in heading_words("towards") | heading_words("accredited"):
            return found.code
    for found in gazetteer.find_within(joined, inflected=True):
        if found.stop < len(joined) and joined[found.stop] in heading_words("accredited-behind"):
            return found.code
    titles = [fold(text) for text in texts[:25] if len(text) <= 80]
    corps = next((code for words in titles if (code := _of_corps(words, gazetteer)) is not None), None)
    if corps is not None:
        return corps
    named = (
        each
        for words in titles
        if heading_words("list") & set(words)
        for each in cities_within(words, inflected=True, languages=gazetteer.languages)
    )
    city = next((each.city.state for each in named if each.city.capital), None)
    if city is None:
        letterheads = (dateline_city(text) for text in texts[:25] if len(text) <= 80)
        city = next((each.state for each in letterheads if each is not None and each.capital), None)
    return city or _of_ministry(titles, gazetteer)


def _of_corps(words: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """The state beside words for a corps or its list, the host: `Diplomatic List of X`, `X Diplomatic List`."""
    for kind, first, stop in mission_phrases().scan(words):
        if kind != ABOUT_MISSIONS or not _is_corps(words[first:stop]):
            continue
        behind = gazetteer.find_within(words[stop:], inflected=True)
        if behind and behind[0].first <= _NEAR:
            return behind[0].code
        return next((each.code for each in gazetteer.find_within(words[:first]) if each.stop == first), None)
    return None


def _is_corps(phrase: Sequence[str]) -> bool:
    return not heading_words("corps").isdisjoint(phrase)


def host_of_addresses(document: Document) -> str | None:
    """The state in which nearly all addresses of a list are that have a postal code and a known city."""
    lines = (block.text for block in document.blocks[:_ADDRESSES] if len(block.text) <= _LONGEST)
    found = Counter(city.state for text in lines if (city := postal_city(text)) is not None)
    ((state, count),) = found.most_common(1) or [("", 0)]
    return state if count >= _MOSTLY * found.total() > 0 else None


def _of_ministry(titles: Sequence[Sequence[str]], gazetteer: Gazetteer) -> str | None:
    """The state whose foreign ministry a line names, or whose own name stands right above or below that line.

    The last state of a cover that stands alone below is the first whose people are listed, not the host.
    """
    alone = [gazetteer.find(" ".join(words)) for words in titles]
    last = max((at for at, code in enumerate(alone) if code is not None), default=0)
    beside: str | None = None
    for at, words in enumerate(titles):
        line = " ".join(words)
        if not any(name in line for name in heading_words("ministry")):
            continue
        found = gazetteer.find_within(words, inflected=True)
        if found:
            return found[0].code
        above = alone[at - 1] if at else None
        below = alone[at + 1] if at + 1 < last else None
        beside = beside or above or below
    return beside


def sender_named(texts: Iterable[str], gazetteer: Gazetteer) -> str | None:
    """The state whose heads of mission abroad a list holds (`Heads of mission of X`)."""
    for text in texts:
        words = fold(heading_text(text))
        for kind, first, stop in mission_phrases().scan(words):
            if kind == ABOUT_MISSIONS and (owner := _owner_before(words[:first], gazetteer)) is not None:
                return owner
            found = gazetteer.find_within(words[stop:], inflected=True)
            if (
                kind == ABOUT_MISSIONS
                and not _is_corps(words[first:stop])
                and found
                and found[0].first <= _NEAR
                and not heading_words("towards") & set(words[stop : stop + found[0].first])
            ):
                return found[0].code
    return None


def _owner_before(words: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """The state that a genitive before a word for missions names: `Danmarks konsulater`, `Germany's embassies`."""
    if not words or words[-1][-1] != "s":
        return None
    bare = words[:-1] if words[-1] == "s" else (*words[:-1], words[-1][:-1])
    return gazetteer.find(" ".join(bare))


def speaks_of_list(text: str, day: Edtf | None) -> bool:
    """Whether a line of the cover says what the list is or of which day: its title, its date."""
    words = fold(text)
    if len(text) > _LONGEST_TITLE or ranks_in(words):
        return False
    dated = day is not None and any(found.date == day for found in find_dates(text))
    about = any(kind == ABOUT_MISSIONS for kind, _, _ in mission_phrases().scan(words))
    return dated or about or not heading_words("list").isdisjoint(words)


def coverage_class(listings: Sequence[Listing], texts: Iterable[str], *, admin: bool) -> CoverageClass:
    """Whom the list holds: heads of mission only, diplomats, administrative and technical staff as well."""
    if not listings:
        return "unknown"
    said = {" ".join(fold(text)) for text in texts}
    ranks = [each.rank for each in listings]
    missions = {each.mission or each.mission_heading for each in listings}
    heads = sum([rank is None or rank in HEADS for rank in ranks])
    several = len(missions) >= _SEVERAL and len(listings) <= 1.2 * len(missions)
    if (several and heads >= _MOSTLY * len(ranks)) or (
        several and any(phrase in text for phrase in heading_words("heads") for text in said)
    ):
        return "heads-only"
    if admin:
        return "diplomatic+administrative"
    ranked = sum([rank not in (None, "other", "administrative") for rank in ranks])
    return "diplomatic" if ranked * 2 > len(ranks) else "unknown"


def languages_spoken(document: Document) -> tuple[str, ...]:
    """In which languages a list names missions and posts: those that it declares, and those of its words."""
    texts = [value for name, value in document.meta if name == "title"]
    blocks = document.blocks if len(document.blocks) <= 2 * _SAMPLE else _sample(document.blocks)
    lines = [fold(text) for text in (*texts, *(block.text for block in blocks)) if len(text) < 200]
    return tuple(dict.fromkeys((*(each.partition("-")[0] for each in document.languages), *languages_told(lines))))


def _sample(blocks: Sequence[Block]) -> Sequence[Block]:
    """The first blocks, and as many spread over the rest."""
    return (*blocks[:_SAMPLE], *blocks[_SAMPLE :: max(len(blocks) // _SAMPLE, 1)])


def languages_of(document: Document, titles: Iterable[str]) -> tuple[str, ...]:
    """The languages of the titles, commonest first, among what the document declares; by the vocabulary of ranks."""
    counted: Counter[str] = Counter()
    for title in titles:
        counted.update(language for (_, language), _, _ in rank_phrases().scan(fold(title)) if _fits(language, title))
    found = [language for language, n in counted.most_common(3) if n * 5 >= counted.total()]
    return tuple(dict.fromkeys((*found, *document.languages))) if found else document.languages


def _fits(language: str, title: str) -> bool:
    return (script_of(title) == "Cyrl") == (language in _CYRILLIC or (language == "sr" and script_of(title) == "Cyrl"))


def series_of(
    given: Given, *, receiving: str | None, sending: str | None, missions: Sequence[str], heads: bool
) -> str | None:
    """Which list this is an issue of, in words that stay the same from issue to issue."""
    if given.source is not None:
        return given.source
    if given.url is not None:
        parts = urlsplit(given.url)
        return f"{parts.hostname or ''}{parts.path.rstrip('/')}".removeprefix("www.") or None
    if given.mission is not None:
        return f"page:{given.mission}"
    if sending is not None and heads:
        return f"heads:{sending}"
    if len(missions) == 1:
        return f"page:{missions[0]}"
    return f"list:{receiving}" if receiving is not None else None
