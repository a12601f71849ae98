"""From a box in the cabinet to a part: how it lies, which bands it wears, what the saw cuts."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise
from typing import Final

from furnishing.cabinets.making import Edge, Making
from furnishing.catalogue import Material
from furnishing.errors import Fault, InputError
from furnishing.grain import BoardGrain, Grain
from furnishing.parts import Box, Edges, Groove, Part
from furnishing.units import Length, show


class Lie(Enum):
    """Along which axes of the cabinet (x 0, y 1, z 2) a part's length and width run."""

    STANDING = (2, 1)
    """Sides and partitions."""
    LYING = (0, 1)
    """Bottoms, tops, shelves."""
    FACING = (2, 0)
    """Doors and backs: length upright."""
    ACROSS = (0, 2)
    """Drawer fronts and plinths: length from left to right."""
    INWARD = (1, 2)
    """Drawer sides: length from front to back."""


class Surface(Enum):
    """Which finish and thickness of the style a part takes."""

    CARCASS = "carcass"
    FRONT = "front"
    BACK = "back"


PLINTH_SEEN = (Edge.VISIBLE, Edge.RAW, Edge.VISIBLE, Edge.VISIBLE)
"""Plinths: the upper edge lies against the carcass; a front finish need not have a band for hidden edges."""
NONE_SEEN = (Edge.HIDDEN,) * 4
AS_SAWN = (Edge.RAW,) * 4


def panel(
    making: Making,
    *,
    suffix: str,
    role: str,
    name: str,
    box: Box,
    lie: Lie,
    surface: Surface = Surface.CARCASS,
    material: Material | None = None,
    edges: tuple[Edge, Edge, Edge, Edge] | None = None,
    grain: Grain = Grain.LENGTH,
    grooves: tuple[Groove, ...] = (),
) -> Part:
    """The part that fills `box`, of the board that is as thick as the box. Its edges get their bands later.

    `edges` (bottom, top, left, right) forces what cannot be told from the place of the part. `grain` is dropped
    on finishes without one. `material` is given where it is that of no surface. InputError where the catalogue
    lacks the material.
    """
    sizes = (box.dx, box.dy, box.dz)
    along, across = lie.value
    length, width, thickness = sizes[along], sizes[across], sizes[3 - along - across]
    stuff = material or material_for(making, surface, thickness)
    plain = making.catalogue.finish(stuff.finish).grain is BoardGrain.NONE
    wanted = making.construction.grain_of(role, f"{making.section}{suffix}")
    part = Part(
        id=f"{making.id}.{making.section}{suffix}",
        cabinet=making.id,
        role=role,
        name=name,
        material=stuff.code,
        length=length,
        width=width,
        thickness=thickness,
        cut_length=length,
        cut_width=width,
        grain=Grain.FREE if plain else Grain(wanted or grain),
        edges=Edges(),
        box=box,
        grooves=grooves,
        axes=lie.value,
    )
    if edges is not None:
        making.forced[part.id] = edges
    return part


def pane(making: Making, *, suffix: str, name: str, box: Box) -> Part:
    """A pane of glass in a door: bought cut to size."""
    return Part(
        id=f"{making.id}.{making.section}{suffix}",
        cabinet=making.id,
        role="glass",
        name=name,
        material=GLASS,
        length=box.dz,
        width=box.dx,
        thickness=box.dy,
        cut_length=box.dz,
        cut_width=box.dx,
        grain=Grain.FREE,
        edges=Edges(),
        box=box,
        axes=Lie.FACING.value,
        bought=True,
    )


GLASS: Final = "glass-4"
"""The article that panes are cut from."""


def material_for(making: Making, surface: Surface, thickness: Length | None = None) -> Material:
    """The material of a surface; InputError where the catalogue has no such finish at that thickness."""
    style = making.style
    finish, usual = {
        Surface.CARCASS: (style.carcass_finish, style.carcass_thickness),
        Surface.FRONT: (style.front_finish, style.front_thickness),
        Surface.BACK: (style.back_finish, style.back_thickness),
    }[surface]
    wanted = usual if thickness is None else thickness
    try:
        return making.catalogue.material_of(finish, wanted)
    except KeyError:
        message = f"the catalogue has no {finish!r} of {show(wanted)} mm; choose another finish or thickness"
        raise InputError([Fault(f"style.{surface.value}_finish", message)]) from None


def front_board_within(making: Making, room: Length) -> Length:
    """The thickness of an end or back panel: that of the fronts where it fits `room`, else the thickest that does.

    InputError where the catalogue has no board of their finish that thin.
    """
    style = making.style
    if style.front_thickness <= room:
        return style.front_thickness
    fitting = [each.thickness for each in making.catalogue.materials if each.finish == style.front_finish]
    fitting = [thickness for thickness in fitting if thickness <= room]
    if not fitting:
        message = f"no board in the finish {style.front_finish!r} is {show(room)} mm thick or less"
        raise InputError([Fault("style.front_finish", f"{message}; make the place of the panel wider")])
    return max(fitting)


def spread(first: Length, last: Length, parts: int, thickness: Length, step: Length) -> tuple[Length, ...]:
    """The undersides of `parts` boards that divide the height from `first` to `last` into equal clear spaces.

    Clear spaces are whole steps; what remains is left to the uppermost.
    """
    clear = (last - first - parts * thickness) // (parts + 1) // step * step
    return tuple(first + (number + 1) * clear + number * thickness for number in range(parts))


def shares(total: Length, parts: tuple[int, ...], step: Length) -> tuple[Length, ...]:
    """`total` divided in the given proportion into whole steps; the last takes what remains."""
    marks = [total * sum(parts[:number]) // sum(parts) // step * step for number in range(len(parts))]
    return tuple(b - a for a, b in pairwise([*marks, total]))
