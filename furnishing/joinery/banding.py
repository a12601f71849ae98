"""Which edge wears which band, what the saw cuts under it, and how much band that takes.

Cut size = finished size less, at each banded end, the band's thickness; where the edge bander mills the edge first,
the saw leaves what it mills off.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.making import Edge, Making
from furnishing.catalogue import Band, Catalogue, Material
from furnishing.construction import Construction
from furnishing.errors import Fault, InputError
from furnishing.incline import inclined
from furnishing.joinery.exposure import Exposure, exposure, sights, table
from furnishing.outline import second_cut
from furnishing.parts import Box, Edges, Part
from furnishing.units import Length, show

EDGE_NAMES: Final = ("bottom", "top", "left", "right")

FORCED: Final = {Edge.VISIBLE: Exposure.SEEN, Edge.HIDDEN: Exposure.HIDDEN, Edge.RAW: Exposure.NEVER}
"""What a kind may force where the place of a part does not tell: an edge that is scribed on site."""


def band(cabinet: Cabinet, making: Making) -> Cabinet:
    """The cabinet with a band on every edge that needs one, and the parts cut smaller by them.

    InputError where the catalogue has no band of the thickness in the finish of a part.
    """
    found = exposures(cabinet, making)
    return replace(cabinet, parts=tuple(_banded(part, found[part.id], making) for part in cabinet.parts))


def exposures(cabinet: Cabinet, making: Making) -> dict[str, tuple[Exposure, ...]]:
    """The exposure of every edge by part id; bottom, top, left, right."""
    # Boards aslant hide nothing: their boxes reach far beyond them. What they cover is raw anyway (`_cut`).
    met = sights(replace(cabinet, parts=tuple(part for part in cabinet.parts if not inclined(part))), making)
    found: dict[str, tuple[Exposure, ...]] = {}
    for part in cabinet.parts:
        forced = making.forced.get(part.id)
        if part.bought:
            found[part.id] = (Exposure.NEVER,) * 4
        elif forced is not None:
            found[part.id] = tuple(FORCED[edge] for edge in forced)
        else:
            found[part.id] = _cut(part, tuple(exposure(part.role, sight) for sight in met[part.id]))
    return found


def _cut(part: Part, edges: tuple[Exposure, ...]) -> tuple[Exposure, ...]:
    """The exposures of a part with those edges raw that are bevelled, or that lie below a board that is aslant."""
    cut = second_cut(part)
    # Edges cut to an angle in plan are seen and banded by hand.
    if cut is None or part.section is None or part.section.axis == 2:
        return edges
    raw = {bevel.edge.value for bevel in cut.bevels}
    if part.role == "partition":
        raw.add("right")
    return tuple(Exposure.NEVER if name in raw else edge for name, edge in zip(EDGE_NAMES, edges, strict=True))


def _banded(part: Part, edges: tuple[Exposure, ...], making: Making) -> Part:
    bands = [_band(making, part, edge) for edge in edges]
    bottom, top, left, right = (growth(part.role, each, making.construction) for each in bands)
    codes = {at: each.code for at, each in zip(EDGE_NAMES, bands, strict=True) if each is not None}
    return replace(
        part,
        cut_length=part.length - left - right,
        cut_width=part.width - bottom - top + part.scribe,
        edges=Edges(**codes),
        inner_bands=_inner(part, making),
    )


def _inner(part: Part, making: Making) -> tuple[tuple[str, Length], ...]:
    """The bands on the edges of notches that are seen, as on a board that goes round an inner corner."""
    found = []
    for notch in (notch for notch in part.notches if notch.purpose in table().inner):
        hole, body = _sizes(notch.box), _sizes(part.box)
        for axis, other in (part.axes, part.axes[::-1]):
            inside = [at for at in hole[axis] if body[axis][0] < at < body[axis][1]]
            band = _band(making, part, Exposure.SEEN) if inside else None
            if band is not None:
                span = min(hole[other][1], body[other][1]) - max(hole[other][0], body[other][0])
                found += [(band.code, span)] * len(inside)
    return tuple(found)


def _sizes(box: Box) -> tuple[tuple[Length, Length], ...]:
    return ((box.x, box.x + box.dx), (box.y, box.y + box.dy), (box.z, box.z + box.dz))


def _band(making: Making, part: Part, edge: Exposure) -> Band | None:
    wanted, where = wanted_band(making, part, edge)
    if wanted == 0:
        return None
    stuff = making.catalogue.material(part.material)
    band = band_for(making.catalogue, stuff, wanted)
    if band is None:
        message = f"no band of {show(wanted)} mm in finish {stuff.finish!r} covers {show(stuff.thickness)} mm boards"
        raise InputError([Fault(where, f"{message}; add one to the catalogue or choose another")])
    return band


def wanted_band(making: Making, part: Part, edge: Exposure) -> tuple[Length, str]:
    """How thick the band of an edge is to be (0: raw), and which field says so."""
    if edge is Exposure.NEVER:
        return 0, ""
    if edge is Exposure.HIDDEN:
        return making.style.band_hidden, "style.band_hidden"
    own = making.construction.band_of(part.role, part.id.removeprefix(f"{part.cabinet}."))
    if own is not None:
        return own, f"construction.bands.{part.role}"
    return making.style.band_visible, "style.band_visible"


def band_for(catalogue: Catalogue, stuff: Material, thickness: Length) -> Band | None:
    """The narrowest coil in the material's finish that covers its edge, None where there is none."""
    fitting = [
        band
        for band in catalogue.bands
        if band.finish == stuff.finish and band.thickness == thickness and band.width >= stuff.thickness
    ]
    return min(fitting, key=lambda band: (band.width, band.code), default=None)


def premill(role: str, band: Band, construction: Construction) -> Length:
    """What the edge bander mills off an edge of such a part before it glues this band."""
    if construction.premill == "band":
        return band.thickness
    if construction.premill == "fixed":
        return construction.premill_fronts if role in table().fronts else construction.premill_carcass
    return 0


def growth(role: str, band: Band | None, construction: Construction) -> Length:
    """By how much banding makes a sawn part of this role larger at an edge; less than 0 where it mills off more."""
    return 0 if band is None else band.thickness - premill(role, band, construction)


def cut_formula(
    part: Part, axis: str, catalogue: Catalogue, construction: Construction, tell: Callable[[Length], str] = show
) -> str:
    """How the cut size of `length` or `width` comes about: `720 - 2 - 0 = 718`.

    Where the edge bander mills first, a band stands as `(2 - 0.5)`; what is left on to scribe stands last, as `+ 7`.
    `tell` writes a length, in millimetres unless told otherwise.
    """
    along = axis == "length"
    finished, cut = (part.length, part.cut_length) if along else (part.width, part.cut_width)
    terms = [tell(finished)]
    for code in (part.edges.left, part.edges.right) if along else (part.edges.bottom, part.edges.top):
        band = None if code is None else catalogue.band(code)
        milled = 0 if band is None else premill(part.role, band, construction)
        thick = tell(0 if band is None else band.thickness)
        terms.append(f"({thick} - {tell(milled)})" if milled else thick)
    scribe = f" + {tell(part.scribe)}" if part.scribe and not along else ""
    return f"{' - '.join(terms)}{scribe} = {tell(cut)}"


def through(part: Part, construction: Construction) -> tuple[bool, bool, bool, bool]:
    """Of two bands that meet at a corner, whether that on the bottom, top, left or right edge runs through."""
    lengthwise = (part.length >= part.width) == (construction.band_corner == "long-last")
    return (lengthwise, lengthwise, not lengthwise, not lengthwise)


def band_runs(part: Part, catalogue: Catalogue, construction: Construction) -> tuple[tuple[str, Length] | None, ...]:
    """Code and length of each band as it sits on the finished part; bottom, top, left, right.

    A band that runs through is as long as the part; one between two such is shorter by their thickness.
    """
    runs = through(part, construction)
    thick = [0 if code is None else catalogue.band(code).thickness for code in part.edges.codes]
    spans = (part.length, part.length, part.width, part.width)
    between = (thick[2] + thick[3],) * 2 + (thick[0] + thick[1],) * 2
    return tuple(
        None if code is None else (code, span if full else span - less)
        for code, span, full, less in zip(part.edges.codes, spans, runs, between, strict=True)
    )


def band_lengths(parts: Iterable[Part], construction: Construction) -> dict[str, Length]:
    """How much of each band the parts take from the coil, overlength at every edge included, by code in order."""
    used: Counter[str] = Counter()
    for part in parts:
        spans = (part.length, part.length, part.width, part.width)
        for code, span in zip(part.edges.codes, spans, strict=True):
            if code is not None:
                used[code] += span + construction.band_overlength
        for code, span in part.inner_bands:
            used[code] += span + construction.band_overlength
    return dict(sorted(used.items()))
