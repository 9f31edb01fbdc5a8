from legation.vocabulary.given_names import given_forms, given_name_group
from legation.vocabulary.tables import rows


def test_forms_of_a_given_name_share_a_group() -> None:
    assert given_name_group("bill") & given_name_group("william")
    assert given_name_group("вольга") & given_name_group("ольга")
    assert not given_name_group("veltran")


def test_every_form_is_casefolded_and_stands_once_in_its_cell() -> None:
    assert all(one.form == one.form.casefold() for one in given_forms())
    assert len({(one.group, one.kind, one.form) for one in given_forms()}) == len(given_forms())


def test_every_group_stands_once() -> None:
    groups = [group for group, *_ in rows("given_names.tsv")]
    assert len(groups) == len(set(groups))
