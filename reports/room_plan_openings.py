"""What a plan shows of a room beside its walls and furniture: openings with their leaves, the edges of slopes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Final

from shapely import union_all

from furnishing.room import Opening, OpeningKind, Room, Sash
from furnishing.rooms.ceiling import low_ceiling
from furnishing.rooms.swings import Leaf, leaves
from furnishing.units import Length, mm
from reports.dimensions import View
from reports.drawing import HIDDEN, THIN, VISIBLE, Item, Line, Point, Polyline, Stroke, arc

SLOPE: Final = Stroke(0.25, dash=(6.0, 1.0, 0.6, 1.0))
At = Callable[[Length, Length], Point]
"""From a place along a wall and out of it to paper."""


def opening_items(opening: Opening, at: At, wall: Length) -> Iterator[Item]:
    """An opening in a wall `wall` thick: its jambs, and what closes it."""
    near, far = opening.offset, opening.end
    for jamb in (near, far):
        yield Line(at(jamb, 0), at(jamb, -wall), VISIBLE)
    if opening.kind is OpeningKind.WINDOW:
        for out in (0, -wall // 2, -wall):
            yield Line(at(near, out), at(far, out), THIN)
        if opening.sash is Sash.TURN:
            for leaf in leaves(opening):
                yield from _leaf(at, leaf, 0, leaf.width, THIN)
    elif opening.kind is OpeningKind.PASSAGE:
        for out in (0, -wall):
            yield Line(at(near, out), at(far, out), HIDDEN)
    elif opening.swing == "none":
        yield Line(at(near, -wall // 2), at(far, -wall // 2), VISIBLE)
        yield Line(at(near, -wall), at(far, -wall), THIN)
    else:
        into = opening.swing == "in"
        for leaf in hung(opening):
            yield from _leaf(at, leaf, 0 if into else -wall, leaf.width if into else -wall - leaf.width, VISIBLE)


def hung(opening: Opening) -> tuple[Leaf, ...]:
    """The leaves of a door, whichever way they open."""
    if opening.leaves == 2:
        half = opening.width // 2
        return (Leaf(opening.offset, half, 1), Leaf(opening.end, opening.width - half, -1))
    left = opening.hinge == "left"
    return (Leaf(opening.offset if left else opening.end, opening.width, 1 if left else -1),)


def _leaf(at: At, leaf: Leaf, face: Length, tip: Length, stroke: Stroke) -> Iterator[Item]:
    """The open leaf, square to the wall at its hinge, and the arc to where it closes."""
    pivot, end = at(leaf.hinge, face), at(leaf.hinge, tip)
    closed = at(leaf.hinge + leaf.sign * leaf.width, face)
    yield Line(pivot, end, stroke)
    start, stop = (math.degrees(math.atan2(y - pivot[1], x - pivot[0])) for x, y in (closed, end))
    turn = (stop - start + 180) % 360 - 180
    yield arc(pivot, math.dist(pivot, end), start, start + turn)


def slope_edges(room: Room, view: View) -> Iterator[Item]:
    """Chain lines where sloped planes meet the level ceiling."""
    if not room.slopes:
        return
    low = union_all(low_ceiling(room, room.ceiling))
    inner = low.boundary.intersection(room.outline.buffer(-mm(1)))
    for line in getattr(inner, "geoms", (inner,)):
        points = tuple(view.at(round(x), round(y)) for x, y, *_ in line.coords)
        if len(points) > 1:
            yield Polyline(points, SLOPE)
