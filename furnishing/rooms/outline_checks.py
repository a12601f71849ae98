"""Whether the walls of a room go round it once and close, and agree with the diagonals measured across it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from shapely import LineString

from furnishing.errors import Fault
from furnishing.room import Room
from furnishing.units import Length, mm, show

CLOSING: Final[Length] = mm(20)
"""How far the last wall may miss the first: what a tape and plaster make of a square room."""

TURN_SPREAD: Final = 5
"""Degrees by which all turns together may miss 360."""

Sound = Callable[[str], bool]
"""Tells whether what stands at a path of the file could be read."""


def diagonal_faults(room: Room, unit: str, sound: Sound) -> Iterator[Fault]:
    """Diagonals that differ from what walls and corners come to."""
    corners = room.corners[:-1]
    for index, each in enumerate(room.diagonals):
        path = f"diagonals[{index}]"
        if not sound(path) or max(each.start, each.end) >= len(corners):
            continue
        (x0, y0), (x1, y1) = corners[each.start], corners[each.end]
        drawn = round(round(math.hypot(x1 - x0, y1 - y0)), -3)
        off = abs(each.length - drawn)
        if off > CLOSING:
            ways = f"from corner {each.start} to {each.end} measures {show(each.length, unit)} {unit}"
            comes = f"comes to {show(drawn, unit)} {unit} from the walls, their turns and the other diagonals"
            message = f"{ways} and {comes}, {show(round(off, -3), unit)} {unit} off; measure it and those walls again"
            yield Fault(path, message)


def outline_faults(room: Room, unit: str) -> Iterator[Fault]:
    """Whether the walls go round the room once, clockwise, end where they began, and do not cross."""
    if len(room.walls) < 3:
        yield Fault("walls", f"{len(room.walls)} walls close no room; list at least 3, clockwise")
        return
    turns = sum((wall.turn for wall in room.walls), start=Decimal(0))
    if abs(turns + 360) <= TURN_SPREAD:
        yield Fault(
            "walls",
            "the walls go round anticlockwise; list them clockwise, so that the next is to the right as one"
            " faces a wall",
        )
    elif abs(turns - 360) > TURN_SPREAD:
        yield Fault(
            "walls",
            f"the corners turn by {turns} degrees in all where a closed room turns by 360; check the turn of"
            " each wall, and whether a wall is missing",
        )
    else:
        yield from _closing_faults(room, unit)
    yield from _crossing_faults(room)


def _closing_faults(room: Room, unit: str) -> Iterator[Fault]:
    corners = room.corners
    x, y = corners[-1]
    miss = math.hypot(x, y)
    if miss <= CLOSING:
        return
    way = [f"{show(abs(x), unit)} {unit} too far {'right' if x > 0 else 'left'}"] if abs(x) >= mm(1) else []
    if abs(y) >= mm(1):
        way.append(f"{show(abs(y), unit)} {unit} {'behind wall 1' if y > 0 else 'short of wall 1, in the room'}")
    along = [
        str(number)
        for number, ((x0, y0), (x1, y1)) in enumerate(pairwise(corners), start=1)
        if abs((x1 - x0) * x + (y1 - y0) * y) >= 0.7 * miss * math.hypot(x1 - x0, y1 - y0)
    ]
    again = f"walls {' and '.join(along)}, which run that way" if along else "all walls"
    yield Fault(
        "walls",
        f"the room does not close: as one faces wall 1, wall {len(room.walls)} ends {' and '.join(way)}"
        f" ({show(CLOSING, unit)} {unit} are allowed); measure {again}, or correct the turns",
    )


def _crossing_faults(room: Room) -> Iterator[Fault]:
    corners = room.corners
    walls = [LineString(ends) for ends in pairwise(corners)]
    last = len(walls) - 1
    for one, other in combinations(range(len(walls)), 2):
        neighbours = other == one + 1 or (one == 0 and other == last)
        if not neighbours and walls[one].intersects(walls[other]):
            yield Fault(
                f"walls[{other}]",
                f"wall {other + 1} crosses wall {one + 1}; check the lengths and turns from wall {one + 1} on",
            )
