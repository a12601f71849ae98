"""Islands on paper: the elevation of their fronts, and how they are set out on the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from shapely import LineString, union_all
from shapely.geometry.base import BaseGeometry

from furnishing.catalogue import Catalogue
from furnishing.design import Design
from furnishing.layout.placement import Placement
from furnishing.room import Room
from furnishing.rooms.ceiling import HEAD
from furnishing.units import Length, mm, whole_mm
from reports.chains import Side
from reports.dimensions import View
from reports.drawing import Item, Line, Stroke
from reports.room_elevation import cabinet_items
from reports.room_elevation_chains import floor_ids, id_rows, plinth_tops
from reports.symbols import colours
from reports.text.locale import METRIC_ENGLISH, Locale

FAR: Final[Length] = mm(30_000)


def islands(design: Design) -> tuple[int, ...]:
    """The walls behind islands, in their order: what stands off one wall is shown as one island."""
    return tuple(sorted({each.wall for each in design.layout.placements if each.out}))


def _of(design: Design, wall: int) -> list[Placement]:
    return [each for each in design.layout.placements if each.wall == wall and each.out]


def island_length(design: Design, wall: int) -> Length:
    """From its left end to its right one."""
    placements = _of(design, wall)
    return max(each.offset + each.width for each in placements) - min(each.offset for each in placements)


def island_items(
    design: Design,
    catalogue: Catalogue | None,
    wall: int,
    view: View,
    locale: Locale = METRIC_ENGLISH,
    *,
    dimensions: bool = True,
) -> list[Item]:
    """The fronts of an island as one stands before them, its left end on the floor at the origin of `view`."""
    placements = _of(design, wall)
    left = min(each.offset for each in placements)
    placements = [replace(each, offset=each.offset - left) for each in placements]
    placements.sort(key=lambda each: (each.out + each.depth, each.offset, each.elevation))
    cabinets, look = {each.id: each for each in design.cabinets}, colours(catalogue)
    items: list[Item] = []
    for each in placements:
        items += cabinet_items(cabinets[each.cabinet], each, look, view)
    x, y = view.at(0, 0)
    end = view.at(island_length(design, wall), 0)[0]
    items.append(Line((x - 4.0, y), (end + 4.0, y), Stroke(0.7)))
    # What lies behind or on top is named in the schedule: below the floor line stand the units and the ends.
    named = [each for each in placements if each.elevation == 0 and each.out == max(one.out for one in placements)]
    items += floor_ids(named, view)
    if dimensions:
        items += _chains(design, placements, named, view, locale)
    return items


def _front(placement: Placement) -> Length:
    return placement.out + placement.depth


def _chains(
    design: Design, placements: Sequence[Placement], named: Sequence[Placement], view: View, locale: Locale
) -> Iterator[Item]:
    """Below its units, with what the worktop hangs over, and its worktop; on the left plinth, units and worktop."""
    length = max(each.offset + each.width for each in placements)
    below = Side(view.at(length, 0), (-1.0, 0.0), view, reach=5.0 + 3.6 * id_rows(named, view), locale=locale)
    ends = {mark for each in named for mark in (each.offset, each.offset + each.width)}
    below.chain([length - mark for mark in {0, *ends, length}])
    below.chain([0, length])
    heights = {mark for each in placements for mark in (each.elevation, each.elevation + each.height)}
    left = Side(view.at(0, 0), (0.0, 1.0), view, locale=locale)
    left.chain([0, *plinth_tops(design, placements), *heights])
    left.chain([0, max(heights)])
    for side in (below, left):
        yield from side.items


def island_chains(design: Design, view: View, locale: Locale) -> Iterator[Item]:
    """On the plan, for each island: the aisle, its depth and the way behind it; its length and the ways at its ends.

    Beside its right end and behind its back, from what ends each way to what ends the next.
    """
    room = design.room
    solid: list[BaseGeometry] = [room.outline.exterior]
    solid += [each.footprint(room) for each in design.layout.placements if not each.out and each.elevation < HEAD]
    solid += [each.footprint for each in room.obstacles if each.z < HEAD]
    around = union_all(solid)
    for wall in islands(design):
        placements = _of(design, wall)
        left, right = min(each.offset for each in placements), max(each.offset + each.width for each in placements)
        near, far = min(each.out for each in placements), max(_front(each) for each in placements)
        inside = right - mm(1)
        behind = _free(room, wall, (inside, near), (inside, near - FAR), around)
        ahead = _free(room, wall, (inside, far), (inside, far + FAR), around)
        yield from _chain(room, wall, view, locale, ((right, near - behind), (right, far)), [behind, far - near, ahead])
        inside = near + mm(1)
        before = _free(room, wall, (left, inside), (left - FAR, inside), around)
        after = _free(room, wall, (right, inside), (right + FAR, inside), around)
        yield from _chain(
            room, wall, view, locale, ((left - before, near), (right, near)), [before, right - left, after]
        )


def _free(
    room: Room, wall: int, start: tuple[Length, Length], end: tuple[Length, Length], around: BaseGeometry
) -> Length:
    """How far it is from a point before a wall towards another until something stands in the way; whole millimetres."""
    one, other = room.on_wall(wall, *start), room.on_wall(wall, *end)
    met = LineString([one, other]).intersection(around)
    return 0 if met.is_empty else whole_mm(LineString([one, one]).distance(met))


def _chain(
    room: Room,
    wall: int,
    view: View,
    locale: Locale,
    ends: tuple[tuple[Length, Length], tuple[Length, Length]],
    lengths: Sequence[Length],
) -> Iterator[Item]:
    """A chain of lengths that begins at the first of two points before a wall and runs towards the second."""
    start, other = (view.at(*(round(each) for each in room.on_wall(wall, *point))) for point in ends)
    span = ((other[0] - start[0]) ** 2 + (other[1] - start[1]) ** 2) ** 0.5
    along = ((other[0] - start[0]) / span, (other[1] - start[1]) / span)
    side = Side(start, along, view, reach=1.5, locale=locale)
    side.chain([sum(lengths[:number]) for number in range(len(lengths) + 1)])
    yield from side.items
