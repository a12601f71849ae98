"""Chains of dimensions beside a figure, and the figures they stand around.

Where a stretch is too narrow for its size, the size moves beyond the dimension line, further out where its
neighbours need the room; the next chain starts behind them, so that no line crosses a size.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from furnishing.units import Length
from reports.dimensions import View
from reports.drawing import (
    THIN,
    Anchor,
    Circle,
    Drawing,
    Hatch,
    Item,
    Line,
    Path,
    Point,
    Polyline,
    Rectangle,
    Text,
    moved,
)
from reports.render import fonts
from reports.text.locale import METRIC_ENGLISH, Locale

SIZE: Final = 8.0
"""Points of the sizes in a chain."""

_CAPITAL: Final = 0.73 * SIZE * fonts.POINT
_LEVEL: Final = SIZE * fonts.POINT * 1.15
_TICK: Final = 1.0
_LIFT: Final = 0.9
_TEXT_GAP: Final = 1.0


@dataclass(slots=True)
class Side:
    """One side of a figure that collects chains: from `start` along the unit vector `along`, outward to its left.

    `reach` is how far out the next chain may begin, in millimetres of paper.
    """

    start: Point
    along: Point
    view: View
    reach: float = 3.0
    locale: Locale = METRIC_ENGLISH
    items: list[Item] = field(default_factory=list)

    @property
    def _out(self) -> Point:
        return (-self.along[1], self.along[0])

    @property
    def _angle(self) -> float:
        """The way a text runs: along the line, turned where it could not be read from below or from the right."""
        angle = round(math.degrees(math.atan2(self.along[1], self.along[0])), 6)
        if angle > 90:
            return angle - 180
        return angle + 180 if angle <= -90 else angle

    @property
    def _reads_outward(self) -> bool:
        """Whether the upper side of the texts is the outer one."""
        turn = math.radians(self._angle)
        return -math.sin(turn) * self._out[0] + math.cos(turn) * self._out[1] > 0

    def at(self, along: float, out: float) -> Point:
        """A point so far along this side and so far out of it."""
        return (
            self.start[0] + self.along[0] * along + self._out[0] * out,
            self.start[1] + self.along[1] * along + self._out[1] * out,
        )

    def chain(self, stations: Iterable[Length]) -> None:
        """A chain through `stations`, micrometres from the start of this side; nothing for fewer than two."""
        marks = sorted(set(stations))
        if len(marks) < 2:
            return
        foot = self.reach + (0.8 if self.items else 0.0)
        line = foot + (2.5 if self._reads_outward else _LIFT + _CAPITAL + 1.2)
        places = [self.view.size(mark) for mark in marks]
        self.items.append(Line(self.at(places[0], line), self.at(places[-1], line), THIN))
        for place in places:
            self.items.append(Line(self.at(place, foot), self.at(place, line + 1.2), THIN))
            self.items.append(Line(self.at(place - _TICK, line - _TICK), self.at(place + _TICK, line + _TICK), THIN))
        lengths = [far - near for near, far in pairwise(marks)]
        self.reach = line + 1.2 + self._sizes(places, lengths, line)

    def _sizes(self, places: Sequence[float], lengths: Sequence[Length], line: float) -> float:
        """Write the sizes; how far beyond the line's extension they reach."""
        taken: list[float] = []
        for place, following, length in zip(places, places[1:], lengths, strict=False):
            words = self.locale.length(length)
            width = fonts.text_width(words, SIZE)
            middle = (place + following) / 2
            level = 0
            if width > following - place - _TEXT_GAP:
                free = (i for i, end in enumerate(taken, 1) if end + _TEXT_GAP <= middle - width / 2)
                level = next(free, len(taken) + 1)
                taken[level - 1 : level] = [middle + width / 2]
            base = self.at(middle, self._base(line, level))
            self.items.append(Text(*base, words, SIZE, Anchor.MIDDLE, rotation=self._angle))
        beyond = _LIFT + _CAPITAL if self._reads_outward else 0.0
        return max(beyond - 1.2, 0.0) + len(taken) * _LEVEL + (0.6 if taken else 0.0)

    def _base(self, line: float, level: int) -> float:
        """How far out the base line of a size stands; level 0 is above its line as one reads it."""
        if self._reads_outward:
            return line + _LIFT + level * _LEVEL
        return line - _LIFT if level == 0 else line + 1.2 + level * _LEVEL


def bounds(items: Iterable[Item]) -> tuple[float, float, float, float]:
    """The box around items: left, bottom, right, top."""
    xs: list[float] = []
    ys: list[float] = []
    for item in items:
        for x, y in _extremes(item):
            xs.append(x)
            ys.append(y)
    return (min(xs), min(ys), max(xs), max(ys))


def _extremes(item: Item) -> Iterable[Point]:
    match item:
        case Text():
            return item.corners()
        case Line():
            return (item.start, item.end)
        case Polyline():
            return item.points
        case Path():
            return [point for ring in item.rings for point in ring]
        case Rectangle() | Hatch():
            return ((item.x, item.y), (item.x + item.width, item.y + item.height))
        case Circle():
            low, high = item.radius, item.radius
            return ((item.x - low, item.y - low), (item.x + high, item.y + high))


def cropped(items: Sequence[Item], title: str, margin: float = 1.0) -> Drawing:
    """A drawing just large enough for `items`, with a little air around."""
    left, bottom, right, top = bounds(items)
    return Drawing(
        width=right - left + 2 * margin,
        height=top - bottom + 2 * margin,
        items=moved(items, margin - left, margin - bottom),
        title=title,
    )
