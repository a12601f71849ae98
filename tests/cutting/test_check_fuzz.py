"""The judge against random plans: it passes what holds, and lets through no number that a naive check refuses."""

from __future__ import annotations

import json
from collections import Counter
from itertools import combinations
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.check import judge
from cutting.files import read_plan, write_plan
from cutting.pieces import CutJob, Rect
from cutting.plan import CutPlan
from furnishing.errors import InputError
from furnishing.grain import Grain
from tests.cutting.random_plans import a_random_result

SEEDS = st.integers(0, 10**6)


@given(seed=SEEDS)
@settings(max_examples=60, deadline=None)
def test_random_plans_that_hold_pass(seed: int) -> None:
    job, result = a_random_result(seed)
    assert judge(job, result) == ()


@given(seed=SEEDS, choice=SEEDS)
@settings(max_examples=200, deadline=None)
def test_one_changed_number_is_caught_or_does_no_harm(seed: int, choice: int) -> None:
    job, result = a_random_result(seed)
    content = json.loads(write_plan(job, result, "mm"))
    _change_a_number(content, Random(choice))
    try:
        changed = read_plan(json.dumps(content), job)
    except InputError:
        return
    if not judge(job, changed):
        assert _naive_faults(job, changed.plan) == []


@given(seed=SEEDS, choice=SEEDS)
@settings(max_examples=100, deadline=None)
def test_pieces_that_trade_places_are_caught_or_do_no_harm(seed: int, choice: int) -> None:
    job, result = a_random_result(seed)
    content = json.loads(write_plan(job, result, "mm"))
    _swap_two_leaves(content, Random(choice))
    changed = read_plan(json.dumps(content), job)
    if not judge(job, changed):
        assert _naive_faults(job, changed.plan) == []


def _change_a_number(content: dict[str, Any], rng: Random) -> None:
    """Change one number of the sheets or of the unplaced pieces a little or much."""
    places = list(_numbers([content["sheets"], content["unplaced"]]))
    if not places:
        return
    holder, name = rng.choice(places)
    step = rng.choice([-1000, -4, -1, -0.001, 0.001, 0.5, 1, 4, 17, 1000])
    whole = name in ("copies", "quantity", "batch")
    holder[name] = holder[name] + int(step or 1) if whole else round(holder[name] + step, 3)


def _numbers(value: Any) -> Any:
    """All places of numbers in a JSON value, as (object, name)."""
    if isinstance(value, list):
        for each in value:
            yield from _numbers(each)
    elif isinstance(value, dict):
        for name, each in value.items():
            if isinstance(each, int | float) and not isinstance(each, bool):
                yield value, name
            else:
                yield from _numbers(each)


def _swap_two_leaves(content: dict[str, Any], rng: Random) -> None:
    """Let two entries of the lists, or two leaves of the trees, trade their ids."""
    kinds = [list(_named(content["sheets"], name)) for name in ("id", "piece")]
    for holders, name in zip(kinds, ("id", "piece"), strict=True):
        if len(holders) > 1 and rng.random() < 0.7:
            one, other = rng.sample(range(len(holders)), 2)
            holders[one][name], holders[other][name] = holders[other][name], holders[one][name]


def _named(value: Any, name: str) -> Any:
    """All objects in a JSON value that have a field of that name."""
    if isinstance(value, list):
        for each in value:
            yield from _named(each, name)
    elif isinstance(value, dict):
        if name in value:
            yield value
        for each in value.values():
            yield from _named(each, name)


def _naive_faults(job: CutJob, plan: CutPlan) -> list[str]:
    """What a slow look at the placed rectangles alone finds: every pair's distance, every size, every count."""
    pieces = {piece.id: piece for piece in job.pieces}
    boards = {board.code: board for board in job.boards}
    count: Counter[str] = Counter()
    used: Counter[str] = Counter()
    faults = []
    for sheet in plan.sheets:
        board = boards[sheet.board]
        used[board.code] += sheet.copies
        for each in sheet.placed:
            piece, rect = pieces[each.id], each.rect
            count[piece.id] += sheet.copies
            if (each.length, each.width) != (piece.length, piece.width) or piece.material != board.material:
                faults.append(f"{piece.id} is something else")
            if piece.grain is not Grain.FREE and each.turned != (piece.grain is Grain.WIDTH):
                faults.append(f"{piece.id} lies across its grain")
            if rect.x < job.saw.trim.left or rect.x + rect.length > board.length - job.saw.trim.right:
                faults.append(f"{piece.id} passes the board's length")
            if rect.y < job.saw.trim.bottom or rect.y + rect.width > board.width - job.saw.trim.top:
                faults.append(f"{piece.id} passes the board's width")
        pairs = combinations([each.rect for each in sheet.placed], 2)
        faults += [f"{one} and {other} are too near" for one, other in pairs if _gap(one, other) < job.saw.kerf]
    for rest in plan.unplaced:
        count[rest.id] += rest.quantity
    faults += [piece.id for piece in job.pieces if count[piece.id] != piece.quantity]
    faults += [code for code in used if (stock := boards[code].quantity) is not None and used[code] > stock]
    return faults


def _gap(one: Rect, other: Rect) -> int:
    """The larger of the distances along x and along y; negative where they overlap."""
    along = max(other.x - one.x - one.length, one.x - other.x - other.length)
    across = max(other.y - one.y - one.width, one.y - other.y - other.width)
    return max(along, across)
