"""From pieces on the grid to the exact tree of cuts of a sheet.

A sheet's pieces are taken apart again: all saw lines that run from edge to edge in the first direction, then in
every part all lines in the other direction, and so on. Cutting at every line that can be cut uses the fewest
stages. Sizes then come from the pieces themselves (a part is as large as the sum of its pieces and the kerfs
between them), and positions from these sizes, so the grid's rounding leaves no trace.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cutting.offcuts import usual_rules
from cutting.pieces import Direction, Rect
from cutting.plan import Node
from furnishing.units import Length


@dataclass(frozen=True, slots=True)
class Laid:
    """One piece on the grid of a board (lower left corner and far corner), and what it is."""

    x: int
    y: int
    far_x: int
    far_y: int
    length: Length
    """Exact size along x."""
    width: Length
    """Exact size along y."""
    id: str
    turned: bool


@dataclass(slots=True)
class Part:
    """A part of a sheet: exact sizes, and either the piece in it or the parts it is divided into."""

    length: Length
    width: Length
    direction: Direction | None = None
    parts: tuple[Part, ...] = ()
    piece: Laid | None = None


class NotGuillotineError(RuntimeError):
    """Pieces that no saw can cut apart: a defect of the nester."""


def tree_of(laid: Iterable[Laid], usable: Rect, first: Direction, kerf: Length) -> Node:
    """The tree of cuts that makes the pieces `laid` from the usable part of a board.

    A single strip is cut off the board as well, so that the rest of the board stays one rectangle.
    """
    return _node(_divided(tuple(_groups(tuple(laid), first)), first, kerf), usable, kerf)


def _part(laid: tuple[Laid, ...], direction: Direction, kerf: Length) -> Part:
    """Take a group of pieces apart in `direction`; it cannot be in the other, or would have been."""
    if len(laid) == 1:
        return Part(length=laid[0].length, width=laid[0].width, piece=laid[0])
    groups = tuple(_groups(laid, direction))
    if len(groups) == 1:
        raise NotGuillotineError(f"{len(laid)} pieces cannot be cut apart edge to edge")
    return _divided(groups, direction, kerf)


def _divided(groups: tuple[tuple[Laid, ...], ...], direction: Direction, kerf: Length) -> Part:
    """A part divided into one for each group."""
    parts = tuple(_part(group, direction.other, kerf) for group in groups)
    if direction is Direction.LENGTH:
        length = max(part.length for part in parts)
        width = sum(part.width for part in parts) + kerf * (len(parts) - 1)
    else:
        length = sum(part.length for part in parts) + kerf * (len(parts) - 1)
        width = max(part.width for part in parts)
    return Part(length=length, width=width, direction=direction, parts=parts)


def _groups(laid: tuple[Laid, ...], direction: Direction) -> Iterator[tuple[Laid, ...]]:
    """Groups of pieces between the saw lines of one direction, in rising order."""
    along_y = direction is Direction.LENGTH
    ordered = sorted(laid, key=(lambda p: (p.y, p.x)) if along_y else (lambda p: (p.x, p.y)))
    group: list[Laid] = []
    far = 0
    for piece in ordered:
        near, end = (piece.y, piece.far_y) if along_y else (piece.x, piece.far_x)
        if group and near >= far:
            yield tuple(group)
            group = []
        group.append(piece)
        far = max(far, end)
    yield tuple(group)


def _node(part: Part, rect: Rect, kerf: Length) -> Node:
    """The node of a part that lies in `rect`: trimmed where the rectangle is larger than the part needs."""
    if part.piece is not None:
        return _trimmed_piece(part.piece, rect, kerf)
    if part.direction is None:
        raise NotGuillotineError("a part has neither a piece nor a direction")
    children: list[Node] = []
    at = rect.y if part.direction is Direction.LENGTH else rect.x
    for child in part.parts:
        size = child.width if part.direction is Direction.LENGTH else child.length
        children.append(_node(child, _slice(rect, part.direction, at, size), kerf))
        at += size + kerf
    children.extend(_rest(rect, part.direction, at))
    return Node(rect=rect, direction=part.direction, children=tuple(children))


def _trimmed_piece(piece: Laid, rect: Rect, kerf: Length) -> Node:
    """A leaf for the piece, inside a cut for each side on which the rectangle is larger."""
    if rect.width > piece.width:
        direction, at, size = Direction.LENGTH, rect.y, piece.width
    elif rect.length > piece.length:
        direction, at, size = Direction.WIDTH, rect.x, piece.length
    else:
        return Node(rect=rect, piece=piece.id, turned=piece.turned)
    child = _trimmed_piece(piece, _slice(rect, direction, at, size), kerf)
    return Node(rect=rect, direction=direction, children=(child, *_rest(rect, direction, at + size + kerf)))


def _slice(rect: Rect, direction: Direction, at: Length, size: Length) -> Rect:
    """The part of `rect` from `at` over `size` across the saw lines of `direction`."""
    if direction is Direction.LENGTH:
        return Rect(rect.x, at, rect.length, size)
    return Rect(at, rect.y, size, rect.width)


def _rest(rect: Rect, direction: Direction, at: Length) -> tuple[Node, ...]:
    """What remains of `rect` from `at` on, if the blade leaves anything."""
    end = rect.y + rect.width if direction is Direction.LENGTH else rect.x + rect.length
    if at >= end:
        return ()
    left = _slice(rect, direction, at, end - at)
    return (Node(rect=left, offcut=usual_rules().keeps(left)),)
