"""A second museum of captures without a list or with half of one, written before any of them was tried.

Other languages, other systems and other words than those of the first.
"""

from __future__ import annotations

from tests.golden.pages import page

HEAD = '<div id="header"><a href="/">Home</a> <a href="/embassy">Embassy</a> <a href="/consular">Consular</a></div>'
FOOT = '<div id="footer">© 2021 Ministry of Foreign Affairs. All rights reserved. Privacy policy</div>'
SLAVIC = "<ul class=nav><li>Главная<li>О посольстве<li>Новости<li>Консульский отдел<li>Контакты</ul>"


def _site(title: str, body: str, language: str = "en") -> bytes:
    return page(language, title, f"{HEAD}<div id=content>{body}</div>{FOOT}")


def _bare(title: str, body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head><title>{title}</title>{head}</head><body>{body}</body></html>".encode()


ROWS = "".join(f"<tr><td>Mr Abel N{'abcdefghij'[n] * 3}ARD</td><td>Second Secretary</td></tr>" for n in range(10))

SECOND: tuple[tuple[str, bytes, str], ...] = (
    (
        "gone, by the server",
        _bare("410 Gone", "<h1>Gone</h1><p>The requested resource is no longer available.</p>"),
        "error-page",
    ),
    ("too many requests", _bare("429 Too Many Requests", "<h1>Too Many Requests</h1><hr>openresty"), "error-page"),
    (
        "a gateway's error with its code first",
        _bare("Error 522", "<h1>Error 522</h1><p>Connection timed out</p>"),
        "error-page",
    ),
    (
        "an error of a database",
        _bare("Database Error", "<h1>Error establishing a database connection</h1>"),
        "error-page",
    ),
    (
        "a German server's error",
        _bare("Fehler 503", "<h1>Fehler 503</h1><p>Der Dienst ist vorübergehend nicht verfügbar.</p>"),
        "error-page",
    ),
    ("an Italian server's error", _bare("Errore interno", "<h1>Errore interno del server</h1>"), "error-page"),
    ("a Portuguese server's error", _bare("Erro 500", "<h1>Erro interno do servidor</h1>"), "error-page"),
    ("a Turkish missing page", _site("Sayfa bulunamadı", "<h2>Aradığınız sayfa bulunamadı</h2>", "tr"), "soft-404"),
    ("a Hungarian missing page", _site("404", "<h1>A keresett oldal nem található</h1>", "hu"), "soft-404"),
    ("a Swedish missing page", _site("Sidan saknas", "<h1>Sidan kunde inte hittas</h1>", "sv"), "soft-404"),
    ("a Norwegian missing page", _site("Siden finnes ikke", "<h1>Beklager, siden finnes ikke</h1>", "no"), "soft-404"),
    ("a Serbian missing page", _site("Страница није пронађена", "<h1>Страница није пронађена</h1>", "sr"), "soft-404"),
    ("an Arabic missing page", _site("الصفحة غير موجودة", "<h1>الصفحة غير موجودة</h1>", "ar"), "soft-404"),
    ("a Chinese missing page", _site("页面不存在", "<h1>抱歉，您访问的页面不存在</h1>", "zh"), "soft-404"),
    (
        "a Japanese missing page",
        _site("ページが見つかりません", "<h1>お探しのページは見つかりませんでした</h1>", "ja"),
        "soft-404",
    ),
    ("a Croatian missing page", _site("Stranica nije pronađena", "<h1>Stranica nije pronađena</h1>", "hr"), "soft-404"),
    (
        "a missing page that apologizes",
        _site("Oops!", "<h1>Oops! That page can’t be found.</h1><p>Try a search?</p>"),
        "soft-404",
    ),
    ("a shield that waits", _bare("DDoS-GUARD", "<p>Checking your browser before accessing the website.</p>"), "wall"),
    (
        "a firewall with a number",
        _bare(
            "Request Rejected",
            "<p>The requested URL was rejected. Please consult with your administrator. Your support ID is: 12345</p>",
        ),
        "wall",
    ),
    (
        "a French shield",
        _bare("Un instant…", "<h1>ambassade.example</h1><p>Vérification que vous êtes humain</p>"),
        "wall",
    ),
    ("a Spanish shield", _bare("Un momento…", "<p>Verifique que es un ser humano</p>"), "wall"),
    (
        "an intranet in Italian",
        _bare(
            "Accesso", "<h1>Area riservata</h1><form>Nome utente <input> Password <input type=password> Accedi</form>"
        ),
        "login-wall",
    ),
    (
        "an intranet in Portuguese",
        _bare(
            "Entrar",
            "<form>Utilizador <input> Palavra-passe <input type=password><button>Iniciar sessão</button></form>",
        ),
        "login-wall",
    ),
    (
        "an intranet in Dutch",
        _bare("Inloggen", "<form>Gebruikersnaam <input> Wachtwoord <input type=password> Inloggen</form>"),
        "login-wall",
    ),
    (
        "a shell of a framework",
        _bare(
            "Embassy",
            "<div id=root></div><script src=main.js></script><noscript>This site needs JavaScript to work.</noscript>",
        ),
        "needs-script",
    ),
    (
        "a shell that loads",
        _bare("Embassy", "<div class=loader>Loading...</div><script src=a.js></script><script src=b.js></script>"),
        "needs-script",
    ),
    (
        "a list taken off in Ukrainian",
        page("uk", "Склад", f"{SLAVIC}<h1>Дипломатичний склад</h1><p>Інформація тимчасово не публікується.</p>"),
        "list-removed",
    ),
    (
        "a list taken off in Russian",
        page("ru", "Состав", f"{SLAVIC}<h1>Дипломатический состав</h1><p>Страница находится на реконструкции.</p>"),
        "list-removed",
    ),
    (
        "a list taken off in Swedish",
        _site("Personal", "<h1>Personal</h1><p>Listan visas inte längre.</p>", "sv"),
        "list-removed",
    ),
    (
        "a list for safety's sake not shown",
        _site("Staff", "<h1>Our staff</h1><p>For security reasons we do not publish the names of our staff.</p>"),
        "list-removed",
    ),
    (
        "a list that will come",
        _site("Mitarbeiter", "<h1>Mitarbeiter</h1><p>Diese Seite wird in Kürze aktualisiert.</p>", "de"),
        "list-removed",
    ),
    (
        "a list taken off in Turkish",
        _site("Personel", "<h1>Personel</h1><p>Bu sayfa güncellenmektedir.</p>", "tr"),
        "list-removed",
    ),
    (
        "moved to a new site in Italian",
        _bare("Ambasciata", "<p>Il sito è stato trasferito. Sarete reindirizzati automaticamente.</p>"),
        "redirected",
    ),
    ("sent on by a script", _bare("", "<p>Redirecting…</p><script>location='/new'</script>"), "redirected"),
    ("sent on in Portuguese", _bare("Embaixada", "<p>Esta página foi movida para um novo endereço.</p>"), "redirected"),
    ("a table cut off", page("en", "Staff", f"<table>{ROWS}")[: -len("</body></html>") - 40], "truncated"),
    ("a page cut inside a script", _site("Staff", f"<table>{ROWS}</table>")[:-30] + b"<script>var a = 'x", "truncated"),
)
"""What was captured, its bytes, and the state that it is in."""

SOUND: tuple[tuple[str, bytes], ...] = (
    ("a table of ten people", _site("Staff", f"<h1>Embassy of Chile</h1><table>{ROWS}</table>")),
    (
        "a list with a note that it is updated",
        _site("Staff", f"<p>This page is being updated every month.</p><table>{ROWS}</table>"),
    ),
    (
        "a list with a form to log in above",
        _site("Staff", f"<form>Log in <input type=password></form><table>{ROWS}</table>"),
    ),
)
"""Whole lists of ten people, with words around them that tell of something else."""
