"""From drafts on the grid to cut plans of named pieces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from cutting.nesting.strips_grid import Grid
from cutting.nesting.strips_pass import Draft
from cutting.nesting.strips_tree import Laid, tree_of
from cutting.pieces import Direction
from cutting.plan import CutPlan, Sheet, Unplaced
from furnishing.units import show

Names: TypeAlias = "tuple[tuple[int, tuple[int, ...]], ...]"
"""Kinds in rising order, each with the members of it on one sheet, in the order of its blocks."""


class Planner:
    """Makes plans of one job. A draft that stays from plan to plan keeps its pieces, so its sheet is made once."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self.names: dict[Draft, Names] = {}
        self.free = [[piece.quantity for piece, _ in members] for members in grid.members]
        """By kind and member: the pieces that no draft has."""
        self.sheets: dict[tuple[bytes, Names], Sheet] = {}

    def plan(self, drafts: Sequence[Draft], left: NDArray[np.int64]) -> CutPlan:
        """The plan of all `drafts`, with `left` pieces of each kind unplaced."""
        drafts = _told_apart(drafts)
        for draft in self.names.keys() - set(drafts):
            self._give_back(self.names.pop(draft))
        for draft in sorted((draft for draft in drafts if draft not in self.names), key=_shape):
            self.names[draft] = self._name(draft)
        copies: Counter[tuple[bytes, Names]] = Counter()
        drafted: dict[tuple[bytes, Names], Draft] = {}
        for draft in drafts:
            key = (_shape(draft), self.names[draft])
            copies[key] += 1
            drafted.setdefault(key, draft)
        self.sheets = {key: self.sheets.get(key) or self._sheet(drafted[key]) for key in copies}
        return CutPlan(
            sheets=tuple(replace(self.sheets[key], copies=count) for key, count in copies.items()),
            unplaced=self._unplaced(left),
        )

    def _give_back(self, names: Names) -> None:
        """Free the pieces of a draft that is no more."""
        for kind, some in names:
            for member in some:
                self.free[kind][member] += 1

    def _name(self, draft: Draft) -> Names:
        """Pieces for a draft: all of a kind from one member where that has enough, so that equal sheets stay equal."""
        count = draft.count(len(self.grid.kinds))
        names = []
        for kind in np.flatnonzero(count).tolist():
            need = int(count[kind])
            rest = self.free[kind]
            some = next(([m] * need for m, n in enumerate(rest) if n >= need), None)
            if some is None:
                some = [m for m, n in enumerate(rest) for _ in range(n)][:need]
            for member in some:
                rest[member] -= 1
            names.append((kind, tuple(some)))
        return tuple(names)

    def _sheet(self, draft: Draft) -> Sheet:
        """The exact sheet of a draft."""
        job = self.grid.job
        board = job.boards[draft.board]
        first = Direction.LENGTH if draft.direction == 0 else Direction.WIDTH
        tree = tree_of(self._laid(draft), job.saw.usable(board), first, job.saw.kerf)
        pieces = {piece.id: piece for kind, _ in self.names[draft] for piece, _ in self.grid.members[kind]}
        return Sheet.from_tree(board.code, tree, pieces, material=board.material)

    def _laid(self, draft: Draft) -> list[Laid]:
        """The pieces of a draft, strips turned into the board's own x and y."""
        grid = self.grid
        member = {kind: iter(some) for kind, some in self.names[draft]}
        laid = []
        for kind, turned, along, over, columns, rows, pitch in draft.blocks.tolist():
            sizes = (int(grid.x[kind]), int(grid.y[kind]))
            exact = (grid.kinds[kind].x, grid.kinds[kind].y)
            if turned:
                sizes, exact = sizes[::-1], exact[::-1]
            across = sizes[1 - draft.direction]
            for column in range(columns):
                for row in range(rows):
                    near = (along + column * pitch, over + row * across)
                    x, y = near if draft.direction == 0 else near[::-1]
                    piece, turn = grid.members[kind][next(member[kind])]
                    laid.append(Laid(x, y, x + sizes[0], y + sizes[1], *exact, piece.id, turn is not bool(turned)))
        return laid

    def _unplaced(self, left: NDArray[np.int64]) -> tuple[Unplaced, ...]:
        """The pieces that no board was left for, in the order of the kinds."""
        result = []
        for kind in np.flatnonzero(left).tolist():
            for (piece, _), quantity in zip(self.grid.members[kind], self.free[kind], strict=True):
                if quantity:
                    size = f"{show(piece.length)} x {show(piece.width)} mm"
                    message = f"no board is left for {quantity} of {piece.id} ({size}); add boards to the stock"
                    result.append(Unplaced(id=piece.id, quantity=quantity, reason="no-stock-left", message=message))
        return tuple(result)


def _told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """A copy in the place of each draft that is there already: it holds other pieces of the same kinds."""
    found: dict[Draft, None] = {}
    for draft in drafts:
        found[replace(draft) if draft in found else draft] = None
    return list(found)


def _shape(draft: Draft) -> bytes:
    """What makes two drafts alike."""
    return bytes((draft.direction,)) + draft.board.to_bytes(4, "big") + draft.blocks.tobytes()
