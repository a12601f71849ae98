"""Hanging rails and trouser racks: what is screwed between two uprights of a space."""

from __future__ import annotations

from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill, Pack
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import STANDING, ends, normal
from furnishing.joinery.work import Hole, Work
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length

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
    y, half = box.y + box.dy // 2, item.apart // 2
    places = [(y, z - half), (y, z + half)]
    if uprights:
        level(uprights, places, item.drill, work, "rail-end", fixing)
    work.order(item.end, 2)
    if box.dx > item.middle_from:
        work.order(item.middle)
    work.cut_to(item.code, box.dx - rules.rail_play)


def _rack(space: Space, uprights: tuple[Part, Part], pack: Pack, work: Work, fixing: str) -> None:
    box, holes = space.box, pack.trousers.holes
    front, top = box.y + box.dy, box.z + box.dz
    places = [(front - back, top - below) for back, below in pairs(holes) if front - back > box.y]
    level(uprights, places, pack.trousers.drill, work, "trousers", fixing)
    work.order(pack.trousers.code)


STEPS: Final = tuple(step * MICROMETRES["mm"] for step in (0, -32, 32, -64, 64, -96, -128, -16, 16, -48, 48))
"""How far along the depth a fitting is moved where something is in its way: steps of System 32, then halves."""


def level(
    pair: tuple[Part, Part],
    places: list[tuple[Length, Length]],
    drill: Drill,
    work: Work,
    purpose: str,
    fixing: str,
    *,
    outside: bool = False,
) -> None:
    """The same holes (y, z) in the inner or outer faces of a left and a right board.

    All are moved together where something is in the way of one.
    """
    way = -1 if outside else 1

    def holes(step: Length) -> list[Hole]:
        return [
            (part, (ends(part.box)[0][1 if sense < 0 else 0], y + step, z), 0, sense, drill)
            for part, sense in zip(pair, (-way, way), strict=True)
            for y, z in places
        ]

    step = next((each for each in STEPS if work.clear(holes(each))), 0)
    for hole in holes(step):
        work.bore(*hole, purpose, fixing)


def pairs(holes: tuple[Length, ...]) -> tuple[tuple[Length, Length], ...]:
    """Distances written in turn, as pairs."""
    return tuple(zip(holes[::2], holes[1::2], strict=True))
