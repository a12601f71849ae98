"""The legend of a cutting diagram: bands, grain, offcuts, waste, turning."""

from __future__ import annotations

from typing import Final

from cutting.plan import Sheet
from furnishing.grain import BoardGrain
from reports.bands import BandStrokes, band_strokes
from reports.drawing import DOTTED, WASTE, Anchor, Hatch, Item, Line, Rectangle, Text
from reports.figure import double_arrow
from reports.project import Project
from reports.render.fonts import text_width
from reports.step_list import TURN

LEGEND: Final = 5.5
"""Millimetres from line to line."""


def legend(project: Project, sheet: Sheet, left: float, right: float, bottom: float) -> tuple[Item, ...]:
    """What the lines mean: bands of the pieces on this sheet, and the grain; its lowest line stands at `bottom`."""
    parts, strokes = project.parts, band_strokes(project)
    here = {
        code
        for placed in sheet.placed
        for code in (parts[placed.id].edges.codes if placed.id in parts else ())
        if code is not None
    }
    entries = [(code, _band_words(project, code)) for code in strokes if code in here]
    grained = project.board(sheet).grain is BoardGrain.LENGTH
    items: list[Item] = []
    x, y = left, bottom + 1.0
    say = project.locale.text
    signs = [("grain", say("diagrams.grain"))] if grained else []
    signs += [("offcut", say("diagrams.sign_offcut"))] if sheet.offcuts else []
    signs += [("waste", say("step_list.waste"))] if sheet.cuts is not None else []
    signs += [("turn", say("diagrams.sign_turn"))] if sheet.cuts is not None else []
    for code, words in [*entries, *signs]:
        width = 14.0 + text_width(words, 9.0)
        if x + width > right and x > left:
            x, y = left, y + LEGEND
        items.extend(_sample(code, strokes, x, y))
        items.append(Text(x + 12, y, words, 9.0, max_width=right - x - 12))
        x += width + 5.0
    return tuple(items)


def _sample(code: str, strokes: BandStrokes, x: float, y: float) -> tuple[Item, ...]:
    if code in strokes:
        return (Line((x, y + 1.1), (x + 10, y + 1.1), strokes[code]),)
    if code == "grain":
        return double_arrow((x, y + 1.1), (x + 10, y + 1.1))
    if code == "turn":
        return (Text(x + 5, y - 0.3, TURN, 11.0, Anchor.MIDDLE),)
    stroke, spacing, angle = (DOTTED, 2.0, 135.0) if code == "offcut" else (WASTE, 2.0, 45.0)
    return (
        Rectangle(x, y - 0.6, 10.0, 3.4, stroke, "#ffffff"),
        Hatch(x, y - 0.6, 10.0, 3.4, spacing, angle, stroke),
    )


def _band_words(project: Project, code: str) -> str:
    band = project.band(code)
    return f"{code}  {project.goods_name(band.name)}" if band else code


def legend_height(legend: tuple[Item, ...]) -> float:
    """Millimetres that it takes."""
    return LEGEND * len({item.y for item in legend if isinstance(item, Text)})
