"""Running sizes from one corner, after ISO 129: along a side of a figure each place is told by its distance from zero.

Sizes too close to each other are moved apart, their lines bent; of rows of equal steps only the ends are told where it
is still too crowded.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from furnishing.units import Length
from reports.drawing import ASCENT, CAPITAL, DESCENT, HAIR, Anchor, Item, Point, Polyline, Text
from reports.render.fonts import POINT
from reports.text.locale import Locale

SIZE: Final = 8.0
"""Points of a running size."""

APART: Final = (ASCENT + DESCENT) * SIZE * POINT + 0.15
"""Millimetres from one size to the next."""

TENTH: Final[Length] = 100

STRAIGHT, BEND, REACH = 1.2, 2.8, 4.6
"""Millimetres outside the figure where a line bends, where it is straight again and where its size begins."""

MOST_MOVED: Final = 9.0
"""Millimetres by which a size may stand beside its place before rows are told by their ends."""


class Way(StrEnum):
    """On which side of a figure sizes stand."""

    ABOVE = "above"
    BELOW = "below"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A side of a figure: place 0 on paper at `zero`, running up or right where `sense` is 1, from `base` outwards.

    `scale` says how many millimetres one of paper shows; `size` is the whole side, whose size is printed bold.
    """

    way: Way
    zero: float
    base: float
    scale: float
    size: Length
    sense: int = 1
    beyond: float = math.inf
    """Millimetres by which sizes may stand beyond the ends of the side."""

    def on_paper(self, place: Length) -> float:
        """Where a place lies along the side."""
        return self.zero + self.sense * place / 1000 / self.scale


def marked(length: Length, locale: Locale) -> str:
    """A place as it is marked out by hand: in millimetres to a tenth, as nobody marks finer; files are exact."""
    return locale.length(round(length / TENTH) * TENTH if locale.metric else length)


def ordinates(side: Scale, places: Iterable[Length], locale: Locale) -> tuple[Item, ...]:
    """Lines and sizes for these places, for zero and for the whole side."""
    wanted = sorted({0, side.size, *places})
    told = [(place, marked(place, locale)) for place in wanted]
    if _crowded(side, [place for place, _ in told]):
        told = _by_ends(wanted, side.size, locale)
    while len(told) > 2 and _crowded(side, [place for place, _ in told], most=MOST_MOVED * 2):
        told = _thinned(told)
    marks = [side.on_paper(place) for place, _ in told]
    stands = apart(marks, APART)
    items: list[Item] = []
    for (place, words), mark, stand in zip(told, marks, stands, strict=True):
        items += _one(side, mark, stand, words, bold=place in {0, side.size})
    return tuple(items)


def apart(marks: Sequence[float], gap: float) -> list[float]:
    """The places nearest to `marks` (in least squares) that are at least `gap` from each other, in the same order."""
    rising = len(marks) < 2 or marks[-1] >= marks[0]
    ordered = list(marks) if rising else [-mark for mark in marks]
    blocks: list[list[float]] = []
    for i, mark in enumerate(ordered):
        blocks.append([mark - i * gap, 1.0])
        # Pool adjacent violators: blocks that would overlap stand together at their mean.
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            mean, count = blocks.pop()
            before = blocks[-1]
            before[0] = (before[0] * before[1] + mean * count) / (before[1] + count)
            before[1] += count
    flat = [mean for mean, count in blocks for _ in range(int(count))]
    found = [each + i * gap for i, each in enumerate(flat)]
    return found if rising else [-each for each in found]


def series(places: Sequence[Length], least: int = 4) -> tuple[tuple[Length, ...], ...]:
    """Rising places divided into rows of equal steps, at least `least` to a row, and single ones."""
    found: list[tuple[Length, ...]] = []
    i = 0
    while i < len(places):
        end = i + 1
        while end + 1 < len(places) and places[end + 1] - places[end] == places[i + 1] - places[i]:
            end += 1
        if end < len(places) and end - i + 1 >= least:
            found.append(tuple(places[i : end + 1]))
            i = end + 1
        else:
            found.append((places[i],))
            i += 1
    return tuple(found)


def _by_ends(wanted: Sequence[Length], size: Length, locale: Locale) -> list[tuple[Length, str]]:
    """First and last of every row of equal steps, the last with their number and step."""
    told = [(0, marked(0, locale))]
    for row in series([place for place in wanted if 0 < place < size]):
        if len(row) > 1:
            told.append((row[0], marked(row[0], locale)))
            steps = f"{len(row) - 1}×{marked(row[1] - row[0], locale)}"
            told.append((row[-1], f"{marked(row[-1], locale)} ({steps})"))
        else:
            told.append((row[0], marked(row[0], locale)))
    return [*told, (size, marked(size, locale))]


def _thinned(told: list[tuple[Length, str]]) -> list[tuple[Length, str]]:
    """Without the size whose neighbours are nearest to each other; the table of holes still has it."""
    inner = range(1, len(told) - 1)
    drop = min(inner, key=lambda i: (told[i + 1][0] - told[i - 1][0], i))
    return [each for i, each in enumerate(told) if i != drop]


def _crowded(side: Scale, places: Sequence[Length], most: float = MOST_MOVED) -> bool:
    marks = [side.on_paper(place) for place in places]
    stands = apart(marks, APART)
    if max(stands) > max(marks) + side.beyond or min(stands) < min(marks) - side.beyond:
        return True
    return any(abs(a - b) > most for a, b in zip(stands, marks, strict=True))


def _one(side: Scale, mark: float, stand: float, words: str, *, bold: bool) -> tuple[Item, ...]:
    out = 1 if side.way in {Way.ABOVE, Way.RIGHT} else -1
    upright = side.way in {Way.ABOVE, Way.BELOW}

    def at(along: float, outwards: float) -> Point:
        outer = side.base + out * outwards
        return (along, outer) if upright else (outer, along)

    line = Polyline((at(mark, 0.4), at(mark, STRAIGHT), at(stand, BEND), at(stand, REACH - 0.5)), HAIR)
    middle = CAPITAL * SIZE * POINT / 2
    if upright:
        anchor = Anchor.START if out > 0 else Anchor.END
        return (line, Text(stand + middle, side.base + out * REACH, words, SIZE, anchor, bold, rotation=90.0))
    anchor = Anchor.START if out > 0 else Anchor.END
    return (line, Text(side.base + out * REACH, stand - middle, words, SIZE, anchor, bold))
