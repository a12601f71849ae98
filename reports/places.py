"""Places for words on a figure: candidates in the order in which they please, for `Space` to choose from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.drawing import ASCENT, CAPITAL, DESCENT, Anchor, Text
from reports.render.fonts import POINT, text_width
from reports.space import Box


def letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ...: letters, as figures number the cuts."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def level(words: str, within: Box, size: float) -> Iterator[Text]:
    """Places for a size along the lower side, else the upper."""
    em = size * POINT
    for y in (within[1] + DESCENT * em, within[3] - ASCENT * em):
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            x = within[0] + (within[2] - within[0]) * share
            yield Text(x, y, words, size, Anchor.MIDDLE)


def upright(words: str, within: Box, size: float) -> Iterator[Text]:
    """Places for a size along the left side, else the right, read from the right."""
    em = size * POINT
    for x in (within[0] + ASCENT * em, within[2] - DESCENT * em):
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            y = within[1] + (within[3] - within[1]) * share
            yield Text(x, y, words, size, Anchor.MIDDLE, rotation=90.0)


def middle(
    words: str,
    within: Box,
    sizes: Sequence[float],
    *,
    turned: bool = True,
    heights: Sequence[float] = (0.5, 0.62, 0.4, 0.75, 0.28),
) -> Iterator[Text]:
    """Places for words about the middle of a box: the largest size first, level before upright (if `turned`).

    `heights` are the shares of the box's height at which they may stand.
    """
    width, height = within[2] - within[0], within[3] - within[1]
    for size in sizes:
        for rotation, room, lines in ((0.0, width, height), (90.0, height, width)):
            if rotation and not turned:
                continue
            if text_width(words, size, bold=True) > room or size * POINT > lines:
                continue
            for down in heights:
                for share in (0.5, 0.4, 0.6, 0.3, 0.7):
                    x = within[0] + (within[2] - within[0]) * share
                    y = within[1] + (within[3] - within[1]) * down
                    yield centred(words, x, y, size, rotation=rotation)


def centred(words: str, x: float, y: float, size: float, *, rotation: float = 0.0) -> Text:
    """Bold words with their middle at a point."""
    lift = CAPITAL * size * POINT / 2
    x, y = (x + lift, y) if rotation else (x, y - lift)
    return Text(x, y, words, size, Anchor.MIDDLE, bold=True, rotation=rotation)
