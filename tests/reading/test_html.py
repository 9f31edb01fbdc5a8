from __future__ import annotations

import time

from legation.model.documents import Block, Document
from legation.reading import read


def page(body: str, head: str = "<title>Staff</title>") -> Document:
    return read(f"<!DOCTYPE html><html lang=en><head>{head}</head><body>{body}</body></html>".encode())


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in document.blocks]


def at(document: Document, text: str) -> Block:
    return next(block for block in document.blocks if block.text == text)


def test_block_level_elements_give_lines_of_their_kind() -> None:
    document = page(
        "<h2>Staff</h2><p>Mr <b>Ilo</b>\n TARBO</p><ul><li><p>one</p></li></ul>"
        "<dl><dt>Attaché</dt><dd>Ms A</dd></dl><figure><figcaption>at work</figcaption></figure>loose"
    )
    assert shown(document) == [
        ("heading", "Staff"),
        ("paragraph", "Mr Ilo TARBO"),
        ("item", "one"),
        ("term", "Attaché"),
        ("definition", "Ms A"),
        ("caption", "at work"),
        ("paragraph", "loose"),
    ]
    assert at(document, "Staff").level == 2
    assert (document.state, document.coverage, document.languages) == ("ok", 1.0, ("en",))


def test_a_line_break_starts_another_block_of_the_same_element() -> None:
    first, second = page("<p>Mr Ilo TARBO<br>First Secretary</p>").blocks
    assert (first.text, second.text) == ("Mr Ilo TARBO", "First Secretary")
    assert first.element == second.element


def test_cells_keep_their_place_under_spans() -> None:
    document = page(
        "<table><caption>List</caption><tr><th>Country</th><th colspan=2>Name and rank</th></tr>"
        "<tr><td rowspan=2>Qumar</td><td>Ilo</td><td>Envoy</td></tr><tr><td>Ana</td><td>Attaché</td></tr></table>"
        "<table><tr><td>other</td></tr></table>"
    )
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("List", None),
        ("Country", (0, 0, 0)),
        ("Name and rank", (0, 0, 1)),
        ("Qumar", (0, 1, 0)),
        ("Ilo", (0, 1, 1)),
        ("Envoy", (0, 1, 2)),
        ("Ana", (0, 2, 1)),
        ("Attaché", (0, 2, 2)),
        ("other", (1, 0, 0)),
    ]
    assert at(document, "List").kind == "caption"
    assert "rowspan=2" in (at(document, "Qumar").role or "").split()


def test_a_table_inside_a_cell_has_cells_of_its_own() -> None:
    document = page("<table><tr><td>a<table><tr><td>b</td></tr></table>c</td></tr></table>")
    assert [(block.text, block.cell) for block in document.blocks] == [
        ("a", (0, 0, 0)),
        ("b", (1, 0, 0)),
        ("c", (0, 0, 0)),
    ]


def test_a_pictures_words_are_a_caption() -> None:
    document = page('<div class=card><img src=x alt="Ilo  Tarbo"><p>Envoy</p></div><nav><img alt="Our logo"></nav>')
    assert shown(document) == [("caption", "Ilo Tarbo"), ("paragraph", "Envoy")]


def test_the_role_names_what_stands_around() -> None:
    document = page('<nav id=menu><ul><li>Home</li></ul></nav><main><div class="team big"><p>Ilo</p></div></main>')
    assert at(document, "Home").role == "nav menu"
    assert at(document, "Ilo").role == "main team big"


def test_scripts_styles_and_choices_are_no_text() -> None:
    document = page(
        "<script>var x = '<p>no</p>'</script><style>p{}</style><noscript>no</noscript><template><p>no</p></template>"
        "<select><option>Qumar</select><!-- no --><p>yes</p>"
    )
    assert document.text == "yes"
    assert document.coverage == 1.0


def test_links_and_labelled_spans_that_touch_are_set_apart() -> None:
    document = page(
        "<p><a>Home</a><a>News</a></p><p><span class=n>Ilo</span><span class=r>Envoy</span> I<span>lo</span></p>"
    )
    assert document.text == "Home News\nIlo Envoy Ilo"


def test_preformatted_lines_stay_lines() -> None:
    assert page("<pre>Ilo  TARBO\nEnvoy\n\nAna</pre>").text == "Ilo TARBO\nEnvoy\nAna"


def test_hidden_text_is_kept_and_marked() -> None:
    assert "hidden" in (at(page('<div style="display: none">Ilo</div>'), "Ilo").role or "")


def test_what_a_page_says_of_itself() -> None:
    document = page(
        "<time datetime=2022-03-25>25 March</time><p>x</p>",
        '<title> Staff\n list </title><meta property="article:published_time" content="2022-03-24T09:00:00Z">'
        '<meta name="Author" content="A"><link rel=canonical href="https://a.example/x">'
        '<script type="application/ld+json">'
        '{"@graph":[{"@type":"NewsArticle","datePublished":"2022-03-24","author":{"name":"A B"}}]}</script>',
    )
    assert document.meta[0] == ("title", "Staff list")
    assert set(document.meta) >= {
        ("article:published_time", "2022-03-24T09:00:00Z"),
        ("author", "A"),
        ("canonical", "https://a.example/x"),
        ("time", "2022-03-25"),
        ("json-ld:datePublished", "2022-03-24"),
        ("json-ld:author", "A B"),
    }


def test_json_that_is_none_is_passed_over() -> None:
    deep = "[" * 5000
    assert page("<p>x</p>", f'<script type="application/ld+json">{deep}</script>').state == "ok"


def test_a_name_below_ten_thousand_elements_is_found() -> None:
    document = page("<div>" * 10_000 + "Ilo TARBO" + "</div>" * 10_000 + "<p>after</p>")
    assert [block.text for block in document.blocks] == ["Ilo TARBO", "after"]
    assert document.coverage == 1.0


def test_nesting_beyond_measure_is_read_without_structure_and_says_so() -> None:
    document = page("<div>" * 40_000 + "Ilo TARBO" + "</div>" * 40_000 + "<p>after</p>")
    assert (document.text, document.state) == ("Ilo TARBO\nafter", "abridged")
    assert "nested" in document.notes[0]


def test_hostile_markup_takes_no_longer_than_its_length() -> None:
    for source in ("<" * 100_000, "<script>" * 20_000, "<!--" * 50_000, "<a " * 50_000, "</" * 50_000, "&#" * 50_000):
        start = time.monotonic()
        page(source)
        assert time.monotonic() - start < 3
