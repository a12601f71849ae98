"""From a room to the space that one placed cabinet may fill: the planes over it and the pillars within it.

Heights inside are floats over room coordinates in micrometres; what is handed out is rounded down, blocks outward.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from shapely import box

from furnishing.construction import Construction
from furnishing.fitting.envelope import LEVEL, Envelope, Points, line_of
from furnishing.layout.free_space import to_wall
from furnishing.layout.placement import Placement
from furnishing.parts import Box
from furnishing.room import Obstacle, ObstacleKind, Room
from furnishing.rooms.ceiling import slope_planes
from furnishing.units import MICROMETRES, Length

CUT_AROUND: Final = frozenset({ObstacleKind.PILLAR, ObstacleKind.PIPE})
"""What units can be cut around."""
NOISE: Final = 5
Line = tuple[float, float]
"""The rise of a straight line and its level at 0."""


def envelope_of(room: Room, placement: Placement, rules: Construction) -> Envelope | None:
    """The space for a placed cabinet; None where nothing is in the way of its full height, width and depth."""
    planes = _planes(room, placement, rules)
    width, depth = placement.width, placement.depth
    lost = [max((abs(each[axis]) for each in planes), default=0.0) * run for axis, run in ((0, width), (1, depth))]
    axis = 0 if lost[0] >= lost[1] else 1
    run, other = (width, depth) if axis == 0 else (depth, width)
    cap = float(min(placement.height, room.ceiling - rules.ceiling_play))
    lines = []
    for plane in planes:
        rise, across, level = plane[axis], plane[1 - axis], plane[2]
        # One line stands for all of the other axis: the lowest there.
        level += min(across * other, 0.0)
        if abs(rise) <= LEVEL:
            cap = min(cap, level + min(rise * run, 0.0))
        else:
            lines.append((rise, level))
    points = _without_slivers([*lines, (0.0, cap)], run, rules.slope_segment_least)
    away = tuple(found for each in room.obstacles for found in _reaching(room, placement, each, rules))
    if not away and all(z >= placement.height for _, z in points):
        return None
    return Envelope(axis=axis, points=points, away=away)


def highest_in(found: Envelope | None, placement: Placement) -> Length:
    """How high a placed cabinet can be at its highest place in this space for it, in whole millimetres, at most as high
    as it is."""
    step = MICROMETRES["mm"]
    return placement.height if found is None else min(placement.height, found.high // step * step)


def _planes(room: Room, placement: Placement, rules: Construction) -> list[tuple[float, float, float]]:
    """The planes over a placement in its own coordinates: rise to the right, rise into the room, level at its corner.

    A run before a wall that leans into the room stands off by that; what is lower of both counts.
    """
    wall, start = placement.wall, placement.offset
    off = max(room.walls[wall].lean_at(placement.height), 0)
    found = []
    for plane in slope_planes(room):
        here, right, front = (
            plane.height(*room.on_wall(wall, along, out)) - placement.elevation
            for along, out in ((start, 0), (start + MICROMETRES["m"], 0), (start, MICROMETRES["m"]))
        )
        along, out = (right - here) / MICROMETRES["m"], (front - here) / MICROMETRES["m"]
        found.append((along, out, here - rules.slope_play + min(out * off, 0.0)))
    return found


def _without_slivers(lines: Sequence[Line], run: Length, least: Length) -> Points:
    """The lowest of lines over a run; lines come down until no stretch between bends is too short for a board."""
    left = _binding(lines, run)
    while len(left) > 1:
        marks = [0.0, *(_crossing(a, b) for a, b in pairwise(left)), float(run)]
        lengths = [b - a for a, b in pairwise(marks)]
        short = next((number for number, length in enumerate(lengths) if length < least), None)
        if short is None:
            break
        if short in {0, len(left) - 1}:
            # A sliver at an end: the line beside it comes down to the outer end of the sliver and goes on there.
            at = 0.0 if short == 0 else float(run)
            beside = 1 if short == 0 else len(left) - 2
            level = left[short][0] * at + left[short][1] - left[beside][0] * at
            left[beside] = (left[beside][0], level)
            del left[short]
        else:
            rise, level = left[short]
            gain = sum(1 / abs(rise - left[other][0]) for other in (short - 1, short + 1))
            left[short] = (rise, level - (least - lengths[short]) / gain - 1)
        left = _binding(left, run)
    return line_of(left, 0, run)


def _binding(lines: Sequence[Line], run: Length) -> list[Line]:
    """The lines that are somewhere the lowest, from left to right: their rises fall."""
    points = line_of(lines, 0, run)
    found: list[Line] = []
    for (t0, _), (t1, _) in pairwise(points):
        middle = (t0 + t1) / 2
        line = min(lines, key=lambda each: each[0] * middle + each[1])
        if line not in found:
            found.append(line)
    return found


def _crossing(one: Line, other: Line) -> float:
    return (other[1] - one[1]) / (one[0] - other[0])


def _reaching(room: Room, placement: Placement, obstacle: Obstacle, rules: Construction) -> list[Box]:
    """The block of a pillar or pipe within a placed cabinet, its play counted; none where it stands clear of it."""
    if obstacle.kind not in CUT_AROUND:
        return []
    play = rules.pillar_clear if obstacle.kind is ObstacleKind.PILLAR else rules.pipe_clear
    shape = to_wall(room, placement.wall, obstacle.footprint.buffer(play, join_style="mitre"))
    off = max(room.walls[placement.wall].lean_at(placement.height), 0)
    start, end = placement.offset, placement.offset + placement.width
    within = shape.intersection(box(start, off, end, off + placement.depth))
    bottom, top = obstacle.z - placement.elevation, obstacle.top + play - placement.elevation
    if within.is_empty or top <= 0 or bottom >= placement.height:
        return []
    left, low, right, high = within.bounds
    if right - left <= NOISE or high - low <= NOISE:
        return []
    x = max(math.floor(left), start) - start
    z = max(bottom - play, 0)
    # From the wall on: a unit is pushed in from the front.
    return [Box(x, 0, z, min(math.ceil(right), end) - start - x, math.ceil(high) - off, top - z)]
