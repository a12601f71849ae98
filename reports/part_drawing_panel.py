"""The words beside a part drawing: what the part is, how it is cut and banded, and the table of its holes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from furnishing.grain import Grain
from furnishing.joinery.banding import cut_formula
from furnishing.machining import Face
from furnishing.parts import Part
from reports.bands import BandStrokes
from reports.drawing import THIN, VISIBLE, Anchor, Item, Line, Polyline, Rectangle, Text
from reports.page import cell_text
from reports.part_drawing_figure import faces_shown
from reports.part_drawing_ordinates import marked
from reports.part_drawing_rows import Cut, Holes, rows, told
from reports.part_drawing_shapes import Shape
from reports.project import Project
from reports.render.fonts import text_width
from reports.second_cuts import second_cut_words
from reports.table_parts import PADDING
from reports.tables import Align, Column, Flow, Row, Table
from reports.text.locale import Locale
from reports.wrapping import wrapped

EDGES: Final = (Face.BOTTOM, Face.TOP, Face.LEFT, Face.RIGHT)
BADGE: Final = 9.0


def purpose_name(locale: Locale, purpose: str) -> str:
    """The word for what a hole or a groove is for; its own where nobody has written one yet."""
    key = f"purposes.{purpose.replace(' ', '-')}"
    return locale.text(key) if locale.words.has(key) else purpose


def shape_name(project: Project, shape: Shape) -> str:
    """What the parts of a shape are called in the language of the papers."""
    return project.part_name(replace(shape.part, name=shape.name))


def facts(flow: Flow, project: Project, shape: Shape, every: Sequence[Shape], strokes: BandStrokes) -> None:
    """Name, ids, mirror image, material, sizes, bands and how it lies."""
    part, say, locale = shape.part, project.locale.text, project.locale
    width = flow.paper.body_width - BADGE - 2
    flow.put(_badge(shape, flow.paper.body_width), BADGE)
    flow.y += BADGE
    flow.text(shape_name(project, shape), 14.0, bold=True, width=width)
    count = say("part_drawing.pieces", n=sum(_quantity(project, each) for each in shape.ids))
    flow.text(f"{count}: {', '.join(shape.ids)}", 9.0, bold=True, width=width)
    if shape.mirrored is not None:
        image = every[shape.mirrored - 1]
        flow.text(say("part_drawing.mirror_of", part=", ".join(image.ids)), 9.0, width=flow.paper.body_width)
    flow.space(1.0)
    flow.text(f"{project.material_name(part.material)} · {_grain(part, locale)}", 9.0)
    _sizes(flow, project, part)
    flow.space(0.8)
    _bands(flow, project, part, strokes)
    flow.space(0.8)
    flow.text(lies(part, locale), 8.0)
    shown = faces_shown(shape)
    if len(shown) == 1:
        other = Face.A if shown[0] is Face.B else Face.B
        flow.text(say("part_drawing.blank_face", face=other.value), 8.0)
    second = second_cut_words(part, locale)
    if second:
        flow.text(second, 9.0, bold=True)
    flow.space(2.0)


def _quantity(project: Project, part_id: str) -> int:
    piece = project.pieces.get(part_id)
    return piece.quantity if piece else 1


def _sizes(flow: Flow, project: Project, part: Part) -> None:
    """Finished and cut size, with how the saw's comes about."""
    say, locale = project.locale.text, project.locale
    unit = locale.unit
    finished = f"{locale.size(part.length, part.width, part.thickness)} {unit}"
    flow.text(say("part_drawing.finished", size=finished), 10.0, bold=True)
    flow.text(say("part_drawing.cut", size=f"{locale.size(part.cut_length, part.cut_width)} {unit}"), 10.0)
    if project.catalogue is not None and project.design is not None:
        rules = project.design.construction_of(part.cabinet)
        length, width = (
            cut_formula(part, axis, project.catalogue, rules, locale.length).replace(" - ", " − ")
            for axis in ("length", "width")
        )
        flow.text(say("part_drawing.formula", length=length, width=width), 8.0)


def banded_words(project: Project, part: Part) -> dict[str, str]:
    """For each band code which edges wear it, and its name."""
    by_code: dict[str, list[str]] = {}
    for edge, code in zip(EDGES, part.edges.codes, strict=True):
        if code is not None:
            by_code.setdefault(code, []).append(project.locale.text(f"faces.{edge.value}"))
    for code in dict.fromkeys(code for code, _ in part.inner_bands):
        told = ", ".join(project.locale.sized(length) for each, length in part.inner_bands if each == code)
        by_code.setdefault(code, []).append(project.locale.text("cut_list.inner_bands", bands=told))
    bands = {code: project.band(code) for code in by_code}
    names = {code: project.goods_name(band.name) if band else code for code, band in bands.items()}
    return {code: f"{', '.join(edges)}: {names[code]}" for code, edges in by_code.items()}


def _bands(flow: Flow, project: Project, part: Part, strokes: BandStrokes) -> None:
    """Each banded edge with the line that stands for its band."""
    banded = banded_words(project, part)
    for code, words in banded.items():
        mark: list[Item] = [Line((0.5, 1.2), (10.0, 1.2), strokes[code])] if code in strokes else []
        flow.put([*mark, cell_text(12.0, 0.3, words, 8.5, flow.paper.body_width - 12.0)], 4.0)
    if not banded:
        flow.text(project.locale.text("part_drawing.no_bands"), 8.5)


def _grain(part: Part, locale: Locale) -> str:
    word = {Grain.LENGTH: "length", Grain.WIDTH: "width", Grain.FREE: "free"}[part.grain]
    return locale.text(f"part_drawing.grain_{word}")


def lies(part: Part, locale: Locale) -> str:
    """What the faces and edges of a part are in its cabinet."""
    key = f"part_drawing.lies_{part.axes[0]}{part.axes[1]}"
    return locale.text(key) if locale.words.has(key) else ""


def _badge(shape: Shape, width: float) -> list[Item]:
    """In the upper right corner: the hand of a part, and a sign where it has a mirror image."""
    items: list[Item] = []
    right = width
    if shape.hand:
        items.append(Rectangle(right - BADGE, 0.0, BADGE, BADGE, VISIBLE))
        items.append(Text(right - BADGE / 2, 2.0, shape.hand, 20.0, Anchor.MIDDLE, bold=True))
    elif shape.mirrored is not None:
        first = shape.mirrored > shape.number
        middle = right - BADGE / 2
        for way in (-1, 1):
            corners = ((middle + way * 0.8, 1.0), (middle + way * 0.8, BADGE - 1.0), (middle + way * 4.3, 1.0))
            items.append(Polyline(corners, THIN, "#000000" if (way < 0) == first else None, closed=True))
        items.append(Line((middle, 0.0), (middle, BADGE), THIN))
    return items


_WIDER: Final = (2.0, 5.0, 8.0)
"""Millimetres by which the column of x may be wider than half of both."""


def hole_table(flow: Flow, project: Project, shape: Shape) -> None:
    """Rows of holes, then grooves and cut-outs; nothing where there are none."""
    drilled, cuts = rows(shape)
    if not (drilled or cuts):
        return
    locale = project.locale
    say, unit = locale.text, locale.unit
    found = (*(_hole_row(each, locale) for each in drilled), *(_cut_row(each, locale) for each in cuts))
    size = _size_width([row[4] for row in found], locale)
    fixed = 7.0 + 12.0 + size + 12.0 + 20.0 + 8.0
    across, along = _place_widths(tuple((row[2], row[3]) for row in found), flow.paper.body_width - fixed)
    table = Table(
        columns=(
            Column(say("part_drawing.number"), 7.0, size=8.5, bold=True),
            Column(say("part_drawing.face"), 12.0, size=8.0, shrinks=True),
            Column(say("part_drawing.x", unit=unit), across, size=8.0),
            Column(say("part_drawing.y", unit=unit), along, size=8.0),
            Column(say("part_drawing.size", unit=unit), size, size=8.0),
            Column(say("part_drawing.depth", unit=unit), 12.0, size=8.0),
            Column(say("part_drawing.purpose"), 20.0, size=8.0),
            Column(say("part_drawing.count"), 8.0, Align.NUMBER, size=8.0),
        ),
        rows=found,
    )
    flow.table(table)


def _size_width(sizes: Sequence[str], locale: Locale) -> float:
    """Room for the longest size on one line: broken, `390×225` reads as 390 by 22."""
    longest = max(text_width(size, 8.0) for size in sizes) + 2 * PADDING + 0.1
    return max(15.0 if locale.metric else 17.0, longest)


@cache
def _place_widths(places: tuple[tuple[str, str], ...], both: float) -> tuple[float, float]:
    """The widths of the columns of x and y with the fewest lines in a table, the usual ones where that is alike."""

    def lines(across: float) -> int:
        rooms = (across - 2 * PADDING, both - across - 2 * PADDING)
        return sum(max(len(wrapped(*cell)) for cell in zip(row, (8.0, 8.0), rooms, strict=True)) for row in places)

    across = min((both / 2 + more for more in _WIDER), key=lines)
    return across, both - across


def _hole_row(row: Holes, locale: Locale) -> Row:
    kind = row.kind
    return (
        str(row.number),
        locale.text(f"faces.{kind.face.value}"),
        told(row.xs, locale),
        told(row.ys, locale),
        f"⌀{locale.length(kind.diameter)}",
        locale.text("part_drawing.through") if kind.through else locale.length(kind.depth),
        purpose_name(locale, kind.purpose),
        str(len(row.spots)),
    )


def _cut_row(row: Cut, locale: Locale) -> Row:
    kind = row.kind
    return (
        str(row.number),
        locale.text(f"faces.{kind.face.value}"),
        f"{marked(kind.x, locale)}–{marked(kind.x + kind.dx, locale)}",
        f"{marked(kind.y, locale)}–{marked(kind.y + kind.dy, locale)}",
        f"{marked(kind.dx, locale)}×{marked(kind.dy, locale)}",
        locale.text("part_drawing.through") if kind.through else locale.length(kind.depth),
        purpose_name(locale, kind.purpose),
        "1",
    )


def plain_table(project: Project, plain: Sequence[Shape]) -> Table:
    """The parts without a drawing: sizes, bands by edge, grain."""
    locale = project.locale
    say, unit = locale.text, locale.unit
    return Table(
        columns=(
            Column(say("part_drawing.parts"), 70.0, size=9.0, bold=True),
            Column(say("part_drawing.material"), 60.0, size=8.5),
            Column(say("part_drawing.head_finished", unit=unit), 30.0, size=9.0, shrinks=True),
            Column(say("part_drawing.head_cut", unit=unit), 30.0, size=9.0, shrinks=True),
            Column(say("part_drawing.grain"), 16.0, size=8.0),
            Column(say("part_drawing.bands"), 54.0, size=8.0),
            Column(say("part_drawing.count"), 12.0, Align.NUMBER, size=9.0),
        ),
        rows=tuple(_plain_row(project, shape) for shape in plain),
    )


def _plain_row(project: Project, shape: Shape) -> Row:
    part, locale = shape.part, project.locale
    return (
        f"{shape_name(project, shape)}\n{', '.join(shape.ids)}",
        project.material_name(part.material),
        locale.size(part.length, part.width),
        locale.size(part.cut_length, part.cut_width),
        locale.text(f"grain.{part.grain.value}"),
        "\n".join(banded_words(project, part).values()),
        str(sum(_quantity(project, each) for each in shape.ids)),
    )
