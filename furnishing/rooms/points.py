"""Where sockets, water, waste, gas and the extractor's outlet are along a wall."""

from __future__ import annotations

from furnishing.room import PointKind, Room, WallPoint
from furnishing.units import Length


def points_on(room: Room, wall: int, kind: PointKind | None = None) -> tuple[WallPoint, ...]:
    """The points of a kind (or all) on a wall, from left to right, then from the floor up."""
    points = (each for each in room.walls[wall].points if kind is None or each.kind is kind)
    return tuple(sorted(points, key=lambda each: (each.offset, each.height, each.kind)))


def walls_with(room: Room, kind: PointKind) -> tuple[int, ...]:
    """The walls that have a point of a kind."""
    return tuple(wall for wall in range(len(room.walls)) if points_on(room, wall, kind))


def points_behind(
    room: Room, wall: int, start: Length, end: Length, *, bottom: Length = 0, top: Length | None = None
) -> tuple[WallPoint, ...]:
    """The points that furniture from `start` to `end` and from `bottom` to `top` would stand before, edges counted."""
    upper = room.ceiling if top is None else top
    return tuple(
        each for each in points_on(room, wall) if start <= each.offset <= end and bottom <= each.height <= upper
    )
