"""Charts in which a picture says more than a table: bars divided into parts, told apart by pattern, not by colour.

Every pattern stays what it is on a black and white printer. Items begin at x = 0, y = 0, upwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from reports.drawing import THIN, Anchor, Hatch, Item, Rectangle, Stroke, Text
from reports.wrapping import fits

_DENSE: Final = Stroke(0.3, "#000000")
_DOTS: Final = Stroke(0.45, "#000000", (0.2, 1.0))

PATTERNS: Final[tuple[tuple[str | None, tuple[tuple[float, float, Stroke], ...]], ...]] = (
    ("#4d4d4d", ()),
    ("#ffffff", ((1.6, 45.0, _DENSE),)),
    ("#b8b8b8", ()),
    ("#ffffff", ((1.1, 0.0, _DOTS),)),
    ("#ffffff", ((1.6, -45.0, _DENSE),)),
    ("#dedede", ((2.2, 90.0, _DENSE),)),
    ("#ffffff", ((1.8, 45.0, _DENSE), (1.8, -45.0, _DENSE))),
    ("#ffffff", ()),
)
"""The ground of a part and the lines on it: spacing, angle, stroke. Neighbours differ in darkness and direction."""

SOLID, DOTTED, STRIPED, EMPTY = 2, 3, 1, 7


def filled(x: float, y: float, width: float, height: float, pattern: int) -> tuple[Item, ...]:
    """A rectangle in one of the patterns; their numbers begin again after the last."""
    ground, lines = PATTERNS[pattern % len(PATTERNS)]
    hatches = [
        Hatch(x, y, width, height, spacing=spacing, angle=angle, stroke=stroke) for spacing, angle, stroke in lines
    ]
    return (Rectangle(x, y, width, height, None, ground), *hatches, Rectangle(x, y, width, height, THIN))


def split_bar(
    parts: Sequence[tuple[int, Decimal, str]], width: float, height: float, *, whole: Decimal | None = None
) -> tuple[Item, ...]:
    """One bar divided in proportion to amounts: pattern, amount (0 or more) and label of each part.

    A label stands in its part where that is wide enough, on a white ground so that no pattern runs through it.
    `whole` is what the full width stands for where that is not the sum.
    """
    total = sum((amount for _, amount, _ in parts), start=Decimal(0)) if whole is None else whole
    if not total:
        return ()
    widths = [width * float(amount / total) for _, amount, _ in parts]
    items: list[Item] = []
    for (pattern, _, label), x, each in zip(parts, accumulate([0.0, *widths]), widths, strict=False):
        if each < 0.05:
            continue
        items += filled(x, 0.0, each, height, pattern)
        if label and fits(label, 8.0, each - 3.0):
            items += _label(label, x + each / 2, height / 2)
    return tuple(items)


def _label(label: str, x: float, y: float) -> tuple[Item, ...]:
    text = Text(x, y - 1.0, label, 8.0, Anchor.MIDDLE)
    ground = Rectangle(x - text.width / 2 - 0.8, y - 2.0, text.width + 1.6, 4.0, None, "#ffffff")
    return (ground, text)


def swatch(pattern: int, x: float, y: float, size: float = 4.0) -> tuple[Item, ...]:
    """A small square in a pattern, for a legend."""
    return filled(x, y, size * 1.6, size, pattern)
