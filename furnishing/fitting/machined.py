"""Holes and hardware of a cabinet that is cut to slopes: the usual passes for all that stands square, own ones aslant.

The passes of `joinery` see boards that lie aslant not at all, and slanting doors as the rectangle below their hinged
edge; what they drill then comes into the true parts.
"""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, Front
from furnishing.cabinets.making import Making
from furnishing.fitting.fronts import OTHER, hung
from furnishing.fitting.joints import join_inclined
from furnishing.incline import inclined
from furnishing.joinery.machine import machine
from furnishing.joinery.places import ends, inside
from furnishing.parts import Bore, Part
from furnishing.units import MICROMETRES, Length


def machine_fitted(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with every hole in its parts, and with the articles that these holes are for."""
    swung = {front.part: front for front in cabinet.fronts if front.opens in OTHER}
    plain = tuple(_seen(part, swung.get(part.id)) for part in cabinet.parts if not inclined(part))
    worked = machine(replace(cabinet, parts=plain), making)
    done = {part.id: part for part in worked.parts}
    parts = tuple(_true(part, done.get(part.id)) for part in cabinet.parts)
    return join_inclined(replace(worked, parts=_on_wood(parts)), making)


def _seen(part: Part, front: Front | None) -> Part:
    return part if front is None or part.section is None else hung(part, front.opens)


def _true(part: Part, worked: Part | None) -> Part:
    """A part as it is with the holes, grooves and notches that were made in what stood for it."""
    if worked is None:
        return part
    moved = replace(worked, box=part.box, section=part.section, length=part.length, width=part.width)
    moved = replace(moved, cut_length=part.cut_length, cut_width=part.cut_width)
    return moved if part.section is None else replace(moved, bores=_handle_lower(moved))


MARGIN: Length = 20 * MICROMETRES["mm"]
"""Wood between a handle and the slanting edge above it."""


def _handle_lower(part: Part) -> tuple[Bore, ...]:
    """The holes of a slanting front, its handle moved down where it would come too near the slope."""
    grip = [bore for bore in part.bores if bore.purpose == "handle"]
    down = 0
    step = MICROMETRES["mm"]
    while any(not inside(part, (bore.x, bore.y, bore.z - down + MARGIN)) for bore in grip):
        down += step
        if min(bore.z for bore in grip) - down <= part.box.z:
            return part.bores
    return tuple(replace(bore, z=bore.z - down) if bore in grip else bore for bore in part.bores)


def _on_wood(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts without fixings of which a hole would lie off the true shape of its part.

    So do wall anchors below a level top that does not reach the wall: they stay in the list and are placed on site.
    """
    lost = {bore.fixing for part in parts for bore in part.bores if part.section and not _in(part, bore)}
    if not lost:
        return parts
    return tuple(replace(part, bores=tuple(bore for bore in part.bores if bore.fixing not in lost)) for part in parts)


def _in(part: Part, bore: Bore) -> bool:
    at = [bore.x, bore.y, bore.z]
    low, high = ends(part.box)[bore.axis]
    through = bore.depth >= high - low
    tip = list(at)
    tip[bore.axis] += bore.sense * bore.depth
    first, last = (at[0], at[1], at[2]), (tip[0], tip[1], tip[2])
    return inside(part, first) and (through or inside(part, last))
