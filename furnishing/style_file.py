"""Styles as files: format `furnish-style/1`, alone or within a room file, and the styles the program ships.

docs/room.md lists the fields.
"""

from __future__ import annotations

from decimal import Decimal
from importlib import resources
from typing import Final

from furnishing.cabinets.registry import kinds
from furnishing.construction_words import GRAINS
from furnishing.errors import Fault, InputError
from furnishing.json_text import JsonValue, to_json
from furnishing.reading import Fields, brief, open_record
from furnishing.settings_file import settings_from, settings_value
from furnishing.style import (
    WALL_DEPTH,
    WALL_ELEVATION,
    WALL_HEIGHT,
    Choices,
    FrontLook,
    Overlay,
    PartChoice,
    Style,
    Wish,
)
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

WALL_UNITS: Final[dict[str, tuple[Length, Length, Length]]] = {
    "wall_height": (mm(200), mm(1500), WALL_HEIGHT),
    "wall_depth": (mm(150), mm(700), WALL_DEPTH),
    "wall_elevation": (0, mm(2500), WALL_ELEVATION),
}
"""The least, the most and the usual of each length of hung units; a style may leave them out."""

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
    sizes |= {
        name: fields.length(name, usual, least=least, most=most) for name, (least, most, usual) in WALL_UNITS.items()
    }
    style = Style(
        name=fields.text("name"),
        carcass_finish=fields.text("carcass_finish"),
        front_finish=fields.text("front_finish"),
        back_finish=fields.text("back_finish"),
        wishes=tuple(_wish(each) for each in fields.records("wishes", least=1, most=100)),
        wall=fields.optional("wall", fields.integer),
        handle=fields.text("handle", ""),
        discount_percent=fields.number("discount_percent", Decimal(0), most=100),
        front=fields.choice("front", FrontLook, FrontLook.SLAB),
        overlay=fields.choice("overlay", Overlay, Overlay.FULL),
        match_grain=fields.boolean("match_grain", False),
        fitted=fields.boolean("fitted", False),
        worktop_finish=fields.text("worktop_finish", ""),
        construction=settings_from(fields),
        **sizes,
    )
    _check_plinth(fields, style)
    return style


def _wish(fields: Fields) -> Wish:
    width = fields.optional("width", fields.length)
    # No count means one; null means as many as fit.
    endless = fields.take("count", default=1) is None
    kind = fields.text("kind")
    return Wish(
        kind=kind,
        width=width,
        count=None if endless else fields.integer("count", 1, least=1, most=100),
        choices=choices_from(fields, kind),
        construction=settings_from(fields),
        parts=_parts(fields),
    )


def choices_from(fields: Fields, kind: str) -> Choices:
    """Parameters of the kind; those it does not have are kept as they stand, for `design` to refuse."""
    if fields.take("choices", None) is None:
        return ()
    raw, record = fields.take("choices"), fields.record("choices")
    units = lengths_of(kind)
    found: dict[str, int | str] = {}
    for name in raw if isinstance(raw, dict) else ():
        value = record.take(name)
        if name in units:
            found[name] = record.length(name, least=0)
        elif isinstance(value, str):
            found[name] = record.text(name)
        elif isinstance(value, int) and not isinstance(value, bool):
            found[name] = record.integer(name)
        else:
            record.fault(name, f"{brief(value)} stands where a whole number, a length or a word is needed")
    return tuple(sorted(found.items()))


def lengths_of(kind: str) -> frozenset[str]:
    """The parameters of a kind that are lengths; none of an unknown kind."""
    own = (each for each in kinds() if each.code == kind)
    return frozenset(parameter.name for each in own for parameter in each.parameters if parameter.unit == "um")


def _parts(fields: Fields) -> tuple[PartChoice, ...]:
    if fields.take("parts", None) is None:
        return ()
    raw, record = fields.take("parts"), fields.record("parts")
    found = []
    for name in sorted(raw) if isinstance(raw, dict) else ():
        each = record.record(name)
        given = {field for field in ("band", "grain") if each.take(field, None) is not None}
        found.append(
            PartChoice(
                part=name,
                thickness=each.optional("thickness", each.length),
                band=each.length("band", least=0) if "band" in given else None,
                grain=each.word("grain", GRAINS) if "grain" in given else None,
            )
        )
    return tuple(found)


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
    for name, (_, _, usual) in WALL_UNITS.items():
        if getattr(style, name) != usual:
            record[name] = from_length(getattr(style, name), unit)
    if style.front is not FrontLook.SLAB:
        record["front"] = style.front.value
    if style.overlay is not Overlay.FULL:
        record["overlay"] = style.overlay.value
    if style.worktop_finish:
        record["worktop_finish"] = style.worktop_finish
    if style.match_grain:
        record["match_grain"] = True
    if style.fitted:
        record["fitted"] = True
    if style.construction:
        record["construction"] = settings_value(style.construction, unit)
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
    if wish.choices:
        record["choices"] = choices_record(wish.kind, wish.choices, unit)
    if wish.construction:
        record["construction"] = settings_value(wish.construction, unit)
    if wish.parts:
        record["parts"] = {each.part: _part_record(each, unit) for each in wish.parts}
    return record


def choices_record(kind: str, choices: Choices, unit: str) -> dict[str, JsonValue]:
    """Parameters of a kind as JSON, lengths in `unit`."""
    lengths = lengths_of(kind)
    return {
        name: from_length(value, unit) if name in lengths and isinstance(value, int) else value
        for name, value in choices
    }


def _part_record(choice: PartChoice, unit: str) -> JsonValue:
    record: dict[str, JsonValue] = {}
    for name, length in (("thickness", choice.thickness), ("band", choice.band)):
        if length is not None:
            record[name] = from_length(length, unit)
    if choice.grain is not None:
        record["grain"] = choice.grain
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
