"""Reports that nobody wrote, about steps that nobody took, with the events that they tell."""

from __future__ import annotations

from typing import NamedTuple


class Invented(NamedTuple):
    """A text, the day on which it is said to have come out, and what each event in it must say, in its order."""

    name: str
    published: str
    text: str
    events: list[str]


REPORTS: list[Invented] = [
    Invented(
        "a count in words and a weekday of the day of publication",
        "2019-05-14",
        "Paraguay sends two Finns home\n\n"
        "ASUNCION, Tuesday\n\n"
        "Paraguay on Tuesday expelled two Finnish diplomats from the embassy in Asunción, giving them 72 "
        "hours to pack. Finland's embassy has 11 accredited staff.\n\n",
        [
            "type: expulsion; actor: PY; target: FI; count: 2; date: 2019-05-14; deadline: PT72H; mission: FI/PY",
        ],
    ),
    Invented(
        "a passive without an agent, and its answer a day later",
        "2016-03-10",
        "Envoys go both ways\n\n"
        "On 8 March 2016, seven diplomats from the Kenyan Embassy in Lima were declared persona non "
        "grata. On Wednesday Kenya responded by expelling six Peruvian diplomats.\n\n",
        [
            "type: expulsion; actor: None; target: KE; count: 7; date: 2016-03-08; mission: KE/PE",
            "type: expulsion; actor: KE; target: PE; count: 6; date: 2016-03-09; retaliation: True",
        ],
    ),
    Invented(
        "planned and threatened are not done",
        "2020-02-20",
        "Mongolia mulls a step\n\n"
        "Mongolia is considering expelling four Chilean diplomats, a minister said on Thursday. Chile has"
        " threatened to expel nine Mongolian diplomats if that happens.\n\n",
        [
            "type: expulsion; actor: MN; target: CL; count: 4; status: planned",
            "type: expulsion; actor: CL; target: MN; count: 9; status: threatened",
        ],
    ),
    Invented(
        "a parliament calls for it",
        "2018-11-06",
        "Votes in Accra\n\n"
        "Ghana's parliament on Tuesday voted to expel the Danish ambassador. The vote binds nobody.\n\n",
        [
            "type: expulsion; actor: GH; target: DK; count: 1; status: called-for; date: 2018-11-06",
        ],
    ),
    Invented(
        "a negated step tells nothing that was done",
        "2018-11-06",
        "No step\n\nNepal has not expelled any Omani diplomats, its foreign ministry said on Tuesday.\n\n",
        [
            "type: expulsion; actor: NP; target: OM; status: negated",
        ],
    ),
    Invented(
        "ages, hours, lengths and clubs count nobody",
        "2017-09-01",
        "Quiet week in Oslo\n\n"
        "The 52-year-old ambassador was expelled from his rowing club in 2015. Norway gave the 120-metre "
        "ship 48 hours. Three students were expelled from a school on Friday.\n\n",
        [],
    ),
    Invented(
        "a ceiling with both numbers and a deadline",
        "2021-06-18",
        "Fewer posts\n\n"
        "The Norwegian government will reduce the number of Sudanese diplomats accredited in Oslo from 14"
        " to six by 1 July 2021, the foreign ministry said on Friday.\n\n",
        [
            "type: ceiling; actor: NO; target: SD; posts_from: 14; posts_to: 6; date: 2021-06-18; deadline: 2021-07-01",
        ],
    ),
    Invented(
        "a ceiling in the order to-from, and an expulsion of another number in one sentence",
        "2021-06-18",
        "Tighter\n\n"
        "Thailand confirmed Thursday that it is expelling five Cuban diplomats and that it has cut the "
        "size of the Cuban embassy to 9, from 15.\n\n",
        [
            "type: expulsion; actor: TH; target: CU; count: 5; date: 2021-06-17",
            "type: ceiling; actor: TH; target: CU; posts_from: 15; posts_to: 9; mission: CU/TH",
        ],
    ),
    Invented(
        "background keeps its own date",
        "2022-08-03",
        "Old wounds\n\n"
        "Greece expelled three Serbian diplomats in 2018 over a theft of files. In June 2019, Serbia "
        "expelled two Greek diplomats in retaliation.\n\n",
        [
            "type: expulsion; actor: GR; target: RS; count: 3; date: 2018; background: True; status: executed",
            "type: expulsion; actor: RS; target: GR; count: 2; date: 2019-06; background: True; retaliation: True",
        ],
    ),
    Invented(
        "a list of states under one verb",
        "2014-07-09",
        "Who sent whom\n\n"
        "Since 1 July 2014 several countries have expelled Belizean diplomats. The numbers: Ghana (4), "
        "Togo (3), Benin (2) and Niger (1).\n\n",
        [
            "type: aggregate; target: BZ",
            "type: expulsion; actor: GH; target: BZ; count: 4",
            "type: expulsion; actor: TG; target: BZ; count: 3",
            "type: expulsion; actor: BJ; target: BZ; count: 2",
            "type: expulsion; actor: NE; target: BZ; count: 1",
        ],
    ),
    Invented(
        "an accreditation withdrawn from members of a mission to an organization",
        "2019-10-22",
        "OSCE badge row\n\n"
        "The OSCE on Monday withdrew the accreditation of six members of Belarus's permanent mission to "
        "the organization.\n\n",
        [
            "type: expulsion; actor: OSCE; target: BY; count: 6; date: 2019-10-21",
        ],
    ),
    Invented(
        "the same thing told in title, lead and further down is one event",
        "2015-01-23",
        "Malta Expels Four Thai Diplomats\n\n"
        "VALLETTA | January 23, 2015\n\n"
        "Malta on Thursday ordered four Thai diplomats to leave.\n\n"
        "The four Thai diplomats were expelled after a break-in, the ministry said.\n\n",
        [
            "type: expulsion; actor: MT; target: TH; count: 4; date: 2015-01-22; layer: body",
        ],
    ),
    Invented(
        "read-more links and captions yield nothing",
        "2015-01-23",
        "A calm day\n\n"
        "A Fijian consul expelled by Samoa in 2011 waves. (Photo by A. Nobody)\n\n"
        "Samoa's government met on Friday and adjourned.\n\n"
        "Read more:\n- Tonga expels 40 Fijian diplomats\n- Fiji to expel nine\n\n",
        [],
    ),
    Invented(
        "dozens is a modifier, no number",
        "2013-09-30",
        "Looking back\n\nLast May Senegal expelled dozens of diplomats from the Gambian embassy in Dakar.\n\n",
        [
            "type: expulsion; actor: SN; target: GM; count_modifier: dozens; date: 2013-05; mission: GM/SN",
        ],
    ),
    Invented(
        "hundreds by many states is a total",
        "2013-09-30",
        "In sum\n\nWestern countries have expelled hundreds of Eritrean diplomats over the years.\n\n",
        [
            "type: aggregate; target: ER; count: None; count_modifier: hundreds",
        ],
    ),
    Invented(
        "a denied report",
        "2013-09-30",
        "Not so\n\nUganda denied reports that it had expelled two Cypriot diplomats.\n\n",
        [
            "type: expulsion; actor: UG; target: CY; count: 2; status: denied",
        ],
    ),
    Invented(
        "German: participle at the end, period of grace",
        "2018-03-29",
        "Portugal weist Diplomaten aus\n\n"
        "Portugal hat am Mittwoch drei angolanische Diplomaten ausgewiesen, wie das Außenministerium "
        "mitteilte. Sie haben fünf Tage Zeit.\n\n",
        [
            "type: expulsion; actor: PT; target: AO; count: 3; date: 2018-03-28; deadline: P5D; status: executed",
        ],
    ),
    Invented(
        "German: separable verb and inverted subject",
        "2018-03-29",
        "Reaktion aus Bukarest\n\n"
        "Am Donnerstag wies Rumänien vier kasachische Diplomaten aus. Die Zahl der Mitarbeiter der "
        "kasachischen Botschaft in Bukarest wird von 20 auf zwölf begrenzt.\n\n",
        [
            "type: expulsion; actor: RO; target: KZ; count: 4; date: 2018-03-29",
            "type: ceiling; target: KZ; posts_from: 20; posts_to: 12; mission: KZ/RO",
        ],
    ),
    Invented(
        "German: unwanted persons, passive",
        "2012-05-29",
        "Botschafter muss gehen\n\n"
        "Der syrische Botschafter in Bern wurde am Dienstag zur unerwünschten Person erklärt.\n\n",
        [
            "type: expulsion; actor: None; target: SY; count: 1; date: 2012-05-29",
        ],
    ),
    Invented(
        "French: active and past perfect",
        "2014-02-15",
        "Le Tchad expulse deux diplomates tunisiens\n\n"
        "Le Tchad a expulsé vendredi deux diplomates tunisiens. En novembre dernier, la Tunisie avait "
        "expulsé un consul tchadien.\n\n",
        [
            "type: expulsion; actor: TD; target: TN; count: 2; date: 2014-02-14",
            "type: expulsion; actor: TN; target: TD; count: 1; date: 2013-11; background: True",
        ],
    ),
    Invented(
        "French: persona non grata in the passive, with its agent",
        "2014-02-15",
        "Rappel à l'ordre\n\n"
        "Trois diplomates de l'ambassade du Gabon à Rabat ont été déclarés persona non grata par le Maroc"
        " le 12 février 2014. Ils ont 48 heures pour quitter le pays.\n\n",
        [
            "type: expulsion; actor: MA; target: GA; count: 3; date: 2014-02-12; deadline: PT48H; mission: GA/MA",
        ],
    ),
    Invented(
        "Spanish: active and ser-passive",
        "2011-04-07",
        "Cruce de expulsiones\n\n"
        "Honduras expulsó el martes a dos diplomáticos haitianos. El embajador hondureño fue declarado "
        "persona non grata por Haití el 6 de abril de 2011.\n\n",
        [
            "type: expulsion; actor: HN; target: HT; count: 2; date: 2011-04-05",
            "type: expulsion; actor: HT; target: HN; count: 1; date: 2011-04-06",
        ],
    ),
    Invented(
        "Russian: past, number in words, staff of an embassy",
        "2016-12-08",
        "Вьетнам выслал дипломатов\n\n"
        "Вьетнам в среду выслал троих сотрудников посольства Лаоса в Ханое, сообщил МИД страны.\n\n",
        [
            "type: expulsion; actor: VN; target: LA; count: 3; date: 2016-12-07; mission: LA/VN; status: executed",
        ],
    ),
    Invented(
        "Russian: declared, with the instrumental, and present tense",
        "2016-12-08",
        "Ответ\n\n"
        "Чили объявило 2 декабря 2016 года двух словенских дипломатов персонами нон грата. В ответ "
        "Словения высылает двух чилийских дипломатов.\n\n",
        [
            "type: expulsion; actor: CL; target: SI; count: 2; date: 2016-12-02",
            "type: expulsion; actor: SI; target: CL; count: 2; retaliation: True; status: announced",
        ],
    ),
    Invented(
        "Russian: a ceiling",
        "2016-12-08",
        "Сокращение\n\nЛатвия сократила численность персонала посольства Кубы с 15 до 9 человек.\n\n",
        [
            "type: ceiling; actor: LV; target: CU; posts_from: 15; posts_to: 9; mission: CU/LV; status: executed",
        ],
    ),
    Invented(
        "modifiers and grouped digits",
        "2016-12-08",
        "Large numbers\n\n"
        "Pakistan expelled at least 1,200 Bhutanese diplomats on Monday, and India expelled more than a "
        "dozen Burmese diplomats.\n\n",
        [
            "type: expulsion; actor: PK; target: BT; count: 1200; count_modifier: at-least; date: 2016-12-05",
            "type: expulsion; actor: IN; target: MM; count: 12",
        ],
    ),
    Invented(
        "a named ambassador, and speech about what will be done",
        "2010-06-11",
        "Envoy out\n\n"
        "Foreign Minister Ada Lovrek said on Friday that Croatia would expel the Zambian ambassador, "
        "Peter Mwanza Phiri, within 10 days.\n\n",
        [
            "actor: HR; target: ZM; count: 1; date: 2010-06-11; deadline: P10D; persons: Peter Mwanza Phiri",
        ],
    ),
    Invented(
        "sentences glued together, and two hosts in one place",
        "2023-11-20",
        "Two missions\n\n"
        "“They had it coming,” he said.Since then the European Union has declared eleven diplomats of the"
        " Tajik mission to the EU unwelcome.Estonia expelled 3 Tajik diplomats on 14 November 2023.\n\n",
        [
            "type: expulsion; actor: EU; target: TJ; count: 11; mission: TJ/EU",
            "type: expulsion; actor: EE; target: TJ; count: 3; date: 2023-11-14",
        ],
    ),
    Invented(
        "the name of one among those who were sent away",
        "2018-05-02",
        "Who they are\n\n"
        "On 12 March 2018 Latvia expelled nine Qatari diplomats. Among them was Omar Said Nasr, the press"
        " attaché.\n\n",
        [
            "type: expulsion; actor: LV; target: QA; count: 9; date: 2018-03-12",
            "type: expulsion; target: QA; date: 2018-03-12; persons: Omar Said Nasr; rule: expulsion.member",
        ],
    ),
]
