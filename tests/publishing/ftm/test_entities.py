import json
from dataclasses import replace

import pytest

from legation.model.case import Derived
from legation.publishing.content import Content
from legation.publishing.ftm import Entity, entities, entity_lines
from legation.publishing.ftm.entity import entity
from legation.publishing.ftm.missions import TOPIC
from tests.publishing import cases
from tests.publishing.ftm.cases import CONTENT, GONE, INES, ODD, PROMOTED, REPORT, SOREN


def of(schema: str, content: Content = CONTENT) -> list[Entity]:
    return [one for one in entities(content) if one.schema == schema]


def values(entity: Entity) -> dict[str, list[str]]:
    return dict(entity.properties)


def test_a_promotion_makes_two_occupancies_of_one_posting() -> None:
    held = [values(one) for one in of("Occupancy") if values(one)["holder"] == [SOREN.id]]
    assert sorted(one["date"] for one in held) == [["2020-01-01"], ["2020-02-01", "2020-04-01"]]
    assert {one["recordId"][0] for one in held} == {PROMOTED.id}


def test_only_a_day_that_a_source_states_is_a_start_or_an_end() -> None:
    assert ["2019-05"] in [values(one).get("startDate") for one in of("Occupancy")]
    assert all("endDate" not in values(one) for one in of("Occupancy"))
    (gone,) = (values(one) for one in of("Occupancy") if values(one)["holder"] == [INES.id])
    assert "between 2020-01-01 and 2020-01-31" in gone["summary"][0]
    assert "startDate" not in gone


def test_an_edition_on_a_day_that_is_not_exactly_known_is_no_date() -> None:
    posting = replace(PROMOTED, editions=("2020-01-01/2020-01-05", "2020-02-01", "2020-04"))
    content = replace(CONTENT, derived=replace(CONTENT.derived, postings=(posting,)))
    assert {day for one in of("Occupancy", content) for day in values(one).get("date", [])} == {"2020-02-01", "2020-04"}


def test_somebody_without_a_title_is_employed() -> None:
    (one,) = of("Employment")
    assert values(one)["employee"] == [ODD.id]


def test_no_person_has_a_topic_and_posts_have_the_one_of_their_kind() -> None:
    topics = [(one.schema, values(one)["topics"]) for one in entities(CONTENT) if "topics" in values(one)]
    assert set(map(str, topics)) == {str(("Position", [TOPIC]))}


@pytest.mark.parametrize("content", [CONTENT, cases.CONTENT])
def test_what_is_alleged_is_in_no_entity(content: Content) -> None:
    written = entity_lines(entities(content), "case").decode()
    for report in content.reports:
        for claim in report.claims:
            assert json.dumps(claim.passage.quote)[1:-1] not in written
            assert not claim.wording or claim.wording not in written
    assert not {"Membership", "Sanction", "Risk"} & {one.schema for one in entities(content)}


def test_what_is_only_threatened_is_no_event_and_nobody_is_involved_in_one_but_missions() -> None:
    (event,) = of("Event")
    assert event.id == "happening-1"
    involved = values(event)["involved"]
    assert [one.schema for one in entities(CONTENT) if one.id in involved] == ["PublicBody"]


@pytest.mark.parametrize(("basis", "dates"), [("printed", ["2020-03"]), ("weekday", ["2020-03"]), ("published", None)])
def test_an_event_has_the_day_that_a_report_says_and_none_that_is_worked_out(
    basis: str, dates: list[str] | None
) -> None:
    event = replace(REPORT.events[0], date_basis=basis)
    content = replace(CONTENT, reports=(replace(REPORT, events=(event,)),))
    (made,) = of("Event", content)
    assert values(made).get("date") == dates


def test_a_succession_that_is_merely_possible_or_to_somebody_no_list_shows_is_left_out() -> None:
    assert [one.id for one in of("Succession")] == ["succession-1"]


def test_only_a_naming_that_somebody_judged_is_a_mention() -> None:
    (mention,) = of("Mention")
    assert values(mention)["resolved"] == [INES.id]
    assert mention.id == "naming-1"


def test_a_state_that_only_the_case_knows_has_no_country() -> None:
    assert not [one for one in entities(cases.CONTENT) if {"country", "jurisdiction"} & set(values(one))]
    renamed = replace(CONTENT, label={"NO": "Nowhere", "DK": "Denmark"}.__getitem__)
    (body,) = of("PublicBody", renamed)
    assert values(body)["jurisdiction"] == ["dk"]
    assert "country" not in values(body)


def test_earlier_ids_of_a_person_are_referents() -> None:
    (soren,) = (one for one in of("Person") if one.id == SOREN.id)
    lines = {id_ for id_, owner in CONTENT.derived.members.items() if owner == SOREN.id}
    assert {soren.id, *soren.referents} == lines


def test_an_entity_that_rests_on_one_which_does_not_leave_does_not_leave_either() -> None:
    derived = replace(CONTENT.derived, persons=(SOREN,), postings=(PROMOTED, GONE))
    kept = entities(replace(CONTENT, derived=derived))
    assert {values(one)["holder"][0] for one in kept if one.schema == "Occupancy"} == {SOREN.id}
    assert not [one for one in kept if one.schema in ("Succession", "Mention")]


def test_the_order_of_what_is_given_changes_nothing() -> None:
    derived = CONTENT.derived
    turned = replace(CONTENT, derived=replace(derived, persons=derived.persons[::-1], postings=derived.postings[::-1]))
    assert entities(turned) == entities(CONTENT)


def test_an_empty_case_has_no_entities() -> None:
    assert entities(Content(title="none", derived=Derived(), now=CONTENT.now)) == ()


def test_a_property_that_the_model_has_not_and_one_that_it_asks_for_are_refused() -> None:
    with pytest.raises(ValueError, match="no property wages"):
        entity("a", "Person", [("wages", "1", ())])
    with pytest.raises(ValueError, match="no name"):
        entity("a", "Person", [("alias", "B", ())])


def test_documents_carry_their_digest_in_words_and_no_headline() -> None:
    (article,) = of("Article")
    assert values(article)["description"] == [f"SHA-256 {REPORT.sha256}"]
    assert values(article)["title"] == ["The Fjord Post"]
    assert {values(one)["fileName"][0] for one in of("Pages")} == {"list 0.pdf", "list 1.pdf", "list 2.pdf"}
