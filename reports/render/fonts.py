"""The fonts that papers embed: DejaVu Sans for Latin, Cyrillic and Greek, WenQuanYi Micro Hei for Chinese.

A text is split into runs by what each font has a glyph for, DejaVu first. A sign that neither font has is
drawn as the empty box of DejaVu, so that it is seen to be missing.
"""

from __future__ import annotations

import io
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

POINT: Final = 25.4 / 72
"""Millimetres in one point."""

REGULAR: Final = "DejaVuSans"
BOLD: Final = "DejaVuSans-Bold"
CHINESE: Final = "WenQuanYiMicroHei"

_FILES: Final = {REGULAR: "DejaVuSans.ttf", BOLD: "DejaVuSans-Bold.ttf", CHINESE: "wqy-microhei.ttc"}


@cache
def font(name: str) -> TTFont:
    """The font of this name, read from the package and registered with ReportLab on first use."""
    data = files("reports").joinpath("fonts", _FILES[name]).read_bytes()
    loaded = TTFont(name, io.BytesIO(data), subfontIndex=0)
    pdfmetrics.registerFont(loaded)
    return loaded


def printable(text: str) -> str:
    """`text` on one line: line breaks and tabs become spaces, control signs and lone surrogates become U+FFFD."""
    if text.isprintable():
        return text
    return "".join(_printable(sign) for sign in text)


def _printable(sign: str) -> str:
    if sign in "\t\n\r\v\f\x85\u2028\u2029":
        return " "
    broken = unicodedata.category(sign) in ("Cc", "Cs") or ord(sign) & 0xFFFE == 0xFFFE
    return "\ufffd" if broken else sign


@cache
def _font_of(sign: str, bold: bool) -> str:
    first = BOLD if bold else REGULAR
    if ord(sign) in font(first).face.charToGlyph:
        return first
    return CHINESE if ord(sign) in font(CHINESE).face.charToGlyph else first


@cache
def _advance(sign: str, bold: bool) -> float:
    """The advance of a sign in thousandths of the size."""
    face = font(_font_of(sign, bold)).face
    return float(face.charWidths.get(ord(sign), face.defaultWidth))


@lru_cache(maxsize=20_000)
def runs(text: str, *, bold: bool = False) -> tuple[tuple[str, str], ...]:
    """`text` as (font name, part of the text), so that each part is drawn by a font that has its glyphs."""
    grouped = groupby(printable(text), key=lambda sign: _font_of(sign, bold))
    return tuple((name, "".join(signs)) for name, signs in grouped)


@lru_cache(maxsize=20_000)
def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide `text` at `size` points is, in millimetres, by the embedded fonts."""
    return sum(_advance(sign, bold) for sign in printable(text)) * size * POINT / 1000
