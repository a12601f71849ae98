"""A narrow table beside a figure: lines whose cells and names may run on below, as many as fit the height."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reports.drawing import Anchor, Item, Line, Point, Text
from reports.page import cell_text
from reports.wrapping import fits, fitted, wrapped


@dataclass(frozen=True, slots=True)
class Pitch:
    """Millimetres from one line of the list to the next, to each further name in it, and of air behind every fifth."""

    row: float
    more: float
    air: float


WIDE: Final = Pitch(5.0, 3.7, 1.5)
TIGHT: Final = Pitch(4.5, 3.3, 0.8)
"""For a list that would else run over the page by a few lines."""

TIGHTEST: Final = Pitch(4.05, 3.2, 0.0)
"""Lines that just do not touch."""

SMALL: Final = 8.0
SIZES_APART: Final = 4.0
"""Millimetres between two sizes, one below the other."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the list: the name of its head, millimetres, where its text stands, points, bold or not."""

    head: str
    width: float
    anchor: Anchor = Anchor.START
    size: float = 11.0
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: the cells before the names, and the names with their letters on the figure (empty without one).

    A cell may have several lines, one below the other.
    """

    cells: tuple[str, ...]
    gives: tuple[tuple[str, str], ...] = ()
    total: bool = False


def list_width(columns: Iterable[Column]) -> float:
    """Millimetres from the left to the right edge of the list."""
    return sum(column.width for column in columns)


def table(
    rows: Sequence[Row],
    x: float,
    top: float,
    bottom: float,
    columns: Sequence[Column],
    pitch: Pitch = WIDE,
    *,
    heads: bool = True,
) -> tuple[tuple[Item, ...], tuple[Row, ...]]:
    """As many lines as fit between `top` and `bottom` under the heads of `columns`, and the lines that are left.

    Without `heads` the lines go on from those of a table beside them.
    """
    if not rows:
        return (), ()
    y, width = top - WIDE.row, list_width(columns)
    head = (Column(column.head, column.width, column.anchor, SMALL) for column in columns)
    items: list[Item] = [item for column, at in _places(head, x) for item in _cell(column, column.head, at, y + 0.6)]
    items.append(Line((x, y - 0.8), (x + width, y - 0.8)))
    y -= WIDE.row
    if not heads:
        y, items = top - pitch.row, [Line((x, top), (x + width, top))]
    for shown, row in enumerate(rows):
        lines = _lines(row, columns[-1])
        # Figures of a tight list would touch the rule above a total.
        y -= WIDE.row - pitch.row if row.total else 0.0
        below = _more(row, pitch) * max(0, len(lines) - 1, *(cell.count("\n") for cell in row.cells))
        if y - below - 1.0 < bottom and shown:
            return tuple(items), tuple(rows[shown:])
        if row.total:
            items.append(Line((x, y + pitch.row - 1.2), (x + width, y + pitch.row - 1.2)))
        items += _row(row, lines, (x, y), columns, pitch)
        y -= pitch.row + below + (pitch.air if shown % 5 == 4 else 0.0)
    return tuple(items), ()


def _more(row: Row, pitch: Pitch) -> float:
    """From line to line within a row: sizes are larger than names and need more."""
    return max(pitch.more, SIZES_APART) if any("\n" in cell for cell in row.cells) else pitch.more


def _places(columns: Iterable[Column], x: float) -> Iterator[tuple[Column, float]]:
    for column in columns:
        yield column, x
        x += column.width


def _lines(row: Row, column: Column) -> list[tuple[str, str]]:
    """Letter and words of each line of the names; a name too long is broken, never cut off."""
    room = column.width - 1.0
    found: list[tuple[str, str]] = []
    for letter, words in row.gives:
        size = fitted(words, column.size, room, smallest=SMALL)
        broken = (words,) if fits(words, size, room) else wrapped(words, SMALL, room)
        found += [(letter if number == 0 else "", line) for number, line in enumerate(broken)]
    return found


def _row(
    row: Row, lines: Sequence[tuple[str, str]], corner: Point, columns: Sequence[Column], pitch: Pitch
) -> Iterator[Item]:
    x, y = corner
    for (column, at), words in zip(_places(columns, x), row.cells, strict=False):
        for number, part in enumerate(words.split("\n")):
            yield from _cell(column, part, at, y - number * _more(row, pitch))
    for number, line in enumerate(lines):
        for (column, at), words in zip(list(_places(columns, x))[-2:], line, strict=True):
            yield from _cell(column, words, at, y - number * _more(row, pitch))


def _cell(column: Column, words: str, x: float, y: float) -> Iterator[Text]:
    if words:
        at = x + column.width - 0.5 if column.anchor is Anchor.END else x + (1.3 if column.bold else 0.5)
        room = column.width - (1.5 if column.anchor is Anchor.START and column.bold else 1.0)
        yield cell_text(at, y, words, column.size, room, anchor=column.anchor, bold=column.bold, smallest=SMALL)
