"""The outline in plan of units that stand around a corner."""

from __future__ import annotations

from shapely import Polygon, box, union_all
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.cabinet import Cabinet
from furnishing.layout.placement import Placement
from furnishing.parts import Part
from furnishing.room import Room


def round_corner(placement: Placement, cabinet: Cabinet, room: Room) -> Polygon:
    """The outline in plan of a unit around a corner, which fills less than the square that holds it."""
    flat = union_all([board for part in cabinet.parts if part.axes == (0, 1) and (board := _board(part)).area > 0])
    if not isinstance(flat, Polygon) or flat.is_empty:
        return placement.footprint(room)
    x, y = placement.offset, placement.out
    corners = flat.exterior.coords
    return Polygon([room.on_wall(placement.wall, x + round(along), y + round(out)) for along, out in corners])


def _board(part: Part) -> BaseGeometry:
    """The outline of a lying board in the plan of its cabinet."""
    shape: BaseGeometry = box(part.box.x, part.box.y, part.box.x + part.box.dx, part.box.y + part.box.dy)
    for notch in part.notches:
        shape = shape.difference(box(notch.box.x, notch.box.y, notch.box.x + notch.box.dx, notch.box.y + notch.box.dy))
    return shape
