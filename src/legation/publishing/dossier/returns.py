"""What does a dossier say of somebody who is listed again elsewhere? Both posts, the time between, who judged it."""

from __future__ import annotations

from collections.abc import Iterator

from legation.model.links import Resurfacing
from legation.publishing.dossier.blocks import Block, Heading, Paragraph, Points
from legation.publishing.dossier.happenings import happening_words
from legation.publishing.dossier.known import Known, places
from legation.publishing.dossier.listed import listed_blocks
from legation.publishing.dossier.persons import return_sentences
from legation.publishing.dossier.wording import sentence
from legation.publishing.phrases import day_phrase


def return_blocks(known: Known, one: Resurfacing, level: int = 2) -> Iterator[Block]:
    """All blocks about one return, their headings from a level on."""
    yield Paragraph(sentences=(sentence("being-listed"), *return_sentences(known, one)))
    judged = known.judgements.get(one.judgement or "")
    reasons = one.reasons or (judged.shown if judged else ())
    if reasons:
        yield Heading(level=level, title=sentence("h-for-and-against"))
        yield Points(sentences=tuple(sentence("weighed", about=(one.id,), text=text) for text in reasons))
    yield Heading(level=level, title=sentence("h-lists"))
    posts = [post for id_ in (one.from_posting, one.to_posting) if (post := known.postings.get(id_)) is not None]
    yield from listed_blocks(known, posts, level=level + 1)
    named = [happening for id_ in one.named_in if (happening := known.happenings.get(id_)) is not None]
    if named:
        yield Heading(level=level, title=sentence("h-named"))
        yield Points(
            sentences=tuple(
                sentence(
                    "named-in",
                    *places(event.passage for id_ in each.tellings if (event := known.event(id_)) is not None),
                    about=(one.id, each.id),
                    person=one.person,
                    words=happening_words(known, each),
                    day=day_phrase(each.date),
                )
                for each in named
            )
        )
