"""How a node of the beam search is weighed: what room is lost, and what the pieces left can still be worth."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.compiled import compiled
from cutting.nesting.small_front import Floats, Longs, Pieces


@compiled
def thinnest(pieces: Pieces, left: NDArray[np.int16], thin: Longs) -> None:
    """The least sizes of the pieces left across strips of each direction, into `thin`."""
    thin[:] = 1 << 40
    for d in range(2):
        for j in range(pieces.along.shape[1]):
            if left[pieces.kind[d, j]] > 0:
                thin[d] = min(thin[d], pieces.across[d, j])
                thin[1 - d] = min(thin[1 - d], pieces.along[d, j])


@compiled
def promise(pieces: Pieces, left: NDArray[np.int16], areas: Floats, values: Floats) -> None:
    """The most value that some area can still hold: corners of a falling slope, the densest pieces first."""
    areas[0] = values[0] = 0.0
    for at in range(pieces.dense.shape[0]):
        k = pieces.dense[at]
        areas[at + 1] = areas[at] + float(left[k] * pieces.size[k])
        values[at + 1] = values[at] + float(left[k] * pieces.value[k])


@compiled
def promised(areas: Floats, values: Floats, area: float) -> float:
    """The value on that slope."""
    low, high = 0, areas.shape[0] - 1
    if area >= areas[high]:
        return float(values[high])
    while high - low > 1:
        middle = (low + high) // 2
        if areas[middle] <= area:
            low = middle
        else:
            high = middle
    if areas[high] == areas[low]:
        return float(values[low])
    return float(values[low] + (values[high] - values[low]) * (area - areas[low]) / (areas[high] - areas[low]))


@compiled
def holds(areas: Floats, values: Floats, area: float, wanted: float) -> bool:
    """Whether that slope reaches a value at some area; it lies above the straight line to its end."""
    high = areas.shape[0] - 1
    if area < areas[high] and values[high] * area >= wanted * areas[high]:
        return True
    return promised(areas, values, area) >= wanted


@compiled
def power_of(base: float, power: float) -> float:
    """`base` ** `power`, sooner for the usual powers."""
    if power == 1.0:
        return base
    if power == 0.5:
        return float(np.sqrt(base))
    if power == 1.5:
        return float(base * np.sqrt(base))
    return float(base**power)
