"""A base unit with a stack of drawers."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.carcass import back, bottom, cover, plinth, sides
from furnishing.cabinets.drawers import drawer_box, front_heights, runner_for
from furnishing.cabinets.fittings import SCREW, handle_fittings, joint_fittings, leg_fittings, total
from furnishing.cabinets.fronts import drawer_fronts, front_area
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Fronts share the height in the workshop's ratios; behind each stands a complete box on its runners."""
    count = making.choices["drawers"]
    closed = (bottom(making), *cover(making))
    heights = front_heights(making, front_area(making)[3], count)
    faces, fronts = drawer_fronts(making, heights)
    boxes = tuple(drawer_box(making, face, number) for number, face in enumerate(faces, 1))
    box_parts = tuple(part for box in boxes for part in box)
    joined = tuple(part for part in box_parts if part.role in {"drawer-box", "drawer-back"})
    return Cabinet(
        id=making.id,
        kind=KIND.code,
        name=KIND.name,
        width=making.size.width,
        height=making.size.height,
        depth=making.size.depth,
        carcass_depth=making.carcass_depth,
        parts=(*sides(making), *closed, back(making), *box_parts, *plinth(making), *faces),
        fronts=fronts,
        hardware=total(
            joint_fittings(making, (*closed, *joined)),
            {runner_for(making).code: count},
            {SCREW: count * making.construction.screws_per_drawer_front},
            handle_fittings(making, len(fronts)),
            leg_fittings(making),
        ),
    )


KIND = Kind(
    code="base-drawers",
    name="Base unit with drawers",
    help="Two to four drawers on ball-bearing runners; a runner article is one pair.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (300, 400, 450, 500, 600, 800, 900, 1000)),
    width=Span(mm(250), mm(1025)),
    height=Span(mm(600), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(Parameter(name="drawers", help="Drawers", unit="piece", least=2, most=4, default=3),),
)
