"""Whether a room can be built: its outline closes, nothing passes the end of a wall, nothing lies outside."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from shapely import LineString, Polygon

from furnishing.errors import Fault
from furnishing.room import Opening, Room
from furnishing.units import Length, mm, show

CLOSING: Final[Length] = mm(20)
"""How far the last wall may miss the first: what a tape and plaster make of a square room."""

SPREAD: Final[Length] = mm(50)
"""Measurements of one wall that differ by more are a slip of the tape, not a wall out of true."""

TURN_SPREAD: Final = 5
"""Degrees by which all turns together may miss 360."""

Sound = Callable[[str], bool]


def check_room(room: Room, unit: str = "mm", sound: Sound = lambda path: True) -> tuple[Fault, ...]:
    """Every fault of a room, at its path in a room file; lengths in messages are in `unit`.

    `sound` tells whether what stands at a path could be read: checks that need an unsound value are left out.
    """
    faults: list[Fault] = []
    for index in range(len(room.walls)):
        faults.extend(_wall_faults(room, index, unit, sound))
    known = all(sound(f"walls[{index}].{name}") for index in range(len(room.walls)) for name in ("length", "turn"))
    outline = [*_outline_faults(room, unit)] if known and sound("walls") | bool(room.walls) else []
    faults.extend(outline)
    inside = room.outline.buffer(CLOSING) if known and room.walls and not outline else None
    faults.extend(_obstacle_faults(room, inside, unit, sound))
    faults.extend(_slope_faults(room, unit, sound))
    return tuple(faults)


def _wall_faults(room: Room, index: int, unit: str, sound: Sound) -> Iterator[Fault]:
    wall, path = room.walls[index], f"walls[{index}]"
    known_length, known_height = sound(f"{path}.length"), sound("ceiling") and sound("slopes")
    if known_length and max(wall.measured) - min(wall.measured) > SPREAD:
        low, high = show(min(wall.measured), unit), show(max(wall.measured), unit)
        slip = f"more than {show(SPREAD, unit)} {unit} apart is a slip of the tape"
        yield Fault(
            f"{path}.length", f"wall {index + 1} was measured as {low} and as {high} {unit}; {slip}: measure again"
        )
    height = room.ceiling_over(index)
    for number, opening in enumerate(wall.openings):
        place = f"{path}.openings[{number}]"
        if not sound(place):
            continue
        if known_length and opening.offset + opening.width > wall.length:
            end = f"passes the end of wall {index + 1} ({show(wall.length, unit)} {unit})"
            yield Fault(place, f"{_opening(opening, unit)} {end}; move it or make it narrower")
        if known_height and opening.sill + opening.height > height:
            top = f"{opening.kind} ends at {show(opening.sill + opening.height, unit)} {unit}"
            over = f"above the ceiling of wall {index + 1} ({show(height, unit)} {unit})"
            yield Fault(place, f"{top}, {over}; lower it, make it less high, or correct the ceiling")
    yield from _overlap_faults(room, index, unit, sound)
    for number, point in enumerate(wall.points):
        place = f"{path}.points[{number}]"
        if not sound(place):
            continue
        if known_length and point.offset > wall.length:
            end = f"lies beyond the end of wall {index + 1} ({show(wall.length, unit)} {unit})"
            yield Fault(place, f"{point.kind} at {show(point.offset, unit)} {unit} {end}; measure its offset again")
        if known_height and point.height > height:
            over = f"lies above the ceiling of wall {index + 1} ({show(height, unit)} {unit})"
            yield Fault(
                place, f"{point.kind} at a height of {show(point.height, unit)} {unit} {over}; measure it again"
            )


def _opening(opening: Opening, unit: str) -> str:
    return f"{opening.kind} ({show(opening.width, unit)} {unit} at {show(opening.offset, unit)} {unit})"


def _overlap_faults(room: Room, index: int, unit: str, sound: Sound) -> Iterator[Fault]:
    """Openings of one wall that share a part of it, and points in the hole of an opening."""
    wall, path = room.walls[index], f"walls[{index}]"
    openings = [(n, each) for n, each in enumerate(wall.openings) if sound(f"{path}.openings[{n}]")]
    for (first, one), (second, other) in combinations(openings, 2):
        across = min(one.offset + one.width, other.offset + other.width) - max(one.offset, other.offset)
        upright = min(one.sill + one.height, other.sill + other.height) - max(one.sill, other.sill)
        if across > 0 and upright > 0:
            by = f"overlaps openings[{first}], a {_opening(one, unit)}, by {show(across, unit)} {unit}"
            yield Fault(
                f"{path}.openings[{second}]", f"{_opening(other, unit)} {by}; move one of them or make it narrower"
            )
    for number, point in enumerate(wall.points):
        if not sound(f"{path}.points[{number}]"):
            continue
        for place, one in openings:
            within = one.offset < point.offset < one.offset + one.width
            if within and one.sill < point.height < one.sill + one.height:
                hole = f"lies in openings[{place}], a {_opening(one, unit)}"
                at = f"{show(point.offset, unit)} {unit}, {show(point.height, unit)} {unit} high,"
                yield Fault(f"{path}.points[{number}]", f"{point.kind} at {at} {hole}; measure one of them again")


def _outline_faults(room: Room, unit: str) -> Iterator[Fault]:
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


def _obstacle_faults(room: Room, inside: Polygon | None, unit: str, sound: Sound) -> Iterator[Fault]:
    """`inside` is the floor and a little more, since a room may miss closing by that; None where it is not known."""
    for index, obstacle in enumerate(room.obstacles):
        path = f"obstacles[{index}]"
        if not sound(path):
            continue
        if obstacle.round and obstacle.length != obstacle.width:
            sizes = f"{show(obstacle.length, unit)} by {show(obstacle.width, unit)} {unit}"
            yield Fault(path, f"round {obstacle.kind} of {sizes}; give its diameter as length and as width")
        top = obstacle.z + obstacle.height
        if sound("ceiling") and top > room.ceiling:
            over = f"above the ceiling ({show(room.ceiling, unit)} {unit})"
            yield Fault(path, f"{obstacle.kind} ends at {show(top, unit)} {unit}, {over}; correct its z or height")
        if inside is not None and not inside.covers(obstacle.footprint):
            at = f"at x {show(obstacle.x, unit)}, y {show(obstacle.y, unit)} {unit}"
            yield Fault(
                path,
                f"{obstacle.kind} {at} does not stand inside the room; measure from the left end of wall 1, x along it,"
                " y negative into the room",
            )


def _slope_faults(room: Room, unit: str, sound: Sound) -> Iterator[Fault]:
    taken: dict[int, int] = {}
    for index, slope in enumerate(room.slopes):
        path = f"slopes[{index}]"
        if not sound(path):
            continue
        if not room.walls:
            pass  # that there is none is told already
        elif slope.wall >= len(room.walls):
            known = f"the room has walls 0 to {len(room.walls) - 1}, counted from 0 as in walls[0]"
            yield Fault(f"{path}.wall", f"there is no wall {slope.wall}; {known}")
        elif slope.wall in taken:
            yield Fault(f"{path}.wall", f"slopes[{taken[slope.wall]}] rises from this wall already; keep one of them")
        taken.setdefault(slope.wall, index)
        if sound("ceiling") and slope.knee >= room.ceiling:
            knee, ceiling = show(slope.knee, unit), show(room.ceiling, unit)
            yield Fault(
                f"{path}.knee", f"the knee ({knee} {unit}) is not below the ceiling ({ceiling} {unit}); correct one"
            )
