"""The drawing language: frozen values in millimetres of paper, rendered by `reports.render` as PDF or SVG.

The origin of a drawing is its lower left corner, x to the right, y up: the way boards and elevations are
measured. Floats are fine here, nothing on paper is sawn. Angles in degrees, counter-clockwise; sizes of text
in points; colours as `#rrggbb`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeAlias

from reports.render import fonts
from reports.wrapping import fitted

Point: TypeAlias = tuple[float, float]
"""A place on paper: millimetres right of and above the lower left corner."""

ASCENT: Final = 0.78
DESCENT: Final = 0.22
"""How far letters reach above and below their base line, as a part of the size of the text."""

CAPITAL: Final = 0.73
"""The height of a capital or a figure, as a part of the size of the text."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn: width in millimetres, colour, dashes and gaps in millimetres (empty: solid)."""

    width: float = 0.5
    colour: str = "#000000"
    dash: tuple[float, ...] = ()


# Line widths and kinds after ISO 128.
VISIBLE: Final = Stroke(0.5)
THIN: Final = Stroke(0.25)
HAIR: Final = Stroke(0.13)
HIDDEN: Final = Stroke(0.25, dash=(2.0, 1.0))
CHAIN: Final = Stroke(0.25, dash=(6.0, 1.0, 0.6, 1.0))
DOTTED: Final = Stroke(0.3, "#555555", dash=(0.3, 1.2))
WASTE: Final = Stroke(0.18, "#9a9a9a")


class Anchor(StrEnum):
    """Which end of a text stands at its point."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


BEFORE: Final = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}
"""Which part of a text stands before its point."""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    start: Point
    end: Point
    stroke: Stroke = VISIBLE


@dataclass(frozen=True, slots=True)
class Polyline:
    """Straight lines through `points`, back to the first where `closed`; filled where `fill` is a colour."""

    points: tuple[Point, ...]
    stroke: Stroke | None = VISIBLE
    fill: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle from its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    stroke: Stroke | None = VISIBLE
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around `x, y`."""

    x: float
    y: float
    radius: float
    stroke: Stroke | None = VISIBLE
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Path:
    """Closed rings filled as one path by the even-odd rule: a ring inside another is a hole. QR codes are one Path."""

    rings: tuple[tuple[Point, ...], ...]
    fill: str = "#000000"


@dataclass(frozen=True, slots=True)
class Hatch:
    """Parallel lines inside a rectangle, `spacing` millimetres apart, at `angle` to the x axis."""

    x: float
    y: float
    width: float
    height: float
    spacing: float = 2.5
    angle: float = 45.0
    stroke: Stroke = WASTE

    def lines(self) -> tuple[tuple[Point, Point], ...]:
        """The hatch lines, already cut to the rectangle; anchored to the page, so that neighbours line up."""
        along = (math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle)))
        across = (-along[1], along[0])
        corners = [(self.x + dx * self.width, self.y + dy * self.height) for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1))]
        reach = [x * across[0] + y * across[1] for x, y in corners]
        first, last = math.ceil(min(reach) / self.spacing), math.floor(max(reach) / self.spacing)
        cut = (self._clip(across, along, number * self.spacing) for number in range(first, last + 1))
        return tuple(line for line in cut if line is not None)

    def _clip(self, across: Point, along: Point, offset: float) -> tuple[Point, Point] | None:
        """The part of one hatch line inside the rectangle, after Liang and Barsky."""
        origin = (across[0] * offset, across[1] * offset)
        low, high = -math.inf, math.inf
        for start, step, near, far in (
            (origin[0], along[0], self.x, self.x + self.width),
            (origin[1], along[1], self.y, self.y + self.height),
        ):
            if abs(step) < 1e-9:
                if not near <= start <= far:
                    return None
                continue
            enter, leave = sorted(((near - start) / step, (far - start) / step))
            low, high = max(low, enter), min(high, leave)
        if high - low < 1e-6:
            return None
        return (
            (origin[0] + along[0] * low, origin[1] + along[1] * low),
            (origin[0] + along[0] * high, origin[1] + along[1] * high),
        )


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text whose base line starts (or has its middle, or ends) at `x, y`, turned by `rotation`.

    Text wider than `max_width` millimetres is drawn smaller, never below 5.5 pt: `drawn_size`.
    """

    x: float
    y: float
    text: str
    size: float = 9.0
    anchor: Anchor = Anchor.START
    bold: bool = False
    rotation: float = 0.0
    max_width: float | None = None
    colour: str = "#000000"

    @property
    def drawn_size(self) -> float:
        """The size in points after shrinking into `max_width`."""
        if self.max_width is None:
            return self.size
        return fitted(self.text, self.size, self.max_width, bold=self.bold)

    @property
    def width(self) -> float:
        """Millimetres along the base line as drawn."""
        return fonts.text_width(self.text, self.drawn_size, bold=self.bold)

    def corners(self) -> tuple[Point, Point, Point, Point]:
        """The corners of the box that the text covers, rotation counted, starting below its first letter."""
        width, em = self.width, self.drawn_size * fonts.POINT
        left = -BEFORE[self.anchor] * width
        right, low, high = left + width, -DESCENT * em, ASCENT * em
        box = ((left, low), (right, low), (right, high), (left, high))
        cos, sin = _turn(self.rotation)
        first, second, third, fourth = ((self.x + u * cos - v * sin, self.y + u * sin + v * cos) for u, v in box)
        return (first, second, third, fourth)


Item: TypeAlias = Line | Polyline | Rectangle | Circle | Path | Hatch | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A page or a figure of `width` by `height` millimetres; later items lie on top of earlier ones."""

    width: float
    height: float
    items: tuple[Item, ...]
    title: str = ""

    @property
    def texts(self) -> tuple[Text, ...]:
        """The texts on it, in drawing order."""
        return tuple(item for item in self.items if isinstance(item, Text))


Document: TypeAlias = tuple[Drawing, ...]
"""The pages of one paper."""


def arc(centre: Point, radius: float, start: float, end: float, stroke: Stroke = THIN) -> Polyline:
    """An arc from angle `start` to angle `end` in degrees, as a polyline with a point about every five degrees."""
    steps = max(2, math.ceil(abs(end - start) / 5))
    angles = (math.radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return Polyline(tuple((centre[0] + radius * math.cos(a), centre[1] + radius * math.sin(a)) for a in angles), stroke)


def moved(items: Iterable[Item], dx: float, dy: float) -> tuple[Item, ...]:
    """The same items `dx` to the right and `dy` up: a figure put on a page."""
    return tuple(_moved(item, dx, dy) for item in items)


def in_a_row(views: Sequence[Drawing], gap: float, title: str) -> Drawing:
    """Drawings side by side on white with a thin frame, `gap` mm between and around them."""
    width = sum(view.width + gap for view in views) + gap
    height = max(view.height for view in views) + 2 * gap
    items: list[Item] = [Rectangle(0.0, 0.0, width, height, Stroke(0.3, "#d5d8d3"), "#ffffff")]
    left = gap
    for view in views:
        items += moved(view.items, left, gap)
        left += view.width + gap
    return Drawing(width=width, height=height, items=tuple(items), title=title)


def _moved(item: Item, dx: float, dy: float) -> Item:
    # Half of all items are lines or texts: written out, since `replace` looks up every field.
    if isinstance(item, Line):
        return Line(_shift(item.start, dx, dy), _shift(item.end, dx, dy), item.stroke)
    if isinstance(item, Polyline):
        points = tuple(_shift(point, dx, dy) for point in item.points)
        return Polyline(points, item.stroke, item.fill, item.closed)
    if isinstance(item, Path):
        return replace(item, rings=tuple(tuple(_shift(point, dx, dy) for point in ring) for ring in item.rings))
    return replace(item, x=item.x + dx, y=item.y + dy)


def _turn(angle: float) -> Point:
    """Cosine and sine of an angle in degrees, exact where nothing is turned."""
    return (math.cos(math.radians(angle)), math.sin(math.radians(angle))) if angle else (1.0, 0.0)


def _shift(point: Point, dx: float, dy: float) -> Point:
    return (point[0] + dx, point[1] + dy)
