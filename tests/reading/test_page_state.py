from __future__ import annotations

import pytest

from legation.reading import read

STAFF = "".join(f"<tr><td>Mr Person NUMBER{n}</td><td>Attaché</td></tr>" for n in range(9))


def state_of(title: str, body: str, head: str = "") -> str:
    document = read(f"<html><head>{head}<title>{title}</title></head><body>{body}</body></html>".encode())
    assert (document.state == "ok") == (document.notes == ())
    return document.state


@pytest.mark.parametrize(
    ("title", "body", "state"),
    [
        ("404 Not Found", "<h1>Not Found</h1><p>The requested URL /x was not found on this server.</p>", "error-page"),
        ("502 Bad Gateway", "<center><h1>502 Bad Gateway</h1></center><hr>nginx", "error-page"),
        ("Error", "<p>x</p>", "error-page"),
        ("Внутренняя ошибка сервера", "<p>x</p>", "error-page"),
        ("Seite nicht gefunden", "<h1>Hoppla</h1>", "soft-404"),
        ("Oops! That page can't be found | Embassy of Qumar in Elbonia City", "<p>Home</p>", "soft-404"),
        ("Embassy", "<h1>Page introuvable</h1><p>Accueil</p>", "soft-404"),
        ("Посольство", "<h1>Страница не найдена</h1>", "soft-404"),
        ("Embassy", "<p>The page you requested could not be found.</p>", "soft-404"),
        ("Attention Required!", "<h1>x</h1>", "wall"),
        ("Access denied", "<p>x</p>", "wall"),
        ("x", "<p>Проверка вашего браузера</p>", "wall"),
        ("301 Moved Permanently", "<a href=x>here</a>", "redirected"),
        ("x", "<p>Wir sind umgezogen: neue Adresse</p>", "redirected"),
        ("Log in", "<form>Password <input type=password></form>", "login-wall"),
        (
            "App",
            "<div id=root></div><noscript>Please enable JavaScript.</noscript><script src=a></script>",
            "needs-script",
        ),
        ("App", "<div id=root></div><script src=a></script>", "needs-script"),
        ("Staff", "<ul><li>Home</ul><h1>Staff</h1><p>This list is being updated.</p>", "list-removed"),
        ("Staff", "<h1>Staff</h1><p>The list of diplomatic staff is no longer published.</p>", "list-removed"),
        ("Personal", "<h1>Personal</h1><p>Die Liste wird derzeit überarbeitet.</p>", "list-removed"),
        ("Personnel", "<h1>Personnel</h1><p>La page est en cours de mise à jour.</p>", "list-removed"),
        ("Состав", "<h1>Состав</h1><p>Раздел находится в стадии разработки.</p>", "list-removed"),
        ("", "", "empty"),
    ],
)
def test_a_page_tells_what_it_is(title: str, body: str, state: str) -> None:
    assert state_of(title, body) == state


def test_a_refresh_to_elsewhere_is_a_redirect() -> None:
    assert state_of("x", "<p>One moment</p>", '<meta http-equiv=refresh content="0; url=/new">') == "redirected"


@pytest.mark.parametrize(
    "body",
    [
        f"<h1>Diplomatic staff</h1><table>{STAFF}</table>",
        f"<h1>Staff</h1><p>This list is being updated every month.</p><table>{STAFF}</table>",
        f"<p>Tel. 404 302; captchas are off.</p><table>{STAFF}</table>",
        f"<h1>Staff</h1><table>{STAFF}</table><form><input type=password></form><script>x</script>",
        "<h1>Error in the count of diplomats</h1><p>" + "The ministry corrected its number on Monday. " * 40 + "</p>",
        "<h1>Consul denied access to jailed citizen</h1><p>" + "The ministry protested. " * 80 + "</p>",
        "<p>Mr Ilo TARBO, Envoy</p><p>Ms Ana OREL, Attaché</p>",
        "<h1>Security check at the embassy ends in quarrel</h1><p>Two diplomats left Qumar on Monday.</p>",
        "<p>The page is being updated.</p>" + "<div class=card><h4>Mr Ilo TARBO</h4><p>Envoy</p></div>" * 5,
        "<form>Log in <input type=password></form><p>" + "Qumar expelled two attachés of Elbonia. " * 14 + "</p>",
    ],
)
def test_a_page_that_shows_what_it_promises_is_ok(body: str) -> None:
    assert state_of("Embassy of Qumar", body) == "ok"


def test_a_list_that_breaks_off_is_truncated_and_says_where() -> None:
    document = read(f"<html><body><h1>Staff</h1><table>{STAFF}<tr><td>Mr Per".encode())
    assert document.state == "truncated"
    assert "<table>" in document.notes[0]
