"""What a table is made of: columns, headings and rows, as `reports.tables` lays them on pages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """How the cells of a column stand; `NUMBER` aligns on the decimal sign."""

    LEFT = "left"
    MIDDLE = "middle"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Column:
    """A column `width` millimetres wide. In a cell, what follows a line break is drawn small below the first line.

    A first line too long for it is set smaller before it is wrapped where the column `shrinks`: ids stay whole.
    """

    head: str
    width: float
    align: Align = Align.LEFT
    bold: bool = False
    size: float = 9.0
    shrinks: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A heading within a table, `under` it a small line such as a key; repeated where its rows run on to a new page."""

    text: str
    under: str = ""


Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Columns and their rows; `totals` stand below a rule, kept together with what follows within `reserve`.

    `reserve` is in millimetres.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row | Section, ...]
    totals: tuple[Row, ...] = ()
    reserve: float = 0.0

    @property
    def width(self) -> float:
        """Millimetres from its left to its right edge."""
        return sum(column.width for column in self.columns)
