"""Labels: one for each piece that comes off the saw, in saw order, on sheets of labels or on a roll."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cutting.pieces import Board, Piece
from cutting.plan import Placed
from furnishing.grain import BoardGrain, Grain
from furnishing.parts import Edges, Part
from furnishing.units import show
from reports.bands import BandStrokes, band_lines, band_strokes
from reports.drawing import (
    ASCENT,
    DESCENT,
    THIN,
    Anchor,
    Document,
    Drawing,
    Item,
    Point,
    Rectangle,
    Text,
    fits,
    fitted,
    shortened,
    wrapped,
)
from reports.figure import double_arrow
from reports.page import A4_PORTRAIT, Paper
from reports.places import letters
from reports.project import Project
from reports.qr import qr
from reports.render.fonts import POINT
from reports.space import Box
from reports.steps import saw_order

_UNPRINTABLE: Final = 4.5
"""Millimetres at the edge of a page that office printers cannot reach."""

_PADDING: Final = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelLayout:
    """How labels lie on a page: sizes in millimetres, `left` and `top` of the first label, gaps between labels."""

    code: str
    name: str
    paper: Paper
    columns: int
    rows: int
    width: float
    height: float
    left: float
    top: float
    gap_x: float = 0.0
    gap_y: float = 0.0

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


A4_3X8: Final = LabelLayout(
    code="3x8",
    name="A4, 3 x 8 labels of 70 x 37 mm",
    paper=A4_PORTRAIT,
    columns=3,
    rows=8,
    width=70.0,
    height=37.0,
    left=0.0,
    top=0.5,
)
L7160: Final = LabelLayout(
    code="L7160",
    name="A4, 3 x 7 labels of 63.5 x 38.1 mm (L7160)",
    paper=A4_PORTRAIT,
    columns=3,
    rows=7,
    width=63.5,
    height=38.1,
    left=7.25,
    top=15.15,
    gap_x=2.5,
)
ROLL: Final = LabelLayout(
    code="roll",
    name="roll of labels of 100 x 50 mm",
    paper=Paper(100.0, 50.0),
    columns=1,
    rows=1,
    width=100.0,
    height=50.0,
    left=0.0,
    top=0.0,
)
LAYOUTS: Final = {layout.code: layout for layout in (A4_3X8, L7160, ROLL)}
"""The layouts by code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands on one label. `grain` is the direction of the grain on the part as drawn, None for no grain."""

    id: str
    name: str
    cut: str
    finished: str
    material: str
    foot: tuple[str, ...]
    edges: Edges
    grain: Grain | None


def labels(project: Project, layout: LabelLayout = A4_3X8) -> Document:
    """The label pages of a project: a label for every copy of every piece, in the order of the saw."""
    strokes, every = band_strokes(project), tuple(label_texts(project))
    count = layout.columns * layout.rows
    pages = [every[first : first + count] for first in range(0, len(every), count)]
    return tuple(
        Drawing(
            width=layout.paper.width,
            height=layout.paper.height,
            items=tuple(
                item for number, label in enumerate(page) for item in _draw(label, layout.box(number), strokes)
            ),
            title=f"Labels, {project.name}, page {number} of {max(1, len(pages))}",
        )
        for number, page in enumerate(pages or [()], start=1)
    )


def label_texts(project: Project) -> Iterator[Label]:
    """What the labels say, in the order of the saw: sheet by sheet, each copy of a sheet for itself."""
    parts, pieces, cabinets = project.parts, project.pieces, project.cabinets
    total, number = project.result.plan.boards, 0
    for sheet in project.result.plan.sheets:
        order = saw_order(sheet, project.job.saw)
        for _ in range(sheet.copies):
            number += 1
            for placed in order:
                part = parts.get(placed.id)
                names = [part.name, cabinets[part.cabinet].name] if part else []
                lying = _grain(pieces[placed.id], project.board(sheet), placed)
                yield _label(
                    project,
                    pieces[placed.id],
                    part,
                    name=", ".join(names),
                    grain=lying,
                    place=f"sheet {number} of {total}",
                )


def _grain(piece: Piece, board: Board, placed: Placed) -> Grain | None:
    """Which way the grain runs on a piece as it was cut; None where neither piece nor board has one."""
    if piece.grain is not Grain.FREE:
        return piece.grain
    if board.grain is BoardGrain.LENGTH:
        return Grain.WIDTH if placed.turned else Grain.LENGTH
    return None


def _label(project: Project, piece: Piece, part: Part | None, *, name: str, grain: Grain | None, place: str) -> Label:
    room = project.design.room.name if project.design else ""
    owner = dict.fromkeys(word for word in (piece.order, project.customer) if word)
    where = dict.fromkeys(word for word in (project.name, room) if word)
    return Label(
        id=piece.id,
        name=name,
        cut=f"cut {show(piece.length)} × {show(piece.width)}",
        finished=f"finished {show(part.length)} × {show(part.width)} × {show(part.thickness)}" if part else "",
        material=project.material_name(piece.material),
        foot=(" · ".join(owner), " · ".join((*where, place))),
        edges=part.edges if part else Edges(),
        grain=grain,
    )


def _draw(label: Label, box: Box, strokes: BandStrokes) -> Iterator[Item]:
    """One label in its box: words on the left, QR code and edge diagram on the right."""
    left, bottom, right, top = box
    height = top - bottom
    side = min(height * 0.54, (right - left) * 0.3)
    yield qr(label.id, right - side, top - side, side)
    words = right - side - 1.5 - left
    marks = _marks(label.edges, side - 6.0 * max(1.0, min(1.6, side / 16)), strokes)
    grow = min(1.6, height / 33)
    y = top
    for text, size, bold, lines in (
        (label.id, 14.0 * grow, True, 2),
        (label.name, 8.0 * grow, False, 2),
        (label.cut, 14.0 * grow, True, 1),
        (label.finished, 8.0 * grow, False, 1),
        (label.material, 8.0 * grow, False, 2),
        (", ".join(f"{mark} = {code}" for code, mark in marks.items() if mark != code), 7.0 * grow, False, 2),
    ):
        written = paragraph(text, size, (left, y), words, bold=bold, lines=lines)
        yield from written
        y = min((line.y - DESCENT * line.size * POINT for line in written), default=y) - 0.25
    foot = [line for text in label.foot for line in paragraph(text, 7.0 * grow, (0, 0), words)]
    for number, line in enumerate(reversed(foot)):
        yield Text(left, bottom + DESCENT * 7 * grow * POINT + number * 2.6 * grow, line.text, line.size)
    yield from _edge_diagram(label, (right - side, bottom, right, top - side - 0.5), strokes, marks)


def paragraph(
    words: str, size: float, corner: Point, width: float, *, bold: bool = False, lines: int = 1, smallest: float = 5.5
) -> tuple[Text, ...]:
    """Words below an upper left corner: on one line in a smaller size, else on `lines` lines, never wider than `width`.

    One line may shrink to two thirds before a second line is begun. What does not fit at `smallest` points
    ends in an ellipsis.
    """
    if not words:
        return ()
    drawn = fitted(words, size, width, bold=bold, smallest=max(smallest, size * 0.66))
    rows: Sequence[str] = (words,)
    while not fits(words, drawn, width, bold=bold):
        rows = wrapped(words, drawn, width, bold=bold)
        if len(rows) <= lines:
            break
        if drawn <= smallest:
            last = " ".join(rows[lines - 1 :])
            rows = (*rows[: lines - 1], shortened(last, drawn, width, bold=bold))
            break
        drawn = max(smallest, drawn - 0.5)
    em = drawn * POINT
    return tuple(
        Text(corner[0], corner[1] - (ASCENT + number * 1.05) * em, row, drawn, bold=bold)
        for number, row in enumerate(rows)
    )


def _marks(edges: Edges, room: float, strokes: BandStrokes) -> dict[str, str]:
    """What stands at a banded edge, by band code: the code, or where one of them is too long a letter for each.

    The letters are those of the whole project, so that the same band has the same letter on every label.
    """
    codes = [code for code in strokes if code in edges.codes]
    if all(fits(code, 5.5, room * 0.75) for code in codes):
        return {code: code for code in codes}
    order = list(strokes)
    return {code: letters(order.index(code)) for code in codes}


def _edge_diagram(label: Label, box: Box, strokes: BandStrokes, marks: Mapping[str, str]) -> Iterator[Item]:
    """The part with its length lying: a thick line and the code at each banded edge, and the grain inside."""
    left, bottom, right, top = box
    grow = min(1.6, (right - left) / 16)
    across = along = 3.0 * max(1.0, grow)
    low, high = (left + across, bottom + along), (right - across, top - along)
    if high[0] - low[0] < 4 or high[1] - low[1] < 3:
        return
    yield Rectangle(low[0], low[1], high[0] - low[0], high[1] - low[1], THIN)
    yield from band_lines(label.edges, low, high, strokes, 0.0)
    centre = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    middle, width, height = Anchor.MIDDLE, high[0] - low[0], top - bottom
    edges, size = label.edges, 6.5 * max(1.0, grow)
    beside = size * POINT
    for code, x, y, turned, room in (
        (edges.bottom, centre[0], low[1] - 0.6 - ASCENT * beside, 0.0, width),
        (edges.top, centre[0], high[1] + 0.6 + DESCENT * beside, 0.0, width),
        (edges.left, low[0] - 0.5 - DESCENT * beside, centre[1], 90.0, height),
        (edges.right, high[0] + 0.5 + ASCENT * beside, centre[1], 90.0, height),
    ):
        if code is not None:
            mark = marks[code]
            yield Text(x, y, mark, fitted(mark, size, room), middle, rotation=turned)
    if label.grain is Grain.LENGTH:
        reach = width * 0.3
        yield from double_arrow((centre[0] - reach, centre[1]), (centre[0] + reach, centre[1]))
    elif label.grain is Grain.WIDTH:
        reach = (high[1] - low[1]) * 0.35
        yield from double_arrow((centre[0], centre[1] - reach), (centre[0], centre[1] + reach))
