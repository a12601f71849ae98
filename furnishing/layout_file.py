"""A layout as a list in a room file: where each unit stands, so that a layout once chosen stays as it was seen.

docs/room.md lists the fields.
"""

from __future__ import annotations

from collections.abc import Sequence

from furnishing.cabinets.registry import kinds
from furnishing.json_text import JsonValue
from furnishing.layout.placement import Layout, Placement
from furnishing.reading import Fields
from furnishing.style_file import choices_from, choices_record
from furnishing.units import Length, from_length, mm

LEAST, WIDEST, HIGHEST, DEEPEST = mm(1), mm(30_000), mm(6000), mm(2000)
"""Sizes that are refused at once; in which a kind can be made `design` says."""

MOST = 500
"""Units of one room; a layout of more is no layout of ours."""


def layout_from(fields: Fields, walls: Sequence[object]) -> Layout | None:
    """The `layout` of a room file with these walls; None where it has none."""
    if not fields.has("layout"):
        return None
    found = tuple(_placement(each, len(walls)) for each in fields.records("layout", most=MOST))
    seen: set[str] = set()
    for number, each in enumerate(found):
        if each.cabinet in seen:
            fields.fault(f"layout[{number}].id", f"two units are called {each.cabinet}; give each its own id")
        seen.add(each.cabinet)
    return Layout(placements=found)


def _placement(fields: Fields, walls: int) -> Placement:
    code, wall = fields.text("kind"), fields.integer("wall")
    if fields.sound("kind") and all(each.code != code for each in kinds()):
        fields.fault("kind", f"there is no cabinet kind {code!r}; `furnish kinds` lists all")
    if wall >= walls:
        fields.fault("wall", f"there is no wall {wall}; the room has walls 0 to {walls - 1}")
    return Placement(
        cabinet=fields.text("id", most=40),
        kind=code,
        wall=wall,
        offset=fields.length("offset", least=0),
        elevation=fields.length("elevation", 0, least=0),
        width=fields.length("width", least=LEAST, most=WIDEST),
        height=fields.length("height", least=LEAST, most=HIGHEST),
        depth=fields.length("depth", least=LEAST, most=DEEPEST),
        slanting=fields.boolean("slanting", False),
        choices=choices_from(fields, code),
        out=fields.length("out", 0, least=0),
    )


def layout_records(layout: Layout, unit: str) -> list[JsonValue]:
    """The placements of a layout as JSON, which reads back equal; what holds its default is left out."""
    return [_record(each, unit) for each in layout.placements]


def _record(each: Placement, unit: str) -> JsonValue:
    record: dict[str, JsonValue] = {"id": each.cabinet, "kind": each.kind, "wall": each.wall}
    for name in ("offset", "elevation", "width", "height", "depth", "out"):
        size: Length = getattr(each, name)
        if size or name == "offset":
            record[name] = from_length(size, unit)
    if each.slanting:
        record["slanting"] = True
    if each.choices:
        record["choices"] = choices_record(each.kind, each.choices, unit)
    return record
