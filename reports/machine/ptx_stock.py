"""What a PTX file says beside its patterns: parts and their labels, boards, materials, offcuts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from cutting.pieces import Board, FirstCut, Piece
from cutting.ptx.table import MOST_QUANTITY, Value
from furnishing.errors import Fault
from furnishing.grain import BoardGrain, Grain
from furnishing.parts import Part
from reports.machine.ptx_numbers import Numbers
from reports.machine.ptx_rows import turned
from reports.machine.ptx_text import Records, code
from reports.project import Project

GRAINS: Final = {Grain.FREE: 0, Grain.LENGTH: 1, Grain.WIDTH: 2}


def add_part(numbers: Numbers, out: Records, piece: Piece, made: int) -> None:
    """What is wanted and what the patterns yield."""
    where = f"PARTS_REQ[{numbers.pieces[piece.id]}]"
    values: dict[str, Value | None] = {
        "JOB_INDEX": 1,
        "PART_INDEX": numbers.pieces[piece.id],
        "CODE": code(piece.id),
        "MAT_INDEX": numbers.materials[piece.material],
        "LENGTH": out.size(piece.length, f"{where}.LENGTH"),
        "WIDTH": out.size(piece.width, f"{where}.WIDTH"),
        "QTY_REQ": piece.quantity,
        "QTY_OVER": 0,
        "QTY_UNDER": 0,
        "GRAIN": GRAINS[piece.grain],
        "QTY_PROD": made,
        "UNDER_PROD_ERROR": piece.quantity - made,
        "UNDER_PROD_ALLOWED": 0,
        "UNDER_PROD_PLUSPART": 0,
    }
    out.add("PARTS_REQ", values)


def add_about(project: Project, numbers: Numbers, out: Records, piece: Piece, part: Part | None) -> None:
    """Everything a label wants."""
    words, size = out.words, out.size
    where = f"PARTS_INF[{numbers.pieces[piece.id]}]"
    cabinet = project.cabinet(part.cabinet) if part else None
    values: dict[str, Value | None] = {
        "JOB_INDEX": 1,
        "PART_INDEX": numbers.pieces[piece.id],
        "DESC": words(part.name, "PARTS_INF.DESC") if part else "",
        "LABEL_QTY": 1,
        "FIN_LENGTH": size(part.length if part else piece.length, f"{where}.FIN_LENGTH"),
        "FIN_WIDTH": size(part.width if part else piece.width, f"{where}.FIN_WIDTH"),
        "ORDER": piece.order,
        "PRODUCT": part.cabinet if part else "",
        "PROD_INFO": words(cabinet.name, "PARTS_INF.PROD_INFO") if cabinet else "",
        "BARCODE1": piece.id,
    }
    for name, band in zip(("EDGE1", "EDGE2", "EDGE3", "EDGE4"), part.edges.codes if part else (), strict=False):
        values[name] = band
    out.add("PARTS_INF", values)


def add_board(numbers: Numbers, out: Records, board: Board) -> None:
    """A board as bought, or an offcut from stock, with our own names beside the receiver's codes."""
    index = numbers.boards[board.material, board.code]
    where = f"BOARDS[{index}]"
    if board.quantity is not None and board.quantity >= MOST_QUANTITY:
        message = f"{board.quantity} boards are in stock, but {MOST_QUANTITY} and more mean any number; leave it open"
        out.faults.append(Fault(f"{where}.QTY_STOCK", message))
    values: dict[str, Value | None] = {
        "JOB_INDEX": 1,
        "BRD_INDEX": index,
        "CODE": code(board.code),
        "MAT_INDEX": numbers.materials[board.material],
        "LENGTH": out.size(board.length, f"{where}.LENGTH"),
        "WIDTH": out.size(board.width, f"{where}.WIDTH"),
        "QTY_STOCK": MOST_QUANTITY if board.quantity is None else min(board.quantity, MOST_QUANTITY),
        "QTY_USED": sum(run.pattern.run for run in numbers.runs if run.board == index),
        "COST": board.cost if "COST_METHOD" in out.profile.records["BOARDS"] else Decimal(0),
        "STK_FLAG": 0,
        "INFORMATION": board.code,
        "GRAIN": int(board.grain is BoardGrain.LENGTH),
        "TYPE": int(board.offcut),
        "BIN": board.location,
        "EXTRA_INFORMATION": board.material,
        "COST_METHOD": 1,
    }
    out.add("BOARDS", values)


def add_material(project: Project, numbers: Numbers, out: Records, name: str, parts: Mapping[str, Part]) -> None:
    """A material with the saw's kerf and trims, those of the first cuts as its patterns have them."""
    index, size, saw = numbers.materials[name], out.size, project.job.saw
    where, profile = f"MATERIALS[{index}]", out.profile
    thickness = next((part.thickness for part in parts.values() if part.material == name), None)
    across = any(turned(run.pattern) for run in numbers.runs if run.pattern.material == name)
    rips, crosses = (saw.trim.bottom, saw.trim.top), (saw.trim.left, saw.trim.right)
    if across:
        rips, crosses = crosses, rips
    kerf = size(saw.kerf, f"{where}.KERF_RIP")
    stages = 9 if saw.max_stages is None else min(9, saw.max_stages + 1)
    any_way = int(saw.first_cut is not FirstCut.LENGTH)
    rules = {"RULE1": stages, "RULE2": any_way, "RULE3": any_way}
    values: dict[str, Value | None] = {
        "JOB_INDEX": 1,
        "MAT_INDEX": index,
        "CODE": code(name or "BOARD"),
        "DESC": out.words(project.material_name(name), "MATERIALS.DESC"),
        "THICK": None if thickness is None else size(thickness, f"{where}.THICK"),
        "BOOK": saw.book_height or 1,
        "KERF_RIP": kerf,
        "KERF_XCT": kerf,
        "TRIM_FRIP": size(rips[0], f"{where}.TRIM_FRIP"),
        "TRIM_VRIP": size(rips[1], f"{where}.TRIM_VRIP"),
        "TRIM_FXCT": size(crosses[0], f"{where}.TRIM_FXCT"),
        "TRIM_VXCT": size(crosses[1], f"{where}.TRIM_VXCT"),
        **{rule: rules.get(rule, 0) if value is None else value for rule, value in profile.materials.items()},
        "GRAIN": int(any(board.grain is BoardGrain.LENGTH for board in project.job.boards if board.material == name)),
    }
    out.add("MATERIALS", values)


def add_offcuts(numbers: Numbers, out: Records) -> None:
    """Offcuts of one material and size are one record."""
    for (material, length, width), index in numbers.offcuts.items():
        values: dict[str, Value | None] = {
            "JOB_INDEX": 1,
            "OFC_INDEX": index,
            "CODE": code(f"X{material[:40]}/{index}"),
            "MAT_INDEX": numbers.materials[material],
            "LENGTH": out.size(length, f"OFFCUTS[{index}].LENGTH", waste=True),
            "WIDTH": out.size(width, f"OFFCUTS[{index}].WIDTH", waste=True),
            "OFC_QTY": numbers.offcut_counts[material, length, width],
            "GRAIN": 0,
            "COST": Decimal(0),
            "TYPE": 1,
        }
        out.add("OFFCUTS", values)
