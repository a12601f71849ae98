"""The bound by dual feasible functions: never above a plan, and more than the area where sizes are awkward."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cutting.bounds import area_bound, dff_bound, large_piece_bound
from cutting.bounds_dff import Sized, _functions, dff_count
from cutting.nesting import load
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Stop
from furnishing.grain import Grain
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.sawn import sawn
from tests.cutting.test_nesters_contract import jobs

FEW = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(job=jobs())
def test_no_plan_goes_below_it(job: CutJob) -> None:
    if not job.pieces:
        return
    least = dff_bound(job)
    for plan in load("shelves").nest(job, Stop(iterations=4).begin(), 0):
        if isinstance(plan, CutPlan) and not plan.unplaced:
            assert least.boards <= plan.boards


@FEW
@given(whole=st.integers(1, 60), sizes=st.lists(st.integers(1, 60), min_size=1, max_size=8))
def test_sizes_that_fit_have_values_that_fit(whole: int, sizes: list[int]) -> None:
    fitting = [size for size in sizes if size <= whole] or [whole]
    for function in _functions(set(fitting), whole, 100):
        left, value = whole, 0
        for size in fitting:
            if size <= left:
                left, value = left - size, value + function(size)
        assert value <= function(whole)


@FEW
@given(sawn([(1000, 1000), (1300, 700)], 1))
def test_a_board_cut_to_pieces_is_never_said_to_be_two(board: tuple[list[Sized], int, int]) -> None:
    assert dff_count(*board) <= 1


def test_five_pieces_just_over_a_third_of_each_side_need_two_boards() -> None:
    job = a_job([a_piece("p", 340, 340, quantity=5)], [a_board(1000, 1000)], kerf=0, trim=0)
    assert area_bound(job).boards == large_piece_bound(job).boards + 1 == 1
    assert dff_bound(job).boards == 2


def test_what_may_be_turned_counts_the_way_that_needs_less() -> None:
    fixed = a_job([a_piece("p", 510, 340, quantity=4, grain=Grain.LENGTH)], [a_board(1000, 1000)], kerf=0, trim=0)
    free = a_job([a_piece("p", 510, 340, quantity=2)], [a_board(1000, 1000)], kerf=0, trim=0)
    assert dff_bound(fixed).boards == 2
    assert dff_bound(free).boards == 1


def test_kerf_is_part_of_every_size() -> None:
    assert dff_bound(a_job([a_piece("p", 332, 332, quantity=9)], [a_board(1000, 1000)], kerf=2, trim=0)).boards == 1
    assert dff_bound(a_job([a_piece("p", 332.1, 332.1, quantity=9)], [a_board(1000, 1000)], kerf=2, trim=0)).boards == 3


def test_a_job_without_boards_in_use_needs_none() -> None:
    assert dff_bound(a_job([a_piece("p", 300, 300)], [a_board(quantity=0)])).boards == 0
