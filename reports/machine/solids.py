"""Parts as solids of flat faces: their outline with notches and cut-outs, drawn out through the thickness.

Holes and grooves are left away: they are too small to be seen in a room. A part with a sloping edge is its section
drawn out along the edge.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from shapely import Polygon, constrained_delaunay_triangles, get_coordinates, get_parts
from shapely.geometry.polygon import orient

from furnishing.machining import point
from furnishing.parts import Part
from furnishing.units import Length
from reports.machine.contours import Ring, contours

Spot: TypeAlias = tuple[Length, Length, Length]
Face: TypeAlias = tuple[Spot, tuple[tuple[Spot, Spot, Spot], ...]]
"""A flat face: its normal of whole numbers, of any length, and its triangles, counter-clockwise seen from outside."""


def faces(part: Part) -> tuple[Face, ...]:
    """The faces of a part in the coordinates of the model: x right, y up, z towards who stands before the cabinet.

    Micrometres from the lower left back corner of the part's box.
    """
    return tuple(_face(normal, triangles) for normal, triangles in _drawn_out(part))


def _drawn_out(part: Part) -> Iterator[tuple[Spot, list[tuple[Spot, Spot, Spot]]]]:
    section = part.section
    if section is not None and section.axis in part.axes:
        start, size = (part.box.x, part.box.y, part.box.z), (part.box.dx, part.box.dy, part.box.dz)
        u, v = (axis for axis in range(3) if axis != section.axis)
        ring = tuple((a - start[u], b - start[v]) for a, b in section.points)
        yield from _prism([ring], [], section.axis, 0, size[section.axis])
        return
    shape, axis = contours(part), 3 - part.axes[0] - part.axes[1]
    corner = (part.box.x, part.box.y, part.box.z)
    u, v = (each for each in range(3) if each != axis)

    def placed(ring: Ring) -> Ring:
        spots = [point(part, (x, y, 0)) for x, y in ring]
        return tuple((spot[u] - corner[u], spot[v] - corner[v]) for spot in spots)

    yield from _prism(
        [placed(ring) for ring in shape.outer], [placed(ring) for ring in shape.holes], axis, 0, part.thickness
    )


def _prism(
    outer: list[Ring], holes: list[Ring], axis: int, low: Length, high: Length
) -> Iterator[tuple[Spot, list[tuple[Spot, Spot, Spot]]]]:
    """A polygon drawn out along an axis of the cabinet, in the coordinates of the cabinet."""

    def at(x: Length, y: Length, along: Length) -> Spot:
        return ((along, x, y), (x, along, y), (x, y, along))[axis]

    for ring in outer:
        body = Polygon(ring)
        inside = [hole for hole in holes if body.contains(Polygon(hole).representative_point())]
        flat = _triangles(ring, inside)
        for level, way in ((low, -1), (high, 1)):
            normal = at(0, 0, way)
            yield normal, [(at(*a, level), at(*b, level), at(*c, level)) for a, b, c in flat]
        for edge in (_turned(ring), *(tuple(reversed(_turned(hole))) for hole in inside)):
            for (x0, y0), (x1, y1) in zip(edge, (*edge[1:], edge[0]), strict=True):
                one, two, three, four = at(x0, y0, low), at(x1, y1, low), at(x1, y1, high), at(x0, y0, high)
                yield at(y1 - y0, x0 - x1, 0), [(one, two, three), (one, three, four)]


def _turned(ring: Ring) -> Ring:
    """A ring counter-clockwise."""
    return tuple((round(x), round(y)) for x, y in orient(Polygon(ring)).exterior.coords[:-1])


def _triangles(ring: Ring, holes: list[Ring]) -> list[tuple[tuple[int, int], tuple[int, int], tuple[int, int]]]:
    if len(ring) == 4 and not holes and len({x for x, _ in ring}) == 2:
        return [(ring[0], ring[1], ring[2]), (ring[0], ring[2], ring[3])]
    found = []
    for each in get_parts(constrained_delaunay_triangles(Polygon(ring, holes))):
        a, b, c, _ = ((round(x), round(y)) for x, y in get_coordinates(each).tolist())
        found.append((a, b, c))
    return sorted(found)


def _face(normal: Spot, triangles: list[tuple[Spot, Spot, Spot]]) -> Face:
    """In the coordinates of the model, where y and z of the cabinet change places."""
    out = (normal[0], normal[2], normal[1])
    turned = []
    for triangle in triangles:
        a, b, c = ((x, z, y) for x, y, z in triangle)
        turned.append((a, b, c) if _looks(a, b, c, out) else (a, c, b))
    return out, tuple(turned)


def _looks(a: Spot, b: Spot, c: Spot, normal: Spot) -> bool:
    """Whether a triangle is counter-clockwise as seen from where its normal points to."""
    u, v = [b[i] - a[i] for i in range(3)], [c[i] - a[i] for i in range(3)]
    cross = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
    return sum(cross[i] * normal[i] for i in range(3)) > 0
