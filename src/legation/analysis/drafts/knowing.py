"""How are the sentences of a case read, so that one of a draft can be held against them?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from legation.analysis.drafts.evidence import CaseEvidence
from legation.analysis.drafts.names import words_of
from legation.analysis.drafts.nearest import Known
from legation.analysis.drafts.reading import said, with_opening_name
from legation.extraction.news.lexicon import lexicon
from legation.language.tokens import Sentence, tokens
from legation.model.drafts import Ground

CARRIED = 2
"""Sentences over which a pronoun remembers whom it means."""


def read_grounds(grounds: Iterable[Ground], evidence: CaseEvidence) -> list[Known]:
    """The sentences, each with its values, its neighbors and the names that those before it carry on."""
    known = list(_read(grounds, evidence))
    names = {word for each in known for word in words_of(each.said.of_kind("name"))}
    known = [replace(each, said=with_opening_name(each.said, names)) for each in known]
    carried: list[frozenset[str]] = []
    for each in known:
        if not each.ground.before:
            carried = []
        each.said.carried = frozenset().union(*carried[-CARRIED:])
        carried.append(frozenset(words_of(each.said.of_kind("name"))))
    return list(_beside(known))


def _read(grounds: Iterable[Ground], evidence: CaseEvidence) -> Iterator[Known]:
    published = {report.sha256: report.published.bounds for report in evidence.reports if report.published}
    for ground in grounds:
        found = tokens(ground.text)
        if found:
            sha256 = ground.passage.sha256
            language = "en" if ground.derived else evidence.languages.get(sha256, "en")
            bounds = None if ground.derived else published.get(sha256)
            yield Known(ground, said(ground.text, Sentence(found), lexicon(language, evidence.gazetteer), bounds))


def _beside(known: Sequence[Known]) -> Iterator[Known]:
    """The sentences of reports, each with its neighbors."""
    for number, each in enumerate(known):
        around = known[max(number - 2, 0) : number + 2]
        source = each.ground.passage.sha256
        near = (other.said for other in around if other is not each and other.ground.passage.sha256 == source)
        yield each if each.ground.derived else replace(each, beside=tuple(near))
