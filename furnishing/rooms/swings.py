"""The floor that doors and window sashes sweep over as they open, and how far a door opens before it is stopped."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from shapely import LineString, MultiPolygon, Polygon

from furnishing.room import ObstacleKind, Opening, OpeningKind, Room, Sash
from furnishing.units import Length

SECTORS: Final = 16
"""Straight pieces that enclose a quarter circle."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf of a door or sash: it turns about `hinge` on its wall; closed it lies to the right for `sign` 1."""

    hinge: Length
    width: Length
    sign: int


def leaves(opening: Opening) -> tuple[Leaf, ...]:
    """The leaves that turn into the room; none where it slides, is fixed, or opens out."""
    if opening.kind is OpeningKind.PASSAGE:
        return ()
    turns = opening.sash is Sash.TURN if opening.kind is OpeningKind.WINDOW else opening.swing == "in"
    if not turns:
        return ()
    if opening.leaves == 2:
        half = opening.width // 2
        return (Leaf(opening.offset, half, 1), Leaf(opening.end, opening.width - half, -1))
    if opening.hinge == "left":
        return (Leaf(opening.offset, opening.width, 1),)
    return (Leaf(opening.end, opening.width, -1),)


def swing(room: Room, wall: int, opening: Opening) -> Polygon | MultiPolygon:
    """The floor an opening that turns into the room sweeps over: quarter circles, enclosed from outside.

    In room coordinates; empty where nothing turns into the room.
    """
    swept = [_quarter(room, wall, leaf) for leaf in leaves(opening)]
    return swept[0] if len(swept) == 1 else MultiPolygon(swept)


def _quarter(room: Room, wall: int, leaf: Leaf) -> Polygon:
    reach = leaf.width / math.cos(math.pi / 4 / SECTORS)
    hinge, sign = leaf.hinge, leaf.sign
    points = [(float(hinge), 0.0), (float(hinge + sign * leaf.width), 0.0)]
    for number in range(SECTORS):
        angle = math.pi / 2 * (number + 0.5) / SECTORS
        points.append((hinge + sign * reach * math.cos(angle), reach * math.sin(angle)))
    points.append((float(hinge), float(leaf.width)))
    return Polygon([room.on_wall(wall, round(along), round(out)) for along, out in points])


@dataclass(frozen=True, slots=True)
class Opened:
    """How many degrees a door opens, and what it then meets: `wall 3`, `the pillar`; nothing where it opens whole."""

    degrees: int
    meets: str = ""


def opens_to(room: Room, wall: int, opening: Opening, *, slack: Length) -> Opened:
    """How far a door opens into the room: to 90 degrees, or until a leaf meets a wall or what stands in the room.

    Less than `slack` of a wall or obstacle in the way does not count: rooms are measured, not drawn.
    """
    least = Opened(90)
    inside = room.outline.buffer(slack, join_style="mitre")
    solid = [
        (f"the {each.name or each.kind.value}", each.footprint.buffer(-slack))
        for each in room.obstacles
        if each.z < opening.top and opening.sill < each.top and each.kind is not ObstacleKind.BEAM
    ]
    for leaf in leaves(opening):
        for degrees in range(0, 91, 3):
            tip = math.cos(math.radians(degrees)) * leaf.width, math.sin(math.radians(degrees)) * leaf.width
            ends = (leaf.hinge, 0), (leaf.hinge + leaf.sign * round(tip[0]), round(tip[1]))
            line = LineString([room.on_wall(wall, *each) for each in ends])
            met = [name for name, shape in solid if shape.intersects(line)]
            if not inside.covers(line):
                met.append(_wall_met(room, wall, line))
            if met and degrees < least.degrees:
                least = Opened(degrees, met[0])
                break
    return least


def _wall_met(room: Room, own: int, line: LineString) -> str:
    """The wall that a leaf goes through; the nearest where it only touches the corner of one."""
    walls = [each for each in range(len(room.walls)) if each != own]
    nearest = min(walls, key=lambda each: (line.distance(LineString(room.corners[each : each + 2])), each))
    tip = line.interpolate(1.0, normalized=True)
    crossed = [each for each in walls if line.crosses(LineString(room.corners[each : each + 2]))]
    chosen = min(crossed, key=lambda each: tip.distance(LineString(room.corners[each : each + 2])), default=nearest)
    return f"wall {chosen + 1}"
