"""Where an island may stand: before a run, with an aisle to work in and ways to walk round it.

An island is a row of base units that stands free. It belongs to the wall behind its back, so that its fronts face the
run before it as all fronts face away from their walls; its distance from that wall is `out`. Everything here is in the
coordinates of that wall: x along it from its left end, y out of it; what stands askew takes the box around it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from shapely import box
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.kind import Zone
from furnishing.layout.arrange import Item
from furnishing.layout.free_space import gaps, pieces_of, to_wall
from furnishing.layout.limits import limits
from furnishing.layout.measures import Frame, frames
from furnishing.layout.placing import stand_of, worktop_depth
from furnishing.room import Room
from furnishing.rooms.ceiling import HEAD, low_ceiling
from furnishing.rooms.swings import swing
from furnishing.style import Style
from furnishing.units import MICROMETRES, Length

MM: Final = MICROMETRES["mm"]
SLACK: Final[Length] = 100
"""Micrometres: corners are rounded, so what meets may seem to overlap by some of them."""

PARALLEL: Final = 1.0
"""Degrees by which the wall behind an island may be out of line with the run before it: 42 mm over its length."""

Box = tuple[float, float, float, float]
"""Left, near, right, far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Berth:
    """Room for an island: its worktop may lie from `start` to `end` along `wall`; its units stand `out` off it.

    `middle` is that of the run it stands before.
    """

    wall: int
    out: Length
    start: Length
    end: Length
    middle: Length

    @property
    def length(self) -> Length:
        """The longest worktop that finds room."""
        return self.end - self.start


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """How deep an island is: `front` from the backs of its units to the front edge of its worktop, `back` behind."""

    front: Length
    back: Length
    end: Length


def body_of(style: Style) -> Body:
    """Of units with panels behind and beside them, and a worktop that hangs over all of it. `end` is at each end."""
    rules = limits()
    behind = style.front_thickness + rules.island_overhang
    return Body(front=worktop_depth(style), back=behind, end=behind)


@dataclass(slots=True, kw_only=True)
class Floor:
    """A room as islands see it; it remembers what of it is taken in each strip that was asked for."""

    room: Room
    style: Style
    walls: tuple[Frame, ...] = field(init=False)
    taken: dict[tuple[int, Length], tuple[tuple[float, float], ...]] = field(default_factory=dict)
    opposite: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.walls = frames(self.room)

    def behind(self, wall: int) -> tuple[int, ...]:
        """The walls that face `wall` across the room, parallel to it."""
        if wall not in self.opposite:
            self.opposite[wall] = tuple(
                other
                for other in range(len(self.walls))
                if other != wall and _opposed(self.walls[wall], self.walls[other]) <= PARALLEL
            )
        return self.opposite[wall]

    def berths(self, items: Sequence[Item], facing: int) -> Iterator[Berth]:
        """Where an island may stand before the run on a wall, with the wider aisle first."""
        rules, body = limits(), body_of(self.style)
        for wall in self.behind(facing):
            boxes = list(self._boxes(items, wall))
            run = [each for own, each in boxes if own == facing]
            if not run:
                continue
            line, middle = min(each[1] for each in run), _middle(run)
            most = line - body.front - rules.island_aisle_least
            least = body.back + rules.island_way
            good = max(line - body.front - rules.island_aisle_good, least)
            for out in dict.fromkeys(math.floor(each / MM) * MM for each in (good, most)):
                if least <= out <= most:
                    yield from self._at(boxes, wall, out, middle)

    def berths_at(self, items: Sequence[Item], facing: int, wall: int, out: Length) -> Iterator[Berth]:
        """Where an island may stand so far off a wall, before the run on another."""
        boxes = list(self._boxes(items, wall))
        run = [each for own, each in boxes if own == facing]
        if run and wall in self.behind(facing):
            yield from self._at(boxes, wall, out, _middle(run))

    def _at(self, boxes: Iterable[tuple[int, Box]], wall: int, out: Length, middle: Length) -> Iterator[Berth]:
        """The free stretches of an island that stands so far off a wall, with ways round it."""
        rules, body = limits(), body_of(self.style)
        near, far = out - body.back - rules.island_way + SLACK, out + body.front + rules.island_way - SLACK
        wider = rules.island_aisle_least - rules.island_way
        blocks = [*self._of_room(wall, out)]
        for _, (left, low, right, high) in boxes:
            if low - wider < far and near < high + wider:
                blocks.append((left - wider - rules.island_way, right + wider + rules.island_way))
        for start, end in gaps(float(self.room.walls[wall].length), blocks):
            first, last = math.ceil(start / MM) * MM, math.floor(end / MM) * MM
            yield Berth(wall=wall, out=out, start=first, end=last, middle=middle)

    def _of_room(self, wall: int, out: Length) -> tuple[tuple[float, float], ...]:
        """Stretches of a wall that walls, what stands in the room, doors and low ceilings take of an island."""
        key = (wall, out)
        if key not in self.taken:
            rules, body = limits(), body_of(self.style)
            own = box(-HEAD * 20, out - body.back, HEAD * 20, out + body.front)
            around = own.buffer(rules.island_way - SLACK, join_style="mitre")
            room = self.room
            solid = [around.difference(to_wall(room, wall, room.outline))]
            solid += [to_wall(room, wall, each.footprint) for each in room.obstacles if each.z < HEAD]
            solid += [to_wall(room, wall, each) for each in low_ceiling(room, HEAD)]
            swept = [swing(room, number, each) for number, one in enumerate(room.walls) for each in one.openings]
            found = [(low - rules.island_way, high + rules.island_way) for low, high in _spans(around, solid)]
            found += _spans(own, [to_wall(room, wall, each) for each in swept if not each.is_empty])
            self.taken[key] = tuple(found)
        return self.taken[key]

    def _boxes(self, items: Sequence[Item], wall: int) -> Iterator[tuple[int, Box]]:
        """What stands on the floor with its wall, as deep as the worktop on it; a unit round a corner has two walls."""
        ahead = worktop_depth(self.style)
        for item in items:
            stand = stand_of(item, self.style)
            if stand.elevation > 0 or item.out > 0:
                continue
            depth = max(stand.depth, ahead) if item.zone is Zone.BASE else stand.depth
            if item.role == "corner":
                yield item.wall, self._seen(item, item.end, ahead, wall)
                before = (item.wall - 1) % len(self.walls)
                yield before, self._seen(item, item.offset + ahead, depth, wall)
            else:
                yield item.wall, self._seen(item, item.end, depth, wall)

    def _seen(self, item: Item, end: Length, depth: Length, wall: int) -> Box:
        frame, own = self.walls[wall], self.walls[item.wall]
        corners = [own.point(*each) for each in ((item.offset, 0), (end, 0), (end, depth), (item.offset, depth))]
        xs = [(x - frame.x) * frame.ux + (y - frame.y) * frame.uy for x, y in corners]
        ys = [(x - frame.x) * frame.uy - (y - frame.y) * frame.ux for x, y in corners]
        return min(xs), min(ys), max(xs), max(ys)


def _middle(run: Sequence[Box]) -> Length:
    return round((min(each[0] for each in run) + max(each[2] for each in run)) / 2)


def _opposed(one: Frame, other: Frame) -> float:
    """By how many degrees two walls fail to face each other; half a turn where one stands behind the other."""
    x, y = one.point(0, 1)
    ahead = any(
        (other.x + other.ux * far - one.x) * (x - one.x) + (other.y + other.uy * far - one.y) * (y - one.y) > 0
        for far in (0.0, MM)
    )
    return abs(math.degrees(math.acos(max(-1.0, min(1.0, -one.ux * other.ux - one.uy * other.uy))))) if ahead else 180.0


def _spans(strip: BaseGeometry, shapes: Iterable[BaseGeometry]) -> list[tuple[float, float]]:
    """From where to where along the wall shapes reach into a strip."""
    found = []
    for shape in shapes:
        for piece in pieces_of(shape.intersection(strip)):
            if piece.area > 0:
                left, _, right, _ = piece.bounds
                found.append((left, right))
    return found
