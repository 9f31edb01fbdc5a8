"""How does a value look to other programs? One JSON object each, with exactly the keys that the commands promise.

Pure functions from values to rows, one for each kind; a row tells nothing that its value doesn't.
"""

from legation.publishing.rows.disputes import career_row, contradiction_row, corroboration_row
from legation.publishing.rows.documents import block_row, document_row, document_rows
from legation.publishing.rows.drafts import sentence_row
from legation.publishing.rows.findings import (
    ceiling_row,
    change_row,
    derivation_row,
    happening_row,
    mission_row,
    passages_row,
    posting_row,
    remaining_row,
    sum_row,
    tally_row,
)
from legation.publishing.rows.log import capture_row, judgement_row, problem_row
from legation.publishing.rows.places import Row, Value, bounds_row, date_text, passage_row, person_row, short_id
from legation.publishing.rows.reports import attribution_rows, claim_row, event_row, report_rows
from legation.publishing.rows.returns import resurfacing_row
from legation.publishing.rows.rosters import edition_row, listing_row, residue_row, roster_rows
from legation.publishing.rows.seats import holder_row, succession_row, tenure_row

__all__ = [
    "Row",
    "Value",
    "attribution_rows",
    "block_row",
    "bounds_row",
    "capture_row",
    "career_row",
    "ceiling_row",
    "change_row",
    "claim_row",
    "contradiction_row",
    "corroboration_row",
    "date_text",
    "derivation_row",
    "document_row",
    "document_rows",
    "edition_row",
    "event_row",
    "happening_row",
    "holder_row",
    "judgement_row",
    "listing_row",
    "mission_row",
    "passage_row",
    "passages_row",
    "person_row",
    "posting_row",
    "problem_row",
    "remaining_row",
    "report_rows",
    "residue_row",
    "resurfacing_row",
    "roster_rows",
    "sentence_row",
    "short_id",
    "succession_row",
    "sum_row",
    "tally_row",
    "tenure_row",
]
