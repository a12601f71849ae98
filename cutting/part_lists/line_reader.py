"""One line of a list, cell by cell: values where they can be used, faults with row and column where not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cutting.part_lists.part_list import ListedBoard, PartRow
from cutting.part_lists.protocol import Column, Line
from cutting.part_lists.size_text import spoken, take_apart, to_size
from cutting.part_lists.table import Cell, letters_of, shown
from cutting.part_lists.words import words, yes_or_no
from furnishing.errors import Fault
from furnishing.grain import Grain
from furnishing.parts import Edges
from furnishing.units import Length, show

MOST_TEXT: Final = 200
MOST_COPIES: Final = 1_000_000
_QUANTITY: Final = re.compile(r"(\d{1,7})(?:[.,]0{1,2})?\s*(?:[^\W\d]{1,6}\.?|×)?")
THICKEST: Final[Length] = 200_000
"""No panel is 200 mm thick: such a figure is in another unit than it seems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """The unit that all sizes of a list are in, and its decimal sign."""

    unit: str
    sign: str | None
    spreadsheet: bool = False


class LineReader:
    """Reads the cells of one line; what cannot be used is noted in `faults` and a harmless value stands for it."""

    def __init__(self, line: Line, grains: Mapping[str, Grain | None], names: Sequence[str], scale: Scale) -> None:
        self._line, self._grains, self._names, self._scale = line, grains, names, scale
        self.faults: list[Fault] = []

    def part(self) -> PartRow:
        """The line as a part; its id is still what the list says, unique or not."""
        name, given = self._text(Column.NAME), self._text(Column.ID)
        return PartRow(
            number=self._line.number,
            id=given or name,
            name=name,
            length=self._size(Column.LENGTH),
            width=self._size(Column.WIDTH),
            quantity=self._quantity() if self._has(Column.QUANTITY) else 1,
            material=self._text(Column.MATERIAL),
            thickness=self._thickness(),
            grain=self._grain(),
            order=self._text(Column.ORDER),
            note=self._text(Column.NOTE),
            edges=Edges(
                bottom=self._band(Column.EDGE_BOTTOM),
                top=self._band(Column.EDGE_TOP),
                left=self._band(Column.EDGE_LEFT),
                right=self._band(Column.EDGE_RIGHT),
            ),
            finished_length=self._size_if_any(Column.FINISHED_LENGTH),
            finished_width=self._size_if_any(Column.FINISHED_WIDTH),
            extras=self._line.extras,
        )

    def board(self) -> ListedBoard:
        """The line as a board; an empty quantity is any number."""
        return ListedBoard(
            number=self._line.number,
            length=self._size(Column.LENGTH),
            width=self._size(Column.WIDTH),
            quantity=self._quantity() if self._line.get(Column.QUANTITY) is not None else None,
            material=self._text(Column.MATERIAL),
        )

    def size_or_nothing(self, column: Column) -> Length:
        """A size that may be 0, such as a kerf."""
        return 0 if shown(self._line.get(column)).strip("0.,") == "" else self._size(column)

    def _has(self, column: Column) -> bool:
        return column in self._line.cells

    def _fault(self, column: Column, message: str) -> None:
        place = self._line.cells[column][0] if column in self._line.cells else None
        name = self._names[place] if place is not None and place < len(self._names) else ""
        called = name or column.value
        letters = "" if place is None else f" ({letters_of(place)})"
        self.faults.append(Fault(f"row {self._line.number}, {called}{letters}", message))

    def _text(self, column: Column) -> str:
        text = shown(self._line.get(column))
        if len(text) > MOST_TEXT:
            self._fault(column, f"the text has {len(text)} characters; at most {MOST_TEXT} are allowed")
        elif not text.isprintable():
            self._fault(column, f"the text {text[:40]!r} holds control characters; type it again")
        else:
            return text
        return ""

    def _size(self, column: Column) -> Length:
        cell = self._line.get(column)
        try:
            size = take_apart(cell)
            if size.unit is not None and size.unit != self._scale.unit:
                message = f"{size.text!r} is in {spoken(size.unit)}, and this list is in {spoken(self._scale.unit)}"
                raise ValueError(f"{message}; write all sizes in one unit")
            return to_size(size, self._scale.unit, self._scale.sign)
        except ValueError as error:
            self._fault(column, self._hint(cell, str(error)))
            return 1

    def _size_if_any(self, column: Column) -> Length | None:
        return None if self._line.get(column) is None else self._size(column)

    def _thickness(self) -> Length | None:
        """A thickness may name a unit of its own: inches for sizes and millimetres for boards are common."""
        cell = self._line.get(Column.THICKNESS)
        if cell is None:
            return None
        try:
            thickness = to_size(take_apart(cell), self._scale.unit, self._scale.sign)
            if thickness > THICKEST:
                message = f"{shown(cell)} in {self._scale.unit} is thicker than {show(THICKEST)} mm"
                raise ValueError(f"{message}; write its unit, as in 18 mm")
        except ValueError as error:
            self._fault(Column.THICKNESS, str(error))
            return None
        return thickness

    def _quantity(self) -> int:
        cell = self._line.get(Column.QUANTITY)
        text = shown(cell)
        found = _QUANTITY.fullmatch(text)
        if found is None:
            said = f"{text!r} is no whole number" if text else "this cell is empty"
            self._fault(Column.QUANTITY, self._hint(cell, f"{said}; write how many pieces, such as 4"))
        elif not 1 <= int(found[1]) <= MOST_COPIES:
            self._fault(Column.QUANTITY, f"{text} pieces; write 1 to {MOST_COPIES:,}, or disable the row")
        else:
            return int(found[1])
        return 1

    def _hint(self, cell: Cell, message: str) -> str:
        if cell is None and self._scale.spreadsheet:
            return f"{message} (a formula has a value only once a spreadsheet has saved it)"
        return message

    def _grain(self) -> Grain | None:
        """What the list says of grain or of turning, None where it says nothing."""
        text = shown(self._line.get(Column.GRAIN)).casefold()
        if text:
            for known in (self._grains, words().grain):
                for word in (text, text.replace(" ", "")):
                    if word in known:
                        return known[word]
            self._fault(Column.GRAIN, f"{text!r} is no grain; write length, width or free, or leave it empty")
            return None
        text = shown(self._line.get(Column.TURN)).casefold()
        if not text:
            return None
        turns = yes_or_no(text)
        if turns is None:
            self._fault(Column.TURN, f"{text!r} is neither yes nor no; write one of them, or leave it empty")
        return Grain.FREE if turns else Grain.LENGTH

    def _band(self, column: Column) -> str | None:
        text = self._text(column)
        word = text.casefold()
        none = not word or word in words().no or words().grain.get(word) is Grain.FREE
        if none:
            return None
        # A bare figure is no name that papers could print: 0.8 is a thickness, 1 may as well be a mark.
        if re.fullmatch(r"\d+[.,]\d+", text):
            return f"{text} mm"
        return f"band {text}" if text.isdigit() else text
