"""More reports that nobody wrote: one turn of grammar each, in five languages."""

from __future__ import annotations

from tests.extraction.news.invented import Invented

TURNS: list[Invented] = [
    Invented(
        "a slang verb that needs its tail, and people of a mission as its object",
        "2017-10-05",
        "Out\n\nOman turfed out two Chilean envoys. The club turfed out two players.\n\n",
        ["actor: OM; target: CL; count: 2; status: executed"],
    ),
    Invented(
        "people kicked out, and those who were told to go at a named embassy",
        "2017-10-05",
        "Two rows\n\n"
        "Australia kicked out three Bolivian envoys on Monday. In Vilnius, two employees of the "
        "Jordanian Embassy were told to leave the country within 24 hours.\n\n",
        [
            "actor: AU; target: BO; count: 3; date: 2017-10-02",
            "actor: None; target: JO; count: 2; deadline: PT24H; status: announced",
        ],
    ),
    Invented(
        "the subject stands far before the verb",
        "2017-10-05",
        "Long sentence\n\n"
        "Kazakhstan, which had long complained about visas and had recalled nobody so far, last week "
        "declared two Maltese diplomats persona non grata.\n\n",
        [
            "actor: KZ; target: MT; count: 2; date: 2017-09-25/2017-10-01",
        ],
    ),
    Invented(
        "the expulsion as a noun with its possessor",
        "2017-10-05",
        "After the row\n\n"
        "Uruguay's expulsion of four Angolan diplomats on 2 October 2017 came as a surprise. Lisbon "
        "announced the expulsion of three Rwandan attachés on Wednesday.\n\n",
        [
            "actor: UY; target: AO; count: 4; date: 2017-10-02",
            "actor: PT; target: RW; count: 3; date: 2017-10-04",
        ],
    ),
    Invented(
        "a mere mention of expulsions tells none",
        "2017-10-05",
        "Comment\n\n"
        "Analysts said expulsions of diplomats rarely help. The expulsion was widely discussed. No "
        "diplomat has been expelled by Iceland since 1990.\n\n",
        [],
    ),
    Invented(
        "if and could",
        "2017-10-05",
        "What if\n\nIf Qatar expels the two Sudanese diplomats, Sudan could expel three Qatari diplomats.\n\n",
        [
            "actor: QA; target: SD; status: hypothetical",
            "actor: SD; target: QA; status: hypothetical",
        ],
    ),
    Invented(
        "reportedly and allegedly",
        "2017-10-05",
        "Rumour\n\nOman has reportedly expelled two Nigerian diplomats.\n\n",
        [
            "actor: OM; target: NG; count: 2; status: alleged",
        ],
    ),
    Invented(
        "a step taken back",
        "2017-10-05",
        "Back again\n\n"
        "Botswana on Tuesday reversed an order that had told the Malawian consul in Francistown to "
        "leave. Botswana said the order expelling the consul of Malawi had been sent by mistake.\n\n",
        [
            "target: MW; status: retracted",
        ],
    ),
    Invented(
        "two counts of two states in one sentence",
        "2017-10-05",
        "Two at once\n\n"
        "On Wednesday, Sweden expelled five Belarusian diplomats and Finland expelled two Belarusian "
        "diplomats.\n\n",
        [
            "actor: SE; target: BY; count: 5; date: 2017-10-04",
            "actor: FI; target: BY; count: 2",
        ],
    ),
    Invented(
        "own diplomats expelled, told by their own state",
        "2017-10-05",
        "From the other side\n\n"
        "The Serbian foreign ministry said that two Serbian diplomats were expelled from Croatia on "
        "Monday.\n\n",
        [
            "actor: None; target: RS; count: 2; date: 2017-10-02",
        ],
    ),
    Invented(
        "a state announces that its people were sent away by another",
        "2017-10-05",
        "Message\n\nSpain expelled two of Venezuela's diplomats, Caracas said on Tuesday.\n\n",
        [
            "actor: ES; target: VE; count: 2",
        ],
    ),
    Invented(
        "a ceiling halved",
        "2017-10-05",
        "Half\n\nThe Tunisian foreign ministry has halved the size of the Libyan embassy in Tunis to eight posts.\n\n",
        [
            "type: ceiling; actor: TN; target: LY; posts_to: 8; mission: LY/TN",
        ],
    ),
    Invented(
        "a ceiling told to the sender",
        "2017-10-05",
        "Cut it\n\n"
        "Slovakia ordered Belarus to reduce the staff of its embassy in Bratislava from 12 to 5 by 31 "
        "October.\n\n",
        [
            "type: ceiling; actor: SK; target: BY; posts_from: 12; posts_to: 5; deadline: 2017-10-31",
        ],
    ),
    Invented(
        "a salary cut and a cut of ties are no ceilings",
        "2017-10-05",
        "Cuts\n\n"
        "Norway cut its aid to Mali from 40 million to 20 million. The ministry cut salaries by 10 "
        "percent.\n\n",
        [],
    ),
    Invented(
        "consulate staff, hyphen and abbreviations",
        "2017-10-05",
        "U.S. and Ecuador\n\n"
        "The U.S. on Friday, Sept. 29 ordered 15 Cuban embassy officials to leave. Cuba's "
        "consul-general in Guayaquil was declared persona non grata by Ecuador on Oct. 3.\n\n",
        [
            "actor: US; target: CU; count: 15; date: 2017-09-29",
            "actor: EC; target: CU; count: 1; date: 2017-10-03",
        ],
    ),
    Invented(
        "a pronoun for the subject",
        "2017-10-05",
        "It acted\n\nHungary summoned the envoy on Monday. It then expelled two Montenegrin diplomats on Tuesday.\n\n",
        [
            "actor: HU; target: ME; count: 2; date: 2017-10-03",
        ],
    ),
    Invented(
        "German: genitive, Beamte and the past perfect",
        "2021-12-16",
        "Streit\n\n"
        "Nach dem Urteil hat Island zwei Mitarbeiter der tschadischen Botschaft zu unerwünschten "
        "Personen erklärt, teilte das Außenministerium am Mittwoch mit. Der Tschad hatte im Mai 2019 "
        "einen isländischen Diplomaten ausgewiesen.\n\n",
        [
            "actor: IS; target: TD; count: 2; date: 2021-12-15",
            "actor: TD; target: IS; count: 1; date: 2019-05; background: True",
        ],
    ),
    Invented(
        "German: a threat and a demand",
        "2021-12-16",
        "Worte\n\n"
        "Ghana drohte am Montag, drei norwegische Diplomaten auszuweisen. Die Opposition in Oslo "
        "forderte, den ghanaischen Botschafter auszuweisen.\n\n",
        [
            "actor: GH; target: NO; count: 3; status: threatened",
            "target: GH; status: called-for",
        ],
    ),
    Invented(
        "German: told to leave",
        "2021-12-16",
        "Aufforderung\n\n"
        "Österreich forderte vier Angehörige der usbekischen Botschaft auf, das Land binnen 72 Stunden "
        "zu verlassen. Lettland verwies am Dienstag zwei usbekische Diplomaten des Landes.\n\n",
        [
            "actor: AT; target: UZ; count: 4; deadline: PT72H",
            "actor: LV; target: UZ; count: 2; date: 2021-12-14",
        ],
    ),
    Invented(
        "French: asked to leave, and a conditional",
        "2021-12-16",
        "Départ\n\n"
        "La Belgique a ordonné mardi à deux diplomates ivoiriens de quitter le territoire sous 48 "
        "heures. Abidjan aurait expulsé un diplomate belge.\n\n",
        [
            "actor: BE; target: CI; count: 2; date: 2021-12-14; deadline: PT48H",
            "target: BE; count: 1; status: alleged",
        ],
    ),
    Invented(
        "French: a ceiling",
        "2021-12-16",
        "Effectifs\n\nLe Sénégal a réduit le personnel de l'ambassade de Gambie de 18 à 10 agents.\n\n",
        [
            "type: ceiling; actor: SN; target: GM; posts_from: 18; posts_to: 10",
        ],
    ),
    Invented(
        "Spanish: ordered to leave, and accreditation",
        "2021-12-16",
        "Salida\n\n"
        "Panamá ordenó el lunes a tres diplomáticos nicaragüenses abandonar el país en 48 horas. "
        "Nicaragua retiró la acreditación a dos diplomáticos panameños.\n\n",
        [
            "actor: PA; target: NI; count: 3; date: 2021-12-13; deadline: PT48H",
            "actor: NI; target: PA; count: 2",
        ],
    ),
    Invented(
        "Spanish: planned",
        "2021-12-16",
        "Planes\n\nEl gobierno chileno planea expulsar a cuatro diplomáticos de la embajada de Bielorrusia.\n\n",
        [
            "actor: CL; target: BY; count: 4; status: planned",
        ],
    ),
    Invented(
        "Russian: passive plural and a demand to leave",
        "2021-12-16",
        "Послы\n\n"
        "Два дипломата посольства Непала в Минске были объявлены персонами нон грата во вторник. "
        "Армения потребовала от шести сотрудников посольства Ирана покинуть страну в течение 48 часов.\n\n",
        [
            "actor: None; target: NP; count: 2; date: 2021-12-14",
            "actor: AM; target: IR; count: 6; deadline: PT48H",
        ],
    ),
    Invented(
        "Russian: not done, and planned",
        "2021-12-16",
        "Планы\n\n"
        "Казахстан не высылал дипломатов Таджикистана. Узбекистан намерен выслать трёх турецких "
        "дипломатов.\n\n",
        [
            "actor: KZ; target: TJ; status: negated",
            "actor: UZ; target: TR; count: 3; status: planned",
        ],
    ),
    Invented(
        "wrapped lines",
        "2016-04-20",
        "Ghana sends four Kenyan diplomats home in a row over\nfishing nets\n\n"
        "Ghana on Tuesday declared four Kenyan diplomats\npersona non grata, and gave them until Friday"
        " to\nleave the country, after a boat with fishing nets\nhad been found.\n\n",
        [
            "actor: GH; target: KE; count: 4; date: 2016-04-19; deadline: 2016-04-22",
        ],
    ),
    Invented(
        "expelled in the title only",
        "2016-04-20",
        "Jordan expels Iranian ambassador\n\n"
        "AMMAN, April 20\n\n"
        "The two countries have been at odds for years. Nobody was reachable for comment.\n\n",
        [
            "actor: JO; target: IR; count: 1; layer: title",
        ],
    ),
    Invented(
        "who tells another state to withdraw staff sends them away, and who announces a passive decides",
        "2016-04-20",
        "Orders\n\n"
        "Chad ordered Peru to withdraw nine embassy staff by the end of May. Malta says two Kenyan diplomats will be "
        "sent home. Fiji said three Omani envoys had been expelled from Togo.\n\n",
        [
            "actor: TD; target: PE; count: 9; status: announced",
            "actor: MT; target: KE; count: 2; status: announced",
            "actor: None; target: OM; count: 3",
        ],
    ),
    Invented(
        "a participle shares the auxiliary of a passive",
        "2016-04-20",
        "Told to go\n\n"
        "Togo's ambassador to Chile has been declared persona non grata and told to leave by Friday, two Chilean "
        "officials said.\n\n",
        ["target: TG; count: 1; deadline: 2016-04-22"],
    ),
    Invented(
        "a table under a title that speaks of expulsions",
        "2022-04-10",
        "Who expelled whom\n\nMalta - 30 Chadian diplomats (April 5)\nFiji - 25 (April 5)\nPeru - two (April 8)\n\n",
        [
            "actor: MT; target: TD; count: 30; date: 2022-04-05",
            "actor: FJ; target: TD; count: 25; date: 2022-04-05",
            "actor: PE; target: TD; count: 2; date: 2022-04-08",
        ],
    ),
    Invented(
        "a table of who is accredited tells of nobody who was sent away",
        "2022-04-10",
        "Who is accredited\n\nMalta - 30 Chadian diplomats (April 5)\nFiji - 25 (April 5)\n\n",
        [],
    ),
    Invented(
        "решение стороны, ответ на него, причастие с деятелем",
        "2021-12-16",
        "Ответ\n\n"
        "Чили закрыла консульство Непала в ответ на решение непальской стороны о высылке чилийского консула. "
        "Семь перуанских дипломатов, высланных Норвегией, прибыли в Лиму.\n\n",
        [
            "type: closure; actor: CL; target: NP",
            "actor: NP; target: CL; count: 1",
            "actor: NO; target: PE; count: 7",
        ],
    ),
    Invented(
        "потолок в творительном падеже, срок прилагательным, подлежащее позади",
        "2021-12-16",
        "Сокращение\n\n"
        "Дания ограничит численность персонала посольства Чада пятнадцатью сотрудниками. Мали выслала двух кубинских "
        "дипломатов и дала им недельный срок.\n\n",
        [
            "type: ceiling; actor: DK; target: TD; posts_to: 15",
            "actor: ML; target: CU; count: 2; deadline: P1W",
        ],
    ),
]
