"""What a layout of columns must be able to do, and the words it speaks in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from cutting.part_lists.table import Cell, Row
from furnishing.grain import Grain


class Column(StrEnum):
    """What a column of a list can mean. The values are the names that `--columns` takes."""

    LENGTH = "length"
    WIDTH = "width"
    QUANTITY = "quantity"
    THICKNESS = "thickness"
    MATERIAL = "material"
    ID = "id"
    NAME = "name"
    NOTE = "note"
    ORDER = "order"
    GRAIN = "grain"
    TURN = "turn"
    """Whether the part may be turned: yes or no."""
    ENABLED = "enabled"
    EDGE_BOTTOM = "edge-bottom"
    EDGE_TOP = "edge-top"
    EDGE_LEFT = "edge-left"
    EDGE_RIGHT = "edge-right"
    FINISHED_LENGTH = "finished-length"
    FINISHED_WIDTH = "finished-width"
    KIND = "kind"
    """What sort of row it is; a layout says which sorts are parts."""


EDGES = (Column.EDGE_BOTTOM, Column.EDGE_TOP, Column.EDGE_LEFT, Column.EDGE_RIGHT)
SIZES = (Column.LENGTH, Column.WIDTH, Column.FINISHED_LENGTH, Column.FINISHED_WIDTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where a layout found its columns: `header` is the place of that row in the table, -1 where there is none.

    `sure` weighs one finding against another. `unit` is what the header says of all sizes ("Length (mm)").
    """

    sure: int
    header: int
    columns: Mapping[Column, int]
    names: tuple[str, ...] = ()
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one row by what they mean, each with its column counted from 0."""

    number: int
    cells: Mapping[Column, tuple[int, Cell]]
    extras: tuple[tuple[str, str], ...] = ()

    def get(self, column: Column) -> Cell:
        """The cell of a meaning, nothing where the row has none."""
        return self.cells[column][1] if column in self.cells else None


@dataclass(slots=True)
class Lines:
    """What a layout makes of a table: lines that are parts or boards, the saw's cells, and rows set aside by reason."""

    parts: list[Line] = field(default_factory=list)
    boards: list[Line] = field(default_factory=list)
    saw: dict[str, Line] = field(default_factory=dict)
    """`kerf`, `left`, `right`, `bottom`, `top`: the figure stands as the LENGTH of its line."""
    aside: dict[str, list[int]] = field(default_factory=dict)
    unused: tuple[str, ...] = ()

    def leave(self, reason: str, number: int) -> None:
        """Set a row aside; the reader says so."""
        self.aside.setdefault(reason, []).append(number)


class Layout(Protocol):
    """How one program writes a list of parts. Each is one file of `layouts/` that names itself LAYOUT."""

    @property
    def title(self) -> str:
        """What people call it: `MaxCut`."""

    @property
    def grains(self) -> Mapping[str, Grain | None]:
        """Words of its own for grain, in small letters; None leaves it to the board. Common words are known anyway."""

    def find(self, rows: Sequence[Row]) -> Found | None:
        """Its columns in the first rows of a table, None where this is not its layout."""

    def lines(self, rows: Sequence[Row], found: Found) -> Lines:
        """The rows sorted into parts, boards and what is set aside."""
