"""Workbooks (XLSX) as tables: the values as they were last saved. Formulas and macros are never run."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from cutting.part_lists.table import MOST_COLUMNS, Cell, Row, Table, text_cell, trimmed
from cutting.part_lists.text_table import refuse_beyond
from furnishing.errors import Fault, InputError

MOST_UNPACKED: Final = 256 * 1024 * 1024
MOST_MEMBERS: Final = 2_000
MOST_LINES: Final = 1_048_576
MOST_SHEETS: Final = 200
"""A workbook larger than these once unpacked is refused before anything of it is unpacked."""

BROKEN: Final = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error),
)
"""What reading a broken workbook was seen to raise: the library has no error of its own for it."""


def workbook_table(data: bytes, source: str, sheet: str | None = None) -> Table:
    """The table of one sheet, the first where none is named; InputError where the file cannot be used."""
    _refuse_bombs(data, source)
    import openpyxl  # noqa: PLC0415  # heavy, and most jobs are no workbooks

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about parts of workbooks that do not concern a list
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            try:
                names = [each.title for each in book.worksheets][:MOST_SHEETS]
                chosen = _chosen(names, sheet, source)
                rows = tuple(_rows(book.worksheets[names.index(chosen)], source))
            finally:
                book.close()
    except InputError:
        raise
    except BROKEN as no:
        message = f"the workbook cannot be read ({no.__class__.__name__}); open it in a spreadsheet and save it again"
        raise InputError([Fault("", message)], source) from None
    others = [name for name in names if name != chosen]
    more = f"; not read: {', '.join(others)} (--sheet)" if others else ""
    return Table(rows=rows, how=f"workbook, sheet {chosen!r}{more}", spreadsheet=True)


def _chosen(names: list[str], sheet: str | None, source: str) -> str:
    if not names:
        raise InputError([Fault("", "the workbook has no sheet with cells; save the list as a sheet")], source)
    if sheet is None:
        return names[0]
    alike = [name for name in names if name.casefold() == sheet.casefold()]
    if alike:
        return sheet if sheet in alike else alike[0]
    raise InputError([Fault("--sheet", f"there is no sheet {sheet!r}; the sheets are {', '.join(names)}")], source)


def _refuse_bombs(data: bytes, source: str) -> None:
    """Judge the archive by its own table of contents, and its XML by its beginnings, before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            size = sum(each.file_size for each in members)
            if size > MOST_UNPACKED or len(members) > MOST_MEMBERS:
                message = (
                    f"unpacked the workbook has {size // 2**20:,} MiB in {len(members):,} files; save the list alone"
                )
                raise InputError([Fault("", message)], source)
            if any(each.flag_bits & 1 for each in members):
                raise InputError([Fault("", "the workbook is locked with a password; save it without one")], source)
            for each in members:
                if each.filename.endswith((".xml", ".rels")):
                    with archive.open(each) as part:
                        head = part.read(4096).replace(b"\0", b"")
                    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                        message = "the workbook declares entities, which no spreadsheet writes; save it again"
                        raise InputError([Fault("", message)], source)
    except BROKEN as error:
        if isinstance(error, InputError):
            raise
        message = "the workbook is broken; open it in a spreadsheet and save it again"
        raise InputError([Fault("", message)], source) from None


def _rows(sheet: object, source: str) -> Iterator[Row]:
    iterate = getattr(sheet, "iter_rows", None)
    if iterate is None:
        return
    filled = 0
    for number, values in enumerate(iterate(max_col=MOST_COLUMNS + 1, values_only=True), 1):
        row = Row(number, trimmed([_cell(value) for value in values]))
        filled += not row.empty
        refuse_beyond(row, filled, source)
        if number > MOST_LINES:
            raise InputError([Fault(f"row {number}", "no sheet has so many rows; save it again")], source)
        yield row


def _cell(value: object) -> Cell:
    """A value of a workbook: numbers exactly as they are shown, everything else as text."""
    if value is None:
        return None
    if isinstance(value, str):
        return text_cell(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        number = Decimal(repr(value))
        return number if number.is_finite() and abs(number.adjusted()) < 18 else str(value)
    if isinstance(value, datetime | date | time | timedelta):
        return f"the date {value}"
    return text_cell(str(value))
