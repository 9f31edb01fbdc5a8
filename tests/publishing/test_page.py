import re
from dataclasses import replace
from html.parser import HTMLParser

from legation.model.case import Derived
from legation.model.claims import Attribution
from legation.publishing.content import Content
from legation.publishing.page import limits, passages_to_show, render_page
from legation.publishing.views.evidence import gathered
from tests import make
from tests.publishing.cases import CONTENT, DENIAL, EXPULSION, LAST_LINE, TIE

PNG = b"\x89PNG\r\n\x1a\n"


class Tags(HTMLParser):
    """Collects start tags with their attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def page(content: Content = CONTENT) -> Tags:
    return Tags(render_page(content))


def test_the_answers_come_first() -> None:
    text = page().text
    assert (
        text.index("the printed numbers differ by 2") < text.index("edition by edition") < text.index("Bytes as seen")
    )


def test_the_page_asks_nothing_from_outside_and_runs_nothing() -> None:
    tags = page(replace(CONTENT, clips={EXPULSION.passage: PNG})).tags
    policy = next(attrs["content"] for tag, attrs in tags if attrs.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'unsafe-inline'")
    assert not {tag for tag, _ in tags} & {"script", "link", "iframe", "object", "form", "base"}
    references = [str(attrs[name]) for _, attrs in tags for name in ("href", "src") if name in attrs]
    assert all(reference.startswith(("#", "data:image/png;base64,")) for reference in references)
    assert not [name for _, attrs in tags for name in attrs if name.startswith("on")]
    assert "url(http" not in render_page(CONTENT)


def test_every_reference_inside_the_page_has_its_target() -> None:
    tags = page().tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {str(attrs["href"])[1:] for _, attrs in tags if str(attrs.get("href")).startswith("#")} <= set(ids)


def test_words_of_a_source_are_never_markup() -> None:
    event = make.event(quote="<script>alert(1)</script><b onload=x>", mission=make.MISSION, date="2020-03-01")
    derived = replace(CONTENT.derived, happenings=(replace(CONTENT.derived.happenings[0], tellings=(event.id,)),))
    content = replace(CONTENT, derived=derived, reports=(make.report(event),), title="<i>velmark</i>")
    tags = page(content)
    assert "script" not in {tag for tag, _ in tags.tags}
    assert "<script>alert(1)</script>" in tags.text


def test_tables_have_captions_and_scopes() -> None:
    tags = page().tags
    names = [tag for tag, _ in tags]
    assert names.count("table") == names.count("caption") > 0
    assert all("scope" in attrs for tag, attrs in tags if tag == "th")


def test_the_three_states_have_shapes_and_words() -> None:
    tags = page().tags
    used = {str(attrs["href"]) for tag, attrs in tags if tag == "use"}
    spoken = {attrs.get("aria-label") for tag, attrs in tags if attrs.get("role") == "img"}
    assert used == {"#listed", "#not-listed", "#no-capture"}
    assert {"listed", "read and not listed", "no usable capture"} <= spoken


def test_a_draft_says_so_and_a_publication_does_not() -> None:
    assert "not for publication" in page().text
    assert "not for publication" not in page(replace(CONTENT, draft=False)).text


def test_a_claim_stands_with_claimant_words_status_and_the_denial() -> None:
    text = re.sub(r"\s+", " ", page().text)
    said = text[text.index("alleged affiliation") :]
    assert "officials (unnamed, 2 of them, believes, independently of each other)" in said
    assert "alleged · as worded: “regard”" in said
    assert said.index(TIE.passage.quote) < said.index(DENIAL.passage.quote)


def test_a_claim_without_claimant_is_held_back_and_counted() -> None:
    content = replace(CONTENT, reports=(make.report(replace(TIE, attribution=())),))
    text = page(content).text
    assert TIE.passage.quote not in text
    assert "Held back: 1 claim" in text


def test_a_passage_without_speaker_is_held_back_too() -> None:
    passive = replace(TIE, attribution=(Attribution(speaker=None, stance="suspects"),))
    assert "Held back: 1 claim" in page(replace(CONTENT, reports=(make.report(passive),))).text


def test_nobody_is_said_to_be_expelled_in_a_table() -> None:
    html = render_page(CONTENT).casefold()
    assert not [table for table in re.findall(r"<table.*?</table>", html, re.S) if "expel" in table]


def test_clips_and_surroundings_stand_where_their_passage_is_quoted() -> None:
    content = replace(
        CONTENT,
        clips={LAST_LINE.passage: PNG},
        surroundings={EXPULSION.passage: ("The ministry said that ", " by Friday")},
    )
    found = page(content)
    assert sum(tag == "img" for tag, _ in found.tags) == 1
    assert "… The ministry said that five diplomats must leave by Friday …" in found.text


def test_the_page_asks_for_the_clips_that_it_has_room_for() -> None:
    wanted = passages_to_show(CONTENT)
    assert {EXPULSION.passage, TIE.passage, LAST_LINE.passage} <= set(wanted)
    assert len(wanted) == len(set(wanted))


def test_quotes_close_together_are_shown_in_one() -> None:
    first, second = make.passage("nine names", start=10), make.passage("five must go", start=26)
    content = replace(CONTENT, surroundings={first: ("with ", ", and five must go home"), second: ("", " home")})
    (shown,) = gathered([second, first], content)
    assert "".join(stretch.text for stretch in shown.stretches) == "… with nine names, and five must go home …"
    assert shown.quote == "nine names … five must go"


def test_sources_come_with_whole_digests_and_their_own_clocks() -> None:
    text = page().text
    assert all(capture.sha256 in text for capture in CONTENT.captures)
    assert "The Brannia Post" in text


def test_an_empty_case_makes_a_page_that_says_so() -> None:
    text = page(Content(title="empty", derived=Derived(), now=CONTENT.now)).text
    assert "No report in this case gives numbers" in text


def test_what_was_not_understood_is_told() -> None:
    roster = make.roster("2020-01-01", "Ines CALMO")
    lines = replace(roster.edition.lines, residue=3)
    content = replace(CONTENT, rosters=(replace(roster, edition=replace(roster.edition, lines=lines)),))
    assert any(sentence.startswith("Not understood: 3 lines of the lists") for sentence in limits(content))


def test_the_same_content_makes_the_same_page() -> None:
    assert render_page(CONTENT) == render_page(replace(CONTENT, rosters=CONTENT.rosters[::-1]))
