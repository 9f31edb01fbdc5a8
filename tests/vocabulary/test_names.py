from legation.vocabulary.names import name_words


def test_every_article_is_a_particle() -> None:
    assert name_words().articles <= name_words().particles
