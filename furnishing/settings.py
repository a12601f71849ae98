"""Values laid over a construction method: company over method, project over company, then cabinet, then part.

    settle(default_construction(), Layer("company.json", company), Layer("style.construction", style.construction))

gives the construction that holds, in which each value knows the layer it came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from typing import Any, Final

from furnishing.construction import Construction, shipped_method
from furnishing.construction_file import KEYS, TYPES, merged
from furnishing.construction_values import Lengths, Words
from furnishing.units import Length, show

Setting = str | int | Decimal | Lengths | Words | tuple[tuple[int, ...], ...]
"""A value of a construction: its type is that of the field of this name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A method by name ("" for none) and values of a construction by name, in the order of the construction.

    The entries of a table are laid over those below; every other value replaces the one below.
    """

    method: str = ""
    values: tuple[tuple[str, Setting], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.method or self.values)


NOTHING: Final = Settings()


@dataclass(frozen=True, slots=True)
class Layer:
    """Settings and where they stand: a file, `style.construction`, `wish 2`."""

    origin: str
    settings: Settings


def settle(method: Construction, *layers: Layer) -> Construction:
    """The construction that holds: the last method that a layer names, else `method`, under the values of all layers.

    KeyError for a method or a value that does not exist: readers have refused it before.
    """
    named = [layer.settings.method for layer in layers if layer.settings.method]
    settled = shipped_method(named[-1]) if named else method
    changes: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for layer in layers:
        for name, value in layer.settings.values:
            if name in KEYS:
                changes[name] = merged(changes.get(name, getattr(settled, name)), _pairs(value))
                origins.update({f"{name}.{key}": layer.origin for key, _ in _pairs(value)})
            else:
                changes[name] = value
                origins[name] = layer.origin
    if not changes:
        return settled
    unknown = changes.keys() - TYPES.keys()
    if unknown:
        raise KeyError(", ".join(sorted(unknown)))
    known = tuple(sorted({**dict(settled.origins), **origins}.items()))
    return replace(settled, **changes, origins=known)


def _pairs(table: Any) -> tuple[tuple[str, Any], ...]:
    """The entries of a table."""
    return tuple(table)


@dataclass(frozen=True, slots=True)
class Row:
    """A value of a construction for people, and where it came from."""

    name: str
    value: str
    origin: str


def origins(construction: Construction) -> tuple[Row, ...]:
    """Every value of a construction in order, the entries of tables each on a row; lengths in mm."""
    return tuple(_rows(construction))


def _rows(construction: Construction) -> Iterator[Row]:
    for field in fields(construction):
        if field.name not in TYPES:
            continue
        value = getattr(construction, field.name)
        if field.name in KEYS:
            for key, cell in value:
                name = f"{field.name}.{key}"
                yield Row(name, _shown(cell, TYPES[field.name] == "Lengths"), construction.origin(name))
        else:
            yield Row(field.name, _shown(value, TYPES[field.name] == "Length"), construction.origin(field.name))


def _shown(value: object, is_length: bool) -> str:
    if is_length and isinstance(value, Length):
        return f"{show(value)} mm"
    if isinstance(value, tuple):
        return "; ".join(_entry(each) for each in value)
    return str(value)


def _entry(value: object) -> str:
    """An entry of a list in few words."""
    return ":".join(str(share) for share in value) if isinstance(value, Iterable) else str(value)


def differing(construction: Construction, base: Construction) -> tuple[Row, ...]:
    """The values in which a construction is not as another."""
    others = {(row.name, row.value) for row in origins(base)}
    return tuple(row for row in origins(construction) if (row.name, row.value) not in others)
