"""Matched sets in the file of a cut job: one row is a list of `pieces`, several are `rows`."""

from __future__ import annotations

from cutting.pieces import Follow, PieceSet
from furnishing.json_text import JsonValue, brief
from furnishing.reading import Fields
from furnishing.units import from_length


def read_set(fields: Fields) -> PieceSet:
    """One set as its object says it; faults are noted there."""
    if fields.has("rows") and fields.has("pieces"):
        fields.fault("rows", "a set has one row of pieces or several rows; leave one of the two out")
    rows: tuple[tuple[str, ...], ...]
    if fields.has("rows"):
        fields.take("pieces", None)
        raw = fields.take("rows")
        entries = raw if isinstance(raw, list) else []
        if not entries:
            fields.fault("rows", f"{brief(raw)} stands where a list of rows is needed, each a list of piece ids")
        rows = tuple(_ids(fields, f"rows[{number}]", entry) for number, entry in enumerate(entries))
    else:
        rows = (_ids(fields, "pieces", fields.take("pieces")),) if fields.has("pieces") else ((),)
        if not fields.has("pieces"):
            fields.take("pieces")
    return PieceSet(
        id=fields.text("id"),
        rows=rows,
        follow=fields.choice("follow", Follow),
        allowance=fields.length("allowance", least=0, default=0),
    )


def _ids(fields: Fields, name: str, value: object) -> tuple[str, ...]:
    """A list of piece ids; a fault and nothing where it is none."""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    fields.fault(name, f"{brief(value)} stands where a list of piece ids is needed")
    return ()


def set_entry(each: PieceSet, unit: str) -> dict[str, JsonValue]:
    """The object of one set."""
    rows: list[JsonValue] = [list(row) for row in each.rows]
    return {
        "id": each.id,
        "follow": each.follow.value,
        **({"pieces": rows[0]} if len(rows) == 1 else {"rows": rows}),
        **({"allowance": from_length(each.allowance, unit)} if each.allowance else {}),
    }
