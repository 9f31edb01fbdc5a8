from __future__ import annotations

import time

from legation.extraction.news import extract_news
from legation.extraction.news.layers import paragraphs
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Peru expels two | Desk</title>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2019-05-14"}</script>
</head><body><nav><ul><li>Chile expels nine Peruvian diplomats</li></ul></nav>
<main><h1>Peru expels two Thai diplomats</h1>
<p class="byline">LIMA, May 14</p>
<p>Peru on Monday expelled two Thai diplomats.</p>
<figure><figcaption>A consul expelled by Peru in 1999. Photo: Nobody</figcaption></figure>
<aside class="related"><a href="#">Read more: Bolivia expels 80 Thai diplomats</a></aside>
<p class="update">Update, 18:40: Thailand expelled a Peruvian consul on Tuesday.</p>
</main><footer>© 2023. Cuba expels three Thai diplomats.</footer></body></html>"""


def layers(data: str, name: str) -> list[tuple[str, str]]:
    document = read(data.encode(), name=name)
    return [(part.layer, document.text[part.start : part.end]) for part in paragraphs(document)]


def test_only_title_byline_body_and_update_of_a_page_speak() -> None:
    assert [layer for layer, _ in layers(PAGE, "page.html")] == ["title", "byline", "body", "update"]


def test_a_page_gives_its_publication_and_the_events_of_its_text() -> None:
    report = extract_news(read(PAGE.encode(), name="page.html"), Given(), Gazetteer.default())
    assert (report.published and report.published.text, report.published_basis) == ("2019-05-14", "meta")
    assert [(e.actor, e.target, e.date and e.date.text, e.layer) for e in report.events] == [
        ("PE", "TH", "2019-05-13", "body"),
        ("TH", "PE", "2019-05-14", "update"),
    ]


def test_links_after_read_more_and_headings_are_told_apart() -> None:
    text = (
        "A title of a report\n\nThe text begins here and ends.\nA short heading\nMore text follows it.\n\n"
        "Read more:\n- One\n- Two\n"
    )
    assert layers(text, "r.txt") == [
        ("title", "A title of a report"),
        ("body", "The text begins here and ends."),
        ("heading", "A short heading"),
        ("body", "More text follows it."),
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Title\n\nThis paragraph is wrapped at some width so\nthat its lines go on and on until they come\nto an end.\n"
    )
    assert [layer for layer, _ in layers(text, "r.txt")] == ["title", "body"]


def test_an_empty_document_is_an_empty_report() -> None:
    report = extract_news(read(b"", name="r.txt"), Given(), Gazetteer.default())
    assert (report.events, report.claims, report.published, report.title) == ((), (), None, None)


def test_time_grows_with_the_length_of_a_line_and_not_faster() -> None:
    line = (
        "Peru, which had long and quietly, on Monday expelled the two undeclared and very senior Thai diplomats of it, "
    )

    def seconds(times: int) -> float:
        document = read(("A title\n\n" + line * times + "and that was it.\n").encode(), name="r.txt")
        start = time.process_time()
        extract_news(document, Given(), Gazetteer.default())
        return time.process_time() - start

    seconds(5)
    assert seconds(400) < 60 * max(seconds(40), 0.02)
