"""Labels: one for each piece that comes off the saw, in saw order, on sheets of labels or on a roll."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from furnishing.errors import Fault, InputError
from furnishing.grain import Grain
from furnishing.parts import Edges
from reports.bands import BandStrokes, band_lines, band_strokes
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
from reports.places import letters
from reports.project import Project
from reports.qr import qr
from reports.render.fonts import POINT, text_width
from reports.space import Box
from reports.wrapping import fits, fitted, shortened, wrapped


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


SHRINKS: Final = 0.66
"""To which part of its size a line is drawn smaller before a second one is begun."""

_SQUEEZES: Final = (
    *((smallest, "") for smallest in (8.0, 7.5, 7.0, 6.5)),
    *((6.5, least_needed) for least_needed in ("finished", "owner", "material", "next", "name")),
    *((smallest, "") for smallest in (6.0, 5.5)),
)
"""What is tried in turn until the words of a label have room: their least size, and what is left out from there on."""


def _without(label: Label, field: str) -> Label:
    match field:
        case "finished":
            return replace(label, finished="")
        case "material":
            return replace(label, material="")
        case "next":
            return replace(label, next="")
        case "name":
            return replace(label, name="")
        case "owner":
            return replace(label, foot=label.foot[-1:])
    return label


def _draw(label: Label, box: Box, strokes: BandStrokes) -> Iterator[Item]:
    """One label in its box: words on the left, QR code and edge diagram on the right."""
    left, bottom, right, top = box
    height = top - bottom
    side = min(height * 0.54, (right - left) * 0.3)
    yield qr(checked(label.id), right - side, top - side, side)
    room = right - side - 1.5 - left
    marks = _marks(label.edges, side - 6.0 * max(1.0, min(1.6, side / 16)), strokes)
    grow = min(1.6, height / 33)
    # As large as the label has room for; where words would meet at the least size, the least needed go.
    shown = label
    for smallest, without in _SQUEEZES:
        shown = _without(shown, without)
        above = _above(shown, marks, (left, top), room, grow, smallest)
        foot = _foot(shown, (left, bottom), room, grow, smallest)
        if _lowest(above, top) >= max((line.y + ASCENT * line.size * POINT for line in foot), default=bottom):
            break
    yield from (*above, *foot)
    yield from _edge_diagram(label, (right - side, bottom, right, top - side - 0.5), strokes, marks)


def _above(
    label: Label, marks: Mapping[str, str], corner: Point, room: float, grow: float, smallest: float
) -> tuple[Text, ...]:
    """The words of a label from its upper left corner down, none below `smallest` points."""
    bands = ", ".join(f"{mark} = {code}" for code, mark in marks.items() if mark != code)
    found: list[Text] = []
    y = corner[1]
    for words, points, bold, lines in (
        (label.id, 14.0, True, 2),
        (label.name, 8.5, False, 2),
        (label.cut, 14.0, True, 2),
        (label.finished, 8.5, False, 2),
        (label.second_cut, 8.5, True, 3),
        (label.material, 8.5, False, 2),
        (label.next, 8.5, True, 2),
        (bands, 8.0, False, 2),
    ):
        # The thickness at the end of a material's name should not stand alone on a line.
        least = min(smallest, 7.0) if words == label.material else smallest
        written = paragraph(
            words, max(least, points * grow), (corner[0], y), room, bold=bold, lines=lines, smallest=least
        )
        found.extend(written)
        y = _lowest(written, y + 0.25) - 0.25
    return tuple(found)


def _foot(label: Label, corner: Point, room: float, grow: float, smallest: float) -> tuple[Text, ...]:
    """The words at the lower edge of a label, upwards from its lower left corner."""
    size = max(smallest, min(8.0, smallest) * grow)
    kept = (_kept(words, max(smallest, size * SHRINKS), room) for words in label.foot)
    lines = [line for words in kept for line in paragraph(words, size, (0, 0), room, smallest=smallest)]
    low, step = corner[1] + DESCENT * size * POINT, 1.06 * size * POINT
    return tuple(
        Text(corner[0], low + number * step, line.text, line.size) for number, line in enumerate(reversed(lines))
    )


def _kept(words: str, size: float, room: float) -> str:
    """`words` with what stands before the last dot shortened: the sheet on which a part lies is never cut off."""
    head, dot, last = words.rpartition(" · ")
    if fits(words, size, room) or not dot:
        return words
    left = room - text_width(dot + last, size)
    return shortened(head, size, left) + dot + last if left > 0 else last


def _lowest(lines: Sequence[Text], otherwise: float) -> float:
    return min((line.y - DESCENT * line.size * POINT for line in lines), default=otherwise)


def paragraph(
    words: str, size: float, corner: Point, width: float, *, bold: bool = False, lines: int = 1, smallest: float = 5.5
) -> tuple[Text, ...]:
    """Words below an upper left corner: on one line in a smaller size, else on `lines` lines, never wider than `width`.

    One line may shrink to two thirds before a second line is begun. What does not fit at `smallest` points
    ends in an ellipsis.
    """
    if not words:
        return ()
    drawn = fitted(words, size, width, bold=bold, smallest=max(smallest, size * SHRINKS))
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
    # On a tall label it stays below the code and does not grow into a tower.
    low = (low[0], max(low[1], high[1] - (high[0] - low[0])))
    yield Rectangle(low[0], low[1], high[0] - low[0], high[1] - low[1], THIN)
    if label.outline:
        width, height = high[0] - low[0], high[1] - low[1]
        corners = tuple((low[0] + u * width, low[1] + v * height) for u, v in label.outline)
        yield Polyline(corners, VISIBLE, closed=True)
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
