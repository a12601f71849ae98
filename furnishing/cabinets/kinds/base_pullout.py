"""A narrow pull-out for bottles: one tall front with one or two boxes behind it, each on its runners."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import Cover, carcass
from furnishing.cabinets.drawers import box_at, inner
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import drawer_fronts, front_area
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.hardware_fit import drawer_air
from furnishing.parts import Part
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """The boxes share the height; all are screwed to the one front."""
    shell, rules = carcass(making, Cover.WORKTOP), making.construction
    faces, fronts = drawer_fronts(making, [front_area(making)])
    count, inside = making.count("boxes"), shell.inside
    boxes: list[Part] = []
    spaces: list[Space] = []
    for level in range(count):
        number = "1" if level == 0 else "1.upper"
        z = inside.z + level * (inside.dz // count) + drawer_air(making)[0]
        parts = box_at(making, inside, number, z, rules.pullout_side_height)
        boxes += parts
        spaces.append(Space(box=inner(parts), use=Use.DRAWER))
    return assembled(making, (*shell.parts, *boxes, *faces), fronts=fronts, spaces=spaces)


KIND = Kind(
    code="base-pullout",
    name="Bottle pull-out",
    help="A narrow pull-out with one or two boxes behind one front.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (150, 200, 300)),
    width=Span(mm(150), mm(325)),
    height=Span(mm(500), mm(1100)),
    depth=Span(mm(320), mm(700)),
    build=build,
    parameters=(Parameter(name="boxes", help="Boxes one above the other", unit="piece", least=1, most=2, default=2),),
)
