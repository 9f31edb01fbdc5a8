"""What can't be shown, what was left out, and which captures does a dossier rest on?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from legation.model.dates import Edtf
from legation.publishing.content import Content
from legation.publishing.dossier.answers import MOMENT
from legation.publishing.dossier.blocks import Block, Heading, Paragraph, Points, Sentence, Table, Value
from legation.publishing.dossier.known import Known
from legation.publishing.dossier.wording import sentence
from legation.publishing.page import UNNAMED_REASONS, limits
from legation.publishing.phrases import day_phrase
from legation.publishing.views.sources import SourceView, sources


def limit_blocks(known: Known, missions: Iterable[str], level: int = 2) -> Iterator[Block]:
    """What the lists of these missions can't show, and what isn't here."""
    yield Heading(level=level, title=sentence("h-limits"))
    yield Points(sentences=tuple(sentence("limit", text=text) for text in limits(known.narrowed(missions))))
    left_out = tuple(_left_out(known.content))
    if left_out:
        yield Heading(level=level, title=sentence("h-left-out"))
        yield Points(sentences=left_out)


def _left_out(content: Content) -> Iterator[Sentence]:
    """Sentences and links; how many persons aren't named stands among the limits of the lists."""
    counted = Counter(one.reason for one in content.left_out if one.reason not in UNNAMED_REASONS)
    for reason, number in sorted(counted.items()):
        yield sentence(f"left-out-{reason}", number=number)


def custody_blocks(content: Content, used: Iterable[str], level: int = 2) -> Iterator[Block]:
    """The captures behind the footnotes, where the chain of custody stood, and who stamped it.

    Args:
        content: with its captures and the end of its chain.
        used: digests of the documents that a footnote refers to.
        level: of the heading.
    """
    yield Heading(level=level, title=sentence("h-custody"))
    heads = tuple(map(sentence, ("th-source", "th-speaks", "th-seen", "th-added")))
    wanted = set(used)
    rows = tuple(_row(view) for view in sources(content) if view.sha256 in wanted)
    if rows:
        yield Table(caption=sentence("custody"), heads=heads, rows=rows)
    yield Paragraph(sentences=(*_chain(content), sentence("what-proof-shows"), *_made(content)))


def _row(view: SourceView) -> tuple[Sentence, ...]:
    where: dict[str, Value] = {"url": view.url} if view.url else {}
    source = sentence(
        "cell-source" if view.url else "cell-source-bare",
        source=view.source or view.name,
        name=view.name,
        origin=view.origin,
        size=f"{view.size:,}",
        digest=view.sha256,
        about=(),
        person=None,
        **where,
    )
    day = day_phrase(Edtf.parse(view.speaks_of)) if view.speaks_of else "not known"
    speaks = f"{day} ({view.basis.replace('-', ' ')})" if view.speaks_of and view.basis else day
    days = (speaks, view.seen_at or "not known", view.added_at)
    return source, *(sentence("cell-day", day=day) for day in days)


def _chain(content: Content) -> Iterator[Sentence]:
    if content.chain is None:
        yield sentence("no-chain")
        return
    yield sentence("chain", number=f"{content.chain.number}", digest=content.chain.digest)
    for stamp in content.chain.stamps:
        moment = stamp.at.strftime(MOMENT).strip()
        state = stamp.signature.state
        yield sentence("stamp", authority=stamp.authority, number=f"{stamp.entry}", moment=moment, state=state)
    if not content.chain.stamps:
        yield sentence("no-stamp")


def _made(content: Content) -> Iterator[Sentence]:
    if content.cut_off:
        yield sentence("made-with", version=content.version, day=content.cut_off)
    else:
        yield sentence("made-with-bare", version=content.version)
