"""Part drawings: every shape of a project on a page, measured from one corner, with the table of its holes and grooves.

Parts made alike share a drawing. Parts that only the saw and the edge bander touch stand in a list at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from furnishing.parts import Part
from reports.bands import BandStrokes, band_strokes
from reports.chains import bounds
from reports.dimensions import scale_name
from reports.drawing import Document, Item, moved
from reports.page import A4_LANDSCAPE, GAP, MARGIN, Body, Paper, compose, paper_title
from reports.part_drawing_figure import part_figure
from reports.part_drawing_panel import facts, hole_table, plain_table
from reports.part_drawing_shapes import Shape, shapes
from reports.project import Project
from reports.render.pdf import pdf
from reports.tables import Flow

PANEL: Final = 122.0
"""Width of the column with words and table beside a figure."""

FACTS: Final = 128.0
"""Width of the words where the table stands beside them, below a long figure."""

PAPER: Final = A4_LANDSCAPE


def part_drawings_pdf(project: Project) -> bytes:
    """The part drawings as a PDF; ValueError where the project has no parts to draw."""
    return pdf(part_drawing_pages(project), title=paper_title(project, project.locale.text("part_drawing.title")))


def part_drawing_pages(project: Project) -> Document:
    """A page for each shape with holes, grooves or a sloping edge, then the list of all other parts."""
    every = shapes(_drawn_parts(project))
    strokes = band_strokes(project)
    bodies: list[Body] = []
    for shape in every:
        if shape.machined:
            bodies += _pages(project, shape, every, strokes)
    plain = [shape for shape in every if not shape.machined]
    if plain:
        flow = Flow(PAPER, locale=project.locale)
        flow.text(project.locale.text("part_drawing.plain"), 14.0, bold=True)
        flow.text(project.locale.text("part_drawing.plain_note"), 9.0)
        flow.space(2.0)
        flow.table(plain_table(project, plain))
        bodies += [Body(items=tuple(items)) for items in flow.pages]
    return compose(project, project.locale.text("part_drawing.title"), PAPER, bodies)


def _drawn_parts(project: Project) -> Iterable[Part]:
    if project.design is None:
        raise ValueError(f"{project.name} has no design, so there are no parts to draw")
    return project.design.parts


def _pages(project: Project, shape: Shape, every: Sequence[Shape], strokes: BandStrokes) -> list[Body]:
    """The page of a shape, and further ones where its table is longer than that."""
    beside, below = _beside(project, shape, every, strokes), _below(project, shape, every, strokes)
    # Below only where all fits and the figure gains; a page to turn costs more than a smaller scale.
    scale, items, rest = below if below and (not below[2] or beside[2]) and below[0] < beside[0] else beside
    subject = shape.part.id
    pages = [Body(items=items, subject=subject, scale=scale_name_of(scale))]
    per_page = int((PAPER.body_width + GAP) // (PANEL + GAP))
    for start in range(0, len(rest), per_page):
        placed: list[Item] = []
        for i, column in enumerate(rest[start : start + per_page]):
            placed += moved(column, PAPER.left + i * (PANEL + GAP), PAPER.bottom)
        pages.append(Body(items=tuple(placed), subject=subject))
    return pages


_Laid = tuple[float, tuple[Item, ...], list[list[Item]]]
"""Scale, what stands on the page, and columns of table left for further pages."""


def _beside(project: Project, shape: Shape, every: Sequence[Shape], strokes: BandStrokes) -> _Laid:
    """The figure on the left, words and table in a column on the right."""
    flow = _column(PANEL, PAPER.body_height, project)
    facts(flow, project, shape, every, strokes)
    hole_table(flow, project, shape)
    columns = _columns(flow)
    room = (PAPER.body_width - PANEL - GAP, PAPER.body_height)
    scale, items = part_figure(shape, strokes, room, project.locale)
    page = [*_centred(items, PAPER.left, PAPER.bottom, room), *moved(columns[0], PAPER.right - PANEL, PAPER.bottom)]
    return scale, tuple(page), columns[1:]


def _below(project: Project, shape: Shape, every: Sequence[Shape], strokes: BandStrokes) -> _Laid | None:
    """A long figure over the whole width, words and table below it; None where they leave it too little."""
    words = _column(FACTS, PAPER.body_height, project)
    facts(words, project, shape, every, strokes)
    table = _column(PANEL, PAPER.body_height, project)
    hole_table(table, project, shape)
    if len(words.pages) > 1 or len(table.pages) > 1:
        return None
    height = max(words.paper.top - words.y, table.paper.top - table.y) + 1.0
    room = (PAPER.body_width, PAPER.body_height - height - GAP)
    if room[1] < 40.0:
        return None
    scale, items = part_figure(shape, strokes, room, project.locale)
    down = height - PAPER.body_height
    page = [
        *_centred(items, PAPER.left, PAPER.bottom + height + GAP, room),
        *moved(_columns(words)[0], PAPER.left, PAPER.bottom + down),
        *moved(_columns(table)[0], PAPER.right - PANEL, PAPER.bottom + down),
    ]
    return scale, tuple(page), []


def _column(width: float, height: float, project: Project) -> Flow:
    """A flow as wide and high as a column; its items come out at the column's own lower left corner."""
    return Flow(Paper(width + 2 * MARGIN, height + MARGIN + A4_LANDSCAPE.bottom), locale=project.locale)


def _columns(flow: Flow) -> list[list[Item]]:
    return [list(moved(items, -flow.paper.left, -flow.paper.bottom)) for items in flow.pages]


def _centred(items: Sequence[Item], x: float, y: float, room: tuple[float, float]) -> tuple[Item, ...]:
    left, bottom, right, top = bounds(items)
    return moved(items, x - left + (room[0] - right + left) / 2, y - bottom + (room[1] - top + bottom) / 2)


def scale_name_of(scale: float) -> str:
    """`1:20`, `1:7.5`."""
    return scale_name(int(scale)) if scale == int(scale) else f"1:{scale:g}"
