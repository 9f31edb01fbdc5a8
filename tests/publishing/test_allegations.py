from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from legation.model.judgements import Side
from legation.model.replies import Heard, Inquiry, Reply, ReplyKind, Waiver
from legation.publishing.allegations import is_to_be_heard, names_somebody, waiting_phrase
from legation.publishing.heard import delay_phrase, heard_phrases
from tests import make
from tests.publishing.cases import TIE

NOW = datetime(2020, 3, 10, 12, 0, tzinfo=UTC)
ASKED = Inquiry(
    id="inquiry-1",
    purpose="reply",
    whom="The Embassy",
    channel="letter",
    sent_by="the desk",
    sent_at=NOW - timedelta(days=5),
    author="the desk",
    at=NOW,
    points=(Side(id=TIE.id),),
)


def reply(kind: ReplyKind) -> Reply:
    return Reply(id="reply-1", inquiry=ASKED.id, kind=kind, received_at=NOW, author="the desk", at=NOW, words="No.")


def test_an_allegation_about_somebody_is_to_be_heard_and_one_about_a_state_is_not() -> None:
    assert is_to_be_heard(TIE, ())
    assert not is_to_be_heard(TIE, {"Ines Calmo"})
    assert not is_to_be_heard(make.claim("posting", subject="Ines Calmo"), ())
    assert not is_to_be_heard(replace(TIE, subject=None), ())
    assert is_to_be_heard(make.claim("meeting", subject="Ines Calmo", status="alleged"), ())


@pytest.mark.parametrize(
    ("heard", "settled"),
    [
        (Heard(claim=TIE.id), False),
        (Heard(claim=TIE.id, inquiries=(ASKED,)), True),
        (Heard(claim=TIE.id, inquiries=(replace(ASKED, deadline=NOW + timedelta(hours=1)),)), False),
        (Heard(claim=TIE.id, inquiries=(replace(ASKED, deadline=NOW - timedelta(hours=1)),)), True),
        (
            Heard(claim=TIE.id, inquiries=(replace(ASKED, deadline=NOW + timedelta(1)),), replies=(reply("denied"),)),
            True,
        ),
        (
            Heard(claim=TIE.id, inquiries=(ASKED,), replies=(replace(reply("extended"), deadline=NOW + timedelta(1)),)),
            False,
        ),
        (Heard(claim=TIE.id, printed=("claim-2",)), True),
        (Heard(claim=TIE.id, waiver=Waiver(judgement="judgement-1", why="died", author="the desk", at=NOW)), True),
    ],
)
def test_it_is_settled_by_an_answer_a_waiver_or_attempts_whose_time_is_over(heard: Heard, settled: bool) -> None:
    assert heard.is_settled(NOW) is settled
    assert ("until" in waiting_phrase(heard, NOW)) is (heard.waits_until(NOW) is not None)


def test_an_answer_is_printed_in_full_and_attempts_with_their_days() -> None:
    translated = replace(reply("denied"), words="Nein.", translation="No.")
    (said,) = heard_phrases(Heard(claim=TIE.id, inquiries=(ASKED,), replies=(translated,)), NOW)
    assert said == "The Embassy denied it on 2020-03-10: “Nein.” (translated: “No.”)"
    (asked,) = heard_phrases(Heard(claim=TIE.id, inquiries=(ASKED, ASKED)), NOW)
    assert asked == (
        "The Embassy was asked in 2 attempts (by letter on 2020-03-05; by letter on 2020-03-05); no answer came."
    )


LATE = NOW + timedelta(days=20)
MORE_TIME = replace(reply("extended"), deadline=LATE, words=None)


@pytest.mark.parametrize(
    ("asked", "came", "now", "words"),
    [
        (replace(ASKED, deadline=LATE), (), NOW, "has been asked to answer by 2020-03-30 12:00 UTC (1 attempt: by let"),
        (replace(ASKED, deadline=LATE), (), LATE, "no answer came by 2020-03-30 12:00 UTC."),
        (replace(ASKED, deadline=NOW), (MORE_TIME,), NOW, "has been asked to answer by 2020-03-30 12:00 UTC"),
        (replace(ASKED, deadline=NOW), (MORE_TIME,), LATE, "no answer came by 2020-03-30 12:00 UTC."),
        (ASKED, (MORE_TIME,), NOW, "has been asked to answer by 2020-03-30 12:00 UTC"),
        (replace(ASKED, deadline=NOW), (), NOW, "no answer came by 2020-03-10 12:00 UTC."),
    ],
)
def test_that_no_answer_came_is_said_once_the_last_deadline_is_over(
    asked: Inquiry, came: tuple[Reply, ...], now: datetime, words: str
) -> None:
    said = " ".join(heard_phrases(Heard(claim=TIE.id, inquiries=(asked,), replies=came), now))
    assert words in said
    assert ("no answer came" in said) is not ("has been asked to answer by" in said)


def test_the_last_deadline_is_told_of_whom_it_was_given() -> None:
    first = replace(ASKED, id="inquiry-0", whom="Ines Calmo", deadline=LATE, zone="Europe/Berlin")
    (said,) = heard_phrases(Heard(claim=TIE.id, inquiries=(first, replace(ASKED, deadline=NOW))), NOW)
    assert said.startswith("Ines Calmo has been asked to answer by 2020-03-30 14:00 Europe/Berlin (2 attempts: ")


def test_the_reason_of_a_waiver_is_not_printed() -> None:
    waiver = Waiver(judgement="judgement-1", why="hides in Brannia", author="the desk", at=NOW)
    assert "Brannia" not in " ".join(heard_phrases(Heard(claim=TIE.id, waiver=waiver), NOW))


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "on the same day"),
        (1, "the next day"),
        (13, "13 days later"),
        (14, "over 2 weeks later"),
        (62, "over 2 months later"),
        (800, "over 2 years later"),
    ],
)
def test_a_delay_is_told_in_the_unit_of_which_more_than_one_went_by(days: int, words: str) -> None:
    assert delay_phrase(days) == words


@pytest.mark.parametrize(
    "subject",
    [
        "Ines Calmo",
        "Ludwig van der Halm",
        "Инес Кальмо",
        "伊内斯",
        "the ambassador",
        "Second Secretary Calmo",
        "O'Hara",
    ],
)
def test_a_name_or_an_office_is_somebody(subject: str) -> None:
    assert names_somebody(subject)


@pytest.mark.parametrize(
    "subject",
    ["hundreds of diplomats", "These individuals", "the alliance", "The Embassy of Velmark", "eight of them", "..."],
)
def test_a_crowd_or_a_mission_is_nobody(subject: str) -> None:
    assert not names_somebody(subject)
