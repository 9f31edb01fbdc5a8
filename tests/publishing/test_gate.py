from dataclasses import replace

import pytest

from legation.model.claims import Attribution, Claim
from legation.publishing.gate import Finding, Leaving, examine, refusal, without_relatives
from legation.publishing.named import Named
from legation.publishing.rows import Row, change_row, happening_row, posting_row
from legation.publishing.rows.places import Value
from tests import make
from tests.publishing.cases import CHANGE, EXPULSION, HAPPENINGS, NAMING, POSTING, REPORT, TIE
from tests.publishing.dossier.cases import heard

LEAVING = Leaving(title="velmark", file_name="velmark.html", reports=(REPORT,))


def codes(leaving: Leaving) -> list[str]:
    return [finding.code for finding in examine(leaving)]


def with_claim(claim: Claim) -> Leaving:
    return replace(LEAVING, reports=(make.report(claim),))


def with_row(**fields: Value) -> Leaving:
    row: Row = {"kind": "posting", "id": "posting-1", "person": {"label": "Olav HEDE"}}
    return replace(LEAVING, rows=(row | fields,))


def test_a_case_that_says_who_says_what_may_leave() -> None:
    rows = (posting_row(POSTING), change_row(CHANGE), *map(happening_row, HAPPENINGS))
    assert examine(replace(LEAVING, rows=rows)) == ()


@pytest.mark.parametrize("word", ["expelled in March", "ausgewiesen", "expulsée", "выслан из страны", "wydalony"])
def test_a_row_about_a_person_says_expelled_only_where_a_source_names_the_person(word: str) -> None:
    assert codes(with_row(note=word)) == ["expulsion"]
    named = with_row(note=word, person={"label": "Dario VELTRAN"})
    assert codes(named) == []
    assert codes(replace(named, reports=(make.report(EXPULSION),))) == ["expulsion"]


def test_a_key_may_not_say_it_either() -> None:
    assert codes(with_row(is_expelled=False)) == ["expulsion"]
    assert codes(with_row(is_spy=False)) == ["label"]


def test_the_words_of_a_source_are_quoted_and_not_said() -> None:
    assert codes(with_row(passages=[{"quote": "ten were expelled", "sha256": "ab"}], source="Ten expelled")) == []


def test_a_row_about_a_happening_may_name_what_happened() -> None:
    row: Row = {"kind": "happening", "id": "happening-1", "type": "expulsion"}
    assert codes(replace(LEAVING, rows=(row,))) == []


@pytest.mark.parametrize(
    ("lacking", "claim"),
    [
        ("no claimant", replace(TIE, attribution=())),
        ("no claimant", replace(TIE, attribution=(Attribution(speaker=None, stance="suspects"),))),
        ("no status", replace(TIE, status="unknown")),
    ],
)
def test_an_allegation_leaves_with_claimant_date_status_and_wording_or_not_at_all(lacking: str, claim: Claim) -> None:
    (finding,) = examine(with_claim(claim))
    assert finding.code == "allegation"
    assert lacking in finding.message
    assert claim.passage.quote in finding.message


def test_an_allegation_of_a_report_without_date_has_no_date() -> None:
    leaving = replace(LEAVING, reports=(make.report(TIE, published=None),))
    (finding,) = examine(leaving)
    assert "no date" in finding.message


def test_the_family_of_somebody_whom_no_list_shows_stays_inside() -> None:
    claim = make.claim("family", subject="Olav Hede", attribution=(Attribution(speaker="a weekly", stance="reports"),))
    assert codes(with_claim(claim)) == ["relative"]
    assert codes(replace(with_claim(claim), rows=with_row().rows)) == []


def test_a_field_for_a_spouse_stops_even_a_draft() -> None:
    (finding,) = examine(with_row(spouse=None))
    assert finding.code == "relative"
    assert refusal([finding], draft=True) is not None


def test_what_rests_on_something_confidential_stops_even_a_draft() -> None:
    leaving = replace(with_row(passages=[{"quote": "a", "sha256": "c0ffee"}]), confidential=frozenset({"c0ffee"}))
    (finding,) = examine(leaving)
    assert finding.code == "confidential"
    assert refusal([finding], draft=True) is not None


@pytest.mark.parametrize("name", ["expelled-from-brannia.html", "the_spies.csv", "Ausweisung.html", "шпионы.xlsx"])
def test_file_names_and_titles_are_keys_and_never_allegations(name: str) -> None:
    assert codes(replace(LEAVING, file_name=name)) == ["name"]
    assert codes(replace(LEAVING, title=name)) == ["name"]


@pytest.mark.parametrize("name", ["berlin.html", "XV-XB.csv", "hospice.html", "impellers.csv"])
def test_an_innocent_name_passes(name: str) -> None:
    assert codes(replace(LEAVING, file_name=name)) == []


def test_a_publication_is_refused_with_every_finding_and_a_draft_is_not() -> None:
    found = (Finding(code="name", item="a", message="one"), Finding(code="label", item="b", message="two"))
    error = refusal(found, draft=False)
    assert error is not None
    assert error.exit_code == 4
    assert "one" in error.message
    assert "two" in error.message
    assert refusal(found, draft=True) is None
    assert refusal((), draft=False) is None


def test_who_is_named_counts_in_any_romanization() -> None:
    naming = replace(NAMING, persons=(replace(NAMING.persons[0], name="Dmitry Vyazovkin"),))
    leaving = replace(with_row(note="expelled", person={"label": "Dmitri VIAZOVKINE"}), reports=(make.report(naming),))
    assert codes(leaving) == []


def test_relatives_of_strangers_are_left_out_and_those_of_people_in_the_lists_are_not() -> None:
    claim = make.claim("family", subject="Olav Hede", attribution=(Attribution(speaker="a weekly", stance="reports"),))
    report = make.report(claim)
    assert without_relatives((report,), ["Dario VELTRAN"])[0].claims == ()
    assert without_relatives((report,), ["Olav HEDE"]) == (report,)


@pytest.mark.parametrize(
    ("whom", "words", "translation", "item"),
    [
        ("Olav Hede", None, None, "inquiry-1"),
        ("the embassy", "Olav Hede weiß es", None, "reply-1"),
        ("the embassy", "…", "Hede knows", "reply-1"),
    ],
)
def test_an_addressee_or_an_answer_that_names_somebody_withheld_stops_even_a_draft(
    whom: str, words: str | None, translation: str | None, item: str
) -> None:
    came = heard()
    put = replace(came.inquiries[0], whom=whom)
    reply = replace(came.replies[0], words=words, translation=translation)
    asked = {TIE.id: replace(came, inquiries=(put,), replies=(reply,))}
    leaving = replace(LEAVING, heard=asked, named=Named.of((), ["Olav HEDE"]))
    assert [(one.code, one.item, one.stops_drafts) for one in examine(leaving)] == [("withheld", item, True)]
    assert examine(replace(leaving, named=Named.of((), ["Anna BERG"]))) == ()


@pytest.mark.parametrize(
    "words",
    ["My wife Larissa knows it.", "Fragen Sie meine Frau.", "Спросите его жену.", "Demandez à ma femme.", "żona wie"],
)
def test_an_answer_that_tells_of_a_family_waits_until_somebody_chose_it(words: str) -> None:
    came = heard()
    leaving = replace(LEAVING, heard={TIE.id: replace(came, replies=(replace(came.replies[0], words=words),))})
    (finding,) = examine(leaving)
    assert (finding.code, finding.item, finding.stops_drafts) == ("relative", came.replies[0].id, False)
    assert examine(replace(leaving, included=frozenset({finding.item}))) == ()
    assert examine(replace(leaving, reports=())) == ()


@pytest.mark.parametrize("words", ["Nothing of the kind.", "My partner at the ministry", "Il a perdu son poste", None])
def test_an_answer_that_tells_of_no_family_does_not_wait(words: str | None) -> None:
    came = heard()
    assert (
        examine(replace(LEAVING, heard={TIE.id: replace(came, replies=(replace(came.replies[0], words=words),))})) == ()
    )
