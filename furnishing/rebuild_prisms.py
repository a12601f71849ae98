"""The judge's geometry of parts that do not fill their boxes: prisms with a polygon for their section.

Sections have whole corners but slanting edges, so areas are Shapely's floats over micrometres. Corners that had to be
rounded to whole micrometres may overlap or gape by one: a sliver no wider than `SLIVER` counts as touching.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from shapely import Polygon, box

from furnishing.parts import Box, Part
from furnishing.units import Length

SLIVER: Final = 1.0
"""Micrometres."""
Ends = tuple[tuple[Length, Length], tuple[Length, Length], tuple[Length, Length]]


@dataclass(frozen=True, slots=True)
class Prism:
    """A shape in the two axes other than `axis`, in their rising order, drawn out from `low` to `high`."""

    axis: int
    shape: Polygon
    low: Length
    high: Length


def prisms(part: Part, blocks: Iterable[Box]) -> tuple[Prism, ...]:
    """The blocks of a part cut to its section; along z where it has none."""
    section = part.section
    axis = 2 if section is None else section.axis
    whole = None if section is None else Polygon(section.points)
    return tuple(_prism(block, axis, whole) for block in blocks)


def _prism(block: Box, axis: int, whole: Polygon | None) -> Prism:
    ends = ((block.x, block.x + block.dx), (block.y, block.y + block.dy), (block.z, block.z + block.dz))
    (u0, u1), (v0, v1) = (ends[each] for each in range(3) if each != axis)
    shape = box(u0, v0, u1, v1)
    if whole is not None:
        cut = shape.intersection(whole)
        # Sections are convex, so what is common is one polygon, or a line where they touch.
        shape = cut if isinstance(cut, Polygon) else Polygon()
    return Prism(axis, shape, *ends[axis])


def shared(one: Prism, other: Prism) -> int:
    """The volume that two prisms share, in cubic micrometres; 0 where they only touch."""
    if one.axis != other.axis:
        return _crossed(one, other)
    run = min(one.high, other.high) - max(one.low, other.low)
    if run <= 0:
        return 0
    common = one.shape.intersection(other.shape)
    return 0 if common.buffer(-SLIVER).is_empty else math.ceil(common.area * run)


def _crossed(one: Prism, other: Prism) -> int:
    """Of prisms along different axes: where a box contains one it is turned, else sums of thin slices."""
    for first, second in ((one, other), (other, one)):
        turned = _turned(first, second.axis)
        if turned is not None:
            return shared(turned, second)
    third = 3 - one.axis - other.axis
    spans = [_span(each, third) for each in (one, other)]
    low, high = max(span[0] for span in spans), min(span[1] for span in spans)
    if high - low <= 2 * SLIVER:
        return 0
    marks = sorted({low, high, *(at for each in (one, other) for at in _marks(each, third) if low < at < high)})
    total = 0.0
    for start, end in pairwise(marks):
        # Between corners both widths change evenly, so their product is a square: Simpson's rule is exact.
        values = [_slice(one, other, third, at) for at in (start, (start + end) / 2, end)]
        total += (end - start) * (values[0] + 4 * values[1] + values[2]) / 6
    return math.ceil(total) if total > SLIVER * (high - low) ** 2 else 0


def _turned(prism: Prism, axis: int) -> Prism | None:
    """A prism whose section is a rectangle as one along another axis; None for any other."""
    u0, v0, u1, v1 = prism.shape.bounds if not prism.shape.is_empty else (0, 0, 0, 0)
    if prism.shape.is_empty or abs(prism.shape.area - (u1 - u0) * (v1 - v0)) > SLIVER:
        return None
    ends: list[tuple[float, float]] = [(u0, u1), (v0, v1)]
    ends.insert(prism.axis, (prism.low, prism.high))
    (a0, a1), (b0, b1) = (ends[each] for each in range(3) if each != axis)
    return Prism(axis, box(a0, b0, a1, b1), round(ends[axis][0]), round(ends[axis][1]))


def _place(prism: Prism, axis: int) -> int:
    return [each for each in range(3) if each != prism.axis].index(axis)


def _span(prism: Prism, axis: int) -> tuple[float, float]:
    if prism.shape.is_empty:
        return (0, 0)
    low, high = prism.shape.bounds[_place(prism, axis)], prism.shape.bounds[_place(prism, axis) + 2]
    return (low, high)


def _marks(prism: Prism, axis: int) -> list[float]:
    return [point[_place(prism, axis)] for point in prism.shape.exterior.coords]


def _slice(one: Prism, other: Prism, third: int, at: float) -> float:
    """The area of the common slice of two prisms at a place of the axis that both sections share."""
    sides = []
    for each, beside in ((one, other), (other, one)):
        low, high = _across(each, third, at)
        sides.append(max(0.0, min(high, beside.high) - max(low, beside.low)))
    return sides[0] * sides[1]


def _across(prism: Prism, third: int, at: float) -> tuple[float, float]:
    place = _place(prism, third)
    u0, v0, u1, v1 = prism.shape.bounds
    line = box(at, v0, at, v1) if place == 0 else box(u0, at, u1, at)
    cut = prism.shape.intersection(line.exterior)
    if cut.is_empty:
        return (0.0, 0.0)
    bounds = cut.bounds
    return (bounds[1 - place], bounds[3 - place])


def near(one: Prism, other: Prism, standoff: Length) -> bool:
    """Whether two prisms touch, or face each other at most `standoff` apart."""
    if one.axis != other.axis:
        turned = _turned(one, other.axis)
        if turned is not None:
            return near(turned, other, standoff)
        turned = _turned(other, one.axis)
        return near(one, turned, standoff) if turned is not None else _crossed(one, other) > 0
    run = min(one.high, other.high) - max(one.low, other.low)
    apart = one.shape.distance(other.shape)
    if run <= 0:
        return -run <= standoff and one.shape.intersection(other.shape).area > SLIVER
    return bool(apart <= standoff + 2 * SLIVER)


def strip(part: Part) -> tuple[float, float, bool]:
    """Length along its longest edge and thickness of an inclined section, and whether its faces are parallel."""
    points = part.section.points if part.section else ()
    edges = [(a, b) for a, b in pairwise((*points, points[0]))]
    (t0, z0), (t1, z1) = max(edges, key=lambda edge: math.dist(*edge))
    run = math.dist((t0, z0), (t1, z1))
    along = [((t - t0) * (t1 - t0) + (z - z0) * (z1 - z0)) / run for t, z in points]
    across = [((t - t0) * (z1 - z0) - (z - z0) * (t1 - t0)) / run for t, z in points]
    outer = [each for each in across if abs(each - min(across)) > 2 * SLIVER]
    level = all(abs(each - max(across)) <= 2 * SLIVER for each in outer)
    return max(along) - min(along), max(across) - min(across), level


TENTH: Final = 100
"""Micrometres that the saw may leave on a board that is bevelled or lies aslant."""


def sized(part: Part) -> bool:
    """Whether the sizes of a part are those of its box, or of a board that lies aslant in it, of its section."""
    box = sorted((part.box.dx, part.box.dy, part.box.dz))
    if box == sorted((part.length, part.width, part.thickness)) and box[0] > 0:
        return True
    if part.section is None:
        return False
    along, thick, parallel = strip(part)
    run = (part.box.dx, part.box.dy, part.box.dz)[part.section.axis]
    reach = part.width if part.axes[0] == part.section.axis else part.length
    straight = part.length if part.axes[0] == part.section.axis else part.width
    # The saw may leave up to a tenth of a millimetre, which the second cut takes.
    near_by = abs(thick - part.thickness) <= 2 * SLIVER and -2 * SLIVER <= reach - along <= TENTH
    return parallel and near_by and straight == run


def fills_box(part: Part) -> bool:
    """Whether a true shape goes round its part's box counter-clockwise and reaches all its sides."""
    if part.section is None:
        return True
    box, points = part.box, part.section.points
    body = ((box.x, box.x + box.dx), (box.y, box.y + box.dy), (box.z, box.z + box.dz))
    spans = [body[axis] for axis in range(3) if axis != part.section.axis]
    reach = [(min(point[at] for point in points), max(point[at] for point in points)) for at in (0, 1)]
    return reach == spans and sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*points, points[0]))) > 0
