"""The strips nester: kerf, grain, stages, stock and rests, judged plan by plan."""

import importlib
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cutting.check import check
from cutting.nesting import warm
from cutting.nesting.strips import NESTER
from cutting.pieces import CutJob, Direction, FirstCut, Piece
from cutting.plan import CutPlan, Node
from cutting.stop import Stop
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import a_board, a_job, a_piece


def last_plan(job: CutJob, *, iterations: int = 6, seed: int = 0) -> CutPlan:
    """The best plan within some iterations, which the judge accepts."""
    *_, plan = NESTER.nest(job, Stop(iterations=iterations).begin(), seed)
    assert check(job, plan) == ()
    return plan


def mixed_pieces(count: int) -> Sequence[Piece]:
    """Pieces of many sizes, as cabinets have them."""
    return [a_piece(f"p{i}", 250 + 61 * i % 900, 90 + 37 * i % 480, quantity=1 + i % 3) for i in range(count)]


def test_stacks_of_equal_pieces_fill_a_strip() -> None:
    job = a_job([a_piece("low", 496, 196, quantity=10)], [a_board(1000, 996)], trim=0)
    assert last_plan(job).boards == 1


def test_the_hole_above_a_stack_is_filled_with_other_pieces() -> None:
    job = a_job(
        [a_piece("tall", 600, 500, grain=Grain.LENGTH), a_piece("low", 396, 300), a_piece("flat", 396, 196)],
        [a_board(1000, 500)],
        trim=0,
    )
    assert last_plan(job).boards == 1


def test_beside_a_narrow_piece_in_a_stack_only_a_further_stage_may_cut() -> None:
    pieces = [
        a_piece("tall", 600, 500, grain=Grain.LENGTH),
        a_piece("low", 400, 300, grain=Grain.LENGTH),
        a_piece("left", 250, 200, grain=Grain.LENGTH),
        a_piece("right", 150, 200, grain=Grain.LENGTH),
    ]

    def boards(stages: int | None) -> int:
        job = a_job(pieces, [a_board(1000, 500)], kerf=0, trim=0, max_stages=stages, first_cut=FirstCut.LENGTH)
        return last_plan(job).boards

    assert [boards(3), boards(4), boards(None)] == [2, 1, 1]


def test_fixed_and_free_grain_share_a_board() -> None:
    job = a_job(
        [a_piece("fixed", 300, 800, grain=Grain.LENGTH), a_piece("free", 696, 800)], [a_board(1000, 800)], trim=0
    )
    assert last_plan(job).boards == 1


@pytest.mark.parametrize("direction", [Direction.LENGTH, Direction.WIDTH])
def test_the_first_cuts_run_as_the_saw_wants(direction: Direction) -> None:
    plan = last_plan(a_job(mixed_pieces(20), first_cut=FirstCut(direction.value)))
    assert {sheet.cuts.direction for sheet in plan.sheets if sheet.cuts} == {direction}


def test_sizes_finer_than_the_grid_stay_exact() -> None:
    pieces = [a_piece(f"p{i}", 300 + 31 * i, 200 + 17 * i) for i in range(30)]
    fine = [replace(each, length=each.length + 7, width=each.width + 13, quantity=20) for each in pieces]
    assert not last_plan(a_job(fine, kerf=3.2), iterations=2).unplaced


def test_an_offcut_that_costs_less_is_used_first() -> None:
    job = a_job(
        [a_piece("p", 500, 400, quantity=4)],
        [
            a_board(cost=Decimal(60)),
            a_board(1100, 900, code="X1", quantity=1, cost=Decimal(5), offcut=True),
        ],
    )
    assert [sheet.board for sheet in last_plan(job).sheets] == ["X1"]


def test_many_kinds_of_offcuts_in_stock_are_all_within_reach() -> None:
    offcuts = [a_board(610 + 10 * i, 420, code=f"X{i}", quantity=1, cost=Decimal(i), offcut=True) for i in range(1, 12)]
    job = a_job([a_piece("p", 590, 390, quantity=11)], [a_board(cost=Decimal(99)), *offcuts])
    assert {sheet.board for sheet in last_plan(job).sheets} == {board.code for board in offcuts}


def test_short_stock_names_what_is_left_with_the_way_out() -> None:
    plan = last_plan(a_job([a_piece("p", 900, 700, quantity=3)], [a_board(1000, 800, quantity=2)]))
    assert [(each.id, each.quantity, each.reason) for each in plan.unplaced] == [("p", 1, "no-stock-left")]
    assert "900 x 700 mm" in plan.unplaced[0].message


def test_the_rest_of_the_last_board_is_one_large_offcut() -> None:
    plan = last_plan(a_job([a_piece(f"p{i}", 800, 300 + 10 * i) for i in range(3)]))
    largest = max(plan.sheets[-1].offcuts, key=lambda rect: rect.area)
    assert largest.area > 0.7 * mm(2780) * mm(2050)


def test_equal_sheets_become_copies() -> None:
    plan = last_plan(a_job([a_piece("p", 900, 650, quantity=90)]), iterations=2)
    assert plan.boards == 10
    assert len(plan.sheets) == 1


def test_pieces_of_one_size_keep_their_names_and_ways() -> None:
    job = a_job(
        [
            a_piece("upright", 700, 500, quantity=3),
            a_piece("lying", 500, 700, quantity=4),
            a_piece("across", 500, 700, quantity=2, grain=Grain.WIDTH),
        ]
    )
    placed = [each.id for sheet in last_plan(job).sheets for each in sheet.placed for _ in range(sheet.copies)]
    assert sorted(placed) == ["across"] * 2 + ["lying"] * 4 + ["upright"] * 3


def test_more_search_never_costs_boards() -> None:
    job = a_job(mixed_pieces(40))
    boards = [plan.boards for plan in NESTER.nest(job, Stop(iterations=4).begin(), 3)]
    assert boards == sorted(boards, reverse=True)


def test_a_pool_is_laid_close_to_its_area() -> None:
    job = a_job(mixed_pieces(160))
    area = sum((piece.length + mm(4)) * (piece.width + mm(4)) * piece.quantity for piece in job.pieces)
    assert last_plan(job, iterations=1).boards <= 1.03 * area / (mm(2784) * mm(2054)) + 1


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    sizes=st.lists(
        st.tuples(st.integers(1, 990), st.integers(1, 590), st.sampled_from(Grain)), min_size=8, max_size=40
    ),
    stages=st.sampled_from([1, 2, 3, 4, 5, 6, None]),
    kerf=st.sampled_from([0, 4, 25]),
    first=st.sampled_from(FirstCut),
)
def test_any_job_is_sawn_within_its_stages(
    sizes: list[tuple[int, int, Grain]], stages: int | None, kerf: int, first: FirstCut
) -> None:
    pieces = [a_piece(f"p{i}", *min((a, b), (b, a), key=lambda s: s[1]), grain=g) for i, (a, b, g) in enumerate(sizes)]
    job = a_job(pieces, [a_board(1000, 1000)], kerf=kerf, trim=5, max_stages=stages, first_cut=first)
    assert not last_plan(job, iterations=3).unplaced


def test_the_module_is_light_until_a_job_comes() -> None:
    code = "import sys, cutting.nesting.strips; sys.exit('numba' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_warming_up_leaves_the_kernels_compiled() -> None:
    assert warm.main() == 0
    kernels = importlib.import_module("cutting.nesting.strips_boards")
    assert kernels.advance.signatures


def deepest(node: Node) -> int:
    """Levels of division below a node."""
    return 1 + max((deepest(child) for child in node.children), default=0) if node.children else 0


def test_a_saw_of_one_stage_cuts_one_piece_from_each_strip() -> None:
    plan = last_plan(a_job(mixed_pieces(10), max_stages=1))
    assert all(deepest(sheet.cuts) <= 2 for sheet in plan.sheets if sheet.cuts)
