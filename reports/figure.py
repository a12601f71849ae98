"""The figure of a sheet: board, pieces with ids and sizes, bands, offcuts, waste, saw lines with their numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

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
    fitted,
)
from reports.places import centred, letters, level, middle, upright
from reports.project import Project
from reports.render.fonts import POINT
from reports.space import Box, Space, box_of, inside
from reports.step_list import offcut_name
from reports.text.locale import Locale

SIZES = 11.0
"""Points of a size on a figure, and of a step in the list: read at arm's length."""

ID_SIZES = (14.0, 12.0, 11.0, 10.0, 9.0, 8.0)
"""Points of an id on a figure, as large as there is room for."""

LEFT, BOTTOM, RIGHT, TOP = 7.0, 8.0, 11.0, 6.5
"""Millimetres beside the board for its dimensions and for the numbers of long cuts."""

BAND_INSET, WORDS_INSET = 1.0, 1.7
"""How far inside a piece its bands are drawn, and its words where it has bands."""

APART = 0.5
"""Millimetres by which everything is drawn smaller, so that a saw line is seen between two outlines."""

RING = 2.2
"""Radius of the ring around the number of a cut."""

HAIR_WHITE = Stroke(0.1, "#ffffff")
_KERF = "#eeeeee"


@dataclass(slots=True)
class Figure:
    """A figure being drawn: what lies on it, which room is taken, and the ids that only fit as a number."""

    view: View
    items: list[Item] = field(default_factory=list)
    space: Space = field(default_factory=Space)
    keys: dict[str, int] = field(default_factory=dict)
    """Number drawn instead of the id and sizes, by piece id."""
    rings: list[Item] = field(default_factory=list)
    """The numbers of cuts and the letters of slivers, drawn over all saw lines."""
    unnumbered: int = 0
    """Cuts whose number found no room: it stands only in the list."""

    def box(self, rect: Rect, shrink: float = 0.0) -> Box:
        """A rectangle of the board on paper, drawn `shrink` millimetres smaller on each side where it is not tiny."""
        left, bottom = self.view.at(rect.x, rect.y)
        width, height = self.view.size(rect.length), self.view.size(rect.width)
        shrink = min(shrink, width / 6, height / 6)
        return (left + shrink, bottom + shrink, left + width - shrink, bottom + height - shrink)


def fitting_scale(board: Board, width: float, height: float) -> float:
    """The scale at which a board fills a room: to half a step, as the largest figure counts more than ISO 5455 here."""
    exact = max(board.length / 1000 / (width - LEFT - RIGHT), board.width / 1000 / (height - BOTTOM - TOP))
    return math.ceil(exact * 2) / 2


def sheet_figure(project: Project, sheet: Sheet, done: tuple[Step, ...], view: View) -> Figure:
    """The figure of one sheet; `view` puts the lower left corner of the raw board on the page."""
    board, parts, strokes, locale = project.board(sheet), project.parts, band_strokes(project), project.locale
    figure = Figure(view)
    _board(figure, board, locale)
    for rect in _waste(sheet):
        box = figure.box(rect, APART)
        figure.items += [_filled(box, WASTE), _hatch(box, 2.5, 45.0, WASTE)]
    for placed in sheet.placed:
        box = figure.box(placed.rect, APART)
        thin = min(VISIBLE.width, 0.1 * min(box[2] - box[0], box[3] - box[1]))
        figure.items.append(_filled(box, replace(VISIBLE, width=max(0.1, thin))))
        if placed.id in parts:
            edges = lying(parts[placed.id].edges, placed)
            figure.items.extend(band_lines(edges, box[:2], box[2:], strokes, BAND_INSET))
    for rect in sheet.offcuts:
        box = figure.box(rect, APART)
        figure.items += [_filled(box, DOTTED), _hatch(box, 4.0, 135.0, DOTTED)]
    pieces = project.pieces
    insets = {
        placed: WORDS_INSET if any(parts[placed.id].edges.codes if placed.id in parts else ()) else 0.8
        for placed in sheet.placed
    }
    # Letters of small pieces take their places before the numbers of cuts, words of large ones after them.
    small = [placed for placed in sheet.placed if _words(figure, placed, insets[placed], Space(), locale) is None]
    # In the order of the saw, so that the letters run down the list of cuts.
    order = {placed: number for number, placed in enumerate(saw_order(sheet, project.job.saw))}
    for placed in sorted(small, key=lambda one: order[one]):
        _letter(figure, placed, figure.rings)
    for step in done:
        _saw_line(figure, step, project.job.saw, board)
    figure.items.extend(figure.rings)
    for placed in sorted(set(sheet.placed) - set(small), key=lambda one: (-one.rect.area, one.x, one.y)):
        words = _words(figure, placed, insets[placed], figure.space, locale)
        if words is None:
            _letter(figure, placed, figure.items)
        else:
            figure.items.extend(words)
        if pieces[placed.id].grain is not Grain.FREE:
            _grain_arrow(figure, figure.box(placed.rect))
    for rect in sheet.offcuts:
        _offcut_words(figure, rect, locale)
    return figure


def _filled(box: Box, stroke: Stroke) -> Rectangle:
    return Rectangle(box[0], box[1], box[2] - box[0], box[3] - box[1], stroke, "#ffffff")


def _hatch(box: Box, spacing: float, angle: float, stroke: Stroke) -> Hatch:
    return Hatch(box[0], box[1], box[2] - box[0], box[3] - box[1], spacing, angle, stroke)


def _board(figure: Figure, board: Board, locale: Locale) -> None:
    """The raw board in grey, so that what the blade eats shows as grey lines, with its sizes outside."""
    left, bottom, right, top = figure.box(Rect(0, 0, board.length, board.width))
    figure.items += [Rectangle(left, bottom, right - left, top - bottom, VISIBLE, _KERF)]
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
    inward = [length - RING - 0.4 - 1.5 * number for number in range(int(max(0.0, length - 2 * RING) / 1.5) + 1)]
    aside = [] if length > 4 * RING else [side * sign for side in (4.6, 9.2, 13.8, 18.4, 23.0) for sign in (-1, 1)]
    places = [*((at, 0.0) for at in (*outside, *inward)), *((length / 2, side) for side in aside)]
    # Rings stay on the figure: beside the board only where its margins are kept for them.
    frame = (figure.view.x - RING, figure.view.y - RING, edge[0] + RIGHT, edge[1] + TOP)
    free = _free_ring(figure, start, along, places, frame)
    tip = max(free[0] if free else 0.0, length)
    figure.items.append(Line(start, (start[0] + along[0] * tip, start[1] + along[1] * tip), CHAIN))
    if free is None:
        figure.unnumbered += 1
        return
    at, side = free
    centre = (start[0] + along[0] * at + along[1] * side, start[1] + along[1] * at + along[0] * side)
    if side:
        figure.items.append(Line((start[0] + along[0] * at, start[1] + along[1] * at), centre, HAIR))
    figure.rings += [Circle(*centre, RING, THIN, "#ffffff"), _ring_text(centre, str(step.number))]


def _free_ring(
    figure: Figure, start: Point, along: Point, places: Sequence[tuple[float, float]], frame: Box
) -> tuple[float, float] | None:
    """Where, so far along a line and so far beside it, a ring finds room; None where there is none."""
    for at, side in places:
        x, y = start[0] + along[0] * at + along[1] * side, start[1] + along[1] * at + along[0] * side
        box = (x - RING, y - RING, x + RING, y + RING)
        if inside(box, frame) and figure.space.is_free(box):
            figure.space.take(box)
            return at, side
    return None


def _ring_text(centre: Point, words: str) -> Text:
    size = fitted(words, 8.5, 2 * RING - 0.5, bold=True)
    return Text(centre[0], centre[1] - CAPITAL * size * POINT / 2, words, size, Anchor.MIDDLE, bold=True)


def _words(figure: Figure, placed: Placed, inset: float, space: Space, locale: Locale) -> tuple[Text, ...] | None:
    """Id and both sizes along their sides, in a narrow piece all on one line; None where neither finds room."""
    box, rect = figure.box(placed.rect, APART), placed.rect
    within = (box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset)
    length, width = locale.length(rect.length), locale.length(rect.width)
    sizes = (tuple(level(length, within, SIZES)), tuple(upright(width, within, SIZES)))
    above = middle(placed.id, within, ID_SIZES, turned=False, heights=(0.84, 0.78))
    one_line = f"{placed.id}  {length} × {width}"
    return (
        space.place_all((*sizes, middle(placed.id, within, ID_SIZES)), within)
        or space.place_all((above, *sizes), within)
        or space.place_all((middle(one_line, within, (14.0, 12.0, 11.0)),), within)
    )


def _letter(figure: Figure, placed: Placed, over: list[Item]) -> None:
    """The letter under which the list beside the figure tells the id of a small piece.

    On a sliver it stands on white, larger than the piece, among the items that are drawn over all lines.
    """
    left, bottom, right, top = figure.box(placed.rect, APART)
    words = letters(figure.keys.setdefault(placed.id, len(figure.keys)))
    for inset, sizes in ((WORDS_INSET, (14.0, 11.0, 8.0)), (0.2, (14.0, 11.0, 8.0))):
        within = (left + inset, bottom + inset, right - inset, top - inset)
        text = figure.space.place(middle(words, within, sizes, turned=False), within)
        if text is not None:
            figure.items.append(text)
            return
    edge = figure.box(Rect(0, 0, placed.x + placed.length, placed.y + placed.width))
    board = (figure.view.x, figure.view.y, edge[2] + RIGHT, edge[3] + TOP)
    along = (
        centred(words, left + (right - left) * across, bottom + (top - bottom) * up, size)
        for size in (8.0, 6.5, 5.5)
        for across, up in ((0.5, 0.5), (0.3, 0.5), (0.7, 0.5), (0.5, 0.3), (0.5, 0.7), (0.15, 0.5), (0.85, 0.5))
    )
    text = figure.space.place(along, board)
    if text is None:
        text = centred(words, (left + right) / 2, (bottom + top) / 2, 5.5)
        figure.space.take(box_of(text))
    over += [_filled(box_of(text), HAIR_WHITE), text]


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

    def head(tip: Point, heading: float) -> Polyline:
        back = [
            (tip[0] - 2.0 * math.cos(heading + turn), tip[1] - 2.0 * math.sin(heading + turn)) for turn in (-0.4, 0.4)
        ]
        return Polyline((tip, *back), None, "#000000", closed=True)

    return (Line(start, end, THIN), head(end, angle), head(start, angle + math.pi))


def _offcut_words(figure: Figure, rect: Rect, locale: Locale) -> None:
    """The size of an offcut on white, as large as there is room for."""
    box = figure.box(rect, APART)
    within = (box[0] + 0.8, box[1] + 0.8, box[2] - 0.8, box[3] - 0.8)
    name = offcut_name(rect.length, rect.width, locale)
    for words in (name, locale.size(rect.length, rect.width)):
        text = figure.space.place(middle(words, within, (14.0, 12.0, 11.0)), within)
        if text is not None:
            figure.items += [_filled(box_of(text), HAIR_WHITE), text]
            return
    letter = letters(figure.keys.setdefault(name, len(figure.keys)))
    text = figure.space.place(middle(letter, within, (14.0, 11.0, 8.0, 6.5, 5.5)), within)
    text = text or centred(letter, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 5.5)
    figure.items += [_filled(box_of(text), HAIR_WHITE), text]
