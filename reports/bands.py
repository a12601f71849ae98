"""Edge bands as lines: each code of a project has its own colour and its own dashes, so grey paper tells them apart."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import hypot
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

_SAME: Final = 0.01
"""Millimetres on paper by which the ends of a level or upright edge may differ."""


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


def outline_bands(
    edges: Edges, ring: Sequence[Point], low: Point, high: Point, strokes: BandStrokes, inset: float
) -> tuple[Line, ...]:
    """The bands of a part cut to an outline inside its rectangle on paper: along what is left of each edge, and along
    slanting edges that of the edge whose place they take."""
    turn = 1 if sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise((*ring, ring[0]))) > 0 else -1
    found = []
    for start, end in pairwise((*ring, ring[0])):
        code, length = _worn(edges, start, end, low, high), hypot(end[0] - start[0], end[1] - start[1])
        if code is not None and length > 0:
            aside = turn * inset / length
            dx, dy = (start[1] - end[1]) * aside, (end[0] - start[0]) * aside
            found.append(Line((start[0] + dx, start[1] + dy), (end[0] + dx, end[1] + dy), strokes[code]))
    return tuple(found)


def _worn(edges: Edges, start: Point, end: Point, low: Point, high: Point) -> str | None:
    """The band of one edge of an outline. A slanting one takes the place of the end of the part; edges inside the
    rectangle that are square to it, such as those of a cut-out, wear none."""
    if abs(start[1] - end[1]) < _SAME:
        return {low[1]: edges.bottom, high[1]: edges.top}.get(_near(start[1], low[1], high[1]))
    if abs(start[0] - end[0]) < _SAME:
        return {low[0]: edges.left, high[0]: edges.right}.get(_near(start[0], low[0], high[0]))
    return edges.left if start[0] + end[0] < low[0] + high[0] else edges.right


def _near(at: float, *places: float) -> float:
    """The place at which something is, or where it is itself."""
    return next((place for place in places if abs(at - place) < _SAME), at)
