"""Jobs for a router: the file, the rules, the judge without saw lines, and what the nesters make of hard sizes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting import nesting
from cutting.bounds import Bound, bound
from cutting.check import check, judge
from cutting.files import read_job, read_plan, write_job, write_plan
from cutting.job_rules import check_job
from cutting.nesting.router_blocks import Block, move_inward
from cutting.nesting.sheetwise import rank
from cutting.pieces import NO_SAW, CutJob, Machine, Piece, Rect, Router, Trim
from cutting.plan import CutPlan, Placed, Sheet, Status
from cutting.router_figures import small_near_border
from cutting.solve import solve
from cutting.stop import Stop
from cutting.unplaceable import sort_out
from furnishing.errors import InputError
from furnishing.grain import Grain
from furnishing.units import mm
from tests.cutting.builders import a_board, a_job, a_piece, a_plan, a_result, codes, the_sheet

ALL = pytest.mark.parametrize("name", nesting.names(Machine.ROUTER))


def a_router_job(*pieces: Piece, length: float = 1000, width: float = 800, **router: int) -> CutJob:
    """A job for a router with a tool of 12 and a border of 10, on boards of one size."""
    machine = Router(**{"tool": mm(12), "border": mm(10), **router})
    return replace(a_job(pieces, [a_board(length, width)]), router=machine)


def at(id: str, x: float, y: float, length: float, width: float, *, turned: bool = False) -> Placed:
    """A piece placed, in millimetres."""
    return Placed(id=id, x=mm(x), y=mm(y), length=mm(length), width=mm(width), turned=turned)


def routed(*placed: Placed, **changes: object) -> CutPlan:
    """A plan of one sheet without cuts."""
    sheet = Sheet(board="W18", copies=1, placed=placed, cuts=None)
    return a_plan(replace(sheet, **changes))  # type: ignore[arg-type]


TWO = a_router_job(a_piece("a", 400, 300), a_piece("b", 300, 200))

# ---- the judge


def test_a_pinwheel_that_no_saw_can_cut_holds_on_a_router() -> None:
    job = a_router_job(a_piece("p", 588, 388, quantity=4), length=1020, width=1020)
    arms = (at("p", 10, 10, 588, 388), at("p", 610, 10, 588, 388, turned=True))
    arms += (at("p", 10, 410, 588, 388, turned=True), at("p", 410, 610, 588, 388))
    assert codes(check(job, routed(*arms))) == set()
    on_saw = replace(job, router=None)
    assert codes(check(on_saw, routed(*arms))) == {"no-cuts"}


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (routed(at("a", 10, 10, 400, 300), at("b", 421, 10, 300, 200)), "too-close"),
        (routed(at("a", 10, 10, 400, 300), at("b", 100, 100, 300, 200)), "too-close"),
        (routed(at("a", 9, 10, 400, 300), at("b", 500, 10, 300, 200)), "outside"),
        (routed(at("a", 10, 10, 400, 300), at("b", 500, 591, 300, 200)), "outside"),
        (routed(at("a", 10, 10, 400, 301), at("b", 500, 10, 300, 200)), "piece-size"),
        (routed(at("a", 10, 10, 400, 300)), "copies-missing"),
    ],
)
def test_the_judge_sees(plan: CutPlan, code: str) -> None:
    assert codes(check(TWO, plan)) == {code}


def test_pieces_one_tool_apart_at_the_very_border_hold() -> None:
    assert check(TWO, routed(at("a", 10, 10, 400, 300), at("b", 422, 10, 300, 200))) == ()
    assert check(TWO, routed(at("a", 590, 490, 400, 300), at("b", 278, 490, 300, 200))) == ()


def test_an_offcut_is_kept_one_tool_apart_too() -> None:
    both = (at("a", 10, 10, 400, 300), at("b", 422, 10, 300, 200))
    near, far = Rect(mm(10), mm(321), mm(980), mm(400)), Rect(mm(10), mm(322), mm(980), mm(400))
    assert codes(check(TWO, routed(*both, offcuts=(near,)))) == {"too-close"}
    assert check(TWO, routed(*both, offcuts=(far,))) == ()
    assert codes(check(TWO, routed(*both, offcuts=(replace_length(far, 0),)))) == {"offcut-size"}


def replace_length(rect: Rect, length: int) -> Rect:
    """The same rectangle of another length."""
    return Rect(rect.x, rect.y, length, rect.width)


def test_a_router_follows_no_saw_lines() -> None:
    job = replace(a_job([a_piece("side", 720, 560, quantity=2)]), router=Router(tool=mm(4), border=mm(10)))
    assert codes(check(job, a_plan(the_sheet()))) == {"cuts-given"}


# ---- file and rules


@pytest.mark.parametrize(
    "router",
    [
        Router(tool=mm(12)),
        Router(tool=mm("9.525"), border=mm(10), small_area=mm(250) ** 2, small_border=mm(60)),
    ],
)
@pytest.mark.parametrize("saw", [NO_SAW, a_job().saw])
def test_a_job_comes_back_from_its_file(router: Router, saw: object) -> None:
    job = replace(a_job(), router=router, saw=saw)  # type: ignore[arg-type]
    for unit in ("mm", "in"):
        assert read_job(write_job(job, unit)) == job


def test_a_router_needs_no_saw_in_the_file_but_something_must_cut() -> None:
    text = write_job(replace(a_job(), router=Router(tool=mm(12)), saw=NO_SAW))
    assert '"saw"' not in text
    with pytest.raises(InputError, match="saw"):
        read_job(text.replace('"router": {"tool": 12, "border": 0},', ""))


@pytest.mark.parametrize(
    ("entry", "where"),
    [
        ('{"tool": 0}', "router.tool"),
        ('{"border": 3}', "router.tool"),
        ('{"tool": 12, "border": -1}', "router.border"),
        ('{"tool": 12, "small_area_m2": -1}', "router.small_area_m2"),
        ('{"tool": 12, "small_border": "wide"}', "router.small_border"),
        ('{"tool": 12, "speed": 9}', "router.speed"),
        ('{"tool": 12, "border": 1100}', "boards[0]"),
        ('{"tool": 720}', "router.tool"),
        ("12", "router"),
    ],
)
def test_a_bad_router_is_refused_at_its_place(entry: str, where: str) -> None:
    text = write_job(replace(a_job(), router=Router(tool=mm(12)), saw=NO_SAW))
    with pytest.raises(InputError) as refused:
        read_job(text.replace('{"tool": 12, "border": 0}', entry))
    assert [fault.where for fault in refused.value.faults] == [where]


def test_rules_hold_for_jobs_made_in_code() -> None:
    job = a_router_job(a_piece("a", 400, 300), tool=0, border=-1, small_area=-1, small_border=-5)
    found = [fault.where for fault in check_job(job)]
    assert found == ["router.tool", "router.border", "router.small_border", "router.small_area_m2"]
    assert [fault.where for fault in check_job(a_router_job(a_piece("a", 400, 300), tool=mm(790)))] == ["router.tool"]


def test_trims_and_stages_of_the_saw_do_not_bind_a_router() -> None:
    saw = replace(a_job().saw, trim=Trim(left=mm(900)), max_stages=1)
    assert check_job(replace(TWO, saw=saw)) == ()


def test_a_plan_comes_back_from_its_file() -> None:
    plan = routed(at("a", 10, 10, 400, 300), at("b", 422, 10, 300, 200, turned=True))
    result = a_result(TWO, plan, bound=1, status=Status.OPTIMAL)
    text = write_plan(TWO, result)
    assert '"cuts": null' in text
    again = read_plan(text, TWO)
    assert again.plan == plan
    assert judge(TWO, again) == ()


# ---- bounds and what fits


def test_bounds_count_the_tool_and_the_border() -> None:
    quarters = a_router_job(a_piece("q", 484, 384, quantity=4))
    assert bound(quarters).boards == 1
    assert bound(replace(quarters, router=Router(tool=mm(13), border=mm(10)))).boards == 2


def test_a_piece_wider_than_the_board_less_its_border_is_named() -> None:
    job, unplaced = sort_out(a_router_job(a_piece("long", 981, 100), a_piece("fits", 980, 780)))
    assert [piece.id for piece in job.pieces] == ["fits"]
    assert [each.reason for each in unplaced] == ["no-board-long-enough"]


# ---- solving


def test_solve_takes_only_nesters_of_its_machine() -> None:
    result = solve(TWO, Stop(iterations=3), 0)
    assert set(result.nesters) <= set(nesting.names(Machine.ROUTER))
    assert result.status is Status.OPTIMAL
    with pytest.raises(KeyError, match="'strips' is not for a router"):
        solve(TWO, Stop(iterations=3), 0, nesters=["strips"])
    with pytest.raises(KeyError, match="'router' is not for a saw"):
        solve(a_job(), Stop(iterations=3), 0, nesters=["router"])


def test_a_router_finds_the_pinwheel() -> None:
    job = a_router_job(a_piece("p", 588, 388, quantity=4), a_piece("middle", 188, 188), length=1020, width=1020)
    assert solve(job, Stop(iterations=60), 0).plan.boards == 1


def test_every_material_is_routed() -> None:
    boards = [a_board(1000, 800, code=code, material=code) for code in ("oak", "white")]
    pieces = [a_piece("o", 400, 300, material="oak", quantity=5), a_piece("w", 900, 700, material="white")]
    result = solve(replace(a_job(pieces, boards), router=Router(tool=mm(12))), Stop(iterations=5), 0)
    assert {sheet.material for sheet in result.plan.sheets} == {"oak", "white"}
    assert not result.plan.unplaced


def test_small_pieces_go_inside_where_there_is_room() -> None:
    pieces = (a_piece("large", 900, 300), a_piece("small", 100, 80, quantity=6))
    job = a_router_job(*pieces, small_area=mm(200) ** 2, small_border=mm(60))
    plan = solve(job, Stop(iterations=10), 0).plan
    assert small_near_border(job, plan) == (0, 6)
    plain = replace(job, router=Router(tool=mm(12), border=mm(10)))
    assert small_near_border(plain, plan) == (0, 0)
    assert rank(job, plan) < rank(job, solve(plain, Stop(iterations=10), 0).plan)


def test_small_pieces_never_cost_a_board() -> None:
    job = a_router_job(a_piece("s", 236, 186, quantity=16), small_area=mm(250) ** 2, small_border=mm(60))
    plan = solve(job, Stop(iterations=10), 0).plan
    assert plan.boards == 1
    assert small_near_border(job, plan) == (12, 16)


def test_the_rest_of_the_last_sheet_is_kept() -> None:
    plan = solve(a_router_job(a_piece("a", 400, 300)), Stop(iterations=10), 0).plan
    assert max(rest.area for rest in plan.sheets[0].offcuts) >= mm(568) * mm(780)


# ---- properties


@st.composite
def hard_jobs(draw: st.DrawFn) -> CutJob:
    """From 1 mm to the board, many alike or all different, any grain, short stock, tools up to a third of the board."""
    tool = draw(st.sampled_from([1, mm(3), mm(12), mm(200)]))
    board = a_board(600, 500, quantity=draw(st.sampled_from([None, None, 1, 3])))
    side = st.one_of(st.integers(mm(1), mm(600)), st.sampled_from([mm(1), mm(600), mm(500), mm(250)]))
    sizes = draw(st.lists(st.tuples(side, side), min_size=1, max_size=15))
    quantity = draw(st.sampled_from([1, 3, 40]))
    pieces = [
        Piece(id=f"p{i}", length=a, width=b, quantity=quantity, grain=draw(st.sampled_from(Grain)))
        for i, (a, b) in enumerate(sizes)
    ]
    small = draw(st.sampled_from([0, mm(150)]))
    router = Router(tool=tool, border=draw(st.sampled_from([0, mm(7)])), small_area=small**2, small_border=small // 2)
    return sort_out(replace(a_job(pieces, [board]), router=router))[0]


@ALL
@settings(max_examples=25, deadline=None, derandomize=True)
@given(job=hard_jobs(), seed=st.integers(0, 5))
def test_plans_of_hard_sizes_hold(name: str, job: CutJob, seed: int) -> None:
    if not job.pieces:
        return
    last = None
    for plan in nesting.load(name).nest(job, Stop(iterations=12).begin(), seed):
        assert not isinstance(plan, Bound)
        assert check(job, plan) == ()
        last = plan
    if name == "router":
        assert last is not None
        assert last.unplaced or last.boards >= bound(job).boards


@ALL
@pytest.mark.parametrize(
    "pieces",
    [
        lambda: [a_piece("tile", 20, 20, quantity=3_000)],
        lambda: [a_piece(f"t{i}", 15 + i / 10, 12 + i / 5, quantity=20) for i in range(60)],
    ],
    ids=["one size", "many sizes"],
)
def test_thousands_of_tiny_pieces_hold(name: str, pieces: Callable[[], list[Piece]]) -> None:
    job = a_router_job(*pieces(), length=2800, width=2070, tool=mm(6))
    for plan in nesting.load(name).nest(job, Stop(iterations=4).begin(), 0):
        assert check(job, plan) == ()


def test_blocks_change_places_on_a_full_sheet() -> None:
    # Two strips of small pieces at the edges, a strip of large ones between: only the order of strips can help.
    strips = [Block([12 * i, y], (12, 10), True) for y in (0, 70) for i in range(10)]
    large = [Block([0, 10], (120, 30), False), Block([0, 40], (120, 30), False)]
    move_inward([*strips, *large], (120, 80), 20)
    assert sorted({tuple(block.start) for block in large}) == [(0, 0), (0, 50)]
    assert {block.start[1] for block in strips} == {30, 40}
    assert len({tuple(block.start) for block in strips}) == 20
