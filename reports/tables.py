"""Paged tables and running text on drawings: lists that a person can read down without losing the line.

Rules stand only between head, body and total; every fifth row leaves a little air; the head repeats on each
page; a row never splits; numbers stand right-aligned on their decimal sign.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from reports.drawing import HAIR, THIN, VISIBLE, Anchor, Item, Line, Stroke, Text, moved
from reports.page import A4_PORTRAIT, Paper
from reports.render.fonts import POINT, text_width
from reports.table_parts import PADDING, UNDER, Align, Column, Lines, Row, Section, Table, id_size, wrapped_rows
from reports.text.locale import METRIC_ENGLISH, Locale
from reports.wrapping import shortened, wrapped

__all__ = ["Align", "Column", "Flow", "Row", "Section", "Table", "id_size"]

LEADING: Final = 1.3
"""From one base line to the next, in sizes of the text."""

AIR: Final = 2.4
"""Millimetres of air behind every fifth row."""

MOSTLY: Final = 0.6
"""The part of a page that is empty where it looks forgotten."""

ROWS_TOGETHER: Final = 5
GREY: Final = "#444444"


@dataclass(slots=True)
class Flow:
    """Fills page after page from the top: a cursor `y` and the items of each page so far.

    `locale` says by which sign decimals align, and what stands behind a heading that is repeated. Rows under one
    heading stay on a page where they are at most `keep` millimetres high. `faults` counts headings whose rows ran on
    to another page, and pages left mostly empty before the last.
    """

    paper: Paper = A4_PORTRAIT
    pages: list[list[Item]] = field(default_factory=lambda: [[]])
    locale: Locale = METRIC_ENGLISH
    air: float = AIR
    keep: float = 0.0
    faults: int = 0
    y: float = field(init=False)

    def __post_init__(self) -> None:
        self.y = self.paper.top

    @property
    def left_over(self) -> float:
        """Millimetres that are free on this page."""
        return self.y - self.paper.bottom

    def need(self, height: float) -> None:
        """Begin a new page where less than `height` millimetres are free."""
        if self.left_over < height and self.y < self.paper.top:
            self.turn()

    def turn(self) -> None:
        """Begin a new page."""
        self.faults += self.left_over > self.paper.body_height * MOSTLY
        self.pages.append([])
        self.y = self.paper.top

    def space(self, height: float) -> None:
        """Leave room, unless at the top of a page."""
        if self.y < self.paper.top:
            self.y -= height

    def put(self, items: Sequence[Item], height: float) -> None:
        """Items drawn from a base at y = 0 upwards, `height` millimetres high, at the cursor."""
        self.need(height)
        self.y -= height
        self.pages[-1].extend(moved(items, self.paper.left, self.y))

    def text(
        self, text: str, size: float = 9.0, *, bold: bool = False, width: float | None = None, colour: str = "#000000"
    ) -> None:
        """A paragraph, wrapped to `width` (default the page); a page turns between its lines."""
        step = size * POINT * LEADING
        for line in wrapped(text, size, width or self.paper.body_width, bold=bold):
            self.need(step)
            self.y -= step
            self.pages[-1].append(
                Text(self.paper.left, self.y + step * 0.25, line, size, Anchor.START, bold, colour=colour)
            )

    def height_of(self, text: str, size: float) -> float:
        """How high a paragraph of the page's width is."""
        return len(wrapped(text, size, self.paper.body_width)) * size * POINT * LEADING

    def begin(self, table: Table, least: float) -> None:
        """Begin a new page where a table finds less than `least` millimetres, or than its height if it is kept."""
        height = _Layer(table, self).height() if self.keep else least
        self.need(height if least < height <= self.keep else least)

    def table(self, table: Table) -> None:
        """A table from the left margin on, over as many pages as it needs."""
        _Layer(table, self).lay()


class _Layer:
    """Lays one table into a flow; the state is the section whose rows are being laid."""

    def __init__(self, table: Table, flow: Flow) -> None:
        self.table, self.flow = table, flow
        self.section: Section | None = None
        self.fraction = tuple(self._widest_fraction(i) for i in range(len(table.columns)))

    def height(self) -> float:
        """Millimetres that the whole table takes on one page."""
        rows, totals = wrapped_rows(self.table)
        high = sum(map(self._height, (*rows, *totals)))
        return self._head_height() + high + len(rows) // ROWS_TOGETHER * self.flow.air + 3.0

    def lay(self) -> None:
        table, flow = self.table, self.flow
        rows, totals = wrapped_rows(table)
        below = (sum(map(self._height, totals)) + AIR if totals else 0.0) + table.reserve
        flow.need(self._head_height() + (self._opening(rows, 0, below) if rows else 0.0))
        self._head()
        together = 0
        for i, row in enumerate(rows):
            if isinstance(row, Section):
                self.section = None
                self._room(self._opening(rows, i, below))
                self._section(row)
                self.section, together = row, 0
                continue
            if together and together % ROWS_TOGETHER == 0:
                flow.y -= flow.air
            turned = self._room(self._ending(rows, i, below))
            together = 0 if turned else together
            self._row(self._again(rows, i) if turned else row)
            together += 1
        if totals:
            self.section = None
            self._rule(VISIBLE)
            for row in totals:
                self._row(row, bold=True)
        else:
            self._rule(THIN)

    def _again(self, rows: Sequence[Section | Lines], i: int) -> Lines:
        """The row at `i` on top of a page, with what was told last in a column that tells only what changes."""
        above = [row for row in rows[: i + 1] if not isinstance(row, Section)]
        column = self.table.again
        if column is None:
            return above[-1]
        told = next((row[column] for row in reversed(above) if row[column][0][0]), above[-1][column])
        return [*above[-1][:column], told, *above[-1][column + 1 :]]

    def _ending(self, rows: Sequence[Section | Lines], i: int, below: float) -> float:
        """How much room the row at `i` asks for: the last but one brings the last of its group, that the totals.

        A sum alone on a page sums up nothing that is seen; a row alone is easily overlooked.
        """
        end = self._end(rows, i)
        last = i + 2 if end == i + 2 and i > 0 and not isinstance(rows[i - 1], Section) else i + 1
        return sum(map(self._height, rows[i:last])) + (below if last == len(rows) else 0.0)

    def _end(self, rows: Sequence[Section | Lines], i: int) -> int:
        """Where the rows at and behind `i` end that stand under one heading."""
        return next((n for n in range(i + 1, len(rows)) if isinstance(rows[n], Section)), len(rows))

    def _opening(self, rows: Sequence[Section | Lines], i: int, below: float) -> float:
        """How much room the row at `i` asks for, with the totals `below` where it is the last.

        A heading has two of its rows under it: at the foot of a page it would stand over nothing. It has all of them
        where they are to be kept, unless it is the first: that follows what stands above the table.
        """
        if not isinstance(rows[i], Section):
            return self._ending(rows, i, below)
        end = self._end(rows, i)
        after = below if end == len(rows) else 0.0
        whole = sum(map(self._height, rows[i:end])) + (end - i - 2) // ROWS_TOGETHER * self.flow.air + after
        if i and whole <= min(self.flow.keep, self.flow.paper.body_height - self._head_height() - 1.0):
            return whole
        count = end if end <= i + 4 else i + 3
        return sum(map(self._height, rows[i:count])) + (after if count == end else 0.0)

    def _room(self, height: float) -> bool:
        """Turn the page, with head and section again, where `height` does not fit; whether it was turned."""
        if self.flow.left_over >= height:
            return False
        self._rule(HAIR)
        self.flow.turn()
        self._head()
        if self.section is not None:
            again = self.flow.locale.text("page.continued", heading=self.section.text)
            self._section(replace(self.section, text=again))
            self.flow.faults += 1
        return True

    def _height(self, row: Section | Lines) -> float:
        if isinstance(row, Section):
            return self._section_height(row)
        first = max(cell[0][1] for cell in row)
        below = max(sum(size for _, size in cell[1:]) for cell in row)
        return (first + below) * POINT * LEADING + 0.8

    def _row(self, row: Lines, *, bold: bool = False) -> None:
        flow = self.flow
        x = flow.paper.left
        largest = max(cell[0][1] for cell in row)
        for i, (column, cell) in enumerate(zip(self.table.columns, row, strict=True)):
            # All first lines of a row stand on one base line, whatever their sizes.
            y = flow.y - 0.75 * largest * POINT * LEADING
            for j, (text, size) in enumerate(cell):
                y -= size * POINT * LEADING if j else 0.0
                if text:
                    heavy = (column.bold and j == 0) or (bold and size > UNDER)
                    flow.pages[-1].append(self._cell(i, x, y, text, size, bold=heavy))
            x += column.width
        flow.y -= self._height(row)

    def _cell(self, i: int, x: float, y: float, text: str, size: float, *, bold: bool) -> Text:
        column = self.table.columns[i]
        if column.align is Align.LEFT:
            return Text(x + column.left, y, text, size, Anchor.START, bold)
        if column.align is Align.MIDDLE:
            return Text(x + column.width / 2, y, text, size, Anchor.MIDDLE, bold)
        behind = self.fraction[i] - text_width(self._decimals(text), size, bold=bold)
        return Text(x + column.width - PADDING - max(behind, 0.0), y, text, size, Anchor.END, bold)

    def _widest_fraction(self, i: int) -> float:
        column = self.table.columns[i]
        if column.align is not Align.NUMBER:
            return 0.0
        cells = [row[i] for row in (*self.table.rows, *self.table.totals) if not isinstance(row, Section)]
        return max(
            (text_width(self._decimals(cell.split("\n")[0]), column.size, bold=column.bold) for cell in cells),
            default=0.0,
        )

    def _decimals(self, text: str) -> str:
        """The decimal sign and what follows it; empty for whole numbers and words."""
        _, point, rest = text.rpartition(self.flow.locale.decimal_sign)
        return point + rest if point and rest.isdigit() else ""

    def _head_lines(self) -> list[list[str]]:
        return [
            [line for part in column.head.split("\n") for line in wrapped(part, UNDER, column.room)]
            for column in self.table.columns
        ]

    def _head_height(self) -> float:
        return max(map(len, self._head_lines())) * UNDER * POINT * LEADING + 1.2

    def _head(self) -> None:
        """The heads stand on the rule below them, each aligned like its column."""
        flow = self.flow
        flow.y -= self._head_height()
        x, step = flow.paper.left, UNDER * POINT * LEADING
        for column, lines in zip(self.table.columns, self._head_lines(), strict=True):
            places = {
                Align.LEFT: (x + column.left, Anchor.START),
                Align.MIDDLE: (x + column.width / 2, Anchor.MIDDLE),
                Align.NUMBER: (x + column.width - PADDING, Anchor.END),
            }
            place, anchor = places[column.align]
            for i, line in enumerate(reversed(lines)):
                flow.pages[-1].append(Text(place, flow.y + 1.4 + i * step, line, UNDER, anchor, colour=GREY))
            x += column.width
        self._rule(VISIBLE)

    def _under_lines(self, section: Section) -> tuple[str, ...]:
        return wrapped(section.under, UNDER, self.table.width - 2 * PADDING) if section.under else ()

    def _section_height(self, section: Section) -> float:
        under = len(self._under_lines(section)) * UNDER
        return (10.0 + under) * POINT * LEADING + 2.6

    def _section(self, section: Section) -> None:
        flow = self.flow
        x, y = flow.paper.left + PADDING, flow.y - 10.0 * POINT * LEADING - 1.0
        name = shortened(section.text, 10.0, self.table.width - 2 * PADDING, bold=True)
        flow.pages[-1].append(Text(x, y, name, 10.0, bold=True))
        for line in self._under_lines(section):
            y -= UNDER * POINT * LEADING
            flow.pages[-1].append(Text(x, y, line, UNDER))
        flow.y -= self._section_height(section)

    def _rule(self, stroke: Stroke) -> None:
        flow = self.flow
        left = flow.paper.left
        flow.pages[-1].append(Line((left, flow.y), (left + self.table.width, flow.y), stroke))
        flow.y -= 0.6
