"""Where cabinets of a zone can stand along a wall: the floor before it, less everything in the way.

Geometry is Shapely's, in the coordinates of the wall: x along it from its left end, y out of it into the
room. A unit fills the whole depth of its zone, so whatever reaches into that strip blocks its whole shadow on
the wall. Results come back rounded inward to whole millimetres.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shapely import Polygon, box
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from furnishing.construction import Construction
from furnishing.room import ObstacleKind, Opening, OpeningKind, Room
from furnishing.units import MICROMETRES, Length

STEP: Final[Length] = MICROMETRES["mm"]
NOISE: Final[Length] = 5
"""Corners are rounded to micrometres, so a wall may seem to lean by some of them."""
SECTORS: Final = 16
"""Straight pieces that enclose a quarter circle."""


class Cause(StrEnum):
    """What bounds a free stretch of a wall."""

    WALL = "wall"
    OBSTACLE = "obstacle"
    DOOR = "door"
    WINDOW = "window"
    CEILING = "ceiling"
    CORNER = "corner"
    CABINET = "cabinet"


CLOSED: Final = frozenset({Cause.WALL, Cause.OBSTACLE, Cause.CABINET})
"""What a filler can close a gap against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoned:
    """The space a zone's units take: the underside is the floor; `tall` units keep other distances."""

    height: Length
    depth: Length
    tall: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A free stretch of a wall, what bounds it, and how far beyond each end a filler may reach."""

    start: Length
    end: Length
    left: Cause
    right: Cause
    left_reach: Length = 0
    right_reach: Length = 0

    @property
    def length(self) -> Length:
        """How much furniture fits."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the wall that is taken, and by what."""

    start: float
    end: float
    cause: Cause


def free_stretches(
    room: Room, wall: int, zoned: Zoned, rules: Construction, ignore: frozenset[Cause] = frozenset()
) -> tuple[Stretch, ...]:
    """The free stretches of a wall for a zone, from left to right, as if causes in `ignore` did not exist."""
    length = room.walls[wall].length
    blocks = sorted(
        (block for block in _blocks(room, wall, zoned, rules) if block.cause not in ignore),
        key=lambda block: (block.start, block.end, block.cause),
    )
    found = []
    at, cause = 0.0, Cause.CORNER
    for block in [*blocks, Block(float(length), float(length), Cause.CORNER)]:
        if block.start - at > NOISE:
            found.append(_stretch(at, cause, block.start, block.cause, rules))
        if block.end > at + NOISE or (block.end > at - NOISE and block.cause in CLOSED):
            at, cause = max(at, block.end), block.cause
    return tuple(stretch for stretch in found if stretch.length > 0)


def _stretch(start: float, left: Cause, end: float, right: Cause, rules: Construction) -> Stretch:
    plays = [rules.wall_play if cause is Cause.WALL else 0 for cause in (left, right)]
    return Stretch(
        start=math.ceil((start - NOISE) / STEP) * STEP + plays[0],
        end=math.floor((end + NOISE) / STEP) * STEP - plays[1],
        left=left,
        right=right,
        left_reach=plays[0],
        right_reach=plays[1],
    )


def _blocks(room: Room, wall: int, zoned: Zoned, rules: Construction) -> Iterator[Block]:
    length = room.walls[wall].length
    strip = box(0, 0, length, zoned.depth)
    # Measured rooms never close exactly, so the wall itself may seem to lean into the strip: look beyond that.
    beyond = box(0, rules.wall_skew, length, zoned.depth)
    outside = beyond.difference(to_wall(room, wall, room.outline))
    # A wall that ends the strip takes no width of it: blocks of no width tell what stands at the ends.
    yield from _ends(room, wall)
    for cause, shape in [(Cause.WALL, outside), *_in_the_way(room, wall, zoned, rules)]:
        for piece in _pieces(strip.intersection(shape)):
            left, low, right, high = piece.bounds
            if right - left > NOISE and high - low > NOISE:
                yield Block(left, right, cause)


def _ends(room: Room, wall: int) -> Iterator[Block]:
    """The neighbouring walls, where they turn into the room."""
    length = float(room.walls[wall].length)
    if room.walls[wall - 1].turn > 0:
        yield Block(0.0, 0.0, Cause.WALL)
    if room.walls[wall].turn > 0:
        yield Block(length, length, Cause.WALL)


def _in_the_way(room: Room, wall: int, zoned: Zoned, rules: Construction) -> Iterator[tuple[Cause, BaseGeometry]]:
    clear = {
        ObstacleKind.PILLAR: rules.pillar_clear,
        ObstacleKind.PIPE: rules.pipe_clear,
        ObstacleKind.RADIATOR: rules.radiator_clear,
        ObstacleKind.BEAM: rules.beam_clear,
    }
    for obstacle in room.obstacles:
        if obstacle.z < zoned.height + rules.ceiling_play:
            grown = obstacle.footprint.buffer(clear[obstacle.kind], join_style="mitre")
            yield Cause.OBSTACLE, to_wall(room, wall, grown)
    for index, each in enumerate(room.walls):
        for opening in each.openings:
            for cause, shape in _opening_shapes(room, index, opening, zoned, rules, own=index == wall):
                yield cause, to_wall(room, wall, shape)
    for shape in low_ceiling(room, zoned.height + rules.ceiling_play):
        yield Cause.CEILING, to_wall(room, wall, shape)


def _opening_shapes(
    room: Room, wall: int, opening: Opening, zoned: Zoned, rules: Construction, *, own: bool
) -> Iterator[tuple[Cause, BaseGeometry]]:
    """The floor that an opening keeps free; on the wall furnished with a margin beside it."""
    if opening.kind is OpeningKind.WINDOW:
        if opening.sill < zoned.height:
            margin = (rules.tall_from_window if zoned.tall else rules.base_from_window) if own else 0
            yield Cause.WINDOW, _before(room, wall, opening, margin, rules.window_depth)
        return
    margin = (rules.tall_from_door if zoned.tall else rules.base_from_door) if own else 0
    yield Cause.DOOR, _before(room, wall, opening, margin, rules.doorway_depth)
    if opening.kind is OpeningKind.DOOR and opening.swing == "in":
        yield Cause.DOOR, swing(room, wall, opening)


def _before(room: Room, wall: int, opening: Opening, margin: Length, depth: Length) -> Polygon:
    left, right = opening.offset - margin, opening.offset + opening.width + margin
    corners = ((left, 0), (right, 0), (right, depth), (left, depth))
    return Polygon([room.on_wall(wall, along, out) for along, out in corners])


def swing(room: Room, wall: int, opening: Opening) -> Polygon:
    """The floor a door that opens inward sweeps over: a quarter circle, enclosed from outside."""
    reach = opening.width / math.cos(math.pi / 4 / SECTORS)
    left = opening.hinge == "left"
    hinge = opening.offset if left else opening.offset + opening.width
    sign = 1 if left else -1
    points = [(float(hinge), 0.0), (float(hinge + sign * opening.width), 0.0)]
    for number in range(SECTORS):
        angle = math.pi / 2 * (number + 0.5) / SECTORS
        points.append((hinge + sign * reach * math.cos(angle), reach * math.sin(angle)))
    points.append((float(hinge), float(opening.width)))
    return Polygon([room.on_wall(wall, round(along), round(out)) for along, out in points])


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


def to_wall(room: Room, wall: int, shape: BaseGeometry) -> BaseGeometry:
    """A shape of the room in the coordinates of a wall."""
    x, y = room.corners[wall]
    end_x, end_y = room.corners[wall + 1]
    span = math.hypot(end_x - x, end_y - y)
    ux, uy = (end_x - x) / span, (end_y - y) / span
    return affine_transform(shape, [ux, uy, uy, -ux, -(x * ux + y * uy), -(x * uy - y * ux)])


def _pieces(shape: BaseGeometry) -> Iterable[BaseGeometry]:
    return shape.geoms if hasattr(shape, "geoms") else (() if shape.is_empty else (shape,))
