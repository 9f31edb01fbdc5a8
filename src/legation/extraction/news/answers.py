"""Who denied, confirmed or didn't answer? What was said about something said, with its speaker, in one sentence.

No answer is no denial, and "did not deny" is none either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legation.extraction.news.lexicon import TRIGGERS
from legation.extraction.news.mentions import Marked
from legation.extraction.news.silences import silences
from legation.extraction.news.speakers import begins_date, speaker_before, speaker_behind, trimmed
from legation.model.claims import ClaimType, Stance, Status
from legation.model.quick import quick

_OBJECT = 12
_TOLD = 6
"""Words behind a verb of confirming among which its clause begins."""
_REJECTED = 6
"""Words behind a verb of rejecting among which the accusation stands."""


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A denial, confirmation or non-response at tokens `first` to before `after`."""

    type: ClaimType
    status: Status
    stance: Stance
    value: str | None
    first: int
    after: int
    speaker: tuple[int, int] | None
    """Tokens of who answers; `None` for a pronoun."""
    verb: tuple[int, int]
    """Tokens of the words that tell of it."""
    pointing: bool = False
    """Whether a pronoun answers."""


def answers(marked: Marked) -> tuple[Answer, ...]:
    """Every denial, confirmation and non-response of a sentence."""
    silent = tuple(_non_responses(marked))
    spoken = (answer for answer in (*_denials(marked), *_confirmations(marked)) if not _inside(answer, silent))
    return (*silent, *spoken)


def _inside(answer: Answer, silent: Sequence[Answer]) -> bool:
    """Whether a verb is part of a silence: "would neither confirm nor deny"."""
    return any(s.verb[0] <= answer.verb[0] < s.verb[1] for s in silent)


def _non_responses(marked: Marked) -> Iterator[Answer]:
    for silence in silences(marked):
        yield _made(marked, (silence.first, silence.after), "non-response", "asserted", "declines", silence.value)


def _denials(marked: Marked) -> Iterator[Answer]:
    for _, first, after in marked.scan("deny"):
        if not _turned(marked, first):
            yield _made(marked, (first, after), "denial", "denied", "denies", None)
    yield from _called_baseless(marked)
    for _, first, after in marked.scan("reject"):
        near = range(after, min(after + _REJECTED, len(marked.words)))
        if any(_is_accusation(marked, i) for i in near) and not _turned(marked, first):
            yield _made(marked, (first, after), "denial", "denied", "denies", None)
    for index in marked.places("reject-away"):
        if _goes_back(marked, index) and not _turned(marked, index):
            yield _made(marked, (index, index + 1), "denial", "denied", "denies", None)


def _called_baseless(marked: Marked) -> Iterator[Answer]:
    """Such as "X said the accusations had no foundation": who says so denies, and nobody where nobody says it."""
    for _, first, after in marked.scan("baseless"):
        accused = next((i for i in range(first - 1, max(first - _OBJECT, -1), -1) if _is_accusation(marked, i)), None)
        if accused is not None and marked.has_any(("say",)) and not _turned(marked, first):
            found = _made(marked, (first, after), "denial", "denied", "denies", None)
            yield replace(found, first=accused, speaker=None, pointing=True)


def _is_accusation(marked: Marked, index: int) -> bool:
    return marked.is_in(index, "accusation") or marked.is_in(index, "this-one")


def _goes_back(marked: Marked, verb: int) -> bool:
    """Whether the other half of a separable verb of rejecting stands behind it in the clause."""
    stop = next((i for i in range(verb, len(marked.words)) if marked.tokens[i].text in ";:."), len(marked.words))
    return any(marked.phrase_at("reject-tail", i) is not None for i in range(verb + 1, stop))


def _confirmations(marked: Marked) -> Iterator[Answer]:
    """Confirmations of something that stands before: "confirmed the expulsion", "independently confirmed that"."""
    for _, first, after in marked.scan("confirm"):
        if marked.is_in(first - 1, "be") or _turned(marked, first) or _turned_behind(marked, after):
            continue
        several = after - first > 1 and "independently" in marked.words[first:after]
        several = several or _opens_clause(marked, after)
        inverted = marked.is_in(first - 1, "back-reference") or marked.is_in(first - 1, "this-one")
        if several or inverted or _is_definite(marked, after):
            yield _made(marked, (first, after), "confirmation", "confirmed", "confirms", None)
    yield from _confirmed_by(marked)


def _is_definite(marked: Marked, place: int) -> bool:
    """Whether the confirmed thing is one that was spoken of: it has an article that is not the indefinite one."""
    if place < len(marked.words) and marked.is_in(place, "number-article"):
        return False
    return (
        marked.is_in(place, "determiner")
        or marked.is_in(place, "this-one")
        or (marked.lexicon.has("no-article") and (_is_accusation(marked, place) or _is_step(marked, place)))
    )


def _is_step(marked: Marked, place: int) -> bool:
    """Whether a noun of a step stands at a place, or behind "the fact of"."""
    place += marked.is_in(place, "fact")
    found = marked.sense_at(TRIGGERS, place)
    return found is not None and any(sense.rule == "noun" for sense in found[0])


def _confirmed_by(marked: Marked) -> Iterator[Answer]:
    """Such as "was confirmed by the ministry": who stands behind "by" confirms."""
    for index in marked.places("confirmed-part"):
        if not marked.has_in("be", max(index - _OBJECT, 0), index + 3):
            continue
        agent = _agent(marked, index)
        if agent is not None:
            yield Answer(
                type="confirmation",
                status="confirmed",
                stance="confirms",
                value=None,
                first=min(index, agent[0]),
                after=max(index + 1, agent[1]),
                speaker=agent,
                verb=(index, index + 1),
            )


def _agent(marked: Marked, verb: int) -> tuple[int, int] | None:
    """The tokens behind "by" right behind a participle, or before it where it closes the clause."""
    ahead = [i for i in (verb + 1, verb + 2) if marked.is_in(i, "by-agent")]
    if ahead:
        return speaker_behind(marked, ahead[0])
    if not marked.lexicon.has("verb-final"):
        return None
    by = next((i for i in range(verb - 1, max(verb - _OBJECT, -1), -1) if marked.is_in(i, "by-agent")), None)
    return (by + 1, verb) if by is not None and by + 1 < verb else None


def _opens_clause(marked: Marked, place: int) -> bool:
    """Whether a clause with "that" follows, right behind the verb or behind to whom or how it was said."""
    for index in range(place, min(place + _TOLD, len(marked.words))):
        if marked.is_in(index, "that-word"):
            return True
        if marked.tokens[index].text in ";:." or marked.is_in(index, "conjunction") or marked.is_in(index, "be"):
            return False
    return False


def _turned(marked: Marked, first: int) -> bool:
    """Whether a negation turns the verb round."""
    return marked.has_in("deny-not", max(first - 3, 0), first)


def _turned_behind(marked: Marked, after: int) -> bool:
    """Whether a negation that closes the clause turns the verb round: "bestätigte den Bericht nicht"."""
    if not marked.lexicon.has("verb-final"):
        return False
    stop = next((i for i in range(after, len(marked.words)) if marked.tokens[i].text in ",;:."), len(marked.words))
    return marked.has_in("deny-not", after, min(stop, after + _OBJECT))


def _made(
    marked: Marked, span: tuple[int, int], type_: ClaimType, status: Status, stance: Stance, value: str | None
) -> Answer:
    speaker = _speaker(marked, span) or _neither_nor(marked, span)
    first = speaker[0] if speaker else span[0]
    if speaker is not None and _is_object(marked, speaker):
        apposed = first > 0 and marked.tokens[first - 1].text == ","
        speaker = speaker_before(marked, first) if apposed else _behind(marked, span)
        first = speaker[0] if apposed and speaker is not None else first
    speaker = _seated(marked, speaker) if speaker is not None else None
    if speaker is not None and all(marked.is_in(i, "this-one") for i in range(*speaker)):
        speaker = None
    if speaker is None and marked.is_in(span[0] - 1, "this-one"):
        speaker = speaker_behind(marked, span[1] - 1)
    after = min(span[1] + _OBJECT, len(marked.words))
    stop = next((i for i in range(span[1], after) if marked.tokens[i].text in ",;.:—"), after)
    return Answer(
        type=type_,
        status=status,
        stance=stance,
        value=value,
        first=first,
        after=max(stop, span[1]),
        speaker=speaker,
        verb=span,
        pointing=speaker is None and _points(marked, span),
    )


def _seated(marked: Marked, speaker: tuple[int, int]) -> tuple[int, int]:
    """Who speaks "in" an embassy or ministry, without what is spoken of: "однако в посольстве эту информацию …"."""
    near = range(speaker[0], min(speaker[0] + 2, speaker[1]))
    seat = next((i for i in near if marked.is_in(i, "speaks-in")), None)
    places = (*marked.missions, *marked.deciders)
    found = next((p for p in places if seat is not None and p.first == seat + 1 and p.after <= speaker[1]), None)
    return (found.first, found.after) if found is not None else speaker


def _points(marked: Marked, span: tuple[int, int]) -> bool:
    """Whether a pronoun answers: before the verb, or right behind it in a verb-second sentence."""
    if marked.has_in("he", max(span[0] - 3, 0), span[0]):
        return True
    return marked.lexicon.has("verb-final") and marked.has_in("pronoun", span[0] + 1, span[0] + 3)


def _neither_nor(marked: Marked, span: tuple[int, int]) -> tuple[int, int] | None:
    """The two who are denied to have answered: "neither X nor Y would comment"."""
    if not marked.is_in(span[0], "neither"):
        return None
    verb = next((i for i in range(span[0] + 1, span[1]) if _is_silent_verb(marked, i)), span[1])
    return trimmed(marked, span[0] + 1, verb)


def _is_silent_verb(marked: Marked, index: int) -> bool:
    if marked.is_in(index, "negation") and not marked.is_in(index, "neither"):
        return not marked.is_in(index, "nor-word")
    return any(marked.phrase_at(group, index) is not None for group in ("would-comment", "refuse", "reply-verb"))


def _is_object(marked: Marked, speaker: tuple[int, int]) -> bool:
    """Whether words behind a preposition are no speaker, but what is answered: "auf weitere Fragen"."""
    opens = speaker[0] == 0 or marked.tokens[speaker[0] - 1].text != ","
    opens = opens or marked.is_one_of(speaker[0] + 1, ("government", "generic", "institution"))
    if speaker[0] == 0 and marked.is_in(0, "determiner"):
        return False
    if (opens and marked.is_in(speaker[0], "speaks-in")) or not marked.is_one_of(
        speaker[0], ("preposition", "of", "origin")
    ):
        return False
    inside = (*marked.missions, *marked.people, *marked.deciders)
    return not any(speaker[0] < mention.first + 1 and mention.after <= speaker[1] for mention in inside)


def _behind(marked: Marked, span: tuple[int, int]) -> tuple[int, int] | None:
    """Who answers right behind a verb that something else stands before."""
    if not marked.lexicon.has("verb-final"):
        return None
    follows = span[0] if span[0] > 0 and marked.tokens[span[0] - 1].text == "," else None
    verb = next((i for i in range(*span) if marked.is_one_of(i, _SILENT_VERBS)), follows)
    if verb is None:
        return None
    end = next((i for i in range(verb + 1, len(marked.words)) if _ends_subject(marked, i)), len(marked.words))
    pointing = end == verb + 2 and marked.is_in(verb + 1, "pronoun")
    return (verb + 1, end) if end > verb + 1 and not pointing else None


def _speaker(marked: Marked, span: tuple[int, int]) -> tuple[int, int] | None:
    """Who answers: before the verb; right behind it where something else opens a verb-second sentence."""
    before = speaker_before(marked, span[0])
    if before is None and (topic := _topic(marked, span[0])) is not None:
        return topic
    if before is not None and marked.lexicon.has("verb-final") and _reports(marked, before):
        before = _behind(marked, span) or before
    return before if before is not None else _behind(marked, span)


def _topic(marked: Marked, verb: int) -> tuple[int, int] | None:
    """Such as "as for X, it declined": X, whom the pronoun right before the verb then means."""
    for _, _, after in marked.scan("as-for"):
        comma = next((i for i in range(after, verb) if marked.tokens[i].text == ","), None)
        if comma is not None and verb - comma <= _NEAR_VERB and marked.has_in("he", comma, verb):
            return trimmed(marked, after, comma)
    return None


_NEAR_VERB = 4
"""Words between the comma behind such a topic and the verb."""


def _reports(marked: Marked, words: tuple[int, int]) -> bool:
    """Whether words before a verb are what it is about: reports or accusations, which deny nothing themselves."""
    first = words[0]
    while first < words[1] and marked.is_in(first, "determiner"):
        first += 1
    return _is_accusation(marked, first)


_SILENT_VERBS = ("refuse", "give-reason", "publish", "reply-verb")


def _ends_subject(marked: Marked, index: int) -> bool:
    if not marked.tokens[index].is_word or marked.is_one_of(index, ("negation", "before-verb", "adverb")):
        return True
    return marked.phrase_at("reject-tail", index) is not None or begins_date(marked, index)
