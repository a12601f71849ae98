"""The elevation of a furnished wall as one stands before it: fronts with their reveals, and all that is in the wall."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Final

from shapely import LineString

from furnishing.cabinets.cabinet import Cabinet, Opens
from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.grain import BoardGrain
from furnishing.layout.placement import Placement
from furnishing.parts import Part
from furnishing.room import Obstacle, Opening, OpeningKind, Room
from furnishing.units import Length, mm
from reports.chains import bounds
from reports.corner_view import round_the_corner
from reports.dimensions import View
from reports.drawing import CHAIN, THIN, VISIBLE, Circle, Item, Line, Point, Polyline, Rectangle, Stroke
from reports.room_elevation_chains import floor_ids, wall_chains
from reports.slanting import hull, shape_of, shaped
from reports.symbols import BARE, colours, grain_lines, key, obstacle_sign, point_sign, quiet, upright_grain
from reports.text.locale import METRIC_ENGLISH, Locale

AT_WALL: Final[Length] = mm(300)
"""An obstacle this near to a wall is shown in its elevation."""

KNOB: Final = 0.7
HANDLE: Final = Stroke(0.9, "#333333")

FRAME: Final[Length] = mm(60)
"""How wide frames of windows and doors are drawn."""


def furnished_walls(design: Design) -> tuple[int, ...]:
    """The walls with furniture at them, in their order; islands have elevations of their own."""
    return tuple(sorted({placement.wall for placement in design.layout.placements if not placement.out}))


def elevation_items(
    design: Design,
    catalogue: Catalogue | None,
    wall: int,
    view: View,
    locale: Locale = METRIC_ENGLISH,
    *,
    dimensions: bool = True,
) -> list[Item]:
    """The elevation of one wall with the left end of its floor line at the origin of `view`."""
    room = design.room
    placements = [each for each in design.layout.placements if each.wall == wall and not each.out]
    # Nearer things hide those behind them: cabinets are painted from the wall into the room.
    placements.sort(key=lambda each: (each.depth, each.offset, each.elevation))
    items: list[Item] = [item for each in room.walls[wall].openings for item in _opening(each, view)]
    near = [each for each in room.obstacles if _stands_at(room, wall, each)]
    items += [item for each in near for item in _obstacle(room, wall, each, view)]
    cabinets = {each.id: each for each in design.cabinets}
    look = colours(catalogue)
    for cabinet, placement in (
        *round_the_corner(design, wall),
        *((cabinets[each.cabinet], each) for each in placements),
    ):
        items += cabinet_items(cabinet, placement, look, view)
    for point in room.walls[wall].points:
        hidden = any(_covers(each, point.offset, point.height) for each in placements)
        items += point_sign(point.kind, *view.at(point.offset, point.height), hidden=hidden)
    items += _room_edges(room, wall, view)
    items += floor_ids(placements, view)
    if not dimensions:
        return items
    items += wall_chains(design, wall, placements, ceiling_line(room, wall), view, locale)
    left, bottom, right, _ = bounds(items)
    items += key(
        [point.kind for point in room.walls[wall].points],
        [(each.kind, False) for each in near],
        left,
        bottom - 6.0,
        right - left,
        locale,
    )
    return items


def _covers(placement: Placement, along: Length, height: Length) -> bool:
    inside = placement.offset <= along <= placement.offset + placement.width
    return inside and placement.elevation <= height <= placement.elevation + placement.height


def _opening(opening: Opening, view: View) -> Iterator[Item]:
    """A window with frame and the sign of glass, a door with frame and leaf, a passage dashed."""
    x, y = view.at(opening.offset, opening.sill)
    width, height, frame = view.size(opening.width), view.size(opening.height), view.size(FRAME)
    if opening.kind is OpeningKind.PASSAGE:
        yield Rectangle(x, y, width, height, Stroke(0.25, dash=(2.0, 1.0)))
        return
    yield Rectangle(x, y, width, height, THIN, "#ffffff")
    if opening.kind is OpeningKind.WINDOW:
        inner = (x + frame, y + frame, width - 2 * frame, height - 2 * frame)
        if min(inner[2:]) > 0:
            yield Rectangle(*inner, Stroke(0.18), "#eef4f7")
            for share in (0.30, 0.38):
                reach = 0.25 * min(inner[2:])
                at = (inner[0] + share * inner[2], inner[1] + (share + 0.2) * inner[3])
                yield Line(at, (at[0] + reach, at[1] + reach), Stroke(0.13, "#777777"))
        return
    yield Polyline(
        (
            (x + frame, y),
            (x + frame, y + height - frame),
            (x + width - frame, y + height - frame),
            (x + width - frame, y),
        ),
        THIN,
    )


def _stands_at(room: Room, wall: int, obstacle: Obstacle) -> bool:
    line = LineString(room.corners[wall : wall + 2])
    return bool(obstacle.footprint.distance(line) <= AT_WALL)


def _obstacle(room: Room, wall: int, obstacle: Obstacle, view: View) -> tuple[Item, ...]:
    """An obstacle seen along the wall's normal: its span along the wall, its underside and its height."""
    (x0, y0), (x1, y1) = room.corners[wall : wall + 2]
    span = math.hypot(x1 - x0, y1 - y0)
    far_x, far_y = obstacle.x + obstacle.length, obstacle.y + obstacle.width
    corners = [(x, y) for x in (obstacle.x, far_x) for y in (obstacle.y, far_y)]
    along = [((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / span for x, y in corners]
    left, right = max(min(along), 0), min(max(along), span)
    if right <= left:
        return ()
    x, y = view.at(round(left), obstacle.z)
    return obstacle_sign(obstacle.kind, x, y, view.size(round(right - left)), view.size(obstacle.height))


def cabinet_items(
    cabinet: Cabinet, placement: Placement, look: dict[str, tuple[str, BoardGrain]], view: View
) -> Iterator[Item]:
    """All parts from the back to the front, so that open shelves show and fronts hide what is behind them."""
    parts = sorted(cabinet.parts, key=lambda part: (part.box.y + part.box.dy, part.id))
    for part in parts:
        yield from _part(part, placement, look, view)
    yield hull(cabinet, placement, view)
    opens = {front.part: front.opens for front in cabinet.fronts}
    for part in parts:
        if part.id in opens:
            shape = shape_of(part, placement, view)
            yield from _opening_mark(_box(part, placement, view), opens[part.id], shape)
    yield from _handles(parts, placement, view)


def _handles(parts: Iterable[Part], placement: Placement, view: View) -> Iterator[Item]:
    """Knobs as rings and handles as bars, where the holes for their screws are."""
    for part in parts:
        spots = [
            view.at(placement.offset + bore.x, placement.elevation + bore.z)
            for bore in part.bores
            if bore.purpose == "handle" and bore.axis == 1
        ]
        if len(spots) == 1:
            yield Circle(*spots[0], KNOB, THIN, "#ffffff")
        elif spots:
            yield Line(min(spots), max(spots), HANDLE)


def _box(part: Part, placement: Placement, view: View) -> tuple[float, float, float, float]:
    """Left, bottom, right, top of a part on paper."""
    x, z = placement.offset + part.box.x, placement.elevation + part.box.z
    return (*view.at(x, z), *view.at(x + part.box.dx, z + part.box.dz))


def _part(part: Part, placement: Placement, look: dict[str, tuple[str, BoardGrain]], view: View) -> Iterator[Item]:
    left, bottom, right, top = box = _box(part, placement, view)
    colour, grain = look.get(part.material, (BARE, BoardGrain.NONE))
    fill = quiet(colour)
    faces_room = part.box.dy == part.thickness
    shape = shape_of(part, placement, view)
    if shape:
        yield from shaped(shape, box, fill, lines=faces_room and upright_grain(part, grain) is not None)
        return
    yield Rectangle(left, bottom, right - left, top - bottom, None, fill)
    upright = upright_grain(part, grain)
    if faces_room and upright is not None:
        yield from grain_lines(box, fill, upright=upright)
    yield Rectangle(left, bottom, right - left, top - bottom, THIN if faces_room else Stroke(0.18))


def _opening_mark(
    box: tuple[float, float, float, float], opens: Opens, shape: tuple[Point, ...] = ()
) -> Iterator[Item]:
    """Two thin chain lines that meet on the hinge side; a drawer is drawn without."""
    left, bottom, right, top = box
    ends = {side: max((y for x, y in shape if x == side), default=top) for side in (left, right)}
    if opens is Opens.LEFT:
        yield Polyline(((right, ends[right]), (left, (bottom + ends[left]) / 2), (right, bottom)), CHAIN)
    elif opens is Opens.RIGHT:
        yield Polyline(((left, ends[left]), (right, (bottom + ends[right]) / 2), (left, bottom)), CHAIN)


def ceiling_line(room: Room, wall: int) -> tuple[tuple[Length, Length], ...]:
    """The ceiling along a wall, slopes counted: points of (along, height) from its left end to its right end."""
    length = room.walls[wall].length
    lines = [(float(room.ceiling), float(room.ceiling))]
    for slope in room.slopes:
        (x0, y0), (x1, y1) = room.corners[slope.wall : slope.wall + 2]
        span = math.hypot(x1 - x0, y1 - y0)
        rise = math.tan(math.radians(float(slope.angle)))
        ends = []
        for along in (0, length):
            x, y = room.on_wall(wall, along, 0)
            # How far the point stands from the slope's wall, towards the room: to the right of its direction.
            away = ((y0 - y) * (x1 - x0) + (x - x0) * (y1 - y0)) / span
            ends.append(slope.knee + max(away, 0.0) * rise)
        lines.append((ends[0], ends[1]))
    shares = {0.0, 1.0}
    for i, (a0, a1) in enumerate(lines):
        for b0, b1 in lines[:i]:
            if (a1 - a0) != (b1 - b0):
                crossing = (b0 - a0) / ((a1 - a0) - (b1 - b0))
                shares |= {crossing} if 0 < crossing < 1 else set()
    return tuple((round(t * length), round(min(a + (b - a) * t for a, b in lines))) for t in sorted(shares))


def _room_edges(room: Room, wall: int, view: View) -> Iterator[Item]:
    """Ceiling and corners as visible edges, the floor thicker."""
    top = [view.at(*point) for point in ceiling_line(room, wall)]
    left, right = view.at(0, 0), view.at(room.walls[wall].length, 0)
    yield Polyline((left, *top, right), VISIBLE)
    yield Line((left[0] - 4.0, left[1]), (right[0] + 4.0, right[1]), Stroke(0.7))
