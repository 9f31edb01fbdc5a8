"""A small invented case for the tests of what leaves: one mission, three editions, two reports."""

from __future__ import annotations

from datetime import UTC, date, datetime

from legation.analysis.notes import NO_REASON, SUM_EXPLANATIONS
from legation.model.case import Derived
from legation.model.claims import Attribution, NamedPerson
from legation.model.dates import Bounds
from legation.model.findings import Change, Count, Happening, Seen, Step, Sum, Tally, Term, Usual
from legation.model.listings import Listing, MissionSection
from legation.model.parties import Person
from legation.model.postings import Posting, TitleSpan
from legation.model.sources import Capture, Given
from legation.publishing.content import Content
from tests import make

NAMES = {"XV": "Velmark", "XB": "Brannia"}
WINDOW = Bounds(earliest=date(2020, 2, 2), latest=date(2020, 4, 1))

FIRST = make.roster("2020-01-01", "Dario VELTRAN", "Ines CALMO")
SECOND = make.roster("2020-02-01", "Dario VELTRAN", "Ines CALMO")
THIRD = make.roster("2020-04-01", "Ines CALMO")
BLIND = make.roster(
    "2020-06-01",
    missions=(
        MissionSection(
            mission=make.MISSION,
            heading="Velmark",
            entries=0,
            residue=0,
            coverage="unobservable",
            why="the page prints nobody",
        ),
    ),
)
ROSTERS = (FIRST, SECOND, THIRD, BLIND)

EXPULSION = make.event(
    quote="five diplomats must leave",
    actor="XB",
    target="XV",
    mission=make.MISSION,
    count=5,
    date="2020-03-01",
    reason="linked to a burglary",
    attribution=(Attribution(speaker="Brannia's foreign ministry", stance="confirms"),),
)
NAMING = make.event(
    quote="Dario Veltran is among them", start=400, mission=make.MISSION, persons=(NamedPerson(name="Dario Veltran"),)
)
CEILING = make.event(
    "ceiling", quote="from 20 to 10", start=600, mission=make.MISSION, posts_from=20, posts_to=10, date="2020-03-01"
)
TIE = make.claim(
    "affiliation",
    quote="officials regard Calmo as an officer of a service",
    start=800,
    subject="Ines Calmo",
    status="alleged",
    wording="regard",
    attribution=(Attribution(speaker="officials", stance="believes", anonymous=True, count=2, independent=True),),
)
DENIAL = make.claim(
    "denial",
    quote="“Nothing of it is true,” the embassy said",
    start=900,
    about=TIE.id,
    attribution=(Attribution(speaker="the embassy", stance="denies"),),
)
REPORT = make.report(EXPULSION, NAMING, CEILING, TIE, DENIAL)


def label(code: str) -> str:
    """Name of an invented state."""
    return NAMES.get(code, code)


def person(line: Listing) -> Person:
    """The person of a listing, with the listing's own id."""
    return Person(id=line.id, label=line.name or "")


DARIO, INES = (person(line) for line in FIRST.listings)
MEMBERS = {line.id: (DARIO if line.name == DARIO.label else INES).id for each in ROSTERS for line in each.listings}


def sum_of(remaining: int) -> Sum:
    """Nine listed, five told to leave, and some said to remain."""
    terms = (("listed", 9), ("expelled", 5), ("remained", remaining))
    return Sum(
        id="sum-1",
        terms=tuple(
            Term(value=value, role=role, passage=make.passage(f"{value} persons", start=50 * place))
            for place, (role, value) in enumerate(terms)
        ),
        expected=4,
        printed=remaining,
        difference=4 - remaining,
        notes=SUM_EXPLANATIONS,
    )


TALLY = Tally(
    id="tally-1",
    event="happening-1",
    mission=make.MISSION,
    announced=5,
    announced_by=(EXPULSION.id,),
    steps=(
        Step(as_of="2020-02-01", listed=2, left=(), joined=(), coverage="complete"),
        Step(as_of="2020-04-01", listed=1, left=(DARIO,), joined=(), coverage="complete"),
    ),
    window=WINDOW,
    left=1,
    joined=0,
    usual=Usual(per_30_days=0.5, range=(0.0, 1.5), intervals=3, days=90),
    rest=4,
    notes=("The list covers diplomatic staff.", NO_REASON),
)
HAPPENINGS = (
    Happening(
        id="happening-1",
        type="expulsion",
        actor="XB",
        target="XV",
        mission=make.MISSION,
        date=make.edtf("2020-03-01"),
        counts=(Count(value=5, unit="persons", tellings=(EXPULSION.id,)),),
        status="confirmed",
        tellings=(EXPULSION.id, NAMING.id),
    ),
    Happening(
        id="happening-2",
        type="ceiling",
        actor="XB",
        target="XV",
        mission=make.MISSION,
        date=make.edtf("2020-03-01"),
        counts=(),
        status="announced",
        tellings=(CEILING.id,),
    ),
)
LAST_LINE = SECOND.listings[0]
POSTING = Posting(
    id="posting-1",
    person=DARIO,
    mission=make.MISSION,
    titles=(TitleSpan(title="Second Secretary", rank="second-secretary", first="2020-01-01", last="2020-02-01"),),
    listed_from=Bounds(latest=date(2020, 1, 1)),
    listed_to=Bounds(earliest=date(2020, 2, 1), latest=date(2020, 3, 31)),
    start=Bounds(latest=date(2020, 1, 1)),
    start_basis="editions",
    end=Bounds(earliest=date(2020, 2, 1), latest=date(2020, 3, 31)),
    end_basis="editions",
    end_kind="left-list",
    windows=("happening-1",),
    editions=("2020-01-01", "2020-02-01"),
    derivation=(),
    passages=(FIRST.listings[0].passage, LAST_LINE.passage),
)
CHANGE = Change(
    id="change-1",
    mission=make.MISSION,
    change="left",
    person=DARIO,
    before=Seen(
        listing=LAST_LINE.id,
        name=LAST_LINE.name,
        title=LAST_LINE.title,
        rank=None,
        dates=(),
        passage=LAST_LINE.passage,
    ),
    after=None,
    window=WINDOW,
)
DERIVED = Derived(
    persons=(DARIO, INES),
    members=MEMBERS,
    postings=(POSTING,),
    changes=(CHANGE,),
    happenings=HAPPENINGS,
    tallies=(TALLY,),
    sums=(sum_of(2),),
)


def capture(name: str, sha256: str, **given: object) -> Capture:
    """A file that was added on a day of 2020."""
    return Capture(
        id=f"capture-{name}",
        sha256=sha256,
        size=1234,
        origin="file",
        name=name,
        media_type="text/plain",
        added_at=datetime(2020, 7, 1, tzinfo=UTC),
        given=Given(**given),  # type: ignore[arg-type]
    )


CONTENT = Content(
    title="velmark",
    derived=DERIVED,
    now=datetime(2020, 7, 2, tzinfo=UTC),
    rosters=ROSTERS,
    reports=(REPORT,),
    captures=(
        capture("article.txt", REPORT.sha256, kind="report", source="The Brannia Post"),
        *(capture(f"{n}.txt", each.edition.sha256, kind="list") for n, each in enumerate(ROSTERS)),
    ),
    label=label,
    version="1.2.3",
    cut_off="2020-07-01",
)
