"""A wardrobe: hanging space with a rail above, a fixed shelf, adjustable shelves below it."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet
from furnishing.cabinets.carcass import back, bottom, fixed_shelf, partition, plinth, shelves, sides, top
from furnishing.cabinets.fittings import (
    ANCHOR,
    RAIL_END,
    door_fittings,
    handle_fittings,
    joint_fittings,
    leg_fittings,
    pin_fittings,
    total,
)
from furnishing.cabinets.fronts import doors, front_area
from furnishing.cabinets.kind import Kind, Making, Parameter, Span, Zone
from furnishing.errors import Fault, InputError
from furnishing.units import Length, mm, show


def hanging_floor(making: Making) -> Length:
    """The upper face of the fixed shelf: long clothes hang above it where there is room for a bay below.

    InputError where not even short clothes find room.
    """
    rules = making.construction
    rod = making.ceiling - rules.rail_below_top
    lowest = making.floor + rules.shelf_clear_least + making.board
    for hang in (rules.hang_long, rules.hang_short):
        if rod - hang >= lowest:
            return rod - hang
    missing = show(lowest - (rod - rules.hang_short))
    message = f"clothes need {show(rules.hang_short)} mm below the rail and {missing} mm are missing"
    raise InputError([Fault("style.tall_height", f"{message}; make the tall units that much higher")])


def build(making: Making) -> Cabinet:
    """Doors over the full height; a wide wardrobe has a partition below the fixed shelf."""
    rules = making.construction
    height = front_area(making)[3]
    if height > rules.door_height_most:
        message = f"doors would be {show(height)} mm high and {show(rules.door_height_most)} mm is the most"
        raise InputError([Fault("style.tall_height", f"{message}; make the tall units lower")])
    hang = hanging_floor(making)
    fixed = fixed_shelf(making, hang - making.board)
    uprights = partition(making, fixed.box.z, rules.fixed_shelf_setback)
    closed = (bottom(making), top(making), fixed, *uprights)
    boards = shelves(making, shelf_rows(making, fixed.box.z), making.floor, fixed.box.z)
    leaves, fronts = doors(making)
    return Cabinet(
        id=making.id,
        kind=KIND.code,
        name=KIND.name,
        width=making.size.width,
        height=making.size.height,
        depth=making.size.depth,
        carcass_depth=making.carcass_depth,
        parts=(*sides(making), *closed[:2], back(making), *closed[2:], *boards, *plinth(making), *leaves),
        fronts=fronts,
        hardware=total(
            joint_fittings(making, closed),
            door_fittings(making, leaves),
            handle_fittings(making, len(fronts)),
            pin_fittings(making, len(boards)),
            leg_fittings(making),
            {RAIL_END: rules.rail_ends, ANCHOR: rules.anchors_per_tall},
            rails=(making.opening - rules.rail_play,),
        ),
    )


def shelf_rows(making: Making, below: Length) -> int:
    """The rows of shelves asked for, or as many as leave a useful space between them."""
    clear, board = making.construction.shelf_clear_least, making.board
    room = below - making.floor
    return min(making.choices["shelves"], max(0, (room - clear) // (clear + board)))


KIND = Kind(
    code="tall-wardrobe",
    name="Wardrobe",
    help="Full-height doors, a hanging rail, a fixed shelf and adjustable shelves below it.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (400, 450, 500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(350), mm(1225)),
    height=Span(mm(1500), mm(2500)),
    depth=Span(mm(350), mm(750)),
    build=build,
    parameters=(
        Parameter(name="shelves", help="Rows of adjustable shelves", unit="piece", least=0, most=3, default=1),
    ),
)
