"""A housing for a built-in refrigerator: no back behind it, and a way for air from the plinth to the top."""

from __future__ import annotations

from itertools import pairwise

from furnishing.cabinets.cabinet import Cabinet, Front, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import front_area
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.niches import niche, rear_rail, vented_shelf, ventilated
from furnishing.cabinets.split import doors_or_flap, lowest_flap
from furnishing.parts import Part
from furnishing.units import Length, mm


def build(making: Making) -> Cabinet:
    """The niche stands on the bottom; doors before it, split where the appliance is, and a compartment above."""
    shell, board, tall = carcass(making, has_back=False), making.thickness("fixed-shelf"), making.count("niche")
    shelf, low, above = vented_shelf(making, shell.inside, shell.inside.z + tall)
    fridge = niche(making, low, low.z, low.z + tall, tall)
    line = above.z - board + board // 2
    lines = [making.plinth, *([low.z + making.count("split")] if making.count("split") else [])]
    # A compartment too low for a flap of its own lies behind the door of the refrigerator.
    if front_area(making, low=line).height >= lowest_flap(making):
        lines.append(line)
    leaves, fronts = _closed(making, [*lines, making.size.height])
    return assembled(
        making,
        (*ventilated(making, shell.parts, fridge), shelf, rear_rail(making, above), *leaves),
        fronts=fronts,
        spaces=[Space(box=fridge, use=Use.FRIDGE), Space(box=above, use=Use.OPEN)],
    )


def _closed(making: Making, lines: list[Length]) -> tuple[list[Part], list[Front]]:
    """A row of doors between each two lines."""
    parts: list[Part] = []
    fronts: list[Front] = []
    for low, high in pairwise(lines):
        area = front_area(
            making,
            low=None if low == lines[0] else low,
            high=None if high == lines[-1] else high,
        )
        leaves, ways = doors_or_flap(making, area)
        parts += leaves
        fronts += ways
    return parts, fronts


KIND = Kind(
    code="tall-fridge",
    name="Refrigerator housing",
    help="A niche for a built-in refrigerator with air from the plinth to the top; a compartment above it.",
    zone=Zone.TALL,
    widths=(mm(600),),
    width=Span(mm(600), mm(600)),
    height=Span(mm(2060), mm(2600)),
    depth=Span(mm(560), mm(700)),
    build=build,
    parameters=(
        Parameter(
            name="niche",
            help="Height of the appliance's niche: 880, 1225 or 1780 mm are usual",
            unit="um",
            least=mm(820),
            most=mm(1780),
            default=mm(1780),
        ),
        Parameter(
            name="split",
            help="Height of the lower of two doors above the bottom, as its maker says; 0: one door",
            unit="um",
            least=0,
            most=mm(1400),
            default=0,
        ),
    ),
    needs=("socket",),
)
