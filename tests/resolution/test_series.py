# ruff: noqa: ANN401 - any field of a value may be given by name
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from legation.model.listings import Listing, MissionSection, Roster
from legation.resolution.judged import Judged, pair
from legation.resolution.series import Clusters, link_series
from tests import make

Line = str | dict[str, Any]


def linked(*rosters: Roster, same: tuple[Listing, ...] = (), different: tuple[Listing, ...] = ()) -> Clusters:
    return link_series(
        Judged(
            rosters=rosters,
            same={pair(same[0].id, same[1].id): "judgement-1"} if same else {},
            different={pair(different[0].id, different[1].id): "judgement-2"} if different else {},
        )
    )


def one_person(first: Line, second: Line, *, between: tuple[Roster, ...] = ()) -> bool:
    """Whether a line of January and one of June are one person."""
    early, late = make.roster("2020-01-01", first), make.roster("2020-06-01", second)
    clusters = linked(early, *between, late)
    return clusters.person_of[early.listings[0].id] == clusters.person_of[late.listings[0].id]


def line(name: str, **fields: Any) -> dict[str, Any]:
    return {"name": name, **fields}


def test_the_same_name_in_the_next_edition_is_the_same_person() -> None:
    assert one_person("Dario VELTRAN", "Dario VELTRAN")


def test_a_promotion_parts_nobody() -> None:
    assert one_person(line("Dario VELTRAN", title="Attaché"), line("Dario VELTRAN", title="Third Secretary", order=9))


def test_another_romanization_parts_nobody() -> None:
    assert one_person("Вишмаков Сергей", "Sergej WISCHMAKOW")


def test_two_names_are_two_persons() -> None:
    assert not one_person("Dario VELTRAN", "Mira NORRIN")


def test_a_slip_with_the_same_printed_date_and_title_is_the_same_person() -> None:
    first = line("Dario VELTRANOV", date="2019-03-01")
    assert one_person(first, line("Dario VELTANOV", date="2019-03-01"))
    assert not one_person(first, line("Dario VELTANOV", date="2020-03-01"))


def test_a_given_name_that_is_a_form_of_the_other_needs_the_same_post() -> None:
    assert one_person("William HARSTOW", "Bill HARSTOW")
    assert not one_person("William HARSTOW", line("Bill HARSTOW", title="Consul", order=12))


def test_a_new_family_name_with_all_else_equal_is_the_same_person() -> None:
    first = line("Mira NORRIN", date="2019-03-01")
    assert one_person(first, line("Mira VELTRAN", date="2019-03-01"))
    assert not one_person(first, line("Mira VELTRAN", date="2019-03-02"))
    assert not one_person("Mira NORRIN", "Mira VELTRAN")


def test_a_new_family_name_without_a_date_needs_two_other_parts_of_the_name() -> None:
    same = {"title": "Second Secretary"}
    assert one_person(line("Mira Petrovna Norrinova", **same), line("Mira Petrovna Kestova", **same))
    assert one_person(line("Mira K. NORRIN", **same), line("Mira K. TELLAR", **same))
    assert not one_person(line("Mira NORRIN", **same), line("Mira TELLAR", **same))
    assert not one_person(line("Mira K. NORRIN", **same), line("Mira B. TELLAR", **same))
    assert not one_person(line("Mira K. NORRIN", **same), line("Mira K. TELLAR", title="Counsellor"))


def test_a_lost_letter_beside_the_same_patronymic_and_family_name_is_a_slip() -> None:
    first = line("Maksim Petrovich Norrinov", title="Attaché")
    assert one_person(first, line("Makim Petrovich Norrinov", title="Third Secretary"))
    assert not one_person(first, line("Makim Ivanovich Norrinov", title="Third Secretary"))


def test_a_name_with_a_word_less_needs_the_same_printed_date() -> None:
    first = line("SURAN BINTI TAMAR MOHRI", date="2019-03-01")
    assert one_person(first, line("SURAN TAMAR MOHRI", date="2019-03-01"))
    assert not one_person(first, line("SURAN TAMAR MOHRI", date="2019-05-01"))


def test_a_new_arrival_with_a_departed_ones_name_is_another_person() -> None:
    assert not one_person(
        line("Dario VELTRAN", date="2016-03-01", title="Counsellor"),
        line("Dario VELTRAN", date="2020-05-01", title="Attaché", order=12),
    )


def test_who_is_absent_once_is_the_same_person() -> None:
    assert one_person("Dario VELTRAN", "Dario VELTRAN", between=(make.roster("2020-03-01", "Mira NORRIN"),))


def test_who_is_absent_twice_is_the_same_person_only_with_the_same_printed_date() -> None:
    between = (make.roster("2020-03-01", "Mira NORRIN"), make.roster("2020-04-01", "Mira NORRIN"))
    dated = line("Dario VELTRAN", date="2019-03-01")
    assert not one_person("Dario VELTRAN", "Dario VELTRAN", between=between)
    assert one_person(dated, dated, between=between)


def test_a_section_that_was_not_read_completely_makes_nobody_absent() -> None:
    cut = MissionSection(mission=make.MISSION, heading="Velmark", entries=1, residue=3, coverage="partial")
    between = tuple(make.roster(day, "Mira NORRIN", missions=(cut,)) for day in ("2020-03-01", "2020-04-01"))
    assert one_person("Dario VELTRAN", "Dario VELTRAN", between=between)


def test_a_list_that_goes_on_elsewhere_shows_who_is_absent_too() -> None:
    early = make.roster("2020-01-01", "Dario VELTRAN", series="old address")
    between = [make.roster(day, "Mira NORRIN", series="new address") for day in ("2020-03-01", "2020-04-01")]
    late = make.roster("2021-06-01", "Dario VELTRAN", "Mira NORRIN", series="new address")
    of = linked(early, *between, late).person_of
    assert of[early.listings[0].id] != of[late.listings[0].id]


def test_a_list_of_heads_makes_no_other_absent() -> None:
    heads = [
        make.roster(day, "Mira NORRIN", series="heads", coverage_class="heads-only")
        for day in ("2020-03-01", "2020-04-01")
    ]
    assert one_person("Dario VELTRAN", "Dario VELTRAN", between=tuple(heads))


def test_namesakes_are_told_apart_by_their_dates() -> None:
    old, young = line("Dario VELTRAN", date="2015-01-01"), line("Dario VELTRAN", date="2019-01-01")
    early, late = make.roster("2020-01-01", old, young), make.roster("2020-06-01", young, old)
    of = linked(early, late).person_of
    assert of[early.listings[0].id] == of[late.listings[1].id] != of[early.listings[1].id]


def test_a_head_is_one_person_in_two_series_that_spell_the_name_otherwise() -> None:
    head = {"rank": "ambassador", "title": "Ambassador"}
    host = make.roster("2020-01-01", line("Youssef OUASSARI", **head))
    heads = make.roster("2020-02-01", line("Al-Wassari, Yusuf", **head), series="heads", coverage_class="heads-only")
    assert len(linked(host, heads).label_of) == 1


def test_nobody_is_joined_across_missions() -> None:
    here, there = (
        make.roster("2020-01-01", "Dario VELTRAN"),
        make.roster("2020-06-01", "Dario VELTRAN", mission="XV/XC"),
    )
    assert len(linked(here, there).label_of) == 2


def test_a_judgement_joins_across_missions() -> None:
    here, there = make.roster("2020-01-01", "Dario VELTRAN"), make.roster("2020-06-01", "D. WELTRAN", mission="XV/XC")
    clusters = linked(here, there, same=(here.listings[0], there.listings[0]))
    assert list(clusters.label_of.values()) == ["D. WELTRAN"]
    assert [link.rule for link in clusters.links] == ["judged"]


def test_a_judgement_parts_what_rules_would_join() -> None:
    rosters = [make.roster(day, "Dario VELTRAN") for day in ("2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01")]
    lines = [roster.listings[0] for roster in rosters]
    of = linked(*rosters, different=(lines[0], lines[2])).person_of
    assert of[lines[0].id] == of[lines[1].id] != of[lines[2].id] == of[lines[3].id]


def test_no_judgement_makes_one_person_of_two_lines_of_one_edition() -> None:
    roster = make.roster("2020-01-01", "Dario VELTRAN", "Dario WELTRAN")
    clusters = linked(roster, same=(roster.listings[0], roster.listings[1]))
    assert len(clusters.label_of) == 2
    assert [link.rule for link in clusters.refused] == ["judged"]


def test_the_id_is_the_smallest_listing_and_the_label_the_last_printed_name() -> None:
    early, late = make.roster("2020-01-01", "Sergei VISHMAKOV"), make.roster("2020-06-01", "Sergej WISCHMAKOW")
    clusters = linked(late, early)
    person = min(early.listings[0].id, late.listings[0].id)
    assert clusters.label_of == {person: "Sergej WISCHMAKOW"}


def test_a_vacant_line_is_nobody() -> None:
    assert not linked(make.roster("2020-01-01", line(None))).person_of  # type: ignore[arg-type]


def test_a_line_of_no_mission_is_a_person_alone() -> None:
    loose = make.roster("2020-01-01", line("Dario VELTRAN", mission=None))
    assert list(linked(loose).label_of.values()) == ["Dario VELTRAN"]


def test_every_link_says_why() -> None:
    early, late = make.roster("2020-01-01", "Dario VELTRAN"), make.roster("2020-06-01", "Dario VELTRAN")
    (link,) = linked(early, late).links
    assert (link.a, link.b, link.rule) == (early.listings[0].id, late.listings[0].id, "same-name")
    assert "same title" in link.reasons


people = st.lists(
    st.builds(
        line,
        st.sampled_from(
            ["Dario VELTRAN", "Dario WELTRAN", "Mira NORRIN", "Mira VELTRAN", "D. VELTRAN", "Сергей ВИШМАКОВ"]
        ),
        title=st.sampled_from(["Attaché", "Counsellor"]),
        date=st.sampled_from([None, "2018-01-01", "2019-01-01"]),
    ),
    max_size=5,
)
editions = st.dictionaries(st.sampled_from([f"2020-0{month}-01" for month in range(1, 8)]), people, max_size=5)


@given(editions, st.randoms(use_true_random=False), st.data())
def test_linking_is_sound_whatever_the_order(made: dict[str, list[Line]], random: Random, data: st.DataObject) -> None:
    rosters = [make.roster(day, *lines) for day, lines in made.items()]
    lines = [one for roster in rosters for one in roster.listings]
    pairs: dict[str, tuple[Listing, ...]] = {}
    if len(lines) > 1:
        chosen = st.permutations(lines).map(lambda order: tuple(order[:2]))
        pairs = {"same": data.draw(chosen), "different": data.draw(chosen)}
    clusters = linked(*rosters, **pairs)
    assert set(clusters.person_of) == {one.id for one in lines}
    for roster in rosters:
        persons = [clusters.person_of[one.id] for one in roster.listings]
        assert len(set(persons)) == len(persons)
    if pairs:
        a, b = pairs["different"]
        assert clusters.person_of[a.id] != clusters.person_of[b.id]
    random.shuffle(rosters)
    assert linked(*rosters, **pairs) == clusters


def test_a_promotion_beside_a_new_family_name_needs_the_same_day_and_two_other_parts_of_the_name() -> None:
    first = line("Alma Petrovna BRODIK", rank="third-secretary", title="Third Secretary", date="2019-03-01")
    second = line("Alma Petrovna VELTRAN", rank="second-secretary", title="Second Secretary", order=9)
    assert one_person(first, second | {"date": "2019-03-01"})
    assert not one_person(first, second | {"date": "2019-12-01"})
    assert not one_person(first, second | {"name": "Alma VELTRAN", "date": "2019-03-01"})


def test_a_line_that_has_the_name_of_one_and_the_day_of_another_makes_one_person_of_them() -> None:
    page = {"series": "page", "coverage_class": "diplomatic"}
    post = {"title": "Attaché", "rank": "attache"}
    rosters = (
        make.roster("2020-01-01", line("Alma BRODIK", date="2019-03-01", **post)),
        make.roster("2020-02-01", line("Alma BRODIK", **post), **page),
        make.roster("2020-05-01", line("Alma VELTRAN", **post), **page),
        make.roster("2020-06-01", line("Alma VELTRAN", date="2019-03-01", **post)),
    )
    assert len(set(linked(*rosters).person_of.values())) == 1
    other_day = make.roster("2020-06-01", line("Alma VELTRAN", date="2020-04-01", **post))
    assert len(set(linked(*rosters[:3], other_day).person_of.values())) == 2
