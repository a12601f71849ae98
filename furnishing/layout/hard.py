"""The rules that no layout of ours breaks, beyond what free space keeps: openings, swings, ceilings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from shapely import Polygon, STRtree
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.kind import Zone
from furnishing.layout.arrange import FILLER, Item, Row, narrow
from furnishing.layout.legs import End
from furnishing.layout.limits import limits
from furnishing.layout.measures import Frame, angled
from furnishing.layout.placing import stand_of
from furnishing.room import OpeningKind, Room
from furnishing.style import Style
from furnishing.units import MICROMETRES, Length, show

MM = MICROMETRES["mm"]

SLACK = 20
"""Micrometres that rounding of corners may seem to cost."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What rules are judged on: the room and its frames, the style, gas or not, and how deep neighbours reach."""

    room: Room
    style: Style
    walls: Sequence[Frame]
    outline: BaseGeometry
    gas: bool


def broken(
    items: Sequence[Item], rows: Sequence[Row], corners: Mapping[int, tuple[Length | None, Length | None]], on: Ground
) -> Iterator[str]:
    """Every rule that is broken, as a sentence. `corners`: for each wall the faces of the runs round its corners."""
    yield from _hob(items, rows, on)
    yield from _machines(items, corners)
    yield from _sink(items)
    yield from _aisles(rows, corners, on)
    yield from _slits(items, on)


def _slits(items: Sequence[Item], on: Ground) -> Iterator[str]:
    """Room between what stands on the floor, corner units too, that is too narrow to clean. Pins may leave some."""
    taken = [
        (each.wall, each.offset, each.end, each.pinned) for each in items if each.zone is not Zone.WALL and not each.out
    ]
    for before, depth in angled(items, len(on.room.walls)).items():
        length = on.room.walls[before].length
        taken.append((before, length - depth, length, False))
    for (wall, _, end, held), (other, start, _, too) in pairwise(sorted(taken)):
        if wall == other and narrow(start - end) and not (held or too):
            yield f"{show(start - end)} mm between two units of wall {wall + 1} cannot be cleaned"


def _hob(items: Sequence[Item], rows: Sequence[Row], on: Ground) -> Iterator[str]:
    rules = limits()
    for hob in (each for each in items if each.role == "hob"):
        least = rules.hob_from_tall_gas if on.gas else rules.hob_from_tall
        talls = [each for each in items if each.zone is Zone.TALL and each.role != FILLER]
        for tall in (each for each in talls if each.wall == hob.wall):
            between = _between(hob, tall)
            if between < least:
                yield f"the hob is {show(between)} mm from a tall unit; {show(least)} mm is the least"
        row = next(row for row in rows if row.wall == hob.wall and row.start <= hob.offset < row.end)
        for end, gap in ((row.left, hob.offset - row.start), (row.right, row.end - hob.end)):
            if end is not End.FLUSH and gap < rules.hob_from_wall:
                yield f"the hob is {show(gap)} mm from the end of its run; {show(rules.hob_from_wall)} mm is the least"
        for window in on.room.walls[hob.wall].openings:
            if window.kind is OpeningKind.WINDOW:
                between = max(window.offset - hob.end, hob.offset - window.end)
                if between < rules.hob_from_window:
                    yield f"the hob is {show(max(between, 0))} mm from a window"


def _machines(items: Sequence[Item], corners: Mapping[int, tuple[Length | None, Length | None]]) -> Iterator[str]:
    rules = limits()
    for role, least in (("dishwasher", rules.dishwasher_from_corner), ("oven", rules.oven_from_corner)):
        for item in (each for each in items if each.role == role or (role == "oven" and each.kind == "base-oven")):
            low, high = corners.get(item.wall, (None, None))
            if low is not None and item.offset - low < least:
                yield f"the {role} is {show(item.offset - low)} mm from a corner; {show(least)} mm is the least"
            if high is not None and high - item.end < least:
                yield f"the {role} is {show(high - item.end)} mm from a corner; {show(least)} mm is the least"


def _sink(items: Sequence[Item]) -> Iterator[str]:
    rules = limits()
    for sink in (each for each in items if each.role == "sink"):
        for other in items:
            if other.wall != sink.wall:
                continue
            between = _between(sink, other)
            if other.role == "hob" and between < rules.sink_hob_least:
                yield f"sink and hob are {show(between)} mm apart; {show(rules.sink_hob_least)} mm is the least"
            if other.role in {"dishwasher", "washer"} and between > rules.dishwasher_from_sink:
                yield f"the {other.role} is {show(between)} mm from the sink"


def _between(one: Item, other: Item) -> Length:
    return max(one.offset - other.end, other.offset - one.end)


def _aisles(
    rows: Sequence[Row], corners: Mapping[int, tuple[Length | None, Length | None]], on: Ground
) -> Iterator[str]:
    """Room to work before every row: no wall and no other row within the least aisle."""
    least, deep = limits().aisle_least, on.style.base_depth
    bodies = []
    for row in rows:
        depth = max(stand_of(each, on.style).depth for each in row.items)
        bodies.append((row, _block(on.walls[row.wall], row.items[0].offset, row.items[-1].end, 0, depth), depth))
    for row, _, depth in bodies:
        low, high = corners.get(row.wall, (None, None))
        start = max(row.items[0].offset, low or 0) + SLACK
        end = min(row.items[-1].end, high if high is not None else row.items[-1].end) - SLACK
        if end - start < (100 * MM):
            continue
        before = _block(on.walls[row.wall], start, end, depth + SLACK, depth + least - SLACK)
        if before.difference(on.outline).area > (100 * MM) ** 2:
            yield f"less than {show(least)} mm are free before wall {row.wall + 1}"
        for other, body, _ in bodies:
            if other is not row and other.wall != row.wall and before.intersection(body).area > (50 * MM) ** 2:
                around = {(row.wall, other.wall), (other.wall, row.wall)}
                side = _block(on.walls[row.wall], start + deep, end - deep, depth + SLACK, depth + least - SLACK)
                meets = any(value is not None for value in corners.get(row.wall, ())) and _next(around, on.room)
                if not meets or (end - start > 2 * deep and side.intersection(body).area > (50 * MM) ** 2):
                    yield f"the runs on walls {row.wall + 1} and {other.wall + 1} leave less than {show(least)} mm"


def _next(pairs: set[tuple[int, int]], room: Room) -> bool:
    count = len(room.walls)
    return any((one + 1) % count == other for one, other in pairs)


def _block(frame: Frame, start: float, end: float, near: float, far: float) -> Polygon:
    return Polygon([frame.point(*each) for each in ((start, near), (end, near), (end, far), (start, far))])


def clashes(items: Sequence[Item], on: Ground) -> Iterator[str]:
    """Units that share room with one another, or stand out of the room: the last check before an answer."""
    boxes = []
    for item in items:
        stand = stand_of(item, on.style)
        block = _block(on.walls[item.wall], item.offset, item.end, item.out, item.out + stand.depth)
        shape: BaseGeometry = block
        if item.role in {"corner", "hung corner"} and item.depth is not None:
            deep = on.style.base_depth if item.zone is Zone.BASE else on.style.wall_depth
            hollow = _block(on.walls[item.wall], item.offset + deep, item.end + 1, deep, stand.depth + 1)
            shape = block.difference(hollow)
        boxes.append((item, shape, stand.elevation, stand.elevation + stand.height))
    tree = STRtree([body for _, body, _, _ in boxes])
    for number, (item, body, low, high) in enumerate(boxes):
        for other in sorted(int(each) for each in tree.query(body)):
            if other <= number:
                continue
            beside, taken, bottom, top = boxes[other]
            if low < top and bottom < high and body.intersection(taken).area > (1 * MM) ** 2:
                yield f"{item.kind} on wall {item.wall + 1} and {beside.kind} on wall {beside.wall + 1} overlap"
