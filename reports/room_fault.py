"""A drawing of a room that cannot be: its walls as told, each fault marked in red with what is missing or too much.

It stands beside the messages, which say the same in words: on the form, and as `room-fault.svg` in a folder of papers.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from shapely import Polygon, union_all
from shapely.geometry.base import BaseGeometry

from furnishing.errors import Fault, InputError
from furnishing.room import Opening, OpeningKind, Room
from furnishing.room_file import WALLS, room_as_read
from furnishing.rooms.outline_checks import CLOSING
from furnishing.units import Length, mm
from reports.chains import bounds, cropped
from reports.dimensions import View
from reports.drawing import HIDDEN, THIN, Anchor, Drawing, Item, Line, Path, Point, Rectangle, Stroke, Text, moved
from reports.render.fonts import POINT
from reports.room_fault_marks import BEAD, RED, Mark, bead, marks, settled
from reports.room_fault_walls import fault_elevations
from reports.space import Space, box_of
from reports.symbols import obstacle_sign
from reports.wrapping import SMALLEST, wrapped

WIDTH: Final = 180.0
HEIGHT: Final = 110.0
"""Millimetres that the plan may take."""

SCALES: Final = (10, 20, 25, 30, 40, 50, 75, 100, 150, 200, 300, 500, 1000)
THICK: Final[Length] = mm(100)
WALL: Final = "#b8b8b8"
WORDS: Final = 9.0
LINE: Final = WORDS * POINT * 1.3
MOST: Final = 24
"""Faults that are numbered; a file with more is wrong throughout, and the words tell all of them."""

LEAST_WALLS: Final = 3
"""Fewer give no plan."""

DRAWN: Final = ("walls", "obstacles", "slopes", "diagonals")
TITLE: Final = "Where the room fails"


def fault_drawing(
    room: Room | str | bytes,
    faults: Sequence[Fault],
    unit: str = "mm",
    *,
    width: float = WIDTH,
    words: bool = True,
) -> Drawing:
    """The room as told, which may be a file's text or a room made in part, with `faults` marked and listed.

    Text that is no room file at all gives the list alone. Sizes are in `unit`, or in that of the file. The plan is at
    most `width` millimetres wide. Without `words` there is neither heading nor list: for a page that has the list,
    numbered in the order of `faults`.
    """
    told = tuple(faults)
    if isinstance(room, str | bytes):
        try:
            file = room_as_read(room).file
        except InputError:
            return cropped([*_heading(0.0), *_legend(told, 0.0, -6.0)], TITLE, margin=3.0)
        room, unit = file.room, file.unit
    numbered = told[:MOST]
    items = _plan(room, numbered, unit, width) if len(room.walls) >= LEAST_WALLS else []
    below = bounds(items)[1] - 6.0 if items else 0.0
    left = bounds(items)[0] if items else 0.0
    for figure in fault_elevations(room, numbered, unit, width):
        low, high = bounds(figure)[0], bounds(figure)[3]
        items += moved(figure, left - low, below - high)
        below = bounds(items)[1] - 6.0
    if words or not items:
        items += _heading(bounds(items)[3] + 6.0 if items else 0.0, left)
        items += _legend(told, left, below - 2.0)
    return cropped(items, f"{TITLE}: {room.name}" if room.name else TITLE, margin=3.0)


def shows(room: Room | str | bytes, faults: Sequence[Fault]) -> bool:
    """Whether a drawing shows any of these faults in the room as told, which may be a file's text.

    A name or a style that is wrong has no place in it, and a room of less than three walls has no plan.
    """
    if not any(fault.where.startswith(DRAWN) for fault in faults):
        return False
    if isinstance(room, str | bytes):
        try:
            room = room_as_read(room).file.room
        except InputError:
            return False
    return len(room.walls) >= LEAST_WALLS


def _heading(y: float, x: float = 0.0) -> list[Item]:
    return [Text(x, y, TITLE, 12.0, bold=True)]


def _plan(room: Room, faults: Sequence[Fault], unit: str, width: float) -> list[Item]:
    """The plan at the largest scale at which it is not too large."""
    drawn = drawable(room, faults)
    items: list[Item] = []
    for scale in SCALES:
        view = View(scale=scale)
        items = _drawn(drawn, faults, unit, view)
        left, bottom, right, top = bounds(items)
        if right - left <= width and top - bottom <= HEIGHT:
            break
    return items


@dataclass(frozen=True, slots=True)
class Drawable:
    """A room that can be drawn, and which of its walls have a length that could not be read."""

    room: Room
    unknown: frozenset[int] = frozenset()


def drawable(room: Room, faults: Sequence[Fault]) -> Drawable:
    """The room with a length for every wall: one that could not be read reaches as far as the others leave open."""
    spoilt = {fault.where.partition(".length")[0] for fault in faults if ".length" in fault.where}
    unknown = [i for i, wall in enumerate(room.walls) if f"walls[{i}]" in spoilt and wall.length == WALLS[0]]
    if not unknown:
        return Drawable(room)
    known = sorted(wall.length for i, wall in enumerate(room.walls) if i not in unknown)
    lengths = dict.fromkeys(unknown, known[len(known) // 2] if known else mm(3000))
    if len(unknown) == 1:
        # Without that wall, the others end as far away from the start as it must be long.
        gone = _resized(room, {unknown[0]: 0}).corners[-1]
        lengths[unknown[0]] = max(round(math.hypot(*gone)), mm(300))
    return Drawable(_resized(room, lengths), frozenset(unknown))


def _resized(room: Room, lengths: dict[int, Length]) -> Room:
    walls = [replace(wall, measured=(lengths.get(i, wall.length),)) for i, wall in enumerate(room.walls)]
    return replace(room, walls=tuple(walls))


def _drawn(drawn: Drawable, faults: Sequence[Fault], unit: str, view: View) -> list[Item]:
    room = drawn.room
    items: list[Item] = [*_walls(room, drawn.unknown, view)]
    for wall in range(len(room.walls)):
        for opening in room.walls[wall].openings:
            items += _opening(room, wall, opening, view)
    for each in room.obstacles:
        x, y = view.at(each.x, each.y)
        items += obstacle_sign(each.kind, x, y, view.size(each.length), view.size(each.width), circle=each.round)
    names = [*_wall_names(room, view)]
    space = Space()
    for name in names:
        space.take(box_of(name))
    found = [(number, mark) for number, fault in enumerate(faults, 1) for mark in marks(room, fault, unit, view)]
    items = [*(item for _, mark in found for item in mark.ground), *items]
    for _, mark in found:
        items += (item for item in mark.items if not isinstance(item, Text))
    for text in [settled(item, space) for _, mark in found for item in mark.items if isinstance(item, Text)]:
        left, bottom, right, top = box_of(text)
        items += [Rectangle(left, bottom, right - left, top - bottom, None, "#ffffff"), text]
    return [*items, *names, *(item for number, mark in found for item in _bead(number, mark, space))]


def _bead(number: int, mark: Mark, space: Space) -> Iterator[Item]:
    """The number of a fault in a red circle as near to its place as there is room, on a leader."""
    x, y = mark.at
    for reach in range(0, 40):
        for turn in range(8):
            angle = math.radians(45 + 45 * turn)
            away = BEAD + 2.0 + 2.5 * reach
            at = (x + away * math.cos(angle), y + away * math.sin(angle))
            box = (at[0] - BEAD, at[1] - BEAD, at[0] + BEAD, at[1] + BEAD)
            if space.is_free(box):
                space.take(box)
                yield Line((x, y), at, Stroke(0.25, RED))
                yield from bead(number, *at)
                return


def _walls(room: Room, unknown: frozenset[int], view: View) -> Iterator[Item]:
    """The walls from the first to the last, left open where they do not close; dashed where the length is unknown."""
    corners = room.corners
    bands = [_band(room, wall) for wall in range(len(room.walls))]
    for wall, each in enumerate(room.walls):
        for opening in each.openings:
            cut = ((opening.offset, 1), (opening.end, 1), (opening.end, -THICK * 2), (opening.offset, -THICK * 2))
            bands[wall] = bands[wall].difference(Polygon([room.on_wall(wall, along, out) for along, out in cut]))
    band = union_all(bands)
    shapes = [shape for shape in getattr(band, "geoms", (band,)) if isinstance(shape, Polygon)]
    rings = [ring for shape in shapes for ring in (shape.exterior, *shape.interiors)]
    yield Path(tuple(tuple(_at(view, x, y) for x, y, *_ in ring.coords)[:-1] for ring in rings if ring.coords), WALL)
    for wall in range(len(room.walls)):
        ends = [_at(view, *corner) for corner in corners[wall : wall + 2]]
        yield Line(ends[0], ends[1], HIDDEN if wall in unknown else Stroke(0.35))


def _band(room: Room, wall: int) -> BaseGeometry:
    """One wall in its thickness, as long as its outer corners need."""
    closed = math.hypot(*room.corners[-1]) <= CLOSING
    joined = [wall > 0 or closed, wall < len(room.walls) - 1 or closed]
    turns = (room.walls[wall - 1].turn, room.walls[wall].turn)
    before, after = (
        round(THICK * math.tan(math.radians(min(float(turn), 120.0) / 2))) if turn > 0 and join else 0
        for turn, join in zip(turns, joined, strict=True)
    )
    length = room.walls[wall].length
    corners = ((0, 0), (length, 0), (length + after, -THICK), (-before, -THICK))
    return Polygon([room.on_wall(wall, along, out) for along, out in corners])


def _wall_names(room: Room, view: View) -> Iterator[Text]:
    """`Wall 2` outside the middle of each wall."""
    for wall in range(len(room.walls)):
        middle = room.walls[wall].length // 2
        x, y = _at(view, *room.on_wall(wall, middle, -THICK - round(2.6 * 1000 * view.scale)))
        (x0, y0), (x1, y1) = (_at(view, *corner) for corner in room.corners[wall : wall + 2])
        angle = round(math.degrees(math.atan2(y1 - y0, x1 - x0)), 3)
        angle += -180 if angle > 90 else 180 if angle <= -90 else 0
        shift = 0.36 * SMALLEST * POINT
        turn = math.radians(angle)
        yield Text(
            x + shift * math.sin(turn), y - shift * math.cos(turn), f"wall {wall + 1}", 8.0, Anchor.MIDDLE,
            rotation=angle, colour="#555555",
        )  # fmt: skip


def _opening(room: Room, wall: int, opening: Opening, view: View) -> Iterator[Item]:
    def at(along: Length, out: Length) -> Point:
        return _at(view, *room.on_wall(wall, along, out))

    for edge in (opening.offset, opening.end):
        yield Line(at(edge, 0), at(edge, -THICK), THIN)
    outs = (-THICK // 2,) if opening.kind is OpeningKind.DOOR else (0, -THICK)
    for out in outs:
        dashes = HIDDEN if opening.kind is OpeningKind.PASSAGE else THIN
        yield Line(at(opening.offset, out), at(opening.end, out), dashes)


def _at(view: View, x: float, y: float) -> Point:
    return view.at(round(x), round(y))


def _legend(faults: Sequence[Fault], x: float, y: float) -> list[Item]:
    """Each fault in words behind its number."""
    items: list[Item] = []
    for number, fault in enumerate(faults[:MOST], 1):
        items += bead(number, x + BEAD, y + 1.1)
        for line in wrapped(f"{fault.where}: {fault.message}" if fault.where else fault.message, WORDS, WIDTH - 8.0):
            items.append(Text(x + 8.0, y, line, WORDS))
            y -= LINE
        y -= LINE * 0.4
    if len(faults) > MOST:
        items.append(Text(x + 8.0, y, f"and {len(faults) - MOST} more, told in words only", WORDS))
    return items
