"""Cut plans written as files, without recursion and the same way every time: the format is told in docs/cutjob.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, TypeAlias

from cutting.pieces import CutJob, Direction, Rect
from cutting.plan import CutResult, Node, Placed, Sheet
from cutting.plan_file import PLAN_FORMAT
from furnishing.units import Length, plain, show

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
        "seconds": seconds,
        "seed": result.seed,
    }
    lines = [f"  {_text(name)}: {_text(value)}" for name, value in head.items()]
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
    placed = [
        f'{{"id": {_text(each.id)}, {_place(each, unit)}, "turned": {_text(each.turned)}}}' for each in sheet.placed
    ]
    cuts = "null" if sheet.cuts is None else "".join(_cuts_text(sheet.cuts, unit))
    offcuts = [f"{{{_place(rect, unit)}}}" for rect in sheet.offcuts]
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
        yield "{" + ", ".join(_node_fields(node, across, unit))
        if node.direction is None:
            yield "}"
            continue
        yield ', "children": ['
        gap = "\n" + " " * (7 + 2 * min(depth, INDENT_UNTIL))
        stack.append("]}")
        for i in range(len(node.children) - 1, -1, -1):
            stack.append((node.children[i], node.direction, depth + 1))
            stack.append(gap if i == 0 else "," + gap)


def _node_fields(node: Node, across: Direction | None, unit: str) -> Iterator[str]:
    """The fields of a node besides its children; a root has no position, since it is the usable board."""
    if across is not None:
        rect = node.rect
        at, size = (rect.y, rect.width) if across is Direction.LENGTH else (rect.x, rect.length)
        yield f'"position": {_size(at, unit)}, "size": {_size(size, unit)}'
    if node.direction is not None:
        yield f'"direction": {_text(node.direction.value)}'
    elif node.piece is not None:
        yield f'"piece": {_text(node.piece)}'
        if node.turned:
            yield '"turned": true'
    else:
        yield '"offcut": true' if node.offcut else '"waste": true'


def _place(each: Placed | Rect, unit: str) -> str:
    sizes = (("x", each.x), ("y", each.y), ("length", each.length), ("width", each.width))
    return ", ".join(f'"{name}": {_size(size, unit)}' for name, size in sizes)


@lru_cache(maxsize=10_000)
def _size(length: Length, unit: str) -> str:
    """A length as text; a plan repeats the same few many times."""
    return show(length, unit)


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
