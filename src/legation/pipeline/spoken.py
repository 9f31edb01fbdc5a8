"""What is said in the reports of a case, each claim with its day of print and the answers to it?

A claim that can do harm and lacks its claimant, date, status or wording isn't among them: it is counted, with what it
lacks, until somebody corrects or rejects it. Claims about the family of people whom no list shows stay in the source.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from legation.model.claims import Claim, Report
from legation.pipeline.asking import about_person, said
from legation.publishing.gate import claim_findings, without_relatives
from legation.publishing.rows import Row, Value, claim_row, date_text, passage_row
from legation.store.case import Case

ANSWERING = frozenset({"denial", "confirmation", "non-response", "correction"})


def spoken(case: Case, *, person: str | None = None) -> dict[str, list[Row]]:
    """Claims with the answers to each, and what is held back: lists of rows under `claims` and `held_back`.

    Args:
        case: with its reports read.
        person: an id or a name; then what is said of a name that may be theirs.
    """
    reports = said(case)
    # A big case has many persons, and only what is said of families asks for them.
    families = any(claim.type == "family" for report in reports for claim in report.claims)
    labels = [one.label for one in case.derived.persons()] if families else []
    printed: list[tuple[Claim, Report]] = []
    held_back: list[Row] = []
    for report in without_relatives(reports, labels):
        for claim in report.claims:
            findings = [*claim_findings(claim, report, labels)]
            if findings:
                held_back.append(
                    {"id": claim.id, "lacks": [one.message for one in findings], "passage": passage_row(claim.passage)}
                )
            else:
                printed.append((claim, report))
    answers: defaultdict[str, list[Value]] = defaultdict(list)
    ids = {claim.id for claim, _ in printed}
    for claim, report in printed:
        if claim.type in ANSWERING and claim.about in ids:
            answers[str(claim.about)].append(_row(claim, report))
    wanted = _wanted(case, printed, person)
    rows: list[Row] = [
        {**_row(claim, report), "answers": answers[claim.id]}
        for claim, report in wanted
        if not (claim.type in ANSWERING and claim.about in ids)
    ]
    return {"claims": rows, "held_back": held_back}


def _wanted(case: Case, printed: Iterable[tuple[Claim, Report]], person: str | None) -> Iterator[tuple[Claim, Report]]:
    if person is None:
        yield from printed
        return
    found = [*printed]
    about = {claim.id for claim in about_person(case, [claim for claim, _ in found], person)}
    yield from ((claim, report) for claim, report in found if claim.id in about)


def _row(claim: Claim, report: Report) -> Row:
    return {**claim_row(claim), "published": date_text(report.published), "report": report.title}
