"""Reports that nobody wrote, in the ways of wires, chronologies, tickers and interviews: one way each."""

from __future__ import annotations

from tests.extraction.news.invented import Invented

WIRES: list[Invented] = [
    Invented(
        "some of them, of whom the sentence spoke before",
        "2017-10-05",
        "Shop\n\nEleven Omani diplomats were accused of running a shop; nine of them were expelled by Chile.\n\n",
        ["actor: CL; target: OM; count: 9"],
    ),
    Invented(
        "some of those who were sent away are told only once",
        "2017-10-05",
        "Envoys\n\nChile on Monday expelled eleven Omani diplomats. Nine of them were told to leave by Friday.\n\n",
        ["actor: CL; target: OM; count: 11"],
    ),
    Invented(
        "states that share a verb, and one diplomat each",
        "2017-10-05",
        "In a row\n\n"
        "Latvia and Benin will each expel one Omani diplomat, Finland three, and Norway two, they said on Tuesday.\n\n",
        [
            "actor: LV; target: OM; count: 1",
            "actor: BJ; target: OM; count: 1",
            "actor: FI; target: OM; count: 3",
            "actor: NO; target: OM; count: 2",
        ],
    ),
    Invented(
        "an opening is of whoever opens",
        "2017-10-05",
        "Flag\n\nMalta opened an embassy in Nairobi on Wednesday. Peru plans to reopen its consulate in Bergen.\n\n",
        [
            "type: opening; actor: MT; target: MT; date: 2017-10-04; status: executed",
            "type: opening; actor: PE; target: PE; status: planned",
        ],
    ),
    Invented(
        "items of a chronology have the date that opens them",
        "2017-10-05",
        "Rows\n\nMay 2009: Chile recalls its ambassador from Muscat.\n\n2011: Oman expels two Chilean attachés.\n\n",
        ["type: recall; actor: CL; target: OM; date: 2009-05", "actor: OM; target: CL; count: 2; date: 2011"],
    ),
    Invented(
        "a month without a year is of the year that the story has named",
        "2017-10-05",
        "Story\n\nIn January 2011 Chile expelled an Omani consul. Oman expelled two Chilean attachés in March.\n\n",
        ["actor: CL; target: OM; count: 1; date: 2011-01", "actor: OM; target: CL; count: 2; date: 2011-03"],
    ),
    Invented(
        "the same year and at the time",
        "2017-10-05",
        "Then\n\nChile expelled an Omani consul in 2008. Oman sent home one Chilean diplomat at the time.\n\n",
        ["actor: CL; target: OM; count: 1; date: 2008", "actor: OM; target: CL; count: 1; date: 2008"],
    ),
    Invented(
        "since a year in which something happened",
        "2017-10-05",
        "First\n\nIt is the first such case since 2008, when Chile expelled an Omani consul.\n\n",
        ["actor: CL; target: OM; count: 1; date: 2008"],
    ),
    Invented(
        "a place before a dash does nothing",
        "2017-10-05",
        "Line\n\nMUSCAT, Oct 5 (Wire) - Chile expelled two Omani envoys on Thursday.\n\n",
        ["actor: CL; target: OM; count: 2; date: 2017-10-05"],
    ),
    Invented(
        "in an interview we are whom it asks",
        "2017-10-05",
        "No\n\nWill Chile expel the consul of Oman?\n\nWe have not decided.\n\nAnd what of Peru?\n\n"
        "Peru expelled two Omani envoys on Monday. We recalled our ambassador from Muscat in May.\n\n",
        [
            "actor: CL; target: OM; status: hypothetical",
            "actor: PE; target: OM; count: 2",
            "type: recall; actor: CL; target: OM; date: 2017-05",
        ],
    ),
    Invented(
        "who is asked to withdraw staff is sent away",
        "2017-10-05",
        "Asked\n\nOn Monday Chile asked Oman to withdraw two members of its embassy staff in Santiago.\n\n",
        ["type: expulsion; actor: CL; target: OM; count: 2; date: 2017-10-02"],
    ),
    Invented(
        "a mission that another is told to close",
        "2017-10-05",
        "Told\n\nChile has told Oman to close its consulate in Arica.\n\n",
        ["type: closure; actor: CL; target: OM"],
    ),
    Invented(
        "an ambassador and a deputy, and no wife",
        "2017-10-05",
        "Two\n\nChile ordered Oman's ambassador and his deputy to leave. Peru expelled Oman's consul and his wife.\n\n",
        ["actor: CL; target: OM; count: 2", "actor: PE; target: OM; count: 1"],
    ),
    Invented(
        "not ruled out is open, not denied",
        "2017-10-05",
        "Open\n\nChile does not rule out expelling the Omani consul. Peru ruled out expelling the Omani envoy.\n\n",
        ["actor: CL; target: OM; status: hypothetical", "actor: PE; target: OM; status: negated"],
    ),
    Invented(
        "Spanish: a noun with who did it behind it",
        "2019-11-15",
        "La crisis\n\nLa expulsión de tres diplomáticos jamaicanos por parte de Honduras agravó la crisis.\n\n",
        ["actor: HN; target: JM; count: 3; status: executed"],
    ),
    Invented(
        "German: a government by its seat, and a threat that closes the clause",
        "2019-11-15",
        "Streit\n\nDie Regierung in Lima hat am Montag zwei omanische Diplomaten ausgewiesen. Oman hatte mit der "
        "Schließung seiner Botschaft in Lima gedroht.\n\n",
        ["actor: PE; target: OM; count: 2; date: 2019-11-11", "type: threat; actor: OM; status: threatened"],
    ),
    Invented(
        "French: a state of two words, and an accreditation withdrawn",
        "2019-11-15",
        "Départs\n\nLa République tchèque a ordonné lundi soir l'expulsion de six diplomates omanais. "
        "L'accréditation de deux attachés omanais a été retirée.\n\n",
        ["actor: CZ; target: OM; count: 6; date: 2019-11-11", "actor: None; target: OM; count: 2"],
    ),
    Invented(
        "Russian: one each, with the states behind the verb, and who will not",
        "2019-11-15",
        "Высылки\n\nО высылке оманских дипломатов объявили три страны. По одному дипломату высылают Хорватия, "
        "Исландия и Мальта. Австрия высылать оманских дипломатов не будет.\n\n",
        [
            "type: aggregate; target: OM",
            "actor: HR; target: OM; count: 1",
            "actor: IS; target: OM; count: 1",
            "actor: MT; target: OM; count: 1",
            "actor: AT; target: OM; status: negated",
        ],
    ),
    Invented(
        "Russian: posts that are left, and a state told to leave",
        "2019-11-15",
        "Посольства\n\nВласти Перу решили сократить посольство Омана: вместо 25 дипломатов останутся десять.\n\n",
        ["type: ceiling; actor: PE; target: OM; posts_from: 25; posts_to: 10"],
    ),
]
