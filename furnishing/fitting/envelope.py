"""The space a cabinet may fill under slopes and around pillars, and how shapes are cut to it.

Lengths are whole micrometres. Every cut is rounded to the inside, and because a ceiling of several planes is nowhere
hollow, a straight line between two points below it stays below it: nothing cut here ever sticks out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from furnishing.parts import Box
from furnishing.units import Length

Points = tuple[tuple[Length, Length], ...]
"""A line of points (place, height) from left to right or from the wall into the room; or the corners of a shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """How high a cabinet may be, in its own coordinates, and what stands in it.

    `points` tell the height along `axis` (0: from left to right, 1: from the wall into the room), nowhere hollow; it is
    the same all along the other axis. `away` are blocks of pillars and pipes, their play counted.
    """

    axis: int
    points: Points
    away: tuple[Box, ...] = ()

    @property
    def high(self) -> Length:
        """The greatest height."""
        return max(z for _, z in self.points)

    @property
    def cuts(self) -> bool:
        """Whether the ceiling is lower in one place than in another."""
        return len({z for _, z in self.points}) > 1


def height_at(points: Points, at: Length) -> Length:
    """The height of a line at a place, rounded down; beyond its ends it goes on as its last stretch does."""
    (t0, z0), (t1, z1) = points[0], points[1]
    for (t0, z0), (t1, z1) in pairwise(points):  # noqa: B007
        if at <= t1:
            break
    return z0 + (z1 - z0) * (at - t0) // (t1 - t0)


def lowest(points: Points, start: Length, end: Length) -> Length:
    """The lowest a line comes between two places: at one of them, since it is nowhere hollow."""
    return min(height_at(points, start), height_at(points, end))


def highest(points: Points, start: Length, end: Length) -> Length:
    """The highest a line comes between two places."""
    between = [z for t, z in points if start < t < end]
    return max(height_at(points, start), height_at(points, end), *between)


def lowered(points: Points, by: Length) -> Points:
    """The same line moved down at right angles to each of its stretches, as the underside of boards lies below.

    It bends as often as the line; its ends stay at their places. Heights are rounded down.
    """
    lines = []
    for (t0, z0), (t1, z1) in pairwise(points):
        rise = (z1 - z0) / (t1 - t0)
        lines.append((rise, z0 - rise * t0 - by * math.hypot(1, rise)))
    ends = [(at, _low((line,), at)) for at, line in ((points[0][0], lines[0]), (points[-1][0], lines[-1]))]
    return (ends[0], *(_bend(*pair) for pair in pairwise(lines)), ends[1])


Line = tuple[float, float]
"""The rise of a straight line and its level at 0."""


def _low(lines: Iterable[Line], at: Length) -> Length:
    """The lowest of lines at a place, rounded down; what floats lose by rounding is given back."""
    return math.floor(min(rise * at + level for rise, level in lines) + 0.01)


def _bend(one: Line, other: Line) -> tuple[Length, Length]:
    """Where two lines meet, rounded so that the higher point below both is taken: a level line stays level."""
    at = (other[1] - one[1]) / (one[0] - other[0])
    return max(((each, _low((one, other), each)) for each in (math.floor(at), math.ceil(at))), key=lambda p: p[1])


def line_of(lines: Iterable[Line], start: Length, end: Length) -> Points:
    """The lowest of straight lines (rise, level at 0) between two places as points, heights rounded down."""
    every = list(lines)
    found = {start: _low(every, start), end: _low(every, end)}
    for number, (rise, level) in enumerate(every):
        for other, beside in every[:number]:
            if abs(rise - other) > LEVEL:
                at = (beside - level) / (rise - other)
                if start < at < end and rise * at + level <= min(a * at + b for a, b in every) + 1:
                    place, _ = _bend((rise, level), (other, beside))
                    found[place] = _low(every, place)
    return tuple(sorted(found.items()))


LEVEL = 0.002
"""A rise below this (2 mm a metre) counts as level: rooms are not measured finer."""


def part_of(points: Points, start: Length, end: Length) -> Points:
    """A line between two places."""
    inner = [(t, z) for t, z in points if start < t < end]
    return ((start, height_at(points, start)), *inner, (end, height_at(points, end)))


def below(points: Points, start: Length, end: Length, low: Length, high: Length, step: Length = 1) -> Points:
    """What of a rectangle lies below a line: its corners counter-clockwise; none where nothing of it does.

    New corners at its ends and edges lie on whole steps, to the inside.
    """
    over = _over(points, start, end, low, step)
    if over is None or over[0] >= over[1]:
        return ()
    left, right = over
    full = _over(points, left, right, high, step)
    line = [(t, z // step * step) for t, z in part_of(points, left, right)]
    chain = [(t, min(z, high)) for t, z in line if z < high or full is None]
    if full is not None and full[0] <= full[1]:
        chain = [(t, z) for t, z in chain if t not in full]
        chain += [(each, high) for each in dict.fromkeys(full)]
    # Where the line crosses the lower edge the shape ends in a point, not in an edge of a rounding's height.
    chain = [(t, z) for t, z in sorted(chain) if not (t == left > start or t == right < end)]
    corners = [(left, low), (right, low), *reversed(chain)]
    return without_repeats(corners)


def _over(points: Points, start: Length, end: Length, level: Length, step: Length) -> tuple[Length, Length] | None:
    """Between which places a line is at least as high as a level, rounded to whole steps inside."""
    line = part_of(points, start, end)
    left: Length | None = None
    right = end
    for (t0, z0), (t1, z1) in pairwise(line):
        if left is None and z0 >= level:
            left = t0
        elif left is None and z1 >= level:
            left = -((z0 - level) * (t1 - t0) // (z1 - z0) - t0) if z1 > z0 else t1
            left = -(-left // step) * step
        if left is not None and z0 >= level > z1:
            right = (t0 + (z0 - level) * (t1 - t0) // (z0 - z1)) // step * step
            break
    return None if left is None else (left, right)


def without_repeats(corners: Sequence[tuple[Length, Length]]) -> Points:
    """Corners without those that stand twice or on a level or upright edge between two others."""
    once = [each for number, each in enumerate(corners) if each != corners[number - 1]]
    kept = []
    for number, here in enumerate(once):
        before, after = once[number - 1], once[(number + 1) % len(once)]
        straight = any(before[axis] == here[axis] == after[axis] for axis in (0, 1))
        if not straight:
            kept.append(here)
    return tuple(kept) if len(kept) >= 3 else ()
