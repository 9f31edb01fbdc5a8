"""Is what a draft says of somebody said of them in the case, by the same people and no harder?

"Is an officer" is harder than "is suspected to be an officer", and an allegation in the draft's own voice is harder
than one that its sources leave to a claimant. An answer belongs to whoever gave it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import get_args

from legation.analysis.drafts.reading import stem
from legation.language.names import compare
from legation.model.claims import SENSITIVE_CLAIMS, Attribution, Claim, Strength
from legation.model.drafts import DraftPoint, Ground
from legation.vocabulary.folding import fold
from legation.vocabulary.names import name_words
from legation.vocabulary.press import LANGUAGES, words

_STRENGTHS: tuple[str, ...] = get_args(Strength)
_ANSWERS = frozenset({"denial", "confirmation", "non-response", "first-report"})
_OWN_VOICE = frozenset({"affiliation", "attributed-act"})
"""Allegations that a draft must not make in its own voice where its sources don't."""


def claim_points(claim: Claim, known: Sequence[Claim], *, quoted: bool) -> Iterator[DraftPoint]:
    """What the case has to a claim of the draft that can do harm, that counts, or that is an answer.

    Args:
        claim: of the draft.
        known: all claims of the case.
        quoted: whether the draft puts its words in quotation marks, and so gives them to somebody.
    """
    if claim.type in SENSITIVE_CLAIMS:
        yield _allegation(claim, known, quoted=quoted)
    elif claim.type == "headcount" and isinstance(claim.value, int) and claim.role is not None:
        yield from _count(claim, known)
    elif claim.type in _ANSWERS:
        yield from _answer(claim, known)
    elif claim.type == "statement" and claim.rule == "statement.quoted":
        yield from _speaker(claim, known)


def _ground(claim: Claim) -> Ground:
    return Ground(id=claim.id, text=" ".join(claim.passage.quote.split()), passage=claim.passage)


def _printed(claim: Claim) -> str:
    return " ".join(claim.passage.quote.split())


def _allegation(claim: Claim, known: Sequence[Claim], *, quoted: bool) -> DraftPoint:
    printed = _printed(claim)
    same = [each for each in known if each.type == claim.type and _about_one(claim, each)]
    if not same:
        return DraftPoint(kind="claim", printed=printed, verdict="unsupported")
    best = max(same, key=lambda each: (_overlap(claim, each), _strength(each)))
    harder = None if quoted else _harder(claim, same)
    if harder is not None:
        return DraftPoint(kind="claim", printed=printed, verdict="differs", says=harder, ground=_ground(best))
    note = None
    if not _voiced(claim) and all(_voiced(each) for each in same):
        note = f"give it to its claimant: {_speakers(best)}"
    return DraftPoint(kind="claim", printed=printed, verdict="supported", says=note, ground=_ground(best))


def _harder(claim: Claim, same: Sequence[Claim]) -> str | None:
    """How the draft says more than any source does."""
    hardest = max(same, key=_strength)
    if claim.type in _OWN_VOICE and not _voiced(claim) and not claim.wording and all(_held(each) for each in same):
        return f"the draft says it in its own voice; in the case: {_how(hardest)}"
    if _strength(claim) > _strength(hardest) and not _shares_voice(claim, same):
        return f"harder than any source: {_how(hardest)}"
    if _voiced(claim) and not _shares_voice(claim, same):
        return f"said by {_speakers(claim)} in the draft; in the case: {_how(hardest)}"
    return None


def _how(claim: Claim) -> str:
    hedge = f"{claim.wording}: " if claim.wording else ""
    return f"{hedge}“{_printed(claim)}” ({_speakers(claim)})"


def _speakers(claim: Claim) -> str:
    return " > ".join(link.speaker for link in claim.attribution if link.speaker) or "nobody is named"


def _voiced(claim: Claim) -> bool:
    return any(link.speaker for link in claim.attribution)


def _held(claim: Claim) -> bool:
    """Whether a source leaves it to somebody, or hedges it."""
    return bool(claim.attribution or claim.wording)


def _strength(claim: Claim) -> int:
    return _STRENGTHS.index(claim.strength) if claim.strength else len(_STRENGTHS) - 1


def _shares_voice(claim: Claim, same: Sequence[Claim]) -> bool:
    """Whether a source gives it to one of the draft's speakers; a pronoun may mean any of them."""
    if any(link.speaker is not None and fold(link.speaker)[:2] in _pronouns() for link in claim.attribution):
        return True
    return any(_one_speaker(mine, theirs) for each in same for mine in claim.attribution for theirs in each.attribution)


@cache
def _pronouns() -> frozenset[tuple[str, ...]]:
    """What stands for somebody who was named before, in every language, folded as a whole speaker."""
    groups = ((language, group) for language in LANGUAGES for group in ("pronoun", "he"))
    return frozenset(tuple(fold(word)) for language, group in groups for word in words(language, group))


def _one_speaker(one: Attribution, other: Attribution) -> bool:
    if one.speaker is None or other.speaker is None:
        return one.speaker is other.speaker
    return _one_party(one.speaker, other.speaker)


def _one_party(one: str, other: str) -> bool:
    """Whether two descriptions may be of one: a word that says something is in both."""
    first, second = _content(one), _content(other)
    if first and second and (first <= second or second <= first or len(first & second) > 1):
        return True
    return compare(one, other).verdict == "same"


def _content(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in fold(text) if len(word) > 2 and word not in _IDLE)


_IDLE = frozenset({"the", "and", "for", "its", "der", "die", "das", "les", "los", "las", "del", "von", "einer", "some"})


def _about_one(claim: Claim, other: Claim) -> bool:
    """Whether two claims are of one subject; of one that a pronoun hides, whether they use the same words."""
    if claim.subject and other.subject and _one_subject(claim.subject, other.subject):
        return True
    small = [
        word for word in (claim.subject or "").split() if word[:1].islower() and word not in name_words().particles
    ]
    unnamed = bool(small) or not any(word[:1].isupper() for word in (claim.subject or "").split())
    return unnamed and _overlap(claim, other) >= 0.6


def _one_subject(one: str, other: str) -> bool:
    if one == other:
        return True
    verdict = compare(one, other).verdict
    return verdict != "different" or (bool(_content(one) & _content(other)) and _one_party(one, other))


def _overlap(claim: Claim, other: Claim) -> float:
    """Which share of the draft's words a source's claim has."""
    said, has = _content(claim.passage.quote), _content(other.passage.quote)
    return len(said & has) / len(said) if said else 0.0


def _count(claim: Claim, known: Sequence[Claim]) -> Iterator[DraftPoint]:
    """A number of people in the wrong role, such as those who stayed for those who left."""
    same = [each for each in known if each.type == "headcount" and each.role == claim.role]
    if not same:
        return
    right = next((each for each in same if each.value == claim.value), None)
    if right is not None:
        yield DraftPoint(kind="claim", printed=_printed(claim), verdict="supported", ground=_ground(right))
        return
    wrong = next((each for each in known if each.type == "headcount" and each.value == claim.value), None)
    if wrong is not None:
        says = f"{claim.role}: {' or '.join(str(each.value) for each in same)}; {claim.value} is {wrong.role}"
        yield DraftPoint(kind="claim", printed=_printed(claim), verdict="differs", says=says, ground=_ground(same[0]))


def _answer(claim: Claim, known: Sequence[Claim]) -> Iterator[DraftPoint]:
    """Who denies, confirms or doesn't answer, held against what the case has of that speaker."""
    speaker = _speaker_of(claim)
    if speaker is None or not _content(speaker):
        return
    answers = [e for e in known if e.type in _ANSWERS and (own := _speaker_of(e)) and _one_party(speaker, own)]
    same = next((each for each in answers if (each.type, each.value) == (claim.type, claim.value)), None)
    same = same or next((each for each in answers if each.type == claim.type), None)
    if same is not None:
        yield DraftPoint(kind="claim", printed=_printed(claim), verdict="supported", ground=_ground(same))
    elif answers and claim.type in ("denial", "confirmation"):
        says = f"no {claim.type}, but: “{_printed(answers[0])}”"
        yield DraftPoint(
            kind="claim", printed=_printed(claim), verdict="differs", says=says, ground=_ground(answers[0])
        )


def _speaker_of(claim: Claim) -> str | None:
    return next((link.speaker for link in claim.attribution if link.speaker), None) or claim.subject


def _speaker(claim: Claim, known: Sequence[Claim]) -> Iterator[DraftPoint]:
    """Whose words a quotation is."""
    words = fold(claim.object or "")
    source = next(
        (
            each
            for each in known
            if each.type == "statement" and each.object and _inside(words, fold(each.object)) and each.attribution
        ),
        None,
    )
    mine = _speaker_of(claim)
    theirs = _speaker_of(source) if source else None
    if source is None or mine is None or theirs is None or _may_be_one(mine, theirs):
        return
    says = f"said by {theirs}"
    yield DraftPoint(kind="speaker", printed=mine, verdict="differs", says=says, ground=_ground(source))


def _may_be_one(one: str, other: str) -> bool:
    """Whether two descriptions may be of one speaker: a name in one of them is in the other, or one is no name."""
    first, second = fold(one), fold(other)
    if set(first) & {word for word in second if len(word) > 3}:
        return True
    named = [text for text in (one, other) if sum(word[:1].isupper() for word in text.split()) >= 1]
    return len(named) < 2 or _one_party(one, other)


def _inside(words: Sequence[str], other: Sequence[str]) -> bool:
    return len(words) >= 4 and f" {' '.join(words)} " in f" {' '.join(other)} "
