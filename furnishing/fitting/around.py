"""Parts cut around pillars and pipes: notches in what lies there, a divided back, never through a side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Space
from furnishing.cabinets.making import Making
from furnishing.errors import Fault, InputError
from furnishing.fitting.cut import boxed, common, shaped
from furnishing.fitting.envelope import below
from furnishing.incline import thin_axis
from furnishing.parts import Box, Notch, Part
from furnishing.units import show

NOTCHED: Final = frozenset({"bottom", "top", "shelf", "fixed-shelf", "partition", "back", "stretcher", "shoe-shelf"})
"""Roles that a pillar may go through."""


def cut_around(cabinet: Cabinet, making: Making, away: Iterable[Box]) -> Cabinet:
    """The cabinet without the wood where pillars stand; clear spaces begin before them.

    InputError where a pillar would go through a side, a drawer or a front.
    """
    blocks, faults = tuple(away), []
    parts: list[Part] = []
    for part in cabinet.parts:
        pieces = [part]
        for block in blocks:
            hit = [piece for piece in pieces if common(piece.box, block)]
            if hit and part.role not in NOTCHED:
                faults.append(_through(part, block))
            pieces = [left for piece in pieces for left in _without(piece, block)]
        parts += pieces
    if faults:
        raise InputError(faults)
    spaces = tuple(found for space in cabinet.spaces for found in _before(space, blocks))
    return replace(cabinet, parts=tuple(parts), spaces=spaces)


def _through(part: Part, block: Box) -> Fault:
    where = f"{show(block.x)} to {show(block.x + block.dx)} mm"
    message = f"a pillar or pipe at {where} of {part.cabinet} would go through {part.id}"
    return Fault("style.wishes", f"{message}; choose widths so that it stands between two uprights, or another wall")


def _without(part: Part, block: Box) -> list[Part]:
    """A part without a block: notched, or a back in two where the block parts it from top to bottom."""
    hole = common(part.box, block)
    if hole is None:
        return [part]
    box, thin = part.box, thin_axis(part)
    if part.role == "back" and thin == 1 and hole.z <= box.z and hole.z + hole.dz >= box.z + box.dz:
        return _beside(part, hole)
    ends = [(hole.x, hole.dx), (hole.y, hole.dy), (hole.z, hole.dz)]
    # Through the whole thickness; along a board on edge also through its whole height.
    ends[thin] = ((box.x, box.dx), (box.y, box.dy), (box.z, box.dz))[thin]
    (x, dx), (y, dy), (z, dz) = ends
    if thin == 0 and (z, dz) == (box.z, box.dz) and y == box.y and part.section is None:
        # An upright before a pillar is simply narrower, so that whatever is drilled into it finds wood.
        return [boxed(part, replace(box, y=y + dy, dy=box.dy - dy))] if dy < box.dy else []
    return [replace(part, notches=(*part.notches, Notch(box=Box(x, y, z, dx, dy, dz), purpose="pillar")))]


def _beside(part: Part, hole: Box) -> list[Part]:
    """What is left of a back on both sides of a pillar that runs past its whole height."""
    box, end = part.box, hole.x + hole.dx
    found = []
    for name, x, dx in (("L", box.x, hole.x - box.x), ("R", end, box.x + box.dx - end)):
        if dx > 0:
            piece = clipped(part, replace(box, x=x, dx=dx))
            if piece is not None:
                found.append(replace(piece, id=f"{part.id}.{name}", name=f"{part.name} {name}"))
    return found if len(found) != 1 else [replace(found[0], id=part.id, name=part.name)]


def clipped(part: Part, box: Box) -> Part | None:
    """A part of polygon shape or none in a narrower box along x."""
    section = part.section
    if section is None:
        return boxed(part, box)
    upper = sorted((u, v) for u, v in section.points if v > part.box.z)
    line = tuple((u, max(v for at, v in upper if at == u)) for u in dict.fromkeys(u for u, _ in upper))
    corners = below(line, box.x, box.x + box.dx, box.z, part.box.z + part.box.dz)
    return shaped(part, section.axis, corners) if corners else None


def _before(space: Space, blocks: tuple[Box, ...]) -> tuple[Space, ...]:
    """What is left of a clear space before the pillars in it."""
    box = space.box
    for block in blocks:
        hole = common(box, block)
        if hole is not None:
            front = hole.y + hole.dy
            box = replace(box, y=front, dy=box.y + box.dy - front)
            if box.dy <= 0:
                return ()
    return (Space(box=box, use=space.use),)
