"""Over generated rooms nothing stands in anything: judged by footprints alone, not by the layout's own geometry."""

from __future__ import annotations

import math

from hypothesis import given, settings
from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.construction import default_construction
from furnishing.layout.placement import Placement
from furnishing.layout.run import layout
from furnishing.room import Opening, OpeningKind, Room
from furnishing.style import Wish
from tests.furnishing.builders import a_style, rooms, wishes

NOTHING = 10 * 10**6
"""10 mm2: what rounding to micrometres can leave of a shared edge of some metres."""


def doorway(room: Room, wall: int, opening: Opening) -> Polygon:
    """The first 50 mm of floor before an opening."""
    near, far = opening.offset, opening.offset + opening.width
    return Polygon(
        [room.on_wall(wall, along, out) for along, out in ((near, 0), (far, 0), (far, 50_000), (near, 50_000))]
    )


def swept(room: Room, wall: int, opening: Opening) -> BaseGeometry:
    """The quarter circle under an opening door, as disc and square."""
    hinge = opening.offset if opening.hinge == "left" else opening.offset + opening.width
    near, far = opening.offset, opening.offset + opening.width
    square = Polygon(
        [
            room.on_wall(wall, along, out)
            for along, out in ((near, 0), (far, 0), (far, opening.width), (near, opening.width))
        ]
    )
    return Point(room.on_wall(wall, hinge, 0)).buffer(opening.width).intersection(square)


def kept_free(room: Room, height: int) -> list[BaseGeometry]:
    """Everything a unit of this height may not stand in."""
    found = [each.footprint for each in room.obstacles if each.z < height]
    for index, wall in enumerate(room.walls):
        for opening in wall.openings:
            if opening.kind is not OpeningKind.WINDOW or opening.sill < height:
                found.append(doorway(room, index, opening))
            if opening.kind is OpeningKind.DOOR and opening.swing == "in":
                found.append(swept(room, index, opening))
    return found


def ceiling_over(room: Room, footprint: Polygon) -> float:
    """The lowest ceiling over a footprint: a plane is lowest over a corner."""
    lowest = float(room.ceiling)
    for slope in room.slopes:
        (x0, y0), (x1, y1) = room.corners[slope.wall], room.corners[slope.wall + 1]
        span = math.hypot(x1 - x0, y1 - y0)
        for x, y in footprint.exterior.coords:
            out = (x - x0) * (y1 - y0) / span - (y - y0) * (x1 - x0) / span
            lowest = min(lowest, slope.knee + out * math.tan(math.radians(float(slope.angle))))
    return lowest


def check_standing(room: Room, placement: Placement) -> None:
    footprint = placement.footprint(room)
    assert footprint.difference(room.outline).area < NOTHING, "a wall"
    for shape in kept_free(room, placement.height):
        assert footprint.intersection(shape).area < NOTHING, "an obstacle or an opening"
    assert placement.height <= ceiling_over(room, footprint), "the ceiling"


@settings(max_examples=80, deadline=None)
@given(room=rooms(), wanted=wishes())
def test_units_overlap_nothing(room: Room, wanted: tuple[Wish, ...]) -> None:
    style = a_style(wishes=wanted)
    found = layout(room, style, default_construction())
    for number, placement in enumerate(found.placements):
        check_standing(room, placement)
        for other in found.placements[number + 1 :]:
            assert placement.footprint(room).intersection(other.footprint(room)).area < NOTHING
            assert placement.offset + placement.width <= other.offset


@settings(max_examples=40, deadline=None)
@given(room=rooms(), wanted=wishes())
def test_every_wish_stands_or_is_told(room: Room, wanted: tuple[Wish, ...]) -> None:
    found = layout(room, a_style(wishes=wanted), default_construction())
    asked = sum(wish.count or 0 for wish in wanted)
    standing = [placement for placement in found.placements if kind_of(placement.kind).zone is not Zone.END]
    told = {issue.where for issue in found.issues if issue.code == "wish-not-placed"}
    assert len(standing) >= asked or told
    for placement in standing:
        kind = kind_of(placement.kind)
        assert kind.width.holds(placement.width)


@settings(max_examples=10, deadline=None)
@given(room=rooms(), wanted=wishes())
def test_the_same_room_gives_the_same_layout(room: Room, wanted: tuple[Wish, ...]) -> None:
    style = a_style(wishes=wanted)
    assert layout(room, style, default_construction()) == layout(room, style, default_construction())
