"""Programmes as files: format `furnish-programme/1`, read strictly; and those that the program ships.

docs/layout.md lists the fields.
"""

from __future__ import annotations

from dataclasses import fields as fields_of
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Final

from furnishing.errors import InputError
from furnishing.json_text import JsonValue, to_json
from furnishing.programme import (
    Doors,
    Hand,
    KitchenWish,
    OvenPlace,
    Programme,
    Purpose,
    Shape,
    Storage,
    WardrobeWish,
)
from furnishing.reading import Fields, open_record
from furnishing.units import Length, from_length, mm

FORMAT: Final = "furnish-programme/1"
LONGEST: Final[Length] = mm(200_000)
"""Metres of shelf or rail that no home asks for."""


def read_programme(text: str | bytes, source: str = "") -> Programme:
    """The programme of a file; InputError with every fault."""
    fields = open_record(text, FORMAT, source)
    fields.read_unit()
    programme = programme_from(fields)
    fields.finish()
    return programme


def programme_from(fields: Fields) -> Programme:
    """The programme in these fields, of a file or of the `programme` of a room."""
    plain = KitchenWish()
    kitchen = fields.optional_record("kitchen")
    wardrobe = fields.optional_record("wardrobe")
    purpose = fields.choice("purpose", Purpose)
    for name, given in (("kitchen", kitchen), ("wardrobe", wardrobe)):
        if given is not None and purpose.value != name:
            fields.fault(name, f"a programme for a {purpose.value} has no {name}; take it out or change the purpose")
    return Programme(
        name=fields.text("name"),
        purpose=purpose,
        kitchen=plain if kitchen is None else _kitchen(kitchen),
        wardrobe=WardrobeWish() if wardrobe is None else _wardrobe(wardrobe),
        shelf=fields.length("shelf", 0, least=0, most=LONGEST),
        screen=fields.length("screen", 0, least=0, most=mm(4000)),
        seat=fields.boolean("seat", False),
        coats=fields.length("coats", 0, least=0, most=LONGEST),
        shoes=fields.integer("shoes", 0, most=500),
        desk=fields.length("desk", 0, least=0, most=mm(5000)),
        vanity=fields.length("vanity", 0, least=0, most=mm(5000)),
        budget=fields.optional("budget", fields.number),
        style=fields.text("style", ""),
    )


def _kitchen(fields: Fields) -> KitchenWish:
    plain = KitchenWish()
    return KitchenWish(
        shape=fields.choice("shape", Shape, plain.shape),
        hand=fields.choice("hand", Hand, plain.hand),
        user_height=fields.length("user_height", plain.user_height, least=mm(1200), most=mm(2300)),
        sink=fields.length("sink", plain.sink, least=0, most=mm(1200)),
        dishwasher=fields.length("dishwasher", plain.dishwasher, least=0, most=mm(600)),
        washer=fields.boolean("washer", plain.washer),
        hob=fields.length("hob", plain.hob, least=0, most=mm(1000)),
        gas=fields.boolean("gas", plain.gas),
        oven=fields.choice("oven", OvenPlace, plain.oven),
        microwave=fields.boolean("microwave", plain.microwave),
        fridge=fields.integer("fridge", plain.fridge, most=3),
        larder=fields.integer("larder", plain.larder, most=4),
        broom=fields.integer("broom", plain.broom, most=2),
        hood=fields.boolean("hood", plain.hood),
        wall_units=fields.boolean("wall_units", plain.wall_units),
        storage=fields.choice("storage", Storage, plain.storage),
        pullout=fields.boolean("pullout", plain.pullout),
    )


def _wardrobe(fields: Fields) -> WardrobeWish:
    plain = WardrobeWish()
    return WardrobeWish(
        persons=fields.integer("persons", plain.persons, least=1, most=12),
        hang_long=fields.length("hang_long", plain.hang_long, least=0, most=LONGEST),
        hang_short=fields.length("hang_short", plain.hang_short, least=0, most=LONGEST),
        shelves=fields.length("shelves", plain.shelves, least=0, most=LONGEST),
        drawers=fields.integer("drawers", plain.drawers, most=60),
        shoes=fields.integer("shoes", plain.shoes, most=500),
        doors=fields.choice("doors", Doors, plain.doors),
    )


def write_programme(programme: Programme, unit: str = "mm") -> str:
    """A programme as canonical JSON, which reads back equal; fields that hold their default are left out."""
    return to_json({"format": FORMAT, "unit": unit, **programme_record(programme, unit)})


def programme_record(programme: Programme, unit: str) -> dict[str, JsonValue]:
    """The programme as it stands in a file, lengths in `unit`."""
    record: dict[str, JsonValue] = {"name": programme.name, "purpose": programme.purpose.value}
    for wish in (programme.kitchen, programme.wardrobe):
        name = "kitchen" if isinstance(wish, KitchenWish) else "wardrobe"
        if programme.purpose.value == name:
            record[name] = _changed(wish, unit)
    plain = Programme(name=programme.name, purpose=programme.purpose, kitchen=programme.kitchen)
    return record | _changed(programme, unit, plain, leave=("name", "purpose", "kitchen", "wardrobe"))


def _changed(
    value: KitchenWish | WardrobeWish | Programme,
    unit: str,
    plain: Programme | None = None,
    leave: tuple[str, ...] = (),
) -> dict[str, JsonValue]:
    """The fields of a value that do not hold their default; lengths, which are declared as such, in `unit`."""
    usual = type(value)() if plain is None and not isinstance(value, Programme) else plain
    record: dict[str, JsonValue] = {}
    for each in fields_of(value):
        found = getattr(value, each.name)
        if each.name in leave or found == getattr(usual, each.name):
            continue
        if each.type == "Length":
            record[each.name] = from_length(found, unit)
        else:
            record[each.name] = found.value if isinstance(found, StrEnum) else found
    return record


@cache
def programme_names() -> tuple[str, ...]:
    """The names of the programmes that come with the program, sorted."""
    folder = resources.files("furnishing") / "data" / "programmes"
    return tuple(sorted(file.name.removesuffix(".json") for file in folder.iterdir() if file.name.endswith(".json")))


@cache
def shipped_programme(name: str) -> Programme:
    """One of the programmes that come with the program; KeyError for any other name."""
    if name not in programme_names():
        raise KeyError(name)
    file = resources.files("furnishing") / "data" / "programmes" / f"{name}.json"
    try:
        return read_programme(file.read_bytes(), file.name)
    except InputError as error:  # pragma: no cover - a defect of ours
        raise ValueError(str(error)) from error
