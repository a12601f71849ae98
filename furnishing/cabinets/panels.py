"""From a box in the cabinet to a part: how it lies, which bands it wears, what the saw cuts."""

from __future__ import annotations

from enum import Enum
from itertools import pairwise

from furnishing.cabinets.kind import Making
from furnishing.catalogue import Band, Catalogue, Material
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


class Edge(Enum):
    """How an edge is finished: seen or touched, not seen, or left as sawn whatever the style says."""

    VISIBLE = "visible"
    HIDDEN = "hidden"
    RAW = "raw"


class Surface(Enum):
    """Which finish and thickness of the style a part takes."""

    CARCASS = "carcass"
    FRONT = "front"
    BACK = "back"


FRONT_SEEN = (Edge.VISIBLE, Edge.HIDDEN, Edge.HIDDEN, Edge.HIDDEN)
"""Carcass parts: the front edge (`bottom` by custom) is seen."""
TOP_SEEN = (Edge.HIDDEN, Edge.VISIBLE, Edge.HIDDEN, Edge.HIDDEN)
"""Upright boards of a drawer box: their upper edge is touched."""
ALL_SEEN = (Edge.VISIBLE,) * 4
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
    edges: tuple[Edge, ...] = FRONT_SEEN,
    grain: Grain = Grain.LENGTH,
    grooves: tuple[Groove, ...] = (),
) -> Part:
    """The part that fills `box`, cut smaller by its bands. `edges` are bottom, top, left, right.

    `grain` is dropped on finishes without one. InputError where the catalogue lacks the material or a band.
    """
    sizes = (box.dx, box.dy, box.dz)
    along, across = lie.value
    length, width, thickness = sizes[along], sizes[across], sizes[3 - along - across]
    stuff = material_for(making, surface)
    bands = [_band(making, stuff, edge) for edge in edges]
    bottom, top, left, right = (0 if band is None else band.thickness for band in bands)
    plain = making.catalogue.finish(stuff.finish).grain is BoardGrain.NONE
    return Part(
        id=f"{making.id}.{suffix}",
        cabinet=making.id,
        role=role,
        name=name,
        material=stuff.code,
        length=length,
        width=width,
        thickness=thickness,
        cut_length=length - left - right,
        cut_width=width - bottom - top,
        grain=Grain.FREE if plain else grain,
        edges=Edges(**{at: band.code for at, band in zip(EDGE_NAMES, bands, strict=True) if band is not None}),
        box=box,
        grooves=grooves,
    )


EDGE_NAMES = ("bottom", "top", "left", "right")


def material_for(making: Making, surface: Surface) -> Material:
    """The material of a surface; InputError where the catalogue has no such finish at that thickness."""
    style = making.style
    finish, thickness = {
        Surface.CARCASS: (style.carcass_finish, style.carcass_thickness),
        Surface.FRONT: (style.front_finish, style.front_thickness),
        Surface.BACK: (style.back_finish, style.back_thickness),
    }[surface]
    try:
        return making.catalogue.material_of(finish, thickness)
    except KeyError:
        message = f"the catalogue has no {finish!r} of {show(thickness)} mm; choose another finish or thickness"
        raise InputError([Fault(f"style.{surface.value}_finish", message)]) from None


def _band(making: Making, stuff: Material, edge: Edge) -> Band | None:
    if edge is Edge.RAW:
        return None
    wanted = making.style.band_visible if edge is Edge.VISIBLE else making.style.band_hidden
    if wanted == 0:
        return None
    band = band_for(making.catalogue, stuff, wanted)
    if band is None:
        message = f"no band of {show(wanted)} mm in finish {stuff.finish!r} covers {show(stuff.thickness)} mm boards"
        raise InputError([Fault(f"style.band_{edge.value}", f"{message}; add one to the catalogue or choose another")])
    return band


def band_for(catalogue: Catalogue, stuff: Material, thickness: Length) -> Band | None:
    """The narrowest coil in the material's finish that covers its edge, None where there is none."""
    fitting = [
        band
        for band in catalogue.bands
        if band.finish == stuff.finish and band.thickness == thickness and band.width >= stuff.thickness
    ]
    return min(fitting, key=lambda band: (band.width, band.code), default=None)


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
