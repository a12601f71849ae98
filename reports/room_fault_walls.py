"""Elevations of walls where something is too high: the ceiling there, and by how much it is passed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from furnishing.errors import Fault
from furnishing.room import Room
from furnishing.rooms.ceiling import lowest_at
from furnishing.units import Length, show, whole_mm
from reports.dimensions import View
from reports.drawing import THIN, VISIBLE, Anchor, Circle, Item, Line, Polyline, Rectangle, Stroke, Text
from reports.render.fonts import POINT
from reports.room_elevation import ceiling_line
from reports.room_fault_marks import BEAD, PALE, RED, STRONG, bead, settled
from reports.space import Space

SCALES: Final = (20, 25, 30, 40, 50, 75, 100, 200, 500)
HEIGHT: Final = 60.0
_PLACE: Final = re.compile(r"walls\[(\d+)\]\.(openings|points)\[(\d+)\]")


def fault_elevations(room: Room, faults: Sequence[Fault], unit: str, width: float) -> Iterator[list[Item]]:
    """One figure for each wall on which a fault is one of height, in the order of the walls."""
    if any(slope.wall >= len(room.walls) for slope in room.slopes):
        return
    found: dict[int, list[tuple[int, Length, Length, Length]]] = {}
    for number, fault in enumerate(faults, 1):
        place = _PLACE.fullmatch(fault.where)
        if place is None or int(place[1]) >= len(room.walls) or "above the ceiling" not in fault.message:
            continue
        wall, which = int(place[1]), int(place[3])
        each = room.walls[wall]
        if place[2] == "openings" and which < len(each.openings):
            opening = each.openings[which]
            found.setdefault(wall, []).append((number, opening.offset, opening.end, opening.top))
        elif place[2] == "points" and which < len(each.points):
            point = each.points[which]
            found.setdefault(wall, []).append((number, point.offset, point.offset, point.height))
    for wall in sorted(found):
        yield _figure(room, wall, found[wall], unit, width)


def _figure(
    room: Room, wall: int, found: Sequence[tuple[int, Length, Length, Length]], unit: str, width: float
) -> list[Item]:
    top = max(*(height for _, height in ceiling_line(room, wall)), *(height for *_, height in found))
    length = room.walls[wall].length
    fits = (each for each in SCALES if length / 1000 / each <= width and top / 1000 / each <= HEIGHT)
    view = View(scale=next(fits, SCALES[-1]))
    edge = [view.at(*point) for point in ceiling_line(room, wall)]
    floor = (view.at(0, 0), view.at(length, 0))
    items: list[Item] = [
        Text(0.0, view.size(top) + 9.0, f"Wall {wall + 1} from inside the room", 9.0, bold=True),
        Polyline((floor[0], *edge, floor[1]), VISIBLE),
        Line(*floor, Stroke(0.7)),
    ]
    for opening in room.walls[wall].openings:
        low = view.at(opening.offset, opening.sill)
        items.append(Rectangle(*low, view.size(opening.width), view.size(opening.height), THIN))
    space = Space()
    for number, near, far, height in found:
        for item in _too_high(room, wall, (near, far, height), unit, view):
            items.append(settled(item, space) if isinstance(item, Text) else item)
        x, y = view.at((near + far) // 2, height)
        items += bead(number, x, y + BEAD + 1.6)
        space.take((x - BEAD, y, x + BEAD, y + 2 * BEAD + 1.6))
    return items


def _too_high(room: Room, wall: int, place: tuple[Length, Length, Length], unit: str, view: View) -> Iterator[Item]:
    """What passes the ceiling, in red, and by how much."""
    near, far, height = place
    length = room.walls[wall].length
    ends = [room.on_wall(wall, min(along, length), 0) for along in (near, far)]
    ceiling = lowest_at(room, ends)
    # Beside the end over which the ceiling is lower, as that is where it fails.
    low = far if lowest_at(room, ends[1:]) < lowest_at(room, ends[:1]) else near
    if far > near:
        x, y = view.at(near, ceiling)
        yield Rectangle(x, y, view.size(far - near), view.size(height - ceiling), STRONG, PALE)
    else:
        yield Circle(*view.at(near, height), 1.2, STRONG)
    start, end = view.at(low, ceiling), view.at(low, height)
    yield Line(start, end, STRONG)
    right = low == far
    aside = 1.2 if right else -1.2
    words = f"{show(whole_mm(height - ceiling), unit)} {unit}"
    y = (start[1] + end[1]) / 2 - 0.36 * 8.0 * POINT
    yield Text(start[0] + aside, y, words, 8.0, Anchor.START if right else Anchor.END, bold=True, colour=RED)
