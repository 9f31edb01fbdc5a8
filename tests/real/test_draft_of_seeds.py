"""A draft of 60 sentences about two real articles, twelve of them wrong: those are found, the others left alone.

Names, days and quotations are filled in from the articles, so that nothing false is written here of anybody; a line
that begins with `!` is one of the wrong ones.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from legation.pipeline.exporting.drafting import CheckedDraft, check_words
from legation.store.case import Case
from tests.cli.world import command

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
SEEDS = SHARED / "data/seeds"
pytestmark = [
    pytest.mark.real,
    pytest.mark.timeout(300),
    pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data isn't here"),
]

FALSE_ALARMS = 3
PLANTED = 12
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
DRAFT = """\
# The house on the boulevard
  The Russian mission to the EU stands 200 meters from the office of the Belgian prime minister.
  The building was bought by the Soviets after the Second World War and served as a trade mission before 1988.
  It is 42 meters wide.

  On {day:V07}, 19 diplomats of the mission were declared persona non grata.
  A week earlier, on {day:V14}, Belgium had expelled 21 Russian diplomats from the embassy.
! Russia expelled 21 Belgian diplomats on {day:V14}.
  Belgium's security service VSSE shared intelligence with the European External Action Service.
  Western countries expelled hundreds of Russian diplomats.

  "{quote:V05}" {V05.first} said.
! "{turned:V17}" explained {V17}.
  {V17.rest} resigned on the evening of 20 October after an attack in Brussels in which two Swedish football \
fans were killed.

  {V34} heads the Russian mission.
  He is 48 years old.
! {V34.last} is a Russian spy.
  Officials from two European intelligence agencies confirmed that Belgian counterintelligence regards \
{V34.last} as a Russian foreign intelligence officer.
  The VSSE declined to comment.
  {V34.last} and the mission did not respond to requests for comment.
! {V34.last} bribed two members of the European Parliament.
  According to his official resume he was press and cultural attaché in Vienna.
  He was later head of the NATO desk at the Russian Foreign Ministry.
! {V34.last} had a posting in Berlin from 2010 to 2016.
  His present posting in Brussels began in 2018.
  On {day:V43} {V34.last} became head of Russia's Permanent Mission to the EU.
  He succeeded {V46}.
  {V46.last}, 68, led the mission for 17 years.
  {V46.last} ended up on the EU's sanctions list.

  {V25}, a member of the European Parliament from Lithuania, told Vsquare that this was why {V34.last} caught \
their attention.
  The reply of {V28} took more than two months.
  {V25.last} mentioned a rumor that the Belgians shared intelligence on {V34.last}'s activities.
  {V51}, an Estonian MEP, criticized the EU.
  "{part:V51}" {V51.last} recalled.

  The mission's website no longer lists names on its page of diplomatic staff.
  Using the Wayback Machine, Vsquare retrieved a version of {day:V62} with 61 names.
  While 19 diplomats were later expelled, 40 remained.
! The Wayback Machine held a copy of {wrong-day:V62}.
  Belgium's foreign ministry withheld the lists of names despite a public information request.
  The London-based Dossier Center assisted in the research.
! {slip:V69}, an adviser at the mission, is 42.
! {V69}, a first secretary at the Russian EU Mission, underwent training at the FSB academy from 1998 to 2003.
  According to the Dossier Center, {V75} is a lieutenant colonel of Russia's Foreign Intelligence Service.
  {V75.last} is the grandson of a former Soviet Minister of the Navy.

  NATO confirmed on {day:N06} that it was expelling eight Russian diplomats from Moscow's observer mission to \
the alliance.
  NATO officials called them "{anchor:N14}".
! The alliance reduced the ceiling on accredited diplomats from 20 to 5.
  NATO gave no reasons for the expulsions.
  {N18} was the first to report the plans.
  It linked the decision to a 2014 explosion at a Czech ammunition depot.
  In April 2021 the Czech government expelled dozens of diplomats from the Russian embassy in Prague.
  The explosion killed two people.
  Russia denied the allegations and expelled Czech diplomats in retaliation.
! Poland expelled Russian diplomats over the explosion.

  "{quote:N30}" {N30} told Kommersant.
  {N34} told TASS that Moscow would definitely retaliate.
  {N37} said the decision was not linked to any particular event.
! In Washington, {N37.last} said that the relationship was "{other:N37}".
  The NATO-Russia Council was established in 2002.
  Its last meeting was in July 2019.
! In 2018 NATO withdrew the accreditation of seven staffers at the mission in Geneva.
  The mission's maximum size was cut from 30 to 20.
"""


class Filled:
    """The draft with what the articles say in its gaps."""

    def __init__(self) -> None:
        lines = (SEEDS / "gold.jsonl").read_text("utf-8").splitlines()
        self.rows = {row["id"]: row for row in map(json.loads, lines)}
        self.texts = {name: (SEEDS / f"{name}.txt").read_text("utf-8") for name in ("vsquare", "cnsnews")}

    def text(self, line: str) -> str:
        """A line of the draft with its gaps filled."""
        return re.sub(r"\{([\w-]+:)?(\w+)(\.\w+)?\}", self._gap, line)

    def _gap(self, gap: re.Match[str]) -> str:
        how, row, part = (gap[1] or "name:")[:-1], self.rows[gap[2]], gap[3]
        match how:
            case "name":
                return self._name(row["who"], part)
            case "slip":
                return self._name(row["who"], part).replace("ny", "ni").replace("y", "i", 1)
            case "day" | "wrong-day":
                year, month, day = map(int, str(row.get("date") or row["when"]).split("-"))
                return f"{day + (10 if how == 'wrong-day' else 0)} {MONTHS[month - 1]} {year}"
            case "anchor":
                return str(row["anchor"])
        said = self._quotation(row)
        if how == "turned":
            first, second = "the European Commission", "the Belgian government"
            return said.replace(first, "*").replace(second, first).replace("*", second)
        return said.replace("lowest", "highest") if how == "other" else said

    def _name(self, who: str, part: str | None) -> str:
        words = who.partition(" (")[0].split()
        picked = {None: words, ".first": words[:1], ".last": words[-1:], ".rest": words[1:]}[part]
        return " ".join(picked)

    def _quotation(self, row: dict[str, object]) -> str:
        """The words between the quotation marks around a row's place."""
        text, at = self.texts[str(row["doc"])], int(str(row["offset"]))
        opened = max(text.rfind(mark, 0, at) for mark in '“"') + 1
        closed = min(end for mark in '”"' if (end := text.find(mark, at)) >= 0)
        return text[opened:closed]


@pytest.fixture(scope="module")
def marked() -> list[tuple[bool, str]]:
    """Each sentence with whether it is wrong."""
    fill = Filled()
    lines = [line for line in DRAFT.splitlines() if line.strip() and not line.startswith("#")]
    return [(line.startswith("!"), fill.text(line.removeprefix("!").strip())) for line in lines]


@pytest.fixture(scope="module")
def checked(marked: list[tuple[bool, str]], tmp_path_factory: pytest.TempPathFactory) -> CheckedDraft:
    case = tmp_path_factory.mktemp("draft") / "seeds"
    assert command("init", case).code == 0
    assert command("add", "--case", case, *sorted(SEEDS.glob("*.txt"))).code == 0
    assert command("build", "--case", case).code == 0
    text = DRAFT.splitlines()[0] + "\n\n" + " ".join(sentence for _, sentence in marked)
    with Case.open(case) as opened:
        return check_words(opened, text.encode(), "draft.md")


def test_the_wrong_sentences_are_found_and_few_others(marked: list[tuple[bool, str]], checked: CheckedDraft) -> None:
    verdicts = [each.verdict in ("differs", "unsupported") for each in checked.sentences if not each.heading]
    assert len(verdicts) == len(marked) >= 59
    missed = [text for (wrong, text), flagged in zip(marked, verdicts, strict=True) if wrong and not flagged]
    alarms = [text for (wrong, text), flagged in zip(marked, verdicts, strict=True) if flagged and not wrong]
    assert sum(wrong for wrong, _ in marked) == PLANTED
    assert missed == []
    assert len(alarms) <= FALSE_ALARMS, alarms
