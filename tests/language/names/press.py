"""Invented names as the press of several countries prints them, written by hand from its usage and not from our tables.

Given names stand in the forms that each press has for them; family names with its endings.
"""

from __future__ import annotations

LANGUAGES = ("ru", "en", "de", "fr", "pl", "es", "nl", "cs", "hu", "lv", "lt")
"""The columns of `NAMES`."""

NAMES = """
Сергей Вельшаков; Sergei Velshakov; Sergej Welschakow; Sergueï Velchakov; Siergiej Wielszakow; Serguéi Velshakov; \
Sergej Velsjakov; Sergej Velšakov; Szergej Velsakov; Sergejs Veļšakovs; Sergejus Velšakovas
Михаил Жулибин; Mikhail Zhulibin; Michail Schulibin; Mikhaïl Joulibine; Michaił Żulibin; Mijaíl Zhulibin; \
Michail Zjoelibin; Michail Žulibin; Mihail Zsulibin; Mihails Žuļibins; Michailas Žulibinas
Юрий Хорищев; Yuri Khorishchev; Juri Chorischtschew; Iouri Khorichtchev; Jurij Choriszczew; Yuri Jorishchev; \
Joeri Chorisjtsjev; Jurij Choriščev; Jurij Horiscsev; Jurijs Horiščevs; Jurijus Choriščevas
Алексей Цветлин; Alexei Tsvetlin; Alexej Zwetlin; Alexeï Tsvetline; Aleksiej Cwietlin; Alexéi Tsvetlin; \
Aleksej Tsvetlin; Alexej Cvetlin; Alekszej Cvetlin; Aleksejs Cvetļins; Aleksejus Cvetlinas
Дмитрий Щурякин; Dmitry Shchuryakin; Dmitri Schtschurjakin; Dmitri Chtchouriakine; Dmitrij Szczuriakin; \
Dmitri Shchuriakin; Dmitri Sjtsjoerjakin; Dmitrij Ščurjakin; Dmitrij Scsurjakin; Dmitrijs Ščurjakins; \
Dmitrijus Ščuriakinas
Андрей Чижелов; Andrey Chizhelov; Andrej Tschischelow; Andreï Tchijelov; Andriej Cziżelow; Andréi Chizhelov; \
Andrej Tsjizjelov; Andrej Čiželov; Andrej Csizselov; Andrejs Čiželovs; Andrejus Čiželovas
Евгений Шульжицкий; Yevgeny Shulzhitsky; Jewgeni Schulschizki; Evgueni Chouljitski; Jewgienij Szulżycki; \
Yevgueni Shulzhitski; Jevgeni Sjoelzjitski; Jevgenij Šulžickij; Jevgenyij Sulzsickij; Jevgeņijs Šuļžickis; \
Jevgenijus Šulžickis
Николай Юрзанов; Nikolai Yurzanov; Nikolai Jursanow; Nikolaï Iourzanov; Nikołaj Jurzanow; Nikolái Yurzánov; \
Nikolaj Joerzanov; Nikolaj Jurzanov; Nyikolaj Jurzanov; Nikolajs Jurzanovs; Nikolajus Jurzanovas
Владимир Яхтенко; Vladimir Yakhtenko; Wladimir Jachtenko; Vladimir Iakhtenko; Władimir Jachtienko; \
Vladímir Yajtenko; Vladimir Jachtenko; Vladimir Jachtěnko; Vlagyimir Jahtenko; Vladimirs Jahtenko; Vladimiras Jachtenko
Виктория Ефрошина; Viktoria Yefroshina; Viktoria Jefroschina; Viktoria Efrochina; Wiktorija Jefroszyna; \
Viktoria Yefróshina; Viktoria Jefrosjina; Viktorija Jefrošinová; Viktorija Jefrosina; Viktorija Jefrošina; \
Viktorija Jefrošina
Эдуард Эрбинский; Eduard Erbinsky; Eduard Erbinski; Édouard Erbinski; Eduard Erbinski; Eduard Erbinski; \
Eduard Erbinski; Eduard Erbinskij; Eduard Erbinszkij; Eduards Erbinskis; Eduardas Erbinskis
Илья Кузьяров; Ilya Kuzyarov; Ilja Kusjarow; Ilia Kouziarov; Ilja Kuzjarow; Iliá Kuziárov; \
Ilja Koezjarov; Ilja Kuzjarov; Ilja Kuzjarov; Iļja Kuzjarovs; Ilja Kuzjarovas
Анатолий Соболтьев; Anatoly Soboltyev; Anatoli Soboltjew; Anatoli Soboltiev; Anatolij Soboltjew; \
Anatoli Sobóltiev; Anatoli Soboltjev; Anatolij Soboltjev; Anatolij Szoboltyjev; Anatolijs Soboltjevs; \
Anatolijus Soboltjevas
Геннадий Гелюхин; Gennady Gelyukhin; Gennadi Geljuchin; Guennadi Guelioukhine; Giennadij Gieluchin; \
Guennadi Gueliujin; Gennadi Geljoechin; Gennadij Geljuchin; Gennagyij Geljuhin; Genādijs Geļuhins; Genadijus Geliuchinas
Вячеслав Ильющев; Vyacheslav Ilyushchev; Wjatscheslaw Iljuschtschew; Viatcheslav Iliouchtchev; Wiaczesław Iluszczew; \
Viacheslav Iliúshchev; Vjatsjeslav Iljoesjtsjev; Vjačeslav Iljuščev; Vjacseszlav Iljuscsev; Vjačeslavs Iļjuščevs; \
Viačeslavas Iljuščevas
Олег Дзюбланский; Oleg Dzyublansky; Oleg Dsjublanski; Oleg Dzioublanski; Oleg Dziublanski; Oleg Dziublanski; \
Oleg Dzjoeblanski; Oleg Dzjublanskij; Oleg Dzjublanszkij; Oļegs Dzjublanskis; Olegas Dziublanskis
Пётр Рыжуцкий; Pyotr Ryzhutsky; Pjotr Ryschuzki; Piotr Ryjoutski; Piotr Ryżucki; Piotr Ryzhutski; \
Pjotr Ryzjoetski; Pjotr Ryžuckij; Pjotr Rizsuckij; Pjotrs Rižuckis; Piotras Ryžuckis
Ирина Мельничевская; Irina Melnichevskaya; Irina Melnitschewskaja; Irina Melnitchevskaïa; Irina Mielniczewska; \
Irina Melnichévskaya; Irina Melnitsjevskaja; Irina Melničevská; Irina Melnyicsevszkaja; Irina Meļņičevska; \
Irina Melničevskaja
Роман Бурджанян; Roman Burdzhanyan; Roman Burdschanjan; Roman Bourdjanian; Roman Burdżanian; Román Burdzhanián; \
Roman Boerdzjanjan; Roman Burdžanjan; Roman Burdzsanjan; Romans Burdžanjans; Romanas Burdžanianas
Денис Бойчеснюк; Denis Boychesnyuk; Denis Boitschesnjuk; Denis Boïtchesniouk; Denis Bojczesniuk; Denís Boichesniuk; \
Denis Bojtsjesnjoek; Denis Bojčesňuk; Gyenyisz Bojcsesznyuk; Deniss Boičesņuks; Denisas Boičesniukas
Наталья Оленькова; Natalia Olenkova; Natalja Olenkowa; Natalia Olenkova; Natalja Oleńkowa; Natalia Olenkova; \
Natalja Olenkova; Natalja Oleňkovová; Natalja Olenykova; Natālija Oļeņkova; Natalja Olenkova
Максим Ксенжулёв; Maxim Ksenzhulyov; Maxim Xenschuljow; Maxime Ksenjouliov; Maksim Ksienżulow; Maxim Ksenzhuliov; \
Maksim Ksenzjoeljov; Maxim Ksenžuljov; Makszim Kszenzsuljov; Maksims Ksenžuļovs; Maksimas Ksenžuliovas
Василий Долгушной; Vasily Dolgushnoy; Wassili Dolguschnoi; Vassili Dolgouchnoï; Wasilij Dołgusznoj; \
Vasili Dolgushnói; Vasili Dolgoesjnoj; Vasilij Dolgušnoj; Vaszilij Dolgusnoj; Vasilijs Dolgušnojs; Vasilijus Dolgušnojus
Фёдор Вьюшкин; Fyodor Vyushkin; Fjodor Wjuschkin; Fiodor Viouchkine; Fiodor Wjuszkin; Fiódor Viushkin; \
Fjodor Vjoesjkin; Fjodor Vjuškin; Fjodor Vjuskin; Fjodors Vjuškins; Fiodoras Vjuškinas
Сергій Гнатищенко; Serhiy Hnatyshchenko; Serhij Hnatyschtschenko; Serhiy Hnatychtchenko; Serhij Hnatyszczenko; \
Serhiy Hnatishchenko; Serhij Hnatysjtsjenko; Serhij Hnatyščenko; Szerhij Hnatiscsenko; Serhijs Hnatiščenko; \
Serhijus Hnatyščenko
Александр Дубровец; Aliaksandr Dubravets; Aljaksandr Dubrawez; Aliaksandr Doubravets; Alaksandr Dubrawiec; \
Aliaksandr Dubravets; Aljaksandr Doebravets; Aljaksandr Dubravec; Aljakszandr Dubravec; Aļaksandrs Dubravecs; \
Aliaksandras Dubravecas
"""
"""A name a line, in the order of `LANGUAGES`."""

PATRONYMICS = """
Сергей Михайлович Вельшаков; Sergei Mikhailovich Velshakov; Sergej Michailowitsch Welschakow; \
Sergueï Mikhaïlovitch Velchakov; Siergiej Michajłowicz Wielszakow; Serguéi Mijáilovich Velshakov; \
Sergej Michajlovitsj Velsjakov; Sergej Michajlovič Velšakov; Szergej Mihajlovics Velsakov; \
Sergejs Mihailovičs Veļšakovs; Sergejus Michailovičius Velšakovas
Юрий Алексеевич Хорищев; Yuri Alekseyevich Khorishchev; Juri Alexejewitsch Chorischtschew; \
Iouri Alexeïevitch Khorichtchev; Jurij Aleksiejewicz Choriszczew; Yuri Alexéyevich Jorishchev; \
Joeri Aleksejevitsj Chorisjtsjev; Jurij Alexejevič Choriščev; Jurij Alekszejevics Horiscsev; \
Jurijs Aleksejevičs Horiščevs; Jurijus Aleksejevičius Choriščevas
Виктория Андреевна Ефрошина; Viktoria Andreyevna Yefroshina; Viktoria Andrejewna Jefroschina; \
Viktoria Andreïevna Efrochina; Wiktorija Andriejewna Jefroszyna; Viktoria Andréyevna Yefróshina; \
Viktoria Andrejevna Jefrosjina; Viktorija Andrejevna Jefrošinová; Viktorija Andrejevna Jefrosina; \
Viktorija Andrejevna Jefrošina; Viktorija Andrejevna Jefrošina
Дмитрий Ильич Щурякин; Dmitry Ilyich Shchuryakin; Dmitri Iljitsch Schtschurjakin; Dmitri Ilitch Chtchouriakine; \
Dmitrij Iljicz Szczuriakin; Dmitri Ilich Shchuriakin; Dmitri Iljitsj Sjtsjoerjakin; Dmitrij Iljič Ščurjakin; \
Dmitrij Iljics Scsurjakin; Dmitrijs Iļjičs Ščurjakins; Dmitrijus Iljičius Ščuriakinas
"""
"""Names with a patronymic."""

OTHERS = """
Sergej Welschakow; Sergueï Velmakov
Sergej Welschakow; Serguéi Veltakov
Siergiej Wielszakow; Sergej Welsakow
Szergej Velszakov; Сергей Вельшаков
Michail Schulibin; Mikhaïl Joubiline
Michał Żulikin; Михаил Жулибин
Michail Schulibin; Michail Tschulibin
Michail Žulibin; Michail Šulgin
Juri Chorischtschew; Iouri Chorichtchev
Jurij Choriszczew; Jurij Dorišcev
Yuri Jorishchev; Yuri Borishchev
Joeri Chorisjtsjev; Joeri Chorsjtsjev
Alexej Zwetlin; Alexeï Tsvetkine
Aleksiej Cwietlin; Aleksiej Cwietkin
Alexej Zwetlin; Alexandre Tsvetline
Aleksejs Cvetļins; Aleksandrs Cvetļins
Dmitri Schtschurjakin; Dmitri Chtchoukine
Dmitrij Szczuriakin; Dmitrij Szczurikin
Dmitri Sjtsjoerjakin; Denis Sjtsjoerjakin
Dmitrij Scsurjakin; Dmitrij Csurjakin
Andrej Tschischelow; Andreï Chijelov
Andriej Cziżelow; Andriej Ciżelow
Andrej Csizselov; Andrej Čižekov
Andrejs Čiželovs; Antons Čiželovs
Jewgeni Schulschizki; Evgueni Chouljinski
Jewgienij Szulżycki; Jewgienij Szulżyński
Jevgeni Sjoelzjitski; Jevgeni Sjoelmitski
Jevgenij Šulžickij; Jegor Šulžickij
Nikolai Jursanow; Nikolaï Iourlanov
Nikołaj Jurzanow; Nikita Jurzanow
Nikolaj Joerzanov; Nikolaj Zoerjanov
Nyikolaj Jurzanov; Nyikolaj Jurcanov
Wladimir Jachtenko; Vladimir Iakchenko
Władimir Jachtienko; Władisław Jachtienko
Vlagyimir Jahtenko; Vlagyimir Jahnenko
Vladimirs Jahtenko; Vladislavs Jahtenko
Viktoria Jefroschina; Viktor Efrochine
Wiktorija Jefroszyna; Wiktor Jefroszyn
Viktorija Jefrošinová; Viktor Jefrošin
Viktoria Jefroschina; Viktoria Efrokina
Eduard Erbinszkij; Eduard Arbinski
Édouard Erbinski; Eduard Erminskij
Ilja Kusjarow; Ilia Kousarine
Ilja Koezjarov; Igor Koezjarov
Iliá Kuziárov; Iliá Kuziánov
Anatoli Soboltjew; Anatoli Sobolev
Anatolij Soboltjew; Anton Soboltjew
Gennadi Geljuchin; Guennadi Gueloukhov
Giennadij Gieluchin; Gieorgij Gieluchin
Gennadij Geljuchin; Gennadij Heljukin
Wjatscheslaw Iljuschtschew; Vladislav Iliouchtchev
Wiaczesław Iluszczew; Wiaczesław Iluszyn
Vjatsjeslav Iljoesjtsjev; Vjatsjeslav Iljoesjin
Oleg Dsjublanski; Oleg Dioublinski
Oļegs Dzjublanskis; Oļegs Dzjubinskis
Pjotr Ryschuzki; Pavel Ryjoutski
Piotr Ryżucki; Piotr Różycki
Pjotr Ryzjoetski; Pjotr Rytsjoetski
Irina Melnitschewskaja; Igor Melnitschewski
Irina Mielniczewska; Irina Mielnikowska
Irina Melničevská; Marina Melničevská
Irina Meļņičevska; Irina Meļņikova
Irina Melnitschewskaja; Iwan Mielniczewski
Roman Burdschanjan; Roman Burtschanjan
Roman Bourdjanian; Robert Burdżanian
Denis Boitschesnjuk; Denis Boitschenjuk
Denis Bojczesniuk; Dmitrij Bojczesniuk
Gyenyisz Bojcsesznyuk; Gyenyisz Bojcsevnyuk
Natalja Olenkowa; Natalia Olechkova
Natalja Oleńkowa; Nadieżda Oleńkowa
Natalja Oleňkovová; Nikolaj Oleňkov
Natālija Oļeņkova; Natālija Oļegova
Maxim Xenschuljow; Maxime Kseniouliov
Maksim Ksienżulow; Makar Ksienżulow
Wassili Dolguschnoi; Vassili Dolgouchine
Wasilij Dołgusznoj; Witalij Dołgusznoj
Vaszilij Dolgusnoj; Vaszilij Dolgunoj
Fjodor Wjuschkin; Fiodor Vialkine
Fiodor Wjuszkin; Filipp Wjuszkin
Fjodors Vjuškins; Fjodors Vjušņins
Serhij Hnatyschtschenko; Serhiy Hnatenko
Serhij Hnatyszczenko; Stepan Hnatyszczenko
Serhij Hnatyščenko; Serhij Hratyščenko
Aljaksandr Dubrawez; Aliaksandr Doubravine
Alaksandr Dubrawiec; Alaksiej Dubrawiec
Sergej Michailowitsch Welschakow; Sergueï Andreïevitch Velchakov
Sergei Mikhailovich Velshakov; Siergiej Maksimowicz Wielszakow
Juri Alexejewitsch Chorischtschew; Jurij Alekszandrovics Horiscsev
Jurij Alexejevič Choriščev; Jurijs Anatoļjevičs Horiščevs
Dmitri Iljitsch Schtschurjakin; Dmitri Igorevitsj Sjtsjoerjakin
Viktorija Andrejevna Jefrosina; Viktorija Andrejevna Jefrosova
"""
"""Two names of two persons a line: another letter, another given name, another gender, another father."""


def forms(table: str) -> list[dict[str, str]]:
    """The names of a table, each by language."""
    return [dict(zip(LANGUAGES, map(str.strip, line.split(";")), strict=True)) for line in table.splitlines() if line]


def others() -> list[tuple[str, str]]:
    """The pairs of `OTHERS`."""
    pairs = (line.split("; ") for line in OTHERS.splitlines() if line)
    return [(a, b) for a, b in pairs]
