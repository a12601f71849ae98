"""Fronts: half a gap at the outer edges of a cabinet, a whole one between its fronts."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Front, Opens
from furnishing.cabinets.kind import Making
from furnishing.cabinets.panels import ALL_SEEN, Lie, Surface, panel
from furnishing.grain import Grain
from furnishing.parts import Box, Part
from furnishing.units import Length


def front_area(making: Making) -> tuple[Length, Length, Length, Length]:
    """Where fronts go: x, z, width and height inside the outer half gaps."""
    low = making.style.front_gap // 2
    high = making.style.front_gap - low
    height = making.size.height - making.plinth - low - high
    return (low, making.plinth + low, making.size.width - low - high, height)


def doors(making: Making) -> tuple[tuple[Part, ...], tuple[Front, ...]]:
    """One door, or two where one would be too wide. A single door hangs on the left."""
    x, z, width, height = front_area(making)
    if making.size.width <= making.construction.single_door_most:
        leaves = [(x, width, Opens.LEFT)]
    else:
        gap = making.style.front_gap
        left = (width - gap) // 2
        leaves = [(x, left, Opens.LEFT), (x + left + gap, width - gap - left, Opens.RIGHT)]
    parts = tuple(
        panel(
            making,
            suffix=f"door.{number}",
            role="door",
            name=f"Door {number}",
            box=_face(making, at, z, leaf, height),
            lie=Lie.FACING,
            surface=Surface.FRONT,
            edges=ALL_SEEN,
        )
        for number, (at, leaf, _) in enumerate(leaves, 1)
    )
    return parts, tuple(Front(part.id, leaf[2]) for part, leaf in zip(parts, leaves, strict=True))


def drawer_fronts(making: Making, heights: tuple[Length, ...]) -> tuple[tuple[Part, ...], tuple[Front, ...]]:
    """Drawer fronts of these heights, numbered from the top; their grain stands upright like that of doors."""
    x, z, width, height = front_area(making)
    edge = z + height
    parts = []
    for number, tall in enumerate(heights, 1):
        parts.append(
            panel(
                making,
                suffix=f"drawer.{number}.front",
                role="drawer-front",
                name=f"Drawer front {number}",
                box=_face(making, x, edge - tall, width, tall),
                lie=Lie.ACROSS,
                surface=Surface.FRONT,
                edges=ALL_SEEN,
                grain=Grain.WIDTH,
            )
        )
        edge -= tall + making.style.front_gap
    return tuple(parts), tuple(Front(part.id, Opens.PULL) for part in parts)


def _face(making: Making, x: Length, z: Length, width: Length, height: Length) -> Box:
    y = making.carcass_depth + making.construction.bumper
    return Box(x, y, z, width, making.style.front_thickness, height)
