"""The judge of fitted cabinets: their true outline against the room, by Shapely, without the envelope they were cut to.

Seen along the axis that its shapes are drawn out along, a cabinet must lie below the line of the ceiling at every place
of it; seen from above, within the room and clear of what stands there.
"""

from __future__ import annotations

from collections.abc import Iterator

from shapely import Polygon, box, union_all
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.cabinet import Cabinet
from furnishing.construction import Construction
from furnishing.issues import Issue, Level
from furnishing.layout.free_space import to_wall
from furnishing.layout.placement import Placement
from furnishing.parts import Part
from furnishing.rebuild import solid
from furnishing.room import Room
from furnishing.rooms.ceiling import ceiling_at
from furnishing.units import Length, show

NOISE = 5.0
"""Rooms are turned by floats; corners come back to within some micrometres."""


def out_of_room(room: Room, placement: Placement, cabinet: Cabinet, rules: Construction) -> tuple[Issue, ...]:
    """Every part that reaches into the ceiling, a wall, or something that stands in the room. All are errors."""
    off = max(room.walls[placement.wall].lean_at(placement.height), 0)
    return tuple(
        Issue(
            code="cabinet-outside-room",
            level=Level.ERROR,
            message=f"{part.id} reaches into {what}",
            where=part.id,
            fix="do not saw this cabinet; report it with its room",
        )
        for part in cabinet.parts
        for what in _faults(room, placement, part, off, rules.wall_skew)
    )


def _faults(room: Room, placement: Placement, part: Part, off: Length, skew: Length) -> Iterator[str]:
    for x, y, z in corners(part):
        point = room.on_wall(placement.wall, placement.offset + x, off + y)
        high = ceiling_at(room, *point)
        if placement.elevation + z > high + NOISE:
            yield f"the ceiling, which is {show(high)} mm high there"
            break
    plan = translate(outline_from_above(part), placement.offset, off)
    # Measured rooms never close exactly, so the wall itself may seem to lean in by the skew that layouts allow.
    inside = to_wall(room, placement.wall, room.outline).union(box(0, 0, room.walls[placement.wall].length, skew))
    if plan.difference(inside.buffer(NOISE)).area > NOISE * 1000:
        yield "a wall"
    low, high = placement.elevation + part.box.z, placement.elevation + part.box.z + part.box.dz
    for each in room.obstacles:
        if each.z < high and low < each.top:
            shape = to_wall(room, placement.wall, each.footprint).buffer(-NOISE)
            if plan.intersection(shape).area > NOISE * 1000:
                yield f"the {each.kind.value}"


def corners(part: Part) -> list[tuple[Length, Length, Length]]:
    """The corners of the true shape of a part in its cabinet; it is a prism, so it lies between them."""
    start, size = (part.box.x, part.box.y, part.box.z), (part.box.dx, part.box.dy, part.box.dz)
    ends = [(low, low + run) for low, run in zip(start, size, strict=True)]
    if part.section is None:
        return [(x, y, z) for x in ends[0] for y in ends[1] for z in ends[2]]
    found = []
    for u, v in part.section.points:
        for at in ends[part.section.axis]:
            spot = [u, v]
            spot.insert(part.section.axis, at)
            found.append((spot[0], spot[1], spot[2]))
    return found


def outline_from_above(part: Part) -> BaseGeometry:
    """What a part covers of the floor, its notches taken away; a section along z counts."""
    whole = union_all([box(each.x, each.y, each.x + each.dx, each.y + each.dy) for each in solid(part)])
    if part.section is not None and part.section.axis == 2:
        whole = whole.intersection(Polygon(part.section.points))
    return whole


def outline_from_before(cabinet: Cabinet) -> BaseGeometry:
    """The silhouette of a cabinet as one stands before it."""
    shapes = []
    for part in cabinet.parts:
        if part.section is not None and part.section.axis == 1:
            shapes.append(Polygon(part.section.points))
        else:
            shapes.append(box(part.box.x, part.box.z, part.box.x + part.box.dx, part.box.z + part.box.dz))
    return union_all(shapes)


def hull_from_before(cabinet: Cabinet) -> tuple[tuple[Length, Length], ...]:
    """The corners of the silhouette of a cabinet without its notches: places from its left end, heights from below."""
    hull = outline_from_before(cabinet).convex_hull
    if not isinstance(hull, Polygon):
        return ()
    return tuple((round(x), round(z)) for x, z in hull.exterior.coords[:-1])
