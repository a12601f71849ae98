"""The figure of a sheet: board, pieces with ids and sizes, bands, offcuts, waste, saw lines with their numbers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cutting.pieces import Board, Direction, Rect
from cutting.plan import Placed, Sheet
from furnishing.grain import Grain
from furnishing.units import Length, show
from reports.bands import band_lines, band_strokes, lying
from reports.dimensions import View, dimension
from reports.drawing import (
    ASCENT,
    CAPITAL,
    CHAIN,
    DESCENT,
    DOTTED,
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
from reports.project import Project
from reports.render.fonts import POINT
from reports.space import Box, Space, box_of, inside
from reports.steps import Kind, Step

SIZES = 11.0
"""Points of a size on a figure, and of a step in the list: read at arm's length."""

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
    board, parts, strokes = project.board(sheet), project.parts, band_strokes(project)
    figure = Figure(view)
    _board(figure, board)
    for rect in _waste(sheet):
        box = figure.box(rect, APART)
        figure.items += [_filled(box, WASTE), _hatch(box, 2.5, 45.0, WASTE)]
    for placed in sheet.placed:
        box = figure.box(placed.rect, APART)
        figure.items.append(_filled(box, VISIBLE))
        if placed.id in parts:
            edges = lying(parts[placed.id].edges, placed)
            figure.items.extend(band_lines(edges, box[:2], box[2:], strokes, BAND_INSET))
    for rect in sheet.offcuts:
        box = figure.box(rect, APART)
        figure.items += [_filled(box, DOTTED), _hatch(box, 4.0, 135.0, DOTTED)]
    for step in done:
        _saw_line(figure, step, project.job.saw.kerf, board)
    pieces = project.pieces
    for placed in sorted(sheet.placed, key=lambda one: -one.rect.area):
        inset = WORDS_INSET if any(parts[placed.id].edges.codes if placed.id in parts else ()) else 0.8
        _piece_words(figure, placed, inset)
        if pieces[placed.id].grain is not Grain.FREE:
            _grain_arrow(figure, figure.box(placed.rect))
    for rect in sheet.offcuts:
        _offcut_words(figure, rect)
    return figure


def _filled(box: Box, stroke: Stroke) -> Rectangle:
    return Rectangle(box[0], box[1], box[2] - box[0], box[3] - box[1], stroke, "#ffffff")


def _hatch(box: Box, spacing: float, angle: float, stroke: Stroke) -> Hatch:
    return Hatch(box[0], box[1], box[2] - box[0], box[3] - box[1], spacing, angle, stroke)


def _board(figure: Figure, board: Board) -> None:
    """The raw board in grey, so that what the blade eats shows as grey lines, with its sizes outside."""
    left, bottom, right, top = figure.box(Rect(0, 0, board.length, board.width))
    figure.items += [Rectangle(left, bottom, right - left, top - bottom, VISIBLE, _KERF)]
    figure.items += dimension((left, bottom), (right, bottom), board.length, offset=-6.0, size=SIZES)
    figure.items += dimension((left, bottom), (left, top), board.width, offset=1.9, size=SIZES)


def _waste(sheet: Sheet) -> Iterator[Rect]:
    for leaf in sheet.cuts.leaves() if sheet.cuts else ():
        if leaf.piece is None and not leaf.offcut:
            yield leaf.rect


def _saw_line(figure: Figure, step: Step, kerf: Length, board: Board) -> None:
    """The line of one cut in thin chain, and its number in a ring: outside the board where the cut is a first one."""
    middle = step.position + kerf // 2
    panel = step.panel
    if step.direction is Direction.LENGTH:
        start, end = figure.view.at(panel.x, middle), figure.view.at(panel.x + panel.length, middle)
    else:
        start, end = figure.view.at(middle, panel.y), figure.view.at(middle, panel.y + panel.width)
    edge = figure.view.at(board.length, board.width)
    along = (1.0, 0.0) if step.direction is Direction.LENGTH else (0.0, 1.0)
    beyond = edge[0] - end[0] if step.direction is Direction.LENGTH else edge[1] - end[1]
    length = math.dist(start, end)
    outside = [length + beyond + far for far in (3.2, 8.2)] if step.kind in (Kind.TRIM, Kind.RIP, Kind.HEAD) else []
    inward = [length - RING - 0.4 - 1.5 * number for number in range(int(max(0.0, length - 2 * RING) / 1.5) + 1)]
    at = _free_ring(figure, start, along, (*outside, *inward))
    centre = (start[0] + along[0] * at, start[1] + along[1] * at)
    tip = max(at, length)
    figure.items.append(Line(start, (start[0] + along[0] * tip, start[1] + along[1] * tip), CHAIN))
    figure.items.append(Circle(*centre, RING, THIN, "#ffffff"))
    figure.items.append(_ring_text(centre, str(step.number)))


def _free_ring(figure: Figure, start: Point, along: Point, places: Sequence[float]) -> float:
    """Where along a line its ring finds room; on the last place, half hidden, where there is none."""
    for at in places:
        x, y = start[0] + along[0] * at, start[1] + along[1] * at
        box = (x - RING, y - RING, x + RING, y + RING)
        if figure.space.is_free(box):
            figure.space.taken.append(box)
            return at
    return places[0]


def _ring_text(centre: Point, words: str) -> Text:
    size = fitted(words, 8.5, 2 * RING - 0.5, bold=True)
    return Text(centre[0], centre[1] - CAPITAL * size * POINT / 2, words, size, Anchor.MIDDLE, bold=True)


def _piece_words(figure: Figure, placed: Placed, inset: float) -> None:
    """Id and both sizes along their sides; in a narrow piece on one line; in a small one a letter for the table."""
    box, rect = figure.box(placed.rect, APART), placed.rect
    within = (box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset)
    groups = (
        _level(show(rect.length), within),
        _upright(show(rect.width), within),
        _middle(placed.id, within, (16.0, 14.0, 12.0, 11.0, 10.0, 9.0, 8.0)),
    )
    words = figure.space.place_all(groups, within)
    if words is None:
        one_line = f"{placed.id}  {show(rect.length)} × {show(rect.width)}"
        words = figure.space.place_all((_middle(one_line, within, (14.0, 12.0, 11.0)),), within)
    if words is None:
        letter = letters(figure.keys.setdefault(placed.id, len(figure.keys)))
        tight = (box[0] + 0.3, box[1] + 0.3, box[2] - 0.3, box[3] - 0.3)
        words = figure.space.place_all((_middle(letter, tight, (14.0, 11.0, 8.0, 6.5, 5.5)),), tight)
        if words is None:
            words = (_centred(letter, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 5.5, 0.0),)
    figure.items.extend(words)


def letters(number: int) -> str:
    """A, B, ... Z, AA, AB, ...: letters, as figures number the cuts."""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _level(words: str, within: Box) -> Iterator[Text]:
    """Places for a size along the lower side, else the upper."""
    em = SIZES * POINT
    for y in (within[1] + DESCENT * em, within[3] - ASCENT * em):
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            x = within[0] + (within[2] - within[0]) * share
            yield Text(x, y, words, SIZES, Anchor.MIDDLE)


def _upright(words: str, within: Box) -> Iterator[Text]:
    """Places for a size along the left side, else the right, read from the right."""
    em = SIZES * POINT
    for x in (within[0] + ASCENT * em, within[2] - DESCENT * em):
        for share in (0.5, 0.35, 0.65, 0.2, 0.8):
            y = within[1] + (within[3] - within[1]) * share
            yield Text(x, y, words, SIZES, Anchor.MIDDLE, rotation=90.0)


def _middle(words: str, within: Box, sizes: Sequence[float]) -> Iterator[Text]:
    """Places for words in the middle of a box: the largest size first, level before upright."""
    for size in sizes:
        for rotation in (0.0, 90.0):
            for down in (0.5, 0.62, 0.4, 0.75, 0.28):
                for share in (0.5, 0.4, 0.6, 0.3, 0.7):
                    x = within[0] + (within[2] - within[0]) * share
                    y = within[1] + (within[3] - within[1]) * down
                    yield _centred(words, x, y, size, rotation)


def _centred(words: str, x: float, y: float, size: float, rotation: float) -> Text:
    lift = CAPITAL * size * POINT / 2
    x, y = (x + lift, y) if rotation else (x, y - lift)
    return Text(x, y, words, size, Anchor.MIDDLE, bold=True, rotation=rotation)


def _grain_arrow(figure: Figure, box: Box) -> None:
    """A short double arrow along the grain, where there is room: the grain of a board runs along its length."""
    for down in (0.75, 0.3, 0.85, 0.2):
        for share in (0.5, 0.7, 0.3):
            x = box[0] + (box[2] - box[0]) * share
            y = box[1] + (box[3] - box[1]) * down
            room = (x - 5.5, y - 1.4, x + 5.5, y + 1.4)
            if inside(room, box) and figure.space.is_free(room):
                figure.space.taken.append(room)
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


def _offcut_words(figure: Figure, rect: Rect) -> None:
    """The size of an offcut on white, as large as there is room for."""
    box = figure.box(rect, APART)
    within = (box[0] + 0.8, box[1] + 0.8, box[2] - 0.8, box[3] - 0.8)
    for words in (f"offcut {show(rect.length)} × {show(rect.width)}", f"{show(rect.length)} × {show(rect.width)}"):
        text = figure.space.place(_middle(words, within, (14.0, 12.0, 11.0)), within)
        if text is not None:
            figure.items += [_filled(box_of(text), HAIR_WHITE), text]
            return
    key = f"offcut {show(rect.length)} × {show(rect.width)}"
    letter = letters(figure.keys.setdefault(key, len(figure.keys)))
    text = figure.space.place(_middle(letter, within, (14.0, 11.0, 8.0, 6.5, 5.5)), within)
    text = text or _centred(letter, (box[0] + box[2]) / 2, (box[1] + box[3]) / 2, 5.5, 0.0)
    figure.items += [_filled(box_of(text), HAIR_WHITE), text]
