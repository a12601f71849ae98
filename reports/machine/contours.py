"""Where a router goes round a finished part: its outline less notches at its edges, and the cut-outs within."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from shapely import Polygon, box, get_parts
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from furnishing.machining import millings, outline
from furnishing.parts import Part
from furnishing.units import Length

Ring: TypeAlias = tuple[tuple[Length, Length], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contours:
    """Rings in x and y of the part, counter-clockwise, each from its lower left corner on.

    `outer` are several where a cut-out divides the part, which no kind does.
    """

    outer: tuple[Ring, ...]
    holes: tuple[Ring, ...]

    def rectangular(self, part: Part) -> bool:
        """Whether the saw alone makes the outline."""
        corners = {(0, 0), (part.length, 0), (part.length, part.width), (0, part.width)}
        return len(self.outer) == 1 and len(self.outer[0]) == 4 and set(self.outer[0]) == corners


def contours(part: Part) -> Contours:
    """The contours of a part; a part without notches is its outline."""
    through = [cut for cut in millings(part) if cut.through]
    if not through:
        return Contours(outer=(_ring(outline(part)),), holes=())
    left: BaseGeometry = Polygon(outline(part))
    for cut in through:
        left = left.difference(box(cut.x, cut.y, cut.x + cut.dx, cut.y + cut.dy))
    pieces = [each for each in get_parts(left) if isinstance(each, Polygon)]
    return Contours(
        outer=tuple(sorted(_ring(_points(each.exterior.coords)) for each in pieces)),
        holes=tuple(sorted(_ring(_points(hole.coords)) for each in pieces for hole in each.interiors)),
    )


def _points(coordinates: object) -> Ring:
    return tuple((round(x), round(y)) for x, y, *_ in coordinates)[:-1]  # type: ignore[attr-defined]


def _ring(points: Ring) -> Ring:
    """Counter-clockwise from the lower left corner, without points on a straight line between two others."""
    ring = [(round(x), round(y)) for x, y in orient(Polygon(points)).exterior.coords[:-1]]
    kept = [
        at
        for before, at, after in zip((ring[-1], *ring), ring, (*ring[1:], ring[0]), strict=False)
        if (at[0] - before[0]) * (after[1] - at[1]) != (at[1] - before[1]) * (after[0] - at[0])
    ]
    start = min(range(len(kept)), key=lambda i: (kept[i][0] + kept[i][1], kept[i]))
    return (*kept[start:], *kept[:start])
