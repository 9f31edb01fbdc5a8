"""What of the log may leave: whom was something put to, what came back, and who judged, without naming who is out?

That somebody was asked, answered and judged is always told, with its day. Who was asked stays unnamed where they are
out; words in which somebody who is out is named are left out whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from legation.model.judgements import Judgement
from legation.model.replies import Heard, Inquiry, Reply
from legation.publishing.named import Named
from legation.vocabulary.folding import fold
from legation.vocabulary.relatives import told_relatives

SOMEBODY = "Somebody who isn’t named"
"""Stands for whoever was asked and is out."""


def heard_left(heard: Mapping[str, Heard], named: Named) -> tuple[dict[str, Heard], tuple[str, ...]]:
    """The other sides of claims without whoever is out.

    Args:
        heard: by claim.
        named: the names of everybody who is out.

    Returns:
        The same by claim, and the ids of the replies of which the words were left out.
    """
    naming = frozenset(naming_in(heard, named))
    left = {
        claim: replace(
            each,
            inquiries=tuple(_unaddressed(one) if one.id in naming else one for one in each.inquiries),
            replies=tuple(_wordless(one) if one.id in naming else one for one in each.replies),
        )
        for claim, each in heard.items()
    }
    replies = (reply.id for each in heard.values() for reply in each.replies)
    return left, tuple(dict.fromkeys(id_ for id_ in replies if id_ in naming))


def naming_in(heard: Mapping[str, Heard], named: Named) -> tuple[str, ...]:
    """The ids of inquiries to somebody who is out, and of replies that name somebody who is, each once."""
    texts: dict[str, tuple[str | None, ...]] = {}
    for each in heard.values():
        texts.update((inquiry.id, (inquiry.whom,)) for inquiry in each.inquiries)
        texts.update((reply.id, (reply.words, reply.translation)) for reply in each.replies)
    return tuple(id_ for id_, printed in texts.items() if named.stand_in(*printed))


def family_in(reply: Reply) -> str | None:
    """The word with which an answer tells of somebody's family; an answer is words of a source and isn't cut."""
    for text in (reply.words, reply.translation):
        for word, _, _ in told_relatives().scan(fold(text or "")):
            return word
    return None


def judgements_left(judgements: Iterable[Judgement], named: Named, *, draft: bool) -> tuple[Judgement, ...]:
    """The judgements without reasons and considerations in which somebody is named who is out.

    A reason is written for colleagues and may tell a source: only drafts have any.
    """
    return tuple(
        replace(
            one,
            why=one.why if draft and not named.stand_in(one.why) else "",
            shown=tuple(text for text in one.shown if not named.stand_in(text)),
        )
        for one in judgements
    )


def _unaddressed(inquiry: Inquiry) -> Inquiry:
    return replace(inquiry, whom=SOMEBODY, person=None)


def _wordless(reply: Reply) -> Reply:
    return replace(reply, words=None, language=None, translation=None)
