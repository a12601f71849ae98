"""The red marks on the plan of a room that cannot be: what the path of a fault means, and by how much it fails."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from shapely import Point as Spot
from shapely import Polygon, union_all
from shapely.geometry import LineString

from furnishing.errors import Fault
from furnishing.room import Obstacle, Opening, Room
from furnishing.rooms.ceiling import highest, low_ceiling
from furnishing.rooms.ceiling_checks import HEADROOM
from furnishing.rooms.outline_checks import CLOSING
from furnishing.rooms.swings import leaves, opens_to
from furnishing.units import Length, mm, show, whole_mm
from reports.dimensions import View
from reports.drawing import Anchor, Circle, Item, Line, Point, Polyline, Stroke, Text
from reports.render.fonts import POINT
from reports.space import Space, box_of

RED: Final = "#b3261e"
PALE: Final = "#f6d5d2"
BEAD: Final = 2.4
"""Half the size of a numbered circle, in millimetres of paper."""

STRONG: Final = Stroke(0.7, RED)
LIGHT: Final = Stroke(0.3, RED)
DASHED: Final = Stroke(0.35, RED, (1.6, 1.0))
SIZE: Final = 8.0
BACK: Final[Length] = mm(100)
"""How thick walls are drawn."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is drawn for a fault, the point that its number leads to, and what lies below everything else."""

    items: tuple[Item, ...]
    at: Point
    ground: tuple[Item, ...] = ()


def bead(number: int, x: float, y: float) -> tuple[Item, ...]:
    """The number of a fault, white on red."""
    size = 8.0 if number < 10 else 7.0
    return (
        Circle(x, y, BEAD, None, RED),
        Text(x, y - 0.36 * size * POINT, str(number), size, Anchor.MIDDLE, bold=True, colour="#ffffff"),
    )


def settled(text: Text, space: Space) -> Text:
    """The text where it is, or a little aside where something stands there already; it then takes its place."""
    ways = [(0.0, 0.0), *((dx, dy) for reach in (4.0, 8.0, 12.0) for dx, dy in ((0, -reach), (0, reach), (reach, 0)))]
    moves = [replace(text, x=text.x + dx, y=text.y + dy) for dx, dy in ways]
    chosen = next((each for each in moves if space.is_free(box_of(each))), text)
    space.take(box_of(chosen))
    return chosen


def marks(room: Room, fault: Fault, unit: str, view: View) -> Iterator[Mark]:
    """The marks of a fault on the plan; none for what has no place in it, such as the name."""
    steps = re.findall(r"([a-z_]+)(?:\[(\d+)\])?", fault.where)
    name, index = steps[0] if steps else ("", "")
    number = int(index) if index else None
    below = steps[1] if len(steps) > 1 else ("", "")
    if name == "walls" and number is None:
        yield from _gap(room, unit, view)
    elif name == "walls" and number is not None and number < len(room.walls):
        yield from _of_wall(room, number, below, unit, view)
    elif name == "obstacles" and number is not None and number < len(room.obstacles):
        yield _obstacle(room, room.obstacles[number], unit, view)
    elif name == "slopes":
        yield from _slope(room, number, unit, view)
    elif name == "diagonals" and number is not None and number < len(room.diagonals):
        yield from _diagonal(room, number, unit, view)


def _of_wall(room: Room, wall: int, below: tuple[str, str], unit: str, view: View) -> Iterator[Mark]:
    name, index = below
    each = room.walls[wall]
    number = int(index) if index else -1
    if name == "openings" and 0 <= number < len(each.openings):
        yield _opening(room, wall, number, unit, view)
    elif name == "points" and 0 <= number < len(each.points):
        at = on_paper(room, wall, each.points[number].offset, 0, view)
        items: list[Item] = [Circle(*at, 1.3, STRONG)]
        items += _beyond(room, wall, each.points[number].offset, unit, view)
        yield Mark(tuple(items), at)
    elif not name and (crossing := _crossing(room, wall)) is not None:
        x, y = view.at(round(crossing[0]), round(crossing[1]))
        cross = (Line((x - 2, y - 2), (x + 2, y + 2), STRONG), Line((x - 2, y + 2), (x + 2, y - 2), STRONG))
        yield Mark((*cross, _wall_line(room, wall, view)), (x, y))
    else:
        yield Mark((_wall_line(room, wall, view),), on_paper(room, wall, each.length // 2, 0, view))


def on_paper(room: Room, wall: int, along: Length, out: Length, view: View) -> Point:
    """A point of a wall on paper."""
    x, y = room.on_wall(wall, along, out)
    return view.at(round(x), round(y))


def _wall_line(room: Room, wall: int, view: View) -> Line:
    return Line(on_paper(room, wall, 0, 0, view), on_paper(room, wall, room.walls[wall].length, 0, view), STRONG)


def _gap(room: Room, unit: str, view: View) -> Iterator[Mark]:
    """From where the last wall ends to where the first begins, with how far that is."""
    corners = room.corners
    (x0, y0), (x1, y1) = corners[0], corners[-1]
    start, end = view.at(x0, y0), view.at(x1, y1)
    miss = math.hypot(x1 - x0, y1 - y0)
    if miss <= CLOSING:
        # Turned the wrong way round, or by too much: there is no gap to show, only where the count begins.
        yield Mark((Circle(*start, 1.3, STRONG),), start)
        return
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    around = Circle(*middle, max(math.dist(start, end) / 2 + 1.5, 3.0), LIGHT)
    items: list[Item] = [Line(start, end, STRONG), around]
    items += [Circle(*each, 0.7, None, RED) for each in (start, end)]
    beside = (middle[0] + around.radius + 1.0, middle[1] - around.radius - 2.0)
    items.append(_words(beside, f"{_mm(miss, unit)} open"))
    yield Mark(tuple(items), (middle[0] - around.radius * 0.7, middle[1] + around.radius * 0.7))


def _mm(length: float, unit: str) -> str:
    """A length of the drawing in words, to the millimetre where the unit is metric."""
    return f"{show(whole_mm(length), unit)} {unit}"


def _words(at: Point, words: str, anchor: Anchor = Anchor.START) -> Text:
    return Text(at[0], at[1] - 0.36 * SIZE * POINT, words, SIZE, anchor, bold=True, colour=RED)


def _crossing(room: Room, wall: int) -> tuple[float, float] | None:
    """Where a wall crosses an earlier one."""
    corners = room.corners
    line = LineString(corners[wall : wall + 2])
    for other in range(wall):
        neighbours = wall - other == 1 or (other == 0 and wall == len(room.walls) - 1)
        met = line.intersection(LineString(corners[other : other + 2]))
        if not neighbours and not met.is_empty:
            return (met.centroid.x, met.centroid.y)
    return None


def _opening(room: Room, wall: int, number: int, unit: str, view: View) -> Mark:
    """The opening in red; what passes the end, what it shares with others, the leaf where it is stopped."""
    opening = room.walls[wall].openings[number]
    items: list[Item] = [_block(room, wall, opening.offset, opening.end, view)]
    items += _beyond(room, wall, opening.end, unit, view)
    for other in room.walls[wall].openings[:number]:
        near, far = max(opening.offset, other.offset), min(opening.end, other.end)
        if far > near and min(opening.top, other.top) > max(opening.sill, other.sill):
            items += _measured(room, wall, near, far, unit, view)
    if opening.end <= room.walls[wall].length:
        items += _stopped(room, wall, opening, view)
    return Mark(tuple(items), on_paper(room, wall, (opening.offset + opening.end) // 2, -BACK // 2, view))


def _block(room: Room, wall: int, near: Length, far: Length, view: View) -> Polyline:
    corners = ((near, 0), (far, 0), (far, -BACK), (near, -BACK))
    return Polyline(tuple(on_paper(room, wall, *each, view) for each in corners), STRONG, PALE, closed=True)


def _beyond(room: Room, wall: int, end: Length, unit: str, view: View) -> Iterator[Item]:
    """How far something passes the end of its wall."""
    length = room.walls[wall].length
    if end > length:
        yield from _measured(room, wall, length, end, unit, view)


def _measured(room: Room, wall: int, near: Length, far: Length, unit: str, view: View) -> Iterator[Item]:
    """A red dimension outside the wall."""
    out = -BACK - round(6.5 * 1000 * view.scale)
    start, end = on_paper(room, wall, near, out, view), on_paper(room, wall, far, out, view)
    for along, tip in ((near, start), (far, end)):
        yield Line(on_paper(room, wall, along, 0, view), tip, LIGHT)
    yield Line(start, end, STRONG)
    beyond = on_paper(room, wall, (near + far) // 2, out - round(2.4 * 1000 * view.scale), view)
    aside = beyond[0] - (start[0] + end[0]) / 2
    anchor = Anchor.MIDDLE if abs(aside) < 1.2 else Anchor.START if aside > 0 else Anchor.END
    yield _words(beyond, _mm(far - near, unit), anchor)


def _stopped(room: Room, wall: int, opening: Opening, view: View) -> Iterator[Item]:
    """The leaves of a door that cannot open, as far as they come, and the way that they would go on."""
    opened = opens_to(room, wall, opening, slack=CLOSING)
    if opened.degrees >= 90:
        return
    for leaf in leaves(opening):
        tips = []
        for degrees in range(0, 91, 5):
            angle = math.radians(degrees)
            along = leaf.hinge + leaf.sign * round(leaf.width * math.cos(angle))
            tips.append(on_paper(room, wall, along, round(leaf.width * math.sin(angle)), view))
        yield Polyline(tuple(tips), DASHED)
        angle = math.radians(opened.degrees)
        along = leaf.hinge + leaf.sign * round(leaf.width * math.cos(angle))
        tip = on_paper(room, wall, along, round(leaf.width * math.sin(angle)), view)
        yield Line(on_paper(room, wall, leaf.hinge, 0, view), tip, STRONG)


def _obstacle(room: Room, obstacle: Obstacle, unit: str, view: View) -> Mark:
    """Its outline in red, and how far it stands outside."""
    shape = obstacle.footprint
    ring = tuple(view.at(round(x), round(y)) for x, y, *_ in shape.exterior.coords)[:-1]
    items: list[Item] = [Polyline(ring, STRONG, PALE, closed=True)]
    outline = room.outline
    if outline.is_valid and not outline.covers(shape):
        far = max(((Spot(each).distance(outline), each) for each in shape.exterior.coords), key=lambda each: each[0])
        foot = outline.boundary.interpolate(outline.boundary.project(Spot(far[1])))
        start, end = view.at(round(foot.x), round(foot.y)), view.at(round(far[1][0]), round(far[1][1]))
        items.append(Line(start, end, LIGHT))
        middle = ((start[0] + end[0]) / 2 + 1.5, (start[1] + end[1]) / 2 + 2.5)
        items.append(_words(middle, f"{_mm(far[0], unit)} outside"))
    return Mark(tuple(items), view.at(round(shape.centroid.x), round(shape.centroid.y)))


def _slope(room: Room, number: int | None, unit: str, view: View) -> Iterator[Mark]:
    """The wall a slope rises from; with no number, the floor over which nobody can stand."""
    if number is not None:
        if number < len(room.slopes) and room.slopes[number].wall < len(room.walls):
            wall = room.slopes[number].wall
            yield Mark((_wall_line(room, wall, view),), on_paper(room, wall, room.walls[wall].length // 3, 0, view))
        return
    low = union_all(low_ceiling(room, HEADROOM))
    shapes = [each for each in getattr(low, "geoms", (low,)) if isinstance(each, Polygon) and not each.is_empty]
    rings = [tuple(view.at(round(x), round(y)) for x, y, *_ in each.exterior.coords)[:-1] for each in shapes]
    middle = room.outline.representative_point()
    x, y = view.at(round(middle.x), round(middle.y))
    words = _words((x + 3.0, y - 8.0), f"{_mm(highest(room), unit)} high at most")
    yield Mark((words,), (x, y), ground=tuple(Polyline(ring, None, PALE, closed=True) for ring in rings))


def _diagonal(room: Room, number: int, unit: str, view: View) -> Iterator[Mark]:
    """The line between its corners, as measured and as it comes out."""
    diagonal, corners = room.diagonals[number], room.corners[:-1]
    if max(diagonal.start, diagonal.end) >= len(corners):
        return
    start, end = view.at(*corners[diagonal.start]), view.at(*corners[diagonal.end])
    middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    drawn = math.dist(corners[diagonal.start], corners[diagonal.end])
    words = f"measured {_mm(diagonal.length, unit)}, drawn {_mm(drawn, unit)}"
    yield Mark((Line(start, end, DASHED), _words((middle[0] + 2.0, middle[1] + 3.5), words)), middle)
