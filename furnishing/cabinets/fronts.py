"""Fronts: each fills its area of the front of a cabinet, gaps left around it.

An area is what remains of the face of a cabinet inside its gaps: towards a neighbour as wide as the construction
method says for what stands there, half a gap above and below, and half a gap from a line between two fronts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from furnishing.cabinets.cabinet import Front, Opens
from furnishing.cabinets.framed import framed
from furnishing.cabinets.making import Making, Neighbour
from furnishing.cabinets.panels import Lie, Surface, panel, shares
from furnishing.grain import Grain
from furnishing.parts import Box, Groove, Part
from furnishing.style import FrontLook, Overlay
from furnishing.units import MICROMETRES, Length


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in the plane of the fronts, gaps already taken off: lower left corner, width and height."""

    x: Length
    z: Length
    width: Length
    height: Length


TENTH: Final = MICROMETRES["mm"] // 10
Fronts = tuple[tuple[Part, ...], tuple[Front, ...]]
"""Parts, and how each front opens."""


def front_area(
    making: Making,
    *,
    low: Length | None = None,
    high: Length | None = None,
    left: Length | None = None,
    right: Length | None = None,
) -> Area:
    """Where fronts go between four lines; a line not given is the end of the cabinet on that side."""
    gap = making.style.front_gap
    half, rest = gap // 2, gap - gap // 2
    x = _end(making, making.left, half) if left is None else left + half
    end = making.size.width - _end(making, making.right, rest) if right is None else right - rest
    z = _low(making) if low is None else low + half
    top = _high(making) if high is None else high - rest
    return Area(x, z, end - x, top - z)


def _end(making: Making, neighbour: Neighbour, half: Length) -> Length:
    """From the end of the cabinet to its front: by what stands beside it, half a side, or inside the side.

    `half` of the style's gap where the method has no gap for that neighbour: the other half is the neighbour's.
    """
    if making.style.overlay is Overlay.INSET:
        return making.side + making.style.front_gap
    if making.style.overlay is Overlay.HALF:
        return (making.side + making.style.front_gap) // 2
    gap = making.construction.front_gap_to(neighbour.value)
    return half if gap is None else gap


def _low(making: Making) -> Length:
    """The lower end of the lowest front; a hung unit with grips has its grip there."""
    gap = making.style.front_gap
    return making.floor + gap if making.style.overlay is Overlay.INSET else making.plinth + gap // 2


def _high(making: Making) -> Length:
    """The upper end of the highest front: below the top where it is inset, below the profile where there is one."""
    gap, size = making.style.front_gap, making.size
    end = making.ceiling - gap if making.style.overlay is Overlay.INSET else size.height - (gap - gap // 2)
    return end - making.construction.profile_gap if making.grip is FrontLook.PROFILE else end


def rows(making: Making, area: Area, parts: Sequence[int]) -> tuple[Area, ...]:
    """An area divided from the top down into fronts of these proportions, in whole millimetres, gaps between."""
    total = area.height - (len(parts) - 1) * making.style.front_gap
    return stacked(making, area, shares(total, tuple(parts), MICROMETRES["mm"]))


def stacked(making: Making, area: Area, heights: Sequence[Length]) -> tuple[Area, ...]:
    """Areas of these heights one below the other from the top of an area, a gap between each."""
    found, edge = [], area.z + area.height
    for tall in heights:
        found.append(replace(area, z=edge - tall, height=tall))
        edge -= tall + making.style.front_gap
    return tuple(found)


def columns(making: Making, area: Area, count: int) -> tuple[Area, ...]:
    """An area divided from left to right into fronts equal to a tenth of a millimetre; the last takes what remains."""
    gap, found = making.style.front_gap, []
    clear = (area.width - (count - 1) * gap) // count // TENTH * TENTH
    for number in range(count):
        x = area.x + number * (clear + gap)
        last = number == count - 1
        found.append(replace(area, x=x, width=area.x + area.width - x if last else clear))
    return tuple(found)


def doors(making: Making, area: Area | None = None, count: int | None = None, opens: Opens = Opens.LEFT) -> Fronts:
    """One door, or two where one would be too wide. A single door opens as asked; of several, each beside the next."""
    whole = front_area(making) if area is None else area
    wanted = count or (1 if whole.width + making.style.front_gap <= making.construction.single_door_most else 2)
    leaves = columns(making, whole, wanted)
    ways = [opens] if wanted == 1 else [(Opens.LEFT, Opens.RIGHT)[number % 2] for number in range(wanted)]
    made = [_front(making, leaf, "door", "Door", Lie.FACING, way) for leaf, way in zip(leaves, ways, strict=True)]
    return _together(made)


def flap(making: Making, area: Area, opens: Opens = Opens.UP) -> Fronts:
    """One flap, hinged at its top or its bottom; its grain stands upright like that of doors."""
    return _together([_front(making, area, "flap", "Flap", Lie.ACROSS, opens)])


def false_front(making: Making, area: Area) -> Fronts:
    """A front that does not open, as before a sink."""
    return _together([_front(making, area, "false-front", "False front", Lie.ACROSS, Opens.FIXED)])


def drawer_fronts(making: Making, areas: Sequence[Area]) -> Fronts:
    """Drawer fronts, numbered from the top; their grain stands upright like that of doors."""
    return _together([_front(making, area, "drawer-front", "Drawer front", Lie.ACROSS, Opens.PULL) for area in areas])


def _together(made: Iterable[tuple[tuple[Part, ...], Front]]) -> Fronts:
    each = list(made)
    return tuple(part for parts, _ in each for part in parts), tuple(front for _, front in each)


def _front(making: Making, area: Area, role: str, name: str, lie: Lie, opens: Opens) -> tuple[tuple[Part, ...], Front]:
    """One front in the look of the style, its grain upright however it lies."""
    number = making.numbers.next("drawer" if role == "drawer-front" else role)
    suffix = f"drawer.{number}.front" if role == "drawer-front" else f"{role}.{number}"
    if frameable(making, area):
        parts = framed(making, face(making, area), suffix=suffix, name=f"{name} {number}")
        return parts, Front(parts[0].id, opens, tuple(part.id for part in parts[1:]))
    part = panel(
        making,
        suffix=suffix,
        role=role,
        name=f"{name} {number}",
        box=face(making, area),
        lie=lie,
        surface=Surface.FRONT,
        grain=Grain.LENGTH if lie is Lie.FACING else Grain.WIDTH,
    )
    if making.grip is FrontLook.J_GRIP and opens is not Opens.FIXED:
        part = replace(part, grooves=(_grip(making, part.box),))
    return (part,), Front(part.id, opens)


def frameable(making: Making, area: Area) -> bool:
    """Whether a front is framed: where the style wants it and a panel remains between the frame."""
    least = 2 * making.construction.frame_width + making.construction.frame_panel_least
    wanted = making.style.front in {FrontLook.FRAMED, FrontLook.GLASS}
    return wanted and min(area.width, area.height) >= least


def _grip(making: Making, box: Box) -> Groove:
    """Wood milled away behind the upper edge (of a hung unit: the lower), so that fingers reach behind it."""
    rules = making.construction
    tall, deep = rules.grip_height, rules.grip_depth
    z = box.z if making.hung else box.z + box.dz - tall
    return Groove(box=Box(box.x, box.y, z, box.dx, deep, tall), depth=deep, width=tall, purpose="grip")


def face(making: Making, area: Area) -> Box:
    """The place of a front that fills an area: before the carcass, or flush with its front where it is inset."""
    return Box(area.x, making.face, area.z, area.width, making.style.front_thickness, area.height)
