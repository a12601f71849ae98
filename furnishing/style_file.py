"""Styles as files: format `furnish-style/1`, alone or within a room file, and the styles the program ships.

docs/room.md lists the fields.
"""

from __future__ import annotations

from decimal import Decimal
from importlib import resources
from typing import Final

from furnishing.errors import Fault, InputError
from furnishing.json_text import JsonValue, to_json
from furnishing.reading import Fields, open_record
from furnishing.style import Style, Wish
from furnishing.units import Length, from_length, mm, show

FORMAT: Final = "furnish-style/1"

SANE: Final[dict[str, tuple[Length, Length]]] = {
    "carcass_thickness": (mm(8), mm(50)),
    "front_thickness": (mm(8), mm(50)),
    "back_thickness": (mm(2), mm(25)),
    "band_visible": (0, mm(3)),
    "band_hidden": (0, mm(3)),
    "base_height": (mm(300), mm(1300)),
    "base_depth": (mm(200), mm(1000)),
    "tall_height": (mm(900), mm(3000)),
    "tall_depth": (mm(200), mm(1000)),
    "plinth_height": (0, mm(300)),
    "front_gap": (mm(1), mm(10)),
}
"""The least and the most of each length of a style: what can be furniture at all, not what is advisable."""

LEAST_CARCASS: Final[Length] = mm(200)


def read_style(text: str | bytes, source: str = "") -> Style:
    """The style of a style file; InputError with every fault."""
    fields = open_record(text, FORMAT, source)
    fields.read_unit()
    style = style_from(fields)
    fields.finish()
    return style


def style_from(fields: Fields) -> Style:
    """The style in these fields, which may be those of a style file or of the `style` of a room."""
    sizes = {name: fields.length(name, least=least, most=most) for name, (least, most) in SANE.items()}
    style = Style(
        name=fields.text("name"),
        carcass_finish=fields.text("carcass_finish"),
        front_finish=fields.text("front_finish"),
        back_finish=fields.text("back_finish"),
        wishes=tuple(_wish(each) for each in fields.records("wishes", least=1, most=100)),
        wall=fields.optional("wall", fields.integer),
        handle=fields.text("handle", ""),
        discount_percent=fields.number("discount_percent", Decimal(0), most=100),
        **sizes,
    )
    _check_plinth(fields, style)
    return style


def _wish(fields: Fields) -> Wish:
    width = fields.optional("width", fields.length)
    # No count means one; null means as many as fit.
    endless = fields.take("count", default=1) is None
    return Wish(
        kind=fields.text("kind"),
        width=width,
        count=None if endless else fields.integer("count", 1, least=1, most=100),
    )


def _check_plinth(fields: Fields, style: Style) -> None:
    """A plinth must leave room for a carcass on it."""
    unit = fields.unit
    for name, height in (("base_height", style.base_height), ("tall_height", style.tall_height)):
        if fields.sound(name) and fields.sound("plinth_height") and height - style.plinth_height < LEAST_CARCASS:
            left = f"leaves {show(height - style.plinth_height, unit)} {unit} for the carcass"
            plinth = f"a plinth of {show(style.plinth_height, unit)} {unit} under {show(height, unit)} {unit}"
            fields.fault(name, f"{plinth} {left}; at least {show(LEAST_CARCASS, unit)} {unit} are needed")


def write_style(style: Style, unit: str = "mm") -> str:
    """A style file as canonical JSON, which reads back equal."""
    head: dict[str, JsonValue] = {"format": FORMAT, "unit": unit}
    return to_json(head | style_record(style, unit))


def style_record(style: Style, unit: str) -> dict[str, JsonValue]:
    """The fields of a style, lengths in `unit`."""
    record: dict[str, JsonValue] = {
        "name": style.name,
        "carcass_finish": style.carcass_finish,
        "front_finish": style.front_finish,
        "back_finish": style.back_finish,
    }
    record |= {name: from_length(getattr(style, name), unit) for name in SANE}
    if style.wall is not None:
        record["wall"] = style.wall
    if style.handle:
        record["handle"] = style.handle
    if style.discount_percent:
        record["discount_percent"] = style.discount_percent
    record["wishes"] = [_wish_record(wish, unit) for wish in style.wishes]
    return record


def _wish_record(wish: Wish, unit: str) -> JsonValue:
    record: dict[str, JsonValue] = {"kind": wish.kind}
    if wish.width is not None:
        record["width"] = from_length(wish.width, unit)
    if wish.count != 1:
        record["count"] = wish.count
    return record


def style_names() -> tuple[str, ...]:
    """The names of the styles that the program ships, sorted."""
    folder = resources.files("furnishing") / "data" / "styles"
    return tuple(sorted(file.name.removesuffix(".json") for file in folder.iterdir() if file.name.endswith(".json")))


def shipped_style(name: str) -> Style:
    """One of the styles that the program ships; InputError with the known names for any other."""
    if name not in style_names():
        fault = Fault("style", f"there is no shipped style {name!r}; use one of {', '.join(style_names())}")
        raise InputError([fault])
    file = resources.files("furnishing") / "data" / "styles" / f"{name}.json"
    return read_style(file.read_bytes(), f"{name}.json")
