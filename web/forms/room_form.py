"""The form of a room and its style: what can be typed, with units, ranges and defaults.

The names are those of the room file, so that a fault of its reader finds its field. Ranges here only advise;
the reader decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy
from decimal import Decimal

from furnishing.catalogue import Catalogue
from furnishing.construction import method_names
from furnishing.json_text import parse_json
from furnishing.room import METRE, Hinge, ObstacleKind, OpeningKind, PointKind, Sash, Swing
from furnishing.room_file import CEILINGS, FORMAT, PLUMB_OVER, WALLS
from furnishing.style import FrontLook, Overlay, Style
from furnishing.style_file import SANE, WALL_UNITS, write_style
from furnishing.units import Length, show
from furnishing.vat import vat_data
from web.forms.controls import Control, Group, Kind, Option
from web.forms.names import Json, get


def room_form(catalogue: Catalogue, kinds: Mapping[str, str], walls: int) -> Group:
    """The form for rooms furnished from `catalogue`, with cabinet `kinds` (code to name) and so many walls now."""
    wall_options = tuple(Option(str(index), f"Wall {index + 1}") for index in range(walls))
    return Group(
        name="",
        title="",
        controls=(
            Control(name="name", label="Name of the room", kind=Kind.TEXT, default="My kitchen"),
            _length("ceiling", "Ceiling height", "2500", show(CEILINGS[0]), show(CEILINGS[1])),
        ),
        groups=(
            _walls(),
            _diagonals(walls),
            _obstacles(),
            _slopes(wall_options),
            _style(catalogue, kinds, wall_options),
            _order(),
        ),
    )


def _length(name: str, label: str, default: str, least: str, most: str, *, hint: str = "") -> Control:
    return Control(name=name, label=label, unit="mm", default=default, least=least, most=most, hint=hint)


def _sane(name: str, label: str, default: str, hint: str = "") -> Control:
    least, most = SANE[name]
    return _length(name, label, default, show(least), show(most), hint=hint)


def _choice(name: str, label: str, options: Iterable[str], default: str = "") -> Control:
    answers = tuple(Option(each, each.capitalize()) for each in options)
    return Control(name=name, label=label, kind=Kind.CHOICE, options=answers, default=default or answers[0].value)


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
            _length("lean", "Leans in by", "0", "-300", "300", hint="Out of plumb; negative where it leans away."),
            _length("lean_over", "Over a height of", show(METRE), *map(show, PLUMB_OVER)),
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
            _choice("kind", "Kind", OpeningKind),
            _length("offset", "From the left end", "500", "0", "30000"),
            _length("width", "Width", "900", "100", "10000"),
            _length("height", "Height", "2050", "100", "6000"),
            _length("sill", "Sill above the floor", "0", "0", "5000", hint="0 for a door."),
            _choice("swing", "Opens", Swing),
            _choice("hinge", "Hinged", Hinge),
            _choice("sash", "Window opens", Sash),
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
            _choice("kind", "Kind", PointKind),
            _length("offset", "From the left end", "500", "0", "30000"),
            _length("height", "Above the floor", "300", "0", "6000"),
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
            _choice("kind", "Kind", ObstacleKind),
            _length("x", "Left edge, x", "0", "-30000", "30000"),
            _length("y", "Lower edge, y", "-300", "-30000", "30000"),
            _length("length", "Size along x", "300", "10", "10000"),
            _length("width", "Size along y", "300", "10", "10000"),
            _length("height", "Height", "2500", "10", "6000"),
            _length("z", "Underside above the floor", "0", "0", "6000"),
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
            _length("length", "Length", "4000", show(WALLS[0]), "60000"),
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
            _length("knee", "Height at that wall", "1000", "0", "6000"),
            Control(name="angle", label="Angle from level", unit="°", default="45", least="1", most="89"),
        ),
    )


def _style(catalogue: Catalogue, kinds: Mapping[str, str], walls: tuple[Option, ...]) -> Group:
    finishes = tuple(Option(each.code, each.name) for each in catalogue.finishes)
    boards = _sizes(each.thickness for each in catalogue.materials)
    bands = (Option("0", "none"), *_sizes(each.thickness for each in catalogue.bands))
    handles = tuple(
        Option(each.code, each.name)
        for each in catalogue.hardware
        if each.code.startswith(("handle", "knob")) and each.unit == "piece"
    )
    return Group(
        name="style",
        title="Style",
        controls=(
            Control(name="name", label="Name of the style", kind=Kind.TEXT, default="Plain"),
            _pick("front_finish", "Fronts", finishes),
            _pick("carcass_finish", "Carcass", finishes),
            _pick("back_finish", "Backs", finishes),
            Control(
                name="worktop_finish",
                label="Worktops",
                kind=Kind.CHOICE,
                optional=True,
                options=(Option("", "As the fronts"), *finishes),
            ),
            _pick("front_thickness", "Front thickness", boards, numeric=True, unit="mm"),
            _pick("carcass_thickness", "Carcass thickness", boards, numeric=True, unit="mm"),
            _pick("back_thickness", "Back thickness", boards, numeric=True, unit="mm"),
            _pick("band_visible", "Edge band where seen", bands, numeric=True, unit="mm"),
            _pick("band_hidden", "Edge band where hidden", bands, numeric=True, unit="mm"),
            Control(name="handle", label="Handle", kind=Kind.CHOICE, optional=True, options=(_NONE, *handles)),
            _sane("base_height", "Height of base cabinets", "820", "From the floor, plinth included."),
            _sane("base_depth", "Depth of base cabinets", "560", "Without the fronts."),
            _sane("tall_height", "Height of tall cabinets", "2180", "From the floor, plinth included."),
            _sane("tall_depth", "Depth of tall cabinets", "580", "Without the fronts."),
            _hung("wall_height", "Height of hung cabinets", "Their own height."),
            _hung("wall_depth", "Depth of hung cabinets", "Without the fronts."),
            _hung("wall_elevation", "Hung above the floor", "Up to their underside."),
            _sane("plinth_height", "Plinth", "100"),
            _sane("front_gap", "Gap between fronts", "3"),
            _choice("front", "Look of the fronts", FrontLook),
            _choice("overlay", "Fronts lie over the carcass", Overlay),
            Control(name="match_grain", label="Grain runs on from front to front", kind=Kind.CHECK),
            Control(name="fitted", label="Tall units are cut to slopes and around pillars", kind=Kind.CHECK),
            Control(
                name="construction",
                label="Construction",
                kind=Kind.DETAILS,
                optional=True,
                hint=f'A method ({", ".join(method_names())}), or what differs: {{"shelf_setback": 30}}.',
            ),
            Control(name="discount_percent", label="Discount", unit="%", default="0", least="0", most="100"),
            Control(
                name="wall",
                label="Wall to furnish",
                kind=Kind.ORDINAL,
                optional=True,
                options=(Option("", "The one with most room"), *walls),
            ),
        ),
        groups=(_wishes(kinds),),
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
            _words("customer", "Customer"),
            _words("address", "Address", "Lines parted by semicolons: Oude Delft 12; 2611 CC Delft."),
            Control(name="country", label="Country", kind=Kind.CHOICE, optional=True, options=lands),
            _words("vat_id", "VAT id", "Of a business; in another country of the EU it accounts for the VAT itself."),
            _words("number", "Project no."),
            _words("date", "Date of the papers", "Such as 2026-03-01; empty: the day of the design."),
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


def _words(name: str, label: str, hint: str = "") -> Control:
    return Control(name=name, label=label, kind=Kind.TEXT, optional=True, hint=hint)


_NONE = Option("", "None")


def _wishes(kinds: Mapping[str, str]) -> Group:
    return Group(
        name="wishes",
        title="Cabinets wanted",
        singular="cabinet",
        many=True,
        hint="In order from the left. An empty width is chosen for you; an empty number is as many as fit.",
        controls=(
            Control(
                name="kind",
                label="Kind",
                kind=Kind.CHOICE,
                options=tuple(Option(*each) for each in kinds.items()),
                default=next(iter(kinds), ""),
            ),
            Control(name="width", label="Width", unit="mm", least="150", most="1200", optional=True),
            Control(name="count", label="How many", least="1", most="50", default="1", optional=True),
            _details("choices", "Chosen", '{"shelves": 2}'),
            _details("construction", "Built otherwise", '{"shelf_setback": 50}'),
            _details("parts", "Parts otherwise", '{"shelf": {"thickness": 25}}'),
        ),
    )


def _details(name: str, label: str, example: str) -> Control:
    return Control(name=name, label=label, kind=Kind.DETAILS, optional=True, hint=f"Such as {example}.")


def _hung(name: str, label: str, hint: str) -> Control:
    least, most, usual = WALL_UNITS[name]
    return _length(name, label, show(usual), show(least), show(most), hint=hint)


def _pick(name: str, label: str, options: tuple[Option, ...], *, numeric: bool = False, unit: str = "") -> Control:
    default = options[0].value if options else ""
    return Control(
        name=name, label=label, kind=Kind.CHOICE, options=options, default=default, numeric=numeric, unit=unit
    )


def _sizes(lengths: Iterable[Length]) -> tuple[Option, ...]:
    return tuple(Option(show(each), f"{show(each)} mm") for each in sorted(set(lengths)))


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
