"""Which edge wears which band."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Edge, Making
from furnishing.catalogue import Band, Catalogue, Material
from furnishing.errors import Fault, InputError
from furnishing.parts import Edges, Part
from furnishing.units import Length, show

FRONT_SEEN: Final = (Edge.VISIBLE, Edge.HIDDEN, Edge.HIDDEN, Edge.HIDDEN)
TOP_SEEN: Final = (Edge.HIDDEN, Edge.VISIBLE, Edge.HIDDEN, Edge.HIDDEN)
ALL_SEEN: Final = (Edge.VISIBLE,) * 4
AS_SAWN: Final = (Edge.RAW,) * 4
EDGE_NAMES: Final = ("bottom", "top", "left", "right")


def band(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with a band on every edge that needs one, and the parts cut smaller by them."""
    return replace(cabinet, parts=tuple(_banded(part, making) for part in cabinet.parts))


def _banded(part: Part, making: Making) -> Part:
    stuff = making.catalogue.material(part.material)
    bands = [_band(making, stuff, edge) for edge in making.forced.get(part.id, _edges(part.role))]
    bottom, top, left, right = (0 if each is None else each.thickness for each in bands)
    edges = {at: each.code for at, each in zip(EDGE_NAMES, bands, strict=True) if each is not None}
    return replace(
        part,
        cut_length=part.length - left - right,
        cut_width=part.width - bottom - top,
        edges=Edges(**edges),
    )


def _edges(role: str) -> tuple[Edge, ...]:
    if role in {"door", "drawer-front", "flap", "false-front"}:
        return ALL_SEEN
    if role in {"back", "drawer-bottom"}:
        return AS_SAWN
    return TOP_SEEN if role.startswith("drawer-") else FRONT_SEEN


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
