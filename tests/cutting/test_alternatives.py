"""Alternatives: judged, none beaten in everything, quicker to saw in books at the same boards."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cutting import alternatives
from cutting.alternatives import (
    HEAD,
    Aim,
    Candidate,
    alternatives_table,
    chosen,
    compared,
    dominates,
    pareto,
    respects,
)
from cutting.books import absorbed, alike, grouped
from cutting.check import check, judge
from cutting.objective import Objective, key_figures
from cutting.pieces import CutJob
from cutting.plan import CutPlan, CutResult, Status
from cutting.saw_time import patterns
from cutting.sizes import by_size, named, sized
from cutting.solve import solve
from cutting.stop import Stop
from tests.cutting.builders import SIDES_CUTS, a_board, a_job, a_piece, a_plan, a_sheet, crosscut, rip
from tests.cutting.test_nesters_contract import jobs

LIGHT = ("shelves", "rectpack_guillotine")


def solved(job: CutJob) -> CutResult:
    return solve(job, Stop(iterations=2), 0, nesters=LIGHT, objective=Objective())


def a_series() -> CutJob:
    """Ten sizes, eight times each, on a saw that cuts four boards as one."""
    sizes = [
        (720, 560),
        (764, 560),
        (564, 560),
        (764, 100),
        (564, 540),
        (2100, 580),
        (500, 160),
        (720, 320),
        (464, 300),
        (383, 140),
    ]
    pieces = [a_piece(f"{length}x{width}.{n}", length, width, quantity=4) for length, width in sizes for n in range(2)]
    job = a_job(pieces)
    return replace(job, saw=replace(job.saw, book_height=4))


SERIES = a_series()
RESULT = solved(SERIES)


def test_every_alternative_holds_and_its_figures_are_its_own() -> None:
    for each in RESULT.alternatives:
        assert check(SERIES, each.plan) == ()
        assert each.figures == key_figures(SERIES, each.plan)


def test_every_aim_is_won_by_one_plan() -> None:
    assert sorted(win for each in RESULT.alternatives for win in each.wins) == sorted(aim.value for aim in Aim)
    assert all(each.name == each.wins[0] for each in RESULT.alternatives)


def test_no_alternative_beats_another_in_everything() -> None:
    figures = [each.figures for each in RESULT.alternatives]
    assert not any(dominates(one, other) for one in figures for other in figures)


def test_books_save_a_fifth_of_the_saw_time_at_no_more_boards() -> None:
    ignoring = key_figures(SERIES, RESULT.plan)
    quick = [each.figures for each in RESULT.alternatives if each.figures.boards <= ignoring.boards]
    assert min(each.seconds for each in quick) <= ignoring.seconds * Decimal("0.8")


def test_the_same_job_and_seed_give_the_same_alternatives() -> None:
    again = solved(SERIES)
    assert again.alternatives == RESULT.alternatives


def test_no_objective_no_alternatives() -> None:
    assert solve(SERIES, Stop(iterations=1), 0, nesters=("shelves",)).alternatives == ()


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(job=jobs(), book=st.sampled_from([None, 2, 5]))
def test_alternatives_of_any_job_hold(job: CutJob, book: int | None) -> None:
    if not job.pieces:
        return
    job = replace(job, saw=replace(job.saw, book_height=book))
    result = solved(job)
    assert result.alternatives
    for each in result.alternatives:
        assert check(job, each.plan) == ()
        assert judge(job, chosen(job, result, each.name)) == ()
        assert not any(dominates(other.figures, each.figures) for other in result.alternatives)


def test_materials_are_planned_apart_and_pieces_without_a_board_stay_named() -> None:
    job = a_job(
        [
            a_piece("oak", 720, 560, quantity=9, material="oak"),
            a_piece("ash", 640, 500, quantity=9, material="ash"),
            a_piece("long", 9000, 100, material="ash"),
        ],
        [a_board(material="oak"), a_board(code="A18", material="ash", cost=Decimal(3))],
    )
    result = solved(job)
    for each in result.alternatives:
        assert check(job, each.plan) == ()
        assert [rest.id for rest in each.plan.unplaced] == ["long"]
    assert chosen(job, result, "balanced").status is Status.INCOMPLETE


def test_a_chosen_plan_keeps_the_bound_and_an_unknown_name_is_told() -> None:
    result = chosen(SERIES, RESULT, "fastest sawing")
    assert result.plan == next(each.plan for each in RESULT.alternatives if "fastest sawing" in each.wins)
    assert judge(SERIES, result) == ()
    with pytest.raises(KeyError, match="fastest sawing"):
        chosen(SERIES, RESULT, "cheapest")


def test_the_table_has_a_value_for_every_column() -> None:
    rows = alternatives_table(RESULT)
    assert [row[0] for row in rows] == [each.name for each in RESULT.alternatives]
    assert all(len(row) == len(HEAD) for row in rows)


def test_a_front_keeps_what_nothing_beats_and_one_of_equals() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=2)])
    plan = a_plan(a_sheet(job, SIDES_CUTS))
    good = Candidate(plan=plan, figures=key_figures(job, plan))
    slow = Candidate(plan=plan, figures=replace(good.figures, seconds=good.figures.seconds + 1))
    dear = Candidate(plan=plan, figures=replace(good.figures, seconds=Decimal(1), cost=Decimal(9)))
    assert pareto([slow, good, dear, good]) == (good, dear)
    assert respects(good.figures) < respects(slow.figures)


def test_a_worthless_offcut_does_not_hide_the_quickest_plan_on_as_few_boards(monkeypatch: pytest.MonkeyPatch) -> None:
    job = a_job([a_piece("side", 720, 560, quantity=2)])
    plan = a_plan(a_sheet(job, SIDES_CUTS))
    best, quick, dear = plan, replace(plan, sheets=plan.sheets * 2), replace(plan, sheets=plan.sheets * 3)
    usual = replace(key_figures(job, plan), boards=40, cost=Decimal(40), seconds=Decimal(18940), patterns=38)
    scrap = {"offcut_value": Decimal("0.04"), "largest_offcut": 10**12}
    figures = {
        1: replace(usual, money=Decimal(46), **scrap),
        2: replace(usual, money=Decimal(45), seconds=Decimal(12318), patterns=25, offcut_value=Decimal(0)),
        3: replace(usual, money=Decimal(44), seconds=Decimal(11469), patterns=21, boards=41, cost=Decimal(41)),
    }
    monkeypatch.setattr(alternatives, "key_figures", lambda _, plan, __: figures[len(plan.sheets)])
    found = {win: each.plan for each in compared(job, (best, quick, dear), Objective()) for win in each.wins}
    assert found[Aim.LEAST_MATERIAL] == best
    assert found[Aim.FEWEST_BOARDS] == quick
    assert found[Aim.FASTEST_SAWING] == dear


def test_names_are_dealt_back_to_sizes() -> None:
    job = a_job(
        [a_piece("a", 720, 560, quantity=1), a_piece("b", 720, 560, quantity=5), a_piece("c", 720, 560, quantity=2)]
    )
    sizes, members = by_size(job)
    assert [piece.quantity for piece in sizes.pieces] == [8]
    plan = a_plan(
        a_sheet(sizes, rip((560, crosscut((720, "0"), (720, "0"), (1332, "waste"))), (1486, "waste")), copies=4)
    )
    real = CutPlan(sheets=named(job, members, plan.sheets))
    assert check(job, real) == ()
    assert len(patterns(real)) == 1
    assert grouped(sized(real, members).sheets) == grouped(plan.sheets)


def test_sheets_with_the_same_pieces_are_cut_alike() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=6)])
    other = rip(
        (560, crosscut((720, "side"), (2056, "waste"))), (560, crosscut((720, "side"), (2056, "waste"))), (922, "waste")
    )
    plan = alike(a_plan(a_sheet(job, SIDES_CUTS, copies=2), a_sheet(job, other)))
    assert len(patterns(plan)) == 1
    assert check(job, plan) == ()


def test_a_poorer_sheet_is_cut_by_the_lines_of_a_fuller_one() -> None:
    job = a_job([a_piece("side", 720, 560, quantity=7)])
    alone = crosscut((720, rip((560, "side"), (1486, "offcut"))), (2056, "offcut"))
    plan = absorbed(a_plan(a_sheet(job, SIDES_CUTS, copies=3), a_sheet(job, alone)), 4)
    assert [pattern.copies for pattern in patterns(plan)] == [4]
    assert check(job, plan) == ()
