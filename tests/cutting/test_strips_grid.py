"""The grid of the strips nester and the exact trees made from it."""

from dataclasses import replace

import pytest

from cutting.nesting.strips_grid import to_grid
from cutting.nesting.strips_tree import Laid, NotGuillotineError, tree_of
from cutting.pieces import Direction, Rect
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import a_board, a_job, a_piece


def laid(id: str, x: int, y: int, length: int, width: int) -> Laid:
    """A piece on a grid of whole millimetres without kerf."""
    return Laid(x, y, x + length, y + width, mm(length), mm(width), id, turned=False)


def test_pieces_that_lie_alike_are_one_kind() -> None:
    grid = to_grid(
        a_job(
            [
                a_piece("a", 700, 500, quantity=2),
                a_piece("b", 500, 700),
                a_piece("c", 700, 500, grain=Grain.LENGTH),
                a_piece("d", 500, 700, grain=Grain.WIDTH),
            ]
        )
    )
    assert grid.wanted.tolist() == [3, 2]
    assert [[turned for _, turned in members] for members in grid.members] == [[False, True], [False, True]]


def test_whole_millimetres_are_exact() -> None:
    grid = to_grid(a_job([a_piece("a", 700, 501)], [a_board(2800, 2070)]))
    assert (grid.x[0] * grid.step, grid.y[0] * grid.step) == (mm(704), mm(505))
    assert grid.length[0] * grid.step == mm(2784)


def test_pieces_are_rounded_up_and_boards_down() -> None:
    pieces = [a_piece(f"p{i}", 300 + 7 * i, 200, quantity=50) for i in range(20)]
    job = a_job([replace(each, length=each.length + 13, width=each.width + 7) for each in pieces], kerf=3.2)
    grid = to_grid(job)
    assert all(x * grid.step >= kind.x + job.saw.kerf for x, kind in zip(grid.x, grid.kinds, strict=True))
    assert grid.length[0] * grid.step <= mm(2780) + job.saw.kerf
    assert grid.length[0] <= 3500


def test_the_rest_of_a_board_behind_one_strip_is_one_piece_of_wood() -> None:
    tree = tree_of([laid("a", 0, 0, 300, 200)], Rect(0, 0, mm(1000), mm(800)), Direction.LENGTH, 0)
    assert [leaf.rect for leaf in tree.leaves() if leaf.offcut] == [Rect(0, mm(200), mm(1000), mm(600))]


def test_a_pinwheel_is_refused() -> None:
    pinwheel = [
        laid("a", 0, 0, 200, 100),
        laid("b", 200, 0, 100, 200),
        laid("c", 100, 200, 200, 100),
        laid("d", 0, 100, 100, 200),
    ]
    with pytest.raises(NotGuillotineError, match="4 pieces cannot be cut apart"):
        tree_of(pinwheel, Rect(0, 0, mm(300), mm(300)), Direction.LENGTH, 0)
