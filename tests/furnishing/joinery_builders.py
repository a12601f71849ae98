"""Cabinets put together from boxes by hand, for tests of what is drilled into them. Lengths in millimetres."""

from __future__ import annotations

import dataclasses
from typing import Any

from furnishing.cabinets.cabinet import Cabinet, Front, Space
from furnishing.cabinets.making import Making, Size
from furnishing.catalogue_file import default_catalogue
from furnishing.construction import default_construction
from furnishing.grain import Grain
from furnishing.parts import Bore, Box, Edges, Groove, Part
from furnishing.units import mm
from tests.furnishing.builders import a_style

STANDING, LYING, FACING, ACROSS, INWARD = (2, 1), (0, 1), (2, 0), (0, 2), (1, 2)


def a_box(*sizes: float) -> Box:
    """A box in millimetres: x, y, z, dx, dy, dz."""
    return Box(*(mm(str(size)) for size in sizes))


def a_part(suffix: str, role: str, axes: tuple[int, int], *sizes: float, **changes: Any) -> Part:
    """A part of cabinet K01 that fills a box of millimetres."""
    box = a_box(*sizes)
    size = (box.dx, box.dy, box.dz)
    length, width, thick = size[axes[0]], size[axes[1]], size[3 - sum(axes)]
    plain = Part(
        id=f"K01.{suffix}",
        cabinet="K01",
        role=role,
        name=suffix,
        material=f"white-{thick // mm(1)}",
        length=length,
        width=width,
        thickness=thick,
        cut_length=length,
        cut_width=width,
        grain=Grain.FREE,
        edges=Edges(),
        box=box,
        axes=axes,
    )
    return dataclasses.replace(plain, **changes)


def a_groove(*sizes: float) -> Groove:
    """A groove 9 deep for an 8 mm back."""
    return Groove(box=a_box(*sizes), depth=mm(9), width=mm(8), purpose="back")


def a_cabinet_of(*parts: Part, fronts: tuple[Front, ...] = (), spaces: tuple[Space, ...] = ()) -> Cabinet:
    """Cabinet K01, 600 wide, 720 high, 560 deep, its carcass 542 deep."""
    return Cabinet(
        id="K01",
        kind="by-hand",
        name="By hand",
        width=mm(600),
        height=mm(720),
        depth=mm(560),
        carcass_depth=mm(542),
        parts=parts,
        fronts=fronts,
        hardware=(),
        spaces=spaces,
    )


def a_making(*, hung: bool = False, handle: str = "", **rules: Any) -> Making:
    """How K01 is made: by the standard method with some of its values changed."""
    return Making(
        id="K01",
        kind="by-hand",
        name="By hand",
        size=Size(width=mm(600), height=mm(720), depth=mm(560)),
        style=a_style(plinth_height=0, handle=handle),
        catalogue=default_catalogue(),
        construction=dataclasses.replace(default_construction(), **rules),
        hung=hung,
    )


def a_carcass() -> tuple[Part, ...]:
    """Two sides of 18, 720 high and 542 deep, with a bottom between them, no back."""
    return (
        a_part("side.L", "side", STANDING, 0, 0, 0, 18, 542, 720),
        a_part("side.R", "side", STANDING, 582, 0, 0, 18, 542, 720),
        a_part("bottom", "bottom", LYING, 18, 0, 0, 564, 542, 18),
    )


def holes(part: Part, purpose: str) -> list[tuple[float, float, float, int, float, float]]:
    """The holes of a part for a purpose in millimetres: x, y, z, way of the drill, diameter, depth; sorted."""

    def line(bore: Bore) -> tuple[float, float, float, int, float, float]:
        place = (bore.x / 1000, bore.y / 1000, bore.z / 1000)
        return (*place, bore.sense * (bore.axis + 1), bore.diameter / 1000, bore.depth / 1000)

    return sorted(line(bore) for bore in part.bores if bore.purpose == purpose)


def counts(cabinet: Cabinet) -> dict[str, int]:
    """How many of each article a cabinet lists."""
    return {item.code: item.quantity for item in cabinet.hardware if item.length is None}
