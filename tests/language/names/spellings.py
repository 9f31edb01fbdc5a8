"""Pairs of invented names in the forms of many presses, written by hand before they were first compared.

One name in two spellings, and names of two persons that look alike; what was wrong at first sight is told in docs.
"""

from __future__ import annotations

ALIKE = """
Всеволод Тарчинский; Wsewolod Tartschinski
Wsewolod Tartschinski; Vsevolod Tartchinski
Wsiewołod Tarczyński; Vsevolod Tarchinsky
Vszevolod Tarcsinszkij; Всеволод Тарчинский
Vsevolods Tarčinskis; Wsewolod Tartschinski
Святослав Гужвенко; Swjatoslaw Huschwenko
Sviatoslav Huzhvenko; Swiatosław Hużwenko
Sviatoslav Houjvenko; Святослав Гужвенко
Svjatoslav Guzjvenko; Sviatoslav Huzhvenko
Тимофей Щекатуров; Timofej Schtschekaturow
Timofeï Chtchekatourov; Timofiej Szczekaturow
Tyimofej Scsekaturov; Timofei Shchekaturov
Timofejus Ščekaturovas; Тимофей Щекатуров
Timoféi Schekaturov; Timofei Shchekaturov
Ярослав Жмеринчук; Jarosław Żmerynczuk
Yaroslav Zhmerynchuk; Iaroslav Jmerintchouk
Jaroslav Žmerinčuk; Jaroslaw Schmerintschuk
Ксения Аржанникова; Ksenija Arschannikowa
Xenia Arzhannikova; Xénia Arjannikova
Ksenia Arżannikowa; Kszenyija Arzsannyikova
Ksenija Aržannikovová; Ksenia Arzhannikova
Ксения Аржанникова; Ksenija Aržaņņikova
Олександр Чорновіленко; Aleksandr Chernovilenko
Oleksandr Tschornowilenko; Oleksandr Chornovilenko
Ołeksandr Czornowiłenko; Олександр Чорновіленко
Oleksandr Tchornovilenko; Олександр Чорновіленко
Александр Чёрный-Луцкий; Alexander Tschorny-Luzki
Alexandre Tchorny-Loutski; Aleksandr Chyorny-Lutsky
Вольга Жаркевіч; Olga Zharkevich
Volha Zharkievich; Ольга Жаркевич
Wolha Scharkewitsch; Volha Zharkevich
Uładzimir Żarkiewicz; Vladimir Zharkevich
Uladzimir Jarkievitch; Владимир Жаркевич
Aliaksei Hrytsuk; Алексей Грицук
Аляксей Грыцук; Alexei Gritsuk
Aljaksej Hrycuk; Aliaksei Hrytsuk
Zmicier Kaźlenka; Dmitry Kozlenko
Dzmitry Kazlenka; Дмитрий Козленко
Siarhiej Dziamjanau; Сергей Демьянов
Siarhei Dziamyanau; Sergei Demyanov
Yauhen Malochka; Евгений Молочко
Mikałaj Ščarbina; Nikolai Shcherbina
Микола Щербина; Nikolay Shcherbina
Mykola Schtscherbyna; Nikolaï Chtcherbina
Serhij Hlynianyj; Сергей Глиняный
Serhii Hlynianyi; Siergiej Glinianyj
Андрій Їжакевич; Andrey Yizhakevich
Andrij Jischakewytsch; Andriy Yizhakevych
Yuriy Lyashchuk; Jurij Ljaschtschuk
Iouri Liachtchouk; Юрий Лящук
Hlib Pankivskyi; Гліб Паньківський
Евгения Цыганкова; Jewgenija Zygankowa
Evguénia Tsygankova; Jewgienija Cygankowa
Yevgenia Tsygankova; Jevgenyija Cigankova
Evgenia Tsigankova; Евгения Цыганкова
Jevgenija Ciganková; Евгения Цыганкова
Михаил Ходзинский; Michail Chodsinski
Mikhaïl Khodzinski; Michaił Chodziński
Mihail Hodzinszkij; Michail Chodzinskij
Mijaíl Jodzinski; Mikhail Khodzinsky
Mihails Hodzinskis; Mijaíl Jodzinski
Michailas Chodzinskis; Mikhail Khodzinskiy
Георгий Вьюнов; Georgi Wjunow
Gueorgui Viounov; Gieorgij Wjunow
Gueorgui Viúnov; Georgy Vyunov
Georgij Vjunov; Gyeorgij Vjunov
Игорь Шкляревский; Igor Schkljarewski
Igor Chkliarevski; Igor Szklarewski
Igor Skljarevszkij; Igor Shklyarevsky
Igoris Škliarevskis; Игорь Шкляревский
Igors Škļarevskis; Igor Schkljarewski
Фёдор Мотыгин; Fjodor Motygin
Fiodor Motyguine; Fiodor Motygin
Fyodor Motygin; Fjodors Motigins
Fiódor Motiguin; Фёдор Мотыгин
Fedor Motygin; Fjodor Motygin
Зураб Гогоберидзе; Surab Gogoberidse
Зураб Гогоберидзе; Zourab Gogobéridzé
Ашот Мкртумян; Aschot Mkrtumjan
Ashot Mkrtoumian; Ашот Мкртумян
Yousef El Haddouchi; Yusuf al-Haddushi
Mohamed Ould Zeidane; Muhammad Ould Zaydan
Abdelkader Bouzrara; Abd al-Qadir Buzrara
Zhiyuan WANG; Wang Zhiyuan
Рамзан Ахмедханов; Ramsan Achmedchanow
Ramzan Akhmedkhanov; Ramzan Achmiedchanow
Нурлан Тлеубаев; Nurlan Tleubajew
Нұрлан Тілеубаев; Nurlan Tleubayev
Nourlan Tleoubaïev; Нурлан Тлеубаев
Ильдар Хайруллин; Ildar Chairullin
Ildar Khaïroulline; Ildar Chajrullin
Jörg Müllenbach; Joerg Muellenbach
Łukasz Śniegoński; Lukasz Sniegonski
Dvořáček, Jiří; Jiri Dvoracek
Gyöngyösi-Tar Ákos; Akos Gyongyosi-Tar
Pētersons, Jānis Kalnozols; Janis Kalnozols Petersons
Şükrü Çağlayangil; Sukru Caglayangil
Анатолий Иванович Рогачёв; Rogatschow, Anatoli I.
ROGATCHEV Anatoli; Анатолий Рогачёв
A. I. Rogachyov; Anatoly Ivanovich Rogachev
Rogaczow Anatolij Iwanowicz; Анатолий Иванович Рогачёв
Anatolij Rogačov; Anatoli Rogatsjov
Sergei Velikanov; Sergej Welikanow
Мария Бережная; Maria Bereschnaja
Anton Czuryn; Anton Tschurin
Roman Sedov; Roman Siedow
Oleksii Zhukovyn; Alexei Schukowin
Stanislav Belyaev; Stanisław Bielajew
Stanislas Beliaïev; Станислав Беляев
Serguei Tchemezine; Sergej Tschemesin
Наталия Полухина; Natalia Polujina
Natalie Poloukhina; Natalija Poluchina
Natalja Poluhina; Natalya Polukhina
Wiaczesław Umrychin; Viatcheslav Oumrikhine
Viacheslav Umrikhin; Vjacseszlav Umrihin
Вячеслав Умрихин; Vyacheslav Umrijin
Lioudmila Grigorieva; Ljudmila Grigorjewa
Ludmiła Grigorjewa; Людмила Григорьева
Ljudmila Grigorjevová; Lyudmila Grigoryeva
Ludmila Grigorieva; Ljudmila Grigorjeva
Arkadi Vaïnchtok; Аркадий Вайншток
Arkadij Wajnsztok; Arkadi Weinstock
Леонид Гольдфарб; Leonid Goldfarb
Эммануил Рейзман; Emmanuil Reisman
Iossif Raïkhelson; Iosif Reichelson
Иосиф Райхельсон; Josif Raichelson
Лев Щапов; Lew Schtschapow
Léon Chtchapov; Лев Щапов
Альберт Рыбчинский; Albert Rybtschinski
Альберт Рыбчинский; Albert Rybtchinski
Albert Rybczyński; Albert Ribtsinskij
Алла Вожжова; Alla Woschschowa
Alla Vojjova; Alla Wożżowa
Аслан Мамедгулиев; Aslan Mamedgulijew
Aslan Mamedgouliev; Aslan Məmmədquliyev
Борис Цуканчик; Boris Zukantschik
Boris Tsoukantchik; Boris Cukanczyk
Borisz Cukancsik; Boriss Cukančiks
Борис Эйдлин; Boris Eidlin
Валентина Хмелюк; Walentina Chmeljuk
Valentina Khmeliouk; Walentyna Chmeluk
Valentina Jmeliuk; Валентина Хмелюк
Валерій Яцишин; Walerij Jazyschyn
Valerii Yatsyshyn; Walerij Jacyszyn
Valery Iatsychine; Валерий Яцишин
Виталий Гречухин; Witali Gretschuchin
Vitali Gretchoukhine; Witalij Grieczuchin
Vitalij Grecsuhin; Vitalijs Grečuhins
Vitalijus Grečiuchinas; Witali Gretschuchin
Віктар Шаўчэнка; Viktor Shevchenko
Viktar Shauchenka; Віктор Шевченко
Wiktar Szauczenka; Viktar Shauchenka
Владислав Живоглядов; Wladislaw Schiwogljadow
Vladislav Jivogliadov; Władisław Żywogladow
Vladislav Zsivogljadov; Vladislavs Živogļadovs
Vladislav Zjivogljadov; Vladislav Zhivoglyadov
Геннадий Шамшуров; Gennadij Schamschurow
Guennadi Chamchourov; Gennadi Sjamsjoerov
Григорий Юхнов; Grigori Juchnow
Grigori Ioukhnov; Grzegorz Juchnow
Hryhorii Yukhnov; Grigory Yukhnov
Даниил Кяльмин; Daniil Kjalmin
Daniil Kialmine; Daniił Kialmin
Денис Лёвочкин; Denis Ljowotschkin
Denis Liovotchkine; Dienis Lowoczkin
Denis Levochkin; Денис Лёвочкин
Gyenyisz Ljovocskin; Denis Levochkin
Евгений Сиротюк; Jewgeni Sirotjuk
Evgueni Sirotiouk; Jewgienij Sirotiuk
Yevhen Syrotiuk; Евгений Сиротюк
Єлизавета Шульга; Elisaweta Schulga
Ielyzaveta Choulha; Elizaveta Shulga
Жанна Ляпкина; Schanna Ljapkina
Janna Liapkina; Żanna Lapkina
Zsanna Ljapkina; Zhanna Lyapkina
Žanna Ļapkina; Zhanna Liapkina
Иван Стрельцын; Iwan Strelzyn
Ivan Streltsyne; Iwan Strielcyn
Ivan Streltsin; Ivans Streļcins
Ivan Sztrelcin; Ivan Strelcyn
Инна Шнырова; Inna Schnyrowa
Inna Chnyrova; Inna Sznyrowa
Ирек Зиннатов; Irek Sinnatow
Кирилл Щёголев; Kirill Schtschogoljew
Kirill Chtchegolev; Kiriłł Szczogolew
Kyrylo Shchoholiev; Кирилл Щёголев
Константин Ягужин; Konstantin Jaguschin
Constantin Iagoujine; Konstantin Jagużyn
Konsztantyin Jaguzsin; Konstantins Jagužins
Konstantinas Jagužinas; Константин Ягужин
Лариса Тупчиенко; Larissa Tuptschijenko
Larissa Touptchienko; Łarisa Tupczyjenko
Maria Oustioujanina; Marija Ustjuschanina
Мария Устюжанина; María Ustiuzhánina
Мурат Шогенцуков; Murat Schogenzukow
Mourat Choguentsoukov; Murat Szogiencukow
Никита Бычихин; Nikita Bytschichin
Nikita Bytchikhine; Nikita Byczichin
Олександр Хижняк; Oleksandr Chyschnjak
Oleksandr Khyjniak; Ołeksandr Chyżniak
Oleksandr Jizhniak; Alexander Khizhnyak
Oxana Roudtchenko; Oksana Rudtschenko
Оксана Рудченко; Oksana Rudczenko
Павло Гайдаєнко; Pawlo Hajdajenko
Pavlo Haïdaïenko; Pavel Gaydaenko
Радик Ишмухаметов; Radik Ischmuchametow
Radik Ichmoukhametov; Radik Iszmuchamietow
Руслан Ёлкин; Ruslan Jolkin
Rouslan Iolkine; Rusłan Jołkin
Ruslan Elkin; Руслан Ёлкин
Станислав Вахрамеев; Stanislaw Wachramejew
Stanislav Vakhrameïev; Stanisław Wachramiejew
Sztanyiszlav Vahramejev; Stanislavs Vahramejevs
Тарас Гринчук; Taras Hrintschuk
Тарас Гринчук; Taras Hryntchouk
Татьяна Щукарева; Tatjana Schtschukarjewa
Tatiana Chtchoukareva; Tatjana Szczukariewa
Tatjana Ščukarevová; Tatyana Shchukareva
Тигран Аветикян; Tigran Awetikjan
Tigran Avétikian; Tigran Awietikian
Уладзіслаў Гурыновіч; Vladislav Gurinovich
Uladzislau Hurynovich; Владислав Гуринович
Ouladzislaw Hourynovitch; Uladzislau Hurynovich
Фарид Зигангиров; Farid Sigangirow
Farid Ziganguirov; Farid Zigangirow
Эльвира Кучмезова; Elwira Kutschmesowa
Elvira Koutchmezova; Elwira Kuczmiezowa
Юлия Шалдыбина; Julia Schaldybina
Ioulia Chaldybina; Julija Szałdybina
Julija Saldibina; Jūlija Šaldibina
Яна Чепуренко; Jana Tschepurenko
Iana Tchepourenko; Jana Czepurienko
Сергій Біловол; Serhij Bilowol
Serhiy Bilovol; Sergey Belovol
Andrij Vovčenko; Andrij Wowtschenko
Рогов Дмитрий Ильич; Dmitri Iljitsch Rogow
Rogow Dmitrij Iljicz; Dmitri Ilitch Rogov
ROGOV, Dmitry I.; Рогов Д. И.
Anna Sergejewna Rogowa; Анна Сергеевна Рогова
Михаил Гринёв; Michail Grinjow
Grinev Mihail; Michaił Griniow
Igor Mazur; Igor Masur
Oleg Krupskij; Oleg Krupski
Eduard Titarenko; Edward Tytarenko
Сергей Шамин; Serge Chamine
Вадим Жарин; Wadim Sharin
Нино Дзадзуа; Nino Dsadsua
Giorgi Tschikwadse; Георгий Чиквадзе
Vahagn Tschobanjan; Ваагн Чобанян
Armen Tchobanian; Армен Чобанян
Jiří Novotňák; Jiri Novotnak
Krzysztof Brzęczyński; Krzysztof Brzeczynski
Edgars Bērziņkalns; Edgars Berzinkalns
Þorsteinn Guðjónsson; Thorsteinn Gudjonsson
José Ángel Peñalver Ibáñez; Jose Angel Penalver
"""
"""One name in two spellings, a pair a line."""

OTHERS = """
Сергей Логунин; Сергей Логутин
Sergei Velikanov; Sergej Welitschanow
Мария Бережная; Maria Berezhny
Irina Kovtunova; Irina Kovtunov
Олег Петрович Сухарь; Oleg Pawlowitsch Suchar
Павел Олегович Сухарь; Petr Olegovich Sukhar
Nikolai Dolgikh; Nikita Dolgikh
Viktor Shubin; Wiktor Schukin
Viktor Shubin; Виктор Жубин
Anton Churin; Anton Shurin
Anton Churin; Anton Tschurilin
Roman Sedov; Roman Sedykh
Aleksey Zhukovin; Aleksandr Zhukovin
Ivan Krylenko; Iwan Krylenkow
Stanislav Belyaev; Stanislaw Below
Sergej Tschemesow; Serguei Tchemezine
Andrey Volchenko; Andriy Vovchenko
Rogow D. I.; Рогов Дмитрий Петрович
Anna Sergejewna Rogowa; Sergej Rogow
Anna Rogowa; Inna Rogowa
Пётр Ильич Санин; Pavel Ilyich Sanin
Михаил Гринёв; Mikhail Grinin
Alexander Lesin; Alexander Lesnin
Александр Лисин; Alexander Lessin
Igor Mazur; Igor Masurow
Oleg Krupskij; Olga Krupskaja
Viktor Kosenko; Viktor Kosinenko
Сергей Шамин; Serguei Jamine
Вадим Жарин; Vadim Charine
Владимир Чуйкин; Vladimir Shuykin
"""
"""Names of two persons, a pair a line."""


def pairs(table: str) -> list[tuple[str, str]]:
    """The pairs of a table."""
    found = []
    for line in table.strip().splitlines():
        one, other = line.split("; ")
        found.append((one, other))
    return found
