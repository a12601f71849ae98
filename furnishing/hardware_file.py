"""Hardware packs as files: format `furnish-hardware/1`, read strictly, each record with the source of its numbers.

A pack may be `like` another one: sections that it does not hold are those of the other. So a range of hinges is swapped
with a file of one section. docs/hardware.md lists the sections.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Final, get_args, get_type_hints

from furnishing.cabinets.making import Making
from furnishing.errors import Fault, InputError
from furnishing.hardware import Drill, Pack, Pattern
from furnishing.reading import Fields, one_of, open_record
from furnishing.units import Length

FORMAT: Final = "furnish-hardware/1"
STANDARD: Final = "standard"
"""The pack that others rest on."""
SIGNED: Final = {"overlay_least", "overlay_most"}
"""Lengths that may be below 0."""
DEEPEST: Final[Length] = 10_000_000
_BARE: Final = (Drill, Pattern)
"""Records whose numbers are covered by the source of the record around them."""


def hardware_pack(making: Making) -> Pack:
    """The pack that the construction method names; InputError where there is none.

    A name that ends in `.json` is a file of the user, any other one of the packs that come with the program.
    """
    return named_pack(making.construction.hardware_pack)


@cache
def named_pack(name: str) -> Pack:
    """The pack of this name or file; InputError where there is none or it is faulty."""
    if name.endswith(".json"):
        return read_pack(_bytes_of(name), name)
    if name not in pack_names():
        message = f"there is no hardware pack {name!r}; use {one_of(pack_names())}, or a file that ends in .json"
        raise InputError([Fault("hardware_pack", message)])
    return read_pack((_folder() / f"{name}.json").read_bytes(), f"{name}.json")


def _bytes_of(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        message = f"the pack {name} cannot be read ({error.strerror}); give the path of a pack file"
        raise InputError([Fault("hardware_pack", message)]) from None


@cache
def pack_names() -> tuple[str, ...]:
    """The names of the packs that come with the program, in alphabetical order."""
    files = (entry.name for entry in _folder().iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in files if name.endswith(".json")))


def _folder() -> Any:
    return resources.files("furnishing").joinpath("data", "hardware")


def read_pack(text: str | bytes, source: str = "") -> Pack:
    """The pack of a file; InputError with every fault, also where a source is missing."""
    fields = open_record(text, FORMAT, source)
    fields.read_unit()
    fields.take("sources")
    values: dict[str, Any] = {"name": fields.text("name"), "title": fields.text("title")}
    like = fields.text("like", "")
    if like and like not in pack_names():
        fields.fault("like", f"there is no hardware pack {like!r}; use {one_of(pack_names())}")
        fields.finish()
    rest = named_pack(like) if like else None
    for field, kind in _sections():
        if rest is not None and not fields.has(field):
            values[field] = getattr(rest, field)
        else:
            values[field] = _record(fields.record(field), kind)
    fields.finish()
    return Pack(**values)


def _sections() -> Iterator[tuple[str, type]]:
    hints = get_type_hints(Pack)
    return ((field.name, hints[field.name]) for field in dataclasses.fields(Pack) if hints[field.name] is not str)


def _record(fields: Fields, kind: type) -> Any:
    """A record of the file as the value whose fields it has."""
    if kind not in _BARE:
        fields.text("source", most=800)
    hints = get_type_hints(kind, vars(sys.modules[kind.__module__]))
    values = {
        field.name: _value(fields, field.name, str(field.type), hints[field.name]) for field in dataclasses.fields(kind)
    }
    return kind(**values)


def _value(fields: Fields, name: str, word: str, kind: Any) -> Any:
    """One value: `word` is its type as it is written, which tells lengths from counts."""
    if word == "Length":
        return fields.length(name, least=-DEEPEST if name in SIGNED else 0, most=DEEPEST)
    if word == "tuple[Length, ...]":
        return () if fields.take(name, None) == [] else fields.lengths(name, least=0)
    if word == "Decimal":
        return fields.number(name)
    if word == "int":
        return fields.integer(name)
    if word in {"Code", "str"}:
        return fields.text(name, "")
    if word.startswith("tuple["):
        return tuple(_record(each, get_args(kind)[0]) for each in fields.records(name, least=1))
    return _record(fields.record(name), kind)


def article_codes(pack: Pack) -> tuple[str, ...]:
    """Every article that a pack can order, in alphabetical order: all of them need a price in the catalogue."""
    return tuple(sorted(set(_codes(pack)) - {""}))


def _codes(value: Any) -> Iterator[str]:
    for field in dataclasses.fields(value):
        inner = getattr(value, field.name)
        if field.type == "Code":
            yield inner
        elif dataclasses.is_dataclass(inner):
            yield from _codes(inner)
        elif isinstance(inner, tuple):
            for each in inner:
                if dataclasses.is_dataclass(each):
                    yield from _codes(each)
