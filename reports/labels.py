"""Labels: one for each piece that comes off the saw, in saw order, on sheets of labels or on a roll."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from furnishing.errors import Fault, InputError
from furnishing.grain import Grain
from furnishing.parts import Edges
from reports.bands import BandStrokes, band_lines, band_strokes, outline_bands
from reports.check_character import checked
from reports.drawing import (
    ASCENT,
    DESCENT,
    THIN,
    VISIBLE,
    Anchor,
    Document,
    Drawing,
    Item,
    Point,
    Polyline,
    Rectangle,
    Text,
    moved,
)
from reports.figure import double_arrow
from reports.label_run import EVERY_LABEL, LabelRun
from reports.label_texts import Label, label_texts
from reports.label_words import label_words
from reports.places import letters
from reports.project import Project
from reports.qr import qr
from reports.render.fonts import POINT
from reports.space import Box
from reports.wrapping import fits, fitted


def labels(project: Project, run: LabelRun = EVERY_LABEL) -> Document:
    """The label pages of a project: a label for every copy of every piece, in the order of the saw.

    Raises InputError where the run asks for a part that is on no sheet.
    """
    layout, strokes = run.layout, band_strokes(project)
    places: list[Label | None] = [*([None] * run.skip), *_wanted(tuple(label_texts(project)), run.only)]
    pages = [places[first : first + layout.count] for first in range(0, len(places), layout.count)] or [[]]
    return tuple(
        Drawing(
            width=layout.paper.width,
            height=layout.paper.height,
            items=moved(
                (
                    item
                    for place, label in enumerate(page)
                    if label is not None
                    for item in _draw(label, layout.box(place), strokes)
                ),
                run.right,
                -run.down,
            ),
            title=project.locale.text(
                "page.title_of_page",
                paper=project.locale.text("labels.title"),
                project=project.name,
                page=number,
                pages=len(pages),
            ),
        )
        for number, page in enumerate(pages, start=1)
    )


def _wanted(every: Sequence[Label], only: Sequence[str]) -> Iterator[Label]:
    """All labels, or that of each id asked for, once."""
    if not only:
        yield from every
        return
    by_id = {label.id: label for label in reversed(every)}
    missing = [id for id in only if id not in by_id]
    if missing:
        near = {id: get_close_matches(id, by_id, n=1) for id in missing}
        raise InputError(
            Fault("label", f"no sheet has a part {id!r}" + (f"; did you mean {found[0]!r}?" if found else ""))
            for id, found in near.items()
        )
    yield from (by_id[id] for id in dict.fromkeys(only))


def _draw(label: Label, box: Box, strokes: BandStrokes) -> Iterator[Item]:
    """One label in its box: words on the left, QR code and edge diagram on the right."""
    left, bottom, right, top = box
    height = top - bottom
    side = min(height * 0.54, (right - left) * 0.3)
    yield qr(checked(label.id), right - side, top - side, side)
    marks = _marks(label.edges, side - 6.0 * max(1.0, min(1.6, side / 16)), strokes)
    yield from label_words(label, marks, (left, bottom, right - side - 1.5, top))
    yield from _edge_diagram(label, (right - side, bottom, right, top - side - 0.5), strokes, marks)


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
    # On a tall label it stays below the code and does not grow into a tower.
    low = (low[0], max(low[1], high[1] - (high[0] - low[0])))
    yield Rectangle(low[0], low[1], high[0] - low[0], high[1] - low[1], THIN)
    if label.outline:
        width, height = high[0] - low[0], high[1] - low[1]
        corners = tuple((low[0] + u * width, low[1] + v * height) for u, v in label.outline)
        yield Polyline(corners, VISIBLE, closed=True)
        yield from outline_bands(label.edges, corners, low, high, strokes, 0.0)
    else:
        yield from band_lines(label.edges, low, high, strokes, 0.0)
    centre = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
    middle, width, height = Anchor.MIDDLE, high[0] - low[0], high[1] - low[1]
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
    yield from _grain_arrow(label.grain, centre, width, height)


def _grain_arrow(grain: Grain | None, centre: Point, width: float, height: float) -> tuple[Item, ...]:
    """The direction of the grain in the middle of a diagram, nothing where there is none."""
    x, y = centre
    if grain is Grain.LENGTH:
        return double_arrow((x - width * 0.3, y), (x + width * 0.3, y))
    return double_arrow((x, y - height * 0.35), (x, y + height * 0.35)) if grain is Grain.WIDTH else ()
