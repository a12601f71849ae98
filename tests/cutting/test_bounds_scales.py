"""The bound by conservative scales: never above a plan, more than others where combinations of pieces say so."""

from hypothesis import given

from cutting import bounds_scales
from cutting.bounds import area_bound, bound, scales_bound
from cutting.bounds_dff import Sized
from cutting.bounds_scales import scales_count
from cutting.nesting import load
from cutting.pieces import CutJob, Piece
from cutting.plan import CutPlan, Status
from cutting.solve import solve
from cutting.stop import Stop, never
from furnishing.grain import Grain
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.sawn import sawn
from tests.cutting.test_bounds_dff import FEW
from tests.cutting.test_nesters_contract import jobs

THREE_BY_AREA = (
    a_piece("a", 730, 440, quantity=4, grain=Grain.LENGTH),
    a_piece("b", 690, 200, quantity=6, grain=Grain.LENGTH),
)
"""No two lie end to end on a board of 1000 x 1000, and of the widths only two of 440, one with two of 200, or five of
200 go beside each other: four boards."""


def on_a_metre(*pieces: Piece, kerf: float = 0) -> CutJob:
    return a_job(pieces, [a_board(1000, 1000)], kerf=kerf, trim=0)


@FEW
@given(job=jobs())
def test_no_plan_goes_below_it_and_the_area_says_no_more(job: CutJob) -> None:
    if not job.pieces:
        return
    least = scales_bound(job)
    if len(job.boards) == 1 and job.boards[0].quantity is None:
        assert least.boards >= area_bound(job).boards
    for plan in load("shelves").nest(job, Stop(iterations=4).begin(), 0):
        if isinstance(plan, CutPlan) and not plan.unplaced:
            assert least.boards <= plan.boards


@FEW
@given(sawn([(1_300_001, 700_001), (1300, 700)], 2))
def test_boards_cut_to_pieces_are_never_said_to_be_more(boards: tuple[list[Sized], int, int]) -> None:
    assert scales_count(*boards, never) <= 2


def test_combinations_of_widths_prove_what_area_and_functions_of_the_board_do_not() -> None:
    job = on_a_metre(*THREE_BY_AREA)
    assert bound(job).boards == 3
    assert scales_bound(job).boards == 4


def test_what_may_be_turned_counts_the_way_that_needs_less() -> None:
    job = on_a_metre(a_piece("a", 390, 280, quantity=2), a_piece("b", 390, 240, quantity=7, grain=Grain.LENGTH))
    assert (bound(job).boards, scales_bound(job).boards) == (1, 2)
    turning = on_a_metre(a_piece("a", 390, 280, quantity=2), a_piece("b", 390, 240, quantity=7))
    assert scales_bound(turning).boards == 1


def test_kerf_is_part_of_every_size() -> None:
    two = (a_piece("a", 498, 498, quantity=4),)
    assert scales_bound(on_a_metre(*two, kerf=4)).boards == 1
    assert scales_bound(on_a_metre(*two, kerf=4.1)).boards == 4


def test_it_never_asks_for_more_boards_than_there_are() -> None:
    job = a_job(THREE_BY_AREA, [a_board(1000, 1000, quantity=2)], kerf=0, trim=0)
    assert scales_bound(job).boards == 2


def test_who_is_done_before_it_begins_has_nothing_proved() -> None:
    assert scales_bound(on_a_metre(*THREE_BY_AREA), lambda: True).boards == 0


def test_too_many_sizes_are_left_to_the_area() -> None:
    many = [Sized(((100 + each, 500),), 1) for each in range(bounds_scales.MOST_SIZES + 1)]
    assert scales_count(many, 2800, 2070, never) == 0
    assert scales_count(many[:-1], 2800, 2070, never) > 0


def test_a_contest_ends_with_the_proof_before_the_heavy_nesters_begin() -> None:
    result = solve(on_a_metre(*THREE_BY_AREA), Stop(iterations=1), 0)
    assert (result.status, result.plan.boards, result.nesters) == (Status.OPTIMAL, 4, ("shelves",))
