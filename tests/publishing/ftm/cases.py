"""A case with something of each schema: promotions, a printed day, a succession, a naming that was judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from legation.model.dates import Bounds
from legation.model.findings import MissionSummary
from legation.model.links import Mention, Naming
from legation.model.parties import Person
from legation.model.postings import Posting, TitleSpan
from legation.model.sources import Capture, Given
from legation.model.tenures import Holder, Succession
from legation.publishing.content import Content
from tests import make
from tests.publishing import cases

MISSION = "NO/DK"
NAMES = {"NO": "Norway", "DK": "Denmark", "XV": "Velmark", "XB": "Brannia"}
DAYS = ("2020-01-01", "2020-02-01", "2020-04-01")
FIRST = make.roster(
    DAYS[0],
    {"name": "Søren VELTRAN", "title": "Third Secretary", "rank": "third-secretary"},
    {"name": '"Ines" CALMO', "title": "Ambassador", "rank": "ambassador"},
    {"name": "Odd BREKNE", "title": None},
    mission=MISSION,
)
LATER = tuple(
    make.roster(
        day,
        {"name": "Soeren Veltran", "title": "Second Secretary", "rank": "second-secretary"},
        {"name": "Odd BREKNE", "title": None},
        mission=MISSION,
    )
    for day in DAYS[1:]
)
ROSTERS = (FIRST, *LATER)
SOREN, INES, ODD = (Person(id=line.id, label=line.name or "") for line in FIRST.listings)
SOREN = replace(SOREN, label="Soeren Veltran")
OWNERS = {"Søren VELTRAN": SOREN, "Soeren Veltran": SOREN, '"Ines" CALMO': INES, "Odd BREKNE": ODD}
TIE = cases.TIE
EXPULSION = make.event(
    quote="Denmark told five to leave", actor="DK", target="NO", mission=MISSION, count=5, date="2020-03"
)
REPORT = make.report(EXPULSION, TIE)


def _posting(person: Person, *titles: TitleSpan, days: tuple[str, ...] = DAYS, **fields: object) -> Posting:
    lines = [line for each in ROSTERS for line in each.listings if OWNERS[line.name or ""] is person]
    given: dict[str, object] = {
        "listed_from": Bounds(latest=date(2020, 1, 1)),
        "listed_to": None,
        "start": Bounds(latest=date(2020, 1, 1)),
        "start_basis": "editions",
        "end": None,
        "end_basis": None,
        "end_kind": "open",
    }
    return Posting(
        id=f"posting-{person.id}",
        person=person,
        mission=MISSION,
        titles=titles,
        windows=(),
        editions=days,
        derivation=(),
        passages=tuple(line.passage for line in lines),
        **(given | fields),  # type: ignore[arg-type]
    )


PROMOTED = _posting(
    SOREN,
    TitleSpan(title="Third Secretary", rank="third-secretary", first=DAYS[0], last=DAYS[0]),
    TitleSpan(title="Second Secretary", rank="second-secretary", first=DAYS[1], last=DAYS[2]),
    start=Bounds(earliest=date(2019, 5, 1), latest=date(2019, 5, 31)),
    start_basis="printed",
)
GONE = _posting(
    INES,
    TitleSpan(title="Ambassador", rank="ambassador", first=DAYS[0], last=DAYS[0]),
    days=DAYS[:1],
    listed_to=Bounds(earliest=date(2020, 1, 1), latest=date(2020, 1, 31)),
    end=Bounds(earliest=date(2020, 1, 1), latest=date(2020, 1, 31)),
    end_basis="editions",
    end_kind="left-list",
)
UNTITLED = _posting(ODD, TitleSpan(title=None, rank=None, first=DAYS[0], last=DAYS[2]))


def _succession(id_: str, certainty: str, successor: Holder) -> Succession:
    return Succession(
        id=id_,
        mission=MISSION,
        slot="head",
        predecessor=Holder(id=INES.id, label=INES.label),
        successor=successor,
        gap_days=(0, 30),
        basis="editions",
        certainty=certainty,  # type: ignore[arg-type]
        between=(),
        notes=(),
        derivation=(),
        passages=(FIRST.listings[1].passage,),
    )


def _naming(id_: str, name: str, person: Person, judgement: str | None) -> Naming:
    mention = Mention(
        id=f"mention-{id_}",
        name=name,
        sha256=REPORT.sha256,
        published="2020-03-05",
        missions=(MISSION,),
        said=(TIE.id,),
        passage=TIE.passage,
    )
    return Naming(id=id_, mention=mention, person=person, probability=None, judgement=judgement, reasons=())


def _capture(name: str, sha256: str, media_type: str, **given: object) -> Capture:
    kept = cases.capture(name.partition(".")[0].replace(" ", "-"), sha256)
    return replace(kept, name=f"{name}\u200b", media_type=media_type, given=Given(**given))  # type: ignore[arg-type]


CONTENT = Content(
    title="Nordic Desk",
    now=cases.CONTENT.now,
    derived=replace(
        cases.DERIVED,
        persons=(SOREN, INES, ODD),
        members={line.id: OWNERS[line.name or ""].id for each in ROSTERS for line in each.listings},
        postings=(PROMOTED, GONE, UNTITLED),
        changes=(),
        happenings=tuple(
            replace(
                cases.HAPPENINGS[0],
                id=id_,
                actor="DK",
                target="NO",
                mission=MISSION,
                date=make.edtf("2020-03"),
                tellings=(EXPULSION.id,),
                status=status,  # type: ignore[arg-type]
            )
            for id_, status in (("happening-1", "announced"), ("happening-2", "threatened"))
        ),
        missions=(
            MissionSummary(mission=MISSION, names=("Royal Norwegian Embassy",), editions=DAYS, first=None, last=None),
        ),
        successions=(
            _succession("succession-1", "single-seat", Holder(id=SOREN.id, label=SOREN.label)),
            _succession("succession-2", "possible", Holder(id=ODD.id, label=ODD.label)),
            _succession("succession-3", "stated", Holder(id=None, label="Somebody Else")),
        ),
        namings=(_naming("naming-1", "Ines Calmo", INES, "judgement-1"), _naming("naming-2", "Veltran", SOREN, None)),
    ),
    rosters=ROSTERS,
    reports=(REPORT,),
    captures=(
        _capture("article.html", REPORT.sha256, "text/html", source="The Fjord Post", url="https://post.example"),
        *(
            _capture(
                f"list {number}.pdf",
                each.edition.sha256,
                "application/pdf",
                captured_at=datetime(2020, 1, 2, 3, 4, 5, tzinfo=UTC),
                url=("https://list.example/a b", "https://list.example/b", "urn:no:address")[number],
            )
            for number, each in enumerate(ROSTERS)
        ),
    ),
    label=lambda code: NAMES.get(code, code),
)
