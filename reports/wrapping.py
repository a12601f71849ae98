"""Text that fits: its size for a width, its lines, its beginning where no more has room."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from reports.render import fonts

SMALLEST: Final = 5.5
"""Points below which text is not shrunk."""


def fitted(text: str, size: float, width: float, *, bold: bool = False, smallest: float = SMALLEST) -> float:
    """The size in points, at most `size` and at least `smallest`, at which `text` fits `width` millimetres."""
    full = fonts.text_width(text, size, bold=bold)
    if full <= width or full == 0:
        return size
    return max(min(size, smallest), size * width / full)


def fits(text: str, size: float, width: float, *, bold: bool = False) -> bool:
    """Whether `text` at `size` points is at most `width` millimetres wide."""
    return fonts.text_width(text, size, bold=bold) <= width + 1e-6


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> tuple[str, ...]:
    """`text` broken into lines of at most `width` millimetres, between words, or inside a word too long for a line.

    Chinese breaks between any two signs, but never before a sign that closes. A size stays whole where
    a line can hold it, and a space that does not break stays.
    """
    lines: list[str] = []
    line = ""
    for gap, word in _words(text, lambda each: fits(each, size, width, bold=bold)):
        longer = f"{line}{gap}{word}" if line else word
        if fits(longer, size, width, bold=bold):
            line = longer
            continue
        if line:
            lines.append(line)
        line = ""
        for letter in word:
            if line and not fits(line + letter, size, width, bold=bold):
                lines.append(line)
                line = ""
            line += letter
    return (*lines, line) if line or not lines else tuple(lines)


_KEPT: Final = "|".join(
    (
        r"(?<=[0-9])\s(?=(?:mm|мм|m²|м²)(?:\W|$))",
        r"(?<=[0-9])\s(?=[x×–]\s[0-9])",
        r"(?<=[0-9]\s[x×–])\s(?=[0-9])",
        r"(?<=[0-9])\s(?=\([0-9]+×)",
    )
)
_GAP: Final = re.compile(rf"(?:(?!{_KEPT})[ \t\r\n])+")
"""Where a line may be broken: at spaces, but not in a size or a row such as `4 x 30 mm` and `96 – 224 (4×32)`."""

_CHINESE: Final = "\u2e80-\u9fff\uf900-\ufaff"
_CLOSING: Final = "\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\uff09\u300b,.:;!?)"
_WORD: Final = re.compile(f"[\uff08\u300a(]*[{_CHINESE}][{_CLOSING}]*|[^{_CHINESE}\uff08\u300a]+|.")


def _words(text: str, fit: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """What a line may be broken between, each with the space before it: words, sizes that `fit`, Chinese signs."""
    for kept in _GAP.split(text.strip()):
        for word in _parts(kept, fit):
            for number, part in enumerate(_WORD.findall(word)):
                yield ("" if number else " "), part


def _parts(kept: str, fit: Callable[[str], bool]) -> Sequence[str]:
    """A size or row as it stands where it fits a line; a row else before its steps, and only then at any space."""
    if " " not in kept or fit(kept):
        return (kept,)
    row = kept.split(" (")
    if len(row) == 2 and fit(row[0]):
        return (row[0], f"({row[1]}")
    return kept.split(" ")


def shortened(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """`text`, or as much of its beginning as fits `width` millimetres followed by an ellipsis."""
    if fits(text, size, width, bold=bold):
        return text
    for end in range(len(text) - 1, 0, -1):
        short = text[:end].rstrip() + "…"
        if fits(short, size, width, bold=bold):
            return short
    return "…"
