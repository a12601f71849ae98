"""A base unit with one door or two, and adjustable shelves."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.carcass import back, bays, bottom, cover, partition, plinth, shelves, sides
from furnishing.cabinets.fittings import (
    door_fittings,
    handle_fittings,
    joint_fittings,
    leg_fittings,
    pin_fittings,
    total,
)
from furnishing.cabinets.fronts import doors
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.units import mm


def build(making: Making) -> Cabinet:
    """Parts from the outside in: carcass, shelves in every bay, plinth, doors."""
    closed = (bottom(making), *cover(making))
    uprights = partition(making, making.ceiling)
    boards = shelves(making, making.choices["shelves"], making.floor, making.ceiling)
    leaves, fronts = doors(making)
    return Cabinet(
        id=making.id,
        kind=KIND.code,
        name=KIND.name,
        width=making.size.width,
        height=making.size.height,
        depth=making.size.depth,
        carcass_depth=making.carcass_depth,
        parts=(*sides(making), *closed, back(making), *uprights, *boards, *plinth(making), *leaves),
        fronts=fronts,
        hardware=total(
            joint_fittings(making, (*closed, *uprights)),
            door_fittings(making, leaves),
            handle_fittings(making, len(fronts)),
            pin_fittings(making, making.choices["shelves"] * len(bays(making))),
            leg_fittings(making),
        ),
    )


KIND = Kind(
    code="base-doors",
    name="Base unit with doors",
    help="One door or two by width; adjustable shelves; a partition in wide units.",
    zone=Zone.BASE,
    widths=tuple(mm(width) for width in (300, 350, 400, 450, 500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(200), mm(1225)),
    height=Span(mm(500), mm(1100)),
    depth=Span(mm(300), mm(700)),
    build=build,
    parameters=(
        Parameter(name="shelves", help="Adjustable shelves in each bay", unit="piece", least=0, most=2, default=1),
    ),
)
