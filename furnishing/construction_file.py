"""Construction methods as files, and single values of them as overrides.

In a method file each value is an entry with its source, `{"value": 9, "source": "CN"}`, or the bare value where a
workshop speaks for itself; in the `construction` of a style, a wish or a company values stand bare.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, Final

from furnishing.construction_values import Construction
from furnishing.construction_words import GRAINS, HALVED, NEIGHBOURS, ROLES, WORDS
from furnishing.reading import Fields, brief, one_of, open_record

FORMAT: Final = "furnish-construction/1"

GROUPS: Final = {
    "str": "words",
    "Length": "lengths",
    "int": "counts",
    "Decimal": "numbers",
    "Lengths": "tables",
    "Words": "tables",
}
"""In which object of a method file the values of a type stand; lists stand at the top."""

TYPES: Final = {
    field.name: str(field.type)
    for field in dataclasses.fields(Construction)
    if field.name not in ("method", "title", "origins")
}
"""The type of each value of a method."""

KEYS: Final = {"front_gaps": NEIGHBOURS, "thickness": ROLES, "bands": ROLES, "grains": ROLES}
"""The words by which each table is ordered."""


def read_method(
    text: str | bytes, source: str, names: Sequence[str], shipped: Callable[[str], Construction]
) -> Construction:
    """The method of a file; `shipped` gives the methods called `names`, on which it may rest."""
    fields = open_record(text, FORMAT, source)
    fields.read_unit()
    name = fields.text("name")
    title = fields.text("title", name)
    base = None if fields.take("based_on", None) is None else shipped(fields.word("based_on", names))
    fields.take("sources", {})
    values: dict[str, Any] = {}
    origins: dict[str, str] = {} if base is None else dict(base.origins)
    for group in dict.fromkeys(GROUPS.values()):
        record = fields.optional_record(group) if base else fields.record(group)
        for each in (each for each, kind in TYPES.items() if GROUPS.get(kind) == group):
            if record is not None and (base is None or record.has(each)):
                values[each] = _entry(record, each, name, origins, base)
    for each, read in LISTS.items():
        if base is None or fields.has(each):
            values[each] = read(fields)
            origins[each] = name
    fields.finish()
    head: dict[str, Any] = {"method": name, "title": title, "origins": tuple(sorted(origins.items()))}
    return dataclasses.replace(base, **head, **values) if base else Construction(**head, **values)


def _entry(record: Fields, name: str, method: str, origins: dict[str, str], base: Construction | None) -> object:
    """The value of an entry with its source, or a bare value; `origins` learns where it came from."""
    if GROUPS[TYPES[name]] == "tables":
        return _entries(record, name, method, origins, base)
    if not isinstance(record.take(name, None), dict):
        origins[name] = method
        return read_value(record, name, name)
    entry = record.record(name)
    origins[name] = f"{method}, {entry.text('source')}"
    return read_value(entry, "value", name)


def _entries(
    record: Fields, name: str, method: str, origins: dict[str, str], base: Construction | None
) -> tuple[tuple[str, Any], ...]:
    """A table whose entries are each a bare value or one with its source; those of the base that are not named stay."""
    raw, table = record.take(name), record.record(name)
    own: dict[str, Any] = {}
    for key in raw if isinstance(raw, dict) else ():
        if not _known_key(table, name, key):
            continue
        if isinstance(table.take(key), dict):
            entry = table.record(key)
            origins[f"{name}.{key}"] = f"{method}, {entry.text('source')}"
            own[key] = _cell(entry, "value", name)
        else:
            origins[f"{name}.{key}"] = method
            own[key] = _cell(table, key, name)
    if base is None and name == "front_gaps":
        for key in NEIGHBOURS:
            if key not in own and key not in HALVED:
                table.fault(key, "this field is missing")
    return merged(getattr(base, name, ()), tuple(own.items()))


def merged(table: tuple[tuple[str, Any], ...], over: tuple[tuple[str, Any], ...]) -> tuple[tuple[str, Any], ...]:
    """A table with the entries of another laid over it, sorted."""
    return tuple(sorted({**dict(table), **dict(over)}.items()))


def _known_key(table: Fields, name: str, key: str) -> bool:
    if key in KEYS[name]:
        return True
    table.take(key)
    table.fault(key, f"{brief(key)} is not known; use {one_of(KEYS[name])}")
    return False


def _cell(fields: Fields, at: str, name: str) -> object:
    if TYPES[name] == "Words":
        return fields.word(at, GRAINS)
    return fields.length(at, least=1 if name == "thickness" else 0)


def read_value(fields: Fields, at: str, name: str) -> Any:
    """The bare value of the construction value `name`, which stands in the field `at`; any fault is noted there."""
    kind = TYPES[name]
    if name in LISTS:
        return LISTS[name](fields)
    if kind == "Length":
        return fields.length(at, least=0)
    if kind == "int":
        return fields.integer(at, least=1)
    if kind == "Decimal":
        return fields.number(at)
    if kind == "str":
        return fields.word(at, WORDS[name]) if WORDS[name] else fields.text(at)
    raw, table = fields.take(at), fields.record(at)
    keys = [key for key in (raw if isinstance(raw, dict) else ()) if _known_key(table, name, key)]
    return tuple(sorted((key, _cell(table, key, name)) for key in keys))


def _stacks(fields: Fields) -> tuple[tuple[int, ...], ...]:
    return tuple(_stack(entry) for entry in fields.records("stacks", least=1))


def _stack(entry: Fields) -> tuple[int, ...]:
    entry.text("source", "")
    shares = entry.take("shares")
    if isinstance(shares, list) and shares and all(_is_share(share) for share in shares):
        return tuple(shares)
    entry.fault("shares", "whole numbers above 0 are needed, such as [2, 3, 4]")
    return (1,)


def _is_share(share: object) -> bool:
    return isinstance(share, int) and not isinstance(share, bool) and 0 < share <= 1000


LISTS: Final[dict[str, Callable[[Fields], tuple[Any, ...]]]] = {
    "stacks": _stacks,
}
"""The lists of a method; an override replaces the whole list."""
