"""What every nester keeps, whatever job it gets: one contract, run over all that are registered."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cutting import nesting
from cutting.bounds import Bound
from cutting.check import check
from cutting.nesting.sheetwise import cost_of
from cutting.pieces import Board, CutJob, FirstCut, Machine, Piece, Router, Saw, Trim
from cutting.plan import CutPlan
from cutting.stop import Stop, Watch
from cutting.unplaceable import sort_out
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import a_board, a_job, a_piece

ROUTERS = nesting.names(Machine.ROUTER)
ALL = pytest.mark.parametrize("name", [*nesting.names(), *ROUTERS])
FEW = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
ALWAYS = {"shelves", "strips", "router"}
"""Nesters that make a plan of every job; others may leave a job that is not theirs to these."""


@st.composite
def saws(draw: st.DrawFn) -> Saw:
    """Any kerf from none to huge, any stage limit, first cut and trims."""
    trims = [mm(draw(st.sampled_from([0, 0, 1, 10, 17]))) for _ in range(4)]
    return Saw(
        kerf=draw(st.sampled_from([0, 1, mm(4), mm("3.2"), mm(60)])),
        trim=Trim(left=trims[0], right=trims[1], bottom=trims[2], top=trims[3]),
        max_stages=draw(st.sampled_from([1, 2, 3, 4, None])),
        first_cut=draw(st.sampled_from(FirstCut)),
    )


@st.composite
def jobs(draw: st.DrawFn) -> CutJob:
    """Jobs of one material in which each piece fits a board: all sizes, grains, several boards, short stock."""
    whole = a_board(
        draw(st.integers(200, 900)), draw(st.integers(200, 900)), cost=Decimal(draw(st.integers(1, 9))), quantity=None
    )
    others = draw(
        st.lists(
            st.tuples(
                st.integers(60, 1200), st.integers(60, 1200), st.integers(0, 9), st.sampled_from([None, 0, 1, 2])
            ),
            max_size=2,
        )
    )
    boards: list[Board] = [whole]
    boards += [
        a_board(length, width, code=f"B{i}", cost=Decimal(cost), quantity=quantity)
        for i, (length, width, cost, quantity) in enumerate(others)
    ]
    if draw(st.booleans()):
        boards[0] = a_board(700, 500, quantity=draw(st.integers(0, 2)), cost=Decimal(5))
    saw = draw(saws())
    usable = saw.usable(boards[0])
    sides = st.one_of(
        st.integers(mm(1), max(usable.length, usable.width)),
        st.sampled_from([mm(1), usable.length, usable.width, usable.length // 2, usable.width // 2]),
        st.integers(5, 40).map(lambda tens: mm(10 * tens)),
    )
    sizes = draw(st.lists(st.tuples(sides, sides), min_size=1, max_size=draw(st.sampled_from([1, 3, 12]))))
    pieces = tuple(
        Piece(
            id=f"p{i}",
            length=length,
            width=width,
            quantity=draw(st.sampled_from([1, 1, 2, 5, 30 if len(sizes) == 1 else 3])),
            grain=draw(st.sampled_from(Grain)),
        )
        for i, (length, width) in enumerate(sizes)
    )
    job, _ = sort_out(CutJob(pieces=pieces, boards=tuple(boards), saw=saw))
    return job


def suited(name: str, job: CutJob) -> CutJob:
    """The job itself for a nester of saws; on a router its kerf is the tool, its widest trim the border."""
    if name not in ROUTERS:
        return job
    trim = job.saw.trim
    border = max(trim.left, trim.right, trim.bottom, trim.top)
    router = Router(tool=job.saw.kerf, border=border, small_area=mm(200) ** 2, small_border=mm(50))
    return sort_out(replace(job, router=router))[0]


def finds(name: str, job: CutJob, watch: Watch, seed: int = 0) -> list[CutPlan | Bound]:
    """All that a nester yields; only one that need not take every job may yield no plan."""
    found = list(nesting.load(name).nest(job, watch, seed))
    assert plans_of(found) or name not in ALWAYS
    return found


def plans_of(found: Sequence[CutPlan | Bound]) -> list[CutPlan]:
    """The plans among what a nester yields."""
    return [each for each in found if isinstance(each, CutPlan)]


def plans(name: str, job: CutJob, *, iterations: int = 3) -> list[CutPlan]:
    """The plans of a nester within some iterations."""
    return plans_of(finds(name, job, Stop(iterations=iterations).begin()))


@ALL
@FEW
@given(job=jobs())
def test_every_plan_holds_before_the_judge_and_above_its_bounds(name: str, job: CutJob) -> None:
    job = suited(name, job)
    if not job.pieces:
        return
    found = finds(name, job, Stop(iterations=3).begin())
    for plan in plans_of(found):
        assert check(job, plan) == ()
        assert {each.reason for each in plan.unplaced} <= {"no-stock-left"}
        for bound in (each for each in found if isinstance(each, Bound) and not plan.unplaced):
            assert bound.boards <= plan.boards
            assert bound.cost <= cost_of(job, plan)


@ALL
@settings(FEW, max_examples=5)
@given(job=jobs(), seed=st.integers(0, 3))
def test_the_same_seed_gives_the_same_plans(name: str, job: CutJob, seed: int) -> None:
    job = suited(name, job)
    if job.pieces:
        first, second = (list(nesting.load(name).nest(job, Stop(iterations=3).begin(), seed)) for _ in range(2))
        assert first == second


@ALL
def test_nothing_stays_behind_while_there_are_boards(name: str) -> None:
    job = a_job([a_piece("a", 600, 400, quantity=7), a_piece("b", 500, 300, grain=Grain.WIDTH, quantity=5)])
    assert all(not plan.unplaced for plan in plans(name, suited(name, job)))


@pytest.mark.parametrize("name", sorted(ALWAYS))
def test_a_first_plan_comes_even_when_the_time_is_up(name: str) -> None:
    assert plans_of(finds(name, suited(name, a_job()), Stop(cancelled=lambda: True).begin()))


@ALL
def test_iterations_are_counted_and_end_the_search(name: str) -> None:
    watch = Stop(iterations=4).begin()
    job = a_job([a_piece(f"p{i}", 300 + 37 * i, 200 + 23 * i, quantity=2) for i in range(12)])
    found = finds(name, suited(name, job), watch)
    assert bool(found) <= watch.iterations <= 5


@ALL
def test_it_ends_soon_after_it_is_told(name: str) -> None:
    calls = 0

    def cancelled() -> bool:
        nonlocal calls
        calls += 1
        return calls > 3

    job = a_job([a_piece(f"p{i}", 300 + 37 * i, 200 + 23 * i, quantity=2) for i in range(12)])
    watch = Watch(stop=Stop(cancelled=cancelled), started=0.0)
    finds(name, suited(name, job), watch)
    assert watch.iterations <= 4


OPTIMA: list[tuple[str, Callable[[], CutJob], int]] = [
    (
        "four quarters and the kerf between them fill a board exactly",
        lambda: a_job([a_piece("q", 498, 398, quantity=4)], [a_board(1000, 800)], trim=0),
        1,
    ),
    (
        "a tenth of a millimetre more and two boards are needed",
        lambda: a_job([a_piece("q", 498.1, 398, quantity=4)], [a_board(1000, 800)], trim=0),
        2,
    ),
    (
        "a piece as large as the usable board needs no cut at all",
        lambda: a_job([a_piece("whole", 980, 780)], [a_board(1000, 800)], max_stages=1),
        1,
    ),
    (
        "full strips lie one kerf apart, the last ends at the edge",
        lambda: a_job([a_piece("s", 1000, 97, quantity=8)], [a_board(1000, 804)], trim=0, max_stages=1),
        1,
    ),
    (
        "grain decides: three turned would lie side by side, but may not",
        lambda: a_job([a_piece("g", 800, 320, quantity=3, grain=Grain.LENGTH)], [a_board(1000, 800)], trim=0),
        2,
    ),
    (
        "the same pieces, free to turn",
        lambda: a_job([a_piece("g", 800, 320, quantity=3)], [a_board(1000, 800)], trim=0),
        1,
    ),
]


@ALL
@pytest.mark.parametrize(("job", "boards"), [case[1:] for case in OPTIMA], ids=[case[0] for case in OPTIMA])
def test_small_jobs_with_a_known_best(name: str, job: Callable[[], CutJob], boards: int) -> None:
    assert min((plan.boards for plan in plans(name, suited(name, job()), iterations=60)), default=boards) == boards


@ALL
def test_a_million_equal_pieces_are_a_few_sheets_with_many_copies(name: str) -> None:
    job = suited(name, a_job([a_piece("p", 600, 400, quantity=1_000_000)]))
    for plan in plans(name, job, iterations=1)[:1]:
        assert check(job, plan) == ()
        assert len(plan.sheets) < 10


@ALL
def test_of_short_stock_the_larger_pieces_are_cut(name: str) -> None:
    job = a_job(
        [a_piece("small", 300, 200, quantity=4), a_piece("large", 900, 700)],
        [a_board(1000, 800, quantity=1)],
    )
    for best in plans(name, suited(name, job), iterations=5)[-1:]:
        assert [(each.id, each.quantity) for each in best.unplaced] == [("small", 4)]


@ALL
def test_the_cheaper_board_is_taken_when_one_is_enough(name: str) -> None:
    job = a_job([a_piece("p", 400, 300)], [a_board(2800, 2070, cost=Decimal(60)), a_board(500, 400, code="S")])
    assert all(cost_of(job, best) == 1 for best in plans(name, suited(name, job), iterations=5)[-1:])


def test_nesters_are_found_by_name_and_strangers_refused() -> None:
    assert ALWAYS | {"rectpack_guillotine"} <= {*nesting.names(), *ROUTERS}
    assert "router" not in nesting.names()
    with pytest.raises(KeyError, match="no nester is called 'magic'"):
        nesting.load("magic")
