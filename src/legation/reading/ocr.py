"""What does tesseract make out on the picture of a page?

The library is used inside of this process, so that no program is started and no file written. Which languages can be
read is a matter of the packs on the machine; the one that reads a sample of the first page best is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from PIL import Image

from legation.reading.layout import WORD_GAP, Piece
from legation.vocabulary.ocr_packs import Pack, packs_found

MISSING = (
    "have it read by OCR: install legation[ocr] and the Debian packages tesseract-ocr-eng, tesseract-ocr-osd and those "
    "of the list's language (tesseract-ocr-deu, -fra, -rus ..), or add a PDF with a text layer"
)
"""What to do where pictures can't be read."""
WEAK = 40.0
"""Percent of confidence below which signs without a letter or figure are specks."""
_LEADER = re.compile(r"[.…·:_]{5,}")
_LED = frozenset("0ocesnu.:;,…·-_")
"""Signs as which small dots in a row are read."""
_SURE_TURN = 2.0
"""Confidence in a page's direction from which on it is believed; below, pages are taken as they lie."""
_SAMPLE = 0.12
"""Share of a page's height that is read to choose the language."""
_OVERVIEW = 1600
"""Pixels of the longer side at which a page's direction is told."""
_ROWS = 100
_MOST_TRIED = 8
"""Languages tried on one sample."""
_STEADY = 0.2
"""Share of the common size of type by which a line's size differs for nothing but its letters."""


class Recognized(NamedTuple):
    """What was made out on one page, in pixels, and how surely."""

    pieces: list[Piece]
    confidence: float
    """Mean over the words, in percent."""
    turns: int
    """Quarters of a turn, clockwise, by which the picture was turned to be read."""


class Recognizer:
    """Reads the pages of one document, all in one language."""

    def __init__(self, library: Any, folder: str, packs: Sequence[Pack]) -> None:  # noqa: ANN401 - it ships no types
        self._library, self._folder, self._packs = library, folder, packs
        self.pack: Pack | None = None
        """The language of the document, once a page was read."""
        self._engine: Any = None

    def read(self, image: Image.Image, resolution: int) -> Recognized:
        """The lines on a picture in shades of gray.

        Args:
            image: a page.
            resolution: pixels per inch.
        """
        turns = self._turns(image)
        upright = image.rotate(-90 * turns, expand=True) if turns else image
        if self.pack is None:
            self.pack = self._chosen(upright)
            self._engine = self._with(self.pack.name)
        words = self._words(self._engine, upright, resolution)
        return Recognized(_pieces(words), _confidence(words), turns)

    def _turns(self, image: Image.Image) -> int:
        """Quarters of a turn, clockwise, that set the page upright; none where that can't be told."""
        if not (Path(self._folder) / "osd.traineddata").is_file():
            return 0
        small = image.copy()
        small.thumbnail((_OVERVIEW, _OVERVIEW))
        with self._library.PyTessBaseAPI(path=self._folder, lang="osd", psm=self._library.PSM.OSD_ONLY) as engine:
            engine.SetImage(small)
            told = engine.DetectOrientationScript()
        sure = bool(told) and told["orient_conf"] >= _SURE_TURN
        return -int(told["orient_deg"]) // 90 % 4 if sure else 0

    def _chosen(self, image: Image.Image) -> Pack:
        """The pack that reads the page's fullest strip with most confidence: first one of each script, then its others.

        What tesseract itself takes for the script of a page in capitals is often wrong.
        """
        strip = _fullest_strip(image)
        sure: dict[Pack, float] = {}

        def best(packs: Sequence[Pack]) -> Pack:
            for pack in packs:
                if pack not in sure:
                    with self._with(pack.name) as engine:
                        sure[pack] = _confidence(self._words(engine, strip, 0))
            return max(packs, key=lambda pack: sure[pack])

        if len(self._packs) == 1:
            return self._packs[0]
        scripts = {pack.script: pack for pack in reversed(self._packs)}
        script = best(list(scripts.values())).script
        return best([pack for pack in self._packs if pack.script == script][:_MOST_TRIED])

    def _with(self, name: str) -> Any:  # noqa: ANN401
        library = self._library
        return library.PyTessBaseAPI(path=self._folder, lang=name, psm=library.PSM.AUTO, oem=library.OEM.LSTM_ONLY)

    def _words(self, engine: Any, image: Image.Image, resolution: int) -> list[_Word]:  # noqa: ANN401
        engine.SetImage(image)
        if resolution:
            engine.SetSourceResolution(resolution)
        engine.Recognize()
        found: list[_Word] = []
        places = engine.GetIterator()
        if places is None:
            return found
        level, line, height = self._library.RIL, -1, 0.0
        for place in self._library.iterate_level(places, level.WORD):
            if place.Empty(level.WORD):
                continue
            if place.IsAtBeginningOf(level.TEXTLINE):
                line, height = line + 1, float(place.RowAttributes()["row_height"])
            text = " ".join(place.GetUTF8Text(level.WORD).split())
            if text:
                found.append(_Word(line, height, place.BoundingBox(level.WORD), text, place.Confidence(level.WORD)))
        return found


class _Word(NamedTuple):
    line: int
    height: float
    """Of the line, in pixels."""
    box: tuple[int, int, int, int]
    text: str
    confidence: float


def recognizer() -> Recognizer | None:
    """A reader for one document; `None` where the library or every pack is missing."""
    try:
        import tesserocr
    except ImportError:
        return None
    found = packs_found()
    return Recognizer(tesserocr, *found) if found is not None else None


def _fullest_strip(image: Image.Image) -> Image.Image:
    """The strip across the page that holds the most ink."""
    shades = list(image.resize((1, _ROWS), Image.Resampling.BOX).tobytes())
    depth = round(_ROWS * _SAMPLE)
    top = min(range(_ROWS - depth + 1), key=lambda row: sum(shades[row : row + depth]))
    return image.crop((0, image.height * top // _ROWS, image.width, image.height * (top + depth) // _ROWS))


def _confidence(words: Sequence[_Word]) -> float:
    return sum(word.confidence for word in words) / len(words) if words else 0.0


def _without_leaders(words: Sequence[_Word]) -> Iterator[_Word]:
    """The words but for rows of dots that lead from one column to the next: their ends are read as letters."""
    led = -1
    for word in words:
        goes_on = led == word.line and _LED.issuperset(word.text)
        if word.confidence < WEAK and (goes_on or _LEADER.match(word.text) is not None):
            led = word.line
            continue
        yield word


def _pieces(words: Sequence[_Word]) -> list[Piece]:
    """Words of a line as pieces: it is cut at gaps that are wider than those between words."""
    seen = _without_leaders(words)
    sized = [word for word in seen if word.confidence >= WEAK or any(sign.isalnum() for sign in word.text)]
    usual = median(word.height for word in sized) if sized else 0.0
    pieces: list[Piece] = []
    before: _Word | None = None
    for word in sized:
        x0, y0, x1, y1 = (float(side) for side in word.box)
        size = usual if abs(word.height - usual) <= usual * _STEADY else word.height
        if before is not None and before.line == word.line and 0 <= x0 - pieces[-1].x1 <= size * WORD_GAP:
            last = pieces[-1]
            text = f"{last.text} {word.text}"
            pieces[-1] = Piece(last.x0, min(last.y0, y0), x1, max(last.y1, y1), size, text)
        else:
            pieces.append(Piece(x0, y0, x1, y1, size, word.text))
        before = word
    return pieces
