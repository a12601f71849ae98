"""The form of a room and its style: what can be typed, with units, ranges and defaults.

The names are those of the room file, so that a fault of its reader finds its field. Ranges here only advise;
the reader decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from decimal import Decimal

from furnishing.catalogue import Catalogue
from furnishing.json_text import parse_json
from furnishing.room import METRE, Hinge, ObstacleKind, OpeningKind, PointKind, Sash, Swing
from furnishing.room_file import CEILINGS, FORMAT, PLUMB_OVER, WALLS
from furnishing.style import Style
from furnishing.style_file import write_style
from furnishing.units import show
from furnishing.vat import vat_data
from web.forms.controls import Control, Group, Kind, Option
from web.forms.makers import choice, length, words
from web.forms.names import Json, get
from web.forms.style_form import style_form


def room_form(catalogue: Catalogue, kinds: Mapping[str, str], walls: int) -> Group:
    """The form for rooms furnished from `catalogue`, with cabinet `kinds` (code to name) and so many walls now."""
    wall_options = tuple(Option(str(index), f"Wall {index + 1}") for index in range(walls))
    return Group(
        name="",
        title="",
        controls=(
            Control(name="name", label="Name of the room", kind=Kind.TEXT, default="My kitchen"),
            length("ceiling", "Ceiling height", "2500", show(CEILINGS[0]), show(CEILINGS[1])),
        ),
        groups=(
            _walls(),
            _diagonals(walls),
            _obstacles(),
            _slopes(wall_options),
            style_form(catalogue, kinds, wall_options),
            _order(),
        ),
    )


def _walls() -> Group:
    return Group(
        name="walls",
        title="Walls",
        singular="wall",
        many=True,
        hint="Stand in the room and go round clockwise. Everything along a wall is measured from its left end.",
        controls=(
            Control(
                name="length",
                label="Length",
                kind=Kind.NUMBERS,
                unit="mm",
                default="3000",
                least=show(WALLS[0]),
                most=show(WALLS[1]),
                hint="Measured several times? Write all, such as 3002; 3000; the smallest counts.",
            ),
            Control(
                name="turn",
                label="Turn into the next wall",
                unit="°",
                default="90",
                least="-175",
                most="175",
                hint="90 in a square corner, -90 where the room juts in. Diagonals count before it.",
            ),
            length("lean", "Leans in by", "0", "-300", "300", hint="Out of plumb; negative where it leans away."),
            length("lean_over", "Over a height of", show(METRE), *map(show, PLUMB_OVER)),
        ),
        groups=(_openings(), _points()),
    )


def _openings() -> Group:
    return Group(
        name="openings",
        title="Doors and windows",
        singular="door or window",
        many=True,
        most=20,
        controls=(
            choice("kind", "Kind", OpeningKind),
            length("offset", "From the left end", "500", "0", "30000"),
            length("width", "Width", "900", "100", "10000"),
            length("height", "Height", "2050", "100", "6000"),
            length("sill", "Sill above the floor", "0", "0", "5000", hint="0 for a door."),
            choice("swing", "Opens", Swing),
            choice("hinge", "Hinged", Hinge),
            choice("sash", "Window opens", Sash),
            Control(name="leaves", label="Leaves", least="1", most="2", default="1"),
        ),
    )


def _points() -> Group:
    return Group(
        name="points",
        title="Sockets and connections",
        singular="socket or connection",
        many=True,
        most=40,
        controls=(
            choice("kind", "Kind", PointKind),
            length("offset", "From the left end", "500", "0", "30000"),
            length("height", "Above the floor", "300", "0", "6000"),
        ),
    )


def _obstacles() -> Group:
    return Group(
        name="obstacles",
        title="Pillars, pipes and radiators",
        singular="obstacle",
        many=True,
        hint="x runs along wall 1 from its left end; y is negative below wall 1, as on the plan.",
        controls=(
            choice("kind", "Kind", ObstacleKind),
            length("x", "Left edge, x", "0", "-30000", "30000"),
            length("y", "Lower edge, y", "-300", "-30000", "30000"),
            length("length", "Size along x", "300", "10", "10000"),
            length("width", "Size along y", "300", "10", "10000"),
            length("height", "Height", "2500", "10", "6000"),
            length("z", "Underside above the floor", "0", "0", "6000"),
            Control(name="round", label="Round", kind=Kind.CHECK),
            Control(name="name", label="What it is", kind=Kind.TEXT, optional=True, hint="Such as old fridge."),
        ),
    )


def _diagonals(walls: int) -> Group:
    corners = tuple(Option(str(index), f"Start of wall {index + 1}") for index in range(walls))
    return Group(
        name="diagonals",
        title="Diagonals",
        singular="diagonal",
        many=True,
        hint="Corners that are not square: measure across the floor until the room is divided into triangles.",
        controls=(
            Control(name="from", label="From", kind=Kind.ORDINAL, options=corners, default="0"),
            Control(name="to", label="To", kind=Kind.ORDINAL, options=corners, default="2"),
            length("length", "Length", "4000", show(WALLS[0]), "60000"),
        ),
    )


def _slopes(walls: tuple[Option, ...]) -> Group:
    return Group(
        name="slopes",
        title="Sloped ceilings",
        singular="slope",
        many=True,
        most=8,
        controls=(
            Control(name="wall", label="Rises from", kind=Kind.ORDINAL, options=walls, default="0"),
            length("knee", "Height at that wall", "1000", "0", "6000"),
            Control(name="angle", label="Angle from level", unit="°", default="45", least="1", most="89"),
        ),
    )


def _order() -> Group:
    lands = (
        Option("", "That of the workshop"),
        *(Option(each.code, each.name) for each in vat_data().countries.values()),
    )
    return Group(
        name="order",
        title="Order",
        controls=(
            words("customer", "Customer"),
            words("address", "Address", "Lines parted by semicolons: Oude Delft 12; 2611 CC Delft."),
            Control(name="country", label="Country", kind=Kind.CHOICE, optional=True, options=lands),
            words("vat_id", "VAT id", "Of a business; in another country of the EU it accounts for the VAT itself."),
            words("number", "Project no."),
            words("date", "Date of the papers", "Such as 2026-03-01; empty: the day of the design."),
            Control(
                name="delivery_km",
                label="Delivery",
                unit="km",
                least="0",
                most="20000",
                optional=True,
                hint="Empty: the customer fetches it.",
            ),
            Control(name="fitting", label="The workshop fits it on site", kind=Kind.CHECK),
        ),
    )


def to_file(values: Mapping[str, Json]) -> dict[str, Json]:
    """The form's values as a room file. An empty number of cabinets means as many as fit, so it is sent as null."""
    file: dict[str, Json] = deepcopy({"format": FORMAT, "unit": "mm", **values})
    for wish in get(file, "style.wishes") or []:
        wish.setdefault("count", None)
    return file


def from_file(group: Group, value: Json) -> dict[str, Json]:
    """The form's values for a room file in millimetres and in its canonical form, which leaves defaults out."""
    given = value if isinstance(value, dict) else {}
    values = group.new_row()
    for control in group.controls:
        if control.name in given:
            values[control.name] = given[control.name]
        elif control.optional and control.name != "count":
            values.pop(control.name, None)
    for below in group.groups:
        found = given.get(below.name)
        if below.many:
            values[below.name] = [from_file(below, row) for row in found or []]
        else:
            values[below.name] = from_file(below, found)
    return values


def blank(group: Group, style: Style) -> dict[str, Json]:
    """A square room to begin with, in a style that we ship."""
    values = from_file(group, {"style": parse_json(write_style(style))})
    walls: list[Json] = [{"length": size} for size in (Decimal(3600), Decimal(2400), Decimal(3600), Decimal(2400))]
    door = {"kind": "door", "offset": Decimal(800), "width": Decimal(900), "height": Decimal(2050)}
    filled = from_file(group, {"walls": [*walls[:2], walls[2] | {"openings": [door]}, *walls[3:]]})
    return {**filled, "style": values["style"]}
