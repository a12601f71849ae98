"""The plan of a furnished room: thick walls, openings, what stands in the room, furniture, dimensions outside."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final

from shapely import Polygon
from shapely.geometry import MultiPolygon
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.registry import kinds
from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.layout.placement import Placement
from furnishing.room import Obstacle, Opening, OpeningKind, Room
from furnishing.rooms.swings import swing
from furnishing.rules.corner_shape import round_corner
from furnishing.units import Length, mm
from reports.chains import Side, bounds
from reports.dimensions import View
from reports.drawing import (
    HIDDEN,
    THIN,
    Anchor,
    Circle,
    Item,
    Line,
    Path,
    Point,
    Polyline,
    Stroke,
    Text,
)
from reports.render.fonts import POINT
from reports.room_island import island_chains
from reports.room_plan_ids import IDS, ids
from reports.room_plan_openings import opening_items, slope_edges
from reports.space import Space, box_of
from reports.symbols import BARE, colours, key, obstacle_sign, point_sign, quiet
from reports.text.locale import METRIC_ENGLISH, Locale

WALL: Final[Length] = mm(100)
"""How thick walls are drawn: nobody measures it, it only shows which side is the room."""

WALL_FILL: Final = "#8c8c8c"
RING: Final = 2.7
"""Radius of the ring around the number of a wall."""

LEADERS: Final = 8
"""More ids on leaders cross each other on a small plan: it has the numbers of the walls instead."""

CHAINS: Final = 16.0
"""How far chains reach from their wall, in millimetres of paper."""


def plan_items(
    design: Design,
    catalogue: Catalogue | None,
    view: View,
    *,
    dimensions: bool = True,
    locale: Locale = METRIC_ENGLISH,
) -> list[Item]:
    """The plan with the start of the first wall at the origin of `view`."""
    room = design.room
    items: list[Item] = [_walls(room, view)]
    for i, wall in enumerate(room.walls):
        for opening in wall.openings:
            items += _opening(room, i, opening, view)
    items += slope_edges(room, view)
    items += [sign for obstacle in room.obstacles for sign in _obstacle(obstacle, view)]
    look = colours(catalogue)
    fills = {each.id: quiet(look[_shown(each)][0]) for each in design.cabinets if _shown(each) in look}
    cabinets = {each.id: each for each in design.cabinets}
    for placement in sorted(design.layout.placements, key=lambda each: each.elevation):
        cabinet = cabinets.get(placement.cabinet)
        items += _footprint(room, placement, cabinet, fills.get(placement.cabinet, BARE), view)
    items += _hung_over(design, view)
    chains = list(island_chains(design, view, locale)) if dimensions else []
    marks = list(ids(design, view, [each for each in chains if isinstance(each, Text)]))
    crowded = not dimensions and sum(isinstance(each, Line) for each in marks) > LEADERS
    items += _numbers_of_walls(room, view, locale) if crowded else marks
    for i, wall in enumerate(room.walls if dimensions else ()):
        for point in wall.points:
            items += point_sign(point.kind, *_on_paper(room, i, point.offset, -WALL // 2, view))
    if dimensions:
        items += _dimensions(design, view, locale)
        items += chains
        left, bottom, right, _ = bounds(items)
        kinds = [point.kind for wall in room.walls for point in wall.points]
        items += key(
            kinds, [(each.kind, each.round) for each in room.obstacles], left, bottom - 6.0, right - left, locale
        )
    return items


def _shown(cabinet: Cabinet) -> str:
    """The material by which a cabinet is known in plan: that of its first front, else of its first part."""
    fronts = {front.part for front in cabinet.fronts}
    materials = [part.material for part in cabinet.parts if part.id in fronts or not fronts]
    return materials[0] if materials else ""


def _on_paper(room: Room, wall: int, along: Length, out: Length, view: View) -> Point:
    x, y = room.on_wall(wall, along, out)
    return view.at(round(x), round(y))


def _ring(coordinates: Iterator[tuple[float, ...]], view: View) -> tuple[Point, ...]:
    return tuple(view.at(round(x), round(y)) for x, y, *_ in coordinates)[:-1]


def _walls(room: Room, view: View) -> Path:
    """The band around the floor, less the openings, as one path."""
    band = room.outline.buffer(WALL, join_style="mitre").difference(room.outline)
    for i, wall in enumerate(room.walls):
        for each in wall.openings:
            near, far, slack = each.offset, each.offset + each.width, mm(2)
            corners = [(near, slack), (far, slack), (far, -WALL - slack), (near, -WALL - slack)]
            band = band.difference(Polygon([room.on_wall(i, along, out) for along, out in corners]))
    shapes = [
        shape for shape in (band.geoms if isinstance(band, MultiPolygon) else (band,)) if isinstance(shape, Polygon)
    ]
    rings = [_ring(iter(ring.coords), view) for shape in shapes for ring in (shape.exterior, *shape.interiors)]
    return Path(tuple(rings), WALL_FILL)


def _opening(room: Room, wall: int, opening: Opening, view: View) -> Iterator[Item]:
    return opening_items(opening, lambda along, out: _on_paper(room, wall, along, out, view), WALL)


def _obstacle(obstacle: Obstacle, view: View) -> tuple[Item, ...]:
    x, y = view.at(obstacle.x, obstacle.y)
    width, height = view.size(obstacle.length), view.size(obstacle.width)
    return obstacle_sign(obstacle.kind, x, y, width, height, circle=obstacle.round)


def _hung_over(design: Design, view: View) -> Iterator[Item]:
    """The outline of what hangs over furniture, dashed: a boiler above base units."""
    shapes = [each.footprint(design.room) for each in design.layout.placements]
    for each in design.room.obstacles:
        if each.z > 0 and any(shape.intersects(each.footprint) for shape in shapes):
            left, low, right, high = (round(edge) for edge in each.footprint.bounds)
            corners = ((left, low), (right, low), (right, high), (left, high))
            yield Polyline(tuple(view.at(*corner) for corner in corners), HIDDEN, closed=True)


def _footprint(room: Room, placement: Placement, cabinet: Cabinet | None, fill: str, view: View) -> Iterator[Item]:
    """Outline and the line between carcass and fronts; hung cabinets dashed, as in a cut below them."""
    corner = cabinet is not None and placement.kind in {each.code for each in kinds() if each.corner}
    shape = round_corner(placement, cabinet, room) if cabinet and corner else placement.footprint(room)
    hung = placement.elevation > 0
    ring = _ring(iter(shape.exterior.coords), view)
    yield Polyline(ring, HIDDEN if hung else Stroke(0.35), None if hung else fill, closed=True)
    near, far = placement.offset, placement.offset + placement.width
    carcass = 0 if cabinet is None or corner else cabinet.carcass_depth
    if 0 < carcass < placement.depth:
        left, right = (_on_paper(room, placement.wall, along, placement.out + carcass, view) for along in (near, far))
        yield Line(left, right, Stroke(0.13))


def _dimensions(design: Design, view: View, locale: Locale) -> Iterator[Item]:
    """Outside each wall: its openings, then its furniture, then its length, outermost.

    Behind an inward corner the outsides of two walls face each other, and their chains would cross: there the
    second wall has its chains on the side of the room, or the first where something stands in their way.
    """
    room = design.room
    inner = _chains_inside(design, view)
    sides: list[Side] = []
    for i, wall in enumerate(room.walls):
        stands = [mark for each in design.layout.placements if each.wall == i and not each.out for mark in _span(each)]
        cuts = [mark for each in wall.openings for mark in (each.offset, each.offset + each.width)]
        inside = i in inner
        side = _side(room, i, view, locale, inside=inside)
        for marks in (*filter(None, (cuts, stands)), []):
            stations = [0, *marks, wall.length]
            side.chain([wall.length - mark for mark in stations] if inside else stations)
        sides.append(side)
        yield from side.items
    yield from _wall_numbers(room, sides, inner)


def _numbers_of_walls(room: Room, view: View, locale: Locale) -> Iterator[Item]:
    """The number of each wall close outside it."""
    sides = [_side(room, wall, view, locale, inside=False) for wall in range(len(room.walls))]
    yield from _wall_numbers(room, sides, set())


def _wall_numbers(room: Room, sides: Sequence[Side], inner: set[int]) -> Iterator[Item]:
    """The number of each wall in a ring, outside of its chains, where no size and no other ring stands."""
    space = Space()
    for side in sides:
        for text in (item for item in side.items if isinstance(item, Text)):
            space.take(box_of(text))
    for wall, side in enumerate(sides):
        start, end = (side.view.at(*corner) for corner in room.corners[wall : wall + 2])
        least = -side.view.size(WALL) - RING - 1.0 if wall in inner else side.reach + RING + 1.4
        spots = [
            side.at(math.dist(start, end) * share, least + (-out if wall in inner else out))
            for out in (0.0, 6.0, 12.0, 18.0)
            for share in (0.5, 0.35, 0.65, 0.2, 0.8)
        ]
        boxes = {spot: (spot[0] - RING, spot[1] - RING, spot[0] + RING, spot[1] + RING) for spot in spots}
        x, y = spot = next((each for each in spots if space.is_free(boxes[each])), spots[0])
        space.take(boxes[spot])
        yield Circle(x, y, RING, THIN, "#ffffff")
        yield Text(x, y - 0.36 * IDS * POINT, str(wall + 1), IDS, Anchor.MIDDLE, bold=True, max_width=2 * RING - 0.6)


def _chains_inside(design: Design, view: View) -> set[int]:
    """The walls with their chains on the side of the room: one beside every inward corner, if it is free there."""
    room = design.room
    stands: list[BaseGeometry] = [each.footprint(room) for each in design.layout.placements]
    stands += [swing(room, i, each) for i, wall in enumerate(room.walls) for each in wall.openings]

    def free(wall: int) -> bool:
        length, reach = room.walls[wall].length, round(CHAINS * 1000 * view.scale)
        corners = ((mm(1), mm(1)), (length - mm(1), mm(1)), (length - mm(1), reach), (mm(1), reach))
        strip = Polygon([room.on_wall(wall, along, out) for along, out in corners])
        return not any(strip.intersects(shape) for shape in stands)

    pairs = [(i, (i - 1) % len(room.walls)) for i in range(len(room.walls)) if room.walls[i - 1].turn < 0]
    return {next((wall for wall in pair if free(wall)), -1) for pair in pairs} - {-1}


def _side(room: Room, wall: int, view: View, locale: Locale, *, inside: bool) -> Side:
    """Where the chains of a wall begin, clear of doors that swing across them."""
    start, end = (view.at(*corner) for corner in room.corners[wall : wall + 2])
    if inside:
        start, end = end, start
    span = math.dist(start, end)
    along = ((end[0] - start[0]) / span, (end[1] - start[1]) / span)
    swing = "in" if inside else "out"
    doors = (each for each in room.walls[wall].openings if each.kind is OpeningKind.DOOR and each.swing == swing)
    clear = max((each.width for each in doors), default=0) + (0 if inside else WALL)
    return Side(start, along, view, view.size(clear) + 2.0, locale=locale)


def _span(placement: Placement) -> tuple[Length, Length]:
    return (placement.offset, placement.offset + placement.width)
