"""How labels lie on the papers that people buy: sheets of labels and rolls."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from typing import Final

from furnishing.errors import Fault, InputError
from furnishing.reading import Fields, open_record
from furnishing.units import MICROMETRES, Length
from reports.page import A4_PORTRAIT, Paper
from reports.space import Box

_UNPRINTABLE: Final = 4.5
"""Millimetres at the edge of a page that office printers cannot reach."""

_PADDING: Final = 2.0

LAYOUTS_FORMAT: Final = "furnish-label-layouts/1"

SMALLEST_LABEL: Final = (50.0, 25.0)
"""Millimetres of the smallest label that holds id, sizes and a code that scans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelLayout:
    """How labels lie on a page: sizes in millimetres, `left` and `top` of the first label, gaps between labels."""

    code: str
    paper: Paper
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap_x: float = 0.0
    gap_y: float = 0.0

    @property
    def count(self) -> int:
        """Labels on a page."""
        return self.columns * self.rows

    def box(self, number: int) -> Box:
        """What may be printed on of label `number` of a page (from 0, row by row)."""
        row, column = divmod(number, self.columns)
        x = self.left + column * (self.width + self.gap_x)
        top = self.paper.height - self.top - row * (self.height + self.gap_y)
        edge = _UNPRINTABLE if self.columns * self.rows > 1 else 0.0
        return (
            max(x + _PADDING, edge),
            max(top - self.height + _PADDING, edge),
            min(x + self.width - _PADDING, self.paper.width - edge),
            min(top - _PADDING, self.paper.height - edge),
        )


def _sheet(fields: Fields) -> LabelLayout:
    """Labels on A4: the block of labels stands in the middle of the page."""
    code = fields.text("code")
    fields.word("paper", ["A4"])
    columns, rows = fields.integer("columns", least=1, most=20), fields.integer("rows", least=1, most=60)
    width, height = _mm(fields.length("width")), _mm(fields.length("height"))
    gap = _mm(fields.length("gap", least=0))
    left = (A4_PORTRAIT.width - columns * width - (columns - 1) * gap) / 2
    top = (A4_PORTRAIT.height - rows * height) / 2
    if min(left, top) < 0:
        fields.fault("width", "these labels do not fit on A4; measure the sheet again")
    return LabelLayout(
        code=code,
        paper=A4_PORTRAIT,
        columns=columns,
        rows=rows,
        width=width,
        height=height,
        left=left,
        top=top,
        gap_x=gap,
    )


def roll(width: float, height: float, code: str = "") -> LabelLayout:
    """A roll of labels, each a page of its own; sizes in millimetres."""
    return LabelLayout(
        code=code or f"{width:g}x{height:g}",
        paper=Paper(width, height),
        columns=1,
        rows=1,
        width=width,
        height=height,
        left=0.0,
        top=0.0,
    )


def _roll(fields: Fields) -> LabelLayout:
    code = fields.text("code")
    return roll(_mm(fields.length("width")), _mm(fields.length("height")), code)


def _mm(length: Length) -> float:
    return length / MICROMETRES["mm"]


def read_layouts(text: str | bytes, source: str = "") -> dict[str, LabelLayout]:
    """The layouts of a file by their codes; InputError with every fault of it."""
    fields = open_record(text, LAYOUTS_FORMAT, source)
    fields.read_unit()
    fields.text("source", most=1000)
    sheets = [_sheet(each) for each in fields.records("sheets")]
    rolls = [_roll(each) for each in fields.records("rolls")]
    fields.finish()
    return {layout.code: layout for layout in (*sheets, *rolls)}


LAYOUTS: Final = read_layouts((resources.files("reports") / "data" / "label_layouts.json").read_text("utf-8"))
"""The layouts by code."""

A4_3X8: Final = LAYOUTS["3x8"]


def layout_of(words: str) -> LabelLayout:
    """A layout by its code, or a roll by its size in millimetres: `L7160`, `80x45`. Raises InputError for all else."""
    if words in LAYOUTS:
        return LAYOUTS[words]
    size = re.fullmatch(r"(\d{2,3}(?:\.\d)?)[x×](\d{2,3}(?:\.\d)?)", words)
    if size is None:
        known = ", ".join(LAYOUTS)
        message = f"{words!r} is no layout; use one of {known}, or the size of a label in mm such as 80x45"
        raise InputError((Fault("labels", message),))
    width, height = float(size[1]), float(size[2])
    if width < SMALLEST_LABEL[0] or height < SMALLEST_LABEL[1]:
        least = " x ".join(f"{each:g}" for each in SMALLEST_LABEL)
        message = f"a label of {words} mm has no room for a code and an id; use {least} mm or more"
        raise InputError((Fault("labels", message),))
    return roll(width, height)
