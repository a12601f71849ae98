"""Strips along a whole run: in pieces that a board can hold, with returns to the wall at open ends."""

from __future__ import annotations

from itertools import accumulate

from furnishing.cabinets.making import Edge, Making, Neighbour
from furnishing.cabinets.panels import Lie, Surface, material_for, panel, shares
from furnishing.catalogue import Material
from furnishing.parts import Box, Part
from furnishing.units import MICROMETRES, Length


def longest_piece(making: Making, stuff: Material) -> Length:
    """The longest piece that the saw can cut from a board of a material; 0 where there is no board of it."""
    saw = making.catalogue.saw
    boards = making.catalogue.boards_of(stuff.code)
    return max((board.length for board in boards), default=0) - saw.trim_left - saw.trim_right


def in_pieces(total: Length, longest: Length) -> tuple[tuple[Length, Length], ...]:
    """Start and length of equal pieces, in whole millimetres, none longer than `longest`."""
    count = max(1, -(-total // longest)) if longest > 0 else 1
    lengths = shares(total, (1,) * count, MICROMETRES["mm"])
    return tuple(zip(accumulate(lengths[:-1], initial=0), lengths, strict=True))


def strip(
    making: Making,
    *,
    role: str,
    name: str,
    y: Length,
    z: Length,
    height: Length,
    seen: tuple[Edge, Edge] | None = None,
) -> tuple[Part, ...]:
    """A strip of the fronts' board over the whole width, its rear face at `y`; it returns to the wall at open ends.

    `seen` says of its lower and its upper edge what cannot be told from its place: what it hangs on or stands on.
    """
    thick, wide = making.style.front_thickness, making.size.width
    pieces = in_pieces(wide, longest_piece(making, material_for(making, Surface.FRONT)))
    many = len(pieces) > 1
    parts = [
        panel(
            making,
            suffix=f"{role}.{number}" if many else role,
            role=role,
            name=f"{name} {number}" if many else name,
            box=Box(x, y, z, length, thick, height),
            lie=Lie.ACROSS,
            surface=Surface.FRONT,
            edges=None if seen is None else (*seen, _end(making.left, x == 0), _end(making.right, x + length == wide)),
        )
        for number, (x, length) in enumerate(pieces, 1)
    ]
    ends = (("L", "left", making.left, 0), ("R", "right", making.right, wide - thick))
    parts += [
        panel(
            making,
            suffix=f"{role}.{hand}",
            role=role,
            name=f"{name} {word}",
            box=Box(x, 0, z, thick, y, height),
            lie=Lie.INWARD,
            surface=Surface.FRONT,
            edges=None if seen is None else (*seen, Edge.RAW, Edge.RAW),
        )
        for hand, word, neighbour, x in ends
        if neighbour is Neighbour.OPEN
    ]
    return tuple(parts)


def _end(neighbour: Neighbour, outer: bool) -> Edge:
    return Edge.VISIBLE if outer and neighbour is Neighbour.OPEN else Edge.RAW
