"""Lists of parts as other programs write them: a sample of each layout, and a writer for random rows of each."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from cutting.part_lists import layouts
from cutting.part_lists.columns import ColumnLayout
from cutting.part_lists.protocol import Column
from furnishing.grain import Grain
from furnishing.units import Length, show

FOLDER = Path(__file__).parent / "part_lists"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A row to write, as plainly as the layouts can all say it; `turns` None leaves the grain open."""

    name: str
    length: Length
    width: Length
    quantity: int
    turns: bool | None = None

    @property
    def grain(self) -> Grain | None:
        """What `turns` comes to."""
        return {True: Grain.FREE, False: Grain.LENGTH, None: None}[self.turns]


def sample(name: str) -> bytes:
    """The sample of a layout."""
    if name == "intellidivide":
        return workbook(
            [
                ["Part ID", "Description", "Material code", "Length", "Width", "Thickness", "Quantity", "Grain"],
                ["1", "side", "white-18", 720, 560, 18, 2, 1],
                ["2", "shelf", "white-18", 564.0, 500, 18, 3, 0],
            ]
        )
    return (FOLDER / f"{name}.csv").read_bytes()


def workbook(rows: Sequence[Sequence[object]], title: str = "Parts") -> bytes:
    """Rows as an XLSX file."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(rows: Sequence[Sequence[str]], separator: str = ",") -> bytes:
    """Rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=separator).writerows(rows)
    return out.getvalue().encode()


def written(name: str, rows: Sequence[Wanted]) -> bytes:
    """Rows as a layout writes them."""
    return WRITERS[name](name, rows)


def _columns(name: str, rows: Sequence[Wanted], *, unit: str = "", separator: str = ",", grain: Column) -> bytes:
    layout = layouts.load(name)
    assert isinstance(layout, ColumnLayout)
    own = {value: word for word, value in layout.grains.items()}
    kept = {Column.NAME, Column.LENGTH, Column.WIDTH, Column.QUANTITY, Column.KIND, Column.ENABLED, Column.ID, grain}
    kept |= {each for each, names in layout.columns.items() if set(names) & layout.signature}
    meanings = [each for each in layout.columns if each in kept]

    def cell(meaning: Column, row: Wanted) -> str:
        if meaning is Column.TURN:
            return {True: "true", False: "false", None: ""}[row.turns]
        if meaning is Column.GRAIN:
            return own.get(row.grain, row.grain.value if row.grain else "")
        return {
            Column.NAME: row.name,
            Column.LENGTH: show(row.length) + unit,
            Column.WIDTH: show(row.width) + unit,
            Column.QUANTITY: str(row.quantity),
            Column.KIND: "Input Panel",
            Column.ENABLED: "true",
        }.get(meaning, "")

    head = [layout.columns[each][0] for each in meanings]
    return text([head, *([cell(each, row) for each in meanings] for row in rows)], separator)


def _opticutter(name: str, rows: Sequence[Wanted]) -> bytes:
    turn = {True: "y", False: "n", None: ""}
    return text([["P", show(r.length), show(r.width), str(r.quantity), r.name, turn[r.turns]] for r in rows])


def _plain(name: str, rows: Sequence[Wanted]) -> bytes:
    grain = {True: "frei", False: "längs", None: ""}
    head = ["Bezeichnung", "Länge", "Breite", "Anzahl", "Maserung"]
    cells = [
        [r.name, show(r.length).replace(".", ","), show(r.width).replace(".", ","), str(r.quantity), grain[r.turns]]
        for r in rows
    ]
    return text([head, *cells], ";")


WRITERS: dict[str, Callable[[str, Sequence[Wanted]], bytes]] = {
    "cutlist_optimizer": lambda name, rows: _columns(name, rows, grain=Column.GRAIN),
    "intellidivide": lambda name, rows: _columns(name, rows, separator=";", grain=Column.GRAIN),
    "maxcut": lambda name, rows: b"Sep=,\r\n" + _columns(name, rows, unit=" mm", grain=Column.GRAIN),
    "opcut": lambda name, rows: _columns(name, rows, separator=";", grain=Column.TURN),
    "opencutlist": lambda name, rows: _columns(name, rows, unit=" mm", separator=";", grain=Column.TURN),
    "opticutter": _opticutter,
    "plain": _plain,
}
WITHOUT_GRAIN = {"opencutlist"}
"""Layouts whose lists cannot say how a part lies."""
