"""The ids of cabinets on a plan: in what they stand for where that has room, else before it on a leader.

Where units hang over others, both are seen from above: the id of the hung one stands at the wall, that of the lower
one before it, where nothing covers it. Worktops and panels have their ids on the elevations.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from furnishing.cabinets.kind import Family
from furnishing.cabinets.registry import kinds
from furnishing.design import Design
from furnishing.layout.arrange import FILLER
from furnishing.layout.placement import Placement
from furnishing.room import Room
from furnishing.units import Length
from reports.dimensions import View
from reports.drawing import THIN, Anchor, Item, Line, Point, Text
from reports.render.fonts import POINT
from reports.space import Space, box_of

IDS: Final = 9.0
SMALL: Final = 8.0


def ids(design: Design, view: View, sizes: Sequence[Text] = ()) -> Iterator[Item]:
    """The id of each cabinet: in its middle, upright where it is narrow, else before it on a leader.

    They keep off `sizes` that are written inside the room.
    """
    space = Space()
    for size in sizes:
        space.take(box_of(size))
    trims = {each.code for each in kinds() if each.family is Family.TRIM and each.code != FILLER}
    shown = [each for each in design.layout.placements if each.kind not in trims]
    waiting = []
    for each in shown:
        near = _covered(each, shown)
        half = each.out + (near + each.depth) // 2
        x, y = _on_paper(design.room, each.wall, each.offset + each.width // 2, half, view)
        text = space.place(_inside(each, (x, y)), _within(design.room, each, near, view))
        if text is None:
            waiting.append((each, (x, y)))
        else:
            yield text
    stands = Space()
    for each in shown:
        stands.take(_within(design.room, each, 0, view))
    for each, middle in waiting:
        yield from _on_a_leader(design.room, each, middle, (space, stands), view)


def _covered(placement: Placement, others: Sequence[Placement]) -> Length:
    """How far from the wall on hung units cover one that stands below them."""
    if placement.elevation > 0 or placement.out > 0:
        return 0
    over = [
        each.depth
        for each in others
        if each.elevation >= placement.elevation + placement.height
        and each.wall == placement.wall
        and not each.out
        and each.offset < placement.offset + placement.width
        and placement.offset < each.offset + each.width
    ]
    return max((depth for depth in over if depth < placement.depth), default=0)


def _inside(placement: Placement, at: Point) -> Iterator[Text]:
    """Lying or upright, and smaller where only that fits."""
    x, y = at
    for size in (IDS, SMALL):
        lift = 0.36 * size * POINT
        yield Text(x, y - lift, placement.cabinet, size, Anchor.MIDDLE, bold=True)
        yield Text(x + lift, y, placement.cabinet, size, Anchor.MIDDLE, bold=True, rotation=90.0)


def _within(room: Room, placement: Placement, near: Length, view: View) -> tuple[float, float, float, float]:
    """The box on paper that an id may fill: a little less than the unit, without what hangs over it."""
    left, right = placement.offset, placement.offset + placement.width
    far = placement.out + placement.depth
    corners = [(left, placement.out + near), (right, placement.out + near), (right, far), (left, far)]
    xs, ys = zip(*(_on_paper(room, placement.wall, along, out, view) for along, out in corners), strict=True)
    return (min(xs) + 0.2, min(ys) + 0.2, max(xs) - 0.2, max(ys) - 0.2)


def _on_paper(room: Room, wall: int, along: Length, out: Length, view: View) -> Point:
    x, y = room.on_wall(wall, along, out)
    return view.at(round(x), round(y))


def _on_a_leader(
    room: Room, placement: Placement, middle: Point, taken: tuple[Space, Space], view: View
) -> Iterator[Item]:
    """The id of a narrow cabinet before it, on a leader long enough to keep clear of other ids and of furniture.

    Where two rows face each other at close quarters it stands behind the wall.
    """
    space, stands = taken
    for reach in (*range(3, 16, 2), *range(-4, -16, -2), *range(16, 40, 2)):
        tip, text = _at_reach(room, placement, middle, reach, view)
        box = box_of(text)
        if space.is_free(box) and stands.is_free(box):
            break
    space.take(box)
    yield Line(middle, tip, THIN)
    yield text


def _at_reach(room: Room, placement: Placement, middle: Point, reach: int, view: View) -> tuple[Point, Text]:
    """The tip of a leader so many millimetres of paper before a cabinet, or behind its wall, and the id there.

    The id runs away from the nearer end of the wall, where the next wall may stand.
    """
    centre = placement.offset + placement.width // 2
    leftish = centre < room.walls[placement.wall].length // 2
    em = IDS * POINT
    start = placement.out + placement.depth if reach > 0 else 0
    tip = _on_paper(room, placement.wall, centre, start + round(reach * 1000 * view.scale), view)
    dx, dy = tip[0] - middle[0], tip[1] - middle[1]
    if abs(dy) > abs(dx):
        anchor, drop = (Anchor.START if leftish == (dy < 0) else Anchor.END), (0.8 * em if dy < 0 else -0.2 * em)
    else:
        anchor, drop = (Anchor.START if dx > 0 else Anchor.END), 0.36 * em
    return tip, Text(tip[0], tip[1] - drop, placement.cabinet, IDS, anchor, bold=True)
