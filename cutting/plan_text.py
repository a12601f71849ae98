"""Cut plans written as files, without recursion and the same way every time: the format is told in docs/cutjob.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

from cutting.pieces import CutJob, Direction, Rect
from cutting.plan import CutResult, Node, Placed, Sheet
from cutting.plan_file import PLAN_FORMAT, BoundOf
from furnishing.units import from_length, plain

INDENT_UNTIL: Final = 20
"""Deeper nodes are indented no further, so that a deep tree does not become a file of spaces."""

Value: TypeAlias = "str | int | Decimal | bool"


def write_plan(job: CutJob, result: CutResult, unit: str = "mm") -> str:
    """The file of a result: one line for each sheet, placed piece, offcut and node of the cuts."""
    seconds = Decimal(str(round(result.seconds, 3)))
    head: dict[str, Value] = {
        "format": PLAN_FORMAT,
        "unit": unit,
        "status": result.status.value,
        "cost": result.cost,
        "boards": result.plan.boards,
        "bound": result.bound,
        "bound_of": (BoundOf.COST if result.bound_is_cost else BoundOf.BOARDS).value,
        "seconds": seconds,
        "seed": result.seed,
    }
    lines = [f"  {_text(name)}: {_text(value)}" for name, value in head.items()]
    if result.nesters:
        lines.append(f'  "nesters": [{", ".join(_text(name) for name in result.nesters)}]')
    with_material = any(board.material for board in job.boards)
    sheets = [_sheet_text(sheet, unit, with_material) for sheet in result.plan.sheets]
    unplaced = [
        _row({"id": rest.id, "quantity": rest.quantity, "reason": rest.reason, "message": rest.message})
        for rest in result.plan.unplaced
    ]
    lines += [f'  "sheets": {_list(sheets, 4)}', f'  "unplaced": {_list(unplaced, 4)}']
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _sheet_text(sheet: Sheet, unit: str, with_material: bool) -> str:
    head: dict[str, Value] = {"board": sheet.board, "copies": sheet.copies}
    if with_material:
        head["material"] = sheet.material
    if sheet.batch is not None:
        head["batch"] = sheet.batch
    placed = [_row({"id": each.id, **_place(each, unit), "turned": each.turned}) for each in sheet.placed]
    cuts = "null" if sheet.cuts is None else "".join(_cuts_text(sheet.cuts, unit))
    offcuts = [_row(_place(rect, unit)) for rect in sheet.offcuts]
    parts = [
        _row(head)[1:-1],
        f'"placed": {_list(placed, 6)}',
        f'"cuts": {cuts}',
        f'"offcuts": {_list(offcuts, 6)}',
    ]
    return "{" + ",\n     ".join(parts) + "}"


def _cuts_text(root: Node, unit: str) -> Iterator[str]:
    """The tree in pieces of text; on the stack wait text, and nodes with their parent's direction and depth."""
    stack: list[str | tuple[Node, Direction | None, int]] = [(root, None, 0)]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        node, across, depth = item
        row = _row(_node_fields(node, across, unit))
        if node.direction is None:
            yield row
            continue
        yield f'{row[:-1]}, "children": ['
        gap = "\n" + " " * (7 + 2 * min(depth, INDENT_UNTIL))
        stack.append("]}")
        for i in range(len(node.children) - 1, -1, -1):
            stack.append((node.children[i], node.direction, depth + 1))
            stack.append(gap if i == 0 else "," + gap)


def _node_fields(node: Node, across: Direction | None, unit: str) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    if across is not None:
        lengthwise = across is Direction.LENGTH
        fields["position"] = from_length(node.rect.y if lengthwise else node.rect.x, unit)
        fields["size"] = from_length(node.rect.width if lengthwise else node.rect.length, unit)
    if node.direction is not None:
        fields["direction"] = node.direction.value
    elif node.piece is not None:
        fields["piece"] = node.piece
        if node.turned:
            fields["turned"] = True
    else:
        fields["offcut" if node.offcut else "waste"] = True
    return fields


def _place(each: Placed | Rect, unit: str) -> dict[str, Decimal]:
    return {name: from_length(getattr(each, name), unit) for name in ("x", "y", "length", "width")}


def _row(fields: Mapping[str, Value]) -> str:
    """An object on one line."""
    return "{" + ", ".join(f"{_text(name)}: {_text(value)}" for name, value in fields.items()) + "}"


def _text(value: Value) -> str:
    return f"{plain(value):f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def _list(rows: Sequence[str], indent: int) -> str:
    """A list with one row a line."""
    if not rows:
        return "[]"
    gap = "\n" + " " * indent
    return f"[{gap}" + f",{gap}".join(rows) + "]"
