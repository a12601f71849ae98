"""Spacers of inner drawers: screwed flat to the upright beside them."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Making
from furnishing.hardware import Drill
from furnishing.hardware_file import hardware_pack
from furnishing.joinery.places import STANDING, along, ends
from furnishing.joinery.work import Hole, Work, suffix
from furnishing.parts import Part
from furnishing.units import MICROMETRES, Length


def space_out(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with its spacers screwed to the uprights that they lie against, in two columns."""
    work = Work()
    for spacer in cabinet.parts:
        if spacer.role == "spacer":
            for upright in cabinet.parts:
                if upright.role in STANDING and upright.role != "spacer":
                    _screws(spacer, upright, making, work)
    return work.done(cabinet)


def _screws(spacer: Part, upright: Part, making: Making, work: Work) -> None:
    rules = hardware_pack(making).spacer
    (x0, x1), (y0, y1), (z0, z1) = ends(spacer.box)
    low, high = ends(upright.box)[0]
    over = (
        upright.box.y < y1
        and y0 < upright.box.y + upright.box.dy
        and upright.box.z <= z0
        and z1 <= upright.box.z + upright.box.dz
    )
    if not over or (high != x0 and low != x1):
        return
    # Drilled from the drawer's side of the spacer into the upright.
    mouth, plane, sense = (x1, x0, -1) if high == x0 else (x0, x1, 1)
    through = Drill(diameter=rules.clearance, depth=0)
    columns = along(y0, y1, rules.pattern, from_high=True)
    number = 0
    for y in columns[:1] + columns[-1:]:
        for z in along(z0, z1, rules.pattern, from_high=False):
            number += 1
            tried = ((y - dy * STEP, z) for dy in range(4))
            holes: list[list[Hole]] = [
                [
                    (spacer, (mouth, *at), 0, sense, through),
                    (upright, (plane, *at), 0, sense, rules.pilot),
                ]
                for at in tried
            ]
            for hole in next((each for each in holes if work.clear(each)), holes[0]):
                work.bore(*hole, "spacer", f"{suffix(spacer)}.{number}")
            work.order(rules.code)


STEP: Length = 16 * MICROMETRES["mm"]
"""A screw in the way of a runner is moved by half a step of System 32."""
