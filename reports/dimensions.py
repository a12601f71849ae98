"""Scales after ISO 5455 and dimension lines after ISO 129."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from furnishing.units import Length, show
from reports.drawing import THIN, Anchor, Item, Line, Point, Text
from reports.render import fonts

SCALES: Final = (1, 2, 5, 10, 20, 50, 100)
"""What one millimetre of paper may stand for."""

_TICK: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """How a thing lies on paper: one millimetre of paper shows `scale` of it; its origin stands at `x, y`."""

    scale: float
    x: float = 0.0
    y: float = 0.0

    def size(self, length: Length) -> float:
        """A length of the thing in millimetres of paper."""
        return length / 1000 / self.scale

    def at(self, x: Length, y: Length) -> Point:
        """A point of the thing, in micrometres from its origin, on paper."""
        return (self.x + self.size(x), self.y + self.size(y))


def best_scale(width: Length, height: Length, room_width: float, room_height: float) -> int:
    """The largest scale of ISO 5455 at which a thing fits a room on paper; the smallest where none does."""
    for scale in SCALES:
        if width / 1000 / scale <= room_width and height / 1000 / scale <= room_height:
            return scale
    return SCALES[-1]


def scale_name(scale: int) -> str:
    """`1:20`."""
    return f"1:{scale}"


def dimension(
    start: Point, end: Point, text: str | Length, *, offset: float = 0.0, size: float = 8.0, extend: float = 1.5
) -> tuple[Item, ...]:
    """A dimension line beside the stretch from `start` to `end`, with extension lines and its text above the line.

    The line lies `offset` millimetres to the left of the stretch as one walks from `start` to `end` (so a
    negative offset lies to its right); `text` is a length or ready words. The text reads from below, and
    from the right where the line is upright. Text wider than the line stands beyond its end.
    """
    length = math.dist(start, end)
    if length == 0:
        return ()
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    normal = (-along[1], along[0])

    def off(point: Point, distance: float) -> Point:
        return (point[0] + normal[0] * distance, point[1] + normal[1] * distance)

    near, far = off(start, offset), off(end, offset)
    beyond = math.copysign(extend, offset)
    slash = ((along[0] + normal[0]) * _TICK, (along[1] + normal[1]) * _TICK)
    items: list[Item] = [Line(near, far, THIN)]
    for foot, tip in ((start, near), (end, far)):
        if offset:
            items.append(Line(off(foot, math.copysign(min(0.8, abs(offset)), offset)), off(tip, beyond), THIN))
        items.append(Line((tip[0] - slash[0], tip[1] - slash[1]), (tip[0] + slash[0], tip[1] + slash[1]), THIN))
    words = text if isinstance(text, str) else show(text)
    return (*items, _dimension_text(near, far, words, size))


def _dimension_text(near: Point, far: Point, words: str, size: float) -> Text:
    angle = math.degrees(math.atan2(far[1] - near[1], far[0] - near[0]))
    # From below for everything that leans less than upright, from the right for what is upright.
    if angle > 90.001 or angle <= -89.999:
        near, far = far, near
        angle += 180 if angle < 0 else -180
    angle = round(angle, 6)
    length, width = math.dist(near, far), fonts.text_width(words, size)
    along = (math.cos(math.radians(angle)), math.sin(math.radians(angle)))
    up = (-along[1], along[0])
    place = length / 2 if width <= length - 1 else length + 1.5 + width / 2
    lift = 0.8 + 0.22 * size * fonts.POINT * 0.5
    x = near[0] + along[0] * place + up[0] * lift
    y = near[1] + along[1] * place + up[1] * lift
    return Text(x, y, words, size, Anchor.MIDDLE, rotation=angle)
