"""Units round a corner as they are seen before the wall that they do not stand on: turned by a quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.registry import kinds
from furnishing.design import Design
from furnishing.layout.placement import Placement
from furnishing.parts import Box, Part


def round_the_corner(design: Design, wall: int) -> Iterator[tuple[Cabinet, Placement]]:
    """The corner units of the wall after `wall` as they reach along `wall`, at its right end."""
    room = design.room
    corners = {each.code for each in kinds() if each.corner}
    cabinets = {each.id: each for each in design.cabinets}
    for each in design.layout.placements:
        if (each.wall - 1) % len(room.walls) != wall or each.offset or each.kind not in corners:
            continue
        cabinet = cabinets[each.cabinet]
        if cabinet.depth != each.width:
            # Only units with two legs have one on this wall; a blind one ends in the corner.
            continue
        offset = room.walls[wall].length - each.depth
        yield _turned(cabinet), replace(each, wall=wall, offset=offset, width=each.depth, depth=each.width)


def _turned(cabinet: Cabinet) -> Cabinet:
    """A unit whose width runs out of the wall and whose depth along it, without its holes and the ways it opens."""
    parts = tuple(_turned_part(part, cabinet.depth) for part in cabinet.parts)
    return replace(cabinet, parts=parts, fronts=(), width=cabinet.depth, depth=cabinet.width)


def _turned_part(part: Part, depth: int) -> Part:
    box = part.box
    turned = Box(depth - box.y - box.dy, box.x, box.z, box.dy, box.dx, box.dz)
    return replace(part, box=turned, bores=(), grooves=(), notches=())
