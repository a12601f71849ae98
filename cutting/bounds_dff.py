"""A bound by dual feasible functions: sizes are changed so that what fits still fits, and the area then says more.

A function f on the sizes 0 .. C is dual feasible when sizes that add up to at most C have values that add up to at
most f(C). Pieces of a board whose lengths and widths are changed by two such functions still cover no more than the
board so changed, whether it is sawn or routed (Fekete & Schepers 2004, "A general framework for bounds for
higher-dimensional orthogonal packing problems"). Three families are tried on each axis, in all pairs: small sizes
left out and large ones rounded up, and two that round by steps (Carlier, Clautiaux & Moukrim 2007, "New reduction
procedures and lower bounds for the two-dimensional bin packing problem with fixed orientation").

A piece that may be turned counts the lesser of its ways. On a square board a pair is also taken together with its
mirror, which makes both ways of a piece count alike and is often more than the lesser of each.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Table = NDArray[np.float64]

MOST_FUNCTIONS: Final = 120
"""Functions on one axis; all pairs of two axes are tried."""
MOST_WORK: Final = 8_000_000
"""Pairs times kinds of pieces."""
EXACT: Final = 8
"""So many of the best pairs, found in floats, are counted again in whole numbers."""

Function = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Sized:
    """Equal pieces: the ways they may lie, each (along x, along y), kerf included, and how many."""

    ways: tuple[tuple[int, int], ...]
    quantity: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """A function on each axis, and whether it is taken together with its mirror."""

    on_x: Function
    on_y: Function
    both: bool


def dff_count(pieces: Sequence[Sized], length: int, width: int) -> int:
    """Boards of `length` x `width`, kerf included, that the pieces need at least; every way fits the board."""
    if not pieces:
        return 0
    most = max(4, min(MOST_FUNCTIONS, math.isqrt(MOST_WORK // len(pieces))))
    on_x = _functions({x for each in pieces for x, _ in each.ways}, length, most)
    on_y = on_x if length == width else _functions({y for each in pieces for _, y in each.ways}, width, most)
    return max(_exact(pieces, length, width, pair) for pair in _promising(pieces, length, width, on_x, on_y))


def _exact(pieces: Sequence[Sized], length: int, width: int, pair: _Pair) -> int:
    """What one pair proves, in whole numbers."""
    f, g = pair.on_x, pair.on_y
    need = sum(each.quantity * min(_worth(pair, x, y) for x, y in each.ways) for each in pieces)
    return -(-need // (f(length) * g(width) * (2 if pair.both else 1)))


def _worth(pair: _Pair, x: int, y: int) -> int:
    f, g = pair.on_x, pair.on_y
    return f(x) * g(y) + (g(x) * f(y) if pair.both else 0)


def _promising(
    pieces: Sequence[Sized], length: int, width: int, on_x: list[Function], on_y: list[Function]
) -> list[_Pair]:
    """The pairs that prove most, by floats; plain areas are among them."""
    import numpy as np  # noqa: PLC0415 - bounds are wanted before anything of weight is loaded

    def table(functions: list[Function], whole: int, sizes: list[int]) -> Table:
        of_whole = np.array([[float(f(whole))] for f in functions])
        values: Table = np.array([[f(size) for size in sizes] for f in functions]) / of_whole
        return values

    weight = np.array([each.quantity for each in pieces], np.float64)
    x_one, x_other = (table(on_x, length, [each.ways[way][0] for each in pieces]) for way in (0, -1))
    y_one, y_other = (table(on_y, width, [each.ways[way][1] for each in pieces]) for way in (0, -1))
    found: list[tuple[float, int, int, bool]] = []
    for i in range(len(on_x)):
        one, other = x_one[i] * y_one, x_other[i] * y_other
        proofs = [(False, np.minimum(one, other))]
        if length == width:
            mirrored = np.minimum(one + x_one * y_one[i], other + x_other * y_other[i]) / 2
            proofs.append((True, mirrored))
        for both, worth in proofs:
            proved = worth @ weight
            best = np.argsort(-proved, kind="stable")[:EXACT]
            found.extend((-float(proved[j]), i, int(j), both) for j in best)
    return [_Pair(on_x[i], on_y[j], both) for _, i, j, both in sorted(found)[:EXACT]]


def _functions(sizes: set[int], whole: int, most: int) -> list[Function]:
    """Dual feasible functions on 0 .. `whole` that tell these sizes apart in different ways, at most `most`."""
    half = whole // 2
    marks = sorted({size for size in sizes if size <= half} | {whole - size for size in sizes if size > half})
    cuts = sorted({each for mark in marks for each in (mark, mark + 1) if 1 <= each <= half})
    room = max(1, (most - 1) // 3)
    steps = range(1, min(room, max(2, whole // max(min(sizes), 1))) + 1)
    return [
        lambda size: size,
        *(_cut(each, whole) for each in _spread(cuts, room)),
        *(_halved(each, whole) for each in _spread([cut for cut in cuts if cut > 0], room)),
        *(_stepped(each, whole) for each in steps),
    ]


def _spread(values: list[int], most: int) -> list[int]:
    """At most so many of the values, evenly spread over them."""
    if len(values) <= most:
        return values
    return [values[at * len(values) // most] for at in range(most)]


def _cut(least: int, whole: int) -> Function:
    """Sizes below `least` count nothing, those that leave less than it beside them count as the whole."""
    return lambda size: whole if size > whole - least else size if size >= least else 0


def _halved(step: int, whole: int) -> Function:
    """Sizes in steps, rounded down below the half and up above it."""

    def value(size: int) -> int:
        if 2 * size > whole:
            return 2 * (whole // step - (whole - size) // step)
        return whole // step if 2 * size == whole else 2 * (size // step)

    return value


def _stepped(parts: int, whole: int) -> Function:
    """Multiples of one part in `parts` + 1 of the whole stay; others are rounded down, and parts worth more."""

    def value(size: int) -> int:
        many, rest = divmod((parts + 1) * size, whole)
        return many * whole if rest else parts * size

    return value
