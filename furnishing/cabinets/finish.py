"""From the bare parts of a kind to a finished cabinet: bands, joints, holes and hardware, in this order."""

from __future__ import annotations

from collections.abc import Iterable

from furnishing.cabinets.cabinet import Cabinet, Front, HardwareItem, Space
from furnishing.cabinets.making import Making
from furnishing.fitting.machined import machine_fitted
from furnishing.joinery.banding import band
from furnishing.joinery.machine import machine
from furnishing.parts import Part
from furnishing.units import Length


def assembled(
    making: Making,
    parts: Iterable[Part],
    *,
    fronts: Iterable[Front] = (),
    spaces: Iterable[Space] = (),
    hardware: Iterable[HardwareItem] = (),
    depth: Length | None = None,
) -> Cabinet:
    """What a kind's `build` returns: its parts, and hardware only where it cannot be told from them.

    `depth` is that of the finished cabinet where it is not the one asked for, as without fronts.
    """
    return Cabinet(
        id=making.id,
        kind=making.kind,
        name=making.name,
        width=making.size.width,
        height=making.size.height,
        depth=making.size.depth if depth is None else depth,
        carcass_depth=making.carcass_depth,
        parts=tuple(parts),
        fronts=tuple(fronts),
        hardware=tuple(hardware),
        spaces=tuple(spaces),
    )


def finish(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with bands on its edges, holes in its parts and everything that is bought for it."""
    banded = band(cabinet, making)
    return machine(banded, making) if making.envelope is None else machine_fitted(banded, making)
