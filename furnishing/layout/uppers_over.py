"""Hung units that each hang over one base unit, as wide as it is: all joints in line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from furnishing.cabinets.kind import Zone
from furnishing.cabinets.registry import kind_of
from furnishing.layout.arrange import Item
from furnishing.layout.legs import Span
from furnishing.layout.limits import limits
from furnishing.units import Length, mm

UPPER: Final = "wall-doors"

LEAST: Final[Length] = mm(300)
"""No hung unit is narrower."""

MOST: Final[Length] = mm(1000)
"""Wider ones have shelves and bottoms that bend."""

Cell = tuple[Length, Length]
"""Where something that one unit hangs over begins and ends."""


def over_units(base: Sequence[Item], free: Sequence[Span], wall: int) -> Iterator[Item]:
    """Over each base unit of a wall one as wide; where only a part of the wall above is free, one of a standard
    width."""
    for start, end in cells(base):
        ways = (_over(start, end, max(start, span.start), min(end, span.end)) for span in free)
        low, high = max(ways, key=lambda way: way[1] - way[0], default=(0, 0))
        if low < high:
            yield Item(role="upper", kind=UPPER, wall=wall, offset=low, width=high - low, zone=Zone.WALL)


def cells(base: Sequence[Item]) -> Iterator[Cell]:
    """Where base units begin and end; what is too narrow for a hung unit is one with its neighbour, first the left one,
    where both together have a standard width."""
    row: list[Cell] = sorted((each.offset, each.end) for each in base)
    number = 0
    while number < len(row):
        (start, end), after = row[number], row[number + 1] if number + 1 < len(row) else None
        if after is not None and after[0] == end and shared(end - start, after[1] - end):
            yield start, after[1]
            number += 2
            continue
        yield start, end
        number += 1


def shared(one: Length, other: Length) -> bool:
    """Whether one unit hangs over two: one of them is too narrow for its own, and both together have a standard
    width."""
    both = min(one, other) < LEAST <= max(one, other) and one + other <= MOST
    return both and one + other in kind_of(UPPER).widths


def hung_width(wide: Length, free: Length) -> Length:
    """How wide a unit hangs over what is so `wide`, where so much of the wall above is `free`; 0: none.

    One that is narrower than all that is free leaves a gap that can be cleaned.
    """
    if free >= wide and LEAST <= wide <= MOST:
        return wide
    least = limits().gap_least if free >= wide else 0
    return max((each for each in kind_of(UPPER).widths if LEAST <= each <= min(free - least, MOST)), default=0)


def _over(start: Length, end: Length, low: Length, high: Length) -> Cell:
    """What hangs over a cell where this part of it is free: beside a joint, where it can be."""
    width = hung_width(end - start, high - low)
    return (low, low + width) if low == start else (high - width, high)
