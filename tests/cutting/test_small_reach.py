"""The bound of what a half-filled board can still hold: never below what is then laid on it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.nesting.small_front import FIELDS, advance_front
from cutting.nesting.small_reach import MOST_CELLS, beyond
from cutting.nesting.small_tree import Taste, Tree, Worth
from cutting.nesting.strips_grid import Grid, to_grid
from cutting.stop import never
from tests.cutting.builders import a_board, a_job, a_piece


def a_grid(sizes: list[tuple[int, int]], board: tuple[int, int], stages: int, kerf: int = 4, trim: int = 10) -> Grid:
    pieces = [a_piece(f"p{n}", *size) for n, size in enumerate(sizes)]
    return to_grid(a_job(pieces, [a_board(*board)], max_stages=stages, kerf=kerf, trim=trim))


def a_tree(grid: Grid, worth: np.ndarray[Any, np.dtype[np.int64]], boards: int, width: int, *, sharp: bool) -> Tree:
    return Tree(grid, grid.wanted, boards, Taste(width=width, strict=True), Worth(worth, 1 << 20), sharp=sharp)


sizes = st.lists(st.tuples(st.integers(60, 900), st.integers(60, 600)), min_size=2, max_size=7)


@settings(max_examples=60, deadline=None)
@given(sizes, st.sampled_from([(1000, 700), (2800, 2070), (1201, 803)]), st.sampled_from([2, 3]), st.integers(1, 2))
def test_no_filling_is_worth_more_than_is_promised_on_the_way(
    sizes: list[tuple[int, int]], board: tuple[int, int], stages: int, boards: int
) -> None:
    grid = a_grid(sizes, board, stages)
    worth = np.arange(1, len(grid.kinds) + 1, dtype=np.int64) * 1000 + 17
    tree = a_tree(grid, worth, boards, 64, sharp=True)
    if tree.reach.cell == 0:
        return
    assert tree.most(never, 8)
    check_promises(tree)


def check_promises(tree: Tree) -> None:
    """Replay the best node of every level: what came behind each front was promised there."""
    ways = tree.pieces.along.shape[1]
    for step, parents in enumerate(tree.parents):
        moves, node = [], 0
        assert len(parents)
        for at in range(step, -1, -1):
            moves.append(int(tree.actions[at][node]))
            node = int(tree.parents[at][node])
        moves.reverse()
        values = [int(tree.pieces.value[kind_of(tree, moves, at)]) for at in range(len(moves))]
        front = np.zeros(FIELDS, np.int32)
        for at, move in enumerate(moves):
            assert advance_front(tree.pieces, tree.rules, front, *divmod(move, ways))
            assert sum(values[at + 1 :]) <= beyond(tree.pieces, tree.rules, tree.reach, front)


def kind_of(tree: Tree, moves: list[int], at: int) -> int:
    """The kind that a move lays, in the direction of the board it lies on."""
    ways = tree.pieces.along.shape[1]
    action = next(move // ways for move in reversed(moves[: at + 1]) if move // ways >= 3)
    return int(tree.pieces.kind[action - 3, moves[at] % ways])


@settings(max_examples=40, deadline=None)
@given(sizes, st.sampled_from([2, 3]))
def test_a_sharp_search_that_is_never_full_finds_what_the_plain_one_finds(
    sizes: list[tuple[int, int]], stages: int
) -> None:
    grid = a_grid(sizes, (1000, 700), stages)
    worth = (grid.x.astype(np.int64) * grid.y * (1 + np.arange(len(grid.kinds)) % 3)).astype(np.int64)
    plain = a_tree(grid, worth, 1, 20_000, sharp=False).most(never)
    sharp = a_tree(grid, worth, 1, 20_000, sharp=True).most(never)
    assert [found.value for found in sharp] == [found.value for found in plain]


def test_the_whole_board_is_bounded_by_what_two_knapsacks_say() -> None:
    grid = a_grid([(500, 350), (300, 200)], (1000, 700), 3, kerf=0, trim=0)
    tree = a_tree(grid, np.array([10, 3], np.int64), 1, 16, sharp=True)
    assert int(tree.reach.whole[0]) == 40  # four of the large ones


@pytest.mark.parametrize(("thin", "known"), [(3, False), (60, True)])
def test_pieces_thinner_than_a_cell_leave_nothing_known(thin: int, known: bool) -> None:
    grid = a_grid([(701, thin), (720, 561)], (2800, 2071), 3, kerf=0, trim=0)
    tree = a_tree(grid, np.array([1, 1], np.int64), 1, 16, sharp=True)
    assert tree.reach.cell == (-(-2800 // MOST_CELLS) if known else 0)
