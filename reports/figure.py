"""The figure of a sheet: board, pieces with ids and sizes, bands, offcuts, waste, saw lines with their numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from cutting.pieces import Board, Direction, Rect, Saw
from cutting.plan import Placed, Sheet
from cutting.sequence import Kind, Step, saw_order
from furnishing.grain import Grain
from reports.bands import band_lines, band_strokes, lying
from reports.dimensions import View, dimension
from reports.drawing import (
    CAPITAL,
    CHAIN,
    DOTTED,
    HAIR,
    THIN,
    VISIBLE,
    WASTE,
    Anchor,
    Circle,
    Hatch,
    Item,
    Line,
    Point,
    Polyline,
    Rectangle,
    Stroke,
    Text,
)
from reports.figure_base import (
    APART,
    BAND_INSET,
    BOTTOM,
    KERF,
    LEAST,
    LEFT,
    RIGHT,
    RING,
    SIZES,
    TOP,
    WORDS_INSET,
    Figure,
    filled,
)
from reports.figure_names import across, callout, letter, offcut_words, piece_words, recut_names, strip_names
from reports.places import middle
from reports.project import Project
from reports.render.fonts import POINT, text_width
from reports.saw_lines import offcut_codes
from reports.space import Box, Space, box_of, inside
from reports.text.locale import Locale

ISO_SCALES = (1.0, 2.0, 5.0, 10.0, 20.0, 50.0)
"""Reductions of ISO 5455."""

ISO_LEAST = 0.8
"""How large, to the largest possible, a figure must be at a scale of ISO 5455; else it fills its room."""


def fitting_scale(board: Board, width: float, height: float) -> float:
    """The scale of ISO 5455 at which a board fits a room; where that would leave it small, the largest to half a step.

    The title block states either.
    """
    exact = max(board.length / 1000 / (width - LEFT - RIGHT), board.width / 1000 / (height - BOTTOM - TOP))
    standard = next((scale for scale in ISO_SCALES if scale >= exact), math.inf)
    return standard if exact / standard >= ISO_LEAST else math.ceil(exact * 2) / 2


def sheet_figure(project: Project, sheet: Sheet, done: Sequence[Step], view: View) -> Figure:
    """The figure of one sheet; `view` puts the lower left corner of the raw board on the page."""
    board, locale = project.board(sheet), project.locale
    figure = Figure(view)
    _board(figure, board, locale)
    _leaves(figure, project, sheet)
    insets = _insets(project, sheet)
    # Letters of small pieces take their places before the numbers of cuts, words of large ones after them.
    small = [placed for placed in sheet.placed if piece_words(figure, placed, insets[placed], Space(), locale) is None]
    # In the order of the saw, so that the letters run down the list of cuts.
    order = {placed: number for number, placed in enumerate(saw_order(sheet, project.job.saw))}
    by_saw = sorted(small, key=lambda one: order[one])
    slivers = [placed for placed in by_saw if not letter(figure, placed) and not across(figure, placed)]
    strip_names(figure, sheet, project.job.saw)
    for step in done:
        _saw_line(figure, step, project.job.saw, board)
    for placed in slivers:
        callout(figure, placed, board)
    for placed in sorted(set(sheet.placed) - set(small), key=lambda one: (-one.rect.area, one.x, one.y)):
        words = piece_words(figure, placed, insets[placed], figure.space, locale)
        figure.items.extend(words or ())
        if words is None and not letter(figure, placed) and not across(figure, placed):
            callout(figure, placed, board)
    recut_names(figure, sheet, project.job.saw)
    _marks(figure, project, sheet)
    codes = offcut_codes(project, sheet)
    for rect in sheet.offcuts:
        offcut_words(figure, rect, codes[rect.length, rect.width], locale)
    figure.items.extend(figure.rings)
    return figure


def _leaves(figure: Figure, project: Project, sheet: Sheet) -> None:
    """What a sheet is divided into: waste hatched, pieces white with their bands, offcuts dotted."""
    parts, strokes = project.parts, band_strokes(project)
    for rect in _waste(sheet):
        box = figure.box(rect, APART)
        figure.items += [filled(box, WASTE), _hatch(box, 2.5, 45.0, WASTE)]
    for placed in sheet.placed:
        box = figure.box(placed.rect, APART)
        thin = min(VISIBLE.width, 0.1 * min(box[2] - box[0], box[3] - box[1]))
        figure.items.append(filled(box, replace(VISIBLE, width=max(0.1, thin))))
        if placed.id in parts:
            edges = lying(parts[placed.id].edges, placed)
            figure.items.extend(band_lines(edges, box[:2], box[2:], strokes, BAND_INSET))
    for rect in sheet.offcuts:
        box = figure.box(rect, APART)
        figure.items += [filled(box, DOTTED), _hatch(box, 4.0, 135.0, DOTTED)]


def _insets(project: Project, sheet: Sheet) -> dict[Placed, float]:
    """How far inside each piece its words stand: behind its bands where it has any."""
    banded = {part.id for part in project.parts.values() if any(part.edges.codes)}
    return {placed: WORDS_INSET if placed.id in banded else 0.8 for placed in sheet.placed}


def _marks(figure: Figure, project: Project, sheet: Sheet) -> None:
    """The places of pieces in matched sets and the grain, where there is room for them."""
    pieces, matched = project.pieces, project.matched
    for placed in sheet.placed:
        box = figure.box(placed.rect, APART)
        within = (box[0] + WORDS_INSET, box[1] + WORDS_INSET, box[2] - WORDS_INSET, box[3] - WORDS_INSET)
        if placed.id in matched:
            heights = (0.35, 0.65, 0.22, 0.78, 0.5)
            text = figure.space.place(middle(matched[placed.id], within, (11.0, 9.0, LEAST), heights=heights), within)
            figure.items += [text] if text is not None else []
        if pieces[placed.id].grain is not Grain.FREE:
            _grain_arrow(figure, figure.box(placed.rect))


def _hatch(box: Box, spacing: float, angle: float, stroke: Stroke) -> Hatch:
    return Hatch(box[0], box[1], box[2] - box[0], box[3] - box[1], spacing, angle, stroke)


def _board(figure: Figure, board: Board, locale: Locale) -> None:
    """The raw board in grey, so that what the blade eats shows as grey lines, with its sizes outside."""
    left, bottom, right, top = figure.box(Rect(0, 0, board.length, board.width))
    figure.items += [Rectangle(left, bottom, right - left, top - bottom, VISIBLE, KERF)]
    sizes = (
        *dimension((left, bottom), (right, bottom), locale.length(board.length), offset=-6.0, size=SIZES),
        *dimension((left, bottom), (left, top), locale.length(board.width), offset=1.9, size=SIZES),
    )
    figure.items += sizes
    for text in (item for item in sizes if isinstance(item, Text)):
        figure.space.take(box_of(text))


def _waste(sheet: Sheet) -> Iterator[Rect]:
    for leaf in sheet.cuts.leaves() if sheet.cuts else ():
        if leaf.piece is None and not leaf.offcut:
            yield leaf.rect


def _saw_line(figure: Figure, step: Step, saw: Saw, board: Board) -> None:
    """The line of one cut in thin chain, and its number in a ring: outside the board where the cut is a first one."""
    usable, middle = saw.usable(board), step.position + saw.kerf // 2
    panel = step.panel
    if step.direction is Direction.LENGTH:
        start, end = figure.view.at(panel.x, middle), figure.view.at(panel.x + panel.length, middle)
    else:
        start, end = figure.view.at(middle, panel.y), figure.view.at(middle, panel.y + panel.width)
    edge = figure.view.at(board.length, board.width)
    along = (1.0, 0.0) if step.direction is Direction.LENGTH else (0.0, 1.0)
    beyond = edge[0] - end[0] if step.direction is Direction.LENGTH else edge[1] - end[1]
    length = math.dist(start, end)
    # Only a cut through the whole usable board may be drawn on beyond it: others would cross pieces they never cut.
    whole = step.kind is Kind.TRIM or step.length >= (usable.length if along[0] else usable.width)
    outside = [length + beyond + far for far in (3.2, 8.2)] if whole else []
    ring = _radius(step)
    inward = [length - ring - 0.4 - 1.5 * number for number in range(int(max(0.0, length - 2 * ring) / 1.5) + 1)]
    aside = [] if length > 4 * ring else [side * sign for side in (4.6, 9.2, 13.8, 18.4, 23.0) for sign in (-1, 1)]
    places = [*((at, 0.0) for at in (*outside, *inward)), *((length / 2, side) for side in aside)]
    # Rings stay on the figure: beside the board only where its margins are kept for them.
    frame = (figure.view.x - ring, figure.view.y - ring, edge[0] + RIGHT, edge[1] + TOP)
    free = _free_ring(figure, start, along, places, frame, ring)
    tip = max(free[0] if free else 0.0, length)
    figure.items.append(Line(start, (start[0] + along[0] * tip, start[1] + along[1] * tip), CHAIN))
    if free is None:
        figure.unnumbered += 1
        return
    at, side = free
    centre = (start[0] + along[0] * at + along[1] * side, start[1] + along[1] * at + along[0] * side)
    if side:
        figure.items.append(Line((start[0] + along[0] * at, start[1] + along[1] * at), centre, HAIR))
    figure.rings += [Circle(*centre, ring, THIN, "#ffffff"), _ring_text(centre, str(step.number))]


def _radius(step: Step) -> float:
    """Numbers of three figures need a larger ring: no number is smaller than the rest."""
    return max(RING, text_width(str(step.number), LEAST, bold=True) / 2 + 0.3)


def _free_ring(
    figure: Figure, start: Point, along: Point, places: Sequence[tuple[float, float]], frame: Box, ring: float
) -> tuple[float, float] | None:
    """Where, so far along a line and so far beside it, a ring finds room; None where there is none."""
    for at, side in places:
        x, y = start[0] + along[0] * at + along[1] * side, start[1] + along[1] * at + along[0] * side
        box = (x - ring, y - ring, x + ring, y + ring)
        if inside(box, frame) and figure.space.is_free(box):
            figure.space.take(box)
            return at, side
    return None


def _ring_text(centre: Point, words: str) -> Text:
    return Text(centre[0], centre[1] - CAPITAL * LEAST * POINT / 2, words, LEAST, Anchor.MIDDLE, bold=True)


def _grain_arrow(figure: Figure, box: Box) -> None:
    """A short double arrow along the grain, where there is room: the grain of a board runs along its length."""
    for down in (0.75, 0.3, 0.85, 0.2):
        for share in (0.5, 0.7, 0.3):
            x = box[0] + (box[2] - box[0]) * share
            y = box[1] + (box[3] - box[1]) * down
            room = (x - 5.5, y - 1.4, x + 5.5, y + 1.4)
            if inside(room, box) and figure.space.is_free(room):
                figure.space.take(room)
                figure.items.extend(double_arrow((x - 5, y), (x + 5, y)))
                return


def double_arrow(start: Point, end: Point) -> tuple[Item, ...]:
    """An arrow with heads at both ends: the mark for the direction of the grain."""
    angle = math.atan2(end[1] - start[1], end[0] - start[0])
    size = min(2.0, math.dist(start, end) / 4)  # A short arrow keeps a shaft between its heads.

    def head(tip: Point, heading: float) -> Polyline:
        back = [
            (tip[0] - size * math.cos(heading + turn), tip[1] - size * math.sin(heading + turn)) for turn in (-0.4, 0.4)
        ]
        return Polyline((tip, *back), None, "#000000", closed=True)

    return (Line(start, end, THIN), head(end, angle), head(start, angle + math.pi))
