"""The broken top of a cabinet under slopes: a board below each plane, mitred where two meet, plumb at the sides."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise

from furnishing.cabinets.making import Edge, Making
from furnishing.fitting.cut import FINE, boxed, span
from furnishing.fitting.envelope import Points, height_at, without_repeats
from furnishing.parts import Box, Part, Section
from furnishing.units import Length

FRONT_ONLY = (Edge.VISIBLE, Edge.RAW, Edge.RAW, Edge.RAW)
"""Bevelled ends and the edge before the back stay raw."""


def broken_top(making: Making, top: Part, upper: Points, under: Points, axis: int, behind: Length) -> tuple[Part, ...]:
    """Boards between the two lines instead of a level top; they begin `behind` the wall, before the back.

    Their grooves fall away: a back under a slope stands behind the top.
    """
    box = top.box
    box = replace(box, y=behind, dy=box.y + box.dy - behind)
    start, end = span(box, axis)
    every = strips(upper, under, start, end)
    found = []
    for number, strip in enumerate(every, 1):
        named = "" if len(every) == 1 else f".{number}"
        part = _board(replace(top, grooves=(), notches=()), box, strip, axis)
        part = replace(part, id=f"{top.id}{named}", name=top.name if not named else f"{top.name} {number}")
        making.forced[part.id] = FRONT_ONLY
        found.append(part)
    return tuple(found)


def strips(upper: Points, under: Points, start: Length, end: Length) -> list[Points]:
    """The sections of the boards from the low to the high end of the axis, corners counter-clockwise.

    The n-th bend of the upper line and the n-th of the lower one are the two ends of a mitre.
    """
    bends = list(zip(upper[1:-1], under[1:-1], strict=True))
    within = [pair for pair in bends if all(start < at < end for at, _ in pair)]
    mitres = [
        ((start, height_at(upper, start)), (start, height_at(under, start))),
        *within,
        ((end, height_at(upper, end)), (end, height_at(under, end))),
    ]
    return [without_repeats((b, d, c, a)) for (a, b), (c, d) in pairwise(mitres)]


def _board(top: Part, box: Box, strip: Points, axis: int) -> Part:
    """The board of one strip: level as any top, or aslant; its size along the slope is a tenth of a millimetre up."""
    low, high = (
        (min(t for t, _ in strip), min(z for _, z in strip)),
        (max(t for t, _ in strip), max(z for _, z in strip)),
    )
    start, size = [box.x, box.y, box.z], [box.dx, box.dy, box.dz]
    start[axis], size[axis] = low[0], high[0] - low[0]
    start[2], size[2] = low[1], high[1] - low[1]
    part = replace(boxed(top, Box(*start, *size)), section=Section(axis=1 - axis, points=strip))
    along = size[axis] if size[2] == top.thickness else reach(strip)
    along = -(-along // FINE) * FINE
    if top.axes[0] == axis:
        return replace(part, length=along, cut_length=along)
    return replace(part, width=along, cut_width=along)


def reach(strip: Points) -> Length:
    """How long an inclined strip is along its longest edge's direction, tip to tip, rounded up."""
    (t0, z0), (t1, z1) = max(
        zip(strip, (*strip[1:], strip[0]), strict=True), key=lambda pair: math.dist(pair[0], pair[1])
    )
    run = math.dist((t0, z0), (t1, z1))
    along = [((t - t0) * (t1 - t0) + (z - z0) * (z1 - z0)) / run for t, z in strip]
    return math.ceil(max(along) - min(along))
