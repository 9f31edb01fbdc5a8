"""Which issue of which list is this, of which day, and of whose corps?

A date that the reporter gave goes before one that the list prints, a printed one before one in the file's name, and that
before the archive's. Where nothing says it, the edition has no date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from legation.extraction.rosters.entries import Draft
from legation.extraction.rosters.places import Heading, heading_text, read_heading
from legation.language.printed_dates import day_in_name, find_dates, whole_date
from legation.language.scripts import script_of
from legation.model.dates import Edtf
from legation.model.documents import Block, Document
from legation.model.listings import AsOfBasis, CoverageClass
from legation.model.sources import Given
from legation.vocabulary.folding import fold, fold_spans
from legation.vocabulary.headings import edition_words, mission_phrases
from legation.vocabulary.ranks import HEADS, rank_phrases
from legation.vocabulary.states import Gazetteer

_OPENING = 60
_CLOSING = 12
_HEADS_ONLY = ("heads of mission", "missionschefs", "chefs de mission", "главы миссий", "главы дипломатических представительств", "главы представительств", "szefowie misji", "lista szefow misji", "jefes de mision", "ambassadors abroad")
_SEVERAL = 5
_MOSTLY = 0.9


def as_of(document: Document, given: Given, *, name: str, listed: frozenset[int]) -> tuple[Edtf | None, AsOfBasis]:
    """The day that the edition speaks of, and what says so.

    Args:
        document: the list.
        given: what the reporter said.
        name: the file's name.
        listed: starts of the blocks on which people stand; a date beside a person is not the edition's.
    """
    if given.as_of is not None:
        return given.as_of, "given"
    printed = _printed(document, listed)
    if printed is not None:
        return printed, "printed"
    named = day_in_name(name) if name else None
    if named is not None:
        return named, "file-name"
    if given.captured_at is not None:
        return Edtf.of_day(given.captured_at.date()), "archive"
    return None, "none"


def _printed(document: Document, listed: frozenset[int]) -> Edtf | None:
    """The date after the words of an edition at the list's beginning, end or margins, or alone on a line of its cover."""
    blocks = [block for block in _edges(document) if block.start not in listed]
    for block in blocks:
        said = _after_words(block.text)
        if said is not None:
            return said
    first = min(listed, default=len(document.text))
    cover = [block for block in blocks if block.start < first and len(block.text) < 60]
    titled = [date for block in cover if (date := whole_date(block.text)) is not None and len(date.text) > 4]
    return titled[0] if titled else None


def _edges(document: Document) -> Iterator[Block]:
    seen: set[int] = set()
    first = (block for block in document.blocks if block.page in (None, 1, 2))
    opening = [block for _, block in zip(range(_OPENING), first, strict=False)]
    margins = [block for block in document.blocks[:4000] if block.kind in ("header", "footer")][:_OPENING]
    for block in (*opening, *document.blocks[-_CLOSING:], *margins):
        if block.start not in seen:
            seen.add(block.start)
            yield block


def _after_words(text: str) -> Edtf | None:
    for found in find_dates(text):
        words = tuple(word for word, _, _ in fold_spans(text[: found.start]))
        if any(edition_words().whole(words[-length:]) is not None for length in range(1, min(len(words), 6) + 1)):
            return found.date
    return None


def front_matter(document: Document, first: int) -> tuple[str, ...]:
    """What the list says of itself before its first person: the title of the file, its headings and opening lines."""
    titles = [value for name, value in document.meta if name in ("title", "og:title")]
    lines = [block.text for block in document.blocks[:_OPENING] if block.start < first and (block.page or 1) <= 2]
    return (*titles, *lines)


def own_mission(texts: Iterable[str], gazetteer: Gazetteer) -> Heading | None:
    """The mission whose page this is: the first heading with a kind of mission and its state."""
    for text in texts:
        if len(text) > 160:
            continue
        for part in (text, *[piece for piece in _pieces(text) if piece != text]):
            heading = read_heading(part, gazetteer)
            if heading is not None and heading.kind is not None and heading.sending is not None and heading.strangers <= 2:
                return heading
    return None


def _pieces(text: str) -> list[str]:
    for mark in (" | ", " – ", " — ", " - ", "\t"):
        if mark in text:
            return [piece for piece in text.split(mark) if piece.strip()]
    return []


def host_named(texts: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """The state in which or to which the listed missions are: on the cover, after `in`, `to`, `bei`, or in a city's list."""
    joined = fold(" ".join(texts[:25]))
    for found in gazetteer.find_within(joined, inflected=True):
        before = joined[max(found.first - 3, 0) : found.first]
        if any(word in _TOWARDS for word in before) and not any(word in ("of", "von", "des") for word in before[-1:]):
            return found.code
    return None


_TOWARDS = frozenset({"in", "to", "bei", "beim", "aupres", "en", "au", "в", "при", "w", "przy", "bij", "presso", "ante", "у", "accredited"})


def sender_named(texts: Iterable[str], gazetteer: Gazetteer) -> str | None:
    """The state whose heads of mission abroad a list holds (`Heads of mission of X`)."""
    for text in texts:
        words = fold(heading_text(text))
        for kind, _, stop in mission_phrases().scan(words):
            found = gazetteer.find_within(words[stop:], inflected=True)
            if kind == "-" and found and found[0].first <= 3 and not _TOWARDS & set(words[stop : stop + found[0].first]):
                return found[0].code
    return None


def coverage_class(drafts: Sequence[Draft], ranks: Sequence[str | None], texts: Iterable[str], *, admin: bool) -> CoverageClass:
    """Whom the list holds: heads of mission only, diplomats, administrative and technical staff as well."""
    if not drafts:
        return "unknown"
    said = {" ".join(fold(text)) for text in texts}
    missions = Counter(draft.place.key or draft.place.heading for draft in drafts)
    heads = sum(rank is None or rank in HEADS for rank in ranks)
    several = len(missions) >= _SEVERAL and len(drafts) <= 1.2 * len(missions)
    if (several and heads >= _MOSTLY * len(ranks)) or (several and any(phrase in text for phrase in _HEADS_ONLY for text in said)):
        return "heads-only"
    if admin:
        return "diplomatic+administrative"
    ranked = sum(rank not in (None, "other", "administrative") for rank in ranks)
    return "diplomatic" if ranked * 2 > len(ranks) else "unknown"


def languages_of(document: Document, titles: Iterable[str]) -> tuple[str, ...]:
    """The languages of the titles, commonest first, among what the document declares; by the vocabulary of ranks."""
    counted: Counter[str] = Counter()
    for title in titles:
        counted.update(language for (_, language), _, _ in rank_phrases().scan(fold(title)) if _fits(language, title))
    found = [language for language, n in counted.most_common(3) if n * 5 >= counted.total()]
    return tuple(dict.fromkeys((*found, *document.languages))) if found else document.languages


def _fits(language: str, title: str) -> bool:
    return (script_of(title) == "Cyrl") == (language in ("ru", "uk"))


def series_of(given: Given, *, receiving: str | None, sending: str | None, missions: Sequence[str], heads: bool) -> str | None:
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
