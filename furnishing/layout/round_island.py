"""What is told of an island: its size, its aisle, the ways round it; and why a room has no place for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from shapely import Polygon, union_all

from furnishing.cabinets.kind import Zone
from furnishing.layout import measures
from furnishing.layout.arrange import Item
from furnishing.layout.berth import HEAD, MM, Floor, body_of
from furnishing.layout.legs import bands, spans_of
from furnishing.layout.limits import limits
from furnishing.layout.placing import stand_of
from furnishing.room import Room
from furnishing.style import Style
from furnishing.units import Length, show

if TYPE_CHECKING:
    from furnishing.layout.search import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Island:
    """An island as it stands: the length of its worktop, the floor before its fronts, the narrowest way round it."""

    length: Length
    aisle: Length
    way: Length


def islands(items: Sequence[Item], room: Room, style: Style) -> Iterator[Island]:
    """The islands of a kitchen, measured from worktop to worktop, in whole millimetres."""
    walls, body = measures.frames(room), body_of(style)
    fixed = [_ground(item, style, walls) for item in items if not item.out and not stand_of(item, style).elevation]
    fixed += [each.footprint for each in room.obstacles if each.z < HEAD]
    around = union_all([*fixed, room.outline.exterior])
    units = [each for each in items if each.out and each.role == "storage"]
    for row in measures.base_rows(units):
        start, end, out = row[0].offset - body.end, row[-1].end + body.end, row[0].out
        frame = walls[row[0].wall]

        def strip(
            near: Length, far: Length, frame: measures.Frame = frame, start: int = start, end: int = end
        ) -> Polygon:
            return Polygon([frame.point(*each) for each in ((start, near), (end, near), (end, far), (start, far))])

        whole = strip(out - body.back, out + body.front)
        ahead = around.intersection(strip(out + body.front, out + body.front + 20 * HEAD))
        yield Island(
            length=end - start,
            aisle=round(whole.distance(ahead)) // MM * MM,
            way=round(whole.distance(around)) // MM * MM,
        )


def _ground(item: Item, style: Style, walls: Sequence[measures.Frame]) -> Polygon:
    """The floor below an item and the worktop on it; of a unit round a corner both of its arms."""
    depth, deep = stand_of(item, style).depth, max(limits().worktop_depth, style.base_depth)
    corners = [(item.offset, 0), (item.end, 0), (item.end, depth), (item.offset, depth)]
    if item.role == "corner":
        corners[2:] = [(item.end, deep), (item.offset + deep, deep), (item.offset + deep, depth), (item.offset, depth)]
    elif item.zone is Zone.BASE:
        corners[2:] = [(item.end, max(depth, deep)), (item.offset, max(depth, deep))]
    return Polygon([walls[item.wall].point(*each) for each in corners])


def why_no_island(task: Task) -> Iterator[str]:
    """What an island lacks in a room: a wall across, depth, length, or what stands in its place; with lengths.

    Nothing where one finds room before a run that has its wall to itself.
    """
    room, style, rules = task.room, task.style, limits()
    floor, body = Floor(room=room, style=style), body_of(style)
    least = rules.island_least + 2 * body.end
    zones = bands(style, rules.worktop_thickness)
    found: dict[bool, list[tuple[Length, str]]] = {}
    for wall in range(len(room.walls)):
        spans = spans_of(room, wall, {Zone.BASE: zones[Zone.BASE]}, task.construction)[Zone.BASE]
        run = [_run(wall, each.start, each.length) for each in spans if each.length >= rules.run_least]
        if wall in task.pins.forbidden or not run:
            continue
        for behind in floor.behind(wall):
            length = max((each.length for each in floor.berths(run, wall) if each.wall == behind), default=0)
            if length >= least:
                return
            deep, lack, says = _lack(floor, run, wall, behind, max(length, 0))
            found.setdefault(deep, []).append((lack, says))
    if not found:
        yield "an island needs two walls that face each other in parallel, with a run along one of them"
    for deep in sorted(found, reverse=True):
        yield min(found[deep])[1]


def _run(wall: int, offset: Length, width: Length) -> Item:
    return Item(role="", kind="base-doors", wall=wall, offset=offset, width=width, zone=Zone.BASE)


def _lack(floor: Floor, run: Sequence[Item], wall: int, behind: int, length: Length) -> tuple[bool, Length, str]:
    """Whether depth is missing before a wall, or length; how much; and the sentence that says so."""
    rules, body = limits(), body_of(floor.style)
    deep, least = body.front + body.back, rules.island_least + 2 * body.end
    ahead = max(rules.worktop_depth, floor.style.base_depth)
    need = ahead + rules.island_aisle_least + deep + rules.island_way
    has = _across(floor, wall, behind)
    if has < need:
        says = (
            f"an island before wall {wall + 1} needs {show(need)} mm up to wall {behind + 1}: {show(ahead)} mm of run, "
            f"an aisle of {show(rules.island_aisle_least)} mm, {show(deep)} mm of island and a way of "
            f"{show(rules.island_way)} mm behind it; there are {show(has)} mm, so that the way behind it is "
            f"{show(need - has)} mm too narrow"
        )
        return True, need - has, says
    short = least - length
    says = (
        f"an island before wall {wall + 1} needs {show(least)} mm of worktop with ways of {show(rules.island_way)} mm "
        f"round it; walls, doors and what stands in the room leave {show(length)} mm, {show(short)} mm too few"
    )
    return False, short, says


def _across(floor: Floor, wall: int, behind: int) -> Length:
    """How far two walls are apart."""
    frame, other = floor.walls[wall], floor.walls[behind]
    across = (other.x - frame.x) * frame.uy - (other.y - frame.y) * frame.ux
    return round(across) // MM * MM


def tight(items: Sequence[Item], room: Room, style: Style) -> Iterator[str]:
    """Aisles of islands that are wide enough for one cook, not for two."""
    rules = limits()
    for island in islands(items, room, style):
        if island.aisle < rules.island_aisle_good:
            yield (
                f"{show(island.aisle)} mm between the island and the run before it; "
                f"{show(rules.island_aisle_least)} mm is the least, {show(rules.island_aisle_good)} mm is good"
            )
