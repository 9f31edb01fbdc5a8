"""What does a reporter mail to her editor? One HTML file: the answers first, then everything that they rest on.

It holds no script, asks no network and carries its pictures in itself; a draft says so on every printed page. Rendering
takes values and bytes and does nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain

from jinja2 import Environment
from markupsafe import Markup, escape

from legation.model.documents import Passage
from legation.model.listings import CoverageClass
from legation.publishing.briefing import sentences
from legation.publishing.content import Content
from legation.publishing.markup import templates_of
from legation.publishing.phrases import counted
from legation.publishing.presence import PRESENCE_WORDS
from legation.publishing.views.answers import answers, tallies
from legation.publishing.views.places import missions
from legation.publishing.views.said import claims, happenings
from legation.publishing.views.sources import sources

COVERAGE_LIMITS: dict[CoverageClass, str] = {
    "heads-only": "A list of heads of mission shows nobody else: nobody else's departure follows from it.",
    "diplomatic": "A diplomatic list shows diplomatic staff; administrative and technical staff, and consulates, may "
    "be listed elsewhere or nowhere.",
    "diplomatic+administrative": "These lists show diplomatic and administrative staff; local staff is not listed.",
    "unknown": "Of some lists it isn't known whom they cover: a name that is missing may never have been due there.",
}


UNNAMED_REASONS = frozenset({"withheld", "lowest", "administrative", "local"})

_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


def render_page(content: Content) -> str:
    """The page as one HTML document."""
    shown_claims, held_back = claims(content)
    return (
        environment()
        .get_template("page.html")
        .render(
            content=content,
            answers=answers(content),
            tallies=tallies(content),
            happenings=happenings(content),
            claims=shown_claims,
            held_back=held_back,
            missions=missions(content),
            sources=sources(content),
            limits=tuple(limits(content)),
        )
    )


def passages_to_show(content: Content) -> tuple[Passage, ...]:
    """The passages for which the page has room for a clip, each once, in the order of reading."""
    derived = content.derived
    gone = {(person.id, tally.mission) for tally in derived.tallies for step in tally.steps for person in step.left}
    return tuple(
        dict.fromkeys(
            chain(
                (
                    passage
                    for sentence in sentences(derived, content.reports, content.label)
                    for passage in sentence.passages
                ),
                (event.passage for report in content.reports for event in report.events),
                (claim.passage for report in content.reports for claim in report.claims),
                (
                    posting.passages[-1]
                    for posting in derived.postings
                    if posting.passages and (posting.person.id, posting.mission) in gone
                ),
            )
        )
    )


def limits(content: Content) -> Iterator[str]:
    """What the lists of this case can't show, as sentences."""
    yield "A list shows who was printed on its date, not who was there; it does not say why a name is gone."
    yield "Between two editions lies an interval: the day on which somebody came or left is not known more closely."
    for kind in sorted({roster.edition.coverage_class for roster in content.rosters}):
        yield COVERAGE_LIMITS[kind]
    residue = sum(roster.edition.lines.residue for roster in content.rosters)
    if residue:
        yield f"Not understood: {counted(residue, 'line', 'lines')} of the lists, kept as residue. They may hold names."
    undated = sum(roster.edition.as_of is None for roster in content.rosters)
    if undated:
        yield f"Without a date, and so in no table: {counted(undated, 'edition', 'editions')}."
    yield "Spouses and children that lists print are not taken over."
    if unnamed := sum(one.reason in UNNAMED_REASONS for one in content.left_out):
        yield (
            f"Counted and not named here: {counted(unnamed, 'person', 'persons')}. The lowest class of the career, "
            "administrative and local staff aren't named by default."
        )
    yield "A digest shows that bytes are unchanged since they were added; not that a page was genuine when it was seen."


def whole_days(text: str) -> Markup:
    """The text for HTML, with its days kept from being broken over two lines."""
    return Markup(_DAY.sub(r'<span class="day">\g<0></span>', str(escape(text))))  # the text is escaped before


@cache
def environment() -> Environment:
    """Templates of pages: everything is escaped, and the style is in the page."""
    made = templates_of("legation.publishing")
    loader = made.loader
    assert loader is not None
    style, _, _ = loader.get_source(made, "page.css")
    made.filters["whole_days"] = whole_days
    made.globals["presence_words"] = PRESENCE_WORDS
    made.globals["style"] = Markup(style)  # our own file, with no value of a case in it
    return made
