"""Does a sentence allege something that no near source alleges of the same people?

Words of wrongdoing, of secret work and of expulsion: nobody is said to have been expelled, to spy or to bribe because a
sentence near by says so of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.analysis.drafts.agreeing import agree
from legation.analysis.drafts.atoms import Atom
from legation.analysis.drafts.names import words_of
from legation.analysis.drafts.nearest import Near
from legation.analysis.drafts.reading import Said
from legation.model.drafts import DraftPoint
from legation.vocabulary.accusing_words import accusations
from legation.vocabulary.folding import fold
from legation.vocabulary.loaded_words import Use, loaded_word

_NEAR = 0.2
"""From which share of a sentence's words on another speaks of the same."""
_LEAVING = ("act-accuse", "act-accuse-by", "accuse", "accusation", "belief", "hedge", "say", "according", "say-noun")
"""Groups of cues by which what is alleged is somebody's word."""
_PLAIN = frozenset({"expulsion", "deny", "label"})
"""What is held against the case by rules of its own."""
_ANSWERS = ("deny",)
"""Groups of cues by which somebody answers an allegation."""
_USES: tuple[Use, ...] = ("expulsion", "label")


def accusing_points(said: Said, near: Sequence[Near], expelled: Sequence[str]) -> Iterator[DraftPoint]:
    """A point for each word that alleges something of which no near sentence about the same people has a word.

    Args:
        said: of the draft.
        near: the sentences of the case that come near it.
        expelled: names of those whom a source names in an expulsion, in whatever words.
    """
    alleged = _alleged(said)
    if not alleged or not any(said.of_kind("name") or said.of_kind("party")):
        return
    about = [each for each in near if each.share >= _NEAR]
    for kind, word in alleged.items():
        if kind == "expulsion" and _is_named(said, expelled):
            continue
        name = _subject(said, word)
        grounds = [each for each in about if _is_about(name, each) and kind in _alleged(each.known.said)]
        if not grounds:
            yield DraftPoint(kind="accusation", printed=word, verdict="unsupported")
        elif kind not in _PLAIN and not _leaves_it(said) and all(_leaves_it(each.known.said) for each in grounds):
            ground = grounds[0].known.ground
            says = f"it as somebody's allegation: “{ground.text}”"
            yield DraftPoint(kind="accusation", printed=word, verdict="differs", says=says, ground=ground)


def _is_named(said: Said, expelled: Sequence[str]) -> bool:
    words = set(words_of(said.of_kind("name")))
    return any(words & set(fold(name)) for name in expelled)


def _subject(said: Said, word: str) -> Atom | None:
    """Whom a word may be about: who is named last before it, else the first behind it."""
    names = sorted(said.of_kind("name"), key=lambda atom: atom.first)
    at = next((i for i, token in enumerate(said.marked.tokens) if token.text.lower().startswith(word[:4])), 0)
    return next((name for name in reversed(names) if name.first < at), names[0] if names else None)


def _leaves_it(said: Said) -> bool:
    """Whether a sentence leaves an allegation to somebody: by a hedge, a claimant or a quotation."""
    return bool(said.quotes) or said.marked.has_any(_LEAVING)


def _alleged(said: Said) -> dict[str, str]:
    """The kinds of what a sentence alleges or answers, each with its first word."""
    found: dict[str, str] = {}
    for kind, word in accusations(said.text):
        found.setdefault(kind, word)
    for use in _USES:
        if loaded := loaded_word(use, said.text):
            found.setdefault(use, loaded)
    for group in _ANSWERS:
        if places := said.marked.places(group):
            found.setdefault(group, said.marked.tokens[places[0]].text)
    return found


def _is_about(name: Atom | None, near: Near) -> bool:
    """Whether a sentence names somebody, or means them by "he"; any does where nobody is to be named."""
    if name is None:
        return True
    known = near.known.said
    if any(agree(name, other) for other in known.of_kind("name")):
        return True
    return "he" in known.marked.present and any(word in known.carried for word in name.words)
