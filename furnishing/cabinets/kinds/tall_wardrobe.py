"""A wardrobe: a rail within reach, a compartment above it where there is height, shelves below a fixed shelf."""

from __future__ import annotations

from furnishing.cabinets.cabinet import Cabinet, Space, Use
from furnishing.cabinets.carcass import carcass
from furnishing.cabinets.filling import filled
from furnishing.cabinets.finish import assembled
from furnishing.cabinets.fronts import doors, front_area
from furnishing.cabinets.interior import bays, fixed_shelf, rod_space, shelves
from furnishing.cabinets.kind import Family, Kind, Making, Parameter, Span, Zone
from furnishing.errors import Fault, InputError
from furnishing.fitting.fit import under
from furnishing.parts import Box, Part
from furnishing.units import Length, mm, show


def hanging_floor(making: Making, inside: Box) -> tuple[Length, Use]:
    """The upper face of the fixed shelf: long clothes hang above it where there is room for a bay below.

    InputError where not even short clothes find room.
    """
    rules = making.construction
    rod = inside.z + inside.dz - rules.rail_below_top
    lowest = inside.z + rules.shelf_clear_least + making.thickness("fixed-shelf")
    for hang, use in ((rules.hang_long, Use.HANG_LONG), (rules.hang_short, Use.HANG_SHORT)):
        if rod - hang >= lowest:
            return rod - hang, use
    missing = show(lowest - (rod - rules.hang_short))
    message = f"clothes need {show(rules.hang_short)} mm below the rail and {missing} mm are missing"
    raise InputError([Fault("style.tall_height", f"{message}; make the tall units that much higher")])


def build(making: Making) -> Cabinet:
    """Doors over the full height; a wide wardrobe has a partition, since fixed shelves would sag over its width."""
    rules = making.construction
    height = front_area(making).height
    if height > rules.door_height_most:
        message = f"doors would be {show(height)} mm high and {show(rules.door_height_most)} mm is the most"
        raise InputError([Fault("style.tall_height", f"{message}; make the tall units lower")])
    shell = carcass(making)
    if making.word("interior") != "auto":
        inside = filled(making, shell.inside, making.word("interior"), closed=True)
        leaves, fronts = doors(making)
        return assembled(making, (*shell.parts, *inside.parts, *leaves), fronts=fronts, spaces=inside.spaces)
    uprights, clear = bays(making, shell.inside, setback=rules.fixed_shelf_setback)
    boards: list[Part] = []
    spaces: list[Space] = []
    for bay in clear:
        found, uses = _hanging(making, bay)
        boards += found
        spaces += uses
    leaves, fronts = doors(making)
    return assembled(making, (*shell.parts, *uprights, *boards, *leaves), fronts=fronts, spaces=spaces)


def _hanging(making: Making, bay: Box) -> tuple[list[Part], list[Space]]:
    """From below: shelves, a fixed shelf, clothes on a rail, and a compartment where the rail would hang too high."""
    room = rod_space(making, under(making, bay))
    try:
        level, use = hanging_floor(making, room)
    except InputError:
        if making.envelope is None:
            raise
        return _shelved(making, bay)
    fixed, below, above = fixed_shelf(making, bay, level - making.thickness("fixed-shelf"))
    parts, spaces = [fixed], [Space(box=below, use=Use.OPEN)]
    if room.dz < under(making, bay).dz:
        upper, above, over = fixed_shelf(making, above, room.z + room.dz)
        parts.append(upper)
        spaces.append(Space(box=under(making, over), use=Use.OPEN))
    spaces.insert(0, Space(box=under(making, above), use=use))
    return [*parts, *shelves(making, below, shelf_rows(making, below))], spaces


def _shelved(making: Making, bay: Box) -> tuple[list[Part], list[Space]]:
    """Shelves alone, where a slope leaves too little height for clothes on a rail."""
    space = under(making, bay)
    apart = 3 * making.construction.shelf_clear_least
    boards = shelves(making, space, max(shelf_rows(making, space), space.dz // apart))
    return [*boards], [Space(box=space, use=Use.OPEN)]


def shelf_rows(making: Making, space: Box) -> int:
    """The rows of shelves asked for, or as many as leave a useful space between them."""
    clear, board = making.construction.shelf_clear_least, making.thickness("shelf")
    return min(making.count("shelves"), max(0, (space.dz - clear) // (clear + board)))


KIND = Kind(
    code="tall-wardrobe",
    name="Wardrobe",
    help="Full-height doors, a hanging rail within reach, a fixed shelf and adjustable shelves below it.",
    zone=Zone.TALL,
    widths=tuple(mm(width) for width in (400, 450, 500, 600, 800, 900, 1000, 1200)),
    width=Span(mm(350), mm(1225)),
    height=Span(mm(1500), mm(2500)),
    depth=Span(mm(350), mm(750)),
    build=build,
    fits=True,
    family=Family.WARDROBE,
    parameters=(
        Parameter(name="shelves", help="Rows of adjustable shelves", unit="piece", least=0, most=3, default=1),
        Parameter(
            name="interior", help="How the inside is divided; auto: a rail and shelves", unit="word", default="auto"
        ),
    ),
)
