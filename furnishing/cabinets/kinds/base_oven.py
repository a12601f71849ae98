"""A base unit for a built-in oven below the worktop, with a drawer or a false front under it."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.drawers import drawer_stack
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import Area, false_front, front_area
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.cabinets.niches import lowered_back, niche, vented_shelf
from furnishing.hardware_fit import drawer_air
from furnishing.parts import Box
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """The face of the oven hangs from the worktop and hides the stretchers; the rest below is a drawer if it can."""
    shell, rules = carcass(making, Cover.WORKTOP), making.construction
    level = making.size.height - rules.oven_niche_height
    shelf, below, above = vented_shelf(making, shell.inside, level - making.thickness("fixed-shelf"))
    oven = Space(box=niche(making, above, level, making.ceiling, rules.oven_body_height), use=Use.OVEN)
    area = front_area(making, high=level)
    spaces: tuple[Space, ...] = ()
    if making.word("front") == "drawer" or (making.word("front") == "auto" and _roomy(making, below, area)):
        parts, fronts, spaces = drawer_stack(making, below, area, (1,))
    else:
        parts, fronts = false_front(making, area)
    return assembled(
        making,
        (*lowered_back(shell.parts, level), shelf, *parts),
        fronts=fronts,
        spaces=(oven, *spaces),
    )


def _roomy(making: Making, below: Box, area: Area) -> bool:
    rules = making.construction
    least = sum(drawer_air(making)) + rules.drawer_side_least
    return area.height >= rules.drawer_front_least and below.dz >= least


KIND = Kind(
    code="base-oven",
    name="Oven unit",
    help="A niche for a built-in oven below the worktop, a drawer or a false front under it.",
    zone=Zone.BASE,
    widths=(mm(600),),
    width=Span(mm(600), mm(600)),
    height=Span(mm(820), mm(1100)),
    depth=Span(mm(550), mm(700)),
    build=build,
    parameters=(
        Parameter(
            name="front",
            help="Below the oven; auto: a drawer where there is room",
            unit="word",
            default="auto",
            options=("auto", "drawer", "false front"),
        ),
    ),
    needs=("socket",),
)
