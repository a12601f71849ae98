"""QR codes as one path of the drawing language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import segno

from reports.drawing import Path, Point

_QUIET: Final = 4
"""Modules of white around a QR code, as ISO/IEC 18004 asks."""


def qr(content: str, x: float, y: float, side: float) -> Path:
    """A QR code as one path in a square of `side` millimetres, its quiet zone inside the square."""
    code = segno.make(content, error="m", micro=False, boost_error=False)
    rows = [bytes(row) for row in code.matrix]
    module = side / (len(rows) + 2 * _QUIET)
    low, high = x + _QUIET * module, y + side - _QUIET * module
    rings: list[tuple[Point, ...]] = []
    for number, row in enumerate(rows):
        top, bottom = high - number * module, high - (number + 1) * module
        for start, end in _dark_runs(row):
            near, far = low + start * module, low + end * module
            rings.append(((near, bottom), (far, bottom), (far, top), (near, top)))
    return Path(tuple(rings))


def _dark_runs(row: bytes) -> Iterator[tuple[int, int]]:
    """Where dark modules of one row begin and end."""
    start: int | None = None
    for number, dark in enumerate((*row, 0)):
        if dark and start is None:
            start = number
        elif not dark and start is not None:
            yield start, number
            start = None
