"""A judge of layouts that shares no code with the search: boxes in the room, doors in their swings, walls."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

from shapely import Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from furnishing.layout.placement import Layout, Placement
from furnishing.room import ObstacleKind, OpeningKind, Room, Sash
from furnishing.style import Style
from furnishing.units import mm

SLACK = mm(1) ** 2
WAY, AISLE, WALKED_UNDER = mm(914), mm(1067), mm(1900)
"""NKBA: 36 inches to walk past, 42 between rows; what begins above nobody runs into."""
CLEANED, HIGH = mm(100), mm(1400)
CORNERS = {"base-corner-l", "wall-corner"}
CUT_TO_FIT = {"tall-wardrobe", "tall-bookcase", "tall-bookcase-doors", "tall-larder", "tall-broom", "filler"}
"""Units that a fitted style cuts around pillars and pipes; that their parts keep clear is judged part by part."""


def faults(layout: Layout, room: Room, style: Style) -> list[str]:
    """Everything that makes a layout impossible to build."""
    bodies = [(each, body(each, room, style)) for each in layout.placements if not each.kind.startswith("trim-worktop")]
    found = [f"{each.cabinet} leaves the room" for each, shape in bodies if outside(shape, room)]
    for (one, a), (other, b) in combinations(bodies, 2):
        if over(one, other) and a.intersection(b).area > SLACK:
            found.append(f"{one.cabinet} {one.kind} and {other.cabinet} {other.kind} share room")
    for each, shape in bodies:
        found += [f"{each.cabinet} {each.kind} {text}" for text in blocked(each, shape, room)]
        if not (style.fitted and each.kind in CUT_TO_FIT):
            found += [f"{each.cabinet} {each.kind} {text}" for text in in_obstacles(each, shape, room)]
        if each.elevation + each.height > (room.ceiling if each.slanting else ceiling_over(room, shape)):
            found.append(f"{each.cabinet} is higher than the ceiling over it")
    return found + islands(layout, room, style)


def slits(layout: Layout) -> list[str]:
    """Stretches of wall between what stands on the floor, and between what hangs or is tall, that are too narrow for a
    hand with a cloth."""
    at_walls = [each for each in layout.placements if not each.out and each.kind != "trim-worktop"]
    at_walls.sort(key=lambda each: (each.wall, each.offset))
    low = [each for each in at_walls if not each.elevation]
    high = [each for each in at_walls if each.elevation or each.height > HIGH]
    found = []
    for one, other in (*pairwise(low), *pairwise(high)):
        wide = other.offset - one.offset - one.width
        if one.wall == other.wall and 0 < wide < CLEANED:
            found.append(f"{wide / 1000:.0f} mm between {one.cabinet} and {other.cabinet} on wall {one.wall + 1}")
    return found


def islands(layout: Layout, room: Room, style: Style) -> list[str]:
    """Ways round what stands free and the aisle before its fronts, by boxes of everything that stands on the floor."""
    free = [each for each in layout.placements if each.out > 0]
    fixed = [body(each, room, style) for each in layout.placements if not each.out and each.elevation < WALKED_UNDER]
    fixed += [each.footprint for each in room.obstacles if each.z < WALKED_UNDER]
    fixed.append(Polygon(room.corners[:-1]).exterior)
    found = []
    for number in sorted({each.wall for each in free}):
        here = [each for each in free if each.wall == number]
        whole = unary_union([body(each, room, style) for each in here])
        way = min(whole.distance(each) for each in fixed)
        if way < WAY - mm(1):
            found.append(f"the island off wall {number + 1} leaves a way of {way / 1000:.0f} mm")
        far = max(each.out + each.depth for each in here)
        ahead = Placement(
            cabinet="aisle",
            kind="aisle",
            wall=number,
            offset=min(each.offset for each in here),
            elevation=0,
            width=max(each.offset + each.width for each in here) - min(each.offset for each in here),
            height=mm(1),
            depth=AISLE - mm(1),
            out=far,
        )
        strip = body(ahead, room, style)
        if any(strip.intersection(each).area > SLACK or strip.crosses(each) for each in fixed):
            found.append(f"the island off wall {number + 1} leaves no aisle before its fronts")
        found += swept_into(whole, number, room)
    return found


def swept_into(whole: BaseGeometry, number: int, room: Room) -> list[str]:
    """Windows whose sashes strike an island, whatever their sill."""
    found = []
    for one, wall in enumerate(room.walls):
        (x0, y0), (x1, y1) = room.corners[one], room.corners[one + 1]
        length = math.hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        for opening in wall.openings:
            turns = opening.kind is OpeningKind.WINDOW and opening.sash is Sash.TURN
            leaf = opening.width / opening.leaves
            for at in (opening.offset, opening.end) if turns else ():
                if Point(x0 + ux * at, y0 + uy * at).distance(whole) < leaf:
                    found.append(f"a window of wall {one + 1} opens into the island off wall {number + 1}")
    return found


def body(placement: Placement, room: Room, style: Style) -> BaseGeometry:
    """The floor below a unit; around a corner it is an L."""
    (x0, y0), (x1, y1) = room.corners[placement.wall], room.corners[placement.wall + 1]
    length = math.hypot(x1 - x0, y1 - y0)
    ux, uy = (x1 - x0) / length, (y1 - y0) / length

    def block(left: float, right: float, near: float, far: float) -> Polygon:
        ends = ((left, near), (right, near), (right, far), (left, far))
        return Polygon([(x0 + ux * a + uy * o, y0 + uy * a - ux * o) for a, o in ends])

    left, right = placement.offset, placement.offset + placement.width
    whole = block(left, right, placement.out, placement.out + placement.depth)
    if placement.kind in CORNERS:
        deep = style.base_depth if placement.elevation == 0 else style.wall_depth
        return whole.difference(block(left + deep, right + 1, deep, placement.depth + 1))
    return whole


def outside(shape: BaseGeometry, room: Room) -> bool:
    """Whether a body goes through a wall by more than rooms fail to close."""
    return bool(shape.difference(Polygon(room.corners[:-1]).buffer(mm(25))).area > SLACK)


def over(one: Placement, other: Placement) -> bool:
    """Whether two units are at the same height somewhere."""
    return one.elevation < other.elevation + other.height and other.elevation < one.elevation + one.height


def blocked(placement: Placement, shape: BaseGeometry, room: Room) -> list[str]:
    """Doors that cannot open or be walked through, windows and obstacles behind furniture."""
    low, high = placement.elevation, placement.elevation + placement.height
    found = []
    for number, wall in enumerate(room.walls):
        (x0, y0), (x1, y1) = room.corners[number], room.corners[number + 1]
        length = math.hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        for opening in wall.openings:
            ends = ((opening.offset, 0), (opening.end, 0), (opening.end, mm(50)), (opening.offset, mm(50)))
            before = Polygon([(x0 + ux * a + uy * o, y0 + uy * a - ux * o) for a, o in ends])
            if low < opening.top and high > opening.sill and shape.intersection(before).area > SLACK:
                found.append(f"stands before the {opening.kind.value} of wall {number + 1}")
            if opening.kind is OpeningKind.DOOR and opening.swing == "in" and low < opening.top:
                hinge = opening.offset if opening.hinge == "left" else opening.end
                centre = Point(x0 + ux * hinge, y0 + uy * hinge)
                wide = [
                    (opening.offset, 0),
                    (opening.end, 0),
                    (opening.end, opening.width),
                    (opening.offset, opening.width),
                ]
                square = Polygon([(x0 + ux * a + uy * o, y0 + uy * a - ux * o) for a, o in wide])
                swept = centre.buffer(opening.width, quad_segs=32).intersection(square)
                if shape.intersection(swept).area > mm(3) ** 2:
                    found.append(f"is in the way of the door of wall {number + 1}")
    return found


def in_obstacles(placement: Placement, shape: BaseGeometry, room: Room) -> list[str]:
    """What stands in the room where a unit stands."""
    low, high = placement.elevation, placement.elevation + placement.height
    found = []
    for obstacle in room.obstacles:
        is_body = obstacle.kind is not ObstacleKind.PIPE
        if is_body and low < obstacle.top and high > obstacle.z and shape.intersection(obstacle.footprint).area > SLACK:
            found.append(f"stands in a {obstacle.kind.value}")
    return found


def ceiling_over(room: Room, shape: BaseGeometry) -> float:
    """The lowest ceiling over a body: a plane is lowest over a corner of it."""
    lowest = float(room.ceiling)
    for slope in room.slopes:
        (x0, y0), (x1, y1) = room.corners[slope.wall], room.corners[slope.wall + 1]
        length = math.hypot(x1 - x0, y1 - y0)
        for x, y in getattr(shape, "exterior", shape).coords:
            out = (x - x0) * (y1 - y0) / length - (y - y0) * (x1 - x0) / length
            lowest = min(lowest, slope.knee + out * math.tan(math.radians(float(slope.angle))))
    return lowest
