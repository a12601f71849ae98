"""Room for text on a figure: boxes that are taken, and the first of several places that is still free."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from reports.drawing import Text

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top in millimetres of paper."""


def box_of(text: Text) -> Box:
    """The upright box around a text."""
    if not text.rotation:
        (left, bottom), _, (right, top), _ = text.corners()
        return (left, bottom, right, top)
    xs, ys = zip(*text.corners(), strict=True)
    return (min(xs), min(ys), max(xs), max(ys))


def overlapping(one: Box, other: Box) -> bool:
    """Whether two boxes share more than their edges."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 1e-6 and min(one[3], other[3]) - max(one[1], other[1]) > 1e-6


def inside(inner: Box, outer: Box) -> bool:
    """Whether a box does not leave another."""
    return (
        inner[0] >= outer[0] - 1e-6
        and inner[1] >= outer[1] - 1e-6
        and inner[2] <= outer[2] + 1e-6
        and inner[3] <= outer[3] + 1e-6
    )


@dataclass(slots=True)
class Space:
    """The boxes taken so far on one figure, kept by the cells of a coarse grid so that a full board stays quick."""

    cells: dict[tuple[int, int], list[Box]] = field(default_factory=dict)

    def take(self, box: Box) -> None:
        """Nothing else may lie on `box` from now on."""
        for cell in _cells(box):
            self.cells.setdefault(cell, []).append(box)

    def is_free(self, box: Box) -> bool:
        """Whether nothing taken is touched by `box`."""
        return not any(overlapping(box, other) for cell in _cells(box) for other in self.cells.get(cell, ()))

    def place(self, candidates: Iterable[Text], within: Box) -> Text | None:
        """The first text that lies `within` a box and free of what is taken, which it now takes; None for none."""
        for text in candidates:
            box = box_of(text)
            if inside(box, within) and self.is_free(box):
                self.take(box)
                return text
        return None

    def place_all(self, groups: Iterable[Iterable[Text]], within: Box) -> tuple[Text, ...] | None:
        """One text of every group, or None and nothing taken where one of the groups finds no place."""
        placed: list[Text] = []
        for group in groups:
            text = self.place(group, within)
            if text is None:
                for taken in placed:
                    self.leave(box_of(taken))
                return None
            placed.append(text)
        return tuple(placed)

    def leave(self, box: Box) -> None:
        """What was taken is free again."""
        for cell in _cells(box):
            self.cells[cell].remove(box)


_CELL: Final = 8.0
"""Millimetres of one cell of the grid."""


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, bottom, right, top = (math.floor(value / _CELL) for value in box)
    return ((column, row) for column in range(left, right + 1) for row in range(bottom, top + 1))
