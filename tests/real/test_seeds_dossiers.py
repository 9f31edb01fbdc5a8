"""Dossiers of two real articles: every quote stands in its capture, and claims stand with their claimants."""

from __future__ import annotations

from pathlib import Path

import pytest

from legation.archive.vault import Vault
from legation.model.sources import Given
from legation.pipeline.exporting.leaving import Way, gathered
from legation.pipeline.work.stages import Task, document_of
from legation.publishing.dossier.blocks import Said
from legation.publishing.dossier.form import dossier_of, narrowed
from legation.publishing.dossier.wording import text_of
from legation.store.case import Case
from tests.publishing.dossier.cases import printed

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
pytestmark = [
    pytest.mark.real,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data isn't here"),
]


def test_every_quote_of_every_dossier_is_found_again(seeds: Path) -> None:
    with Case.open(seeds) as case:
        content = gathered(case, Way()).content
        vault = Vault(case.vault)
        texts = {
            one.sha256: document_of(Task(data=vault.get(one.sha256), name=one.name, given=Given())).text
            for one in content.captures
        }
        subjects = [one.id for one in content.derived.happenings]
        subjects += [one.id for one in content.derived.mentions]
        found = [note for about in subjects for note in printed(narrowed(content, (about,)), (about,)).notes]
    assert len(subjects) > 20
    assert len(found) > 100
    for note in found:
        assert note.reference.passage is None or note.reference.passage.stands_in(texts[note.reference.sha256])


def test_every_allegation_stands_with_its_claimant_its_words_and_what_was_answered(seeds: Path) -> None:
    with Case.open(seeds) as case:
        content = gathered(case, Way()).content
    alleged = 0
    for mention in content.derived.mentions:
        for block in dossier_of(content, (mention.id,)).blocks:
            if isinstance(block, Said) and any(what.template.startswith("alleged") for _, what in block.lines):
                alleged += 1
                said = {text_of(label): text_of(what) for label, what in block.lines}
                assert {"Who says so", "Printed in", "Words", "Status", "Answer"} <= said.keys()
                assert said["Who says so"] not in ("somebody who is not named", "")
    assert alleged > 2
