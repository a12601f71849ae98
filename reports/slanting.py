"""Cabinets under slopes as they are seen from before: their outline, and fronts, sides and backs that are cut to it."""

from __future__ import annotations

from collections.abc import Iterator

from shapely import LineString, Polygon

from furnishing.cabinets.cabinet import Cabinet
from furnishing.fitting.checked import hull_from_before
from furnishing.layout.placement import Placement
from furnishing.parts import Part
from reports.dimensions import View
from reports.drawing import THIN, VISIBLE, Item, Line, Point, Polyline, Rectangle, Stroke
from reports.symbols import grain_lines

Shape = tuple[Point, ...]


def hull(cabinet: Cabinet, placement: Placement, view: View) -> Item:
    """The outline of a cabinet: a rectangle, or under a slope that of its parts."""
    if not placement.slanting:
        x, y = view.at(placement.offset, placement.elevation)
        return Rectangle(x, y, view.size(placement.width), view.size(placement.height), VISIBLE)
    corners = (view.at(placement.offset + x, placement.elevation + z) for x, z in hull_from_before(cabinet))
    return Polyline(tuple(corners), VISIBLE, closed=True)


def shape_of(part: Part, placement: Placement, view: View) -> Shape:
    """The corners on paper of a part that is cut to an outline as one stands before it; none of a rectangle."""
    if part.section is None or part.section.axis != 1:
        return ()
    return tuple(view.at(placement.offset + x, placement.elevation + z) for x, z in part.section.points)


def shaped(shape: Shape, box: tuple[float, float, float, float], fill: str, *, lines: bool) -> Iterator[Item]:
    """A part in its shape, filled, with upright grain within it where it has `lines`."""
    yield Polyline(shape, None, fill, closed=True)
    whole = Polygon(shape)
    for line in grain_lines(box, fill, upright=True) if lines else ():
        within = whole.intersection(LineString([line.start, line.end]))
        if isinstance(within, LineString) and not within.is_empty:
            (x0, y0), (x1, y1) = within.coords
            yield Line((x0, y0), (x1, y1), line.stroke)
    yield Polyline(shape, THIN if lines else Stroke(0.18), closed=True)
