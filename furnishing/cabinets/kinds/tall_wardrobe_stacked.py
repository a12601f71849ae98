"""A wardrobe in two carcasses: a main one that goes through the door of the room, and a top box that stands on it."""

from __future__ import annotations

from dataclasses import replace

from furnishing.cabinets.cabinet import Cabinet, Front, Space
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.filling import filled
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors
from furnishing.cabinets.interior import over_rail
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.moving import moved, moved_spaces
from furnishing.parts import Box, Part
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Each carcass has its own bottom, top, back and doors."""
    size, box = making.size, making.count("top_box")
    lower = replace(making, size=replace(size, height=size.height - box), section="main.")
    upper = replace(making, size=replace(size, height=box), section="top.", hung=True)
    parts: list[Part] = []
    fronts: list[Front] = []
    spaces: list[Space] = []
    for each, z in ((lower, 0), (upper, size.height - box)):
        shell = carcass(each)
        inside = filled(each, shell.inside, "open" if z else division(each, shell.inside), closed=True)
        leaves, ways = doors(each)
        parts += moved((*shell.parts, *inside.parts, *leaves), z=z)
        spaces += moved_spaces(inside.spaces, z=z)
        fronts += ways
    return assembled(making, parts, fronts=fronts, spaces=spaces)


def division(making: Making, space: Box) -> str:
    """The main part as it was asked for; else a rail over a low compartment, twice where one shelf would sag."""
    if making.word("interior") != "auto":
        return making.word("interior")
    bay = f"levels[{over_rail(making, space)}*: rail, 300: shelves 0]"
    return f"bays[*: {bay}, *: {bay}]" if making.size.width > making.construction.partition_from else bay


KIND = Kind(
    code="tall-wardrobe-stacked",
    name="Wardrobe with a top box",
    help="For heights at which one piece would not go through the door or could not be set upright.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(400), mm(1225)),
    height=Span(mm(2000), mm(2900)),
    depth=Span(mm(350), mm(750)),
    build=build,
    parameters=(
        Parameter(
            name="top_box", help="Height of the top box", unit="um", least=mm(300), most=mm(700), default=mm(450)
        ),
        Parameter(
            name="interior",
            help="How the main part is divided; auto: a rail over a low compartment",
            unit="word",
            default="auto",
        ),
    ),
    family=Family.WARDROBE,
)
