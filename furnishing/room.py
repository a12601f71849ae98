"""A room as measured: walls in clockwise order, what is in them, what stands before them.

Stand in the room facing a wall: offsets along it run from its left end to its right end, and the next wall
begins there, to the right. The first wall starts at (0, 0) and runs along +x with the room below it (y < 0),
so a plan drawn with y up shows the first wall at the top. All lengths in micrometres, angles in degrees.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from shapely import Point, Polygon, box

from furnishing.units import MICROMETRES, Length

METRE: Final[Length] = MICROMETRES["m"]


class OpeningKind(StrEnum):
    """What a hole in a wall is."""

    DOOR = "door"
    WINDOW = "window"
    PASSAGE = "passage"


class ObstacleKind(StrEnum):
    """What stands in the room and stays there."""

    PILLAR = "pillar"
    PIPE = "pipe"
    RADIATOR = "radiator"
    BEAM = "beam"
    APPLIANCE = "appliance"


class Swing(StrEnum):
    """Where a door leaf goes: into this room, out of it, or along the wall."""

    IN = "in"
    OUT = "out"
    NONE = "none"


class Hinge(StrEnum):
    """The side of a door that stays, seen from the room."""

    LEFT = "left"
    RIGHT = "right"


class Sash(StrEnum):
    """How a window opens: not at all, into the room on hinges, by tipping its upper edge in, or along the wall."""

    FIXED = "fixed"
    TURN = "turn"
    TILT = "tilt"
    SLIDE = "slide"


class PointKind(StrEnum):
    """What comes out of a wall at one point."""

    SOCKET = "socket"
    SWITCH = "switch"
    WATER = "water"
    WASTE = "waste"
    GAS = "gas"
    EXTRACTOR = "extractor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A door, window or passage: `offset` of its left edge from the wall's left end; `sill` above the floor.

    `swing` of a door: `in` to this room, `out`, or `none` (sliding); `hinge` the side seen from the room. `sash`
    says how a window opens. Two `leaves` share the width, each hung at its own side.
    """

    kind: OpeningKind
    offset: Length
    width: Length
    height: Length
    sill: Length = 0
    swing: str = "in"
    hinge: str = "left"
    sash: Sash = Sash.FIXED
    leaves: int = 1

    @property
    def end(self) -> Length:
        """Its right edge, from the wall's left end."""
        return self.offset + self.width

    @property
    def top(self) -> Length:
        """Its upper edge above the floor."""
        return self.sill + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class WallPoint:
    """A socket, switch or connection: its centre, from the wall's left end and above the floor."""

    kind: PointKind
    offset: Length
    height: Length


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """One wall. `measured` holds every length taken of it: the smallest counts. `turn` is the angle by which
    the next wall turns to the right at its right end: 90 in a square corner, -90 where the room juts in.
    It leans by `lean` over a height of `lean_over`: into the room, or out of it where negative."""

    measured: tuple[Length, ...]
    turn: Decimal = Decimal(90)
    openings: tuple[Opening, ...] = ()
    points: tuple[WallPoint, ...] = ()
    lean: Length = 0
    lean_over: Length = METRE

    @property
    def length(self) -> Length:
        """The length that furniture may count on: the smallest measured."""
        return min(self.measured)

    @property
    def scribe(self) -> Length:
        """How much its measurements differ: what edges scribed to it must be able to lose."""
        return max(self.measured) - min(self.measured)

    @property
    def corner(self) -> Decimal:
        """The angle inside the room between this wall and the next, in degrees."""
        return 180 - self.turn

    def lean_at(self, height: Length) -> Length:
        """How far it stands into the room at a height; negative where it leans away. Rounded into the room."""
        return -(-self.lean * height // self.lean_over)


@dataclass(frozen=True, slots=True, kw_only=True)
class Obstacle:
    """A block in the room: its lower left corner in plan `x, y` (room coordinates), its sizes along x and y,
    its underside `z` and its height. A round pipe is given by its bounding square with `round=True`."""

    kind: ObstacleKind
    x: Length
    y: Length
    length: Length
    width: Length
    height: Length
    z: Length = 0
    round: bool = False
    name: str = ""

    @property
    def top(self) -> Length:
        """Its upper side above the floor."""
        return self.z + self.height

    @property
    def footprint(self) -> Polygon:
        """Its outline in plan."""
        if self.round:
            return Point(self.x + self.length / 2, self.y + self.width / 2).buffer(self.length / 2)
        return box(self.x, self.y, self.x + self.length, self.y + self.width)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slope:
    """A plane of the ceiling that rises from `wall` (an index): `knee` the height at that wall, `angle` from level.

    Where planes meet, the lower one is the ceiling; so two of one wall make a mansard.
    """

    wall: int
    knee: Length
    angle: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagonal:
    """A length measured across the floor between two corners; corner 0 is where the first wall starts."""

    start: int
    end: int
    length: Length


@lru_cache(maxsize=256)
def _corners(walls: tuple[tuple[Length, Decimal], ...]) -> tuple[tuple[Length, Length], ...]:
    """The corners of walls of these lengths and turns; kept, since a search for layouts asks for them at every unit."""
    x, y, heading = 0, 0, Decimal(0)
    found = [(x, y)]
    for length, turn in walls:
        radians = math.radians(float(heading))
        x += round(length * math.cos(radians))
        y -= round(length * math.sin(radians))
        found.append((x, y))
        heading += turn
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A closed room; `ceiling` is the height of its level ceiling.

    The turns of its walls hold already what `diagonals` say (`furnishing.rooms.diagonals`).
    """

    name: str
    ceiling: Length
    walls: tuple[Wall, ...]
    obstacles: tuple[Obstacle, ...] = ()
    slopes: tuple[Slope, ...] = ()
    diagonals: tuple[Diagonal, ...] = ()

    @property
    def corners(self) -> tuple[tuple[Length, Length], ...]:
        """Where each wall starts, and last where the last wall ends: (0, 0) in a room that closes exactly."""
        return _corners(tuple((wall.length, wall.turn) for wall in self.walls))

    @property
    def outline(self) -> Polygon:
        """The floor inside the walls."""
        return Polygon(self.corners[:-1])

    def ceiling_over(self, wall: int) -> Length:
        """The height of the ceiling right above a wall: the lowest knee of the slopes that rise from it."""
        return min((slope.knee for slope in self.slopes if slope.wall == wall), default=self.ceiling)

    def on_wall(self, wall: int, along: Length, out: Length) -> tuple[float, float]:
        """The room point `along` a wall from its left end and `out` of it into the room, micrometres."""
        (x0, y0), (x1, y1) = self.corners[wall : wall + 2]
        span = math.hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / span, (y1 - y0) / span
        return (x0 + ux * along + uy * out, y0 + uy * along - ux * out)
