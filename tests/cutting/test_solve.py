"""What `solve` promises: judged plans, nothing lost, reasons for what is left out, optimal where the bound is met."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cutting import nesting
from cutting.bounds import Bound
from cutting.check import check, judge
from cutting.contest import RefusedPlanWarning
from cutting.pieces import Batching, Board, CutJob, Piece
from cutting.plan import CutPlan, CutResult, Status
from cutting.solve import Progress, solve
from cutting.stop import Stop, Watch
from furnishing.errors import InputError, PlanError
from furnishing.grain import Grain
from tests.cutting.builders import a_board, a_job, a_piece
from tests.cutting.test_nesters_contract import jobs

OURS = ("rectpack_guillotine", "shelves")


def solved(job: CutJob, *, iterations: int = 5, seed: int = 0) -> CutResult:
    """The job solved by the two light nesters."""
    return solve(job, Stop(iterations=iterations), seed, nesters=OURS)


def reasons(result: CutResult) -> dict[str, str]:
    """The reason for each unplaced piece."""
    return {each.id: each.reason for each in result.plan.unplaced}


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(jobs=st.lists(jobs(), min_size=1, max_size=3))
def test_no_piece_is_ever_lost_and_the_result_claims_nothing_wrong(jobs: list[CutJob]) -> None:
    job = replace(
        jobs[0],
        pieces=tuple(_of(piece, i) for i, each in enumerate(jobs) for piece in each.pieces),
        boards=tuple(_of_board(board, i) for i, each in enumerate(jobs) for board in each.boards),
        saw=replace(jobs[0].saw, trim=jobs[0].saw.trim, kerf=min(each.saw.kerf for each in jobs)),
    )
    if not job.pieces:
        return
    result = solved(job, iterations=2)
    assert judge(job, result) == ()
    counted = Counter({piece.id: piece.quantity for piece in job.pieces})
    for sheet in result.plan.sheets:
        counted.subtract(Counter(each.id for each in sheet.placed for _ in range(sheet.copies)))
    counted.subtract({each.id: each.quantity for each in result.plan.unplaced})
    assert not any(counted.values())


def _of(piece: Piece, number: int) -> Piece:
    return replace(piece, id=f"{number}.{piece.id}", material=f"m{number}")


def _of_board(board: Board, number: int) -> Board:
    return replace(board, code=f"{number}.{board.code}", material=f"m{number}", offcut=True)


@pytest.mark.parametrize(
    ("piece", "reason", "numbers"),
    [
        (a_piece("p", 3000, 600), "no-board-long-enough", "2780"),
        (a_piece("p", 2100, 2060), "no-board-wide-enough", "2050"),
        (a_piece("p", 2900, 2300), "larger-than-board", "2780 x 2050"),
        (a_piece("p", 500, 2500, grain=Grain.LENGTH), "grain-forbids-turning", "500 x 2500"),
        (a_piece("p", 2500, 500, grain=Grain.WIDTH), "grain-forbids-turning", "2500 x 500"),
        (a_piece("p", 3000, 600, grain=Grain.LENGTH), "no-board-long-enough", "3000"),
        (a_piece("p", 600, 3000, grain=Grain.WIDTH), "no-board-long-enough", "3000"),
        (a_piece("p", 600, 400, material="oak"), "no-board-of-material", "oak"),
    ],
)
def test_a_piece_that_fits_no_board_comes_back_with_its_reason(piece: Piece, reason: str, numbers: str) -> None:
    job = a_job([a_piece("good", 600, 400), piece])
    result = solved(job)
    assert reasons(result) == {"p": reason}
    assert numbers in result.plan.unplaced[0].message
    assert [each.id for sheet in result.plan.sheets for each in sheet.placed] == ["good"]
    assert result.status is Status.INCOMPLETE
    assert judge(job, result) == ()


def test_too_long_for_one_board_and_too_wide_for_the_other_is_larger_than_both() -> None:
    boards = [a_board(2000, 300), a_board(1000, 900, code="B")]
    assert reasons(solved(a_job([a_piece("p", 1500, 600)], boards))) == {"p": "larger-than-board"}


def test_when_stock_runs_out_the_larger_pieces_are_cut_and_the_rest_is_named() -> None:
    pieces = [a_piece("small", 300, 200, quantity=4), a_piece("large", 900, 700)]
    result = solved(a_job(pieces, [a_board(1000, 800, quantity=1)]))
    assert reasons(result) == {"small": "no-stock-left"}
    assert "4 of 4" in result.plan.unplaced[0].message
    assert result.status is Status.INCOMPLETE


def test_no_stock_at_all_leaves_everything_named() -> None:
    result = solved(a_job(boards=[a_board(quantity=0)]))
    assert reasons(result) == {"side": "no-stock-left"}
    assert result.plan.sheets == ()


def test_meeting_the_bound_is_optimal_and_ends_the_search() -> None:
    seen: list[Progress] = []
    job = a_job([a_piece("q", 498, 398, quantity=4)], [a_board(1000, 800)], trim=0)
    result = solve(job, Stop(), 0, nesters=("shelves",), progress=seen.append)
    assert (result.status, result.bound, result.plan.boards) == (Status.OPTIMAL, 1, 1)
    assert [(each.boards, each.bound, each.nester) for each in seen] == [(1, 1, "shelves")]


def test_the_light_nester_begins_and_where_it_meets_the_bound_no_other_is_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    load, loaded = nesting.load, list[str]()
    monkeypatch.setattr(nesting, "load", lambda name: loaded.append(name) or load(name))
    assert solve(a_job(), Stop(), 0).status is Status.OPTIMAL
    assert loaded == ["shelves"]


def test_boards_of_different_cost_are_bounded_by_cost() -> None:
    boards = [a_board(2800, 2070, cost=Decimal(60)), a_board(500, 400, code="S", cost=Decimal(5))]
    result = solved(a_job([a_piece("p", 400, 300)], boards))
    assert (result.bound_is_cost, result.cost, result.bound) == (True, 5, 5)
    assert result.status is Status.OPTIMAL


def test_a_free_offcut_is_used_before_a_new_board() -> None:
    boards = [a_board(cost=Decimal(60)), a_board(500, 400, code="R1", cost=Decimal(0), quantity=1, offcut=True)]
    result = solved(a_job([a_piece("p", 400, 300)], boards))
    assert [sheet.board for sheet in result.plan.sheets] == ["R1"]


def test_materials_are_cut_apart_and_added_up() -> None:
    pieces = [a_piece("front", 700, 500, material="oak"), a_piece("back", 700, 500, material="hdf")]
    boards = [a_board(code="O", material="oak", cost=Decimal(90)), a_board(code="H", material="hdf", cost=Decimal(12))]
    result = solved(a_job(pieces, boards))
    assert [(sheet.material, sheet.board) for sheet in result.plan.sheets] == [("oak", "O"), ("hdf", "H")]
    assert (result.cost, result.bound, result.bound_is_cost) == (102, 2, False)
    assert result.status is Status.OPTIMAL
    assert len(result.nesters) == 2


def test_the_same_seed_and_iterations_give_the_same_plan() -> None:
    job = a_job([a_piece(f"p{i}", 300 + 37 * i, 200 + 23 * i, quantity=3) for i in range(20)])
    assert solved(job, seed=3).plan == solved(job, seed=3).plan


def test_a_cancelled_search_still_gives_a_plan() -> None:
    job = a_job([a_piece(f"p{i}", 300 + 37 * i, 200 + 23 * i, quantity=3) for i in range(20)])
    result = solve(job, Stop(cancelled=lambda: True), 0)
    assert judge(job, result) == ()
    assert result.nesters == ("shelves",)


def test_time_that_one_material_leaves_goes_to_the_next() -> None:
    now = 0.0

    def clock() -> float:
        nonlocal now
        now += 0.01
        return now

    easy = a_piece("easy", 498, 398, quantity=4, material="a")
    hard = [replace(piece, material="b") for piece in PINWHEEL]
    boards = [a_board(code="A", material="a"), a_board(1500, 1200, code="B", material="b")]
    job = a_job([easy, *hard], boards)
    result = solve(job, Stop(seconds=5, clock=clock), 0, nesters=OURS)
    assert 4.5 < result.seconds < 6


def test_a_job_that_cannot_be_is_refused_with_all_its_faults() -> None:
    job = a_job(
        [a_piece("p", 0, 600), a_piece("p", 500, 300, quantity=0), a_piece("big", 1e6, 5)],
        [a_board(15, 2070), a_board(cost=Decimal("NaN")), a_board(code="C", quantity=-1)],
        kerf=-1,
        max_stages=0,
    )
    with pytest.raises(InputError) as caught:
        solved(job)
    assert [fault.where for fault in caught.value.faults] == [
        "saw.kerf",
        "saw.max_stages",
        "boards[0]",
        "boards[1].code",
        "boards[1].cost",
        "boards[2].quantity",
        "pieces[0].length",
        "pieces[1].id",
        "pieces[1].quantity",
        "pieces[2].length",
    ]


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"pieces": ()}, "pieces"),
        ({"boards": ()}, "boards"),
        ({"batching": Batching(max_pieces=10, max_area=10)}, "batching"),
        ({"pieces": (Piece(id=" ", length=500_000, width=300_000),)}, "pieces[0].id"),
        ({"pieces": (Piece(id="p", length=500_000.5, width=300_000),)}, "pieces[0].length"),  # type: ignore[arg-type]
        ({"pieces": (a_piece("p", 500, 300, quantity=1_000_001),)}, "pieces[0].quantity"),
    ],
)
def test_what_no_search_could_mend_is_refused(change: dict[str, object], where: str) -> None:
    with pytest.raises(InputError) as caught:
        solved(replace(a_job(), **change))  # type: ignore[arg-type]
    assert [fault.where for fault in caught.value.faults] == [where]


def test_a_kerf_as_wide_as_the_board_is_refused() -> None:
    with pytest.raises(InputError, match="cannot cut board W18"):
        solved(a_job(kerf=2060))


class Liar:
    """A nester that says nothing need be sawn, and would say so for ever."""

    name = "liar"

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan]:
        while True:
            yield CutPlan(sheets=())


def test_a_nester_that_lies_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nesting, "load", lambda name: Liar())
    with pytest.raises(PlanError, match="nester liar made a plan with 1 violations"):
        solve(a_job(), Stop(iterations=1), 0, nesters=("liar",))


@pytest.mark.parametrize("order", [("liar", "shelves"), ("shelves", "liar")])
@pytest.mark.parametrize("stop", [Stop(iterations=2), Stop(seconds=1)])
def test_the_plan_of_an_honest_nester_is_not_lost_to_a_liar(
    monkeypatch: pytest.MonkeyPatch, stop: Stop, order: tuple[str, str]
) -> None:
    honest = nesting.load("shelves")
    monkeypatch.setattr(nesting, "load", {"liar": Liar(), "shelves": honest}.__getitem__)
    with pytest.warns(RefusedPlanWarning, match="(?s)nester liar .* violations.*it was left out") as told:
        result = solve(a_job(PINWHEEL, [a_board(1500, 1200)]), stop, 0, nesters=order)
    assert (len(told), result.nesters, result.plan.boards) == (1, ("shelves",), 2)


PINWHEEL = (
    a_piece("a", 896, 480, quantity=2, grain=Grain.LENGTH),
    a_piece("b", 580, 696, quantity=2, grain=Grain.LENGTH),
)
"""Four pieces around a hole: one board of 1500 x 1200 holds them, but no saw can cut them from less than two."""


class Prover:
    """A nester that proves a bound and then makes a plan of two boards."""

    name = "prover"

    def __init__(self, proved: Bound) -> None:
        self.proved = proved

    def nest(self, job: CutJob, watch: Watch, seed: int) -> Iterator[CutPlan | Bound]:
        yield from nesting.load("shelves").nest(job, Stop(iterations=1).begin(), seed)
        yield self.proved


def test_a_bound_that_a_nester_proves_makes_a_plan_optimal(monkeypatch: pytest.MonkeyPatch) -> None:
    job = a_job(PINWHEEL, [a_board(1500, 1200)])
    assert solved(job).status is Status.FEASIBLE
    load, seen = nesting.load, list[Progress]()
    prover = Prover(Bound(2, Decimal(2)))
    monkeypatch.setattr(nesting, "load", lambda name: prover if name == "prover" else load(name))
    result = solve(job, Stop(iterations=1), 0, nesters=("prover",), progress=seen.append)
    assert (result.status, result.bound) == (Status.OPTIMAL, 2)
    assert [each.bound for each in seen] == [1, 2]


def test_a_bound_above_a_plan_is_a_lie(monkeypatch: pytest.MonkeyPatch) -> None:
    job = a_job(PINWHEEL, [a_board(1500, 1200)])
    load, prover = nesting.load, Prover(Bound(3, Decimal(3)))
    monkeypatch.setattr(nesting, "load", lambda name: prover if name == "prover" else load(name))
    with pytest.raises(PlanError, match="below what is proved"):
        solve(job, Stop(iterations=1), 0, nesters=("prover",))


def test_nesters_without_a_plan_are_named() -> None:
    job = a_job([a_piece("p", 100, 100, quantity=5_000)])
    with pytest.raises(PlanError, match="none of rectpack_guillotine made a plan"):
        solve(job, Stop(iterations=1), 0, nesters=("rectpack_guillotine",))


@pytest.mark.parametrize("cores", [2, 3])
def test_on_an_iteration_stop_the_plan_is_the_same_for_any_number_of_cores(cores: int) -> None:
    draw = Random(2)
    sizes = [(draw.randint(400, 1500), draw.randint(200, 900), draw.randint(1, 3)) for _ in range(22)]
    pieces = [a_piece(f"p{i}", x, y, quantity=many, grain=Grain.LENGTH) for i, (x, y, many) in enumerate(sizes)]
    job = a_job(pieces, [a_board()])
    alone = solve(job, Stop(iterations=3), 5)
    assert alone.nesters != ("shelves",), "a job that the first nester settles alone proves nothing here"
    together = solve(job, Stop(iterations=3), 5, cores=cores)
    assert (together.plan, together.bound, together.nesters) == (alone.plan, alone.bound, alone.nesters)


def test_a_cancelled_contest_on_two_cores_still_hands_out_its_best_plan() -> None:
    asked = iter(range(1_000_000))
    job = a_job([a_piece("a", 700, 500, quantity=40), a_piece("b", 330, 210, quantity=77)], [a_board()])
    result = solve(job, Stop(seconds=60, cancelled=lambda: next(asked) > 20), 0, cores=2)
    assert check(job, result.plan) == ()
    assert result.plan.unplaced == ()
