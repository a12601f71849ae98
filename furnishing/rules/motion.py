"""What doors, drawers, flaps and appliances sweep over in plan as they open, and between which heights."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from furnishing.cabinets.cabinet import Cabinet, Front, Opens, Use
from furnishing.parts import Part
from furnishing.units import Length, mm

Place = Callable[[float, float], tuple[float, float]]
"""From the plan of a cabinet to that of the room."""
STEP: Final = 5
"""Degrees between two positions of a door that are looked at."""
OPEN: Final = 90
APPLIANCES: Final = frozenset({Use.OVEN, Use.MICROWAVE})
"""Appliances with a door of their own that drops down; others carry a front of the cabinet."""
INSET: Final[Length] = mm(1)
"""Neighbours touch; only what goes further into something than this hits it."""


@dataclass(frozen=True, slots=True)
class Motion:
    """The way of one front: its `shape` in plan, from `low` to `high`, and how far it goes (`reach`).

    `turns` is the pivot, the closed tip and the open tip of a door; None of what comes straight out.
    """

    cabinet: str
    front: str
    opens: Opens
    shape: Polygon
    low: Length
    high: Length
    reach: Length
    turns: tuple[tuple[float, float], tuple[float, float], tuple[float, float]] | None = None

    def meets(self, low: Length, high: Length) -> bool:
        """Whether it passes between two heights."""
        return self.low + INSET < high and low + INSET < self.high

    def opens_to(self, blocker: BaseGeometry) -> int:
        """Of a door: how many degrees it opens before it meets something, in steps, at most 90."""
        if self.turns is None:
            return 0
        pivot, closed, opened = self.turns
        (ax, ay), (bx, by) = _minus(closed, pivot), _minus(opened, pivot)
        for degrees in range(0, OPEN + STEP, STEP):
            turn = math.radians(degrees)
            tip = (
                pivot[0] + ax * math.cos(turn) + bx * math.sin(turn),
                pivot[1] + ay * math.cos(turn) + by * math.sin(turn),
            )
            if LineString([pivot, tip]).intersects(blocker):
                return max(degrees - STEP, 0)
        return OPEN

    def comes_out(self, blocker: BaseGeometry) -> Length:
        """Of what comes straight out: how far it can before it meets something."""
        (x0, y0), (x1, y1) = self.shape.exterior.coords[0], self.shape.exterior.coords[1]
        face = LineString([(x0, y0), (x1, y1)])
        met = blocker.intersection(self.shape)
        return self.reach if met.is_empty else min(self.reach, math.floor(face.distance(met)))


def _minus(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] - other[0], one[1] - other[1])


def motions(cabinet: Cabinet, place: Place, elevation: Length) -> Iterator[Motion]:
    """Every motion of a cabinet whose plan `place` puts into the room, `elevation` above the floor."""
    parts = {part.id: part for part in cabinet.parts}
    for front in cabinet.fronts:
        boards = [parts[id] for id in (front.part, *front.others) if id in parts]
        if not boards:
            continue
        if front.opens in {Opens.LEFT, Opens.RIGHT}:
            yield _door(cabinet, front, boards, place, elevation)
        elif front.opens in {Opens.PULL, Opens.DOWN, Opens.UP}:
            yield _straight(cabinet, front, boards, place, elevation)
    for space in cabinet.spaces:
        if space.use in APPLIANCES:
            box = space.box
            span = (box.x, box.x + box.dx, box.z, box.z + box.dz)
            named = f"{cabinet.id}.{space.use.value}"
            yield _out(cabinet, named, Opens.DOWN, span, cabinet.depth, box.dz, place, elevation)


def _span(boards: list[Part]) -> tuple[Length, Length, Length, Length]:
    """Left, right, low and high of a front."""
    return (
        min(part.box.x for part in boards),
        max(part.box.x + part.box.dx for part in boards),
        min(part.box.z for part in boards),
        max(part.box.z + part.box.dz for part in boards),
    )


def _door(cabinet: Cabinet, front: Front, boards: list[Part], place: Place, elevation: Length) -> Motion:
    left, right, low, high = _span(boards)
    face = max(part.box.y + part.box.dy for part in boards)
    hinge, sign = (left, 1) if front.opens is Opens.LEFT else (right, -1)
    wide = right - left - 2 * INSET
    hinge += sign * INSET
    ring = [
        place(hinge + sign * wide * math.cos(math.radians(turn)), face + wide * math.sin(math.radians(turn)))
        for turn in range(0, OPEN + 1, 3 * STEP)
    ]
    pivot = place(hinge, face)
    return Motion(
        cabinet.id,
        front.part,
        front.opens,
        Polygon([pivot, *ring]),
        elevation + low,
        elevation + high,
        right - left,
        (pivot, ring[0], ring[-1]),
    )


def _straight(cabinet: Cabinet, front: Front, boards: list[Part], place: Place, elevation: Length) -> Motion:
    left, right, low, high = _span(boards)
    face = max(part.box.y + part.box.dy for part in boards)
    if front.opens is Opens.PULL:
        runs = [
            part.length
            for part in cabinet.parts
            if part.role == "drawer-side" and low <= part.box.z < high and left <= part.box.x < right
        ]
        reach = max(runs, default=cabinet.carcass_depth)
    else:
        reach = high - low
    return _out(cabinet, front.part, front.opens, (left, right, low, high), face, reach, place, elevation)


def _out(
    cabinet: Cabinet,
    name: str,
    opens: Opens,
    span: tuple[Length, Length, Length, Length],
    face: Length,
    reach: Length,
    place: Place,
    elevation: Length,
) -> Motion:
    left, right, low, high = span
    a, b = left + INSET, right - INSET
    shape = Polygon([place(a, face), place(b, face), place(b, face + reach), place(a, face + reach)])
    return Motion(cabinet.id, name, opens, shape, elevation + low, elevation + high, reach)
