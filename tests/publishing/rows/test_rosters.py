from __future__ import annotations

from legation.model.dates import Edtf
from legation.model.documents import Passage
from legation.model.listings import Edition, LineAccount, Listing, MissionSection, PrintedDate, Residue, Roster
from legation.publishing.rows import roster_rows

DIGEST = "ab" * 32
LISTING_KEYS = {
    "kind", "id", "mission", "mission_heading", "mission_type", "sending", "receiving", "city", "section", "order",
    "name", "honorific", "given", "family", "patronymic", "script", "title", "rank", "function", "acting", "vacant",
    "dates", "accompanied", "resident_in", "passage",
}  # fmt: skip


def a_roster() -> Roster:
    passage = Passage(sha256=DIGEST, start=5, end=15, quote="Ana Velled", page=3, box=(1.0, 2.0, 3.123456, 4.0))
    listing = Listing(
        id="listing-1",
        mission="QZ/QV",
        mission_heading="",
        mission_type="embassy",
        sending="QZ",
        receiving="QV",
        order=1,
        name="Ana Velled",
        title="Attaché",
        rank="attache",
        passage=passage,
        dates=(PrintedDate(kind="printed", value=Edtf.parse("2020-02-03")),),
        accompanied=True,
    )
    section = MissionSection(mission="QZ/QV", heading="ZARECHIA", entries=1, residue=1, coverage="partial", why="")
    edition = Edition(
        id="edition-1",
        sha256=DIGEST,
        as_of=Edtf.parse("2020-03"),
        as_of_basis="printed",
        languages=("en",),
        receiving="QV",
        coverage_class="diplomatic",
        complete="yes",
        missions=(section,),
        lines=LineAccount(used=2, furniture=1, residue=1),
    )
    residue = Residue(text="??", reason="no name", mission="QZ/QV", passage=passage)
    return Roster(edition=edition, listings=(listing,), residue=(residue,))


def test_a_roster_gives_its_edition_then_listings_then_residue() -> None:
    assert [row["kind"] for row in roster_rows(a_roster())] == ["edition", "listing", "residue"]


def test_an_edition_counts_its_listings_residue_and_lines() -> None:
    edition = next(roster_rows(a_roster()))
    assert (edition["as_of"], edition["entries"], edition["residue"]) == ("2020-03", 1, 1)
    assert edition["lines"] == {"used": 2, "furniture": 1, "residue": 1}
    assert edition["missions"] == [
        {"mission": "QZ/QV", "heading": "ZARECHIA", "entries": 1, "residue": 1, "coverage": "partial", "why": None}
    ]


def test_a_listing_has_every_promised_key_and_null_for_the_unknown() -> None:
    listing = list(roster_rows(a_roster()))[1]
    assert set(listing) == LISTING_KEYS
    assert listing["mission_heading"] is None
    assert listing["dates"] == [{"kind": "printed", "value": "2020-02-03"}]
    assert listing["accompanied"] is True


def test_a_passage_keeps_page_and_box_and_leaves_out_places_that_its_format_lacks() -> None:
    listing = list(roster_rows(a_roster()))[1]
    assert listing["passage"] == {
        "sha256": DIGEST,
        "start": 5,
        "end": 15,
        "quote": "Ana Velled",
        "page": 3,
        "box": [1.0, 2.0, 3.12, 4.0],
    }
