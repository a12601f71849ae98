"""Bounds are never above what some plan does, and exact where they can be."""

from decimal import Decimal

from hypothesis import HealthCheck, given, settings

from cutting.bounds import area_bound, bound, large_piece_bound
from cutting.nesting import load
from cutting.nesting.sheetwise import cost_of
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Stop
from furnishing.grain import Grain
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.test_nesters_contract import jobs


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(job=jobs())
def test_no_plan_goes_below_the_bound(job: CutJob) -> None:
    if not job.pieces:
        return
    least = bound(job)
    for plan in load("shelves").nest(job, Stop(iterations=4).begin(), 0):
        if isinstance(plan, CutPlan) and not plan.unplaced:
            assert least.boards <= plan.boards
            assert least.cost <= cost_of(job, plan)


def test_four_quarters_with_their_kerf_need_exactly_one_board() -> None:
    fitting = a_job([a_piece("q", 498, 398, quantity=4)], [a_board(1000, 800)], trim=0)
    assert area_bound(fitting).boards == 1


def test_a_micrometre_more_needs_a_second_board() -> None:
    tight = a_job([a_piece("q", 498.001, 398, quantity=4)], [a_board(1000, 800)], trim=0)
    assert area_bound(tight).boards == 2


def test_the_cost_takes_the_board_of_least_cost_per_area() -> None:
    boards = [a_board(1000, 1000, code="dear", cost=Decimal(9)), a_board(1000, 500, code="cheap", cost=Decimal(4))]
    job = a_job([a_piece("p", 500, 500, quantity=8)], boards, kerf=0, trim=0)
    assert bound(job).cost == 16
    assert bound(job).boards == 2


def test_the_cost_is_rounded_up_to_what_boards_can_cost() -> None:
    boards = [a_board(1000, 1000, code="a", cost=Decimal("48.50")), a_board(500, 500, code="b", cost=Decimal("29.10"))]
    job = a_job([a_piece("p", 400, 400)], boards, kerf=0, trim=0)
    assert bound(job).cost == Decimal("29.10")


def test_limited_offcuts_are_counted_no_more_often_than_they_are_there() -> None:
    boards = [
        a_board(1000, 1000, code="new", cost=Decimal(10)),
        a_board(1000, 1000, code="rest", cost=Decimal(0), quantity=1, offcut=True),
    ]
    job = a_job([a_piece("p", 1000, 1000, quantity=3)], boards, kerf=0, trim=0)
    assert bound(job).cost == 20


def test_pieces_over_half_a_board_each_way_need_one_each() -> None:
    job = a_job([a_piece("p", 1500, 1100, quantity=5, grain=Grain.LENGTH)])
    assert area_bound(job).boards < large_piece_bound(job).boards == bound(job).boards == 5


def test_two_large_pieces_that_fit_side_by_side_when_one_is_turned_may_share() -> None:
    assert large_piece_bound(a_job([a_piece("p", 1500, 1100, quantity=5)])).boards == 0


def test_a_way_in_which_a_large_piece_does_not_fit_lets_it_share_nothing() -> None:
    assert large_piece_bound(a_job([a_piece("p", 2100, 1100, quantity=5)])).boards == 5


def test_boards_too_small_for_any_piece_do_not_weaken_the_bound() -> None:
    boards = [a_board(1000, 1000, cost=Decimal(10)), a_board(99, 99, code="scrap", cost=Decimal(0))]
    job = a_job([a_piece("p", 500, 500, quantity=8)], boards, kerf=0, trim=0)
    assert bound(job).cost == 20
