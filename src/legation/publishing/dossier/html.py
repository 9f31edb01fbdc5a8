"""How does a dossier look as one HTML file? With its notes beside the text, no script, and nothing from outside."""

from __future__ import annotations

from base64 import b64encode

from markupsafe import Markup

from legation.publishing.dossier.laid_out import LaidOut, Note
from legation.publishing.page import environment


def render_html(laid: LaidOut) -> str:
    """The dossier as one HTML document."""
    return _rendered(laid, "screen")


def render_for_paper(laid: LaidOut) -> str:
    """The dossier as the HTML that is set in pages: each note stands in its place in the text."""
    return _rendered(laid, "paper")


def _rendered(laid: LaidOut, medium: str) -> str:
    made = environment()
    loader = made.loader
    assert loader is not None
    style = "".join(loader.get_source(made, name)[0] for name in ("dossier.css", f"dossier-{medium}.css"))
    return made.get_template("dossier.html").render(
        laid=laid,
        paged=medium == "paper",
        style=Markup(style),  # our own files, with no value of a case in them
        picture_of=_picture_of,
    )


def _picture_of(note: Note) -> str:
    """The picture of a note as an address that holds it."""
    return f"data:image/png;base64,{b64encode(note.picture or b'').decode()}"
