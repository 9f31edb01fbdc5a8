from __future__ import annotations

import json

from legation.reading import read


def page(data: object, body: str = "<h1>Embassy</h1>") -> bytes:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return f"<html><head>{script}</head><body>{body}</body></html>".encode()


def texts(data: bytes) -> list[str]:
    return [block.text for block in read(data, name="page.html").blocks]


TARBO = {"@type": "Person", "name": "Ilo Tarbo", "jobTitle": "First Secretary"}


def test_a_person_with_a_post_is_read_from_linked_data() -> None:
    assert texts(page({"@type": "Organization", "employee": [TARBO]})) == ["Embassy", "Ilo Tarbo", "First Secretary"]


def test_a_person_whom_the_page_shows_is_not_read_twice() -> None:
    assert texts(page(TARBO, "<p>Ilo Tarbo</p>")) == ["Ilo Tarbo"]


def test_authors_and_articles_hold_no_staff() -> None:
    assert texts(page({"@type": "WebPage", "author": TARBO})) == ["Embassy"]
    assert texts(page({"@type": "NewsArticle", "about": TARBO})) == ["Embassy"]


def test_relatives_of_a_person_are_never_read() -> None:
    spouse = {"@type": "Person", "name": "Ana Durvell", "jobTitle": "Counsellor"}
    for word in ("spouse", "children", "parent", "sibling", "relatedTo", "knows"):
        assert "Ana Durvell" not in " ".join(texts(page({**TARBO, word: spouse})))


def test_what_is_no_json_is_passed_over() -> None:
    broken = b'<script type="application/ld+json">{"name": </script><p>Embassy</p>'
    assert texts(b"<html><body>" + broken + b"</body></html>") == ["Embassy"]
