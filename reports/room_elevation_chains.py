"""Ids and dimensions of an elevation: chains below and beside it, points of the wall from its floor and left end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from furnishing.design import Design
from furnishing.layout.placement import Placement
from furnishing.units import Length
from reports.chains import Side
from reports.dimensions import View
from reports.drawing import Anchor, Item, Text
from reports.part_drawing_ordinates import Scale, Way, ordinates
from reports.render.fonts import POINT, text_width
from reports.text.locale import Locale

IDS: Final = 9.0


def floor_ids(placements: Iterable[Placement], view: View) -> Iterator[Item]:
    """Ids under the floor line, or above what hangs; beside a narrow one in a second row."""
    below: list[float] = []
    above: dict[Length, list[float]] = {}
    for each in sorted(placements, key=lambda each: each.offset):
        middle, top = each.offset + each.width // 2, each.elevation + each.height
        hung = each.elevation > 0
        width = text_width(each.cabinet, IDS, bold=True)
        x, y = view.at(middle, top if hung else 0)
        rows = above.setdefault(top, []) if hung else below
        row = next((i for i, end in enumerate(rows) if end + 1.0 <= x - width / 2), len(rows))
        rows[row : row + 1] = [x + width / 2]
        step = row * IDS * POINT * 1.1
        yield Text(x, y + 1.0 + step if hung else y - 3.8 - step, each.cabinet, IDS, Anchor.MIDDLE, bold=True)


def wall_chains(
    design: Design,
    wall: int,
    placements: Sequence[Placement],
    ends: tuple[tuple[Length, Length], ...],
    view: View,
    locale: Locale,
) -> Iterator[Item]:
    """Below: openings, furniture, the wall. On the left: heights of furniture. On the right: those of openings.

    `ends` are points of the ceiling line, the first at the left end of the wall and the last at its right end.
    """
    room = design.room
    length, openings = room.walls[wall].length, room.walls[wall].openings
    # Sides run so that outside lies to their left; below, that is from right to left.
    below = Side(view.at(length, 0), (-1.0, 0.0), view, reach=5.0 + 3.6 * id_rows(placements, view), locale=locale)
    stands = [mark for each in placements for mark in (each.offset, each.offset + each.width)]
    cuts = [mark for each in openings for mark in (each.offset, each.offset + each.width)]
    for marks in (cuts, stands):
        if marks:
            below.chain([length - mark for mark in (0, *marks, length)])
    below.chain([0, length])
    left = Side(view.at(0, 0), (0.0, 1.0), view, locale=locale)
    heights = [mark for each in placements for mark in (each.elevation, each.elevation + each.height)]
    left.chain([0, *plinth_tops(design, placements), *heights, ends[0][1]])
    left.chain([0, ends[0][1]])
    right = Side(view.at(length, ends[-1][1]), (0.0, -1.0), view, locale=locale)
    top = ends[-1][1]
    cuts = [mark for each in openings for mark in (each.sill, each.sill + each.height)]
    if cuts:
        right.chain([top - mark for mark in (0, *cuts, top)])
    right.chain([0, top])
    for side in (below, left, right):
        yield from side.items
    points = room.walls[wall].points
    if points:
        # Where to put sockets and pipes is told from the floor and from the left end, as they are marked out.
        across = Scale(way=Way.BELOW, zero=view.x, base=view.y - below.reach - 1.0, scale=view.scale, size=length)
        up = Scale(
            way=Way.RIGHT,
            zero=view.y,
            base=view.at(length, 0)[0] + right.reach + 1.0,
            scale=view.scale,
            size=ends[-1][1],
        )
        yield from ordinates(across, [point.offset for point in points], locale)
        yield from ordinates(up, [point.height for point in points], locale)


def id_rows(placements: Sequence[Placement], view: View) -> int:
    """How many rows of ids stand below the floor line."""
    ids = [each for each in floor_ids(placements, view) if isinstance(each, Text)]
    return len({round(text.y, 3) for text in ids if text.y < view.y})


def plinth_tops(design: Design, placements: Sequence[Placement]) -> set[Length]:
    """The upper edges of the plinths of units that stand on the floor."""
    standing = {each.cabinet for each in placements if each.elevation == 0}
    cabinets = [each for each in design.cabinets if each.id in standing]
    return {part.box.z + part.box.dz for each in cabinets for part in each.parts if part.role == "plinth"}
