"""The parts and boards of a PTX job as pieces and boards, under names that tell them apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

from cutting.pieces import Board, Piece
from cutting.ptx.links import Tables
from cutting.ptx.records import Findings, Record
from cutting.ptx.table import MOST_QUANTITY
from furnishing.grain import BoardGrain, Grain
from furnishing.issues import Level
from furnishing.units import Length, to_length

Names: TypeAlias = Mapping[int, str]
GRAINS: Final = (Grain.FREE, Grain.LENGTH, Grain.WIDTH)
SQUARE_METRE: Final = Decimal(10**12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """Pieces, boards and materials by their indices in the file; `names` are the ids of the pieces."""

    pieces: dict[int, Piece]
    boards: dict[int, Board]
    materials: dict[int, str]
    names: Names


def read_size(record: Record, name: str, inches: bool, findings: Findings) -> Length:
    """A size of a record as a length; 0 where it is left out."""
    try:
        return to_length(record.number_of(name), "in" if inches else "mm")
    except ValueError as error:
        findings.fault(record, name, f"{error}; round it")
        return 0


def read_stock(index: int, tables: Tables, header: Record, ours: bool, findings: Findings) -> Stock:
    """The parts and boards of a job; `ours` where the file carries our note, and so our own names too."""
    inches = header.integer("UNITS") == 1
    boards = _of(index, tables, "BOARDS")
    materials = _materials(index, tables, boards, ours, findings)
    parts = _of(index, tables, "PARTS_REQ")
    names = _names(index, tables, parts, ours, findings)
    codes = _unique(
        {i: _own(each, "INFORMATION", ours) or each.text("CODE").strip() for i, each in boards.items()}, "BOARDS"
    )
    return Stock(
        pieces={
            i: _piece(each, names[i], materials.get(each.integer("MAT_INDEX"), ""), tables, inches, findings)
            for i, each in parts.items()
        },
        boards={
            i: _board(each, codes[i], materials.get(each.integer("MAT_INDEX"), ""), inches, findings)
            for i, each in boards.items()
        },
        materials=materials,
        names=names,
    )


def _of(index: int, tables: Tables, kind: str) -> dict[int, Record]:
    return {key[1]: record for key, record in tables[kind].items() if key[0] == index}


def _own(record: Record, name: str, ours: bool) -> str:
    return record.text(name) if ours else ""


def _unique(names: Mapping[int, str], kind: str) -> dict[int, str]:
    """Names with ` #3`, their index, where a name is empty or met before."""
    seen: set[str] = set()
    unique: dict[int, str] = {}
    for i, name in names.items():
        given = name or kind.lower()
        unique[i] = f"{given} #{i}" if given in seen or not name else given
        seen.add(given)
    return unique


def _names(index: int, tables: Tables, parts: Mapping[int, Record], ours: bool, findings: Findings) -> dict[int, str]:
    own = {i: _own(tables["PARTS_UDI"][index, i], "INFO1", ours) for i in parts if (index, i) in tables["PARTS_UDI"]}
    names = {i: own.get(i) or each.text("CODE").strip() for i, each in parts.items()}
    unique = _unique(names, "PARTS_REQ")
    twins = [i for i in parts if unique[i] != names[i]]
    if twins:
        first = twins[0]
        message = (
            f"{len(twins)} parts have no code, or that of another part; they are told apart as {unique[first]!r} ..."
        )
        findings.issue("ptx-code-twice", Level.INFO, parts[first].where("CODE"), message)
    return unique


def _materials(
    index: int, tables: Tables, boards: Mapping[int, Record], ours: bool, findings: Findings
) -> dict[int, str]:
    found = _of(index, tables, "MATERIALS")
    names = _unique({i: each.text("CODE").strip() for i, each in found.items()}, "MATERIALS")
    for key, each in tables["PARTS_UDI"].items():
        if key[0] == index and _own(each, "INFO1", ours):
            names[tables["PARTS_REQ"][key].integer("MAT_INDEX")] = each.text("INFO2")
    for each in boards.values():
        if _own(each, "INFORMATION", ours):
            names[each.integer("MAT_INDEX")] = each.text("EXTRA_INFORMATION")
    used = {each.integer("MAT_INDEX") for each in boards.values()}
    for i, each in found.items():
        if not ours and i in used and names[i] != each.text("CODE").strip():
            message = f"its code is empty, or that of another material; it is told apart as {names[i]!r}"
            findings.issue("ptx-code-twice", Level.INFO, each.where("CODE"), message)
    return names


def _piece(record: Record, id: str, material: str, tables: Tables, inches: bool, findings: Findings) -> Piece:
    length, width = (_positive(record, name, inches, findings) for name in ("LENGTH", "WIDTH"))
    about = tables["PARTS_INF"].get((record.integer("JOB_INDEX"), record.integer("PART_INDEX")))
    if record.integer("QTY_REQ") < 1:
        message = f"{id} is wanted 0 times and left out"
        findings.issue("ptx-part-unwanted", Level.INFO, record.where("QTY_REQ"), message)
    return Piece(
        id=id,
        length=length,
        width=width,
        quantity=record.integer("QTY_REQ"),
        grain=GRAINS[record.integer("GRAIN")],
        material=material,
        order=about.text("ORDER") if about else "",
    )


def _positive(record: Record, name: str, inches: bool, findings: Findings) -> Length:
    size = read_size(record, name, inches, findings)
    if name in record.values and not record.number_of(name):
        findings.fault(record, name, "a size of 0 cannot be cut; give the real size")
    return max(size, 1)


def _board(record: Record, code: str, material: str, inches: bool, findings: Findings) -> Board:
    length, width = (_positive(record, name, inches, findings) for name in ("LENGTH", "WIDTH"))
    stock = record.integer("QTY_STOCK", MOST_QUANTITY)
    if record.integer("GRAIN") == 2:
        message = "the grain runs along the board's width; pieces are laid by their own grain, this one is only noted"
        findings.issue("ptx-grain-across", Level.WARNING, record.where("GRAIN"), message)
    cost = record.number_of("COST")
    if record.integer("COST_METHOD") == 0 and cost:
        # Per square metre, or per square foot: the money of one board, to a hundredth.
        area = Decimal(length * width) / (SQUARE_METRE if not inches else Decimal(304_800**2))
        cost = (cost * area).quantize(Decimal("0.01"))
    return Board(
        code=code,
        length=length,
        width=width,
        quantity=None if stock >= MOST_QUANTITY else stock,
        cost=cost,
        grain=BoardGrain.LENGTH if record.integer("GRAIN") else BoardGrain.NONE,
        material=material,
        offcut=record.integer("TYPE") > 0,
        location=record.text("BIN"),
    )
