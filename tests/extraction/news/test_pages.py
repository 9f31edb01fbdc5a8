"""Articles as pages, PDF and DOCX files of many shapes: when they came out, and which of their parts speak."""

from __future__ import annotations

import io

import docx
import pytest

from legation.extraction.news import extract_news
from legation.model.claims import Report
from legation.model.dates import Edtf
from legation.model.sources import Given
from legation.reading import read
from legation.vocabulary.states import Gazetteer
from tests.reading.printed import pdf

ENGLISH = """<h1>Latvia expels two Cuban envoys</h1>{head}
<p>Latvia expelled two Cuban diplomats on Thursday.</p>{foot}"""


def report_of(data: bytes, name: str = "page.html", given: Given | None = None) -> Report:
    return extract_news(read(data, name=name), given or Given(), Gazetteer.default(), name=name)


def page(head: str = "", foot: str = "", meta: str = "", language: str = "en", body: str = ENGLISH) -> Report:
    text = body.format(head=head, foot=foot)
    return report_of(f'<!doctype html><html lang="{language}"><head>{meta}</head><body>{text}</body></html>'.encode())


def told(report: Report) -> list[tuple[str | None, str | None, int | None]]:
    return [(event.actor, event.target, event.count) for event in report.events]


@pytest.mark.parametrize(
    "meta",
    [
        '<script type="application/ld+json">{"@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle",'
        ' "datePublished": "2021-03-04T23:30:00-05:00"}]}</script>',
        '<meta property="article:published_time" content="2021-03-04T09:00:00+01:00">',
        '<meta name="date" content="20210304">',
        '<meta itemprop="datePublished" content="March 4, 2021">',
    ],
)
def test_a_page_says_of_itself_when_it_came_out(meta: str) -> None:
    report = page(meta=meta)
    assert (report.published, report.published_basis) == (Edtf.parse("2021-03-04"), "meta")
    assert [event.date for event in report.events] == [Edtf.parse("2021-03-04")]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", '<p class="byline">By A Writer, March 4, 2021</p>'),
        ("en", '<time datetime="2021-03-04">4 March 2021</time>'),
        ("en", "<p>Published: 4 March 2021, 10:15 GMT</p>"),
        ("de", '<p class="datum">Stand: 04.03.2021, 16:00 Uhr</p>'),
        ("fr", "<p>Publié le 4 mars 2021 à 9h00 - Mis à jour le 6 mars 2021</p>"),
        ("es", "<p>Jueves, 4 de marzo de 2021</p>"),
        ("ru", '<div class="meta">4 марта 2021, 12:30</div>'),
    ],
)
def test_a_printed_line_says_when_it_came_out(language: str, line: str) -> None:
    report = page(head=line, language=language)
    assert report.published == Edtf.parse("2021-03-04")
    assert report.published_basis in ("printed", "meta")


def test_a_dateline_a_file_name_and_an_address_say_it_last_of_all() -> None:
    opened = report_of(b"A title\n\nRIGA, March 4, 2021 (Agency) - Latvia expelled two Cuban diplomats.\n", "r.txt")
    assert (opened.published, opened.published_basis) == (Edtf.parse("2021-03-04"), "printed")
    plain = b"A title\n\nLatvia expelled two Cuban diplomats.\n"
    named = report_of(plain, "2021-03-04-latvia.txt")
    assert (named.published, named.published_basis) == (Edtf.parse("2021-03-04"), "file-name")
    addressed = report_of(plain, "r.txt", Given(url="https://post.example/world/2021/03/04/latvia"))
    assert (addressed.published, addressed.published_basis) == (Edtf.parse("2021-03-04"), "url")
    assert report_of(plain, "r.txt").published is None


def test_a_day_in_an_order_that_may_be_either_is_not_taken() -> None:
    assert page(head="<p>Published: 03/04/2021</p>").published is None
    assert page(head="<p>Published: 25/04/2021</p>").published == Edtf.parse("2021-04-25")


@pytest.mark.parametrize(
    "furniture",
    [
        '<div class="cookie-banner">Norway expelled three Cuban diplomats.</div>',
        "<figure><figcaption>Estonia expelled eight Cuban diplomats. Photo: AB</figcaption></figure>",
        '<aside class="related"><ul><li><a>Poland expels 12 Cuban diplomats</a></li></ul></aside>',
        "<p>Read more: Lithuania expels four Cuban diplomats</p>",
        "<footer>Finland expelled five Cuban diplomats.</footer>",
        '<section class="mas-leidas"><h2>Lo más leído</h2><p>Chile expels nine Cuban diplomats.</p></section>',
        '<div class="box"><h3>Trending now</h3><p>Chile expels nine Cuban diplomats.</p></div>',
        '<div class="newsletter">Sign up. Peru expelled one Cuban diplomat.</div>',
    ],
)
def test_what_stands_around_an_article_tells_nothing(furniture: str) -> None:
    assert told(page(foot=furniture)) == [("LV", "CU", 2)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Correction: An earlier version of this article said three diplomats had been expelled."),
        ("en", "Editor's note (6 March, 14:00): An earlier version said that three diplomats had been expelled."),
        ("de", "Anmerkung der Redaktion: In einer früheren Fassung hieß es, drei Diplomaten seien ausgewiesen worden."),
        ("fr", "Rectificatif : une version précédente indiquait par erreur que trois diplomates avaient été expulsés."),
        ("es", "Fe de erratas: una versión anterior decía que tres diplomáticos habían sido expulsados."),
        ("ru", "Исправление: в первоначальной версии ошибочно говорилось о высылке трех дипломатов."),
    ],
)
def test_a_correction_corrects_and_tells_no_step(language: str, text: str) -> None:
    report = page(foot=f"<p>{text}</p>", language=language, body="<h1>A title</h1><p>{head}</p>{foot}")
    assert [(claim.type, claim.layer) for claim in report.claims] == [("correction", "update")]
    assert report.events == ()


def test_the_entries_of_a_ticker_are_read_one_by_one() -> None:
    text = (
        '<h1>Liveticker</h1>{head}<div class="entry"><span class="time">14:32 Uhr</span>'
        "<p>Irland weist drei kamerunische Diplomaten aus.</p></div>"
        '<div class="entry"><span class="time">15:10 Uhr</span>'
        "<p>Malta weist einen kamerunischen Attaché aus.</p></div>{foot}"
    )
    assert told(page(language="de", body=text)) == [("IE", "CM", 3), ("MT", "CM", 1)]


def test_an_article_in_a_word_file_is_read_like_one() -> None:
    document = docx.Document()
    document.add_heading("Latvia expels two Cuban envoys", level=1)
    document.add_paragraph("By A Writer, 4 March 2021")
    document.add_paragraph("Latvia expelled two Cuban diplomats on Thursday. Havana did not respond.")
    document.add_paragraph("Read more: Lithuania expels four Cuban diplomats")
    out = io.BytesIO()
    document.save(out)
    report = report_of(out.getvalue(), "article.docx")
    assert (report.title, report.published) == ("Latvia expels two Cuban envoys", Edtf.parse("2021-03-04"))
    assert told(report) == [("LV", "CU", 2)]
    assert [(claim.type, claim.value) for claim in report.claims] == [("non-response", "no-reply")]


def test_an_article_in_a_pdf_is_read_over_its_lines() -> None:
    data = pdf(
        [
            (60, 60, 18, "Latvia expels two Cuban envoys"),
            (60, 90, 9, "By A Writer, 4 March 2021"),
            (60, 120, 11, "Latvia expelled two Cuban diplomats on Thursday, the"),
            (60, 134, 11, "foreign ministry said. The two have 72 hours to leave."),
            (60, 148, 11, "Havana did not respond to a request for comment."),
        ]
    )
    report = report_of(data, "article.pdf")
    assert (report.title, report.published) == ("Latvia expels two Cuban envoys", Edtf.parse("2021-03-04"))
    assert told(report) == [("LV", "CU", 2)]
    assert [event.deadline for event in report.events] == ["PT72H"]
    assert [(claim.type, claim.value) for claim in report.claims] == [("non-response", "no-reply")]


def test_a_step_in_may_is_no_maybe() -> None:
    report = report_of(b"A title\n\nIn May 2019 Latvia expelled a Cuban attache.\n", "r.txt")
    assert [(event.status, event.date) for event in report.events] == [("executed", Edtf.parse("2019-05"))]
