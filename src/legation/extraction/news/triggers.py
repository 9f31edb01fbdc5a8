"""Where does a sentence tell that somebody was sent away, and in which form of the verb?

A hit is a verb or noun of the tables with the words that it needs beside it; voice and mood are read from the words
around it, never guessed from the noun alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from legation.extraction.news.lexicon import TRIGGERS, TriggerSense, tails
from legation.extraction.news.mentions import Marked
from legation.model.quick import quick
from legation.vocabulary.phrases import Phrases

Voice = Literal["active", "passive"]
_RIGHT = 34
_LEFT = 14
_AUXILIARY_REACH = 4
_AUXILIARY_STOPS = ("preposition", "pronoun")
_VERB_FINAL = 22
_CLOSE_TAILS = frozenset({"out", "home", "door", "back-home"})
_PARTICLES = frozenset({"aus", "hinaus", "nach-hause", "ein-or-aus"})
"""Tails that close a clause; before a noun the same word is a preposition."""
_CLOSE = 9
_QUOTED = 9
_MARKS = frozenset("“”„«»\"'‘’›‹")


@quick
@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in a sentence: its words, and those of the tail that completes it."""

    sense: TriggerSense
    first: int
    after: int
    tail: tuple[int, int] | None
    voice: Voice

    @property
    def end(self) -> int:
        """The token after the trigger's and its tail's last."""
        return max(self.after, self.tail[1] if self.tail else 0)

    @property
    def start(self) -> int:
        """The first token of trigger and tail."""
        return min(self.first, self.tail[0] if self.tail else self.first)


@lru_cache(maxsize=256)
def hits(marked: Marked) -> tuple[Hit, ...]:
    """Every trigger of a sentence, in order."""
    found: list[Hit] = []
    for senses, first, after in marked.scan_table(TRIGGERS):
        hit = _best(marked, senses, first, after)
        if hit is not None:
            found.append(_joined(marked, hit, found))
    return tuple(found)


def _joined(marked: Marked, hit: Hit, before: Sequence[Hit]) -> Hit:
    """A participle behind an "and" shares the auxiliary of a passive: "was declared unwelcome and told to leave"."""
    last = before[-1] if before else None
    if last is None or last.voice != "passive" or hit.sense.form not in ("past", "part"):
        return hit
    near = marked.is_in(hit.first - 1, "and-word") and last.first < hit.first and hit.first - 1 - last.end <= _NEAR
    return replace(hit, voice="passive") if near and not marked.lexicon.has("verb-final") else hit


_NEAR = 2
"""Words between a passive with its tail and the "and" of another one."""


def _best(marked: Marked, senses: tuple[TriggerSense, ...], first: int, after: int) -> Hit | None:
    """The sense whose tail stands there; a verb that needs none comes last. Of two forms, an auxiliary decides."""
    voice = _voice(marked, first)
    reflexive = marked.lexicon.has("reflexive-passive") and _is_reflexive(marked, first, after)
    ordered = sorted(senses, key=lambda sense: (not sense.tail, _form_order(sense, marked, first)))
    for sense in ordered:
        tail = _tail(marked, sense.tail, first, after) if sense.tail else None
        if sense.tail and tail is None:
            continue
        passive = sense.form == "passive" or (sense.form == "part" and voice == "passive") or reflexive
        real: Voice = "passive" if passive else "active"
        return Hit(sense, first, after, tail, real)
    return None


def _is_reflexive(marked: Marked, first: int, after: int) -> bool:
    """Whether a reflexive pronoun makes a verb impersonal: "se ha declarado", "se ordenó"."""
    before = first - 1
    while before > 0 and marked.is_in(before, "have"):
        before -= 1
    return marked.is_in(before, "reflexive") or marked.is_in(after, "reflexive")


def _form_order(sense: TriggerSense, marked: Marked, first: int) -> int:
    """A participle where an auxiliary stands near, the past form else."""
    if marked.lexicon.has("verb-final") and sense.form in ("base", "pres") and _closes(marked, first):
        return 0 if sense.form == "base" else 1
    helped = _auxiliary(marked, first, "be") or _auxiliary(marked, first, "have") or _far_auxiliary(marked, first)
    return 0 if helped == (sense.form == "part") else 1


def _closes(marked: Marked, first: int) -> bool:
    """Whether a verb closes its clause, so that it is an infinitive where it may be one."""
    return first > 0 and (first + 1 >= len(marked.words) or not marked.tokens[first + 1].is_word)


def _voice(marked: Marked, first: int) -> Voice:
    be, have = _auxiliary(marked, first, "be"), _auxiliary(marked, first, "have")
    if marked.lexicon.has("verb-final"):
        return _german_voice(marked, first)
    if be and not (have and marked.lexicon.has("double-auxiliary") and not _been(marked, first)):
        return "passive"
    return "active"


def _been(marked: Marked, first: int) -> bool:
    return any(word in ("ete", "etes") for word in marked.words[max(first - _AUXILIARY_REACH, 0) : first])


def _german_voice(marked: Marked, first: int) -> Voice:
    """German puts the auxiliary far before the participle or right behind it."""
    around = [*range(max(first - _VERB_FINAL, 0), first), first + 1, first + 2]
    if any(marked.is_in(index, "have") for index in around):
        return "active"
    return "passive" if any(marked.is_in(index, "be") for index in around) else "active"


def _far_auxiliary(marked: Marked, first: int) -> bool:
    """German: an auxiliary anywhere before a participle, or right behind it."""
    around = [*range(max(first - _VERB_FINAL, 0), first), first + 1]
    return marked.lexicon.has("verb-final") and any(marked.is_in(i, "have") or marked.is_in(i, "be") for i in around)


def _auxiliary(marked: Marked, first: int, group: str) -> bool:
    """Whether an auxiliary stands before a verb, with nothing but adverbs between."""
    if group not in marked.present:
        return False
    for index in range(first - 1, max(first - 1 - _AUXILIARY_REACH, -1), -1):
        if marked.is_in(index, group):
            return True
        if not marked.tokens[index].is_word or marked.is_one_of(index, _AUXILIARY_STOPS):
            return False
    return False


def _goes_on(marked: Marked, index: int) -> bool:
    """Whether a clause goes on behind a particle, so that it is a preposition."""
    return index < len(marked.words) and marked.tokens[index].is_word and not marked.is_in(index, "conjunction")


def _over_marks(marked: Marked, table: Phrases[str], index: int) -> tuple[int, int] | None:
    """A tail that quotation marks stand in: 'to be "persona non grata"'."""
    near = range(index, min(index + _QUOTED, len(marked.words)))
    if not any(marked.words[i] in _MARKS for i in near):
        return None
    kept = [i for i in near if marked.words[i] not in _MARKS]
    found = table.longest([marked.words[i] for i in kept])
    return (index, kept[found[1] - 1] + 1) if found is not None else None


def _tail(marked: Marked, name: str, first: int, after: int) -> tuple[int, int] | None:
    """The nearest tail behind a verb in its clause, else the nearest before it, as verb-final languages have it."""
    table = tails()[name]
    reach = _CLOSE if name in _CLOSE_TAILS else _RIGHT
    for index in range(after, min(after + reach, len(marked.words))):
        if marked.words[index] == ";":
            break
        if not table.starts(marked.words[index]):
            continue
        found = table.longest(marked.words, index)
        if found is not None and not (name in _PARTICLES and _goes_on(marked, index + found[1])):
            return index, index + found[1]
        quoted = _over_marks(marked, table, index)
        if quoted is not None:
            return quoted
    if marked.lexicon.has("tail-behind"):
        return None
    for index in range(first - 1, max(first - _LEFT, -1), -1):
        found = table.longest(marked.words, index)
        if found is not None and index + found[1] <= first:
            return index, index + found[1]
    return None
