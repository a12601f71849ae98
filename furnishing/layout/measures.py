"""What can be measured of a kitchen layout: ways between its centres, worktop, storage, joints, symmetry."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from shapely import LineString, MultiPoint, Point, Polygon

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout.arrange import FILLER, Item
from furnishing.layout.placing import stand_of
from furnishing.room import Room
from furnishing.style import Style
from furnishing.units import MICROMETRES, Length

METRE = MICROMETRES["m"]
WORKTOP = "worktop"
CENTRES = ("sink", "hob", "fridge")
HOLDS = frozenset({"storage", "pullout", "corner", "upper", "hung corner", "larder", "broom", "shelf"})
BREAKS = frozenset({"sink", "hob"})
HANDLING = frozenset({"storage", "pullout", "corner", "dishwasher", "washer", "oven"})
"""Whose worktop counts: a filler is only as wide as the wall happens to leave it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A wall in the room: where it starts, its direction; into the room is to the right of it."""

    x: float
    y: float
    ux: float
    uy: float

    def point(self, along: float, out: float) -> tuple[float, float]:
        """A point of the room."""
        return (self.x + self.ux * along + self.uy * out, self.y + self.uy * along - self.ux * out)


def frames(room: Room) -> tuple[Frame, ...]:
    """The frame of each wall."""
    found = []
    for (x0, y0), (x1, y1) in pairwise(room.corners):
        span = math.hypot(x1 - x0, y1 - y0)
        found.append(Frame(x0, y0, (x1 - x0) / span, (y1 - y0) / span))
    return tuple(found)


def triangle(items: Sequence[Item], style: Style, walls: Sequence[Frame]) -> dict[tuple[str, str], Length]:
    """The ways between sink, hob and the nearest fridge, from front to front, as far as they stand.

    They lead round an island that stands in the way.
    """
    places: dict[str, tuple[float, float]] = {}
    for role in CENTRES:
        for item in items:
            if item.role == role and role not in places:
                depth = stand_of(item, style).depth
                places[role] = walls[item.wall].point(item.offset + item.width / 2, depth)
    free = [block_of(row, style, walls) for row in base_rows([each for each in items if each.out > 0])]
    return {
        (one, other): round(walked(places[one], places[other], free))
        for one, other in combinations([role for role in CENTRES if role in places], 2)
    }


def angled(items: Sequence[Item], walls: int) -> dict[int, Length]:
    """How far units that reach round a corner do so along the walls before theirs, of so many of a room."""
    return {(each.wall - 1) % walls: each.depth for each in items if each.role == "corner" and each.depth is not None}


def block_of(row: Sequence[Item], style: Style, walls: Sequence[Frame]) -> Polygon:
    """The floor that a row of units takes."""
    depth, frame = max(stand_of(each, style).depth for each in row), walls[row[0].wall]
    left, right, near = row[0].offset, row[-1].end, row[0].out
    ends = ((left, near), (right, near), (right, near + depth), (left, near + depth))
    return Polygon([frame.point(*each) for each in ends])


def walked(one: tuple[float, float], other: tuple[float, float], blocks: Sequence[Polygon]) -> float:
    """How far it is from one point to another; round the shorter end of each block that stands between them."""
    far = math.dist(one, other)
    for block in blocks:
        if LineString([one, other]).intersection(block).length > METRE / 1000:
            hull = MultiPoint([one, other, *block.exterior.coords]).convex_hull.boundary
            start, end = (hull.project(Point(each)) for each in (one, other))
            way = abs(end - start)
            far += min(way, hull.length - way) - math.dist(one, other)
    return far


def base_rows(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Base units that stand side by side, by wall, from left to right; a tall unit or a gap ends a row, an island is a
    row of its own.

    Worktops lie on them and are none of them.
    """
    low = [each for each in items if each.zone is Zone.BASE and each.role != WORKTOP]
    for place in sorted({(each.wall, each.out) for each in low}):
        row: list[Item] = []
        for item in sorted((each for each in low if (each.wall, each.out) == place), key=lambda each: each.offset):
            if row and row[-1].end != item.offset:
                yield row
                row = []
            row.append(item)
        if row:
            yield row


def set_down(rows: Iterable[Sequence[Item]], role: str) -> tuple[Length, Length] | None:
    """Worktop of base rows to the left and right of sink or hob, up to the next of them, a tall unit, or the end."""
    for row in rows:
        for number, item in enumerate(row):
            if item.role == role:
                return _clear(row[:number][::-1]), _clear(row[number + 1 :])
    return None


def _clear(row: Sequence[Item]) -> Length:
    length = 0
    for item in row:
        if item.role not in HANDLING:
            break
        length += item.width
    return length


def longest_worktop(rows: Iterable[Sequence[Item]]) -> Length:
    """The longest stretch of worktop of base rows that nothing breaks."""
    longest = 0
    for row in rows:
        length = 0
        for item in row:
            length = length + item.width if item.role in HANDLING else 0
            longest = max(longest, length)
    return longest


def storage(items: Sequence[Item], style: Style) -> float:
    """Cubic metres of units that hold things."""
    total = 0.0
    for item in items:
        if item.role in HOLDS:
            stand = stand_of(item, style)
            plinth = style.plinth_height if item.zone is not Zone.WALL else 0
            depth = min(stand.depth, style.tall_depth)
            total += item.width * (stand.height - plinth) * depth / 1e18
    return total


def volume(items: Sequence[Item], style: Style, roles: frozenset[str]) -> float:
    """Cubic metres of units of some roles, as high and deep as they stand at most."""
    stands = [(each.width, stand_of(each, style)) for each in items if each.role in roles]
    return sum(width * stand.height * stand.depth / 1e18 for width, stand in stands)


def standard_share(items: Sequence[Item]) -> float:
    """The share of units that have a standard width of their kind."""
    units = [each for each in items if each.kind != FILLER]
    if not units:
        return 1.0
    return sum(each.width in kind_of(each.kind).widths for each in units) / len(units)


def variety(items: Sequence[Item], roles: frozenset[str]) -> float:
    """1 where all units of these roles are equally wide, less for every further width."""
    widths = [each.width for each in items if each.role in roles]
    if len(widths) < 2:
        return 1.0
    return 1 - (len(set(widths)) - 1) / len(widths)


def symmetry(items: Sequence[Item]) -> float:
    """The share of each wall's length at which its row, mirrored about its middle, has the same joints."""
    shares: list[tuple[float, int]] = []
    groups: dict[tuple[int, Length, bool], list[Item]] = {}
    for item in items:
        groups.setdefault((item.wall, item.out, item.zone is Zone.WALL), []).append(item)
    for group in groups.values():
        row = sorted((each for each in group if each.kind != FILLER), key=lambda each: each.offset)
        pairs = list(zip(row, row[::-1], strict=True))
        same = sum(one.width == other.width and one.zone is other.zone for one, other in pairs)
        shares.append((same / len(row), len(row))) if row else None
    weight = sum(count for _, count in shares)
    return sum(share * count for share, count in shares) / weight if weight else 1.0


def by_role(items: Sequence[Item]) -> Mapping[str, list[Item]]:
    """Items by what they are for."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(item.role, []).append(item)
    return found
