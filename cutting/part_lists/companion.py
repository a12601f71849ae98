"""The companion of a cut plan: names, bands, finished sizes of the pieces of a list, for labels and cut lists."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cutting.part_lists.job import ListedPart
from cutting.part_lists.part_list import PartRow
from cutting.pieces import Piece
from furnishing.grain import Grain
from furnishing.json_text import JsonValue, to_json
from furnishing.parts import Box, Edges, Part
from furnishing.reading import Fields, open_record
from furnishing.units import Length, from_length

COMPANION_FORMAT: Final = "furnish-part-list/1"
_SIDES: Final = ("bottom", "top", "left", "right")


def write_companion(parts: Iterable[ListedPart]) -> str:
    """The file of parts: `read_companion` makes the same parts of it."""
    return to_json({"format": COMPANION_FORMAT, "unit": "mm", "parts": [_entry(part) for part in parts]})


def _entry(part: ListedPart) -> dict[str, JsonValue]:
    row = part.row
    edges: dict[str, JsonValue] = {
        side: band for side, band in zip(_SIDES, row.edges.codes, strict=True) if band is not None
    }
    sizes = {
        "thickness": row.thickness,
        "finished_length": part.finished_length,
        "finished_width": part.finished_width,
        "listed_finished_length": row.finished_length,
        "listed_finished_width": row.finished_width,
    }
    words = {"name": row.name, "material": row.material, "order": row.order, "note": row.note}
    cells: list[JsonValue] = [{"column": column, "text": text} for column, text in row.extras]
    return {
        "id": row.id,
        "row": row.number,
        "listed_length": from_length(row.length),
        "listed_width": from_length(row.width),
        "quantity": row.quantity,
        **{name: from_length(size) for name, size in sizes.items() if size is not None},
        **{name: text for name, text in words.items() if text},
        **({} if row.grain is None else {"grain": row.grain.value}),
        **({"edges": edges} if edges else {}),
        **({"cells": cells} if cells else {}),
    }


def read_companion(text: str | bytes, source: str = "") -> tuple[ListedPart, ...]:
    """The parts of a companion file; InputError with every fault of it."""
    fields = open_record(text, COMPANION_FORMAT, source)
    fields.read_unit()
    parts = tuple(_part(each) for each in fields.records("parts"))
    fields.finish()
    return parts


def part_of(listed: ListedPart, piece: Piece) -> Part:
    """A listed part as the papers know parts: of no cabinet; thickness 0 where it or a finished size is not known."""
    row = listed.row
    known = listed.finished_length is not None and listed.finished_width is not None
    return Part(
        id=row.id,
        cabinet=row.order,
        role="listed",
        name=" · ".join(text for text in (row.name if row.name != row.id else "", row.note) if text),
        material=piece.material,
        length=listed.finished_length or piece.length,
        width=listed.finished_width or piece.width,
        thickness=(row.thickness or 0) if known else 0,
        cut_length=piece.length,
        cut_width=piece.width,
        grain=piece.grain,
        edges=row.edges,
        box=Box(0, 0, 0, 0, 0, 0),
    )


def _part(fields: Fields) -> ListedPart:
    def size(name: str) -> Length | None:
        return fields.length(name) if fields.has(name) else None

    edges = fields.record("edges") if fields.has("edges") else None
    row = PartRow(
        id=fields.text("id", most=300),
        number=fields.integer("row", most=2_000_000),
        length=fields.length("listed_length"),
        width=fields.length("listed_width"),
        quantity=fields.integer("quantity", least=1),
        thickness=size("thickness"),
        finished_length=size("listed_finished_length"),
        finished_width=size("listed_finished_width"),
        name=fields.text("name", default=""),
        material=fields.text("material", default=""),
        order=fields.text("order", default=""),
        note=fields.text("note", default=""),
        grain=fields.choice("grain", Grain) if fields.has("grain") else None,
        edges=Edges(**{side: edges.text(side) if edges.has(side) else None for side in _SIDES}) if edges else Edges(),
        extras=tuple(
            (each.text("column", most=10_000), each.text("text", most=10_000))
            for each in (fields.records("cells") if fields.has("cells") else [])
        ),
    )
    return ListedPart(row=row, finished_length=size("finished_length"), finished_width=size("finished_width"))
