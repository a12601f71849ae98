"""Where cabinets of a zone can stand along a wall: the floor before it, less everything in the way.

Geometry is Shapely's, in the coordinates of the wall: x along it from its left end, y out of it into the
room. A unit fills the whole depth of its zone, so whatever reaches into that strip blocks its whole shadow on
the wall. Results come back rounded inward to whole millimetres.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from shapely import Polygon, box
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from furnishing.construction import Construction
from furnishing.room import ObstacleKind, Opening, OpeningKind, PointKind, Room
from furnishing.rooms.ceiling import low_ceiling
from furnishing.rooms.swings import swing
from furnishing.units import MICROMETRES, Length

Zone = TypeVar("Zone")
STEP: Final[Length] = MICROMETRES["mm"]
NOISE: Final[Length] = 5
"""Corners are rounded to micrometres, so a wall may seem to lean by some of them."""


class Cause(StrEnum):
    """What bounds a free stretch of a wall."""

    WALL = "wall"
    OBSTACLE = "obstacle"
    RADIATOR = "radiator"
    """Nothing is scribed to it: the air beside it stays free."""
    POINT = "point"
    DOOR = "door"
    WINDOW = "window"
    CEILING = "ceiling"
    CORNER = "corner"
    CABINET = "cabinet"


CLOSED: Final = frozenset({Cause.WALL, Cause.OBSTACLE, Cause.CABINET})
"""What a filler can close a gap against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zoned:
    """The band a zone's units take: from `bottom` to `height`, both above the floor, `depth` out of the wall.

    `tall` units keep other distances. Wall units hang, so theirs is such as 1400 to 2100 mm.
    With a `least` above 0 they are cut to slopes and need only so high a ceiling; they are cut `around` the obstacles
    with these numbers.
    """

    height: Length
    depth: Length
    tall: bool
    bottom: Length = 0
    least: Length = 0
    around: frozenset[int] = frozenset()


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


def gaps(length: float, taken: Iterable[tuple[float, float]], least: float = 0.0) -> Iterator[tuple[float, float]]:
    """What stretches that are taken leave of a length, where it is more than `least`."""
    at = 0.0
    for start, end in (*sorted(taken), (length, length)):
        if min(start, length) - at > least:
            yield at, min(start, length)
        at = max(at, end)


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


def free_walls(
    room: Room, zones: Mapping[Zone, Zoned], rules: Construction
) -> tuple[Mapping[Zone, tuple[Stretch, ...]], ...]:
    """For each wall the free stretches of every zone or band, such as base, wall and tall."""
    return tuple(
        {zone: free_stretches(room, wall, zoned, rules) for zone, zoned in zones.items()}
        for wall in range(len(room.walls))
    )


def _blocks(room: Room, wall: int, zoned: Zoned, rules: Construction) -> Iterator[Block]:
    length = room.walls[wall].length
    # A run stands plumb: where its wall leans into the room, it stands off by that.
    depth = zoned.depth + max(room.walls[wall].lean_at(zoned.height), 0)
    strip = box(0, 0, length, depth)
    # Measured rooms never close exactly, so the wall itself may seem to lean into the strip: look beyond that.
    beyond = box(0, rules.wall_skew, length, depth)
    outside = beyond.difference(to_wall(room, wall, room.outline))
    # A wall that ends the strip takes no width of it: blocks of no width tell what stands at the ends.
    yield from _ends(room, wall, zoned.height)
    for cause, shape in [(Cause.WALL, outside), *_in_the_way(room, wall, zoned, rules)]:
        for piece in pieces_of(strip.intersection(shape)):
            left, low, right, high = piece.bounds
            if right - left > NOISE and high - low > NOISE:
                yield Block(left, right, cause)
    yield from _points(room, wall, zoned, rules)


def _ends(room: Room, wall: int, height: Length) -> Iterator[Block]:
    """The neighbouring walls, where they turn into the room, and what they lean into it up to a height."""
    length = float(room.walls[wall].length)
    before, after = room.walls[wall - 1], room.walls[(wall + 1) % len(room.walls)]
    if before.turn > 0:
        yield Block(0.0, float(max(before.lean_at(height), 0)), Cause.WALL)
    if room.walls[wall].turn > 0:
        yield Block(length - max(after.lean_at(height), 0), length, Cause.WALL)


def _points(room: Room, wall: int, zoned: Zoned, rules: Construction) -> Iterator[Block]:
    """Points that must stay within reach, or in use, where units would hide them from floor or worktop up.

    Low units may stand before any: the hob before the gas cock, the sink before the water.
    """
    clear = {
        PointKind.SWITCH: rules.switch_clear,
        PointKind.GAS: rules.gas_clear,
        PointKind.EXTRACTOR: rules.extractor_clear,
    }
    for point in room.walls[wall].points:
        # Where the extractor's outlet is, its hood hangs; only a tall unit is in its way.
        hung = zoned.bottom > 0 and point.kind is not PointKind.EXTRACTOR
        if point.kind in clear and (zoned.tall or hung):
            by = clear[point.kind]
            if zoned.bottom - by < point.height < zoned.height + by:
                yield Block(float(point.offset - by), float(point.offset + by), Cause.POINT)


def _in_the_way(room: Room, wall: int, zoned: Zoned, rules: Construction) -> Iterator[tuple[Cause, BaseGeometry]]:
    clear = {
        ObstacleKind.PILLAR: rules.pillar_clear,
        ObstacleKind.PIPE: rules.pipe_clear,
        ObstacleKind.RADIATOR: rules.radiator_clear,
        ObstacleKind.BEAM: rules.beam_clear,
        ObstacleKind.APPLIANCE: rules.appliance_clear,
    }
    for number, obstacle in enumerate(room.obstacles):
        by = clear[obstacle.kind]
        if number in zoned.around:
            continue
        if obstacle.z < zoned.height + rules.ceiling_play and (not zoned.bottom or zoned.bottom < obstacle.top + by):
            cause = Cause.RADIATOR if obstacle.kind is ObstacleKind.RADIATOR else Cause.OBSTACLE
            yield cause, to_wall(room, wall, obstacle.footprint.buffer(by, join_style="mitre"))
    for index, each in enumerate(room.walls):
        for opening in each.openings:
            for cause, shape in _opening_shapes(room, index, opening, zoned, rules, own=index == wall):
                yield cause, to_wall(room, wall, shape)
    for shape in low_ceiling(room, (zoned.least or zoned.height) + rules.ceiling_play):
        yield Cause.CEILING, to_wall(room, wall, shape)


def _opening_shapes(
    room: Room, wall: int, opening: Opening, zoned: Zoned, rules: Construction, *, own: bool
) -> Iterator[tuple[Cause, BaseGeometry]]:
    """The floor that an opening keeps free in a band of height; on the wall furnished with a margin beside it."""
    if zoned.bottom >= opening.top + (rules.hung_over_opening if zoned.bottom else 0):
        return
    if opening.kind is OpeningKind.WINDOW:
        if opening.sill < zoned.height:
            margin = (rules.tall_from_window if zoned.tall else rules.base_from_window) if own else 0
            yield Cause.WINDOW, _before(room, wall, opening, margin, rules.window_depth)
            yield Cause.WINDOW, swing(room, wall, opening)
        return
    margin = (rules.tall_from_door if zoned.tall else rules.base_from_door) if own else 0
    yield Cause.DOOR, _before(room, wall, opening, margin, rules.doorway_depth)
    yield Cause.DOOR, swing(room, wall, opening)


def _before(room: Room, wall: int, opening: Opening, margin: Length, depth: Length) -> Polygon:
    left, right = opening.offset - margin, opening.offset + opening.width + margin
    corners = ((left, 0), (right, 0), (right, depth), (left, depth))
    return Polygon([room.on_wall(wall, along, out) for along, out in corners])


def to_wall(room: Room, wall: int, shape: BaseGeometry) -> BaseGeometry:
    """A shape of the room in the coordinates of a wall."""
    (x, y), (end_x, end_y) = room.corners[wall : wall + 2]
    span = math.hypot(end_x - x, end_y - y)
    ux, uy = (end_x - x) / span, (end_y - y) / span
    return affine_transform(shape, [ux, uy, uy, -ux, -(x * ux + y * uy), -(x * uy - y * ux)])


def pieces_of(shape: BaseGeometry) -> Iterable[BaseGeometry]:
    """A shape's parts, which may be one or none."""
    return shape.geoms if hasattr(shape, "geoms") else (() if shape.is_empty else (shape,))
