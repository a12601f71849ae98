"""Settings as JSON: the `construction` of a style, of a wish, and of a company file (`furnish-company/1`).

It is the name of a shipped method, or an object with `based_on` and only the values that differ, by their names in
docs/construction.md: `{"based_on": "eu-applied", "shelf_setback": 30, "thickness": {"shelf": 25}}`.
"""

from __future__ import annotations

import difflib
from decimal import Decimal
from typing import Any, Final

from furnishing.construction import method_names
from furnishing.construction_file import TYPES, read_value
from furnishing.json_text import JsonValue, brief
from furnishing.reading import Fields, one_of, open_record
from furnishing.settings import NOTHING, Settings
from furnishing.units import from_length

COMPANY: Final = "furnish-company/1"


def read_company(text: str | bytes, source: str = "") -> Settings:
    """What a workshop does otherwise in all its projects; InputError with every fault of the file."""
    fields = open_record(text, COMPANY, source)
    fields.read_unit()
    fields.text("name", "")
    settings = settings_from(fields, files=True)
    fields.finish()
    return settings


def settings_from(fields: Fields, name: str = "construction", *, files: bool = False) -> Settings:
    """The settings in a field, NOTHING where it is missing; faults are noted.

    Only where `files` may be named is a hardware pack a path: rooms and styles come from strangers.
    """
    given = fields.take(name, None)
    if given is None:
        return NOTHING
    if isinstance(given, str):
        return Settings(method=_method(fields, name))
    record = fields.record(name)
    method = "" if not record.has("based_on") else _method(record, "based_on")
    values = tuple((each, read_value(record, each, each)) for each in TYPES if record.has(each))
    if isinstance(given, dict):
        for each in given.keys() - TYPES.keys() - {"based_on"}:
            _refuse(record, each)
    pack = dict(values).get("hardware_pack")
    if not files and isinstance(pack, str) and not pack.replace("-", "").isalnum():
        message = f"{brief(pack)} is not the name of a pack; name files in a method or company file only"
        record.fault("hardware_pack", message)
    return Settings(method=method, values=values)


def _method(fields: Fields, name: str) -> str:
    given, known = fields.take(name), method_names()
    if given in known:
        return str(given)
    fields.fault(name, f"there is no construction method {brief(given)}; use {one_of(known)}, or give its file")
    return ""


def _refuse(record: Fields, name: str) -> None:
    """Name the value that was probably meant, and not all hundred."""
    record.take(name)
    close = difflib.get_close_matches(name[:60], TYPES, n=1)
    hint = f"did you mean {close[0]!r}?" if close else "see docs/construction.md for the names"
    record.fault(name, f"no value of a construction is called so; {hint}")


def settings_value(settings: Settings, unit: str) -> JsonValue:
    """What `settings_from` reads back equal, lengths in `unit`."""
    if not settings.values:
        return settings.method
    record: dict[str, JsonValue] = {"based_on": settings.method} if settings.method else {}
    return record | {name: _value(TYPES[name], value, unit) for name, value in settings.values}


def _value(kind: str, value: Any, unit: str) -> JsonValue:
    if kind == "Length":
        return from_length(value, unit)
    if kind == "Lengths":
        return {key: from_length(cell, unit) for key, cell in value}
    if kind == "Words":
        return dict(value)
    if isinstance(value, str | int | Decimal):
        return value
    return [_shares(each) for each in value]


def _shares(entry: tuple[int, ...]) -> JsonValue:
    return {"shares": list(entry)}
