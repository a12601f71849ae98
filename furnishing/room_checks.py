"""Whether a room can be built: its outline closes, nothing passes the end of a wall, nothing lies outside."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from shapely import Polygon

from furnishing.errors import Fault
from furnishing.room import Opening, Room
from furnishing.rooms.ceiling import lowest_at
from furnishing.rooms.ceiling_checks import slope_faults
from furnishing.rooms.outline_checks import CLOSING, Sound, diagonal_faults, outline_faults
from furnishing.rooms.swing_checks import swing_faults
from furnishing.units import MICROMETRES, Length, mm, show

SPREAD: Final[Length] = mm(50)
"""Measurements of one wall that differ by more are a slip of the tape, not a wall out of true."""


def check_room(room: Room, unit: str = "mm", sound: Sound = lambda path: True) -> tuple[Fault, ...]:
    """Every fault of a room, at its path in a room file; lengths in messages are in `unit`.

    `sound` tells whether what stands at a path could be read: checks that need an unsound value are left out.
    """
    faults: list[Fault] = []
    names = ("length", "turn", "corner")
    known = all(sound(f"walls[{index}].{name}") for index in range(len(room.walls)) for name in names)
    outline = [*outline_faults(room, unit)] if known and sound("walls") | bool(room.walls) else []
    closed = known and bool(room.walls) and not outline
    for index in range(len(room.walls)):
        faults.extend(_wall_faults(room, index, unit, sound, closed=closed))
    faults.extend(outline)
    if closed:
        faults.extend(diagonal_faults(room, unit, sound))
        faults.extend(swing_faults(room, unit, sound))
    faults.extend(_obstacle_faults(room, room.outline.buffer(CLOSING) if closed else None, unit, sound))
    faults.extend(slope_faults(room, unit, sound, known=closed))
    return tuple(faults)


def _ceiling(room: Room, wall: int, near: Length, far: Length, *, closed: bool) -> Length:
    """The lowest the ceiling comes over a wall between two offsets, as far as the room is known.

    Where it falls along the wall, to the millimetre below: nobody measures a slope finer.
    """
    own = room.ceiling_over(wall)
    if not closed or any(slope.wall >= len(room.walls) for slope in room.slopes):
        return own
    length = room.walls[wall].length
    lowest = lowest_at(room, [room.on_wall(wall, min(offset, length), 0) for offset in (near, far)])
    return own if lowest == own else lowest // MICROMETRES["mm"] * MICROMETRES["mm"]


def _wall_faults(room: Room, index: int, unit: str, sound: Sound, *, closed: bool) -> Iterator[Fault]:
    wall, path = room.walls[index], f"walls[{index}]"
    known_length, known_height = sound(f"{path}.length"), sound("ceiling") and sound("slopes")
    if known_length and max(wall.measured) - min(wall.measured) > SPREAD:
        low, high = show(min(wall.measured), unit), show(max(wall.measured), unit)
        slip = f"more than {show(SPREAD, unit)} {unit} apart is a slip of the tape"
        yield Fault(
            f"{path}.length", f"wall {index + 1} was measured as {low} and as {high} {unit}; {slip}: measure again"
        )
    for number, opening in enumerate(wall.openings):
        place = f"{path}.openings[{number}]"
        if not sound(place):
            continue
        if known_length and opening.offset + opening.width > wall.length:
            end = f"passes the end of wall {index + 1} ({show(wall.length, unit)} {unit})"
            yield Fault(place, f"{_opening(opening, unit)} {end}; move it or make it narrower")
        fits = closed and opening.end <= wall.length
        height = _ceiling(room, index, opening.offset, opening.end, closed=fits)
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
        height = _ceiling(room, index, point.offset, point.offset, closed=closed)
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
