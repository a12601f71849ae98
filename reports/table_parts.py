"""What a table is made of: columns, headings and rows, as `reports.tables` lays them on pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, TypeAlias

from reports.wrapping import fitted, wrapped

PADDING: Final = 1.0
"""Millimetres between a cell and the edges of its column."""

UNDER: Final = 8.0
"""Size of the second lines of a cell, the smallest that is read on paper."""

IDS: Final = (11.0, 14.0)
"""Points of the ids of parts on papers for the saw, read at arm's length: at least, and where all have room."""


class Align(StrEnum):
    """How the cells of a column stand; `NUMBER` aligns on the decimal sign."""

    LEFT = "left"
    MIDDLE = "middle"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """A column `width` millimetres wide. In a cell, what follows a line break is drawn small below the first line.

    A first line too long for it is set smaller before it is wrapped where the column `shrinks`: ids stay whole. It
    stands `inset` millimetres further off the column on its left, such as large ids behind numbers.
    """

    head: str
    width: float
    align: Align = Align.LEFT
    bold: bool = False
    size: float = 9.0
    shrinks: bool = False
    inset: float = 0.0

    @property
    def left(self) -> float:
        """Millimetres from the left edge of the column to its words."""
        return PADDING + self.inset

    @property
    def room(self) -> float:
        """Millimetres for words."""
        return self.width - 2 * PADDING - self.inset


@dataclass(frozen=True, slots=True)
class Section:
    """A heading within a table, `under` it a small line such as a key; repeated where its rows run on to a new page."""

    text: str
    under: str = ""


Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns and their rows; `totals` stand below a rule, kept together with what follows within `reserve`.

    `reserve` is in millimetres. A column that tells only what changes is told again on top of a page: `again` is its
    number.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | Section, ...]
    totals: tuple[Row, ...] = ()
    reserve: float = 0.0
    again: int | None = None

    @property
    def width(self) -> float:
        """Millimetres from its left to its right edge."""
        return sum(column.width for column in self.columns)


def id_size(ids: Iterable[str], width: float) -> float:
    """The one size in points in which all ids of a list stand in a column; a longer one still shrinks or wraps."""
    least, most = IDS
    sizes = (fitted(id, most, width - 2 * PADDING, bold=True, smallest=least) for id in ids)
    return max(least, min(sizes, default=most))


Lines: TypeAlias = list[list[tuple[str, float]]]
"""The cells of a row as lines with their sizes."""


@lru_cache(maxsize=64)
def wrapped_rows(table: Table) -> tuple[list[Section | Lines], list[Lines]]:
    """The rows and the totals of a table in lines; a list that is laid several times asks for them each time."""
    rows = [each if isinstance(each, Section) else _lines(table, each) for each in table.rows]
    return rows, [_lines(table, row) for row in table.totals]


def _lines(table: Table, row: Row) -> Lines:
    """The cells of a row as lines with their sizes, each wrapped to its column."""
    found = []
    for column, cell in zip(table.columns, row, strict=True):
        lines: list[tuple[str, float]] = []
        for i, part in enumerate(cell.split("\n")):
            size, room = column.size if i == 0 else UNDER, column.room
            bold = column.bold and i == 0
            if column.shrinks and i == 0:
                size = fitted(part, size, room, bold=bold, smallest=UNDER)
            lines += [(line, size) for line in wrapped(part, size, room, bold=bold)]
        found.append(lines)
    return found
