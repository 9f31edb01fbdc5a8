"""Which words are the speaker of a verb? Its subject before or behind it, without what belongs to the verb.

Gives places of tokens; a pronoun is no speaker here.
"""

from __future__ import annotations

from legation.extraction.news.mentions import Marked
from legation.vocabulary.press import months, weekdays

_SPEAKER_REACH = 14
MARKS = frozenset(',;:“”"«»„()—–-')
_OPENERS = {"»": "«", "«": "»", "”": "“", "“": "„", '"': "„"}
"""For each mark that closes a name in quotation marks, those that open it; German sets »X« the other way round."""
_TITLED = 6
"""Words of the longest name that stands in quotation marks."""


def speaker_before(marked: Marked, index: int) -> tuple[int, int] | None:
    """The tokens of the subject right before a verb of saying or not saying; `None` for a pronoun or none."""
    return subject_before(marked, index, len(marked.words), len(marked.words))


def subject_before(marked: Marked, index: int, first: int, after: int) -> tuple[int, int] | None:
    """The subject of a verb of speech: words before it, back to a mark, a conjunction or the telling itself."""
    verb = index
    while verb > 0 and marked.tokens[verb - 1].is_word and _is_helper(marked, verb - 1):
        verb -= 1
    if verb > 2 and marked.tokens[verb - 1].text == "," and marked.is_in(verb - 2, "say"):
        return subject_before(marked, verb - 2, first, after)  # `a spokesman said, denying it`
    shared = _shared_subject(marked, verb) if marked.is_one_of(verb - 1, ("and-word", "but-word")) else None
    if shared is not None:
        return shared
    denied = verb
    while denied > 0 and marked.is_in(denied - 1, "negation"):
        denied -= 1
    negated = denied < index and marked.has_in("negation", denied, index + 1)
    inserted = denied if negated and marked.tokens[denied - 1].text == "," else index
    start = _before_citing(marked, over_apposition(marked, inserted))
    index = start
    while start > 0 and index - start < _SPEAKER_REACH:
        word = marked.tokens[start - 1].text
        opened = _opening(marked, start - 1)
        if opened is not None:
            start = opened
            continue
        if word in MARKS or (marked.is_in(start - 1, "conjunction") and start < index) or first <= start - 1 < after:
            break
        start -= 1
    return trimmed(marked, start, index)


def _shared_subject(marked: Marked, index: int) -> tuple[int, int] | None:
    """The subject of a verb that follows another one behind "and": who decides, a mission or people first named."""
    subjects = (*(d for d in marked.deciders if d.subject), *marked.missions, *marked.people)
    found = next((s for s in subjects if s.after <= index - 1), None)
    if found is None:
        return None
    first = found.first
    while first > 0 and marked.is_in(first - 1, "determiner"):
        first -= 1
    return first, found.after


def _opening(marked: Marked, closing: int) -> int | None:
    """Where the name in quotation marks opens that closes at a place: "journalists of «X»"."""
    openers = _OPENERS.get(marked.tokens[closing].text, "") if marked.tokens[closing - 1].is_word else ""
    near = range(closing - 1, max(closing - _TITLED, -1), -1)
    return next((i for i in near if marked.tokens[i].text in openers), None)


def _closing(marked: Marked, opening: int) -> int | None:
    """Where a name in quotation marks closes that opens at a place."""
    mark = marked.tokens[opening].text
    closers = '"' if mark == '"' else "".join(closer for closer, openers in _OPENERS.items() if mark in openers)
    near = range(opening + 1, min(opening + _TITLED, len(marked.words)))
    return next((i for i in near if marked.tokens[i].text in closers), None)


def _before_citing(marked: Marked, index: int) -> int:
    """The place before "unter Berufung auf X" and the like, where that stands right before a verb."""
    cited = [first for _, first, _ in marked.lexicon.phrases("citing").scan(marked.words[:index])]
    return cited[-1] if cited and cited[-1] > 0 and index - cited[-1] <= _TITLED + 2 else index


def over_apposition(marked: Marked, index: int) -> int:
    """The place before an insertion that ends right before a verb: "X, which was first to report, said"."""
    if index == 0 or marked.tokens[index - 1].text != ",":
        return index
    opened = next((i for i in range(index - 2, max(index - 24, -1), -1) if marked.tokens[i].text == ","), None)
    return index if opened is None or opened == 0 else opened


def speaker_behind(marked: Marked, index: int) -> tuple[int, int] | None:
    """The tokens of the subject right behind a verb of speech: "…, said X of Y", "das bestätigten zwei Beamte"."""
    after = index + 1
    while after < len(marked.words) and after - index <= _SPEAKER_REACH:
        closed = _closing(marked, after)
        if closed is not None and after > index + 1:
            after = closed + 1
            continue
        if marked.tokens[after].text in MARKS | {"."}:
            break
        if marked.is_in(after, "conjunction") or begins_date(marked, after) or marked.phrase_at("citing", after):
            break
        after += 1
    return trimmed(marked, index + 1, after)


def begins_date(marked: Marked, index: int) -> bool:
    """Whether a date begins at a place: a weekday, or a preposition before one or before a number."""
    word = marked.words[index]
    ahead = marked.words[index + 1] if index + 1 < len(marked.words) else ""
    dated = ahead in weekdays() or ahead[:1].isdigit() or ahead in months()
    return word in weekdays() or (marked.is_in(index, "preposition") and dated)


_HELPERS = ("have", "be", "adverb", "before-verb", "this-one")


def trimmed(marked: Marked, start: int, after: int) -> tuple[int, int] | None:
    """The words of a speaker without auxiliaries and marks at their ends; `None` where no name or noun is left."""
    opening = ("conjunction", "have", "say")
    while start < after and (marked.is_one_of(start, opening) or not marked.tokens[start].is_word):
        start += 1
    while after > start and _is_helper(marked, after - 1):
        after -= 1
    while after > start and marked.is_in(after - 1, "inquiry"):
        after -= 1
    if after > start and marked.is_in(after - 1, "preposition"):
        after -= 1
    if after < len(marked.tokens) and any(
        marked.tokens[i].text in _OPENERS.get(marked.tokens[after].text, "") for i in range(start, after)
    ):
        after += 1
    if after < len(marked.tokens) and marked.tokens[after].text == '"' and _is_open(marked, start, after):
        after += 1
    nobody = ("introduces", "pronoun", "preposition", "he", "them", "own", "determiner")
    if all(marked.is_one_of(i, nobody) for i in range(start, after)):
        return None
    return start, after


def _is_open(marked: Marked, start: int, after: int) -> bool:
    """Whether a straight quotation mark inside a speaker's words has not been closed."""
    return sum(token.text == '"' for token in marked.tokens[start:after]) % 2 == 1


def _is_helper(marked: Marked, index: int) -> bool:
    """Whether a word before a verb belongs to the verb, not to its subject."""
    if not marked.tokens[index].is_word or marked.words[index] in weekdays():
        return True
    return marked.is_one_of(index, _HELPERS)
