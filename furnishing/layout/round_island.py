"""What is told of an island: its size, its aisle, the ways round it; and why a room has no place for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from shapely import Polygon, union_all
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.kind import Zone
from furnishing.layout import measures
from furnishing.layout.arrange import Item
from furnishing.layout.berth import MM, Floor, body_of
from furnishing.layout.legs import bands, spans_of
from furnishing.layout.limits import limits
from furnishing.layout.placing import stand_of, worktop_depth
from furnishing.programme import Shape
from furnishing.room import Room
from furnishing.rooms.ceiling import HEAD
from furnishing.style import Style
from furnishing.units import Length, show

FAR: Final = 20 * HEAD
HALF: Final = 0.7
"""Walls whose directions have more than this in common lie rather along an island than across it."""

if TYPE_CHECKING:
    from furnishing.layout.search import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Island:
    """An island as it stands: the length of its worktop, the floor before its fronts, the narrowest way round it.

    `along` and `across` are how much narrower the room may be, along its `wall` and out of it, with all ways kept.
    """

    wall: int
    length: Length
    aisle: Length
    way: Length
    along: Length
    across: Length


def islands(items: Sequence[Item], room: Room, style: Style) -> Iterator[Island]:
    """The islands of a kitchen, measured from worktop to worktop, in whole millimetres."""
    walls, body, rules = measures.frames(room), body_of(style), limits()
    runs = [_ground(item, style, walls) for item in items if not item.out and not stand_of(item, style).elevation]
    still = [room.outline.exterior, *(each.footprint for each in room.obstacles if each.z < HEAD)]
    around = union_all([*runs, *still])
    # Runs want an aisle where walls want a way.
    wider = rules.island_aisle_least - rules.island_way
    kept = union_all([*(each.buffer(wider, join_style="mitre") for each in runs), *still])
    for row in measures.base_rows([each for each in items if each.out and each.role == "storage"]):
        frame, start, end = walls[row[0].wall], row[0].offset - body.end, row[-1].end + body.end
        near, far = row[0].out - body.back, row[0].out + body.front
        whole = _block(frame, start, end, near, far)
        aisle = _reach(whole, around, _block(frame, start, end, far, far + FAR))
        behind = _reach(whole, kept, _block(frame, start, end, near - FAR, near))
        left = _reach(whole, kept, _block(frame, start - FAR, start, near, far))
        right = _reach(whole, kept, _block(frame, end, end + FAR, near, far))
        yield Island(
            wall=row[0].wall,
            length=end - start,
            aisle=aisle,
            way=round(whole.distance(around)) // MM * MM,
            along=max(left + right - 2 * rules.island_way, 0),
            across=max(aisle - rules.island_aisle_least + behind - rules.island_way, 0),
        )


def _block(frame: measures.Frame, start: Length, end: Length, near: Length, far: Length) -> Polygon:
    return Polygon([frame.point(*each) for each in ((start, near), (end, near), (end, far), (start, far))])


def _reach(whole: Polygon, around: BaseGeometry, strip: Polygon) -> Length:
    """How far a strip beside an island is free, in whole millimetres."""
    return round(whole.distance(around.intersection(strip))) // MM * MM


def narrower(items: Sequence[Item], room: Room, style: Style) -> Iterator[tuple[int, Length]]:
    """By how much each wall may be shorter before an island loses a way or its aisle."""
    walls = measures.frames(room)
    for island in islands(items, room, style):
        own = walls[island.wall]
        for number, each in enumerate(walls):
            yield number, island.along if abs(own.ux * each.ux + own.uy * each.uy) > HALF else island.across


def _ground(item: Item, style: Style, walls: Sequence[measures.Frame]) -> Polygon:
    """The floor below an item and the worktop on it; of a unit round a corner both of its arms."""
    depth, deep = stand_of(item, style).depth, worktop_depth(style)
    corners = [(item.offset, 0), (item.end, 0), (item.end, depth), (item.offset, depth)]
    if item.role == "corner":
        corners[2:] = [(item.end, deep), (item.offset + deep, deep), (item.offset + deep, depth), (item.offset, depth)]
    elif item.zone is Zone.BASE:
        corners[2:] = [(item.end, max(depth, deep)), (item.offset, max(depth, deep))]
    return Polygon([walls[item.wall].point(*each) for each in corners])


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """What is missing for an island: depth of the room (`deep`) or length; how much; why, and what would make room."""

    deep: bool
    short: Length
    says: str
    way: str


def why_no_island(task: Task) -> Iterator[str]:
    """What an island lacks in a room: a wall across, depth, length, or what stands in its place; with lengths.

    Before which walls one finds room, where it does and was asked for.
    """
    room, floor = task.room, Floor(room=task.room, style=task.style)
    zones = bands(task.style, limits().worktop_thickness)
    found: list[Lack] = []
    fits: list[int] = []
    for wall in range(len(room.walls)):
        spans = spans_of(room, wall, {Zone.BASE: zones[Zone.BASE]}, task.construction)[Zone.BASE]
        run = [_run(wall, each.start, each.length) for each in spans if each.length >= limits().run_least]
        if wall not in task.pins.forbidden and run:
            for lack in _lacks(floor, run, wall):
                found += [lack] if lack.short > 0 else []
                fits += [wall] if lack.short <= 0 else []
    if fits:
        if task.programme.kitchen.shape is Shape.ISLAND:
            names = ", ".join(str(wall + 1) for wall in dict.fromkeys(fits))
            yield f"an island finds room before wall {names} only, and where no other run takes its ways"
        return
    if not found:
        yield "an island needs two walls that face each other in parallel, with a run along one of them"
    for deep in (True, False):
        least = min(
            (each for each in found if each.deep is deep), key=lambda each: (each.short, each.says), default=None
        )
        if least is not None:
            yield least.says


def least_lack(items: Sequence[Item], walls: Iterable[int], task: Task) -> Lack | None:
    """Where a layout lacks least for an island before one of its runs; None where none of them has a wall across."""
    floor = Floor(room=task.room, style=task.style)
    stands = [each for each in items if not each.out and not stand_of(each, task.style).elevation]
    found = [lack for wall in sorted(walls) for lack in _lacks(floor, stands, wall)]
    return min(found, key=lambda each: (each.short, each.says), default=None)


def _run(wall: int, offset: Length, width: Length) -> Item:
    return Item(role="", kind="base-doors", wall=wall, offset=offset, width=width, zone=Zone.BASE)


def _lacks(floor: Floor, items: Sequence[Item], wall: int) -> Iterator[Lack]:
    """What an island before the run on a wall lacks off each wall across the room; none or less where it fits."""
    rules, body = limits(), body_of(floor.style)
    deep, least = body.front + body.back, rules.island_least + 2 * body.end
    ahead = worktop_depth(floor.style)
    need = ahead + rules.island_aisle_least + deep + rules.island_way
    for behind in floor.behind(wall):
        has = _across(floor, wall, behind)
        if has < need:
            yield Lack(
                deep=True,
                short=need - has,
                says=(
                    f"an island before wall {wall + 1} needs {show(need)} mm up to wall {behind + 1}: {show(ahead)} mm "
                    f"of run, an aisle of {show(rules.island_aisle_least)} mm, {show(deep)} mm of island and a way of "
                    f"{show(rules.island_way)} mm behind it; there are {show(has)} mm, so that the way behind it is "
                    f"{show(need - has)} mm too narrow"
                ),
                way=f"{show(need - has)} mm more between walls {wall + 1} and {behind + 1}",
            )
            continue
        length = max((each.length for each in floor.berths(items, wall) if each.wall == behind), default=0)
        short = least - max(length, 0)
        yield Lack(
            deep=False,
            short=short,
            says=(
                f"an island before wall {wall + 1} needs {show(least)} mm of worktop with ways of "
                f"{show(rules.island_way)} mm round it; walls, doors and what stands in the room leave "
                f"{show(max(length, 0))} mm, {show(short)} mm too few"
            ),
            way=f"{show(short)} mm more along wall {wall + 1}, clear of runs, doors and what stands in the room",
        )


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
