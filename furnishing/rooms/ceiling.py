"""The ceiling of a room: level, or the lowest of the planes that rise from its walls.

Heights inside are floats over room coordinates in micrometres; what is handed out is rounded down.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from shapely import Polygon, union_all
from shapely.geometry.base import BaseGeometry

from furnishing.room import Room, Slope
from furnishing.units import Length, mm

HEAD: Final[Length] = mm(1900)
"""What begins above, such as a beam, stops nobody who walks below it."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane of the ceiling, as measured in `slope`: `along_x` * x + `along_y` * y + `level` high over (x, y)."""

    slope: Slope
    along_x: float
    along_y: float
    level: float

    def height(self, x: float, y: float) -> float:
        """How high it hangs over a point of the room; it goes on falling behind its wall."""
        return self.along_x * x + self.along_y * y + self.level


def slope_planes(room: Room) -> tuple[Plane, ...]:
    """The sloped planes of a room's ceiling, in the order of its slopes."""
    corners = room.corners
    found = []
    for slope in room.slopes:
        (x0, y0), (x1, y1) = corners[slope.wall], corners[slope.wall + 1]
        span = math.hypot(x1 - x0, y1 - y0)
        rise = math.tan(math.radians(float(slope.angle)))
        # Into the room is to the right of the wall's direction.
        along_x, along_y = rise * (y1 - y0) / span, -rise * (x1 - x0) / span
        found.append(Plane(slope, along_x, along_y, slope.knee - along_x * x0 - along_y * y0))
    return tuple(found)


def ceiling_at(room: Room, x: float, y: float) -> Length:
    """The height of the ceiling over a point of the room: the lowest of its planes, 0 at least."""
    return lowest_at(room, ((x, y),))


def lowest_over(room: Room, shape: Polygon) -> Length:
    """The lowest the ceiling comes over an area of the floor: planes are lowest over its corners."""
    return lowest_at(room, ((x, y) for x, y, *_ in shape.exterior.coords))


def lowest_at(room: Room, points: Iterable[tuple[float, float]]) -> Length:
    """The lowest the ceiling comes over some points of the room."""
    planes = slope_planes(room)
    lowest = float(room.ceiling)
    for x, y in points:
        lowest = min([lowest, *(plane.height(x, y) for plane in planes)])
    return max(math.floor(lowest + 0.01), 0)


def low_ceiling(room: Room, height: Length) -> tuple[BaseGeometry, ...]:
    """The floor over which the ceiling is lower than `height`; a slope goes on falling behind its wall's line."""
    if room.ceiling < height:
        return (room.outline,)
    found: list[BaseGeometry] = []
    left, low, right, high = room.outline.bounds
    far = round(right - left + high - low)
    for slope in room.slopes:
        rise = math.tan(math.radians(float(slope.angle)))
        reach = far if slope.knee < height else -far
        if rise > 0:
            reach = round(max(-far, min(far, (height - slope.knee) / rise)))
        if reach == -far:
            continue
        corners = ((-far, -far), (far, -far), (far, reach), (-far, reach))
        band = Polygon([room.on_wall(slope.wall, along, out) for along, out in corners])
        found.append(band.intersection(room.outline))
    return tuple(found)


def highest(room: Room) -> Length:
    """The greatest height of the ceiling anywhere in the room, to the millimetre below."""
    low, high = 0, room.ceiling
    while high - low > 1000:
        middle = (low + high) // 2
        covered = union_all([shape.buffer(1) for shape in low_ceiling(room, middle)])
        if room.outline.difference(covered).is_empty:
            high = middle
        else:
            low = middle
    return room.ceiling if not room.slopes or high == room.ceiling else low
