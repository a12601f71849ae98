"""Fronts: each fills its area of the front of a cabinet, gaps left around it.

An area is what remains of the face of a cabinet inside its gaps: towards a neighbour as wide as the construction
method says for what stands there, half a gap above and below, and half a gap from a line between two fronts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from furnishing.cabinets.cabinet import Front, Opens
from furnishing.cabinets.making import Making
from furnishing.cabinets.panels import Lie, Surface, panel, shares
from furnishing.grain import Grain
from furnishing.parts import Box, Part
from furnishing.units import MICROMETRES, Length


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in the plane of the fronts, gaps already taken off: lower left corner, width and height."""

    x: Length
    z: Length
    width: Length
    height: Length


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
    x = _end(making, making.left.value) if left is None else left + half
    end = making.size.width - _end(making, making.right.value) if right is None else right - rest
    z = (making.plinth if low is None else low) + half
    top = (making.size.height if high is None else high) - rest
    return Area(x, z, end - x, top - z)


def _end(making: Making, neighbour: str) -> Length:
    return making.construction.front_gap_to(neighbour)


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
    """An area divided from left to right into equal fronts; the last takes what remains."""
    gap, found = making.style.front_gap, []
    clear = (area.width - (count - 1) * gap) // count
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
    parts = tuple(_front(making, leaf, "door", "Door", Lie.FACING, Grain.LENGTH) for leaf in leaves)
    return parts, tuple(Front(part.id, way) for part, way in zip(parts, ways, strict=True))


def flap(making: Making, area: Area, opens: Opens = Opens.UP) -> Fronts:
    """One flap, hinged at its top or its bottom; its grain stands upright like that of doors."""
    part = _front(making, area, "flap", "Flap", Lie.ACROSS, Grain.WIDTH)
    return (part,), (Front(part.id, opens),)


def false_front(making: Making, area: Area) -> Fronts:
    """A front that does not open, as before a sink."""
    part = _front(making, area, "false-front", "False front", Lie.ACROSS, Grain.WIDTH)
    return (part,), (Front(part.id, Opens.FIXED),)


def drawer_fronts(making: Making, areas: Sequence[Area]) -> Fronts:
    """Drawer fronts, numbered from the top; their grain stands upright like that of doors."""
    parts = []
    for area in areas:
        number = making.numbers.next("drawer")
        parts.append(
            panel(
                making,
                suffix=f"drawer.{number}.front",
                role="drawer-front",
                name=f"Drawer front {number}",
                box=face(making, area),
                lie=Lie.ACROSS,
                surface=Surface.FRONT,
                grain=Grain.WIDTH,
            )
        )
    return tuple(parts), tuple(Front(part.id, Opens.PULL) for part in parts)


def _front(making: Making, area: Area, role: str, name: str, lie: Lie, grain: Grain) -> Part:
    number = making.numbers.next(role)
    return panel(
        making,
        suffix=f"{role}.{number}",
        role=role,
        name=f"{name} {number}",
        box=face(making, area),
        lie=lie,
        surface=Surface.FRONT,
        grain=grain,
    )


def face(making: Making, area: Area) -> Box:
    """The place of a front that fills an area, before the carcass."""
    y = making.carcass_depth + making.construction.bumper
    return Box(area.x, y, area.z, area.width, making.style.front_thickness, area.height)
