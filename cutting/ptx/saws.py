"""The saw of a PTX job, from what its materials say: kerf, trims, book, and the deepest phase of cuts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cutting.pieces import Saw, Trim
from cutting.ptx.links import Tables
from cutting.ptx.records import Findings, Record
from cutting.ptx.stock import Stock, read_size
from furnishing.issues import Level
from furnishing.units import Length, show

LEAST_STAGES: Final = 3
TURNED: Final = (1, 3)
"""Pattern types whose first rips run across the board's length."""
SIZES: Final = ("KERF_RIP", "KERF_XCT", "TRIM_FRIP", "TRIM_VRIP", "TRIM_FXCT", "TRIM_VXCT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saws:
    """The materials that are sawn alike, by name, each group with its saw."""

    groups: tuple[tuple[Saw, tuple[str, ...]], ...]
    inches: bool

    def size(self, record: Record, name: str, findings: Findings) -> Length:
        """A size of a record in the unit of the file."""
        return read_size(record, name, self.inches, findings)


def read_saws(index: int, tables: Tables, header: Record, stock: Stock, findings: Findings) -> Saws:
    """The saws of a job: one, or several where its materials differ in kerf or trims."""
    inches = header.integer("UNITS") == 1
    records = {key[1]: record for key, record in tables["MATERIALS"].items() if key[0] == index}
    parts = {tables["PARTS_REQ"][index, i].integer("MAT_INDEX") for i in stock.pieces}
    boards = {tables["BOARDS"][index, i].integer("MAT_INDEX") for i in stock.boards}
    types = {i: _types(index, i, tables) for i in sorted(parts | boards)}
    groups: dict[tuple[Length, Trim], list[int]] = {}
    for i in sorted(types, key=lambda each: (not types[each], each not in parts)):
        here = _cuts(records[i], header, types[i], inches, findings)
        # Without patterns nothing says which edges the rip trims are at: as with the materials that have some.
        other = (here[0], _turned(here[1]))
        if not types[i] and here not in groups and other in groups:
            here = other
        if i in parts or here in groups:
            groups.setdefault(here, []).append(i)
    deepest = _deepest(index, tables)
    return Saws(
        groups=tuple(
            (
                _saw(kerf, trim, [records[i] for i in members], deepest, findings),
                tuple(stock.materials[i] for i in members),
            )
            for (kerf, trim), members in groups.items()
        ),
        inches=inches,
    )


def _turned(trim: Trim) -> Trim:
    return Trim(left=trim.bottom, right=trim.top, bottom=trim.left, top=trim.right)


def _types(index: int, material: int, tables: Tables) -> dict[bool, Record]:
    """Whether patterns of a material are turned before ripping or not, each with the first such pattern."""
    found: dict[bool, Record] = {}
    for key, record in tables["PATTERNS"].items():
        board = tables["BOARDS"].get((key[0], record.integer("BRD_INDEX")))
        if key[0] == index and board is not None and board.integer("MAT_INDEX") == material:
            found.setdefault(record.integer("TYPE") in TURNED, record)
    return found


def _cuts(
    record: Record, header: Record, types: dict[bool, Record], inches: bool, findings: Findings
) -> tuple[Length, Trim]:
    """Kerf and trims of a material, the trims at the edges of the board where its patterns put them."""
    rip, cross, fixed_rip, least_rip, fixed_cross, least_cross = (
        read_size(record, name, inches, findings) for name in SIZES
    )
    if "KERF_XCT" in record.values and rip != cross:
        message = f"rips lose {show(rip)} mm and crosscuts {show(cross)}; only one kerf for both can be read"
        findings.fault(record, "KERF_XCT", message)
    if "KERF_RIP" not in record.values:
        findings.fault(record, "KERF_RIP", "this field is left out, but without a kerf nothing can be sawn")
    first = header.integer("TRIM_TYPE", 1) == 1
    rips = (fixed_rip, least_rip) if first else (least_rip, fixed_rip)
    crosses = (fixed_cross, least_cross) if first else (least_cross, fixed_cross)
    if len(types) > 1 and rips != crosses:
        message = "this pattern is turned before ripping and others are not, but rip and crosscut trims differ"
        findings.fault(types[True], "TYPE", f"{message}; one set of trims for both can be read")
    if True in types:
        rips, crosses = crosses, rips
    return rip, Trim(bottom=rips[0], top=rips[1], left=crosses[0], right=crosses[1])


def _deepest(index: int, tables: Tables) -> int:
    """The deepest phase of cuts that the job's patterns have."""
    return max(
        (record.integer("FUNCTION") % 90 for key, record in tables["CUTS"].items() if key[0] == index), default=0
    )


def _saw(kerf: Length, trim: Trim, records: Sequence[Record], deepest: int, findings: Findings) -> Saw:
    """The saw of a group; the lowest book, and as many stages as RULE1 or the file's own cuts ask for.

    Optimisers do not agree on what RULE1 counts, so it never lowers the limit below three stages.
    """
    books = {record.integer("BOOK") for record in records if record.integer("BOOK") > 0}
    if len(books) > 1:
        message = f"materials are cut in books of {', '.join(map(str, sorted(books)))}; the job has the lowest for all"
        findings.issue("ptx-book", Level.INFO, records[0].where("BOOK"), message)
    rule = min((record.integer("RULE1") for record in records if "RULE1" in record.values), default=LEAST_STAGES)
    return Saw(
        kerf=kerf,
        trim=trim,
        max_stages=max(LEAST_STAGES, rule, deepest),
        book_height=min(books) if books else None,
    )
