"""A list as a table: rows of cells with the row numbers that a spreadsheet shows, wherever they were read from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, TypeAlias

Cell: TypeAlias = str | Decimal | None
"""Text without blanks around it, a number of a spreadsheet, or nothing."""

MOST_ROWS: Final = 100_000
MOST_COLUMNS: Final = 500
MOST_CELL: Final = 10_000
"""Rows with something in them, columns, characters of a cell: a longer list of parts is a slip or an attack."""

HEAD: Final = 30
"""So many rows are searched for the header."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `number` counts from 1 as a spreadsheet does, a `Sep=` line and the header included."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell is not None for cell in self.cells)

    def at(self, column: int) -> Cell:
        """The cell of a column counted from 0; nothing where the row is shorter."""
        return self.cells[column] if column < len(self.cells) else None

    def text(self, column: int) -> str:
        """The cell as text, empty where nothing stands there."""
        return shown(self.at(column))


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All rows of a file or of one sheet of it; `how` tells people how it was read ("UTF-8, semicolons")."""

    rows: tuple[Row, ...]
    how: str
    spreadsheet: bool = False


def shown(cell: Cell) -> str:
    """A cell as people see it."""
    if cell is None:
        return ""
    return cell if isinstance(cell, str) else f"{cell:f}"


def text_cell(text: str) -> Cell:
    """Text as a cell: blanks, also line breaks within, become one space; nothing stays nothing."""
    words = text if text.isascii() and text.isalnum() else " ".join(text.replace("\u00a0", " ").split())
    return words or None


def letters_of(column: int) -> str:
    """The letters that a spreadsheet gives a column counted from 0: A, B, ... Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def names_of(row: Row) -> tuple[str, ...]:
    """The cells of a header row as text."""
    return tuple(shown(cell) for cell in row.cells)


def trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """Cells without the empty ones at the end."""
    last = len(cells)
    while last and cells[last - 1] is None:
        last -= 1
    return tuple(cells[:last])
