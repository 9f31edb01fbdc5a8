"""Which characters do these bytes stand for, and on whose word?

A byte order mark is believed first, then what was declared, unless the bytes or the resulting words say otherwise,
then UTF-8 where the bytes are valid, then detection. What was overruled is noted.
"""

from __future__ import annotations

import codecs
import re
from itertools import pairwise
from typing import Literal, NamedTuple

from charset_normalizer import from_bytes

from legation.reading.sniff import utf16_order

Basis = Literal["bom", "declared", "detected", "utf-8"]

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Browsers read these labels as the wider code pages of Windows (WHATWG Encoding, names and labels).
_WIDER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030"}
_CYRILLIC = ("cp1251", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic")
_LATIN = ("cp1252", "cp1250", "iso8859-2", "cp1254", "cp1257", "iso8859-4", "mac-roman")
_OTHERS = ("cp1253", "cp1255", "cp1256", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr")
_PRINTED_MARKS = frozenset("\u00a0\u2018\u2019\u201a\u201c\u201d\u201e\u2013\u2014\u2026\u20ac\u2022«»§°·ºª™©®")
_FAMILIES = (
    "ascii",
    "utf-8",
    "utf-16",
    "utf-32",
    "cp",
    "iso",
    "koi8",
    "mac",
    "gb",
    "big5",
    "shift",
    "euc",
    "kz",
    "tis",
)
_SAMPLE = 1 << 16
_META = re.compile(rb"<meta\b[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml\b[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_CYRILLIC_WORD = re.compile(r"[А-Яа-яЁёЇїІіЄєҐґЎў]{2,}")
_COMMON = frozenset("оеаинтсрвлкомуьіОЕАИНТСРВЛ")
"""The letters that make up most of any Slavic text in Cyrillic."""


class Decoded(NamedTuple):
    """Text, the encoding that gave it, and on whose word."""

    text: str
    encoding: str
    basis: Basis
    notes: tuple[str, ...] = ()


_WESTERN = tuple(
    map(
        frozenset,
        ("áéíóúñü", "áâãàçéêíóôõúü", "àâæçéèêëîïôœùûüÿ", "äöüßé", "àèéìíîòóùú", "áèéëïóöü", "åæøéó", "åäöé"),
    )
)
"""Letters beyond ASCII: Spanish, Portuguese, French, German, Italian, Dutch, Danish and Norwegian, Swedish."""


def declared_in_markup(data: bytes) -> str | None:
    """The encoding that a page declares in its first bytes."""
    head = _COMMENT.sub(b"", data[:4096])
    found = _XML.search(head) or _META.search(head)
    return found[1].decode("ascii") if found else None


def decode(data: bytes, *, declared: tuple[str | None, ...] = ()) -> Decoded:
    """The text of the bytes; never fails: what stands for nothing becomes U+FFFD and is noted.

    Args:
        data: the bytes.
        declared: encodings that somebody named, the one to be believed first in front.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with_losses(data[len(mark) :], name, "bom", ())
    notes: list[str] = []
    for label in declared:
        if not label:
            continue
        found = _declared(data, label, notes)
        if found is not None:
            return found
    return _undeclared(data, tuple(notes))


def _codec(label: str) -> str | None:
    """The name of the encoding that a label means; `None` where it means none for text."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    return _WIDER.get(name, name) if name.startswith(_FAMILIES) else None


def _declared(data: bytes, label: str, notes: list[str]) -> Decoded | None:
    """The text by a declared encoding, or `None` and a note why it is not believed."""
    name = _codec(label)
    if name is None:
        notes.append(f"the declared encoding {label!r} is unknown; it was detected instead")
        return None
    if name in ("utf-16", "utf-16-le", "utf-16-be") and not (utf16_order(data) or data.startswith(b"\x00")):
        notes.append(f"{label} is declared, but the bytes aren't; the encoding was detected instead")
        return None
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        if name in ("cp1252", "cp1254") and not _valid_utf8(data):
            # Five bytes of these code pages stand for nothing; pages that hold one are still theirs.
            text = data.decode(name, "replace")
        elif name == "utf-8" and _few_breaks(data):
            return _with_losses(data, "utf-8", "declared", tuple(notes))
        else:
            byte = data[error.start]
            notes.append(
                f"{label} is declared, but byte {error.start} (0x{byte:02x}) isn't; the encoding was detected instead"
            )
            return None
    if name != "utf-8" and not data.isascii() and _valid_utf8(data) and name not in ("gb18030", "iso2022_jp"):
        notes.append(f"{label} is declared, but the bytes are UTF-8; they were read as that")
        return None
    if _misread(text, name):
        notes.append(f"{label} is declared, but its words make no sense; the encoding was detected instead")
        return None
    return Decoded(text, name, "declared", tuple(notes))


def _valid_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _few_breaks(data: bytes) -> bool:
    """Whether UTF-8 is broken in a few places only, as where a file was cut."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(1 for sign in text if ord(sign) > 127) - broken
    return broken <= 2 or broken * 20 <= sound


def _misread(text: str, name: str) -> bool:
    """Whether a text shows the marks of the wrong code page: Latin letters for Cyrillic, or capitals inside words."""
    if name in _LATIN:
        letters = [sign for sign in text if sign.isalpha()]
        high = sum(1 for sign in letters if "\xc0" <= sign <= "\xff")
        return len(letters) >= 20 and high > len(letters) * 0.4
    if name in ("cp1251", "koi8-r", "koi8-u", "iso8859-5", "mac-cyrillic"):
        words = _CYRILLIC_WORD.findall(text[:_SAMPLE])
        odd = sum(1 for word in words if _is_inverted(word))
        return len(words) >= 5 and odd > len(words) / 2
    return False


def _is_inverted(word: str) -> bool:
    """Whether a capital follows a small letter, as in KOI8-R read by another code page."""
    return any(a.islower() and b.isupper() for a, b in pairwise(word))


def _undeclared(data: bytes, notes: tuple[str, ...]) -> Decoded:
    order = utf16_order(data)
    if order:
        return _with_losses(data, order, "detected", notes)
    if _valid_utf8(data):
        return Decoded(data.decode("utf-8"), "utf-8", "utf-8", notes)
    if _few_breaks(data) and sum(1 for byte in data if byte > 127) >= 20:
        return _with_losses(data, "utf-8", "detected", notes)
    name = _cyrillic(data) or _normalized(data) or "cp1252"
    return _with_losses(data, name, "detected", notes)


def _cyrillic(data: bytes) -> str | None:
    """The Cyrillic code page whose reading looks most like words; `None` where none does."""
    sample = data[: _SAMPLE * 4]
    high = sum(1 for byte in sample if byte > 127)
    best: tuple[float, str] | None = None
    for name in _CYRILLIC:
        text = sample.decode(name, "replace")
        words = _CYRILLIC_WORD.findall(text)
        signs = sum(len(word) for word in words)
        if not words or signs < high * 0.7:
            continue
        common = sum(1 for word in words for sign in word if sign in _COMMON) / signs
        odd = sum(1 for word in words if _is_inverted(word)) / len(words)
        score = signs / high + common - odd
        if common >= 0.45 and odd < 0.3 and (best is None or score > best[0]):
            best = (score, name)
    return best[1] if best and _in_runs(sample) else None


def _in_runs(sample: bytes) -> bool:
    """Whether bytes above ASCII stand in runs, as in another alphabet, not one by one, as accents do."""
    runs = re.findall(rb"[\x80-\xff]+", sample)
    return bool(runs) and sum(len(run) for run in runs) >= 2.5 * len(runs)


def _normalized(data: bytes) -> str | None:
    """What charset-normalizer finds, among the Latin code pages under which the bytes are letters."""
    sample = b"\n".join(line for line in data.splitlines() if not line.isascii())[:_SAMPLE]
    odd = {name: _odd_signs(sample, name) for name in _LATIN}
    least = min(odd.values())
    latin = [name for name in _LATIN if odd[name] == least]
    if "cp1252" in latin and _is_of_one_alphabet(sample.decode("cp1252", "replace")):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=[*latin, *_OTHERS]).best()
    if best is None:
        return latin[0]
    name = codecs.lookup(best.encoding).name
    # Where several read alike, that of Western Europe comes first.
    if name in _LATIN and "cp1252" in latin and sample.decode("cp1252", "replace") == str(best):
        return "cp1252"
    return _WIDER.get(name, name)


def _is_of_one_alphabet(text: str) -> bool:
    """Whether all letters beyond ASCII are those of one western language; another code page's text mixes several."""
    letters = {sign.lower() for sign in text if ord(sign) > 127 and sign.isalpha()}
    return bool(letters) and any(letters <= alphabet for alphabet in _WESTERN)


def _odd_signs(sample: bytes, name: str) -> int:
    """Signs above ASCII that are neither letters nor the marks of printed prose."""
    text = sample.decode(name, "replace")
    return sum(1 for sign in text if ord(sign) > 127 and not sign.isalpha() and sign not in _PRINTED_MARKS)


def _with_losses(data: bytes, name: str, basis: Basis, notes: tuple[str, ...]) -> Decoded:
    try:
        return Decoded(data.decode(name), name, basis, notes)
    except UnicodeDecodeError as error:
        lost = f"byte {error.start} and others stand for nothing in {name}; they became U+FFFD: check names there"
        return Decoded(data.decode(name, "replace"), name, basis, (*notes, lost))
