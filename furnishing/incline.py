"""Boards that lie aslant in their cabinet: their own directions, and points of the cabinet in them.

An inclined board is a prism along one of its own axes; in the plane of its section it runs along the longest edge.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

from furnishing.parts import Part, Section
from furnishing.units import Length

Vector = tuple[float, float]
Spot = tuple[Length, Length, Length]


@dataclass(frozen=True, slots=True)
class Frame:
    """The directions along a board and out of its face A in the plane of its section, and where each begins there.

    `run` is the axis of the cabinet that the board runs along, `straight` the one its section is drawn out along.
    """

    along: Vector
    up: Vector
    least: Vector
    run: int
    straight: int

    def seen(self, u: float, v: float) -> Vector:
        """A point of the section's plane: how far along the board, and how far above its face B."""
        return (
            u * self.along[0] + v * self.along[1] - self.least[0],
            u * self.up[0] + v * self.up[1] - self.least[1],
        )

    def back(self, far: float, high: float) -> Vector:
        """The point of the section's plane that is so far along the board and so high above face B."""
        a, b = far + self.least[0], high + self.least[1]
        return (a * self.along[0] + b * self.up[0], a * self.along[1] + b * self.up[1])


def thin_axis(part: Part) -> int:
    """The axis of the cabinet nearest to a part's thickness."""
    return 3 - part.axes[0] - part.axes[1]


def inclined(part: Part) -> bool:
    """Whether a board lies aslant: its section is a strip that does not lie along an axis."""
    return part.section is not None and (part.box.dx, part.box.dy, part.box.dz)[thin_axis(part)] != part.thickness


def frame_of(part: Part, section: Section) -> Frame:
    """The directions of a board whose section is drawn out along its length or its width."""
    plane = [axis for axis in range(3) if axis != section.axis]
    run = next(axis for axis in part.axes if axis != section.axis)
    across, thin = plane.index(run), plane.index(thin_axis(part))
    along = [0.0, 0.0]
    along[across] = 1.0
    if inclined(part):
        start, end = max(pairwise((*section.points, section.points[0])), key=lambda edge: (math.dist(*edge), edge))
        reach = math.copysign(math.dist(start, end), end[across] - start[across])
        along = [(end[0] - start[0]) / reach, (end[1] - start[1]) / reach]
    up = [-along[1], along[0]]
    if up[thin] < 0:
        up = [-up[0], -up[1]]
    ahead = min(u * along[0] + v * along[1] for u, v in section.points)
    low = min(u * up[0] + v * up[1] for u, v in section.points)
    return Frame((along[0], along[1]), (up[0], up[1]), (ahead, low), run, section.axis)


def place_inclined(part: Part, section: Section, point: Spot) -> Spot:
    """A point of the cabinet along the length of an inclined board, along its width, and above its face B."""
    frame = frame_of(part, section)
    u, v = (point[axis] for axis in range(3) if axis != section.axis)
    far, high = (round(each) for each in frame.seen(u, v))
    straight = point[section.axis] - (part.box.x, part.box.y, part.box.z)[section.axis]
    x, y = (straight, far) if part.axes[0] == section.axis else (far, straight)
    # The front edge of standing and lying parts is their bottom edge, so their width runs from front to rear.
    return (x, part.width - y if part.axes[1] == 1 else y, high)


def point_inclined(part: Part, section: Section, at: Spot) -> Spot:
    """A place of an inclined board in the coordinates of the cabinet: the reverse of `place_inclined`."""
    frame = frame_of(part, section)
    y = part.width - at[1] if part.axes[1] == 1 else at[1]
    straight, far = (at[0], y) if part.axes[0] == section.axis else (y, at[0])
    found = [round(each) for each in frame.back(far, at[2])]
    found.insert(section.axis, (part.box.x, part.box.y, part.box.z)[section.axis] + straight)
    return (found[0], found[1], found[2])


def clipped(
    points: tuple[tuple[Length, Length], ...], first: tuple[Length, Length], second: tuple[Length, Length]
) -> list[tuple[Length, Length]]:
    """The corners of what of a convex shape lies in a rectangle, given by its reach along each axis."""
    corners: list[tuple[float, float]] = list(points)
    for axis, sense, at in ((0, 1, first[0]), (0, -1, first[1]), (1, 1, second[0]), (1, -1, second[1])):
        kept: list[tuple[float, float]] = []
        for start, end in pairwise((*corners, *corners[:1])):
            a, b = (sense * (each[axis] - at) for each in (start, end))
            if a >= 0:
                kept.append(start)
            if (a < 0) != (b < 0):
                share = a / (a - b)
                kept.append((start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])))
        corners = kept
    return [(round(u), round(v)) for u, v in corners]
