"""optiCutter: no header; the first cell of a row is its key: N name, M material, K kerf, S stock, P panel, @ remark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from cutting.part_lists.columns import SURE
from cutting.part_lists.protocol import Column, Found, Line, Lines
from cutting.part_lists.table import Cell, Row, letters_of, shown
from furnishing.grain import Grain

_TRIMS: Final = {"LT": "left", "RT": "right", "BT": "bottom", "TT": "top"}
_KEYS: Final = frozenset({"N", "M", "K", "S", "P", "@", "O", "MR", *_TRIMS})
_PANEL: Final = (Column.LENGTH, Column.WIDTH, Column.QUANTITY, Column.NAME, Column.TURN)
_STOCK: Final = (Column.LENGTH, Column.WIDTH, Column.QUANTITY)


class _OptiCutter:
    """A plan for sheets; an M row names the material of the rows below it."""

    title = "optiCutter"
    grains: Mapping[str, Grain | None] = {}

    def find(self, rows: Sequence[Row]) -> Found | None:
        """Sure where every row has one of its keys and one of them is a panel or a stock sheet."""
        keys = [row.text(0).upper() for row in rows if not row.empty]
        if not keys or not {"P", "S"} & set(keys) or not set(keys) <= _KEYS:
            return None
        columns = {meaning: place for place, meaning in enumerate(_PANEL, 1)}
        return Found(sure=2 * SURE, header=-1, columns=columns)

    def lines(self, rows: Sequence[Row], found: Found) -> Lines:
        """Panels and stock with their material; the kerf and the trims where given; remarks and the rest set aside."""
        lines = Lines()
        material: tuple[int, Cell] = (1, None)
        for row in rows:
            key = row.text(0).upper()
            if row.empty:
                lines.leave("empty", row.number)
            elif key == "M":
                material = (1, row.at(1))
            elif key in ("P", "S"):
                names = _PANEL if key == "P" else _STOCK
                cells = {meaning: (place, row.at(place)) for place, meaning in enumerate(names, 1)}
                line = Line(row.number, {**cells, Column.MATERIAL: material}, _rest(row, len(names) + 1))
                (lines.parts if key == "P" else lines.boards).append(line)
            elif key == "K" or key in _TRIMS:
                lines.saw[_TRIMS.get(key, "kerf")] = Line(row.number, {Column.LENGTH: (1, row.at(1))})
            elif key in ("@", "N"):
                lines.leave("a remark or the name of the plan", row.number)
            else:
                lines.leave(f"with the key {key!r}, which means nothing here", row.number)
        return lines


def _rest(row: Row, first: int) -> tuple[tuple[str, str], ...]:
    """Cells beyond those that are known."""
    return tuple(
        (f"column {letters_of(place)}", shown(row.at(place)))
        for place in range(first, len(row.cells))
        if row.at(place) is not None
    )


LAYOUT: Final = _OptiCutter()
