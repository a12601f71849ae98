"""The nester for small jobs: what its beams, its exchange, its pool and its squeeze each bring."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.check import check
from cutting.nesting.sheetwise import rank
from cutting.nesting.small import NESTER
from cutting.nesting.small_dive import dive
from cutting.nesting.small_exchange import Exchange
from cutting.nesting.small_pool import Pool
from cutting.nesting.small_squeeze import squeezed
from cutting.nesting.small_tree import Taste, Tree, Worth
from cutting.nesting.strips_grid import Grid, to_grid
from cutting.nesting.strips_pass import Draft
from cutting.nesting.strips_plan import Planner
from cutting.pieces import CutJob, FirstCut
from cutting.plan import CutPlan
from cutting.stop import Stop, never
from furnishing.grain import Grain
from tests.cutting.builders import a_board, a_job, a_piece

SIZES = ((720, 560, 6), (564, 560, 3), (564, 100, 6), (563, 540, 3), (715, 297, 4), (2040, 600, 2), (497, 140, 8))


def an_order(max_stages: int | None = 3, first_cut: FirstCut = FirstCut.ANY, grain: Grain = Grain.FREE) -> CutJob:
    """A small kitchen."""
    pieces = [a_piece(f"p{i}", length, width, quantity=n, grain=grain) for i, (length, width, n) in enumerate(SIZES)]
    return a_job(pieces, max_stages=max_stages, first_cut=first_cut)


def plans(job: CutJob, iterations: int = 6, seed: int = 0) -> list[CutPlan]:
    return list(NESTER.nest(job, Stop(iterations=iterations).begin(), seed))


def laid(grid: Grid, boards: int = 99, width: int = 32) -> Tree:
    return Tree(grid, grid.wanted, boards, Taste(width=width))


@pytest.mark.parametrize("max_stages", [2, 3, 4, None])
@pytest.mark.parametrize("first_cut", list(FirstCut))
@pytest.mark.parametrize("grain", list(Grain))
def test_plans_hold_before_the_judge(max_stages: int | None, first_cut: FirstCut, grain: Grain) -> None:
    job = an_order(max_stages, first_cut, grain)
    found = plans(job)
    assert found
    assert all(check(job, plan) == () and not plan.unplaced for plan in found)


def test_each_plan_is_better_than_the_one_before() -> None:
    job = an_order()
    ranks = [rank(job, plan) for plan in plans(job, iterations=12)]
    assert ranks == sorted(set(ranks), reverse=True)


def test_the_same_seed_gives_the_same_plans() -> None:
    job = an_order(grain=Grain.LENGTH)
    assert plans(job, 5, seed=3) == plans(job, 5, seed=3)


@pytest.mark.parametrize(
    "job",
    [
        a_job([a_piece("p", 400, 300, quantity=401)]),
        a_job(boards=[a_board(), a_board(code="other")]),
        a_job(max_stages=1),
    ],
    ids=["too many pieces", "two kinds of boards", "one stage"],
)
def test_what_is_not_a_small_job_is_left_to_the_others(job: CutJob) -> None:
    assert plans(job) == []


def test_stock_too_short_is_left_to_the_others() -> None:
    assert plans(a_job([a_piece("p", 1500, 1100, quantity=3)], [a_board(quantity=1)])) == []


def test_a_beam_lays_nine_equal_squares_without_loss() -> None:
    grid = to_grid(a_job([a_piece("p", 300, 300, quantity=9)], [a_board(900, 900)], kerf=0, trim=0))
    found = laid(grid, boards=1).whole(never)
    assert found is not None
    assert (len(found.drafts), found.rest) == (1, 0)


def test_a_beam_of_one_board_takes_what_is_worth_most() -> None:
    job = a_job([a_piece("a", 600, 600), a_piece("b", 600, 500)], [a_board(1000, 1000)], kerf=0, trim=0)
    grid = to_grid(job)
    area = grid.x.astype(np.int64) * grid.y
    worth = Worth(area * np.array([1, 2]), unit=2)
    (found,) = Tree(grid, grid.wanted, 1, Taste(width=8), worth).most(never)
    assert found.drafts[0].count(2).tolist() == [0, 1]


def test_a_goal_that_cannot_be_surpassed_ends_a_beam_at_once() -> None:
    grid = to_grid(a_job([a_piece("p", 600, 600, quantity=4)], [a_board(1000, 1000)], kerf=0, trim=0))
    assert laid(grid, boards=1).whole(never) is None
    tree = laid(grid, boards=1)
    assert list(tree.levels(never)) == []


def test_exchange_saves_a_board_that_was_filled_badly() -> None:
    job = a_job(
        [a_piece("a", 600, 1000, quantity=3), a_piece("b", 400, 1000, quantity=3)],
        [a_board(1000, 1000)],
        kerf=0,
        trim=0,
    )
    grid = to_grid(job)
    bad = [draft for kind in (0, 1) for draft in _alone(grid, kind)]
    exchange = Exchange(grid, bad[:3], np.random.default_rng(0), never)
    assert exchange.search(60, 16)
    assert len(exchange.drafts) == 3
    assert check(job, Planner(grid).plan(exchange.drafts, np.zeros_like(grid.wanted))) == ()


def _alone(grid: Grid, kind: int) -> tuple[Draft, ...]:
    only = np.where(np.arange(len(grid.kinds)) == kind, grid.wanted, 0)
    found = Tree(grid, only, 9, Taste(width=8)).whole(never)
    assert found is not None
    return found.drafts


def test_the_pool_prices_patterns_and_chooses_the_fewest() -> None:
    job = a_job(
        [a_piece(f"a{i}", 600 - i, 1000) for i in range(4)] + [a_piece(f"b{i}", 400 + i, 1000) for i in range(4)],
        [a_board(1000, 1000)],
        kerf=0,
        trim=0,
    )
    grid = to_grid(job)
    pool = Pool(grid, np.random.default_rng(0), never)
    pool.add([draft for kind in range(8) for draft in _alone(grid, kind)])
    assert pool.settle((16,), 200)
    assert pool.cost == pytest.approx(4)
    chosen = pool.whole(5.0)
    assert chosen is not None
    assert len(chosen) == 4
    assert sum(draft.count(8) for draft in chosen).tolist() == [1] * 8  # type: ignore[union-attr]
    assert len(pool.guess(grid.wanted, 4, 16)) <= 4


@given(
    sizes=st.lists(st.tuples(st.integers(20, 100), st.integers(20, 100)), min_size=4, max_size=14),
    calls=st.integers(0, 12),
)
@settings(max_examples=30, deadline=None, derandomize=True)
def test_a_dive_lays_nothing_twice_wherever_it_is_broken_off(sizes: list[tuple[int, int]], calls: int) -> None:
    job = a_job([a_piece(f"p{i}", *size) for i, size in enumerate(sizes)], [a_board(100, 100)], kerf=0, trim=0)
    grid = to_grid(job)
    first = laid(grid).whole(never)
    assert first is not None
    pool = Pool(grid, np.random.default_rng(0), never)
    pool.add(first.drafts)
    pool.settle((16,), 20)
    told = iter([False] * 10 * calls)
    pool.hurry = lambda: next(told, True)
    drafts = dive(pool, len(first.drafts))
    count = sum((draft.count(len(grid.kinds)) for draft in drafts), start=np.zeros_like(grid.wanted))
    assert len(drafts) <= len(first.drafts)
    assert (count <= grid.wanted).all()


def test_squeezing_leaves_the_largest_rectangle() -> None:
    grid = to_grid(a_job([a_piece("p", 500, 300, quantity=4)], [a_board(1000, 1000)], kerf=0, trim=0))
    found = squeezed(grid, grid.wanted, -1, 16, never)
    assert found is not None
    assert found[1] * 10 == 4 * int(grid.length[0]) * int(grid.width[0])


def test_the_last_board_keeps_a_large_offcut() -> None:
    job = an_order()
    best = plans(job, iterations=12)[-1]
    largest = max(offcut.area for sheet in best.sheets for offcut in sheet.offcuts)
    pieces = sum(piece.area * piece.quantity for piece in job.pieces)
    free = best.boards * job.saw.usable(job.boards[0]).area - pieces
    assert largest > free * 0.7


def test_a_board_that_is_there_twice_gets_other_pieces_each_time() -> None:
    job = a_job([a_piece("a", 900, 600), a_piece("b", 900, 600)], [a_board(1000, 700)])
    grid = to_grid(job)
    once = Tree(grid, np.array([1], np.int64), 1, Taste(width=4)).most(never)[0].drafts[0]
    planner = Planner(grid)
    for _ in range(2):
        plan = planner.plan((once, once), np.zeros(1, np.int64))
        assert sorted(each.id for sheet in plan.sheets for each in sheet.placed) == ["a", "b"]
        assert check(job, plan) == ()
