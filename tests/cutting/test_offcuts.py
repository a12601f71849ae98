"""Which rests are kept, what they are worth, and that stock offcuts are used where they lower money."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from cutting.check import check
from cutting.job_file import read_job, write_job
from cutting.objective import Objective, key_figures
from cutting.offcuts import OffcutRules, as_stock, consumed, keep, produced, read_rules, usual_rules, worth
from cutting.pieces import CutJob, Rect
from cutting.plan import CutPlan
from cutting.rests import offcuts_first, with_large_rest
from cutting.solve import solve
from cutting.stop import Stop
from furnishing.errors import InputError
from furnishing.units import mm
from tests.cutting.builders import SIDES_CUTS, a_board, a_job, a_piece, a_plan, a_sheet, crosscut, rip
from tests.cutting.random_plans import a_random_result

CURVE = ((10**12, Decimal("0.2")), (2 * 10**12, Decimal("0.6")))


def rules(**other: object) -> OffcutRules:
    settings: dict[str, object] = {"least_length": mm(300), "least_width": mm(200), "value": CURVE, **other}
    return OffcutRules(**settings)  # type: ignore[arg-type]


def quick(job: CutJob, parts: int) -> CutPlan | None:
    return solve(job, Stop(iterations=2), 0, nesters=("shelves", "rectpack_guillotine")).plan


def rect(length: int, width: int) -> Rect:
    return Rect(0, 0, mm(length), mm(width))


def test_a_rest_is_kept_by_its_longer_side_its_shorter_side_and_its_area() -> None:
    assert rules().keeps(rect(200, 300))
    assert not rules().keeps(rect(299, 299))
    assert not rules().keeps(rect(900, 199))
    assert not rules(least_area=10**12).keeps(rect(999, 1000))


def test_the_value_curve_is_level_then_straight_then_level() -> None:
    shares = [rules().share(area) for area in (1, 10**12, 15 * 10**11, 2 * 10**12, 10**13)]
    assert shares == [Decimal(each) for each in ("0.2", "0.2", "0.4", "0.6", "0.6")]


def test_an_offcut_is_worth_its_share_of_the_price_by_area() -> None:
    board = a_board(2000, 2000, cost=Decimal(40))
    assert worth(board, rect(1000, 1000), rules()) == 2
    assert worth(board, rect(2000, 1000), rules()) == 12
    assert worth(board, rect(100, 2000), rules()) == 0


def test_no_rest_of_a_stock_offcut_is_worth_more_than_the_offcut() -> None:
    board = a_board(2000, 1000, cost=Decimal(12), offcut=True)
    assert worth(board, rect(2000, 1000), rules()) == 12
    assert worth(board, rect(1000, 1000), rules()) == 2
    assert worth(replace(board, cost=Decimal(0)), rect(1000, 1000), rules()) == 0


def test_keeping_by_other_rules_marks_the_same_cuts_anew() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=2)])
    plan = a_plan(a_sheet(job, SIDES_CUTS))
    marked = keep(plan, rules(least_width=mm(2000)))
    assert marked.sheets[0].offcuts == ()
    assert check(job, marked) == ()
    again = keep(marked, usual_rules())
    assert [(each.length, each.width) for each in again.sheets[0].offcuts] == [
        (mm(1332), mm(560)),
        (mm(2780), mm(1486)),
    ]
    assert check(job, again) == ()


@pytest.mark.parametrize("seed", range(20))
def test_any_plan_holds_after_its_rests_are_marked_anew(seed: int) -> None:
    job, result = a_random_result(seed)
    marked = keep(result.plan, usual_rules())
    assert check(job, marked) == ()
    assert keep(marked, usual_rules()) is marked


def test_offcuts_made_become_stock_and_offcuts_used_are_listed() -> None:
    job = a_job(
        [a_piece("side", 720, 560, quantity=8)],
        [a_board(cost=Decimal(50)), a_board(1500, 600, code="X9", cost=Decimal(6), quantity=2, offcut=True)],
    )
    used = a_sheet(job, crosscut((720, rip((560, "side"), (16, "waste"))), (756, "waste")), board="X9", copies=2)
    plan = a_plan(a_sheet(job, SIDES_CUTS, copies=3), used)
    assert [(board.code, count) for board, count in consumed(job, plan)] == [("X9", 2)]
    made = produced(job, plan, usual_rules())
    assert [(each.length, each.width, each.quantity) for each in made] == [(mm(2780), mm(1486), 3)]
    (stock,) = as_stock(made)
    assert (stock.code, stock.quantity, stock.cost, stock.offcut) == ("X1", 3, made[0].value, True)
    figures = key_figures(job, plan)
    assert (figures.offcuts_consumed, figures.offcut_cost, figures.offcut_balance) == (2, 12, 1)


@pytest.mark.parametrize(("cost", "used"), [(5, True), (49, False), (60, False)])
def test_a_stock_offcut_is_taken_only_where_it_lowers_money(cost: int, used: bool) -> None:
    offcut = a_board(800, 700, code="X1", cost=Decimal(cost), quantity=1, offcut=True)
    job = a_job([a_piece("side", 720, 560)], [a_board(cost=Decimal(50)), offcut])
    cuts = rip((560, crosscut((720, "side"), (2056, "offcut"))), (1486, "offcut"))
    plan = a_plan(a_sheet(job, cuts))
    objective = Objective(saw_hour=Decimal(60))
    better = offcuts_first(job, plan, objective, quick)
    assert (better is not None) is used
    if better is not None:
        assert check(job, better) == ()
        assert key_figures(job, better, objective).money < key_figures(job, plan, objective).money


@pytest.mark.parametrize(("cost", "used"), [(5, 1), (49, 0)])
def test_the_balanced_plan_uses_an_offcut_only_where_that_is_cheaper(cost: int, used: int) -> None:
    offcut = a_board(800, 700, code="X1", cost=Decimal(cost), quantity=1, offcut=True)
    job = a_job([a_piece("side", 720, 560)], [a_board(cost=Decimal(50)), offcut])
    result = solve(job, Stop(iterations=2), 0, nesters=("shelves",), objective=Objective(saw_hour=Decimal(60)))
    balanced = next(each for each in result.alternatives if "balanced" in each.wins)
    assert balanced.figures.offcuts_consumed == used


def test_pieces_are_pushed_together_so_that_one_large_rest_remains() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=2)])
    apart = rip(
        (560, crosscut((720, "side"), (2056, "offcut"))),
        (560, crosscut((720, "side"), (2056, "offcut"))),
        (922, "offcut"),
    )
    plan = a_plan(a_sheet(job, apart))
    better = with_large_rest(job, plan, usual_rules(), quick)
    assert better is not None
    assert check(job, better) == ()
    assert key_figures(job, better).largest_offcut > mm(2780) * mm(1470)


def test_where_an_offcut_stands_goes_through_the_file() -> None:
    job = a_job(boards=[a_board(), a_board(800, 700, code="X1", offcut=True, location="rack 3")])
    assert read_job(write_job(job)) == job


def test_a_value_curve_that_falls_is_refused() -> None:
    text = """{"format": "furnish-offcut-rules/1", "unit": "mm", "source": "x", "least_length": 300, "least_width": 300,
        "least_area_m2": 0, "value": [{"area_m2": 1, "share": 0.8}, {"area_m2": 2, "share": 0.5}]}"""
    with pytest.raises(InputError, match="must not fall"):
        read_rules(text)
