"""A wardrobe with sliding doors that run in two tracks between the sides; the inside stands back behind them."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.filling import filled
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.interior import over_rail
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.sliding import sliding_doors
from furnishing.parts import Box
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """The carcass comes forward to the face of other fronts; its inner parts leave the depth of the tracks free."""
    rules, size = making.construction, making.size
    deeper = size.depth + making.style.front_thickness + rules.bumper
    making = replace(making, size=replace(size, depth=deeper))
    shell = carcass(making, has_valance=False)
    leaves, fronts = sliding_doors(making, shell.inside, making.count("doors"))
    behind = replace(shell.inside, dy=shell.inside.dy - rules.sliding_track_depth)
    inside = filled(making, behind, division(making, behind), closed=True)
    cabinet = assembled(making, (*shell.parts, *inside.parts, *leaves), fronts=fronts, spaces=inside.spaces)
    return replace(cabinet, depth=making.carcass_depth)


def division(making: Making, space: Box) -> str:
    """The inside as it was asked for; else bays with a rail in each, and drawers below the last."""
    if making.word("interior") != "auto":
        return making.word("interior")
    above = over_rail(making, space)
    count = max(2, -(-space.dx // making.construction.partition_from))
    hanging = f"levels[{above}*: rail]" if above else "rail"
    return f"bays[{f'*: {hanging}, ' * (count - 1)}*: levels[{above}*: rail, 320: drawers 2]]"


KIND = Kind(
    code="tall-wardrobe-sliding",
    name="Wardrobe with sliding doors",
    help="Two or three sliding doors in two tracks; the inside is divided freely.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (1500, 1600, 1800, 2000, 2200, 2400)),
    width=Span(mm(1200), mm(2700)),
    height=Span(mm(1800), mm(2700)),
    depth=Span(mm(450), mm(800)),
    build=build,
    parameters=(
        Parameter(name="doors", help="Sliding doors", unit="piece", least=2, most=3, default=2),
        Parameter(
            name="interior",
            help="How the inside is divided; auto: bays with rails, drawers in the last",
            unit="word",
            default="auto",
        ),
    ),
    family=Family.WARDROBE,
    own_depth=mm(650),
)
