"""Sheets as DXF, for routers and for looking at: one drawing a pattern, in millimetres, origin at the board's corner.

A board is a closed line, and so are every part and offcut; saw lines run along the middle of the kerf. R12 knows no
unit of drawings; in R2000 it says millimetres.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from ezdxf._options import options
from ezdxf.document import Drawing
from ezdxf.enums import TextEntityAlignment
from ezdxf.layouts.layout import Modelspace

from cutting.pieces import Direction, Rect
from cutting.plan import Placed, Sheet
from cutting.sequence import Step, steps
from furnishing.units import Length, show
from reports.diagrams import patterns
from reports.machine.dxf_layers import Layers, standard_layers
from reports.project import Project

DXF_NAMES: Final = {"R12": "AC1009", "R2000": "AC1015"}
VERSIONS: Final = tuple(DXF_NAMES)
MILLIMETRES: Final = 4
TALLEST: Final = 40.0
"""Millimetres: letters no taller than this can be read on a screen that shows the whole board."""
LETTER_WIDTH: Final = 0.9
"""Of its height, what a letter of the usual DXF font takes at most."""
FILL: Final = 0.8
BELOW: Final = 60.0
"""Millimetres below the board where its title stands."""


def nest_dxfs(project: Project, layers: Layers | None = None, version: str = "R2000") -> Iterator[tuple[Sheet, bytes]]:
    """Each pattern of a plan with its drawing, numbered and in the order of the cutting diagrams."""
    for number, sheet in enumerate(patterns(project), 1):
        yield sheet, nest_dxf(project, sheet, number, layers or standard_layers(), version)


def nest_dxf(project: Project, sheet: Sheet, number: int, layers: Layers, version: str) -> bytes:
    """One sheet as DXF; ValueError for a version that is not in `VERSIONS`."""
    if version not in VERSIONS:
        raise ValueError(f"{version!r} is not written; use one of {', '.join(VERSIONS)}")
    board = project.board(sheet)
    with without_times():
        document = Drawing.new(DXF_NAMES[version])
    if version != "R12":
        document.units = MILLIMETRES
    for use in ("board", "usable", "outline", "cut", "offcut", "text"):
        if layers.layer(use) not in document.layers:
            document.layers.add(layers.layer(use), color=layers.colors[use])
    space = document.modelspace()
    _rectangle(space, Rect(0, 0, board.length, board.width), layers.layer("board"))
    _rectangle(space, project.job.machine.usable(board), layers.layer("usable"))
    for placed in sheet.placed:
        _rectangle(space, placed.rect, layers.layer("outline"))
        _part_text(space, placed, layers.layer("text"))
    for rect in sheet.offcuts:
        _rectangle(space, rect, layers.layer("offcut"))
        size = f"{show(rect.length)} x {show(rect.width)}"
        _text(space, size, rect, layers.layer("text"))
    for step in steps(sheet, project.job.saw):
        _cut(space, step, project.job.saw.kerf, layers.layer("cut"))
    title = f"{number}: {board.code} {show(board.length)} x {show(board.width)}, {sheet.copies} x"
    text = space.add_text(title, height=TALLEST, dxfattribs={"layer": layers.layer("text")})
    text.set_placement((0.0, -BELOW))
    return _bytes(document)


def _rectangle(space: Modelspace, rect: Rect, layer: str) -> None:
    low, high = (_mm(rect.x), _mm(rect.y)), (_mm(rect.x + rect.length), _mm(rect.y + rect.width))
    corners = [low, (high[0], low[1]), high, (low[0], high[1])]
    if space.doc.dxfversion == "AC1009":
        space.add_polyline2d(corners, close=True, dxfattribs={"layer": layer})
    else:
        space.add_lwpolyline(corners, close=True, dxfattribs={"layer": layer})


def _cut(space: Modelspace, step: Step, kerf: Length, layer: str) -> None:
    """The middle of the kerf, from edge to edge of what lies on the table."""
    middle, panel = max(0.0, _mm(step.position) + _mm(kerf) / 2), step.panel
    if step.direction is Direction.LENGTH:
        ends = (_mm(panel.x), middle), (_mm(panel.x + panel.length), middle)
    else:
        ends = (middle, _mm(panel.y)), (middle, _mm(panel.y + panel.width))
    space.add_line(*ends, dxfattribs={"layer": layer})


def _part_text(space: Modelspace, placed: Placed, layer: str) -> None:
    _text(space, placed.id, placed.rect, layer)


def _text(space: Modelspace, text: str, rect: Rect, layer: str) -> None:
    """Text in the middle of a rectangle, along its longer side, shrunk to fit."""
    long, short = _mm(max(rect.length, rect.width)), _mm(min(rect.length, rect.width))
    height = min(TALLEST, FILL * short, FILL * long / (LETTER_WIDTH * max(1, len(text))))
    upright = 90.0 if rect.width > rect.length else 0.0
    entity = space.add_text(text, height=height, rotation=upright, dxfattribs={"layer": layer})
    middle = (_mm(rect.x) + _mm(rect.length) / 2, _mm(rect.y) + _mm(rect.width) / 2)
    entity.set_placement(middle, align=TextEntityAlignment.MIDDLE_CENTER)


def _bytes(document: Drawing) -> bytes:
    text = io.StringIO()
    with without_times():
        document.write(text)
    return document.encode(text.getvalue())


@contextmanager
def without_times() -> Iterator[None]:
    """Drawings made and written within hold no times and no random names: the same sheet makes the same bytes."""
    before, options.write_fixed_meta_data_for_testing = options.write_fixed_meta_data_for_testing, True
    try:
        yield
    finally:
        options.write_fixed_meta_data_for_testing = before


def _mm(length: Length) -> float:
    return length / 1000
