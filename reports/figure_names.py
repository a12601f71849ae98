"""The names on the figure of a sheet: ids and sizes of pieces, letters of slivers, panels that are cut on, offcuts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import product

from cutting.pieces import Board, Rect, Saw
from cutting.plan import Placed, Sheet
from furnishing.units import Length
from reports.drawing import HAIR, Circle, Line, Text
from reports.figure_base import (
    APART,
    BOTTOM,
    HAIR_WHITE,
    ID_SIZES,
    LEAST,
    LEFT,
    RIGHT,
    SIZES,
    TOP,
    WORDS_INSET,
    Figure,
    filled,
)
from reports.places import centred, letters, level, middle, upright
from reports.render.fonts import POINT
from reports.saw_lines import panel_names
from reports.space import Box, Space, box_of
from reports.text.locale import Locale

_SHARES = tuple(number / 10 for number in range(11))


def piece_words(figure: Figure, placed: Placed, inset: float, space: Space, locale: Locale) -> tuple[Text, ...] | None:
    """Id and both sizes along their sides, in a narrow piece all on one line, a long id on two; None without room.

    Where there is room for the id alone, the list has the sizes.
    """
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
        or _two_lines(placed.id, within, space, sizes)
        or space.place_all((middle(placed.id, within, ID_SIZES),), within)
        or _two_lines(placed.id, within, space, ())
    )


def _two_lines(words: str, within: Box, space: Space, others: Sequence[Sequence[Text]]) -> tuple[Text, ...] | None:
    """An id on two lines beside `others`, as large as there is room for; None where it cannot be."""
    halves = _halves(words)
    if halves is None:
        return None
    for size in ID_SIZES:
        for rotation in (0.0, 90.0):
            for up, across in product((0.5, 0.62, 0.4), (0.5, 0.6, 0.4)):
                middle_x = within[0] + (within[2] - within[0]) * across
                middle_y = within[1] + (within[3] - within[1]) * up
                lift = 0.5 * size * POINT
                one, other = (
                    centred(half, middle_x - sign * lift, middle_y, size, rotation=rotation)
                    if rotation
                    else centred(half, middle_x, middle_y + sign * lift, size)
                    for half, sign in zip(halves, (1, -1), strict=True)
                )
                placed = space.place_all(((one,), (other,), *others), within)
                if placed is not None:
                    return placed
    return None


def _halves(words: str) -> tuple[str, str] | None:
    """An id broken behind the sign nearest to its middle that parts its words; None for a word."""
    breaks = [number + 1 for number, sign in enumerate(words[:-1]) if sign in ".-_/ " and number]
    if not breaks:
        return None
    at = min(breaks, key=lambda each: (abs(2 * each - len(words)), each))
    return words[:at].rstrip(), words[at:]


def letter(figure: Figure, placed: Placed) -> bool:
    """The letter under which the list beside the figure tells the id of a small piece; whether it had room there."""
    left, bottom, right, top = figure.box(placed.rect, APART)
    words = _key(figure, placed.id)
    for inset in (WORDS_INSET, 0.2):
        within = (left + inset, bottom + inset, right - inset, top - inset)
        text = figure.space.place(middle(words, within, (14.0, 11.0, LEAST), turned=False), within)
        if text is not None:
            figure.items.append(text)
            return True
    return False


def _key(figure: Figure, name: str) -> str:
    return letters(figure.keys.setdefault(name, len(figure.keys)))


def across(figure: Figure, placed: Placed) -> bool:
    """The letter of a sliver on white across it, larger than the piece itself; whether it had room there."""
    left, bottom, right, top = box = figure.box(placed.rect, APART)
    words, high = _key(figure, placed.id), LEAST * POINT
    shares = ((0.5, 0.5), (0.3, 0.5), (0.7, 0.5), (0.5, 0.3), (0.5, 0.7), (0.15, 0.5), (0.85, 0.5))
    spots = (
        centred(words, left + (right - left) * one, bottom + (top - bottom) * other, LEAST) for one, other in shares
    )
    # It may hide the lines of its piece, but not reach far into the next.
    text = figure.space.place(spots, (box[0] - high, box[1] - high / 2, box[2] + high, box[3] + high / 2))
    figure.rings += [filled(box_of(text), HAIR_WHITE), text] if text is not None else []
    return text is not None


def callout(figure: Figure, placed: Placed, board: Board) -> None:
    """The letter of a sliver at the end of a line, never smaller than the rest; counted where nothing is free."""
    left, bottom, right, top = figure.box(placed.rect, APART)
    words, (x, y) = _key(figure, placed.id), ((left + right) / 2, (bottom + top) / 2)
    edge = figure.box(Rect(0, 0, board.length, board.width))
    frame = (edge[0] - LEFT, edge[1] - BOTTOM, edge[2] + RIGHT, edge[3] + TOP)
    reaches = ((4.0 + 2.0 * far, math.radians(angle)) for far in range(14) for angle in range(15, 375, 30))
    spots = (centred(words, x + far * math.cos(angle), y + far * math.sin(angle), LEAST) for far, angle in reaches)
    text = figure.space.place(spots, frame)
    if text is None:
        figure.unlettered += 1
        return
    box = box_of(text)
    end = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    figure.rings += [Circle(x, y, 0.5, None, "#000000"), Line((x, y), end, HAIR), filled(box, HAIR_WHITE), text]


def strip_names(figure: Figure, sheet: Sheet, saw: Saw) -> None:
    """The names of the strips beside the board, where a rip frees them to the left and a head cut above."""
    if sheet.cuts is None:
        return
    edge = figure.box(Rect(0, 0, *_raw(sheet.cuts.rect, saw)))
    for rect, name in panel_names(sheet, saw).items():
        if not name.startswith("S"):
            continue
        left, bottom, right, top = figure.box(rect)
        x, y = (left + right) / 2, (bottom + top) / 2
        upright = rect.width >= sheet.cuts.rect.width
        spots = ((x + 3.0 * n, edge[3] + 2.4) for n in (0, 1, -1)) if upright else ((edge[2] + 3.3, y),)
        inner = ((x, top - 3), (x, bottom + 3)) if upright else ((right - 5, y), (left + 5, y), (right - 12, y))
        frame = (edge[0] - LEFT, edge[1] - BOTTOM, edge[2] + RIGHT, edge[3] + TOP)
        text = figure.space.place((centred(name, at[0], at[1], 9.0) for at in (*spots, *inner)), frame)
        figure.rings += [filled(box_of(text), HAIR_WHITE), text] if text is not None else []


def recut_names(figure: Figure, sheet: Sheet, saw: Saw) -> None:
    """The names of panels that are cut again, within them where there is room."""
    for rect, name in panel_names(sheet, saw).items():
        if name.startswith("R"):
            left, bottom, right, top = figure.box(rect, APART)
            within = (left + 0.5, bottom + 0.5, right - 0.5, top - 0.5)
            grid = ((one, other) for other in (0.95, 0.05, 0.8, 0.2, 0.65, 0.35, 0.5) for one in _SHARES)
            wide, high = right - left - 6.0, top - bottom - 3.4
            spots = (centred(name, left + 3.0 + wide * one, bottom + 1.7 + high * other, LEAST) for one, other in grid)
            text = figure.space.place(spots, within)
            if text is not None:
                box = box_of(text)
                figure.space.take((box[0] - 0.8, box[1], box[2] + 0.8, box[3]))
                figure.rings += [filled((box[0] - 0.2, box[1], box[2] + 0.2, box[3]), HAIR), text]


def _raw(usable: Rect, saw: Saw) -> tuple[Length, Length]:
    trim = saw.trim
    return usable.length + trim.left + trim.right, usable.width + trim.bottom + trim.top


def offcut_words(figure: Figure, rect: Rect, code: str, locale: Locale) -> None:
    """Code and size of an offcut on white, as large as there is room for; else its code, and its size in the list."""
    box = figure.box(rect, APART)
    within = (box[0] + 0.8, box[1] + 0.8, box[2] - 0.8, box[3] - 0.8)
    size = locale.size(rect.length, rect.width)
    named = locale.text("diagrams.offcut", code=code, size=size)
    for words in (named, f"{code}  {size}", code):
        sizes = (14.0, 12.0, 11.0) if words != code else (14.0, 11.0, 9.0, LEAST)
        text = figure.space.place(middle(words, within, sizes), within)
        if text is not None:
            figure.items += [filled(box_of(text), HAIR_WHITE), text]
            return
    figure.unlettered += 1
