"""The form of a style: finishes, boards, bands, sizes, and the cabinets wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from furnishing.catalogue import Catalogue
from furnishing.construction import method_names
from furnishing.style import FrontLook, Overlay
from furnishing.style_file import SANE, WALL_UNITS
from furnishing.units import Length, show
from web.forms.controls import Control, Group, Kind, Option
from web.forms.makers import choice, length

_NONE = Option("", "None")


def style_form(catalogue: Catalogue, kinds: Mapping[str, str], walls: tuple[Option, ...]) -> Group:
    """The form for styles of a catalogue, with cabinet kinds (code to name) and the walls there are."""
    finishes = tuple(Option(each.code, each.name) for each in catalogue.finishes)
    boards = sizes(each.thickness for each in catalogue.materials)
    bands = (Option("0", "none"), *sizes(each.thickness for each in catalogue.bands))
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
            pick("front_finish", "Fronts", finishes),
            pick("carcass_finish", "Carcass", finishes),
            pick("back_finish", "Backs", finishes),
            Control(
                name="worktop_finish",
                label="Worktops",
                kind=Kind.CHOICE,
                optional=True,
                options=(Option("", "As the fronts"), *finishes),
            ),
            pick("front_thickness", "Front thickness", boards, numeric=True, unit="mm"),
            pick("carcass_thickness", "Carcass thickness", boards, numeric=True, unit="mm"),
            pick("back_thickness", "Back thickness", boards, numeric=True, unit="mm"),
            pick("band_visible", "Edge band where seen", bands, numeric=True, unit="mm"),
            pick("band_hidden", "Edge band where hidden", bands, numeric=True, unit="mm"),
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
            choice("front", "Look of the fronts", FrontLook),
            choice("overlay", "Fronts lie over the carcass", Overlay),
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


def _sane(name: str, label: str, default: str, hint: str = "") -> Control:
    least, most = SANE[name]
    return length(name, label, default, show(least), show(most), hint=hint)


def _hung(name: str, label: str, hint: str) -> Control:
    least, most, usual = WALL_UNITS[name]
    return length(name, label, show(usual), show(least), show(most), hint=hint)


def pick(name: str, label: str, options: tuple[Option, ...], *, numeric: bool = False, unit: str = "") -> Control:
    default = options[0].value if options else ""
    return Control(
        name=name, label=label, kind=Kind.CHOICE, options=options, default=default, numeric=numeric, unit=unit
    )


def sizes(lengths: Iterable[Length]) -> tuple[Option, ...]:
    return tuple(Option(show(each), f"{show(each)} mm") for each in sorted(set(lengths)))
