"""Fronts cut to a slope: which edge still carries hinges, and what becomes of those that cannot open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet, Front, Opens
from furnishing.cabinets.making import Making
from furnishing.fitting.cut import boxed
from furnishing.parts import Part
from furnishing.units import Length

Told = Callable[[str, Part, str], None]
OTHER: Final = {Opens.LEFT: Opens.RIGHT, Opens.RIGHT: Opens.LEFT}


def fitted_fronts(
    cabinet: Cabinet, making: Making, parts: Iterable[Part], put_issue: Told
) -> tuple[tuple[Front, ...], list[Part]]:
    """Fronts and parts after the cut: a door too low at its hinges hangs on its other edge, or becomes a fixed front.

    A drawer front that was cut loses its drawer and is fixed. What is fixed is told.
    """
    raw = {part.id: part for part in cabinet.parts}
    found = {part.id: part for part in parts}
    fronts = []
    for front in cabinet.fronts:
        part = found.get(front.part)
        if part is None or (part.section is None and part.box == raw[front.part].box):
            fronts.append(front)
            continue
        opens = _opens(front, part, making, alone=len(cabinet.fronts) == 1)
        if opens is Opens.FIXED and front.opens is not Opens.FIXED:
            why = "too little of its edge is left under the slope for hinges or a drawer"
            put_issue("slope-front-fixed", part, why)
            found[part.id] = replace(part, role="false-front")
            if front.opens is Opens.PULL:
                prefix = front.part.rpartition(".")[0] + "."
                for id in [id for id in found if id.startswith(prefix) and id != front.part]:
                    del found[id]
        fronts.append(Front(front.part, opens, front.others))
    return tuple(fronts), list(found.values())


def _opens(front: Front, part: Part, making: Making, *, alone: bool) -> Opens:
    if front.opens not in OTHER:
        return front.opens if part.section is None and front.opens is not Opens.PULL else Opens.FIXED
    least = making.construction.slope_hinge_least
    if edge_height(part, front.opens) >= least:
        return front.opens
    other = OTHER[front.opens]
    return other if alone and edge_height(part, other) >= least else Opens.FIXED


def edge_height(part: Part, opens: Opens) -> Length:
    """How high the left or right edge of a door is that may be cut to an outline."""
    if part.section is None:
        return part.box.dz
    at = part.box.x if opens is Opens.LEFT else part.box.x + part.box.dx
    return max((z for x, z in part.section.points if x == at), default=part.box.z) - part.box.z


def hung(part: Part, opens: Opens) -> Part:
    """A slanting door as the rectangle below the upper end of its hinged edge, for what is drilled at that edge."""
    return replace(boxed(part, replace(part.box, dz=edge_height(part, opens))), section=part.section)
