"""What divides the clear space of a carcass: shelves, fixed shelves, partitions, bays."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.making import Making
from furnishing.cabinets.notches import with_notch
from furnishing.cabinets.panels import Lie, panel, spread
from furnishing.parts import Box, Part
from furnishing.units import MICROMETRES, Length, show

Bays = tuple[tuple[Part, ...], tuple[Box, ...]]
"""Partitions, and the clear spaces between them from left to right."""


def shelves(making: Making, space: Box, count: int) -> tuple[Part, ...]:
    """Adjustable shelves at equal heights in a clear space, numbered from the lowest."""
    thick = making.thickness("shelf")
    heights = spread(space.z, space.z + space.dz, count, thick, MICROMETRES["mm"])
    return tuple(shelf(making, space, z) for z in heights)


def useful_rows(making: Making, space: Box, count: int) -> int:
    """The rows of shelves asked for, or as many as leave a useful space between them."""
    clear, board = making.construction.shelf_clear_least, making.thickness("shelf")
    return min(count, max(0, (space.dz - clear) // (clear + board)))


def shelf(making: Making, space: Box, z: Length) -> Part:
    """One adjustable shelf, its underside at `z`, with play at the sides and the rear and set back at the front."""
    rules, number = making.construction, making.numbers.next("shelf")
    play, rear = rules.shelf_side_play, rules.shelf_rear_play
    box = Box(
        space.x + play,
        space.y + rear,
        z,
        space.dx - 2 * play,
        space.dy - rear - rules.shelf_setback,
        making.thickness("shelf"),
    )
    return panel(making, suffix=f"shelf.{number}", role="shelf", name=f"Shelf {number}", box=box, lie=Lie.LYING)


def shoe_shelves(making: Making, space: Box, count: int) -> tuple[Part, ...]:
    """Level shelves for shoes: `count` pairs high, the lowest standing on the bottom of the space."""
    return shelves(making, space, count - 1)


def fixed_shelf(making: Making, space: Box, z: Length) -> tuple[Part, Box, Box]:
    """A shelf that holds the uprights together, its underside at `z`; with the spaces below and above it."""
    thick, number = making.thickness("fixed-shelf"), making.numbers.next("fixed-shelf")
    depth = space.dy - making.construction.fixed_shelf_setback
    part = panel(
        making,
        suffix="fixed-shelf" if number == 1 else f"fixed-shelf.{number}",
        role="fixed-shelf",
        name="Fixed shelf" if number == 1 else f"Fixed shelf {number}",
        box=Box(space.x, space.y, z, space.dx, depth, thick),
        lie=Lie.LYING,
    )
    return part, *levels(space, z, thick)


def levels(space: Box, z: Length, thick: Length) -> tuple[Box, Box]:
    """The spaces below and above a board whose underside is at `z`."""
    upper = z + thick
    return (
        Box(space.x, space.y, space.z, space.dx, space.dy, z - space.z),
        Box(space.x, space.y, upper, space.dx, space.dy, space.z + space.dz - upper),
    )


def partition(making: Making, space: Box, x: Length, setback: Length = 0) -> tuple[Part, Box, Box]:
    """An upright over the whole height of a space, its left face at `x`; with the spaces left and right of it."""
    thick, number = making.thickness("partition"), making.numbers.next("partition")
    part = panel(
        making,
        suffix="partition" if number == 1 else f"partition.{number}",
        role="partition",
        name="Partition" if number == 1 else f"Partition {number}",
        box=Box(x, space.y, space.z, thick, space.dy - setback, space.dz),
        lie=Lie.STANDING,
    )
    rail, end = valance_box(making), x + thick
    if rail is not None and part.box.overlap(rail):
        part = with_notch(part, Box(x, rail.y, rail.z, thick, rail.dy, rail.dz), "valance")
    return (
        part,
        Box(space.x, space.y, space.z, x - space.x, space.dy, space.dz),
        Box(end, space.y, space.z, space.x + space.dx - end, space.dy, space.dz),
    )


def valance_box(making: Making) -> Box | None:
    """The place of the rail below the top of a tall unit; None where the method has none or the unit is low."""
    rules, size = making.construction, making.size
    if rules.top_joint != "valance" or size.height - making.plinth < rules.valance_from:
        return None
    tall, thick = rules.valance_height, making.board
    return Box(making.side, making.inner_depth - thick, making.ceiling - tall, making.opening, thick, tall)


def rod_space(making: Making, inside: Box) -> Box:
    """What a rail hangs in: all of a bay, or what a compartment above it leaves where it would be out of reach."""
    rules = making.construction
    reach = rules.rail_height_most + rules.rail_below_top
    top = inside.z + inside.dz
    if top <= reach:
        return inside
    low = min(reach, top - rules.top_compartment_least - making.thickness("fixed-shelf"))
    return replace(inside, dz=low - inside.z)


def over_rail(making: Making, space: Box) -> str:
    """How the compartment above a rail stands in a text of cells (`cells.py`); empty where it needs none."""
    lower = rod_space(making, space).dz
    return "" if lower == space.dz else f"{show(space.dz - lower - making.thickness('fixed-shelf'))}: open, "


def bays(making: Making, space: Box, count: int | None = None, setback: Length = 0) -> Bays:
    """Equal bays with partitions between them: `count`, or two where the cabinet is wide and else one."""
    wanted = count or (2 if making.size.width > making.construction.partition_from else 1)
    thick, step, parts, found = making.thickness("partition"), MICROMETRES["mm"], [], []
    for left in range(wanted, 1, -1):
        clear = (space.dx - (left - 1) * thick) // left // step * step
        part, bay, space = partition(making, space, space.x + clear, setback)
        parts.append(part)
        found.append(bay)
    return tuple(parts), (*found, space)
