"""The numbers of parts on a picture of a cabinet: in a ring on each part where it is seen, or on a line beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from reports.drawing import CAPITAL, HAIR, THIN, Anchor, Circle, Item, Line, Point, Text
from reports.render.fonts import POINT
from reports.space import Box, Space

RING: Final = 2.1
"""The radius of the ring around a number, in millimetres."""

NUMBER: Final = 8.0

_Ring: TypeAlias = Sequence[Point]


def part_numbers(drawn: Sequence[tuple[str, Sequence[_Ring]]], numbers: Mapping[str, int]) -> Iterable[Item]:
    """The number of each part in a ring where it is seen, on a line beside it where it is too small.

    `drawn` are the faces of each block with the id of its part, those behind first. A part that others hide gets no
    number: the lists say at which step it comes in.
    """
    space = Space()
    spots: dict[str, list[Point]] = {}
    bounded = [[_bounded(ring) for ring in rings] for _, rings in drawn]
    for place, (id, rings) in enumerate(drawn):
        if id not in numbers:
            continue
        over = [face for faces in bounded[place + 1 :] for face in faces]
        largest = sorted(rings, key=_area, reverse=True)
        seen = [spot for ring in largest for spot in _grid(ring) if not any(_under(spot, *face) for face in over)]
        spots.setdefault(id, []).extend(seen)
    for id in sorted(spots, key=lambda each: (len(spots[each]), numbers[each])):
        yield from _one(spots[id], str(numbers[id]), space)


def _area(ring: Sequence[Point]) -> float:
    """Twice the area of a face on paper, to the nearest hundredth so that equal faces keep their order."""
    edges = zip(ring, (*ring[1:], ring[0]), strict=True)
    return round(abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in edges)), 2)


def _one(spots: Sequence[Point], words: str, space: Space) -> Iterable[Item]:
    for far in (0.0, 5.0, 8.0, 12.0, 17.0, 23.0):
        for x, y in spots:
            for dx, dy in ((0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7), (1, 0), (-1, 0), (0, 1), (0, -1)):
                u, v = x + dx * far, y + dy * far
                box = (u - RING, v - RING, u + RING, v + RING)
                if u < RING or v < RING or not space.is_free(box):
                    if far == 0.0:
                        break
                    continue
                space.take(box)
                if far:
                    yield Line((x, y), (u, v), HAIR)
                    yield Circle(x, y, 0.35, None, "#000000")
                yield Circle(u, v, RING, THIN, "#ffffff")
                yield Text(u, v - CAPITAL * NUMBER * POINT / 2, words, NUMBER, Anchor.MIDDLE, bold=True)
                return


def _grid(ring: Sequence[Point]) -> list[Point]:
    """Points within a face, the middle first."""
    if len(ring) != 4:
        middle = (sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring))
        return [middle, *(((x + middle[0]) / 2, (y + middle[1]) / 2) for x, y in ring)]
    (x0, y0), (x1, y1), (_, _), (x3, y3) = ring
    shares = (0.5, 0.3, 0.7, 0.15, 0.85)
    return [(x0 + (x1 - x0) * u + (x3 - x0) * v, y0 + (y1 - y0) * u + (y3 - y0) * v) for u in shares for v in shares]


def _bounded(ring: Sequence[Point]) -> tuple[Box, Sequence[Point]]:
    """A face and the box around it: most points are outside that, and a cabinet asks half a million times."""
    xs, ys = zip(*ring, strict=True)
    return (min(xs), min(ys), max(xs), max(ys)), ring


def _under(spot: Point, around: Box, ring: Sequence[Point]) -> bool:
    """Whether a face lies over a point."""
    x, y = spot
    return around[0] <= x <= around[2] and around[1] <= y <= around[3] and _inside(spot, ring)


def _inside(spot: Point, ring: Sequence[Point]) -> bool:
    """Whether a point lies within a convex face."""
    sides = set()
    for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
        cross = (bx - ax) * (spot[1] - ay) - (by - ay) * (spot[0] - ax)
        if abs(cross) > 1e-9:
            sides.add(cross > 0)
    return len(sides) == 1
