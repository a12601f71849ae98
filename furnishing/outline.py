"""The second cut: the true shape of a part that leaves the saw as a rectangle, in the part's own coordinates.

x runs along the length and y along the width as in `furnishing.machining`. A board cut to an outline has slanting
edges, square to its faces; a board with a bevelled edge is a rectangle whose edge is not square, longer on one of its
faces.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from furnishing.incline import Frame, Vector, frame_of
from furnishing.machining import Face, outline
from furnishing.parts import Part, Section
from furnishing.units import Length

TENTH = Decimal("0.1")
SQUARE = 1e-3
"""Below this slope (0.06 degrees) an edge counts as square: what rounding to micrometres may make of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slant:
    """An edge of an outline that runs aslant: from where to where, and its angle to the length of the part, degrees."""

    start: tuple[Length, Length]
    end: tuple[Length, Length]
    angle: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevel:
    """An edge that is not square: how far the saw is tilted (degrees), and the face on which the part is longer."""

    edge: Face
    angle: Decimal
    longer: Face


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What the second cut leaves: corners, counter-clockwise, edges that run aslant, and edges that are bevelled."""

    points: tuple[tuple[Length, Length], ...]
    slants: tuple[Slant, ...] = ()
    bevels: tuple[Bevel, ...] = ()


def second_cut(part: Part) -> Outline | None:
    """The true shape of a part where it is no plain rectangle with square edges; None where it is."""
    section = part.section
    if section is None:
        return None
    if section.axis == 3 - part.axes[0] - part.axes[1]:
        points = _turned(outline(part))
        return Outline(points=points, slants=_slants(points))
    whole = ((0, 0), (part.length, 0), (part.length, part.width), (0, part.width))
    bevels = _bevels(part, section)
    return Outline(points=whole, bevels=bevels) if bevels else None


def _turned(points: tuple[tuple[Length, Length], ...]) -> tuple[tuple[Length, Length], ...]:
    """The corners counter-clockwise, from the lowest of the leftmost ones on."""
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*points, points[0])))
    order = list(points) if area > 0 else list(reversed(points))
    first = order.index(min(order))
    return (*order[first:], *order[:first])


def _slants(points: tuple[tuple[Length, Length], ...]) -> tuple[Slant, ...]:
    found = []
    for start, end in pairwise((*points, points[0])):
        dx, dy = abs(end[0] - start[0]), abs(end[1] - start[1])
        if dx and dy:
            found.append(Slant(start=start, end=end, angle=_degrees(math.atan2(dy, dx))))
    return tuple(found)


def _degrees(radians: float) -> Decimal:
    return Decimal(math.degrees(radians)).quantize(TENTH)


def _bevels(part: Part, section: Section) -> tuple[Bevel, ...]:
    """The two edges at the ends of a section, where they are not square to the faces."""
    frame = frame_of(part, section)
    found = []
    for sense in (-1, 1):
        edge = _end(section, frame, sense)
        if edge is None:
            continue
        (a0, n0), (a1, n1) = edge
        if abs(a1 - a0) <= SQUARE * abs(n1 - n0):
            continue
        tip = n0 if sense * a0 > sense * a1 else n1
        found.append(
            Bevel(
                edge=_edge(part, frame.run, sense),
                angle=_degrees(math.atan2(abs(a1 - a0), abs(n1 - n0))),
                longer=Face.A if tip == max(n0, n1) else Face.B,
            )
        )
    return tuple(found)


Edge = tuple[Vector, Vector]


def _end(section: Section, frame: Frame, sense: int) -> Edge | None:
    """The longest edge of a section that closes a board at one end, as places along it and out of its face."""
    points = [frame.seen(u, v) for u, v in section.points]
    along, up = frame.along, frame.up
    best: Edge | None = None
    # Seen with `along` to the right and `up` upwards the corners may run either way.
    turn = 1 if along[0] * up[1] - along[1] * up[0] > 0 else -1
    for start, end in pairwise((*points, points[0])):
        rise = (end[1] - start[1]) * turn
        if rise * sense <= 0 or abs(rise) < SQUARE * abs(end[0] - start[0]):
            continue
        if best is None or math.dist(start, end) > math.dist(*best):
            best = (start, end)
    return best


def _edge(part: Part, run: int, sense: int) -> Face:
    if run == part.axes[0]:
        return Face.RIGHT if sense > 0 else Face.LEFT
    # The front edge of standing and lying parts is their bottom edge.
    return Face.TOP if (sense > 0) != (run == 1) else Face.BOTTOM
