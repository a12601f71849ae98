"""Small pieces moved away from the edges of a full sheet: what lies in blocks side by side changes places.

Where a straight line divides the pieces of a region, the blocks on both sides of it may change places, and nothing else
moves: blocks with small pieces go to the middle, those without to the edges of the sheet, and so on within each block
the other way. What the blocks leave free goes before the first one, where that has small pieces.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from furnishing.units import Length

DEEPEST: Final = 12
"""Blocks within blocks."""


@dataclass(slots=True)
class Block:
    """A piece with its tool: corner and sizes by axis (0: x, 1: y), moved in place."""

    start: list[Length]
    size: tuple[Length, Length]
    small: bool


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the sheet by axis: where it begins and how large it is."""

    start: tuple[Length, Length]
    size: tuple[Length, Length]


def move_inward(blocks: Sequence[Block], sheet: tuple[Length, Length], inset: Length) -> None:
    """Move the blocks of a sheet so that small ones lie inside where that only takes changing places."""
    whole = Region((0, 0), sheet)
    open_regions = [(list(blocks), whole, _better_axis(blocks), DEEPEST)]
    while open_regions:
        here, region, axis, depth = open_regions.pop()
        if depth and any(block.small for block in here):
            below = _arrange(here, region, axis, sheet, inset)
            open_regions += [(some, part, 1 - axis, depth - 1) for some, part in below]


def _better_axis(blocks: Sequence[Block]) -> int:
    """The axis along which the sheet falls into more parts."""
    return int(len(list(_parts(blocks, 1))) > len(list(_parts(blocks, 0))))


def _parts(blocks: Sequence[Block], axis: int) -> Iterator[list[Block]]:
    """The blocks that straight lines across `axis` divide, in rising order."""
    here: list[Block] = []
    end = 0
    for block in sorted(blocks, key=lambda each: (each.start[axis], each.start[1 - axis])):
        if here and block.start[axis] >= end:
            yield here
            here = []
        end = max(end, block.start[axis] + block.size[axis])
        here.append(block)
    if here:
        yield here


def _arrange(
    blocks: Sequence[Block], region: Region, axis: int, sheet: tuple[Length, Length], inset: Length
) -> Iterator[tuple[list[Block], Region]]:
    """Put the parts of a region in a better order along `axis`; yields each with its new region."""
    start, size = region.start[axis], region.size[axis]
    parts = [(part, *_span(part, axis)) for part in _parts(blocks, axis)]
    free = size - sum(end - begin for _, begin, end in parts)
    plain = [each for each in parts if not any(block.small for block in each[0])]
    small = [each for each in parts if any(block.small for block in each[0])]
    # The narrowest that keep small ones far enough from an edge serve best; the others stay in the middle.
    plain.sort(key=lambda each: (each[2] - each[1] < inset, each[2] - each[1]))
    ends = (start < inset, start + size > sheet[axis] - inset)
    first = [plain.pop(0)] if ends[0] and plain else []
    last = [plain.pop(0)] if ends[1] and plain else []
    order = [*first, *small, *plain, *last] if not last else [*first, *plain, *small, *last]
    at = start + (min(free, max(0, inset - start)) if ends[0] and not first else 0)
    for part, begin, end in order:
        for block in part:
            block.start[axis] += at - begin
        corner, sizes = list(region.start), list(region.size)
        corner[axis], sizes[axis] = at, end - begin
        yield part, Region((corner[0], corner[1]), (sizes[0], sizes[1]))
        at += end - begin


def _span(blocks: Sequence[Block], axis: int) -> tuple[Length, Length]:
    begin = min(block.start[axis] for block in blocks)
    return begin, max(block.start[axis] + block.size[axis] for block in blocks)
