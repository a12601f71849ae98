"""The form of what is wanted of a room, made from the fields that a programme declares."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from typing import Any, Final

from furnishing import programme as declared
from furnishing.json_text import to_json
from furnishing.programme import KitchenWish, Programme, Purpose, WardrobeWish
from furnishing.programme_file import FORMAT
from furnishing.units import show
from web.forms.controls import Control, Group, Kind, Option
from web.forms.names import Json

OF_PURPOSE: Final[Mapping[Purpose, tuple[str, ...]]] = {
    Purpose.KITCHEN: (),
    Purpose.WARDROBE: (),
    Purpose.BOOKCASE: ("shelf",),
    Purpose.TV: ("screen", "shelf"),
    Purpose.HALLWAY: ("coats", "shoes", "seat"),
    Purpose.STUDY: ("desk", "shelf"),
    Purpose.BATHROOM: ("vanity",),
}
"""Which of a programme's own fields each purpose reads; the budget counts for all."""

LABELS: Final = {
    "shape": ("Shape", ""),
    "hand": ("The cook is", ""),
    "user_height": ("Height of the cook", "1200 to 2300 mm."),
    "sink": ("Sink, width", "0 for none, at most 1200 mm."),
    "dishwasher": ("Dishwasher, width", "0 for none, 450 or 600 mm."),
    "washer": ("Washing machine", ""),
    "hob": ("Hob, width", "0 for none, at most 1000 mm."),
    "gas": ("The hob burns gas", ""),
    "oven": ("Oven", ""),
    "microwave": ("Microwave, built in", ""),
    "fridge": ("Tall fridges", "0 to 3."),
    "larder": ("Larders", "0 to 4."),
    "broom": ("Broom cupboards", "0 to 2."),
    "hood": ("Hood over the hob", ""),
    "wall_units": ("Hung units", ""),
    "storage": ("Storage below the worktop", ""),
    "pullout": ("Narrow pull-out", ""),
    "persons": ("Persons", "1 to 12."),
    "hang_long": ("Rail for long clothes", "Coats and dresses; 0 for none."),
    "hang_short": ("Rail for short clothes", "Shirts and jackets; 0 for none."),
    "shelves": ("Shelves, together", "Length of all boards."),
    "drawers": ("Drawers", "0 to 60."),
    "shoes": ("Pairs of shoes", "0 to 500."),
    "doors": ("Doors", ""),
    "shelf": ("Shelves for books, together", "Length of all boards."),
    "screen": ("Width of the television", "0 for none."),
    "seat": ("A seat", ""),
    "coats": ("Rail for coats", ""),
    "desk": ("Width of the desk", ""),
    "vanity": ("Width of the vanity", ""),
    "budget": ("Budget", "Net, in the currency of the prices. Empty where it does not matter."),
}
"""Words and hints by the name of a field; a field without any is shown by its name."""

WORDS: Final = {"any": "Whatever fits best", "I": "One line", "L": "L", "U": "U", "galley": "Two lines"} | {
    "left": "Left-handed",
    "right": "Right-handed",
    "base": "Under the worktop",
    "tall": "In a tall unit",
    "none": "None",
}


def programme_form(purpose: Purpose) -> Group:
    """The form for one purpose: a group for kitchens and wardrobes, single fields for the rest."""
    own = [_control(each.name, str(each.type)) for each in fields(Programme) if each.name in OF_PURPOSE[purpose]]
    title, hint = LABELS["budget"]
    own.append(Control(name="budget", label=title, hint=hint, optional=True))
    wish = {Purpose.KITCHEN: KitchenWish, Purpose.WARDROBE: WardrobeWish}.get(purpose)
    below = () if wish is None else (_wish(purpose.value, wish),)
    return Group(name="", title="", controls=tuple(own), groups=below)


def _wish(name: str, wish: type[Any]) -> Group:
    controls = tuple(_control(each.name, str(each.type)) for each in fields(wish))
    return Group(name=name, title=name.capitalize(), controls=controls)


def _control(name: str, kind: str) -> Control:
    """The control of a declared field; its type says how it is typed."""
    label, hint = LABELS.get(name, (name.replace("_", " ").capitalize(), ""))
    if kind == "bool":
        return Control(name=name, label=label, hint=hint, kind=Kind.CHECK)
    if kind == "Length":
        return Control(name=name, label=label, hint=hint, unit="mm")
    options: type[StrEnum] | None = getattr(declared, kind, None)
    if options is not None and issubclass(options, StrEnum):
        answers = tuple(Option(each.value, WORDS.get(each.value, each.value.capitalize())) for each in options)
        return Control(name=name, label=label, hint=hint, kind=Kind.CHOICE, options=answers)
    return Control(name=name, label=label, hint=hint)


def programme_values(programme: Programme) -> dict[str, Json]:
    """The form's values for a programme, its defaults written out."""
    group = programme_form(programme.purpose)
    values: dict[str, Json] = {}
    for control in group.controls:
        found = getattr(programme, control.name)
        if found is not None:
            values[control.name] = _value(found, control)
    for below in group.groups:
        wish = getattr(programme, below.name)
        values[below.name] = {each.name: _value(getattr(wish, each.name), each) for each in below.controls}
    return values


def _value(found: Any, control: Control) -> Json:
    return show(found) if control.unit == "mm" else found


def programme_text(name: str, purpose: Purpose, values: Mapping[str, Json]) -> str:
    """The form's values as a programme file."""
    return to_json({"format": FORMAT, "unit": "mm", "name": name, "purpose": purpose.value, **values})
