"""The parts of walls that a structure furnishes: free spans by zone, cut where another leg takes the corner."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from shapely import Polygon, box

from furnishing.cabinets.kind import Zone
from furnishing.construction import Construction
from furnishing.layout.free_space import CLOSED, NOISE, STEP, Stretch, Zoned, free_stretches, to_wall
from furnishing.room import Room
from furnishing.style import Style
from furnishing.units import Length


class End(StrEnum):
    """What a span ends at, and so what closes the rest of it."""

    WALL = "wall"
    """Something solid: a filler can be scribed to it, or nothing if the units reach it."""
    OPEN = "open"
    """A door, a window or the free room: any rest stays open."""
    CORNER = "corner"
    """The face of the run round the corner: a filler keeps doors and drawers clear of its handles."""
    ASIDE = "aside"
    """A wall beside a door that opens past it: a filler as wide as at a corner, or as much free wall."""
    FLUSH = "flush"
    """A unit that stays where it is: what is next touches it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A free span of a wall for one zone; a filler may reach beyond it by `left_reach`, `right_reach`."""

    start: Length
    end: Length
    left: End
    right: End
    left_reach: Length = 0
    right_reach: Length = 0

    @property
    def length(self) -> Length:
        """How much furniture fits."""
        return self.end - self.start


Spans = Mapping[Zone, tuple[Span, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a leg gives up to another at its ends: limits, and what stands there."""

    start: Length | None = None
    left: End = End.CORNER
    end: Length | None = None
    right: End = End.CORNER


def bands(style: Style, worktop: Length = 0) -> dict[Zone, Zoned]:
    """The band of height that each zone takes of a wall; base units with what lies on them."""
    top = style.wall_elevation + style.wall_height
    return {
        Zone.BASE: Zoned(height=style.base_height + worktop, depth=style.base_depth, tall=False),
        Zone.TALL: Zoned(height=style.tall_height, depth=style.tall_depth, tall=True),
        Zone.WALL: Zoned(height=top, depth=style.wall_depth, tall=False, bottom=style.wall_elevation),
    }


def spans_of(room: Room, wall: int, zones: Mapping[Zone, Zoned], rules: Construction) -> dict[Zone, tuple[Span, ...]]:
    """The free spans of a wall for each zone."""
    return {
        zone: tuple(_span(each) for each in free_stretches(room, wall, zoned, rules)) for zone, zoned in zones.items()
    }


def _span(stretch: Stretch) -> Span:
    left, right = (End.WALL if cause in CLOSED else End.OPEN for cause in (stretch.left, stretch.right))
    return Span(
        start=stretch.start,
        end=stretch.end,
        left=left,
        right=right,
        left_reach=stretch.left_reach,
        right_reach=stretch.right_reach,
    )


def cut(spans: Iterable[Span], by: Cut) -> tuple[Span, ...]:
    """What is left of spans within the limits of a cut."""
    found = []
    for span in spans:
        kept = span
        if by.start is not None and span.start < by.start:
            kept = replace(kept, start=by.start, left=by.left, left_reach=0)
        if by.end is not None and span.end > by.end:
            kept = replace(kept, end=by.end, right=by.right, right_reach=0)
        if kept.length > 0:
            found.append(kept)
    return tuple(found)


def taken_at_left(room: Room, wall: int, depth: Length, reach: Length) -> Length:
    """How far a run of a depth on the wall before takes the left end of `wall`, looking `reach` into the room."""
    shape = to_wall(room, wall, _strip(room, (wall - 1) % len(room.walls), depth))
    part = shape.intersection(box(-reach, 0, room.walls[wall].length, reach))
    return 0 if part.is_empty else math.ceil((part.bounds[2] - NOISE) / STEP) * STEP


def taken_at_right(room: Room, wall: int, depth: Length, reach: Length) -> Length:
    """How far from its left end `wall` is free of a run of a depth on the wall after."""
    length = room.walls[wall].length
    shape = to_wall(room, wall, _strip(room, (wall + 1) % len(room.walls), depth))
    part = shape.intersection(box(0, 0, length + reach, reach))
    return length if part.is_empty else math.floor((part.bounds[0] + NOISE) / STEP) * STEP


def _strip(room: Room, wall: int, depth: Length) -> Polygon:
    length = room.walls[wall].length
    corners = ((0, 0), (length, 0), (length, depth), (0, depth))
    return Polygon([room.on_wall(wall, along, out) for along, out in corners])


def square(room: Room, wall: int) -> bool:
    """Whether the corner at the right end of a wall is an inside corner near enough to square for corner units."""
    return abs(float(room.walls[wall].turn) - 90) <= 5


def without(spans: Iterable[Span], start: Length, end: Length) -> tuple[Span, ...]:
    """Spans less a piece that a fixed unit takes; what is beside it touches the unit."""
    found = []
    for span in spans:
        if end <= span.start or start >= span.end:
            found.append(span)
            continue
        if start > span.start:
            found.append(replace(span, end=start, right=End.FLUSH, right_reach=0))
        if end < span.end:
            found.append(replace(span, start=end, left=End.FLUSH, left_reach=0))
    return tuple(found)
