from legation.vocabulary.names import given_name_group, name_words, readings


def test_every_article_is_a_particle() -> None:
    assert name_words().articles <= name_words().particles


def test_forms_of_a_given_name_share_a_group() -> None:
    assert given_name_group("bill") & given_name_group("william")
    assert not given_name_group("veltran")


def test_skeletons_are_written_in_one_alphabet() -> None:
    for table in readings().values():
        for sounds in (*table.inside.values(), *table.final.values()):
            assert all(set(sound) <= set("abdeghiklmnoprstuvS") for sound in sounds)
