"""The edges of a board with notches: not the seams between the blocks of which it is drawn, where there is no edge."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from furnishing.layout.free_space import gaps
from furnishing.parts import Box
from reports.cabinet_view import faces_of
from reports.drawing import Point

Edge: TypeAlias = tuple[Point, Point]

TOUCHING: Final = 1.0
"""Micrometres at full size within which edges lie on one line."""


def open_edges(block: Box, blocks: Sequence[Box]) -> tuple[Edge, ...]:
    """The edges of a block's front, right and upper face at full size, less where another block goes on beyond them."""
    found: list[Edge] = []
    for side, ring in enumerate(faces_of(block, 1.0)):
        beyond: list[Edge] = []
        for other in blocks:
            rings = faces_of(other, 1.0)
            if other != block and _ends(other, side)[1] == _ends(block, side)[1]:
                beyond += _edges(rings[side])
            if _ends(other, side)[0] == _ends(block, side)[1]:
                # It stands before this face, and hides the part of its edges that it shares.
                shared = [edge for each in rings for edge in _edges(each)]
                beyond += [*shared, *((end, start) for start, end in shared)]
        for edge in _edges(ring):
            found += _less(edge, beyond)
    return tuple(found)


def _ends(block: Box, side: int) -> tuple[int, int]:
    """Where a block begins and ends along the axis that its front, right or upper face looks along."""
    return (
        (block.y, block.y + block.dy),
        (block.x, block.x + block.dx),
        (block.z, block.z + block.dz),
    )[side]


def _edges(ring: Sequence[Point]) -> Iterator[Edge]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)


def _less(edge: Edge, others: Sequence[Edge]) -> list[Edge]:
    """What is left of an edge without the stretches that others run along the other way."""
    (x0, y0), (x1, y1) = edge
    length = math.dist(*edge)
    if not length:
        return []
    along = ((x1 - x0) / length, (y1 - y0) / length)

    def places(point: Point) -> tuple[float, float]:
        dx, dy = point[0] - x0, point[1] - y0
        return dx * along[0] + dy * along[1], abs(dx * along[1] - dy * along[0])

    covered = []
    for start, end in others:
        (high, off), (low, off_too) = places(start), places(end)
        if off <= TOUCHING >= off_too and low < high:
            covered.append((low, high))

    def point(far: float) -> Point:
        return (x0 + along[0] * far, y0 + along[1] * far)

    return [(point(low), point(high)) for low, high in gaps(length, covered, TOUCHING)]
