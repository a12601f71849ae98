"""Any other list: columns found by the words people use, in several languages (`data/column_words.json`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cutting.part_lists.columns import by_words, found_at, lines_below
from cutting.part_lists.protocol import Column, Found, Lines
from cutting.part_lists.table import Row, names_of
from cutting.part_lists.words import plain_name
from furnishing.grain import Grain


class _Plain:
    """A list by nobody in particular."""

    title = "a plain list"
    grains: Mapping[str, Grain | None] = {}

    def find(self, rows: Sequence[Row]) -> Found | None:
        """The row with the most names that are known, length and width among them."""
        best: Found | None = None
        for place, row in enumerate(rows):
            columns = by_words([plain_name(name) for name in names_of(row)])
            if Column.LENGTH in columns and Column.WIDTH in columns and (best is None or len(columns) > best.sure):
                best = found_at(rows, place, columns, len(columns))
        return best

    def lines(self, rows: Sequence[Row], found: Found) -> Lines:
        """Every row below the header."""
        return lines_below(rows, found)


LAYOUT: Final = _Plain()
