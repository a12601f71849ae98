"""The optional engine: its recorded answers become our plans, and where it is missing nothing happens."""

import json
from importlib.util import find_spec

import pytest

from cutting.check import check
from cutting.nesting import packingsolver_engine as engine
from cutting.nesting.foreign import plan_of, question
from cutting.nesting.sheetwise import kinds_of
from cutting.pieces import CutJob, FirstCut
from cutting.plan import CutPlan
from cutting.stop import Stop
from furnishing.errors import PlanError
from furnishing.grain import Grain
from tests.cutting.builders import a_board, a_job, a_piece

# What PackingSolver 0.1.1233 said to `a_kitchen_job()`, on a grid of half a millimetre.
RECORDED = json.dumps(
    {
        "seconds": 0.021126392999576638,
        "sheets": [
            [
                0,
                1,
                [
                    [0, 0, 0, False],
                    [0, 1448, 0, False],
                    [0, 0, 1128, False],
                    [0, 1448, 1128, False],
                    [2, 0, 2256, False],
                    [2, 1136, 2256, False],
                ],
            ],
            [0, 1, [[0, 0, 0, True], [1, 1128, 0, True], [1, 1929, 0, True], [2, 2730, 0, True]]],
        ],
        "bound": 2,
        "last": False,
    }
)
MISSING = find_spec("packingsolver") is None


def a_kitchen_job() -> CutJob:
    """Sides of two ids, doors that must lie across, rails."""
    return a_job(
        [
            a_piece("side", 720, 560, quantity=4),
            a_piece("door", 716, 396.5, quantity=2, grain=Grain.WIDTH),
            a_piece("rail", 564, 100, quantity=3),
            a_piece("twin", 720, 560),
        ],
        [a_board(1500, 1250)],
    )


def answer(job: CutJob, *sheets: object) -> CutPlan | None:
    """The plan of an answer with these sheets."""
    return engine.plan_from(job, kinds_of(job), json.dumps({"sheets": sheets}))


def test_a_question_is_in_whole_steps_of_the_coarsest_grid_and_boards_lose_their_trims() -> None:
    job = a_kitchen_job()
    asked = question(job, kinds_of(job))
    assert asked["boards"] == [[2960, 2460, None, 1.0]]
    assert asked["kinds"] == [
        [1440, 1120, 5, [False, True]],
        [1432, 793, 2, [True]],
        [1128, 200, 3, [False, True]],
    ]
    assert (asked["kerf"], asked["stages"], asked["first_cut"]) == (8, 3, "any")


def test_a_recorded_answer_is_a_plan_that_the_judge_accepts() -> None:
    job = a_kitchen_job()
    plan = engine.plan_from(job, kinds_of(job), RECORDED)
    assert plan is not None
    assert plan.boards == 2
    assert plan.unplaced == ()
    assert check(job, plan) == ()


def test_pieces_of_one_size_keep_their_own_ids() -> None:
    job = a_kitchen_job()
    plan = engine.plan_from(job, kinds_of(job), RECORDED)
    assert plan is not None
    ids = sorted(placed.id for sheet in plan.sheets for placed in sheet.placed)
    assert ids == ["door"] * 2 + ["rail"] * 3 + ["side"] * 4 + ["twin"]


def test_sheets_alike_are_one_sheet_with_copies() -> None:
    job = a_job([a_piece("p", 900, 700, quantity=3)], [a_board(1000, 800)])
    plan = answer(job, [0, 3, [[0, 0, 0, False]]])
    assert plan is not None
    assert [sheet.copies for sheet in plan.sheets] == [3]
    assert check(job, plan) == ()


def test_what_an_answer_leaves_out_is_unplaced_by_name() -> None:
    job = a_job([a_piece("p", 900, 700, quantity=3)], [a_board(1000, 800)])
    plan = answer(job, [0, 2, [[0, 0, 0, False]]])
    assert plan is not None
    assert [(each.id, each.quantity, each.reason) for each in plan.unplaced] == [("p", 1, "no-stock-left")]


@pytest.mark.parametrize("line", ['{"sheets": []}', '{"sheets": [[0, 1, [[0, 0', ""], ids=["empty", "half", "none"])
def test_an_empty_or_broken_answer_is_no_plan(line: str) -> None:
    job = a_kitchen_job()
    assert engine.plan_from(job, kinds_of(job), line) is None


@pytest.mark.parametrize(
    ("sheet", "message"),
    [
        ([1, 1, [[0, 0, 0, False]]], "board 1"),
        ([0, 1, [[7, 0, 0, False]]], "not among the 1"),
        ([0, 4, [[0, 0, 0, False]]], "more pieces of kind 0"),
        ([0, 1, [[0, 0, 0, False], [0, 5, 5, False]]], "no saw cuts sheet 0"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_with_the_reason(sheet: list[object], message: str) -> None:
    job = a_job([a_piece("p", 900, 700, quantity=3)], [a_board(1000, 800)])
    with pytest.raises(PlanError, match=message):
        plan_of(job, kinds_of(job), [sheet])  # type: ignore[list-item]
    assert answer(job, sheet) is None


def test_jobs_it_breaks_on_are_not_for_it() -> None:
    assert engine.suits(a_kitchen_job())
    assert not engine.suits(a_job(max_stages=1))
    assert not engine.suits(a_job([a_piece("p", 10, 10, quantity=engine.MOST_COPIES + 1)]))
    assert not engine.suits(a_job(boards=[a_board(quantity=0)]))


@pytest.mark.skipif(not MISSING, reason="PackingSolver is installed")
def test_where_it_is_not_installed_it_yields_nothing() -> None:
    assert list(engine.NESTER.nest(a_kitchen_job(), Stop(iterations=3).begin(), 0)) == []


@pytest.mark.skipif(MISSING, reason="PackingSolver is not installed")
@pytest.mark.parametrize("first_cut", FirstCut)
@pytest.mark.parametrize("stages", [2, 3, 5, None])
def test_real_answers_hold_before_the_judge(first_cut: FirstCut, stages: int | None) -> None:
    job = a_job(a_kitchen_job().pieces, [a_board(1500, 1250)], first_cut=first_cut, max_stages=stages)
    plans = list(engine.NESTER.nest(job, Stop(iterations=3).begin(), 0))
    assert plans
    assert all(check(job, plan) == () for plan in plans)
