"""The figure of a part: both faces below each other, as if turned over the long edge between them, and its edges.

The face that shows x and y unmirrored lies on top; below it the bottom edge, and the other face with y running down
from the same corner. So everything is measured from one corner, and a hole stands above its own x in both faces.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from furnishing.machining import Face, upper_face
from furnishing.units import Length
from reports.bands import BandStrokes, band_lines, outline_bands
from reports.chains import bounds
from reports.drawing import HAIR, HIDDEN, THIN, VISIBLE, Circle, Item, Line, Polyline, Rectangle, Stroke, Text
from reports.part_drawing_marks import (
    APART,
    Pane,
    Sheet,
    face_name,
    grain_sign,
    number,
    numbered,
    origin_sign,
    radius_of,
)
from reports.part_drawing_ordinates import REACH, Scale, Way, ordinates
from reports.part_drawing_rows import Cut, Holes, rows
from reports.part_drawing_shapes import Shape
from reports.space import box_of, overlapping
from reports.text.locale import Locale

SCALES: Final = (1, 2, 2.5, 3, 4, 5, 6, 7.5, 8, 10, 12, 15, 20, 25, 30, 40, 50)
"""Those of ISO 5455 and steps between them, as the largest figure counts more here."""

FACES_APART: Final = 8.0
STRIP: Final = 2.2
"""An edge is drawn at least this high, so that its holes are seen."""

BAND_INSET: Final = 0.8

WOOD: Final = "#fbfaf6"
GROOVE: Final = "#d9d9d9"


def part_figure(
    shape: Shape, strokes: BandStrokes, room: tuple[float, float], locale: Locale
) -> tuple[float, tuple[Item, ...]]:
    """The figure at the largest scale that fits `room` (mm of paper), its items around an origin of their own."""
    items: tuple[Item, ...] = ()
    for scale in SCALES:
        if not _may_fit(_panes(shape, scale), room):
            continue
        items = drawn(shape, strokes, scale, locale)
        left, bottom, right, top = bounds(items)
        if right - left <= room[0] and top - bottom <= room[1]:
            return scale, items
    return SCALES[-1], items or drawn(shape, strokes, SCALES[-1], locale)


def _may_fit(panes: Sequence[Pane], room: tuple[float, float]) -> bool:
    """Whether panes leave room for the shortest sizes above them and on their left: cheaper than drawing them."""
    width = max(pane.left + pane.width for pane in panes) - min(pane.left for pane in panes)
    height = max(pane.bottom + pane.height for pane in panes) - min(pane.bottom for pane in panes)
    return width + REACH <= room[0] and height + REACH <= room[1]


def drawn(shape: Shape, strokes: BandStrokes, scale: float, locale: Locale) -> tuple[Item, ...]:
    """The figure at a scale; the origin of the upper face lies at 0, 0."""
    sheet = Sheet(shape, scale, locale)
    panes = _panes(shape, scale)
    holes, cuts = rows(shape)
    for pane in panes:
        _pane(sheet, pane, strokes)
        for cut in cuts:
            _cut(sheet, pane, cut)
        for row in holes:
            _holes(sheet, pane, row)
    for pane in panes:
        if pane.face in {Face.A, Face.B}:
            origin_sign(sheet, pane)
            face_name(sheet, pane)
    for pane in panes:
        for row in holes:
            if row.kind.face is pane.face:
                numbered(sheet, pane, row)
        for cut in cuts:
            if cut.kind.face is pane.face:
                low = pane.at(cut.kind.x, cut.kind.y)
                high = pane.at(cut.kind.x + cut.kind.dx, cut.kind.y + cut.kind.dy)
                middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
                spots = [middle, ((low[0] * 3 + high[0]) / 4, (low[1] * 3 + high[1]) / 4), low]
                number(sheet, pane, cut.number, spots, min(abs(high[0] - low[0]), abs(high[1] - low[1])) / 2)
    for pane in panes:
        if pane.face in {Face.A, Face.B}:
            grain_sign(sheet, pane)
    _sizes(sheet, panes)
    return tuple(sheet.items)


def faces_shown(shape: Shape) -> tuple[Face, ...]:
    """The faces that a drawing shows: those with work in them, the upper one first; the upper one where none has."""
    upper = upper_face(shape.part)
    lower = Face.B if upper is Face.A else Face.A
    worked = _worked(shape)
    return (upper, lower) if lower in worked else (upper,)


def _worked(shape: Shape) -> set[Face]:
    """The faces and edges with work in them."""
    return {hole.face for hole in shape.drillings} | {cut.face for cut in shape.millings}


def _panes(shape: Shape, scale: float) -> tuple[Pane, ...]:
    part = shape.part
    width, height = part.length / 1000 / scale, part.width / 1000 / scale
    strip = max(part.thickness / 1000 / scale, STRIP)
    worked = _worked(shape)
    shown = faces_shown(shape)
    long, deep, thick = part.length, part.width, part.thickness
    panes = [Pane(shown[0], 0.0, 0.0, width, height, long, deep)]
    if Face.TOP in worked:
        panes.append(Pane(Face.TOP, 0.0, height + APART, width, strip, long, thick))
    if Face.LEFT in worked:
        panes.append(Pane(Face.LEFT, -APART - strip, 0.0, strip, height, deep, thick, upright=True))
    if Face.RIGHT in worked:
        panes.append(Pane(Face.RIGHT, width + APART, 0.0, strip, height, deep, thick, upright=True))
    below = 0.0
    if Face.BOTTOM in worked:
        below -= APART + strip
        panes.append(Pane(Face.BOTTOM, 0.0, below, width, strip, long, thick))
    if len(shown) > 1:
        below -= (APART if below else FACES_APART) + height
        panes.append(Pane(shown[1], 0.0, below, width, height, long, deep, down=True))
    return tuple(panes)


def _pane(sheet: Sheet, pane: Pane, strokes: BandStrokes) -> None:
    """The outline of a face with its bands, or the rectangle of an edge."""
    part = sheet.shape.part
    if pane.face not in {Face.A, Face.B}:
        sheet.items.append(Rectangle(pane.left, pane.bottom, pane.width, pane.height, THIN, WOOD))
        sheet.frame(pane.box)
        return
    ring = tuple(pane.at(x, y) for x, y in sheet.shape.outline)
    sheet.items.append(Polyline(ring, VISIBLE, WOOD, closed=True))
    if not sheet.shape.rectangular:
        sheet.items.append(Rectangle(pane.left, pane.bottom, pane.width, pane.height, HIDDEN))
        for one, other in zip(ring, (*ring[1:], ring[0]), strict=True):
            sheet.rule(one, other)
    edges = part.edges
    if pane.down:
        edges = type(edges)(bottom=edges.top, top=edges.bottom, left=edges.left, right=edges.right)
    low, high = pane.box[:2], pane.box[2:]
    if sheet.shape.rectangular:
        bands = band_lines(edges, low, high, strokes, BAND_INSET)
    else:
        bands = outline_bands(edges, ring, low, high, strokes, BAND_INSET)
    sheet.items += bands
    for line in bands:
        # A number on a dashed band is hard to read.
        xs, ys = zip(line.start, line.end, strict=True)
        half = line.stroke.width / 2
        sheet.space.take((min(xs) - half, min(ys) - half, max(xs) + half, max(ys) + half))


def _cut(sheet: Sheet, pane: Pane, cut: Cut) -> None:
    """A groove in its own face grey, and dashed where it lies in the other; what goes through is white in both."""
    kind = cut.kind
    whole = kind.through and pane.face in {Face.A, Face.B}
    hidden = not kind.through and {kind.face, pane.face} == {Face.A, Face.B}
    if not (whole or hidden or kind.face is pane.face):
        return
    low, high = pane.at(kind.x, kind.y), pane.at(kind.x + kind.dx, kind.y + kind.dy)
    left, right = sorted((low[0], high[0]))
    bottom, top = sorted((low[1], high[1]))
    stroke = HIDDEN if hidden else THIN if not whole else VISIBLE
    fill = None if hidden else "#ffffff" if whole else GROOVE
    sheet.items.append(Rectangle(left, bottom, right - left, top - bottom, stroke, fill))
    sheet.frame((left, bottom, right, top))
    if whole:
        if min(right - left, top - bottom) > 2.0:
            sheet.space.take((left, bottom, right, top))
        sheet.items += [Line((left, bottom), (right, top), HAIR), Line((left, top), (right, bottom), HAIR)]


def _holes(sheet: Sheet, pane: Pane, row: Holes) -> None:
    """Blind holes as rings, through holes filled; those of the other face are not shown unless they go through."""
    through = row.kind.through and pane.face in {Face.A, Face.B}
    if row.kind.face is not pane.face and not through:
        return
    radius = radius_of(sheet, row)
    for spot in row.spots:
        x, y = pane.at(*spot)
        small = radius < 0.8
        fill = "#000000" if row.kind.through and small else "#ffffff"
        sheet.items.append(Circle(x, y, radius, Stroke(0.18) if small else THIN, fill))
        if not small:
            reach = radius + 0.6
            sheet.items += [Line((x - reach, y), (x + reach, y), HAIR), Line((x, y - reach), (x, y + reach), HAIR)]
        sheet.space.take((x - radius - 0.2, y - radius - 0.2, x + radius + 0.2, y + radius + 0.2))


def _sizes(sheet: Sheet, panes: Sequence[Pane]) -> None:
    """Running sizes: x of the upper face and of the long edges above, of the other face below; y beside each face."""
    part, shape = sheet.shape.part, sheet.shape
    faces = [pane for pane in panes if pane.face in {Face.A, Face.B}]
    left = min(pane.left for pane in panes)
    right = max(pane.left + pane.width for pane in panes)
    top = max(pane.bottom + pane.height for pane in panes)
    bottom = min(pane.bottom for pane in panes)
    upper = {faces[0].face, Face.TOP, Face.BOTTOM}
    above = Scale(way=Way.ABOVE, zero=0.0, base=top, scale=sheet.scale, size=part.length)
    corners = [] if shape.rectangular else list(shape.outline)
    sheet.items += ordinates(above, [*_places(shape, upper, 0), *(x for x, _ in corners)], sheet.locale)
    if len(faces) > 1:
        below = Scale(way=Way.BELOW, zero=0.0, base=bottom, scale=sheet.scale, size=part.length)
        sheet.items += ordinates(below, _places(shape, {faces[1].face}, 0), sheet.locale)
    free = _beside(sheet, faces, left, right, math.inf)
    sheet.items += free if not _clash(free) else _beside(sheet, faces, left, right, FACES_APART / 2 - 1.5)


def _beside(sheet: Sheet, faces: Sequence[Pane], left: float, right: float, beyond: float) -> list[Item]:
    """The running sizes of y on both sides, none standing further than `beyond` past the end of its face."""
    part, shape = sheet.shape.part, sheet.shape
    corners = [] if shape.rectangular else [y for _, y in shape.outline]
    items: list[Item] = []
    for pane, edges in zip(faces, ({Face.LEFT, Face.RIGHT}, set[Face]()), strict=False):
        zero, sense = (pane.bottom + pane.height, -1) if pane.down else (pane.bottom, 1)
        beside = Scale(
            way=Way.LEFT,
            zero=zero,
            base=pane.left if pane.down else left,
            scale=sheet.scale,
            size=part.width,
            sense=sense,
            beyond=beyond,
        )
        places = _places(shape, {pane.face}, 1) + _places(shape, edges & {Face.LEFT}, 0)
        items += ordinates(beside, [*places, *corners], sheet.locale)
        ends = _places(shape, edges & {Face.RIGHT}, 0)
        if ends:
            right_side = Scale(way=Way.RIGHT, zero=zero, base=right, scale=sheet.scale, size=part.width, beyond=beyond)
            items += ordinates(right_side, ends, sheet.locale)
    return items


def _clash(items: Iterable[Item]) -> bool:
    """Whether sizes of one face, moved apart, stand on those of the other."""
    boxes = [box_of(item) for item in items if isinstance(item, Text)]
    return any(overlapping(one, other) for one, other in combinations(boxes, 2))


def _places(shape: Shape, faces: Iterable[Face], axis: int) -> list[Length]:
    """The x (axis 0) or y (1) of all that is worked in these faces, through holes where they are drilled."""
    wanted = set(faces)
    found = [(hole.x, hole.y)[axis] for hole in shape.drillings if hole.face in wanted]
    for cut in shape.millings:
        if cut.face in wanted:
            start, size = ((cut.x, cut.dx), (cut.y, cut.dy))[axis]
            found += [start, start + size]
    return found
