# ruff: noqa: ANN401 - any field of a value may be given by name
from datetime import date
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from legation.model.claims import Event, Report
from legation.model.dates import Bounds
from legation.resolution.happenings import cluster_tellings
from legation.resolution.judged import pair
from tests import make

FIELDS: dict[str, Any] = {"actor": "XB", "target": "XV", "mission": "XV/XB", "count": 10, "date": "2021-04-01"}
_places = iter(range(100, 10**6, 100))


def telling(source: str = "article", **fields: Any) -> Event:
    return make.event(**{"source": source, "start": next(_places), **FIELDS, **fields})


def in_report(*events: Event, source: str = "article") -> Report:
    return make.report(*events, source=source)


def test_a_repeat_in_one_report_adds_nothing() -> None:
    vague = telling(actor=None, mission=None, count=None, date=None)
    (happening,) = cluster_tellings([in_report(telling(), vague, telling())])
    assert [(count.value, len(count.tellings)) for count in happening.counts] == [(10, 2)]
    assert len(happening.tellings) == 3


def test_two_reports_of_one_day_tell_of_one_happening() -> None:
    other = telling("other", actor=None, date="2021-04-01")
    (happening,) = cluster_tellings([in_report(telling()), in_report(other, source="other")])
    assert (happening.actor, happening.target, happening.mission) == ("XB", "XV", "XV/XB")


def test_different_numbers_of_one_day_stand_side_by_side() -> None:
    reports = [in_report(telling(count_unit="persons")), in_report(telling("other", count=11), source="other")]
    (happening,) = cluster_tellings(reports)
    assert [(count.value, count.unit) for count in happening.counts] == [(10, "persons"), (11, None)]


def test_different_numbers_in_one_year_are_two_happenings() -> None:
    looking_back = telling("other", count=3, date="2021", background=True)
    assert len(cluster_tellings([in_report(telling()), in_report(looking_back, source="other")])) == 2


def test_who_looks_back_tells_of_the_same_happening() -> None:
    looking_back = telling("other", mission=None, date="2021", background=True)
    assert len(cluster_tellings([in_report(telling()), in_report(looking_back, source="other")])) == 1


def test_other_parties_other_missions_and_other_types_are_other_happenings() -> None:
    for fields in ({"actor": "XC"}, {"target": "XW", "mission": None}, {"mission": "XV/XB/consulate/Port Ash"}):
        assert len(cluster_tellings([in_report(telling(), telling(**fields))])) == 2
    assert len(cluster_tellings([in_report(telling(), telling(type="recall"))])) == 2


def test_a_denial_is_not_a_telling_of_what_it_denies() -> None:
    assert len(cluster_tellings([in_report(telling(), telling(status="negated"))])) == 2


def test_totals_are_never_joined() -> None:
    assert len(cluster_tellings([in_report(telling(type="aggregate"), telling(type="aggregate"))])) == 2


def test_a_telling_that_fits_two_happenings_equally_well_joins_neither() -> None:
    undated = telling(count=None, date="2021")
    told = [telling(), telling(date="2021-09-01", count=12), undated]
    assert len(cluster_tellings([in_report(*told)])) == 3


def test_a_rounded_number_fits_the_exact_one() -> None:
    vague = telling("other", count=None, count_modifier="dozens", date="2021-04")
    exact = telling(count=45)
    assert len(cluster_tellings([in_report(exact), in_report(vague, source="other")])) == 1


def test_ceilings_are_told_by_the_posts_that_remain() -> None:
    first = telling(type="ceiling", count=None, posts_from=30, posts_to=20, date="2018")
    second = telling(type="ceiling", count=None, posts_from=20, posts_to=10, date="2021-04-01")
    found = cluster_tellings([in_report(first, second)])
    assert sorted((count.value, count.unit) for one in found for count in one.counts) == [(10, "posts"), (20, "posts")]


def test_the_strongest_status_is_that_of_the_happening() -> None:
    (happening,) = cluster_tellings([in_report(telling(status="planned"), telling(status="executed"), telling())])
    assert happening.status == "executed"


def test_a_span_is_counted_from_the_day_of_the_happening() -> None:
    (happening,) = cluster_tellings([in_report(telling(deadline="P7D", date=None), telling())])
    assert happening.deadline == Bounds.on(date(2021, 4, 8))


def test_a_response_names_the_happening_that_it_answers() -> None:
    first = telling()
    answer = telling(actor="XV", target="XB", mission="XB/XV", date="2021-04-09", in_response_to=first.id)
    found = {one.actor: one for one in cluster_tellings([in_report(first, answer)])}
    assert found["XV"].in_response_to == found["XB"].id


def test_judgements_join_and_part_tellings() -> None:
    one, other = telling(), telling(count=12, date="2021-09-01")
    twin = telling()
    assert len(cluster_tellings([in_report(one, other)], same=[pair(one.id, other.id)])) == 1
    assert len(cluster_tellings([in_report(one, twin)], different=[pair(one.id, twin.id)])) == 2


def test_other_persons_are_other_appointments() -> None:
    first, second = (
        telling(type="appointment", count=1, persons=(make.person(name),)) for name in ("Dario Veltran", "Mira Norrin")
    )
    assert len(cluster_tellings([in_report(first, second)])) == 2


@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "actor": st.sampled_from(["XB", "XC", None]),
                "mission": st.sampled_from(["XV/XB", None]),
                "count": st.sampled_from([10, 12, None]),
                "date": st.sampled_from(["2021-04-01", "2021-04-02", "2021", None]),
                "source": st.sampled_from(["article", "other"]),
            }
        ),
        max_size=8,
    ),
    st.randoms(use_true_random=False),
)
def test_every_telling_is_in_one_happening_whatever_the_order(told: list[dict[str, Any]], random: Random) -> None:
    events = [telling(**fields) for fields in told]
    found = cluster_tellings([make.report(*events)])
    assert sorted(one for happening in found for one in happening.tellings) == sorted(event.id for event in events)
    random.shuffle(events)
    assert cluster_tellings([make.report(event) for event in events]) == found
