"""A file from outside becomes a list of parts: recognised, read, and every bad row named at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from cutting.part_lists import layouts
from cutting.part_lists.by_hand import ByHand, resolved
from cutting.part_lists.part_list import PartList
from cutting.part_lists.protocol import Column, Found, Layout
from cutting.part_lists.rows import Context, read_lines
from cutting.part_lists.table import HEAD, Row, Table, names_of
from cutting.part_lists.text_table import text_table
from cutting.part_lists.workbook import workbook_table
from furnishing.errors import Fault, InputError

MOST_BYTES: Final = 64 * 1024 * 1024
_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the operator said about a file. `columns` gives a column's name or `#3` for each meaning.

    `remembered` holds what was said of earlier files, by their headers. `decimal` is "." or ",". `unit` is that of
    numbers without one.
    """

    columns: Mapping[Column, str] = field(default_factory=dict)
    remembered: Mapping[tuple[str, ...], Mapping[Column, str]] = field(default_factory=dict)
    sheet: str | None = None
    encoding: str | None = None
    unit: str | None = None
    decimal: str | None = None
    skip_bad_rows: bool = False


def read_part_list(data: bytes, source: str = "", asked: Asked | None = None) -> PartList:
    """The parts of a CSV, TSV or XLSX file; InputError with every bad row, unless these are to be skipped."""
    asked = asked or Asked()
    if len(data) > MOST_BYTES:
        raise InputError([Fault("", f"the file is larger than {MOST_BYTES // 2**20} MiB; split it")], source)
    table = _table(data, source, asked)
    if all(row.empty for row in table.rows):
        raise InputError([Fault("", "there is nothing in the list; save it again, or name its --sheet")], source)
    layout, found = _layout(table, source, asked)
    lines = layout.lines(table.rows, found)
    context = Context(
        layout=layout,
        found=found,
        spreadsheet=table.spreadsheet,
        unit=asked.unit,
        decimal=asked.decimal,
        skip_bad_rows=asked.skip_bad_rows,
    )
    return read_lines(lines, context, table.how, source)


def _table(data: bytes, source: str, asked: Asked) -> Table:
    if data.startswith(b"PK\x03\x04"):
        return workbook_table(data, source, asked.sheet)
    if data.startswith(_OLD_WORKBOOK):
        message = "this is a workbook of the old kind (.xls) or one with a password; save it as .xlsx"
        raise InputError([Fault("", message)], source)
    if data.startswith(b"%PDF"):
        raise InputError([Fault("", "this is a PDF, not a list; ask for the list as CSV or XLSX")], source)
    if asked.sheet is not None:
        raise InputError(
            [Fault("--sheet", "only workbooks have sheets, and this is a text file; leave it out")], source
        )
    return text_table(data, source, lambda rows: _weigh(rows, asked), asked.encoding)


def _weigh(rows: Sequence[Row], asked: Asked) -> int:
    """How much of a header the first rows show."""
    by_hand = _remembered(rows, asked)
    if by_hand is not None:
        return by_hand[1].sure
    if asked.columns:
        found = ByHand(asked.columns).find(rows)
        return found.sure if found else 0
    known = layouts.recognised(rows)
    return known[1].sure if known else 0


def _remembered(rows: Sequence[Row], asked: Asked) -> tuple[Layout, Found] | None:
    """What was said by hand of an earlier list with the same header, where nothing new is said."""
    if asked.columns:
        return None
    for row in rows[:HEAD]:
        columns = asked.remembered.get(names_of(row))
        if columns:
            by_hand = ByHand(columns, remembered=True)
            found = by_hand.find(rows)
            if found is not None:
                return by_hand, found
    return None


def _layout(table: Table, source: str, asked: Asked) -> tuple[Layout, Found]:
    rows = table.rows
    if asked.columns:
        by_hand = ByHand(asked.columns)
        found = by_hand.find(rows)
        if found is None:
            raise InputError(resolved(asked.columns, rows[:HEAD]), source)
        return by_hand, found
    known = _remembered(rows, asked) or layouts.recognised(rows)
    if known is None:
        raise InputError([Fault("", _unknown(rows, table))], source)
    return known


def _unknown(rows: Sequence[Row], table: Table) -> str:
    """What the file begins with, and how to say what its columns are."""
    first = next(row for row in rows if not row.empty)
    seen = ", ".join(repr(name) for name in names_of(first)[:12] if name)
    example = "--columns length=NAME,width=NAME,quantity=NAME (or #1, #2 for the first and second column)"
    return f"no length and width are known among its columns ({table.how}; row {first.number}: {seen}); say {example}"
