"""Edge bands as lines: each code of a project has its own colour and its own dashes, so grey paper tells them apart."""

from __future__ import annotations

from typing import Final, TypeAlias

from cutting.plan import Placed
from furnishing.parts import Edges
from reports.drawing import Line, Point, Stroke
from reports.project import Project

BandStrokes: TypeAlias = dict[str, Stroke]
"""The stroke of each band code, in the order of the codes."""

_KINDS: Final = (
    Stroke(0.9, "#c62828"),
    Stroke(0.9, "#1565c0", (3.0, 1.2)),
    Stroke(0.9, "#2e7d32", (1.0, 1.0)),
    Stroke(0.9, "#6a1b9a", (4.0, 1.0, 1.0, 1.0)),
    Stroke(0.9, "#ad6800", (6.0, 2.0)),
    Stroke(0.9, "#00695c", (2.0, 0.8, 0.6, 0.8, 0.6, 0.8)),
)


def band_strokes(project: Project) -> BandStrokes:
    """A stroke for every band code that the parts of a project carry; kinds repeat after the sixth code."""
    codes = {code for part in project.parts.values() for code in part.edges.codes if code is not None}
    return {code: _KINDS[number % len(_KINDS)] for number, code in enumerate(sorted(codes))}


def lying(edges: Edges, placed: Placed) -> Edges:
    """The edges of a part as they lie on the board: a turned piece has turned left, its bottom edge to the right."""
    if not placed.turned:
        return edges
    return Edges(bottom=edges.left, top=edges.right, left=edges.top, right=edges.bottom)


def band_lines(edges: Edges, low: Point, high: Point, strokes: BandStrokes, inset: float) -> tuple[Line, ...]:
    """The bands of a rectangle on paper from corner `low` to corner `high`, drawn `inset` millimetres inside it."""
    left, bottom, right, top = low[0] + inset, low[1] + inset, high[0] - inset, high[1] - inset
    sides = (
        (edges.bottom, (left, bottom), (right, bottom)),
        (edges.top, (left, top), (right, top)),
        (edges.left, (left, bottom), (left, top)),
        (edges.right, (right, bottom), (right, top)),
    )
    return tuple(Line(start, end, strokes[code]) for code, start, end in sides if code is not None)
