"""How is a dossier set in pages? By WeasyPrint, with footnotes, tags and a title, and no address is ever asked for.

The same dossier gives the same bytes with the same fonts: no clock is read. Needs the extra `pdf`.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Protocol

from legation.errors import UsageError
from legation.publishing.dossier.html import render_for_paper
from legation.publishing.dossier.laid_out import LaidOut

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher, URLFetcherResponse


class _Drawn(Protocol):
    """What is known of the file that WeasyPrint makes."""

    objects: list[object]


VARIANT = "pdf/ua-1"
"""ISO 14289-1: tagged, with a title, a language and text for every picture."""


def render_pdf(laid: LaidOut) -> bytes:
    """The dossier as PDF/UA-1.

    Raises:
        UsageError: the extra or pango isn't installed.
    """
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:
        raise UsageError(
            f"PDF needs WeasyPrint and pango: pip install 'legation[pdf]', and on Debian libpango-1.0-0 and "
            f"libpangoft2-1.0-0 ({error})"
        ) from None
    html = render_for_paper(laid)
    identifier = sha256(html.encode()).digest()[:16]
    page = HTML(string=html, url_fetcher=pictures_only(), base_url=None)
    return bytes(page.write_pdf(pdf_variant=VARIANT, pdf_identifier=identifier, finisher=_finish))


def pictures_only() -> URLFetcher:
    """What WeasyPrint may ask for an address: it gives the pictures that an address holds, and refuses every other."""
    from weasyprint.urls import URLFetcher

    class Pictures(URLFetcher):  # type: ignore[misc]
        """Opens nothing: no file and no connection."""

        def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
            if not url.startswith("data:image/png;base64,"):
                raise ValueError("nothing is fetched for a dossier")
            return super().fetch(url, headers)

    return Pictures()


def _finish(document: object, pdf: _Drawn) -> None:
    """Call paragraphs and notes by their names in the tree of tags, and give each note the id that PDF/UA asks for.

    WeasyPrint names what stands in the tree after the elements of HTML, which has none for a note; in a dossier every
    `div` with text is a paragraph and every `article` is a note.
    """
    number = 0
    for each in pdf.objects:
        if not isinstance(each, dict):
            continue
        kind = each.get("S")
        if kind == "/Art":
            number += 1
            each["S"] = "/Note"
            each["ID"] = f"(note-{number})"
        elif kind == "/Div":
            each["S"] = "/P"
