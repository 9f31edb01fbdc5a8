"""Captures without a list, or with half of one: what an archive keeps of a page that failed, was walled or emptied."""

from __future__ import annotations

from tests.golden.office import open_sheet, tabbed
from tests.golden.pages import cards, page, web_directory
from tests.golden.print import block_pages

MENU = "<ul class=menu><li><a href=/>Home</a></li><li><a href=/visa>Visas</a></li><li><a href=/c>Contact</a></li></ul>"
SHELL = "<div id=app></div><script src=/static/app.8f3.js></script>"


def _html(title: str, body: str, head: str = "") -> bytes:
    return page("en", title, body, head=head)


def _bare(title: str, body: str, head: str = "") -> bytes:
    return f"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


WHOLE = web_directory("en", 7).body
CARDS = cards("fr", 7).body
SHEET = open_sheet("es", 7).body

CAPTURES: tuple[tuple[str, bytes, str], ...] = (
    (
        "not found by the server",
        _bare("404 Not Found", "<center><h1>404 Not Found</h1></center><hr>nginx/1.18"),
        "error-page",
    ),
    ("bad gateway", _bare("502 Bad Gateway", "<h1>502 Bad Gateway</h1><hr>nginx"), "error-page"),
    (
        "unavailable",
        _bare("503 Service Temporarily Unavailable", "<h1>Service Temporarily Unavailable</h1>"),
        "error-page",
    ),
    ("server error in Russian", _bare("Ошибка 500", "<h1>Внутренняя ошибка сервера</h1>"), "error-page"),
    (
        "forbidden",
        _bare("403 Forbidden", "<h1>Forbidden</h1><p>You don't have permission to access /staff.</p>"),
        "error-page",
    ),
    ("missing under the site's own menu", _html("Page not found", MENU + "<h1>Page not found</h1>"), "soft-404"),
    (
        "missing, in German",
        _html("Seite nicht gefunden", "<h1>Seite nicht gefunden</h1><p>Zur Startseite</p>"),
        "soft-404",
    ),
    ("missing, in French", _html("Ambassade", "<h1>Page introuvable</h1><p>Retour à l'accueil</p>"), "soft-404"),
    ("missing, in Russian", _html("Посольство", "<h1>Страница не найдена</h1>"), "soft-404"),
    (
        "missing, in Spanish",
        _html("Página no encontrada", "<h1>Página no encontrada</h1><p>Volver al inicio</p>"),
        "soft-404",
    ),
    ("missing, in Polish", _html("Ambasada", "<h1>Nie znaleziono strony</h1>"), "soft-404"),
    ("missing, in Ukrainian", _html("Посольство", "<h1>Сторінку не знайдено</h1>"), "soft-404"),
    ("missing, in Portuguese", _html("Página não encontrada", "<h1>Página não encontrada</h1>"), "soft-404"),
    ("missing, in Italian", _html("Pagina non trovata", "<h1>Pagina non trovata</h1>"), "soft-404"),
    ("missing, in Dutch", _html("Pagina niet gevonden", "<h1>Pagina niet gevonden</h1>"), "soft-404"),
    ("a check of the browser", _bare("Just a moment...", "<h1>example.org</h1><p>Checking your browser</p>"), "wall"),
    ("a riddle", _bare("Attention Required! | Cloudflare", "<h1>Please complete the security check</h1>"), "wall"),
    ("a robot turned away", _bare("Access Denied", "<h1>Access Denied</h1><p>Reference #18.2d</p>"), "wall"),
    ("a check, in Russian", _bare("DDoS-Guard", "<p>Проверка вашего браузера перед переходом на сайт</p>"), "wall"),
    (
        "a form for staff only",
        _bare("Log in", "<h1>Log in</h1><form>User <input> Password <input type=password></form>"),
        "login-wall",
    ),
    ("an empty shell", _bare("Embassy", SHELL), "needs-script"),
    (
        "a shell that says so",
        _bare("App", f"<noscript>You need to enable JavaScript.</noscript>{SHELL}"),
        "needs-script",
    ),
    (
        "under construction",
        _html("Staff", MENU + "<h1>Staff</h1><p>This page is under construction.</p>"),
        "list-removed",
    ),
    (
        "being updated",
        _html("Staff", MENU + "<h1>Diplomatic staff</h1><p>The list is being updated.</p>"),
        "list-removed",
    ),
    (
        "being updated, in German",
        _html("Team", "<h1>Team</h1><p>Diese Liste wird derzeit überarbeitet.</p>"),
        "list-removed",
    ),
    (
        "being updated, in Russian",
        _html("Состав", "<h1>Состав</h1><p>Раздел находится в стадии разработки.</p>"),
        "list-removed",
    ),
    (
        "no longer published",
        _html("Staff", "<h1>Staff</h1><p>The staff list is no longer published.</p>"),
        "list-removed",
    ),
    (
        "being updated, in Turkish",
        _html("Personel", MENU + "<h1>Personel</h1><p>Personel listesi güncellenmektedir.</p>"),
        "list-removed",
    ),
    (
        "being filled, in Hungarian",
        _html("Munkatársak", MENU + "<h1>Munkatársak</h1><p>Az oldal feltöltés alatt áll.</p>"),
        "list-removed",
    ),
    (
        "no longer public, in Romanian",
        _html("Echipa", MENU + "<h1>Echipa</h1><p>Lista nu mai este publicată.</p>"),
        "list-removed",
    ),
    (
        "being updated, in Croatian",
        _html("Osoblje", MENU + "<h1>Osoblje</h1><p>Popis se ažurira.</p>"),
        "list-removed",
    ),
    ("missing, in Croatian", _html("Stranica nije pronađena", "<h1>Stranica nije pronađena</h1>"), "soft-404"),
    ("missing, in Norwegian", _html("Fant ikke siden", "<h1>Fant ikke siden</h1>"), "soft-404"),
    (
        "missing, in KOI8-R that calls itself Latin",
        "<html><meta charset=iso-8859-1><title>Страница не найдена</title><h1>Страница не найдена</h1>"
        "<p>К сожалению, такой страницы на сайте посольства нет. Вернитесь на главную.</p></html>".encode("koi8-r"),
        "soft-404",
    ),
    ("a workbook cut short", SHEET[: len(SHEET) // 2], "truncated"),
    ("a Word file cut short", tabbed("en", 7).body[:20_000], "truncated"),
    ("moved", _bare("301 Moved Permanently", "<h1>Moved Permanently</h1><a href=/new>here</a>"), "redirected"),
    ("sent on", _bare("x", "<p>One moment</p>", '<meta http-equiv=refresh content="0;url=/en/">'), "redirected"),
    ("nothing at all", b"", "empty"),
    ("white space", b"  \n\n ", "empty"),
    ("tags without text", b"<html><head></head><body><div></div></body></html>", "empty"),
    ("cut in the middle of a row", WHOLE[: WHOLE.rfind(b"<tr>") + 30], "truncated"),
    ("cut in the middle of a card", CARDS[: len(CARDS) * 2 // 3], "truncated"),
    ("a PDF cut short", block_pages("de", 7).body[:9000], "truncated"),
    ("half a picture", b"\x89PNG\r\n\x1a\n" + bytes(64), "truncated"),
    ("an old Word file", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2048), "unsupported"),
)
"""What was captured, its bytes, and the state that it is in."""

LISTLESS: tuple[tuple[str, bytes], ...] = (
    ("news of a reception", _html("News", "<h1>Reception</h1><p>The Ambassador received guests on National Day.</p>")),
    ("how to apply for a visa", _html("Visa", "<h1>Visa</h1><ol><li>Fill in the form</li><li>Pay the fee</li></ol>")),
    ("opening hours", _html("Contact", "<h1>Contact</h1><p>Mon-Fri 9.00-12.00</p><p>Tel: +41 22 555 0101</p>")),
    ("menus that remain", _html("Staff", MENU + "<h1>Staff</h1>" + MENU)),
    ("a table of fees", b"Service,Fee,Currency\r\nVisa,60,EUR\r\nLegalization,25,EUR\r\n"),
)
"""Pages that are whole and name nobody."""
