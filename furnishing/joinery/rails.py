"""Hanging rails and trouser racks: what is screwed between two uprights of a space."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.making import Making
from furnishing.hardware import Pack
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import STANDING, ends, normal
from furnishing.joinery.work import Work
from furnishing.parts import Part
from furnishing.units import Length

HANGING: Final = frozenset({Use.HANG_LONG, Use.HANG_SHORT})


def hang_rails(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with a rail in every space where clothes hang, and a rack where trousers do."""
    pack, work = hardware_pack(making), Work()
    for number, space in enumerate(cabinet.spaces, 1):
        uprights = _uprights(cabinet, space)
        if space.use in HANGING:
            _rail(space, uprights, pack, making, work, f"rail.{number}")
        elif space.use is Use.TROUSERS and uprights:
            _rack(space, uprights, pack, work, f"trousers.{number}")
    return work.done(cabinet)


def _uprights(cabinet: Cabinet, space: Space) -> tuple[Part, Part] | None:
    """The uprights left and right of a space, at its upper end."""
    box, found = space.box, []
    for face, at in ((1, box.x), (0, box.x + box.dx)):
        for part in cabinet.parts:
            beside = part.role in STANDING and normal(part) == 0 and ends(part.box)[0][face] == at
            if beside and part.box.z < box.z + box.dz <= part.box.z + part.box.dz and part.box.y < box.y + box.dy:
                found.append(part)
                break
    return (found[0], found[1]) if len(found) == 2 else None


def _rail(
    space: Space, uprights: tuple[Part, Part] | None, pack: Pack, making: Making, work: Work, fixing: str
) -> None:
    rules, item, box = making.construction, pack.rails, space.box
    z = box.z + box.dz - rules.rail_below_top
    y = box.y + box.dy // 2
    for upright, sense, x in zip(uprights or (), (-1, 1), (box.x, box.x + box.dx), strict=False):
        for up in (-item.apart // 2, item.apart // 2):
            work.bore(upright, (x, y, z + up), 0, sense, item.drill, "rail-end", fixing)
    work.order(item.end, 2)
    if box.dx > item.middle_from:
        work.order(item.middle)
    work.cut_to(item.code, box.dx - rules.rail_play)


def _rack(space: Space, uprights: tuple[Part, Part], pack: Pack, work: Work, fixing: str) -> None:
    box, holes = space.box, pack.trousers.holes
    front, top = box.y + box.dy, box.z + box.dz
    for upright, sense, x in zip(uprights, (-1, 1), (box.x, box.x + box.dx), strict=True):
        for back, below in pairs(holes):
            y = front - back
            if y > box.y:
                work.bore(upright, (x, y, top - below), 0, sense, pack.trousers.drill, "trousers", fixing)
    work.order(pack.trousers.code)


def pairs(holes: tuple[Length, ...]) -> tuple[tuple[Length, Length], ...]:
    """Distances written in turn, as pairs."""
    return tuple(zip(holes[::2], holes[1::2], strict=True))
