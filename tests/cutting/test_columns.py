"""Column generation: pricing is exact, its bounds hold, its whole-number searches may be stopped and run together."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import count

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutting.bounds import Bound
from cutting.nesting.columns import NESTER
from cutting.nesting.columns_master import Master
from cutting.nesting.guillotine_knapsack import GuillotineKnapsack
from cutting.nesting.staged_knapsack import Laid, Pattern, StagedKnapsack, Way
from cutting.pieces import CutJob
from cutting.plan import CutPlan
from cutting.stop import Stop, never
from tests.cutting.builders import a_board, a_job, a_piece

SIDES = st.integers(2, 12)
WAYS = st.lists(st.tuples(SIDES, SIDES, st.integers(1, 50)), min_size=1, max_size=5)
SIZE = st.tuples(st.integers(6, 16), st.integers(6, 16))


def ways_of(sizes: list[tuple[int, int, int]]) -> tuple[list[Way], np.ndarray[tuple[int], np.dtype[np.int64]]]:
    """A way for each size, and the values of the pieces."""
    return [Way(i, x, y) for i, (x, y, _) in enumerate(sizes)], np.array([value for *_, value in sizes], np.int64)


def best_by_recursion(sizes: list[tuple[int, int, int]], length: int, height: int, stages: int) -> int:
    """The most value of a staged pattern, by trying everything: strips along the length first."""

    @cache
    def most(x: int, y: int, stage: int, along: bool) -> int:
        one = max((value for a, b, value in sizes if a <= x and b <= y), default=0)  # trimmed to size, which is free
        if stage == 0:
            return one
        cuts = range(1, y) if along else range(1, x)
        split = (
            most(x, cut, stage, along) + most(x, y - cut, stage, along)
            if along
            else most(cut, y, stage, along) + most(x - cut, y, stage, along)
            for cut in cuts
        )
        return max(one, most(x, y, stage - 1, not along), *split, 0)

    return most(length, height, stages, True)


def covers(pattern: Pattern, length: int, height: int) -> bool:
    """Whether all ways of a pattern lie on the board and apart."""
    boxes = [(at.x, at.y, at.x + at.way.along, at.y + at.way.across) for at in pattern.laid]
    inside = all(x >= 0 and y >= 0 and far_x <= length and far_y <= height for x, y, far_x, far_y in boxes)
    apart = all(
        one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
        for i, one in enumerate(boxes)
        for two in boxes[:i]
    )
    return inside and apart


def worth(laid: tuple[Laid, ...], values: np.ndarray[tuple[int], np.dtype[np.int64]]) -> int:
    return int(sum(values[at.way.piece] for at in laid))


@pytest.mark.parametrize("stages", [2, 3])
@settings(max_examples=60, deadline=None, derandomize=True)
@given(sizes=WAYS, board=SIZE)
def test_the_staged_pattern_is_the_best_there_is(
    stages: int, sizes: list[tuple[int, int, int]], board: tuple[int, int]
) -> None:
    ways, values = ways_of(sizes)
    pattern = StagedKnapsack(ways, *board, stages).best(values)
    assert pattern.value == best_by_recursion(sizes, *board, stages)
    assert worth(pattern.laid, values) == pattern.value
    assert covers(pattern, *board)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(sizes=WAYS, board=SIZE)
def test_the_pattern_of_any_stages_is_the_best_there_is(
    sizes: list[tuple[int, int, int]], board: tuple[int, int]
) -> None:
    ways, values = ways_of(sizes)
    pattern = GuillotineKnapsack(ways, *board).best(values, never)
    assert pattern is not None
    assert pattern.value == best_by_recursion(sizes, *board, 12)
    assert worth(pattern.laid, values) == pattern.value
    assert covers(pattern, *board)


def best_by_table(sizes: list[tuple[int, int, int]], length: int, height: int) -> int:
    """The most value of a pattern of any stages, by trying every saw line of every rectangle."""
    most = np.zeros((length + 1, height + 1), np.int64)
    for x in range(1, length + 1):
        for y in range(1, height + 1):
            one = max((value for a, b, value in sizes if a <= x and b <= y), default=0)
            beside = (most[1:x, y] + most[x - 1 : 0 : -1, y]).max(initial=0)
            above = (most[x, 1:y] + most[x, y - 1 : 0 : -1]).max(initial=0)
            most[x, y] = max(one, beside, above)
    return int(most[length, height])


@pytest.mark.parametrize("seed", range(6))
def test_the_pattern_of_any_stages_is_the_best_on_boards_of_many_pieces(seed: int) -> None:
    draw = np.random.default_rng(seed)
    sizes = [(int(x), int(y), int(v * x * y)) for x, y, v in draw.integers((3, 3, 9), (30, 30, 12), (7, 3))]
    ways, values = ways_of(sizes)
    pattern = GuillotineKnapsack(ways, 83, 61).best(values, never)
    assert pattern is not None
    assert pattern.value == best_by_table(sizes, 83, 61) == worth(pattern.laid, values)
    assert covers(pattern, 83, 61)


def finds(job: CutJob) -> tuple[list[int], list[int]]:
    """Boards of the plans, and the bounds, that columns come to in a hundred iterations."""
    found = list(NESTER.nest(job, Stop(iterations=100).begin(), 0))
    plans = [each.boards for each in found if isinstance(each, CutPlan)]
    return plans, [each.boards for each in found if isinstance(each, Bound)]


def test_what_no_area_proves_is_proved() -> None:
    pieces = [a_piece("third", 340, 340, quantity=20)]  # eight on a board by area, four by the saw
    plans, bounds = finds(a_job(pieces, [a_board(1000, 1000)], trim=0, kerf=0))
    assert plans[-1] == bounds[-1] == 5


def test_without_a_stage_limit_the_proof_is_of_all_patterns() -> None:
    pieces = [a_piece("a", 600, 400, quantity=4), a_piece("b", 400, 200, quantity=6)]
    plans, bounds = finds(a_job(pieces, [a_board(1000, 1000)], trim=0, kerf=0, max_stages=None))
    assert plans[-1] >= bounds[-1] >= 2


def a_master(seed: int) -> Master:
    """Patterns drawn at random for forty kinds of pieces."""
    draw = np.random.default_rng(seed)
    master = Master(draw.integers(1, 9, 40), [None])
    for number in range(300):
        pattern = np.zeros(40, np.int64)
        pattern[draw.choice(40, 6, replace=False)] = draw.integers(1, 4, 6)
        master.add(number, 0, 1.0, pattern, True)
    return master


def test_a_whole_number_search_that_was_stopped_leaves_the_next_one_free() -> None:
    master = a_master(0)
    asked = count()
    master.whole(lambda: next(asked) > 3, 60.0, 200, 0.999)
    again = master.relaxed()
    assert again is not None
    assert master.whole(never, 60.0, 5, 0.999) is not None


def test_whole_number_searches_run_side_by_side() -> None:
    alone = [a_master(seed).whole(never, 60.0, 5, 0.999) for seed in range(3)]
    with ThreadPoolExecutor(max_workers=3) as threads:
        together = list(threads.map(lambda seed: a_master(seed).whole(never, 60.0, 5, 0.999), range(3)))
    assert together == alone
