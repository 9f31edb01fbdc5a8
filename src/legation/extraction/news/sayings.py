"""What may a sentence say about somebody? The value that every reader of claims gives, and questions they share.

Places are tokens of one sentence; who says it is added where the report's voices are known.
"""

from __future__ import annotations

from dataclasses import dataclass

from legation.extraction.news.cast import Cast, is_pronoun
from legation.extraction.news.mentions import Marked, PeopleMention
from legation.extraction.news.reading_order import Line
from legation.language.periods import stays
from legation.model.claims import Attribution, ClaimType, Stance, Status, Strength
from legation.model.dates import Edtf
from legation.model.quick import quick

_MARKS = frozenset(';:“”«»„"')
_PHRASE = 9
_RELATIVE = 14
"""Words between a relative pronoun and its verb."""
_HEDGE = 5


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A claim at tokens `first` to before `after` of a sentence."""

    type: ClaimType
    rule: str
    first: int
    after: int
    status: Status = "asserted"
    subject: str | None = None
    object: str | None = None
    value: int | str | None = None
    when: Edtf | None = None
    wording: str | None = None
    strength: Strength | None = None
    holder: Attribution | None = None
    """The innermost link of the chain: who believes, suspects or accuses."""
    hedged: Stance | None = None
    """A passive without an agent: the chain is a link without a speaker where nobody else speaks."""
    years: int | None = None
    """How long it lasted, where no days are printed."""
    voiced: bool = True
    """Whether who speaks in the sentence is asked; not where the claim says itself who speaks."""


def text_of(marked: Marked, text: str, first: int, after: int) -> str | None:
    """The words of a stretch of tokens as printed, white space folded; `None` for none."""
    if after <= first:
        return None
    return " ".join(text[marked.tokens[first].start : marked.tokens[after - 1].end].split())


def clause_start(marked: Marked, place: int) -> int:
    """Where the clause around a place begins: behind the last mark, verb of saying with "that", or conjunction."""
    for index in range(place - 1, -1, -1):
        if marked.tokens[index].text in _MARKS:
            return index + 1
        if marked.is_in(index, "clause-word"):
            return index + 1
    return 0


def clause_end(marked: Marked, place: int) -> int:
    """Where the clause around a place ends."""
    for index in range(place, len(marked.words)):
        if marked.tokens[index].text in ";:." or marked.is_in(index, "clause-word"):
            return index
    return len(marked.words)


def subject_of(line: Line, text: str, cast: Cast, place: int) -> str | None:
    """Who a verb at a place is about: the person named before it, a pronoun's, or its subject's words."""
    marked = line.marked
    start = max(clause_start(marked, place), _behind_source(marked, place))
    antecedent = _antecedent(line, cast, place)
    if antecedent is not None:
        return antecedent
    named = cast.before(line, start, place)
    if named is not None:
        return named.name
    if any(is_pronoun(marked, index) for index in range(start, place)):
        return _earlier(line, cast, start) or cast.meant[line.number]
    if cast.meant[line.number] is not None and marked.phrases_in("the-person", start, place):
        return cast.meant[line.number]
    mention = next(
        (p for p in reversed(marked.people) if start <= p.first and p.after <= place and _is_free(marked, p)), None
    )
    decider = next((d for d in reversed(marked.deciders) if d.subject and start <= d.first and d.after <= place), None)
    if decider is not None and (mention is None or decider.first > mention.first):
        return text_of(marked, text, decider.first, decider.after)
    if mention is not None:
        return _people_text(marked, text, mention)
    several = next((i for i in range(start, place) if marked.phrase_at("one-of", i) is not None), None)
    if several is not None:
        return text_of(marked, text, several, several + (marked.phrase_at("one-of", several) or ("", 1))[1])
    if marked.lexicon.has("null-subject") and cast.meant[line.number] is not None:
        return cast.meant[line.number]
    if _only_adverbial(marked, start, place):
        return _earlier(line, cast, start)
    return _phrase(marked, text, start, place)


def _only_adverbial(marked: Marked, start: int, place: int) -> bool:
    """Whether nothing but a preposition and its noun stands before a verb: "а на деле был"."""
    first = start
    while first < place and (marked.is_in(first, "conjunction") or not marked.tokens[first].is_word):
        first += 1
    return place - first == _ADVERBIAL and marked.is_in(first, "preposition") and marked.lexicon.has("no-article")


_ADVERBIAL = 2


def _antecedent(line: Line, cast: Cast, place: int) -> str | None:
    """Whom a relative pronoun before a verb means: "X, a secretary, who studied"."""
    marked = line.marked
    who = next((i for i in range(place - 1, max(place - _RELATIVE, 0), -1) if _opens_relative(marked, i)), None)
    if who is None or any(who < n.first for n in cast.named[line.number] if n.after <= place):
        return None
    named = next((n for n in reversed(cast.named[line.number]) if n.after <= who), None)
    if named is None or who - named.after > _PHRASE:
        return None
    between = range(named.after, who)
    return None if any(marked.is_in(i, "be") or marked.is_in(i, "have") for i in between) else named.name


def _behind_source(marked: Marked, place: int) -> int:
    """The place behind a source that a sentence opens with: "according to the press, …"; it is no subject."""
    for _, _, after in marked.scan("according"):
        comma = next((i for i in range(after, place) if marked.tokens[i].text == ","), place)
        if place - _HELPERS <= comma + 1 <= place:
            return comma + 1
    return 0


_HELPERS = 2
"""Words between such a source's comma and a verb that has no subject of its own."""


def apposed_before(line: Line, text: str, cast: Cast, place: int) -> str | None:
    """Whom a participle behind a comma is about: "an employee of the embassy, suspected of"."""
    marked = line.marked
    if place < 2 or marked.tokens[place - 1].text != ",":
        return None
    named = cast.behind(line, place - 1, 0)
    mention = next((p for p in marked.people if p.after == place - 1), None)
    if named is not None:
        return named.name
    if mention is None:
        return None
    before = next((n for n in reversed(cast.named[line.number]) if n.after < mention.first), None)
    if before is not None and marked.tokens[before.after].text == "," and mention.first - before.after <= _PHRASE:
        return before.name
    if _is_apposed(marked, mention):
        return None
    return _people_text(marked, text, mention)


def _is_apposed(marked: Marked, mention: PeopleMention) -> bool:
    """Whether people only say what somebody named before a comma is: "X, an attaché, …"."""
    first = mention.first
    while first > 0 and marked.is_one_of(first - 1, ("determiner", "post-adjective", "title", "number-article")):
        first -= 1
    return first > 0 and marked.tokens[first - 1].text == ","


def _opens_relative(marked: Marked, index: int) -> bool:
    return marked.is_in(index, "who") and index > 0 and marked.tokens[index - 1].text == ","


def _is_free(marked: Marked, mention: PeopleMention) -> bool:
    """Whether people stand behind no preposition, so that they may be a subject."""
    before = mention.first - 1
    while before >= 0 and marked.is_in(before, "determiner"):
        before -= 1
    return before < 0 or not marked.is_in(before, "preposition")


def _earlier(line: Line, cast: Cast, start: int) -> str | None:
    """The person named before the clause in the same sentence, whom a pronoun then means."""
    found = cast.before(line, 0, start)
    return found.name if found is not None else None


def _people_text(marked: Marked, text: str, mention: PeopleMention) -> str | None:
    first = mention.first
    if first and marked.is_in(first - 1, "determiner"):
        first -= 1
    return text_of(marked, text, first, mention.after)


def _phrase(marked: Marked, text: str, start: int, place: int) -> str | None:
    """The words from the clause's beginning to the verb, without what only joins; none where they are too many."""
    start, place = _before_insertion(marked, start, place)
    first, after = start, place
    while first < after and (
        not marked.tokens[first].is_word or marked.is_in(first, "conjunction") or marked.is_in(first, "preposition")
    ):
        first += 1
    while after > first and (
        marked.is_in(after - 1, "be")
        or marked.is_in(after - 1, "have")
        or marked.is_in(after - 1, "adverb")
        or not marked.tokens[after - 1].is_word
    ):
        after -= 1
    commas = [i for i in range(first, after) if marked.tokens[i].text == ","]
    if commas:
        first = commas[-1] + 1
    telling = any(len(marked.words[i]) > 3 and not _is_small(marked, i) for i in range(first, after))
    return text_of(marked, text, first, after) if telling and after - first <= _PHRASE else None


def _before_insertion(marked: Marked, start: int, place: int) -> tuple[int, int]:
    """The clause without an insertion between commas that ends right before the verb."""
    if place - 1 <= start or marked.tokens[place - 1].text != ",":
        return start, place
    opened = next((i for i in range(place - 2, start, -1) if marked.tokens[i].text == ","), None)
    return (start, place) if opened is None else (start, opened)


def _is_small(marked: Marked, index: int) -> bool:
    """Whether a word only serves the grammar."""
    groups = ("negation", "adverb", "determiner", "be", "have", "preposition", "conjunction", "pronoun")
    return marked.is_one_of(index, groups)


def when_stay(line: Line, first: int, after: int) -> tuple[Edtf | None, int | None]:
    """The period printed between two places, or a date there; and a length in years."""
    marked = line.marked
    found = [s for s in stays(marked.tokens, marked.lexicon.language) if first <= s.first and s.after <= after]
    if found:
        return found[0].value, found[0].years
    dated = next((w for w in line.dates if first <= w.first and w.after <= after and w.role in ("on", "since")), None)
    return (dated.value if dated is not None else None), None


def hedge_before(marked: Marked, text: str, first: int, after: int) -> str | None:
    """A word of hearsay close before a claim or inside it, as printed: "reportedly", "aurait", "soll", "якобы"."""
    for index in range(after - 1, max(first - _HEDGE, clause_start(marked, first) - 1, -1), -1):
        found = marked.phrase_at("hedge", index)
        if found is not None and found[0] == "alleged":
            return text_of(marked, text, index, index + found[1])
    return None


def list_end(marked: Marked, place: int, reach: int = 14) -> int:
    """Where the item of a list at a place ends: at a comma, a mark or the sentence's end."""
    for index in range(place, min(place + reach, len(marked.words))):
        if marked.tokens[index].text in ",;:." or marked.tokens[index].text in _MARKS:
            return index
    return min(place + reach, len(marked.words))


def is_negated(marked: Marked, first: int, after: int) -> bool:
    """Whether a negation stands between two places."""
    return marked.has_in("negation", max(first, 0), after)
