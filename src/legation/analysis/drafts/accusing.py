"""Does a sentence allege something that no near source alleges of the same people?

Words of wrongdoing, of secret work and of expulsion: nobody is said to have been expelled, to spy or to bribe because a
sentence near by says so of somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from legation.analysis.drafts.agreeing import agree
from legation.analysis.drafts.names import words_of
from legation.analysis.drafts.nearest import Near
from legation.analysis.drafts.reading import Said
from legation.model.drafts import DraftPoint
from legation.vocabulary.accusing_words import accusations
from legation.vocabulary.folding import fold
from legation.vocabulary.loaded_words import Use, loaded_word

_NEAR = 0.2
"""From which share of a sentence's words on another speaks of the same."""
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
    known = {kind for each in near if each.share >= _NEAR and _of_one(said, each) for kind in _alleged(each.known.said)}
    if any(set(fold(name)) & set(words_of(said.of_kind("name"))) for name in expelled):
        known.add("expulsion")
    for kind, word in alleged.items():
        if kind not in known:
            yield DraftPoint(kind="accusation", printed=word, verdict="unsupported")


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


def _of_one(said: Said, near: Near) -> bool:
    """Whether a sentence names somebody whom the draft names, or means them by "he"; any does where it names nobody."""
    names = [*said.of_kind("name")]
    if not names:
        return True
    known = near.known.said
    if any(agree(name, other) for name in names for other in known.of_kind("name")):
        return True
    pointing = "he" in known.marked.present
    return pointing and any(word in known.carried for word in words_of(names))
