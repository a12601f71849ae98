"""A bound by conservative scales: a linear program changes the sizes, so that what fits still fits and more is proved.

Values f for the sizes on one axis are a conservative scale when pieces that fit beside each other have values that
add up to at most 1. Pieces that count f along and g across then fill no more than a board for each board they lie on,
sawn or routed: whatever lies beside each other still fits, so a packing of the new sizes exists (packing classes,
Fekete & Schepers 2004). With g held, the f of the greatest area is a linear program with a row for each set that fits;
knapsacks find the rows that are missing. Then g is chosen for that f, and so on in turn (Belov, Kartak, Rohling &
Scheithauer 2013, "Conservative scales in packing problems"). Dual feasible functions know only the board; these know
the pieces.

A piece that may be turned counts the lesser of its ways. Where there would be too many units, sizes are rounded down
and the board up, so that no set that fits is forgotten.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

import highspy
import numpy as np
from numpy.typing import NDArray

from cutting.bounds_dff import Sized

Scale = NDArray[np.float64]
Counts = NDArray[np.int64]

MOST_SIZES: Final = 200
"""Different sizes on one axis; beyond them the area says nearly as much, and the knapsacks take seconds."""
MOST_UNITS: Final = 30_000
"""Of a board, along one axis, in a knapsack."""
ROUNDS: Final = 40
"""Knapsacks for one linear program; what it has by then, divided by what it fills, is a conservative scale too."""
TURNS: Final = 6
"""Linear programs from one beginning, the axes in turn."""
GAIN: Final = 0.001
"""Boards that another turn must have brought for one more."""
WHOLE: Final = 1_000_000
"""A proof is counted again in whole numbers, a board being so many."""


def scales_count(pieces: Sequence[Sized], length: int, width: int, done: Callable[[], bool]) -> int:
    """Boards of `length` x `width`, kerf included, that the pieces need at least; every way fits the board.

    What was proved until somebody is `done`; 0 where that is nothing.
    """
    if not pieces or any(len({way[at] for each in pieces for way in each.ways}) > MOST_SIZES for at in (0, 1)):
        return 0
    x, y = _Axis(pieces, 0, length), _Axis(pieces, 1, width)
    return max(_proved(pieces, axis, other, done) for axis, other in ((x, y), (y, x)))


class _Axis:
    """The sizes of pieces along or across, and the sets of them found so far that fit beside each other."""

    def __init__(self, pieces: Sequence[Sized], at: int, whole: int) -> None:
        self.at = at
        self.sizes = sorted({way[at] for each in pieces for way in each.ways})
        self.number = {size: number for number, size in enumerate(self.sizes)}
        step = math.gcd(whole, *self.sizes)
        unit = step if whole // step <= MOST_UNITS else -(-whole // MOST_UNITS)
        self.room = -(-whole // unit)
        self.units = [size // unit for size in self.sizes]
        self.most = [sum(p.quantity for p in pieces if any(way[at] == size for way in p.ways)) for size in self.sizes]
        self.plain: Scale = np.array(self.sizes) / whole
        self.sets: list[Counts] = [self._alone(number) for number in range(len(self.sizes))]

    def _alone(self, number: int) -> Counts:
        """As many as fit of one size."""
        count = np.zeros(len(self.sizes), np.int64)
        count[number] = self._fitting(number)
        return count

    def _fitting(self, number: int) -> int:
        return min(self.most[number], self.room // max(1, self.units[number]))

    def fullest(self, values: Scale | Counts) -> tuple[float, Counts]:
        """The most that sizes which fit beside each other can be worth, and how many of each size that takes."""
        best = np.zeros(self.room + 1, values.dtype)
        taken: list[tuple[int, int, NDArray[np.bool_]]] = []
        for number in np.flatnonzero(values).tolist():
            for count in _doubled(self._fitting(number)):
                wide = self.units[number] * count
                better = np.zeros(self.room + 1, np.bool_)
                more = best[: self.room + 1 - wide] + values[number] * count
                np.greater(more, best[wide:], out=better[wide:])
                best[wide:] = np.maximum(best[wide:], more)
                taken.append((number, count, better))
        room, counts = self.room, np.zeros(len(self.sizes), np.int64)
        for number, count, better in reversed(taken):
            if better[room]:
                counts[number] += count
                room -= self.units[number] * count
        return best[-1], counts


def _doubled(count: int) -> list[int]:
    """1, 2, 4 ... and a rest, whose sums are all numbers up to `count`."""
    parts: list[int] = []
    while count:
        parts.append(min(count, 1 << len(parts)))
        count -= parts[-1]
    return parts


def _proved(pieces: Sequence[Sized], axis: _Axis, other: _Axis, done: Callable[[], bool]) -> int:
    """What is proved from plain sizes on the `other` axis on, the axes in turn."""
    held, area = other.plain, 0.0
    proof = 0
    for _ in range(TURNS):
        if done():
            break
        found, scale = _best(pieces, axis, other, held, done)
        proof = max(proof, _exact(pieces, axis, scale, other, held))
        if found < area + GAIN:
            break
        area, held, axis, other = found, scale, other, axis
    return proof


def _best(
    pieces: Sequence[Sized], axis: _Axis, other: _Axis, held: Scale, done: Callable[[], bool]
) -> tuple[float, Scale]:
    """The boards that pieces fill with the best scale found for one axis, `held` being that of the other."""
    program = _program(pieces, axis, other, held)
    area, best = 0.0, axis.plain
    for _ in range(ROUNDS):
        program.run()
        scale: Scale = np.maximum(np.array(program.getSolution().col_value)[: len(axis.sizes)], 0.0)
        fill, counts = axis.fullest(scale)
        found = _area(pieces, axis, scale, other, held) / fill if fill else 0.0
        if found > area:
            area, best = found, scale / fill
        if -program.getInfo().objective_function_value <= area + GAIN / ROUNDS or done():
            break
        axis.sets.append(counts)
        _add_set(program, counts)
    return area, best


def _program(pieces: Sequence[Sized], axis: _Axis, other: _Axis, held: Scale) -> Any:
    """The values of all sizes, then what each piece counts; rows for the ways of pieces and for sets that fit."""
    program = highspy.Highs()
    program.silent()
    program.setOptionValue("threads", 1)
    nothing = (0, np.array([], np.int32), np.array([], np.float64))
    for _ in axis.sizes:
        program.addCol(0.0, 0.0, 1.0, *nothing)
    for number, piece in enumerate(pieces, len(axis.sizes)):
        program.addCol(-float(piece.quantity), 0.0, highspy.kHighsInf, *nothing)
        for way in piece.ways:
            columns = np.array([axis.number[way[axis.at]], number], np.int32)
            across = held[other.number[way[other.at]]]
            program.addRow(-highspy.kHighsInf, 0.0, 2, columns, np.array([-across, 1.0]))
    for counts in axis.sets:
        _add_set(program, counts)
    return program


def _add_set(program: Any, counts: Counts) -> None:
    columns = np.flatnonzero(counts).astype(np.int32)
    program.addRow(-highspy.kHighsInf, 1.0, len(columns), columns, counts[columns].astype(np.float64))


def _area(pieces: Sequence[Sized], axis: _Axis, scale: Scale | Counts, other: _Axis, held: Scale | Counts) -> float:
    """What all pieces count, each in the way that counts less; whole where the values are."""
    one: list[float] = scale.tolist()
    two: list[float] = held.tolist()
    return sum(
        each.quantity * min(one[axis.number[way[axis.at]]] * two[other.number[way[other.at]]] for way in each.ways)
        for each in pieces
    )


def _exact(pieces: Sequence[Sized], axis: _Axis, scale: Scale, other: _Axis, held: Scale) -> int:
    """What two scales prove, in whole numbers."""
    f, g = ((each * WHOLE).astype(np.int64) for each in (scale, held))
    board = int(axis.fullest(f)[0]) * int(other.fullest(g)[0])
    return -(-int(_area(pieces, axis, f, other, g)) // board) if board else 0
