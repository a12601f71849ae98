"""A division of cells made into parts: partitions between bays, fixed shelves between levels, and what cells hold."""

from __future__ import annotations

from dataclasses import dataclass

from furnishing.cabinets.cabinet import Front, Space, Use
from furnishing.cabinets.cells import Cell, Content, divide, read_cell
from furnishing.cabinets.drawers import drawer_stack, inner_drawers
from furnishing.cabinets.fronts import Area, doors, front_area
from furnishing.cabinets.interior import fixed_shelf, partition, shelves, shoe_shelves
from furnishing.cabinets.making import Making
from furnishing.errors import Fault, InputError
from furnishing.parts import Box, Part
from furnishing.units import MICROMETRES, Length, show


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The middle lines of the boards around a cell, where fronts meet; None at the end of the cabinet."""

    left: Length | None = None
    right: Length | None = None
    low: Length | None = None
    high: Length | None = None


@dataclass(frozen=True, slots=True)
class Filled:
    """Parts, fronts and spaces of a filled cell."""

    parts: tuple[Part, ...] = ()
    fronts: tuple[Front, ...] = ()
    spaces: tuple[Space, ...] = ()


WHOLE = Lines()


def filled(making: Making, space: Box, text: str, *, closed: bool, lines: Lines = WHOLE) -> Filled:
    """A clear space divided and filled as a text says (`cells.py`).

    `closed`: doors stand before it, so that drawers are inner drawers. `lines` bound the fronts of the outermost cells.
    InputError at the kind's parameter where the text is wrong or something has no room.
    """
    try:
        return fill(making, space, read_cell(text), closed=closed, lines=lines)
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        raise InputError([Fault(f"choices.interior of {making.kind}", f"{error}")]) from None


def fill(making: Making, space: Box, cell: Cell, *, closed: bool, lines: Lines) -> Filled:
    """One cell, and what is in it. ValueError or InputError where it has no room."""
    if cell.doors is not None and closed:
        raise ValueError("a cell behind doors cannot have doors of its own")
    covered = closed or cell.doors is not None
    setback = making.construction.fixed_shelf_setback
    if cell.across == "bays":
        inner = _bays(making, space, cell, covered, lines, setback)
    elif cell.across:
        inner = _levels(making, space, cell, covered, lines)
    else:
        inner = _content(making, space, cell, covered, lines)
    if cell.doors is None:
        return inner
    leaves, fronts = doors(making, _area(making, lines), cell.doors or None)
    return Filled((*inner.parts, *leaves), (*inner.fronts, *fronts), inner.spaces)


def _area(making: Making, lines: Lines) -> Area:
    return front_area(making, low=lines.low, high=lines.high, left=lines.left, right=lines.right)


def _bays(making: Making, space: Box, cell: Cell, closed: bool, lines: Lines, setback: Length) -> Filled:
    thick = making.thickness("partition")
    widths = divide(space.dx - (len(cell.cells) - 1) * thick, cell.shares, MICROMETRES["mm"])
    _roomy(widths, making.construction.bay_least, "wide")
    result, left = Filled(), lines.left
    for number, (width, each) in enumerate(zip(widths, cell.cells, strict=True)):
        if number == len(widths) - 1:
            bay, right = space, lines.right
        else:
            upright, bay, space = partition(making, space, space.x + width, setback if closed else 0)
            result, right = _with(result, Filled((upright,))), upright.box.x + thick // 2
        inner = fill(
            making, bay, each, closed=closed, lines=Lines(left=left, right=right, low=lines.low, high=lines.high)
        )
        result, left = _with(result, inner), right
    return result


def _levels(making: Making, space: Box, cell: Cell, closed: bool, lines: Lines) -> Filled:
    thick = making.thickness("fixed-shelf")
    heights = divide(space.dz - (len(cell.cells) - 1) * thick, cell.shares, MICROMETRES["mm"])
    _roomy(heights, making.construction.level_least, "high")
    result, high = Filled(), lines.high
    for number, (height, each) in enumerate(zip(heights, cell.cells, strict=True)):
        if number == len(heights) - 1:
            level, low = space, lines.low
        else:
            board, space, level = fixed_shelf(making, space, space.z + space.dz - height - thick)
            result, low = _with(result, Filled((board,))), board.box.z + thick // 2
        inner = fill(
            making, level, each, closed=closed, lines=Lines(left=lines.left, right=lines.right, low=low, high=high)
        )
        result, high = _with(result, inner), low
    return result


def _roomy(sizes: tuple[Length, ...], least: Length, word: str) -> None:
    if min(sizes) < least:
        raise ValueError(f"a cell would be {show(min(sizes))} mm {word}; {show(least)} mm are needed")


def _with(one: Filled, other: Filled) -> Filled:
    return Filled((*one.parts, *other.parts), (*one.fronts, *other.fronts), (*one.spaces, *other.spaces))


def _content(making: Making, space: Box, cell: Cell, closed: bool, lines: Lines) -> Filled:
    if cell.content is Content.DRAWERS:
        if closed:
            parts, spaces = inner_drawers(making, space, cell.count)
            return Filled(parts, (), spaces)
        return Filled(*drawer_stack(making, space, _area(making, lines), (1,) * cell.count))
    if cell.content is Content.SHELVES:
        return Filled(shelves(making, space, cell.count), (), (Space(box=space, use=Use.OPEN),))
    if cell.content is Content.SHOES:
        return Filled(shoe_shelves(making, space, cell.count), (), (Space(box=space, use=Use.SHOES),))
    return Filled((), (), (Space(box=space, use=_use(making, space, cell.content)),))


def _use(making: Making, space: Box, content: Content) -> Use:
    """Long or short clothes below a rail, by the height there; InputError where neither finds room."""
    rules = making.construction
    if content is not Content.RAIL:
        return {Content.OPEN: Use.OPEN, Content.TROUSERS: Use.TROUSERS, Content.KNEES: Use.KNEES}[content]
    below = space.dz - rules.rail_below_top
    if below < rules.hang_short:
        missing = show(rules.hang_short - below)
        message = f"clothes need {show(rules.hang_short)} mm below the rail and {missing} mm are missing"
        raise InputError([Fault("style.tall_height", f"{message}; make the tall units higher or that cell")])
    return Use.HANG_LONG if below >= rules.hang_long else Use.HANG_SHORT
