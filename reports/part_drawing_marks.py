"""Marks on the figure of a part: the sign of zero, the names of faces, the grain, the numbers of holes and grooves.

Each takes its room, so that none lies on a hole, on a band or on another one; on a line only where nothing else is
free nearby.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise, product
from typing import Final

from furnishing.grain import Grain
from furnishing.machining import Face
from furnishing.units import Length
from reports.drawing import CAPITAL, HAIR, THIN, Anchor, Circle, Item, Line, Path, Point, Polyline, Text, arc
from reports.part_drawing_rows import Holes
from reports.part_drawing_shapes import Shape
from reports.render.fonts import POINT, text_width
from reports.space import Box, Space, box_of
from reports.text.locale import Locale

APART: Final = 4.4
"""Millimetres between a face and an edge beside it: room for a number."""

SMALLEST_HOLE: Final = 0.35
NUMBER: Final = 8.0
FAR: Final = 45.0
"""Millimetres from a number to holes of its row that get it once more."""

LINE: Final = 0.2
"""Millimetres kept free beside a line."""

NEAR: Final = (0.5, 1.0, 1.5, 2.0)
FURTHER: Final = (4.0, 7.0, 10.0)
"""Millimetres between a hole and its number, which needs a line to it from more than `BARE` on."""

BARE: Final = 1.5


@dataclass(frozen=True, slots=True)
class Pane:
    """A face or an edge on paper: its lower left corner, size, and how x and y of the part run in it."""

    face: Face
    left: float
    bottom: float
    width: float
    height: float
    along: Length
    across: Length
    down: bool = False
    upright: bool = False

    def at(self, x: Length, y: Length) -> Point:
        """A place of this face on paper."""
        u, v = x / self.along, y / self.across
        if self.upright:
            u, v = v, u
        return (self.left + u * self.width, self.bottom + (1 - v if self.down else v) * self.height)

    @property
    def box(self) -> Box:
        """The rectangle it takes on paper."""
        return (self.left, self.bottom, self.left + self.width, self.bottom + self.height)


@dataclass(slots=True)
class Sheet:
    """A figure being drawn."""

    shape: Shape
    scale: float
    locale: Locale
    items: list[Item] = field(default_factory=list)
    space: Space = field(default_factory=Space)
    lines: Space = field(default_factory=Space)
    """Lines of edges, grooves and slanting sides: a mark on one can hardly be read."""

    def rule(self, start: Point, end: Point) -> None:
        """Note a line that marks should keep off; a slanting one step by step."""
        level = start[0] == end[0] or start[1] == end[1]
        steps = 1 if level else math.ceil(math.dist(start, end))
        ends = [
            tuple(a + (b - a) * number / steps for a, b in zip(start, end, strict=True)) for number in range(steps + 1)
        ]
        for one, other in pairwise(ends):
            left, right = sorted((one[0], other[0]))
            bottom, top = sorted((one[1], other[1]))
            self.lines.take((left - LINE, bottom - LINE, right + LINE, top + LINE))

    def frame(self, box: Box) -> None:
        """Note the four lines of a rectangle."""
        left, bottom, right, top = box
        corners = ((left, bottom), (right, bottom), (right, top), (left, top), (left, bottom))
        for one, other in pairwise(corners):
            self.rule(one, other)

    def is_clear(self, box: Box) -> bool:
        """Whether nothing and no line lies in a box."""
        return self.space.is_free(box) and self.lines.is_free(box)


def radius_of(sheet: Sheet, row: Holes) -> float:
    """The radius of a hole on paper, large enough to be seen."""
    return max(row.kind.diameter / 2000 / sheet.scale, SMALLEST_HOLE)


def origin_sign(sheet: Sheet, pane: Pane) -> None:
    """The sign of zero: a ring around the corner, two of its quarters black."""
    x, y = pane.at(0, 0)
    radius = 1.5
    sheet.items.append(Circle(x, y, radius, THIN, "#ffffff"))
    for start in (0, 180):
        quarter = arc((x, y), radius, start, start + 90).points
        sheet.items.append(Path((((x, y), *quarter),)))
    sheet.space.take((x - radius, y - radius, x + radius, y + radius))


def face_name(sheet: Sheet, pane: Pane) -> None:
    """`A` or `B`, large, where there is room."""
    words, size = pane.face.value, 14.0
    em = size * POINT

    def at(share: float, up: float) -> Text:
        x, y = pane.left + pane.width * share, pane.bottom + pane.height * up
        return Text(x, y - CAPITAL * em / 2, words, size, Anchor.MIDDLE, bold=True, colour="#777777")

    places = [
        at(share, up) for share, up in product((0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9), (0.5, 0.3, 0.7, 0.85, 0.15))
    ]
    for free, text in product((sheet.is_clear, sheet.space.is_free), places):
        box = box_of(text)
        if free(box) and pane.bottom < box[1] and box[3] < pane.bottom + pane.height:
            sheet.space.take(box)
            sheet.items.append(text)
            return


def grain_sign(sheet: Sheet, pane: Pane) -> None:
    """A double arrow along the grain, where there is room."""
    grain = sheet.shape.part.grain
    if grain is Grain.FREE:
        return
    half = 7.0
    reach = (half + 0.5, 1.6) if grain is Grain.LENGTH else (1.6, half + 0.5)
    places = product((0.25, 0.75, 0.4, 0.6, 0.5, 0.15, 0.85), (0.3, 0.7, 0.5, 0.15, 0.85, 0.4, 0.6))
    for free, (up, share) in product((sheet.is_clear, sheet.space.is_free), tuple(places)):
        x, y = pane.left + pane.width * share, pane.bottom + pane.height * up
        box = (x - reach[0], y - reach[1], x + reach[0], y + reach[1])
        if free(box) and _within(box, pane.box):
            sheet.space.take(box)
            ends = ((x - half, y), (x + half, y)) if grain is Grain.LENGTH else ((x, y - half), (x, y + half))
            sheet.items += _arrows(*ends)
            return


def _arrows(start: Point, end: Point) -> tuple[Item, ...]:
    """A line with a head at both ends, level or upright."""
    along = ((end[0] - start[0]) / math.dist(start, end), (end[1] - start[1]) / math.dist(start, end))

    def head(tip: Point, way: int) -> Polyline:
        back = (tip[0] - way * along[0] * 2.0, tip[1] - way * along[1] * 2.0)
        aside = (along[1] * 0.75, along[0] * 0.75)
        points = (tip, (back[0] + aside[0], back[1] + aside[1]), (back[0] - aside[0], back[1] - aside[1]))
        return Polyline(points, None, "#000000", closed=True)

    return (Line(start, end, THIN), head(end, 1), head(start, -1))


def numbered(sheet: Sheet, pane: Pane, row: Holes) -> None:
    """The number of a row, again where it runs on far away."""
    left = [pane.at(x, y) for x, y in row.spots]
    while left:
        at = number(sheet, pane, row.number, left, radius_of(sheet, row))
        if at is None:
            return
        left = [spot for spot in left if math.dist(spot, at) > FAR]


def number(sheet: Sheet, pane: Pane, count: int, spots: Sequence[Point], radius: float) -> Point | None:
    """The number of a row beside one of its holes, or further off at the end of a line; the hole it stands at."""
    for far, free in (*product((NEAR,), _rules(sheet)), *product((FURTHER,), _rules(sheet))):
        for spot, text, line in _beside(count, spots, radius, far):
            box = box_of(text)
            if free(box) and _near(box, pane):
                sheet.space.take(box)
                sheet.items += [*line, text]
                return spot
    return None


def _rules(sheet: Sheet) -> tuple[Callable[[Box], bool], ...]:
    """What a place must keep: first clear of everything, then at least off holes and other marks."""
    return (sheet.is_clear, sheet.space.is_free)


def _beside(
    count: int, spots: Sequence[Point], radius: float, far: Sequence[float]
) -> Iterator[tuple[Point, Text, tuple[Line, ...]]]:
    """The places of a number around holes: the hole, the number, and the line between them where it stands off."""
    words = str(count)
    wide, high = text_width(words, NUMBER, bold=True), CAPITAL * NUMBER * POINT
    for away, (x, y) in product(far, spots):
        reach = radius + 0.4 + away
        for dx, dy in ((1, 1), (-1, 1), (1, -1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1)):
            u, v = x + dx * (reach + wide / 2), y + dy * (reach + high / 2)
            text = Text(u, v - high / 2, words, NUMBER, Anchor.MIDDLE, bold=True)
            line = Line((x, y), (u - dx * wide / 2 * 1.1, v - dy * high / 2 * 1.1), HAIR)
            yield (x, y), text, (line,) if away > BARE else ()


def _near(box: Box, pane: Pane) -> bool:
    """Numbers of a face stay in it; those of an edge stand beside it, but not beyond the next pane."""
    if pane.face in {Face.A, Face.B}:
        return _within(box, pane.box)
    left, bottom, right, top = pane.box
    inner = APART - 0.3
    if pane.face is Face.TOP:
        return _within(box, (left, bottom - inner, right, top))
    if pane.face is Face.LEFT:
        return _within(box, (left, bottom, right + inner, top))
    if pane.face is Face.RIGHT:
        return _within(box, (left - inner, bottom, right, top))
    return _within(box, (left, bottom - inner, right, top + inner))


def _within(box: Box, outer: Box) -> bool:
    return box[0] >= outer[0] and box[1] >= outer[1] and box[2] <= outer[2] and box[3] <= outer[3]
