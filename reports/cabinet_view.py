"""A cabinet seen from the front, a little from the right and above: cabinet projection, depth at half scale.

The front is true to scale, depth runs up to the right at 45 degrees. What lies behind is drawn first.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from shapely.geometry.polygon import orient

from furnishing.cabinets.cabinet import Cabinet
from furnishing.catalogue import Catalogue
from furnishing.parts import Box, Part
from furnishing.rebuild import solid
from furnishing.rebuild_prisms import prisms
from reports.drawing import Drawing, Item, Point, Polyline, Stroke
from reports.symbols import BARE, mixed, quiet

DEPTH: Final = 0.5 * math.sqrt(0.5)
"""How far a length into the depth runs to the right and up."""
EDGE: Final = Stroke(0.22)
GLASS: Final = "#d7e6ea"
Faces = tuple[tuple[Point, ...], tuple[Point, ...], tuple[Point, ...]]


def cabinet_view(
    cabinet: Cabinet, catalogue: Catalogue, *, width: float, height: float, without: frozenset[str] = frozenset()
) -> Drawing:
    """The cabinet as large as fits in `width` x `height` mm of paper, the drawing no larger than it.

    Parts whose id is in `without` are left away.
    """
    parts = [part for part in cabinet.parts if part.id not in without]
    blocks = [(block, part) for part in parts for block in blocks_of(part)]
    corners = [corner for block, _ in blocks for ring in faces_of(block, 1.0) for corner in ring]
    if not corners:
        return Drawing(width=width, height=height, items=())
    left, low = min(x for x, _ in corners), min(y for _, y in corners)
    scale = min(width / (max(x for x, _ in corners) - left), height / (max(y for _, y in corners) - low))
    looks = {material.code: catalogue.finish(material.finish).colour for material in catalogue.materials}
    items: list[Item] = []
    for block, part in from_behind(blocks):
        items += _drawn(block, part, looks, scale, (left * scale, low * scale))
    right, high = max(x for x, _ in corners), max(y for _, y in corners)
    return Drawing(width=(right - left) * scale, height=(high - low) * scale, items=tuple(items))


def blocks_of(part: Part) -> Sequence[Box]:
    """The boxes of a part: more than one where something is cut out of it."""
    return solid(part) if part.notches else (part.box,)


def on_paper(spot: tuple[int, int, int]) -> Point:
    """A point of the cabinet on paper at full size, in micrometres."""
    x, y, z = spot
    return (x - DEPTH * y, z - DEPTH * y)


def faces_of(box: Box, scale: float) -> Faces:
    """Front, right and upper face on paper."""

    def at(x: int, y: int, z: int) -> Point:
        right, up = on_paper((x, y, z))
        return (right * scale, up * scale)

    x0, y0, z0 = box.x, box.y, box.z
    x1, y1, z1 = x0 + box.dx, y0 + box.dy, z0 + box.dz
    return (
        (at(x0, y1, z0), at(x1, y1, z0), at(x1, y1, z1), at(x0, y1, z1)),
        (at(x1, y1, z0), at(x1, y0, z0), at(x1, y0, z1), at(x1, y1, z1)),
        (at(x0, y1, z1), at(x1, y1, z1), at(x1, y0, z1), at(x0, y0, z1)),
    )


def _drawn(box: Box, part: Part, looks: Mapping[str, str], scale: float, origin: Point) -> Iterable[Item]:
    colour = GLASS if part.bought else quiet(looks.get(part.material, BARE))
    shades = (colour, mixed(colour, "#000000", 0.12), mixed(colour, "#ffffff", 0.35))
    faces = zip(faces_of(box, scale), shades, strict=True)
    drawn = faces if part.section is None else _slanting(part, box, shades, scale)
    for ring, shade in drawn:
        points = tuple((x - origin[0], y - origin[1]) for x, y in ring)
        yield Polyline(points, EDGE, shade, closed=True)


Shaded = tuple[tuple[Point, ...], str]
"""A face on paper and its colour."""


def _slanting(part: Part, block: Box, shades: tuple[str, str, str], scale: float) -> Iterator[Shaded]:
    """The faces of a block of a part that does not fill its box, as far as they are turned to the eye."""
    (prism,) = prisms(part, [block])
    if prism.shape.is_empty:
        return
    u, v = (axis for axis in range(3) if axis != prism.axis)
    ring = [*orient(prism.shape).exterior.coords][:-1]

    def at(place: tuple[float, float], along: int) -> Point:
        spot = [0.0, 0.0, 0.0]
        spot[u], spot[v], spot[prism.axis] = place[0], place[1], along
        return ((spot[0] - DEPTH * spot[1]) * scale, (spot[2] - DEPTH * spot[1]) * scale)

    for one, other in pairwise((*ring, ring[0])):
        # The corners run counter-clockwise, so what is outside lies on the right of each edge.
        out = [0.0, 0.0, 0.0]
        out[u], out[v] = other[1] - one[1], one[0] - other[0]
        if sum(way * size for way, size in zip(out, EYE, strict=True)) > 0:
            nearest = max(range(3), key=lambda axis: out[axis])
            corners = ((one, prism.low), (other, prism.low), (other, prism.high), (one, prism.high))
            yield tuple(at(place, along) for place, along in corners), shades[SHADE_OF[nearest]]
    yield tuple(at(place, prism.high) for place in ring), shades[SHADE_OF[prism.axis]]


EYE: Final = (DEPTH, 1.0, DEPTH)
"""The way from the cabinet to the eye: what lies along it falls on one point of the paper."""
SHADE_OF: Final = (1, 0, 2)
"""Which shade a face wears that is turned along x, y or z."""


def from_behind(blocks: Sequence[tuple[Box, Part]]) -> list[tuple[Box, Part]]:
    """The blocks in an order in which none is drawn over one that stands before it."""
    count = len(blocks)
    nearer: list[list[int]] = [[] for _ in range(count)]
    waits = [0] * count
    for i in range(count):
        for j in range(i + 1, count):
            order = _before(blocks[i][0], blocks[j][0])
            if order:
                first, then = (i, j) if order > 0 else (j, i)
                nearer[first].append(then)
                waits[then] += 1
    ready = sorted((i for i in range(count) if not waits[i]), reverse=True)
    found: list[int] = []
    left = set(range(count)) - set(ready)
    while ready or left:
        # Blocks that stand around each other in a ring have no order: the one furthest back goes first.
        now = ready.pop() if ready else min(left, key=lambda i: (blocks[i][0].y, blocks[i][0].x, i))
        left.discard(now)
        found.append(now)
        for then in nearer[now]:
            waits[then] -= 1
            if waits[then] == 0 and then in left:
                left.discard(then)
                ready.append(then)
    return [blocks[i] for i in found]


def _before(one: Box, other: Box) -> int:
    """+1 where `one` must be drawn first because the other stands before, right of or above it; -1 the other way.

    0 where neither can hide the other, as when one stands further back but further to the right. Where one reaches
    into a groove of the other, the two are parted along the axis in which they overlap least.
    """
    ways, depths = set(), []
    for a, b in (
        ((one.y, one.y + one.dy), (other.y, other.y + other.dy)),
        ((one.x, one.x + one.dx), (other.x, other.x + other.dx)),
        ((one.z, one.z + one.dz), (other.z, other.z + other.dz)),
    ):
        if a[1] <= b[0]:
            ways.add(1)
        elif b[1] <= a[0]:
            ways.add(-1)
        depths += [(a[1] - b[0], 1), (b[1] - a[0], -1)]
    if not ways:
        return min(depths)[1]
    return ways.pop() if len(ways) == 1 else 0
